/*
 * Where lines may end. ICU gives the opportunities of UAX #14; for the languages whose rule says so they are tailored:
 * Hangul, ideographs and letters hold together as words do (K4), with last-resort breaks between syllables where the
 * rules of geumchik allow one (K6); marks inside words break only behind a real part of a word (K8, K9, E1); spaces
 * inside dates, numbers and names hold (E5, hold.c). Where UAX #14 has no break there is none, but for the middle dot.
 */
#include "text_int.h"

#include <string.h>

/* Dash or hyphen that no line should start with when it stands alone between spaces. */
static bool is_dash(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* Marks inside words after which a line may end. */
static bool is_mark(uint32_t c)
{
	return c == '/' || c == 0x00B7 || (is_dash(c) && c != 0x2011);
}

/* Full stops and commas of the East Asian kind need no space after them. */
static bool is_wide_stop(uint32_t c)
{
	return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF01 || c == 0xFF1F || c == 0x2026;
}

/* A line may not start with a dash, but with a negative number. */
static bool dash_stays(const char *text, size_t len, size_t at)
{
	const char *p = text + at, *end = text + len;

	utf8_next(&p, end);
	return p == end || !charclass_digit((unsigned char)*p);
}

static enum break_kind after_space(const char *text, size_t len, size_t at, uint32_t next)
{
	size_t space = at;

	if (charclass_never_first(next) || (is_dash(next) && dash_stays(text, len, at)))
		return BREAK_NONE;
	while (space > 0 && text[space - 1] == ' ')
		space--;
	return space < at && hold_space(text, len, space, at) ? BREAK_NONE : BREAK_SPACE;
}

static enum break_kind tailored(const char *text, size_t len, size_t at)
{
	uint32_t prev = charclass_before(text, at), next = charclass_at(text, len, at);

	if (charclass_space(prev))
		return after_space(text, len, at, next);
	if (charclass_never_first(next) || charclass_never_last(prev))
		return BREAK_NONE;
	if (prev == SOFT_HYPHEN)
		return BREAK_HYPHEN;
	if (prev == 0x200B || is_wide_stop(prev))
		return BREAK_AFTER;
	if (is_mark(prev))
		return hold_mark(text, len, prev, at) ? BREAK_NONE : BREAK_AFTER;
	if (charclass_syllable(prev) && (charclass_syllable(next) || charclass_opening(next)))
		return BREAK_SYLLABLE;
	return BREAK_NONE;
}

static enum break_kind plain(const char *text, size_t at)
{
	uint32_t prev = charclass_before(text, at);

	return charclass_space(prev) ? BREAK_SPACE : prev == SOFT_HYPHEN ? BREAK_HYPHEN : BREAK_AFTER;
}

/* K8: the middle dot is a letter to UAX #14; lists such as R&D·ICT may break after it all the same. */
static void mark_dots(const char *text, size_t len, uint8_t *kinds)
{
	const char *end = text + len, *p = text;

	while ((p = memchr(p, 0xC2, (size_t)(end - p))) && end - p > 2) {
		size_t at = (size_t)(p - text) + 2;

		if ((unsigned char)p[1] == 0xB7 && kinds[at] == BREAK_NONE &&
		    !charclass_space((unsigned char)*(p + 2)) && !charclass_never_first(charclass_at(text, len, at)) &&
		    !hold_mark(text, len, 0x00B7, at))
			kinds[at] = BREAK_AFTER;
		p += 2;
	}
}

/* Whether the space before a word holds it to what stands there: such a word is part of a name or a quantity. */
static bool is_held(const char *text, size_t len, size_t at, const uint8_t *kinds)
{
	uint32_t next;

	if (!at || text[at - 1] != ' ' || kinds[at] != BREAK_NONE)
		return false;
	next = charclass_at(text, len, at);
	return charclass_letter(next) || charclass_digit(next);
}

static void drop_syllables(const char *text, size_t len, size_t at, uint8_t *kinds)
{
	for (; at < len && text[at] != ' '; at++)
		if (kinds[at] == BREAK_SYLLABLE)
			kinds[at] = BREAK_NONE;
}

/* Names and quantities are not broken between syllables either. */
static void keep_held_whole(const char *text, size_t len, uint8_t *kinds)
{
	const char *end = text + len, *space = text;

	while ((space = memchr(space, ' ', (size_t)(end - space)))) {
		size_t at = (size_t)(++space - text), start = at - 1;

		if (!is_held(text, len, at, kinds))
			continue;
		while (start > 0 && text[start - 1] != ' ')
			start--;
		drop_syllables(text, len, start, kinds);
		drop_syllables(text, len, at, kinds);
	}
}

/* One iterator per language, opened when first needed; NULL if ICU has none. Small kana start no line ("strict"). */
static UBreakIterator *iterator_for(struct text *t, const char *lang)
{
	UErrorCode status = U_ZERO_ERROR;
	struct iterator *it;

	for (size_t i = 0; i < t->iterators.count; i++)
		if (!strcmp(t->iterators.items[i].lang, lang))
			return t->iterators.items[i].lines;
	it = LIST_ADD(t->arena, &t->iterators);
	it->lang = arena_strdup(t->arena, lang);
	it->lines =
		ubrk_open(UBRK_LINE, langrule_find(lang)->solid ? arena_printf(t->arena, "%s@lb=strict", lang) : lang,
			  NULL, 0, &status);
	if (U_FAILURE(status))
		it->lines = NULL;
	return it->lines;
}

/* Without ICU's data lines end at spaces. */
static void break_at_spaces(const char *text, size_t from, size_t to, uint8_t *kinds)
{
	for (size_t i = from + 1; i < to; i++)
		if (text[i - 1] == ' ' && text[i] != ' ')
			kinds[i] = BREAK_SPACE;
}

/* Has ICU find the breaks inside text[from..to). */
static void walk(struct text *t, UBreakIterator *lines, const struct langrule *rule, const char *text, size_t len,
		 size_t from, size_t to, uint8_t *kinds)
{
	UErrorCode status = U_ZERO_ERROR;

	memset(kinds + from + 1, BREAK_NONE, to - from);
	t->utext = utext_openUTF8(t->utext, text + from, (int64_t)(to - from), &status);
	if (lines && to < INT32_MAX)
		ubrk_setUText(lines, t->utext, &status);
	if (!lines || to >= INT32_MAX || U_FAILURE(status)) {
		break_at_spaces(text, from, to, kinds);
		return;
	}
	for (int32_t next = ubrk_next(lines); next != UBRK_DONE && (size_t)next < to - from; next = ubrk_next(lines)) {
		size_t at = from + (size_t)next;

		if (ubrk_getRuleStatus(lines) >= UBRK_LINE_HARD)
			kinds[at] = BREAK_MUST;
		else
			kinds[at] = (uint8_t)(rule->tailored ? tailored(text, len, at) : plain(text, at));
	}
}

/* Most tokens are plain prose; what is not is shown to ICU with the token before it and the one behind it. */
static void walk_prose(struct text *t, UBreakIterator *lines, const struct langrule *rule, const char *text, size_t len,
		       uint8_t *kinds)
{
	size_t before = 0, first = 0; /* the last token; the first one for ICU */
	bool other = false;

	for (size_t at = 0, size; at < len; at += size + 1) {
		const char *space;

		size = prose_token(text, len, at, kinds);
		if (size && !other && at)
			kinds[at] = (uint8_t)after_space(text, len, at, charclass_at(text, len, at));
		if (size && other)
			walk(t, lines, rule, text, len, first, at + size, kinds);
		else if (!size && !other)
			first = before;
		other = !size;
		before = at;
		space = size ? NULL : memchr(text + at, ' ', len - at);
		if (!size)
			size = space ? (size_t)(space - text) - at : len - at;
	}
	if (other)
		walk(t, lines, rule, text, len, first, len, kinds);
}

/* Signs of a web address before which a line may end; behind a slash it may too, but not inside "://". */
static bool parts_address(const char *text, size_t at)
{
	return strchr(".?&=#%_~", text[at]) || (text[at - 1] == '/' && text[at] != '/' && text[at] != ':');
}

/* The parts of a web address behind its host may stand on different lines, whatever their length. No mark is added. */
static void open_addresses(const char *text, size_t len, uint8_t *kinds)
{
	const char *end = text + len, *sign = text;

	while ((sign = memchr(sign, ':', (size_t)(end - sign)))) {
		size_t at = (size_t)(sign++ - text) + 3;

		if (at >= len || memcmp(sign - 1, "://", 3) != 0)
			continue;
		while (at < len && (unsigned char)text[at] > ' ' && text[at] != '/')
			at++;
		for (at++; at + 1 < len && (unsigned char)text[at] > ' ' && (unsigned char)text[at] < 0x7F; at++)
			if (parts_address(text, at) && (unsigned char)text[at + 1] > ' ' && kinds[at] == BREAK_NONE)
				kinds[at] = BREAK_AFTER;
	}
}

void break_find(struct text *t, const char *lang, const char *text, size_t len, uint8_t *kinds)
{
	const struct langrule *rule = langrule_find(lang);
	UBreakIterator *lines = iterator_for(t, lang ? lang : "");

	memset(kinds, BREAK_NONE, len + 1);
	if (rule->tailored)
		walk_prose(t, lines, rule, text, len, kinds);
	else if (len)
		walk(t, lines, rule, text, len, 0, len, kinds);
	if (rule->tailored) {
		mark_dots(text, len, kinds);
		keep_held_whole(text, len, kinds);
	}
	open_addresses(text, len, kinds);
	kinds[len] = BREAK_MUST;
	kinds[0] = len ? BREAK_NONE : BREAK_MUST;
}

/* ---- hyphenation ---- */

/*
 * The part of a token between the punctuation round it, if it is one word of small letters (`capitals`: or of one capital
 * and small letters); else its length is 0. A letter or two before an apostrophe are no part of the word: l’accord.
 */
static size_t small_word(const char *text, size_t *from, size_t to, bool capitals)
{
	const char *p = text + *from, *end = text + to, *start = NULL, *stop = NULL;

	while (p < end) {
		const char *at = p;
		uint32_t c = utf8_next(&p, end);

		if ((charclass_lower(c) || (capitals && !start && charclass_upper(c))) && !stop)
			start = start ? start : at;
		else if ((c == '\'' || c == 0x2019) && start && !stop && utf8_count(start, (size_t)(at - start)) <= 2)
			start = NULL;
		else if (charclass_letter(c) || charclass_digit(c) || c == '-' || c == '/' || c == '@' || c == '_')
			return 0;
		else if (start && !stop)
			stop = at;
	}
	if (!start)
		return 0;
	*from = (size_t)(start - text);
	return (size_t)((stop ? stop : end) - start);
}

static void hyphenate_token(struct text *t, const struct text_style *style, const char *text, size_t from, size_t to,
			    uint8_t *kinds)
{
	const uint8_t *points;
	size_t len = small_word(text, &from, to, langrule_find(style->lang)->capitals), count;

	count = len ? hyphen_points(t, style, text + from, len, &points) : 0;
	for (size_t i = 0; i < count; i++)
		if (kinds[from + points[i]] == BREAK_NONE)
			kinds[from + points[i]] = BREAK_HYPHEN;
}

void break_hyphenate(struct text *t, const struct text_style *style, const char *text, size_t from, size_t to,
		     uint8_t *kinds)
{
	static const char blanks[] = " \t\n";

	if (!langrule_find(style->lang)->patterns)
		return;
	for (size_t i = from, next; i < to; i = next + 1) {
		for (next = i; next < to && !memchr(blanks, text[next], 3);)
			next++;
		if (!is_held(text, to, i, kinds) && !(next < to && is_held(text, to, next + 1, kinds)))
			hyphenate_token(t, style, text, i, next, kinds);
	}
}

/* The letters from a place on, whatever their case. */
static size_t letters_at(const char *text, size_t at, size_t to)
{
	const char *p = text + at, *end = text + to;

	for (const char *next = p; p < end; p = next) {
		uint32_t c = utf8_next(&next, end);

		if (!charclass_letter(c) || charclass_syllable(c))
			break;
	}
	return (size_t)(p - text) - at;
}

void break_resort(struct text *t, const struct text_style *style, const char *text, size_t all, size_t from, size_t to,
		  uint8_t *kinds)
{
	if (!langrule_find(style->lang)->patterns || is_held(text, all, from, kinds) ||
	    (to < all && is_held(text, all, to + 1, kinds)))
		return;
	for (size_t i = from, len; i < to; i += len ? len : 1) {
		const uint8_t *points;
		size_t count;

		len = letters_at(text, i, to);
		count = hyphen_points(t, style, text + i, len, &points);
		for (size_t n = 0; n < count; n++)
			if (kinds[i + points[n]] == BREAK_NONE)
				kinds[i + points[n]] = BREAK_RESORT;
	}
}

void text_breaks(struct text *t, const struct text_style *style, const char *text, size_t len, bool hyphenate,
		 uint8_t *kinds)
{
	break_find(t, style->lang, text, len, kinds);
	if (hyphenate)
		break_hyphenate(t, style, text, 0, len, kinds);
}
