/*
 * A text cut into units: numbers, words of Latin letters, runs of Hangul, addresses, single marks. Both analysers work
 * on units, so that neither looks at bytes.
 */
#include "lint_int.h"

#include <string.h>

enum {
	SCAN_WORD = 32,   /* bytes of the longest word that a language knows */
	SCAN_ADDRESS = 96 /* bytes of a mail address that is looked for */
};

/* ---- characters ---- */

static bool scan_white(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x2060 ||
	       c == 0x3000;
}

static bool scan_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool scan_upper(uint32_t c)
{
	return c >= 'A' && c <= 'Z';
}

static bool scan_letter(uint32_t c)
{
	return scan_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static bool scan_hangul(uint32_t c)
{
	return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) ||
	       (c >= 0x3131 && c <= 0x318E && c != 0x318D);
}

/* Characters of an address; a Korean particle may follow one without a space. */
static bool scan_address(char c)
{
	return (unsigned char)c > 0x20 && (unsigned char)c < 0x7F && !strchr("<>\"`", c);
}

static uint32_t scan_peek(const struct side *side, size_t at)
{
	const char *from = side->text + at;

	return at < side->len ? utf8_next(&from, side->text + side->len) : 0;
}

static size_t scan_step(const struct side *side, size_t at)
{
	const char *from = side->text + at;

	utf8_next(&from, side->text + side->len);
	return (size_t)(from - side->text);
}

/* ---- words ---- */

static void scan_put(struct map *map, const struct word_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		map_put(map, list->items[i].text, strlen(list->items[i].text), (void *)(uintptr_t)&list->items[i]);
}

const struct map *scan_words(struct arena *arena, const struct analyser *analyser)
{
	struct map *map = map_new(arena);

	scan_put(map, &common_words);
	scan_put(map, analyser->words);
	return map;
}

const struct word *scan_find(const struct map *words, const char *text, size_t len)
{
	const struct word *word = map_find(words, text, len); /* signs of measures have capitals of their own */
	char lower[SCAN_WORD];
	size_t count = 0;

	if (word)
		return word;
	for (size_t i = 0; i < len; i++) {
		if (count == sizeof lower)
			return NULL;
		if (i + 2 < len && !memcmp(text + i, "\xE2\x80\x99", 3)) { /* ’ */
			lower[count++] = '\'';
			i += 2;
		} else {
			lower[count++] = scan_upper((unsigned char)text[i]) ? (char)(text[i] - 'A' + 'a') : text[i];
		}
	}
	return map_find(words, lower, count);
}

bool scan_is(const struct side *side, size_t unit, const char *text)
{
	const struct unit *u = &side->units.items[unit];
	size_t len = u->end - u->start;

	if (strlen(text) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		char c = side->text[u->start + i];

		if ((scan_upper((unsigned char)c) ? (char)(c - 'A' + 'a') : c) != text[i])
			return false;
	}
	return true;
}

bool scan_mark(const struct side *side, size_t unit, uint32_t mark)
{
	const struct unit *u = &side->units.items[unit];

	return u->kind == UNIT_MARK && u->mark == mark;
}

struct token *scan_token(struct side *side, enum token_kind kind, uint32_t start, uint32_t end)
{
	struct token *token = LIST_ADD(side->arena, &side->tokens);

	token->kind = kind;
	token->start = start;
	token->end = end;
	return token;
}

/* ---- addresses ---- */

static bool scan_begins(const struct side *side, size_t at, const char *words)
{
	size_t len = strlen(words);

	return side->len - at >= len && !memcmp(side->text + at, words, len);
}

/*
 * Where a web address ends; `at` if there is none. Brackets inside it are in pairs; a sentence's own signs are not in
 * it.
 */
static size_t scan_url(const struct side *side, size_t at)
{
	size_t end = at, depth = 0;

	if (!scan_begins(side, at, "http://") && !scan_begins(side, at, "https://") && !scan_begins(side, at, "www."))
		return at;
	for (; end < side->len && scan_address(side->text[end]); end++) {
		depth += side->text[end] == '(';
		if (side->text[end] != ')')
			continue;
		if (!depth)
			break;
		depth--;
	}
	while (end > at && strchr(".,;:!?'*]", side->text[end - 1]))
		end--;
	return end;
}

static size_t scan_name_part(const struct side *side, size_t at, const char *also)
{
	size_t end = at;

	while (end < side->len && end - at < SCAN_ADDRESS &&
	       (scan_digit(side->text[end]) ||
		((unsigned char)side->text[end] < 0x80 && scan_letter((unsigned char)side->text[end])) ||
		(side->text[end] && strchr(also, side->text[end]))))
		end++;
	return end;
}

static size_t scan_email(const struct side *side, size_t at)
{
	size_t name = scan_name_part(side, at, "._%+-"), end;

	if (name == at || name >= side->len || side->text[name] != '@')
		return at;
	end = scan_name_part(side, name + 1, ".-");
	while (end > name + 1 && strchr(".-", side->text[end - 1]))
		end--;
	return end > name + 1 && memchr(side->text + name, '.', end - name) ? end : at;
}

