/*
 * Negation: each word of a sentence that denies something must have one on the other side that denies, or may stand for
 * one that does.
 */
#include "lint_int.h"

static size_t negation_count(const struct side *side, uint32_t start, uint32_t end)
{
	size_t count = 0;

	for (size_t i = 0; i < side->tokens.count; i++) {
		const struct token *t = &side->tokens.items[i];

		count += t->kind == TOKEN_NOT && t->start >= start && t->start < end;
	}
	return count;
}

/* The negation with which a part of a side has more that ask for an answer than there are answers; NULL: none. */
static const struct token *negation_beyond(const struct side *side, uint32_t start, uint32_t end, size_t answers)
{
	for (size_t i = 0; i < side->tokens.count; i++) {
		const struct token *t = &side->tokens.items[i];

		if (t->kind == TOKEN_NOT && !t->soft && t->start >= start && t->start < end && !answers--)
			return t;
	}
	return NULL;
}

static void negation_compare(struct parity *p, const uint32_t starts[2], const uint32_t ends[2])
{
	for (size_t side = 0; side < 2; side++) {
		size_t other = 1 - side, answers = negation_count(p->sides[other], starts[other], ends[other]);
		const struct token *beyond = negation_beyond(p->sides[side], starts[side], ends[side], answers);

		if (beyond)
			parity_report_at(p, DIAG_PARITY_NEGATION, side, beyond, starts[other]);
	}
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
