/*
 * Link annotations: out of the document by URI, inside it by the name of a destination.
 */
#include "pdf_int.h"

#include <string.h>

/* A URI is ASCII: all else is written as the percent-encoded bytes of its UTF-8 (RFC 3987, 3.1). */
static void put_uri(struct buf *out, const char *url)
{
	struct buf uri = {0};

	for (const char *c = url; *c; c++)
		if ((unsigned char)*c > 0x20 && (unsigned char)*c < 0x7F)
			buf_putc(&uri, *c);
		else
			buf_printf(&uri, "%%%02X", (unsigned int)(unsigned char)*c);
	token_bytes(out, uri.data ? uri.data : "", uri.len);
	buf_free(&uri);
}

static void put_target(const struct writer *w, struct buf *out, const struct link *link)
{
	if (link->url) {
		buf_puts(out, "/A<</S/URI/URI");
		put_uri(out, link->url);
		buf_puts(out, ">>");
	} else if (w->target->structure_places) {
		buf_puts(out, "/A<</S/GoTo/D");
		token_bytes(out, link->dest, strlen(link->dest));
		buf_puts(out, "/SD");
		outline_element(w, outline_find(w->layout, link->dest), out);
		buf_puts(out, ">>");
	} else {
		buf_puts(out, "/Dest");
		token_bytes(out, link->dest, strlen(link->dest));
	}
}

/* F 4: it is printed, as PDF/A wants of every annotation; Border: a reader should not draw a box. */
static void write_link(struct writer *w, size_t page, const struct link *link, const struct link_state *state)
{
	int64_t top = writer_up(w, page, link->y);
	struct buf *out = object_begin(w->objects, state->object);

	buf_puts(out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect");
	token_box(out, link->x, top - link->h, link->x + (int64_t)link->w, top);
	put_target(w, out, link);
	buf_puts(out, "/Contents");
	token_text(out, link->contents, strlen(link->contents));
	buf_printf(out, "/StructParent %zu", state->parent_key);
	object_end(w->objects, state->object);
}

void links_write(struct writer *w)
{
	for (size_t i = 0; i < w->layout->page_count; i++) {
		const struct page *page = &w->layout->pages[i];
		struct link_state *states = arena_array(w->arena, page->link_count, sizeof *states);

		w->pages[i].links = states;
		for (size_t k = 0; k < page->link_count; k++) {
			states[k].object = object_new(w->objects);
			states[k].parent_key = w->next_key++;
			write_link(w, i, &page->links[k], &states[k]);
		}
	}
}

void links_array(const struct writer *w, size_t page, struct buf *out)
{
	size_t count = w->layout->pages[page].link_count;

	if (!count)
		return;
	buf_puts(out, "/Annots[");
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_putc(out, ' ');
		token_ref(out, w->pages[page].links[i].object->number);
	}
	buf_putc(out, ']');
}
