/*
 * Flows made by hand, and what must hold on every page of what layout makes of them: lines stay in the text area and
 * apart, baselines lie on the grid, nothing of a paragraph stands alone, headings lead to text. Included by unit tests.
 */
#ifndef WORLD_H
#define WORLD_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "layout.h"

#include <stdlib.h>
#include <string.h>

#define SANS "pretendard/Pretendard-Regular.ttf"

enum { GRID = 2100, WIDTH = 400 * 1000, HEIGHT = 420 * 1000, MARGIN = 42 * 1000 };

static const char *const en_words[] = {"agreement", "of",   "both",  "governments", "to",  "share",
				       "research",  "on",   "safe",  "networks",    "and", "satellites",
				       "in",        "2030", "joint", "commission"};
static const char *const ko_words[] = {"양국은",    "디지털",       "파트너십을", "바탕으로", "우주",
				       "협력을",    "강화하고",     "2030년까지", "공동",     "연구를",
				       "추진한다.", "인공지능(AI)", "정책"};

/* ---- a flow by hand ---- */

struct world {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	struct flow flow;
	struct page_master masters[2];
	struct style body, heading, panel, tight;
	struct block *root;
	struct block *at[64]; /* where blocks are added, innermost last */
	size_t depth;
	unsigned seed;
};

static inline unsigned next_random(struct world *w, unsigned below)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return (w->seed >> 8) % below;
}

static inline struct style new_style(struct world *w, int32_t size, int32_t leading)
{
	const char *const paths[] = {SANS};
	const struct face *face = text_face(w->text, paths, 1, (struct pos){0});
	struct style s = {.size = {size, size}, .leading = {leading, leading + GRID}, .fill = -1, .bar = -1};

	s.face[0] = s.face[1] = s.strong_face[0] = s.strong_face[1] = face;
	s.space_after = 2 * GRID;
	return s;
}

static inline struct block *add(struct world *w, enum block_kind kind, const struct style *style)
{
	struct block *parent = w->at[w->depth - 1], *b = arena_alloc(w->arena, sizeof *b);
	const struct block **children = arena_array(w->arena, parent->count + 1, sizeof *children);

	if (parent->count)
		memcpy(children, parent->children, parent->count * sizeof *children);
	children[parent->count++] = b;
	parent->children = children;
	b->kind = kind;
	b->style = style;
	b->span = 1;
	return b;
}

static inline void enter(struct world *w, struct block *b)
{
	w->at[w->depth++] = b;
}

static inline void leave(struct world *w)
{
	w->depth--;
}

static inline struct inline_text text_of(struct world *w, const char *text)
{
	struct run *run = arena_alloc(w->arena, sizeof *run);

	*run = (struct run){.kind = RUN_TEXT, .text = text, .len = strlen(text)};
	return (struct inline_text){.runs = run, .count = 1};
}

static inline struct pair pair_of(struct world *w, const char *en, const char *ko)
{
	return (struct pair){{text_of(w, en), text_of(w, ko)}};
}

static inline const char *words(struct world *w, const char *const *list, size_t known, size_t count)
{
	const char *text = list[next_random(w, (unsigned)known)];

	while (--count > 0)
		text = arena_printf(w->arena, "%s %s", text, list[next_random(w, (unsigned)known)]);
	return text;
}

static inline struct pair random_pair(struct world *w, size_t count)
{
	return pair_of(w, words(w, en_words, COUNT_OF(en_words), count),
		       words(w, ko_words, COUNT_OF(ko_words), (count + 1) / 2 + next_random(w, 4)));
}

static inline struct block *add_para(struct world *w, size_t count)
{
	struct block *b = add(w, BLOCK_PARA, &w->body);

	b->text = random_pair(w, count);
	return b;
}

static inline struct block *add_heading(struct world *w, int level, const char *en, const char *ko)
{
	struct block *b = add(w, BLOCK_HEADING, &w->heading);

	b->text = pair_of(w, en, ko);
	b->level = level;
	b->outline = true;
	return b;
}

static inline struct block *add_item(struct world *w, size_t number, size_t count)
{
	struct block *item = add(w, BLOCK_ITEM, &w->body);
	const char *mark = arena_printf(w->arena, "%zu.", number);

	item->mark = pair_of(w, mark, mark);
	enter(w, item);
	add_para(w, count);
	leave(w);
	return item;
}

static inline void add_list(struct world *w, size_t count)
{
	struct block *list = add(w, BLOCK_LIST, &w->body);

	list->marker = MARKER_NUMBER;
	enter(w, list);
	for (size_t i = 1; i <= count; i++)
		add_item(w, i, 3 + next_random(w, 20));
	leave(w);
}

