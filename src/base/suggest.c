/*
 * "Did you mean": the nearest of some known words. Distance: Damerau's with adjacent transpositions (optimal string
 * alignment), over code points, ASCII letters compared without case.
 */
#include "base.h"

#include <string.h>

enum { WORD_MAX = 64 }; /* code points; longer words get no suggestion */

struct word {
	uint32_t c[WORD_MAX];
	size_t len;
};

static bool word_read(struct word *word, const char *text)
{
	const char *at = text, *end = text + strlen(text);

	word->len = 0;
	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (word->len == WORD_MAX)
			return false;
		word->c[word->len++] = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
	}
	return true;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t distance(const struct word *a, const struct word *b)
{
	size_t rows[3][WORD_MAX + 1]; /* row i is rows[i % 3] */

	for (size_t j = 0; j <= b->len; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a->len; i++) {
		size_t *row = rows[i % 3], *above = rows[(i - 1) % 3], *second = rows[(i + 1) % 3];

		row[0] = i;
		for (size_t j = 1; j <= b->len; j++) {
			bool equal = a->c[i - 1] == b->c[j - 1];

			row[j] = least(least(row[j - 1], above[j]) + 1, above[j - 1] + !equal);
			if (i > 1 && j > 1 && a->c[i - 1] == b->c[j - 2] && a->c[i - 2] == b->c[j - 1])
				row[j] = least(row[j], second[j - 2] + 1);
		}
	}
	return rows[a->len % 3][b->len];
}

const char *suggest_nearest(const char *word, const char *const *candidates, size_t count)
{
	struct word wanted, other;
	const char *nearest = NULL;
	size_t best;

	if (!word_read(&wanted, word) || !wanted.len)
		return NULL;
	best = wanted.len / 3 + 2; /* one more than allowed */
	for (size_t i = 0; i < count; i++) {
		size_t d;

		if (!word_read(&other, candidates[i]))
			continue;
		d = distance(&wanted, &other);
		if (d < best && d < other.len) {
			best = d;
			nearest = candidates[i];
		}
	}
	return nearest;
}
