/*
 * Sentences of a side. Where both sides have as many, each is compared with its own; a negation that is lost in one of
 * five sentences would hide among the others otherwise.
 */
#include "lint_int.h"

static bool sentence_ends(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];

	if (u->kind != UNIT_MARK || u[1].kind == UNIT_STOP || !u[1].gap)
		return false;
	if (u->mark == '!' || u->mark == '?')
		return true;
	if (u->mark != '.' || !unit)
		return false;
	if (u[-1].kind == UNIT_NUMBER) /* or the point of a date */
		return u[1].kind == UNIT_LATIN && side->text[u[1].start] >= 'A' && side->text[u[1].start] <= 'Z';
	return !(u[1].kind == UNIT_LATIN && side->text[u[1].start] >= 'a' && side->text[u[1].start] <= 'z');
}

struct sentences sentence_list(const struct side *side)
{
	struct sentences list = {0};

	*LIST_ADD(side->arena, &list) = 0;
	for (size_t i = 0; i < side->units.count; i++)
		if (sentence_ends(side, i))
			*LIST_ADD(side->arena, &list) = side->units.items[i + 1].start;
	return list;
}
