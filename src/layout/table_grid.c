/*
 * table_grid: which columns and rows each cell of a table covers. A cell that covers rows leaves its columns to them; rows
 * of the head and of the body do not mix.
 */
#include "layout_int.h"

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Columns from `column` on that no cell above covers, no more than the cell asks for. */
static size_t free_columns(const size_t *covered, size_t column, size_t count, int span)
{
	size_t most = span > 1 ? (size_t)span : 1, end = column;

	while (end < count && end - column < most && !covered[end])
		end++;
	return end - column;
}

static void add_row(struct galley *g, struct table *t, size_t row, size_t *covered)
{
	const struct block *block = t->block->children[row];
	size_t count = t->block->column_count, column = 0;
	bool head = row < t->block->head_rows;
	size_t below = (head ? least(t->block->head_rows, t->block->count) : t->block->count) - row;

	for (size_t i = 0; i < block->count; i++) {
		const struct block *cell = block->children[i];
		struct cell_place place = {.cell = cell, .row = row, .head = head};

		while (column < count && covered[column])
			column++;
		if (column == count)
			return;
		place.column = column;
		place.span = free_columns(covered, column, count, cell->span);
		place.rows = least(cell->row_span > 1 ? (size_t)cell->row_span : 1, below);
		for (size_t c = 0; c < place.span; c++)
			covered[column++] = place.rows;
		*LIST_ADD(g->scratch, &t->places) = place;
	}
}

void table_grid(struct galley *g, struct table *t)
{
	size_t *covered = arena_array(g->scratch, t->block->column_count, sizeof *covered);

	t->row_places = arena_array(g->scratch, t->block->count + 1, sizeof *t->row_places);
	for (size_t r = 0; r < t->block->count; r++) {
		t->row_places[r] = t->places.count;
		add_row(g, t, r, covered);
		for (size_t c = 0; c < t->block->column_count; c++)
			covered[c] -= covered[c] > 0;
	}
	t->row_places[t->block->count] = t->places.count;
}

size_t table_band_end(const struct table *t, size_t row)
{
	size_t end = row + 1;

	for (size_t r = row; r < end; r++)
		for (size_t i = t->row_places[r]; i < t->row_places[r + 1]; i++)
			if (r + t->places.items[i].rows > end)
				end = r + t->places.items[i].rows;
	return end;
}
