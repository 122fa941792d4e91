/*
 * A map of places: land as a quiet ground without borders, a line from each place to the next, names beside the dots. The
 * map is flat with even degrees (plate carrée, true along its middle parallel); the line is the shortest way over the
 * globe. Names stand where they meet nothing; a name without such a place is refused.
 */
#include "chart_int.h"

#include <math.h>

enum { LEAST_PLACES = 2, MOST_PLACES = 12 };

enum {
	HIGH = 52, /* percent of the width */
	HIGH_TIGHT = 34,
	RADIUS = 3800,
	NAME_GAP = 3000, /* from a dot to its name */
	APART = 1500,    /* between names */
	LINE = 1600,
	NAME_SHARE = 34, /* percent of the width that a name may take */
	STEPS = 48,      /* of a line from place to place */
	LAND = 55        /* percent of the colour of rules in that of land */
};

static const double LEAST_SPAN = 6, MARGIN = 0.16, POLE = 88; /* degrees; of the span at each side; degrees */

struct rect {
	int32_t x, y, w, h;
};

struct atlas {
	struct chart_job *job;
	struct spot *places;
	size_t count;
	struct flat *track; /* longitudes and latitudes of the line */
	size_t steps;
	struct view view;
	struct rect *names;
	struct stack *stacks;
};

struct flat view_point(const struct view *view, double longitude, double latitude)
{
	return (struct flat){(longitude - view->west) * view->east_scale, (view->north - latitude) * view->scale};
}

/* ---- what is shown ---- */

/* Longitudes go on past 180 where that makes the map narrower: the widest gap between two places is at its edge. */
static void unroll(struct atlas *a)
{
	double west = a->places[0].longitude, widest = -1;

	for (size_t i = 0; i < a->count; i++) {
		double gap = 360;

		for (size_t k = 0; k < a->count; k++) {
			double ahead = fmod(a->places[i].longitude - a->places[k].longitude + 720, 360);

			gap = ahead > 0 && ahead < gap ? ahead : gap;
		}
		if (gap > widest) {
			widest = gap;
			west = a->places[i].longitude;
		}
	}
	for (size_t i = 0; i < a->count; i++)
		if (a->places[i].longitude < west)
			a->places[i].longitude += 360;
}

/* A point of the shortest way between two places, `t` of it gone; longitude near that of the point before. */
static struct flat on_way(const struct spot *from, const struct spot *to, double t, double near_to)
{
	const double radian = 3.14159265358979323846 / 180;
	double a1 = from->latitude * radian, o1 = from->longitude * radian, a2 = to->latitude * radian,
	       o2 = to->longitude * radian;
	double angle = acos(fmin(1, fmax(-1, sin(a1) * sin(a2) + cos(a1) * cos(a2) * cos(o2 - o1))));
	bool way = sin(angle) > 1e-6; /* none between a place and itself, or its opposite */
	double p = way ? sin((1 - t) * angle) / sin(angle) : 1 - t, q = way ? sin(t * angle) / sin(angle) : t;
	double x = p * cos(a1) * cos(o1) + q * cos(a2) * cos(o2), y = p * cos(a1) * sin(o1) + q * cos(a2) * sin(o2);
	double z = p * sin(a1) + q * sin(a2);
	struct flat point = {atan2(y, x) / radian, atan2(z, sqrt(x * x + y * y)) / radian};

	while (point.x < near_to - 180)
		point.x += 360;
	while (point.x > near_to + 180)
		point.x -= 360;
	return point;
}

static bool is_straight(const struct atlas *a)
{
	const char *line = value_text(value_field(a->job->req->chart, "line"), 0);

	return line && line[0] == 's';
}

static bool has_line(const struct atlas *a)
{
	const char *line = value_text(value_field(a->job->req->chart, "line"), 0);

	return !line || line[0] != 'n';
}

