/* YAML to nodes: positions, core schema scalars, aliases, limits. Broken files: tests/cases/broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int start(void **state)
{
	static struct fixture fixture;

	fixture.arena = arena_new();
	fixture.diag = diag_new(fixture.arena);
	*state = &fixture;
	return 0;
}

static int end(void **state)
{
	arena_free(((struct fixture *)*state)->arena);
	return 0;
}

static const struct node *parse(struct fixture *f, const char *text)
{
	return source_parse(f->arena, f->diag, "t.yaml", text, strlen(text));
}

static void expect_dump(struct fixture *f, const char *text, const char *wanted)
{
	struct buf out = {0};
	const struct node *root = parse(f, text);

	assert_non_null(root);
	node_dump(root, &out);
	assert_string_equal(out.data, wanted);
	buf_free(&out);
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), 0);
}

/* Whether the findings hold a code. */
static bool found(struct fixture *f, const char *code)
{
	struct buf out = {0};
	bool is;

	diag_print(f->diag, &(struct diag_print){0}, &out);
	is = out.data && strstr(out.data, code);
	buf_free(&out);
	return is;
}

static void positions_count_characters(void **state)
{
	expect_dump(*state, "\xEF\xBB\xBF# note\r\n한국: \"é\" \r\nlist:\r\n- [a, 'b']\r\n- |\r\n  two\r\n  lines\r\n",
		    "2:1 map 2\n"
		    "  2:1 text plain \"한국\"\n"
		    "    2:5 text \"é\"\n"
		    "  3:1 text plain \"list\"\n"
		    "    4:1 list 2\n"
		    "      4:3 list 2\n"
		    "        4:4 text plain \"a\"\n"
		    "        4:7 text \"b\"\n"
		    "      5:3 text \"two\\nlines\\n\"\n");
}

/* libyaml takes U+0085 and U+2028 for line ends; editors do not. */
static void odd_line_ends_keep_lines(void **state)
{
	expect_dump(*state, "a: \"x\xC2\x85y\xE2\x80\xA8z\"\nb: c\n",
		    "1:1 map 2\n"
		    "  1:1 text plain \"a\"\n"
		    "    1:4 text \"x y\xE2\x80\xA8z\"\n"
		    "  2:1 text plain \"b\"\n"
		    "    2:4 text plain \"c\"\n");
}

static void empty_documents_are_empty_maps(void **state)
{
	expect_dump(*state, "", "1:1 map 0\n");
	expect_dump(*state, "# only a note\n", "1:1 map 0\n");
	expect_dump(*state, "---\n...\n", "1:1 map 0\n");
}

static void aliases_are_the_same_node(void **state)
{
	const struct node *root = parse(*state, "a: &x {k: v}\nb: *x\n");

	assert_ptr_equal(node_find(root, "a"), node_find(root, "b"));
	assert_null(node_find(root, "c"));
	assert_null(node_find(node_find(node_find(root, "a"), "k"), "k"));
}

static void scalars_follow_the_core_schema(void **state)
{
	static const struct {
		const char *text;
		bool is_int;
		int64_t value;
	} ints[] = {
		{"12", true, 12},
		{"-7", true, -7},
		{"+7", true, 7},
		{"0x1F", true, 31},
		{"0o17", true, 15},
		{"017", true, 17},
		{"9223372036854775807", true, INT64_MAX},
		{"-9223372036854775808", true, INT64_MIN},
		{"9223372036854775808", false, 0},
		{"1_000", false, 0},
		{"22:30", false, 0},
		{"-", false, 0},
		{"0x", false, 0},
		{"1.0", false, 0},
		{"'1'", false, 0},
		{"-0x1", false, 0},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(ints); i++) {
		const struct node *node = node_find(parse(f, arena_printf(f->arena, "v: %s", ints[i].text)), "v");
		int64_t value = 0;

		assert_int_equal(node_int(node, &value), ints[i].is_int);
		assert_true(value == ints[i].value);
	}
}

static void words_follow_the_core_schema(void **state)
{
	const struct node *root = parse(*state, "[true, False, yes, on, 'true', null, ~, , no, 'null', NULL]");
	static const char bools[] = "10-----------", nulls[] = "00000111001";

	assert_null(root); /* an empty entry of a list in brackets is an error */
	root = parse(*state, "[true, False, yes, on, 'true', null, ~, !!null '', no, 'null', NULL]");
	assert_int_equal(root->count, 11);
	for (size_t i = 0; i < root->count; i++) {
		bool value = false, is = node_bool(root->items[i], &value);

		assert_int_equal(is, bools[i] != '-');
		assert_int_equal(value, bools[i] == '1');
		assert_int_equal(node_is_null(root->items[i]), nulls[i] == '1');
	}
}

static void what_cannot_be_read_is_marked(void **state)
{
	struct fixture *f = *state;
	const struct node *root = parse(f, "a: *none\nb: 1\nb: 2\n");

	assert_true(node_find(root, "a")->lost);
	assert_string_equal(node_find(root, "b")->text, "1");
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 2);
}

static void limits_hold(void **state)
{
	struct fixture *f = *state;
	struct buf text = {0};

	buf_puts(&text, "n: &n0 [x]\n");
	for (unsigned int i = 1; i < 80; i++)
		buf_printf(&text, "n%u: &n%u [*n%u]\n", i, i, i - 1);
	assert_null(parse(f, text.data));
	assert_true(found(f, "LIMIT_DEPTH"));
	buf_free(&text);

	for (unsigned int i = 0; i < 200001; i++)
		buf_puts(&text, "- x\n");
	assert_null(parse(f, text.data));
	assert_true(found(f, "LIMIT_NODES"));
	while (text.len <= 8u << 20)
		buf_puts(&text, "# a long note that makes the file larger than a file may be\n");
	assert_null(source_parse(f->arena, f->diag, "large.yaml", text.data, text.len));
	assert_true(found(f, "FILE_TOO_LARGE"));
	buf_free(&text);
}

