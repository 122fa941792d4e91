/*
 * ratio: the widths of two columns, solved from the texts that stand in them. A section is set once in equal columns
 * and what its paragraphs needed is noted; from that the height in other widths is estimated; the few most promising
 * widths are tried in earnest, and the least height wins. One ratio holds for all pages of the section, so columns stay
 * straight, and neither language gets less than 42 parts in a hundred.
 */
#include "layout_int.h"

#include <string.h>

enum {
	LEAST_SHARE = 420, /* thousandths of both columns */
	LEAST_SAVING = 30, /* thousandths of the height, to depart from equal columns */
	TRIALS = 4,
	SAMPLE = 300, /* texts of a section that are set in each trial, about */
	APART = 3     /* steps of the grid between two widths that are tried */
};

/* ---- what paragraphs needed ---- */

/* What spans the columns, or opens pages of its own; contents change little. */
bool ratio_concerns(const struct block *b)
{
	return b->kind != BLOCK_TABLE && b->kind != BLOCK_TILES && b->kind != BLOCK_FIGURE && b->kind != BLOCK_LOGOS &&
	       b->kind != BLOCK_CONTENTS && (b->kind != BLOCK_SECTION || !b->master);
}

bool ratio_takes(struct sketch *sketch)
{
	return sketch->texts++ % sketch->stride == 0;
}

static void record_lane(struct pair_record *r, const struct para_box *box, int32_t measure, size_t k)
{
	r->measure[k] = measure;
	r->leading[k] = box->leading;
	for (size_t i = 0; i < box->count; i++) {
		int32_t width = box->para->lines[i].width;

		r->ink[k] += width;
		r->used[k] += i + 1 < box->count ? width : 0;
		r->room[k] += i + 1 < box->count ? measure : 0;
	}
}

void ratio_record(struct galley *g, const struct para_box *boxes, const int32_t *measures, size_t lanes)
{
	struct pair_record *r;

	if (!g->sketch->arena)
		return;
	r = LIST_ADD(g->sketch->arena, &g->sketch->pairs);
	for (size_t k = 0; k < lanes; k++)
		record_lane(r, &boxes[k], measures[k], k);
}

/* Height of one language in a column that is wider by `more`: its lines are as well filled as before. */
static int64_t lane_height(const struct pair_record *r, size_t k, int32_t more)
{
	int64_t measure = (int64_t)r->measure[k] + more;
	int64_t filled = r->room[k] > 0 ? measure * r->used[k] / r->room[k] : measure;

	if (!r->ink[k])
		return 0;
	return filled > 0 ? (r->ink[k] + filled - 1) / filled * r->leading[k] : INT32_MAX;
}

static int64_t estimate(const struct sketch *sketch, int32_t more)
{
	int64_t height = 0;

	for (size_t i = 0; i < sketch->pairs.count; i++) {
		int64_t left = lane_height(&sketch->pairs.items[i], 0, more);
		int64_t right = lane_height(&sketch->pairs.items[i], 1, -more);

		height += left > right ? left : right;
	}
	return height;
}

/* ---- trials ---- */

static int64_t height_of(const struct reel *reel)
{
	struct filling f = {0};
	int64_t height = 0;

	/* In parts, so that no sum leaves its range. */
	for (size_t i = 0; i < reel->strips.count; i++) {
		const struct strip *next = &reel->strips.items[i] + 1;

		page_add(&f, &reel->strips.items[i]);
		if (page_height(&f) < reel->height || i + 1 == reel->strips.count || next->frame || !next->level)
			continue;
		height += page_height(&f);
		f = (struct filling){.opened = true};
	}
	return height + page_height(&f);
}

/* Sets the texts of the section in columns of which the first is `more` wider than half; returns their height. */
static int64_t sketch_height(struct galley *g, const struct room *room, const struct block *section, int32_t more,
			     struct sketch *sketch)
{
	struct galley trial = *g;
	struct room inner = *room;
	struct arena *arena = sketch->trial;
	int64_t height;

	trial.arena = trial.scratch = arena;
	trial.diag = diag_new(arena);
	trial.names = map_new(arena);
	trial.root = tag_root(&trial);
	trial.reel = NULL;
	trial.waiting = NULL;
	trial.sketch = sketch;
	trial.space = 0;
	memset(&trial.reels, 0, sizeof trial.reels);
	memset(&trial.anchors, 0, sizeof trial.anchors);
	memset(&trial.links, 0, sizeof trial.links);
	memset(&trial.limits, 0, sizeof trial.limits);
	inner.lane[0].w += more;
	inner.lane[1].x += more;
	inner.lane[1].w -= more;
	galley_children(&trial, &inner, section);
	height = trial.reel ? height_of(trial.reel) : 0;
	arena_clear(arena);
	return height;
}

