/*
 * Negation: each word of a sentence that denies something must have one on the other side that denies, or may stand for
 * one that does.
 */
#include "lint_int.h"

/* The negations of a side in order, with those of the sentence at hand. */
struct negations {
	const struct token **items;
	size_t count, cap;
	size_t first, end;
};

static struct negations negation_list(const struct side *side)
{
	struct negations list = {0};

	for (size_t i = 0; i < side->tokens.count; i++)
		if (side->tokens.items[i].kind == TOKEN_NOT)
			*LIST_ADD(side->arena, &list) = &side->tokens.items[i];
	return list;
}

/* Goes on to the sentence that ends at a byte. */
static void negation_next(struct negations *list, uint32_t end)
{
	list->first = list->end;
	while (list->end < list->count && list->items[list->end]->start < end)
		list->end++;
}

/* The negation with which a sentence has more that ask for an answer than there are answers; NULL: none. */
static const struct token *negation_beyond(const struct negations *list, size_t answers)
{
	for (size_t i = list->first; i < list->end; i++)
		if (!list->items[i]->soft && !answers--)
			return list->items[i];
	return NULL;
}

static void negation_compare(struct parity *p, const struct negations lists[2], const uint32_t starts[2])
{
	for (size_t side = 0; side < 2; side++) {
		const struct negations *other = &lists[1 - side];
		const struct token *beyond = negation_beyond(&lists[side], other->end - other->first);

		if (beyond)
			parity_report_at(p, DIAG_PARITY_NEGATION, side, beyond, starts[1 - side]);
	}
}

void negation_check(struct parity *p)
{
	struct sentences sentences[2] = {sentence_list(p->sides[0]), sentence_list(p->sides[1])};
	struct negations lists[2] = {negation_list(p->sides[0]), negation_list(p->sides[1])};
	bool same = sentences[0].count == sentences[1].count;
	size_t count = same ? sentences[0].count : 1;

	for (size_t i = 0; i < count; i++) {
		uint32_t starts[2];

		for (size_t side = 0; side < 2; side++) {
			bool last = i + 1 == count;

			starts[side] = same ? sentences[side].items[i] : 0;
			negation_next(&lists[side],
				      last ? (uint32_t)p->sides[side]->len : sentences[side].items[i + 1]);
		}
		negation_compare(p, lists, starts);
	}
}
