/*
 * An acronym is explained where it first stands in running text: its long form beside it, or the acronym in brackets.
 * Running text are the statements of a pack, in the order of the schema, which is that of the documents.
 */
#include "lint_int.h"

#include <string.h>

static bool acronym_bracketed(const char *text, const struct concept_hit *hit)
{
	return hit->start && text[hit->start - 1] == '(';
}

/* Whether another form of the concept stands in the same text. */
static bool acronym_beside(const struct names *n, const struct concept_hits *hits, const struct concept_hit *hit)
{
	for (size_t i = 0; i < hits->count; i++)
		if (names_form(n, &hits->items[i])->concept == names_form(n, hit)->concept && !names_form(n, &hits->items[i])->acronym)
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

		if (!hit->top || !form->acronym || concept->kind == CONCEPT_PARTY || concept->kind == CONCEPT_AVOID || known[form->concept])
			continue;
		known[form->concept] = true;
		if (acronym_bracketed(text, hit) || acronym_beside(run->names, hits, hit) || !strcmp(concept->forms[lang], form->text))
			continue;
		LINT(run, TERM_ACRONYM, p->text, lang, hit->start, hit->end, form->text, concept->forms[lang]);
	}
}

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
