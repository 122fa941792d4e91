/*
 * table_band: a row of a table, or the rows that a cell covers: what is never divided unless it is taller than a page. A
 * band is a ribbon with the lines of all its cells; where it is cut, lines that would lie across the cut or stand alone go
 * on below it, each cell by itself.
 */
#include "layout_int.h"

enum { LEAST_LINES = 2 };

/* ---- setting ---- */

struct band band_set(struct galley *g, const struct table *t, size_t first, size_t end)
{
	struct band b = {.table = t, .first = first, .count = end - first, .head = first < t->block->head_rows};

	b.tops = arena_array(g->scratch, b.count + 1, sizeof *b.tops);
	b.cell_count = t->row_places[end] - t->row_places[first];
	b.cells = arena_array(g->scratch, b.cell_count, sizeof *b.cells);
	for (size_t r = first, n = 0; r < end; r++) {
		struct tag *tag = tag_new(g, b.head ? t->head : t->body, TAG_TR, t->block->children[r]->pos);

		for (size_t i = t->row_places[r]; i < t->row_places[r + 1]; i++, n++) {
			b.cells[n].place = &t->places.items[i];
			table_cell_set(g, t, &t->places.items[i], tag, &b.cells[n].box);
		}
	}
	return b;
}

static bool starts_in(const struct band *b, const struct band_cell *cell, size_t row)
{
	return cell->place->row == b->first + row;
}

static int32_t first_base(const struct band_cell *cell)
{
	const struct cell_text *first = cell->box.texts.count ? &cell->box.texts.items[0] : NULL;

	return first ? first->y + first->box.baseline : 0;
}

static void lower(struct band_cell *cell, int32_t by)
{
	for (size_t i = 0; i < cell->box.texts.count; i++)
		cell->box.texts.items[i].y += by;
	cell->box.height += by;
}

/* First lines of the cells that start in a row stand on one baseline, on both of two facing pages. */
static void align_row(const struct band *bands, size_t count, size_t row)
{
	int32_t base = 0;

	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < bands[k].cell_count; i++)
			if (starts_in(&bands[k], &bands[k].cells[i], row) && first_base(&bands[k].cells[i]) > base)
				base = first_base(&bands[k].cells[i]);
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < bands[k].cell_count; i++) {
			struct band_cell *cell = &bands[k].cells[i];

			if (starts_in(&bands[k], cell, row) && cell->box.texts.count)
				lower(cell, base - first_base(cell));
		}
}

/* A row is as high as the cells that end in it need. */
static int32_t end_of_row(const struct band *bands, size_t count, size_t row)
{
	int32_t end = bands[0].tops[row];

	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < bands[k].cell_count; i++) {
			const struct band_cell *cell = &bands[k].cells[i];
			size_t from = cell->place->row - bands[k].first;
			int32_t bottom = bands[0].tops[from] + cell->box.height;

			if (from + cell->place->rows == row + 1 && bottom > end)
				end = bottom;
		}
	return end;
}

void band_measure(const struct galley *g, struct band *bands, size_t count)
{
	for (size_t row = 0; row < bands[0].count; row++) {
		align_row(bands, count, row);
		bands[0].tops[row + 1] = galley_snap(g, end_of_row(bands, count, row));
	}
	for (size_t k = 1; k < count; k++)
		bands[k].tops = bands[0].tops;
}

int32_t band_height(const struct band *b)
{
	return b->tops[b->count];
}

/* ---- cuts ---- */

static int32_t text_top(const struct band *b, const struct band_cell *cell, const struct cell_text *text)
{
	return b->tops[cell->place->row - b->first] + text->y;
}

/* Lines of a text that stand above a cut, none alone there or below it. */
static size_t lines_above(const struct band *b, const struct band_cell *cell, const struct cell_text *text, int32_t cut)
{
	int32_t room = cut - text_top(b, cell, text);
	size_t all = text->box.count, fit = room > 0 ? (size_t)(room / text->box.leading) : 0;

	if (fit >= all || cut >= band_height(b))
		return all;
	if (fit < LEAST_LINES || all < 2 * LEAST_LINES)
		return 0;
	return fit < all - LEAST_LINES ? fit : all - LEAST_LINES;
}

bool band_moves(const struct band *bands, size_t count, int32_t from, int32_t to)
{
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < bands[k].cell_count; i++)
			for (size_t n = 0; n < bands[k].cells[i].box.texts.count; n++) {
				const struct band_cell *cell = &bands[k].cells[i];
				const struct cell_text *text = &cell->box.texts.items[n];

				if (lines_above(&bands[k], cell, text, to) > lines_above(&bands[k], cell, text, from))
					return true;
			}
	return false;
}

