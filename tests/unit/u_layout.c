/*
 * Layout of flows made by hand. Properties that must hold for every page are checked over flows of all arrangements:
 * lines stay in the text area and apart, baselines lie on the grid, pairs start level, nothing is lost or read twice.
 */
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

static unsigned next_random(struct world *w, unsigned below)
{
	w->seed = w->seed * 1664525u + 1013904223u;
	return (w->seed >> 8) % below;
}

static struct style new_style(struct world *w, int32_t size, int32_t leading)
{
	const char *const paths[] = {SANS};
	const struct face *face = text_face(w->text, paths, 1, (struct pos){0});
	struct style s = {.size = {size, size}, .leading = {leading, leading + GRID}, .fill = -1, .bar = -1};

	s.face[0] = s.face[1] = s.strong_face[0] = s.strong_face[1] = face;
	s.space_after = 2 * GRID;
	return s;
}

static struct block *add(struct world *w, enum block_kind kind, const struct style *style)
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

static void enter(struct world *w, struct block *b)
{
	w->at[w->depth++] = b;
}

static void leave(struct world *w)
{
	w->depth--;
}

static struct inline_text text_of(struct world *w, const char *text)
{
	struct run *run = arena_alloc(w->arena, sizeof *run);

	*run = (struct run){.kind = RUN_TEXT, .text = text, .len = strlen(text)};
	return (struct inline_text){.runs = run, .count = 1};
}

static struct pair pair_of(struct world *w, const char *en, const char *ko)
{
	return (struct pair){{text_of(w, en), text_of(w, ko)}};
}

static const char *words(struct world *w, const char *const *list, size_t known, size_t count)
{
	const char *text = list[next_random(w, (unsigned)known)];

	while (--count > 0)
		text = arena_printf(w->arena, "%s %s", text, list[next_random(w, (unsigned)known)]);
	return text;
}

static struct pair random_pair(struct world *w, size_t count)
{
	return pair_of(w, words(w, en_words, COUNT_OF(en_words), count),
		       words(w, ko_words, COUNT_OF(ko_words), (count + 1) / 2 + next_random(w, 4)));
}

static struct block *add_para(struct world *w, size_t count)
{
	struct block *b = add(w, BLOCK_PARA, &w->body);

	b->text = random_pair(w, count);
	return b;
}

static struct block *add_heading(struct world *w, int level, const char *en, const char *ko)
{
	struct block *b = add(w, BLOCK_HEADING, &w->heading);

	b->text = pair_of(w, en, ko);
	b->level = level;
	b->outline = true;
	return b;
}

static struct block *add_item(struct world *w, size_t number, size_t count)
{
	struct block *item = add(w, BLOCK_ITEM, &w->body);
	const char *mark = arena_printf(w->arena, "%zu.", number);

	item->mark = pair_of(w, mark, mark);
	enter(w, item);
	add_para(w, count);
	leave(w);
	return item;
}

static void add_list(struct world *w, size_t count)
{
	struct block *list = add(w, BLOCK_LIST, &w->body);

	list->marker = MARKER_NUMBER;
	enter(w, list);
	for (size_t i = 1; i <= count; i++)
		add_item(w, i, 3 + next_random(w, 20));
	leave(w);
}

static struct block *add_table(struct world *w, size_t rows, size_t columns)
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

static void set_masters(struct world *w)
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

static void set_styles(struct world *w)
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

static struct world *open_world(enum arrangement arrangement)
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

static void close_world(struct world *w)
{
	text_free(w->text);
	arena_free(w->arena);
	free(w);
}

static const struct layout *make(struct world *w)
{
	return layout_make(w->arena, w->diag, w->text, &w->flow);
}

static void fill_world(struct world *w)
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

static bool is_body_text(const struct item *item)
{
	return item->kind == ITEM_TEXT && item->tag;
}

/* Width without the space that hangs at a line's end. */
static int32_t ink_width(const struct glyph_run *run)
{
	int32_t width = run->width;

	for (size_t i = run->count; i > 0 && run->text[run->glyphs[i - 1].at] == ' '; i--)
		width -= run->glyphs[i - 1].advance;
	return width;
}

static void check_inside(const struct item *item)
{
	assert_true(item->x >= MARGIN);
	assert_true(item->x + ink_width(&item->as.run) <= WIDTH - MARGIN + 1);
	assert_true(item->y > MARGIN && item->y <= HEIGHT - MARGIN);
	assert_int_equal((item->y - MARGIN) % GRID, 0);
}

