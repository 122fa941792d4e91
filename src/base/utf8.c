/*
 * Decoding of UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#include "base.h"

/* Length of the sequence that a byte starts and the least code point that needs that length; 0 if it starts none. */
static unsigned int lead(unsigned char byte, uint32_t *bits, uint32_t *least)
{
	if (byte >= 0xC2 && byte <= 0xDF) {
		*bits = byte & 0x1Fu;
		*least = 0x80;
		return 2;
	}
	if (byte >= 0xE0 && byte <= 0xEF) {
		*bits = byte & 0x0Fu;
		*least = 0x800;
		return 3;
	}
	if (byte >= 0xF0 && byte <= 0xF4) {
		*bits = byte & 0x07u;
		*least = 0x10000;
		return 4;
	}
	return 0;
}

uint32_t utf8_multibyte(const char **at, const char *end)
{
	const char *start = (*at)++;
	unsigned char byte = (unsigned char)*start;
	uint32_t c = 0, least = 0;
	unsigned int len;

	len = lead(byte, &c, &least);
	if (!len || (size_t)(end - start) < len)
		return UTF8_BAD;
	for (unsigned int i = 1; i < len; i++) {
		byte = (unsigned char)start[i];
		if ((byte & 0xC0) != 0x80)
			return UTF8_BAD;
		c = c << 6 | (byte & 0x3Fu);
	}
	if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return UTF8_BAD;
	*at = start + len;
	return c;
}

size_t utf8_invalid(const char *text, size_t len)
{
	const char *at = text, *end = text + len;

	while (at < end) {
		const char *start = at;

		if (utf8_next(&at, end) == UTF8_BAD)
			return (size_t)(start - text);
	}
	return len;
}

size_t utf8_count(const char *text, size_t len)
{
	const char *at = text, *end = text + len;
	size_t count = 0;

	for (; at < end; count++)
		utf8_next(&at, end);
	return count;
}
