/*
 * Total fit: the breaks of a paragraph that cost least as a whole, after D. E. Knuth and M. F. Plass, "Breaking
 * paragraphs into lines", Software: Practice and Experience 11 (1981). All costs are integers.
 *
 * Justified lines cost by the cube of how far their spaces give way (badness, 100 where they reach their natural
 * limit), ragged ones by the square of what is missing to the measure. Both add the penalties below.
 */
#include "text_int.h"

enum {
	CLASSES = 4,         /* tight, decent, loose, very loose */
	HYPHENS_MAX = 2,     /* hyphenated lines running (E1) */
	BADNESS_MAX = 10000, /* a line this bad is set ragged; how much worse it could be counts little */
	RATIO = 297,         /* the cube root of 100 * 2^18: badness in integers, as in The TeXbook */
	RATIO_MAX = 1290,    /* badness reaches its limit */
	BEYOND_MAX = 200,
	MUCH = 100 * 5 * 5 * 5, /* badness of a line stretched five times as far as it likes */
	LONE = 4,               /* a syllable alone costs so many times as much */
	LAST_WEIGHT = 12, /* a last line has at least so many letters, or a third of it in syllables (E4, K21) ... */
	LAST_SHARE = 4    /* ... or this part of the measure */
};

/* More than the loosest line costs; sums stop growing far below the end of their type. */
static const int64_t OVERFULL = (int64_t)BADNESS_MAX * BADNESS_MAX * 1000, DEMERITS_MAX = INT64_MAX / 4;

/* The costs of plain TeX (E2) for justified setting; ragged setting counts in hundredths of the measure, squared. */
struct costs {
	int64_t line; /* each line */
	int64_t kinds[BREAK_MUST + 1];
	int64_t two_hyphens, last_hyphen;
	int64_t contrast; /* a tight line beside a loose one */
	int64_t short_last;
};

static const struct costs justified = {
	.line = 10,
	.kinds = {[BREAK_AFTER] = 50 * 50, [BREAK_HYPHEN] = 50 * 50, [BREAK_SYLLABLE] = 2000 * 2000},
	.two_hyphens = 10000,
	.last_hyphen = 5000,
	.contrast = 10000,
	.short_last = 30000,
};

static const struct costs ragged = {
	.line = 10,
	.kinds = {[BREAK_AFTER] = 60, [BREAK_HYPHEN] = 2000, [BREAK_SYLLABLE] = 900},
	.two_hyphens = 1500,
	.last_hyphen = 1000,
	.contrast = 0,
	.short_last = 2500,
};

struct line {
	int64_t cost;
	uint8_t class;
};

int32_t fit_stretch(int32_t gaps)
{
	return gaps / 2;
}

int32_t fit_shrink(int32_t gaps)
{
	return gaps / 3;
}

static int32_t measure_of(const struct fit_spec *spec, const struct fit_node *node)
{
	return node->at ? spec->measure : spec->first;
}

/* 100 times the cube of part / whole, up to a limit; beyond it only so much that the lesser evil is still told. */
static int64_t badness(int64_t part, int64_t whole)
{
	int64_t ratio;

	if (part <= 0)
		return 0;
	if (whole <= 0)
		return BADNESS_MAX + BEYOND_MAX;
	ratio = part * RATIO / whole;
	if (ratio > RATIO_MAX)
		return BADNESS_MAX + (ratio / RATIO < BEYOND_MAX ? ratio / RATIO : BEYOND_MAX);
	return (ratio * ratio * ratio + (1 << 17)) >> 18;
}

static uint8_t class_of(int64_t spare, int64_t bad)
{
	if (spare < 0)
		return bad > 12 ? 0 : 1;
	return bad >= 100 ? 3 : bad > 12 ? 2 : 1;
}

