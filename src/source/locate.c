/* locate: the exact place of a few characters inside a YAML value, for a finding's caret. */
#include "source.h"

#include <string.h>

/* The byte at a position, or NULL. */
static const char *byte_at(const struct source_file *file, struct pos pos)
{
	const char *at = file->text, *end = file->text + file->len;

	for (uint32_t line = 1; line < pos.line && at; line++) {
		at = memchr(at, '\n', (size_t)(end - at));
		at = at ? at + 1 : NULL;
	}
	for (uint32_t column = 1; at && column < pos.column && at < end; column++)
		utf8_next(&at, end);
	return at;
}

static const char *search(const char *at, const char *end, const char *text, size_t len)
{
	while (len && at && (size_t)(end - at) >= len) {
		if (!memcmp(at, text, len))
			return at;
		at = memchr(at + 1, text[0], (size_t)(end - at) - 1);
	}
	return NULL;
}

struct pos locate_text(struct pos pos, const char *text, size_t len)
{
	const char *from = pos.file && pos.file->text ? byte_at(pos.file, pos) : NULL;
	const char *found = from ? search(from, pos.file->text + pos.file->len, text, len) : NULL;

	if (!found)
		return pos;
	while (from < found) {
		if (utf8_next(&from, found) == '\n') {
			pos.line++;
			pos.column = 1;
		} else {
			pos.column++;
		}
	}
	return pos;
}
