/*
 * galley: walks the flow's blocks and keeps what they share: strips, the space between blocks, panels, places with
 * names, the costs of turning the page. Each kind of block is laid by a function of the table at the end.
 */
#include "layout_int.h"

#include <string.h>

int32_t galley_snap(const struct galley *g, int32_t height)
{
	return height > 0 ? (int32_t)(((int64_t)height + g->grid - 1) / g->grid * g->grid) : 0;
}

/* ---- strips ---- */

static void open_reel(struct galley *g, const struct room *room)
{
	const struct page_master *m = room->master;
	struct reel *reel = arena_alloc(g->arena, sizeof *reel);

	reel->master = m;
	reel->serial = room->serial;
	reel->lanes = room->lanes;
	reel->facing = room->facing;
	reel->lang_count = g->flow->arrangement == ARRANGE_SEQUENCE ? 1 : g->flow->lang_count;
	for (size_t l = 0; l < reel->lang_count; l++)
		reel->langs[l] = reel->lang_count == 1 ? g->pass : l;
	reel->height = (m->height - m->top - m->bottom) / g->grid * g->grid;
	reel->title = room->title;
	for (size_t k = 0; k < room->lanes; k++) {
		reel->x[k] = room->x[k];
		reel->w[k] = room->w[k];
	}
	reel->index = g->reels.count;
	*LIST_ADD(g->arena, &g->reels) = reel;
	g->reel = reel;
	g->serial = room->serial;
	g->space = 0;
}

/* Anchors made before a strip was there to hold them. */
static void take_anchors(struct galley *g, struct strip *strip)
{
	strip->anchors = g->waiting;
	g->waiting = NULL;
}

struct strip *galley_strip(struct galley *g, const struct room *room, struct pos pos)
{
	struct strip *strip;

	if (!g->reel || g->serial != room->serial)
		open_reel(g, room);
	strip = LIST_ADD(g->scratch, &g->reel->strips);
	for (size_t k = 0; k < LANES; k++)
		strip->ink[k] = strip->ink_end[k] = g->reel->ink[k].list.count;
	strip->level = true;
	strip->space = galley_snap(g, g->space);
	strip->cost = room->cost;
	strip->frame = room->frame;
	strip->group = room->group;
	strip->pos = pos;
	take_anchors(g, strip);
	g->space = 0;
	g->hold = false;
	return strip;
}

struct ink *galley_ink(struct galley *g, size_t lane)
{
	struct reel *reel = g->reel;
	struct ink *ink = LIST_ADD(g->scratch, &reel->ink[lane].list);

	reel->strips.items[reel->strips.count - 1].ink_end[lane] = reel->ink[lane].list.count;
	return ink;
}

size_t galley_at(const struct galley *g)
{
	return g->reel ? g->reel->strips.count : 0;
}

/* ---- space between blocks ---- */

int32_t galley_tight(const struct galley *g, int32_t space)
{
	enum { SLACK = 400 }; /* thousandths of a space that may go */
	int32_t tighten = g->flow->tighten < 0 ? 0 : g->flow->tighten > 1000 ? 1000 : g->flow->tighten;

	return space > 0 ? galley_snap(g, (int32_t)((int64_t)space * (1000000 - SLACK * tighten) / 1000000)) : space;
}

void galley_space(struct galley *g, int32_t before)
{
	before = galley_tight(g, before);
	if (!g->hold && before > g->space)
		g->space = before;
}

void galley_after(struct galley *g, int32_t after)
{
	after = galley_tight(g, after);
	if (after > g->space)
		g->space = after;
}

void galley_keep(struct galley *g, const struct reel *reel, size_t from, int64_t cost)
{
	struct reel *now = g->reel;

	if (!now)
		return;
	for (size_t i = now == reel ? from : 0; i + 1 < now->strips.count; i++)
		now->strips.items[i].cost += cost;
}

/* ---- panels of one strip ---- */

void galley_panel_ink(struct galley *g, size_t lane, const struct style *style, int32_t x, int32_t y, int32_t w,
		      int32_t h)
{
	const struct {
		int32_t color, w;
	} parts[] = {{style->fill, w}, {style->bar, PANEL_BAR}};

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		struct ink *ink;

		if (parts[i].color < 0)
			continue;
		ink = galley_ink(g, lane);
		ink->kind = INK_RECT;
		ink->behind = true;
		ink->x = x;
		ink->y = y;
		ink->color = (uint32_t)parts[i].color;
		ink->as.box.w = parts[i].w;
		ink->as.box.h = h;
	}
}

