/*
 * The comparison of two sides: what each kind of token asks of the other side, and the words in which it is said.
 */
#include "lint_int.h"

#include <string.h>

/* ---- words of findings ---- */

static const char *parity_slice(const struct parity *p, size_t side, const struct token *token)
{
	return arena_strndup(p->run->arena, p->sides[side]->text + token->start, token->end - token->start);
}

void parity_report(struct parity *p, enum diag_code code, size_t side, const struct token *here, const struct token *there)
{
	const struct analyser *own = p->sides[side]->analyser, *other = p->sides[1 - side]->analyser;
	struct arena *a = p->run->arena;
	const char *text = parity_slice(p, side, here), *against;

	if (there) {
		const char *slice = parity_slice(p, 1 - side, there);

		against = arena_printf(a, DIAG_BOTH("%s has “%s”", "%s ‘%s’"), other->name_en, slice, other->name_ko, slice);
	} else {
		against = arena_printf(a, DIAG_BOTH("%s has nothing like it", "%s 없음"), other->name_en, other->name_ko);
	}
	lint_find(p->run, code, p->text, p->langs[side], here->start, here->end,
		  (const char *const[]){text, arena_printf(a, DIAG_BOTH("%s", "%s"), own->name_en, own->name_ko), against, NULL});
	lint_note(p->run, p->text, p->langs[1 - side], there ? there->start : 0,
		  there ? "the other language has this" : "the other language is here",
		  there ? "다른 언어는 이렇게 적었습니다" : "다른 언어의 글은 여기에 있습니다");
}

void parity_check(struct parity *p)
{
	quantity_check(p);
}