int32_t band_rise(const struct band *b, int32_t cut)
{
	int32_t rise = 0;

	for (size_t i = 0; i < b->cell_count; i++)
		for (size_t n = 0; n < b->cells[i].box.texts.count; n++) {
			const struct cell_text *text = &b->cells[i].box.texts.items[n];
			size_t above = lines_above(b, &b->cells[i], text, cut);
			int32_t top = text_top(b, &b->cells[i], text) + (int32_t)above * text->box.leading;

			if (cut > 0 && above < text->box.count && cut - top > rise)
				rise = cut - top;
		}
	return rise;
}

/* ---- ink ---- */

/* Whether some cell lies across the upper edge of a row (counted in the band) in that column. */
static bool is_covered(const struct band *b, size_t row, size_t column)
{
	for (size_t i = 0; i < b->cell_count; i++) {
		const struct cell_place *place = b->cells[i].place;
		size_t from = place->row - b->first;

		if (from < row && from + place->rows > row && place->column <= column &&
		    column < place->column + place->span)
			return true;
	}
	return false;
}

static void rule_part(struct galley *g, const struct band *b, const struct style *style, size_t from, size_t to,
		      const int32_t *y)
{
	const struct table *t = b->table;
	struct ink *ink = galley_ink(g, t->slot.lane);

	ink->kind = INK_RECT;
	ink->behind = true;
	ink->x = t->edges[from];
	ink->y = y[0];
	ink->color = style->rule_color;
	ink->as.box.w = t->edges[to] - t->edges[from];
	ink->as.box.h = y[1];
}

/* A rule across the table but for the cells that cover the edge of the row. y: its top and thickness. */
static void rule_ink(struct galley *g, const struct band *b, const struct style *style, size_t row, const int32_t *y)
{
	size_t columns = b->table->block->column_count;

	for (size_t from = 0, to; y[1] > 0 && from < columns; from = to + 1) {
		for (to = from; to < columns && !is_covered(b, row, to);)
			to++;
		if (to > from)
			rule_part(g, b, style, from, to, y);
	}
}

static const struct style *row_style(const struct band *b, size_t row)
{
	const struct block *block = b->table->block->children[b->first + row];

	if (block->style)
		return block->style;
	return b->head && b->table->block->second_style ? b->table->block->second_style : b->table->style;
}

static void rules_ink(struct galley *g, const struct band *b, const struct cut *cut)
{
	for (size_t row = 0; row < b->count; row++) {
		const struct style *style = row_style(b, row);
		int32_t top = b->tops[row], bottom = b->tops[row + 1], below = style->rule_below;

		if (top >= cut->from && top < cut->to)
			rule_ink(g, b, style, row, (int32_t[]){top - cut->from, style->rule_above});
		if (bottom > cut->from && bottom <= cut->to)
			rule_ink(g, b, style, row + 1, (int32_t[]){bottom - cut->from - below, below});
	}
}

/* The ground of a cell reaches up to lines that the cut left behind. */
static void panel_ink(struct galley *g, const struct band *b, const struct band_cell *cell, const struct cut *cut)
{
	const struct table *t = b->table;
	const struct cell_place *place = cell->place;
	size_t row = place->row - b->first;
	int32_t top = b->tops[row], bottom = b->tops[row + place->rows], left = t->edges[place->column];

	if (!place->cell->style || top >= cut->to || bottom <= cut->from)
		return;
	top = top > cut->from ? top - cut->from : -cut->rise;
	bottom = (bottom < cut->to ? bottom : cut->to) - cut->from;
	galley_panel_ink(g, t->slot.lane, place->cell->style, left, top, t->edges[place->column + place->span] - left,
			 bottom - top);
}

static void cell_ink(struct galley *g, const struct band *b, const struct band_cell *cell, unsigned order,
		     const struct cut *cut)
{
	struct ink *mark = galley_ink(g, b->table->slot.lane);

	mark->kind = INK_TAG;
	mark->order = order;
	mark->tag = cell->box.tag;
	for (size_t i = 0; i < cell->box.texts.count; i++) {
		const struct cell_text *text = &cell->box.texts.items[i];
		size_t from = cut->from > 0 ? lines_above(b, cell, text, cut->from) : 0;

		for (size_t n = from; n < lines_above(b, cell, text, cut->to); n++)
			para_box_line(g, b->table->slot.lane, order, &text->box, n,
				      text_top(b, cell, text) + (int32_t)n * text->box.leading - cut->from);
	}
}

void band_ink(struct galley *g, const struct band *b, const struct cut *cut)
{
	for (size_t i = 0; i < b->cell_count; i++)
		panel_ink(g, b, &b->cells[i], cut);
	rules_ink(g, b, cut);
	for (size_t i = 0; i < b->cell_count; i++)
		cell_ink(g, b, &b->cells[i], (unsigned)i, cut);
}