/* Two texts of a page overlap neither on one baseline nor between two. */
static void check_apart(const struct item *a, const struct item *b)
{
	int32_t a_end = a->x + ink_width(&a->as.run), b_end = b->x + ink_width(&b->as.run);
	int32_t size = a->as.run.size < b->as.run.size ? a->as.run.size : b->as.run.size;

	if (a_end <= b->x || b_end <= a->x)
		return;
	assert_true(labs(a->y - b->y) >= size);
}

static void check_page(const struct page *page)
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
static size_t lines_on(const struct page *page, const struct tag *tag)
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
static void check_paragraph(const struct layout *l, const struct tag *tag)
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

static void check_tags(const struct layout *l, const struct tag *tag, size_t *count)
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
static void check_headings(const struct layout *l)
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

static void check_layout(const struct layout *l)
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

static void put_without_breaks(struct buf *out, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (i + 1 < len && !memcmp(text + i, "\xC2\xAD", 2))
			i++;
		else if (text[i] != ' ')
			buf_putc(out, text[i]);
	}
}

static void text_of_tags(const struct layout *l, const struct tag *tag, struct buf *out)
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

static void put_inline(struct buf *out, const struct inline_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		put_without_breaks(out, text->runs[i].text, text->runs[i].len);
}

/* In the order in which a reader of one language gets it. */
static void text_of_flow(const struct block *b, size_t lang, struct buf *out)
{
	put_inline(out, &b->mark.text[lang]);
	put_inline(out, &b->text.text[lang]);
	for (size_t i = 0; i < b->count; i++)
		text_of_flow(b->children[i], lang, out);
}

/* ---- tests ---- */

static void each_arrangement_keeps_the_rules(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
					       ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (unsigned seed = 1; seed <= 4; seed++) {
			struct world *w = open_world(all[i]);

			w->seed = seed * 77;
			fill_world(w);
			check_layout(make(w));
			assert_int_equal(diag_count(w->diag, DIAG_WARNING), 0);
			close_world(w);
		}
}

static void every_text_is_there_once(void **state)
{
	struct world *w = open_world(ARRANGE_SEQUENCE);
	const struct layout *l;
	struct buf shown = {0}, given = {0};

	(void)state;
	fill_world(w);
	l = make(w);
	assert_non_null(l);
	text_of_tags(l, l->root, &shown);
	text_of_flow(w->root, 0, &given);
	text_of_flow(w->root, 1, &given);
	assert_string_equal(shown.data, given.data);
	buf_free(&shown);
	buf_free(&given);
	close_world(w);
}

static const struct item *first_item(const struct layout *l, const struct tag *tag, size_t *page)
{
	for (*page = 0; *page < l->page_count; ++*page)
		for (size_t i = 0; i < l->pages[*page].count; i++)
			if (is_body_text(&l->pages[*page].items[i]) && l->pages[*page].items[i].tag == tag)
				return &l->pages[*page].items[i];
	return NULL;
}

static void pairs_start_level(enum arrangement arrangement, size_t page_step)
{
	struct world *w = open_world(arrangement);
	const struct layout *l;
	size_t pairs = 0;

	for (int i = 0; i < 30; i++)
		add_para(w, 5 + next_random(w, 70));
	l = make(w);
	check_layout(l);
	for (const struct tag *t = l->root->first; t; t = t->next->next) {
		size_t left, right;
		const struct item *en = first_item(l, t, &left), *ko = first_item(l, t->next, &right);

		assert_string_equal(t->next->lang, "ko-KR");
		assert_null(t->lang);
		assert_int_equal(en->y, ko->y);
		assert_int_equal(right, left + page_step);
		assert_true(page_step ? left % 2 == 1 : en->x < ko->x);
		pairs++;
	}
	assert_int_equal(pairs, 30);
	close_world(w);
}

static void parallel_pairs_share_a_baseline(void **state)
{
	(void)state;
	pairs_start_level(ARRANGE_PARALLEL, 0);
}

static void facing_pairs_share_a_height(void **state)
{
	(void)state;
	pairs_start_level(ARRANGE_FACING, 1);
}