static void find_track(struct atlas *a)
{
	a->track = arena_array(a->job->arena, (a->count - 1) * STEPS + 1, sizeof *a->track);
	a->track[a->steps++] = (struct flat){a->places[0].longitude, a->places[0].latitude};
	for (size_t i = 0; has_line(a) && i + 1 < a->count; i++) {
		const struct spot *from = &a->places[i], *to = &a->places[i + 1];

		for (int s = 1; s <= STEPS; s++) {
			double t = (double)s / STEPS;

			a->track[a->steps] = on_way(from, to, t, a->track[a->steps - 1].x);
			if (is_straight(a) || fabs(to->longitude - from->longitude) > 180)
				a->track[a->steps] =
					(struct flat){from->longitude + t * (to->longitude - from->longitude),
						      from->latitude + t * (to->latitude - from->latitude)};
			a->steps++;
		}
	}
}

static void reach(double lo[2], double hi[2], double x, double y)
{
	lo[0] = fmin(lo[0], x);
	hi[0] = fmax(hi[0], x);
	lo[1] = fmin(lo[1], y);
	hi[1] = fmax(hi[1], y);
}

/* All of the places and the line with a margin, as large as the frame lets it be. */
static void find_view(struct atlas *a)
{
	double lo[2] = {a->track[0].x, a->track[0].y}, hi[2] = {lo[0], lo[1]}, width = a->job->width,
	       height = a->job->height, span[2], middle, stretch;

	for (size_t i = 0; i < a->steps; i++)
		reach(lo, hi, a->track[i].x, a->track[i].y);
	for (size_t i = 0; i < a->count; i++)
		reach(lo, hi, a->places[i].longitude, a->places[i].latitude);
	for (int i = 0; i < 2; i++)
		span[i] = fmax(hi[i] - lo[i], LEAST_SPAN) * (1 + 2 * MARGIN);
	middle = (lo[1] + hi[1]) / 2;
	stretch = fmax(cos(middle * 3.14159265358979323846 / 180), 0.3);
	a->view.scale = fmin(width / (span[0] * stretch), height / span[1]);
	a->view.east_scale = a->view.scale * stretch;
	a->view.west = (lo[0] + hi[0]) / 2 - width / a->view.east_scale / 2;
	a->view.north = middle + height / a->view.scale / 2;
	if (a->view.north > POLE && hi[1] < POLE) /* nothing is beyond the pole */
		a->view.north = fmax(POLE, hi[1]);
}

/* ---- names ---- */

static bool meet(const struct rect *a, const struct rect *b, int32_t apart)
{
	return a->x < b->x + b->w + apart && b->x < a->x + a->w + apart && a->y < b->y + b->h + apart &&
	       b->y < a->y + a->h + apart;
}

static struct rect dot_of(const struct atlas *a, size_t place)
{
	struct flat p = view_point(&a->view, a->places[place].longitude, a->places[place].latitude);

	return (struct rect){(int32_t)lround(p.x) - RADIUS, (int32_t)lround(p.y) - RADIUS, 2 * RADIUS, 2 * RADIUS};
}

static bool is_free(const struct atlas *a, size_t place, const struct rect *r)
{
	if (r->x < 0 || r->y < 0 || r->x + r->w > a->job->width || r->y + r->h > a->job->height)
		return false;
	for (size_t i = 0; i < place; i++)
		if (meet(r, &a->names[i], APART))
			return false;
	for (size_t i = 0; i < a->count; i++) {
		struct rect dot = dot_of(a, i);

		if (meet(r, &dot, 0))
			return false;
	}
	return true;
}

/* How much of the line runs behind it. */
static size_t crossed(const struct atlas *a, const struct rect *r)
{
	size_t count = 0;

	for (size_t i = 0; i < a->steps && a->steps > 1; i++) {
		struct flat p = view_point(&a->view, a->track[i].x, a->track[i].y);

		count += p.x > r->x && p.x < r->x + r->w && p.y > r->y && p.y < r->y + r->h;
	}
	return count;
}

