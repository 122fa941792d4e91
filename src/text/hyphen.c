/*
 * Hyphenation by patterns: F. M. Liang, "Word hy-phen-a-tion by com-put-er", 1983. The files are those of Debian's hyphen-*
 * packages. A word has at least six letters, three stay before a hyphen and three go after it (typography E1).
 *
 * A file is a charset, then lines with a pattern each: letters, a full stop for a word's edge, and digits between them; the
 * largest digit of all patterns that match at a place counts, and a word may be divided where it is odd. A line NEXTLEVEL
 * parts the patterns for joints of compounds from those for the parts. Patterns with a slash change the spelling and are
 * left out.
 *
 * The files are written for libhyphen, where a pattern counts at a place only if no longer one that is under way hides it:
 * of all beginnings of patterns that end at a letter, the longest is taken, and it must be a whole pattern. Its tree of all
 * beginnings costs more than a small document; here lines hang in lists by their first three letters.
 */
#include "text_int.h"

#include <string.h>
#include <unicode/uchar.h>

#define PATTERN_DIR "/usr/share/hyphen"

enum {
	WORD_MIN = 6,
	WORD_MAX = 64,
	LEFT_MIN = 3,
	RIGHT_MIN = 3,
	PART_MIN = 2,
	LEVELS = 2,
	FILE_LIMIT = 1 << 24,
	HEAD_BITS = 14
};

/* The patterns of a level by their first letters. */
struct level {
	uint32_t *heads; /* hash of up to three letters: number of a line in `lines`; 0: none */
	size_t mask;
	LIST(struct line) lines;          /* [0] is no line */
	uint8_t singles[32], pairs[8192]; /* bits: one letter, two letters that patterns begin with */
};

struct line {
	uint32_t at;   /* in the file */
	uint32_t next; /* of the same first letters */
};

struct patterns {
	const char *tag;
	const char *data; /* NULL: there are none */
	bool utf8;        /* else Latin-1 */
	struct level levels[LEVELS];
	size_t level_count;
	struct map *words;
};

struct points {
	size_t count;
	uint8_t at[];
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_end(char c)
{
	return c == '\n' || c == '\r' || c == 0;
}

/* ---- reading ---- */

/* Lines that are no patterns: comments and settings of the file (ours are fixed), which are words in capitals. */
static bool is_pattern(const char *line)
{
	return !is_end(*line) && *line != '%' && *line != '#' && *line != ' ' &&
	       !(line[0] >= 'A' && line[0] <= 'Z' && line[1] >= 'A' && line[1] <= 'Z');
}

/* Where a pattern ends: at a blank, or where it begins to say how the spelling changes. */
static bool is_stop(char c)
{
	return is_end(c) || c == ' ' || c == '\t' || c == '/';
}

/* The first letters of a pattern, no more than three. */
static size_t first_letters(const char *line, unsigned char *letters)
{
	size_t count = 0;

	for (; !is_stop(*line) && count < 3; line++)
		if (!is_digit(*line))
			letters[count++] = (unsigned char)*line;
	return count;
}

static size_t slot_of(const struct level *level, const unsigned char *letters, size_t count)
{
	uint32_t hash = (uint32_t)count;

	for (size_t i = 0; i < count; i++)
		hash = (hash ^ letters[i]) * 16777619u;
	return (hash ^ hash >> 15) & level->mask;
}

static void set_bit(uint8_t *bits, size_t at)
{
	bits[at / 8] = (uint8_t)(bits[at / 8] | 1u << at % 8);
}

static bool has_bit(const uint8_t *bits, size_t at)
{
	return bits[at / 8] >> at % 8 & 1;
}

/* A later pattern of the same letters comes before an earlier one and so replaces it. */
static void add_pattern(struct arena *arena, struct level *level, const char *data, const char *line)
{
	unsigned char letters[3];
	size_t count = first_letters(line, letters), slot = slot_of(level, letters, count);

	if (!count)
		return;
	set_bit(level->singles, letters[0]);
	if (count > 1)
		set_bit(level->pairs, (size_t)letters[0] << 8 | letters[1]);
	*LIST_ADD(arena, &level->lines) = (struct line){(uint32_t)(line - data), level->heads[slot]};
	level->heads[slot] = (uint32_t)level->lines.count - 1;
}

/* Reads one level from a place in the file; returns where the next one begins, NULL at the end. */
static const char *read_level(struct arena *arena, struct level *level, const char *data, const char *at)
{
	level->mask = (1u << HEAD_BITS) - 1;
	level->heads = arena_array(arena, level->mask + 1, sizeof *level->heads);
	LIST_ADD(arena, &level->lines);
	while (*at) {
		size_t len = strcspn(at, "\r\n");
		const char *line = at;

		at += len + strspn(at + len, "\r\n");
		if (len == 9 && !memcmp(line, "NEXTLEVEL", 9))
			return at;
		if (is_pattern(line))
			add_pattern(arena, level, data, line);
	}
	return NULL;
}

static bool read_patterns(struct arena *arena, struct patterns *p, const char *path)
{
	char *data;
	const char *at;
	size_t len;

	if (file_read(arena, path, FILE_LIMIT, &data, &len) != FILE_OK)
		return false;
	at = data + strcspn(data, "\r\n");
	p->utf8 = !strncmp(data, "UTF-8", 5);
	if (!p->utf8 && strncmp(data, "ISO8859-1", (size_t)(at - data)) != 0)
		return false;
	while (at && p->level_count < LEVELS)
		at = read_level(arena, &p->levels[p->level_count++], data, at);
	p->data = data;
	return true;
}

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
	if (!read_patterns(t->arena, p, path))
		DIAG(t->diag, TEXT_NO_PATTERNS, nowhere, tag, path);
	*LIST_ADD(t->arena, &t->patterns) = p;
	return p;
}

