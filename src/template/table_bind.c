/*
 * table_bind: tables. Columns, the cells of the head, rows and the cells of a row are lists with loops of their own, so
 * a table may have a column for each language of the pack.
 */
#include "template_int.h"

#include <string.h>

const char *const table_options[] = {"style", "head_style", "cell_style", "columns", "head", "rows", NULL};

static const char *const column_options[] = {"align", "header", "style", "merge", NULL};
static const char *const row_options[] = {"style", "label", "sources", NULL};
static const char *const cell_options[] = {"style", "span", "rows", "header", "sources", "do", NULL};
static const char *const alignments[] = {"start", "justify", "end", "center", "decimal"};
static const char *const headers[] = {"none", "column", "row"};

/* What a column gives to its cells. */
struct column {
	struct table_column flow;
	const struct style *style; /* NULL: the row's */
	bool header, merge;
};

struct table_out {
	LIST(struct column) columns;
	int *covered; /* by column: rows that cells above still cover */
	struct blocks rows;
	const struct style *style;
};

struct row_out {
	const struct table_out *table;
	struct blocks cells;
	const struct style *style;
	const struct node *sources;
	bool head;
	int filled; /* columns */
};

/* ---- columns ---- */

/* The value of `column` is its weight: a share of the width, or 0 for as wide as it needs. */
static void bind_column(struct tmpl *t, const struct node *node, void *out)
{
	struct table_out *table = out;
	const struct node *weight = node_find(node, "column"), *align = node_find(node, "align");
	const struct node *style = node_find(node, "style"), *header = node_find(node, "header");
	const struct node *merge = node_find(node, "merge");
	struct column *column = LIST_ADD(t->arena, &table->columns);
	int share = 1;

	*column = (struct column){0};
	if (!node_is_null(weight))
		option_int(t, weight, "column", 0, 1000, &share);
	column->flow.weight = share;
	if (align) {
		int choice = option_choice(t, align, "align", alignments, COUNT_OF(alignments));

		column->flow.align = choice < 0              ? ALIGN_START
				     : choice > ALIGN_CENTER ? ALIGN_END
							     : (enum text_align)choice;
		column->flow.figures = choice > ALIGN_CENTER ? FIGURES_DECIMAL : FIGURES_AS_TEXT;
	}
	if (style)
		column->style = style_find(t, style, "table");
	if (header)
		option_bool(t, header, "header", &column->header);
	if (merge)
		option_bool(t, merge, "merge", &column->merge);
}

static void bind_bare_column(struct tmpl *t, const struct node *node, void *out)
{
	struct table_out *table = out;
	int share = 1;

	option_int(t, node, "column", 0, 1000, &share);
	*LIST_ADD(t->arena, &table->columns) = (struct column){.flow = {.weight = share}};
}

static void give_columns(struct tmpl *t, const struct table_out *table, struct block *block)
{
	struct table_column *columns = arena_array(t->arena, table->columns.count, sizeof *columns);

	for (size_t i = 0; i < table->columns.count; i++)
		columns[i] = table->columns.items[i].flow;
	block->columns = columns;
	block->column_count = table->columns.count;
}

/* ---- cells ---- */

/* The next column that no cell above covers. */
static int next_column(const struct row_out *row)
{
	int at = row->filled, count = (int)row->table->columns.count;

	while (!row->head && at < count && row->table->covered[at] > 0)
		at++;
	return at;
}

static const struct column *column_at(const struct row_out *row)
{
	size_t at = (size_t)next_column(row);

	return at < row->table->columns.count ? &row->table->columns.items[at] : NULL;
}

static struct block *new_cell(struct tmpl *t, struct row_out *row, struct pos pos)
{
	const struct column *column = column_at(row);
	struct block *cell = arena_alloc(t->arena, sizeof *cell);

	*cell = (struct block){.kind = BLOCK_CELL, .style = row->style, .pos = pos, .span = 1, .row_span = 1};
	if (row->head)
		cell->header = CELL_COLUMN_HEADER;
	else if (column && column->header)
		cell->header = CELL_ROW_HEADER;
	if (!row->head && column && column->style)
		cell->style = column->style;
	return cell;
}

static void add_cell(struct tmpl *t, struct row_out *row, struct block *cell, const struct blocks *children)
{
	int at = next_column(row), count = (int)row->table->columns.count;

	bind_children(cell, children);
	bind_add(t, &row->cells, cell);
	row->filled = at + cell->span;
	for (int c = at; !t->absent && !row->head && c < row->filled && c < count; c++)
		row->table->covered[c] = cell->row_span;
}

static void bind_cell(struct tmpl *t, const struct node *node, void *out)
{
	struct row_out *row = out;
	struct block *cell = new_cell(t, row, node->pos);
	const struct node *text = node_find(node, "cell"), *style = node_find(node, "style");
	const struct node *span = node_find(node, "span"), *header = node_find(node, "header");
	const struct node *sources = node_find(node, "sources"), *rows = node_find(node, "rows");
	const char *outer = t->para_style;
	struct blocks children = {0};
	struct pair pair = {0};

	if (style)
		cell->style = style_find(t, style, "table");
	if (span)
		option_int(t, span, "span", 1, 64, &cell->span);
	if (rows)
		option_int(t, rows, "rows", 1, row->head ? 1 : 1000, &cell->row_span);
	if (header) {
		int choice = option_choice(t, header, "header", headers, COUNT_OF(headers));

		cell->header = choice < 0 ? CELL_DATA : (enum cell_header)choice;
	}
	if (!node_is_null(text) && expand_pair(t, text, &pair, sources ? sources : row->sources))
		bind_para(t, cell->style, &pair, text->pos, &children);
	t->para_style = cell->style->name;
	bind_paragraphs_of(t, node_find(node, "do"), &children);
	t->para_style = outer;
	add_cell(t, row, cell, &children);
}

