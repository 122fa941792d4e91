/*
 * columns: a list of short items in columns, read down one after the other. Items that stand beside each other share a
 * strip and a baseline; all strips stay together, since a list that turned the page would be read in the wrong order. A
 * list that is too high for that has one column.
 */
#include "layout_int.h"

/* The columns of a list and what they share; on facing pages, the same in both languages. */
struct grid {
	const struct block *list;
	struct mark_column marks[LANES];
	size_t columns, rows;
	int32_t w, gap;
};

static int32_t lay_text(struct galley *g, const struct room *room, size_t k, const struct block *b, unsigned order,
			int32_t y)
{
	const struct lane *lane = &room->lane[k];
	struct para_spec spec = para_box_spec(b->style ? b->style : room->style, &b->text, lane->lang, TAG_P, b->pos);
	struct para_box box;

	spec.parent = lane->parent;
	spec.x = lane->x;
	spec.w = lane->w;
	if (!para_box_set(g, &spec, &box))
		return y;
	pair_marker(g, k, order, lane->marker, y + box.baseline);
	para_box_lines(g, k, order, &box, y);
	return y + para_box_height(&box);
}

static const struct style *first_style(const struct room *room, const struct block *item)
{
	return item->count && item->children[0]->style ? item->children[0]->style : room->style;
}

/* Where the first baseline of a row lies: the same in all columns and languages. */
static int32_t row_base(const struct galley *g, const struct room *room, const struct grid *grid, size_t row)
{
	int32_t base = 0;

	for (size_t at = row; at < grid->list->count; at += grid->rows)
		for (size_t k = 0; k < room->lanes; k++) {
			const struct style *style = first_style(room, grid->list->children[at]);
			int32_t own = para_box_baseline(g, style, room->lane[k].lang);

			base = own > base ? own : base;
		}
	return base;
}

/* Sets an item in each lane; the strip becomes as high as it needs. */
static void lay_cell(struct galley *g, const struct room *room, const struct grid *grid, size_t column, size_t row,
		     int32_t *heights)
{
	size_t at = column * grid->rows + row;
	const struct block *item;
	struct room cell = *room, inner;
	int32_t base = row_base(g, room, grid, row);

	if (at >= grid->list->count)
		return;
	item = grid->list->children[at];
	for (size_t k = 0; k < room->lanes; k++) {
		cell.lane[k].x += (int32_t)column * (grid->w + grid->gap);
		cell.lane[k].w = grid->w;
	}
	galley_name(g, &cell, item);
	inner = items_room(g, &cell, item, grid->marks);
	for (size_t k = 0; k < room->lanes; k++) {
		int32_t y = base - para_box_baseline(g, first_style(room, item), room->lane[k].lang);

		for (size_t i = 0; i < item->count; i++)
			y = lay_text(g, &inner, k, item->children[i], (unsigned)column, y);
		heights[k] = y > heights[k] ? y : heights[k];
	}
}

static void lay_row(struct galley *g, const struct room *room, const struct grid *grid, size_t row)
{
	struct strip *strip = galley_strip(g, room, grid->list->children[row]->pos);
	int32_t heights[LANES] = {0};

	for (size_t c = 0; c < grid->columns; c++)
		lay_cell(g, room, grid, c, row, heights);
	for (size_t k = 0; k < room->lanes; k++) {
		strip->height[k] = heights[k];
		strip->lines[k] = 1;
	}
}

static struct grid make_grid(struct galley *g, const struct room *room, const struct block *list)
{
	struct grid grid = {.list = list, .columns = (size_t)list->list_columns, .gap = 2 * room->style->size[0]};

	for (size_t k = 0; k < room->lanes; k++)
		grid.marks[k] = items_measure(g, room, list, room->lane[k].lang);
	grid.rows = (list->count + grid.columns - 1) / grid.columns;
	grid.w = (room->lane[0].w - (int32_t)(grid.columns - 1) * grid.gap) / (int32_t)grid.columns;
	return grid;
}

static int32_t height_of(struct galley *g, const struct room *room, const struct grid *grid, size_t k,
			 const struct block *item)
{
	int32_t height = 0;

	for (size_t i = 0; i < item->count; i++) {
		const struct block *b = item->children[i];
		const struct style *style = b->style ? b->style : room->style;
		struct para_spec spec = para_box_spec(style, &b->text, room->lane[k].lang, TAG_P, b->pos);
		struct para_box box;

		spec.w = grid->w - grid->marks[k].widest - grid->marks[k].gap;
		if (para_box_set(g, &spec, &box))
			height += para_box_height(&box);
	}
	return height;
}

/* All rows in the language that needs most, with what is between them. */
static int32_t height_of_all(struct galley *g, const struct room *room, const struct grid *grid)
{
	const struct style *style = room->style;
	int32_t gap = style->space_before > style->space_after ? style->space_before : style->space_after, all = 0;

	for (size_t r = 0; r < grid->rows; r++) {
		int32_t row = 0;

		for (size_t at = r; at < grid->list->count; at += grid->rows)
			for (size_t k = 0; k < room->lanes; k++) {
				int32_t height = height_of(g, room, grid, k, grid->list->children[at]);

				row = height > row ? height : row;
			}
		all += row + gap;
	}
	return all;
}

static bool only_texts(const struct block *list)
{
	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < list->children[i]->count; k++)
			if (list->children[i]->children[k]->kind != BLOCK_PARA)
				return false;
	return true;
}

bool columns_lay(struct galley *g, const struct room *room, const struct block *list)
{
	const struct page_master *m = room->master;
	struct room inner = *room;
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);
	struct grid grid;

	if (list->list_columns < 2 || (room->lanes > 1 && !room->facing) || !only_texts(list))
		return false;
	grid = make_grid(g, room, list);
	if (height_of_all(g, room, &grid) > (m->height - m->top - m->bottom) / 2)
		return false;
	inner.group = inner.group ? inner.group : ++g->groups;
	for (size_t r = 0; r < grid.rows; r++) {
		galley_space(g, room->style->space_before);
		lay_row(g, &inner, &grid, r);
		galley_after(g, room->style->space_after);
	}
	galley_keep(g, reel, from, COST_KEEP);
	return true;
}
