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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_row_stays_on_its_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
