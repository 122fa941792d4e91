/*
 * Korean particles whose form follows the last sound of the word before them: 을 after a consonant, 를 after a vowel.
 * Only where what stands before is sure: a number, an acronym read letter by letter, a bracket, a name of the pack.
 */
#include "lint_int.h"

#include <string.h>

enum { PARTICLE_SYLLABLE = 3, PARTICLE_BEFORE = 64 };

enum particle_sound { SOUND_UNKNOWN, SOUND_VOWEL, SOUND_CONSONANT, SOUND_L };

const char particle_rule[] = "ko-particle";

static const char *const particle_pairs[][2] = {{"을", "를"}, {"은", "는"}, {"이", "가"}, {"과", "와"}, {"으로", "로"}};

/* ---- last sounds ---- */

static enum particle_sound particle_hangul(const char *syllable)
{
	const char *at = syllable;
	uint32_t c = utf8_next(&at, syllable + PARTICLE_SYLLABLE), last;

	if (c < 0xAC00 || c > 0xD7A3)
		return SOUND_UNKNOWN;
	last = (c - 0xAC00) % 28;
	return last == 8 ? SOUND_L : last ? SOUND_CONSONANT : SOUND_VOWEL;
}

static enum particle_sound particle_digit(char digit)
{
	static const enum particle_sound sounds[] = {SOUND_CONSONANT, SOUND_L,     SOUND_VOWEL,     SOUND_CONSONANT,
						     SOUND_VOWEL,     SOUND_VOWEL, SOUND_CONSONANT, SOUND_L,
						     SOUND_L,         SOUND_VOWEL};

	return sounds[digit - '0'];
}

/* Letters are read by name only in acronyms; those that may be read as words and end otherwise then are left alone. */
static enum particle_sound particle_letter(const struct side *side, const struct unit *u)
{
	char c = side->text[u->end - 1];
	size_t len = u->end - u->start;

	if (!marks_acronym(side->text + u->start, len) && len > 1)
		return SOUND_UNKNOWN;
	if (c == 'L' || c == 'R')
		return SOUND_L;
	if (c == 'M' || c == 'N')
		return SOUND_CONSONANT;
	return c >= 'A' && c <= 'Z' && (len < 4 || strchr("AEIOU", c)) ? SOUND_VOWEL : SOUND_UNKNOWN;
}

static enum particle_sound particle_sound(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];

	switch (u->kind) {
	case UNIT_NUMBER:
		return u->chain ? SOUND_UNKNOWN : particle_digit(side->text[u->end - 1]);
	case UNIT_LATIN:
		return particle_letter(side, u);
	case UNIT_HANGUL:
		return particle_hangul(side->text + u->end - PARTICLE_SYLLABLE);
	default:
		return SOUND_UNKNOWN;
	}
}

/* The unit before the bracket that ends at a unit; 0: none. */
static size_t particle_before_bracket(const struct side *side, size_t close)
{
	for (size_t i = close, steps = 0; i && steps < PARTICLE_BEFORE; i--, steps++)
		if (scan_mark(side, i - 1, '('))
			return i > 1 && !side->units.items[i - 1].gap ? i - 2 : 0;
	return 0;
}

/* ---- particles ---- */

/* The form that a particle must have after a sound; NULL: it is right, or is no particle. */
static const char *particle_wanted(const char *text, size_t len, enum particle_sound sound)
{
	for (size_t i = 0; sound != SOUND_UNKNOWN && i < COUNT_OF(particle_pairs); i++)
		for (size_t form = 0; form < 2; form++) {
			const char *own = particle_pairs[i][form];
			bool vowel = sound == SOUND_VOWEL || (sound == SOUND_L && !strcmp(particle_pairs[i][1], "로"));

			if (strlen(own) == len && !memcmp(own, text, len))
				return form == vowel ? NULL : particle_pairs[i][vowel];
		}
	return NULL;
}

static void particle_find(struct lint_run *run, const struct value *text, size_t lang, uint32_t start, uint32_t end,
			  const char *wanted)
{
	const char *rule = particle_rule;

	if (lint_off(run->pack, rule))
		return;
	LINT(run, STYLE_RULE, text, lang, start, end, rule,
	     arena_printf(run->arena,
			  DIAG_BOTH("write the particle %s after that sound",
				    "앞말의 받침에 맞게 조사 ‘%s’ 형태로 적으십시오"),
			  wanted, wanted));
	*LIST_ADD(run->arena, &run->fixes) = (struct lint_fix){text, lang, start, end, wanted, rule};
}

static void particle_after_units(struct lint_run *run, const struct value *text, size_t lang, const struct side *side)
{
	for (size_t i = 1; i < side->units.count; i++) {
		const struct unit *u = &side->units.items[i];
		enum particle_sound sound;
		const char *wanted;

		if (u->kind != UNIT_HANGUL || u->gap || u[-1].kind == UNIT_HANGUL)
			continue;
		sound = scan_mark(side, i - 1, ')') ? particle_sound(side, particle_before_bracket(side, i - 1))
						    : particle_sound(side, i - 1);
		wanted = particle_wanted(side->text + u->start, u->end - u->start, sound);
		if (wanted)
			particle_find(run, text, lang, u->start, u->end, wanted);
	}
}

static uint32_t particle_run_end(const struct side *side, uint32_t at)
{
	while (at + PARTICLE_SYLLABLE <= side->len && particle_hangul(side->text + at) != SOUND_UNKNOWN)
		at += PARTICLE_SYLLABLE;
	return at;
}

static void particle_after_names(struct lint_run *run, const struct value *text, size_t lang, const struct side *side,
				 const struct concept_hits *hits)
{
	for (size_t i = 0; i < hits->count; i++) {
		const struct concept_hit *hit = &hits->items[i];
		uint32_t end = particle_run_end(side, hit->end);
		const char *wanted;

		if (!hit->top || hit->end < hit->start + PARTICLE_SYLLABLE)
			continue;
		wanted = particle_wanted(side->text + hit->end, end - hit->end,
					 particle_hangul(side->text + hit->end - PARTICLE_SYLLABLE));
		if (wanted)
			particle_find(run, text, lang, hit->end, end, wanted);
	}
}

void particle_check(struct lint_run *run, const struct value *text, size_t lang, const struct side *side,
		    const struct concept_hits *hits)
{
	particle_after_units(run, text, lang, side);
	particle_after_names(run, text, lang, side, hits);
}
