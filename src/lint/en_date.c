/*
 * English dates in every usual order, days of the week, clock times and their zones.
 */
#include "en_int.h"

#include <string.h>

enum { EN_DAYS = 8 }; /* of one month, in a list */

/* ---- dates ---- */

static bool en_month(const struct side *side, size_t unit)
{
	return en_class(side, unit) == WORD_MONTH && en_capital(side, unit);
}

/* A day of the month with its suffix; units it takes. */
static size_t en_day(const struct side *side, size_t unit, int64_t *day)
{
	*day = date_part(side, unit, 31);
	if (!*day || side->units.items[unit].end - side->units.items[unit].start > 2)
		return 0;
	return en_suffix(side, unit + 1) ? 2 : 1;
}

static bool en_between_days(const struct side *side, size_t unit)
{
	static const char *const words[] = {"to", "and", "or", "until", NULL};

	return en_any(side, unit, words) || scan_mark(side, unit, '-') || scan_mark(side, unit, 0x2013) ||
	       scan_mark(side, unit, ',') || scan_mark(side, unit, '&');
}

/* The month that a list of days leads to: 14, 15 and 16 November. 0: none. */
static size_t en_days_month(const struct side *side, size_t unit)
{
	int64_t day;
	size_t used = en_day(side, unit, &day);

	for (int days = 0; used && days < EN_DAYS; days++) {
		unit += used;
		if (scan_is(side, unit, "of"))
			unit++;
		if (en_month(side, unit))
			return unit;
		while (en_between_days(side, unit))
			unit++;
		used = en_day(side, unit, &day);
	}
	return 0;
}

/* The year after a month, with or without a comma; unit of it, or 0. */
static size_t en_year_at(const struct side *side, size_t unit)
{
	if (scan_mark(side, unit, ',') || scan_is(side, unit, "of"))
		unit++;
	return date_year(side, unit) ? unit : 0;
}

/* 22 November 2023, 22nd of November, 14 to 16 November 2023. */
size_t en_date_day(struct side *side, size_t unit)
{
	size_t month = en_days_month(side, unit), year, at = unit, used;
	int64_t day;

	if (!month)
		return 0;
	year = en_year_at(side, month + 1);
	while (at < month && (used = en_day(side, at, &day))) {
		size_t from = at;

		at += used;
		while (at < month && (en_between_days(side, at) || scan_is(side, at, "of")))
			at++;
		en_limits(side, from, at,
			  date_add(side, year ? date_year(side, year) : 0, en_value(side, month), day,
				   side->units.items[from].start,
				   at == month ? side->units.items[year ? year : month].end
					       : side->units.items[from + used - 1].end));
	}
	return (year ? year : month) + 1 - unit;
}

/* Words after which the name of a month is no other word. */
static bool en_leads_month(const struct side *side, size_t unit)
{
	static const char *const words[] = {"in",    "of",     "by",    "since",  "until", "from", "next",  "last",
					    "early", "late",   "mid",   "during", "to",    "and",  "every", "each",
					    "this",  "before", "after", "around", "about", "on",   NULL};

	return en_any(side, unit, words);
}

static bool en_month_alone(const struct side *side, size_t unit)
{
	int64_t month = en_value(side, unit);

	if (month != 3 && month != 5 && month != 8)
		return true;
	return (unit && en_leads_month(side, unit - 1)) || (unit > 1 && scan_mark(side, unit - 1, '-'));
}

/* November 2023; November 22, 2023; November. */
size_t en_date_month(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	size_t year, used;
	int64_t day;

	if (!en_month(side, unit))
		return 0;
	year = en_year_at(side, unit + 1);
	used = year ? 0 : en_day(side, unit + 1, &day);
	if (used) {
		year = en_year_at(side, unit + 1 + used);
		en_limits(side, unit, unit + 1,
			  date_add(side, year ? date_year(side, year) : 0, en_value(side, unit), day, u->start,
				   side->units.items[year ? year : unit + used].end));
		return year ? year + 1 - unit : 1 + used;
	}
	if (!year && !en_month_alone(side, unit))
		return 0;
	en_limits(side, unit, unit + 1,
		  date_add(side, year ? date_year(side, year) : 0, en_value(side, unit), 0, u->start,
			   side->units.items[year ? year : unit].end));
	return year ? year + 1 - unit : 1;
}

