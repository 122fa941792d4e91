/* The list of findings and its printed forms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "diag.h"

#include <string.h>

static const struct source_file file_b = {"b.yaml", "title: x\n\tdate: 가나 y\n", 25};
static const struct source_file file_a = {"a.yaml", "one\r\ntwo\r\n", 10};

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct buf out;
};

static int start(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){.arena = arena_new()};
	fixture.diag = diag_new(fixture.arena);
	*state = &fixture;
	return 0;
}

static int end(void **state)
{
	struct fixture *f = *state;

	buf_free(&f->out);
	arena_free(f->arena);
	return 0;
}

static const char *printed(struct fixture *f, struct diag_print how)
{
	buf_free(&f->out);
	diag_print(f->diag, &how, &f->out);
	return f->out.data ? f->out.data : "";
}

static struct pos at(const struct source_file *file, uint32_t line, uint32_t column)
{
	return (struct pos){file, line, column};
}

static void findings_are_sorted_and_appear_once(void **state)
{
	struct fixture *f = *state;

	DIAG(f->diag, DATE_FORM, at(&file_b, 2, 10), "y");
	DIAG(f->diag, DATE_FORM, at(&file_b, 1, 8), "x");
	DIAG(f->diag, DATE_FORM, at(&file_a, 2, 1), "two");
	DIAG(f->diag, DATE_FORM, at(&file_b, 1, 8), "x");
	diag_note(f->diag, at(&file_a, 1, 1), "goes with the finding that was there", "");
	DIAG(f->diag, FILE_MISSING, at(NULL, 0, 0), "c.yaml");
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), 4);
	assert_int_equal(diag_errors_added(f->diag), 5);
	assert_string_equal(printed(f, (struct diag_print){0}),
			    "bifolio: system error: c.yaml is not there: check the name and the folder [FILE_MISSING]\n"
			    "a.yaml:2:1: error: “two” is no date: write 2023, 2023-11 or 2023-11-22 [DATE_FORM]\n"
			    "    two\n    ^\n"
			    "b.yaml:1:8: error: “x” is no date: write 2023, 2023-11 or 2023-11-22 [DATE_FORM]\n"
			    "    title: x\n           ^\n"
			    "b.yaml:2:10: error: “y” is no date: write 2023, 2023-11 or 2023-11-22 [DATE_FORM]\n"
			    "    \tdate: 가나 y\n    \t          ^\n");
}

static void notes_and_korean(void **state)
{
	struct fixture *f = *state;

	DIAG(f->diag, WRONG_TYPE, at(&file_b, 1, 8), "title", DIAG_BOTH("a list", "목록"), DIAG_BOTH("a text", "글"));
	diag_note(f->diag, at(&file_a, 1, 2), "see here", "여기를 보십시오");
	assert_string_equal(
		printed(f, (struct diag_print){.korean = true}),
		"b.yaml:1:8: 오류: ‘title’ 값의 형식이 다릅니다. 필요한 형식: 목록, 지금 형식: 글 [WRONG_TYPE]\n"
		"    title: x\n           ^\n"
		"a.yaml:1:2: 참고: 여기를 보십시오\n    one\n     ^\n");
	assert_non_null(strstr(printed(f, (struct diag_print){.colour = true}),
			       "\033[31merror: \033[0m“title” must be a list"));
}

static void json_has_all_fields(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(printed(f, (struct diag_print){.form = DIAG_JSON}), "{\"findings\": []}\n");
	DIAG(f->diag, DATE_FORM, at(&file_b, 1, 8), "\"");
	diag_note(f->diag, at(&file_a, 1, 1), "see here", "");
	DIAG(f->diag, FILE_MISSING, at(NULL, 0, 0), "c");
	assert_string_equal(
		printed(f, (struct diag_print){.form = DIAG_JSON}),
		"{\"findings\": [\n"
		"{\"file\": null, \"line\": null, \"column\": null, \"level\": \"system\", \"code\": \"FILE_MISSING\", "
		"\"message\": \"c is not there: check the name and the folder\", \"notes\": []},\n"
		"{\"file\": \"b.yaml\", \"line\": 1, \"column\": 8, \"level\": \"error\", \"code\": \"DATE_FORM\", "
		"\"message\": \"“\\\"” is no date: write 2023, 2023-11 or 2023-11-22\", "
		"\"notes\": [{\"file\": \"a.yaml\", \"line\": 1, \"column\": 1, \"message\": \"see here\"}]}\n"
		"]}\n");
}

static void terminals_are_safe(void **state)
{
	static const struct source_file file = {"\033[2J.yaml", "a\033b\xE2\x80\xAE c", 8};
	struct fixture *f = *state;

	DIAG(f->diag, DATE_FORM, at(&file, 1, 4), "x\033]0;\a");
	assert_null(strchr(printed(f, (struct diag_print){0}), '\033'));
	assert_null(strstr(f->out.data, "\xE2\x80\xAE"));
	assert_null(strchr(f->out.data, '\a'));
}

static void long_lines_are_shown_in_part(void **state)
{
	static char text[1001];
	static struct source_file file = {"long.yaml", text, 1000};
	struct fixture *f = *state;
	const char *caret, *line;

	memset(text, 'x', 1000);
	text[499] = '!';
	DIAG(f->diag, DATE_FORM, at(&file, 1, 500), "x");
	line = strchr(printed(f, (struct diag_print){0}), '\n') + 1;
	caret = strchr(line, '\n') + 1;
	assert_true(caret - line < 200);
	/* The ellipsis takes three bytes and one column. */
	assert_int_equal(strchr(line, '!') - line - 2, strchr(caret, '^') - caret);
}

