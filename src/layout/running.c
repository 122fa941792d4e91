/*
 * running: heads and feet. They are artifacts and are set when all pages are known, since they show page numbers and
 * the title of the section a page is in.
 */
#include "layout_int.h"

#include <string.h>

/* A running text in the languages it needs, to be set at one place. */
struct phrase {
	const struct shaped *parts[FLOW_LANGS];
	size_t count;
	int32_t width;
};

/* Where a line stands on a page. */
struct spot {
	struct galley *g;
	struct pages *pages;
	struct page_build *page;
	const struct page_master *master;
	const struct running *line;
};

/* ---- section titles ---- */

static const struct reel *reel_of(const struct pages *pages, const struct anchor *a)
{
	return pages->list.items[a->page].reel;
}

static int top_level(const struct galley *g, const struct pages *pages, const struct reel *reel)
{
	int top = 0;

	for (size_t i = 0; i < g->anchors.count; i++) {
		const struct anchor *a = g->anchors.items[i];

		if (a->level && a->placed && reel_of(pages, a) == reel && (!top || a->level < top))
			top = a->level;
	}
	return top;
}

/* Moves *next past the headings of page p; *last becomes the last of them. Returns the first, or NULL. */
static const struct anchor *headings_on(const struct galley *g, const struct pages *pages, size_t p, int top,
					size_t *next, const struct anchor **last)
{
	const struct anchor *first = NULL;

	for (; *next < g->anchors.count; ++*next) {
		const struct anchor *a = g->anchors.items[*next];

		if (!a->placed || a->lane || !a->level)
			continue;
		if (a->page > p)
			break;
		if (a->level != top || reel_of(pages, a) != pages->list.items[p].reel)
			continue;
		*last = a;
		first = first ? first : a;
	}
	return first;
}

/* The first top heading on the page, else the last one before it; a right page goes by its left one. */
static void name_sections(struct galley *g, struct pages *pages)
{
	const struct reel *reel = NULL;
	const struct anchor *last = NULL;
	size_t next = 0;
	int top = 0;

	for (size_t p = 0; p < pages->list.count; p++) {
		struct page_build *page = &pages->list.items[p];
		const struct anchor *before, *first;

		if (page->reel != reel) {
			reel = page->reel;
			last = NULL;
			top = reel ? top_level(g, pages, reel) : 0;
		}
		before = last;
		first = headings_on(g, pages, p, top, &next, &last);
		for (size_t l = 0; l < FLOW_LANGS; l++) {
			const struct anchor *shown = first ? first : before;

			page->section[l] = shown && shown->running[l] ? shown->running[l] : "";
			if (page->lane)
				page->section[l] = pages->list.items[p - 1].section[l];
		}
	}
}

/* ---- one text ---- */

static const char *section_title(const struct spot *s, size_t lang)
{
	const struct reel *reel = s->page->reel;

	if (reel && reel->title.text[lang].count)
		return para_box_plain(s->g, &reel->title.text[lang]);
	return s->page->section[lang];
}

static const char *resolve(const struct spot *s, const struct pair *pair, size_t lang)
{
	const struct inline_text *text = &pair->text[lang];
	struct buf out = {0};
	const char *plain;

	for (size_t i = 0; i < text->count; i++) {
		const struct run *run = &text->runs[i];

		if (run->kind == RUN_TEXT)
			buf_put(&out, run->text, run->len);
		else if (run->kind == RUN_PAGE)
			buf_puts(&out, s->page->page.label ? s->page->page.label : "");
		else if (run->kind == RUN_PAGES)
			buf_printf(&out, "%zu", s->pages->numbered);
		else if (run->kind == RUN_NOTE)
			DIAG0(s->g->diag, LAYOUT_NOTE_PLACE, run->pos);
		else
			buf_puts(&out, section_title(s, lang));
	}
	plain = arena_strndup(s->g->arena, out.data ? out.data : "", out.len);
	buf_free(&out);
	return plain;
}

/* ---- phrases ---- */

static void add_part(const struct spot *s, struct phrase *phrase, size_t lang, const char *text, struct pos pos)
{
	const struct text_style style = para_box_style(s->g, s->line->style, lang, false);
	const char *shown = phrase->count ? arena_printf(s->g->arena, " · %s", text) : text;
	const struct shaped *shaped = text_shape(s->g->text, &style, shown, strlen(shown), pos);

	phrase->parts[phrase->count++] = shaped;
	phrase->width += shaped->width;
}