static inline struct block *add_table(struct world *w, size_t rows, size_t columns)
{
	struct block *table = add(w, BLOCK_TABLE, &w->tight);
	struct table_column *shape = arena_array(w->arena, columns, sizeof *shape);

	table->columns = shape;
	table->column_count = columns;
	table->head_rows = 1;
	enter(w, table);
	for (size_t r = 0; r < rows; r++) {
		enter(w, add(w, BLOCK_ROW, &w->tight));
		for (size_t c = 0; c < columns; c++) {
			struct block *cell = add(w, BLOCK_CELL, &w->tight);

			cell->header = r ? CELL_DATA : CELL_COLUMN_HEADER;
			enter(w, cell);
			add(w, BLOCK_PARA, &w->tight)->text = random_pair(w, 1 + next_random(w, 9));
			leave(w);
		}
		leave(w);
	}
	leave(w);
	return table;
}

static inline void set_masters(struct world *w)
{
	struct page_master m = {.name = "body",
				.width = WIDTH,
				.height = HEIGHT,
				.top = MARGIN,
				.right = MARGIN,
				.bottom = MARGIN,
				.left = MARGIN,
				.gap = 20000,
				.numbered = true};

	w->masters[0] = m;
	w->masters[1] = m;
	w->masters[1].name = "cover";
	w->masters[1].numbered = false;
}

static inline void set_styles(struct world *w)
{
	w->body = new_style(w, 10500, 7 * GRID);
	w->heading = new_style(w, 14000, 9 * GRID);
	w->heading.space_before = 6 * GRID;
	w->panel = new_style(w, 10500, 7 * GRID);
	w->panel.fill = 0xF0F4F8;
	w->panel.padding = 4 * GRID;
	w->tight = new_style(w, 9000, 6 * GRID);
	w->tight.padding = w->tight.side_padding = 2 * GRID;
}

static inline struct world *open_world(enum arrangement arrangement)
{
	struct world *w = calloc(1, sizeof *w);

	w->arena = arena_new();
	w->diag = diag_new(w->arena);
	w->text = text_new(w->arena, w->diag, "fonts");
	w->seed = 7;
	set_masters(w);
	set_styles(w);
	w->root = arena_alloc(w->arena, sizeof *w->root);
	w->root->kind = BLOCK_SECTION;
	w->root->style = &w->body;
	w->flow = (struct flow){
		.langs = {{.key = "en", .tag = "en-GB"}, {.key = "ko", .tag = "ko-KR"}},
		.lang_count = arrangement == ARRANGE_SINGLE ? 1 : 2,
		.arrangement = arrangement,
		.grid = GRID,
		.masters = w->masters,
		.master_count = 2,
		.root = w->root,
		.title = {"Title", "제목"},
	};
	enter(w, w->root);
	return w;
}

static inline void close_world(struct world *w)
{
	text_free(w->text);
	arena_free(w->arena);
	free(w);
}

static inline const struct layout *make(struct world *w)
{
	return layout_make(w->arena, w->diag, w->text, &w->flow);
}

static inline void fill_world(struct world *w)
{
	for (int section = 1; section <= 6; section++) {
		add_heading(w, 1, arena_printf(w->arena, "Part %d", section),
			    arena_printf(w->arena, "제%d부", section));
		add_para(w, 30 + next_random(w, 60));
		add_list(w, 2 + next_random(w, 5));
		enter(w, add(w, BLOCK_CALLOUT, &w->panel));
		add_para(w, 12 + next_random(w, 30));
		add_para(w, 5);
		leave(w);
		add_heading(w, 2, "Details", "세부 사항");
		add_table(w, 4 + next_random(w, 9), 3);
		add_para(w, 80 + next_random(w, 80));
	}
}

/* ---- what must hold on every page ---- */

static inline bool is_body_text(const struct item *item)
{
	return item->kind == ITEM_TEXT && item->tag;
}

/* Width without the space that hangs at a line's end. */
static inline int32_t ink_width(const struct glyph_run *run)
{
	int32_t width = run->width;

	for (size_t i = run->count; i > 0 && run->text[run->glyphs[i - 1].at] == ' '; i--)
		width -= run->glyphs[i - 1].advance;
	return width;
}

static inline void check_inside(const struct item *item)
{
	assert_true(item->x >= MARGIN);
	assert_true(item->x + ink_width(&item->as.run) <= WIDTH - MARGIN + 1);
	assert_true(item->y > MARGIN && item->y <= HEIGHT - MARGIN);
	assert_int_equal((item->y - MARGIN) % GRID, 0);
}

/* Two texts of a page overlap neither on one baseline nor between two. */
static inline void check_apart(const struct item *a, const struct item *b)
{
	int32_t a_end = a->x + ink_width(&a->as.run), b_end = b->x + ink_width(&b->as.run);
	int32_t size = a->as.run.size < b->as.run.size ? a->as.run.size : b->as.run.size;

	if (a_end <= b->x || b_end <= a->x)
		return;
	assert_true(labs(a->y - b->y) >= size);
}

static inline void check_page(const struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		if (!is_body_text(&page->items[i]))
			continue;
		check_inside(&page->items[i]);
		for (size_t k = i + 1; k < page->count; k++)
			if (is_body_text(&page->items[k]))
				check_apart(&page->items[i], &page->items[k]);
	}
}

