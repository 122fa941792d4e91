/*
 * The pack as its own dictionary, for --thorough: a word that nearly always comes with the same word of the other language
 * is expected to do so everywhere. That shows an item that was lost from an enumeration and a term that was rendered
 * otherwise, and now and then a rendering that is free and right.
 */
#include "lint_int.h"

#include <string.h>

enum {
	HABIT_LETTERS = 5, /* of a Latin word; shorter ones say little */
	HABIT_WORD = 48,   /* bytes of the longest */
	HABIT_SYLLABLE = 3,
	HABIT_LEAST = 2, /* syllables of the beginnings of a run of Hangul, which stand for its stem */
	HABIT_MOST = 6,
	HABIT_SEEN = 6,    /* texts in which a word must stand */
	HABIT_OFTEN = 80,  /* those that stand in more are about everything */
	HABIT_WORDS = 2000 /* of a text; a longer one is no sentence */
};

struct habit_word {
	const char *text;
	struct habit_list {
		uint32_t *items;
		size_t count, cap;
	} pairs;
};

struct habit_side {
	struct map *index; /* text -> 1 + its place in `all` */
	LIST(struct habit_word *) all;
	LIST(struct habit_list) of; /* by pair: places of its words in `all` */
};

struct habit {
	struct lint_run *run;
	struct arena *arena;
	struct habit_side sides[2];
	LIST(uint32_t) pairs; /* of the run, each text once */
	size_t langs[2];
};

/* ---- words ---- */

static uint32_t habit_index(struct habit *h, size_t side, const char *text, size_t len)
{
	struct habit_side *s = &h->sides[side];
	uintptr_t known = (uintptr_t)map_find(s->index, text, len);
	struct habit_word *word;

	if (known)
		return (uint32_t)known - 1;
	word = arena_alloc(h->arena, sizeof *word);
	word->text = arena_strndup(h->arena, text, len);
	*LIST_ADD(h->arena, &s->all) = word;
	map_put(s->index, text, len, (void *)s->all.count);
	return (uint32_t)s->all.count - 1;
}

static void habit_word(struct habit *h, size_t side, uint32_t pair, struct habit_list *of, const char *text, size_t len)
{
	uint32_t index = habit_index(h, side, text, len);
	struct habit_word *word = h->sides[side].all.items[index];

	if (word->pairs.count && word->pairs.items[word->pairs.count - 1] == pair)
		return;
	*LIST_ADD(h->arena, &word->pairs) = pair;
	*LIST_ADD(h->arena, of) = index;
}

