/*
 * Tokens that need no knowledge of a language: addresses, quotation marks, emphasis, brackets, marks of notes, Latin
 * letters.
 */
#include "lint_int.h"

#include <string.h>

/* ---- words of Latin letters ---- */

bool marks_acronym(const char *text, size_t len)
{
	size_t upper = 0, lower = 0, digits = 0;

	for (size_t i = 0; i < len; i++) {
		upper += text[i] >= 'A' && text[i] <= 'Z';
		lower += (text[i] >= 'a' && text[i] <= 'z') || (unsigned char)text[i] >= 0x80;
		digits += text[i] >= '0' && text[i] <= '9';
	}
	return (upper >= 2 && upper >= lower) || (digits && upper && upper >= lower);
}

static bool marks_upper(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];

	return u->kind == UNIT_LATIN && side->text[u->start] >= 'A' && side->text[u->start] <= 'Z';
}

static bool marks_no_suffix(const struct unit *u)
{
	return !u->word || (u->word->class != WORD_MEASURE && u->word->class != WORD_CURRENCY);
}

bool marks_glued(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];

	if (u->kind != UNIT_NUMBER)
		return false;
	if (!u[1].gap && marks_upper(side, unit + 1) && marks_no_suffix(&u[1]))
		return true;
	return unit && !u->gap && u[-1].kind == UNIT_LATIN && marks_upper(side, unit - 1);
}

/* The other side may write the number of COP28 apart: 제28차. */
static void marks_number(struct side *side, const struct unit *u)
{
	struct token *token = scan_token(side, TOKEN_NUMBER, u->start, u->end);

	token->number = u->number;
	token->soft = true;
}

/* Adds the letters and digits that stand together from a unit on; returns the units they take. */
static size_t marks_together(struct side *side, size_t unit, bool words)
{
	const struct unit *u = &side->units.items[unit];
	size_t count = 1;
	uint32_t len;

	while (!u[count].gap && (u[count].kind == UNIT_NUMBER || u[count].kind == UNIT_LATIN))
		count++;
	len = u[count - 1].end - u->start;
	if (count == 1 && u->kind == UNIT_NUMBER)
		return 1;
	if (count == 1 && u[1].kind == UNIT_MARK && !u[1].gap && scan_currency(u[1].mark))
		return 1; /* US$ */
	if (count == 1 && u->word && (u->word->class == WORD_ZONE || u->word->class == WORD_CURRENCY))
		return 1;
	if (count > 1 ? marks_glued(side, unit + (u->kind == UNIT_LATIN))
		      : (words && len > 1) || marks_acronym(side->text + u->start, len))
		scan_token(side, TOKEN_LATIN, u->start, u->start + len);
	for (size_t i = 0; count > 1 && i < count; i++)
		if (marks_glued(side, unit + i))
			marks_number(side, &u[i]);
	return count;
}

void marks_latin(struct side *side, bool words)
{
	for (size_t i = 0; i < side->units.count;) {
		enum unit_kind kind = side->units.items[i].kind;

		i += kind == UNIT_LATIN || kind == UNIT_NUMBER ? marks_together(side, i, words) : 1;
	}
}

/* ---- pairs of marks ---- */

struct marks_pair {
	uint32_t open, close;
	enum token_kind kind;
};

static const struct marks_pair marks_pairs[] = {
	{0x201C, 0x201D, TOKEN_QUOTE},   {0x2018, 0x2019, TOKEN_QUOTE}, {0x300C, 0x300D, TOKEN_QUOTE},
	{0x300E, 0x300F, TOKEN_QUOTE},   {0x3008, 0x3009, TOKEN_QUOTE}, {0x300A, 0x300B, TOKEN_QUOTE},
	{'"', '"', TOKEN_QUOTE},         {'(', ')', TOKEN_BRACKET},     {'[', ']', TOKEN_BRACKET},
	{0xFF08, 0xFF09, TOKEN_BRACKET},
};

enum {
	MARKS_DEPTH = 8, /* brackets inside each other that are told apart */
	MARKS_FAR = 128  /* units that a single mark of emphasis may span */
};

/* What is open, by kind of pair. */
struct marks_open {
	uint32_t starts[COUNT_OF(marks_pairs)][MARKS_DEPTH];
	size_t depth[COUNT_OF(marks_pairs)];
};

/* A closing ’ before a letter is an apostrophe. */
static bool marks_apostrophe(const struct unit *u)
{
	return u->mark == 0x2019 && u[1].kind == UNIT_LATIN && !u[1].gap;
}

static bool marks_close(struct side *side, struct marks_open *open, size_t pair, const struct unit *u)
{
	size_t depth = open->depth[pair];

	if (!depth || marks_pairs[pair].close != u->mark || marks_apostrophe(u))
		return false;
	open->depth[pair]--;
	if (depth <= MARKS_DEPTH)
		scan_token(side, marks_pairs[pair].kind, open->starts[pair][depth - 1], u->end);
	return true;
}

