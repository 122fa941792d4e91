/*
 * Quotation marks and dashes: what a keyboard has becomes what the language prints. A mark opens behind white space, an
 * opening bracket, a dash or another opening mark; between letters a single one is an apostrophe.
 */
#include "locale.h"
#include "locale_int.h"

#include <string.h>

static const char apostrophe[] = "\xE2\x80\x99";

struct curling {
	const struct locale *locale;
	const char *text, *end;
	struct buf *out;
	bool inside; /* an inner mark is open */
};

static bool is_blank(uint32_t c)
{
	return c == 0 || c == ' ' || c == '\t' || c == '\n' || c == 0x00A0 || c == 0x202F || c == 0x3000;
}

static uint32_t char_before(const struct curling *c, const char *at)
{
	const char *p = at;

	if (at == c->text)
		return 0;
	do
		p--;
	while (p > c->text && ((unsigned char)*p & 0xC0) == 0x80);
	return utf8_next(&p, c->end);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool opens(const struct curling *c, const char *at)
{
	static const uint32_t openers[] = {'(', '[', '{', '/', '"', '\'', 0x2013, 0x2014, 0x2018, 0x201C};
	uint32_t before = char_before(c, at);

	if (before == '"' || before == '\'')
		return opens(c, at - 1); /* two marks in a row: both open, or both close */
	for (size_t i = 0; i < COUNT_OF(openers); i++)
		if (before == openers[i])
			return true;
	return is_blank(before) || (before == '-' && at - c->text > 1 && at[-2] == '-');
}

static void put_single(struct curling *c, const char *at)
{
	bool open = opens(c, at), ends = at + 1 == c->end || is_blank((unsigned char)at[1]);

	if (open && !ends && !is_digit(at[1])) {
		buf_puts(c->out, c->locale->quotes[2]);
		c->inside = true;
	} else if (!open && c->inside && !is_digit(at[1]) &&
		   (ends || strchr(".,;:!?)]}\"-/", at[1]) || (unsigned char)at[1] >= 0xE2)) {
		buf_puts(c->out, c->locale->quotes[3]);
		c->inside = false;
	} else {
		buf_puts(c->out, apostrophe);
	}
}

/* Bytes that a dash typed as hyphens takes, spaces round it among them; 0: there is none. */
static size_t dash_len(const struct curling *c, const char *at)
{
	const char *p = at;
	bool spaced = *p == ' ', doubled;

	p += spaced;
	if (p >= c->end || *p != '-' || (!spaced && p > c->text && (p[-1] == '-' || p[-1] == ' ')))
		return 0;
	p++;
	doubled = p < c->end && *p == '-';
	p += doubled;
	if (p >= c->end || *p == '-' || spaced != (*p == ' ') || (!spaced && (!doubled || p - 2 == c->text)))
		return 0;
	if (spaced && (at == c->text || (is_digit(at[-1]) && is_digit(p[1]))))
		return 0; /* 5 - 3 is a sum */
	return (size_t)(p + spaced - at);
}

static const char *curl(struct curling *c, const char *at)
{
	const struct locale *locale = c->locale;
	size_t dash = *locale->dash && (*at == ' ' || *at == '-') ? dash_len(c, at) : 0;

	if (dash) {
		buf_puts(c->out, locale->dash);
		return at + dash;
	}
	if (*at == '"' && locale->quotes[0])
		buf_puts(c->out, locale->quotes[opens(c, at) ? 0 : 1]);
	else if (*at == '\'' && locale->quotes[0])
		put_single(c, at);
	else
		buf_putc(c->out, *at);
	return at + 1;
}

void locale_curl(const struct locale *locale, const char *text, size_t len, size_t *offsets, size_t count,
		 struct buf *out)
{
	struct curling c = {.locale = locale, .text = text, .end = text + len, .out = out};
	size_t next = 0;

	for (const char *at = text; at < c.end;) {
		while (next < count && text + offsets[next] <= at)
			offsets[next++] = out->len;
		at = curl(&c, at);
	}
	while (next < count)
		offsets[next++] = out->len;
}

bool locale_may_curl(const char *text, size_t len)
{
	return memchr(text, '"', len) || memchr(text, '\'', len) || memchr(text, '-', len);
}
