/*
 * A growing byte buffer on the heap: text that is put together piece by piece before it is written or copied.
 */
#include "base.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void grow(struct buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 256;
	char *larger;

	if (more >= SIZE_MAX / 2 - buf->len)
		fatal_memory(more);
	while (cap < buf->len + more + 1)
		cap *= 2;
	larger = realloc(buf->data, cap);
	if (!larger)
		fatal_memory(cap);
	buf->data = larger;
	buf->cap = cap;
}

/* Makes room for `more` bytes and the NUL after them. */
static inline void reserve(struct buf *buf, size_t more)
{
	if (more >= buf->cap - buf->len)
		grow(buf, more);
}

void buf_put(struct buf *buf, const void *data, size_t len)
{
	reserve(buf, len);
	if (len)
		memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

char *buf_room(struct buf *buf, size_t len)
{
	reserve(buf, len);
	return buf->data + buf->len;
}

void buf_puts(struct buf *buf, const char *text)
{
	buf_put(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char c)
{
	reserve(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

/* Most texts fit into the room there is; what does not is printed again. */
void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;
	size_t room;
	int len;

	reserve(buf, 1);
	room = buf->cap - buf->len;
	va_start(args, format);
	len = vsnprintf(buf->data + buf->len, room, format, args);
	va_end(args);
	if (len < 0)
		BUG("format \"%s\" cannot be printed", format);
	if ((size_t)len >= room) {
		reserve(buf, (size_t)len);
		va_start(args, format);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
		va_end(args);
	}
	buf->len += (size_t)len;
}

void buf_uint(struct buf *buf, uint64_t number)
{
	char digits[20], *at = digits + sizeof digits;

	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	buf_put(buf, at, (size_t)(digits + sizeof digits - at));
}

void buf_mpt(struct buf *buf, int64_t thousandths)
{
	uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;
	unsigned int rest = (unsigned int)(size % 1000);

	if (thousandths < 0)
		buf_putc(buf, '-');
	buf_uint(buf, size / 1000);
	if (!rest)
		return;
	buf_putc(buf, '.');
	for (unsigned int unit = 100; rest; rest %= unit, unit /= 10)
		buf_putc(buf, (char)('0' + rest / unit));
}

void buf_codepoint(struct buf *buf, uint32_t c)
{
	char bytes[4];
	size_t len = 0;

	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		bytes[len++] = (char)c;
	} else if (c < 0x800) {
		bytes[len++] = (char)(0xC0 | c >> 6);
	} else if (c < 0x10000) {
		bytes[len++] = (char)(0xE0 | c >> 12);
		bytes[len++] = (char)(0x80 | (c >> 6 & 0x3F));
	} else {
		bytes[len++] = (char)(0xF0 | c >> 18);
		bytes[len++] = (char)(0x80 | (c >> 12 & 0x3F));
		bytes[len++] = (char)(0x80 | (c >> 6 & 0x3F));
	}
	if (c >= 0x80)
		bytes[len++] = (char)(0x80 | (c & 0x3F));
	buf_put(buf, bytes, len);
}

void buf_json(struct buf *buf, const char *text)
{
	static const char named[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *at = text, *end = text + strlen(text);

	buf_putc(buf, '"');
	while (at < end) {
		uint32_t c = utf8_next(&at, end);
		const char *found = c < 0x80 ? strchr(named, (int)c) : NULL;

		if (found)
			buf_printf(buf, "\\%c", letters[found - named]);
		else if (c < 0x20 || c == 0x7F)
			buf_printf(buf, "\\u%04x", (unsigned int)c);
		else
			buf_codepoint(buf, c);
	}
	buf_putc(buf, '"');
}

void buf_free(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){0};
}
