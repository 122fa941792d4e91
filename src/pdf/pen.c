/*
 * The graphics state of a page. An operator is written only where it changes what is set, so the state is remembered
 * here; a page begins with the state that ISO 32000-1, 8.4.1 gives it. No q and Q: all coordinates are the page's.
 */
#include "pdf_int.h"

void pen_close(struct pen *pen)
{
	if (pen->open == PEN_TEXT)
		buf_puts(pen->out, "ET\n");
	else if (pen->open == PEN_FILL)
		buf_puts(pen->out, "f\n");
	pen->open = PEN_CLOSED;
}

void pen_fill_color(struct pen *pen, uint32_t color)
{
	if (color == pen->fill)
		return;
	if (pen->open == PEN_FILL)
		pen_close(pen);
	token_color(pen->out, color, 'g');
	pen->fill = color;
}

void pen_stroke_color(struct pen *pen, uint32_t color)
{
	if (color == pen->stroke)
		return;
	if (pen->open == PEN_FILL)
		pen_close(pen);
	token_color(pen->out, color, 'G');
	pen->stroke = color;
}

static void set_dash(struct pen *pen, const int32_t dash[2])
{
	if (dash[0] == pen->dash[0] && dash[1] == pen->dash[1])
		return;
	buf_putc(pen->out, '[');
	if (dash[0] > 0 || dash[1] > 0)
		token_point(pen->out, dash[0], dash[1]);
	buf_puts(pen->out, "]0 d\n");
	pen->dash[0] = dash[0];
	pen->dash[1] = dash[1];
}

/* Ends and corners: all charts have the first of each. */
static void set_ends(struct pen *pen, const struct shape *shape)
{
	enum { MITER_FIRST = 10000 };
	int32_t miter = shape->miter ? shape->miter : MITER_FIRST;

	if (shape->cap != pen->cap)
		buf_printf(pen->out, "%d J\n", (int)shape->cap);
	if (shape->join != pen->join)
		buf_printf(pen->out, "%d j\n", (int)shape->join);
	if (shape->join == JOIN_MITER && miter != (pen->miter ? pen->miter : MITER_FIRST)) {
		buf_mpt(pen->out, miter);
		buf_puts(pen->out, " M\n");
		pen->miter = miter;
	}
	pen->cap = shape->cap;
	pen->join = shape->join;
}

void pen_line(struct pen *pen, const struct shape *shape)
{
	pen_close(pen);
	if (shape->width != pen->width) {
		buf_mpt(pen->out, shape->width);
		buf_puts(pen->out, " w\n");
		pen->width = shape->width;
	}
	set_dash(pen, shape->dash);
	set_ends(pen, shape);
}

/* Rectangles of one colour that follow each other are filled together. */
void pen_rect(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, uint32_t color)
{
	if (pen->open == PEN_TEXT)
		pen_close(pen);
	pen_fill_color(pen, color);
	token_point(pen->out, x, (int64_t)pen->height - y - h);
	token_point(pen->out, w, h);
	buf_puts(pen->out, "re\n");
	pen->open = PEN_FILL;
}

void pen_text(struct pen *pen, int32_t x, int32_t y)
{
	if (pen->open == PEN_FILL)
		pen_close(pen);
	if (pen->open == PEN_CLOSED) {
		buf_puts(pen->out, "BT\n");
		pen->open = PEN_TEXT;
		pen->line_x = pen->line_y = 0;
	}
	y = pen->height - y;
	token_point(pen->out, (int64_t)x - pen->line_x, (int64_t)y - pen->line_y);
	buf_puts(pen->out, "Td");
	pen->line_x = x;
	pen->line_y = y;
}

void pen_font(struct pen *pen, const struct pdffont *font, int32_t size)
{
	if (font == pen->font && size == pen->size)
		return;
	pdffont_name(pen->out, font);
	buf_putc(pen->out, ' ');
	buf_mpt(pen->out, size);
	buf_puts(pen->out, " Tf");
	pen->font = font;
	pen->size = size;
}

void pen_rise(struct pen *pen, int32_t rise)
{
	if (rise == pen->rise)
		return;
	buf_putc(pen->out, '\n');
	buf_mpt(pen->out, rise);
	buf_puts(pen->out, " Ts");
	pen->rise = rise;
}
