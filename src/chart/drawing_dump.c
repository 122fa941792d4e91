/*
 * A drawing as text: one line a shape or text, in points, for tests and --dump.
 */
#include "chart.h"

static const struct {
	char letter;
	int points;
} ops[] = {
	[PATH_MOVE] = {'M', 1},
	[PATH_LINE] = {'L', 1},
	[PATH_CURVE] = {'C', 3},
	[PATH_CLOSE] = {'Z', 0},
};

static void put_point(struct buf *out, int32_t x, int32_t y)
{
	buf_putc(out, ' ');
	buf_mpt(out, x);
	buf_putc(out, ',');
	buf_mpt(out, y);
}

static void put_paint(struct buf *out, const char *name, int32_t color)
{
	if (color >= 0)
		buf_printf(out, " %s #%06x", name, (unsigned)color);
}

static void dump_shape(const struct shape *shape, struct buf *out)
{
	buf_puts(out, "shape");
	put_paint(out, "fill", shape->fill);
	put_paint(out, "stroke", shape->stroke);
	if (shape->stroke >= 0) {
		buf_puts(out, " width ");
		buf_mpt(out, shape->width);
	}
	if (shape->dash[0]) {
		buf_puts(out, " dash");
		put_point(out, shape->dash[0], shape->dash[1]);
	}
	buf_putc(out, ':');
	for (size_t i = 0; i < shape->count; i++) {
		const struct path_step *step = &shape->steps[i];

		buf_printf(out, " %c", ops[step->op].letter);
		for (int p = 0; p < ops[step->op].points; p++)
			put_point(out, step->x[p], step->y[p]);
	}
	buf_putc(out, '\n');
}

static void put_words(const struct glyph_run *run, struct buf *out)
{
	struct buf words = {0};

	buf_put(&words, run->text, run->text_len);
	buf_json(out, words.len ? words.data : "");
	buf_free(&words);
}

static void dump_text(const struct drawing_text *text, struct buf *out)
{
	buf_printf(out, "text %d at", text->lang);
	put_point(out, text->x, text->y);
	buf_puts(out, " size ");
	buf_mpt(out, text->run.size);
	buf_puts(out, " width ");
	buf_mpt(out, text->run.width);
	buf_printf(out, " #%06x %s ", (unsigned)text->color, font_info(text->run.font)->ps_name);
	put_words(&text->run, out);
	buf_putc(out, '\n');
}

void drawing_dump(const struct drawing *drawing, struct buf *out)
{
	buf_puts(out, "drawing");
	put_point(out, drawing->width, drawing->height);
	buf_putc(out, '\n');
	for (size_t i = 0; i < drawing->shape_count; i++)
		dump_shape(&drawing->shapes[i], out);
	for (size_t i = 0; i < drawing->text_count; i++)
		dump_text(&drawing->texts[i], out);
}