/* ---- the best of them ---- */

/* A section in search of its widths. Widths are steps of the grid from the one nearest to half. */
struct search {
	struct galley *g;
	const struct room *room;
	const struct block *section;
	const struct sketch *equal; /* what equal columns needed */
	int32_t least, most;        /* steps */
	int32_t base;               /* mpt, from half to step 0 */
	int32_t tried[TRIALS];
	size_t count;
	int32_t best;   /* step */
	int64_t height; /* mpt, at the best */
};

static struct search new_search(struct galley *g, const struct room *room, const struct block *section,
				const struct sketch *sketch, int64_t equal)
{
	int32_t half = room->lane[0].w, both = half + room->lane[1].w;
	int32_t nearest = (half + g->grid / 2) / g->grid * g->grid;
	int32_t least = (int32_t)((int64_t)both * LEAST_SHARE / 1000);

	return (struct search){
		.g = g,
		.room = room,
		.section = section,
		.equal = sketch,
		.least = -((nearest - least) / g->grid),
		.most = (both - least - nearest) / g->grid,
		.base = nearest - half,
		.height = equal,
	};
}

static int32_t width_at(const struct search *s, int32_t step)
{
	return s->base + step * s->g->grid;
}

static bool is_tried(const struct search *s, int32_t step)
{
	for (size_t i = 0; i < s->count; i++)
		if (step > s->tried[i] - APART && step < s->tried[i] + APART)
			return true;
	return false;
}

/* The step of least estimated height among those not tried yet, the nearest to the middle if several are. */
static bool next_step(const struct search *s, int32_t *next, int64_t *height)
{
	*height = INT64_MAX;
	for (int32_t far = 0; far <= s->most || far <= -s->least; far++)
		for (int32_t step = -far; step <= far; step += far ? 2 * far : 1) {
			int64_t guess;

			if (step < s->least || step > s->most || is_tried(s, step))
				continue;
			guess = estimate(s->equal, width_at(s, step));
			if (guess >= *height)
				continue;
			*height = guess;
			*next = step;
		}
	return *height < INT64_MAX;
}

/* Whether that width makes the section no higher than the best so far; then it is the best. */
static bool try_step(struct search *s, int32_t step)
{
	struct sketch unused = {.trial = s->equal->trial, .stride = s->equal->stride};
	int64_t height = sketch_height(s->g, s->room, s->section, width_at(s, step), &unused);

	if (height > s->height)
		return false;
	s->best = step;
	s->height = height;
	return true;
}

static void find_least(struct search *s)
{
	int64_t guess, now = estimate(s->equal, 0);
	int32_t step = 0;

	while (s->count < TRIALS && next_step(s, &step, &guess) && guess < now) {
		s->tried[s->count++] = step;
		try_step(s, step);
	}
}

/* No further from equal columns than it takes. */
static void come_back(struct search *s)
{
	int32_t near = 0;

	while (s->best - near > 1 || near - s->best > 1) {
		int32_t middle = (near + s->best) / 2;

		if (!try_step(s, middle))
			near = middle;
	}
}

/* How much wider the first column should be than half. */
static int32_t best_width(struct search *s, enum column_widths columns, int64_t equal)
{
	find_least(s);
	if (s->height >= equal - (columns == COLUMNS_DEFAULT ? equal * LEAST_SAVING / 1000 : 0))
		return 0;
	come_back(s);
	return width_at(s, s->best);
}

static size_t count_texts(const struct block *b)
{
	size_t count = b->text.text[0].count || b->text.text[1].count ? 1 : 0;

	for (size_t i = 0; i < b->count; i++)
		if (ratio_concerns(b->children[i]))
			count += count_texts(b->children[i]);
	return count;
}

void ratio_solve(struct galley *g, struct room *room, const struct block *section)
{
	struct sketch sketch = {.arena = g->scratch, .stride = 1};
	struct search search;
	int32_t page = room->master->height - room->master->top - room->master->bottom, more = 0;
	int64_t equal;

	if (g->sketch || room->master->columns == COLUMNS_EQUAL || !section->count)
		return;
	sketch.stride += count_texts(section) / SAMPLE;
	sketch.trial = arena_new();
	equal = sketch_height(g, room, section, 0, &sketch);
	if (equal && (room->master->columns != COLUMNS_DEFAULT || equal * (int64_t)sketch.stride > page)) {
		search = new_search(g, room, section, &sketch, equal);
		more = best_width(&search, room->master->columns, equal);
	}
	arena_free(sketch.trial);
	room->lane[0].w += more;
	room->lane[1].x += more;
	room->lane[1].w -= more;
}