size_t en_weekday(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	bool whole = u->end - u->start > 5;

	if (en_class(side, unit) != WORD_WEEKDAY || !en_capital(side, unit))
		return 0;
	if (!whole && u[1].kind != UNIT_NUMBER && !(scan_mark(side, unit + 1, ',') && u[2].kind == UNIT_NUMBER) &&
	    !(unit && u[-1].kind == UNIT_NUMBER))
		return 0;
	scan_token(side, TOKEN_WEEKDAY, u->start, u->end)->value = u->word->value;
	return 1;
}

/* ---- clock ---- */

/* am, pm, a.m., p.m.: minutes to add for the afternoon, or -1. */
static int64_t en_half(const struct side *side, size_t unit)
{
	static const char *const morning[] = {"am", "a.m", NULL}, *const afternoon[] = {"pm", "p.m", NULL};

	if (en_any(side, unit, morning))
		return 0;
	return en_any(side, unit, afternoon) ? 720 : -1;
}

static size_t en_clock_add(struct side *side, size_t unit, size_t used, int64_t hour, int64_t minute)
{
	int64_t half = en_half(side, unit + used);

	if (half >= 0)
		hour = hour % 12 + half / 60;
	used += half >= 0;
	scan_token(side, TOKEN_TIME, side->units.items[unit].start, side->units.items[unit + used - 1].end)->value =
		hour * 60 + minute;
	return used;
}

/* 9:30, 17:30, 9.30am, 9am, midday. */
size_t en_clock(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	int64_t hour = u->kind == UNIT_NUMBER ? decimal_whole(u->number, 24) : -1, minute;

	if (en_class(side, unit) == WORD_CLOCK) {
		scan_token(side, TOKEN_TIME, u->start, u->end)->value = u->word->value;
		return 1;
	}
	if (hour >= 0 && scan_mark(side, unit + 1, ':') && !u[1].gap && u[2].kind == UNIT_NUMBER && !u[2].gap &&
	    u[2].end - u[2].start == 2 && (minute = decimal_whole(u[2].number, 59)) >= 0)
		return en_clock_add(side, unit, 3, hour, minute);
	if (u->kind != UNIT_NUMBER || en_half(side, unit + 1) < 0)
		return 0;
	if (hour >= 0)
		return en_clock_add(side, unit, 1, hour, 0);
	if (u->end - u->start < 4 || u->end - u->start > 5 || side->text[u->end - 3] != '.')
		return 0;
	minute = (side->text[u->end - 2] - '0') * 10 + (side->text[u->end - 1] - '0');
	hour = side->text[u->start] - '0';
	if (u->end - u->start == 5)
		hour = hour * 10 + (side->text[u->start + 1] - '0');
	return hour < 24 && minute < 60 ? en_clock_add(side, unit, 1, hour, minute) : 0;
}

/* GMT; Korean time; local time. */
size_t en_zone(struct side *side, size_t unit)
{
	static const struct {
		const char *words[2];
		enum zone zone;
	} named[] = {
		{{"local", "time"}, ZONE_LOCAL}, {{"korean", "time"}, ZONE_KST},   {{"korea", "time"}, ZONE_KST},
		{{"uk", "time"}, ZONE_LOCAL},    {{"london", "time"}, ZONE_LOCAL}, {{"seoul", "time"}, ZONE_KST},
	};
	const struct unit *u = &side->units.items[unit];

	if (en_class(side, unit) == WORD_ZONE) {
		scan_token(side, TOKEN_ZONE, u->start, u->end)->value = u->word->value;
		return 1;
	}
	for (size_t i = 0; i < COUNT_OF(named); i++)
		if (scan_is(side, unit, named[i].words[0]) && scan_is(side, unit + 1, named[i].words[1])) {
			scan_token(side, TOKEN_ZONE, u->start, u[1].end)->value = named[i].zone;
			return 2;
		}
	return 0;
}
