/*
 * Enumerations in Korean: commas and middle dots between nouns, 및, particles that join nouns (와, 과) and endings that
 * join verbs (-고, -며).
 */
#include "ko_int.h"

#include <string.h>

enum {
	KO_ITEM = 4,  /* words of the longest item that is taken for one */
	KO_UNITS = 32 /* and its words and marks */
};

struct ko_series {
	struct parity *p;
	size_t side;
	const struct side *s;
	size_t from, stop;
};

static bool ko_ends_in(const struct side *side, size_t unit, const char *const *endings)
{
	const struct unit *u = &side->units.items[unit];

	for (; u->kind == UNIT_HANGUL && *endings; endings++) {
		size_t len = strlen(*endings);

		if (u->end - u->start >= len && !memcmp(side->text + u->end - len, *endings, len))
			return true;
	}
	return false;
}

static bool ko_is_one_of(const struct side *side, size_t unit, const char *const *words)
{
	const struct unit *u = &side->units.items[unit];

	for (; u->kind == UNIT_HANGUL && *words; words++)
		if (u->end - u->start == strlen(*words) && !memcmp(side->text + u->start, *words, strlen(*words)))
			return true;
	return false;
}

static const char *const ko_and[] = {"및", "또는", "혹은", "그리고", NULL};

/* A comma, a middle dot or their like. */
static bool ko_parts(const struct side *side, size_t unit)
{
	static const uint32_t marks[] = {',', ';', '/', 0xB7, 0x318D, 0x2027, 0x30FB, 0x3001};
	const struct unit *u = &side->units.items[unit];

	for (size_t i = 0; u->kind == UNIT_MARK && i < COUNT_OF(marks); i++)
		if (u->mark == marks[i])
			return true;
	return false;
}

/* ---- whatever could be a step ---- */

static bool ko_joins(const struct side *side, size_t unit)
{
	static const char *const endings[] = {"과", "와", "고", "며", "나", "랑", NULL};
	static const char *const nouns[] = {"성과", "효과", "결과", "학과", "통과", "초과",
					    "경과", "보고", "하나", "사고", NULL};

	return ko_is_one_of(side, unit, ko_and) || (ko_ends_in(side, unit, endings) && !ko_ends_in(side, unit, nouns));
}

/* Endings that join verbs too, and are a part of many other words. */
static bool ko_joins_loosely(const struct side *side, size_t unit)
{
	static const char *const endings[] = {"여", "해", "서", "아", "어", NULL};

	return ko_ends_in(side, unit, endings);
}

/* 한국과 영국: names are compared as such. */
static bool ko_of_names(const struct ko_series *k, size_t unit)
{
	return series_named(k->p, k->side, unit) && series_named(k->p, k->side, unit + 1);
}

static void ko_joints(const struct ko_series *k, struct series *out)
{
	size_t loose = 0, marks = 0;
	bool before = false;

	for (size_t i = k->from; i < k->stop; i++) {
		bool parts = ko_parts(k->s, i), joins = parts || ko_joins(k->s, i);

		if (ko_of_names(k, i))
			joins = false;
		if (series_covered(k->p, k->side, i) && (parts || i + 1 >= k->stop || k->s->units.items[i + 1].gap))
			joins = parts = false;
		marks += parts;
		loose += !joins && ko_joins_loosely(k->s, i);
		out->joints += joins && !(before && parts);
		before = joins;
	}
	if (!marks)
		out->joints += loose;
}

/* ---- what can be nothing else ---- */

/* Particles and endings that no item in the middle of nouns has. */
static bool ko_item_ends(const struct side *side, size_t unit)
{
	static const char *const endings[] = {"은", "는", "을", "를", "에", "로", "고",   "며",   "면",   "데",
					      "여", "해", "서", "후", "뒤", "때", "부터", "까지", "지만", NULL};
	const struct unit *u = &side->units.items[unit];

	if (u->kind == UNIT_MARK)
		return u->mark != ')' && u->mark != 0x201D && u->mark != 0x2019 && u->mark != 0x300D;
	return u->kind == UNIT_HANGUL && ko_ends_in(side, unit, endings);
}

static bool ko_step(const struct ko_series *k, size_t unit)
{
	if (series_covered(k->p, k->side, unit))
		return false;
	return scan_mark(k->s, unit, ',') || ko_is_one_of(k->s, unit, ko_and);
}

/* The next step after one, if what stands between is one item; 0: it is not. */
static size_t ko_next_step(const struct ko_series *k, size_t step)
{
	size_t words = 0, at = step + 1;

	for (; at < k->stop && !ko_step(k, at); at++) {
		size_t past = series_past_bracket(k->s, at, k->stop);
		const struct unit *u = &k->s->units.items[at];

		if (past > at) {
			at = past - 1;
			continue;
		}
		words += u->gap || at == step + 1;
		if (words > KO_ITEM || at - step > KO_UNITS ||
		    (u->kind == UNIT_MARK && (u->mark == ':' || u->mark == ';')))
			return 0;
	}
	return at < k->stop && at > step + 1 && !ko_item_ends(k->s, at - 1) ? at : 0;
}

static void ko_found(const struct ko_series *k, size_t first, size_t last, size_t steps, struct series *out)
{
	const struct unit *units = k->s->units.items;

	if (steps < 2)
		return;
	if (!out->steps) {
		out->start = units[first - 1].start;
		out->end = units[last + 1].end;
	}
	out->steps += steps;
}

/* A date is no item: 2020년 11월에 ..., 2022년 4월에 ... */
static size_t ko_comma_series(const struct ko_series *k, size_t first, struct series *out)
{
	size_t steps = 1, last = first, next;

	while ((next = ko_next_step(k, last)) != 0) {
		last = next;
		steps++;
	}
	if (!ko_item_ends(k->s, first - 1))
		ko_found(k, first, last, steps, out);
	return last;
}

/* 보안·복원력·상호호환성; but not 한·영·일. */
static size_t ko_dot_series(const struct ko_series *k, size_t first, struct series *out)
{
	const struct unit *units = k->s->units.items;
	size_t steps = 0, at = first;
	bool short_one = units[first - 1].end - units[first - 1].start <= KO_SYLLABLE;

	while (at + 1 < k->stop && scan_mark(k->s, at, 0xB7) && !units[at].gap && !units[at + 1].gap &&
	       units[at + 1].kind == UNIT_HANGUL) {
		short_one = short_one || units[at + 1].end - units[at + 1].start <= KO_SYLLABLE;
		steps++;
		at += 2;
	}
	if (!short_one && steps)
		ko_found(k, first, at - 2, steps, out);
	return steps ? at - 2 : first;
}

void ko_series(struct parity *p, size_t side, size_t from, size_t stop, struct series *out)
{
	struct ko_series k = {p, side, p->sides[side], from, stop};

	ko_joints(&k, out);
	for (size_t i = from + 1; i + 1 < stop; i++) {
		size_t past = series_past_bracket(k.s, i, stop);

		if (past > i)
			i = past - 1;
		else if (ko_step(&k, i))
			i = ko_comma_series(&k, i, out);
	}
	for (size_t i = from + 1; i + 1 < stop; i++)
		if (scan_mark(k.s, i, 0xB7) && !series_covered(p, side, i))
			i = ko_dot_series(&k, i, out);
}