static size_t count_roles(const struct tag *tag, enum tag_role role)
{
	size_t count = tag->role == role;

	for (const struct tag *t = tag->first; t; t = t->next)
		count += count_roles(t, role);
	return count;
}

static void a_table_is_one_with_one_head(void **state)
{
	struct world *w = open_world(ARRANGE_PARALLEL);
	const struct layout *l;

	(void)state;
	add_table(w, 60, 3);
	l = make(w);
	check_layout(l);
	assert_true(l->page_count > 2);
	assert_int_equal(count_roles(l->root, TAG_TABLE), 1);
	assert_int_equal(count_roles(l->root, TAG_TH), 3);
	assert_int_equal(count_roles(l->root, TAG_TR), 60);
	for (size_t p = 1; p < l->page_count; p++) {
		size_t repeated = 0;

		for (size_t i = 0; i < l->pages[p].count; i++)
			repeated += l->pages[p].items[i].kind == ITEM_TEXT && !l->pages[p].items[i].tag;
		assert_true(repeated >= 3);
	}
	close_world(w);
}

static void an_empty_cell_has_its_tag(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *table = add_table(w, 2, 2);
	const struct layout *l;

	(void)state;
	((struct block *)table->children[1]->children[0])->count = 0;
	l = make(w);
	assert_non_null(l);
	assert_int_equal(count_roles(l->root, TAG_TD), 2);
	close_world(w);
}

static void contents_name_the_pages(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *contents = add(w, BLOCK_CONTENTS, &w->body);
	const struct layout *l;
	struct buf dump = {0};

	(void)state;
	contents->level = 2;
	fill_world(w);
	l = make(w);
	check_layout(l);
	assert_int_equal(l->outline_count, 12);
	assert_int_equal(count_roles(l->root, TAG_TOCI), 12);
	assert_string_equal(l->outline[10].title, "Part 6");
	tags_dump(l, &dump);
	assert_non_null(strstr(dump.data, arena_printf(w->arena, "\" %zu\" page 1", l->outline[10].page + 1)));
	assert_int_equal(l->pages[0].link_count, 12);
	assert_string_equal(l->pages[0].links[0].contents, "Part 1");
	buf_free(&dump);
	close_world(w);
}

static void a_broken_link_is_one_element(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *b = add_para(w, 4);
	const struct layout *l;
	size_t links = 0;

	(void)state;
	((struct run *)b->text.text[0].runs)->text = words(w, en_words, COUNT_OF(en_words), 30);
	((struct run *)b->text.text[0].runs)->len = strlen(b->text.text[0].runs->text);
	((struct run *)b->text.text[0].runs)->url = "https://example.org/";
	l = make(w);
	assert_non_null(l);
	assert_int_equal(count_roles(l->root, TAG_LINK), 1);
	assert_true(l->pages[0].link_count > 1);
	for (const struct tag_mark *m = l->root->first->first->marks; m; m = m->next)
		links += m->kind == MARK_LINK;
	assert_int_equal(links, l->pages[0].link_count);
	assert_string_equal(l->pages[0].links[1].contents, b->text.text[0].runs->text);
	close_world(w);
}

static void another_language_is_named(void **state)
{
	static const struct pack_lang korean = {"ko", "ko-KR"};
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *whole = add(w, BLOCK_PARA, &w->body), *part = add(w, BLOCK_PARA, &w->body);
	struct run runs[] = {{.text = "The term ", .len = 9}, {.text = "오픈랜", .len = 9, .lang = &korean}};
	const struct layout *l;

	(void)state;
	whole->text.text[0] = (struct inline_text){.runs = &runs[1], .count = 1};
	part->text.text[0] = (struct inline_text){.runs = runs, .count = 2};
	l = make(w);
	assert_non_null(l);
	assert_string_equal(l->root->first->lang, "ko-KR");
	assert_int_equal(count_roles(l->root->first, TAG_SPAN), 0);
	assert_null(l->root->first->next->lang);
	assert_int_equal(l->root->first->next->first->role, TAG_SPAN);
	assert_string_equal(l->root->first->next->first->lang, "ko-KR");
	close_world(w);
}

