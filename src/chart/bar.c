/*
 * Bars from left to right, all from one line at zero, each with its value at its end: no axis is needed to read them.
 * Several series stand below each other in each row.
 */
#include "chart_int.h"

enum { MOST_ROWS = 14 };

/* Measures in mpt. */
enum {
	LABEL_SHARE = 42, /* percent of the width that labels of rows may take */
	BAR = 13000,      /* height of the only bar of a row */
	BAR_TIGHT = 10500,
	BAR_GAP = 1500, /* between the bars of a row */
	ROW_GAP = 8000,
	ROW_GAP_TIGHT = 3500,
	VALUE_GAP = 4000,   /* from a bar to its value */
	LEAST_ROOM = 70000, /* for the bars */
	LEAST_BAR = 500,
	REST_TINT = 62 /* percent of the secondary ink, where one row is the main one */
};

struct bars {
	struct chart_job *job;
	struct figures figures;
	struct column column;
	struct stack *values; /* row by row */
	int32_t x, length;    /* of the bars' room */
	int32_t pitch;        /* from bar to bar in a row */
	struct scale scale;
};

static const struct stack *value_at_row(const struct bars *b, size_t row, size_t series)
{
	return &b->values[row * b->figures.series_count + series];
}

/* In a row with one bar the languages of a value have a line each, as those of its label do. */
static int32_t value_width(const struct bars *b, const struct stack *words)
{
	return b->figures.series_count > 1 ? label_beside_width(words) : words->width;
}

static void draw_value(struct bars *b, const struct stack *words, int32_t x, int32_t middle)
{
	if (b->figures.series_count > 1)
		label_draw_beside(b->job, words, x, middle - words->of[0].leading / 2);
	else
		label_draw_stack(b->job, words, x, middle - words->height / 2);
}

/* Values stand outside their bars: room for the widest at each end that has any. */
static bool set_values(struct bars *b)
{
	const struct figures *f = &b->figures;
	int32_t before = 0, after = 0;

	b->values = arena_array(b->job->arena, f->row_count * f->series_count, sizeof *b->values);
	for (size_t i = 0; i < f->row_count * f->series_count; i++) {
		const struct figure_row *row = &f->rows[i / f->series_count];
		struct label_spec spec = {
			.strong = row->main, .width = b->job->width, .close = true, .color = b->job->theme->ink};
		int64_t value = row->values[i % f->series_count];
		int32_t width;

		b->values[i] = said_label(b->job, &spec, value, f->places);
		width = value_width(b, &b->values[i]) + VALUE_GAP;
		b->pitch = chart_larger(b->pitch, b->values[i].of[0].leading);
		if (value < 0)
			before = chart_larger(before, width);
		else
			after = chart_larger(after, width);
	}
	b->x = b->column.width + before;
	b->length = b->job->width - b->x - after;
	return b->length >= LEAST_ROOM;
}

static uint32_t bar_color(const struct bars *b, const struct figure_row *row)
{
	const struct chart_theme *theme = b->job->theme;

	if (!b->figures.has_main || row->main)
		return theme->palette[0];
	return contrast_mix(theme->muted, theme->paper, REST_TINT);
}

static void draw_bar(struct bars *b, size_t row, size_t series, int32_t y, int32_t height)
{
	const struct figure_row *of = &b->figures.rows[row];
	const struct stack *words = value_at_row(b, row, series);
	int32_t zero = b->x + scale_at(&b->scale, 0, b->length);
	int32_t end = b->x + scale_at(&b->scale, of->values[series], b->length);
	int32_t left = end < zero ? end : zero, width = end < zero ? zero - end : end - zero;
	int32_t text = of->values[series] < 0 ? left - VALUE_GAP - value_width(b, words) : left + width + VALUE_GAP;

	if (of->values[series] && width < LEAST_BAR) {
		left = of->values[series] < 0 ? zero - LEAST_BAR : zero;
		width = LEAST_BAR;
	}
	if (width > 0 && b->figures.series_count > 1) {
		pattern_fill(b->job, series, left, y, width, height);
	} else if (width > 0) {
		canvas_rect(b->job->canvas, left, y, width, height, 0);
		canvas_fill(b->job->canvas, bar_color(b, of), CANVAS_MARK);
	}
	draw_value(b, words, text, y + height / 2);
}

static int32_t draw_row(struct bars *b, size_t row, int32_t y)
{
	size_t count = b->figures.series_count;
	int32_t only = chart_between(b->job, BAR, BAR_TIGHT);
	int32_t bar = count > 1 ? b->pitch - BAR_GAP : only, bars = count > 1 ? (int32_t)count * b->pitch : only;
	int32_t label = b->column.of[row].height, height = chart_larger(label, bars);
	int32_t at = y + (height - bars) / 2 + (count > 1 ? BAR_GAP / 2 : 0);

	label_draw_stack(b->job, &b->column.of[row], 0, y + (height - label) / 2);
	for (size_t i = 0; i < count; i++, at += b->pitch)
		draw_bar(b, row, i, at, bar);
	return y + height;
}

bool bar_draw(struct chart_job *job)
{
	struct bars b = {.job = job};
	int32_t gap = chart_between(job, ROW_GAP, ROW_GAP_TIGHT), top, y, zero;

	figures_read(job->arena, job->req, &b.figures);
	if (!chart_countable(job, b.figures.row_count, MOST_ROWS) ||
	    !column_fit(job, figures_labels(job->arena, &b.figures), b.figures.row_count, LABEL_SHARE, &b.column))
		return false;
	if (!set_values(&b)) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	/* The longest bar fills the room: without an axis the ends of the scale need not be round. */
	b.scale.lo = b.figures.least < 0 ? b.figures.least : 0;
	b.scale.hi = b.figures.most > 0 ? b.figures.most : b.scale.lo < 0 ? 0 : 1;
	top = y = axis_head(job, &b.figures, b.column.width, pattern_swatch);
	for (size_t i = 0; i < b.figures.row_count; i++)
		y = draw_row(&b, i, y + (i ? gap : 0));
	zero = b.x + scale_at(&b.scale, 0, b.length);
	axis_zero(job, zero, top, zero, y);
	job->height = y;
	return true;
}
