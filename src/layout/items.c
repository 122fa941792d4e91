/*
 * items: lists. The markers of a list stand in a column as wide as the widest of them, in each language by itself; all
 * lines of an item align with the first character of its text. Where both languages run side by side one L holds the
 * items of both in turn, so that a reader hears pair by pair (docs/decisions/0010).
 */
#include "layout_int.h"

static const struct style *mark_style(const struct room *room, const struct block *item)
{
	return item->mark_style ? item->mark_style : item->style ? item->style : room->style;
}

static const struct shaped *shape_mark(struct galley *g, const struct room *room, const struct block *item, size_t lang)
{
	const struct inline_text *text = &item->mark.text[lang];

	return text->count ? para_box_shape(g, mark_style(room, item), lang, text) : NULL;
}

struct mark_column items_measure(struct galley *g, const struct room *room, const struct block *list, size_t lang)
{
	struct mark_column column = {.kind = list->marker};

	for (size_t i = 0; i < list->count; i++) {
		const struct shaped *mark = shape_mark(g, room, list->children[i], lang);

		if (mark && mark->width > column.widest)
			column.widest = mark->width;
	}
	if (column.widest)
		column.gap = room->style->size[lang] / 2;
	return column;
}

/* Numbers end where the widest ends; bullets stand at the left. */
static struct marker *place_mark(struct galley *g, const struct room *room, const struct block *item, size_t k,
				 const struct mark_column *column, struct tag *li)
{
	const struct lane *lane = &room->lane[k];
	struct marker *marker = arena_alloc(g->arena, sizeof *marker);

	marker->shaped = shape_mark(g, room, item, lane->lang);
	if (!marker->shaped)
		return NULL;
	marker->x = lane->x + (column->kind == MARKER_NUMBER ? column->widest - marker->shaped->width : 0);
	marker->color = mark_style(room, item)->color;
	marker->tag = tag_new(g, li, TAG_LBL, item->pos);
	return marker;
}

static bool says_something(const struct block *b, size_t lang)
{
	bool says = b->text.text[lang].count > 0;

	for (size_t i = 0; i < b->count && !says; i++)
		says = says_something(b->children[i], lang);
	return says;
}

struct room items_room(struct galley *g, const struct room *room, const struct block *item,
		       const struct mark_column *columns)
{
	struct room inner = *room;

	for (size_t k = 0; k < room->lanes; k++) {
		struct lane *lane = &inner.lane[k];
		struct tag *li = tag_new(g, lane->parent, TAG_LI, item->pos);

		tag_set_lang(g, li, lane->lang);
		if (says_something(item, lane->lang))
			lane->marker = place_mark(g, room, item, k, &columns[k], li);
		lane->parent = tag_new(g, li, TAG_LBODY, item->pos);
		lane->x += columns[k].widest + columns[k].gap;
		lane->w -= columns[k].widest + columns[k].gap;
	}
	if (!inner.group)
		inner.group = ++g->groups;
	return inner;
}

static void lay_item(struct galley *g, const struct room *room, const struct block *item,
		     const struct mark_column *columns)
{
	const struct room inner = items_room(g, room, item, columns);
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);

	galley_block(g, &inner, item);
	if (item->style && item->style->keep_together)
		galley_keep(g, reel, from, COST_KEEP);
}

static void tag_lists(struct galley *g, struct room *room, const struct block *list)
{
	struct tag *around = NULL, *tag = NULL;

	for (size_t k = 0; k < room->lanes; k++) {
		struct lane *lane = &room->lane[k];

		if (!tag || lane->parent != around) {
			around = lane->parent;
			tag = tag_new(g, around, TAG_L, list->pos);
			tag->marker = list->marker;
			if (room->lanes == 1)
				tag_set_lang(g, tag, lane->lang);
		}
		lane->parent = tag;
	}
}

/* A paragraph that leads to a list stays with its first item if that costs little. */
static void keep_lead(struct galley *g, const struct room *room)
{
	struct strip *last = g->reel && galley_at(g) ? &g->reel->strips.items[galley_at(g) - 1] : NULL;

	if (last && g->serial == room->serial && last->lines[0] && last->cost < COST_LEAD)
		last->cost = COST_LEAD;
}

/* The strips of one item, as the list goes on. */
static bool is_short(const struct reel *reel, size_t from, size_t to)
{
	enum { SHORT_LINES = 3 };
	size_t lines[LANES] = {0};

	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < LANES; k++)
			lines[k] += reel->strips.items[i].lines[k];
	return lines[0] < SHORT_LINES && lines[1] < SHORT_LINES;
}

static void keep_after(struct reel *reel, size_t strip)
{
	if (reel->strips.items[strip].cost < COST_LONE)
		reel->strips.items[strip].cost = COST_LONE;
}

/* A single short item at the head or at the foot of a page looks lost; starts: the first strip of each item. */
static void keep_company(struct galley *g, const size_t *starts, size_t count)
{
	struct reel *reel = g->reel;
	size_t end = galley_at(g);

	if (count < 2)
		return;
	if (starts[1] > starts[0] && starts[1] < end && is_short(reel, starts[0], starts[1]))
		keep_after(reel, starts[1] - 1);
	if (starts[count - 1] > starts[1] && starts[count - 1] < end && is_short(reel, starts[count - 1], end))
		keep_after(reel, starts[count - 1] - 1);
}

static void lay_list(struct galley *g, const struct room *room, const struct block *list)
{
	struct room inner = *room;
	struct mark_column columns[LANES] = {{0}};
	size_t *starts;

	keep_lead(g, room);
	tag_lists(g, &inner, list);
	if (columns_lay(g, &inner, list))
		return;
	for (size_t k = 0; k < room->lanes; k++)
		columns[k] = items_measure(g, room, list, room->lane[k].lang);
	if (inner.cost < COST_ITEM)
		inner.cost = COST_ITEM;
	starts = arena_array(g->arena, list->count, sizeof *starts);
	for (size_t i = 0; i < list->count; i++) {
		starts[i] = g->serial == room->serial ? galley_at(g) : 0;
		lay_item(g, &inner, list->children[i], columns);
	}
	keep_company(g, starts, list->count);
}

void items_lay(struct galley *g, const struct room *room, const struct block *list)
{
	if (!room->stacked) {
		lay_list(g, room, list);
		return;
	}
	for (size_t l = 0; l < room->lang_count; l++) {
		const struct room one = room_stack(room, room->langs[l]);

		lay_list(g, &one, list);
		if (l + 1 < room->lang_count)
			galley_after(g, room->style->leading[room->langs[l]]);
	}
}

void items_lay_one(struct galley *g, const struct room *room, const struct block *item)
{
	galley_children(g, room, item);
}