static void columns_are_read_downwards(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	const struct item *first[3];
	const struct layout *l;
	struct buf shown = {0}, given = {0};
	const struct tag *item;
	size_t page;

	(void)state;
	add_list(w, 7);
	((struct block *)w->root->children[0])->list_columns = 3;
	for (size_t i = 0; i < 7; i++)
		((struct block *)w->root->children[0]->children[i]->children[0])->text = random_pair(w, 2);
	l = make(w);
	check_layout(l);
	text_of_tags(l, l->root, &shown);
	text_of_flow(w->root, 0, &given);
	assert_string_equal(shown.data, given.data);
	item = l->root->first->first;
	for (size_t i = 0; i < 7; i++, item = item->next)
		if (i % 3 == 0)
			first[i / 3] = first_item(l, item->first, &page);
	assert_int_equal(first[0]->y, first[1]->y);
	assert_int_equal(first[1]->y, first[2]->y);
	assert_true(first[0]->x < first[1]->x && first[1]->x < first[2]->x);
	buf_free(&shown);
	buf_free(&given);
	close_world(w);
}

/* The outline has no gaps; those of the headings are left for the writer to refuse. */
static void heading_levels_are_as_given(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	const struct layout *l;

	(void)state;
	add_heading(w, 2, "First", "");
	add_heading(w, 5, "Second", "");
	add_para(w, 40);
	l = make(w);
	assert_non_null(l);
	assert_int_equal(l->root->first->role, TAG_H2);
	assert_int_equal(l->root->first->next->role, TAG_H5);
	assert_int_equal(l->outline[1].level, 2);
	close_world(w);
}

/* Short items: the last is never alone on a page, nor the first if two others fit. */
static void no_item_stands_alone(void **state)
{
	(void)state;
	for (size_t before = 4; before < 30; before++) {
		struct world *w = open_world(ARRANGE_SINGLE);
		size_t on[8] = {0}, page;
		const struct layout *l;
		const struct tag *list;

		for (size_t i = 0; i < before; i++)
			add_para(w, 3);
		add_list(w, 5);
		for (size_t i = 0; i < 5; i++)
			((struct block *)w->root->children[before]->children[i]->children[0])->text = random_pair(w, 3);
		l = make(w);
		list = l->root->last;
		for (const struct tag *item = list->first; item; item = item->next) {
			first_item(l, item->last->first, &page);
			on[page]++;
		}
		for (size_t i = 0; i < COUNT_OF(on); i++)
			assert_int_not_equal(on[i], 1);
		close_world(w);
	}
}

/* Long texts of one language beside short ones of the other: it gets more of the width, but not all it could use. */
static const struct layout *uneven_columns(struct world *w, enum column_widths columns, size_t paras)
{
	w->masters[0].columns = columns;
	for (size_t i = 0; i < paras; i++)
		add(w, BLOCK_PARA, &w->body)->text = pair_of(w, words(w, en_words, COUNT_OF(en_words), 60),
							     words(w, ko_words, COUNT_OF(ko_words), 5));
	return make(w);
}

static void columns_are_solved(void **state)
{
	static const struct {
		enum column_widths columns;
		size_t paras;
		bool solved;
	} cases[] = {{COLUMNS_EQUAL, 20, false},
		     {COLUMNS_DEFAULT, 20, true},
		     {COLUMNS_SOLVED, 20, true},
		     {COLUMNS_DEFAULT, 1, false},
		     {COLUMNS_SOLVED, 1, true}};
	size_t pages[COUNT_OF(cases)];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct world *w = open_world(ARRANGE_PARALLEL);
		const struct layout *l = uneven_columns(w, cases[i].columns, cases[i].paras);
		int32_t both = WIDTH - 2 * MARGIN - w->masters[0].gap;
		int32_t first = l->pages[0].columns[1] - MARGIN - w->masters[0].gap;

		check_layout(l);
		pages[i] = l->page_count;
		for (size_t p = 0; p < l->page_count; p++)
			assert_int_equal(l->pages[p].columns[1], l->pages[0].columns[1]);
		assert_int_equal(first > both / 2, cases[i].solved);
		assert_true(first <= both * 58 / 100);
		if (cases[i].solved)
			assert_int_equal(first % GRID, 0);
		close_world(w);
	}
	assert_true(pages[1] < pages[0]);
	assert_int_equal(pages[2], pages[1]);
}

static int32_t least_x(const struct page *page)
{
	int32_t least = INT32_MAX;

	for (size_t i = 0; i < page->count; i++)
		if (is_body_text(&page->items[i]) && page->items[i].x < least)
			least = page->items[i].x;
	return least;
}

