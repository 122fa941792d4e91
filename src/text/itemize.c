/*
 * Divides a word into stretches of one font and one script. The font is chosen per grapheme cluster, so that a letter
 * and its marks never come from two fonts; the first font of the face that has the whole cluster wins.
 *
 * Some characters may be missing in a font without harm (typography E6): they are shown by another one that looks the
 * same, or by nothing, while the text keeps what was typed.
 */
#include "text_int.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* Stand-ins in the order they are tried; `always` even if the font has the character itself. */
static const struct stand_in {
	uint32_t typed, shown;
	bool always;
} stand_ins[] = {
	{'\t', ' ', true},        {'\n', ' ', true},    {'\r', 0, true},         {0x00A0, ' ', false},
	{SOFT_HYPHEN, '-', true}, /* put in by a line break; others never come here */
	{0x200B, 0, true},        {0x2010, '-', false}, {0x2011, 0x2010, false}, {0x2011, '-', false},
	{0x202F, ' ', false},     {0x2060, 0, true},    {0xFEFF, 0, true},
};

/* Characters that the stand-ins never concern: nearly all. */
static bool is_plain(uint32_t c)
{
	return (c > ' ' && c < 0xA0) || (c >= 0xAE && c < 0x200B) || (c >= 0x2070 && c < 0xFEFF) || c == ' ';
}

/* What the font shows for a character and its glyph; false: it cannot show it. */
static bool shown_by(const struct font *font, uint32_t c, uint32_t *shown, uint32_t *glyph)
{
	*glyph = font_glyph(font, c);
	*shown = c;
	for (size_t i = 0; !is_plain(c) && i < COUNT_OF(stand_ins); i++) {
		const struct stand_in *s = &stand_ins[i];
		uint32_t other = s->shown ? font_glyph(font, s->shown) : 0;

		if (s->typed != c || (*glyph && !s->always) || (s->shown && !other))
			continue;
		*shown = s->shown;
		*glyph = other;
		return true;
	}
	return *glyph || u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Whether a character belongs to the same grapheme cluster as the one before it (UAX #29, without emoji flags). */
static bool joins(uint32_t before, uint32_t c)
{
	int32_t kind;

	if (c < 0x0300 || (c >= 0xAC00 && c <= 0xD7A3 && before != 0x200D))
		return false;
	if (before == 0x200D)
		return true;
	kind = u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK);
	return kind == U_GCB_EXTEND || kind == U_GCB_SPACING_MARK || kind == U_GCB_ZWJ || kind == U_GCB_V ||
	       kind == U_GCB_T;
}

static size_t decode(const char *text, size_t len, struct item *items)
{
	const char *at = text, *end = text + len;
	size_t count = 0;

	while (at < end) {
		size_t offset = (size_t)(at - text);
		uint32_t c = utf8_next(&at, end);

		items[count++] = (struct item){.shown = c == UTF8_BAD ? 0xFFFD : c, .at = (uint32_t)offset};
	}
	return count;
}

static bool font_takes(const struct font *font, const struct item *items, size_t count)
{
	uint32_t shown, glyph;

	for (size_t i = 0; i < count; i++)
		if (!shown_by(font, items[i].shown, &shown, &glyph))
			return false;
	return true;
}

/* A finding for a character, once for each face that has no glyph for it; without a face: it runs from right to left. */
static void report_character(struct text *t, const struct face *face, uint32_t c, struct pos pos)
{
	struct buf shown = {0};
	char key[32], code[16];
	int len = snprintf(key, sizeof key, "%zu %X", face ? face->index : SIZE_MAX, (unsigned int)c);

	if (map_find(t->missing, key, (size_t)len))
		return;
	map_put(t->missing, key, (size_t)len, t);
	snprintf(code, sizeof code, "U+%04X", (unsigned int)c);
	buf_codepoint(&shown, c);
	if (face)
		DIAG(t->diag, TEXT_NO_GLYPH, pos, code, shown.data, face->fonts[0]->info.ps_name);
	else
		DIAG(t->diag, TEXT_DIRECTION, pos, code, shown.data);
	buf_free(&shown);
}

/* Scripts of the other direction begin with Hebrew; digits and stops of theirs run with them. */
static bool is_right_to_left(uint32_t c)
{
	UCharDirection direction;

	if (c < 0x0590)
		return false;
	direction = u_charDirection((UChar32)c);
	return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

static bool is_avoided(const struct face *face, const struct item *items, size_t count)
{
	const char *at = face->avoid, *end = at + strlen(at);

	while (at < end) {
		uint32_t avoided = utf8_next(&at, end);

		for (size_t i = 0; i < count; i++)
			if (items[i].shown == avoided)
				return true;
	}
	return false;
}

/* Chooses the font of a cluster; what shows nothing stays with `before`, the font of the cluster before it. */
static void set_font(struct text *t, const struct face *face, struct item *items, size_t count, uint8_t before,
		     struct pos pos)
{
	uint32_t first, glyph;
	size_t f = face->count > 1 && *face->avoid && is_avoided(face, items, count) ? 1 : 0;

	if (count == 1 && !is_plain(items->shown) && shown_by(face->fonts[before], items->shown, &first, &glyph) &&
	    !first) {
		*items = (struct item){.at = items->at, .font = before, .script = items->script};
		return;
	}
	while (f < face->count && (f + 1 < face->count || count > 1) && !font_takes(face->fonts[f], items, count))
		f++;
	if (f == face->count)
		f = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t c = items[i].shown;
		bool shown = shown_by(face->fonts[f], c, &items[i].shown, &items[i].glyph);

		items[i].font = (uint8_t)f;
		if (is_right_to_left(c))
			report_character(t, NULL, c, pos);
		else if (!shown)
			report_character(t, face, c, pos);
		items[i].narrow = c == 0x202F && items[i].shown == ' ';
	}
}

/* Signs without a script of their own take that of the letters before them, or after them at the start. */
static void set_scripts(struct item *items, size_t count)
{
	UScriptCode last = USCRIPT_COMMON;

	for (size_t i = 0; i < count; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UScriptCode own = uscript_getScript((UChar32)items[i].shown, &status);

		if (U_SUCCESS(status) && own > USCRIPT_INHERITED && own != USCRIPT_UNKNOWN) {
			for (size_t j = i; last == USCRIPT_COMMON && j-- > 0;)
				items[j].script = (uint16_t)own;
			last = own;
		}
		items[i].script = (uint16_t)last;
	}
}

size_t itemize(struct text *t, const struct face *face, const char *text, size_t len, struct pos pos,
	       struct item *items)
{
	size_t count = decode(text, len, items);

	set_scripts(items, count);
	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1; next < count && joins(items[next - 1].shown, items[next].shown);)
			next++;
		set_font(t, face, items + i, next - i, i ? items[i - 1].font : 0, pos);
	}
	return count;
}
