/*
 * Before a byte is written: what a checker of PDF/UA or PDF/A would refuse, and what none sees but a reader would miss. A
 * pack or a template can cause some of it; the rest only a fault of the program, which is then found here, with the
 * place in the YAML that it befell, and not in the file. conform_tree.c looks at the structure.
 */
#include "conform_int.h"

#include <string.h>

/* ISO 32000-1, annex C, and PDF/A-3, 6.1.13: bytes of a string, points of a page's side. */
enum { CONFORM_STRING = 32767, CONFORM_SIDE_MIN = 3, CONFORM_SIDE_MAX = 14400 };
/* Of 31 December 9999, the last day that a date can name. */
#define CONFORM_LAST_SECOND 253402300799

const char *conform_digits(const struct conform *c, long long value)
{
	return arena_printf(c->w->arena, "%lld", value);
}

bool conform_blank(const char *text)
{
	return !text || !text[strspn(text, " \t\n")];
}

/* Two bytes a character and its mark, in the worst case. */
void conform_text(struct conform *c, const char *text, struct pos pos)
{
	size_t len = text ? strlen(text) : 0;

	if (len > CONFORM_STRING / 2 - 1)
		CONFORM(c, PDF_TEXT_LONG, pos, conform_digits(c, CONFORM_STRING / 2 - 1));
	else if (len && utf8_invalid(text, len) < len)
		CONFORM(c, PDF_LAYOUT, pos, DIAG_BOTH("a text is no UTF-8", "UTF-8이 아닌 글이 있습니다"));
}

/* Parts of one to eight letters and digits, the first of two letters or more (RFC 5646, 2.1). */
void conform_lang(struct conform *c, const char *tag, struct pos pos)
{
	static const char known[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *at = tag ? tag : "";
	size_t part = strspn(at, known + 10);
	bool well = part >= 2 && part <= 8;

	while (well && at[part] == '-') {
		at += part + 1;
		part = strspn(at, known);
		well = part >= 1 && part <= 8;
	}
	if (!well || at[part])
		CONFORM(c, PDF_LANG, pos, tag ? tag : "");
}

/* ---- pages ---- */

static void check_link(struct conform *c, const struct link *link)
{
	struct pos pos = link->tag ? link->tag->pos : (struct pos){0};

	if (!link->tag || link->tag->role != TAG_LINK || !conform_reached(c, link->tag))
		CONFORM(c, PDF_LAYOUT, pos,
			DIAG_BOTH("a link stands nowhere in the structure", "구조에 없는 링크가 있습니다"));
	if (!link->url == !link->dest || (link->url && conform_blank(link->url)))
		CONFORM(c, PDF_LAYOUT, pos,
			DIAG_BOTH("a link leads to no place or to two", "링크의 목적지가 없거나 둘입니다"));
	if (link->w <= 0 || link->h <= 0)
		CONFORM(c, PDF_LAYOUT, pos, DIAG_BOTH("a link has no size", "크기가 없는 링크가 있습니다"));
	if (conform_blank(link->contents))
		CONFORM0(c, PDF_LINK_SILENT, pos);
	if (link->dest && !outline_find(c->w->layout, link->dest))
		CONFORM(c, PDF_LINK_NOWHERE, pos, link->dest);
	conform_text(c, link->contents, pos);
	conform_text(c, link->url, pos);
}

/* Each link of a page is held once by its element; veraPDF does not see a link without its OBJR. */
static void check_held(struct conform *c, size_t page, size_t index)
{
	const struct tag *tag = c->w->layout->pages[page].links[index].tag;
	int held = 0;

	for (const struct tag_mark *m = tag ? tag->marks : NULL; m; m = m->next)
		held += m->kind == MARK_LINK && m->page == page && m->link == index;
	if (tag && held != 1)
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("a link is held by no element or twice", "링크를 담은 요소가 없거나 둘입니다"));
}

static void check_run(struct conform *c, const struct glyph_run *run, struct pos pos)
{
	if (!run->count)
		return;
	if (run->size <= 0)
		CONFORM(c, PDF_LAYOUT, pos, DIAG_BOTH("a text has no size", "크기가 없는 글이 있습니다"));
	for (size_t i = 0; i < run->count; i++)
		if (!run->glyphs[i].id) {
			CONFORM(c, PDF_NO_GLYPH, pos, font_info(run->font)->ps_name);
			return;
		}
}

static void check_ink(struct conform *c, const struct tag *tag, unsigned chunk, size_t page)
{
	if (!conform_reached(c, tag) || chunk >= conform_chunks(tag, page))
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("what is on a page stands nowhere in the structure",
				  "쪽에 있으나 구조에 없는 내용이 있습니다"));
}

static void check_drawing(struct conform *c, const struct item *item, size_t page)
{
	const struct drawing *drawing = item->as.drawing.drawing;
	struct pos pos = {0};

	if (!item->as.drawing.tags[0]) {
		if (drawing->text_count)
			CONFORM(c, PDF_LAYOUT, pos,
				DIAG_BOTH("a drawing is no figure", "그림 요소가 없는 도표가 있습니다"));
		return;
	}
	for (size_t i = 0; i < FLOW_LANGS; i++)
		if (item->as.drawing.tags[i])
			check_ink(c, item->as.drawing.tags[i], item->as.drawing.chunks[i], page);
	pos = item->as.drawing.tags[0]->pos;
	for (size_t i = 0; i < drawing->text_count; i++)
		check_run(c, &drawing->texts[i].run, pos);
}

