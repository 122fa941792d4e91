/*
 * What stands together though there is a space or a mark inside (typography E5, K7-K10): a number and what it counts,
 * the day and the month, a name and its number, a title and a name, the parts of a date; and word parts too short to
 * stand alone at a line's end or start. The rules go by the form of the words on both sides; the only words known are
 * those that typography treats in a way of their own.
 */
#include "text_int.h"

#include <string.h>

enum { TOKEN_MAX = 64 }; /* bytes; longer tokens are no numbers or names */

/* Words that never belong to the number or name beside them. */
static const char *const function_words[] = {
	"a",    "an",    "and",   "are",   "as",   "at",   "but",  "by",    "for",   "from",   "has",   "have",
	"in",   "into",  "is",    "it",    "its",  "of",   "off",  "on",    "or",    "over",   "since", "so",
	"than", "that",  "the",   "their", "they", "this", "to",   "under", "until", "was",    "we",    "were",
	"when", "where", "which", "while", "who",  "will", "with", "및",    "또는",  "그리고", "또한",
};

/* A month and a year may part: held with the day they would be too long for narrow columns. */
static const char *const months[] = {
	"January",   "February", "March",    "April",    "May",  "June", "July", "August",
	"September", "October",  "November", "December", "Jan",  "Feb",  "Mar",  "Apr",
	"Jun",       "Jul",      "Aug",      "Sep",      "Sept", "Oct",  "Nov",  "Dec",
};

static const char *const titles[] = {
	"Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Baroness", "Hon", "Rt",
};

/* Powers of ten that follow digits without a space, and the parts of a date. */
static const char *const magnitudes[] = {"십", "백", "천", "만", "억", "조"};

struct token {
	const char *at, *end; /* without brackets and quotation marks before it */
};

static bool in_words(const char *const *words, size_t count, const char *text, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (len && *words[i] == *text && strlen(words[i]) == len && !memcmp(words[i], text, len))
			return true;
	return false;
}

static bool is_function_word(const char *text, size_t len)
{
	char small[8];

	if (!len || len > sizeof small)
		return len <= 12 && in_words(function_words, COUNT_OF(function_words), text, len);
	for (size_t i = 0; i < len; i++)
		small[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] | 0x20 : text[i]);
	return in_words(function_words, COUNT_OF(function_words), small, len);
}

static bool is_blank_at(const char *text, size_t len, size_t at)
{
	return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' ||
	       (at + 1 < len && !memcmp(text + at, "\xC2\xA0", 2));
}

static bool ends_blank(const char *text, size_t len, size_t at)
{
	return is_blank_at(text, len, at - 1) || (at > 1 && !memcmp(text + at - 2, "\xC2\xA0", 2));
}

static struct token token_before(const char *text, size_t space)
{
	size_t from = space, least = space > TOKEN_MAX ? space - TOKEN_MAX : 0;
	const char *p;

	while (from > least && !ends_blank(text, space, from))
		from--;
	if (from == least && least)
		return (struct token){text + space, text + space};
	p = text + from;
	for (const char *next = p; next < text + space && charclass_opening(utf8_next(&next, text + space));)
		p = next;
	return (struct token){p, text + space};
}

static struct token token_after(const char *text, size_t len, size_t at)
{
	size_t to = at, most = len - at > TOKEN_MAX ? at + TOKEN_MAX : len;

	while (to < most && !is_blank_at(text, len, to))
		to++;
	return (struct token){text + at, text + to};
}

/* Drops stops, commas, closing brackets and the like; true if there were any. */
static bool strip_end(struct token *k)
{
	const char *end = k->end;

	while (k->end > k->at && (charclass_never_first(charclass_before(k->at, (size_t)(k->end - k->at)))))
		do
			k->end--;
		while (k->end > k->at && ((unsigned char)*k->end & 0xC0) == 0x80);
	return k->end < end;
}

static size_t token_len(const struct token *k)
{
	return (size_t)(k->end - k->at);
}

static const char *skip_digits(const char *p, const char *end)
{
	while (p < end && charclass_digit((unsigned char)*p))
		p++;
	return p;
}

static bool is_currency(uint32_t c)
{
	return c == '$' || c == 0x00A3 || c == 0x00A5 || (c >= 0x20A0 && c <= 0x20BF);
}

/* Digits with their signs and separators, such as £1.6 or 3~5; then powers of ten. */
static bool is_number(const struct token *k)
{
	const char *p = k->at, *next = p;

	for (uint32_t c = 0; next < k->end; p = next) {
		c = utf8_next(&next, k->end);
		if (!is_currency(c) && c != '-' && c != 0x2212)
			break;
	}
	if (p == skip_digits(p, k->end))
		return false;
	for (next = p; next < k->end && (charclass_digit((unsigned char)*next) || strchr(",.:~", *next)); next++)
		p = next + 1;
	if (!charclass_digit((unsigned char)p[-1]))
		return false;
	while (k->end - p >= 3 && in_words(magnitudes, COUNT_OF(magnitudes), p, 3))
		p += 3;
	return p == k->end;
}

static bool is_year(const struct token *k)
{
	return token_len(k) == 4 && skip_digits(k->at, k->end) == k->end && (*k->at == '1' || *k->at == '2');
}

