/*
 * Land on maps: outlines from a file of rings, cut to the part of the world that is shown. The file has one ring a line,
 * points as longitude,latitude in tenths of a degree; lines that begin with # say where it comes from.
 */
#include "chart_int.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { LAND_LIMIT = 1 << 20, TENTHS = 10 };

/* One point; moves past it. */
static bool read_point(const char **at, struct land_point *point)
{
	char *end;
	long x = strtol(*at, &end, 10), y;

	if (end == *at || *end != ',')
		return false;
	*at = end + 1;
	y = strtol(*at, &end, 10);
	if (end == *at || labs(x) > 5400 || labs(y) > 900)
		return false;
	*at = end + (*end == ' ');
	*point = (struct land_point){(int16_t)x, (int16_t)y};
	return true;
}

static bool read_ring(struct arena *arena, struct land *land, const char *line)
{
	LIST(struct land_point) points = {0};
	struct land_point point;

	while (*line && *line != '\n' && *line != '\r') {
		if (!read_point(&line, &point))
			return false;
		*LIST_ADD(arena, &points) = point;
	}
	*LIST_ADD(arena, &land->rings) = (struct land_ring){points.items, points.count};
	return points.count >= 3;
}

const struct land *chart_land(struct arena *arena, struct diag *diag, const char *path)
{
	struct source_file *file = arena_alloc(arena, sizeof *file);
	struct land *land = arena_alloc(arena, sizeof *land);
	uint32_t line = 1;
	char *text;
	size_t len;

	if (file_read(arena, path, LAND_LIMIT, &text, &len) != FILE_OK) {
		DIAG(diag, FILE_UNREADABLE, ((struct pos){0}), path, strerror(errno));
		return NULL;
	}
	*file = (struct source_file){arena_strdup(arena, path), text, len};
	for (const char *at = text; at < text + len; line++) {
		const char *end = memchr(at, '\n', (size_t)(text + len - at));

		if (*at != '#' && *at != '\n' && !read_ring(arena, land, at)) {
			DIAG0(diag, CHART_LAND, ((struct pos){file, line, 1}));
			return NULL;
		}
		at = end ? end + 1 : text + len;
	}
	return land;
}

/* ---- cutting ---- */

struct ring {
	struct flat *points;
	size_t count;
};

/* Which side of an edge a point is on: above 0 inside. Edges: left, right, top, bottom. */
static double inside(const struct flat *p, int edge, double width, double height)
{
	return edge == 0 ? p->x : edge == 1 ? width - p->x : edge == 2 ? p->y : height - p->y;
}

static struct flat between(const struct flat *a, const struct flat *b, double da, double db)
{
	double t = da / (da - db);

	return (struct flat){a->x + t * (b->x - a->x), a->y + t * (b->y - a->y)};
}

/* Sutherland and Hodgman, "Reentrant polygon clipping", Communications of the ACM 17, 1974: one edge. */
static size_t cut_edge(const struct ring *from, int edge, double width, double height, struct flat *to)
{
	size_t count = 0;

	for (size_t i = 0; i < from->count; i++) {
		const struct flat *a = &from->points[i], *b = &from->points[(i + 1) % from->count];
		double da = inside(a, edge, width, height), db = inside(b, edge, width, height);

		if (da >= 0)
			to[count++] = *a;
		if ((da >= 0) != (db >= 0))
			to[count++] = between(a, b, da, db);
	}
	return count;
}

static void draw_ring(struct chart_job *job, const struct ring *ring)
{
	cairo_t *pen = canvas_pen(job->canvas);

	for (size_t i = 0; i < ring->count; i++)
		(i ? cairo_line_to : cairo_move_to)(pen, ring->points[i].x, ring->points[i].y);
	cairo_close_path(pen);
}

static size_t points_outside(const struct ring *ring, int edge, double width, double height)
{
	size_t count = 0;

	for (size_t i = 0; i < ring->count; i++)
		count += inside(&ring->points[i], edge, width, height) < 0;
	return count;
}

/* Each of the four cuts can add a point for every second one. */
static bool cut_ring(struct chart_job *job, const struct land_ring *from, const struct view *view, double turn,
		     struct arena *scratch)
{
	struct ring ring = {arena_array(scratch, from->count, sizeof *ring.points), from->count};

	for (size_t i = 0; i < from->count; i++)
		ring.points[i] =
			view_point(view, (double)from->points[i].x / TENTHS + turn, (double)from->points[i].y / TENTHS);
	for (int edge = 0; edge < 4 && ring.count; edge++) {
		size_t outside = points_outside(&ring, edge, job->width, job->height);
		struct ring next = {0};

		if (!outside) /* most rings need no cut, or are out of sight */
			continue;
		if (outside == ring.count)
			return false;
		next.points = arena_array(scratch, 2 * ring.count, sizeof *next.points);
		next.count = cut_edge(&ring, edge, job->width, job->height, next.points);
		ring = next;
	}
	if (ring.count < 3)
		return false;
	draw_ring(job, &ring);
	return true;
}

void land_draw(struct chart_job *job, const struct view *view, uint32_t color)
{
	const struct land *land = job->theme->land;
	bool any = false;

	for (int turn = -360; turn <= 360; turn += 360) {
		struct arena *scratch = arena_new();

		for (size_t i = 0; i < land->rings.count; i++)
			any |= cut_ring(job, &land->rings.items[i], view, turn, scratch);
		arena_free(scratch);
	}
	if (any)
		canvas_fill(job->canvas, color, CANVAS_QUIET);
}
