/*
 * Stacked bars: the series of a row one behind the other, with their values in them where there is room, and the sum at
 * the end. Parts are divided by a gap of paper, and by patterns.
 */
#include "chart_int.h"

enum { MOST_ROWS = 14 };

/* Measures in mpt. */
enum {
	LABEL_SHARE = 42,
	BAR = 15000,
	BAR_TIGHT = 13000,
	ROW_GAP = 8000,
	ROW_GAP_TIGHT = 3500,
	PART_GAP = 1250,
	VALUE_GAP = 4000,
	VALUE_PAD = 2500, /* at each side of a value in a part */
	PLATE_PAD = 1500,
	LEAST_ROOM = 90000
};

struct stacked {
	struct chart_job *job;
	struct figures figures;
	struct column column;
	struct axis axis;
	struct stack *totals; /* NULL: all are equal, there is nothing to compare */
	int32_t length;
};

static bool totals_differ(const struct figures *f)
{
	for (size_t i = 1; i < f->row_count; i++)
		if (figures_total(f, i) != figures_total(f, 0))
			return true;
	return f->row_count == 1;
}

/* Returns the room that the sums take at the right. */
static int32_t set_totals(struct stacked *s)
{
	struct label_spec spec = {.strong = true, .width = s->job->width, .close = true, .color = s->job->theme->ink};
	int32_t width = 0;

	if (!totals_differ(&s->figures))
		return 0;
	s->totals = arena_array(s->job->arena, s->figures.row_count, sizeof *s->totals);
	for (size_t i = 0; i < s->figures.row_count; i++) {
		s->totals[i] = said_label(s->job, &spec, figures_total(&s->figures, i), s->figures.places);
		width = chart_larger(width, s->totals[i].width + VALUE_GAP);
	}
	return width;
}

static bool set_axis(struct stacked *s)
{
	int64_t most = 0;
	int32_t room = s->job->width - s->column.width - set_totals(s);

	for (size_t i = 0; i < s->figures.row_count; i++)
		if (figures_total(&s->figures, i) > most)
			most = figures_total(&s->figures, i);
	s->axis = axis_across(s->job, &s->figures, 0, most, room);
	s->length = room;
	if (!s->totals || s->job->width - s->column.width - room < s->axis.widest / 2)
		s->length = s->job->width - s->column.width -
			    chart_larger(s->axis.widest / 2, s->job->width - s->column.width - room);
	return s->length >= LEAST_ROOM;
}

/* The value in its part, on a plate that keeps the pattern off it; left out where the part is too short. */
static void draw_value(struct stacked *s, size_t row, size_t series, int32_t x, int32_t y, int32_t w, int32_t h)
{
	uint32_t color = contrast_better(pattern_color(s->job, series), s->job->theme->paper, s->job->theme->ink);
	struct label_spec spec = {.width = s->job->width, .close = true, .color = color};
	struct stack words = said_label(s->job, &spec, s->figures.rows[row].values[series], s->figures.places);
	int32_t width = label_beside_width(&words), left = x + (w - width) / 2;

	if (width + 2 * VALUE_PAD > w)
		return;
	if (series > 0)
		pattern_plate(s->job, series, left - PLATE_PAD, y, width + 2 * PLATE_PAD, h);
	label_draw_beside(s->job, &words, left, y + h / 2 - words.of[0].leading / 2);
}

static void draw_parts(struct stacked *s, size_t row, int32_t y, int32_t height)
{
	const struct figures *f = &s->figures;
	int64_t sum = 0;

	for (size_t i = 0; i < f->series_count; i++) {
		int32_t from = s->column.width + scale_at(&s->axis.scale, sum, s->length), to;

		sum += f->rows[row].values[i];
		to = s->column.width + scale_at(&s->axis.scale, sum, s->length);
		if (sum < figures_total(f, row))
			to -= PART_GAP;
		if (to <= from)
			continue;
		pattern_fill(s->job, i, from, y, to - from, height);
		draw_value(s, row, i, from, y, to - from, height);
	}
}

static int32_t draw_row(struct stacked *s, size_t row, int32_t y)
{
	int32_t bar = chart_between(s->job, BAR, BAR_TIGHT), label = s->column.of[row].height;
	int32_t height = chart_larger(label, bar), at = y + (height - bar) / 2;
	int32_t end = s->column.width + scale_at(&s->axis.scale, figures_total(&s->figures, row), s->length);

	label_draw_stack(s->job, &s->column.of[row], 0, y + (height - label) / 2);
	draw_parts(s, row, at, bar);
	if (s->totals) {
		const struct stack *total = &s->totals[row];
		int32_t text = at + bar / 2 - total->height / 2;

		label_ground(s->job, end + VALUE_GAP, text, total->width, total->height);
		label_draw_stack(s->job, total, end + VALUE_GAP, text);
	}
	return y + height;
}

static int32_t rows_height(const struct stacked *s, int32_t gap)
{
	int32_t bar = chart_between(s->job, BAR, BAR_TIGHT), height = 0;

	for (size_t i = 0; i < s->figures.row_count; i++)
		height += chart_larger(s->column.of[i].height, bar) + (i ? gap : 0);
	return height;
}

bool stacked_draw(struct chart_job *job)
{
	struct stacked s = {.job = job};
	int32_t gap = chart_between(job, ROW_GAP, ROW_GAP_TIGHT), top, bottom, y;

	figures_read(job->arena, job->req, &s.figures);
	if (!chart_countable(job, s.figures.row_count, MOST_ROWS) ||
	    !column_fit(job, figures_labels(job->arena, &s.figures), s.figures.row_count, LABEL_SHARE, &s.column))
		return false;
	if (!set_axis(&s)) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	top = y = axis_head(job, &s.figures, s.column.width, pattern_swatch);
	bottom = top + rows_height(&s, gap) + gap / 2;
	axis_draw_across(job, &s.axis, s.column.width, s.length, top, bottom);
	for (size_t i = 0; i < s.figures.row_count; i++)
		y = draw_row(&s, i, y + (i ? gap : 0));
	axis_zero(job, s.column.width, top, s.column.width, bottom);
	job->height = bottom + axis_height(&s.axis);
	return true;
}
