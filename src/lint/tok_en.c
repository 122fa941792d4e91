/*
 * English: words, negation and what a label counts; en_date.c and en_number.c read the rest. A reader of one kind of
 * token looks at one unit and says how many units it takes; the first that takes any wins.
 */
#include "en_int.h"

#include <string.h>

/* ---- words ---- */

enum word_class en_class(const struct side *side, size_t unit)
{
	const struct word *word = side->units.items[unit].word;

	return word ? word->class : WORD_NONE;
}

int64_t en_value(const struct side *side, size_t unit)
{
	return side->units.items[unit].word->value;
}

bool en_capital(const struct side *side, size_t unit)
{
	char c = side->text[side->units.items[unit].start];

	return c >= 'A' && c <= 'Z';
}

bool en_joined(const struct side *side, size_t unit)
{
	return !side->units.items[unit].gap;
}

bool en_any(const struct side *side, size_t unit, const char *const *words)
{
	for (; *words; words++)
		if (scan_is(side, unit, *words))
			return true;
	return false;
}

/* st, nd, rd, th right behind a number. */
bool en_suffix(const struct side *side, size_t unit)
{
	static const char *const words[] = {"st", "nd", "rd", "th", NULL};

	return en_joined(side, unit) && en_any(side, unit, words);
}

/* ---- negation ---- */

/* No 10 is a number, no later than a limit. */
static bool en_plain_no(const struct side *side, size_t unit)
{
	static const char *const limits[] = {"more",    "less",    "fewer", "later", "longer",
					     "greater", "earlier", "doubt", NULL};

	return scan_is(side, unit, "no") && (side->units.items[unit + 1].kind == UNIT_NUMBER ||
					     en_any(side, unit + 1, limits) || scan_mark(side, unit + 1, '.'));
}

static bool en_ends_nt(const struct side *side, const struct unit *u)
{
	return u->kind == UNIT_LATIN && u->end - u->start > 4 &&
	       (!memcmp(side->text + u->end - 3, "n't", 3) ||
		(u->end - u->start > 6 && !memcmp(side->text + u->end - 5, "n\xE2\x80\x99t", 5)));
}

static bool en_begins(const struct side *side, const struct unit *u, const char *const *words)
{
	for (; *words; words++) {
		size_t len = strlen(*words), i = 0;

		while (i < len && u->start + i < u->end && (side->text[u->start + i] | 0x20) == (*words)[i])
			i++;
		if (i == len)
			return true;
	}
	return false;
}

/* Words that begin like a negation: non-binding, unsafe; but not under, unit or union. */
static bool en_prefix(const struct side *side, const struct unit *u)
{
	static const char *const prefixes[] = {"non", "un", "disagree", "disallow", "disapprov", "disconn", NULL};
	static const char *const others[] = {"under", "until", "uni", "unesco", "unless", "none", NULL};

	return u->kind == UNIT_LATIN && u->end - u->start > 2 && en_begins(side, u, prefixes) &&
	       !en_begins(side, u, others);
}

static size_t en_negation(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	enum word_class class = en_class(side, unit);
	bool only = scan_is(side, unit, "not") && scan_is(side, unit + 1, "only");

	if (en_ends_nt(side, u) || (class == WORD_NOT && !en_plain_no(side, unit)))
		scan_token(side, TOKEN_NOT, u->start, u->end)->soft = only;
	else if (class == WORD_MILD || en_prefix(side, u))
		scan_token(side, TOKEN_NOT, u->start, u->end)->soft = true;
	else
		return 0;
	return 1;
}

/* ---- all ---- */

static void en_tokens(struct side *side, const struct map *words)
{
	static size_t (*const readers[])(struct side *, size_t) = {
		en_date_day, date_numeric, en_date_month, en_weekday, en_clock,    en_zone,
		en_money,    en_fraction,  en_number,     en_along,   en_negation,
	};

	(void)words;
	marks_tokens(side);
	marks_latin(side, false);
	for (size_t i = 0; i < side->units.count;) {
		size_t used = 0;

		for (size_t r = 0; r < COUNT_OF(readers) && !used; r++)
			used = readers[r](side, i);
		i += used ? used : 1;
	}
	date_complete(side);
}

static bool en_letter(const struct side *side, size_t at)
{
	unsigned char c = at < side->len ? (unsigned char)side->text[at] : 0;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == 0xC3 || c == 0xC4 ||
	       c == 0xC5;
}

/* A name ends before the s of a plural too, and before what makes Korean of Korea. */
static bool en_ends(const struct side *side, size_t at, bool sure)
{
	(void)sure;
	if (!en_letter(side, at))
		return at >= side->len || side->text[at] != '$'; /* US$ */
	return (side->text[at] == 's' || side->text[at] == 'n') && !en_letter(side, at + 1);
}

/* ---- things that are counted ---- */

static bool en_is_word(const char *word, size_t len, const char *const *words)
{
	for (; *words; words++)
		if (strlen(*words) == len && !memcmp(*words, word, len))
			return true;
	return false;
}

/*
 * The noun of a label with what stands before it: "priority sectors" of "priority sectors in the Partnership". One word
 * is plain only inside its own record.
 */
static const char *en_counted(struct arena *arena, const char *label, bool inside)
{
	static const char *const ends[] = {"in",   "of",   "for",   "to",   "with", "on",      "at", "by",
					   "from", "that", "which", "into", "and",  "between", NULL};
	size_t taken = 0, words = 0;
	char *phrase;

	for (const char *at = label; *at;) {
		size_t len = strcspn(at, " ");

		if (en_is_word(at, len, ends) || (len > 2 && !memcmp(at + len - 2, "ed", 2) && words))
			break;
		taken = (size_t)(at - label) + len;
		words++;
		at += len + (at[len] == ' ');
	}
	if (words < (inside && !label[taken] ? 1u : 2u) || label[taken - 1] != 's')
		return NULL;
	phrase = arena_strndup(arena, label, taken);
	if (phrase[0] >= 'A' && phrase[0] <= 'Z' && phrase[1] >= 'a')
		phrase[0] = (char)(phrase[0] - 'A' + 'a');
	return phrase;
}

/* 11 priority sectors; but not the first 4 sectors, 3 of the 11, 2 other sectors. */
static bool en_counts(const struct side *side, const struct token *number, const char *phrase)
{
	static const char *const parts[] = {"first", "other", "last",  "remaining", "further", "another",
					    "of",    "next",  "these", "those",     "final",   NULL};
	size_t len = strlen(phrase), unit = scan_unit(side, number->start);
	uint32_t after = number->end;

	if (unit && en_any(side, unit - 1, parts))
		return false;
	if (side->len - after <= len || side->text[after] != ' ')
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = side->text[after + 1 + i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) !=
		    (phrase[i] >= 'A' && phrase[i] <= 'Z' ? (char)(phrase[i] - 'A' + 'a') : phrase[i]))
			return false;
	}
	return !en_letter(side, after + 1 + len);
}

const struct analyser analyser_en = {"en", "English", "영어", false,      &english_words, en_tokens, en_ends,
				     NULL, NULL,      NULL,   en_counted, en_counts,      en_series, "both countries",
				     NULL, NULL};
