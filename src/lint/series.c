/*
 * Enumerations in a sentence: telecommunications, semiconductors, AI and space. Neither language tells for sure where an
 * item ends, so each side is counted twice: the steps from item to item of what can only be an enumeration, and all that
 * could be such a step. A side with more steps than the other has anything like has an item that is missing there.
 */
#include "lint_int.h"

enum { SERIES_BRACKET = 64 }; /* units of a bracket that is passed over */

bool series_covered(const struct parity *p, size_t side, size_t unit)
{
	const struct unit *u = &p->sides[side]->units.items[unit];

	return names_covers(p->run->names, p, side, u->start, u->end);
}

bool series_named(const struct parity *p, size_t side, size_t unit)
{
	const struct concept_hits *hits = names_hits(p->run->names, p->index, side);
	const struct unit *u = &p->sides[side]->units.items[unit];
	size_t past = names_hit_from(hits, u->start + 1);

	for (size_t steps = 0; past && steps < PARITY_DEEP; past--, steps++) {
		const struct concept_hit *hit = &hits->items[past - 1];

		if (hit->top)
			return hit->end > u->start && names_concept(p->run->names, hit)->kind <= CONCEPT_PERSON;
	}
	return false;
}

size_t series_past_bracket(const struct side *side, size_t unit, size_t stop)
{
	size_t depth = 0, at = unit;

	if (!scan_mark(side, unit, '('))
		return unit;
	for (; at < stop && at - unit < SERIES_BRACKET; at++) {
		depth += scan_mark(side, at, '(');
		if (scan_mark(side, at, ')') && !--depth)
			return at + 1;
	}
	return unit;
}

static struct series series_of(struct parity *p, size_t side, uint32_t start, uint32_t end)
{
	const struct side *s = p->sides[side];
	struct series series = {0};

	if (s->analyser->series)
		s->analyser->series(p, side, scan_unit(s, start), scan_unit(s, end), &series);
	return series;
}

static void series_report(struct parity *p, size_t side, const struct series *series, uint32_t there)
{
	const struct analyser *own = p->sides[side]->analyser, *other = p->sides[1 - side]->analyser;

	LINT(p->run, PARITY_SERIES, p->text, p->langs[side], series->start, series->end,
	     arena_strndup(p->run->arena, p->sides[side]->text + series->start, series->end - series->start),
	     arena_printf(p->run->arena, DIAG_BOTH("%s", "%s"), own->name_en, own->name_ko),
	     arena_printf(p->run->arena, DIAG_BOTH("%s", "%s"), other->name_en, other->name_ko));
	lint_note(p->run, p->text, p->langs[1 - side], there, "the other language is here",
		  "다른 언어의 글은 여기에 있습니다");
}

/* A side without anything like a step says it in one word: 과학기술 for science, technology and industry. */
static void series_compare(struct parity *p, const uint32_t starts[2], const uint32_t ends[2])
{
	struct series both[2] = {series_of(p, 0, starts[0], ends[0]), series_of(p, 1, starts[1], ends[1])};

	for (size_t side = 0; side < 2; side++) {
		size_t joints = both[1 - side].joints;

		if (both[side].steps > joints && joints) {
			series_report(p, side, &both[side], starts[1 - side]);
			return;
		}
	}
}

void series_check(struct parity *p)
{
	struct sentences lists[2] = {sentence_list(p->sides[0]), sentence_list(p->sides[1])};
	size_t count = lists[0].count == lists[1].count ? lists[0].count : 1;

	for (size_t i = 0; i < count; i++) {
		uint32_t starts[2], ends[2];

		for (size_t side = 0; side < 2; side++) {
			starts[side] = lists[side].items[i];
			ends[side] = i + 1 < count ? lists[side].items[i + 1] : (uint32_t)p->sides[side]->len;
		}
		series_compare(p, starts, ends);
	}
}
