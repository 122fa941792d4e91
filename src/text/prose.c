/*
 * prose: breaks in tokens of letters, digits, stops and Hangul, which need no look at the rules of UAX #14: as break.c
 * tailors them, a line may end behind a single space before a letter, behind a hyphen between letters, and as a last
 * resort between syllables. Whatever has other signs is left to ICU, together with a token on each side of it.
 */
#include "text_int.h"

enum kind { OTHER, LETTER, DIGIT, STOP, HYPHEN };

static const uint8_t kinds_of[0x80] = {
	['!'] = STOP,   [','] = STOP,   ['-'] = HYPHEN, ['.'] = STOP,   ['0'] = DIGIT,  ['1'] = DIGIT,  ['2'] = DIGIT,
	['3'] = DIGIT,  ['4'] = DIGIT,  ['5'] = DIGIT,  ['6'] = DIGIT,  ['7'] = DIGIT,  ['8'] = DIGIT,  ['9'] = DIGIT,
	[':'] = STOP,   [';'] = STOP,   ['?'] = STOP,   ['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER,
	['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER,
	['L'] = LETTER, ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER, ['Q'] = LETTER, ['R'] = LETTER,
	['S'] = LETTER, ['T'] = LETTER, ['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER, ['Y'] = LETTER,
	['Z'] = LETTER, ['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER, ['e'] = LETTER, ['f'] = LETTER,
	['g'] = LETTER, ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER, ['m'] = LETTER,
	['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER, ['y'] = LETTER, ['z'] = LETTER,
};

/* U+AC00 to U+D7A3 in UTF-8. */
static bool is_syllable(const unsigned char *p, const unsigned char *end)
{
	return end - p >= 3 && *p >= 0xEA && *p <= 0xED && !(*p == 0xEA && p[1] < 0xB0) &&
	       !(*p == 0xED && (p[1] > 0x9E || (p[1] == 0x9E && p[2] > 0xA3)));
}

size_t prose_token(const char *text, size_t len, size_t from, uint8_t *kinds)
{
	const unsigned char *start = (const unsigned char *)text, *end = start + len, *p = start + from;
	enum kind last = OTHER;
	bool syllable = false; /* the last one */

	if (p < end && *p < 0x80 && kinds_of[*p] != LETTER && kinds_of[*p] != DIGIT)
		return 0;
	while (p < end && *p != ' ') {
		bool now = *p >= 0x80;
		enum kind kind = now ? LETTER : kinds_of[*p];

		if (kind == OTHER || (now && !is_syllable(p, end)) || (kind == HYPHEN && last != LETTER) ||
		    (last == HYPHEN && kind != LETTER))
			return 0;
		if (last == HYPHEN && !hold_mark(text, len, '-', (size_t)(p - start)))
			kinds[p - start] = BREAK_AFTER;
		else if (now && syllable)
			kinds[p - start] = BREAK_SYLLABLE;
		syllable = now;
		last = kind;
		p += now ? 3 : 1;
	}
	return last == HYPHEN ? 0 : (size_t)(p - start) - from;
}
