/*
 * Words that are nearly a name: a name of the pack that one side has is looked for on the other with a letter or two
 * changed, so that a misspelling is shown where it stands. Hangul is compared by its letters, not by syllables.
 */
#include "lint_int.h"

#include <string.h>

enum { NEAR_MAX = 40, NEAR_LEAST = 5, NEAR_SYLLABLE = 3 };

struct near_word {
	unsigned char letters[NEAR_MAX];
	size_t count;
};

static void near_put(struct near_word *word, uint32_t letter)
{
	if (word->count < NEAR_MAX)
		word->letters[word->count++] = (unsigned char)letter;
}

/* Letters as small numbers: Latin ones without case, Hangul as initial, vowel and final. */
static struct near_word near_read(const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	struct near_word word = {.count = 0};

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (c >= 0xAC00 && c <= 0xD7A3) {
			near_put(&word, 1 + (c - 0xAC00) / 588);
			near_put(&word, 32 + (c - 0xAC00) % 588 / 28);
			if ((c - 0xAC00) % 28)
				near_put(&word, 64 + (c - 0xAC00) % 28);
		} else {
			near_put(&word, 128 + (c < 0x80 ? (c | 0x20) % 128 : c % 127));
		}
	}
	return word;
}

static size_t near_least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Edit distance. */
static size_t near_distance(const struct near_word *a, const struct near_word *b)
{
	size_t row[NEAR_MAX + 1];

	for (size_t j = 0; j <= b->count; j++)
		row[j] = j;
	for (size_t i = 1; i <= a->count; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b->count; j++) {
			size_t above = row[j];

			row[j] = near_least(near_least(above, row[j - 1]) + 1,
					    corner + (a->letters[i - 1] != b->letters[j - 1]));
			corner = above;
		}
	}
	return row[b->count];
}

/* The part of a unit that is as long as the word: a Korean name is followed by its particles. */
static size_t near_part(const struct unit *u, size_t len)
{
	size_t whole = u->end - u->start;

	return u->kind == UNIT_HANGUL && whole > len ? len : whole;
}

bool near_find(const struct side *side, const char *word, size_t len, uint32_t *start, uint32_t *end)
{
	struct near_word wanted = near_read(word, len);
	size_t limit = wanted.count / 4 < 3 ? wanted.count / 4 : 3;

	if (wanted.count < NEAR_LEAST)
		return false;
	for (size_t i = 0; i < side->units.count; i++) {
		const struct unit *u = &side->units.items[i];
		size_t part = near_part(u, len), distance;
		struct near_word found;

		if ((u->kind != UNIT_HANGUL && u->kind != UNIT_LATIN) ||
		    (u->kind == UNIT_LATIN && (side->text[u->start] < 'A' || side->text[u->start] > 'Z')))
			continue;
		found = near_read(side->text + u->start, part);
		distance = near_distance(&wanted, &found);
		if (distance && distance <= limit) {
			*start = u->start;
			*end = u->start + (uint32_t)part;
			return true;
		}
	}
	return false;
}
