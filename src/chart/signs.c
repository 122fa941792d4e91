/*
 * Counted signs. A waffle is one block of signs, divided among at most four parts that differ in colour and shape;
 * units have a line of signs for each row. A sign may stand for more than one; then its parts are rounded so that
 * the whole keeps its number of signs (largest remainders).
 */
#include "chart_int.h"

enum { MOST_PARTS = 4, MOST_ROWS = 14, MOST_SIGNS = 200 };

/* Measures in mpt. */
enum {
	LABEL_SHARE = 42,
	RADIUS = 4600,
	CELL = 12500,
	CELL_TIGHT = 10500,
	BLOCK_GAP = 22000, /* from the block to its parts in words */
	PART_GAP = 8000,
	PART_GAP_TIGHT = 4000,
	ROW_GAP = 7000,
	ROW_GAP_TIGHT = 3000,
	VALUE_GAP = 7000,
	NOTE_BELOW = 7000,
	TEXT_GAP = 7000,
	LEAST_ROOM = 60000,
	WIDE_BLOCK = 100 /* more signs than this stand in rows of 20 */
};

struct signs {
	struct chart_job *job;
	struct figures figures;
	size_t *counts; /* signs of each row */
	size_t total;
	int64_t each; /* thousandths */
	int32_t cell;
};

static int64_t rest_of(const struct signs *s, size_t row)
{
	return s->figures.rows[row].values[0] % s->each;
}

/* The row whose share was cut most. */
static size_t most_cut(const struct signs *s, const bool *given)
{
	size_t best = s->figures.row_count;

	for (size_t i = 0; i < s->figures.row_count; i++)
		if (!given[i] && (best == s->figures.row_count || rest_of(s, i) > rest_of(s, best)))
			best = i;
	return best;
}

/* Whole signs first; those that are missing to the whole go to the largest remainders. */
static void share_out(struct signs *s)
{
	bool *given = arena_array(s->job->arena, s->figures.row_count, sizeof *given);
	int64_t sum = 0;
	size_t used = 0;

	for (size_t i = 0; i < s->figures.row_count; i++) {
		sum += s->figures.rows[i].values[0];
		s->counts[i] = (size_t)(s->figures.rows[i].values[0] / s->each);
		used += s->counts[i];
	}
	s->total = (size_t)((sum + s->each / 2) / s->each);
	for (; used < s->total; used++) {
		size_t row = most_cut(s, given);

		if (row == s->figures.row_count)
			break;
		given[row] = true;
		s->counts[row]++;
	}
}

/* Each row for itself: there is no whole. */
static void round_each(struct signs *s)
{
	for (size_t i = 0; i < s->figures.row_count; i++) {
		s->counts[i] = (size_t)((s->figures.rows[i].values[0] + s->each / 2) / s->each);
		s->total += s->counts[i];
	}
}

static bool begin(struct signs *s, size_t most_rows, bool whole)
{
	const struct value *each = value_field(s->job->req->chart, "each");

	figures_read(s->job->arena, s->job->req, &s->figures);
	if (!chart_countable(s->job, s->figures.row_count, most_rows))
		return false;
	s->each = (each && each->kind == VALUE_INT ? each->as.integer : 1) * 1000;
	s->cell = chart_between(s->job, CELL, CELL_TIGHT);
	s->counts = arena_array(s->job->arena, s->figures.row_count, sizeof *s->counts);
	if (whole)
		share_out(s);
	else
		round_each(s);
	if (s->total <= MOST_SIGNS)
		return true;
	DIAG(s->job->diag, CHART_MANY_SIGNS, s->job->req->chart->pos, arena_printf(s->job->arena, "%zu", s->total),
	     arena_printf(s->job->arena, "%d", MOST_SIGNS));
	return false;
}

/* Says how many one sign stands for, if it is not one; returns where the drawing goes on. */
static int32_t draw_note(struct signs *s, int32_t x)
{
	struct label_spec spec = {.width = s->job->width - x, .close = true, .color = s->job->theme->muted};
	const char *texts[CHART_LANGS];
	struct stack note;

	if (s->each == 1000)
		return axis_head(s->job, &s->figures, x, NULL);
	for (size_t i = 0; i < s->job->req->lang_count; i++)
		texts[i] = said_sign(s->job->arena, s->job->req, i);
	note = label_stack_of(s->job, &spec, texts, s->job->req->chart->pos);
	label_draw_stack(s->job, &note, x, 0);
	return note.height + NOTE_BELOW;
}

static void draw_sign(struct signs *s, size_t part, int32_t x, int32_t y)
{
	int32_t radius = s->cell * RADIUS / CELL;

	marker_draw(s->job, pattern_marker(part), x + s->cell / 2, y + s->cell / 2, radius,
		    pattern_color(s->job, part));
}

/* ---- the block ---- */

