/*
 * A text as a whole: whether it is in its language at all, and whether one side is so much shorter than its pairs are
 * as a rule that something must be missing.
 */
#include "lint_int.h"

#include <stdlib.h>
#include <string.h>

enum {
	WHOLE_WORDS = 3,   /* Latin words that make a text one of them */
	WHOLE_LEAST = 60,  /* bytes of the first side from which lengths are compared */
	WHOLE_ENOUGH = 8,  /* pairs from which there is a rule */
	WHOLE_UNIT = 1000, /* lengths are compared in thousandths */
	WHOLE_FAR = 2100,  /* of the usual proportion: too far whatever the sentences */
	WHOLE_SOME = 1330  /* too far if the shorter side has fewer sentences too */
};

/* ---- language ---- */

static void whole_count(const struct side *side, size_t *hangul, size_t *latin)
{
	*hangul = *latin = 0;
	for (size_t i = 0; i < side->units.count; i++) {
		const struct unit *u = &side->units.items[i];

		*hangul += u->kind == UNIT_HANGUL;
		*latin += u->kind == UNIT_LATIN && !marks_acronym(side->text + u->start, u->end - u->start);
	}
}

static void whole_language(struct parity *p, size_t side)
{
	const struct side *s = p->sides[side];
	size_t hangul, latin;
	bool own;

	whole_count(s, &hangul, &latin);
	own = s->analyser->hangul ? hangul > 0 : hangul == 0 || latin > 0;
	if (own || (s->analyser->hangul && latin < WHOLE_WORDS))
		return;
	LINT(p->run, PARITY_UNTRANSLATED, p->text, p->langs[side], 0, (uint32_t)s->len,
	     arena_printf(p->run->arena, DIAG_BOTH("%s", "%s"), s->analyser->name_en, s->analyser->name_ko));
}

void whole_check(struct parity *p)
{
	whole_language(p, 0);
	whole_language(p, 1);
}

/* ---- length ---- */

/* A text of sentences; names and titles are as long as each language makes them. */
static bool whole_prose(const char *text)
{
	size_t len = strlen(text);

	return len >= WHOLE_LEAST && (text[len - 1] == '.' || text[len - 1] == '!' || text[len - 1] == '?');
}

static int64_t whole_ratio(const struct lint_pair *pair)
{
	const char *a = pair->text->as.text.lang[pair->lang], *b = pair->text->as.text.lang[pair->other];
	size_t left = utf8_count(a, strlen(a)), right = utf8_count(b, strlen(b));

	return right ? (int64_t)left * WHOLE_UNIT / (int64_t)right : 0;
}

static int whole_order(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return a < b ? -1 : a > b;
}

/* The usual proportion of two languages in this pack; 0: too few texts to say. */
static int64_t whole_usual(struct lint_run *run, size_t lang, size_t other)
{
	LIST(int64_t) ratios = {0};

	for (size_t i = 0; i < run->pairs.count; i++) {
		const struct lint_pair *pair = &run->pairs.items[i];

		if (pair->lang == lang && pair->other == other && whole_prose(pair->text->as.text.lang[lang]))
			*LIST_ADD(run->arena, &ratios) = whole_ratio(pair);
	}
	if (ratios.count < WHOLE_ENOUGH)
		return 0;
	qsort(ratios.items, ratios.count, sizeof *ratios.items, whole_order);
	return ratios.items[ratios.count / 2];
}

static size_t whole_sentences(const char *text)
{
	size_t count = 1;

	for (const char *at = text; *at; at++)
		count += (*at == '.' || *at == '!' || *at == '?') && at[1] == ' ' &&
			 (!(at > text && at[-1] >= '0' && at[-1] <= '9') || (at[2] >= 'A' && at[2] <= 'Z'));
	return count;
}

static void whole_compare(struct lint_run *run, const struct lint_pair *pair, int64_t usual)
{
	int64_t ratio = whole_ratio(pair) * WHOLE_UNIT / usual, back = ratio ? WHOLE_UNIT * WHOLE_UNIT / ratio : 0;
	size_t first = whole_sentences(pair->text->as.text.lang[pair->lang]);
	size_t second = whole_sentences(pair->text->as.text.lang[pair->other]);
	bool second_short = ratio > WHOLE_FAR || (ratio > WHOLE_SOME && second < first);
	bool first_short = back > WHOLE_FAR || (back > WHOLE_SOME && first < second);
	size_t lang = second_short ? pair->other : pair->lang;

	if (!second_short && !first_short)
		return;
	LINT(run, PARITY_LENGTH, pair->text, lang, 0, (uint32_t)strlen(pair->text->as.text.lang[lang]),
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), run->analysers[lang]->name_en,
			  run->analysers[lang]->name_ko));
	lint_note(run, pair->text, second_short ? pair->lang : pair->other, 0, "the other language is here",
		  "다른 언어의 글은 여기에 있습니다");
}

/* ---- sentences ---- */

static bool whole_same_sentences(const struct lint_pair *pair)
{
	return whole_sentences(pair->text->as.text.lang[pair->lang]) ==
	       whole_sentences(pair->text->as.text.lang[pair->other]);
}

/* Whether nearly all texts of the pack have as many sentences in both languages; then that is a rule of the pack. */
static bool whole_keeps_sentences(const struct lint_run *run, size_t other)
{
	size_t count = 0, same = 0;

	for (size_t i = 0; i < run->pairs.count; i++) {
		const struct lint_pair *pair = &run->pairs.items[i];

		if (pair->other != other || !whole_prose(pair->text->as.text.lang[0]))
			continue;
		count++;
		same += whole_same_sentences(pair);
	}
	return count >= WHOLE_ENOUGH && same * 20 >= count * 19;
}

static bool whole_sentence_missing(struct lint_run *run, const struct lint_pair *pair)
{
	size_t first = whole_sentences(pair->text->as.text.lang[pair->lang]);
	size_t second = whole_sentences(pair->text->as.text.lang[pair->other]);
	size_t fewer = second < first ? pair->other : pair->lang;

	if (first == second)
		return false;
	LINT(run, PARITY_SENTENCE, pair->text, fewer, 0, (uint32_t)strlen(pair->text->as.text.lang[fewer]),
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), run->analysers[fewer]->name_en,
			  run->analysers[fewer]->name_ko));
	lint_note(run, pair->text, second < first ? pair->lang : pair->other, 0, "the other language is here",
		  "다른 언어의 글은 여기에 있습니다");
	return true;
}

void whole_lengths(struct lint_run *run)
{
	for (size_t other = 1; other < run->pack->lang_count; other++) {
		int64_t usual = run->analysers[0] && run->analysers[other] ? whole_usual(run, 0, other) : 0;
		bool keeps = usual && whole_keeps_sentences(run, other);

		for (size_t i = 0; usual && i < run->pairs.count; i++) {
			const struct lint_pair *pair = &run->pairs.items[i];

			if (pair->other != other || !whole_prose(pair->text->as.text.lang[0]))
				continue;
			run->accepted = reviewed_is(run->reviewed, run, pair);
			if (!(keeps && whole_sentence_missing(run, pair)))
				whole_compare(run, pair, usual);
			run->accepted = false;
		}
	}
}
