/*
 * Glyph runs to text operators. A reader moves by the widths in the font's dictionary; where shaping moved otherwise
 * (kerning, justification, offsets, fractions of a width) a number in the TJ array makes up for it.
 */
#include "pdf_int.h"

#include <stdlib.h>

/* mpt. A place that is off by less is left: 0.02 pt is 7 thousandths of a millimetre. */
enum { INK_TOLERANCE = 20 };

/* Pen positions are counted from the run's start in thousandths of a mpt, so that a reader's are exact. */
struct show {
	struct pen *pen;
	const struct glyph_run *run;
	struct pdffont *font;
	int64_t wanted, real; /* where the next glyph belongs; where the reader's pen is */
	size_t array;         /* where the array's bracket stands in the output */
	bool open, in_string, corrected;
};

static void end_string(struct show *s)
{
	if (s->in_string)
		buf_putc(s->pen->out, ')');
	s->in_string = false;
}

/* An array without a number is a string: Tj instead of TJ. */
static void end_array(struct show *s)
{
	struct buf *out = s->pen->out;

	if (!s->open)
		return;
	end_string(s);
	if (s->corrected) {
		buf_puts(out, "]TJ");
	} else {
		out->data[s->array] = '\n';
		buf_puts(out, "Tj");
	}
	s->open = false;
}

static void begin_array(struct show *s)
{
	s->array = s->pen->out->len;
	buf_putc(s->pen->out, '[');
	s->open = true;
	s->corrected = false;
}

static int64_t divide(int64_t a, int64_t b)
{
	return (a >= 0 ? a + b / 2 : a - b / 2) / b;
}

/*
 * Numbers of a TJ array are thousandths of the size, to the left. Whole ones are short; tenths where they are too
 * coarse.
 */
static void correct(struct show *s, int64_t offset)
{
	int64_t gap = s->wanted + offset - s->real, size = s->run->size, number;

	if (llabs(gap) <= INK_TOLERANCE * 1000)
		return;
	number = divide(-gap, size) * 10;
	if (llabs(gap + number * size / 10) > INK_TOLERANCE * 1000)
		number = divide(-gap * 10, size);
	if (!s->open)
		begin_array(s);
	end_string(s);
	buf_mpt(s->pen->out, number * 100);
	s->corrected = true;
	s->real -= number * size / 10;
}

/* As bytes: half of what hexadecimal digits take, and zlib is twice as fast with it. */
static void put_code(struct show *s, uint16_t code)
{
	const char bytes[2] = {(char)(code >> 8), (char)(code & 0xFF)};

	if (!s->in_string)
		buf_putc(s->pen->out, '(');
	s->in_string = true;
	token_raw(s->pen->out, bytes, sizeof bytes);
}

static void show_glyph(struct show *s, const struct glyph *g, const struct pdffont_code *code)
{
	if (g->dy != s->pen->rise) {
		end_array(s);
		pen_rise(s->pen, g->dy);
	}
	correct(s, (int64_t)g->dx * 1000);
	if (!s->open)
		begin_array(s);
	put_code(s, code->number);
	s->real += (int64_t)code->width * s->run->size;
	s->wanted += (int64_t)g->advance * 1000;
}

static size_t cluster_end(const struct glyph_run *run, size_t first)
{
	size_t end = first + 1;

	while (end < run->count && !run->glyphs[end].len)
		end++;
	return end;
}

/*
 * A cluster of one glyph is said by its code. One of several glyphs, or of a character that has no meaning to others,
 * is said by a span; its further glyphs, as no code can mean nothing, say WORD JOINER to whoever knows no spans.
 */
static void show_cluster(struct show *s, size_t first, size_t end)
{
	struct writer *w = s->pen->writer;
	const struct glyph *g = &s->run->glyphs[first];
	const char *text = s->run->text + g->at;
	const struct pdffont_code *code = pdffont_code(w, s->font, g->id, text, g->len);
	bool span = end - first > 1 || code->unfit;

	if (span) {
		end_array(s);
		buf_puts(s->pen->out, "\n/Span<</ActualText<FEFF");
		token_utf16(s->pen->out, text, g->len);
		buf_puts(s->pen->out, ">>>BDC\n");
	}
	show_glyph(s, g, code);
	for (size_t i = first + 1; i < end; i++)
		show_glyph(s, &s->run->glyphs[i], pdffont_code(w, s->font, s->run->glyphs[i].id, "\xE2\x81\xA0", 3));
	if (span) {
		end_array(s);
		buf_puts(s->pen->out, "\nEMC");
	}
}

void ink_text(struct pen *pen, const struct glyph_run *run, int32_t x, int32_t y, uint32_t color)
{
	struct show s = {.pen = pen, .run = run};

	if (!run->count)
		return;
	s.font = pdffont_use(pen->writer, run->font);
	pen_fill_color(pen, color);
	pen_text(pen, x, y);
	pen_font(pen, s.font, run->size);
	for (size_t i = 0, end; i < run->count; i = end) {
		end = cluster_end(run, i);
		show_cluster(&s, i, end);
	}
	end_array(&s);
	buf_putc(pen->out, '\n');
}