/* ---- places with names ---- */

const char *galley_dest(const struct galley *g, const char *label, size_t lang)
{
	bool twice = g->flow->arrangement == ARRANGE_SEQUENCE || g->flow->arrangement == ARRANGE_FACING;

	return twice && lang ? arena_printf(g->arena, "%s.%s", label, g->flow->langs[lang].key) : label;
}

struct anchor *galley_anchor(struct galley *g, const struct room *room, const struct block *block, const char *label,
			     size_t lane)
{
	struct anchor *a = arena_alloc(g->arena, sizeof *a);

	a->name = label ? galley_dest(g, label, room->lane[lane].lang) : NULL;
	a->block = block;
	a->lane = lane;
	a->x = room->lane[lane].x;
	a->next = g->waiting;
	g->waiting = a;
	*LIST_ADD(g->arena, &g->anchors) = a;
	if (a->name && map_put(g->names, a->name, strlen(a->name), a))
		DIAG(g->diag, LAYOUT_SAME_LABEL, block->pos, a->name);
	return a;
}

/* Lanes on facing pages each have their own place; elsewhere the first stands for both. */
static size_t anchor_lanes(const struct room *room)
{
	return room->again ? 0 : room->facing ? room->lanes : 1;
}

void galley_name(struct galley *g, const struct room *room, const struct block *b)
{
	if (!b->label || b->kind == BLOCK_HEADING || room->again)
		return;
	for (size_t k = 0; k < anchor_lanes(room); k++)
		galley_anchor(g, room, b, b->label, k)->tag = room->lane[k].parent;
}

/* ---- blocks that are nothing but text ---- */

static void lay_para(struct galley *g, const struct room *room, const struct block *b)
{
	struct tag *tags[FLOW_LANGS] = {0};
	struct pair_spec spec = {.style = room->style, .text = &b->text, .role = TAG_P, .pos = b->pos};
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);

	pair_lay(g, room, &spec, tags);
	for (size_t i = g->reel == reel ? from : 0; g->reel && !room->cost && !room->frame && i < galley_at(g); i++)
		g->reel->strips.items[i].text = i > from || g->reel != reel ? TEXT_MORE : TEXT_FIRST;
}

static const char *outline_title(struct galley *g, const struct room *room, const struct block *b, size_t lane)
{
	const char *title = "";

	for (size_t l = 0; l < room->lang_count; l++) {
		const char *text = para_box_plain(g, &b->text.text[room->langs[l]]);

		if (room->facing && room->langs[l] != room->lane[lane].lang)
			continue;
		if (!*title || !strcmp(title, text))
			title = text;
		else if (*text)
			title = arena_printf(g->arena, "%s · %s", title, text);
	}
	return title;
}

static struct anchor *heading_anchor(struct galley *g, const struct room *room, const struct block *b, size_t lane)
{
	const char *name = b->label;
	struct anchor *a;

	if (b->outline)
		name = g->headings.items[g->heading_at].name;
	a = galley_anchor(g, room, b, name, lane);
	a->level = b->level > 0 ? b->level : 1;
	a->outline = b->outline;
	a->title = outline_title(g, room, b, lane);
	for (size_t l = 0; l < g->flow->lang_count; l++)
		a->running[l] = para_box_plain(g, &b->text.text[l]);
	return a;
}

/* A gap between levels is the template's fault and is refused by the writer, at the heading. */
static enum tag_role heading_role(int level)
{
	return (enum tag_role)(TAG_H1 + (level < 1 ? 1 : level > 6 ? 6 : level) - 1);
}

/* The newest strip leads to what follows. */
static void lead_on(struct galley *g, int64_t cost)
{
	struct strip *last = &g->reel->strips.items[galley_at(g) - 1];

	last->lead = true;
	last->cost = last->cost > cost ? last->cost : cost;
}

