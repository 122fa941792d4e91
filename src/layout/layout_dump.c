/* layout_dump: pages with their items, in points, for people and tests. */
#include "layout_int.h"

#include <string.h>

static const char *const artifact_names[] = {
	[ARTIFACT_LAYOUT] = "layout",
	[ARTIFACT_HEADER] = "header",
	[ARTIFACT_FOOTER] = "footer",
	[ARTIFACT_BACKGROUND] = "background",
};

static void put_mpt(struct buf *out, int32_t mpt)
{
	buf_putc(out, ' ');
	buf_mpt(out, mpt);
}

static void put_text(struct buf *out, const char *text, size_t len)
{
	static const char hex[] = "0123456789abcdef";

	buf_puts(out, " \"");
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '"' || c == '\\')
			buf_putc(out, '\\');
		if (c >= 0x20) {
			buf_putc(out, (char)c);
			continue;
		}
		buf_puts(out, "\\x");
		buf_putc(out, hex[c >> 4]);
		buf_putc(out, hex[c & 15]);
	}
	buf_putc(out, '"');
}

static void dump_owner(const struct item *item, struct buf *out)
{
	if (!item->tag)
		buf_printf(out, " %s", artifact_names[item->artifact]);
	else if (item->chunk)
		buf_printf(out, " tag %zu.%u", item->tag->index, item->chunk);
	else
		buf_printf(out, " tag %zu", item->tag->index);
}

static void dump_text(const struct item *item, struct buf *out)
{
	buf_puts(out, "  text");
	put_mpt(out, item->x);
	put_mpt(out, item->y);
	put_text(out, item->as.run.text, item->as.run.text_len);
	buf_printf(out, " %s", font_info(item->as.run.font)->ps_name);
	put_mpt(out, item->as.run.size);
	buf_puts(out, " w");
	put_mpt(out, item->as.run.width);
	buf_printf(out, " #%06x", item->color);
	dump_owner(item, out);
}

static void dump_rect(const struct item *item, struct buf *out)
{
	buf_puts(out, "  rect");
	put_mpt(out, item->x);
	put_mpt(out, item->y);
	put_mpt(out, item->as.rect.w);
	put_mpt(out, item->as.rect.h);
	buf_printf(out, " #%06x", item->color);
	dump_owner(item, out);
}

static void dump_drawing(const struct item *item, struct buf *out)
{
	const struct drawing *d = item->as.drawing.drawing;

	buf_puts(out, "  drawing");
	put_mpt(out, item->x);
	put_mpt(out, item->y);
	put_mpt(out, d->width);
	put_mpt(out, d->height);
	for (size_t l = 0; l < FLOW_LANGS; l++)
		if (item->as.drawing.tags[l])
			buf_printf(out, " tag %zu", item->as.drawing.tags[l]->index);
}

static void dump_link(const struct link *link, struct buf *out)
{
	buf_puts(out, "  link");
	put_mpt(out, link->x);
	put_mpt(out, link->y);
	put_mpt(out, link->w);
	put_mpt(out, link->h);
	buf_printf(out, " %s%s", link->url ? "" : "#", link->url ? link->url : link->dest);
	put_text(out, link->contents, link->contents ? strlen(link->contents) : 0);
	buf_printf(out, " tag %zu\n", link->tag->index);
}

static void dump_page(const struct page *page, size_t number, struct buf *out)
{
	static void (*const by_kind[])(const struct item *, struct buf *) = {
		[ITEM_TEXT] = dump_text, [ITEM_RECT] = dump_rect, [ITEM_DRAWING] = dump_drawing};

	buf_printf(out, "page %zu", number);
	if (page->label)
		buf_printf(out, " (%s)", page->label);
	put_mpt(out, page->width);
	put_mpt(out, page->height);
	buf_putc(out, '\n');
	if (page->columns[1]) {
		buf_puts(out, "  columns");
		put_mpt(out, page->columns[0]);
		put_mpt(out, page->columns[1]);
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < page->count; i++) {
		by_kind[page->items[i].kind](&page->items[i], out);
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < page->link_count; i++)
		dump_link(&page->links[i], out);
}

void layout_dump(const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < layout->page_count; i++)
		dump_page(&layout->pages[i], i + 1, out);
	for (size_t i = 0; i < layout->outline_count; i++) {
		const struct outline_entry *e = &layout->outline[i];

		buf_printf(out, "outline %d page %zu", e->level, e->page + 1);
		put_mpt(out, e->y);
		put_text(out, e->title, strlen(e->title));
		buf_putc(out, '\n');
	}
	for (size_t i = 0; i < layout->destination_count; i++) {
		const struct destination *d = &layout->destinations[i];

		buf_printf(out, "destination %s page %zu", d->name, d->page + 1);
		put_mpt(out, d->x);
		put_mpt(out, d->y);
		buf_putc(out, '\n');
	}
}
