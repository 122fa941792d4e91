/*
 * The comparison of two sides: what each kind of token asks of the other side, and the words in which it is said.
 */
#include "lint_int.h"

#include <string.h>

/* ---- words of findings ---- */

static const char *parity_slice(const struct parity *p, size_t side, const struct token *token)
{
	return arena_strndup(p->run->arena, p->sides[side]->raw + token->start, token->end - token->start);
}

/* against: what is said of the other side, in both languages of messages. */
static void parity_find(struct parity *p, enum diag_code code, size_t side, const struct token *here,
			const char *against, const char *wanted)
{
	const struct analyser *own = p->sides[side]->analyser;

	lint_find(p->run, code, p->text, p->langs[side], here->start, here->end,
		  (const char *const[]){parity_slice(p, side, here),
					arena_printf(p->run->arena, DIAG_BOTH("%s", "%s"), own->name_en, own->name_ko),
					against, wanted, NULL});
}

static const char *parity_nothing(struct parity *p, size_t side)
{
	const struct analyser *other = p->sides[side]->analyser;

	return arena_printf(p->run->arena, DIAG_BOTH("%s has nothing like it", "%s 없음"), other->name_en,
			    other->name_ko);
}

static void parity_note(struct parity *p, size_t side, const struct token *there, uint32_t start)
{
	lint_note(p->run, p->text, p->langs[side], there ? there->start : start,
		  there ? "the other language has this" : "the other language is here",
		  there ? "다른 언어는 이렇게 적었습니다" : "다른 언어의 글은 여기에 있습니다");
}

void parity_report(struct parity *p, enum diag_code code, size_t side, const struct token *here,
		   const struct token *there)
{
	const struct analyser *other = p->sides[1 - side]->analyser;
	const char *slice, *against = parity_nothing(p, 1 - side);

	if (there) {
		slice = parity_slice(p, 1 - side, there);
		against = arena_printf(p->run->arena, DIAG_BOTH("%s has “%s”", "%s ‘%s’"), other->name_en, slice,
				       other->name_ko, slice);
	}
	parity_find(p, code, side, here, against, NULL);
	parity_note(p, 1 - side, there, 0);
}

void parity_report_at(struct parity *p, enum diag_code code, size_t side, const struct token *here, uint32_t there)
{
	parity_find(p, code, side, here, parity_nothing(p, 1 - side), NULL);
	parity_note(p, 1 - side, NULL, there);
}

void parity_report_wanted(struct parity *p, enum diag_code code, size_t side, const struct token *here,
			  const char *wanted)
{
	parity_find(p, code, side, here, parity_nothing(p, 1 - side), wanted);
	parity_note(p, 1 - side, NULL, 0);
}

void parity_check(struct parity *p)
{
	whole_check(p);
	names_check(p->run->names, p);
	quantity_check(p);
	latin_check(p);
	marking_check(p);
	negation_check(p);
	together_check(p);
	series_check(p);
	for (size_t side = 0; side < 2; side++) {
		names_spelling(p->run->names, p, side);
		acronym_brackets(p, side);
	}
}
