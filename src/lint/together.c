/*
 * The parties of a pack meant together, "both countries" and 양국, where the other side says neither that, nor either name, nor
 * anything that is done by two. Korean adds such words freely, so only a language whose analyser marks them asks.
 */
#include "lint_int.h"

#include <string.h>

static bool together_said(const struct side *side)
{
	for (const char *const *word = side->analyser->shared; word && *word; word++)
		if (phrase_word_in(side, *word, strlen(*word)))
			return true;
	for (size_t i = 0; i < side->tokens.count; i++)
		if (side->tokens.items[i].kind == TOKEN_NUMBER && decimal_whole(side->tokens.items[i].number, 2) == 2)
			return true;
	return false;
}

void together_check(struct parity *p)
{
	for (size_t side = 0; side < 2; side++) {
		const struct side *here = p->sides[side], *there = p->sides[1 - side];

		for (size_t i = 0; i < here->tokens.count; i++) {
			const struct token *t = &here->tokens.items[i];

			if (t->kind != TOKEN_NUMBER || t->value != TOGETHER ||
			    names_party_in(p->run->names, 1 - side) || together_said(there))
				continue;
			parity_report_wanted(p, DIAG_PARITY_NAME, side, t, there->analyser->both);
			break;
		}
	}
}
