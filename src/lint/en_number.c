/*
 * English numbers in digits and words, with their limits, measures and currencies; fractions.
 */
#include "en_int.h"

#include <string.h>

/* ---- numbers ---- */

struct en_amount {
	struct decimal number;
	size_t used;
	bool words, ordinal; /* words: no digit in it */
};

/* Power of ten of the scale at a unit: million, or m and bn right behind digits. 0: none. */
static int32_t en_scale(const struct side *side, size_t unit, bool money)
{
	if (en_class(side, unit) == WORD_SCALE)
		return (int32_t)en_value(side, unit);
	if (!en_joined(side, unit))
		return 0;
	if (scan_is(side, unit, "bn"))
		return 9;
	if (scan_is(side, unit, "tn"))
		return 12;
	return money && scan_is(side, unit, "m") ? 6 : 0;
}

static struct en_amount en_digits(const struct side *side, size_t unit, bool money)
{
	const struct unit *u = &side->units.items[unit];
	struct en_amount amount = {.number = u->number, .used = 1};
	int32_t scale = en_scale(side, unit + 1, money);

	if (scale) {
		amount.number = decimal_of(u->number.digits, u->number.exponent + scale);
		amount.used = 2;
	} else if (en_suffix(side, unit + 1)) {
		amount.ordinal = true;
		amount.used = 2;
	}
	return amount;
}

/* Whether `and` or a hyphen at a unit joins two parts of one number: one hundred and five, twenty-one. */
static bool en_joins(const struct side *side, size_t unit, bool after_scale, bool after_tens)
{
	enum word_class next = en_class(side, unit + 1);

	if (after_scale && scan_is(side, unit, "and"))
		return next == WORD_NUMBER || next == WORD_TENS || next == WORD_ORDINAL;
	return after_tens && scan_mark(side, unit, '-') && en_joined(side, unit) &&
	       (next == WORD_NUMBER || next == WORD_ORDINAL);
}

/* a hundred, half a million: how many units lead to the scale, and the number before it in halves. */
static size_t en_article(const struct side *side, size_t unit, struct decimal *number)
{
	size_t used = scan_is(side, unit, "half") ? 1 : 0;

	if (!scan_is(side, unit + used, "a") ||
	    (en_class(side, unit + used + 1) != WORD_SCALE && !scan_is(side, unit + used + 1, "dozen")))
		return 0;
	*number = used ? decimal_of(5, -1) : decimal_of(1, 0);
	return used + 1;
}

/* Numbers in words. Parts below a thousand gather in `part`, which each larger scale takes over. */
static struct en_amount en_words(const struct side *side, size_t unit)
{
	struct en_amount amount = {.words = true};
	struct decimal part = {0, 0};
	bool scale = false, tens = false, open = true;
	size_t at = unit + en_article(side, unit, &part);

	while (open) {
		enum word_class class = en_class(side, at);
		bool follows = at > unit && en_joins(side, at, scale, tens);

		at += follows;
		class = follows ? en_class(side, at) : class;
		if (at > unit && !follows && !scale && class != WORD_SCALE && !(tens && class == WORD_ORDINAL))
			break;
		if (class == WORD_SCALE) {
			part = part.digits ? decimal_of(part.digits, part.exponent + (int32_t)en_value(side, at))
					   : (struct decimal){0, 0};
			open = part.digits != 0;
		} else if (class == WORD_NUMBER || class == WORD_TENS || class == WORD_ORDINAL) {
			open = decimal_add(&part, decimal_of(en_value(side, at), 0));
		} else {
			break;
		}
		if (!open)
			break;
		scale = class == WORD_SCALE;
		tens = class == WORD_TENS;
		if (scale && en_value(side, at) > 2) {
			open = decimal_add(&amount.number, part);
			part = (struct decimal){0, 0};
		}
		amount.ordinal = class == WORD_ORDINAL;
		at++;
		amount.used = at - unit;
		open = open && !amount.ordinal;
	}
	if (!decimal_add(&amount.number, part))
		amount.used = 0;
	return amount;
}