static void lay_heading(struct galley *g, const struct room *room, const struct block *b)
{
	struct tag *tags[FLOW_LANGS] = {0};
	struct pair_spec spec = {.style = room->style, .text = &b->text, .pos = b->pos};
	struct anchor *anchors[LANES] = {0};
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);

	spec.role = heading_role(b->level);
	for (size_t k = 0; k < anchor_lanes(room); k++)
		anchors[k] = heading_anchor(g, room, b, k);
	pair_lay(g, room, &spec, tags);
	for (size_t k = 0; k < anchor_lanes(room); k++) {
		struct tag *tag = tags[room->lane[k].lang];

		anchors[k]->tag = tag ? tag : tags[0] ? tags[0] : tags[1];
	}
	galley_keep(g, reel, from, COST_HEADING);
	if (g->reel != reel || galley_at(g) > from)
		lead_on(g, COST_HEADING);
	g->heading_at += b->outline && !room->again;
}

/* ---- blocks of blocks ---- */

void galley_children(struct galley *g, const struct room *room, const struct block *b)
{
	for (size_t i = 0; i < b->count; i++)
		galley_block(g, room, b->children[i]);
}

static void tag_children(struct galley *g, struct room *room, enum tag_role role, const struct block *b)
{
	struct tag *tag = tag_new(g, room->lane[0].parent, role, b->pos);

	for (size_t k = 1; k < room->lanes; k++)
		if (room->lane[k].parent != room->lane[0].parent)
			room->lane[k].parent = tag_new(g, room->lane[k].parent, role, b->pos);
		else
			room->lane[k].parent = tag;
	room->lane[0].parent = tag;
}

static void lay_section(struct galley *g, const struct room *room, const struct block *b)
{
	struct room inner = *room;
	struct limit limit = {.block = b, .first_reel = g->reel, .first = galley_at(g)};

	if (galley_at(g))
		g->reel->strips.items[galley_at(g) - 1].section_end = true;
	if (b != g->flow->root)
		tag_children(g, &inner, TAG_SECT, b);
	if (b->master && b != g->flow->root)
		room_open(g, &inner, b);
	galley_children(g, &inner, b);
	limit.last_reel = g->reel;
	limit.last = galley_at(g);
	if (galley_at(g))
		g->reel->strips.items[galley_at(g) - 1].section_end = true;
	if (b->max_pages > 0)
		*LIST_ADD(g->arena, &g->limits) = limit;
}

static void lay_callout(struct galley *g, const struct room *room, const struct block *b)
{
	struct room inner = *room;

	tag_children(g, &inner, TAG_ASIDE, b);
	for (size_t l = 0; room->stacked && l < room->lang_count; l++) {
		const struct room one = room_stack(&inner, room->langs[l]);

		galley_children(g, &one, b);
	}
	if (!room->stacked)
		galley_children(g, &inner, b);
}

/* ---- white space ---- */

static void lay_space(struct galley *g, const struct room *room, const struct block *b)
{
	struct strip *strip = galley_strip(g, room, b->pos);

	strip->blank = true;
	for (size_t k = 0; k < room->lanes; k++)
		strip->height[k] = galley_snap(g, galley_tight(g, b->height));
}

static void lay_fill(struct galley *g, const struct room *room, const struct block *b)
{
	galley_strip(g, room, b->pos)->fill = true;
}

static void lay_page_break(struct galley *g, const struct room *room, const struct block *b)
{
	(void)b;
	if (g->serial == room->serial && galley_at(g))
		g->reel->strips.items[galley_at(g) - 1].turn = true;
}

/* A note stands at the foot, not among blocks. */
static void lay_note(struct galley *g, const struct room *room, const struct block *b)
{
	(void)room;
	DIAG0(g->diag, LAYOUT_NOTE_PLACE, b->pos);
}

/* ---- any block ---- */

static lay_fn *const lay_by_kind[] = {
	[BLOCK_SECTION] = lay_section,   [BLOCK_HEADING] = lay_heading,
	[BLOCK_PARA] = lay_para,         [BLOCK_LIST] = items_lay,
	[BLOCK_ITEM] = items_lay_one,    [BLOCK_CALLOUT] = lay_callout,
	[BLOCK_TILES] = tiles_lay,       [BLOCK_TILE] = galley_children,
	[BLOCK_TABLE] = table_lay,       [BLOCK_ROW] = galley_children,
	[BLOCK_CELL] = galley_children,  [BLOCK_FIGURE] = figure_lay,
	[BLOCK_CONTENTS] = contents_lay, [BLOCK_SPACE] = lay_space,
	[BLOCK_FILL] = lay_fill,         [BLOCK_PAGE_BREAK] = lay_page_break,
	[BLOCK_NOTE] = lay_note,         [BLOCK_LOGOS] = artwork_lay_logos,
	[BLOCK_LOGO] = galley_children,
};
_Static_assert(COUNT_OF(lay_by_kind) == BLOCK_KINDS, "a kind of block without a function");

