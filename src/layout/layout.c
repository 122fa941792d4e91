/*
 * layout: from the flow to the finished pages, step by step: find the headings, set all blocks, choose the pages, hold
 * them against the limits, place the ink, add what needs page numbers.
 */
#include "layout_int.h"

#include <stdlib.h>
#include <string.h>

/* ---- headings, before anything is set ---- */

static void find_headings(struct galley *g, const struct block *b)
{
	if (b->kind == BLOCK_HEADING && b->outline) {
		size_t number = g->headings.count + 1;
		struct heading *h = LIST_ADD(g->arena, &g->headings);

		h->block = b;
		h->name = b->label ? b->label : arena_printf(g->arena, "h.%zu", number);
	}
	for (size_t i = 0; i < b->count; i++)
		find_headings(g, b->children[i]);
}

/* ---- pages ---- */

static struct page_build *add_page(struct galley *g, struct pages *pages, const struct page_master *m)
{
	struct page_build *page = LIST_ADD(g->arena, &pages->list);

	page->page.width = m->width;
	page->page.height = m->height;
	page->turned = m->mirrored && pages->list.count % 2 == 0;
	page->left = page->turned ? m->right : m->left;
	if (m->numbered)
		page->page.label = arena_printf(g->arena, "%zu", ++pages->numbered);
	return page;
}

/* Facing pages start at the left: an even page, counted from the cover. */
static void pad_to_left(struct galley *g, struct pages *pages, const struct page_master *m)
{
	struct page_master blank = *m;

	blank.numbered = false;
	if (pages->list.count % 2 == 0)
		add_page(g, pages, &blank);
}

static void add_pages(struct galley *g, struct pages *pages, struct plan *plan)
{
	const struct reel *reel = plan->reel;

	if (reel->facing)
		pad_to_left(g, pages, reel->master);
	plan->page = pages->list.count;
	for (size_t k = 0; k < (reel->facing ? LANES : 1); k++) {
		struct page_build *page = add_page(g, pages, reel->master);

		page->reel = reel;
		page->lane = k;
		for (size_t l = 0; l < (reel->lanes > 1 && !reel->facing ? LANES : 0); l++)
			page->page.columns[l] = page->left + reel->x[l];
	}
}

static void name_pages(const struct plan *plan)
{
	for (size_t i = plan->from; i < plan->to; i++)
		for (struct anchor *a = plan->reel->strips.items[i].anchors; a; a = a->next)
			a->page = plan->page + (plan->reel->facing ? a->lane : 0);
}

static void choose_pages(struct galley *g, struct plan_list *plans, struct pages *pages)
{
	for (size_t i = 0; i < g->reels.count; i++)
		page_break(g, g->reels.items[i], plans);
	for (size_t i = 0; i < plans->list.count; i++) {
		add_pages(g, pages, &plans->list.items[i]);
		name_pages(&plans->list.items[i]);
	}
}

/* ---- limits ---- */

struct excess {
	size_t pages;
	int32_t height; /* mpt, of what stands beyond the pages allowed */
	int32_t left;   /* mpt, empty on the last page allowed */
	struct pos pos; /* of the first strip beyond */
};

static int32_t used_height(const struct plan *plan, size_t from, size_t to)
{
	struct filling f = {0};

	for (size_t i = from; i < to; i++)
		if (!page_vanishes(plan->reel, plan->from, &f, i))
			page_add(&f, &plan->reel->strips.items[i]);
	return page_height(&f);
}

/* Adds the part of a page that lies between two strips of its reel. */
static void count_page(struct excess *e, const struct plan *plan, size_t from, size_t to, size_t allowed)
{
	int32_t height;

	from = from > plan->from ? from : plan->from;
	to = to < plan->to ? to : plan->to;
	if (from >= to)
		return;
	e->pages += plan->reel->facing ? LANES : 1;
	height = used_height(plan, from, to) + plan->foot.height;
	if (e->pages <= allowed) {
		e->left = plan->reel->height - height;
		return;
	}
	e->height += height;
	if (!e->pos.file)
		e->pos = plan->reel->strips.items[from].pos;
}

