/*
 * Korean numbers in digits with their scales, counters, measures, currencies and limits; fractions.
 */
#include "ko_int.h"

#include <string.h>

/* ---- numbers in digits ---- */

struct ko_amount {
	struct decimal number;
	struct ko_place end;
	uint8_t limits, maybe;
};

/* 조 is a trillion before a currency or another number, an article of a law otherwise. */
static bool ko_trillion(const struct ko *ko, struct ko_place after)
{
	return ko_unit(ko, after.unit)->kind == UNIT_NUMBER ||
	       ko_word(ko, after, KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_SCALE)) || ko_begins(ko, after, "여");
}

/* Whether a power of ten at a place is meant as one, and is not the beginning of another word: 조사, 만큼, 제3조. */
static bool ko_is_scale(const struct ko *ko, const struct word *word, struct ko_place after)
{
	bool inside = after.byte > ko_unit(ko, after.unit)->start;

	if (word->value == 12)
		return ko_trillion(ko, after);
	return word->value <= 3 || !inside || ko_ends(ko, after) ||
	       ko_word(ko, after, KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_COUNTER) | KO_BIT(WORD_MEASURE));
}

/* 천, 백, 만, 억, 조 and their products right behind digits: 5천만. The power of ten, and where it ends. */
static int32_t ko_scale(const struct ko *ko, struct ko_place *place, bool *large)
{
	const struct word *word = ko_gap(ko, *place) ? NULL : ko_word(ko, *place, KO_BIT(WORD_SCALE));
	int32_t scale = 0;

	*large = false;
	while (word && !*large && ko_is_scale(ko, word, ko_skip(ko, *place, strlen(word->text)))) {
		scale += (int32_t)word->value;
		*large = word->value > 3;
		*place = ko_skip(ko, *place, strlen(word->text));
		word = place->byte > ko_unit(ko, place->unit)->start ? ko_word(ko, *place, KO_BIT(WORD_SCALE)) : NULL;
	}
	return scale;
}

/* Digits with their scales, several of them added: 1억 6,000만, 36만 5천. */
static struct ko_amount ko_digits(const struct ko *ko, size_t unit)
{
	struct ko_amount amount = {.end = ko_at(ko, unit)};
	bool large = true;

	while (large && ko_unit(ko, amount.end.unit)->kind == UNIT_NUMBER && !ko_unit(ko, amount.end.unit)->chain &&
	       !marks_glued(ko->side, amount.end.unit)) {
		struct decimal part = ko_unit(ko, amount.end.unit)->number;
		struct ko_place after = ko_at(ko, amount.end.unit + 1);

		part = decimal_of(part.digits, part.exponent + ko_scale(ko, &after, &large));
		if (!decimal_add(&amount.number, part))
			break;
		amount.end = after;
	}
	if (ko_begins(ko, amount.end, "여") && !ko_gap(ko, amount.end)) {
		amount.limits = LIMIT_ABOUT;
		amount.maybe = LIMIT_MORE;
		amount.end = ko_skip(ko, amount.end, KO_SYLLABLE);
	}
	return amount;
}

/* %, %p, °C and signs such as km. */
static bool ko_sign(const struct ko *ko, struct ko_place *place, struct token *token)
{
	const struct unit *u = ko_unit(ko, place->unit);

	if (scan_mark(ko->side, place->unit, '%')) {
		bool point = !u[1].gap &&
			     (scan_is(ko->side, place->unit + 1, "p") || scan_is(ko->side, place->unit + 1, "pt") ||
			      ko_begins(ko, ko_at(ko, place->unit + 1), "포인트"));

		token->measure = point ? MEASURE_POINT : MEASURE_PERCENT;
		*place = ko_at(ko, place->unit + (point ? 2 : 1));
		return true;
	}
	if (u->kind == UNIT_MARK && u->mark == 0x2103) {
		token->measure = MEASURE_CELSIUS;
		*place = ko_at(ko, place->unit + 1);
		return true;
	}
	if (scan_mark(ko->side, place->unit, 0xB0) && u[1].kind == UNIT_LATIN) {
		token->measure = scan_is(ko->side, place->unit + 1, "f") ? MEASURE_FAHRENHEIT : MEASURE_CELSIUS;
		*place = ko_at(ko, place->unit + 2);
		return true;
	}
	if (u->kind != UNIT_LATIN || !u->word || u->word->class != WORD_MEASURE)
		return false;
	token->measure = (uint8_t)u->word->value;
	*place = ko_at(ko, place->unit + 1);
	return true;
}

