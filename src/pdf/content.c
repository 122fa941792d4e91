/*
 * The items of each page, in painting order, to a content stream. Items of one tag and chunk that follow each other
 * make one marked-content sequence; all else is an artifact of a stated kind.
 */
#include "pdf_int.h"

static void end_marked(struct pen *pen)
{
	pen_close(pen);
	if (pen->marked)
		buf_puts(pen->out, "EMC\n");
	pen->marked = false;
}

/* True if the sequence that is open will do. */
static bool same_marked(const struct pen *pen, const struct tag *tag, unsigned chunk, const char *artifact)
{
	if (!pen->marked || pen->tag != tag)
		return false;
	return tag ? pen->chunk == chunk : pen->artifact == artifact;
}

static void begin_tagged(struct pen *pen, const struct tag *tag, unsigned chunk)
{
	if (same_marked(pen, tag, chunk, NULL))
		return;
	end_marked(pen);
	buf_putc(pen->out, '/');
	buf_puts(pen->out, tags_role(pen->writer, tag));
	buf_puts(pen->out, "<</MCID ");
	buf_uint(pen->out, tags_ink(pen->writer, tag, chunk, pen->page));
	buf_puts(pen->out, ">>BDC\n");
	pen->marked = true;
	pen->tag = tag;
	pen->chunk = chunk;
}

/* ---- artifacts ---- */

