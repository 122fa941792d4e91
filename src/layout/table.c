/*
 * table: rows as strips. A row is never divided unless it is taller than a page by itself; then it is cut between
 * lines. The head is repeated, unread, on each page the table goes on to. One Table holds it all, whatever the pages.
 */
#include "layout_int.h"

#include <string.h>

/* A row at one place: its cells, set. */
struct row_box {
	struct cell_place *places;
	struct cell_box *cells;
	size_t count;
	int32_t height;
	bool head;
	const struct block *block;
};

size_t table_places(const struct table *t, size_t row, struct cell_place *places)
{
	const struct block *block = t->block->children[row];
	size_t column = 0, count = 0;

	for (size_t i = 0; i < block->count && column < t->block->column_count; i++) {
		size_t span = block->children[i]->span > 1 ? (size_t)block->children[i]->span : 1;

		if (span > t->block->column_count - column)
			span = t->block->column_count - column;
		places[count++] = (struct cell_place){
			.cell = block->children[i], .column = column, .span = span, .head = row < t->block->head_rows};
		column += span;
	}
	return count;
}

/* ---- a table at one place ---- */

static bool has_panel(const struct block *b)
{
	bool panel = b->style && b->kind == BLOCK_CELL && (b->style->fill >= 0 || b->style->bar >= 0);

	for (size_t i = 0; i < b->count && !panel; i++)
		panel = has_panel(b->children[i]);
	return panel;
}

static struct table open_table(struct galley *g, const struct room *room, const struct block *b,
			       const struct slot *slot)
{
	struct table t = {.block = b, .style = room->style, .slot = *slot, .panelled = has_panel(b)};

	t.tag = tag_new(g, slot->parent, TAG_TABLE, b->pos);
	t.head = tag_new(g, t.tag, TAG_THEAD, b->pos);
	t.body = tag_new(g, t.tag, TAG_TBODY, b->pos);
	if (slot->lang_count == 1)
		tag_set_lang(g, t.tag, slot->langs[0]);
	table_width_solve(g, &t);
	return t;
}

static struct row_box set_row(struct galley *g, const struct table *t, size_t row)
{
	struct row_box r = {.head = row < t->block->head_rows, .block = t->block->children[row]};
	struct tag *tag = tag_new(g, r.head ? t->head : t->body, TAG_TR, r.block->pos);

	r.places = arena_array(g->arena, t->block->column_count, sizeof *r.places);
	r.count = table_places(t, row, r.places);
	r.cells = arena_array(g->arena, r.count, sizeof *r.cells);
	for (size_t i = 0; i < r.count; i++) {
		table_cell_set(g, t, &r.places[i], tag, &r.cells[i]);
		r.height = r.cells[i].height > r.height ? r.cells[i].height : r.height;
	}
	r.height = galley_snap(g, r.height);
	return r;
}

/* ---- ink ---- */

static void rule_ink(struct galley *g, const struct table *t, const struct style *style, int32_t y, int32_t thick)
{
	struct ink *ink;

	if (thick <= 0)
		return;
	ink = galley_ink(g, t->slot.lane);
	ink->kind = INK_RECT;
	ink->behind = true;
	ink->x = t->slot.x;
	ink->y = y;
	ink->color = style->rule_color;
	ink->as.box.w = t->slot.w;
	ink->as.box.h = thick;
}

static const struct style *row_style(const struct table *t, const struct row_box *r)
{
	if (r->block->style)
		return r->block->style;
	return r->head && t->block->second_style ? t->block->second_style : t->style;
}

static void panels_ink(struct galley *g, const struct table *t, const struct row_box *r, int32_t height)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct style *style = r->places[i].cell->style;
		int32_t left = t->edges[r->places[i].column], right = t->edges[r->places[i].column + r->places[i].span];

		if (style)
			galley_panel_ink(g, t->slot.lane, style, left, right - left, height);
	}
}

/* The lines of a cell whose tops lie in from..to-1, moved up by `from`. */
static void cell_ink(struct galley *g, const struct table *t, const struct cell_box *cell, unsigned order, int32_t from,
		     int32_t to)
{
	struct ink *mark = galley_ink(g, t->slot.lane);

	mark->kind = INK_TAG;
	mark->order = order;
	mark->tag = cell->tag;
	for (size_t i = 0; i < cell->texts.count; i++) {
		const struct cell_text *text = &cell->texts.items[i];

		for (size_t n = 0; n < text->box.count; n++) {
			int32_t y = text->y + (int32_t)n * text->box.leading;

			if (y >= from && y < to)
				para_box_line(g, t->slot.lane, order, &text->box, n, y - from);
		}
	}
}

static void row_ink(struct galley *g, const struct table *t, const struct row_box *r, int32_t from, int32_t to)
{
	const struct style *style = row_style(t, r);

	panels_ink(g, t, r, to - from);
	if (from == 0)
		rule_ink(g, t, style, 0, style->rule_above);
	if (to == r->height)
		rule_ink(g, t, style, to - from - style->rule_below, style->rule_below);
	for (size_t i = 0; i < r->count; i++)
		cell_ink(g, t, &r->cells[i], (unsigned)i, from, to);
}

/* ---- rows taller than a page ---- */

