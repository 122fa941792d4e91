/*
 * Inside the analyser of Korean: tok_ko.c joins the readers; ko_date.c, ko_number.c and ko_numeral.c read with the help
 * of ko_place.c. A reader takes the tokens that begin at a unit and returns how many units they have; 0: none of its
 * kind.
 */
#ifndef KO_INT_H
#define KO_INT_H

#include "lint_int.h"

enum {
	KO_SYLLABLE = 3, /* bytes */
	KO_WORD = 6      /* syllables of the longest word that is looked up */
};

struct ko {
	struct side *side;
	const struct map *words;
	bool month_known; /* a date with a month stands before */
};

/* A byte of the text and the unit it is in; at the end of a unit: the start of the next one. */
struct ko_place {
	size_t unit;
	uint32_t byte;
};

#define KO_BIT(class) (1u << (class))

/* ---- ko_place.c ---- */

const struct unit *ko_unit(const struct ko *ko, size_t unit);
struct ko_place ko_at(const struct ko *ko, size_t unit);
struct ko_place ko_skip(const struct ko *ko, struct ko_place place, size_t bytes);
/* Whether white space stands before a place. */
bool ko_gap(const struct ko *ko, struct ko_place place);
bool ko_begins(const struct ko *ko, struct ko_place place, const char *word);
bool ko_begins_any(const struct ko *ko, struct ko_place place, const char *const *words);
/* The longest word of certain classes (KO_BIT) by which a place begins; NULL: none. */
const struct word *ko_word(const struct ko *ko, struct ko_place place, uint32_t classes);
/* Whether a word may end at a place: what follows is no Hangul, a particle, or a word that follows any number. */
bool ko_ends(const struct ko *ko, struct ko_place place);
/* Units from one on that a token takes which ends at a place. */
size_t ko_used(const struct ko *ko, size_t unit, struct ko_place place);
/* The byte before which such a token ends. */
uint32_t ko_end(const struct ko *ko, struct ko_place place);
/* The token that was added last. */
struct token *ko_last(struct ko *ko);

/* ---- ko_date.c ---- */

size_t ko_date_year(struct ko *ko, size_t unit);
size_t ko_date_part(struct ko *ko, size_t unit);
size_t ko_date_digits(struct ko *ko, size_t unit);
size_t ko_weekday(struct ko *ko, size_t unit);
size_t ko_clock(struct ko *ko, size_t unit);
size_t ko_zone(struct ko *ko, size_t unit);

/* ---- ko_number.c ---- */

size_t ko_number(struct ko *ko, size_t unit);
size_t ko_money(struct ko *ko, size_t unit);
size_t ko_fraction(struct ko *ko, size_t unit);
void ko_measure(const struct ko *ko, struct ko_place *place, struct token *token);
void ko_limits(const struct ko *ko, size_t first, struct ko_place after, struct token *token);

/* ---- ko_numeral.c ---- */

size_t ko_numeral(struct ko *ko, size_t unit);
size_t ko_sino(struct ko *ko, size_t unit);
size_t ko_along(struct ko *ko, size_t unit);

#endif
