/*
 * Which header cells each cell of a table has. Scope says it for a plain table; where a header covers several columns, or a
 * reader shows one cell alone, only a list of the headers does (ISO 32000-1, 14.8.5.7). Cells of one column mostly have the
 * same ones.
 */
#include "pdf_int.h"

enum { HEADERS_COLUMNS = 128 };

/* Of the columns of a table: the header cells above, in rows of the head; the cell of a row above that covers this one. */
struct heads {
	struct writer *w;
	LIST(const struct tag *) columns[HEADERS_COLUMNS];
	struct {
		const struct tag *cell;
		int rows; /* that it covers from here on */
	} over[HEADERS_COLUMNS];
};

static size_t span_of(const struct tag *cell)
{
	return cell->col_span > 1 ? (size_t)cell->col_span : 1;
}

static bool is_head(const struct tag *cell, enum tag_scope scope)
{
	return cell->role == TAG_TH && cell->scope == scope;
}

/* The header cells of the row, whatever side of the cell they are on. */
static void add_row_heads(struct heads *h, const struct tag *row, const struct tag *cell)
{
	for (const struct tag *other = row->first; other; other = other->next)
		if (other != cell && is_head(other, SCOPE_ROW))
			*LIST_ADD(h->w->arena, &h->w->tags[cell->index].heads) = other;
	for (size_t i = 0; i < HEADERS_COLUMNS; i++)
		if (h->over[i].rows > 0 && is_head(h->over[i].cell, SCOPE_ROW) && h->over[i].cell->parent != row &&
		    (!i || h->over[i - 1].cell != h->over[i].cell))
			*LIST_ADD(h->w->arena, &h->w->tags[cell->index].heads) = h->over[i].cell;
}

static void add_column_heads(struct heads *h, const struct tag *cell, size_t column)
{
	for (size_t i = column; i < column + span_of(cell) && i < HEADERS_COLUMNS; i++)
		for (size_t k = 0; k < h->columns[i].count; k++)
			*LIST_ADD(h->w->arena, &h->w->tags[cell->index].heads) = h->columns[i].items[k];
}

static void join_row(struct heads *h, const struct tag *row)
{
	size_t column = 0;

	for (const struct tag *cell = row->first; cell; cell = cell->next) {
		while (column < HEADERS_COLUMNS && h->over[column].rows > 0)
			column++;
		if (cell->role == TAG_TD) {
			add_column_heads(h, cell, column);
			add_row_heads(h, row, cell);
		}
		for (size_t i = column;
		     is_head(cell, SCOPE_COLUMN) && i < column + span_of(cell) && i < HEADERS_COLUMNS; i++)
			*LIST_ADD(h->w->arena, &h->columns[i]) = cell;
		for (size_t i = column; i < column + span_of(cell) && i < HEADERS_COLUMNS; i++) {
			h->over[i].cell = cell;
			h->over[i].rows = cell->row_span > 1 ? cell->row_span : 1;
		}
		column += span_of(cell);
	}
	for (size_t i = 0; i < HEADERS_COLUMNS; i++)
		h->over[i].rows -= h->over[i].rows > 0;
}

static void join_rows(struct heads *h, const struct tag *parent)
{
	for (const struct tag *tag = parent->first; tag; tag = tag->next) {
		if (tag->role == TAG_TR)
			join_row(h, tag);
		else if (tag->role == TAG_THEAD || tag->role == TAG_TBODY)
			join_rows(h, tag);
	}
}

/* A header that any cell names needs an ID. */
static void name_heads(struct writer *w, const struct tag *tag)
{
	for (const struct tag *child = tag->first; child; child = child->next) {
		for (size_t i = 0; i < w->tags[child->index].heads.count; i++)
			w->tags[w->tags[child->index].heads.items[i]->index].named = true;
		if (child->role != TAG_TD && child->role != TAG_TH)
			name_heads(w, child);
	}
}

void headers_join(struct writer *w, const struct tag *tag)
{
	for (const struct tag *child = tag->first; child; child = child->next)
		headers_join(w, child);
	if (tag->role == TAG_TABLE) {
		struct heads *h = arena_alloc(w->arena, sizeof *h);

		*h = (struct heads){.w = w};
		join_rows(h, tag);
		name_heads(w, tag);
	}
}
