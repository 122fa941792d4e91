/*
 * table_merge: cells of a column that say the same one below the other become one that covers their rows. The column at
 * the left goes first: what it parts stays apart in those to the right.
 */
#include "template_int.h"

#include <string.h>

struct merging {
	struct tmpl *t;
	struct block **rows; /* of the body */
	size_t count, columns;
	struct block **cells; /* by row and column: the cell that begins there, NULL where none does */
	bool *parted;         /* by row: a column at the left begins anew there */
};

static bool same_runs(const struct inline_text *a, const struct inline_text *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->runs[i].kind != b->runs[i].kind || a->runs[i].len != b->runs[i].len ||
		    a->runs[i].note != b->runs[i].note || memcmp(a->runs[i].text, b->runs[i].text, a->runs[i].len) != 0)
			return false;
	return true;
}

static bool same(const struct tmpl *t, const struct block *a, const struct block *b)
{
	if (a->kind != b->kind || a->count != b->count || a->style != b->style)
		return false;
	for (size_t l = 0; l < t->lang_count; l++)
		if (!same_runs(&a->text.text[l], &b->text.text[l]))
			return false;
	for (size_t i = 0; i < a->count; i++)
		if (!same(t, a->children[i], b->children[i]))
			return false;
	return true;
}

static struct block **cell_at(const struct merging *m, size_t row, size_t column)
{
	return &m->cells[row * m->columns + column];
}

/* Whether the cell of a row may join the one above it. */
static bool joins(const struct merging *m, size_t first, size_t row, size_t column)
{
	const struct block *above = *cell_at(m, first, column), *cell = *cell_at(m, row, column);

	return above && cell && !m->parted[row] && above->span == cell->span && above->row_span == 1 &&
	       cell->row_span == 1 && same(m->t, above, cell);
}

static void merge_column(const struct merging *m, size_t column)
{
	for (size_t first = 0, end; first < m->count; first = end) {
		struct block *cell = *cell_at(m, first, column);

		for (end = first + 1; end < m->count && joins(m, first, end, column);)
			end++;
		for (size_t r = first + 1; r < end; r++)
			*cell_at(m, r, column) = NULL;
		m->parted[first] = true;
		if (cell && end > first + 1)
			cell->row_span = (int)(end - first);
	}
}

/* The cells of a row by the columns in which they begin; those of rows above may cover some. */
static void find_cells(struct merging *m)
{
	int *covered = arena_array(m->t->arena, m->columns, sizeof *covered);

	for (size_t r = 0; r < m->count; r++) {
		size_t column = 0;

		for (size_t i = 0; i < m->rows[r]->count; i++) {
			struct block *cell = (struct block *)m->rows[r]->children[i];

			while (column < m->columns && covered[column] > 0)
				column++;
			if (column == m->columns)
				break;
			*cell_at(m, r, column) = cell;
			for (int n = 0; n < cell->span && column < m->columns; n++)
				covered[column++] = cell->row_span;
		}
		for (size_t c = 0; c < m->columns; c++)
			covered[c] -= covered[c] > 0;
	}
}

static void give_cells(const struct merging *m, size_t row)
{
	struct blocks cells = {0};

	for (size_t c = 0; c < m->columns; c++)
		if (*cell_at(m, row, c))
			bind_add(m->t, &cells, *cell_at(m, row, c));
	bind_children(m->rows[row], &cells);
}

void table_merge(struct tmpl *t, struct block *table, const bool *merge)
{
	struct merging m = {.t = t, .columns = table->column_count};

	if (table->count <= table->head_rows || !m.columns)
		return;
	m.count = table->count - table->head_rows;
	m.rows = arena_array(t->arena, m.count, sizeof *m.rows);
	for (size_t r = 0; r < m.count; r++)
		m.rows[r] = (struct block *)table->children[table->head_rows + r];
	m.cells = arena_array(t->arena, m.count * m.columns, sizeof *m.cells);
	m.parted = arena_array(t->arena, m.count, sizeof *m.parted);
	find_cells(&m);
	for (size_t c = 0; c < m.columns; c++)
		if (merge[c])
			merge_column(&m, c);
	for (size_t r = 0; r < m.count; r++)
		give_cells(&m, r);
}
