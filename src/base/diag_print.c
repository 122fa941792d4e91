/*
 * Findings as text for people and as JSON for programs. Whatever a file or a name contains, no control character and no
 * character that turns the writing direction reaches a terminal.
 */
#include "diag.h"
#include "diag_int.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

enum {
	LINE_MAX_COLUMNS = 160, /* longer source lines are shown in part */
	LINE_BEFORE = 60        /* at most so many characters before the caret, then */
};

struct level_look {
	const char *en, *ko, *json, *colour;
};

static const struct level_look looks[] = {
	[DIAG_STYLE] = {"style", "표현", "style", "\033[36m"},
	[DIAG_WARNING] = {"warning", "경고", "warning", "\033[35m"},
	[DIAG_ERROR] = {"error", "오류", "error", "\033[31m"},
	[DIAG_REFUSAL] = {"refusal", "불가", "refusal", "\033[31m"},
	[DIAG_SYSTEM] = {"system error", "시스템 오류", "system", "\033[31m"},
};
_Static_assert(COUNT_OF(looks) == DIAG_SYSTEM + 1, "one look a level");

#define COLOUR_BOLD "\033[1m"
#define COLOUR_NOTE "\033[34m"
#define COLOUR_CARET "\033[32m"
#define COLOUR_END "\033[0m"

static void put_colour(const struct diag_print *how, struct buf *out, const char *colour)
{
	if (how->colour)
		buf_puts(out, colour);
}

/* One half of an argument that was made by DIAG_BOTH; any other argument whole. */
static void put_arg(const char *arg, bool korean, struct buf *out)
{
	const char *parting = strchr(arg, '\037');

	if (!parting)
		buf_puts(out, arg);
	else if (korean)
		buf_puts(out, parting + 1);
	else
		buf_put(out, arg, (size_t)(parting - arg));
}

/* Fills the places of a phrase. Arguments are shown as they are: a brace in one is no place. */
static void put_phrase(const struct finding *f, bool korean, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	const char *at = korean ? entry->ko : entry->en;

	while (*at) {
		if (at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}') {
			put_arg(f->args[at[1] - '0'], korean, out);
			at += 3;
		} else {
			buf_putc(out, *at++);
		}
	}
}

static bool is_harmful(uint32_t c)
{
	return c == UTF8_BAD || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void put_safe(const char *text, size_t len, struct buf *out)
{
	const char *at = text, *end = text + len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		buf_codepoint(out, is_harmful(c) && c != '\t' ? 0xFFFD : c);
	}
}

static void put_place(struct pos pos, struct buf *out)
{
	if (!pos.file) {
		buf_puts(out, "bifolio: ");
		return;
	}
	put_safe(pos.file->path, strlen(pos.file->path), out);
	if (pos.line)
		buf_printf(out, ":%u:%u", (unsigned int)pos.line, (unsigned int)pos.column);
	buf_puts(out, ": ");
}

/* The bytes of a line without its end; false if the file has no such line. */
static bool find_line(const struct source_file *file, uint32_t line, const char **start, const char **end)
{
	const char *at = file->text, *stop = file->text + file->len;

	if (!at || !line)
		return false;
	while (at < stop && --line) {
		while (at < stop && *at != '\n' && *at != '\r')
			at++;
		if (at < stop)
			at += at + 1 < stop && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
	}
	if (line > 1)
		return false;
	*start = at;
	while (at < stop && *at != '\n' && *at != '\r')
		at++;
	*end = at;
	return true;
}

/* Columns a character takes on a terminal; a tab is kept by the caller. */
static unsigned int columns(uint32_t c)
{
	int type, width;

	if (is_harmful(c))
		return 1;
	type = u_charType((UChar32)c);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
		return 0;
	width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* Moves over up to `count` characters. */
static const char *skip(const char *at, const char *end, size_t count)
{
	while (at < end && count--)
		utf8_next(&at, end);
	return at;
}

/* White space that takes as much room as the text, tabs kept, so that what follows stands under its end. */
static void put_room(const char *at, const char *end, struct buf *out)
{
	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (c == '\t')
			buf_putc(out, '\t');
		else
			for (unsigned int n = columns(c); n; n--)
				buf_putc(out, ' ');
	}
}