static struct en_amount en_amount(const struct side *side, size_t unit, bool money)
{
	const struct unit *u = &side->units.items[unit];

	if (u->kind == UNIT_NUMBER)
		return u->chain || marks_glued(side, unit) ? (struct en_amount){.used = 0}
							   : en_digits(side, unit, money);
	return u->kind == UNIT_LATIN ? en_words(side, unit) : (struct en_amount){.used = 0};
}

/* ---- limits: about, more than, up to ---- */

static bool en_pair(const struct side *side, size_t unit, const char *first, const char *second)
{
	return unit > 1 && scan_is(side, unit - 2, first) && scan_is(side, unit - 1, second);
}

static uint8_t en_limit_pair(const struct side *side, size_t unit)
{
	static const struct {
		const char *first, *second;
		uint8_t limit;
		bool flips; /* after no: no more than */
	} pairs[] = {
		{"more", "than", LIMIT_MORE, true},   {"less", "than", LIMIT_LESS, true},
		{"fewer", "than", LIMIT_LESS, true},  {"later", "than", LIMIT_MORE, true},
		{"at", "least", LIMIT_MORE, false},   {"at", "most", LIMIT_LESS, false},
		{"up", "to", LIMIT_LESS, false},      {"greater", "than", LIMIT_MORE, true},
		{"longer", "than", LIMIT_MORE, true}, {"excess", "of", LIMIT_MORE, false},
		{"close", "to", LIMIT_ABOUT, false},
	};

	for (size_t i = 0; i < COUNT_OF(pairs); i++)
		if (en_pair(side, unit, pairs[i].first, pairs[i].second))
			return pairs[i].flips && unit > 2 && scan_is(side, unit - 3, "no")
				       ? pairs[i].limit ^ (LIMIT_MORE | LIMIT_LESS)
				       : pairs[i].limit;
	return 0;
}

void en_limits(const struct side *side, size_t first, size_t after, struct token *token)
{
	enum word_class before = first ? en_class(side, first - 1) : WORD_NONE;
	bool span = token->measure >= MEASURE_YEAR && token->measure <= MEASURE_SECOND;

	token->limits = en_limit_pair(side, first);
	if (before == WORD_ABOUT || (first && scan_is(side, first - 1, "some") && token->kind != TOKEN_DATE))
		token->limits = LIMIT_ABOUT;
	if (before == WORD_MORE && !span && token->kind != TOKEN_DATE)
		token->limits = LIMIT_MORE;
	if (before == WORD_LESS && token->kind != TOKEN_DATE)
		token->maybe_limits = LIMIT_LESS;
	if (before == WORD_MORE)
		token->maybe_limits = LIMIT_MORE;
	if (scan_is(side, after, "or") && scan_is(side, after + 1, "so"))
		token->limits = LIMIT_ABOUT;
	else if (scan_is(side, after, "or") && scan_is(side, after + 1, "more"))
		token->limits = LIMIT_MORE;
	else if (scan_is(side, after, "or") && (scan_is(side, after + 1, "less") || scan_is(side, after + 1, "fewer")))
		token->limits = LIMIT_LESS;
}

/* ---- what follows a number ---- */

/* per cent, percentage points, °C, months: units it takes. */
static size_t en_measure(const struct side *side, size_t unit, uint8_t *measure)
{
	size_t at = unit + (scan_mark(side, unit, '-') && en_joined(side, unit) && en_joined(side, unit + 1));

	if (scan_mark(side, unit, '%') || (scan_is(side, unit, "per") && scan_is(side, unit + 1, "cent"))) {
		*measure = MEASURE_PERCENT;
		return scan_mark(side, unit, '%') ? 1 : 2;
	}
	if (scan_is(side, unit, "percentage") &&
	    (scan_is(side, unit + 1, "points") || scan_is(side, unit + 1, "point"))) {
		*measure = MEASURE_POINT;
		return 2;
	}
	if (scan_mark(side, unit, 0xB0) && (scan_is(side, unit + 1, "c") || scan_is(side, unit + 1, "f"))) {
		*measure = scan_is(side, unit + 1, "c") ? MEASURE_CELSIUS : MEASURE_FAHRENHEIT;
		return 2;
	}
	if (en_class(side, at) != WORD_MEASURE)
		return 0;
	*measure = (uint8_t)en_value(side, at);
	return at + 1 - unit;
}

