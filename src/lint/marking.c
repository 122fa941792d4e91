/*
 * Marks on both sides: addresses letter by letter, references, quotation marks, emphasis, marks of notes, and brackets that say
 * something of their own.
 */
#include "lint_int.h"

#include <string.h>

enum { MARKING_NEAR = 256 }; /* addresses of the other side that are compared with one */

/* ---- addresses and marks of notes: the same on both sides ---- */

static size_t marking_digits(const char *text, size_t len, char *digits, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < len && count < most; i++)
		if (text[i] >= '0' && text[i] <= '9')
			digits[count++] = text[i];
	return count;
}

static bool marking_same_id(struct inset_id a, struct inset_id b)
{
	return a.len == b.len && !memcmp(a.text, b.text, a.len);
}

static bool marking_same(const struct parity *p, const struct token *a, const struct token *b)
{
	const char *left = p->sides[0]->text + a->start, *right = p->sides[1]->text + b->start;
	size_t left_len = a->end - a->start, right_len = b->end - b->start;
	char left_digits[16], right_digits[16];

	if (a->kind == TOKEN_REF || (a->kind == TOKEN_NOTE && !a->value && !b->value))
		return marking_same_id(inset_id(p->sides[0], a), inset_id(p->sides[1], b));
	if (a->kind == TOKEN_NOTE)
		return a->value == b->value;
	if (a->kind != TOKEN_PHONE)
		return left_len == right_len && !memcmp(left, right, left_len);
	left_len = marking_digits(left, left_len, left_digits, sizeof left_digits);
	right_len = marking_digits(right, right_len, right_digits, sizeof right_digits);
	return left_len == right_len && !memcmp(left_digits, right_digits, left_len);
}

struct marking_tokens {
	const struct token **items;
	size_t count, cap;
};

static struct marking_tokens marking_list(const struct side *side, enum token_kind kind)
{
	struct marking_tokens list = {0};

	for (size_t i = 0; i < side->tokens.count; i++)
		if (side->tokens.items[i].kind == kind)
			*LIST_ADD(side->arena, &list) = &side->tokens.items[i];
	return list;
}

static void marking_pack(struct marking_tokens *list)
{
	size_t left = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->items[i])
			list->items[left++] = list->items[i];
	list->count = left;
}

/* Takes equal tokens out of both lists; each is looked for near the first that is left of the other side. */
static void marking_pair_off(struct parity *p, struct marking_tokens *a, struct marking_tokens *b)
{
	size_t head = 0;

	for (size_t i = 0; i < a->count; i++) {
		size_t j = head;

		while (j < b->count && j < head + MARKING_NEAR &&
		       !(b->items[j] && marking_same(p, a->items[i], b->items[j])))
			j++;
		if (j == b->count || j == head + MARKING_NEAR)
			continue;
		a->items[i] = b->items[j] = NULL;
		while (head < b->count && !b->items[head])
			head++;
	}
	marking_pack(a);
	marking_pack(b);
}

static void marking_equal(struct parity *p, enum token_kind kind, enum diag_code code)
{
	struct marking_tokens a = marking_list(p->sides[0], kind), b = marking_list(p->sides[1], kind);
	size_t both;

	marking_pair_off(p, &a, &b);
	both = a.count < b.count ? a.count : b.count;
	for (size_t i = 0; i < both; i++)
		parity_report(p, code, 1, b.items[i], a.items[i]);
	for (size_t i = both; i < a.count; i++)
		parity_report(p, code, 0, a.items[i], NULL);
	for (size_t i = both; i < b.count; i++)
		parity_report(p, code, 1, b.items[i], NULL);
}

/* ---- as many on both sides ---- */

/*
 * Tokens that ask for an answer, and any that could be one; the one with which the surplus of a side begins is shown.
 */
