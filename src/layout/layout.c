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
	for (size_t i = 0; i < g->reels.count; i++) {
		float_move(g, g->reels.items[i]);
		page_break(g, g->reels.items[i], plans);
	}
	for (size_t i = 0; i < plans->list.count; i++) {
		add_pages(g, pages, &plans->list.items[i]);
		name_pages(&plans->list.items[i]);
	}
}

/* ---- links ---- */

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

static struct galley new_galley(struct arena *arena, struct arena *scratch, struct diag *diag, struct text *text,
				const struct flow *flow)
{
	struct galley g = {.arena = arena,
			   .scratch = scratch,
			   .diag = diag,
			   .text = text,
			   .flow = flow,
			   .grid = flow->grid > 0 ? flow->grid : 1};

	g.names = map_new(arena);
	g.note_of = map_new(arena);
	g.root = tag_root(&g);
	return g;
}

/* Sets all blocks and chooses the pages. */
static void set_all(struct galley *g, struct plan_list *plans, struct pages *pages)
{
	find_headings(g, g->flow->root);
	notes_find(g, g->flow->root);
	galley_run(g);
	notes_lay(g);
	check_links(g);
	choose_pages(g, plans, pages);
}

struct fit layout_fit(struct arena *arena, struct text *text, const struct flow *flow)
{
	struct layout_draft *d = layout_draft_new(text, flow);
	struct fit fit = layout_draft_fit(arena, d);

	layout_draft_drop(d);
	return fit;
}

struct layout_draft {
	struct galley galley;
	struct plan_list plans;
	struct pages pages;
};

static struct layout_draft *set_draft(struct text *text, const struct flow *flow, struct whereabouts *w)
{
	struct arena *arena = arena_new();
	struct layout_draft *d = arena_alloc(arena, sizeof *d);

	d->galley = new_galley(arena, arena_new(), diag_new(arena), text, flow);
	d->galley.whereabouts = w;
	set_all(&d->galley, &d->plans, &d->pages);
	return d;
}

/* Again until references say what is true on the pages which they make by saying it. */
struct layout_draft *layout_draft_new(struct text *text, const struct flow *flow)
{
	struct arena *arena = arena_new();
	struct whereabouts *w = whereabouts_new(arena, flow);
	struct layout_draft *d = set_draft(text, flow, w);

	while (w && whereabouts_learn(&d->galley, &d->pages)) {
		layout_draft_drop(d);
		d = set_draft(text, flow, w);
	}
	arena_join(d->galley.arena, arena);
	return d;
}

struct fit layout_draft_fit(struct arena *arena, const struct layout_draft *d)
{
	return limits_find(arena, &d->galley, &d->plans);
}

const struct layout *layout_draft_finish(struct layout_draft *d, struct arena *arena, struct diag *diag)
{
	struct galley *g = &d->galley;
	size_t failures = diag_count(diag, DIAG_ERROR);
	const struct layout *layout = NULL;

	diag_take(diag, g->diag);
	g->diag = diag;
	limits_check(g, &d->plans);
	stamp_lay(g, &d->pages);
	for (size_t i = 0; i < d->plans.list.count; i++)
		place_plan(g, &d->pages, &d->plans.list.items[i]);
	running_lay(g, &d->pages);
	if (!d->pages.list.count)
		DIAG0(diag, LAYOUT_EMPTY, g->flow->root->pos);
	if (diag_count(diag, DIAG_ERROR) == failures)
		layout = finish(g, &d->pages);
	arena_free(g->scratch);
	arena_join(arena, g->arena);
	return layout;
}

void layout_draft_drop(struct layout_draft *d)
{
	if (!d)
		return;
	arena_free(d->galley.scratch);
	arena_free(d->galley.arena);
}

const struct layout *layout_make(struct arena *arena, struct diag *diag, struct text *text, const struct flow *flow)
{
	return layout_draft_finish(layout_draft_new(text, flow), arena, diag);
}

/* ---- a drawing alone ---- */

const struct layout *layout_drawing(struct arena *arena, const struct flow *meta, const struct drawing *drawing,
				    const char *const *alts)
{
	struct galley g = new_galley(arena, arena, NULL, NULL, meta);
	struct pages pages = {0};
	struct page_build *page = LIST_ADD(arena, &pages.list);
	struct item *item = LIST_ADD(arena, &page->items);
	struct layout *layout = arena_alloc(arena, sizeof *layout);

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
	*layout = *finish(&g, &pages);
	layout->alone = true;
	return layout;
}