static void findings_have_an_end(void **state)
{
	struct fixture *f = *state;

	for (unsigned int i = 0; i < DIAG_KEPT + 7; i++)
		DIAG(f->diag, DATE_FORM, at(&file_a, 1, 1), arena_printf(f->arena, "%u", i));
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), DIAG_KEPT + 7);
	assert_non_null(
		strstr(printed(f, (struct diag_print){0}), "bifolio: 7 more are not shown: correct these first\n"));
	assert_non_null(strstr(printed(f, (struct diag_print){.form = DIAG_JSON}), "], \"more\": 7}\n"));
}

/* What another list holds comes with its notes and is told but once; findings without arguments too. */
static void findings_can_be_taken_over(void **state)
{
	struct fixture *f = *state;
	struct diag *other = diag_new(f->arena);
	char *apart;

	for (size_t i = 0; i < 2; i++) {
		DIAG(i ? other : f->diag, DATE_FORM, at(&file_b, 1, 8), "x");
		diag_note(i ? other : f->diag, at(&file_a, 1, 1), "here", "여기");
		DIAG0(i ? other : f->diag, TEXT_LOOSE, at(&file_b, 2, 1));
	}
	apart = arena_strdup(f->arena, printed(f, (struct diag_print){0}));
	diag_take(f->diag, other);
	assert_string_equal(printed(f, (struct diag_print){0}), apart);
	f->diag = diag_new(f->arena);
	diag_take(f->diag, other);
	assert_string_equal(printed(f, (struct diag_print){0}), apart);
	assert_non_null(strstr(apart, "here"));
	for (int i = 0; i <= DIAG_KEPT; i++)
		DIAG(other, DATE_FORM, at(&file_b, 1, (uint32_t)i + 20), "x");
	diag_take(f->diag, other);
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), diag_count(other, DIAG_STYLE));
}

static void level_decides_status(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(diag_worst(f->diag), DIAG_STYLE);
	DIAG0(f->diag, EVENT_ORDER, at(&file_a, 1, 1));
	assert_int_equal(diag_exit_status(f->diag), EXIT_DONE);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 1);
	DIAG(f->diag, DATE_FORM, at(&file_a, 1, 1), "");
	assert_int_equal(diag_exit_status(f->diag), EXIT_PACK);
	assert_true(diag_failed(f->diag));
	DIAG(f->diag, FILE_MISSING, at(NULL, 0, 0), "");
	assert_int_equal(diag_exit_status(f->diag), EXIT_IO);
}

/* The places of a phrase as a set of bits. */
static unsigned int places(const char *phrase)
{
	unsigned int set = 0;

	for (const char *p = strchr(phrase, '{'); p; p = strchr(p + 1, '{'))
		if (p[1] >= '0' && p[1] <= '9' && p[2] == '}')
			set |= 1u << (p[1] - '0');
	return set;
}

static void both_languages_use_the_same_arguments(void **state)
{
	(void)state;
	for (int code = 0; code < DIAG_CODES; code++) {
		const struct diag_entry *entry = diag_entry_at((enum diag_code)code);

		assert_ptr_equal(diag_entry_find(entry->name), entry);
		if (places(entry->en) != places(entry->ko))
			fail_msg("%s: the languages differ in their places", entry->name);
		assert_true(strlen(entry->help) > 20);
	}
	assert_null(diag_entry_find("NO_SUCH_CODE"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(findings_are_sorted_and_appear_once, start, end),
		cmocka_unit_test_setup_teardown(notes_and_korean, start, end),
		cmocka_unit_test_setup_teardown(json_has_all_fields, start, end),
		cmocka_unit_test_setup_teardown(terminals_are_safe, start, end),
		cmocka_unit_test_setup_teardown(long_lines_are_shown_in_part, start, end),
		cmocka_unit_test_setup_teardown(findings_have_an_end, start, end),
		cmocka_unit_test_setup_teardown(findings_can_be_taken_over, start, end),
		cmocka_unit_test_setup_teardown(level_decides_status, start, end),
		cmocka_unit_test(both_languages_use_the_same_arguments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
