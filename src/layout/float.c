/*
 * float: a figure that does not fit where it is mentioned would leave a hole at the foot of its page. Paragraphs that
 * follow it then come before it, as many as fill the hole; no heading, list, table or other figure is passed, nor the end of
 * a section, so that numbers and order stay. In the structure tree the figure keeps its place (docs/decisions/0049).
 */
#include "layout_int.h"

#include <string.h>

enum {
	HOLE_PART = 8 /* less than one part in so many of a page is no hole */
};

void float_add(struct galley *g, size_t first, struct tag *const *tags)
{
	struct reel *reel = g->reel;
	struct drift *drift = LIST_ADD(g->scratch, &reel->drifts);

	drift->first = first;
	drift->end = reel->strips.count;
	memcpy(drift->tags, tags, sizeof drift->tags);
}

/* ---- what may come before a figure ---- */

/* The strip after a paragraph that begins at a strip and may be moved; `at` if there is none. */
static size_t paragraph_end(const struct reel *reel, size_t at)
{
	const struct strip *strips = reel->strips.items;
	size_t end = at;

	if (at >= reel->strips.count || strips[at].text != TEXT_FIRST || strips[at - 1].section_end)
		return at;
	do
		end++;
	while (end < reel->strips.count && strips[end].text == TEXT_MORE);
	return strips[end - 1].lead || strips[end - 1].turn || strips[end - 1].cost >= COST_KEEP ? at : end;
}

/* Whether strips from..at-1 and then those from `next` to `end` fit on a page. */
static bool fits(struct galley *g, const struct reel *reel, const size_t *page, size_t next, size_t end)
{
	struct filling f = {0};
	struct foot foot;

	memset(&foot, 0, sizeof foot);
	foot_start(g, &foot, NULL);
	for (size_t i = page[0]; i < end; i = i + 1 == page[1] ? next : i + 1) {
		if (!page_vanishes(reel, page[0], &f, i))
			page_add(&f, &reel->strips.items[i]);
		foot_add(g, &foot, &reel->strips.items[i]);
	}
	return page_height(&f) + foot.height <= reel->height;
}

/* The end of the paragraphs after a figure that fit before it on the page that it left. */
static size_t reach(struct galley *g, const struct reel *reel, size_t page_from, const struct drift *drift)
{
	const size_t page[] = {page_from, drift->first};
	size_t end = drift->end, next;

	while ((next = paragraph_end(reel, end)) > end && fits(g, reel, page, drift->end, next))
		end = next;
	return end;
}

/* ---- moving ---- */

static void swap(struct galley *g, struct reel *reel, struct drift *drift, size_t end)
{
	struct strip *strips = reel->strips.items;
	size_t figure = drift->end - drift->first, text = end - drift->end;
	struct strip *copy = arena_array(g->scratch, figure, sizeof *copy);
	bool ends = strips[end - 1].section_end;

	memcpy(copy, strips + drift->first, figure * sizeof *copy);
	memmove(strips + drift->first, strips + drift->end, text * sizeof *copy);
	memcpy(strips + drift->first + text, copy, figure * sizeof *copy);
	strips[drift->first].before = drift;
	strips[drift->first + text - 1].section_end = false;
	strips[end - 1].section_end = ends;
	drift->first += text;
	drift->end = end;
	drift->moved = true;
}

/* The page that ends before a figure, or before the headings over it; NULL if none does. */
static const struct plan *page_before(const struct reel *reel, const struct plan_list *plans, const struct drift *drift)
{
	for (size_t i = 0; i < plans->list.count; i++) {
		const struct plan *plan = &plans->list.items[i];
		size_t at = plan->to;

		while (at < drift->first && at < reel->strips.count && reel->strips.items[at].cost >= COST_KEEP)
			at++;
		if (at == drift->first && plan->to > plan->from && !reel->strips.items[plan->to - 1].turn)
			return plan;
	}
	return NULL;
}

static bool has_hole(const struct reel *reel, const struct plan *plan)
{
	struct filling f = {0};

	for (size_t i = plan->from; i < plan->to; i++)
		if (!page_vanishes(reel, plan->from, &f, i))
			page_add(&f, &reel->strips.items[i]);
	return !f.fills && (reel->height - page_height(&f) - plan->foot.height) * HOLE_PART > reel->height;
}

static bool move_one(struct galley *g, struct reel *reel, struct drift *drift)
{
	struct plan_list plans = {0};
	const struct plan *plan;
	size_t end;

	page_break(g, reel, &plans);
	plan = page_before(reel, &plans, drift);
	if (!plan || !has_hole(reel, plan))
		return false;
	end = reach(g, reel, plan->from, drift);
	if (end == drift->end)
		return false;
	swap(g, reel, drift, end);
	page_keep_leads(reel, plan->from);
	return true;
}

/* Pages are chosen to see the holes, and then again: nothing is to be said of the first choice. */
void float_move(struct galley *g, struct reel *reel)
{
	struct diag *diag = g->diag;

	if (!reel->drifts.count)
		return;
	g->diag = diag_new(g->scratch);
	for (size_t i = 0; i < reel->drifts.count; i++)
		move_one(g, reel, &reel->drifts.items[i]);
	g->diag = diag;
}