/* ---- matching ---- */

/* A word with a full stop at each end, in the charset of the patterns; values[i] is the digit before byte i. */
struct dotted {
	char text[WORD_MAX + 3];
	size_t len;
	uint8_t values[WORD_MAX + 4];
};

enum found { NOTHING, BEGINNING, WHOLE };

/* Whether letters of a word are a pattern, or the beginning of one. */
static enum found compare(const char *line, const char *letters, size_t len)
{
	size_t i = 0;

	for (; !is_stop(*line); line++) {
		if (is_digit(*line))
			continue;
		if (i == len)
			return BEGINNING;
		if (*line != letters[i++])
			return NOTHING;
	}
	return i == len ? WHOLE : NOTHING;
}

/* *line: the pattern of just those letters, or NULL. */
static bool is_beginning(const struct patterns *p, const struct level *level, const char *letters, size_t len,
			 const char **line)
{
	const unsigned char *first = (const unsigned char *)letters;
	bool found = len == 1 ? has_bit(level->singles, first[0])
			      : len == 2 && has_bit(level->pairs, (size_t)first[0] << 8 | first[1]);

	*line = NULL;
	if (len < 3 && !found)
		return false;
	for (uint32_t i = level->heads[slot_of(level, first, len < 3 ? len : 3)]; i; i = level->lines.items[i].next) {
		const char *at = p->data + level->lines.items[i].at;
		enum found how = compare(at, letters, len);

		found |= how != NOTHING;
		if (how == WHOLE) {
			*line = at;
			return true;
		}
	}
	return found;
}

static void take_values(const char *line, uint8_t *values)
{
	size_t i = 0;
	const char *p = line;

	while (!is_stop(*p))
		p++;
	if (*p == '/')
		return;
	for (p = line; !is_stop(*p); p++) {
		if (!is_digit(*p))
			i++;
		else if (*p - '0' > values[i])
			values[i] = (uint8_t)(*p - '0');
	}
}

