/*
 * contents: a list of the headings that follow, in each language, with the numbers of their pages. Numbers are shaped
 * when pages are known; the width of three figures is kept free for them. All entries of a language are read
 * together.
 */
#include "layout_int.h"

/* The contents of one language. */
struct column {
	struct tag *toc;
	int32_t reserve; /* mpt, for numbers and the gap before them */
};

static const struct style *entry_style(const struct room *room, const struct block *b, int depth)
{
	return depth > 0 && b->second_style ? b->second_style : room->style;
}

static int32_t reserve(struct galley *g, const struct style *style, size_t lang, struct pos pos)
{
	struct text_style how = para_box_style(g, style, lang, false);

	how.tabular = true;
	return text_shape(g->text, &how, "000", 3, pos)->width + style->size[lang];
}

/* Each line of the entry can be clicked as far as the number. */
static struct link_target *entry_link(struct galley *g, const struct heading *h, const struct lane *lane,
				      struct tag *toc)
{
	const struct block *b = h->block;
	size_t lang = lane->lang;
	struct tag *item = tag_new(g, toc, TAG_TOCI, b->pos);
	struct link_target *link = arena_alloc(g->arena, sizeof *link);

	link->dest = galley_dest(g, h->name, lang);
	link->contents = para_box_plain(g, &b->text.text[lang]);
	link->lang = g->flow->langs[lang].tag;
	link->tag = tag_new(g, tag_new(g, item, TAG_REFERENCE, b->pos), TAG_LINK, b->pos);
	link->pos = b->pos;
	link->right = lane->x + lane->w;
	*LIST_ADD(g->arena, &g->links) = link;
	return link;
}

static void number_ink(struct galley *g, size_t lane, const struct para_box *box, const struct link_target *link,
		       struct pos pos)
{
	struct number_ink *number = arena_alloc(g->arena, sizeof *number);
	struct ink *ink = galley_ink(g, lane);

	number->dest = link->dest;
	number->style = para_box_style(g, box->style, box->lang, false);
	number->style.tabular = true;
	number->pos = pos;
	ink->kind = INK_NUMBER;
	ink->order = (unsigned)lane;
	ink->x = link->right;
	ink->y = para_box_height(box) - box->leading + box->baseline;
	ink->tag = link->tag;
	ink->color = box->style->color;
	ink->as.number = number;
}

/* A hairline from the title to its number leads the eye. */
static void leader_ink(struct galley *g, size_t lane, const struct para_box *box, int32_t right, int32_t keep)
{
	const struct text_line *line = &box->para->lines[box->count - 1];
	int32_t gap = box->style->size[box->lang] / 2;
	int32_t from = box->x + line->x + line->width + gap, to = right - keep + gap;
	struct ink *ink;

	if (to - from < 2 * gap)
		return;
	ink = galley_ink(g, lane);
	ink->kind = INK_RECT;
	ink->behind = true;
	ink->x = from;
	ink->y = para_box_height(box) - box->leading + box->baseline - 250;
	ink->color = 0xC8CCD0;
	ink->as.box.w = to - from;
	ink->as.box.h = 250;
}

static void set_entry(struct galley *g, const struct room *room, struct strip *strip, const struct style *style,
		      const struct heading *h, size_t k, struct column *column, int32_t indent)
{
	const struct lane *lane = &room->lane[k];
	struct para_spec spec = para_box_spec(style, &h->block->text, lane->lang, TAG_TOCI, h->block->pos);
	struct para_box box;

	if (!spec.text->count)
		return;
	spec.link = entry_link(g, h, lane, column->toc);
	spec.x = lane->x + indent;
	spec.w = lane->w - indent - column->reserve;
	spec.align = ALIGN_START;
	if (!para_box_set(g, &spec, &box))
		return;
	para_box_lines(g, k, (unsigned)k, &box, 0);
	number_ink(g, k, &box, spec.link, h->block->pos);
	leader_ink(g, k, &box, lane->x + lane->w, column->reserve);
	strip->height[k] = para_box_height(&box);
	strip->lines[k] = (uint8_t)(box.count < UINT8_MAX ? box.count : UINT8_MAX);
}

static void lay_entry(struct galley *g, const struct room *room, const struct block *b, const struct heading *h,
		      int depth, struct column *columns)
{
	const struct style *style = entry_style(room, b, depth);
	struct strip *strip;
	int32_t base = 0;

	galley_space(g, style->space_before);
	strip = galley_strip(g, room, h->block->pos);
	for (size_t k = 0; k < room->lanes; k++) {
		int32_t own = para_box_baseline(g, style, room->lane[k].lang);

		base = own > base ? own : base;
	}
	for (size_t k = 0; k < room->lanes; k++) {
		strip->rise[k] = base - para_box_baseline(g, style, room->lane[k].lang);
		set_entry(g, room, strip, style, h, k, &columns[k], depth * style->size[room->lane[k].lang]);
	}
	galley_after(g, style->space_after);
}

static int least_level(const struct galley *g, int most)
{
	int least = most;

	for (size_t i = g->heading_at; i < g->headings.count; i++)
		if (g->headings.items[i].block->level < least)
			least = g->headings.items[i].block->level;
	return least;
}

static void lay_contents(struct galley *g, const struct room *room, const struct block *b)
{
	struct room inner = *room;
	struct column columns[LANES] = {{0}};
	int least = least_level(g, b->level);

	inner.group = inner.group ? inner.group : ++g->groups;
	inner.cost = COST_ITEM;
	for (size_t k = 0; k < room->lanes; k++) {
		columns[k].toc = tag_new(g, room->lane[k].parent, TAG_TOC, b->pos);
		tag_set_lang(g, columns[k].toc, room->lane[k].lang);
		columns[k].reserve = reserve(g, room->style, room->lane[k].lang, b->pos);
	}
	for (size_t i = g->heading_at; i < g->headings.count; i++) {
		const struct heading *h = &g->headings.items[i];

		if (h->block->level <= b->level)
			lay_entry(g, &inner, b, h, h->block->level - least, columns);
	}
}

void contents_lay(struct galley *g, const struct room *room, const struct block *b)
{
	if (!room->stacked) {
		lay_contents(g, room, b);
		return;
	}
	for (size_t l = 0; l < room->lang_count; l++) {
		const struct room one = room_stack(room, room->langs[l]);

		lay_contents(g, &one, b);
		if (l + 1 < room->lang_count)
			galley_after(g, 2 * room->style->leading[room->langs[l]]);
	}
}
