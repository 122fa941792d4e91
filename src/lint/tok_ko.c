/*
 * Korean: negation and quotation marks; ko_date.c, ko_number.c and ko_numeral.c read the rest. A reader of one kind of
 * token looks at one unit and says how many units it takes; the first that takes any wins.
 */
#include "ko_int.h"

#include <string.h>

enum { KO_DOUBLE = 8 }; /* bytes between two negations that affirm together */

/* ---- negation ---- */

static bool ko_holds(const struct ko *ko, const struct unit *u, const char *word)
{
	size_t len = strlen(word);

	for (uint32_t at = u->start; at + len <= u->end; at += KO_SYLLABLE)
		if (!memcmp(ko->side->text + at, word, len))
			return true;
	return false;
}

static bool ko_holds_any(const struct ko *ko, const struct unit *u, const char *const *words)
{
	for (; *words; words++)
		if (ko_holds(ko, u, *words))
			return true;
	return false;
}

/* 안 before a verb, 말고 after -지. */
static bool ko_small_not(const struct ko *ko, size_t unit)
{
	static const char *const verbs[] = {"되", "돼", "된", "될", "됩", "하", "한",
					    "할", "했", "합", "보", "가", NULL};
	static const char *const ends[] = {"말고", "말아", "말라", "말도록", "말 ", "말기", "마십", "마라", "맙", NULL};
	const struct unit *u = ko_unit(ko, unit);

	if (ko_begins(ko, ko_at(ko, unit), "안") && u->end - u->start == KO_SYLLABLE)
		return ko_begins_any(ko, ko_at(ko, unit + 1), verbs);
	if (!unit || u[-1].kind != UNIT_HANGUL || memcmp(ko->side->text + u[-1].end - KO_SYLLABLE, "지", KO_SYLLABLE))
		return false;
	return ko_begins_any(ko, ko_at(ko, unit), ends) ||
	       (ko_begins(ko, ko_at(ko, unit), "말") && u->end - u->start == KO_SYLLABLE);
}

static size_t ko_negation(struct ko *ko, size_t unit)
{
	static const char *const hard[] = {"않",     "없",     "아니",   "아닌",     "아닙", "아닐",
					   "다르다", "다르며", "다르고", "다릅니다", NULL};
	static const char *const cannot[] = {"못하", "못한", "못할", "못했", "못해", "못합", NULL};
	const struct unit *u = ko_unit(ko, unit);
	bool mild, is;

	if (u->kind != UNIT_HANGUL)
		return 0;
	mild = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_MILD)) || ko_holds(ko, u, "아니라") || ko_holds(ko, u, "뿐") ||
	       ko_holds(ko, u, "불가") || ko_holds(ko, u, "방지") || ko_holds(ko, u, "금지") ||
	       ko_holds(ko, u, "제외") || ko_holds(ko, u, "달리");
	is = ko_holds_any(ko, u, hard) || ko_holds_any(ko, u, cannot) || ko_small_not(ko, unit) ||
	     (ko_begins(ko, ko_at(ko, unit), "못") && u->end - u->start == KO_SYLLABLE);
	if (mild || is)
		scan_token(ko->side, TOKEN_NOT, u->start, u->end)->soft = mild;
	return 0; /* the run may hold a number too */
}

/* ---- all ---- */

/* Two negations side by side affirm: 않으면 안 된다, 없지 않다. */
static void ko_double_negation(struct side *side)
{
	struct token *before = NULL;

	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->kind != TOKEN_NOT || token->soft)
			continue;
		if (before && token->start - before->end <= KO_DOUBLE)
			before->soft = token->soft = true;
		before = token;
	}
}

/* Single marks and corner brackets set off names and words in Korean where English has capitals or nothing. */
static void ko_soft_quotes(struct side *side)
{
	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->kind == TOKEN_QUOTE && memcmp(side->text + token->start, "\xE2\x80\x9C", 3) != 0)
			token->soft = true;
	}
}

static void ko_tokens(struct side *side, const struct map *words)
{
	static size_t (*const readers[])(struct ko *, size_t) = {
		ko_negation, ko_date_year, ko_date_digits, ko_date_part, ko_weekday, ko_clock, ko_zone,
		ko_money,    ko_fraction,  ko_number,      ko_sino,      ko_numeral, ko_along,
	};
	struct ko ko = {side, words, false};

	marks_tokens(side);
	ko_soft_quotes(side);
	marks_latin(side, true);
	for (size_t i = 0; i < side->units.count;) {
		size_t used = 0;

		for (size_t r = 0; r < COUNT_OF(readers) && !used; r++)
			used = readers[r](&ko, i);
		i += used ? used : 1;
	}
	date_complete(side);
	ko_double_negation(side);
}

static const char *const ko_shared[] = {"서로", "상호", "공동", "함께", "두 ", "각국", "당사국", "간 ", NULL};

const struct analyser analyser_ko = {"ko",          "Korean",     "한국어",       true,
				     &korean_words, ko_tokens,    hangul_ends,    hangul_compound,
				     hangul_spells, hangul_aside, hangul_counted, hangul_counts,
				     ko_series,     "양국",       ko_shared,      particle_check};
