/*
 * Enumerations in English: commas, then "and" or "or" before the last item or after its comma. Commas part much else, so
 * that only what is short, and begins like an item, is taken for one.
 */
#include "en_int.h"

#include <string.h>

enum {
	EN_ITEM = 6,   /* words of the longest item that is taken for one */
	EN_UNITS = 32, /* and its words and marks */
	EN_ITEMS = 32  /* of the longest enumeration */
};

struct en_series {
	struct parity *p;
	size_t side;
	const struct side *s;
	size_t stop;
};

static bool en_joins(const struct side *side, size_t unit)
{
	static const char *const words[] = {"and", "or", "nor", "plus", NULL};

	return en_any(side, unit, words) || scan_mark(side, unit, '&');
}

/* Two words that other languages have as one: 과학기술. */
static bool en_compound(const struct side *side, size_t unit)
{
	static const char *const firsts[] = {"science", "research", "information", "trade", "health", "law", NULL};
	static const char *const seconds[] = {"technology",     "development", "communication",
					      "communications", "industry",    "investment",
					      "welfare",        "order",       NULL};

	return unit && en_any(side, unit - 1, firsts) && en_any(side, unit + 1, seconds);
}

static bool en_comma(const struct en_series *e, size_t unit)
{
	return scan_mark(e->s, unit, ',') && !series_covered(e->p, e->side, unit);
}

/* Korea and the UK: names are compared as such. */
static bool en_of_names(const struct en_series *e, size_t unit)
{
	size_t after = unit + 1 + scan_is(e->s, unit + 1, "the");

	return unit && series_named(e->p, e->side, unit - 1) && series_named(e->p, e->side, after);
}

static bool en_last_joint(const struct en_series *e, size_t unit)
{
	return en_joins(e->s, unit) && !en_compound(e->s, unit) && !series_covered(e->p, e->side, unit) &&
	       !en_of_names(e, unit);
}

/* What begins a clause or says when, where or how; no item begins so. */
static bool en_clause(const struct side *side, size_t unit)
{
	static const char *const words[] = {
		"which", "who",       "whose", "that",  "where",   "when",    "while",  "including", "such",    "but",
		"as",    "so",        "if",    "than",  "because", "since",   "until",  "unless",    "through", "not",
		"then",  "following", "yet",   "after", "during",  "however", "though", "before",    "based",   "under",
		"led",   "namely",    "too",   "now",   "today",   "also",    NULL};

	return en_any(side, unit, words);
}

static bool en_subject(const struct side *side, size_t unit)
{
	static const char *const words[] = {"he",   "she",  "they",  "it",    "we",    "each",
					    "both", "this", "these", "those", "there", NULL};

	return en_any(side, unit, words);
}

static bool en_place_word(const struct side *side, size_t unit)
{
	static const char *const words[] = {"in",   "on",   "at",      "for", "to", "with", "by", "of",
					    "from", "into", "between", "a",   "an", "the",  NULL};

	return en_any(side, unit, words);
}

/* In 2022, Previously, : what stands before the first comma of a sentence and is no item. */
static bool en_opens(const struct side *side, size_t unit)
{
	static const char *const words[] = {"previously", "finally", "first", "second", "third", "thus",
					    "here",       "instead", "again", "last",   "next",  NULL};

	return en_clause(side, unit) ||
	       (en_place_word(side, unit) && !scan_is(side, unit, "the") && !scan_is(side, unit, "a") &&
		!scan_is(side, unit, "an")) ||
	       en_any(side, unit, words);
}

static bool en_dated(const struct side *side, size_t unit)
{
	return en_class(side, unit) == WORD_MONTH || en_class(side, unit) == WORD_WEEKDAY ||
	       (side->units.items[unit].kind == UNIT_NUMBER &&
		(en_class(side, unit + 1) == WORD_MONTH || scan_mark(side, unit + 1, ',')));
}

static bool en_past(const struct side *side, size_t unit)
{
	static const char *const words[] = {"is",   "are", "was", "were", "has", "have", "had",
					    "will", "may", "can", "met",  "set", "said", NULL};
	const struct unit *u = &side->units.items[unit];

	return en_any(side, unit, words) ||
	       (u->kind == UNIT_LATIN && u->end - u->start > 3 && !memcmp(side->text + u->end - 2, "ed", 2));
}

/* A name with an "of" before its parts: Ministry of Trade, Industry and Energy. */
static bool en_name(const struct side *side, size_t comma)
{
	return comma > 2 && en_capital(side, comma - 1) && en_capital(side, comma - 3) &&
	       (scan_is(side, comma - 2, "of") || scan_is(side, comma - 2, "for"));
}

/* Lee Jong Ho, Minister of Science: what follows a person tells who that is. */
static bool en_person(const struct en_series *e, size_t comma)
{
	const struct concept_hits *hits = names_hits(e->p->run->names, e->p->index, e->side);
	uint32_t end = e->s->units.items[comma].start;
	size_t past = names_hit_from(hits, end);

	for (size_t i = past, steps = 0; i && steps < EN_ITEM; i--, steps++)
		if (hits->items[i - 1].end == end && hits->items[i - 1].top &&
		    names_concept(e->p->run->names, &hits->items[i - 1])->kind == CONCEPT_PERSON)
			return true;
	return false;
}

