/*
 * Classes of characters that the break rules ask for. Where Unicode has the property ICU answers; the geumchik tables
 * (typography K6) are those of the Korean layout requirements.
 */
#include "text_int.h"

#include <stdlib.h>
#include <unicode/uchar.h>

struct range {
	uint32_t first, last;
};

static const struct range hangul[] = {
	{0x1100, 0x11FF},
	{0x3130, 0x318F},
	{0xA960, 0xA97F},
	{0xAC00, 0xD7FF},
};

static const struct range ideographs[] = {
	{0x2E80, 0x2FDF}, {0x3040, 0x30FF}, {0x31F0, 0x31FF},   {0x3400, 0x4DBF},
	{0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFD},
};

/* Closing brackets and quotation marks, stops, dots, marks of repetition and length. Sorted. */
static const uint32_t never_first[] = {
	'!',    ')',    ',',    '.',    ':',    ';',    '?',    ']',    '}',    0x00B7, 0x00BB, 0x2010, 0x2011, 0x2019,
	0x201D, 0x2022, 0x2026, 0x203A, 0x3001, 0x3002, 0x3003, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015,
	0x3017, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D,
};

static const uint32_t opening[] = {
	'(',    '[',    '{',    0x00AB, 0x2018, 0x201C, 0x2039, 0x3008, 0x300A,
	0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B,
};

static bool in_ranges(const struct range *ranges, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count && c >= ranges[i].first; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

static int compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* Most characters are letters or syllables, which no set of marks has. */
static bool in_set(const uint32_t *set, size_t count, uint32_t c)
{
	if (((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xAC00 && c <= 0xD7A3) || c == ' ')
		return false;
	return bsearch(&c, set, count, sizeof *set, compare) != NULL;
}

bool charclass_hangul(uint32_t c)
{
	return c >= 0x1100 && in_ranges(hangul, COUNT_OF(hangul), c);
}

bool charclass_syllable(uint32_t c)
{
	return charclass_hangul(c) || (c >= 0x2E80 && in_ranges(ideographs, COUNT_OF(ideographs), c));
}

bool charclass_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	return charclass_syllable(c) || u_isUAlphabetic((UChar32)c) || u_charType((UChar32)c) == U_NON_SPACING_MARK;
}

bool charclass_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase((UChar32)c);
}

bool charclass_lower(uint32_t c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase((UChar32)c);
}

bool charclass_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool charclass_space(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) ||
	       c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

bool charclass_never_first(uint32_t c)
{
	return in_set(never_first, COUNT_OF(never_first), c);
}

bool charclass_never_last(uint32_t c)
{
	return charclass_opening(c);
}

bool charclass_opening(uint32_t c)
{
	return in_set(opening, COUNT_OF(opening), c);
}

uint32_t charclass_before(const char *text, size_t at)
{
	const char *p = text + at;

	if (!at)
		return 0;
	do
		p--;
	while (p > text && ((unsigned char)*p & 0xC0) == 0x80);
	return utf8_next(&p, text + at);
}

uint32_t charclass_at(const char *text, size_t len, size_t at)
{
	const char *p = text + at;

	return at < len ? utf8_next(&p, text + len) : 0;
}