/* Whether a line of the row lies across that height. */
static bool is_crossed(const struct row_box *r, int32_t y)
{
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < r->cells[i].texts.count; k++) {
			const struct cell_text *text = &r->cells[i].texts.items[k];
			int32_t into = y - text->y;

			if (into > 0 && into < para_box_height(&text->box) && into % text->box.leading)
				return true;
		}
	return false;
}

static int32_t next_cut(const struct galley *g, const struct row_box *r, int32_t from)
{
	int32_t y = from + g->grid;

	while (y < r->height && is_crossed(r, y))
		y += g->grid;
	return y < r->height ? y : r->height;
}

/* ---- strips ---- */

struct tables {
	struct table at[LANES];
	size_t count;
	struct repeat *repeat;
};

static struct strip *row_strip(struct galley *g, const struct room *room, const struct tables *ts,
			       const struct row_box *rows, int32_t from, int32_t to)
{
	struct strip *strip = galley_strip(g, room, rows[0].block->pos);

	for (size_t i = 0; i < ts->count; i++) {
		const struct slot *slot = &ts->at[i].slot;
		int32_t end = to < rows[i].height ? to : rows[i].height;

		strip->height[slot->lane] = end > from ? end - from : 0;
		strip->lines[slot->lane] = rows[i].head ? 0 : 2;
		if (end > from)
			row_ink(g, &ts->at[i], &rows[i], from, end);
	}
	strip->head = rows[0].head;
	strip->repeat = ts->repeat;
	return strip;
}

static void divide_row(struct galley *g, const struct room *room, const struct tables *ts, const struct row_box *rows,
		       size_t tallest)
{
	struct room inner = *room;
	int32_t from = 0;

	inner.group = ++g->groups;
	while (from < rows[tallest].height) {
		int32_t to = next_cut(g, &rows[tallest], from);
		struct strip *strip = row_strip(g, &inner, ts, rows, from, to);

		if (to < rows[tallest].height)
			strip->cost += COST_PARA;
		from = to;
	}
}

static void lay_row(struct galley *g, const struct room *room, const struct tables *ts, size_t row)
{
	struct row_box rows[LANES] = {{0}};
	size_t tallest = 0;
	int32_t head = 0;

	galley_name(g, room, ts->at[0].block->children[row]);
	for (size_t i = 0; i < ts->count; i++) {
		rows[i] = set_row(g, &ts->at[i], row);
		tallest = rows[i].height > rows[tallest].height ? i : tallest;
		head = ts->repeat->height[i] > head ? ts->repeat->height[i] : head;
	}
	if (g->reel && rows[tallest].height > g->reel->height - head && !rows[0].head)
		divide_row(g, room, ts, rows, tallest);
	else
		row_strip(g, room, ts, rows, 0, rows[tallest].height);
}

/* Keeps a copy of the head's ink for the pages that follow; the head stays with the first row. */
static void take_head(struct galley *g, struct tables *ts, size_t from)
{
	struct reel *reel = g->reel;
	int32_t y[LANES] = {0};

	for (size_t i = from; i < reel->strips.count; i++) {
		struct strip *strip = &reel->strips.items[i];

		strip->cost = COST_HEADING;
		for (size_t k = 0; k < LANES; k++) {
			for (size_t n = strip->ink[k]; n < strip->ink_end[k]; n++) {
				struct ink *copy = LIST_ADD(g->arena, &ts->repeat->ink[k].list);

				*copy = reel->ink[k].list.items[n];
				copy->y += y[k];
			}
			y[k] += strip->height[k];
			ts->repeat->height[k] = y[k];
		}
	}
}

/* Two rows at least at the top and at the foot of a page. */
static void keep_ends(struct galley *g, size_t first, size_t rows)
{
	struct strip *strips = g->reel->strips.items;
	size_t count = g->reel->strips.count;

	if (rows < 3)
		return;
	if (first < count && strips[first].cost < COST_LONE)
		strips[first].cost = COST_LONE;
	if (count >= 2 && strips[count - 2].cost < COST_LONE)
		strips[count - 2].cost = COST_LONE;
}

void table_lay(struct galley *g, const struct room *room, const struct block *b)
{
	struct tables ts = {.repeat = arena_alloc(g->arena, sizeof *ts.repeat)};
	struct room inner = *room;
	struct slot slots[LANES];
	size_t from, first;
	unsigned serial = g->serial;

	if (!b->column_count || !b->count)
		return;
	ts.count = room_slots(room, slots);
	for (size_t i = 0; i < ts.count; i++)
		ts.at[i] = open_table(g, room, b, &slots[i]);
	inner.cost = inner.cost > COST_ITEM ? inner.cost : COST_ITEM;
	inner.group = 0;
	from = serial == room->serial ? galley_at(g) : 0;
	for (size_t r = 0; r < b->head_rows && r < b->count; r++)
		lay_row(g, &inner, &ts, r);
	if (b->head_rows && galley_at(g) > from)
		take_head(g, &ts, from);
	first = galley_at(g);
	for (size_t r = b->head_rows; r < b->count; r++)
		lay_row(g, &inner, &ts, r);
	keep_ends(g, first, b->count - b->head_rows);
	g->reel->strips.items[galley_at(g) - 1].cost = room->cost;
}
