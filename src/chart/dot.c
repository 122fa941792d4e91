/*
 * Dots on a common scale: one for each value of a row, the dots of a row joined by a line. A single value stands at its
 * dot; several stand in columns at the right, under the marker of their series.
 */
#include "chart_int.h"

enum { MOST_ROWS = 14 };

/* Measures in mpt. */
enum {
	LABEL_SHARE = 40,
	RADIUS = 4200,
	APART = 11000,  /* from dot to dot, so that none covers another */
	ROW_PAD = 4500, /* above and below the label of a row */
	ROW_PAD_TIGHT = 2000,
	VALUE_GAP = 5000,
	COLUMN_GAP = 12000, /* before each column of values */
	JOIN = 1250,
	LEAST_ROOM = 90000
};

struct dots {
	struct chart_job *job;
	struct figures figures;
	struct column column;
	struct axis axis;
	struct stack *values; /* row by row */
	int32_t *columns;     /* widths of the columns of values */
	int32_t x, length;    /* of the scale */
};

static const struct stack *value_of(const struct dots *d, size_t row, size_t series)
{
	return &d->values[row * d->figures.series_count + series];
}

/* Returns the room that values need at the right of the scale. */
static int32_t set_values(struct dots *d)
{
	const struct figures *f = &d->figures;
	int32_t room = 0;

	d->values = arena_array(d->job->arena, f->row_count * f->series_count, sizeof *d->values);
	d->columns = arena_array(d->job->arena, f->series_count, sizeof *d->columns);
	for (size_t i = 0; i < f->row_count * f->series_count; i++) {
		const struct figure_row *row = &f->rows[i / f->series_count];
		size_t series = i % f->series_count;
		struct label_spec spec = {
			.strong = row->main, .width = d->job->width, .close = true, .color = d->job->theme->ink};

		d->values[i] = said_label(d->job, &spec, row->values[series], f->places);
		d->columns[series] =
			chart_larger(d->columns[series],
				     f->series_count > 1 ? label_beside_width(&d->values[i]) : d->values[i].width);
	}
	if (f->series_count == 1)
		return d->columns[0] + VALUE_GAP + RADIUS;
	for (size_t i = 0; i < f->series_count; i++)
		room += COLUMN_GAP + chart_larger(d->columns[i], APART);
	return room;
}

static bool set_axis(struct dots *d)
{
	const struct value *from = value_field(d->job->req->chart, "from");
	int64_t least = d->figures.least < 0 ? d->figures.least : 0, most = d->figures.most > 0 ? d->figures.most : 0;

	if (from && from->kind == VALUE_NUMBER) {
		least = from->as.number.thousandths;
		most = chart_larger64(d->figures.most, least);
	}
	d->x = d->column.width + RADIUS;
	d->length = d->job->width - d->x - set_values(d) - RADIUS;
	if (d->length < LEAST_ROOM)
		return false;
	d->axis = axis_across(d->job, &d->figures, least, most, d->length);
	return true;
}

static int32_t dot_x(const struct dots *d, size_t row, size_t series)
{
	return d->x + scale_at(&d->axis.scale, d->figures.rows[row].values[series], d->length);
}

/* Dots that would cover each other are set one below the other. */
static int32_t dot_drop(const struct dots *d, size_t row, size_t series)
{
	int32_t count = (int32_t)d->figures.series_count, x = dot_x(d, row, series);

	for (size_t i = 0; i < d->figures.series_count; i++) {
		int32_t away = dot_x(d, row, i) - x;

		if (i != series && away < APART && away > -APART)
			return ((int32_t)series * 2 - count + 1) * APART / 2;
	}
	return 0;
}

static int32_t row_height(const struct dots *d, size_t row)
{
	int32_t height = d->column.of[row].height, drop = 0;

	for (size_t i = 0; i < d->figures.series_count; i++) {
		int32_t own = dot_drop(d, row, i);

		drop = chart_larger(drop, own < 0 ? -own : own);
	}
	return chart_larger(height, 2 * (drop + RADIUS)) + 2 * chart_between(d->job, ROW_PAD, ROW_PAD_TIGHT);
}