static void tables_have_rows_of_cells(void **state)
{
	static const char text[] = "name,\"a, b\"\r\n\r\n\"two\nlines\",\"\"\"x\"\"\"\n\xED\x95\x9C,";
	struct fixture *f = *state;
	char path[] = "/tmp/u_source_XXXXXX";
	const struct node *rows;
	struct buf out = {0};
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_true(file_write(path, text, sizeof text - 1));
	rows = source_table(f->arena, f->diag, path, (struct pos){0});
	unlink(path);
	assert_non_null(rows);
	node_dump(rows, &out);
	assert_int_equal(rows->count, 3);
	assert_string_equal(rows->items[0]->items[1]->text, "a, b");
	assert_string_equal(rows->items[1]->items[0]->text, "two\nlines");
	assert_string_equal(rows->items[1]->items[1]->text, "\"x\"");
	assert_int_equal(rows->items[2]->pos.line, 5);
	assert_int_equal(rows->items[2]->items[1]->pos.column, 3);
	assert_int_equal(rows->items[2]->items[1]->len, 0);
	buf_free(&out);
}

static void a_table_that_is_missing_is_found_where_it_is_named(void **state)
{
	struct fixture *f = *state;
	const struct node *root = parse(f, "file: none.csv\n");

	assert_null(source_table(f->arena, f->diag, "/nowhere/none.csv", node_find(root, "file")->pos));
	assert_true(found(f, "t.yaml:1:7: system error: /nowhere/none.csv is not there"));
}

static void reading_says_what_the_system_says(void **state)
{
	struct fixture *f = *state;

	assert_null(source_read(f->arena, f->diag, "/nowhere/pack.yaml"));
	assert_true(found(f, "/nowhere/pack.yaml is not there: check the name and the folder [FILE_MISSING]"));
	assert_null(source_read(f->arena, f->diag, "/"));
	assert_true(found(f, "FILE_UNREADABLE"));
	assert_int_equal(diag_exit_status(f->diag), EXIT_IO);
}

/* ---- places inside scalars ---- */

/* Line and column of a byte of a text, which is the value of the key "a". */
static void check_place(const char *yaml, const char *text, const char *word, uint32_t line, uint32_t column)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const struct node *root = source_parse(arena, diag, "a.yaml", yaml, strlen(yaml)), *node = root ? node_find(root, "a") : NULL;
	struct source_places *places = source_places_new(arena);
	struct source_span span;
	struct pos pos;

	assert_non_null(node);
	assert_true(source_span(places, node->pos, text, &span));
	assert_int_equal(span.len, strlen(text));
	pos = source_place(places, span.file, span.from[strstr(text, word) - text]);
	assert_int_equal(pos.line, line);
	assert_int_equal(pos.column, column);
	arena_free(arena);
}

static void words_are_found_in_every_style(void **state)
{
	(void)state;
	check_place("a: one two three\n", "one two three", "two", 1, 8);
	check_place("a: one\n   two\n   three # note\n", "one two three", "three", 3, 4);
	check_place("a: 'it''s  two'\n", "it's two", "two", 1, 12);
	check_place("a: \"one \\\n   \\x41\\\"two\"\n", "one A\"two", "two", 2, 10);
	check_place("a: >-\n  one\n\n  two\n", "one two", "two", 4, 3);
	check_place("a: |\n  한글 하나\n  둘\n", "한글 하나 둘", "하나", 2, 6);
	check_place("a: &x !!str 'one two'\n", "one two", "two", 1, 18);
	check_place("{a: one two, b: c}\n", "one two", "two", 1, 9);
	check_place("a: \xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB two\n", "한 two", "two", 1, 8); /* composed in the text */
}

static void other_texts_are_not_found(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const char yaml[] = "a: one two\n";
	const struct node *root = source_parse(arena, diag, "a.yaml", yaml, strlen(yaml));
	struct source_places *places = source_places_new(arena);
	struct source_span span;

	(void)state;
	assert_false(source_span(places, node_find(root, "a")->pos, "one three", &span));
	assert_false(source_span(places, node_find(root, "a")->pos, "one two three", &span));
	assert_false(source_span(places, (struct pos){root->pos.file, 9, 1}, "one", &span));
	assert_false(source_span(places, (struct pos){0}, "one", &span));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(positions_count_characters, start, end),
		cmocka_unit_test_setup_teardown(odd_line_ends_keep_lines, start, end),
		cmocka_unit_test_setup_teardown(empty_documents_are_empty_maps, start, end),
		cmocka_unit_test_setup_teardown(aliases_are_the_same_node, start, end),
		cmocka_unit_test_setup_teardown(scalars_follow_the_core_schema, start, end),
		cmocka_unit_test_setup_teardown(words_follow_the_core_schema, start, end),
		cmocka_unit_test_setup_teardown(what_cannot_be_read_is_marked, start, end),
		cmocka_unit_test_setup_teardown(limits_hold, start, end),
		cmocka_unit_test_setup_teardown(tables_have_rows_of_cells, start, end),
		cmocka_unit_test_setup_teardown(a_table_that_is_missing_is_found_where_it_is_named, start, end),
		cmocka_unit_test_setup_teardown(reading_says_what_the_system_says, start, end),
		cmocka_unit_test(words_are_found_in_every_style),
		cmocka_unit_test(other_texts_are_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
