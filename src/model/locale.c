/*
 * Dates, numbers and phrases in the forms that a language has in the file of languages.
 */
#include "locale.h"
#include "locale_int.h"
#include "model_int.h"

#include <inttypes.h>
#include <string.h>
#include <unicode/uloc.h>

static const char no_break_space[] = "\xC2\xA0";

const struct locale *locale_find(const struct locale_set *set, const char *lang_key)
{
	for (size_t i = 0; i < set->count; i++)
		if (!strcmp(set->items[i].key, lang_key))
			return &set->items[i];
	return NULL;
}

/* Fills the {name} places of a pattern from pairs name, value, ..., NULL. A place without a pair stays as it is. */
static void fill(const char *pattern, const char *const *pairs, struct buf *out)
{
	while (*pattern) {
		size_t len = *pattern == '{' ? strcspn(pattern, "}") : 0, i = 0;

		if (!len || !pattern[len]) {
			buf_putc(out, *pattern++);
			continue;
		}
		while (pairs[i] && (strncmp(pairs[i], pattern + 1, len - 1) != 0 || pairs[i][len - 1]))
			i += 2;
		if (pairs[i])
			buf_puts(out, pairs[i + 1]);
		else
			buf_put(out, pattern, len + 1);
		pattern += len + 1;
	}
}

static void fill_date(const struct locale *locale, const struct date *date, enum locale_date form, struct buf *out)
{
	bool has_month = date->precision != DATE_YEAR, has_day = date->precision == DATE_DAY;
	unsigned int weekday = has_day ? date_weekday(date) : 0;
	size_t month = has_month ? (size_t)date->month - 1 : 0;
	const char *pattern = locale->dates[form][date->precision];
	char year[8], number[8], day[16];
	const char *const pairs[] = {
		"year",
		year,
		"month",
		locale->months[0][month],
		"month_short",
		locale->months[1][month],
		"month_number",
		number,
		"day",
		day,
		"weekday",
		locale->weekdays[0][weekday],
		"weekday_short",
		locale->weekdays[1][weekday],
		NULL,
	};

	snprintf(year, sizeof year, "%d", date->year);
	snprintf(number, sizeof number, "%d", date->month);
	snprintf(day, sizeof day, "%d", date->day);
	if (date->day == 1 && *locale->first_day && !strstr(pattern, "{month_number}"))
		snprintf(day, sizeof day, "%s", locale->first_day);
	fill(pattern, pairs, out);
}

void locale_date(const struct locale *locale, const struct date *date, enum locale_date form, bool about,
		 struct buf *out)
{
	struct buf plain = {0}, joined = {0};

	fill_date(locale, date, form, &plain);
	for (size_t i = 0; i < plain.len; i++) {
		if (plain.data[i] == ' ')
			buf_puts(&joined, no_break_space);
		else
			buf_putc(&joined, plain.data[i]);
	}
	if (about)
		fill(locale->about, (const char *const[]){"date", joined.data, NULL}, out);
	else
		buf_put(out, joined.data, joined.len);
	buf_free(&plain);
	buf_free(&joined);
}

static void put_grouped(const struct locale *locale, uint64_t size, struct buf *out)
{
	char digits[24];
	size_t len = (size_t)snprintf(digits, sizeof digits, "%" PRIu64, size);

	for (size_t i = 0; i < len; i++) {
		if (i && size >= (uint64_t)locale->from && (len - i) % (size_t)locale->group == 0)
			buf_puts(out, locale->separator);
		buf_putc(out, digits[i]);
	}
}

static uint64_t put_sign(const struct locale *locale, int64_t number, struct buf *out)
{
	if (number >= 0)
		return (uint64_t)number;
	buf_puts(out, locale->minus);
	return 0 - (uint64_t)number;
}

void locale_number(const struct locale *locale, int64_t number, struct buf *out)
{
	put_grouped(locale, put_sign(locale, number, out), out);
}

void locale_decimal(const struct locale *locale, const struct number *number, struct buf *out)
{
	uint64_t size = put_sign(locale, number->thousandths, out);
	char digits[8];

	_Static_assert(NUMBER_PLACES == 3, "thousandths have three places");
	put_grouped(locale, size / 1000, out);
	if (number->places <= 0)
		return;
	snprintf(digits, sizeof digits, "%03d", (int)(size % 1000));
	buf_puts(out, locale->decimal);
	buf_put(out, digits, (size_t)number->places);
}

bool locale_right_to_left(const char *tag)
{
	return uloc_isRightToLeft(tag);
}

bool locale_has_phrase(const struct locale *locale, const char *key)
{
	return map_find(locale->phrases, key, strlen(key)) != NULL;
}

const char *locale_phrases(const struct locale *locale, size_t index)
{
	return index < map_count(locale->phrases) ? map_key_at(locale->phrases, index) : NULL;
}

void locale_phrase(const struct locale *locale, const char *key, struct buf *out, const char *const *pairs)
{
	const char *pattern = map_find(locale->phrases, key, strlen(key));

	if (!pattern)
		BUG("the language %s has no phrase %s", locale->key, key);
	fill(pattern, pairs, out);
}
