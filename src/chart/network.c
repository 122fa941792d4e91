/*
 * A network: what connects (instruments, committees) in the middle, the bodies it connects at both sides, those of the
 * first party at the left. The right side is sorted so that lines cross seldom.
 */
#include "chart_int.h"

enum { MOST_TIES = 12, MOST_NODES = 24 };

/* Measures in mpt. */
enum {
	LANE_SHARE = 11, /* percent of the width for the lines at each side of the middle */
	BOX_PAD = 6000,
	BOX_PAD_TIGHT = 3500,
	BOX_GAP = 8000,
	BOX_GAP_TIGHT = 4000,
	CORNER = 4000,
	OUTLINE = 1000,
	LINE = 1250,
	HEAD_GAP = 6000,
	HEAD_PAD = 3000,
	RULE = 1000,
	PARTY_GAP = 6000, /* before the heading of a further party */
	TINT = 7
};

struct card {
	struct stack words;
	int32_t y, height;
};

struct pillar {
	size_t *items; /* indices of nodes or ties, from above */
	size_t count;
	int32_t x, width, height;
};

struct network {
	struct chart_job *job;
	struct ties ties;
	struct card *nodes, *middles; /* by index */
	struct stack *heads;          /* of the nodes that come first of their party; others are empty */
	struct pillar left, middle, right;
	int32_t pad, gap;
};

/* ---- sides and order ---- */

static bool is_left(const struct network *n, size_t node)
{
	const struct value *party = NULL;

	for (size_t i = 0; i < n->ties.node_count && !party; i++)
		party = n->ties.party[i];
	return n->ties.party[node] == party || !party;
}

/* The mean place of what a node is tied to, in thousandths. */
static int64_t mean_tie(const struct network *n, size_t node)
{
	int64_t sum = 0, count = 0;

	for (size_t i = 0; i < n->ties.count; i++)
		for (size_t k = 0; k < n->ties.ties[i].end_count; k++)
			if (n->ties.ties[i].ends[k] == node) {
				sum += (int64_t)i * 1000;
				count++;
			}
	return count ? sum / count : 0;
}

/* The first node of the same party, which its group is ordered by; parties stay together. */
static size_t party_first(const struct network *n, size_t node)
{
	for (size_t i = 0; i < node; i++)
		if (n->ties.party[i] == n->ties.party[node])
			return i;
	return node;
}

static bool comes_before(const struct network *n, size_t a, size_t b)
{
	size_t pa = party_first(n, a), pb = party_first(n, b);

	return pa != pb ? pa < pb : mean_tie(n, a) < mean_tie(n, b);
}

static void add_item(const struct network *n, struct pillar *pillar, size_t node)
{
	size_t at = pillar->count++;

	for (; at > 0 && comes_before(n, node, pillar->items[at - 1]); at--)
		pillar->items[at] = pillar->items[at - 1];
	pillar->items[at] = node;
}

static void set_pillars(struct network *n)
{
	struct arena *arena = n->job->arena;

	n->left.items = arena_array(arena, n->ties.node_count, sizeof *n->left.items);
	n->right.items = arena_array(arena, n->ties.node_count, sizeof *n->right.items);
	n->middle.items = arena_array(arena, n->ties.count, sizeof *n->middle.items);
	for (size_t i = 0; i < n->ties.node_count; i++)
		add_item(n, is_left(n, i) ? &n->left : &n->right, i);
	for (size_t i = 0; i < n->ties.count; i++)
		n->middle.items[n->middle.count++] = i;
}

/* Without a right side the middle moves there. */
static void set_widths(struct network *n)
{
	int32_t lane = n->job->width / 100 * LANE_SHARE, columns = n->right.count ? 3 : 2;
	int32_t width = (n->job->width - (columns - 1) * lane) / columns;

	n->left.width = n->middle.width = n->right.width = width;
	n->middle.x = width + lane;
	n->right.x = 2 * (width + lane);
}

/* ---- boxes ---- */

/* A name that the languages share, such as an acronym, stands once. */
static struct card new_card(struct network *n, const struct value *label, int32_t width, bool strong)
{
	struct label_spec spec = {
		.strong = strong,
		.width = width - 2 * BOX_PAD,
		.align = ALIGN_CENTER,
		.balance = true,
		.close = true,
		.color = n->job->theme->ink,
	};
	const char *texts[CHART_LANGS];
	struct card card;

