/*
 * page: where pages end. page_add() puts one strip after another on a page and knows its height at any time; the choice
 * of all page ends of a reel is the cheapest path over the strips, found forward: from each strip at which a page may
 * start, all the strips that fit are tried as its last. A page holds a bounded number of strips, so the work grows with
 * the length of the reel.
 */
#include "layout_int.h"

#include <string.h>

enum {
	COST_FOOT = 20000, /* times the square of the part of the page that stays empty */
	COST_STUB = 8000,  /* a last page with next to nothing on it */
	STUB_PART = 8      /* ... less than one part in so many */
};

/* ---- filling ---- */

static int32_t level_of(const struct filling *f)
{
	return f->y[0] > f->y[1] ? f->y[0] : f->y[1];
}

static void set_level(struct filling *f, int32_t y)
{
	for (size_t k = 0; k < LANES; k++)
		f->y[k] = y;
}

static bool is_within(const struct frame *inner, const struct frame *outer)
{
	for (; inner; inner = inner->parent)
		if (inner == outer)
			return true;
	return false;
}

static int32_t pads_from(const struct frame *frame, const struct frame *outside)
{
	int32_t pads = 0;

	for (; frame && frame != outside; frame = frame->parent)
		pads += frame->pad;
	return pads;
}

/* Leaves the panels that the next strip is not in; the space between blocks; enters its panels. */
static void change_frames(struct filling *f, const struct strip *s)
{
	const struct frame *shared = f->frame;

	while (shared && !is_within(s->frame, shared))
		shared = shared->parent;
	set_level(f,
		  level_of(f) + pads_from(f->frame, shared) + (f->opened ? s->space : 0) + pads_from(s->frame, shared));
	f->frame = s->frame;
}

/* A page that starts inside a table repeats the table's head. */
static void add_repeat(struct filling *f, const struct strip *s)
{
	f->repeat = 0;
	if (!s->repeat || s->head)
		return;
	for (size_t k = 0; k < LANES; k++)
		f->repeat = s->repeat->height[k] > f->repeat ? s->repeat->height[k] : f->repeat;
	set_level(f, level_of(f) + f->repeat);
}

void page_add(struct filling *f, const struct strip *s)
{
	bool first = !f->opened;

	if (s->level || first || s->frame != f->frame)
		change_frames(f, s);
	f->top = level_of(f);
	if (first && !s->blank)
		add_repeat(f, s);
	for (size_t k = 0; k < LANES; k++) {
		f->y[k] += s->level || first ? s->rise[k] : 0;
		f->start[k] = f->y[k];
		f->y[k] += s->height[k];
	}
	if (s->fill) {
		f->fills++;
		set_level(f, level_of(f) + f->extra);
	}
	f->bottom = level_of(f);
	f->opened = true;
}

int32_t page_height(const struct filling *f)
{
	return level_of(f) + pads_from(f->frame, NULL);
}

/* ---- what leads on ---- */

/* Whether the strip begins what leads on itself: a heading of one strip or more. */
static bool begins_lead(const struct reel *reel, size_t i)
{
	const struct strip *strips = reel->strips.items;

	while (i + 1 < reel->strips.count && !strips[i].lead && strips[i].cost >= COST_HEADING)
		i++;
	return strips[i].lead;
}

/*
 * At least two lines in each lane follow what leads on, whatever blocks they belong to; but a single line that is all
 * there is before the next heading need not hold that one too.
 */
static void keep_lines(struct reel *reel, size_t from, int64_t cost)
{
	size_t lines[LANES] = {0};

	for (size_t i = from; i + 1 < reel->strips.count; i++) {
		struct strip *s = &reel->strips.items[i];

		for (size_t k = 0; k < LANES; k++)
			lines[k] += s->lines[k];
		if (s->turn || s->lead || (lines[0] >= 2 && (lines[1] >= 2 || !lines[1])) || begins_lead(reel, i + 1))
			return;
		s->cost = s->cost > cost ? s->cost : cost;
	}
}

void page_keep_leads(struct reel *reel, size_t from)
{
	for (size_t i = from; i + 1 < reel->strips.count; i++)
		if (reel->strips.items[i].lead)
			keep_lines(reel, i + 1, reel->strips.items[i].cost);
}

size_t page_bound(struct reel *reel, size_t at)
{
	enum { REACH = 8 }; /* strips: a heading above a heading above a short introduction */
	const struct strip *strips = reel->strips.items;
	size_t first = at;

	page_keep_leads(reel, at > REACH ? at - REACH : 0);
	while (first > 0 && !strips[first - 1].turn && strips[first - 1].cost >= COST_KEEP)
		first--;
	return first;
}

/* ---- the cheapest path ---- */

struct step {
	int64_t cost;
	size_t before;              /* where the last page starts */
	const struct foot *carried; /* lines of notes that are left to the next page, or NULL */
	bool reached;
};

bool page_vanishes(const struct reel *reel, size_t from, const struct filling *f, size_t i)
{
	const struct strip *strips = reel->strips.items;

	return strips[i].blank && !f->opened && from > 0 && !strips[from - 1].turn;
}

