/*
 * Unicode's own cases for UAX #14, all of them, in the version that ICU's data has. They are read where Debian's package
 * unicode-data puts them; without it the test is skipped. A text without a language has plain UAX #14, so no tailoring
 * (K3-K9) and nothing of what E5 holds together comes in.
 *
 * ICU 72 is ahead of its Unicode version in three rules: a hyphen at the start stays with the letters after it (LB20a of
 * Unicode 15.1), a decimal fraction without its 0 may start a line (LB15c of 15.1), and a full stop or comma stays with the
 * digit after it even outside of a number (IS × NU of LB25; the cases go by another form of that rule). These, and nothing
 * else, may differ.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASES "/usr/share/unicode/auxiliary/LineBreakTest.txt"

enum { LIMIT = 16 << 20 };

struct line_case {
	struct buf text;
	bool may[512]; /* before each byte */
};

static const char divide[] = "\xC3\xB7";

/* "× 0023 ÷ 0020 ÷  # ..."; false: no case stands in the line. */
static bool read_case(const char *line, struct line_case *c)
{
	c->text.len = 0;
	memset(c->may, 0, sizeof c->may);
	while (*line && *line != '#' && *line != '\n') {
		char *end;
		unsigned long code = strtoul(line, &end, 16);

		if (end > line) {
			buf_codepoint(&c->text, (uint32_t)code);
			line = end;
		} else if (!strncmp(line, divide, 2)) {
			assert_true(c->text.len < sizeof c->may);
			c->may[c->text.len] = true;
			line += 2;
		} else {
			line++;
		}
	}
	return c->text.len > 0;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Whether the two differ at a byte by one of the three rules; a combining diaeresis may follow the sign. */
static bool is_ahead(const struct buf *text, size_t at, bool may)
{
	static const char diaeresis[] = "\xCC\x88";
	size_t sign = at - (at > 2 && !memcmp(text->data + at - 2, diaeresis, 2) ? 2 : 0) - 1;
	char c = text->data[sign], next = text->data[at];

	if (!may)
		return c == ' ' && next == '.' && at + 1 < text->len && is_digit(text->data[at + 1]);
	return (c == '-' && sign == 0) || ((c == '.' || c == ',') && is_digit(next));
}

enum verdict { SAME, AHEAD, WRONG };

static enum verdict judge(struct text *text, const struct line_case *c)
{
	struct text_style plain = {0};
	uint8_t kinds[512];
	enum verdict verdict = SAME;

	text_breaks(text, &plain, c->text.data, c->text.len, false, kinds);
	for (size_t i = 1; i < c->text.len; i++) {
		if ((kinds[i] != BREAK_NONE) == c->may[i])
			continue;
		if (!is_ahead(&c->text, i, c->may[i]))
			return WRONG;
		verdict = AHEAD;
	}
	return verdict;
}

static void breaks_are_those_of_unicode(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct text *text = text_new(arena, diag, "fonts");
	struct line_case c = {0};
	size_t counts[WRONG + 1] = {0}, len;
	char *data;

	(void)state;
	if (file_read(arena, CASES, LIMIT, &data, &len) != FILE_OK) {
		text_free(text);
		arena_free(arena);
		skip();
	}
	for (const char *line = data; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
		enum verdict verdict;

		if (!read_case(line, &c))
			continue;
		verdict = judge(text, &c);
		counts[verdict]++;
		if (verdict == WRONG)
			print_error("%.*s\n", (int)strcspn(line, "\n"), line);
	}
	print_message("%zu cases as Unicode has them, %zu where ICU is ahead\n", counts[SAME], counts[AHEAD]);
	assert_true(counts[SAME] > 7600);
	assert_true(counts[AHEAD] <= 22);
	assert_int_equal(counts[WRONG], 0);
	buf_free(&c.text);
	text_free(text);
	arena_free(arena);
}

/* The reader of cases finds a fault where there is one. */
static void a_wrong_case_is_noticed(void **state)
{
	static const char *const lines[] = {"\xC3\x97 0061 \xC3\x97 0020 \xC3\xB7 0062 \xC3\xB7\t# a b",
					    "\xC3\x97 0061 \xC3\xB7 0020 \xC3\xB7 0062 \xC3\xB7\t# a b"};
	struct arena *arena = arena_new();
	struct text *text = text_new(arena, diag_new(arena), "fonts");
	struct line_case c = {0};

	(void)state;
	assert_false(read_case("# only a comment \xC3\xB7 0061", &c));
	for (size_t i = 0; i < 2; i++) {
		assert_true(read_case(lines[i], &c));
		assert_string_equal(c.text.data, "a b");
		assert_int_equal(judge(text, &c), i ? WRONG : SAME);
	}
	buf_free(&c.text);
	text_free(text);
	arena_free(arena);
}

/* Plain prose is not shown to ICU; where it lies between other signs it may end lines only where all of ICU's text may. */
static void prose_breaks_where_unicode_does(void **state)
{
	static const char *const pieces[] = {"word", "10",  "가나",  "A-B", "11-12", "e.g.", "1,500", "“q”",
					     "(b)",  "/",   "!",     "-",   "…",     "km",   "No.",   "라-a",
					     "보안", "B2B", "이다.", ".5",  "a.b",   "\t"};
	struct arena *arena = arena_new();
	struct text *text = text_new(arena, diag_new(arena), "fonts");
	const struct text_style plain = {.size = 10000}, korean = {.size = 10000, .lang = "ko"};
	uint32_t seed = 1;
	size_t ends = 0;

	(void)state;
	for (size_t round = 0; round < 4000; round++) {
		uint8_t all[512], some[512];
		struct buf line = {0};

		while (line.len < 60) {
			seed = seed * 1664525u + 1013904223u;
			buf_puts(&line, pieces[(seed >> 8) % COUNT_OF(pieces)]);
			if (seed >> 30)
				buf_putc(&line, ' ');
		}
		text_breaks(text, &plain, line.data, line.len, false, all);
		text_breaks(text, &korean, line.data, line.len, false, some);
		for (size_t i = 1; i < line.len; i++) {
			if (some[i] != BREAK_NONE && all[i] == BREAK_NONE)
				fail_msg("'%s' may not end before byte %zu", line.data, i);
			ends += some[i] != BREAK_NONE;
		}
		buf_free(&line);
	}
	assert_true(ends > 30000);
	text_free(text);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_case_is_noticed),
		cmocka_unit_test(breaks_are_those_of_unicode),
		cmocka_unit_test(prose_breaks_where_unicode_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
