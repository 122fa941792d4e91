/*
 * Dates in digits, and what a date leaves to its neighbours: in "14 to 16 November 2023" and in 11월 22일과 23일 each day
 * takes its month and year from the date beside it.
 */
#include "lint_int.h"

enum {
	DATE_FIRST = 1000, /* years of four digits; other numbers are not taken for years */
	DATE_LAST = 2999,
	DATE_NEAR = 24 /* bytes between a date without a year and the one after it that says it */
};

struct token *date_add(struct side *side, int64_t year, int64_t month, int64_t day, uint32_t start, uint32_t end)
{
	struct token *token = scan_token(side, TOKEN_DATE, start, end);

	token->year = (int16_t)year;
	token->month = (int8_t)month;
	token->day = (int8_t)day;
	return token;
}

int64_t date_year(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	int64_t year = u->kind == UNIT_NUMBER && !u->grouped && !u->chain && u->end - u->start == 4
			       ? decimal_whole(u->number, DATE_LAST)
			       : -1;

	return year >= DATE_FIRST ? year : 0;
}

int64_t date_part(const struct side *side, size_t unit, int64_t most)
{
	const struct unit *u = &side->units.items[unit];
	int64_t part = u->kind == UNIT_NUMBER && !u->grouped && !u->chain ? decimal_whole(u->number, most) : 0;

	return part > 0 ? part : 0;
}

/* The parts of a number with points inside: 2023.11.22. Returns how many, at most three are kept. */
static size_t date_split(const struct side *side, const struct unit *u, int64_t parts[3])
{
	size_t count = 1;

	parts[0] = parts[1] = parts[2] = 0;
	for (uint32_t i = u->start; i < u->end; i++) {
		if (side->text[i] == '.')
			count++;
		else if (count <= 3 && parts[count - 1] < 100000)
			parts[count - 1] = parts[count - 1] * 10 + (side->text[i] - '0');
	}
	return count;
}

static bool date_plausible(int64_t year, int64_t month, int64_t day)
{
	return year >= DATE_FIRST && year <= DATE_LAST && month >= 1 && month <= 12 && day >= 0 && day <= 31;
}

/* 2023.11.22, 22.11.2023, 2022.6. */
static size_t date_pointed(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	int64_t p[3];
	size_t count = u->grouped ? 0 : date_split(side, u, p);

	if (count == 3 && date_plausible(p[0], p[1], p[2]) && p[2])
		date_add(side, p[0], p[1], p[2], u->start, u->end);
	else if (count == 3 && date_plausible(p[2], p[1], p[0]) && p[0])
		date_add(side, p[2], p[1], p[0], u->start, u->end);
	else if (count == 2 && date_plausible(p[0], p[1], 0) && p[0] >= 1900 && p[0] < 2100 &&
		 scan_mark(side, unit + 1, '.'))
		date_add(side, p[0], p[1], 0, u->start, u->end);
	else
		return 0;
	return 1;
}

/* 2023-11-22, 22/11/2023: the same mark twice, nothing between. */
static size_t date_joined(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	bool slash = scan_mark(side, unit + 1, '/');

	if ((!slash && !scan_mark(side, unit + 1, '-')) || u[2].kind != UNIT_NUMBER ||
	    !scan_mark(side, unit + 3, slash ? '/' : '-') || u[4].kind != UNIT_NUMBER || u[1].gap || u[2].gap ||
	    u[3].gap || u[4].gap)
		return 0;
	if (date_year(side, unit) && date_part(side, unit + 2, 12) && date_part(side, unit + 4, 31))
		date_add(side, date_year(side, unit), date_part(side, unit + 2, 12), date_part(side, unit + 4, 31),
			 u->start, u[4].end);
	else if (date_part(side, unit, 31) && date_part(side, unit + 2, 12) && date_year(side, unit + 4))
		date_add(side, date_year(side, unit + 4), date_part(side, unit + 2, 12), date_part(side, unit, 31),
			 u->start, u[4].end);
	else
		return 0;
	return 5;
}

static bool date_point(const struct side *side, size_t unit)
{
	return scan_mark(side, unit, '.') && !side->units.items[unit].gap;
}

/* 2023. 11. 22. or 2022. 6. or, after an apostrophe, '23. 11. 22. */
static size_t date_spaced(struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	bool cut = unit && !u->gap && (scan_mark(side, unit - 1, 0x2019) || scan_mark(side, unit - 1, '\''));
	int64_t year = cut ? 2000 + date_part(side, unit, 99) : date_year(side, unit), month, day;

	if (!year || !date_point(side, unit + 1) || !(month = date_part(side, unit + 2, 12)) ||
	    !date_point(side, unit + 3))
		return 0;
	day = date_point(side, unit + 5) ? date_part(side, unit + 4, 31) : 0;
	date_add(side, year, month, day, u->start, day ? u[5].end : u[3].end);
	return day ? 6 : 4;
}

size_t date_numeric(struct side *side, size_t unit)
{
	size_t used;

	if (side->units.items[unit].kind != UNIT_NUMBER)
		return 0;
	used = date_pointed(side, unit);
	used = used ? used : date_joined(side, unit);
	return used ? used : date_spaced(side, unit);
}

/* ---- neighbours ---- */

static void date_take(struct token *to, const struct token *from)
{
	if (to->year || !from->year || (to->day && !to->month && !from->month))
		return;
	to->year = from->year;
	if (!to->month)
		to->month = from->month;
	to->guessed = true;
}

void date_complete(struct side *side)
{
	struct token *before = NULL;

	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->kind != TOKEN_DATE)
			continue;
		if (before && !before->year && token->start - before->end <= DATE_NEAR)
			date_take(before, token);
		if (before)
			date_take(token, before);
		before = token;
	}
}