static bool justify_line(const struct fit_spec *spec, const struct fit_break *a, const struct fit_break *b,
			 int32_t spare, struct line *line)
{
	int32_t gaps = b->gap_end - a->gap_start, shrink = fit_shrink(gaps);
	int64_t bad = 0, stretch = (int64_t)fit_stretch(gaps) + spec->emergency;
	bool is_last = b->kind == BREAK_MUST;

	if (spec->give)
		stretch += b->give_end - a->give_start;

	if (spare < -shrink || (!is_last && spec->tolerance < MUCH && spare > 5 * stretch))
		return false;
	if (spare < 0)
		bad = badness(-spare, shrink);
	else if (!is_last)
		bad = badness(spare, stretch);
	if (bad > spec->tolerance)
		return false;
	line->class = class_of(spare, bad);
	line->cost = (justified.line + bad) * (justified.line + bad);
	return true;
}

static bool ragged_line(const struct fit_spec *spec, int32_t spare, int32_t measure, bool is_last, struct line *line)
{
	int64_t share = measure > 0 ? (int64_t)spare * 1000 / measure : 0;

	if (spare < 0)
		return false;
	line->class = 1;
	line->cost = ragged.line + (is_last && !spec->balance ? 0 : share * share / 100);
	return true;
}

static int64_t last_line_cost(const struct costs *costs, const struct fit_break *a, const struct fit_break *b,
			      int32_t width, int32_t measure)
{
	int32_t weight = b->weight_end - a->weight_start;

	if (!a->end || weight >= LAST_WEIGHT || width >= measure / LAST_SHARE)
		return 0;
	return costs->short_last * (2 * LAST_WEIGHT - weight) / (2 * LAST_WEIGHT);
}

/* What a line from a node to b costs; false: it cannot be. */
static bool line_cost(const struct fit_spec *spec, const struct fit_node *node, const struct fit_break *b,
		      struct line *line)
{
	const struct costs *costs = spec->justify ? &justified : &ragged;
	const struct fit_break *a = &spec->breaks[node->at];
	int32_t measure = measure_of(spec, node), width = b->end - a->start;
	bool is_last = b->kind == BREAK_MUST, hyphen = b->kind == BREAK_HYPHEN;

	if (hyphen && node->hyphens >= HYPHENS_MAX && !spec->last)
		return false; /* in the end only what would be overfull has more */
	if (spec->justify ? !justify_line(spec, a, b, measure - width, line)
			  : !ragged_line(spec, measure - width, measure, is_last, line))
		return false;
	line->cost += costs->kinds[b->kind] * (b->lone ? LONE : 1);
	if (hyphen && node->hyphens)
		line->cost += node->hyphens < HYPHENS_MAX ? costs->two_hyphens : OVERFULL / 2;
	if (is_last && node->hyphens)
		line->cost += costs->last_hyphen;
	if (is_last && !spec->balance)
		line->cost += last_line_cost(costs, a, b, width, measure);
	if (line->class > node->class + 1 || node->class > line->class + 1)
		line->cost += costs->contrast;
	return true;
}

/* The best ways to end a line at one break, one for each class and count of hyphens. */
struct ways {
	struct fit_node nodes[CLASSES * (HYPHENS_MAX + 1)];
	unsigned int used; /* a bit for each node that is set; the others are not even cleared */
	int64_t least;     /* demerits */
};

static void keep_best(struct ways *ways, const struct fit_node *node)
{
	unsigned int index = node->class * (HYPHENS_MAX + 1u) + node->hyphens, bit = 1u << index;

	if (!(ways->used & bit) || node->demerits < ways->nodes[index].demerits)
		ways->nodes[index] = *node;
	if (!ways->used || node->demerits < ways->least)
		ways->least = node->demerits;
	ways->used |= bit;
}

static struct fit_node next_node(const struct fit_spec *spec, const struct fit_room *room, uint32_t from, uint32_t at,
				 const struct line *line)
{
	const struct fit_node *node = &room->nodes.items[from];
	bool hyphen = spec->breaks[at].kind == BREAK_HYPHEN;
	int64_t sum = node->demerits + line->cost;
	uint8_t hyphens = (uint8_t)(!hyphen ? 0 : node->hyphens < HYPHENS_MAX ? node->hyphens + 1 : HYPHENS_MAX);

	return (struct fit_node){at,          from,   sum < DEMERITS_MAX ? sum : DEMERITS_MAX, spec->breaks[at].start,
				 line->class, hyphens};
}

