/*
 * Inside of expr.c and filter.c: a place in a text, and the filters that say how its value is written.
 */
#ifndef EXPR_INT_H
#define EXPR_INT_H

#include "template_int.h"

enum place_kind {
	PLACE_VALUE,
	PLACE_WORD,
	PLACE_INDEX,
	PLACE_ITEM,
	PLACE_PAGE,
	PLACE_PAGES,
	PLACE_SECTION,
	PLACE_REF,
	PLACE_NOTE
};

struct filter;

struct place {
	enum place_kind kind;
	struct pos pos; /* of the text it stands in */
	const char *shown;
	const char *const *names;
	size_t count;
	const struct filter *filter; /* NULL: as the value is */
	const char *argument;        /* in:LANGUAGE */
	bool capital;                /* |capital */
	const char *josa;            /* |josa:PAIR */
	struct note_mark note;       /* PLACE_NOTE */
};

struct output {
	struct tmpl *t;
	const struct place *place;
	const struct value *value;
	size_t lang;
	struct runs *runs;
};

struct filter {
	const char *name;
	const char *needs; /* for findings */
	bool (*fits)(struct type);
	void (*put)(const struct output *);
};

struct pos expr_pos(const struct place *); /* of the place itself, for findings */

/* ---- filter.c ---- */

/* These two may follow any filter. */
#define FILTER_CAPITAL "capital"
#define FILTER_JOSA "josa"

const struct filter *filter_find(struct tmpl *, const struct place *, const char *name); /* NULL after a finding */
bool filter_takes_argument(const struct filter *);
bool filter_is_reference(const struct filter *); /* the one for {ref:ID} */
void filter_put_date(const struct output *);     /* in its long form, as without a filter */
void filter_put_plain(const struct output *);

#endif