static void check_item(struct conform *c, const struct item *item, const struct item *before, size_t page)
{
	if (item->kind == ITEM_DRAWING) {
		check_drawing(c, item, page);
		return;
	}
	if (item->kind == ITEM_TEXT)
		check_run(c, &item->as.run, item->tag ? item->tag->pos : (struct pos){0});
	/* Mostly the lines of one paragraph. */
	if (item->tag && !(before && before->tag == item->tag && before->chunk == item->chunk))
		check_ink(c, item->tag, item->chunk, page);
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

static void check_page(struct conform *c, size_t index)
{
	const struct page *page = &c->w->layout->pages[index];

	if (!side_fits(page->width) || !side_fits(page->height))
		CONFORM(c, PDF_PAGE_SIZE, ((struct pos){0}), points(c, page->width), points(c, page->height));
	for (size_t i = 0; i < page->link_count; i++) {
		check_link(c, &page->links[i]);
		check_held(c, index, i);
	}
	for (size_t i = 0; i < page->count; i++)
		check_item(c, &page->items[i], i ? &page->items[i - 1] : NULL, index);
}

/* ---- ways to a page ---- */

static void check_outline(struct conform *c)
{
	const struct layout *layout = c->w->layout;
	int level = 0;

	for (size_t i = 0; i < layout->outline_count; i++) {
		const struct outline_entry *entry = &layout->outline[i];
		struct pos pos = entry->tag ? entry->tag->pos : (struct pos){0};

		if (entry->page >= layout->page_count || entry->level < 1 || entry->level > level + 1 ||
		    conform_blank(entry->title))
			CONFORM(c, PDF_LAYOUT, pos,
				DIAG_BOTH("an entry of the outline has no title, page or level",
					  "책갈피에 제목, 쪽, 수준이 없습니다"));
		level = entry->level;
		conform_text(c, entry->title, pos);
	}
}

/* In order of their names, as a name tree is, and so that they can be found. */
static void check_destinations(struct conform *c)
{
	const struct layout *layout = c->w->layout;

	for (size_t i = 0; i < layout->destination_count; i++) {
		const struct destination *d = &layout->destinations[i];

		if (d->page >= layout->page_count || (i && strcmp(layout->destinations[i - 1].name, d->name) >= 0))
			CONFORM(c, PDF_LAYOUT, d->tag ? d->tag->pos : (struct pos){0},
				DIAG_BOTH("a named place has no page or no name of its own",
					  "이름 붙은 자리에 쪽이나 고유한 이름이 없습니다"));
	}
}

/* ---- the file as a whole ---- */

static void check_metadata(struct conform *c)
{
	const struct flow *flow = c->w->layout->flow;

	for (size_t i = 0; i < flow->lang_count; i++) {
		if (conform_blank(flow->title[i]))
			CONFORM(c, PDF_NO_TITLE, ((struct pos){0}), flow->langs[i].key);
		conform_text(c, flow->title[i], (struct pos){0});
		conform_lang(c, flow->langs[i].tag, (struct pos){0});
	}
	conform_text(c, flow->author, (struct pos){0});
	if (c->w->options->timestamp < 0 || c->w->options->timestamp > CONFORM_LAST_SECOND)
		CONFORM(c, PDF_DATE, ((struct pos){0}), conform_digits(c, c->w->options->timestamp));
}

static bool is_relationship(const char *name)
{
	static const char *const known[] = {"Source", "Data", "Alternative", "Supplement", "Unspecified"};

	for (size_t i = 0; name && i < COUNT_OF(known); i++)
		if (!strcmp(known[i], name))
			return true;
	return false;
}

static void check_attachments(struct conform *c)
{
	const struct pdf_options *options = c->w->options;

	for (size_t i = 0; i < options->attachment_count; i++) {
		const struct pdf_attachment *file = &options->attachments[i];
		bool twice = false;

		for (size_t k = 0; k < i; k++)
			twice = twice || !strcmp(options->attachments[k].name, file->name);
		if (twice || conform_blank(file->name) || !file->mime || !strchr(file->mime, '/') ||
		    !is_relationship(file->relationship))
			CONFORM(c, PDF_ATTACHMENT, ((struct pos){0}), file->name);
		conform_text(c, file->name, (struct pos){0});
		conform_text(c, file->description, (struct pos){0});
	}
}

bool conform_check(const struct writer *w)
{
	struct conform c = {.w = w};

	if (!w->layout->page_count) {
		CONFORM(&c, PDF_LAYOUT, ((struct pos){0}), DIAG_BOTH("there is no page", "쪽이 없습니다"));
		return false;
	}
	check_metadata(&c);
	check_attachments(&c);
	conform_tree(&c);
	conform_marks(&c);
	check_outline(&c);
	check_destinations(&c);
	for (size_t i = 0; i < w->layout->page_count; i++)
		check_page(&c, i);
	return !c.failed;
}
