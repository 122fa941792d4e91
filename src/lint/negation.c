/*
 * Negation: a sentence that denies something must have a word that denies, or may stand for one, on the other side.
 */
#include "lint_int.h"

/* What a part of a side has: the first negation that asks for an answer, and whether any word could be one. */
struct negation {
	const struct token *first;
	bool any;
};

static struct negation negation_in(const struct side *side, uint32_t start, uint32_t end)
{
	struct negation found = {0};

	for (size_t i = 0; i < side->tokens.count; i++) {
		const struct token *t = &side->tokens.items[i];

		if (t->kind != TOKEN_NOT || t->start < start || t->start >= end)
			continue;
		found.any = true;
		if (!t->soft && !found.first)
			found.first = t;
	}
	return found;
}

static void negation_compare(struct parity *p, const uint32_t starts[2], const uint32_t ends[2])
{
	struct negation found[2];

	for (size_t side = 0; side < 2; side++)
		found[side] = negation_in(p->sides[side], starts[side], ends[side]);
	for (size_t side = 0; side < 2; side++)
		if (found[side].first && !found[1 - side].any)
			parity_report_at(p, DIAG_PARITY_NEGATION, side, found[side].first, starts[1 - side]);
}

void negation_check(struct parity *p)
{
	struct sentences lists[2] = {sentence_list(p->sides[0]), sentence_list(p->sides[1])};
	bool same = lists[0].count == lists[1].count;
	size_t count = same ? lists[0].count : 1;

	for (size_t i = 0; i < count; i++) {
		uint32_t starts[2], ends[2];

		for (size_t side = 0; side < 2; side++) {
			bool last = i + 1 == count;

			starts[side] = same ? lists[side].items[i] : 0;
			ends[side] = last ? (uint32_t)p->sides[side]->len : lists[side].items[i + 1];
		}
		negation_compare(p, starts, ends);
	}
}