static void bind_bare_cell(struct tmpl *t, const struct node *node, void *out)
{
	struct row_out *row = out;
	struct block *cell = new_cell(t, row, node->pos);
	struct blocks children = {0};
	struct pair pair = {0};

	if (expand_pair(t, node, &pair, row->sources))
		bind_para(t, cell->style, &pair, node->pos, &children);
	add_cell(t, row, cell, &children);
}

/* ---- rows ---- */

static struct block *new_row(struct tmpl *t, const struct node *cells, struct row_out *row, struct pos pos)
{
	static const struct bind_kind kinds[] = {{"cell", cell_options, bind_cell}};
	static const struct bind_place place = {"row", kinds, COUNT_OF(kinds), bind_bare_cell, sizeof(struct row_out)};
	struct block *block = arena_alloc(t->arena, sizeof *block);

	*block = (struct block){.kind = BLOCK_ROW, .style = row->style, .pos = pos, .span = 1};
	walk(t, cells, &place, row);
	row->filled = next_column(row);
	/* what is only checked runs each loop once, so its cells cannot be counted */
	if (!t->absent && (size_t)row->filled != row->table->columns.count)
		DIAG(t->diag, TEMPLATE_COLUMNS, pos, arena_printf(t->arena, "%d", row->filled),
		     arena_printf(t->arena, "%zu", row->table->columns.count));
	for (size_t c = 0; !t->absent && !row->head && c < row->table->columns.count; c++)
		row->table->covered[c] -= row->table->covered[c] > 0;
	bind_children(block, &row->cells);
	return block;
}

static void bind_row(struct tmpl *t, const struct node *node, void *out)
{
	struct table_out *table = out;
	const struct node *style = node_find(node, "style");
	struct row_out row = {.table = table,
			      .style = style ? style_find(t, style, "table") : table->style,
			      .sources = node_find(node, "sources")};
	struct block *block = new_row(t, node_find(node, "row"), &row, node->pos);

	bind_label(t, node, block);
	bind_add(t, &table->rows, block);
}

/* Cells that cover rows end where the table does. */
static void check_end(struct tmpl *t, const struct node *node, const struct table_out *table)
{
	int beyond = 0;

	for (size_t c = 0; c < table->columns.count; c++)
		beyond = table->covered[c] > beyond ? table->covered[c] : beyond;
	if (beyond)
		DIAG(t->diag, TEMPLATE_ROWS, node->pos, arena_printf(t->arena, "%d", beyond));
}

static void merge_columns(struct tmpl *t, const struct table_out *table, struct block *block)
{
	bool *merge = arena_array(t->arena, table->columns.count, sizeof *merge), any = false;

	for (size_t c = 0; c < table->columns.count; c++)
		any |= merge[c] = table->columns.items[c].merge;
	if (any)
		table_merge(t, block, merge);
}

void table_bind(struct tmpl *t, const struct node *node, void *out)
{
	static const struct bind_kind column_kinds[] = {{"column", column_options, bind_column}};
	static const struct bind_place columns = {"columns", column_kinds, COUNT_OF(column_kinds), bind_bare_column,
						  sizeof(struct table_out)};
	static const struct bind_kind row_kinds[] = {{"row", row_options, bind_row}};
	static const struct bind_place rows = {"rows", row_kinds, COUNT_OF(row_kinds), NULL, sizeof(struct table_out)};
	struct block *block = bind_new(t, node, BLOCK_TABLE, "table");
	const struct node *head = node_find(node, "head");
	const char *cell = style_named(t, "cell") ? "cell" : block->style->name;
	struct table_out table = {.style = style_find(t, node_find(node, "cell_style"), cell)};
	struct row_out head_row = {.table = &table, .head = true};

	block->second_style =
		style_find(t, node_find(node, "head_style"), style_named(t, "cell-head") ? "cell-head" : cell);
	head_row.style = block->second_style;
	if (!node_find(node, "columns") || !node_find(node, "rows"))
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "table", node_find(node, "columns") ? "rows" : "columns");
	walk(t, node_find(node, "columns"), &columns, &table);
	give_columns(t, &table, block);
	table.covered = arena_array(t->arena, table.columns.count, sizeof *table.covered);
	if (head) {
		bind_add(t, &table.rows, new_row(t, head, &head_row, head->pos));
		block->head_rows = 1;
	}
	walk(t, node_find(node, "rows"), &rows, &table);
	check_end(t, node, &table);
	bind_children(block, &table.rows);
	merge_columns(t, &table, block);
	if (block->count > block->head_rows)
		bind_add(t, out, block);
}
