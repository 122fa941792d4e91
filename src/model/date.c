/*
 * Dates of three precisions in the Gregorian calendar. The day of the week is by Zeller's congruence (Chr. Zeller,
 * "Kalender-Formeln", Acta Mathematica 9, 1886) with January and February counted as months 13 and 14 of the year
 * before.
 */
#include "model_int.h"

#include <string.h>

/* Reads `count` digits. False if there are not so many. */
static bool digits(const char **at, unsigned int count, int *value)
{
	*value = 0;
	for (; count; count--, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		*value = *value * 10 + (**at - '0');
	}
	return true;
}

bool date_read(const char *text, struct date *date)
{
	int year, month = 0, day = 0;

	*date = (struct date){.precision = DATE_YEAR};
	if (!digits(&text, 4, &year))
		return false;
	if (*text == '-') {
		text++;
		date->precision = DATE_MONTH;
		if (!digits(&text, 2, &month))
			return false;
	}
	if (*text == '-') {
		text++;
		date->precision = DATE_DAY;
		if (!digits(&text, 2, &day))
			return false;
	}
	date->year = (int16_t)year;
	date->month = (int8_t)month;
	date->day = (int8_t)day;
	return !*text;
}

static int days_of_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

bool date_exists(const struct date *date)
{
	if (date->year < 1)
		return false;
	if (date->precision == DATE_YEAR)
		return true;
	if (date->month < 1 || date->month > 12)
		return false;
	return date->precision == DATE_MONTH || (date->day >= 1 && date->day <= days_of_month(date->year, date->month));
}

int32_t date_first(const struct date *date)
{
	int month = date->precision == DATE_YEAR ? 1 : date->month, day = date->precision == DATE_DAY ? date->day : 1;

	return date->year * 10000 + month * 100 + day;
}

int32_t date_last(const struct date *date)
{
	int month = date->precision == DATE_YEAR ? 12 : date->month, day = date->precision == DATE_DAY ? date->day : 31;

	return date->year * 10000 + month * 100 + day;
}

unsigned int date_weekday(const struct date *date)
{
	int month = date->month < 3 ? date->month + 12 : date->month;
	int year = date->month < 3 ? date->year - 1 : date->year;
	int h = (date->day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;

	return (unsigned int)(h + 5) % 7; /* Zeller counts from Saturday */
}
