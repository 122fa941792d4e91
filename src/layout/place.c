/*
 * place: the strips of a page become its items. In painting order: the master's decorations, panels, rectangles
 * behind text, then all text in reading order, so that the content of a tag lies together: a group of strips (a pair,
 * a list item) is read language by language, whatever strips its lines are in.
 */
#include "layout_int.h"

#include <string.h>

/* Where a strip of the page stands; gone: white space that vanished at its top. */
struct spot {
	int32_t start[LANES];
	int32_t top, bottom, repeat;
	bool gone;
};

/* A page (or two facing ones) in the making. */
struct placing {
	struct galley *g;
	struct pages *pages;
	const struct plan *plan;
	const struct strip *strips; /* of the plan */
	struct spot *spots;
	size_t count;
};

static size_t page_index(const struct placing *p, size_t lane)
{
	return p->plan->page + (p->plan->reel->facing ? lane : 0);
}

static struct page_build *page_of(const struct placing *p, size_t lane)
{
	return &p->pages->list.items[page_index(p, lane)];
}

/* ---- artifacts ---- */

static struct item *add_item(struct galley *g, struct page_build *page, enum item_kind kind, int32_t x, int32_t y)
{
	struct item *item = LIST_ADD(g->arena, &page->items);

	item->kind = kind;
	item->x = x;
	item->y = y;
	return item;
}

static void add_rect(struct galley *g, struct page_build *page, const int32_t *box, uint32_t color,
		     enum artifact_kind kind)
{
	struct item *item = add_item(g, page, ITEM_RECT, box[0], box[1]);

	item->artifact = kind;
	item->color = color;
	item->as.rect.w = box[2];
	item->as.rect.h = box[3];
}

void place_text(struct galley *g, struct page_build *page, const struct shaped *shaped, int32_t x, int32_t y,
		uint32_t color, enum artifact_kind kind)
{
	for (size_t i = 0; i < shaped->count; i++) {
		struct item *item = add_item(g, page, ITEM_TEXT, x, y);

		item->artifact = kind;
		item->color = color;
		item->as.run = shaped->runs[i];
		x += shaped->runs[i].width;
	}
}

static void add_decorations(struct placing *p, size_t lane)
{
	const struct page_master *m = p->plan->reel->master;

	for (size_t i = 0; i < m->decoration_count; i++) {
		const struct decoration *d = &m->decorations[i];
		struct page_build *page = page_of(p, lane);
		int32_t x = page->turned ? m->width - d->x - d->w : d->x;

		add_rect(p->g, page, (int32_t[]){x, d->y, d->w, d->h}, d->fill, ARTIFACT_BACKGROUND);
	}
}

/* ---- panels ---- */

static bool in_frame(const struct strip *s, const struct frame *frame)
{
	for (const struct frame *f = s->frame; f; f = f->parent)
		if (f == frame)
			return true;
	return false;
}

static int32_t inner_pads(const struct strip *s, const struct frame *frame)
{
	int32_t pads = frame->pad;

	for (const struct frame *f = s->frame; f != frame; f = f->parent)
		pads += f->pad;
	return pads;
}

/* first, last: the frame begins, ends on this page; only there it has its rules. */
static void paint_frame(struct placing *p, const struct frame *frame, int32_t top, int32_t bottom, bool first,
			bool last)
{
	const struct page_master *m = p->plan->reel->master;
	const struct style *s = frame->style;
	struct galley *g = p->g;

	for (size_t k = 0; k < frame->lanes; k++) {
		struct page_build *page = page_of(p, k);
		int32_t x = page->left + frame->x[k], y = m->top + top, w = frame->w[k], h = bottom - top;

		if (s->fill >= 0)
			add_rect(g, page, (int32_t[]){x, y, w, h}, (uint32_t)s->fill, ARTIFACT_LAYOUT);
		if (s->bar >= 0)
			add_rect(g, page, (int32_t[]){x, y, PANEL_BAR, h}, (uint32_t)s->bar, ARTIFACT_LAYOUT);
		if (s->rule_above > 0 && first)
			add_rect(g, page, (int32_t[]){x, y, w, s->rule_above}, s->rule_color, ARTIFACT_LAYOUT);
		if (s->rule_below > 0 && last)
			add_rect(g, page, (int32_t[]){x, y + h - s->rule_below, w, s->rule_below}, s->rule_color,
				 ARTIFACT_LAYOUT);
	}
}