static void put_caret(struct pos pos, const struct diag_print *how, struct buf *out)
{
	const char *start, *end, *from, *to;
	size_t column = pos.column ? pos.column : 1;

	if (!pos.file || !find_line(pos.file, pos.line, &start, &end) || start == end)
		return;
	from = start;
	to = end;
	if (utf8_count(start, (size_t)(end - start)) > LINE_MAX_COLUMNS) {
		from = skip(start, end, column > LINE_BEFORE ? column - LINE_BEFORE : 0);
		to = skip(from, end, LINE_MAX_COLUMNS);
	}
	buf_puts(out, from > start ? "    …" : "    ");
	put_safe(from, (size_t)(to - from), out);
	buf_puts(out, to < end ? "…\n    " : "\n    ");
	if (from > start)
		buf_putc(out, ' ');
	put_room(from, skip(start, end, column - 1), out);
	put_colour(how, out, COLOUR_CARET);
	buf_putc(out, '^');
	put_colour(how, out, COLOUR_END);
	buf_putc(out, '\n');
}

static void put_head(struct pos pos, const char *word, const char *colour, const struct diag_print *how,
                     struct buf *out)
{
	put_colour(how, out, COLOUR_BOLD);
	put_place(pos, out);
	put_colour(how, out, colour);
	buf_puts(out, word);
	buf_puts(out, ": ");
	put_colour(how, out, COLOUR_END);
}

static void put_text(const struct finding *f, const struct diag_print *how, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	const struct level_look *look = &looks[entry->level];
	struct buf phrase = {0};

	put_phrase(f, how->korean, &phrase);
	put_head(f->pos, how->korean ? look->ko : look->en, look->colour, how, out);
	put_safe(phrase.data, phrase.len, out);
	buf_printf(out, " [%s]\n", entry->name);
	put_caret(f->pos, how, out);
	for (size_t i = 0; i < f->notes.count; i++) {
		const struct finding_note *note = &f->notes.items[i];
		const char *words = how->korean ? note->ko : note->en;

		put_head(note->pos, how->korean ? "참고" : "note", COLOUR_NOTE, how, out);
		put_safe(words, strlen(words), out);
		buf_putc(out, '\n');
		put_caret(note->pos, how, out);
	}
	buf_free(&phrase);
}

static void put_json_place(struct pos pos, struct buf *out)
{
	buf_puts(out, "\"file\": ");
	if (pos.file)
		buf_json(out, pos.file->path);
	else
		buf_puts(out, "null");
	if (pos.file && pos.line)
		buf_printf(out, ", \"line\": %u, \"column\": %u", (unsigned int)pos.line, (unsigned int)pos.column);
	else
		buf_puts(out, ", \"line\": null, \"column\": null");
}

static void put_json(const struct finding *f, const struct diag_print *how, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	struct buf phrase = {0};

	put_phrase(f, how->korean, &phrase);
	buf_putc(out, '{');
	put_json_place(f->pos, out);
	buf_printf(out, ", \"level\": \"%s\", \"code\": \"%s\", \"message\": ", looks[entry->level].json, entry->name);
	buf_json(out, phrase.data);
	buf_puts(out, ", \"notes\": [");
	for (size_t i = 0; i < f->notes.count; i++) {
		const struct finding_note *note = &f->notes.items[i];

		buf_puts(out, i ? ", {" : "{");
		put_json_place(note->pos, out);
		buf_puts(out, ", \"message\": ");
		buf_json(out, how->korean ? note->ko : note->en);
		buf_putc(out, '}');
	}
	buf_puts(out, "]}");
	buf_free(&phrase);
}

static int compare_number(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

/* Findings without a file come first, then by path, line, column and the order of being found. */
static int by_place(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left, *b = *(const struct finding *const *)right;
	int order = strcmp(a->pos.file ? a->pos.file->path : "", b->pos.file ? b->pos.file->path : "");

	if (!order)
		order = compare_number(a->pos.line, b->pos.line);
	if (!order)
		order = compare_number(a->pos.column, b->pos.column);
	return order ? order : compare_number(a->order, b->order);
}

void diag_print(const struct diag *diag, const struct diag_print *how, struct buf *out)
{
	size_t count = map_count(diag->known);
	const struct finding **sorted = arena_array(diag->arena, count, sizeof *sorted);

	for (size_t i = 0; i < count; i++)
		sorted[i] = map_value_at(diag->known, i);
	if (count)
		qsort(sorted, count, sizeof *sorted, by_place);
	if (how->form == DIAG_JSON)
		buf_puts(out, "{\"findings\": [");
	for (size_t i = 0; i < count; i++) {
		if (how->form == DIAG_TEXT) {
			put_text(sorted[i], how, out);
			continue;
		}
		buf_puts(out, i ? ",\n" : "\n");
		put_json(sorted[i], how, out);
	}
	if (how->form == DIAG_JSON)
		buf_puts(out, count ? "\n]}\n" : "]}\n");
}
