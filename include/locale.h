/*
 * locale: what a language needs that is neither in a pack nor in a template: names of months, forms of dates, phrases
 * that describe charts to a screen reader. All of it is data: templates/languages.yaml. Included by template, chart,
 * lint. Only the choice of Korean particles is a rule in code (josa.c).
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
enum locale_figure_kind {
	FIGURE_NONE,    /* no number, or more than one */
	FIGURE_DASH,    /* a dash in place of one */
	FIGURE_YEAR,    /* four digits that may be a year */
	FIGURE_BARE,    /* a number with signs, a currency's mark or per cent */
	FIGURE_COUNTED  /* a number with words behind it: what it counts */
};
/* What a printed text is; *point: the byte at which its decimal mark stands, or would stand. */
enum locale_figure_kind locale_figure(const struct locale *, const char *text, size_t *point);
/*
 * Straight quotation marks, apostrophes and double hyphens as the language prints them; the rest of the text, marks that are
 * curly already among it, stays. A language without `quotes` or `dash` keeps what was typed. Offsets of bytes of the text, in
 * rising order, become those of the same places in `out`.
 */
void locale_curl(const struct locale *, const char *text, size_t len, size_t *offsets, size_t count, struct buf *out);
/* Whether there may be anything to do: all other texts stay as they are. */
bool locale_may_curl(const char *text, size_t len);
/* Whether a BCP 47 tag names a language (or a script) that is written from right to left. */
bool locale_right_to_left(const char *tag);
bool locale_has_phrase(const struct locale *, const char *key);
/* A phrase by key, with {name} places filled from the pairs name, value, name, value, NULL. BUG() on an unknown key. */
void locale_phrase(const struct locale *, const char *key, struct buf *out, const char *const *pairs);

const char *locale_phrases(const struct locale *, size_t index); /* keys in their order; NULL after the last */

/* ---- times and zones (zone.c): what ICU knows of the IANA database ---- */

struct zone_time {
	struct date date; /* DATE_DAY */
	int hour, minute;
};
/* ZONE_NEVER: clocks are put forward over it. ZONE_TWICE: clocks are put back to it; the later instant counts. */
enum zone_times { ZONE_ONCE, ZONE_NEVER, ZONE_TWICE };

bool zone_time_read(const char *, struct zone_time *);            /* 2023-11-22T15:00; false: no such form, day or time */
bool zone_known(const char *id);                                  /* Europe/London */
const char *zone_nearest(struct arena *, const char *id);         /* NULL if nothing is near */
enum zone_times zone_instant(const char *zone, const struct zone_time *, int64_t *seconds); /* since 1970, UTC */
void zone_local(const char *zone, int64_t seconds, struct zone_time *);
void zone_name(const char *zone, int64_t seconds, const char *lang_tag, struct buf *out); /* Greenwich Mean Time */

/* ---- particles (josa.c) ---- */

/*
 * Appends the form of a Korean particle that follows a text. `pair` names both forms, "은/는" or "으로/로", in either order:
 * one for a final consonant, one without, and those in -로 also after ㄹ. What counts is the last sound: of a Hangul
 * syllable, of digits and powers of ten, of capitals read one by one; closing brackets with what they hold, quotation marks
 * and stops are passed over. `reading` is how the text is read in Hangul, NULL if the pack does not say.
 * false: nothing was appended, for the text ends in a word of foreign letters without a reading, or the pair has no slash;
 * print no 을(를) then but a finding.
 */
bool josa_pick(const char *text, const char *reading, const char *pair, struct buf *out);

#endif
