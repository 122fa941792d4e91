/*
 * Numbers, dates, times and sums of two sides. Tokens are answered in turns, the closest agreement first; what is left
 * then is a difference. A turn looks only near the same place of the other side if a text is very long, so that the
 * work grows with its length alone.
 */
#include "lint_int.h"

#include <stdlib.h>
#include <string.h>

enum { QUANTITY_NEAR = 256 }; /* tokens before and after that are compared with one */

struct quantity {
	const struct token *token;
	const struct token *answer;
};

struct quantities {
	struct quantity *items;
	size_t count, cap;
};

static bool quantity_kind(enum token_kind kind)
{
	return kind == TOKEN_NUMBER || kind == TOKEN_FRACTION || kind == TOKEN_DATE || kind == TOKEN_TIME ||
	       kind == TOKEN_MONEY || kind == TOKEN_WEEKDAY || kind == TOKEN_ZONE || kind == TOKEN_VERSION;
}

static int quantity_order(const void *left, const void *right)
{
	const struct token *a = ((const struct quantity *)left)->token, *b = ((const struct quantity *)right)->token;

	return a->start < b->start ? -1 : a->start > b->start;
}

static struct quantities quantity_list(const struct side *side)
{
	struct quantities list = {0};

	for (size_t i = 0; i < side->tokens.count; i++)
		if (quantity_kind(side->tokens.items[i].kind))
			*LIST_ADD(side->arena, &list) = (struct quantity){&side->tokens.items[i], NULL};
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, quantity_order);
	return list;
}

/* ---- agreement ---- */

static bool quantity_year(const struct token *t)
{
	return t->kind == TOKEN_DATE && !t->month && !t->day;
}

static struct decimal quantity_number(const struct token *t)
{
	return t->kind == TOKEN_DATE ? decimal_of(t->year, 0) : t->number;
}

/* A part of a date that one side leaves out is agreed to if the other side took its own from a neighbour. */
static bool quantity_same_date(const struct token *a, const struct token *b)
{
	bool guessed = a->guessed || b->guessed;

	if (a->day != b->day)
		return false;
	if (a->month != b->month && !(guessed && a->day && (!a->month || !b->month)))
		return false;
	return a->year == b->year || (guessed && (!a->year || !b->year));
}

static bool quantity_same_value(const struct token *a, const struct token *b)
{
	switch (a->kind) {
	case TOKEN_DATE:
		return quantity_same_date(a, b);
	case TOKEN_TIME:
	case TOKEN_WEEKDAY:
	case TOKEN_ZONE:
		return a->value == b->value;
	case TOKEN_FRACTION:
		return a->value == b->value && decimal_equal(a->number, b->number);
	case TOKEN_NUMBER:
	case TOKEN_MONEY:
	default:
		return decimal_equal(a->number, b->number);
	}
}

static bool quantity_equal(const struct token *a, const struct token *b)
{
	return a->kind == b->kind && a->measure == b->measure && a->currency == b->currency &&
	       quantity_same_value(a, b);
}

static bool quantity_same(const struct token *a, const struct token *b)
{
	return !a->soft && !b->soft && quantity_equal(a, b) && a->limits == b->limits;
}

static bool quantity_same_but_limits(const struct token *a, const struct token *b)
{
	return !a->soft && !b->soft && quantity_equal(a, b);
}

/* A measure may be said on one side only, if words of that language do without; a year may stand as a bare number. */
static bool quantity_like(const struct token *a, const struct token *b)
{
	if (a->kind == b->kind)
		return quantity_same_value(a, b) && (a->kind != TOKEN_MONEY || a->currency == b->currency) &&
		       (a->kind != TOKEN_NUMBER || !a->measure || !b->measure || a->measure == b->measure);
	if (a->kind == TOKEN_NUMBER && quantity_year(b))
		return !a->measure && decimal_equal(a->number, quantity_number(b));
	return b->kind == TOKEN_NUMBER && quantity_year(a) && !b->measure &&
	       decimal_equal(quantity_number(a), b->number);
}

static bool quantity_like_hard(const struct token *a, const struct token *b)
{
	return !a->soft && !b->soft && quantity_like(a, b);
}