/* Whether a word with a space before it belongs to the number: 파운드, 개월, 원 with its particle. */
static bool ko_follows(const struct ko *ko, struct ko_place place, const struct word *word)
{
	struct ko_place after = ko_skip(ko, place, strlen(word->text));

	if (strlen(word->text) == KO_SYLLABLE && !ko_ends(ko, after))
		return false;
	return !ko_gap(ko, place) || word->class == WORD_CURRENCY || strlen(word->text) > KO_SYLLABLE ||
	       word->value == MEASURE_TIMES || word->value == MEASURE_TONNE || word->class == WORD_COUNTER;
}

void ko_measure(const struct ko *ko, struct ko_place *place, struct token *token)
{
	const struct word *word =
		ko_word(ko, *place, KO_BIT(WORD_MEASURE) | KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_COUNTER));

	if (ko_sign(ko, place, token) || !word || !ko_follows(ko, *place, word))
		return;
	if (word->class == WORD_CURRENCY) {
		token->kind = TOKEN_MONEY;
		token->currency = (uint8_t)word->value;
	}
	if (word->class == WORD_MEASURE)
		token->measure = (uint8_t)word->value;
	*place = ko_skip(ko, *place, strlen(word->text));
}

static uint8_t ko_limit_of(const struct word *word)
{
	return word->class == WORD_ABOUT ? LIMIT_ABOUT : word->class == WORD_MORE ? LIMIT_MORE : LIMIT_LESS;
}

/* Whether a limit behind a number is one there, and no beginning of another word: 경보, 이상기후. */
static bool ko_is_limit(const struct ko *ko, struct ko_place place, const struct word *word)
{
	static const char *const bound[] = {"경", "쯤", "께", NULL};

	if (!strcmp(word->text, "넘"))
		return true;
	if (!word->value || (ko_gap(ko, place) && ko_begins_any(ko, place, bound)))
		return false;
	return ko_ends(ko, ko_skip(ko, place, strlen(word->text)));
}

/* The limit behind a number: 50명 이상, or with a particle between: 50명을 넘는. */
static const struct word *ko_behind(const struct ko *ko, struct ko_place after)
{
	const uint32_t classes = KO_BIT(WORD_ABOUT) | KO_BIT(WORD_MORE) | KO_BIT(WORD_LESS);
	const struct word *word = ko_word(ko, after, classes);

	if (word)
		return ko_is_limit(ko, after, word) ? word : NULL;
	if (after.byte == ko_unit(ko, after.unit)->start ||
	    (!ko_begins(ko, after, "을") && !ko_begins(ko, after, "를") && !ko_begins(ko, after, "이")))
		return NULL;
	word = ko_word(ko, ko_at(ko, after.unit + 1), KO_BIT(WORD_MORE));
	return word && ko_is_limit(ko, ko_at(ko, after.unit + 1), word) ? word : NULL;
}

void ko_limits(const struct ko *ko, size_t first, struct ko_place after, struct token *token)
{
	const uint32_t classes = KO_BIT(WORD_ABOUT) | KO_BIT(WORD_MORE) | KO_BIT(WORD_LESS);
	const struct word *before = first ? ko_word(ko, ko_at(ko, first - 1), classes) : NULL;
	const struct word *behind = ko_behind(ko, after);

	if (before && !before->value &&
	    strlen(before->text) == ko_unit(ko, first - 1)->end - ko_unit(ko, first - 1)->start) {
		if (strcmp(before->text, "적어도") != 0)
			token->limits |= ko_limit_of(before);
		else
			token->maybe_limits |= ko_limit_of(before); /* it may belong to the whole sentence */
	}
	if (!behind)
		return;
	if (!strcmp(behind->text, "이내") || !strcmp(behind->text, "전후"))
		token->maybe_limits |= ko_limit_of(behind);
	else
		token->limits |= ko_limit_of(behind);
}

