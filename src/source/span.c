/*
 * From a value's text back to the bytes of its file, so that a finding can point at one word and a correction can
 * replace it. The scalar is read again beside the text: both must agree character by character, with runs of white
 * space as one space, and clusters that are not in NFC compared after composition. YAML's styles matter only in what
 * stands before the text and in what quoting does to single characters.
 */
#include "source_int.h"

#include <string.h>
#include <unicode/unorm2.h>

struct place_lines {
	const struct source_file *file;
	LIST(uint32_t) starts; /* bytes */
};

struct source_places {
	struct arena *arena;
	LIST(struct place_lines *) files;
};

struct source_places *source_places_new(struct arena *arena)
{
	struct source_places *places = arena_alloc(arena, sizeof *places);

	places->arena = arena;
	return places;
}

static const struct place_lines *span_lines(struct source_places *places, const struct source_file *file)
{
	const char *text = file->text;
	struct place_lines *lines;

	for (size_t i = 0; i < places->files.count; i++)
		if (places->files.items[i]->file == file)
			return places->files.items[i];
	lines = arena_alloc(places->arena, sizeof *lines);
	lines->file = file;
	*LIST_ADD(places->arena, &lines->starts) = 0;
	for (size_t i = 0; i < file->len; i++)
		if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < file->len && text[i + 1] == '\n')))
			*LIST_ADD(places->arena, &lines->starts) = (uint32_t)i + 1;
	*LIST_ADD(places->arena, &places->files) = lines;
	return lines;
}

struct pos source_place(struct source_places *places, const struct source_file *file, size_t byte)
{
	const struct place_lines *lines = span_lines(places, file);
	size_t low = 0, high = lines->starts.count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines->starts.items[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	return (struct pos){
		file, (uint32_t)low + 1,
		(uint32_t)utf8_count(file->text + lines->starts.items[low], byte - lines->starts.items[low]) + 1};
}

/* ---- the scalar's own characters ---- */

#define SPAN_END 0xFFFFFFFEu
#define SPAN_NONE 0xFFFFFFFDu /* what an escaped line break leaves */

struct span_reader {
	const char *at, *end;
	char quote; /* ' or " or 0 */
};

static bool span_is_white(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void span_skip_white(struct span_reader *r)
{
	while (r->at < r->end && span_is_white((unsigned char)*r->at))
		r->at++;
}

/* Steps over an anchor and a tag before the value. */
static void span_skip_properties(struct span_reader *r)
{
	while (r->at < r->end && (*r->at == '&' || *r->at == '!')) {
		while (r->at < r->end && !span_is_white((unsigned char)*r->at))
			r->at++;
		span_skip_white(r);
	}
}

static void span_open(struct span_reader *r)
{
	span_skip_properties(r);
	if (r->at == r->end)
		return;
	if (*r->at == '\'' || *r->at == '"')
		r->quote = *r->at++;
	else if (*r->at == '|' || *r->at == '>')
		while (r->at < r->end && *r->at != '\n' && *r->at != '\r')
			r->at++;
}

static uint32_t span_hex(struct span_reader *r, int digits)
{
	uint32_t c = 0;

	for (; digits && r->at < r->end; digits--, r->at++) {
		char d = *r->at;

		c = c * 16 + (uint32_t)(d >= 'a' ? d - 'a' + 10 : d >= 'A' ? d - 'A' + 10 : d - '0');
	}
	return c;
}

/* After a backslash in double quotation marks. */
static uint32_t span_escape(struct span_reader *r)
{
	static const struct {
		char letter;
		uint32_t c;
	} plain[] = {{'t', '\t'}, {'n', '\n'}, {'r', '\r'}, {'_', 0xA0}, {'N', 0x85}, {'L', 0x2028}, {'P', 0x2029}};
	uint32_t c = utf8_next(&r->at, r->end);

	if (c == 'x' || c == 'u' || c == 'U')
		return span_hex(r, c == 'x' ? 2 : c == 'u' ? 4 : 8);
	for (size_t i = 0; i < COUNT_OF(plain); i++)
		if (c == (uint32_t)plain[i].letter)
			return plain[i].c;
	if (c != '\n' && c != '\r')
		return c;
	span_skip_white(r);
	return SPAN_NONE;
}

/* The next character that the scalar means. */
static uint32_t span_next(struct span_reader *r)
{
	uint32_t c;

	if (r->at == r->end)
		return SPAN_END;
	c = utf8_next(&r->at, r->end);
	if (r->quote == '"' && c == '\\' && r->at < r->end)
		return span_escape(r);
	if (!r->quote || c != (uint32_t)r->quote)
		return c;
	if (r->quote == '"' || r->at == r->end || *r->at != '\'')
		return SPAN_END;
	r->at++;
	return c;
}

/* ---- side by side ---- */

struct span_walk {
	struct span_reader reader;
	const struct source_file *file;
	const char *text;
	size_t len, done; /* bytes of the text */
	uint32_t *from, *to;
};

static void span_put(struct span_walk *w, size_t bytes, const char *from)
{
	for (; bytes; bytes--, w->done++) {
		w->from[w->done] = (uint32_t)(from - w->file->text);
		w->to[w->done] = (uint32_t)(w->reader.at - w->file->text);
	}
}

/* White space in the file answers to one space of the text, or to none at its ends and after an escaped break. */
static void span_white(struct span_walk *w)
{
	const char *from = w->reader.at;

	for (;;) {
		struct span_reader before = w->reader;
		uint32_t c = span_next(&w->reader);

		if (c != SPAN_NONE && !span_is_white(c)) {
			w->reader = before;
			break;
		}
	}
	if (w->done && w->done < w->len && w->text[w->done] == ' ' && w->reader.at > from)
		span_put(w, 1, from);
}

static bool span_joins(const UNormalizer2 *nfc, uint32_t c)
{
	return c >= 0x300 && c <= 0x10FFFF && !unorm2_hasBoundaryBefore(nfc, (UChar32)c);
}

/* One character with what may compose with it. */
static bool span_cluster(struct arena *scratch, struct span_walk *w, const UNormalizer2 *nfc)
{
	const char *from = w->reader.at, *composed;
	struct buf raw = {0};
	uint32_t c = span_next(&w->reader);
	size_t bytes;
	bool same;

	if (c == SPAN_END || c == UTF8_BAD)
		return false;
	buf_codepoint(&raw, c);
	for (;;) {
		struct span_reader before = w->reader;

		c = span_next(&w->reader);
		if (!span_joins(nfc, c)) {
			w->reader = before;
			break;
		}
		buf_codepoint(&raw, c);
	}
	composed = nfc_text(scratch, raw.data, raw.len);
	bytes = strlen(composed);
	same = bytes && bytes <= w->len - w->done && !memcmp(composed, w->text + w->done, bytes);
	if (same)
		span_put(w, bytes, from);
	buf_free(&raw);
	return same;
}

/* The usual case, an ASCII character that stands for itself and with which nothing composes. */
static bool span_plain(struct span_walk *w)
{
	const char *at = w->reader.at;
	unsigned char c, next;

	if (at + 1 >= w->reader.end)
		return false;
	c = (unsigned char)at[0];
	next = (unsigned char)at[1];
	if (c >= 0x80 || next >= 0x80 || c == '\\' || c == '\'' || c == '"' || next == '\\' ||
	    c != (unsigned char)w->text[w->done])
		return false;
	w->reader.at++;
	span_put(w, 1, at);
	return true;
}

static bool span_match(struct arena *scratch, struct span_walk *w)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);

