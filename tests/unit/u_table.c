/* Tables: rows longer than a page, spans, numbers, notes. */
#include "world.h"

static const enum arrangement arrangements[] = {ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_FACING, ARRANGE_SEQUENCE,
						ARRANGE_SINGLE};

/* A cell with one text. */
static struct block *add_cell(struct world *w, struct pair text)
{
	struct block *cell = add(w, BLOCK_CELL, &w->tight);

	enter(w, cell);
	add(w, BLOCK_PARA, &w->tight)->text = text;
	leave(w);
	return cell;
}

static struct block *open_table(struct world *w, size_t columns, size_t head_rows)
{
	struct block *table = add(w, BLOCK_TABLE, &w->tight);

	table->columns = arena_array(w->arena, columns, sizeof *table->columns);
	table->column_count = columns;
	table->head_rows = head_rows;
	enter(w, table);
	return table;
}

static void open_row(struct world *w)
{
	enter(w, add(w, BLOCK_ROW, &w->tight));
}

/* ---- rows longer than a page ---- */

static void a_long_row_stays_on_its_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(arrangements); i++)
		for (size_t length = 150; length < 700; length += 37) {
			struct world *w = open_world(arrangements[i]);
			const struct layout *l;

			w->tight.fill = length % 2 ? 0xF0F4F8 : -1;
			add_para(w, 20 + length % 50);
			open_table(w, 3, 0);
			for (int row = 0; row < 3; row++) {
				open_row(w);
				add_cell(w, random_pair(w, 3));
				add_cell(w, random_pair(w, row == 1 ? length : 4));
				add_cell(w, random_pair(w, row == 1 ? length / 2 : 2));
				leave(w);
			}
			leave(w);
			l = make(w);
			check_layout(l);
			assert_true(l->page_count > 1);
			close_world(w);
		}
}

/* ---- cells that cover rows ---- */

/* Groups of rows, each with a cell at the left that covers them; some groups are longer than a page. */
static void fill_groups(struct world *w, size_t groups)
{
	open_table(w, 3, 0);
	for (size_t group = 0; group < groups; group++) {
		int rows = 1 + (int)next_random(w, group % 4 == 3 ? 30 : 4);

		for (int row = 0; row < rows; row++) {
			open_row(w);
			if (!row) {
				struct block *cell = add_cell(w, random_pair(w, 2 + next_random(w, 30)));

				cell->row_span = rows;
				cell->header = CELL_ROW_HEADER;
			}
			add_cell(w, random_pair(w, 4 + next_random(w, 12)));
			add_cell(w, random_pair(w, 1 + next_random(w, 8)));
			leave(w);
		}
	}
	leave(w);
}

static void covered_rows_stay_in_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(arrangements); i++)
		for (unsigned seed = 1; seed < 8; seed++) {
			struct world *w = open_world(arrangements[i]);
			struct buf wanted = {0}, got = {0};
			const struct layout *l;

			w->seed = seed;
			w->tight.rule_above = 500;
			w->tight.fill = seed % 2 ? 0xF0F4F8 : -1;
			fill_groups(w, 9);
			l = make(w);
			check_layout(l);
			text_of_flow(w->root, 0, &wanted);
			if (arrangements[i] == ARRANGE_SINGLE) {
				text_of_tags(l, l->root, &got);
				assert_int_equal(got.len, wanted.len);
				assert_memory_equal(got.data, wanted.data, got.len);
			}
			buf_free(&wanted);
			buf_free(&got);
			close_world(w);
		}
}

/* ---- padding ---- */

/* mpt from the first baseline of the table's first row to that of its last one. */
static int32_t height_of_rows(struct world *w, int tighten)
{
	const struct layout *l;
	int32_t first = 0, last = 0;

	w->flow.tighten = tighten;
	l = make(w);
	check_layout(l);
	for (size_t i = 0; i < l->pages[0].count; i++)
		if (is_body_text(&l->pages[0].items[i])) {
			first = first ? first : l->pages[0].items[i].y;
			last = l->pages[0].items[i].y;
		}
	return last - first;
}

