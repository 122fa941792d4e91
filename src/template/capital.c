/*
 * capital: the first letter of a text as a capital, for a cell or a line that begins with a value. By ranges of code
 * points: the small letters of Latin, Greek and Cyrillic that have one capital at a fixed distance. Anything else,
 * Hangul above all, stays as it is.
 */
#include "template_int.h"

static const struct {
	uint32_t first, last, step, distance;
} small[] = {
	{'a', 'z', 1, 32},     {0xE0, 0xF6, 1, 32},   {0xF8, 0xFE, 1, 32},   {0x101, 0x12F, 2, 1},
	{0x133, 0x137, 2, 1},  {0x13A, 0x148, 2, 1},  {0x14B, 0x177, 2, 1},  {0x17A, 0x17E, 2, 1},
	{0x3B1, 0x3C1, 1, 32}, {0x3C3, 0x3C9, 1, 32}, {0x430, 0x44F, 1, 32}, {0x450, 0x45F, 1, 80},
};

static uint32_t capital_of(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(small); i++)
		if (c >= small[i].first && c <= small[i].last && (c - small[i].first) % small[i].step == 0)
			return c - small[i].distance;
	return c;
}

void capital_first(struct tmpl *t, struct run *run)
{
	const char *rest = run->text, *end = run->text + run->len;
	uint32_t c = run->len ? utf8_next(&rest, end) : 0;
	struct buf text = {0};

	if (capital_of(c) == c)
		return;
	buf_codepoint(&text, capital_of(c));
	buf_put(&text, rest, (size_t)(end - rest));
	run->text = arena_strndup(t->arena, text.data, text.len);
	run->len = text.len;
	buf_free(&text);
}
