/* locale_figure: whether a printed text is a number, and where its decimal mark stands. For columns of tables. */
#include "locale_int.h"

#include <string.h>

/* Before a number: signs, the words of a comparison, currencies. */
static bool is_lead(uint32_t c)
{
	return c == '+' || c == '-' || c == '~' || c == '<' || c == '>' || c == '$' || c == 0xA3 || c == 0xA5 ||
	       c == 0xB1 || c == 0x2212 || c == 0x2248 || c == 0x2264 || c == 0x2265 || (c >= 0x20A0 && c <= 0x20CF);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == 0xA0 || c == 0x2009 || c == 0x202F;
}

/* Behind a number, without making a phrase of it. */
static bool is_unit(uint32_t c)
{
	return c == '%' || c == 0xB0 || c == 0x2030 || c == 0x2103 || is_lead(c);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *skip(const char *p, const char *end, bool (*is)(uint32_t))
{
	for (const char *next = p; next < end; p = next) {
		uint32_t c = utf8_next(&next, end);

		if (!is(c) && !is_blank(c))
			break;
	}
	return p;
}

/* Past a mark if it stands here and a digit follows it; else NULL. */
static const char *past_mark(const char *p, const char *end, const char *mark)
{
	size_t len = strlen(mark);

	return len && (size_t)(end - p) > len && !memcmp(p, mark, len) && is_digit(p[len]) ? p + len : NULL;
}

static const char *skip_digits(const char *p, const char *end)
{
	while (p < end && is_digit(*p))
		p++;
	return p;
}

static const char *skip_groups(const struct locale *locale, const char *p, const char *end)
{
	static const char *const spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF"};
	const char *next;

	do {
		p = skip_digits(p, end);
		next = past_mark(p, end, locale->separator);
		for (size_t i = 0; !next && i < COUNT_OF(spaces); i++)
			next = past_mark(p, end, spaces[i]);
		if (next && skip_digits(next, end) - next != (ptrdiff_t)locale->group)
			next = NULL;
		p = next ? next : p;
	} while (next);
	return p;
}

static bool has_digit(const char *p, const char *end)
{
	while (p < end && !is_digit(*p))
		p++;
	return p < end;
}

/* A dash in place of a number. */
static bool is_dash(const char *text)
{
	return !strcmp(text, "-") || !strcmp(text, "\xE2\x80\x93") || !strcmp(text, "\xE2\x80\x94") ||
	       !strcmp(text, "\xE2\x88\x92");
}

enum locale_figure_kind locale_figure(const struct locale *locale, const char *text, size_t *point)
{
	const char *end = text + strlen(text), *first = skip(text, end, is_lead), *p, *decimal;
	bool year;

	*point = (size_t)(end - text);
	if (is_dash(text))
		return FIGURE_DASH;
	if (first == end || !is_digit(*first))
		return FIGURE_NONE;
	p = skip_groups(locale, first, end);
	year = first == text && p == end && p - first == 4 && (*first == '1' || *first == '2');
	*point = (size_t)(p - text);
	decimal = past_mark(p, end, locale->decimal);
	p = decimal ? skip_digits(decimal, end) : p;
	if (has_digit(p, end))
		return FIGURE_NONE;
	if (year)
		return FIGURE_YEAR;
	for (const char *rest = p; rest < end;) {
		uint32_t c = utf8_next(&rest, end);

		if (!is_unit(c) && !is_blank(c) && !(c == 'C' && rest - p >= 3 && !memcmp(rest - 3, "\xC2\xB0", 2)))
			return FIGURE_COUNTED;
	}
	return FIGURE_BARE;
}
