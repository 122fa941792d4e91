/*
 * Values as PDF text (ISO 32000-1, 7.3). Escaping happens here and nowhere else.
 */
#include "pdf_int.h"

#include <string.h>
#include <time.h>

static const char token_digits[] = "0123456789ABCDEF";

static void put_hex(struct buf *out, unsigned byte)
{
	buf_putc(out, token_digits[byte >> 4 & 15]);
	buf_putc(out, token_digits[byte & 15]);
}

void token_name(struct buf *out, const char *name)
{
	buf_putc(out, '/');
	for (; *name; name++) {
		unsigned char c = (unsigned char)*name;

		if (c > 0x20 && c < 0x7F && !strchr("#/()<>[]{}%", c)) {
			buf_putc(out, *name);
		} else {
			buf_putc(out, '#');
			put_hex(out, c);
		}
	}
}

/* A carriage return that is not escaped would be read as a line feed. */
void token_raw(struct buf *out, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (bytes[i] == '\r') {
			buf_puts(out, "\\r");
			continue;
		}
		if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
			buf_putc(out, '\\');
		buf_putc(out, bytes[i]);
	}
}

void token_bytes(struct buf *out, const char *bytes, size_t len)
{
	buf_putc(out, '(');
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c < 0x20 || c >= 0x7F) {
			buf_printf(out, "\\%03o", (unsigned int)c);
		} else {
			if (c == '(' || c == ')' || c == '\\')
				buf_putc(out, '\\');
			buf_putc(out, (char)c);
		}
	}
	buf_putc(out, ')');
}

static void put_unit(struct buf *out, unsigned unit)
{
	put_hex(out, unit >> 8);
	put_hex(out, unit);
}

void token_utf16(struct buf *out, const char *utf8, size_t len)
{
	const char *at = utf8, *end = utf8 + len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (c == UTF8_BAD)
			c = 0xFFFD;
		if (c >= 0x10000) {
			put_unit(out, 0xD7C0 + (c >> 10));
			put_unit(out, 0xDC00 + (c & 0x3FF));
		} else {
			put_unit(out, c);
		}
	}
}

void token_text(struct buf *out, const char *utf8, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)utf8[i];

		if (c < 0x20 || c >= 0x7F) {
			buf_puts(out, "<FEFF");
			token_utf16(out, utf8, len);
			buf_putc(out, '>');
			return;
		}
	}
	token_bytes(out, utf8, len);
}

void token_ref(struct buf *out, uint32_t number)
{
	buf_uint(out, number);
	buf_put(out, " 0 R", 4);
}

void token_point(struct buf *out, int64_t x, int64_t y)
{
	buf_mpt(out, x);
	buf_putc(out, ' ');
	buf_mpt(out, y);
	buf_putc(out, ' ');
}

void token_box(struct buf *out, int64_t left, int64_t bottom, int64_t right, int64_t top)
{
	buf_putc(out, '[');
	token_point(out, left, bottom);
	buf_mpt(out, right);
	buf_putc(out, ' ');
	buf_mpt(out, top);
	buf_putc(out, ']');
}

/* 0..255 to thousandths. */
static int64_t part(uint32_t color, int shift)
{
	return ((int64_t)(color >> shift & 0xFF) * 1000 + 127) / 255;
}

void token_color(struct buf *out, uint32_t color, char gray)
{
	int64_t red = part(color, 16), green = part(color, 8), blue = part(color, 0);

	buf_mpt(out, red);
	buf_putc(out, ' ');
	if (red != green || green != blue) {
		token_point(out, green, blue);
		buf_putc(out, gray == 'g' ? 'r' : 'R');
	}
	buf_putc(out, gray);
	buf_putc(out, '\n');
}

void token_date(struct buf *out, int64_t timestamp)
{
	time_t seconds = (time_t)timestamp;
	struct tm t;

	if (!gmtime_r(&seconds, &t))
		BUG("no date for %lld", (long long)timestamp);
	buf_printf(out, "(D:%04d%02d%02d%02d%02d%02dZ)", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min,
		   t.tm_sec);
}
