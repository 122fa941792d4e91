/* Memory, buffers, maps, UTF-8, normalisation, suggestions, files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void arena_gives_zeroed_aligned_memory(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	for (size_t size = 0; size < 200; size++) {
		char *p = arena_alloc(arena, size);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xAA, size);
	}
	assert_non_null(arena_alloc(arena, 10 << 20));
	assert_true(arena_used(arena) > 10 << 20);
	assert_string_equal(arena_strdup(arena, "가나"), "가나");
	assert_string_equal(arena_strndup(arena, "abc", 2), "ab");
	assert_string_equal(arena_printf(arena, "%s-%d", "x", 7), "x-7");
	arena_free(arena);
	arena_free(NULL);
}

static void list_keeps_its_items(void **state)
{
	struct arena *arena = arena_new();
	LIST(size_t) list = {0};

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		*LIST_ADD(arena, &list) = i;
	assert_int_equal(list.count, 1000);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(list.items[i], i);
	arena_free(arena);
}

static void map_finds_and_keeps_order(void **state)
{
	struct arena *arena = arena_new();
	struct map *map = map_new(arena);
	int values[500], other;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(values); i++) {
		const char *key = arena_printf(arena, "key %zu", i);

		assert_null(map_put(map, key, strlen(key), &values[i]));
	}
	assert_int_equal(map_count(map), COUNT_OF(values));
	assert_ptr_equal(map_find(map, "key 123", 7), &values[123]);
	assert_null(map_find(map, "key 1234", 8));
	assert_null(map_find(map, "", 0));
	assert_ptr_equal(map_put(map, "key 7", 5, &other), &values[7]);
	assert_ptr_equal(map_find(map, "key 7", 5), &other);
	assert_string_equal(map_key_at(map, 7), "key 7");
	assert_ptr_equal(map_value_at(map, 499), &values[499]);
	arena_free(arena);
}

static void expect(struct buf *buf, const char *wanted)
{
	assert_string_equal(buf->data, wanted);
	assert_int_equal(buf->len, strlen(wanted));
	buf_free(buf);
}

static void buf_writes_decimals(void **state)
{
	static const struct {
		int64_t mpt;
		const char *text;
	} cases[] = {
		{0, "0"},
		{1500, "1.5"},
		{-500, "-0.5"},
		{1, "0.001"},
		{-12340, "-12.34"},
		{100000, "100"},
		{INT64_MIN, "-9223372036854775.808"},
	};
	struct buf buf = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		buf_mpt(&buf, cases[i].mpt);
		expect(&buf, cases[i].text);
	}
}

static void buf_writes_json_and_utf8(void **state)
{
	struct buf buf = {0};

	(void)state;
	buf_json(&buf, "a\"b\\c\n\t\x01\x7F 가\xFF");
	expect(&buf, "\"a\\\"b\\\\c\\n\\t\\u0001\\u007f 가\xEF\xBF\xBD\"");
	buf_codepoint(&buf, 'A');
	buf_codepoint(&buf, 0xE9);
	buf_codepoint(&buf, 0xAC00);
	buf_codepoint(&buf, 0x1F600);
	buf_codepoint(&buf, 0xD800);
	expect(&buf, "A\xC3\xA9\xEA\xB0\x80\xF0\x9F\x98\x80\xEF\xBF\xBD");
}

static void utf8_refuses_malformed_text(void **state)
{
	static const char *const bad[] = {
		"\x80",
		"\xC0\xAF",
		"\xC1\xBF",
		"\xE0\x9F\xBF",
		"\xED\xA0\x80",
		"\xF0\x8F\xBF\xBF",
		"\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80",
		"\xE3\x81",
		"\xC3(",
		"\xFE",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		const char *at = bad[i];

		assert_int_equal(utf8_next(&at, bad[i] + strlen(bad[i])), UTF8_BAD);
		assert_ptr_equal(at, bad[i] + 1);
		assert_int_equal(utf8_invalid(bad[i], strlen(bad[i])), 0);
	}
	assert_int_equal(utf8_invalid("가\xFF", 4), 3);
	assert_int_equal(utf8_invalid("가나", 6), 6);
	assert_int_equal(utf8_count("가a\xF0\x9F\x98\x80", 8), 3);
}

static void nfc_composes(void **state)
{
	static const struct {
		const char *from, *to;
	} cases[] = {
		{"", ""},
		{"plain é 가", "plain é 가"},
		{"e\xCC\x81", "é"},
		{"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"}, /* jamo */
		{"가\xE1\x86\xA8", "각"},                       /* a syllable and a trailing jamo */
		{"\xE2\x84\xAB", "Å"},                          /* the sign for the unit */
		{"\xE1\x84\x92\xE1\x86\x9E\xE1\x86\xAB", "\xE1\x84\x92\xE1\x86\x9E\xE1\x86\xAB"}, /* old Hangul stays */
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_string_equal(nfc_text(arena, cases[i].from, strlen(cases[i].from)), cases[i].to);
	arena_free(arena);
}

