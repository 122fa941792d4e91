/*
 * Hyphenation by Liang's patterns (libhyphen). Patterns are read when a language first needs them, and the points of a
 * word are kept. A word has at least six letters, three stay before a hyphen and three go after it (typography E1).
 * Points at which the spelling would change are left out.
 */
#include "text_int.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#define PATTERN_DIR "/usr/share/hyphen"
#define LATIN_1 "ISO8859-1" /* the only charset of pattern files besides UTF-8 that is read */

enum { WORD_MIN = 6, WORD_MAX = 64, LEFT_MIN = 3, RIGHT_MIN = 3 };

struct patterns {
	const char *tag;
	HyphenDict *dict; /* NULL: there are none */
	struct map *words;
};

struct points {
	size_t count;
	uint8_t at[];
};

/* "en-GB" has its patterns in hyph_en_GB.dic. */
static const char *pattern_path(struct text *t, const char *tag)
{
	char *name = arena_printf(t->arena, "hyph_%s.dic", tag);

	for (char *p = name; *p; p++)
		if (*p == '-')
			*p = '_';
		else if (*p == '/')
			*p = '.';
	return file_join(t->arena, PATTERN_DIR, name);
}

static struct patterns *patterns_for(struct text *t, const struct text_style *style)
{
	const char *tag = style->tag && strchr(style->tag, '-') ? style->tag : langrule_find(style->lang)->patterns,
		   *path;
	struct patterns *p;
	struct pos nowhere = {0};

	for (size_t i = 0; i < t->patterns.count; i++)
		if (!strcmp(t->patterns.items[i]->tag, tag))
			return t->patterns.items[i];
	p = arena_alloc(t->arena, sizeof *p);
	p->tag = arena_strdup(t->arena, tag);
	p->words = map_new(t->arena);
	path = pattern_path(t, tag);
	p->dict = hnj_hyphen_load(path);
	if (p->dict && !p->dict->utf8 && strcmp(p->dict->cset, LATIN_1) != 0) {
		hnj_hyphen_free(p->dict);
		p->dict = NULL;
	}
	if (!p->dict)
		DIAG(t->diag, TEXT_NO_PATTERNS, nowhere, tag, path);
	*LIST_ADD(t->arena, &t->patterns) = p;
	return p;
}

/* libhyphen counts characters; hyphens[i] odd: a point after character i. */
static struct points *collect(struct arena *arena, const char *word, size_t len, const char *hyphens)
{
	struct points *points = arena_alloc(arena, sizeof *points + len);
	size_t letters = utf8_count(word, len), i = 0;
	const char *p = word, *end = word + len;

	while (p < end) {
		utf8_next(&p, end);
		i++;
		if (hyphens[i - 1] & 1 && i >= LEFT_MIN && letters - i >= RIGHT_MIN)
			points->at[points->count++] = (uint8_t)(p - word);
	}
	return points;
}

/* A word as patterns have it: in small letters, in their charset. 0: it has letters that this charset lacks. */
static size_t put_word(const HyphenDict *dict, const char *word, size_t len, char *out)
{
	const char *p = word, *end = word + len;
	size_t to = 0;

	while (p < end) {
		const char *at = p;
		uint32_t c = (uint32_t)u_tolower((UChar32)utf8_next(&p, end));

		if (!dict->utf8 && c > 0xFF)
			return 0;
		if (dict->utf8 && at > word) {
			memcpy(out + to, at, (size_t)(p - at));
			to += (size_t)(p - at);
		} else if (dict->utf8) {
			struct buf first = {0};

			buf_codepoint(&first, c);
			memcpy(out, first.data, to = first.len);
			buf_free(&first);
		} else {
			out[to++] = (char)(unsigned char)c;
		}
	}
	return to;
}

static struct points *find_points(struct text *t, HyphenDict *dict, const char *word, size_t len)
{
	/* libhyphen looks for signs that forbid a hyphen up to a NUL, whatever the length it is given. */
	char whole[WORD_MAX + 4] = {0}, hyphens[WORD_MAX + 8] = {0}, **rep = NULL;
	int *pos = NULL, *cut = NULL;
	struct points *points;
	size_t size;

	size = put_word(dict, word, len, whole);
	if (!size || hnj_hyphen_hyphenate3(dict, whole, (int)size, hyphens, NULL, &rep, &pos, &cut, LEFT_MIN, RIGHT_MIN,
					   LEFT_MIN, RIGHT_MIN))
		return arena_alloc(t->arena, sizeof *points);
	for (size_t i = 0; rep && i < size; i++) {
		if (rep[i])
			hyphens[i] = '0';
		free(rep[i]);
	}
	free(rep);
	free(pos);
	free(cut);
	points = collect(t->arena, word, len, hyphens);
	return points;
}

size_t hyphen_points(struct text *t, const struct text_style *style, const char *word, size_t len,
		     const uint8_t **points)
{
	struct patterns *patterns;
	struct points *found;

	if (len > WORD_MAX || utf8_count(word, len) < WORD_MIN)
		return 0;
	patterns = patterns_for(t, style);
	if (!patterns->dict)
		return 0;
	found = map_find(patterns->words, word, len);
	if (!found) {
		found = find_points(t, patterns->dict, word, len);
		map_put(patterns->words, word, len, found);
	}
	*points = found->at;
	return found->count;
}

void hyphen_free(struct text *t)
{
	for (size_t i = 0; i < t->patterns.count; i++)
		if (t->patterns.items[i]->dict)
			hnj_hyphen_free(t->patterns.items[i]->dict);
	t->patterns.count = 0;
}
