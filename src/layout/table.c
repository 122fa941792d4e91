/*
 * table: rows as strips. A row, with those that a cell of it covers, is never divided unless it is taller than a page by
 * itself; then it is cut between lines. The head is repeated, unread, on each page the table goes on to. One Table holds it all, whatever the pages.
 */
#include "layout_int.h"

#include <string.h>

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
	table_grid(g, &t);
	table_numbers(g, &t);
	table_width_solve(g, &t);
	return t;
}

/* ---- strips ---- */

struct tables {
	struct table at[LANES];
	size_t count;
	struct repeat *repeat;
};

/* The part of a band from one cut to the next. */
static struct strip *band_strip(struct galley *g, const struct room *room, const struct tables *ts,
				const struct band *bands, int32_t from, int32_t to)
{
	struct strip *strip = galley_strip(g, room, ts->at[0].block->children[bands[0].first]->pos);

	strip->level = from == 0;
	strip->head = bands[0].head;
	strip->repeat = ts->repeat;
	for (size_t i = 0; i < ts->count; i++) {
		const struct cut cut = {.from = from, .to = to, .rise = band_rise(&bands[i], from)};
		size_t lane = ts->at[i].slot.lane;

		strip->height[lane] = to - from;
		strip->rise[lane] = cut.rise;
		strip->lines[lane] = bands[0].head ? 0 : 2;
		band_ink(g, &bands[i], &cut);
	}
	return strip;
}

/* A band that is taller than a page. Each step of the grid at which a page could end parts two strips. */
static void divide_band(struct galley *g, const struct room *room, const struct tables *ts, const struct band *bands)
{
	struct room inner = *room;
	int32_t height = band_height(&bands[0]);

	inner.group = ++g->groups;
	for (int32_t from = 0, to; from < height; from = to) {
		struct strip *strip;

		for (to = from + g->grid; to < height && !band_moves(bands, ts->count, from, to);)
			to += g->grid;
		strip = band_strip(g, &inner, ts, bands, from, to);
		if (to < height)
			strip->cost += COST_PARA;
	}
}

/* What a page of the room holds, panels around the table off it. */
static int32_t page_room(const struct galley *g, const struct room *room)
{
	const struct page_master *m = room->master;
	int32_t pads = 0;

	for (const struct frame *f = room->frame; f; f = f->parent)
		pads += 2 * f->pad;
	return (m->height - m->top - m->bottom) / g->grid * g->grid - pads;
}

static void lay_band(struct galley *g, const struct room *room, const struct tables *ts, size_t first, size_t end)
{
	struct band bands[LANES];
	int32_t head = 0;

	for (size_t r = first; r < end; r++)
		galley_name(g, room, ts->at[0].block->children[r]);
	for (size_t i = 0; i < ts->count; i++) {
		bands[i] = band_set(g, &ts->at[i], first, end);
		head = ts->repeat->height[i] > head ? ts->repeat->height[i] : head;
	}
	band_measure(g, bands, ts->count);
	if (band_height(&bands[0]) > page_room(g, room) - head && !bands[0].head)
		divide_band(g, room, ts, bands);
	else
		band_strip(g, room, ts, bands, 0, band_height(&bands[0]));
}

static void lay_rows(struct galley *g, const struct room *room, const struct tables *ts, size_t first, size_t end)
{
	for (size_t r = first, next; r < end; r = next) {
		next = table_band_end(&ts->at[0], r);
		lay_band(g, room, ts, r, next);
	}
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

/* Notes stay with the last row. */
static void lay_notes(struct galley *g, const struct room *room, const struct block *b)
{
	const struct reel *reel = g->reel;
	size_t rows = galley_at(g);

	notes_of_table(g, room, b);
	if (galley_at(g) > rows)
		galley_keep(g, reel, rows - 1, COST_KEEP);
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
	lay_rows(g, &inner, &ts, 0, b->head_rows < b->count ? b->head_rows : b->count);
	if (b->head_rows && galley_at(g) > from)
		take_head(g, &ts, from);
	first = galley_at(g);
	lay_rows(g, &inner, &ts, b->head_rows, b->count);
	keep_ends(g, first, b->count - b->head_rows);
	lay_notes(g, &inner, b);
	g->reel->strips.items[galley_at(g) - 1].cost = room->cost;
}
