/*
 * figure: a chart at the width of the text with its caption. The title stands above it, what explains it above or
 * below; all of it stays together. One drawing may show both languages: each has its own Figure in the structure tree,
 * with an alternative text in its language.
 */
#include "layout_int.h"

/* The request of one place: the chart's languages are those shown there, in that order. */
static struct chart_request make_request(struct galley *g, const struct slot *slot, const struct block *b,
					 struct chart_theme *theme)
{
	const struct flow *f = g->flow;
	struct chart_request r = {
		.chart = b->chart, .pack = f->pack, .lang_count = slot->lang_count, .theme = theme, .width = slot->w};

	*theme = f->chart_theme;
	for (size_t i = 0; i < slot->lang_count; i++) {
		size_t lang = slot->langs[i];

		r.langs[i] = (struct chart_lang){f->langs[lang].key, f->langs[lang].tag, f->langs[lang].pack_index,
						 f->langs[lang].locale};
		theme->face[i] = f->chart_theme.face[lang];
		theme->strong_face[i] = f->chart_theme.strong_face[lang];
		theme->size[i] = f->chart_theme.size[lang];
		theme->leading[i] = f->chart_theme.leading[lang];
	}
	return r;
}

static struct tag *figure_tag(struct galley *g, const struct slot *slot, const struct block *b,
			      const struct chart_request *r, size_t i)
{
	struct tag *tag = tag_new(g, slot->parent, TAG_FIGURE, b->pos);

	tag_set_lang(g, tag, slot->langs[i]);
	tag->alt = chart_alt(g->arena, r, i);
	return tag;
}

/* Returns the drawing's height, 0 after a finding. */
static int32_t draw(struct galley *g, const struct slot *slot, const struct block *b)
{
	struct chart_theme theme;
	const struct chart_request r = make_request(g, slot, b, &theme);
	struct drawing_ink *drawing = arena_alloc(g->arena, sizeof *drawing);
	struct ink *ink;

	drawing->drawing = chart_draw(g->arena, g->diag, g->text, &r);
	if (!drawing->drawing)
		return 0;
	for (size_t i = 0; i < slot->lang_count; i++)
		drawing->tags[i] = figure_tag(g, slot, b, &r, i);
	ink = galley_ink(g, slot->lane);
	ink->kind = INK_DRAWING;
	ink->x = slot->x;
	ink->as.drawing = drawing;
	return drawing->drawing->height;
}

static void lay_drawing(struct galley *g, const struct room *room, const struct block *b)
{
	struct slot slots[LANES];
	size_t count = room_slots(room, slots);
	struct strip *strip = galley_strip(g, room, b->pos);

	for (size_t i = 0; i < count; i++) {
		int32_t height = draw(g, &slots[i], b);

		strip->height[slots[i].lane] = galley_snap(g, height > b->height ? height : b->height);
		strip->lines[slots[i].lane] = 2;
	}
}

static void lay_caption(struct galley *g, const struct room *room, const struct block *b)
{
	const struct style *style = b->second_style ? b->second_style : room->style;
	struct pair_spec spec = {.style = style, .text = &b->text, .role = TAG_CAPTION, .pos = b->pos};
	struct tag *tags[FLOW_LANGS] = {0};

	pair_lay(g, room, &spec, tags);
	galley_after(g, style->space_after);
}

void figure_lay(struct galley *g, const struct room *room, const struct block *b)
{
	struct room inner = *room;
	const struct reel *reel = g->reel;
	size_t from = galley_at(g);

	inner.lane[0].parent = tag_new(g, room->lane[0].parent, TAG_DIV, b->pos);
	for (size_t k = 1; k < room->lanes; k++)
		inner.lane[k].parent = room->lane[k].parent == room->lane[0].parent
					       ? inner.lane[0].parent
					       : tag_new(g, room->lane[k].parent, TAG_DIV, b->pos);
	lay_caption(g, &inner, b);
	for (size_t i = 0; i < b->above && i < b->count; i++)
		galley_block(g, &inner, b->children[i]);
	lay_drawing(g, &inner, b);
	galley_after(g, 2 * g->grid);
	for (size_t i = b->above; i < b->count; i++)
		galley_block(g, &inner, b->children[i]);
	galley_keep(g, reel, from, COST_KEEP);
}
