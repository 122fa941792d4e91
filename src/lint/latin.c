/*
 * Acronyms and other words of Latin letters on both sides. One that the other side lacks is answered by words whose
 * initials it is, or by Hangul that spells its sounds: LUMSAT by 룸샛.
 */
#include "lint_int.h"

#include <string.h>

enum { LATIN_INITIALS = 12 }; /* letters of the longest acronym that is spelled out */

static char latin_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Without the s of a plural: MoUs. */
static size_t latin_len(const char *text, size_t len)
{
	return len > 2 && text[len - 1] == 's' && text[len - 2] >= 'A' && text[len - 2] <= 'Z' ? len - 1 : len;
}

static const char *latin_small_letters(struct arena *arena, const char *text, size_t len)
{
	char *small = arena_strndup(arena, text, len);

	for (size_t i = 0; i < len; i++)
		small[i] = latin_lower(small[i]);
	return small;
}

static void latin_put(struct side *side, uint32_t start, uint32_t end)
{
	size_t len = latin_len(side->text + start, end - start);

	map_put(side->latin, latin_small_letters(side->arena, side->text + start, len), len, side);
}

static bool latin_in(struct side *side, const char *text, size_t len)
{
	if (!side->latin) {
		side->latin = map_new(side->arena);
		for (size_t i = 0; i < side->tokens.count; i++)
			if (side->tokens.items[i].kind == TOKEN_LATIN)
				latin_put(side, side->tokens.items[i].start, side->tokens.items[i].end);
		for (size_t i = 0; i < side->units.count; i++)
			if (side->units.items[i].kind == UNIT_LATIN)
				latin_put(side, side->units.items[i].start, side->units.items[i].end);
	}
	return map_find(side->latin, latin_small_letters(side->arena, text, len), len) != NULL;
}

/* ---- initials ---- */

static bool latin_small(const struct unit *u)
{
	return u->word && u->word->class == WORD_SMALL;
}

/* Whether words from a unit on begin with the letters: artificial intelligence for AI, small words may be left out. */
static bool latin_initials_at(const struct side *side, size_t unit, const char *letters, size_t count)
{
	size_t done = 0;

	for (size_t words = 0; words < 2 * LATIN_INITIALS && done < count; unit++, words++) {
		const struct unit *u = &side->units.items[unit];

		if (u->kind == UNIT_MARK && (u->mark == '-' || u->mark == ',' || u->mark == 0x2013))
			continue;
		if (u->kind != UNIT_LATIN)
			return false;
		if (latin_lower(side->text[u->start]) == letters[done])
			done++;
		else if (!latin_small(u))
			return false;
	}
	return done == count;
}

static bool latin_initials(const struct side *side, const char *text, size_t len)
{
	char letters[LATIN_INITIALS];
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '&' || text[i] == '.')
			continue;
		if (count == LATIN_INITIALS)
			return false;
		letters[count++] = latin_lower(text[i]);
	}
	for (size_t i = 0; count > 1 && i < side->units.count; i++)
		if (latin_initials_at(side, i, letters, count))
			return true;
	return false;
}

/* ---- the comparison ---- */

static bool latin_answered(struct parity *p, size_t side, const struct token *token)
{
	struct side *here = p->sides[side], *there = p->sides[1 - side];
	const char *text = here->text + token->start;
	size_t len = latin_len(text, token->end - token->start);

	if (latin_in(there, text, len))
		return true;
	if (p->deep++ >= PARITY_DEEP)
		return false;
	return latin_initials(there, text, len) ||
	       (there->analyser->spells && there->analyser->spells(there, text, len)) ||
	       names_part(p->run->names, p, side, text, token->end - token->start);
}

void latin_check(struct parity *p)
{
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < p->sides[side]->tokens.count; i++) {
			const struct token *t = &p->sides[side]->tokens.items[i];

			if (t->kind == TOKEN_LATIN && !names_covers(p->run->names, p, side, t->start, t->end) &&
			    !latin_answered(p, side, t))
				parity_report(p, DIAG_PARITY_ACRONYM, side, t, NULL);
		}
}