/* How many lines too many, as lines of the flow's own text in each language. */
static void refuse(struct galley *g, const struct excess *e, size_t allowed, struct pos limit)
{
	const struct style *body = g->flow->root->style;
	int32_t over = e->height > e->left ? e->height - e->left : 1;
	const char *lines = "";

	for (size_t l = 0; l < g->flow->lang_count; l++) {
		int32_t leading = body ? para_box_leading(g, body, l) : g->grid;

		lines = arena_printf(g->arena, "%s%s%d (%s)", lines, *lines ? ", " : "",
				     (int)((over + leading - 1) / leading), g->flow->langs[l].key);
	}
	DIAG(g->diag, LAYOUT_TOO_LONG, e->pos, arena_printf(g->arena, "%zu", e->pages),
	     arena_printf(g->arena, "%zu", allowed), lines);
	if (limit.file)
		diag_note(g->diag, limit, "the limit is set here", "한도는 여기에서 정합니다");
}

/* A language by itself may take so many pages: twice as many for both together. */
static size_t pages_allowed(const struct galley *g, int pages)
{
	return (size_t)pages * (g->flow->arrangement == ARRANGE_SEQUENCE ? 1 : g->flow->lang_count);
}

static size_t reel_index(const struct galley *g, const struct reel *reel)
{
	size_t i = 0;

	while (i < g->reels.count && g->reels.items[i] != reel)
		i++;
	return i;
}

static void check_limit(struct galley *g, const struct plan_list *plans, const struct limit *limit)
{
	struct excess e = {0};
	size_t allowed = pages_allowed(g, limit->block->max_pages);
	size_t first = limit->first_reel ? reel_index(g, limit->first_reel) : 0, last = reel_index(g, limit->last_reel);

	for (size_t i = 0; limit->last_reel && i < plans->list.count; i++) {
		const struct plan *plan = &plans->list.items[i];
		size_t at = reel_index(g, plan->reel);

		if (at >= first && at <= last)
			count_page(&e, plan, plan->reel == limit->first_reel ? limit->first : 0,
				   plan->reel == limit->last_reel ? limit->last : SIZE_MAX, allowed);
	}
	if (e.pages > allowed)
		refuse(g, &e, allowed, limit->block->pos);
}

static void check_flow(struct galley *g, const struct plan_list *plans)
{
	bool sequence = g->flow->arrangement == ARRANGE_SEQUENCE;
	size_t allowed = pages_allowed(g, g->flow->max_pages);

	for (size_t pass = 0; g->flow->max_pages > 0 && pass < (sequence ? g->flow->lang_count : 1); pass++) {
		struct excess e = {0};

		for (size_t i = 0; i < plans->list.count; i++)
			if (!sequence || plans->list.items[i].reel->langs[0] == pass)
				count_page(&e, &plans->list.items[i], 0, SIZE_MAX, allowed);
		if (e.pages > allowed)
			refuse(g, &e, allowed, (struct pos){0});
	}
}

static void check_limits(struct galley *g, const struct plan_list *plans)
{
	for (size_t i = 0; i < g->limits.count; i++)
		check_limit(g, plans, &g->limits.items[i]);
	check_flow(g, plans);
}

static void check_links(struct galley *g)
{
	for (size_t i = 0; i < g->links.count; i++) {
		const struct link_target *link = g->links.items[i];

		if (link->dest && !map_find(g->names, link->dest, strlen(link->dest)))
			DIAG(g->diag, LAYOUT_NO_DESTINATION, link->pos, link->dest);
	}
}

/* ---- the result ---- */

static void finish_pages(struct galley *g, const struct pages *build, struct layout *out)
{
	struct page *pages = arena_array(g->arena, build->list.count, sizeof *pages);

	for (size_t i = 0; i < build->list.count; i++) {
		const struct page_build *b = &build->list.items[i];

		pages[i] = b->page;
		pages[i].items = b->items.items;
		pages[i].count = b->items.count;
		pages[i].links = b->links.items;
		pages[i].link_count = b->links.count;
	}
	out->pages = pages;
	out->page_count = build->list.count;
}