	if (U_FAILURE(status))
		BUG("no normaliser: %s", u_errorName(status));
	span_open(&w->reader);
	while (w->done < w->len) {
		size_t done = w->done;

		span_white(w);
		if (w->done == w->len)
			break;
		if (w->done == done && !span_plain(w) && !span_cluster(scratch, w, nfc))
			return false;
	}
	return true;
}

/* Where a place is in its file; false if it is none. */
static bool span_start(struct source_places *places, struct pos pos, const char **at)
{
	const struct place_lines *lines;
	const char *end;

	if (!pos.file || !pos.file->text || !pos.line)
		return false;
	lines = span_lines(places, pos.file);
	if (pos.line > lines->starts.count)
		return false;
	*at = pos.file->text + lines->starts.items[pos.line - 1];
	end = pos.file->text + pos.file->len;
	for (uint32_t column = 1; column < pos.column && *at < end; column++)
		utf8_next(at, end);
	return true;
}

bool source_span(struct source_places *places, struct pos pos, const char *text, struct source_span *span)
{
	struct span_walk walk = {.text = text, .len = strlen(text), .file = pos.file};

	if (!span_start(places, pos, &walk.reader.at))
		return false;
	walk.reader.end = pos.file->text + pos.file->len;
	walk.from = arena_array(places->arena, walk.len + 1, sizeof *walk.from);
	walk.to = arena_array(places->arena, walk.len + 1, sizeof *walk.to);
	if (!span_match(places->arena, &walk))
		return false;
	*span = (struct source_span){pos.file, walk.from, walk.to, walk.len};
	return true;
}
