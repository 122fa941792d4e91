/*
 * The stage as a whole: from a layout to the bytes of a file. pdf_int.h has the order and who does what.
 */
#include "pdf_int.h"

void writer_too_large(struct writer *w, const char *what)
{
	if (!w->failed)
		DIAG(w->diag, PDF_TOO_LARGE, ((struct pos){0}), what);
	w->failed = true;
}

int64_t writer_up(const struct writer *w, size_t page, int64_t y)
{
	return w->layout->pages[page].height - y;
}

static void make_pages(struct writer *w)
{
	w->pages = arena_array(w->arena, w->layout->page_count, sizeof *w->pages);
	for (size_t i = 0; i < w->layout->page_count; i++)
		w->pages[i].object = object_page(w->objects);
	w->next_key = w->layout->page_count;
	w->resources = object_new(w->objects);
}

static void write_parts(struct writer *w)
{
	make_pages(w);
	tags_number(w);
	links_write(w);
	content_write(w);
	image_finish(w);
	pdffont_finish(w);
	tags_write(w);
	outline_write(w);
	attach_write(w);
	meta_write(w);
}

static void save(struct writer *w, struct buf *out)
{
	size_t start = out->len;
	unsigned long error = save_file(w->objects, w->target->version, out);

	if (error)
		writer_too_large(w, arena_printf(w->arena, "libharu 0x%lX", error));
	else if (!w->options->password || lock_file(w->diag, w->options->password, out, start))
		return;
	w->failed = true;
	out->len = start;
}

bool pdf_write(struct arena *arena, struct diag *diag, const struct text *text, const struct layout *layout,
	       const struct pdf_options *options, struct buf *out)
{
	struct writer w = {.arena = arena,
			   .diag = diag,
			   .layout = layout,
			   .options = options,
			   .target = target_of(options->conform)};

	if (!conform_check(&w))
		return false;
	w.objects = object_open(arena);
	w.font_count = text_font_count(text);
	w.fonts = arena_array(arena, w.font_count, sizeof *w.fonts);
	w.tags = arena_array(arena, layout->tag_count, sizeof *w.tags);
	write_parts(&w);
	if (!w.failed)
		save(&w, out);
	object_close(w.objects);
	buf_free(&w.key);
	return !w.failed;
}