static void finish_outline(struct galley *g, struct layout *out)
{
	LIST(struct outline_entry) list = {0};
	int level = 0;

	for (size_t i = 0; i < g->anchors.count; i++) {
		const struct anchor *a = g->anchors.items[i];

		if (!a->outline || !a->placed || (a->lane && g->flow->arrangement != ARRANGE_FACING))
			continue;
		level = a->level > level + 1 ? level + 1 : a->level;
		*LIST_ADD(g->arena, &list) = (struct outline_entry){
			.title = a->title, .level = level, .page = a->page, .y = a->y, .tag = a->tag};
	}
	out->outline = list.items;
	out->outline_count = list.count;
}

static int by_name(const void *a, const void *b)
{
	const struct destination *x = a, *y = b;

	return strcmp(x->name, y->name);
}

static void finish_destinations(struct galley *g, struct layout *out)
{
	LIST(struct destination) list = {0};

	for (size_t i = 0; i < g->anchors.count; i++) {
		const struct anchor *a = g->anchors.items[i];

		if (a->name && a->placed)
			*LIST_ADD(g->arena, &list) = (struct destination){
				.name = a->name, .page = a->page, .x = a->x, .y = a->y, .tag = a->tag};
	}
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, by_name);
	out->destinations = list.items;
	out->destination_count = list.count;
}

static const struct layout *finish(struct galley *g, const struct pages *pages)
{
	struct layout *out = arena_alloc(g->arena, sizeof *out);

	finish_pages(g, pages, out);
	finish_outline(g, out);
	finish_destinations(g, out);
	out->root = g->root;
	out->tag_count = g->tags;
	out->flow = g->flow;
	return out;
}

static struct galley new_galley(struct arena *arena, struct diag *diag, struct text *text, const struct flow *flow)
{
	struct galley g = {
		.arena = arena, .diag = diag, .text = text, .flow = flow, .grid = flow->grid > 0 ? flow->grid : 1};

	g.names = map_new(arena);
	g.note_of = map_new(arena);
	g.root = tag_root(&g);
	return g;
}

const struct layout *layout_make(struct arena *arena, struct diag *diag, struct text *text, const struct flow *flow)
{
	struct galley g = new_galley(arena, diag, text, flow);
	size_t failures = diag_count(diag, DIAG_ERROR);
	struct plan_list plans = {0};
	struct pages pages = {0};

	find_headings(&g, flow->root);
	notes_find(&g, flow->root);
	galley_run(&g);
	notes_lay(&g);
	check_links(&g);
	choose_pages(&g, &plans, &pages);
	check_limits(&g, &plans);
	for (size_t i = 0; i < plans.list.count; i++)
		place_plan(&g, &pages, &plans.list.items[i]);
	running_lay(&g, &pages);
	return diag_count(diag, DIAG_ERROR) > failures ? NULL : finish(&g, &pages);
}

/* ---- a drawing alone ---- */

const struct layout *layout_drawing(struct arena *arena, const struct flow *meta, const struct drawing *drawing,
				    const char *const *alts)
{
	struct galley g = new_galley(arena, NULL, NULL, meta);
	struct pages pages = {0};
	struct page_build *page = LIST_ADD(arena, &pages.list);
	struct item *item = LIST_ADD(arena, &page->items);

	page->page = (struct page){.width = drawing->width, .height = drawing->height, .label = "1"};
	item->kind = ITEM_DRAWING;
	item->as.drawing.drawing = drawing;
	for (size_t l = 0; l < meta->lang_count; l++) {
		struct tag *tag = tag_new(&g, g.root, TAG_FIGURE, (struct pos){0});

		tag_set_lang(&g, tag, l);
		tag->alt = alts[l];
		memcpy(tag->box, (int32_t[]){0, 0, drawing->width, drawing->height}, sizeof tag->box);
		item->as.drawing.tags[l] = tag;
		item->as.drawing.chunks[l] = tag_mark_ink(&g, tag, 0);
	}
	return finish(&g, &pages);
}
