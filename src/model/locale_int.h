/*
 * Inside of locale: locale_read.c fills it from a file, locale.c forms dates, numbers and phrases by it, locale_curl.c
 * quotation marks.
 */
#ifndef LOCALE_INT_H
#define LOCALE_INT_H

#include "locale.h"

enum {
	LOCALE_MONTHS = 12,
	LOCALE_WEEKDAYS = 7,
	LOCALE_FORMS = LOCALE_DATE_FULL + 1,
	LOCALE_PRECISIONS = DATE_DAY + 1,
	LOCALE_QUOTES = 4
};

struct locale {
	const char *key, *name;
	const char *months[2][LOCALE_MONTHS];     /* [0] long, [1] short */
	const char *weekdays[2][LOCALE_WEEKDAYS]; /* from Monday */
	const char *dates[LOCALE_FORMS][LOCALE_PRECISIONS];
	const char *about, *first_day; /* first_day: "" if there is none */
	const char *separator, *decimal, *minus;
	int64_t group;                     /* digits between separators */
	int64_t from;                      /* the smallest number with separators */
	const char *quotes[LOCALE_QUOTES]; /* open, close; open, close inside; NULL: the language has none */
	const char *dash;                  /* "" if there is none */
	struct map *phrases;               /* key -> const char pattern */
};

struct locale_set {
	const struct locale *items;
	size_t count;
};

#endif