static void paint_from(struct placing *p, const struct frame *frame, size_t from)
{
	const struct strip *all = p->plan->reel->strips.items;
	size_t end = from, at = p->plan->from;
	bool first, last;

	while (end + 1 < p->count && in_frame(&p->strips[end + 1], frame))
		end++;
	first = at + from == 0 || !in_frame(&all[at + from - 1], frame);
	last = at + end + 1 == p->plan->reel->strips.count || !in_frame(&all[at + end + 1], frame);
	paint_frame(p, frame, p->spots[from].top - inner_pads(&p->strips[from], frame),
		    p->spots[end].bottom + inner_pads(&p->strips[end], frame), first, last);
}

/* Outer frames are painted before the frames inside them. */
static void paint_opening(struct placing *p, const struct frame *frame, size_t i)
{
	if (!frame || (i > 0 && in_frame(&p->strips[i - 1], frame)))
		return;
	paint_opening(p, frame->parent, i);
	paint_from(p, frame, i);
}

/* ---- ink ---- */

static void put_drawing(struct placing *p, size_t lane, const struct drawing_ink *ink, int32_t x, int32_t y)
{
	struct item *item;

	if (!ink->drawing) /* a finding told why */
		return;
	item = add_item(p->g, page_of(p, lane), ITEM_DRAWING, x, y);
	item->as.drawing.drawing = ink->drawing;
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		struct tag *tag = ink->tags[l];

		if (!tag)
			continue;
		item->as.drawing.tags[l] = tag;
		item->as.drawing.chunks[l] = tag_mark_ink(p->g, tag, page_index(p, lane));
		tag->box_page = page_index(p, lane);
		memcpy(tag->box, (int32_t[]){x, y, ink->drawing->width, ink->drawing->height}, sizeof tag->box);
	}
}

static void put_link(struct placing *p, size_t lane, const struct ink *ink, int32_t x, int32_t y)
{
	struct page_build *page = page_of(p, lane);
	const struct link_target *target = ink->as.box.target;
	struct link *link = LIST_ADD(p->g->arena, &page->links);

	*link = (struct link){.x = x,
			      .y = y,
			      .w = ink->as.box.w,
			      .h = ink->as.box.h,
			      .url = target->url,
			      .dest = target->dest,
			      .contents = target->contents,
			      .tag = target->tag,
			      .lang = target->lang};
	tag_mark_link(p->g, target->tag, page_index(p, lane), page->links.count - 1);
}

static void put_run(struct placing *p, size_t lane, const struct ink *ink, const struct glyph_run *run, int32_t x,
		    int32_t y)
{
	struct item *item = add_item(p->g, page_of(p, lane), ITEM_TEXT, x, y);

	item->color = ink->color;
	item->as.run = *run;
	item->tag = ink->tag;
	if (ink->tag)
		item->chunk = tag_mark_ink(p->g, ink->tag, page_index(p, lane));
}

static void put_number(struct placing *p, size_t lane, const struct ink *ink, int32_t x, int32_t y)
{
	const struct number_ink *number = ink->as.number;
	const struct anchor *anchor = map_find(p->g->names, number->dest, strlen(number->dest));
	const char *label = anchor ? p->pages->list.items[anchor->page].page.label : NULL;
	const char *shown = arena_printf(p->g->arena, " %s", label ? label : ""); /* apart from the title, when read */
	const struct shaped *shaped;

	if (!label)
		return;
	shaped = text_shape(p->g->text, &number->style, shown, strlen(shown), number->pos);
	x -= shaped->width;
	for (size_t i = 0; i < shaped->count; i++) {
		put_run(p, lane, ink, &shaped->runs[i], x, y);
		x += shaped->runs[i].width;
	}
}

static void put_ink(struct placing *p, size_t lane, const struct ink *ink, int32_t dx, int32_t dy)
{
	int32_t x = dx + ink->x, y = dy + ink->y;

	switch (ink->kind) {
	case INK_TEXT:
		put_run(p, lane, ink, &ink->as.run, x, y);
		break;
	case INK_RECT:
		add_rect(p->g, page_of(p, lane), (int32_t[]){x, y, ink->as.box.w, ink->as.box.h}, ink->color,
			 ARTIFACT_LAYOUT);
		break;
	case INK_DRAWING:
		put_drawing(p, lane, ink->as.drawing, x, y);
		break;
	case INK_LINK:
		put_link(p, lane, ink, x, y);
		break;
	case INK_NUMBER:
		put_number(p, lane, ink, x, y);
		break;
	case INK_TAG:
		tag_attach(p->g, ink->tag);
		break;
	}
}

/* ---- strips ---- */