static void suggest_finds_the_nearest(void **state)
{
	static const char *const words[] = {"title", "subtitle", "date", "source"};

	(void)state;
	assert_string_equal(suggest_nearest("titel", words, COUNT_OF(words)), "title");
	assert_string_equal(suggest_nearest("TITLE", words, COUNT_OF(words)), "title");
	assert_string_equal(suggest_nearest("subtitel", words, COUNT_OF(words)), "subtitle");
	assert_null(suggest_nearest("colour", words, COUNT_OF(words)));
	assert_null(suggest_nearest("", words, COUNT_OF(words)));
	assert_null(suggest_nearest("x", words, 0));
}

/* ---- files ---- */

static int make_folder(void **state)
{
	char *folder = strdup("/tmp/bifolio-unit-XXXXXX");

	*state = folder;
	return folder && mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
	struct buf command = {0};
	int result;

	buf_printf(&command, "rm -rf '%s'", (const char *)*state);
	result = system(command.data);
	buf_free(&command);
	free(*state);
	return result;
}

static void file_is_written_whole(void **state)
{
	struct arena *arena = arena_new();
	const char *path = file_join(arena, *state, "out.txt"), **paths;
	char *data;
	size_t len;

	assert_true(file_write(path, "one", 3));
	assert_true(file_write(path, "three", 5));
	assert_int_equal(file_read(arena, path, 5, &data, &len), FILE_OK);
	assert_int_equal(len, 5);
	assert_string_equal(data, "three");
	assert_int_equal(file_read(arena, path, 4, &data, &len), FILE_TOO_LARGE);
	assert_int_equal(file_list(arena, *state, "", &paths), 1);
	assert_string_equal(paths[0], path);
	arena_free(arena);
}

static void file_failures_have_reasons(void **state)
{
	struct arena *arena = arena_new();
	const char *missing = file_join(arena, *state, "none/out.txt"), *folder = *state;
	char *data;
	size_t len;

	assert_int_equal(file_read(arena, missing, 10, &data, &len), FILE_MISSING);
	assert_int_equal(file_read(arena, folder, 10, &data, &len), FILE_FAILED);
	assert_int_equal(errno, EISDIR);
	assert_false(file_write(missing, "x", 1));
	assert_int_equal(errno, ENOENT);
	assert_false(file_write(folder, "x", 1));
	assert_int_equal(errno, EISDIR);
	assert_true(file_write("/dev/null", "x", 1));
	arena_free(arena);
}

static void folders_are_made_and_listed(void **state)
{
	struct arena *arena = arena_new();
	const char *deep = file_join(arena, *state, "a/b/c"), **paths;

	assert_true(file_make_dirs(deep));
	assert_true(file_make_dirs(deep));
	assert_true(file_is_dir(deep));
	assert_true(file_write(file_join(arena, deep, "2.yaml"), "", 0));
	assert_true(file_write(file_join(arena, deep, "10.yaml"), "", 0));
	assert_true(file_write(file_join(arena, deep, ".hidden.yaml"), "", 0));
	assert_true(file_write(file_join(arena, deep, "other.yml"), "", 0));
	assert_int_equal(file_list(arena, deep, ".yaml", &paths), 2);
	assert_string_equal(paths[0], file_join(arena, deep, "10.yaml"));
	assert_int_equal(file_list(arena, "/nowhere", "", &paths), 0);
	assert_false(file_make_dirs(file_join(arena, deep, "2.yaml/x")));
	assert_string_equal(file_join(arena, "a/", "b"), "a/b");
	assert_string_equal(file_join(arena, "a", "/b"), "/b");
	assert_string_equal(file_join(arena, ".", "b"), "b");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_gives_zeroed_aligned_memory),
		cmocka_unit_test(list_keeps_its_items),
		cmocka_unit_test(map_finds_and_keeps_order),
		cmocka_unit_test(buf_writes_decimals),
		cmocka_unit_test(buf_writes_json_and_utf8),
		cmocka_unit_test(utf8_refuses_malformed_text),
		cmocka_unit_test(nfc_composes),
		cmocka_unit_test(suggest_finds_the_nearest),
		cmocka_unit_test_setup_teardown(file_is_written_whole, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(file_failures_have_reasons, make_folder, remove_folder),
		cmocka_unit_test_setup_teardown(folders_are_made_and_listed, make_folder, remove_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