static bool en_minus(const struct side *side, size_t unit)
{
	if (!unit)
		return false;
	if (scan_is(side, unit - 1, "minus"))
		return true;
	return en_joined(side, unit) && (scan_mark(side, unit - 1, 0x2212) ||
					 (scan_mark(side, unit - 1, '-') && (unit == 1 || !en_joined(side, unit - 1))));
}

/* In a range the first number takes the scale of the second: 3 to 5 million. */
static int32_t en_range_scale(const struct side *side, size_t unit)
{
	static const char *const words[] = {"to", "and", "or", NULL};

	if (!en_any(side, unit, words) && !scan_mark(side, unit, 0x2013) && !scan_mark(side, unit, '-'))
		return 0;
	if (side->units.items[unit + 1].kind != UNIT_NUMBER || en_class(side, unit + 2) != WORD_SCALE)
		return 0;
	return en_scale(side, unit + 2, false);
}

static size_t en_number_add(struct side *side, size_t unit, const struct en_amount *amount)
{
	size_t used = amount->used;
	bool minus = en_minus(side, unit);
	struct token *token = scan_token(side, TOKEN_NUMBER, side->units.items[unit - minus].start, 0);

	token->number = amount->number;
	if (amount->used == 1 && !amount->words)
		token->number.exponent += en_range_scale(side, unit + 1);
	if (minus)
		token->number.digits = -token->number.digits;
	token->soft = amount->words && decimal_whole(amount->number, 1) == 1;
	used += en_measure(side, unit + used, &token->measure);
	if (!token->measure && en_class(side, unit + used) == WORD_CURRENCY && en_value(side, unit + used)) {
		token->kind = TOKEN_MONEY;
		token->currency = (uint8_t)en_value(side, unit + used);
		used++;
	}
	token->end = side->units.items[unit + used - 1].end;
	en_limits(side, unit - minus, unit + used, token);
	return used;
}

static bool en_year_alone(const struct side *side, size_t unit)
{
	uint8_t measure = MEASURE_NONE;

	return date_year(side, unit) && !marks_glued(side, unit) && !en_minus(side, unit) &&
	       !en_scale(side, unit + 1, false) && !en_suffix(side, unit + 1) &&
	       !en_measure(side, unit + 1, &measure) && en_class(side, unit + 1) != WORD_CURRENCY;
}

size_t en_number(struct side *side, size_t unit)
{
	struct en_amount amount;

	if (en_year_alone(side, unit)) {
		struct token *token = date_add(side, date_year(side, unit), 0, 0, side->units.items[unit].start,
					       side->units.items[unit].end);

		if (!scan_is(side, unit + 1, "s") || !en_joined(side, unit + 1)) {
			en_limits(side, unit, unit + 1, token);
			return 1;
		}
		token->kind = TOKEN_NUMBER;
		token->number = side->units.items[unit].number;
		token->measure = MEASURE_DECADE;
		token->end = side->units.items[unit + 1].end;
		return 2;
	}
	amount = en_amount(side, unit, false);
	return amount.used ? en_number_add(side, unit, &amount) : 0;
}

/* £1.6 million, US$5bn, GBP 3m. */
size_t en_money(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	bool prefix = scan_is(side, unit, "us") && scan_mark(side, unit + 1, '$');
	size_t sign = unit + prefix;
	uint32_t currency = side->units.items[sign].kind == UNIT_MARK ? scan_currency(side->units.items[sign].mark) : 0;
	struct en_amount amount;
	struct token *token;

	if (!currency && en_class(side, unit) == WORD_CURRENCY && en_capital(side, unit) && u[1].kind == UNIT_NUMBER)
		currency = (uint32_t)en_value(side, unit);
	if (!currency || side->units.items[sign + 1].kind != UNIT_NUMBER)
		return 0;
	amount = en_amount(side, sign + 1, true);
	if (!amount.used)
		return 0;
	token = scan_token(side, TOKEN_MONEY, u->start, side->units.items[sign + amount.used].end);
	token->number = amount.number;
	token->currency = (uint8_t)currency;
	en_limits(side, unit, sign + 1 + amount.used, token);
	return sign + 1 + amount.used - unit;
}