/* Kinds whose style is that of the block as a whole: it may be framed and indented. */
static bool has_box(enum block_kind kind)
{
	return kind == BLOCK_HEADING || kind == BLOCK_PARA || kind == BLOCK_LIST || kind == BLOCK_CALLOUT ||
	       kind == BLOCK_FIGURE || kind == BLOCK_CONTENTS || kind == BLOCK_TABLE || kind == BLOCK_TILES ||
	       kind == BLOCK_LOGOS;
}

/* Tables and tiles have panels of their own. */
static bool is_framed(const struct block *b)
{
	const struct style *s = b->style;

	if (b->kind == BLOCK_TABLE || b->kind == BLOCK_TILES)
		return false;
	return room_is_panel(s) || s->rule_above > 0 || s->rule_below > 0;
}

static void indent_room(struct room *room, int32_t indent)
{
	for (size_t k = 0; k < room->lanes; k++) {
		room->lane[k].x += indent;
		room->lane[k].w -= indent;
	}
}

/* A panel opens: the space above it counts, that above its first block does not. */
static void lay_framed(struct galley *g, const struct room *room, const struct block *b)
{
	const struct room inner = room_frame(g, room, b->style);

	g->hold = true;
	lay_by_kind[b->kind](g, &inner, b);
	g->hold = false;
	g->space = 0;
}

/* What a block's style asks of the page's turning, once the block is laid. */
static void keep_block(struct galley *g, const struct reel *reel, size_t from, const struct style *style)
{
	if (style->keep_together)
		galley_keep(g, reel, from, COST_KEEP);
	if (style->keep_with_next)
		lead_on(g, COST_KEEP);
}

void galley_block(struct galley *g, const struct room *room, const struct block *b)
{
	bool boxed = b->style && has_box(b->kind), fresh = boxed && b->style != room->applied;
	struct room inner = *room;
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);

	if (g->sketch && !ratio_concerns(b))
		return;
	if (b->style)
		inner.style = b->style;
	galley_name(g, room, b);
	if (boxed)
		galley_space(g, b->style->space_before);
	if (fresh) {
		inner.applied = b->style;
		indent_room(&inner, b->style->indent);
	}
	if (fresh && is_framed(b))
		lay_framed(g, &inner, b);
	else
		lay_by_kind[b->kind](g, &inner, b);
	if (b->kind == BLOCK_SECTION && b->style && b->style->keep_together)
		galley_keep(g, reel, from, COST_KEEP);
	if (!boxed || (g->reel == reel && galley_at(g) == from))
		return;
	galley_after(g, b->style->space_after);
	keep_block(g, reel, from, b->style);
}

/* ---- the whole flow ---- */

static void run_pass(struct galley *g, size_t pass)
{
	const struct block *root = g->flow->root;
	bool sequence = g->flow->arrangement == ARRANGE_SEQUENCE;
	struct room room = {.style = root->style};
	struct tag *parent = g->root;

	g->pass = pass;
	g->heading_at = 0;
	g->hold = false;
	if (sequence) {
		parent = tag_new(g, g->root, TAG_SECT, root->pos);
		tag_set_lang(g, parent, pass);
	}
	room.lang_count = sequence ? 1 : g->flow->lang_count;
	for (size_t k = 0; k < LANES; k++) {
		room.langs[k] = sequence ? pass : k;
		room.lane[k].lang = sequence ? pass : k;
		room.lane[k].parent = parent;
	}
	room_open(g, &room, root);
	if (room.master)
		galley_block(g, &room, root);
}

void galley_run(struct galley *g)
{
	size_t passes = g->flow->arrangement == ARRANGE_SEQUENCE ? g->flow->lang_count : 1;

	for (size_t pass = 0; pass < passes; pass++)
		run_pass(g, pass);
	for (size_t i = 0; i < g->reels.count; i++)
		page_keep_leads(g->reels.items[i], 0);
}
