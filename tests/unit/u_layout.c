/* Layout of flows made by hand, in all arrangements. */
#include "world.h"

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

/* Each language has its columns on its page; items are read in turn all the same. */
static void facing_pages_have_columns(void **state)
{
	struct world *w = open_world(ARRANGE_FACING);
	const struct item *first[FLOW_LANGS][2];
	const struct tag *item;
	const struct layout *l;
	size_t page;

	(void)state;
	add_list(w, 4);
	((struct block *)w->root->children[0])->list_columns = 2;
	for (size_t i = 0; i < 4; i++)
		((struct block *)w->root->children[0]->children[i]->children[0])->text = random_pair(w, 2);
	l = make(w);
	check_layout(l);
	item = l->root->first->first;
	for (size_t i = 0; i < 4 * FLOW_LANGS; i++, item = item->next) {
		const struct item *ink = first_item(l, item->first, &page);

		if (i / FLOW_LANGS % 2 == 0)
			first[i % FLOW_LANGS][i / FLOW_LANGS / 2] = ink;
		assert_int_equal(page, i % FLOW_LANGS + 1);
		assert_int_equal(item->lang != NULL, i % FLOW_LANGS);
	}
	for (size_t k = 0; k < FLOW_LANGS; k++) {
		assert_int_equal(first[k][0]->y, first[k][1]->y);
		assert_true(first[k][0]->x < first[k][1]->x);
	}
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

/* A heading with a single line of text may end a page; it does not wait for the heading after it. */
static void one_line_ends_a_section(void **state)
{
	bool parted = false;

	(void)state;
	for (size_t before = 4; before < 30; before++) {
		struct world *w = open_world(ARRANGE_SINGLE);
		const struct layout *l;
		const struct tag *text;
		size_t page, next_page;

		for (size_t i = 0; i < before; i++)
			add_para(w, 3);
		add_heading(w, 1, "Short", "");
		add_para(w, 3);
		add_heading(w, 1, "Next", "");
		add_para(w, 60);
		l = make(w);
		text = l->root->first;
		for (size_t i = 0; i < before + 1; i++)
			text = text->next;
		first_item(l, text, &page);
		first_item(l, text->next, &next_page);
		parted = parted || next_page > page;
		close_world(w);
	}
	assert_true(parted);
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
	} cases[] = {{COLUMNS_EQUAL, 20, false},  {COLUMNS_DEFAULT, 20, true}, {COLUMNS_SOLVED, 20, true},
		     {COLUMNS_DEFAULT, 1, false}, {COLUMNS_SOLVED, 1, true},   {COLUMNS_DEFAULT, 700, true}};
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
		cmocka_unit_test(facing_pages_have_columns),
		cmocka_unit_test(heading_levels_are_as_given),
		cmocka_unit_test(one_line_ends_a_section),
		cmocka_unit_test(no_item_stands_alone),
		cmocka_unit_test(columns_are_solved),
		cmocka_unit_test(margins_change_sides),
		cmocka_unit_test(a_fill_pushes_to_the_foot),
		cmocka_unit_test(limits_are_held),
		cmocka_unit_test(what_cannot_be_laid_is_found),
		cmocka_unit_test(running_lines_show_numbers_and_are_cut),
		cmocka_unit_test(the_same_flow_gives_the_same_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