/* A quotation inside one with the same marks is none; brackets nest. */
static void marks_begin(struct marks_open *open, size_t pair, const struct unit *u)
{
	size_t depth = open->depth[pair];

	if (marks_pairs[pair].open != u->mark || (depth && marks_pairs[pair].kind == TOKEN_QUOTE))
		return;
	if (depth < MARKS_DEPTH)
		open->starts[pair][depth] = u->start;
	open->depth[pair]++;
}

static void marks_bound(struct side *side, struct marks_open *open, const struct unit *u)
{
	for (size_t i = 0; i < COUNT_OF(marks_pairs); i++)
		if (!marks_close(side, open, i, u))
			marks_begin(open, i, u);
}

/* Whether a mark of emphasis at a unit opens (or closes, if not `opens`): as in CommonMark, something stands behind it. */
static bool marks_flank(const struct side *side, size_t unit, bool opens)
{
	const struct unit *u = &side->units.items[unit];

	return opens ? u[1].kind != UNIT_STOP && !u[1].gap : unit && !u->gap;
}

/* An underscore inside a word is one of its letters. */
static bool marks_inner(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];

	return u->mark == '_' && unit && !u->gap && u[-1].kind != UNIT_MARK && !u[1].gap && u[1].kind != UNIT_MARK &&
	       u[1].kind != UNIT_STOP;
}

/* A single mark, none of two. */
static bool marks_single(const struct side *side, size_t unit, uint32_t mark)
{
	const struct unit *u = &side->units.items[unit];

	return scan_mark(side, unit, mark) && !marks_inner(side, unit) &&
	       !(scan_mark(side, unit + 1, mark) && !u[1].gap) && !(unit && scan_mark(side, unit - 1, mark) && !u->gap);
}

/* The mark that closes what one opens; 0: it opens nothing. */
static size_t marks_closing(const struct side *side, size_t unit)
{
	uint32_t mark = side->units.items[unit].mark;

	if (!marks_flank(side, unit, true))
		return 0;
	for (size_t i = unit + 2, steps = 0; i < side->units.count && steps < MARKS_FAR; i++, steps++)
		if (marks_single(side, i, mark) && marks_flank(side, i, false))
			return i;
	return 0;
}

/* Pairs of asterisks; single ones and underscores that open and close. An asterisk alone is the mark of a note. */
static size_t marks_strong(struct side *side, size_t unit, size_t *close)
{
	const struct unit *u = &side->units.items[unit];

	if (scan_mark(side, unit, '*') && scan_mark(side, unit + 1, '*') && !u[1].gap) {
		scan_token(side, TOKEN_STRONG, u->start, u[1].end);
		return 2;
	}
	if (unit == *close && unit) {
		scan_token(side, TOKEN_STRONG, u->start, u->end);
		return 1;
	}
	if (!marks_single(side, unit, '*') && !marks_single(side, unit, '_'))
		return 0;
	*close = marks_closing(side, unit);
	if (*close)
		scan_token(side, TOKEN_STRONG, u->start, u->end);
	else if (u->mark == '*')
		scan_token(side, TOKEN_NOTE, u->start, u->end)->value = '*';
	return 1;
}

static size_t marks_note(struct side *side, size_t unit)
{
	static const uint32_t notes[] = {0x2020, 0x2021, 0xA7,   0xB6,   0x203B, 0xB9,   0xB2,  0xB3,
					 0x2070, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
	const struct unit *u = &side->units.items[unit];

	for (size_t i = 0; i < COUNT_OF(notes); i++)
		if (u->mark == notes[i]) {
			scan_token(side, TOKEN_NOTE, u->start, u->end)->value = u->mark;
			return 1;
		}
	return 0;
}

static void marks_address(struct side *side, const struct unit *u)
{
	if (u->kind == UNIT_URL)
		scan_token(side, TOKEN_URL, u->start, u->end);
	else if (u->kind == UNIT_EMAIL)
		scan_token(side, TOKEN_EMAIL, u->start, u->end);
	else if (u->kind == UNIT_PHONE)
		scan_token(side, TOKEN_PHONE, u->start, u->end);
}

void marks_tokens(struct side *side)
{
	struct marks_open open = {0};
	size_t close = 0;

	for (size_t i = 0; i < side->units.count;) {
		size_t used = 0;

		marks_address(side, &side->units.items[i]);
		if (side->units.items[i].kind == UNIT_MARK) {
			used = marks_strong(side, i, &close);
			used = used ? used : marks_note(side, i);
			if (!used)
				marks_bound(side, &open, &side->units.items[i]);
		}
		i += used ? used : 1;
	}
}