/* No more text fits into a line from that node to b. */
static bool is_full(const struct fit_spec *spec, const struct fit_node *node, const struct fit_break *b)
{
	int32_t width = b->solid - node->start;

	if (spec->justify)
		width -= fit_shrink(b->gap_end - spec->breaks[node->at].gap_start);
	return width > measure_of(spec, node);
}

/* Ways that cost more than the best one by all that its class and hyphens could cost later are of no use. */
static int64_t most_of_use(const struct fit_spec *spec, const struct ways *ways)
{
	const struct costs *costs = spec->justify ? &justified : &ragged;

	return ways->least + costs->contrast + costs->two_hyphens + costs->last_hyphen;
}

static void add_nodes(struct fit_room *room, const struct fit_spec *spec, const struct ways *ways)
{
	int64_t most = most_of_use(spec, ways);

	for (unsigned int left = ways->used, i = 0; left; left >>= 1, i++) {
		if (!(left & 1) || ways->nodes[i].demerits > most)
			continue;
		*LIST_ADD(room->arena, &room->active) = (uint32_t)room->nodes.count;
		*LIST_ADD(room->arena, &room->nodes) = ways->nodes[i];
	}
}

/* Tries to end a line at one break; false: every way there is too long. */
static bool try_break(struct fit_room *room, const struct fit_spec *spec, uint32_t at)
{
	const struct fit_break *b = &spec->breaks[at];
	struct ways ways;
	uint32_t overfull = 0; /* the latest start of those that b is too far from */
	size_t kept = 0;

	ways.used = 0;
	ways.least = 0;
	for (size_t i = 0; i < room->active.count; i++) {
		uint32_t from = room->active.items[i];
		struct line line = {0};

		if (is_full(spec, &room->nodes.items[from], b)) {
			if (room->nodes.items[from].at >= room->nodes.items[overfull].at)
				overfull = from;
			continue;
		}
		room->active.items[kept++] = from;
		if (ways.used && room->nodes.items[from].demerits > most_of_use(spec, &ways))
			continue;
		if (line_cost(spec, &room->nodes.items[from], b, &line)) {
			struct fit_node node = next_node(spec, room, from, at, &line);

			keep_best(&ways, &node);
		}
	}
	room->active.count = b->kind == BREAK_MUST ? 0 : kept;
	if (!kept && !ways.used) {
		struct line line = {.cost = OVERFULL, .class = 1};
		struct fit_node node = next_node(spec, room, overfull, at, &line);

		if (!spec->last)
			return false;
		keep_best(&ways, &node);
	}
	add_nodes(room, spec, &ways);
	return room->active.count > 0;
}

static void take(struct fit_room *room, const struct fit_spec *spec)
{
	uint32_t best = room->active.items[0];
	size_t count = 0;

	for (size_t i = 1; i < room->active.count; i++)
		if (room->nodes.items[room->active.items[i]].demerits < room->nodes.items[best].demerits)
			best = room->active.items[i];
	for (uint32_t n = best; room->nodes.items[n].at; n = room->nodes.items[n].from)
		count++;
	room->taken.count = 0;
	for (size_t i = 0; i < count; i++)
		LIST_ADD(room->arena, &room->taken);
	room->shortest = 0;
	for (uint32_t n = best; count > 0; n = room->nodes.items[n].from) {
		const struct fit_node *node = &room->nodes.items[n], *from = &room->nodes.items[node->from];
		int32_t measure = measure_of(spec, from),
			width = spec->breaks[node->at].end - spec->breaks[from->at].start;
		int32_t share = measure > 0 ? (int32_t)((int64_t)(measure - width) * 1000 / measure) : 0;

		room->taken.items[--count] = node->at;
		if (spec->breaks[node->at].kind != BREAK_MUST && share > room->shortest)
			room->shortest = share;
	}
}

bool fit(struct fit_room *room, const struct fit_spec *spec)
{
	room->nodes.count = room->active.count = 0;
	*LIST_ADD(room->arena, &room->nodes) = (struct fit_node){.start = spec->breaks[0].start, .class = 1};
	*LIST_ADD(room->arena, &room->active) = 0;
	for (uint32_t at = 1; at < spec->count; at++)
		if (!try_break(room, spec, at))
			return false;
	take(room, spec);
	return true;
}
