/*
 * Inside the analyser of English: tok_en.c has the words and joins the readers, en_date.c and en_number.c read. A
 * reader takes the tokens that begin at a unit and returns how many units they have; 0: none of its kind.
 */
#ifndef EN_INT_H
#define EN_INT_H

#include "lint_int.h"

/* ---- tok_en.c: what a unit is; value only of a word that the language knows ---- */

enum word_class en_class(const struct side *side, size_t unit);
int64_t en_value(const struct side *side, size_t unit);
bool en_capital(const struct side *side, size_t unit);
bool en_joined(const struct side *side, size_t unit);
bool en_any(const struct side *side, size_t unit, const char *const *words);
bool en_suffix(const struct side *side, size_t unit);

/* ---- en_date.c ---- */

size_t en_date_day(struct side *side, size_t unit);
size_t en_date_month(struct side *side, size_t unit);
size_t en_weekday(struct side *side, size_t unit);
size_t en_clock(struct side *side, size_t unit);
size_t en_zone(struct side *side, size_t unit);

/* ---- en_number.c ---- */

size_t en_number(struct side *side, size_t unit);
size_t en_money(struct side *side, size_t unit);
size_t en_fraction(struct side *side, size_t unit);
size_t en_along(struct side *side, size_t unit);
void en_limits(const struct side *side, size_t first, size_t after, struct token *token);

#endif