static int64_t foot_cost(const struct reel *reel, const struct filling *f, const struct foot *foot, bool last)
{
	int64_t height = reel->height > 0 ? reel->height : 1;
	int64_t empty = height - page_height(f) - foot->height;

	if (last)
		return (page_height(f) - f->repeat) * STUB_PART < height ? COST_STUB : 0;
	if (f->fills || empty <= 0)
		return 0;
	return COST_FOOT * (empty * 1000 / height) / 1000 * (empty * 1000 / height) / 1000;
}

static const struct foot *keep_foot(struct galley *g, const struct foot *left)
{
	struct foot *kept = left->rows.count ? arena_alloc(g->arena, sizeof *kept) : NULL;

	if (kept)
		*kept = *left;
	return kept;
}

static void relax(struct step *to, const struct step *step)
{
	if (!to->reached || to->cost > step->cost)
		*to = *step;
}

/* Tries each strip that still fits, with its notes, as the last one of a page that starts at `from`. */
static void try_page(struct galley *g, const struct reel *reel, struct step *steps, size_t from, struct foot *foot)
{
	const struct strip *strips = reel->strips.items;
	struct filling f = {0};

	foot_start(g, foot, steps[from].carried);
	for (size_t i = from; i < reel->strips.count; i++) {
		bool last = i + 1 == reel->strips.count || strips[i].turn, alone = !f.opened;
		struct step step = {.cost = steps[from].cost + COST_PAGE, .before = from, .reached = true};
		struct foot placed, left = {0};
		int32_t room;

		if (!page_vanishes(reel, from, &f, i))
			page_add(&f, &strips[i]);
		foot_add(g, foot, &strips[i]);
		room = reel->height - page_height(&f);
		if (!alone && (room < 0 || (foot->height > room && !foot_divide(g, foot, room, &placed, &left))))
			return;
		if (alone && foot->height > room && !foot_divide(g, foot, room, &placed, &left))
			left = (struct foot){0};
		step.cost += foot_cost(reel, &f, foot, last) + (last ? 0 : strips[i].cost);
		step.cost += left.rows.count ? COST_NOTE : 0;
		step.carried = keep_foot(g, &left);
		relax(&steps[i + 1], &step);
		if (strips[i].turn)
			return;
	}
}

/* What is taller than a page even alone cannot be printed. */
static void check_height(struct galley *g, const struct plan *plan)
{
	const struct reel *reel = plan->reel;
	struct filling f = {0};
	int32_t height;

	if (plan->from == plan->to)
		return;
	page_add(&f, &reel->strips.items[plan->from]);
	height = page_height(&f) + (plan->from + 1 == plan->to ? plan->foot.height : 0);
	if (height > reel->height)
		DIAG(g->diag, LAYOUT_TOO_TALL, reel->strips.items[plan->from].pos,
		     arena_printf(g->arena, "%d", (int)(height / 1000)),
		     arena_printf(g->arena, "%d", (int)(reel->height / 1000)));
}

static void reverse(struct plan *plans, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct plan swap = plans[i];

		plans[i] = plans[count - 1 - i];
		plans[count - 1 - i] = swap;
	}
}

/* The notes of a page; *carried becomes what they leave to the next. */
static void set_foot(struct galley *g, struct plan *plan, struct foot *carried)
{
	const struct reel *reel = plan->reel;
	struct foot foot = {0}, left = {0};
	struct filling f = {0};
	int32_t room;

	foot_start(g, &foot, carried);
	for (size_t i = plan->from; i < plan->to; i++) {
		if (!page_vanishes(reel, plan->from, &f, i))
			page_add(&f, &reel->strips.items[i]);
		foot_add(g, &foot, &reel->strips.items[i]);
	}
	room = reel->height - page_height(&f);
	if (foot.height <= room || !foot_divide(g, &foot, room, &plan->foot, &left)) {
		plan->foot = foot;
		left = (struct foot){0};
	}
	*carried = left;
}

/* Notes may need pages of their own after the last strip. */
static void set_feet(struct galley *g, struct reel *reel, struct plan_list *out, size_t first)
{
	struct foot carried = {0};

	for (size_t i = first; i < out->list.count; i++)
		set_foot(g, &out->list.items[i], &carried);
	while (carried.rows.count) {
		struct plan *plan = LIST_ADD(g->arena, &out->list);

		*plan = (struct plan){.reel = reel, .from = reel->strips.count, .to = reel->strips.count};
		set_foot(g, plan, &carried);
		if (!plan->foot.rows.count)
			break;
	}
}

void page_break(struct galley *g, struct reel *reel, struct plan_list *out)
{
	size_t count = reel->strips.count, first = out->list.count;
	struct step *steps = arena_array(g->arena, count + 1, sizeof *steps);
	struct foot foot = {0};

	steps[0].reached = true;
	for (size_t i = 0; i < count; i++)
		if (steps[i].reached)
			try_page(g, reel, steps, i, &foot);
	for (size_t end = count; end > 0; end = steps[end].before)
		*LIST_ADD(g->arena, &out->list) = (struct plan){.reel = reel, .from = steps[end].before, .to = end};
	reverse(out->list.items + first, out->list.count - first);
	set_feet(g, reel, out, first);
	for (size_t i = first; i < out->list.count; i++)
		check_height(g, &out->list.items[i]);
}
