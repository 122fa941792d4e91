/*
 * What every page is marked with is on every page: on the first as text, where it is heard, on all others as an artifact. A
 * file that lost one would go out as if it were free to be read.
 */
#include "conform_int.h"

#include <string.h>

/* Letters without spaces, which lines and justification may add, and without hyphens that a line end put in. */
static void add_letters(struct buf *out, const char *text, size_t len)
{
	const char *at = text, *end = text + len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (c != ' ' && c != 0xA0 && c != 0xAD)
			buf_codepoint(out, c);
	}
}

/* The texts of a page that are read, or those that are not. */
static void gather(const struct page *page, bool read, struct buf *out)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].kind == ITEM_TEXT && (page->items[i].tag != NULL) == read)
			add_letters(out, page->items[i].as.run.text, page->items[i].as.run.text_len);
}

static void words_of(const struct inline_text *text, struct buf *out)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i].kind == RUN_TEXT)
			add_letters(out, text->runs[i].text, text->runs[i].len);
}

static void check_mark(struct conform *c, const struct flow_mark *mark, size_t page, const struct buf *shown)
{
	for (size_t lang = 0; lang < c->w->layout->flow->lang_count; lang++) {
		struct buf words = {0};

		words_of(&mark->text.text[lang], &words);
		if (words.len && (!shown->data || !strstr(shown->data, words.data)))
			CONFORM(c, PDF_MARK_LOST, mark->pos, conform_digits(c, (long long)page + 1),
				c->w->layout->flow->langs[lang].key);
		buf_free(&words);
	}
}

void conform_marks(struct conform *c)
{
	const struct layout *layout = c->w->layout;

	for (size_t p = 0; p < layout->page_count && layout->flow->mark_count && !layout->alone; p++) {
		struct buf shown = {0};

		gather(&layout->pages[p], p == 0, &shown);
		for (size_t i = 0; i < layout->flow->mark_count; i++)
			check_mark(c, &layout->flow->marks[i], p, &shown);
		buf_free(&shown);
	}
}