static size_t scan_phone(const struct side *side, size_t at)
{
	size_t end = at + 1, digits = 0;

	if (side->text[at] != '+')
		return at;
	while (end < side->len) {
		bool part = end + 1 < side->len && strchr(" -", side->text[end]) && scan_digit(side->text[end + 1]);

		if (!scan_digit(side->text[end]) && !part)
			break;
		digits += scan_digit(side->text[end]);
		end++;
	}
	return digits >= 7 ? end : at;
}

/* ---- units ---- */

static struct unit *scan_add(struct side *side, enum unit_kind kind, size_t start, size_t end, bool gap)
{
	struct unit *unit = LIST_ADD(side->arena, &side->units);

	*unit = (struct unit){.kind = kind, .gap = gap, .start = (uint32_t)start, .end = (uint32_t)end};
	return unit;
}

static bool scan_group(const struct side *side, size_t at)
{
	return at + 3 < side->len && side->text[at] == ',' && scan_digit(side->text[at + 1]) &&
	       scan_digit(side->text[at + 2]) && scan_digit(side->text[at + 3]) &&
	       !(at + 4 < side->len && scan_digit(side->text[at + 4]));
}

static size_t scan_number(struct side *side, size_t at, bool gap)
{
	size_t end = at, points = 0;
	bool grouped = false;
	struct unit *unit;

	while (end < side->len) {
		if (!points && scan_group(side, end)) {
			grouped = true;
			end += 4;
		} else if (end > at && end + 1 < side->len && side->text[end] == '.' &&
			   scan_digit(side->text[end + 1])) {
			points++;
			end += 2;
		} else if (scan_digit(side->text[end])) {
			end++;
		} else {
			break;
		}
	}
	unit = scan_add(side, UNIT_NUMBER, at, end, gap);
	unit->grouped = grouped;
	unit->chain = points > 1 || !decimal_read(side->text + at, end - at, &unit->number);
	return end;
}

/* Whether what stands at `at` holds the letters before and after it together as one word. */
static bool scan_joint(const struct side *side, size_t start, size_t at)
{
	uint32_t c = scan_peek(side, at);
	size_t next = scan_step(side, at);
	uint32_t after = scan_peek(side, next);
	bool initials = at - start == 1 || side->text[at - 2] == '.';

	if (c == 0xAD)
		return true;
	if (!scan_letter(after))
		return false;
	if (c == '.')
		return initials || (scan_upper((unsigned char)side->text[at - 1]) && scan_upper(after));
	if (c == '&')
		return scan_upper((unsigned char)side->text[at - 1]) && scan_upper(after);
	if (c != '\'' && c != 0x2019)
		return false;
	return !((after == 's' || after == 'S') && !scan_letter(scan_peek(side, next + 1)));
}

static size_t scan_latin(struct side *side, const struct map *words, size_t at, bool gap)
{
	size_t end = at;
	struct unit *unit;

	while (end < side->len && (scan_letter(scan_peek(side, end)) || scan_joint(side, at, end)))
		end = scan_step(side, end);
	unit = scan_add(side, UNIT_LATIN, at, end, gap);
	unit->word = scan_find(words, side->text + at, end - at);
	return end;
}

static size_t scan_run(struct side *side, size_t at, bool gap)
{
	size_t end = at;

	while (end < side->len && scan_hangul(scan_peek(side, end)))
		end = scan_step(side, end);
	scan_add(side, UNIT_HANGUL, at, end, gap);
	return end;
}

static uint32_t scan_hyphen(uint32_t c)
{
	return c == 0x2010 || c == 0x2011 ? '-' : c;
}

static size_t scan_one(struct side *side, const struct map *words, size_t at, bool gap)
{
	static const struct {
		size_t (*end)(const struct side *, size_t);
		enum unit_kind kind;
	} addresses[] = {{scan_url, UNIT_URL}, {scan_email, UNIT_EMAIL}, {scan_phone, UNIT_PHONE}};
	uint32_t c = scan_peek(side, at);
	size_t end;

	for (size_t i = 0; c < 0x80 && i < COUNT_OF(addresses); i++) {
		end = addresses[i].end(side, at);
		if (end > at) {
			scan_add(side, addresses[i].kind, at, end, gap);
			return end;
		}
	}
	if (c < 0x80 && scan_digit((char)c))
		return scan_number(side, at, gap);
	if (scan_letter(c))
		return scan_latin(side, words, at, gap);
	if (scan_hangul(c))
		return scan_run(side, at, gap);
	end = scan_step(side, at);
	scan_add(side, UNIT_MARK, at, end, gap)->mark = scan_hyphen(c);
	return end;
}

size_t scan_unit(const struct side *side, uint32_t byte)
{
	size_t low = 0, high = side->units.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (side->units.items[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void scan_text(struct side *side, const struct map *words)
{
	bool gap = false;
	size_t at = 0;

	while (at < side->len) {
		if (scan_white(scan_peek(side, at))) {
			gap = true;
			at = scan_step(side, at);
			continue;
		}
		at = scan_one(side, words, at, gap);
		gap = false;
	}
	for (int i = 0; i < SCAN_STOPS; i++)
		scan_add(side, UNIT_STOP, side->len, side->len, true);
	side->units.count -= SCAN_STOPS;
}
