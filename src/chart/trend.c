/*
 * Lines: values over time or over an order, from left to right. Each line ends in its name and its last value; lines
 * differ in colour, dashes and markers. Points stand as far apart as their dates, if all of them have one.
 */
#include "chart_int.h"

enum { MOST_POINTS = 40, MOST_NAME_LINES = 4 };

/* Measures in mpt. */
enum {
	HEIGHT = 180000, /* of the plot */
	HEIGHT_TIGHT = 110000,
	NAME_SHARE = 30,  /* percent of the width that names of lines may take */
	NAME_GAP = 10000, /* from the last point */
	NAME_APART = 3000,
	TICK_GAP = 4000,
	LABEL_GAP = 6000, /* from the plot to the labels below */
	LABEL_APART = 9000,
	LINE = 2000,
	LEADER = 500, /* from a point to its name */
	RADIUS = 3300,
	LEAST_ROOM = 120000,
	MARKED = 16, /* points of a line that get markers; more stand too close */
	PARTS = 5
};

struct name {
	struct stack words;
	struct stack value;
	int32_t y, height; /* of its box */
};

struct trend {
	struct chart_job *job;
	struct figures figures;
	struct axis axis;
	struct name *names; /* of the series */
	int32_t *x;         /* of the points */
	int32_t left, right, top, height;
};

static int32_t point_y(const struct trend *t, size_t row, size_t series)
{
	return t->top + t->height - scale_at(&t->axis.scale, t->figures.rows[row].values[series], t->height);
}

/* ---- places ---- */

static void set_axis(struct trend *t)
{
	const struct value *from = value_field(t->job->req->chart, "from");
	int64_t least = t->figures.least < 0 ? t->figures.least : 0, most = t->figures.most > 0 ? t->figures.most : 0;

	if (from && from->kind == VALUE_NUMBER) {
		least = from->as.number.thousandths;
		most = chart_larger64(t->figures.most, least);
	}
	t->axis = axis_up(t->job, &t->figures, least, most, PARTS);
}

/* Days from a fixed day, each month taken as 31 days long: near enough for a drawing, and no calendar is needed. */
static int32_t day_number(const struct date *date)
{
	int32_t month = date->month ? date->month - 1 : 0, day = date->day ? date->day - 1 : 0;

	return (date->year * 12 + month) * 31 + day;
}

static bool all_dated(const struct figures *f)
{
	for (size_t i = 0; i < f->row_count; i++)
		if (!f->rows[i].date)
			return false;
	return true;
}

static void set_points(struct trend *t)
{
	const struct figures *f = &t->figures;
	int32_t room = t->right - t->left - 2 * RADIUS;
	bool dated = all_dated(f);
	int64_t first = dated ? day_number(f->rows[0].date) : 0;
	int64_t last = dated ? day_number(f->rows[f->row_count - 1].date) : (int64_t)f->row_count - 1;

	t->x = arena_array(t->job->arena, f->row_count, sizeof *t->x);
	for (size_t i = 0; i < f->row_count; i++) {
		int64_t at = dated ? day_number(f->rows[i].date) : (int64_t)i;

		t->x[i] = t->left + RADIUS + (last > first ? (int32_t)((at - first) * room / (last - first)) : 0);
	}
}

/* ---- names at the ends ---- */

/* A single line is named by the title; its last value stands alone. */
static void set_names(struct trend *t)
{
	struct label_spec spec = {
		.width = t->job->width / 100 * NAME_SHARE, .close = true, .color = t->job->theme->ink};
	struct label_spec strong = {.strong = true, .width = spec.width, .close = true, .color = spec.color};
	size_t last = t->figures.row_count - 1;

	t->names = arena_array(t->job->arena, t->figures.series_count, sizeof *t->names);
	for (size_t i = 0; i < t->figures.series_count; i++) {
		struct name *name = &t->names[i];

		name->words = label_stack(t->job, &spec, t->figures.series[i]);
		name->value = said_label(t->job, &strong, t->figures.rows[last].values[i], t->figures.places);
		name->height = name->words.height + name->value.of[0].height;
	}
}