static void match(const struct patterns *p, const struct level *level, struct dotted *word)
{
	size_t from = 0;

	for (size_t to = 1; to <= word->len; to++) {
		const char *line = NULL;

		while (from < to && !is_beginning(p, level, word->text + from, to - from, &line))
			from++;
		if (from < to && line)
			take_values(line, word->values + from);
	}
}

static void set_dotted(struct dotted *d, const char *text, size_t len)
{
	*d = (struct dotted){.len = len + 2};
	d->text[0] = d->text[len + 1] = '.';
	memcpy(d->text + 1, text, len);
}

static size_t characters(const struct patterns *p, const char *text, size_t len)
{
	return p->utf8 ? utf8_count(text, len) : len;
}

/*
 * The part text[from..to) of a compound by the last level; odd[i]: it may be divided before byte i. Two letters at least
 * stay with the joints beside them.
 */
static void divide_part(const struct patterns *p, const char *text, size_t from, size_t to, size_t len, bool *odd)
{
	struct dotted part;

	set_dotted(&part, text + from, to - from);
	match(p, &p->levels[p->level_count - 1], &part);
	for (size_t i = from + 1; i < to; i++)
		odd[i] = part.values[i - from + 1] & 1 && (!from || characters(p, text + from, i - from) >= PART_MIN) &&
			 (to == len || characters(p, text + i, to - i) >= PART_MIN);
}

static void divide(const struct patterns *p, const char *text, size_t len, bool *odd)
{
	struct dotted whole;
	size_t from = 0;

	set_dotted(&whole, text, len);
	if (p->level_count > 1)
		match(p, &p->levels[0], &whole);
	for (size_t i = 1; i <= len; i++) {
		if (i < len && !(whole.values[i + 1] & 1))
			continue;
		divide_part(p, text, from, i, len, odd);
		odd[i] = i < len;
		from = i;
	}
}

/* A word as patterns have it: in small letters, in their charset. 0: it has letters that this charset lacks. */
static size_t put_word(const struct patterns *patterns, const char *word, size_t len, char *out)
{
	const char *p = word, *end = word + len;
	struct buf small = {0};
	size_t size;

	while (p < end) {
		uint32_t c = (uint32_t)u_tolower((UChar32)utf8_next(&p, end));

		if (patterns->utf8)
			buf_codepoint(&small, c);
		else if (c <= 0xFF)
			buf_putc(&small, (char)(unsigned char)c);
		else
			p = end, small.len = 0;
	}
	size = small.len <= WORD_MAX ? small.len : 0;
	if (size)
		memcpy(out, small.data, size);
	buf_free(&small);
	return size;
}

/* Points in bytes of the word itself, by characters: small letters may have other lengths than capitals. */
static struct points *find_points(struct arena *arena, const struct patterns *patterns, const char *word, size_t len)
{
	struct points *points = arena_alloc(arena, sizeof *points + len);
	const char *p = word, *end = word + len, *q;
	size_t letters = utf8_count(word, len), i = 0;
	char text[WORD_MAX];
	bool odd[WORD_MAX + 1] = {0};
	size_t size = put_word(patterns, word, len, text);

	divide(patterns, text, size, odd);
	for (q = text; size && p < end;) {
		utf8_next(&p, end);
		if (patterns->utf8)
			utf8_next(&q, text + size);
		else
			q++;
		i++;
		if (odd[q - text] && i >= LEFT_MIN && letters - i >= RIGHT_MIN)
			points->at[points->count++] = (uint8_t)(p - word);
	}
	return points;
}

size_t hyphen_points(struct text *t, const struct text_style *style, const char *word, size_t len,
		     const uint8_t **points)
{
	struct patterns *patterns;
	struct points *found;

	if (len < WORD_MIN || len > WORD_MAX || utf8_count(word, len) < WORD_MIN)
		return 0;
	patterns = patterns_for(t, style);
	if (!patterns->data)
		return 0;
	found = map_find(patterns->words, word, len);
	if (!found) {
		found = find_points(t->arena, patterns, word, len);
		map_put(patterns->words, word, len, found);
	}
	*points = found->at;
	return found->count;
}