static const char *const content_artifacts[] = {
	[ARTIFACT_LAYOUT] = "/Type/Layout",
	[ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
	[ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
	[ARTIFACT_BACKGROUND] = "/Type/Background",
};

/* Text that is no content is there because of the page, like the head of a table that goes on; rules are layout. */
static const char *artifact_of(const struct item *item)
{
	static const char repeated[] = "/Type/Pagination";

	return item->kind == ITEM_TEXT && item->artifact == ARTIFACT_LAYOUT ? repeated
									    : content_artifacts[item->artifact];
}

static bool is_background(const struct item *item)
{
	return item->kind != ITEM_DRAWING && !item->tag && item->artifact == ARTIFACT_BACKGROUND;
}

static int64_t item_width(const struct item *item)
{
	return item->kind == ITEM_RECT ? item->as.rect.w : item->as.run.width;
}

/* Text: what stands above and below its baseline is taken from its size. */
static int64_t item_top(const struct item *item)
{
	return item->kind == ITEM_RECT ? item->y : (int64_t)item->y - item->as.run.size;
}

static int64_t item_bottom(const struct item *item)
{
	return item->kind == ITEM_RECT ? (int64_t)item->y + item->as.rect.h : (int64_t)item->y + item->as.run.size / 3;
}

/* The format wants to know what a background covers: the box of this item and of those that follow in its sequence. */
static void put_background_box(struct pen *pen, const struct item *item, const struct item *end)
{
	int64_t left = item->x, right = left, top = item_top(item), bottom = top;

	for (; item < end && is_background(item); item++) {
		left = item->x < left ? item->x : left;
		right = item->x + item_width(item) > right ? item->x + item_width(item) : right;
		top = item_top(item) < top ? item_top(item) : top;
		bottom = item_bottom(item) > bottom ? item_bottom(item) : bottom;
	}
	buf_puts(pen->out, "/BBox");
	token_box(pen->out, left, pen->height - bottom, right, pen->height - top);
}

static void begin_artifact(struct pen *pen, const struct item *item, const struct item *end)
{
	const char *artifact = artifact_of(item);

	if (same_marked(pen, NULL, 0, artifact))
		return;
	end_marked(pen);
	buf_puts(pen->out, "/Artifact<<");
	buf_puts(pen->out, artifact);
	if (is_background(item))
		put_background_box(pen, item, end);
	buf_puts(pen->out, ">>BDC\n");
	pen->marked = true;
	pen->tag = NULL;
	pen->artifact = artifact;
}

/* ---- items ---- */

/* The language whose figure holds a text: what has no figure of its own belongs to the first. */
static size_t text_owner(const struct item *item, const struct drawing_text *text)
{
	size_t lang = text->lang > 0 && text->lang < FLOW_LANGS ? (size_t)text->lang : 0;

	return item->as.drawing.tags[lang] ? lang : 0;
}

static void draw_texts(struct pen *pen, const struct item *item, size_t lang)
{
	const struct drawing *drawing = item->as.drawing.drawing;

	for (size_t i = 0; i < drawing->text_count; i++) {
		const struct drawing_text *text = &drawing->texts[i];

		if (text_owner(item, text) != lang || !text->run.count)
			continue;
		begin_tagged(pen, item->as.drawing.tags[lang], item->as.drawing.chunks[lang]);
		ink_text(pen, &text->run, item->x + text->x, item->y + text->y, text->color);
	}
}

static bool has_texts(const struct item *item, size_t lang)
{
	const struct drawing *drawing = item->as.drawing.drawing;

	for (size_t i = 0; i < drawing->text_count; i++)
		if (text_owner(item, &drawing->texts[i]) == lang && drawing->texts[i].run.count)
			return true;
	return false;
}

/* A figure over what another has drawn: a path without paint gives it a place on the page. */
static void draw_nothing(struct pen *pen, const struct item *item, size_t lang)
{
	const struct drawing *drawing = item->as.drawing.drawing;

	begin_tagged(pen, item->as.drawing.tags[lang], item->as.drawing.chunks[lang]);
	token_point(pen->out, item->x, (int64_t)pen->height - item->y - drawing->height);
	token_point(pen->out, drawing->width, drawing->height);
	buf_puts(pen->out, "re n\n");
}

/*
 * One figure for each language over the same drawing: the first has the shapes, each has its texts. A drawing without
 * figures is an ornament and has no texts.
 */
static void draw_drawing(struct pen *pen, const struct item *item)
{
	const struct drawing *drawing = item->as.drawing.drawing;

	if (!item->as.drawing.tags[0])
		begin_artifact(pen, item, item + 1);
	else if (drawing->shape_count || drawing->bitmap)
		begin_tagged(pen, item->as.drawing.tags[0], item->as.drawing.chunks[0]);
	if (drawing->bitmap)
		image_draw(pen, drawing->bitmap, item->x, item->y, drawing->width, drawing->height);
	for (size_t i = 0; i < drawing->shape_count; i++)
		ink_shape(pen, &drawing->shapes[i], item->x, item->y);
	for (size_t lang = 0; lang < FLOW_LANGS; lang++) {
		if (lang && item->as.drawing.tags[lang] && !has_texts(item, lang))
			draw_nothing(pen, item, lang);
		draw_texts(pen, item, lang);
	}
}

static void draw_item(struct pen *pen, const struct item *item, const struct item *end)
{
	if (item->kind == ITEM_DRAWING) {
		draw_drawing(pen, item);
		return;
	}
	if (item->kind == ITEM_TEXT && !item->as.run.count)
		return;
	if (item->tag)
		begin_tagged(pen, item->tag, item->chunk);
	else
		begin_artifact(pen, item, end);
	if (item->kind == ITEM_TEXT)
		ink_text(pen, &item->as.run, item->x, item->y, item->color);
	else
		pen_rect(pen, item->x, item->y, item->as.rect.w, item->as.rect.h, item->color);
}

/* ---- pages ---- */

static void draw_page(struct writer *w, size_t index, struct buf *out)
{
	const struct page *page = &w->layout->pages[index];
	const struct item *end = page->items + page->count;
	struct pen pen = {.writer = w, .out = out, .page = index, .height = page->height, .width = 1000};

	out->len = 0;
	for (const struct item *item = page->items; item < end; item++)
		draw_item(&pen, item, end);
	end_marked(&pen);
}

static void write_page(struct writer *w, size_t index, const struct object *content)
{
	const struct page *page = &w->layout->pages[index];
	struct object *o = w->pages[index].object;
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Type/Page/MediaBox");
	token_box(out, 0, 0, page->width, page->height);
	buf_puts(out, "/Resources ");
	token_ref(out, w->resources->number);
	buf_puts(out, "/Contents ");
	token_ref(out, content->number);
	buf_printf(out, "/StructParents %zu/Tabs/S", index);
	links_array(w, index, out);
	object_end(w->objects, o);
}

void content_write(struct writer *w)
{
	struct buf out = {0};

	for (size_t i = 0; i < w->layout->page_count; i++) {
		struct object *content = object_new(w->objects);

		draw_page(w, i, &out);
		object_stream(w->objects, content, out.data ? out.data : "", out.len, true);
		object_begin(w->objects, content);
		object_end(w->objects, content);
		write_page(w, i, content);
	}
	buf_free(&out);
}
