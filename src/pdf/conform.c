/*
 * Before a byte is written: what a checker of PDF/UA-1 and PDF/A-3a would refuse. What a pack or a template can cause
 * is a finding at its place; what only another stage can have done wrong is a fault of the program.
 */
#include "pdf_int.h"

#include <string.h>

/* ISO 32000-1, annex C, and PDF/A-3, 6.1.13: bytes of a string, points of a page's side. */
enum { CONFORM_STRING = 32767, CONFORM_SIDE_MIN = 3, CONFORM_SIDE_MAX = 14400 };

struct conform {
	const struct writer *w;
	int heading; /* level of the last one */
	bool failed;
};

static const char *digits(const struct conform *c, long long value)
{
	return arena_printf(c->w->arena, "%lld", value);
}

static bool is_blank(const char *text)
{
	return !text || !text[strspn(text, " \t\n")];
}

/* Two bytes a character and its mark, in the worst case. */
static void check_length(struct conform *c, const char *text, struct pos pos)
{
	if (!text || strlen(text) <= CONFORM_STRING / 2 - 1)
		return;
	DIAG(c->w->diag, PDF_TEXT_LONG, pos, digits(c, CONFORM_STRING / 2 - 1));
	c->failed = true;
}

/* ---- structure ---- */

static void check_heading(struct conform *c, const struct tag *tag)
{
	int level = (int)tag->role - TAG_H1 + 1;

	if (level > c->heading + 1) {
		DIAG(c->w->diag, PDF_HEADING_GAP, tag->pos, digits(c, level), digits(c, c->heading + 1));
		c->failed = true;
	}
	c->heading = level;
}

static void check_figure(struct conform *c, const struct tag *tag)
{
	if (is_blank(tag->alt)) {
		DIAG0(c->w->diag, PDF_NO_ALT, tag->pos);
		c->failed = true;
	}
	if (tag->box_page >= c->w->layout->page_count || tag->box[2] < 0 || tag->box[3] < 0)
		BUG("a figure has no box on any page");
}

static int row_columns(const struct tag *row)
{
	int columns = 0;

	for (const struct tag *cell = row->first; cell; cell = cell->next)
		if (cell->role == TAG_TH || cell->role == TAG_TD)
			columns += cell->col_span > 1 ? cell->col_span : 1;
	return columns;
}

/* Rows below a table, or below its head or body, have one number of columns. */
static void check_rows(struct conform *c, const struct tag *parent, int *columns)
{
	for (const struct tag *tag = parent->first; tag; tag = tag->next) {
		if (tag->role != TAG_TR) {
			check_rows(c, tag, columns);
			continue;
		}
		if (*columns && row_columns(tag) != *columns) {
			DIAG(c->w->diag, PDF_TABLE_UNEVEN, tag->pos, digits(c, row_columns(tag)), digits(c, *columns));
			c->failed = true;
		} else {
			*columns = row_columns(tag);
		}
	}
}

static void check_tag(struct conform *c, const struct tag *tag)
{
	int columns = 0;

	if (tag->role >= TAG_H1 && tag->role <= TAG_H6)
		check_heading(c, tag);
	else if (tag->role == TAG_FIGURE)
		check_figure(c, tag);
	else if (tag->role == TAG_TABLE)
		check_rows(c, tag, &columns);
	else if (tag->role == TAG_TH && tag->scope == SCOPE_NONE)
		BUG("a header cell has no scope");
	check_length(c, tag->alt, tag->pos);
	check_length(c, tag->title, tag->pos);
	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		if (m->kind == MARK_CHILD)
			check_tag(c, m->child);
}

/* ---- pages ---- */

static void check_link(struct conform *c, const struct link *link)
{
	if (!link->tag)
		BUG("a link has no tag");
	if (!link->url == !link->dest)
		BUG("a link leads to no place or to two");
	if (is_blank(link->contents)) {
		DIAG0(c->w->diag, PDF_LINK_SILENT, link->tag->pos);
		c->failed = true;
	}
	if (link->dest && !outline_find(c->w->layout, link->dest)) {
		DIAG(c->w->diag, PDF_LINK_NOWHERE, link->tag->pos, link->dest);
		c->failed = true;
	}
	check_length(c, link->contents, link->tag->pos);
	check_length(c, link->url, link->tag->pos);
}

static bool side_fits(int32_t mpt)
{
	return mpt >= CONFORM_SIDE_MIN * 1000 && mpt <= CONFORM_SIDE_MAX * 1000;
}

static const char *points(const struct conform *c, int32_t mpt)
{
	struct buf text = {0};
	const char *copy;

	buf_mpt(&text, mpt);
	copy = arena_strdup(c->w->arena, text.data);
	buf_free(&text);
	return copy;
}

static void check_page(struct conform *c, const struct page *page)
{
	if (!side_fits(page->width) || !side_fits(page->height)) {
		DIAG(c->w->diag, PDF_PAGE_SIZE, ((struct pos){0}), points(c, page->width), points(c, page->height));
		c->failed = true;
	}
	for (size_t i = 0; i < page->link_count; i++)
		check_link(c, &page->links[i]);
	for (size_t i = 0; i < page->count; i++) {
		const struct item *item = &page->items[i];

		if (item->kind == ITEM_TEXT && item->as.run.count && item->as.run.size <= 0)
			BUG("a text has no size");
	}
}

static void check_metadata(struct conform *c)
{
	const struct flow *flow = c->w->layout->flow;

	for (size_t i = 0; i < flow->lang_count; i++) {
		if (is_blank(flow->title[i])) {
			DIAG(c->w->diag, PDF_NO_TITLE, ((struct pos){0}), flow->langs[i].key);
			c->failed = true;
		}
		check_length(c, flow->title[i], (struct pos){0});
	}
	check_length(c, flow->author, (struct pos){0});
	for (size_t i = 0; i < c->w->layout->outline_count; i++) {
		const struct outline_entry *entry = &c->w->layout->outline[i];

		check_length(c, entry->title, entry->tag ? entry->tag->pos : (struct pos){0});
	}
}

bool conform_check(const struct writer *w)
{
	struct conform c = {.w = w};

	if (!w->layout->page_count || w->layout->root->role != TAG_DOCUMENT)
		BUG("a layout without pages or without a document");
	check_metadata(&c);
	check_tag(&c, w->layout->root);
	for (size_t i = 0; i < w->layout->page_count; i++)
		check_page(&c, &w->layout->pages[i]);
	return !c.failed;
}
