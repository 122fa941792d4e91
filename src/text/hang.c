/*
 * How far a mark at a line's end or start stands outside of the measure (typography K22). Marks are light: set flush they
 * make the edge look dented. The share of a mark's width grows as its ink gets smaller.
 */
#include "text_int.h"

/* In hundredths of the mark's advance. */
static const struct share {
	uint32_t c;
	uint8_t start, end;
} shares[] = {
	{'.', 0, 70},     {',', 0, 70},     {'-', 0, 60},     {':', 0, 40},    {';', 0, 40},     {'!', 0, 20},
	{'?', 0, 20},     {'\'', 50, 50},   {'"', 40, 40},    {'(', 15, 0},    {')', 0, 15},     {SOFT_HYPHEN, 0, 60},
	{0x2010, 0, 60},  {0x2011, 0, 60},  {0x2013, 0, 30},  {0x2014, 0, 20}, {0x2018, 60, 60}, {0x2019, 60, 60},
	{0x201A, 50, 0},  {0x201C, 50, 50}, {0x201D, 50, 50}, {0x201E, 40, 0}, {0x00AB, 30, 30}, {0x00BB, 30, 30},
	{0x2039, 40, 40}, {0x203A, 40, 40},
};

static const struct share *share_of(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(shares); i++)
		if (shares[i].c == c)
			return &shares[i];
	return NULL;
}

int32_t hang_start(const struct shaped *shaped)
{
	const struct glyph_run *run = shaped->runs;
	const struct share *share;

	if (!shaped->count || !run->count)
		return 0;
	share = share_of(charclass_at(run->text, run->text_len, 0));
	return share ? run->glyphs[0].advance * share->start / 100 : 0;
}

int32_t hang_end(const struct shaped *shaped)
{
	const struct glyph_run *run = shaped->count ? &shaped->runs[shaped->count - 1] : NULL;
	const struct share *share;

	if (!run || !run->count)
		return 0;
	share = share_of(charclass_before(run->text, run->text_len));
	return share ? run->glyphs[run->count - 1].advance * share->end / 100 : 0;
}

int32_t hang_mark(uint32_t c, int32_t width)
{
	const struct share *share = share_of(c);

	return share ? width * share->end / 100 : 0;
}