	for (size_t i = 0; i < n->job->req->lang_count; i++)
		texts[i] = wording_text(n->job->req, i, label);
	card.words = label_number(n->job, &spec, texts, label->pos);
	card.height = card.words.height + 2 * n->pad;
	return card;
}

static void set_head(struct network *n, size_t node)
{
	struct label_spec spec = {.strong = true, .width = n->left.width, .close = true, .color = n->job->theme->ink};

	if (party_first(n, node) == node && n->ties.party[node])
		n->heads[node] = label_stack(n->job, &spec, wording_label(n->ties.party[node]));
}

static int32_t head_height(const struct network *n, size_t node)
{
	return n->heads[node].count ? n->heads[node].height + HEAD_PAD + HEAD_GAP : 0;
}

static bool set_cards(struct network *n)
{
	bool ok = true;

	n->nodes = arena_array(n->job->arena, n->ties.node_count, sizeof *n->nodes);
	n->heads = arena_array(n->job->arena, n->ties.node_count, sizeof *n->heads);
	n->middles = arena_array(n->job->arena, n->ties.count, sizeof *n->middles);
	for (size_t i = 0; i < n->ties.node_count; i++)
		ok = chart_labelled(n->job, n->ties.nodes[i]) && ok;
	for (size_t i = 0; i < n->ties.count; i++)
		ok = chart_labelled(n->job, n->ties.ties[i].record) && ok;
	if (!ok)
		return false;
	for (size_t i = 0; i < n->ties.node_count; i++) {
		n->nodes[i] = new_card(n, wording_label(n->ties.nodes[i]), n->left.width, false);
		set_head(n, i);
	}
	for (size_t i = 0; i < n->ties.count; i++)
		n->middles[i] = new_card(n, wording_label(n->ties.ties[i].record), n->middle.width, true);
	return true;
}

/* The heading of a party stands above its first box in the pillar, which need not be its first node. */
static const struct stack *head_at(const struct network *n, const struct pillar *pillar, size_t at, size_t *owner)
{
	static const struct stack none = {0};
	size_t first = party_first(n, pillar->items[at]);

	*owner = first;
	if (at > 0 && party_first(n, pillar->items[at - 1]) == first)
		return &none;
	return &n->heads[first];
}

/* Puts the boxes of a pillar from y on; returns the foot. */
static int32_t place_nodes(struct network *n, struct pillar *pillar, int32_t y)
{
	for (size_t i = 0; i < pillar->count; i++) {
		size_t owner;
		const struct stack *head = head_at(n, pillar, i, &owner);
		struct card *card = &n->nodes[pillar->items[i]];

		if (head->count)
			y += (i ? PARTY_GAP : 0) + head_height(n, owner);
		card->y = y;
		y += card->height + n->gap;
	}
	return pillar->count ? y - n->gap : y;
}

static int32_t place_middles(struct network *n, int32_t y)
{
	for (size_t i = 0; i < n->ties.count; i++) {
		n->middles[i].y = y;
		y += n->middles[i].height + n->gap;
	}
	return y - n->gap;
}

static void shift(struct card *cards, const size_t *items, size_t count, int32_t by)
{
	for (size_t i = 0; i < count; i++)
		cards[items[i]].y += by;
}

static bool is_one_party(const struct network *n, const struct pillar *pillar)
{
	for (size_t i = 1; i < pillar->count; i++)
		if (party_first(n, pillar->items[i]) != party_first(n, pillar->items[0]))
			return false;
	return true;
}

/* The lower pillars stand in the middle of the height. The first heading keeps its place at the top. */
static void place(struct network *n)
{
	int32_t top = 0, feet[3], foot = 0;

	for (size_t i = 0; i < n->ties.node_count; i++)
		if (n->heads[i].count)
			top = chart_larger(top, head_height(n, i));
	feet[0] = place_nodes(n, &n->left, 0);
	feet[1] = place_middles(n, top);
	feet[2] = place_nodes(n, &n->right, 0);
	for (int i = 0; i < 3; i++)
		foot = chart_larger(foot, feet[i]);
	shift(n->middles, n->middle.items, n->middle.count, (foot - feet[1]) / 2);
	if (is_one_party(n, &n->left))
		shift(n->nodes, n->left.items, n->left.count, (foot - feet[0]) / 2);
	if (is_one_party(n, &n->right))
		shift(n->nodes, n->right.items, n->right.count, (foot - feet[2]) / 2);
	n->job->height = foot;
}