static void marking_count(struct parity *p, enum token_kind kind, enum diag_code code)
{
	for (size_t side = 0; side < 2; side++) {
		struct marking_tokens own = marking_list(p->sides[side], kind),
				      other = marking_list(p->sides[1 - side], kind);
		size_t asked = 0;

		for (size_t i = 0; i < own.count; i++) {
			asked += !own.items[i]->soft;
			if (!own.items[i]->soft && asked > other.count) {
				parity_report(p, code, side, own.items[i], NULL);
				break;
			}
		}
	}
}

/* ---- brackets ---- */

/*
 * Whether a bracket says something that the other side must say too. Acronyms, names in other letters, days of the week
 * and addresses are compared elsewhere or belong to one language.
 */
static bool marking_speaks(struct parity *p, size_t side, const struct token *bracket)
{
	const struct side *s = p->sides[side];
	size_t words = 0, latin = 0;

	if (bracket->end - bracket->start < 4 ||
	    names_covers(p->run->names, p, side, bracket->start + 1, bracket->end - 1))
		return false;
	for (size_t i = scan_unit(s, bracket->start + 1); i < s->units.count && s->units.items[i].end < bracket->end;
	     i++) {
		const struct unit *u = &s->units.items[i];

		if (u->kind == UNIT_URL || u->kind == UNIT_EMAIL || u->kind == UNIT_PHONE)
			return false;
		if (u->start == bracket->start + 1 && s->analyser->aside && s->analyser->aside(s, i))
			return false;
		words += u->kind == UNIT_HANGUL || u->kind == UNIT_LATIN;
		latin += u->kind == UNIT_LATIN && marks_acronym(s->text + u->start, u->end - u->start);
	}
	return words > latin;
}

/* Commas, dashes and colons in a stretch: they part a text as brackets do. */
static size_t marking_parts(const struct side *side, uint32_t start, uint32_t end)
{
	size_t parts = 0;

	for (size_t i = scan_unit(side, start); i < side->units.count && side->units.items[i].start < end; i++) {
		const struct unit *u = &side->units.items[i];

		if (u->kind == UNIT_MARK)
			parts += u->mark == ',' || u->mark == ';' || u->mark == ':' || u->mark == 0x2013 ||
				 u->mark == 0x2014;
	}
	return parts;
}

static size_t marking_all_parts(const struct side *side)
{
	return marking_parts(side, 0, (uint32_t)side->len);
}

static void marking_brackets(struct parity *p)
{
	struct marking_tokens lists[2];

	for (size_t side = 0; side < 2; side++) {
		size_t kept = 0;

		lists[side] = marking_list(p->sides[side], TOKEN_BRACKET);
		for (size_t i = 0; i < lists[side].count; i++)
			if (marking_speaks(p, side, lists[side].items[i]))
				lists[side].items[kept++] = lists[side].items[i];
		lists[side].count = kept;
	}
	for (size_t side = 0; side < 2; side++) {
		size_t own = marking_all_parts(p->sides[side]), other = marking_all_parts(p->sides[1 - side]);

		for (size_t i = lists[1 - side].count; i < lists[side].count; i++) {
			const struct token *t = lists[side].items[i];

			if (other <= own - marking_parts(p->sides[side], t->start, t->end))
				parity_report(p, DIAG_PARITY_BRACKET, side, t, NULL);
		}
	}
}

void marking_check(struct parity *p)
{
	marking_equal(p, TOKEN_URL, DIAG_PARITY_ADDRESS);
	marking_equal(p, TOKEN_EMAIL, DIAG_PARITY_ADDRESS);
	marking_equal(p, TOKEN_PHONE, DIAG_PARITY_ADDRESS);
	marking_equal(p, TOKEN_NOTE, DIAG_PARITY_MARK);
	marking_equal(p, TOKEN_REF, DIAG_PARITY_REF);
	marking_count(p, TOKEN_STRONG, DIAG_PARITY_MARK);
	marking_count(p, TOKEN_QUOTE, DIAG_PARITY_QUOTE);
	marking_brackets(p);
}
