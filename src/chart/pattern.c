/*
 * What tells series apart without colour: fills are solid, striped, dotted or barred, in that order; markers differ in
 * shape. A pattern is drawn in the colour of the paper on the fill, cut to its rectangle by calculation.
 */
#include "chart_int.h"

enum { STROKE = 1100, STEP = 5200, DOT = 1100, SWATCH = 9000, RADIUS = 4000 };

uint32_t pattern_color(const struct chart_job *job, size_t series)
{
	return job->theme->palette[series % job->theme->palette_count];
}

enum marker pattern_marker(size_t series)
{
	static const enum marker markers[] = {MARKER_DOT, MARKER_RING, MARKER_SQUARE, MARKER_TRIANGLE};

	return markers[series % COUNT_OF(markers)];
}

struct rect {
	int32_t x, y, w, h;
};

/* Lines that rise to the right. */
static void stripes(struct chart_job *job, const struct rect *r)
{
	int32_t last = r->w + r->h - STEP / 4;

	for (int32_t c = STEP / 2; c < last; c += STEP) {
		int32_t x1 = c > r->h ? c - r->h : 0, y1 = c < r->h ? c : r->h;
		int32_t x2 = c < r->w ? c : r->w, y2 = c > r->w ? c - r->w : 0;

		cairo_move_to(canvas_pen(job->canvas), r->x + x1, r->y + y1);
		cairo_line_to(canvas_pen(job->canvas), r->x + x2, r->y + y2);
	}
}

static void bars(struct chart_job *job, const struct rect *r)
{
	for (int32_t x = STEP / 2; x < r->w - STROKE; x += STEP)
		canvas_line(job->canvas, r->x + x, r->y, r->x + x, r->y + r->h);
}

/* Two rows of dots, the second between the first. */
static void dots(struct chart_job *job, const struct rect *r)
{
	for (int row = 0; row < 2; row++) {
		int32_t y = r->y + r->h * (2 * row + 1) / 4;

		for (int32_t x = STEP / 2 + row * STEP / 2; x < r->w - 2 * DOT; x += STEP)
			canvas_rect(job->canvas, r->x + x - DOT / 2, y - DOT / 2, DOT * 3 / 2, DOT * 3 / 2, 0);
	}
}

static bool has_path(const struct chart_job *job)
{
	return cairo_has_current_point(canvas_pen(job->canvas));
}

static void draw_pattern(struct chart_job *job, size_t series, const struct rect *r)
{
	enum { SOLID, STRIPES, DOTS, BARS, PATTERNS };
	int pattern = (int)(series % PATTERNS);

	if (pattern == SOLID)
		return;
	if (pattern == STRIPES)
		stripes(job, r);
	else if (pattern == DOTS)
		dots(job, r);
	else
		bars(job, r);
	if (!has_path(job))
		return;
	if (pattern == DOTS)
		canvas_fill(job->canvas, job->theme->paper, CANVAS_QUIET);
	else
		canvas_stroke(job->canvas, job->theme->paper, STROKE, CANVAS_QUIET);
}

void pattern_fill(struct chart_job *job, size_t series, int32_t x, int32_t y, int32_t w, int32_t h)
{
	struct rect r = {x, y, w, h};

	if (w <= 0 || h <= 0)
		return;
	canvas_rect(job->canvas, x, y, w, h, 0);
	canvas_fill(job->canvas, pattern_color(job, series), CANVAS_MARK);
	draw_pattern(job, series, &r);
}

void pattern_plate(struct chart_job *job, size_t series, int32_t x, int32_t y, int32_t w, int32_t h)
{
	canvas_rect(job->canvas, x, y, w, h, 0);
	canvas_fill(job->canvas, pattern_color(job, series), CANVAS_QUIET);
}

void pattern_swatch(struct chart_job *job, int series, int32_t x, int32_t y)
{
	pattern_fill(job, (size_t)series, x - SWATCH / 2, y - SWATCH / 2, SWATCH, SWATCH);
}

void pattern_sign(struct chart_job *job, int series, int32_t x, int32_t y)
{
	marker_draw(job, pattern_marker((size_t)series), x, y, RADIUS, pattern_color(job, (size_t)series));
}
