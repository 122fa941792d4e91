/*
 * Rows and columns: records compared by a list that each of them has, and the comparison in words.
 */
#include "chart_int.h"

/* The list of a row that it is compared by. */
static const struct value *compared(const struct chart_request *req, const struct value *row)
{
	const char *by = value_text(value_field(req->chart, "by"), 0);

	return by ? value_field(row, by) : NULL;
}

static size_t find_column(const struct grid *grid, const struct value *record)
{
	size_t i = 0;

	while (i < grid->column_count && grid->columns[i] != record)
		i++;
	return i;
}

static size_t count_all(const struct chart_request *req, const struct value *data)
{
	size_t all = 0;

	for (size_t i = 0; i < value_count(data); i++)
		all += value_count(compared(req, value_deref(value_at(data, i))));
	return all;
}

/* Columns stand in the order of the pack: by the places of their records. */
static bool stands_before(const struct value *a, const struct value *b)
{
	if (a->pos.file != b->pos.file)
		return false;
	return a->pos.line != b->pos.line ? a->pos.line < b->pos.line : a->pos.column < b->pos.column;
}

static void add_column(struct grid *grid, const struct value *record)
{
	size_t at = grid->column_count;

	if (!record || record->kind != VALUE_RECORD || find_column(grid, record) < grid->column_count)
		return;
	for (; at > 0 && stands_before(record, grid->columns[at - 1]); at--)
		grid->columns[at] = grid->columns[at - 1];
	grid->columns[at] = record;
	grid->column_count++;
}

void grid_read(struct arena *arena, const struct chart_request *req, struct grid *grid)
{
	const struct value *data = chart_data(req);

	*grid = (struct grid){.row_count = value_count(data)};
	grid->rows = arena_array(arena, grid->row_count, sizeof *grid->rows);
	grid->columns = arena_array(arena, count_all(req, data), sizeof *grid->columns);
	for (size_t i = 0; i < grid->row_count; i++) {
		const struct value *list;

		grid->rows[i] = value_deref(value_at(data, i));
		list = compared(req, grid->rows[i]);
		for (size_t k = 0; k < value_count(list); k++)
			add_column(grid, value_deref(value_at(list, k)));
	}
	grid->marks = arena_array(arena, grid->row_count * grid->column_count, sizeof *grid->marks);
	for (size_t i = 0; i < grid->row_count; i++) {
		const struct value *list = compared(req, grid->rows[i]);

		for (size_t k = 0; k < value_count(list); k++) {
			size_t column = find_column(grid, value_deref(value_at(list, k)));

			if (column < grid->column_count)
				grid->marks[i * grid->column_count + column] = true;
		}
	}
}

bool grid_mark(const struct grid *grid, size_t row, size_t column)
{
	return grid->marks[row * grid->column_count + column];
}

/* ---- in words ---- */

/* Labels of the columns in which the row is marked, or is not. */
static const char *columns_of(struct arena *arena, const struct chart_request *req, size_t lang,
			      const struct grid *grid, size_t row, bool marked)
{
	const char **texts = arena_array(arena, grid->column_count, sizeof *texts);
	size_t count = 0;

	for (size_t i = 0; i < grid->column_count; i++)
		if (grid_mark(grid, row, i) == marked)
			texts[count++] = wording_text(req, lang, wording_label(grid->columns[i]));
	return wording_join(arena, req->langs[lang].locale, texts, count, NULL);
}

/* "name number" of each row. */
static const char *row_counts(struct arena *arena, const struct chart_request *req, size_t lang,
			      const struct grid *grid)
{
	const struct locale *locale = req->langs[lang].locale;
	const char **texts = arena_array(arena, grid->row_count, sizeof *texts);

	for (size_t i = 0; i < grid->row_count; i++) {
		size_t marks = 0;

		for (size_t k = 0; k < grid->column_count; k++)
			marks += grid_mark(grid, i, k);
		texts[i] = wording_phrase(arena, locale, "chart_row_count", "name",
					  wording_text(req, lang, wording_label(grid->rows[i])), "count",
					  wording_number(arena, locale, marks), NULL);
	}
	return wording_join(arena, locale, texts, grid->row_count, NULL);
}

const char *grid_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *texts[2], *rows, *columns;
	struct grid grid;

	grid_read(arena, req, &grid);
	if (grid.row_count == 0 || grid.column_count == 0)
		return NULL;
	rows = wording_number(arena, locale, grid.row_count);
	columns = wording_number(arena, locale, grid.column_count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_matrix_counts", "rows", rows, "columns", columns, "counts",
				  row_counts(arena, req, lang, &grid), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_matrix", "rows", rows, "columns", columns, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

void grid_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	const struct locale *locale = req->langs[lang].locale;
	struct grid grid;

	grid_read(arena, req, &grid);
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *rest = columns_of(arena, req, lang, &grid, i, false);

		buf_puts(out, wording_phrase(arena, locale, *rest ? "chart_row_rest" : "chart_row", "name",
					     wording_text(req, lang, wording_label(grid.rows[i])), "marked",
					     columns_of(arena, req, lang, &grid, i, true), "rest", rest, NULL));
		buf_putc(out, '\n');
	}
}