/* ---- fractions, and numbers that are only meant along ---- */

static struct token *en_fraction_add(struct side *side, int64_t upper, int64_t lower, size_t first, size_t last)
{
	struct token *token =
		scan_token(side, TOKEN_FRACTION, side->units.items[first].start, side->units.items[last].end);

	token->number = decimal_of(upper, 0);
	token->value = lower;
	return token;
}

/* thirds, quarters: the lower number of a fraction in words, or 0. */
static int64_t en_part(const struct side *side, size_t unit)
{
	static const struct {
		const char *one, *many;
		int64_t value;
	} parts[] = {{"half", "halves", 2},  {"third", "thirds", 3}, {"quarter", "quarters", 4},
		     {"fifth", "fifths", 5}, {"sixth", "sixths", 6}, {"eighth", "eighths", 8},
		     {"tenth", "tenths", 10}};

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (scan_is(side, unit, parts[i].one) || scan_is(side, unit, parts[i].many))
			return parts[i].value;
	return 0;
}

size_t en_fraction(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	bool one = scan_is(side, unit, "a") || scan_is(side, unit, "one");
	int64_t upper = en_class(side, unit) == WORD_NUMBER ? en_value(side, unit) : one;
	size_t part = unit + 1 + scan_mark(side, unit + 1, '-');
	int64_t lower = upper ? en_part(side, part) : 0;

	if (u->kind == UNIT_NUMBER && scan_mark(side, unit + 1, '/') && u[2].kind == UNIT_NUMBER && !u[1].gap &&
	    !u[2].gap && !u->chain && !u[2].chain && !scan_mark(side, unit + 3, '/')) {
		en_fraction_add(side, decimal_whole(u->number, 100000), decimal_whole(u[2].number, 100000), unit,
				unit + 2);
		return 3;
	}
	if (scan_is(side, unit, "half") && !scan_is(side, unit + 1, "a")) {
		en_fraction_add(side, 1, 2, unit, unit)->soft = true;
		return 1;
	}
	if (lower && (upper > 1 || lower == 4 || scan_is(side, part + 1, "of"))) {
		en_fraction_add(side, upper, lower, unit, part)->soft = lower == 2;
		return part + 1 - unit;
	}
	return 0;
}

/* both, bilateral, twice; a year, a decade. */
size_t en_along(struct side *side, size_t unit)
{
	static const char *const ones[] = {"a", "an", "per", NULL};
	static const char *const parties[] = {"countries", "sides", "parties", "governments", "nations", NULL};
	const struct unit *u = &side->units.items[unit];
	struct token *token;

	if (en_class(side, unit) == WORD_MANY) {
		token = scan_token(side, TOKEN_NUMBER, u->start, u->end);
		token->number = decimal_of(u->word->value, 0);
		token->soft = true;
		token->value = scan_is(side, unit, "both") && en_any(side, unit + 1, parties) ? TOGETHER : 0;
		return 1;
	}
	if (!en_any(side, unit, ones) || en_class(side, unit + 1) != WORD_MEASURE)
		return 0;
	token = scan_token(side, TOKEN_NUMBER, u->start, u[1].end);
	token->soft = true;
	token->number = decimal_of(1, en_value(side, unit + 1) == MEASURE_DECADE ? 1 : 0);
	token->measure =
		(uint8_t)(en_value(side, unit + 1) == MEASURE_DECADE ? MEASURE_YEAR : en_value(side, unit + 1));
	en_limits(side, unit, unit + 2, token);
	return 2;
}