static void margins_change_sides(void **state)
{
	static const struct decoration bar = {.x = 10000, .y = 0, .w = 4000, .h = 9000};
	struct world *w = open_world(ARRANGE_FACING);
	const struct layout *l;

	(void)state;
	w->masters[0].mirrored = true;
	w->masters[0].left = MARGIN + 30000;
	w->masters[0].right = MARGIN - 30000;
	w->masters[0].decorations = &bar;
	w->masters[0].decoration_count = 1;
	add_para(w, 90);
	l = make(w);
	assert_non_null(l);
	assert_int_equal(l->page_count, 3);
	assert_int_equal(least_x(&l->pages[1]), MARGIN - 30000);
	assert_int_equal(least_x(&l->pages[2]), MARGIN + 30000);
	assert_int_equal(l->pages[1].items[0].x, WIDTH - 14000);
	assert_int_equal(l->pages[2].items[0].x, 10000);
	close_world(w);
}

static void a_fill_pushes_to_the_foot(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	const struct layout *l;
	size_t page;

	(void)state;
	add_para(w, 5);
	add(w, BLOCK_FILL, NULL);
	add_para(w, 2);
	l = make(w);
	assert_int_equal(l->page_count, 1);
	assert_true(first_item(l, l->root->last, &page)->y > HEIGHT - MARGIN - 8 * GRID);
	close_world(w);
}

/* The findings' codes in order of appearance, as JSON has them. */
static void expect_finding(struct world *w, const char *code)
{
	const struct diag_print how = {.form = DIAG_JSON};
	struct buf out = {0};

	assert_null(make(w));
	diag_print(w->diag, &how, &out);
	assert_non_null(strstr(out.data, code));
	buf_free(&out);
	close_world(w);
}

static void limits_are_held(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *section = add(w, BLOCK_SECTION, &w->body);

	(void)state;
	section->master = "body";
	section->max_pages = 1;
	enter(w, section);
	add_para(w, 400);
	expect_finding(w, "LAYOUT_TOO_LONG");

	w = open_world(ARRANGE_PARALLEL);
	w->flow.max_pages = 1;
	add_para(w, 600);
	expect_finding(w, "LAYOUT_TOO_LONG");
}

static void what_cannot_be_laid_is_found(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *b;

	(void)state;
	add_para(w, 3);
	((struct run *)w->root->children[0]->text.text[0].runs)->dest = "nowhere";
	expect_finding(w, "LAYOUT_NO_DESTINATION");

	w = open_world(ARRANGE_SINGLE);
	add_para(w, 3)->label = "twice";
	add_para(w, 3)->label = "twice";
	expect_finding(w, "LAYOUT_SAME_LABEL");

	w = open_world(ARRANGE_SINGLE);
	add(w, BLOCK_SECTION, &w->body)->master = "none";
	expect_finding(w, "LAYOUT_NO_MASTER");

	w = open_world(ARRANGE_SINGLE);
	b = add_para(w, 3);
	((struct run *)b->text.text[0].runs)->kind = RUN_PAGE;
	expect_finding(w, "LAYOUT_RUN_PLACE");

	w = open_world(ARRANGE_PARALLEL);
	w->masters[0].gap = WIDTH;
	add_para(w, 3);
	expect_finding(w, "LAYOUT_NO_ROOM");

	w = open_world(ARRANGE_SINGLE);
	add_table(w, 3, 12);
	expect_finding(w, "LAYOUT_TABLE_WIDE");

	w = open_world(ARRANGE_SINGLE);
	b = add(w, BLOCK_TILES, &w->body);
	b->per_row = 1;
	enter(w, b);
	add(w, BLOCK_TILE, &w->panel)->text = random_pair(w, 300);
	expect_finding(w, "LAYOUT_TOO_TALL");
}

/* ---- notes ---- */

/* Marks a note at the end of a paragraph, in each language in which it says something. */
static struct block *add_note(struct world *w, struct block *para, const char *en, const char *ko)
{
	struct block *note = arena_alloc(w->arena, sizeof *note);
	const char *const texts[] = {en, ko};

	note->kind = BLOCK_NOTE;
	note->style = &w->tight;
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		struct run *runs;
		size_t count = para->text.text[l].count;