/* ---- ink ---- */

static int32_t middle_of(const struct card *card)
{
	return card->y + card->height / 2;
}

static void draw_tie(struct network *n, size_t tie, size_t node)
{
	bool left = is_left(n, node);
	int32_t x1 = left ? n->left.x + n->left.width : n->right.x,
		x2 = left ? n->middle.x : n->middle.x + n->middle.width;
	int32_t y1 = middle_of(&n->nodes[node]), y2 = middle_of(&n->middles[tie]), turn = (x2 - x1) / 2;
	cairo_t *pen = canvas_pen(n->job->canvas);

	cairo_move_to(pen, x1, y1);
	if (y1 == y2)
		cairo_line_to(pen, x2, y2);
	else
		cairo_curve_to(pen, x1 + turn, y1, x2 - turn, y2, x2, y2);
	canvas_stroke(n->job->canvas, n->job->theme->palette[0], LINE, CANVAS_MARK);
}

static void draw_card(struct network *n, const struct card *card, int32_t x, int32_t width, bool filled)
{
	const struct chart_theme *theme = n->job->theme;
	int32_t y = card->y + (card->height - card->words.height) / 2;

	canvas_rect(n->job->canvas, x, card->y, width, card->height, CORNER);
	canvas_fill(n->job->canvas, filled ? contrast_mix(theme->palette[0], theme->paper, TINT) : theme->paper,
		    CANVAS_QUIET);
	canvas_rect(n->job->canvas, x + OUTLINE / 2, card->y + OUTLINE / 2, width - OUTLINE, card->height - OUTLINE,
		    CORNER - OUTLINE / 2);
	canvas_stroke(n->job->canvas, filled ? theme->palette[0] : theme->muted, OUTLINE, CANVAS_QUIET);
	label_draw_stack(n->job, &card->words, x + BOX_PAD, y);
}

static void draw_head(struct network *n, const struct pillar *pillar, const struct stack *head, int32_t box)
{
	int32_t rule = box - HEAD_GAP;

	label_draw_stack(n->job, head, pillar->x, rule - HEAD_PAD - head->height);
	canvas_line(n->job->canvas, pillar->x, rule, pillar->x + pillar->width, rule);
	canvas_stroke(n->job->canvas, n->job->theme->muted, RULE, CANVAS_QUIET);
}

static void draw_pillar(struct network *n, const struct pillar *pillar)
{
	for (size_t i = 0; i < pillar->count; i++) {
		size_t owner;
		const struct stack *head = head_at(n, pillar, i, &owner);
		const struct card *card = &n->nodes[pillar->items[i]];

		if (head->count)
			draw_head(n, pillar, head, i ? card->y : head_height(n, owner));
		draw_card(n, card, pillar->x, pillar->width, false);
	}
}

bool network_draw(struct chart_job *job)
{
	struct network n = {.job = job};

	n.pad = chart_between(job, BOX_PAD, BOX_PAD_TIGHT);
	n.gap = chart_between(job, BOX_GAP, BOX_GAP_TIGHT);
	ties_read(job->arena, job->req, &n.ties);
	if (!chart_countable(job, n.ties.count, MOST_TIES) || !chart_countable(job, n.ties.node_count, MOST_NODES))
		return false;
	set_pillars(&n);
	set_widths(&n);
	if (!set_cards(&n))
		return false;
	place(&n);
	for (size_t i = 0; i < n.ties.count; i++)
		for (size_t k = 0; k < n.ties.ties[i].end_count; k++)
			draw_tie(&n, i, n.ties.ties[i].ends[k]);
	draw_pillar(&n, &n.left);
	for (size_t i = 0; i < n.ties.count; i++)
		draw_card(&n, &n.middles[i], n.middle.x, n.middle.width, true);
	draw_pillar(&n, &n.right);
	return true;
}
