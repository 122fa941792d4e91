/*
 * From a file to checked bytes: size, byte order mark, UTF-8, characters that YAML forbids; then the tree. What is
 * wrong in the bytes is found here, in full, before libyaml sees them, because its reader stops at the first such
 * byte.
 */
#include "source.h"
#include "source_int.h"

#include <errno.h>
#include <string.h>

enum { FINDINGS_MAX = 20 }; /* of bytes and characters in one file; a file in another encoding has thousands */

static struct source_file *file_new(struct arena *arena, const char *path, const char *text, size_t len)
{
	struct source_file *file = arena_alloc(arena, sizeof *file);

	*file = (struct source_file){arena_strdup(arena, path), text, len};
	return file;
}

/* Lines end with LF, CR LF or CR. */
static struct source_lines lines_of(struct arena *arena, const struct source_file *file)
{
	const char *at = file->text, *end = file->text + file->len;
	LIST(uint32_t) starts = {0};
	uint32_t index = 0;

	*LIST_ADD(arena, &starts) = 0;
	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		index++;
		if (c == '\n' || (c == '\r' && !(at < end && *at == '\n')))
			*LIST_ADD(arena, &starts) = index;
	}
	return (struct source_lines){file, starts.items, starts.count};
}

struct pos source_pos(const struct source_lines *lines, size_t index)
{
	size_t low = 0, high = lines->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines->starts[middle] <= index)
			low = middle;
		else
			high = middle;
	}
	return (struct pos){lines->file, (uint32_t)low + 1, (uint32_t)(index - lines->starts[low]) + 1};
}

/* The characters that a YAML stream may hold (YAML 1.2, production 1), without the byte order mark. */
static bool is_allowed(uint32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' || c == '\r';
	return c != 0x7F && (c < 0x80 || c > 0x9F || c == 0x85) && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

static bool check_characters(struct arena *arena, struct diag *diag, const struct source_lines *lines)
{
	const char *at = lines->file->text, *end = at + lines->file->len;
	uint32_t line = 0;
	size_t found = 0;

	for (size_t index = 0; at < end && found < FINDINGS_MAX; index++) {
		uint32_t c = utf8_next(&at, end);
		struct pos pos;

		if (c != UTF8_BAD && is_allowed(c))
			continue;
		pos = source_pos(lines, index);
		if (pos.line == line)
			continue;
		line = pos.line;
		found++;
		if (c == UTF8_BAD)
			DIAG0(diag, NOT_UTF8, pos);
		else
			DIAG(diag, BAD_CHARACTER, pos, arena_printf(arena, "U+%04X", (unsigned int)c));
	}
	return found == 0;
}

static const char *mib_text(struct arena *arena)
{
	return arena_printf(arena, "%d", SOURCE_MIB);
}

/* Makes a tree of checked bytes. */
typedef const struct node *reader_fn(struct arena *, struct diag *, const struct source_lines *);

static const struct node *parse(struct arena *arena, struct diag *diag, const char *path, const char *text, size_t len,
				reader_fn *to_tree)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct source_file *file;
	struct source_lines lines;

	if (len > (size_t)SOURCE_MIB << 20) {
		file = file_new(arena, path, NULL, 0);
		DIAG(diag, FILE_TOO_LARGE, ((struct pos){file, 0, 0}), mib_text(arena));
		return NULL;
	}
	if (len >= 3 && !memcmp(text, mark, 3)) {
		text += 3;
		len -= 3;
	}
	file = file_new(arena, path, arena_strndup(arena, text, len), len);
	lines = lines_of(arena, file);
	if (!check_characters(arena, diag, &lines))
		return NULL;
	return to_tree(arena, diag, &lines);
}

static const struct node *read_file(struct arena *arena, struct diag *diag, const char *path, struct pos named,
				    reader_fn *to_tree)
{
	char *text;
	size_t len;

	switch (file_read(arena, path, (size_t)SOURCE_MIB << 20, &text, &len)) {
	case FILE_OK:
		return parse(arena, diag, path, text, len, to_tree);
	case FILE_MISSING:
		DIAG(diag, FILE_MISSING, named, path);
		return NULL;
	case FILE_TOO_LARGE:
		DIAG(diag, FILE_TOO_LARGE, ((struct pos){file_new(arena, path, NULL, 0), 0, 0}), mib_text(arena));
		return NULL;
	case FILE_DENIED:
	case FILE_FAILED:
		break;
	}
	DIAG(diag, FILE_UNREADABLE, named, path, strerror(errno));
	return NULL;
}

const struct node *source_parse(struct arena *arena, struct diag *diag, const char *path, const char *text, size_t len)
{
	return parse(arena, diag, path, text, len, yaml_to_tree);
}

const struct node *source_read(struct arena *arena, struct diag *diag, const char *path)
{
	return read_file(arena, diag, path, (struct pos){0}, yaml_to_tree);
}

const struct node *source_table(struct arena *arena, struct diag *diag, const char *path, struct pos named)
{
	return read_file(arena, diag, path, named, csv_to_tree);
}
