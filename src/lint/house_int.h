/*
 * House style inside lint: house_read.c reads the rules of a language, house.c runs them over texts.
 */
#ifndef HOUSE_INT_H
#define HOUSE_INT_H

#include "lint_int.h"

#include <unicode/uregex.h>

enum { HOUSE_WAYS = 8 }; /* ways of writing that one rule tells apart */

struct house_rule {
	const char *id;
	struct pos pos;
	const char *pattern, *replace; /* pattern NULL: a rule with ways; replace NULL: nothing to put in its place */
	bool fix;
	const char *const *near; /* ends with NULL; empty: always tried */
	const char *en, *ko, *wrong, *right;
	const char *ways[HOUSE_WAYS]; /* patterns */
	size_t way_count;
	URegularExpression *compiled; /* NULL until it is first needed */
	URegularExpression *way_compiled[HOUSE_WAYS];
};

struct house_rules {
	struct house_rule *items;
	size_t count, cap;
};

/* Adds the rules of a file. Findings about the file itself are errors. */
void house_read(struct arena *, struct diag *, const char *path, struct house_rules *);

/* A text as ICU wants it, with the byte of each unit. */
struct house_text {
	UChar *units;
	uint32_t *bytes; /* one more than units */
	int32_t len;
};
struct house_text house_text(struct arena *, const char *text, size_t len);

/* Sets a compiled pattern on a text; NULL after a finding about the rule. */
URegularExpression *house_set(struct diag *, struct house_rule *, const char *pattern, URegularExpression **compiled,
			      const struct house_text *);
/* What is written in place of the match that was found last; NULL: the rule does not say. */
const char *house_replacement(struct arena *, const struct house_rule *, URegularExpression *);
void house_close(struct house_rules *);

#endif
