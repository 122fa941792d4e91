/*
 * budget: a limit of pages is a promise. A flow that is too long is bound again with levers moved, one after another and
 * each as little as will do, until all of its limited parts fit: spaces first, then type, then shorter forms of texts,
 * then what may be left out. All languages give way alike.
 */
#include "cmd_int.h"
#include "layout.h"

enum { BUDGET_TIGHT = 1000, BUDGET_STEP = 125 }; /* of levers.tighten */

struct budget_search {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct budget *budget;
	const struct flow *flow;   /* bound with `levers`; tighten is set on it */
	struct levers levers;
	const struct fit_part *over; /* the first part that did not fit at first */
};

/* ---- does it fit? ---- */

static bool budget_limited(const struct block *b)
{
	bool limited = b->kind == BLOCK_SECTION && b->max_pages > 0;
	for (size_t i = 0; i < b->count && !limited; i++)
		limited = budget_limited(b->children[i]);
	return limited;
}

static const struct flow *budget_tightened(struct arena *a, const struct flow *flow, int tighten)
{
	struct flow *copy = arena_alloc(a, sizeof *copy);
	*copy = *flow;
	copy->tighten = tighten;
	return copy;
}

static bool budget_fits(struct budget_search *s, int tighten)
{
	return layout_fit(s->arena, s->text, budget_tightened(s->arena, s->flow, tighten)).fits;
}

/* The least tightening that does, given that all of it does: what fits tight is tried less tight. */
static int budget_least(struct budget_search *s)
{
	int least = BUDGET_TIGHT, failed = 0;
	bool other = s->levers.shrink || s->levers.shorter || s->levers.drop_below_priority;
	if (other && budget_fits(s, 0))
		return 0;
	while (least - failed > BUDGET_STEP) {
		int middle = (least + failed) / 2 / BUDGET_STEP * BUDGET_STEP;
		*(budget_fits(s, middle) ? &least : &failed) = middle;
	}
	return least;
}

/* ---- moving levers ---- */

/* Moves the next lever one step further; false if none is left. */
static bool budget_next(struct levers *l, const struct levers *most)
{
	if (l->shrink < most->shrink && !l->shorter && !l->drop_below_priority)
		l->shrink++;
	else if (!l->shorter && most->shorter)
		l->shorter = true;
	else if (l->drop_below_priority < most->drop_below_priority)
		l->drop_below_priority++;
	else
		return false;
	return true;
}

static bool budget_bind(struct budget_search *s)
{
	const struct flow *flow = s->budget->bind(s->budget->user, s->diag, &s->levers);
	if (!flow)
		return false;
	s->flow = flow;
	return true;
}

/* ---- what is said of it ---- */

/* A message's argument in both languages grows by a phrase. */
static void budget_say(struct arena *a, const char **en, const char **ko, const char *more_en, const char *more_ko)
{
	*en = **en ? arena_printf(a, "%s, %s", *en, more_en) : more_en;
	*ko = **ko ? arena_printf(a, "%s, %s", *ko, more_ko) : more_ko;
}

static const char *budget_both(struct arena *a, const char *en, const char *ko)
{
	return arena_printf(a, "%s\037%s", en, ko);
}

static void budget_report(const struct budget_search *s)
{
	struct arena *a = s->arena;
	const char *en = "", *ko = "";
	const struct levers *l = &s->levers;
	struct pos pos = s->over->section ? s->over->section->pos : s->flow->root->pos;
	if (l->tighten) {
		int percent = 100 - 40 * l->tighten / 1000;
		budget_say(a, &en, &ko, arena_printf(a, "spaces are down to %d %%", percent),
			   arena_printf(a, "간격을 %d%%로 줄였습니다", percent));
	}
	if (l->shrink)
		budget_say(a, &en, &ko, arena_printf(a, "type is smaller by %d of %d steps", l->shrink, s->flow->most.shrink),
			   arena_printf(a, "글자를 %d단계(최대 %d단계) 줄였습니다", l->shrink, s->flow->most.shrink));
	if (*en)
		DIAG(s->diag, LAYOUT_LEVERS, pos, arena_printf(a, "%zu", s->over->allowed), budget_both(a, en, ko));
	en = ko = "";
	if (l->shorter)
		budget_say(a, &en, &ko, "texts show their shorter form", "글을 짧은 형태로 실었습니다");
	if (l->drop_below_priority)
		budget_say(a, &en, &ko, arena_printf(a, "what has priority %d to 9 is left out", 10 - l->drop_below_priority),
			   arena_printf(a, "우선순위가 %d~9인 내용을 뺐습니다", 10 - l->drop_below_priority));
	if (*en)
		DIAG(s->diag, LAYOUT_CUT, pos, arena_printf(a, "%zu", s->over->allowed), budget_both(a, en, ko));
}

const struct flow *budget_fit(struct arena *a, struct diag *diag, struct text *text, const struct flow *flow,
			      const struct budget *budget, struct layout_draft **draft)
{
	struct budget_search s = {.arena = a, .diag = diag, .text = text, .budget = budget, .flow = flow};
	*draft = NULL;
	if (!flow->max_pages && !budget_limited(flow->root))
		return flow;
	*draft = layout_draft_new(text, flow);
	const struct fit first = layout_draft_fit(a, *draft);
	for (size_t i = 0; i < first.count && !s.over; i++)
		s.over = first.parts[i].pages > first.parts[i].allowed ? &first.parts[i] : NULL;
	if (!s.over)
		return flow;
	layout_draft_drop(*draft);
	*draft = NULL;
	while (!budget_fits(&s, BUDGET_TIGHT))
		if (!budget_next(&s.levers, &flow->most) || !budget_bind(&s))
			return budget_tightened(a, s.flow, BUDGET_TIGHT); /* its layout says by how much it is over */
	s.levers.tighten = budget_least(&s);
	budget_report(&s);
	return budget_tightened(a, s.flow, s.levers.tighten);
}
