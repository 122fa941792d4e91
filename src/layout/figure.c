/*
 * figure: a chart or a picture at the width of the text with its caption. The title stands above it, what explains it above or
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
	struct tag *tag;

	if (b->artwork && artwork_is_silent(b->artwork))
		return NULL;
	tag = tag_new(g, slot->parent, TAG_FIGURE, b->pos);
	tag_set_lang(g, tag, slot->langs[i]);
	tag->alt = b->artwork ? artwork_alt(g, slot->langs[i], b->artwork) : chart_alt(g->arena, r, i);
	return tag;
}

static struct pos shown_pos(const struct block *b)
{
	return b->chart ? b->chart->pos : b->artwork->pos;
}

/* ---- the drawing, once all around it is laid ---- */

/* A figure whose drawing is still missing: its strip has no height, its ink no drawing. */
struct draft {
	const struct block *block;
	struct slot slots[LANES];
	size_t count;
	struct drawing_ink *ink[LANES]; /* by slot */
	size_t first, at;               /* strips of the reel: the figure's first, the drawing's */
};

static const struct drawing *draw(struct galley *g, struct diag *diag, const struct draft *d, size_t slot, int32_t most)
{
	struct chart_theme theme;
	struct chart_request r = make_request(g, &d->slots[slot], d->block, &theme);

	if (d->block->artwork)
		return artwork_draw(g, diag, d->block->artwork, r.width, d->block->height, most);
	r.max_height = most;
	return chart_draw(g->arena, diag, g->text, &r);
}

/* The height of the highest drawing if there are `most` for it; 0 if there is something wrong with the chart. */
static int32_t try_height(struct galley *g, const struct draft *d, int32_t most)
{
	struct diag *unheard = diag_new(g->arena);
	int32_t height = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct drawing *drawing = draw(g, unheard, d, i, most);

		if (!drawing)
			return 0;
		height = drawing->height > height ? drawing->height : height;
	}
	return height;
}

/* What a fresh page leaves for the drawing below the strips from `from` on and above those that follow it. */
static int32_t room_after(const struct galley *g, size_t from)
{
	const struct reel *reel = g->reel;
	struct filling f = {0};

	for (size_t i = from; i < reel->strips.count; i++)
		page_add(&f, &reel->strips.items[i]);
	return reel->height - page_height(&f);
}

static void refuse(struct galley *g, const struct draft *d, int32_t height, int32_t room)
{
	const char *remedy =
		DIAG_BOTH("show fewer rows in it, or show the data as a table", "행을 줄이거나 표로 나타내십시오");

	if (d->slots[0].lang_count > 1)
		remedy = DIAG_BOTH(
			"show fewer rows in it, build one language (--lang), or set the languages one after "
			"the other (--arrange sequence)",
			"행을 줄이거나, 한 언어로 만들거나(--lang), 언어를 차례로 실으십시오(--arrange sequence)");
	DIAG(g->diag, LAYOUT_FIGURE_TALL, shown_pos(d->block), arena_printf(g->arena, "%d", (int)(height / 1000)),
	     arena_printf(g->arena, "%d", room > 0 ? (int)(room / 1000) : 0), remedy);
	if (d->block->pos.file)
		diag_note(g->diag, d->block->pos, "the figure is shown here", "이 그림에서 보여 줍니다");
}

/* Room on a page of its own heading, else on a page with its caption alone. A chart is set closer rather than parted
 * from either; -1 after a refusal. */
static int32_t find_room(struct galley *g, const struct draft *d)
{
	size_t bound = page_bound(g->reel, d->first);
	int32_t with_heading = room_after(g, bound), alone = room_after(g, d->first), height;

	if (with_heading > 0 && try_height(g, d, with_heading) <= with_heading)
		return with_heading;
	height = try_height(g, d, alone > 0 ? alone : 1);
	if (height > alone) {
		refuse(g, d, height, alone);
		return -1;
	}
	if (bound < d->first)
		DIAG(g->diag, LAYOUT_FIGURE_APART, shown_pos(d->block),
		     arena_printf(g->arena, "%d", (int)((height - with_heading + 999) / 1000)));
	return alone;
}

/* Where a limit of pages wants all to be set closer, charts are too, as far as they can be read. */
static int32_t come_closer(struct galley *g, const struct draft *d, int32_t most)
{
	int32_t wanted = g->flow->tighten > 0 && most > 0 ? galley_tight(g, try_height(g, d, most)) : 0, least;

	if (!wanted)
		return most;
	least = try_height(g, d, wanted);
	return least > wanted ? least : wanted;
}

static void fill_in(struct galley *g, struct draft *d)
{
	int32_t room = find_room(g, d), most = room < 0 ? room : come_closer(g, d, room);
	struct strip *strip = &g->reel->strips.items[d->at];

	for (size_t i = 0; most >= 0 && i < d->count; i++) {
		struct chart_theme theme;
		const struct chart_request r = make_request(g, &d->slots[i], d->block, &theme);
		const struct drawing *drawing = draw(g, g->diag, d, i, most);
		int32_t least = d->block->artwork ? 0 : d->block->height < most ? d->block->height : most;

		if (!drawing)
			continue;
		d->ink[i]->drawing = drawing;
		strip->height[d->slots[i].lane] = galley_snap(g, drawing->height > least ? drawing->height : least);
		for (size_t l = 0; l < d->slots[i].lang_count; l++)
			d->ink[i]->tags[l] = figure_tag(g, &d->slots[i], d->block, &r, l);
	}
}

static void lay_draft(struct galley *g, const struct room *room, struct draft *d)
{
	struct strip *strip = galley_strip(g, room, d->block->pos);

	d->at = galley_at(g) - 1;
	d->count = room_slots(room, d->slots);
	for (size_t i = 0; i < d->count; i++) {
		struct ink *ink = galley_ink(g, d->slots[i].lane);

		d->ink[i] = arena_alloc(g->arena, sizeof *d->ink[i]);
		ink->kind = INK_DRAWING;
		ink->x = d->slots[i].x;
		ink->as.drawing = d->ink[i];
		strip->lines[d->slots[i].lane] = 2;
	}
}

/* ---- the figure ---- */

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
	struct draft draft = {.block = b};
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
	if (b->artwork)
		galley_space(g, 2 * g->grid);
	lay_draft(g, &inner, &draft);
	galley_after(g, 2 * g->grid);
	for (size_t i = b->above; i < b->count; i++)
		galley_block(g, &inner, b->children[i]);
	draft.first = g->reel == reel ? from : 0;
	fill_in(g, &draft);
	galley_keep(g, reel, from, COST_FIGURE);
	if (!room->frame)
		float_add(g, draft.first, (struct tag *[LANES]){inner.lane[0].parent, inner.lane[room->lanes - 1].parent});
}