static void join_dots(struct dots *d, size_t row, int32_t y)
{
	int32_t left = d->job->width, right = 0;

	for (size_t i = 0; i < d->figures.series_count; i++) {
		int32_t x = dot_x(d, row, i);

		left = x < left ? x : left;
		right = chart_larger(right, x);
	}
	if (right <= left)
		return;
	canvas_line(d->job->canvas, left, y, right, y);
	canvas_stroke(d->job->canvas, d->job->theme->muted, JOIN, CANVAS_QUIET);
}

static void draw_values(struct dots *d, size_t row, int32_t y)
{
	int32_t x = d->x + d->length + RADIUS;

	if (d->figures.series_count == 1) {
		const struct stack *words = value_of(d, row, 0);
		int32_t left = dot_x(d, row, 0) + RADIUS + VALUE_GAP, top = y - words->height / 2;

		label_ground(d->job, left, top, words->width, words->height);
		label_draw_stack(d->job, words, left, top);
		return;
	}
	for (size_t i = 0; i < d->figures.series_count; i++) {
		const struct stack *words = value_of(d, row, i);

		x += COLUMN_GAP + chart_larger(d->columns[i], APART);
		label_draw_beside(d->job, words, x - label_beside_width(words), y - words->of[0].leading / 2);
	}
}

static int32_t draw_row(struct dots *d, size_t row, int32_t top)
{
	int32_t height = row_height(d, row), y = top + height / 2;
	const struct stack *label = &d->column.of[row];

	label_draw_stack(d->job, label, 0, y - label->height / 2);
	join_dots(d, row, y);
	for (size_t i = 0; i < d->figures.series_count; i++)
		marker_draw(d->job, pattern_marker(i), dot_x(d, row, i), y + dot_drop(d, row, i), RADIUS,
			    pattern_color(d->job, i));
	draw_values(d, row, y);
	return top + height;
}

/* The markers of the series above their columns; returns the height. */
static int32_t draw_heads(struct dots *d, int32_t top)
{
	int32_t x = d->x + d->length + RADIUS;

	if (d->figures.series_count == 1)
		return 0;
	for (size_t i = 0; i < d->figures.series_count; i++) {
		x += COLUMN_GAP + chart_larger(d->columns[i], APART);
		pattern_sign(d->job, (int)i, x - APART / 2, top + RADIUS * 5 / 4);
	}
	return 3 * RADIUS;
}

static void draw_zero(struct dots *d, int32_t top, int32_t bottom)
{
	int32_t x = d->x + scale_at(&d->axis.scale, 0, d->length);

	if (d->axis.scale.lo <= 0 && d->axis.scale.hi >= 0)
		axis_zero(d->job, x, top, x, bottom);
}

bool dot_draw(struct chart_job *job)
{
	struct dots d = {.job = job};
	int32_t y, bottom;

	figures_read(job->arena, job->req, &d.figures);
	if (!chart_countable(job, d.figures.row_count, MOST_ROWS) ||
	    !column_fit(job, figures_labels(job->arena, &d.figures), d.figures.row_count, LABEL_SHARE, &d.column))
		return false;
	if (!set_axis(&d)) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	y = axis_head(job, &d.figures, d.column.width, pattern_sign);
	y += draw_heads(&d, y);
	bottom = y;
	for (size_t i = 0; i < d.figures.row_count; i++)
		bottom += row_height(&d, i);
	axis_draw_across(job, &d.axis, d.x, d.length, y, bottom);
	draw_zero(&d, y, bottom);
	for (size_t i = 0; i < d.figures.row_count; i++)
		y = draw_row(&d, i, y);
	job->height = bottom + axis_height(&d.axis);
	return true;
}