		if (!texts[l])
			continue;
		note->text.text[l] = text_of(w, texts[l]);
		runs = arena_array(w->arena, count + 1, sizeof *runs);
		if (count)
			memcpy(runs, para->text.text[l].runs, count * sizeof *runs);
		runs[count] = (struct run){.kind = RUN_NOTE, .note = note};
		para->text.text[l] = (struct inline_text){.runs = runs, .count = count + 1};
	}
	return note;
}

static void fill_with_notes(struct world *w, size_t paras, size_t every)
{
	for (size_t i = 0; i < paras; i++) {
		struct block *b = add_para(w, 20 + next_random(w, 60));

		if (i % every == 0)
			add_note(w, b, words(w, en_words, COUNT_OF(en_words), 4 + next_random(w, 30)),
				 words(w, ko_words, COUNT_OF(ko_words), 4 + next_random(w, 20)));
	}
}

/* Each note stands on the page of its mark, below it, and each leads to the other. */
static void check_notes(const struct layout *l)
{
	size_t notes = count_roles(l->root, TAG_NOTE), links = 0;

	assert_int_equal(count_roles(l->root, TAG_REFERENCE), notes);
	assert_int_equal(l->destination_count, 2 * notes);
	for (size_t i = 0; i < notes; i++) {
		const struct destination *note = &l->destinations[2 * i], *mark = note + 1;

		assert_non_null(strstr(mark->name, note->name));
		assert_int_equal(note->page, mark->page);
		assert_true(note->y > mark->y);
		assert_int_equal(note->tag->role, TAG_NOTE);
	}
	for (size_t p = 0; p < l->page_count; p++)
		links += l->pages[p].link_count;
	assert_int_equal(links, 2 * notes);
}

/* The first Note of the document's language at or below a tag. */
static const struct tag *first_note(const struct tag *tag)
{
	const struct tag *found = tag->role == TAG_NOTE && !tag->lang ? tag : NULL;

	for (const struct tag *t = tag->first; t && !found; t = t->next)
		found = first_note(t);
	return found;
}

static void notes_stand_on_the_page_of_their_mark(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
					       ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (size_t every = 1; every < 4; every++) {
			struct world *w = open_world(all[i]);
			const struct layout *l;

			w->seed = (unsigned)every;
			fill_with_notes(w, 24, every);
			l = make(w);
			check_layout(l);
			check_notes(l);
			assert_int_equal(count_roles(l->root, TAG_NOTE), (23 / every + 1) * w->flow.lang_count);
			assert_int_equal(diag_count(w->diag, DIAG_WARNING), 0);
			close_world(w);
		}
}

static void notes_are_numbered_by_the_first_language(void **state)
{
	struct world *w = open_world(ARRANGE_PARALLEL);
	struct block *first = add_para(w, 4), *second = add_para(w, 4), *third = add_para(w, 4), *both;
	struct buf dump = {0};

	(void)state;
	add_note(w, first, NULL, "한국어에만 있는 주석");
	both = add_note(w, second, "A note in both.", "두 언어의 주석");
	add_note(w, third, "Another note.", NULL);
	/* a second mark of one note */
	((struct run *)third->text.text[0].runs)[1].note = both;
	tags_dump(make(w), &dump);
	assert_non_null(strstr(dump.data, "한국어에만"));
	assert_null(strstr(dump.data, "Another note."));
	assert_true(strstr(dump.data, "\"1 \"") < strstr(dump.data, "A note in both."));
	assert_null(strstr(dump.data, "\"3"));
	buf_free(&dump);
	close_world(w);
}

/* Lines of a note are read on, page by page; nothing is lost and nothing stands alone. */
static void only_a_note_too_long_for_a_page_is_divided(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (size_t length = 200; length <= 1800; length += 400) {
			struct world *w = open_world(all[i]);
			const struct layout *l;
			const char *en = words(w, en_words, COUNT_OF(en_words), length);
			struct buf shown = {0}, given = {0};

			add_para(w, 50);
			add_note(w, add_para(w, 50), en, words(w, ko_words, COUNT_OF(ko_words), 30));
			add_para(w, 50);
			l = make(w);
			check_layout(l);
			text_of_tags(l, first_note(l->root)->last, &shown);
			put_without_breaks(&given, en, strlen(en));
			assert_string_equal(shown.data, given.data);
			buf_free(&shown);
			buf_free(&given);
			close_world(w);
		}
}

