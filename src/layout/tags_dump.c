/*
 * tags_dump: the structure tree with roles, languages and the text each tag holds, in reading order. Texts are gathered
 * from the pages once, by tag, page and chunk.
 */
#include "layout_int.h"

#include <string.h>

static const char *const scope_names[] = {[SCOPE_NONE] = "", [SCOPE_ROW] = " row", [SCOPE_COLUMN] = " column"};
static const char *const marker_names[] = {
	[MARKER_NONE] = "", [MARKER_BULLET] = " bullet", [MARKER_NUMBER] = " number"};

/* One sequence of marked content: its text. Those of a tag are in the order of its marks. */
struct content {
	size_t page;
	unsigned chunk;
	struct buf text;
	struct content *next;
};

struct contents {
	struct content *first, *last;
};

struct dumping {
	const struct layout *layout;
	struct arena *arena;
	struct contents *by_tag;
	struct buf *out;
};

static struct content *content_of(struct dumping *d, const struct tag *tag, size_t page, unsigned chunk)
{
	struct contents *list = &d->by_tag[tag->index];
	struct content *c = list->last;

	if (c && c->page == page && c->chunk == chunk)
		return c;
	c = arena_alloc(d->arena, sizeof *c);
	c->page = page;
	c->chunk = chunk;
	if (list->last)
		list->last->next = c;
	else
		list->first = c;
	list->last = c;
	return c;
}

static void gather_drawing(struct dumping *d, const struct item *item, size_t page)
{
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		const struct tag *tag = item->as.drawing.tags[l];
		const struct drawing *drawing = item->as.drawing.drawing;
		struct content *c = tag ? content_of(d, tag, page, item->as.drawing.chunks[l]) : NULL;

		for (size_t i = 0; c && i < drawing->text_count; i++) {
			const struct drawing_text *text = &drawing->texts[i];

			if (text->lang != (int)l)
				continue;
			if (c->text.len)
				buf_putc(&c->text, '|');
			buf_put(&c->text, text->run.text, text->run.text_len);
		}
	}
}

static void gather(struct dumping *d)
{
	for (size_t p = 0; p < d->layout->page_count; p++)
		for (size_t i = 0; i < d->layout->pages[p].count; i++) {
			const struct item *item = &d->layout->pages[p].items[i];

			if (item->kind == ITEM_DRAWING)
				gather_drawing(d, item, p);
			else if (item->tag && item->kind == ITEM_TEXT)
				buf_put(&content_of(d, item->tag, p, item->chunk)->text, item->as.run.text,
					item->as.run.text_len);
		}
}

static void indent(struct buf *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_puts(out, "  ");
}

static void dump_head(const struct tag *tag, struct buf *out)
{
	buf_printf(out, "%s", tag_role_name(tag->role));
	if (tag->lang)
		buf_printf(out, " [%s]", tag->lang);
	buf_puts(out, scope_names[tag->scope]);
	buf_puts(out, marker_names[tag->marker]);
	if (tag->col_span > 1)
		buf_printf(out, " span %d", tag->col_span);
	if (tag->row_span > 1)
		buf_printf(out, " rows %d", tag->row_span);
	if (tag->means) {
		buf_puts(out, " means ");
		buf_json(out, tag->means);
	}
	if (tag->alt) {
		buf_puts(out, " alt ");
		buf_json(out, tag->alt);
	}
	buf_putc(out, '\n');
}

static void dump_tag(struct dumping *d, const struct tag *tag, int depth)
{
	const struct content *content = d->by_tag[tag->index].first;

	indent(d->out, depth);
	dump_head(tag, d->out);
	for (const struct tag_mark *m = tag->marks; m; m = m->next) {
		if (m->kind == MARK_CHILD) {
			dump_tag(d, m->child, depth + 1);
			continue;
		}
		indent(d->out, depth + 1);
		if (m->kind == MARK_LINK) {
			const struct link *link = &d->layout->pages[m->page].links[m->link];

			buf_printf(d->out, "-> %s%s\n", link->url ? "" : "#", link->url ? link->url : link->dest);
			continue;
		}
		buf_json(d->out, content && content->text.data ? content->text.data : "");
		buf_printf(d->out, " page %zu\n", m->page + 1);
		content = content ? content->next : NULL;
	}
}

void tags_dump(const struct layout *layout, struct buf *out)
{
	struct dumping d = {.layout = layout, .arena = arena_new(), .out = out};

	d.by_tag = arena_array(d.arena, layout->tag_count, sizeof *d.by_tag);
	gather(&d);
	dump_tag(&d, layout->root, 0);
	for (size_t i = 0; i < layout->tag_count; i++)
		for (struct content *c = d.by_tag[i].first; c; c = c->next)
			buf_free(&c->text);
	arena_free(d.arena);
}