static void measure(struct placing *p, int32_t extra, struct filling *f)
{
	const struct reel *reel = p->plan->reel;

	*f = (struct filling){.extra = extra};
	for (size_t i = 0; i < p->count; i++) {
		struct spot *spot = &p->spots[i];

		spot->gone = page_vanishes(reel, p->plan->from, f, p->plan->from + i);
		if (!spot->gone)
			page_add(f, &p->strips[i]);
		memcpy(spot->start, f->start, sizeof spot->start);
		spot->top = f->top;
		spot->bottom = f->bottom;
		spot->repeat = f->opened && !spot->gone ? f->repeat : 0;
		f->repeat = 0;
	}
}

static void measure_all(struct placing *p)
{
	int32_t left;
	struct filling f;

	measure(p, 0, &f);
	left = p->plan->reel->height - page_height(&f) - p->plan->foot.height;
	if (f.fills && left > 0)
		measure(p, left / (int32_t)f.fills / p->g->grid * p->g->grid, &f);
}

/* behind: only rectangles behind text; otherwise all the rest of this order. */
static void put_strip(struct placing *p, size_t i, size_t lane, bool behind)
{
	const struct page_master *m = p->plan->reel->master;
	const struct ink *ink = p->plan->reel->ink[lane].list.items;

	for (size_t n = p->strips[i].ink[lane]; n < p->strips[i].ink_end[lane]; n++)
		if (ink[n].behind == behind)
			put_ink(p, lane, &ink[n], page_of(p, lane)->left, m->top + p->spots[i].start[lane]);
}

static unsigned highest_order(const struct placing *p, size_t i)
{
	unsigned highest = 0;

	for (size_t k = 0; k < LANES; k++)
		for (size_t n = p->strips[i].ink[k]; n < p->strips[i].ink_end[k]; n++)
			if (p->plan->reel->ink[k].list.items[n].order > highest)
				highest = p->plan->reel->ink[k].list.items[n].order;
	return highest;
}

static void put_order(struct placing *p, size_t i, unsigned order)
{
	const struct page_master *m = p->plan->reel->master;

	for (size_t k = 0; k < LANES; k++) {
		const struct ink *ink = p->plan->reel->ink[k].list.items;

		for (size_t n = p->strips[i].ink[k]; n < p->strips[i].ink_end[k]; n++)
			if (!ink[n].behind && ink[n].order == order)
				put_ink(p, k, &ink[n], page_of(p, k)->left, m->top + p->spots[i].start[k]);
	}
}

/* Strips from..to-1 are one group: all of the first order, then all of the next. */
static void put_group(struct placing *p, size_t from, size_t to)
{
	unsigned highest = 0;

	for (size_t i = from; i < to; i++) {
		unsigned order = highest_order(p, i);

		highest = order > highest ? order : highest;
	}
	for (unsigned order = 0; order <= highest; order++)
		for (size_t i = from; i < to; i++)
			put_order(p, i, order);
}

/* The head of a table that goes on: seen, not read. */
static void put_repeat(struct placing *p, size_t i, bool behind)
{
	const struct page_master *m = p->plan->reel->master;
	const struct repeat *repeat = p->strips[i].repeat;

	for (size_t k = 0; p->spots[i].repeat && k < LANES; k++)
		for (size_t n = 0; n < repeat->ink[k].list.count; n++) {
			struct ink ink = repeat->ink[k].list.items[n];

			ink.tag = NULL;
			if (ink.behind == behind && (ink.kind == INK_TEXT || ink.kind == INK_RECT))
				put_ink(p, k, &ink, page_of(p, k)->left, m->top + p->spots[i].top);
		}
}

static void put_behind(struct placing *p)
{
	for (size_t i = 0; i < p->count; i++) {
		put_repeat(p, i, true);
		for (size_t k = 0; k < LANES; k++)
			put_strip(p, i, k, true);
	}
}

/* A note is read after the block that has its mark. */
static void attach_notes(struct placing *p, size_t from, size_t to)
{
	for (size_t k = 0; k < LANES; k++)
		for (size_t i = from; i < to; i++)
			for (const struct note_use *use = p->strips[i].notes; use; use = use->next)
				if (use->text->lane == k && use->text->count)
					tag_attach(p->g, use->text->tag);
}

/* A figure that text has passed keeps its place in the tree, before that text. */
static void attach_drift(struct placing *p, size_t i)
{
	const struct drift *drift = p->strips[i].before;

	for (size_t k = 0; drift && k < LANES; k++)
		if (drift->tags[k])
			tag_attach(p->g, drift->tags[k]);
}

static void put_all(struct placing *p)
{
	for (size_t i = 0, end; i < p->count; i = end) {
		attach_drift(p, i);
		put_repeat(p, i, false);
		for (end = i + 1; end < p->count && p->strips[end].group && p->strips[end].group == p->strips[i].group;)
			end++;
		put_group(p, i, end);
		attach_notes(p, i, end);
	}
}

/* ---- notes ---- */