/*
 * From a comma to the next comma, "and", or what parts sentences: the unit there. words: how many words there are, a name
 * being one.
 */
static size_t en_item(const struct en_series *e, size_t comma, size_t *words)
{
	size_t at = comma + 1;

	*words = 0;
	while (at < e->stop && !en_comma(e, at) && !en_last_joint(e, at)) {
		size_t past = series_past_bracket(e->s, at, e->stop);

		if (past > at) {
			at = past;
			continue;
		}
		if (at - comma > EN_UNITS || scan_mark(e->s, at, ';') || scan_mark(e->s, at, ':'))
			return e->stop;
		*words += e->s->units.items[at].kind != UNIT_MARK && !series_covered(e->p, e->side, at);
		at++;
	}
	return at;
}

/* Whether the item between two units may be one in the middle of an enumeration. */
static bool en_may_be_item(const struct en_series *e, size_t comma, size_t end, size_t words)
{
	return end < e->stop && end > comma + 1 && words <= EN_ITEM && !en_clause(e->s, comma + 1) &&
	       !en_subject(e->s, comma + 1) && !en_dated(e->s, comma + 1) && !en_person(e, comma);
}

static bool en_same(const struct side *side, size_t a, size_t b)
{
	const struct unit *left = &side->units.items[a], *right = &side->units.items[b];

	return left->end - left->start == right->end - right->start &&
	       !memcmp(side->text + left->start, side->text + right->start, left->end - left->start);
}

/* Whether a word stands among the last ones before a comma. */
static bool en_begins_first(const struct en_series *e, size_t comma, size_t word)
{
	for (size_t i = comma; i && comma - i < EN_ITEM; i--)
		if (en_same(e->s, i - 1, word))
			return true;
	return false;
}

/* in industry, and in policy: items that begin with a small word do so alike. */
static bool en_alike(const struct en_series *e, size_t item, size_t last)
{
	if (en_place_word(e->s, item))
		return en_same(e->s, item, last) || en_begins_first(e, item - 1, item) ||
		       (scan_is(e->s, item, "the") && scan_mark(e->s, item - 1, ',') && !en_capital(e->s, item - 2));
	return !en_past(e->s, last) || en_past(e->s, item);
}

/*
 * The steps of an enumeration whose first comma is at a unit, 0: it is none; end: the unit of its last comma or "and".
 */
static size_t en_steps(const struct en_series *e, size_t first, size_t sentence, size_t *end)
{
	size_t comma = first, steps = 0, words, at;

	for (;; comma = at) {
		at = en_item(e, comma, &words);
		if (at == comma + 1 && en_last_joint(e, at)) /* , and */
			break;
		if (steps == EN_ITEMS || !en_may_be_item(e, comma, at, words))
			return 0;
		steps++;
		if (en_last_joint(e, at))
			break;
	}
	if (!steps || at + 1 >= e->stop || scan_mark(e->s, at + 1, ',') || !en_alike(e, first + 1, at + 1) ||
	    (at == comma + 1 && en_past(e->s, at + 1) != en_past(e->s, first + 1)))
		return 0;
	*end = at;
	if (comma != first && at > comma + 1 && en_past(e->s, comma + 1) && !en_past(e->s, first + 1))
		return 0;
	return steps + 1 - en_opens(e->s, sentence);
}

static void en_found(const struct en_series *e, size_t first, size_t last, size_t steps, struct series *out)
{
	if (!out->steps) {
		out->start = e->s->units.items[first - 1].start;
		out->end = e->s->units.items[last + 1].end;
	}
	out->steps += steps;
}

static void en_joints(const struct en_series *e, size_t from, struct series *out)
{
	bool before = false;

	for (size_t i = from; i < e->stop; i++) {
		bool joins = (en_comma(e, i) || en_last_joint(e, i) || scan_mark(e->s, i, ';') ||
			      scan_mark(e->s, i, '/') || scan_mark(e->s, i, 0xB7) || scan_is(e->s, i, "well"));

		out->joints += joins && !before;
		before = joins;
	}
}

void en_series(struct parity *p, size_t side, size_t from, size_t stop, struct series *out)
{
	struct en_series e = {p, side, p->sides[side], stop};
	bool opening = true;

	en_joints(&e, from, out);
	for (size_t i = from; i < stop; i++) {
		size_t past = series_past_bracket(e.s, i, stop), end = 0, steps;

		if (past > i) {
			i = past - 1;
			continue;
		}
		if (i == from || !en_comma(&e, i))
			continue;
		steps = en_name(e.s, i) ? 0 : en_steps(&e, i, opening ? from : i, &end);
		opening = false;
		if (steps < 2)
			continue;
		en_found(&e, i, end, steps, out);
		i = end;
	}
}