static void notes_have_their_place(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *b = add_para(w, 3), *note = add_note(w, b, "A note.", NULL);

	(void)state;
	note->text.text[0].count = 0;
	expect_finding(w, "LAYOUT_NOTE_TEXT");

	w = open_world(ARRANGE_SINGLE);
	b = add_para(w, 3);
	note = add_note(w, b, "A note.", NULL);
	add_note(w, note, "A note on a note.", NULL);
	expect_finding(w, "LAYOUT_NOTE_PLACE");

	w = open_world(ARRANGE_PARALLEL);
	enter(w, add_table(w, 2, 2));
	add_note(w, (struct block *)w->root->children[0]->children[1]->children[0]->children[0], "A note.", "주석");
	assert_int_equal(count_roles(make(w)->root, TAG_NOTE), 2);
	close_world(w);
}

static void running_lines_show_numbers_and_are_cut(void **state)
{
	struct world *w = open_world(ARRANGE_PARALLEL);
	static const struct run page = {.kind = RUN_PAGE}, pages = {.kind = RUN_PAGES}, section = {.kind = RUN_SECTION};
	struct running lines[2] = {{.style = &w->tight, .baseline = 20 * GRID / 2},
				   {.style = &w->tight, .baseline = 400000}};
	const struct layout *l;
	struct buf dump = {0};

	(void)state;
	lines[0].start = (struct pair){{{.runs = &section, .count = 1}, {.runs = &section, .count = 1}}};
	lines[0].end = (struct pair){{{.runs = &page, .count = 1}, {.runs = &page, .count = 1}}};
	lines[1].start = pair_of(w, words(w, en_words, COUNT_OF(en_words), 30), "짧은 글");
	lines[1].end = (struct pair){{{.runs = &pages, .count = 1}, {.runs = &pages, .count = 1}}};
	w->masters[0].running = lines;
	w->masters[0].running_count = 2;
	fill_world(w);
	l = make(w);
	check_layout(l);
	assert_int_equal(diag_count(w->diag, DIAG_WARNING), 1); /* LAYOUT_RUNNING_CUT, once for all pages */
	layout_dump(l, &dump);
	assert_non_null(strstr(dump.data, "\"Part 1\" Pretendard-Regular 9 w"));
	assert_non_null(strstr(dump.data, "\"제1부\" Pretendard-Regular 9 w"));
	assert_non_null(strstr(dump.data, "…\""));
	buf_free(&dump);
	close_world(w);
}

static void the_same_flow_gives_the_same_pages(void **state)
{
	struct buf dumps[2] = {{0}};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct world *w = open_world(ARRANGE_PARALLEL);

		fill_world(w);
		layout_dump(make(w), &dumps[i]);
		close_world(w);
	}
	assert_true(dumps[0].len > 10000);
	assert_string_equal(dumps[0].data, dumps[1].data);
	buf_free(&dumps[0]);
	buf_free(&dumps[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_arrangement_keeps_the_rules),
		cmocka_unit_test(every_text_is_there_once),
		cmocka_unit_test(parallel_pairs_share_a_baseline),
		cmocka_unit_test(facing_pairs_share_a_height),
		cmocka_unit_test(a_table_is_one_with_one_head),
		cmocka_unit_test(an_empty_cell_has_its_tag),
		cmocka_unit_test(contents_name_the_pages),
		cmocka_unit_test(a_broken_link_is_one_element),
		cmocka_unit_test(another_language_is_named),
		cmocka_unit_test(columns_are_read_downwards),
		cmocka_unit_test(heading_levels_are_as_given),
		cmocka_unit_test(no_item_stands_alone),
		cmocka_unit_test(columns_are_solved),
		cmocka_unit_test(margins_change_sides),
		cmocka_unit_test(a_fill_pushes_to_the_foot),
		cmocka_unit_test(limits_are_held),
		cmocka_unit_test(what_cannot_be_laid_is_found),
		cmocka_unit_test(notes_stand_on_the_page_of_their_mark),
		cmocka_unit_test(notes_are_numbered_by_the_first_language),
		cmocka_unit_test(only_a_note_too_long_for_a_page_is_divided),
		cmocka_unit_test(notes_have_their_place),
		cmocka_unit_test(running_lines_show_numbers_and_are_cut),
		cmocka_unit_test(the_same_flow_gives_the_same_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
