/*
 * Markers differ in shape, so that they are told apart without colour: a filled dot, an open ring, a ring of dashes, a
 * diamond, a square, a triangle. Each stands on a ground of paper, so that a line behind it ends clearly before it.
 */
#include "chart_int.h"

static const double TURN = 6.283185307179586;

enum { RING_WIDTH = 1500, DASHES = 5 };

/* Open markers hide the line that runs through them. */
static void clear_ground(struct chart_job *job, int32_t x, int32_t y, int32_t radius)
{
	cairo_arc(canvas_pen(job->canvas), x, y, radius, 0, TURN);
	cairo_close_path(canvas_pen(job->canvas));
	canvas_fill(job->canvas, job->theme->paper, CANVAS_QUIET);
}

static void draw_dot(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	cairo_arc(canvas_pen(job->canvas), x, y, radius, 0, TURN);
	cairo_close_path(canvas_pen(job->canvas));
	canvas_fill(job->canvas, color, CANVAS_MARK);
}

static void draw_ring(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	clear_ground(job, x, y, radius);
	cairo_arc(canvas_pen(job->canvas), x, y, radius - RING_WIDTH / 2, 0, TURN);
	cairo_close_path(canvas_pen(job->canvas));
	canvas_stroke(job->canvas, color, RING_WIDTH, CANVAS_MARK);
}

/* Dashes as arcs of their own: they close evenly at any radius. */
static void draw_dashed(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	cairo_t *pen = canvas_pen(job->canvas);
	double step = TURN / DASHES;

	clear_ground(job, x, y, radius);
	for (int i = 0; i < DASHES; i++) {
		cairo_new_sub_path(pen);
		cairo_arc(pen, x, y, radius - RING_WIDTH / 2, i * step, (i + 0.6) * step);
	}
	canvas_stroke(job->canvas, color, RING_WIDTH, CANVAS_MARK);
}

static void draw_diamond(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	cairo_t *pen = canvas_pen(job->canvas);
	int32_t r = radius * 5 / 4; /* as heavy as a dot of that radius */

	cairo_move_to(pen, x, y - r);
	cairo_line_to(pen, x + r, y);
	cairo_line_to(pen, x, y + r);
	cairo_line_to(pen, x - r, y);
	cairo_close_path(pen);
	canvas_fill(job->canvas, color, CANVAS_MARK);
}

static void draw_square(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	int32_t r = radius * 7 / 8; /* as heavy as a dot of that radius */

	canvas_rect(job->canvas, x - r, y - r, 2 * r, 2 * r, 0);
	canvas_fill(job->canvas, color, CANVAS_MARK);
}

static void draw_triangle(struct chart_job *job, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	cairo_t *pen = canvas_pen(job->canvas);
	int32_t half = radius * 6 / 5;

	cairo_move_to(pen, x, y - radius * 6 / 5);
	cairo_line_to(pen, x + half, y + radius * 4 / 5);
	cairo_line_to(pen, x - half, y + radius * 4 / 5);
	cairo_close_path(pen);
	canvas_fill(job->canvas, color, CANVAS_MARK);
}

static void (*const draw[MARKERS])(struct chart_job *, int32_t, int32_t, int32_t, uint32_t) = {
	[MARKER_DOT] = draw_dot,         [MARKER_RING] = draw_ring,     [MARKER_DASHED] = draw_dashed,
	[MARKER_DIAMOND] = draw_diamond, [MARKER_SQUARE] = draw_square, [MARKER_TRIANGLE] = draw_triangle,
};

void marker_draw(struct chart_job *job, enum marker marker, int32_t x, int32_t y, int32_t radius, uint32_t color)
{
	draw[marker](job, x, y, radius, color);
}