/* Capital first, small letters after it. */
static bool is_name(const struct token *k)
{
	const char *p = k->at;

	if (p == k->end || !charclass_upper(utf8_next(&p, k->end)))
		return false;
	while (p < k->end)
		if (charclass_lower(utf8_next(&p, k->end)))
			return !is_function_word(k->at, token_len(k));
	return false;
}

static bool is_acronym(const struct token *k)
{
	const char *p = k->at;

	if (token_len(k) > 5 || p == k->end || !charclass_upper((unsigned char)*p))
		return false;
	for (; p < k->end; p++)
		if (!charclass_upper((unsigned char)*p) && !charclass_digit((unsigned char)*p) && *p != '&')
			return false;
	return true;
}

static bool starts_upper(const struct token *k)
{
	return charclass_upper(charclass_at(k->at, token_len(k), 0));
}

/* A number holds what it counts; a year counts nothing. */
static bool number_holds(const struct token *before, struct token after)
{
	uint32_t c = charclass_at(after.at, token_len(&after), 0);

	if (!is_number(before))
		return false;
	if (c == '%' || c == 0x00B0 || c == 0x2103 || c == 0x2030)
		return true;
	strip_end(&after);
	return charclass_letter(c) && !is_year(before) && !is_function_word(after.at, token_len(&after));
}

static bool name_holds(const struct token *before, struct token after)
{
	if (!is_name(before))
		return false;
	strip_end(&after);
	if (token_len(&after) && charclass_digit((unsigned char)*after.at))
		return !(is_year(&after) && in_words(months, COUNT_OF(months), before->at, token_len(before)));
	return is_acronym(&after);
}

/* Titles and initials, with or without a point. */
static bool title_holds(struct token before, const struct token *after)
{
	if (before.end > before.at && before.end[-1] == '.')
		before.end--;
	if (!starts_upper(after))
		return false;
	return (token_len(&before) == 1 && starts_upper(&before)) ||
	       in_words(titles, COUNT_OF(titles), before.at, token_len(&before));
}

static bool ends_in(const char *p, const char *end, const char *sign)
{
	size_t len = strlen(sign);

	return (size_t)(end - p) >= len && !memcmp(p, sign, len);
}

/* 2023. 11. 22. and 11월 22일 (K10). */
static bool date_holds(const struct token *before, const struct token *after)
{
	const char *b = skip_digits(before->at, before->end), *a = skip_digits(after->at, after->end);

	if (b == before->at || a == after->at)
		return false;
	return (ends_in(b, before->end, ".") && b + 1 == before->end && ends_in(a, after->end, ".")) ||
	       (ends_in(b, before->end, "월") && ends_in(a, after->end, "일"));
}

/* What begins with a small letter or a syllable is no number, date, title, name or initial. */
static bool holds_nothing(const char *text, size_t space)
{
	size_t from = space;
	unsigned char c;

	while (from > 0 && !ends_blank(text, space, from))
		from--;
	c = (unsigned char)text[from];
	return space - from < TOKEN_MAX && ((c >= 'a' && c <= 'z') || (c >= 0xEB && c <= 0xEC));
}

bool hold_space(const char *text, size_t len, size_t space, size_t at)
{
	struct token before, after, bare;

	if (holds_nothing(text, space))
		return false;
	before = bare = token_before(text, space);
	after = token_after(text, len, at);
	if (before.at == before.end || after.at == after.end)
		return false;
	if (title_holds(before, &after) || date_holds(&before, &after))
		return true;
	if (strip_end(&bare) && !(token_len(&bare) == 2 && !memcmp(bare.at, "No", 2)))
		return false;
	return number_holds(&bare, after) || name_holds(&bare, after);
}

/* ---- marks inside words ---- */

static bool is_part(uint32_t c)
{
	return charclass_letter(c) || charclass_digit(c) || c == '&';
}

/* Size of the letters and digits that run up to (or from) a place, no more than `enough`. */
static unsigned int part_before(const char *text, size_t at, unsigned int syllable, unsigned int enough)
{
	unsigned int size = 0;

	while (at > 0 && size < enough) {
		uint32_t c = charclass_before(text, at);

		if (!is_part(c))
			break;
		size += charclass_syllable(c) ? syllable : 1;
		do
			at--;
		while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
	}
	return size;
}

static unsigned int part_after(const char *text, size_t len, size_t at, unsigned int syllable, unsigned int enough)
{
	const char *p = text + at, *end = text + len;
	unsigned int size = 0;

	while (p < end && size < enough) {
		uint32_t c = utf8_next(&p, end);

		if (!is_part(c))
			break;
		size += charclass_syllable(c) ? syllable : 1;
	}
	return size;
}

bool hold_mark(const char *text, size_t len, uint32_t mark, size_t at)
{
	size_t start = at - (mark < 0x80 ? 1 : mark < 0x800 ? 2 : 3);
	uint32_t left = charclass_before(text, start), right = charclass_at(text, len, at);
	bool dot = mark == 0x00B7, hyphen = mark == '-' || mark == 0x2010, en_dash = mark == 0x2013;
	unsigned int enough = dot ? 2 : 3, syllable = dot ? 1 : 2;

	if (charclass_digit(left) && charclass_digit(right))
		return true;
	if (hyphen && (charclass_syllable(left) || charclass_syllable(right) || charclass_digit(right)))
		return true;
	if (!dot && !hyphen && !en_dash && mark != '/')
		return false;
	return part_before(text, start, syllable, enough) < enough ||
	       part_after(text, len, at, syllable, enough) < enough;
}