/* Two steps above and below each text become one: a limit of pages takes half of the padding and no more. */
static void padding_gives_way(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	int32_t loose, tight;

	(void)state;
	open_table(w, 1, 0);
	for (int i = 0; i < 6; i++) {
		open_row(w);
		add_cell(w, random_pair(w, 1));
		leave(w);
	}
	leave(w);
	loose = height_of_rows(w, 0);
	tight = height_of_rows(w, 1000);
	assert_int_equal(loose - tight, 5 * 2 * GRID);
	close_world(w);
}

/* ---- numbers ---- */

static const struct locale *locale_by(struct world *w, const char *lang)
{
	return locale_find(locale_read(w->arena, w->diag, "templates/languages.yaml"), lang);
}

static void numbers_are_told_from_words(void **state)
{
	static const struct {
		const char *lang, *text;
		enum locale_figure_kind kind;
		size_t point;
	} all[] = {
		{"en", "12", FIGURE_BARE, 2},       {"en", "1,234.5", FIGURE_BARE, 5},
		{"de", "1.234,5", FIGURE_BARE, 5},  {"en", "-3.25%", FIGURE_BARE, 2},
		{"fr", "12 345,6", FIGURE_BARE, 6}, {"en", "1.2.3", FIGURE_NONE, 0},
		{"en", "12 km", FIGURE_COUNTED, 2}, {"en", "3 to 5", FIGURE_NONE, 0},
		{"en", "1998", FIGURE_YEAR, 4},     {"en", "1998.5", FIGURE_BARE, 4},
		{"en", "-", FIGURE_DASH, 1},        {"en", "No 5", FIGURE_NONE, 0},
		{"ko", "360만", FIGURE_COUNTED, 3}, {"en", "-4 °C", FIGURE_BARE, 2},
		{"en", "", FIGURE_NONE, 0},         {"en", "2031-05-04", FIGURE_NONE, 0},
		{"en", "5G", FIGURE_COUNTED, 1},
		{"en", "5C", FIGURE_COUNTED, 1},
	};
	struct world *w = open_world(ARRANGE_SINGLE);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		size_t point;

		assert_int_equal(locale_figure(locale_by(w, all[i].lang), all[i].text, &point), all[i].kind);
		if (all[i].kind != FIGURE_NONE)
			assert_int_equal(point, all[i].point);
	}
	close_world(w);
}

/* Where the mark of each number of a column stands, as the end of what is before it. */
static void decimal_marks_stand_below_each_other(void **state)
{
	static const char *const numbers[] = {"1,234.50", "7", "0.125", "-12.5%"};
	struct world *w = open_world(ARRANGE_SINGLE);
	int32_t right = 0;
	size_t found = 0;
	const struct layout *l;

	(void)state;
	w->flow.langs[0].locale = locale_by(w, "en");
	open_table(w, 2, 0);
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		open_row(w);
		add_cell(w, random_pair(w, 3));
		add_cell(w, pair_of(w, numbers[i], numbers[i]));
		leave(w);
	}
	leave(w);
	l = make(w);
	check_layout(l);
	for (size_t i = 0; i < l->pages[0].count; i++) {
		const struct glyph_run *run = &l->pages[0].items[i].as.run;
		int32_t x = l->pages[0].items[i].x;
		size_t g = 0;

		if (l->pages[0].items[i].kind != ITEM_TEXT || !strpbrk(run->text, "0123456789") ||
		    (run->text[0] >= 'a' && run->text[0] <= 'z'))
			continue;
		for (; g < run->count && run->text[run->glyphs[g].at] != '.'; g++)
			x += run->glyphs[g].advance;
		assert_true(!right || labs(x - right) <= 2);
		right = x;
		found++;
	}
	assert_int_equal(found, COUNT_OF(numbers));
	close_world(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_row_stays_on_its_pages),
		cmocka_unit_test(covered_rows_stay_in_place),
		cmocka_unit_test(padding_gives_way),
		cmocka_unit_test(numbers_are_told_from_words),
		cmocka_unit_test(decimal_marks_stand_below_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
