/*
 * An acronym is explained where it first stands in running text: its long form beside it, or the acronym in brackets.
 * Running text are the statements of a pack, in the order of the schema, which is that of the documents.
 */
#include "lint_int.h"

#include <string.h>

enum { ACRONYM_LONG = 400 }; /* bytes of the longest name before a bracket */

static bool acronym_bracketed(const char *text, const struct concept_hit *hit)
{
	return hit->start && text[hit->start - 1] == '(';
}

/* Whether another form of the concept stands in the same text. */
static bool acronym_beside(const struct names *n, const struct concept_hits *hits, const struct concept_hit *hit)
{
	for (size_t i = 0; i < hits->count; i++)
		if (names_form(n, &hits->items[i])->concept == names_form(n, hit)->concept &&
		    !names_form(n, &hits->items[i])->acronym)
			return true;
	return false;
}

static void acronym_text(struct lint_run *run, size_t pair, size_t side, bool *known)
{
	const struct lint_pair *p = &run->pairs.items[pair];
	size_t lang = side ? p->other : p->lang;
	const char *text = p->text->as.text.lang[lang];
	const struct concept_hits *hits = names_hits(run->names, (uint32_t)pair, side);

	for (size_t i = 0; i < hits->count; i++) {
		const struct concept_hit *hit = &hits->items[i];
		const struct concept_form *form = names_form(run->names, hit);
		const struct concept *concept = names_concept(run->names, hit);

		if (!hit->top || !form->acronym || form->world || concept->kind == CONCEPT_PARTY ||
		    concept->kind == CONCEPT_AVOID || known[form->concept])
			continue;
		known[form->concept] = true;
		if (acronym_bracketed(text, hit) || acronym_beside(run->names, hits, hit) ||
		    !strcmp(concept->forms[lang], form->text))
			continue;
		LINT(run, TERM_ACRONYM, p->text, lang, hit->start, hit->end, form->text, concept->forms[lang]);
	}
}

/* ---- in brackets ---- */

/* Whether another form of the concept ends right before the bracket. */
static bool acronym_after_long(const struct names *n, const struct concept_hits *hits, const struct concept_hit *hit,
			       const char *text)
{
	uint32_t before = hit->start - 1;

	while (before && text[before - 1] == ' ')
		before--;
	for (size_t i = names_hit_from(hits, before > ACRONYM_LONG ? before - ACRONYM_LONG : 0);
	     i < hits->count && hits->items[i].start < before; i++)
		if (hits->items[i].end == before &&
		    names_form(n, &hits->items[i])->concept == names_form(n, hit)->concept)
			return true;
	return false;
}

/* Whether the words before a bracket begin with the letters of an acronym, the last word with the last one. */
static bool acronym_spelled(const struct side *side, const struct concept_hit *hit)
{
	size_t unit = scan_unit(side, hit->start), left = hit->end - hit->start;

	for (unit = unit > 1 ? unit - 2 : 0; left; unit--) {
		const struct unit *u = &side->units.items[unit];
		char letter = side->text[hit->start + left - 1];

		if (letter == '&' || letter == 's' ||
		    (u->kind == UNIT_LATIN && (side->text[u->start] | 0x20) == (letter | 0x20)))
			left--;
		else if (u->kind == UNIT_LATIN && !(u->word && u->word->class == WORD_SMALL))
			return false;
		if (!unit)
			break;
	}
	return !left;
}

static bool acronym_has_short(const struct names *n, const struct concept_hits *hits, uint32_t concept)
{
	for (size_t i = 0; i < hits->count; i++)
		if (names_form(n, &hits->items[i])->concept == concept && names_form(n, &hits->items[i])->is_short)
			return true;
	return false;
}

void acronym_brackets(struct parity *p, size_t side)
{
	const struct names *n = p->run->names;
	const struct concept_hits *hits = names_hits(n, p->index, side), *others = names_hits(n, p->index, 1 - side);
	const char *text = p->sides[side]->text;

	for (size_t i = 0; i < hits->count; i++) {
		const struct concept_hit *hit = &hits->items[i];
		const struct concept_form *form = names_form(n, hit);
		const struct concept *concept = names_concept(n, hit);
		const char *other = concept->shorts[p->langs[1 - side]];
		const struct token here = {.start = hit->start, .end = hit->end};

		if (!hit->top || !form->is_short || form->next || concept->kind == CONCEPT_PARTY ||
		    !acronym_bracketed(text, hit) || text[hit->end] != ')' || p->deep++ >= PARITY_DEEP)
			continue;
		if (!acronym_after_long(n, hits, hit, text) && !acronym_spelled(p->sides[side], hit))
			LINT(p->run, TERM_LONG, p->text, p->langs[side], hit->start, hit->end, form->text,
			     concept->forms[p->langs[side]]);
		if (other && strcmp(other, concept->forms[p->langs[1 - side]]) != 0 &&
		    !acronym_has_short(n, others, form->concept))
			parity_report(p, DIAG_PARITY_ACRONYM, side, &here, NULL);
	}
}

/* ---- first use ---- */

void acronym_check(struct lint_run *run)
{
	for (size_t side = 0; side < 2; side++)
		for (size_t other = 1; other < run->pack->lang_count; other++) {
			bool *known = arena_array(run->arena, names_count(run->names), sizeof *known);

			for (size_t i = 0; i < run->pairs.count; i++) {
				const struct lint_pair *pair = &run->pairs.items[i];

				if (pair->other == other && pair->text->as.text.source && run->analysers[pair->lang] &&
				    run->analysers[other])
					acronym_text(run, i, side, known);
			}
			if (!side)
				break; /* the first language is the same in all pairs */
		}
}
