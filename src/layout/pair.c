/*
 * pair: a text in the languages of the room as strips. In two lanes both texts start on one baseline and the page turns
 * for both at once: a cut is a height at which each lane has complete lines, none of them alone (two lines at least
 * before and after a turn, or all of the text). Strips are what lies between two cuts.
 *
 * Lanes may have different leadings. A strip knows the height of its lines in each lane; page_add() lets each lane run
 * on by itself from where the pair (or its rest on a new page) starts.
 */
#include "layout_int.h"

enum { LEAST_LINES = 2 };

/* A pair on its way into strips. */
struct setting {
	struct para_box box[LANES];
	int32_t rise[LANES];
	size_t lanes;
	size_t done[LANES];
	bool together;
};

static size_t min_count(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The most lines, up to `count`, that may stand before a turn. */
static size_t legal_count(const struct setting *s, size_t lane, size_t count)
{
	size_t all = s->box[lane].count;

	if (count >= all)
		return all;
	if (s->together || all < 2 * LEAST_LINES)
		return 0;
	count = min_count(count, all - LEAST_LINES);
	return count < LEAST_LINES ? 0 : count;
}

static int32_t lane_bottom(const struct setting *s, size_t lane, size_t count)
{
	return count ? s->rise[lane] + (int32_t)count * s->box[lane].leading : 0;
}

/* The next height below `from` at which a line of some lane ends; `from` if there is none. */
static int32_t next_bottom(const struct setting *s, const size_t *lines, int32_t from)
{
	int32_t next = from;

	for (size_t k = 0; k < s->lanes; k++) {
		int32_t bottom = lane_bottom(s, k, lines[k] + 1);

		if (lines[k] < s->box[k].count && (next == from || bottom < next))
			next = bottom;
	}
	return next;
}

/* Whether a page may end with counts[k] lines of each lane; moved: something follows the last cut. */
static bool is_cut(const struct setting *s, const size_t *counts)
{
	bool moved = false;

	for (size_t k = 0; k < s->lanes; k++) {
		if (s->box[k].count && !counts[k])
			return false;
		moved |= counts[k] > s->done[k];
	}
	return moved;
}

/* The link of a marker, as high as its letters. */
static void marker_link(struct galley *g, size_t lane, unsigned order, const struct marker *marker, int32_t baseline)
{
	struct ink *ink = galley_ink(g, lane);

	ink->kind = INK_LINK;
	ink->order = order;
	ink->x = marker->x;
	ink->y = baseline - marker->shaped->runs[0].size;
	ink->tag = marker->tag;
	ink->as.box.w = marker->shaped->width;
	ink->as.box.h = marker->shaped->runs[0].size * 5 / 4;
	ink->as.box.target = marker->link;
}

void pair_marker(struct galley *g, size_t lane, unsigned order, struct marker *marker, int32_t baseline)
{
	int32_t x = marker ? marker->x : 0;

	if (!marker || !marker->shaped)
		return;
	for (size_t i = 0; i < marker->shaped->count; i++) {
		struct ink *ink = galley_ink(g, lane);

		ink->kind = INK_TEXT;
		ink->order = order;
		ink->x = x;
		ink->y = baseline;
		ink->tag = marker->tag;
		ink->color = marker->color;
		ink->as.run = marker->shaped->runs[i];
		x += marker->shaped->runs[i].width;
	}
	if (marker->link)
		marker_link(g, lane, order, marker, baseline);
	marker->shaped = NULL;
}

static int64_t cut_cost(const struct setting *s, const size_t *counts)
{
	int64_t cost = COST_PARA;

	for (size_t k = 0; k < s->lanes; k++) {
		if (counts[k] < s->box[k].count && s->box[k].para->lines[counts[k] - 1].hyphenated)
			cost += COST_HYPHEN;
		if (s->box[k].count && counts[k] == s->box[k].count)
			cost += COST_ALONE; /* this language ends here, the other goes on */
	}
	return cost;
}

static void lane_ink(struct galley *g, const struct room *room, struct setting *s, struct strip *strip, size_t k,
		     size_t count)
{
	const struct para_box *box = &s->box[k];

	if (!s->done[k] && count)
		pair_marker(g, k, (unsigned)k, room->lane[k].marker, box->baseline);
	for (size_t i = s->done[k]; i < count; i++)
		para_box_line(g, k, (unsigned)k, box, i, (int32_t)(i - s->done[k]) * box->leading);
	strip->height[k] = (int32_t)(count - s->done[k]) * box->leading;
	strip->rise[k] = s->rise[k];
	strip->lines[k] = (uint8_t)min_count(count - s->done[k], UINT8_MAX);
	s->done[k] = count;
}

static bool all_done(const struct setting *s)
{
	for (size_t k = 0; k < s->lanes; k++)
		if (s->done[k] < s->box[k].count)
			return false;
	return true;
}

static void cut_strips(struct galley *g, const struct room *room, struct setting *s, struct pos pos)
{
	size_t lines[LANES] = {0}, counts[LANES] = {0};
	int32_t height = 0;
	bool first = true;

	while (!all_done(s)) {
		struct strip *strip;

		height = next_bottom(s, lines, height);
		for (size_t k = 0; k < s->lanes; k++) {
			lines[k] += lines[k] < s->box[k].count && lane_bottom(s, k, lines[k] + 1) <= height;
			counts[k] = legal_count(s, k, lines[k]);
		}
		if (!is_cut(s, counts))
			continue;
		strip = galley_strip(g, room, pos);
		strip->level = first;
		first = false;
		for (size_t k = 0; k < s->lanes; k++)
			lane_ink(g, room, s, strip, k, counts[k]);
		if (!all_done(s))
			strip->cost = room->cost + cut_cost(s, counts);
	}
}

static void pair_lanes(struct galley *g, const struct room *room, const struct pair_spec *spec, struct tag **tags)
{
	struct setting s = {.lanes = room->lanes, .together = spec->style->keep_together};
	struct room grouped = *room;
	int32_t base = 0, measures[LANES] = {0};

	if (g->sketch && !ratio_takes(g->sketch))
		return;
	for (size_t k = 0; k < room->lanes; k++) {
		const struct lane *lane = &room->lane[k];
		struct para_spec para = para_box_spec(spec->style, spec->text, lane->lang, spec->role, spec->pos);

		para.parent = lane->parent;
		para.x = lane->x;
		para.w = measures[k] = lane->w;
		if (!para_box_set(g, &para, &s.box[k]))
			continue;
		tags[lane->lang] = s.box[k].tag;
		base = s.box[k].baseline > base ? s.box[k].baseline : base;
	}
	if (g->sketch)
		ratio_record(g, s.box, measures, room->lanes);
	for (size_t k = 0; k < room->lanes; k++)
		s.rise[k] = s.box[k].count ? base - s.box[k].baseline : 0;
	if (!grouped.group)
		grouped.group = ++g->groups;
	cut_strips(g, &grouped, &s, spec->pos);
}

void pair_lay(struct galley *g, const struct room *room, const struct pair_spec *spec, struct tag **tags)
{
	if (!room->stacked) {
		pair_lanes(g, room, spec, tags);
		return;
	}
	for (size_t l = 0; l < room->lang_count; l++) {
		const struct room one = room_stack(room, room->langs[l]);
		size_t before = galley_at(g);

		pair_lanes(g, &one, spec, tags);
		if (l + 1 < room->lang_count && galley_at(g) > before)
			g->space = galley_snap(g, galley_tight(g, spec->style->space_after) / 2);
	}
}