/* Lines of a tag's own text on one page: different baselines. */
static inline size_t lines_on(const struct page *page, const struct tag *tag)
{
	size_t lines = 0;
	int32_t y = -1;

	for (size_t i = 0; i < page->count; i++)
		if (is_body_text(&page->items[i]) && page->items[i].tag == tag && page->items[i].y != y) {
			lines++;
			y = page->items[i].y;
		}
	return lines;
}

/* Nothing of a paragraph stands alone at a page's head or foot. */
static inline void check_paragraph(const struct layout *l, const struct tag *tag)
{
	size_t pages = 0, least = SIZE_MAX;

	for (size_t p = 0; p < l->page_count; p++) {
		size_t lines = lines_on(&l->pages[p], tag);

		pages += lines > 0;
		least = lines && lines < least ? lines : least;
	}
	assert_true(pages >= 1);
	assert_true(pages == 1 || least >= 2);
}

static inline void check_tags(const struct layout *l, const struct tag *tag, size_t *count)
{
	++*count;
	if (tag->role == TAG_P && tag->parent->role != TAG_TD && tag->parent->role != TAG_TH)
		check_paragraph(l, tag);
	for (const struct tag *t = tag->first; t; t = t->next) {
		assert_ptr_equal(t->parent, tag);
		check_tags(l, t, count);
	}
}

/* A heading is never last: text with a larger baseline follows on its page, in its column. */
static inline void check_headings(const struct layout *l)
{
	for (size_t p = 0; p < l->page_count; p++)
		for (size_t i = 0; i < l->pages[p].count; i++) {
			const struct item *item = &l->pages[p].items[i];
			size_t below = 0;

			if (!is_body_text(item) || item->tag->role < TAG_H1 || item->tag->role > TAG_H6)
				continue;
			for (size_t k = 0; k < l->pages[p].count; k++) {
				const struct item *other = &l->pages[p].items[k];

				below += is_body_text(other) && other->y > item->y && other->tag->role == TAG_P;
			}
			assert_true(below >= 2);
		}
}

static inline void check_layout(const struct layout *l)
{
	size_t tags = 0;

	assert_non_null(l);
	for (size_t p = 0; p < l->page_count; p++)
		check_page(&l->pages[p]);
	check_tags(l, l->root, &tags);
	assert_int_equal(tags, l->tag_count);
	check_headings(l);
}

/* ---- all text, once ---- */

static inline void put_without_breaks(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (i + 1 < len && !memcmp(text + i, "\xC2\xAD", 2))
			i++;
		else if (text[i] != ' ')
			buf_putc(out, text[i]);
	}
}

static inline void text_of_tags(const struct layout *l, const struct tag *tag, struct buf *out)
{
	unsigned chunk[64] = {0};

	for (const struct tag_mark *m = tag->marks; m; m = m->next) {
		if (m->kind == MARK_CHILD)
			text_of_tags(l, m->child, out);
		if (m->kind != MARK_INK)
			continue;
		assert_true(m->page < COUNT_OF(chunk));
		for (size_t i = 0; i < l->pages[m->page].count; i++) {
			const struct item *item = &l->pages[m->page].items[i];

			if (is_body_text(item) && item->tag == tag && item->chunk == chunk[m->page])
				put_without_breaks(out, item->as.run.text, item->as.run.text_len);
		}
		chunk[m->page]++;
	}
}

static inline void put_inline(struct buf *out, const struct inline_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		put_without_breaks(out, text->runs[i].text, text->runs[i].len);
}

/* In the order in which a reader of one language gets it. */
static inline void text_of_flow(const struct block *b, size_t lang, struct buf *out)
{
	put_inline(out, &b->mark.text[lang]);
	put_inline(out, &b->text.text[lang]);
	for (size_t i = 0; i < b->count; i++)
		text_of_flow(b->children[i], lang, out);
}

/* ---- looking for things ---- */

static inline const struct item *first_item(const struct layout *l, const struct tag *tag, size_t *page)
{
	for (*page = 0; *page < l->page_count; ++*page)
		for (size_t i = 0; i < l->pages[*page].count; i++)
			if (is_body_text(&l->pages[*page].items[i]) && l->pages[*page].items[i].tag == tag)
				return &l->pages[*page].items[i];
	return NULL;
}

static inline size_t count_roles(const struct tag *tag, enum tag_role role)
{
	size_t count = tag->role == role;

	for (const struct tag *t = tag->first; t; t = t->next)
		count += count_roles(t, role);
	return count;
}

/* The findings' codes in order of appearance, as JSON has them. */
static inline void expect_finding(struct world *w, const char *code)
{
	const struct diag_print how = {.form = DIAG_JSON};
	struct buf out = {0};

	assert_null(make(w));
	diag_print(w->diag, &how, &out);
	assert_non_null(strstr(out.data, code));
	buf_free(&out);
	close_world(w);
}

#endif