/* Right, left, below, above, then the corners. */
static const struct {
	int x, y; /* -1, 0, 1: before, level with, behind the dot */
} sides[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

static struct rect beside(const struct atlas *a, size_t place, size_t which)
{
	struct rect dot = dot_of(a, place);
	const struct stack *name = &a->stacks[place];
	struct rect r = {.w = name->width, .h = name->height};
	int x = sides[which].x, y = sides[which].y;

	r.x = x > 0 ? dot.x + dot.w + NAME_GAP : x < 0 ? dot.x - NAME_GAP - r.w : dot.x + RADIUS - r.w / 2;
	r.y = y > 0 ? dot.y + dot.h + 1 : y < 0 ? dot.y - r.h - 1 : dot.y + RADIUS - r.h / 2;
	return r;
}

static bool dots_apart(const struct atlas *a, size_t place)
{
	struct rect own = dot_of(a, place);

	for (size_t i = 0; i < place; i++) {
		struct rect dot = dot_of(a, i);

		if (meet(&own, &dot, APART))
			return false;
	}
	return true;
}

static bool place_name(struct atlas *a, size_t place)
{
	size_t best = 0;
	bool found = false, room = dots_apart(a, place);

	for (size_t i = 0; room && i < COUNT_OF(sides); i++) {
		struct rect r = beside(a, place, i);
		size_t cost = is_free(a, place, &r) ? crossed(a, &r) : 0;

		if (!is_free(a, place, &r) || (found && cost >= best))
			continue;
		a->names[place] = r;
		best = cost;
		found = true;
	}
	if (!found)
		DIAG(a->job->diag, CHART_CROWDED, wording_label(a->places[place].record)->pos,
		     wording_text(a->job->req, 0, wording_label(a->places[place].record)));
	return found;
}

static bool place_names(struct atlas *a)
{
	const struct label_spec spec = {.strong = true,
					.width = a->job->width * NAME_SHARE / 100,
					.balance = true,
					.close = true,
					.color = a->job->theme->ink};
	bool ok = true;

	a->names = arena_array(a->job->arena, a->count, sizeof *a->names);
	a->stacks = arena_array(a->job->arena, a->count, sizeof *a->stacks);
	for (size_t i = 0; i < a->count; i++)
		a->stacks[i] = label_stack(a->job, &spec, wording_label(a->places[i].record));
	for (size_t i = 0; i < a->count && ok; i++)
		ok = place_name(a, i);
	return ok;
}

/* ---- drawing ---- */

static void draw_track(struct atlas *a)
{
	cairo_t *pen = canvas_pen(a->job->canvas);

	if (a->steps < 2)
		return;
	for (size_t i = 0; i < a->steps; i++) {
		struct flat p = view_point(&a->view, a->track[i].x, a->track[i].y);

		(i ? cairo_line_to : cairo_move_to)(pen, p.x, p.y);
	}
	canvas_stroke(a->job->canvas, a->job->theme->palette[0], LINE, CANVAS_MARK);
}

static void draw_all(struct atlas *a)
{
	const struct chart_theme *theme = a->job->theme;

	land_draw(a->job, &a->view, contrast_mix(theme->line, theme->paper, LAND));
	draw_track(a);
	for (size_t i = 0; i < a->count; i++) {
		struct rect dot = dot_of(a, i);

		marker_draw(a->job, MARKER_DOT, dot.x + RADIUS, dot.y + RADIUS, RADIUS, theme->palette[0]);
	}
	for (size_t i = 0; i < a->count; i++) {
		const struct rect *r = &a->names[i];

		if (crossed(a, r))
			label_ground(a->job, r->x, r->y, r->w, r->h);
		label_draw_stack(a->job, &a->stacks[i], r->x, r->y);
	}
}

static bool can_draw(struct atlas *a)
{
	struct chart_job *job = a->job;

	if (!job->theme->land) {
		DIAG0(job->diag, CHART_LAND, job->req->chart->pos);
		return false;
	}
	if (!chart_countable(job, a->count, MOST_PLACES))
		return false;
	if (a->count >= LEAST_PLACES)
		return true;
	DIAG(job->diag, CHART_TOO_FEW, job->req->chart->pos, "map", arena_printf(job->arena, "%d", LEAST_PLACES),
	     arena_printf(job->arena, "%zu", a->count));
	return false;
}

bool atlas_draw(struct chart_job *job)
{
	struct atlas a = {.job = job};

	a.count = places_read(job->arena, job->req, &a.places);
	job->height = (int32_t)((int64_t)job->width * chart_between(job, HIGH, HIGH_TIGHT) / 100);
	if (!can_draw(&a))
		return false;
	unroll(&a);
	find_track(&a);
	find_view(&a);
	if (!place_names(&a))
		return false;
	draw_all(&a);
	return true;
}