/* The line that parts notes from the text. */
static void put_note_rule(struct placing *p, size_t lane, int32_t y)
{
	enum { SHARE = 3, THICK = 500 };
	const struct reel *reel = p->plan->reel;
	const struct note_text *text = NULL;
	const struct style *style;
	struct page_build *page = page_of(p, lane);

	for (size_t i = 0; i < p->plan->foot.rows.count && !text; i++)
		text = p->plan->foot.rows.items[i].part[lane].text;
	if (!text)
		return;
	style = text->note->block->style;
	add_rect(p->g, page,
		 (int32_t[]){page->left + reel->x[lane], y, reel->w[lane] / SHARE,
			     style->rule_above > 0 ? style->rule_above : THICK},
		 style->rule_above > 0 ? style->rule_color : style->color, ARTIFACT_LAYOUT);
}

static void put_note_line(struct placing *p, size_t lane, const struct note_text *t, size_t line, int32_t y)
{
	const struct strip *strip = &t->reel->strips.items[line];
	const struct ink *ink = t->reel->ink[lane].list.items;

	for (size_t i = strip->ink[lane]; i < strip->ink_end[lane]; i++)
		put_ink(p, lane, &ink[i], page_of(p, lane)->left, y);
}

/* base: where the first baseline of the row stands. */
static void put_note(struct placing *p, size_t lane, const struct foot_row *row, int32_t base)
{
	const struct note_text *t = row->part[lane].text;
	int32_t y = t ? base - t->baseline : 0;

	if (!t)
		return;
	if (!row->part[lane].from && row->part[lane].to) {
		t->anchor->page = page_index(p, lane);
		t->anchor->x = page_of(p, lane)->left + p->plan->reel->x[lane];
		t->anchor->y = y;
		t->anchor->placed = true;
	}
	for (size_t i = row->part[lane].from; i < row->part[lane].to; i++, y += t->leading)
		put_note_line(p, lane, t, i, y);
}

static void put_foot(struct placing *p)
{
	const struct foot *foot = &p->plan->foot;
	const struct reel *reel = p->plan->reel;
	int32_t y = reel->master->top + reel->height - foot->height;

	if (!foot->rows.count)
		return;
	for (size_t k = 0; k < reel->lanes; k++)
		put_note_rule(p, k, y + p->g->grid);
	y += foot_gap(p->g, foot);
	for (size_t i = 0; i < foot->rows.count; i++) {
		const struct foot_row *row = &foot->rows.items[i];

		for (size_t k = 0; k < reel->lanes; k++)
			put_note(p, k, row, y + foot_row_base(row));
		y += foot_row_height(row) + foot_row_gap(p->g, row);
	}
}

static void put_anchors(struct placing *p)
{
	const struct page_master *m = p->plan->reel->master;

	for (size_t i = 0; i < p->count; i++)
		for (struct anchor *a = p->strips[i].anchors; a; a = a->next) {
			a->x += page_of(p, p->plan->reel->facing ? a->lane : 0)->left;
			a->y = m->top + p->spots[i].top;
			a->placed = true;
		}
}

/* Room for all of a page's items at once: a list that grows leaves its smaller forms behind. */
static void make_room(struct placing *p)
{
	enum { MORE = 24 }; /* running lines, decorations, panels */

	for (size_t k = 0; k < (p->plan->reel->facing ? LANES : 1); k++) {
		struct page_build *page = page_of(p, k);
		const struct item *before = page->items.items;
		size_t count = MORE + page->items.count;

		for (size_t i = 0; i < p->count; i++)
			for (size_t l = 0; l < LANES; l++)
				count += !p->plan->reel->facing || l == k ? p->strips[i].ink_end[l] - p->strips[i].ink[l]
									  : 0;
		page->items.items = arena_array(p->g->arena, count, sizeof *page->items.items);
		page->items.cap = count;
		if (before)
			memcpy(page->items.items, before, page->items.count * sizeof *before);
	}
}

void place_plan(struct galley *g, struct pages *pages, const struct plan *plan)
{
	struct placing p = {.g = g,
			    .pages = pages,
			    .plan = plan,
			    .strips = plan->reel->strips.items + plan->from,
			    .count = plan->to - plan->from};

	p.spots = arena_array(g->scratch, p.count, sizeof *p.spots);
	make_room(&p);
	measure_all(&p);
	for (size_t k = 0; k < (plan->reel->facing ? LANES : 1); k++)
		add_decorations(&p, k);
	for (size_t i = 0; i < p.count; i++)
		paint_opening(&p, p.strips[i].frame, i);
	put_behind(&p);
	put_all(&p);
	put_foot(&p);
	put_anchors(&p);
}
