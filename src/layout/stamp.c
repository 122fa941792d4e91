/*
 * stamp: what every page is marked with, such as DRAFT or an embargo, in all languages of the edition. A marking stands
 * above the text, an embargo below it, each where the master has nothing else, or at the other side if there is no room. On the first page it is text, before all
 * other text, so that it is heard once; on the others it is an artifact, as page numbers are.
 */
#include "layout_int.h"

#include <string.h>

/* mpt: nearest to the edges of the paper; how a free place is looked for */
enum { MARK_EDGE = 18000, MARK_SIDE = 30000, MARK_STEP = 1000, MARK_CLEAR = 3500 };

/* A mark as it is set on one master. */
struct mark_lines {
	const struct flow_mark *mark;
	struct para_box boxes[FLOW_LANGS];
	size_t count;
	int32_t height;
};

/* ---- what may not be covered ---- */

static bool meets(int32_t top, int32_t bottom, int32_t other_top, int32_t other_bottom)
{
	return top < other_bottom && other_top < bottom;
}

/* What stands in the margins of a page, and where its first mark went. */
struct margins {
	const struct page_master *m;
	int32_t top, bottom; /* mpt, of that mark; equal: there is none */
};

static bool is_free(const struct margins *margins, int32_t top, int32_t bottom)
{
	const struct page_master *m = margins->m;
	bool well = bottom <= m->top || top >= m->height - m->bottom;

	well = well && !meets(top, bottom, margins->top, margins->bottom);
	for (size_t i = 0; i < m->decoration_count; i++)
		well = well && !meets(top - MARK_CLEAR, bottom + MARK_CLEAR, m->decorations[i].y,
				      m->decorations[i].y + m->decorations[i].h);
	for (size_t i = 0; i < m->running_count; i++) {
		int32_t baseline = m->running[i].baseline, size = m->running[i].style->size[0];

		well = well && !meets(top - MARK_CLEAR, bottom + MARK_CLEAR, baseline - size, baseline + size / 3);
	}
	return well;
}

/* The free place nearest to the edge of the paper; -1: there is none. */
static int32_t find_side(const struct margins *margins, int32_t height, bool foot)
{
	const struct page_master *m = margins->m;

	for (int32_t off = MARK_EDGE; off + height < m->height / 2; off += MARK_STEP) {
		int32_t top = foot ? m->height - off - height : off;

		if (is_free(margins, top, top + height))
			return top;
	}
	return -1;
}

static int32_t find_place(const struct margins *margins, int32_t height, bool foot)
{
	int32_t top = find_side(margins, height, foot);

	return top < 0 ? find_side(margins, height, !foot) : top;
}

/* ---- one mark ---- */

/* A marking is short: its languages stand on one line, each by its own name. */
static struct inline_text join(struct galley *g, const struct flow_mark *mark)
{
	const struct flow *f = g->flow;
	LIST(struct run) runs = {0};

	for (size_t lang = 0; lang < f->lang_count; lang++) {
		const struct inline_text *text = &mark->text.text[lang];

		if (lang)
			*LIST_ADD(g->arena, &runs) =
				(struct run){.kind = RUN_TEXT, .text = " · ", .len = strlen(" · "), .pos = mark->pos};
		for (size_t i = 0; i < text->count; i++) {
			struct run *run = LIST_ADD(g->arena, &runs);

			*run = text->runs[i];
			run->lang = lang && !run->lang ? &f->pack->langs[f->langs[lang].pack_index] : run->lang;
		}
	}
	return (struct inline_text){runs.items, runs.count, mark->pos};
}

static void set_text(struct galley *g, struct para_spec spec, int32_t width, struct mark_lines *out)
{
	spec.w = width;
	spec.align = ALIGN_CENTER;
	if (!para_box_set(g, &spec, &out->boxes[out->count]))
		return;
	out->height += para_box_height(&out->boxes[out->count]);
	out->count++;
}

static void set_mark(struct galley *g, const struct flow_mark *mark, int32_t width, struct tag *parent,
		     struct mark_lines *out)
{
	bool same = g->flow->lang_count > 1 && para_box_same(g, &mark->text);
	size_t texts = mark->foot && !same ? g->flow->lang_count : 1;
	const struct inline_text joined = join(g, mark);

	*out = (struct mark_lines){.mark = mark};
	for (size_t lang = 0; lang < texts; lang++) {
		struct para_spec spec = para_box_spec(g->flow->mark_style, &mark->text, lang, TAG_P, mark->pos);

		spec.parent = parent;
		if (!mark->foot && !same)
			spec.text = &joined;
		set_text(g, spec, width, out);
	}
}

static void put_line(struct galley *g, struct pages *pages, size_t p, const struct para_box *box, size_t line,
		     int32_t x, int32_t y)
{
	struct page_build *page = &pages->list.items[p];
	const struct text_line *l = &box->para->lines[line];

	for (size_t i = 0; i < l->count; i++) {
		const struct span_ink *span = l->pieces[i].span->user;
		struct item *item = LIST_ADD(g->arena, &page->items);

		*item = (struct item){.kind = ITEM_TEXT,
				      .x = x + l->pieces[i].x,
				      .y = y,
				      .artifact = y < page->page.height / 2 ? ARTIFACT_HEADER : ARTIFACT_FOOTER,
				      .color = g->flow->mark_style->color,
				      .as.run = l->pieces[i].run};
		if (!span->tag)
			continue;
		item->tag = span->tag;
		item->chunk = tag_mark_ink(g, span->tag, p);
	}
}

/* One below the other, on lines of their own. */
static void put_mark(struct galley *g, struct pages *pages, size_t p, const struct mark_lines *lines, int32_t x,
		     int32_t top)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct para_box *box = &lines->boxes[i];

		for (size_t k = 0; k < box->count; k++, top += box->leading)
			put_line(g, pages, p, box, k, x, top + box->baseline);
	}
}

/* An empty page beside another has the size of that other. */
static const struct page_master *master_of(const struct pages *pages, size_t p)
{
	const struct reel *reel = NULL;

	for (size_t i = p; i < pages->list.count && !reel; i++)
		reel = pages->list.items[i].reel;
	for (size_t i = p; i > 0 && !reel; i--)
		reel = pages->list.items[i - 1].reel;
	return reel ? reel->master : NULL;
}

static void mark_page(struct galley *g, struct pages *pages, size_t p)
{
	struct margins margins = {.m = master_of(pages, p)};

	for (size_t i = 0; margins.m && i < g->flow->mark_count; i++) {
		const struct flow_mark *mark = &g->flow->marks[i];
		struct mark_lines lines;

		set_mark(g, mark, margins.m->width - 2 * MARK_SIDE, p ? NULL : g->root, &lines);
		margins.top = find_place(&margins, lines.height, mark->foot);
		margins.bottom = margins.top + lines.height;
		if (margins.top < 0) {
			DIAG(g->diag, LAYOUT_MARK_ROOM, mark->pos, margins.m->name);
			return;
		}
		put_mark(g, pages, p, &lines, MARK_SIDE, margins.top);
	}
}

void stamp_lay(struct galley *g, struct pages *pages)
{
	for (size_t p = 0; p < pages->list.count; p++)
		mark_page(g, pages, p);
}