static int32_t draw_block(struct signs *s, size_t columns, int32_t top)
{
	size_t at = 0;

	for (size_t part = 0; part < s->figures.row_count; part++)
		for (size_t i = 0; i < s->counts[part]; i++, at++)
			draw_sign(s, part, (int32_t)(at % columns) * s->cell, top + (int32_t)(at / columns) * s->cell);
	return top + (int32_t)((s->total + columns - 1) / columns) * s->cell;
}

/* A part in words: its sign, its value, its name. */
static int32_t draw_part(struct signs *s, size_t part, int32_t x, int32_t y)
{
	const struct figure_row *row = &s->figures.rows[part];
	struct label_spec strong = {
		.strong = true, .width = s->job->width - x, .close = true, .color = s->job->theme->ink};
	struct label_spec spec = {
		.width = s->job->width - x - CELL - TEXT_GAP, .close = true, .color = s->job->theme->ink};
	struct stack value = said_label(s->job, &strong, row->values[0], s->figures.places);
	struct stack name = label_stack_of(s->job, &spec, row->label.text, row->label.pos);
	int32_t text = x + CELL + TEXT_GAP;

	marker_draw(s->job, pattern_marker(part), x + CELL / 2, y + value.of[0].leading / 2, RADIUS,
		    pattern_color(s->job, part));
	label_draw_beside(s->job, &value, text, y);
	label_draw_stack(s->job, &name, text, y + value.of[0].height);
	return y + value.of[0].height + name.height;
}

bool waffle_draw(struct chart_job *job)
{
	struct signs s = {.job = job};
	int32_t gap = chart_between(job, PART_GAP, PART_GAP_TIGHT), top, y, x;
	size_t columns;

	if (!begin(&s, MOST_PARTS, true))
		return false;
	columns = s.total > WIDE_BLOCK ? 20 : 10;
	x = (int32_t)columns * s.cell + BLOCK_GAP;
	if (job->width - x < LEAST_ROOM + CELL + TEXT_GAP) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	top = y = draw_note(&s, 0);
	job->height = draw_block(&s, columns, top);
	for (size_t i = 0; i < s.figures.row_count; i++)
		y = draw_part(&s, i, x, y + (i ? gap : 0));
	job->height = chart_larger(job->height, y);
	return true;
}

/* ---- lines of signs ---- */

static int32_t draw_row(struct signs *s, const struct column *column, size_t row, size_t per_line, int32_t y)
{
	const struct figure_row *of = &s->figures.rows[row];
	struct label_spec spec = {.strong = true, .width = s->job->width, .close = true, .color = s->job->theme->ink};
	struct stack value = said_label(s->job, &spec, of->values[0], s->figures.places);
	size_t lines = s->counts[row] ? (s->counts[row] + per_line - 1) / per_line : 1, last;
	int32_t signs = (int32_t)lines * s->cell, label = column->of[row].height, height = chart_larger(signs, label);
	int32_t at = y + (height - signs) / 2, end;

	label_draw_stack(s->job, &column->of[row], 0, y + (height - label) / 2);
	for (size_t i = 0; i < s->counts[row]; i++)
		draw_sign(s, 0, column->width + (int32_t)(i % per_line) * s->cell,
			  at + (int32_t)(i / per_line) * s->cell);
	last = s->counts[row] - (lines - 1) * per_line;
	end = column->width + (int32_t)last * s->cell + (s->counts[row] ? VALUE_GAP : 0);
	if (lines > 1)
		label_draw_beside(s->job, &value, end, at + signs - s->cell / 2 - value.of[0].leading / 2);
	else
		label_draw_stack(s->job, &value, end, at + s->cell / 2 - value.height / 2);
	return y + height;
}

static int32_t widest_value(struct signs *s)
{
	struct label_spec spec = {.strong = true, .width = s->job->width, .color = s->job->theme->ink};
	int32_t width = 0;

	for (size_t i = 0; i < s->figures.row_count; i++) {
		struct stack value = said_label(s->job, &spec, s->figures.rows[i].values[0], s->figures.places);

		width = chart_larger(width, label_beside_width(&value) + VALUE_GAP);
	}
	return width;
}

bool units_draw(struct chart_job *job)
{
	struct signs s = {.job = job};
	struct column column;
	int32_t gap = chart_between(job, ROW_GAP, ROW_GAP_TIGHT), room, y;

	if (!begin(&s, MOST_ROWS, false) ||
	    !column_fit(job, figures_labels(job->arena, &s.figures), s.figures.row_count, LABEL_SHARE, &column))
		return false;
	room = job->width - column.width - widest_value(&s);
	if (room < LEAST_ROOM) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	y = draw_note(&s, column.width);
	for (size_t i = 0; i < s.figures.row_count; i++)
		y = draw_row(&s, &column, i, (size_t)(room / s.cell), y + (i ? gap : 0));
	job->height = y;
	return true;
}
