/*
 * Inside of locale: locale_read.c fills it from a file, locale.c forms dates, numbers and phrases by it.
 */
#ifndef LOCALE_INT_H
#define LOCALE_INT_H

#include "locale.h"

enum { LOCALE_MONTHS = 12, LOCALE_WEEKDAYS = 7, LOCALE_FORMS = LOCALE_DATE_FULL + 1, LOCALE_PRECISIONS = DATE_DAY + 1 };

struct locale {
	const char *key, *name;
	const char *months[2][LOCALE_MONTHS];     /* [0] long, [1] short */
	const char *weekdays[2][LOCALE_WEEKDAYS]; /* from Monday */
	const char *dates[LOCALE_FORMS][LOCALE_PRECISIONS];
	const char *about;
	const char *separator, *decimal, *minus;
	int64_t group;       /* digits between separators */
	struct map *phrases; /* key -> const char pattern */
};

struct locale_set {
	const struct locale *items;
	size_t count;
};

#endif
