/*
 * The source line of a finding with a caret under the place. Whatever a file or a name contains, no control character
 * and no character that turns the writing direction reaches a terminal.
 */
#include "diag.h"
#include "diag_int.h"

#include <string.h>
#include <unicode/uchar.h>

enum {
	SHOWN_MAX = 160,       /* characters; longer lines are shown in part */
	SHOWN_BEFORE = 60,     /* at most so many characters before the caret, then */
	LINE_BYTES = 64 * 1024 /* lines longer than this were not written by hand; they are not shown */
};

static bool is_harmful(uint32_t c)
{
	return c == UTF8_BAD || c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void diag_caret_safe(const char *text, size_t len, struct buf *out)
{
	const char *at = text, *end = text + len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		buf_codepoint(out, is_harmful(c) && c != '\t' ? 0xFFFD : c);
	}
}

/* ---- lines ---- */

static struct diag_lines *lines_of(struct diag_caret *caret, const struct source_file *file)
{
	const char *at = file->text, *end = file->text + file->len;
	struct diag_lines *lines;

	for (size_t i = 0; i < caret->files.count; i++)
		if (caret->files.items[i].file == file)
			return &caret->files.items[i];
	lines = LIST_ADD(caret->arena, &caret->files);
	lines->file = file;
	*LIST_ADD(caret->arena, &lines->starts) = at;
	while (at < end) {
		if (*at == '\n' || (*at == '\r' && !(at + 1 < end && at[1] == '\n')))
			*LIST_ADD(caret->arena, &lines->starts) = at + 1;
		at++;
	}
	return lines;
}

/* The bytes of a line without its end; false if there is nothing to show. */
static bool find_line(struct diag_caret *caret, struct pos pos, const char **start, const char **end)
{
	const char *stop;
	const struct diag_lines *lines;

	if (!pos.file || !pos.file->text || !pos.line)
		return false;
	lines = lines_of(caret, pos.file);
	if (pos.line > lines->starts.count)
		return false;
	stop = pos.file->text + pos.file->len;
	*start = *end = lines->starts.items[pos.line - 1];
	while (*end < stop && **end != '\n' && **end != '\r' && *end - *start <= LINE_BYTES)
		++*end;
	return *end > *start && *end - *start <= LINE_BYTES;
}

/* ---- columns ---- */

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

void diag_caret_put(struct diag_caret *caret, struct pos pos, bool colour, struct buf *out)
{
	const char *start, *end, *from, *to;
	size_t column = pos.column ? pos.column : 1;

	if (!find_line(caret, pos, &start, &end))
		return;
	from = start;
	to = end;
	if (utf8_count(start, (size_t)(end - start)) > SHOWN_MAX) {
		from = skip(start, end, column > SHOWN_BEFORE ? column - SHOWN_BEFORE : 0);
		to = skip(from, end, SHOWN_MAX);
	}
	buf_puts(out, from > start ? "    …" : "    ");
	diag_caret_safe(from, (size_t)(to - from), out);
	buf_puts(out, to < end ? "…\n    " : "\n    ");
	if (from > start)
		buf_putc(out, ' ');
	put_room(from, skip(start, end, column - 1), out);
	buf_puts(out, colour ? "\033[32m^\033[0m\n" : "^\n");
}
