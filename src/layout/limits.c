/*
 * limits: the pages that sections and the edition promise to keep to, and by how many lines they are over. A limit
 * holds for each language: where both share the pages it is doubled (docs/decisions/0012).
 */
#include "layout_int.h"

/* What a part takes, and how much of it stands beyond what it may take. */
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
	return page_height(&f) + plan->foot.height;
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
	height = used_height(plan, from, to);
	if (e->pages <= allowed) {
		e->left = plan->reel->height - height;
		return;
	}
	e->height += height;
	if (!e->pos.file)
		e->pos = plan->reel->strips.items[from].pos;
}

/* A language by itself may take so many pages: twice as many for both together. */
static size_t pages_allowed(const struct galley *g, int pages)
{
	return (size_t)pages * (g->flow->arrangement == ARRANGE_SEQUENCE ? 1 : g->flow->lang_count);
}

/* ---- parts ---- */

struct finding {
	struct arena *arena;
	const struct galley *g;
	LIST(struct fit_part) parts;
	bool fits;
};

/* What is too much, as lines of the flow's own text in each language. */
static void add_part(struct finding *f, const struct block *section, const struct excess *e, size_t allowed)
{
	const struct style *body = f->g->flow->root->style;
	struct fit_part *part = LIST_ADD(f->arena, &f->parts);
	int32_t over = e->height > e->left ? e->height - e->left : 1;

	*part = (struct fit_part){.section = section, .pages = e->pages, .allowed = allowed, .pos = e->pos};
	if (e->pages <= allowed)
		return;
	f->fits = false;
	for (size_t l = 0; l < f->g->flow->lang_count; l++) {
		int32_t leading = body ? para_box_leading(f->g, body, l) : f->g->grid;

		part->lines[l] = (int)((over + leading - 1) / leading);
	}
}

static void find_section(struct finding *f, const struct plan_list *plans, const struct limit *limit)
{
	struct excess e = {0};
	size_t allowed = pages_allowed(f->g, limit->block->max_pages);
	size_t first = limit->first_reel ? limit->first_reel->index : 0;

	for (size_t i = 0; limit->last_reel && i < plans->list.count; i++) {
		const struct plan *plan = &plans->list.items[i];

		if (plan->reel->index >= first && plan->reel->index <= limit->last_reel->index)
			count_page(&e, plan, plan->reel == limit->first_reel ? limit->first : 0,
				   plan->reel == limit->last_reel ? limit->last : SIZE_MAX, allowed);
	}
	add_part(f, limit->block, &e, allowed);
}

static void find_edition(struct finding *f, const struct plan_list *plans)
{
	const struct flow *flow = f->g->flow;
	bool sequence = flow->arrangement == ARRANGE_SEQUENCE;
	size_t allowed = pages_allowed(f->g, flow->max_pages);

	for (size_t pass = 0; flow->max_pages > 0 && pass < (sequence ? flow->lang_count : 1); pass++) {
		struct excess e = {0};

		for (size_t i = 0; i < plans->list.count; i++)
			if (!sequence || plans->list.items[i].reel->langs[0] == pass)
				count_page(&e, &plans->list.items[i], 0, SIZE_MAX, allowed);
		add_part(f, NULL, &e, allowed);
	}
}

struct fit limits_find(struct arena *arena, const struct galley *g, const struct plan_list *plans)
{
	struct finding f = {.arena = arena, .g = g, .fits = true};

	for (size_t i = 0; i < g->limits.count; i++)
		find_section(&f, plans, &g->limits.items[i]);
	find_edition(&f, plans);
	return (struct fit){.parts = f.parts.items, .count = f.parts.count, .fits = f.fits};
}

/* ---- refusal ---- */

static void refuse(struct galley *g, const struct fit_part *part)
{
	const char *lines = "";

	for (size_t l = 0; l < g->flow->lang_count; l++)
		lines = arena_printf(g->arena, "%s%s%d (%s)", lines, *lines ? ", " : "", part->lines[l],
				     g->flow->langs[l].key);
	DIAG(g->diag, LAYOUT_TOO_LONG, part->pos, arena_printf(g->arena, "%zu", part->pages),
	     arena_printf(g->arena, "%zu", part->allowed), lines);
	if (part->section && part->section->pos.file)
		diag_note(g->diag, part->section->pos, "the limit is set here", "한도는 여기에서 정합니다");
}

void limits_check(struct galley *g, const struct plan_list *plans)
{
	const struct fit fit = limits_find(g->arena, g, plans);

	for (size_t i = 0; i < fit.count; i++)
		if (fit.parts[i].pages > fit.parts[i].allowed)
			refuse(g, &fit.parts[i]);
}