static bool ko_minus(const struct ko *ko, size_t unit)
{
	if (!unit)
		return false;
	if (ko_begins(ko, ko_at(ko, unit - 1), "영하"))
		return true;
	return !ko_unit(ko, unit)->gap &&
	       (scan_mark(ko->side, unit - 1, 0x2212) ||
		(scan_mark(ko->side, unit - 1, '-') && (unit == 1 || ko_unit(ko, unit - 1)->gap)));
}

/* In a range the first number takes scale and measure of the second: 3~5만 명. */
static void ko_range(const struct ko *ko, size_t unit, struct token *token)
{
	struct ko_amount next;
	struct ko_place end;
	struct token second = {0};
	int32_t scale;
	bool large;

	if (!scan_mark(ko->side, unit + 1, '~') || ko_unit(ko, unit + 2)->kind != UNIT_NUMBER)
		return;
	next = ko_digits(ko, unit + 2);
	end = next.end;
	ko_measure(ko, &end, &second);
	token->measure = second.measure;
	token->currency = second.currency;
	if (second.kind == TOKEN_MONEY)
		token->kind = TOKEN_MONEY;
	end = ko_at(ko, unit + 3);
	scale = ko_scale(ko, &end, &large);
	token->number = decimal_of(token->number.digits, token->number.exponent + scale);
}

size_t ko_number(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	struct ko_amount amount;
	struct token *token;
	bool minus = ko_minus(ko, unit);

	if (u->kind != UNIT_NUMBER)
		return 0;
	amount = ko_digits(ko, unit);
	if (amount.end.byte == u->start)
		return 0;
	token = scan_token(ko->side, TOKEN_NUMBER, u[-(int)minus].start, 0);
	token->number = amount.number;
	token->limits = amount.limits;
	token->maybe_limits = amount.maybe;
	if (minus)
		token->number.digits = -token->number.digits;
	ko_measure(ko, &amount.end, token);
	if (amount.end.unit == unit + 1)
		ko_range(ko, unit, token);
	token->end = ko_end(ko, amount.end);
	ko_limits(ko, unit - minus, amount.end, token);
	return ko_used(ko, unit, amount.end);
}

/* £160만, US$100. */
size_t ko_money(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	uint32_t currency = u->kind == UNIT_MARK ? scan_currency(u->mark) : 0;
	size_t used;

	if (u->kind == UNIT_LATIN && u->word && u->word->class == WORD_CURRENCY)
		currency = (uint32_t)u->word->value;
	used = currency && u[1].kind == UNIT_NUMBER ? ko_number(ko, unit + 1) : 0;
	if (!used)
		return 0;
	ko_last(ko)->kind = TOKEN_MONEY;
	ko_last(ko)->currency = (uint8_t)currency;
	ko_last(ko)->start = u->start;
	return used + 1;
}

/* 3분의 2, 3/4. */
size_t ko_fraction(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	bool slash = scan_mark(ko->side, unit + 1, '/') && !u[1].gap && !u[2].gap;
	struct token *token;

	if (ko_begins(ko, ko_at(ko, unit), "절반")) {
		token = scan_token(ko->side, TOKEN_FRACTION, u->start, u->end);
		token->number = decimal_of(1, 0);
		token->value = 2;
		token->soft = true;
		return 1;
	}
	if (u->kind != UNIT_NUMBER || u[2].kind != UNIT_NUMBER || u->chain || u[2].chain ||
	    scan_mark(ko->side, unit + 3, '/') ||
	    (!slash && (!ko_begins(ko, ko_at(ko, unit + 1), "분의") || u[1].end - u[1].start != 2 * KO_SYLLABLE)))
		return 0;
	token = scan_token(ko->side, TOKEN_FRACTION, u->start, u[2].end);
	token->number = decimal_of(decimal_whole(u[slash ? 0 : 2].number, 100000), 0);
	token->value = decimal_whole(u[slash ? 2 : 0].number, 100000);
	return 3;
}
