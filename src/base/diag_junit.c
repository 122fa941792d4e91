/*
 * Findings as a JUnit report, for build servers: a suite for each pack that was looked at, a test for each finding.
 * What does not make the check fail is a test that passed and says why it is there.
 */
#include "diag.h"
#include "diag_int.h"

#include <string.h>

static void junit_escape(const char *text, struct buf *out)
{
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '&')
			buf_puts(out, "&amp;");
		else if (c == '<')
			buf_puts(out, "&lt;");
		else if (c == '>')
			buf_puts(out, "&gt;");
		else if (c == '"')
			buf_puts(out, "&quot;");
		else if (c >= 0x20 || c == '\t' || c == '\n')
			buf_putc(out, (char)c);
		else
			buf_puts(out, "\xEF\xBF\xBD");
	}
}

static void junit_attribute(const char *name, const char *value, struct buf *out)
{
	buf_printf(out, " %s=\"", name);
	junit_escape(value, out);
	buf_putc(out, '"');
}

/* Whether a finding is in a file or folder. */
static bool junit_inside(const struct finding *f, const char *subject)
{
	size_t len = strlen(subject);
	const char *path = f->pos.file ? f->pos.file->path : "";

	while (len > 1 && subject[len - 1] == '/')
		len--;
	if (!strcmp(subject, ".") && f->pos.file)
		return true;
	return !strncmp(path, subject, len) && (path[len] == '/' || !path[len]);
}

static bool junit_failed(const struct finding *f)
{
	return diag_entry_at(f->code)->level >= DIAG_ERROR;
}

static void junit_test(const struct finding *f, const char *suite, const struct diag_print *how, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	struct buf phrase = {0}, place = {0};

	diag_phrase(f, how->korean, &phrase);
	buf_printf(&place, "%s %s", entry->name, f->pos.file ? f->pos.file->path : suite);
	if (f->pos.file && f->pos.line)
		buf_printf(&place, ":%u:%u", (unsigned int)f->pos.line, (unsigned int)f->pos.column);
	buf_puts(out, "    <testcase");
	junit_attribute("classname", suite, out);
	junit_attribute("name", place.data, out);
	buf_puts(out, junit_failed(f) ? "><failure" : "><system-out>");
	if (junit_failed(f)) {
		junit_attribute("type", entry->name, out);
		junit_attribute("message", phrase.data, out);
		buf_putc(out, '>');
		junit_escape(entry->help, out);
	} else {
		buf_printf(out, "%s: ", diag_level_word(entry->level));
		junit_escape(phrase.data, out);
	}
	buf_puts(out, junit_failed(f) ? "</failure></testcase>\n" : "</system-out></testcase>\n");
	buf_free(&phrase);
	buf_free(&place);
}

/* mine: the findings of the suite, NULL where a finding is not; they are taken out of the list. */
static void junit_suite(const char *name, const struct finding **mine, size_t count, const struct diag_print *how,
			struct buf *out)
{
	size_t tests = 0, failures = 0;

	for (size_t i = 0; i < count; i++) {
		tests += mine[i] != NULL;
		failures += mine[i] && junit_failed(mine[i]);
	}
	buf_puts(out, "  <testsuite");
	junit_attribute("name", name, out);
	buf_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", tests ? tests : 1, failures);
	if (!tests) {
		buf_puts(out, "    <testcase");
		junit_attribute("classname", name, out);
		buf_puts(out, " name=\"no findings\"/>\n");
	}
	for (size_t i = 0; i < count; i++)
		if (mine[i])
			junit_test(mine[i], name, how, out);
	buf_puts(out, "  </testsuite>\n");
}

void diag_junit(const struct diag *diag, const struct diag_print *how, struct buf *out)
{
	const struct finding **left = diag_sorted(diag), **mine;
	size_t count = map_count(diag->known), others = 0;

	mine = arena_array(diag->arena, count, sizeof *mine);
	buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"bifolio check\">\n");
	for (size_t s = 0; s < how->subject_count; s++) {
		for (size_t i = 0; i < count; i++) {
			mine[i] = left[i] && junit_inside(left[i], how->subjects[s]) ? left[i] : NULL;
			left[i] = mine[i] ? NULL : left[i];
		}
		junit_suite(how->subjects[s], mine, count, how, out);
	}
	for (size_t i = 0; i < count; i++)
		others += left[i] != NULL;
	if (others || !how->subject_count)
		junit_suite("bifolio", left, count, how, out);
	buf_puts(out, "</testsuites>\n");
}
