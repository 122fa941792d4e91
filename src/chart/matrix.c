/*
 * A matrix: a mark where a row has a column. All text stands upright; where the names of the columns do not fit above
 * their columns, rows and columns change places.
 */
#include "chart_int.h"

enum { MOST_LINES = 14 }; /* rows, and columns */

/* Measures in mpt. */
enum {
	LABEL_SHARE = 48,  /* percent of the width that row labels may take */
	LABEL_GAP = 10000, /* after them */
	CELL_PAD = 4000,   /* at each side of a column label */
	ROW_PAD = 3500,    /* above and below a row label */
	ROW_PAD_TIGHT = 1500,
	HEAD_PAD = 6000, /* below column labels */
	RULE = 500,
	HEAD_RULE = 1000,
	RADIUS = 4200,
	MOST_HEAD_LINES = 3 /* of a column label in one language */
};

/* One way to lay the matrix out. */
struct plan {
	const struct value **rows, **columns;
	size_t row_count, column_count;
	bool turned; /* rows of the plan are columns of the data */
	int32_t label_width, cell_width;
	struct stack *row_labels, *column_labels;
};

static struct label_spec row_spec(const struct chart_job *job, const struct plan *plan)
{
	return (struct label_spec){.width = plan->label_width - LABEL_GAP, .color = job->theme->ink};
}

static struct label_spec column_spec(const struct chart_job *job, const struct plan *plan)
{
	return (struct label_spec){
		.strong = true,
		.width = plan->cell_width - 2 * CELL_PAD,
		.align = ALIGN_CENTER,
		.balance = true,
		.color = job->theme->ink,
	};
}

/* ---- fit ---- */

static int32_t least_of(struct chart_job *job, const struct label_spec *spec, const struct value *const *records,
			size_t count)
{
	int32_t least = 0;

	for (size_t i = 0; i < count; i++)
		least = chart_larger(least, label_least(job, spec, wording_label(records[i])));
	return least;
}

/* Row labels get the width they need by nature, up to what the columns leave. False if a word is wider than that. */
static bool fit_rows(struct chart_job *job, struct plan *plan)
{
	struct label_spec spec = row_spec(job, plan), column = column_spec(job, plan);
	int32_t cell = least_of(job, &column, plan->columns, plan->column_count) + 2 * CELL_PAD, width = 0;
	int64_t rest = job->width - LABEL_GAP - (int64_t)plan->column_count * cell;
	int32_t share = job->width / 100 * LABEL_SHARE - LABEL_GAP;
	int32_t least = least_of(job, &spec, plan->rows, plan->row_count);

	if (rest < least)
		return false;
	spec.width = chart_larger(least, rest < share ? (int32_t)rest : share);
	for (size_t i = 0; i < plan->row_count; i++)
		width = chart_larger(width, label_stack(job, &spec, wording_label(plan->rows[i])).width);
	plan->label_width = width + LABEL_GAP;
	spec = row_spec(job, plan);
	for (size_t i = 0; i < plan->row_count; i++)
		plan->row_labels[i] = label_stack(job, &spec, wording_label(plan->rows[i]));
	return true;
}

/* False if a label takes too many lines. */
static bool fit_columns(struct chart_job *job, struct plan *plan)
{
	struct label_spec spec;

	plan->cell_width = (job->width - plan->label_width) / (int32_t)plan->column_count;
	spec = column_spec(job, plan);
	for (size_t i = 0; i < plan->column_count; i++) {
		struct stack *label = &plan->column_labels[i];

		*label = label_stack(job, &spec, wording_label(plan->columns[i]));
		for (size_t k = 0; k < label->count; k++)
			if (label->of[k].height > MOST_HEAD_LINES * label->of[k].leading)
				return false;
	}
	return true;
}

static bool make_plan(struct chart_job *job, const struct grid *grid, bool turned, struct plan *plan)
{
	*plan = (struct plan){
		.rows = turned ? grid->columns : grid->rows,
		.row_count = turned ? grid->column_count : grid->row_count,
		.columns = turned ? grid->rows : grid->columns,
		.column_count = turned ? grid->row_count : grid->column_count,
		.turned = turned,
	};
	plan->row_labels = arena_array(job->arena, plan->row_count, sizeof *plan->row_labels);
	plan->column_labels = arena_array(job->arena, plan->column_count, sizeof *plan->column_labels);
	return fit_rows(job, plan) && fit_columns(job, plan);
}

/* ---- ink ---- */

static void draw_rule(struct chart_job *job, int32_t y, int32_t thickness, uint32_t color)
{
	canvas_line(job->canvas, 0, y, job->width, y);
	canvas_stroke(job->canvas, color, thickness, CANVAS_QUIET);
}

/* Column labels stand on one line at the foot, language by language; returns the height. */
static int32_t draw_head(struct chart_job *job, const struct plan *plan)
{
	int32_t top = 0;

	for (size_t lang = 0; lang < job->req->lang_count; lang++) {
		int32_t height = 0;

		for (size_t i = 0; i < plan->column_count; i++)
			height = chart_larger(height, plan->column_labels[i].of[lang].height);
		for (size_t i = 0; i < plan->column_count; i++) {
			const struct label *label = &plan->column_labels[i].of[lang];
			int32_t x = plan->label_width + (int32_t)i * plan->cell_width + CELL_PAD;

			label_draw(job, label, x, top + height - label->height);
		}
		top += height;
	}
	return top + HEAD_PAD;
}

static int32_t draw_row(struct chart_job *job, const struct grid *grid, const struct plan *plan, size_t row,
			int32_t top)
{
	int32_t pad = chart_between(job, ROW_PAD, ROW_PAD_TIGHT), height = plan->row_labels[row].height + 2 * pad;

	label_draw_stack(job, &plan->row_labels[row], 0, top + pad);
	for (size_t i = 0; i < plan->column_count; i++) {
		int32_t x = plan->label_width + (int32_t)i * plan->cell_width + plan->cell_width / 2;

		if (plan->turned ? grid_mark(grid, i, row) : grid_mark(grid, row, i))
			marker_draw(job, MARKER_DOT, x, top + height / 2, RADIUS, job->theme->palette[0]);
	}
	return height;
}

static void draw_plan(struct chart_job *job, const struct grid *grid, const struct plan *plan)
{
	int32_t y = draw_head(job, plan);

	draw_rule(job, y, HEAD_RULE, job->theme->muted);
	for (size_t i = 0; i < plan->row_count; i++) {
		y += draw_row(job, grid, plan, i, y);
		draw_rule(job, y, RULE, job->theme->line);
	}
	job->height = y + RULE;
}

static bool labelled(struct chart_job *job, const struct value *const *records, size_t count)
{
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		ok = chart_labelled(job, records[i]) && ok;
	return ok;
}

bool matrix_draw(struct chart_job *job)
{
	struct grid grid;
	struct plan plan;

	grid_read(job->arena, job->req, &grid);
	if (!chart_countable(job, grid.row_count, MOST_LINES) || !chart_countable(job, grid.column_count, MOST_LINES))
		return false;
	if (!labelled(job, grid.rows, grid.row_count) || !labelled(job, grid.columns, grid.column_count))
		return false;
	if (make_plan(job, &grid, false, &plan) || make_plan(job, &grid, true, &plan)) {
		draw_plan(job, &grid, &plan);
		return true;
	}
	DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
	return false;
}
