/*
 * locale: what a language needs that is neither in a pack nor in a template: names of months, forms of dates, phrases
 * that describe charts to a screen reader. All of it is data: templates/languages.yaml. Included by template, chart,
 * lint.
 */
#ifndef LOCALE_H
#define LOCALE_H

#include "model.h"

struct locale;
struct locale_set;

/* NULL after a finding. */
const struct locale_set *locale_read(struct arena *, struct diag *, const char *path);
const struct locale *locale_find(const struct locale_set *, const char *lang_key); /* NULL if it is not described */

enum locale_date {
	LOCALE_DATE_LONG,  /* 22 November 2023 · 2023년 11월 22일 */
	LOCALE_DATE_SHORT, /* 22 Nov 2023 · 2023. 11. 22. */
	LOCALE_DATE_FULL   /* Wednesday 22 November 2023 · 2023년 11월 22일(수) */
};
/* about: "about 2024" · "2024년경". Spaces inside a date are no-break (U+00A0). */
void locale_date(const struct locale *, const struct date *, enum locale_date form, bool about, struct buf *out);
void locale_number(const struct locale *, int64_t, struct buf *out); /* grouped by the language's rule */
/* With as many places as the number has, and the language's decimal mark. */
void locale_decimal(const struct locale *, const struct number *, struct buf *out);
bool locale_has_phrase(const struct locale *, const char *key);
/* A phrase by key, with {name} places filled from the pairs name, value, name, value, NULL. BUG() on an unknown key. */
void locale_phrase(const struct locale *, const char *key, struct buf *out, const char *const *pairs);

#endif
