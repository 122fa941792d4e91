/*
 * Whether a text has the words of a name in another order or with others between them, or as their initials. What
 * "word" means differs: Latin letters must be a word of their own, Hangul may stand inside one.
 */
#include "lint_int.h"

#include <string.h>

enum { PHRASE_WINDOW = 48 }; /* bytes in which words of one name stand, beyond twice its length */

bool phrase_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c >= 0xC0 && c <= 0x24F) || (c >= 0xAC00 && c <= 0xD7A3);
}

uint32_t phrase_before(const char *text, size_t at)
{
	size_t from = at;

	if (!at)
		return 0;
	do
		from--;
	while (from && ((unsigned char)text[from] & 0xC0) == 0x80);
	text += from;
	return utf8_next(&text, text + (at - from));
}

static char phrase_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool phrase_at(const char *text, const char *end, const char *word, size_t len)
{
	if ((size_t)(end - text) < len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (phrase_lower(text[i]) != phrase_lower(word[i]))
			return false;
	return true;
}

/* Before the s of a plural and the n of Korean too. */
static bool phrase_ends(const char *at, const char *end)
{
	if (at == end || *at == 's' || *at == 'n')
		return true;
	return !phrase_letter(utf8_next(&at, end));
}

/* Latin letters must be a word of their own; Hangul may stand inside one. */
bool phrase_word_in(const struct side *side, const char *word, size_t len)
{
	const char *end = side->text + side->len;
	bool latin = (unsigned char)word[0] < 0x80;

	for (const char *at = side->text; at < end; at++) {
		if (phrase_at(at, end, word, len) &&
		    (!latin || (!phrase_letter(phrase_before(side->text, (size_t)(at - side->text))) &&
				phrase_ends(at + len, end))))
			return true;
	}
	return false;
}

bool phrase_small(const char *word, size_t len)
{
	static const char *const small[] = {"of", "and", "the", "for", "on", "in", "to", "a", "an", "with"};

	for (size_t i = 0; i < COUNT_OF(small); i++)
		if (strlen(small[i]) == len && phrase_at(word, word + len, small[i], len))
			return true;
	return false;
}

/* How many words a form has, and how many of them a text has. head: only those before "of". */
static size_t phrase_words(const struct side *side, const char *form, bool head, size_t *found)
{
	size_t count = 0;

	*found = 0;
	while (*form) {
		size_t len = strcspn(form, " ,");

		if (head && count && len == 2 && !memcmp(form, "of", 2))
			break;
		if (len && !phrase_small(form, len)) {
			count++;
			*found += phrase_word_in(side, form, len);
		}
		form += len + strspn(form + len, " ,");
	}
	return count;
}

/*
 * Whether enough words of a form stand in a text: all of them in any order, most of the name of a body (its minister
 * may be named in place of it), one of a person's.
 */
static bool phrase_enough(const struct side *side, const char *form, enum concept_kind kind)
{
	size_t found, count = phrase_words(side, form, kind == CONCEPT_TERM, &found);

	if (!count)
		return false;
	if (kind == CONCEPT_PERSON)
		return found > 0;
	return kind == CONCEPT_BODY ? found * 5 >= count * 3 : found == count;
}

/* Words of one name stand near each other; in a long text each of them would be found somewhere. */
bool phrase_loosely(const struct side *side, const char *form, enum concept_kind kind)
{
	size_t window = form ? 2 * strlen(form) + PHRASE_WINDOW : 0, step = window / 2;

	if (!form || kind == CONCEPT_WORLD || !phrase_enough(side, form, kind))
		return false;
	for (size_t at = 0;; at += step) {
		size_t end = at + window < side->len ? at + window : side->len;
		struct side part = {.text = side->text + at, .len = end - at};

		if (phrase_enough(&part, form, kind))
			return true;
		if (end == side->len)
			return false;
	}
}

bool phrase_initials(const char *form, const char *text, size_t len)
{
	size_t done = 0;

	while (*form && done < len) {
		size_t word = strcspn(form, " ,-");

		if (word && phrase_lower(*form) == phrase_lower(text[done]))
			done++;
		else if (word && !phrase_small(form, word))
			return false;
		form += word + strspn(form + word, " ,-");
	}
	return done == len && !*form;
}