static bool names_are_short(struct trend *t)
{
	bool ok = true;

	for (size_t i = 0; i < t->figures.series_count; i++) {
		for (size_t k = 0; k < t->names[i].words.count; k++) {
			const struct label *label = &t->names[i].words.of[k];

			if (!label->para || label->para->count <= MOST_NAME_LINES)
				continue;
			DIAG(t->job->diag, CHART_LONG_LABEL, t->figures.series[i]->pos,
			     wording_text(t->job->req, k, t->figures.series[i]),
			     arena_printf(t->job->arena, "%zu", label->para->count),
			     arena_printf(t->job->arena, "%d", MOST_NAME_LINES));
			ok = false;
		}
	}
	return ok;
}

static int32_t names_width(const struct trend *t)
{
	int32_t width = 0;

	for (size_t i = 0; i < t->figures.series_count; i++) {
		width = chart_larger(width, t->names[i].words.width);
		width = chart_larger(width, label_beside_width(&t->names[i].value));
	}
	return width;
}

static int32_t names_height(const struct trend *t)
{
	int32_t height = -NAME_APART;

	for (size_t i = 0; i < t->figures.series_count; i++)
		height += t->names[i].height + NAME_APART;
	return height;
}

/* The series in the order of their last points, from above. */
static size_t *by_height(const struct trend *t)
{
	size_t count = t->figures.series_count, last = t->figures.row_count - 1;
	size_t *order = arena_array(t->job->arena, count, sizeof *order);

	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (; at > 0 && point_y(t, last, i) < point_y(t, last, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return order;
}

/* Names stand at their points; those that would meet are moved apart, first down, then up from the foot. */
static void place_names(struct trend *t)
{
	size_t *order = by_height(t), count = t->figures.series_count;
	int32_t least = t->top - t->axis.ticks[0].of[0].leading / 2;
	int32_t most = t->top + t->height + t->axis.ticks[0].of[0].leading / 2;

	least = least < 0 ? 0 : least;
	for (size_t i = 0; i < count; i++) {
		struct name *name = &t->names[order[i]];

		name->y = point_y(t, t->figures.row_count - 1, order[i]) - name->height / 2;
		name->y = chart_larger(name->y, least);
		least = name->y + name->height + NAME_APART;
	}
	for (size_t i = count; i-- > 0;) {
		struct name *name = &t->names[order[i]];

		if (name->y + name->height > most)
			name->y = most - name->height;
		most = name->y - NAME_APART;
	}
}

/* ---- ink ---- */

static void draw_line(struct trend *t, size_t series)
{
	static const int32_t dashes[][2] = {{0, 0}, {7000, 3000}, {2500, 2500}, {12000, 3000}};
	cairo_t *pen = canvas_pen(t->job->canvas);

	for (size_t i = 0; i < t->figures.row_count; i++)
		cairo_line_to(pen, t->x[i], point_y(t, i, series));
	canvas_dash(t->job->canvas, pattern_color(t->job, series), LINE, dashes[series % COUNT_OF(dashes)][0],
		    dashes[series % COUNT_OF(dashes)][1], CANVAS_MARK);
}

/* A ground of paper keeps a marker apart from the lines and markers that it stands on. */
static void draw_marker(struct trend *t, size_t row, size_t series)
{
	enum { HALO = RADIUS * 3 / 2 };
	int32_t x = t->x[row], y = point_y(t, row, series);

	canvas_rect(t->job->canvas, x - HALO, y - HALO, 2 * HALO, 2 * HALO, HALO);
	canvas_fill(t->job->canvas, t->job->theme->paper, CANVAS_QUIET);
	marker_draw(t->job, pattern_marker(series), x, y, RADIUS, pattern_color(t->job, series));
}

static void draw_name(struct trend *t, size_t series)
{
	const struct name *name = &t->names[series];
	int32_t x = t->right + NAME_GAP, y = point_y(t, t->figures.row_count - 1, series);
	int32_t middle = name->y + name->height / 2;

	if (t->figures.series_count > 1) {
		canvas_line(t->job->canvas, t->right + RADIUS / 2, y, x - NAME_GAP / 4, middle);
		canvas_stroke(t->job->canvas, t->job->theme->muted, LEADER, CANVAS_QUIET);
	}
	label_draw_stack(t->job, &name->words, x, name->y);
	label_draw_beside(t->job, &name->value, x, name->y + name->words.height);
}

static int32_t label_left(const struct trend *t, const struct stack *label, size_t row)
{
	int32_t left = t->x[row] - label->width / 2, most = t->job->width - label->width;

	return left < 0 ? 0 : left > most ? most : left;
}

/* Whether labels of every so manieth point, counted from the last one, keep apart. */
static bool keep_apart(const struct trend *t, const struct stack *labels, size_t every)
{
	int32_t next = INT32_MAX;

	for (size_t i = t->figures.row_count - 1;; i -= every) {
		int32_t left = label_left(t, &labels[i], i);

		if (left + labels[i].width + LABEL_APART > next)
			return false;
		next = left;
		if (i < every)
			return true;
	}
}

static int32_t draw_labels(struct trend *t)
{
	const struct figures *f = &t->figures;
	struct label_spec spec = {.width = t->job->width / 4, .close = true, .color = t->job->theme->muted};
	struct stack *labels = arena_array(t->job->arena, f->row_count, sizeof *labels);
	int32_t tick = t->axis.ticks[0].height / 2; /* the lowest label of the scale hangs below the plot */
	int32_t top = t->top + t->height + LABEL_GAP + tick - t->axis.ticks[0].of[0].leading / 2, height = 0;
	size_t every = 1;

	for (size_t i = 0; i < f->row_count; i++)
		labels[i] = label_number(t->job, &spec, f->rows[i].label.text, f->rows[i].label.pos);
	while (every < f->row_count && !keep_apart(t, labels, every))
		every++;
	for (size_t i = (f->row_count - 1) % every; i < f->row_count; i += every) {
		int32_t left = label_left(t, &labels[i], i), y = top;

		for (size_t k = 0; k < labels[i].count; k++) {
			label_draw(t->job, &labels[i].of[k], left + (labels[i].width - labels[i].of[k].width) / 2, y);
			y += labels[i].of[k].height;
		}
		height = chart_larger(height, labels[i].height);
	}
	return top + height;
}

static void draw_lines(struct trend *t)
{
	for (size_t i = 0; i < t->figures.series_count; i++)
		draw_line(t, i);
	for (size_t i = 0; i < t->figures.series_count; i++)
		for (size_t k = 0; k < t->figures.row_count; k++)
			if (t->figures.row_count <= MARKED || k + 1 == t->figures.row_count)
				draw_marker(t, k, i);
}

bool trend_draw(struct chart_job *job)
{
	struct trend t = {.job = job};

	figures_read(job->arena, job->req, &t.figures);
	if (!chart_countable(job, t.figures.row_count, MOST_POINTS))
		return false;
	set_axis(&t);
	set_names(&t);
	if (!names_are_short(&t))
		return false;
	t.left = t.axis.widest + TICK_GAP;
	t.right = job->width - names_width(&t) - NAME_GAP;
	if (t.right - t.left < LEAST_ROOM) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	t.top = axis_head(job, &t.figures, 0, NULL) + t.axis.ticks[0].height / 2;
	t.height = chart_larger(chart_between(job, HEIGHT, HEIGHT_TIGHT), names_height(&t));
	set_points(&t);
	place_names(&t);
	axis_draw_up(job, &t.axis, t.left, t.right - t.left, t.top, t.height);
	if (t.axis.scale.lo <= 0 && t.axis.scale.hi >= 0) {
		int32_t zero = t.top + t.height - scale_at(&t.axis.scale, 0, t.height);

		axis_zero(job, t.left, zero, t.right, zero);
	}
	draw_lines(&t);
	for (size_t i = 0; i < t.figures.series_count; i++)
		draw_name(&t, i);
	job->height = draw_labels(&t);
	return true;
}