static bool quantity_countable(const struct token *t)
{
	return t->kind == TOKEN_NUMBER || t->kind == TOKEN_MONEY || quantity_year(t);
}

/* The same number with another measure or currency. */
static bool quantity_other_unit(const struct token *a, const struct token *b)
{
	return !a->soft && !b->soft && quantity_countable(a) && quantity_countable(b) &&
	       decimal_equal(quantity_number(a), quantity_number(b));
}

static bool quantity_other_value(const struct token *a, const struct token *b)
{
	return !a->soft && !b->soft && a->kind == b->kind;
}

/* ---- turns ---- */

typedef bool quantity_test(const struct token *, const struct token *);

static void quantity_turn(struct quantities *a, struct quantities *b, quantity_test *test,
			  void (*found)(struct parity *, const struct token *, const struct token *), struct parity *p)
{
	for (size_t i = 0; i < a->count; i++) {
		size_t middle = a->count > QUANTITY_NEAR ? i * b->count / a->count : 0;
		size_t from = middle > QUANTITY_NEAR ? middle - QUANTITY_NEAR : 0, to = middle + 2 * QUANTITY_NEAR;

		for (size_t j = from; !a->items[i].answer && j < b->count && j < to; j++) {
			if (b->items[j].answer || !test(a->items[i].token, b->items[j].token))
				continue;
			a->items[i].answer = b->items[j].token;
			b->items[j].answer = a->items[i].token;
			if (found)
				found(p, a->items[i].token, b->items[j].token);
		}
	}
}

static enum diag_code quantity_code(const struct token *t)
{
	static const enum diag_code codes[TOKEN_KINDS] = {
		[TOKEN_NUMBER] = DIAG_PARITY_NUMBER,  [TOKEN_FRACTION] = DIAG_PARITY_NUMBER,
		[TOKEN_VERSION] = DIAG_PARITY_NUMBER, [TOKEN_DATE] = DIAG_PARITY_DATE,
		[TOKEN_WEEKDAY] = DIAG_PARITY_DATE,   [TOKEN_TIME] = DIAG_PARITY_TIME,
		[TOKEN_ZONE] = DIAG_PARITY_TIME,      [TOKEN_MONEY] = DIAG_PARITY_MONEY,
	};

	return codes[t->kind];
}

/* The second language is the one that was translated, as a rule: a difference is shown there. */
static void quantity_differs(struct parity *p, const struct token *a, const struct token *b)
{
	parity_report(p, quantity_code(b), 1, b, a);
}

static void quantity_unit(struct parity *p, const struct token *a, const struct token *b)
{
	bool money = a->kind == TOKEN_MONEY || b->kind == TOKEN_MONEY;

	parity_report(p, money ? DIAG_PARITY_MONEY : DIAG_PARITY_MEASURE, 1, b, a);
}

/* "about" on one side only. */
static void quantity_limits(struct parity *p, const struct quantities *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct token *a = list->items[i].token, *b = list->items[i].answer;

		if (!b)
			continue;
		if (a->limits & ~(b->limits | b->maybe_limits))
			parity_report(p, DIAG_PARITY_LIMIT, 0, a, b);
		else if (b->limits & ~(a->limits | a->maybe_limits))
			parity_report(p, DIAG_PARITY_LIMIT, 1, b, a);
	}
}

static void quantity_missing(struct parity *p, size_t side, const struct quantities *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (!list->items[i].answer && !list->items[i].token->soft)
			parity_report(p, quantity_code(list->items[i].token), side, list->items[i].token, NULL);
}

void quantity_check(struct parity *p)
{
	struct quantities a = quantity_list(p->sides[0]), b = quantity_list(p->sides[1]);

	quantity_turn(&a, &b, quantity_same, NULL, p);
	quantity_turn(&a, &b, quantity_same_but_limits, NULL, p);
	quantity_turn(&a, &b, quantity_like_hard, NULL, p);
	quantity_turn(&a, &b, quantity_like, NULL, p);
	quantity_limits(p, &a);
	quantity_turn(&a, &b, quantity_other_unit, quantity_unit, p);
	quantity_turn(&a, &b, quantity_other_value, quantity_differs, p);
	quantity_missing(p, 0, &a);
	quantity_missing(p, 1, &b);
}