/* A Latin word in small letters and without its plural; 0: it says little. */
static size_t habit_stem(const struct side *side, const struct unit *u, char stem[HABIT_WORD])
{
	size_t len = u->end - u->start;

	if (u->kind != UNIT_LATIN || len < HABIT_LETTERS || len >= HABIT_WORD)
		return 0;
	for (size_t i = 0; i < len; i++) {
		char c = side->text[u->start + i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
			return 0;
		stem[i] = (char)(c | 0x20);
	}
	if (len > HABIT_LETTERS && !memcmp(stem + len - 3, "ies", 3)) {
		stem[len - 3] = 'y';
		return len - 2;
	}
	return len - (stem[len - 1] == 's' && stem[len - 2] != 's');
}

static void habit_unit(struct habit *h, size_t side, uint32_t pair, struct habit_list *of, const struct side *s,
		       const struct unit *u)
{
	char stem[HABIT_WORD];
	size_t len = s->analyser->hangul ? 0 : habit_stem(s, u, stem);

	if (len)
		habit_word(h, side, pair, of, stem, len);
	if (!s->analyser->hangul || u->kind != UNIT_HANGUL)
		return;
	for (size_t n = HABIT_LEAST; n <= HABIT_MOST && n * HABIT_SYLLABLE <= u->end - u->start; n++)
		habit_word(h, side, pair, of, s->text + u->start, n * HABIT_SYLLABLE);
}

static void habit_text(struct habit *h, size_t side, uint32_t pair, const struct side *s)
{
	struct habit_list *of = LIST_ADD(h->arena, &h->sides[side].of);

	*of = (struct habit_list){0};
	for (size_t i = 0; i < s->units.count && of->count < HABIT_WORDS; i++)
		habit_unit(h, side, pair, of, s, &s->units.items[i]);
}

/* ---- reading a pack ---- */

static struct side habit_side(struct habit *h, const struct value *text, size_t lang)
{
	struct side side = {.arena = h->arena, .text = text->as.text.lang[lang], .analyser = h->run->analysers[lang]};

	side.len = strlen(side.text);
	scan_text(&side, h->run->words[lang]);
	return side;
}

static void habit_read(struct habit *h)
{
	struct map *known = map_new(h->arena);

	for (size_t i = 0; i < h->run->pairs.count; i++) {
		const struct lint_pair *pair = &h->run->pairs.items[i];
		const char *first = pair->text->as.text.lang[h->langs[0]],
			   *second = pair->text->as.text.lang[h->langs[1]];
		const char *key = arena_printf(h->arena, "%s\n%s", first, second);

		if (pair->other != h->langs[1] || map_put(known, key, strlen(key), h))
			continue;
		*LIST_ADD(h->arena, &h->pairs) = (uint32_t)i;
		for (size_t side = 0; side < 2; side++) {
			struct side s = habit_side(h, pair->text, h->langs[side]);

			habit_text(h, side, (uint32_t)h->pairs.count - 1, &s);
		}
	}
}

/* ---- habits ---- */

/* Of two words of the other side: the one that comes along more often, then the rarer, then the longer one. */
static bool habit_better(const struct habit_word *a, uint32_t a_count, const struct habit_word *b, uint32_t b_count)
{
	if (a_count != b_count)
		return a_count > b_count;
	if (a->pairs.count != b->pairs.count)
		return a->pairs.count < b->pairs.count;
	return strlen(a->text) > strlen(b->text);
}

/* The word of the other side that comes with a word as a rule; NULL: none does. counts: one a word of that side, all 0. */
static const struct habit_word *habit_of(struct habit *h, size_t side, const struct habit_word *word, uint32_t *counts)
{
	const struct habit_side *other = &h->sides[1 - side];
	size_t seen = word->pairs.count, best = SIZE_MAX;
	uint32_t most = 0;

	for (size_t i = 0; i < seen; i++) {
		const struct habit_list *of = &other->of.items[word->pairs.items[i]];

		for (size_t k = 0; k < of->count; k++) {
			size_t n = of->items[k];

			counts[n]++;
			if (other->all.items[n]->pairs.count * 5 <= seen * 6 &&
			    (best == SIZE_MAX ||
			     habit_better(other->all.items[n], counts[n], other->all.items[best], counts[best])))
				best = n;
		}
	}
	if (best != SIZE_MAX)
		most = counts[best];
	for (size_t i = 0; i < seen; i++) {
		const struct habit_list *of = &other->of.items[word->pairs.items[i]];

		for (size_t k = 0; k < of->count; k++)
			counts[of->items[k]] = 0;
	}
	if (most * 20 < seen * 17 || (seen - most) * 10 > seen + 9 ||
	    other->all.items[best]->pairs.count * 5 > most * 6u)
		return NULL;
	return other->all.items[best];
}

static bool habit_holds(const struct habit_word *word, uint32_t pair)
{
	for (size_t i = 0; i < word->pairs.count; i++)
		if (word->pairs.items[i] == pair)
			return true;
	return false;
}

/* Where the word stands in a text. */
static const struct unit *habit_place(const struct side *s, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i < s->units.count; i++) {
		const struct unit *u = &s->units.items[i];
		char stem[HABIT_WORD];

		if (s->analyser->hangul ? u->kind == UNIT_HANGUL && u->end - u->start >= len &&
						  !memcmp(s->text + u->start, word, len)
					: habit_stem(s, u, stem) == len && !memcmp(stem, word, len))
			return u;
	}
	return NULL;
}

static void habit_broken(struct habit *h, size_t side, const struct habit_word *word, const struct habit_word *wanted,
			 uint32_t pair)
{
	struct lint_run *run = h->run;
	const struct lint_pair *p = &run->pairs.items[h->pairs.items[pair]];
	struct side here = habit_side(h, p->text, h->langs[side]),
		    there = {.text = p->text->as.text.lang[h->langs[1 - side]]};
	const struct unit *u = habit_place(&here, word->text);
	const struct analyser *other = run->analysers[h->langs[1 - side]];

	there.len = strlen(there.text);
	if (!u || phrase_word_in(&there, here.text + u->start, u->end - u->start))
		return; /* it stands there in the same letters */
	run->accepted = reviewed_is(run->reviewed, run, p);
	LINT(run, PARITY_HABIT, p->text, h->langs[side], u->start, u->end,
	     arena_strndup(run->arena, here.text + u->start, u->end - u->start), wanted->text,
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), other->name_en, other->name_ko));
	lint_note(run, p->text, h->langs[1 - side], 0, "the other language is here",
		  "다른 언어의 글은 여기에 있습니다");
	run->accepted = false;
}

static void habit_words(struct habit *h, size_t side)
{
	uint32_t *counts = arena_array(h->arena, h->sides[1 - side].all.count, sizeof *counts);

	for (size_t w = 0; w < h->sides[side].all.count; w++) {
		const struct habit_word *word = h->sides[side].all.items[w], *wanted;
		size_t seen = word->pairs.count;

		wanted = seen >= HABIT_SEEN && seen <= HABIT_OFTEN ? habit_of(h, side, word, counts) : NULL;
		for (size_t i = 0; wanted && i < seen; i++)
			if (!habit_holds(wanted, word->pairs.items[i]))
				habit_broken(h, side, word, wanted, word->pairs.items[i]);
	}
}

void habit_check(struct lint_run *run)
{
	for (size_t other = 1; other < run->pack->lang_count; other++) {
		struct habit h = {.run = run, .arena = arena_new(), .langs = {0, other}};

		for (size_t side = 0; side < 2; side++)
			h.sides[side].index = map_new(h.arena);
		if (run->analysers[0] && run->analysers[other]) {
			habit_read(&h);
			habit_words(&h, 0);
		}
		arena_free(h.arena);
	}
}