/* A section's title stands in full where the section begins: only other texts are missed. */
static bool shows_section(const struct inline_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i].kind == RUN_SECTION)
			return true;
	return false;
}

/* Cuts whole words off the end until the text fits. */
static const char *shorten(const struct spot *s, size_t lang, const char *text, int32_t width,
			   const struct inline_text *from)
{
	const struct text_style style = para_box_style(s->g, s->line->style, lang, false);
	const char *shown = text;
	size_t len = strlen(text);

	while (len > 0 && text_shape(s->g->text, &style, shown, strlen(shown), from->pos)->width > width) {
		while (len > 0 && text[len - 1] != ' ')
			len--;
		while (len > 0 && text[len - 1] == ' ')
			len--;
		shown = arena_printf(s->g->arena, "%.*s…", (int)len, text);
	}
	if (shown != text && !shows_section(from))
		DIAG(s->g->diag, LAYOUT_RUNNING_CUT, from->pos, s->master->name);
	return len ? shown : "";
}

/* The texts of a pair in the given languages, one after the other unless they are equal. */
static struct phrase make_phrase(const struct spot *s, const struct pair *pair, const size_t *langs, size_t count,
				 int32_t width)
{
	struct phrase phrase = {0};
	const char *first = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct pos pos = pair->text[langs[i]].pos;
		const char *text = resolve(s, pair, langs[i]);

		if (!*text || (first && !strcmp(first, text)))
			continue;
		text = shorten(s, langs[i], text, width - phrase.width, &pair->text[langs[i]]);
		if (!*text)
			continue;
		add_part(s, &phrase, langs[i], text, pos);
		first = first ? first : text;
	}
	return phrase;
}

static void put_phrase(const struct spot *s, const struct phrase *phrase, int32_t x)
{
	enum artifact_kind kind = s->line->baseline < s->master->height / 2 ? ARTIFACT_HEADER : ARTIFACT_FOOTER;

	for (size_t i = 0; i < phrase->count; i++) {
		place_text(s->g, s->page, phrase->parts[i], x, s->line->baseline, s->line->style->color, kind);
		x += phrase->parts[i]->width;
	}
}

/* ---- lines ---- */

static bool differ(const struct spot *s, const struct pair *pair, const size_t *langs)
{
	const char *a = resolve(s, pair, langs[0]), *b = resolve(s, pair, langs[1]);

	return *a && *b && strcmp(a, b);
}

/* Both at the edges of one measure: the end has its width, the start what is left. On left-hand pages of a book they
 * change sides. */
static void put_line(const struct spot *s, const size_t *langs, size_t count, int32_t x, int32_t w, bool with_end)
{
	int32_t gap = s->line->style->size[langs[0]];
	bool turned = s->page->turned;
	struct phrase end = {0}, start;

	if (with_end) {
		end = make_phrase(s, &s->line->end, langs, count, w);
		put_phrase(s, &end, turned ? x : x + w - end.width);
	}
	start = make_phrase(s, &s->line->start, langs, count, w - end.width - (end.width ? gap : 0));
	put_phrase(s, &start, turned ? x + w - start.width : x);
}

/* Two columns: what differs between the languages stands in each, a common end once at the right. */
static void put_columns(const struct spot *s, const struct reel *reel, int32_t width)
{
	bool ends = differ(s, &s->line->end, reel->langs);

	if (!ends && !differ(s, &s->line->start, reel->langs)) {
		put_line(s, reel->langs, reel->lang_count, s->page->left, width, true);
		return;
	}
	for (size_t k = 0; k < LANES; k++)
		put_line(s, &reel->langs[k], 1, s->page->left + reel->x[k], reel->w[k], k ? true : ends);
}

static void put_running(const struct spot *s)
{
	const struct page_master *m = s->master;
	const struct reel *reel = s->page->reel;
	int32_t width = m->width - m->left - m->right;

	if (reel->facing)
		put_line(s, &reel->langs[s->page->lane], 1, s->page->left, width, true);
	else if (reel->lanes > 1)
		put_columns(s, reel, width);
	else
		put_line(s, reel->langs, reel->lang_count, s->page->left, width, true);
}

void running_lay(struct galley *g, struct pages *pages)
{
	name_sections(g, pages);
	for (size_t p = 0; p < pages->list.count; p++) {
		struct page_build *page = &pages->list.items[p];

		for (size_t i = 0; page->reel && i < page->reel->master->running_count; i++) {
			const struct spot s = {g, pages, page, page->reel->master, &page->reel->master->running[i]};

			put_running(&s);
		}
	}
}
