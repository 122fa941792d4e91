/* A drawing's shapes to path operators. */
#include "pdf_int.h"

static const struct {
	int points;
	const char *operator;
} ink_steps[] = {
	[PATH_MOVE] = {1, "m\n"},
	[PATH_LINE] = {1, "l\n"},
	[PATH_CURVE] = {3, "c\n"},
	[PATH_CLOSE] = {0, "h\n"},
};

void ink_shape(struct pen *pen, const struct shape *shape, int32_t x, int32_t y)
{
	bool fill = shape->fill >= 0, stroke = shape->stroke >= 0 && shape->width > 0;

	if ((!fill && !stroke) || !shape->count)
		return;
	pen_close(pen);
	if (fill)
		pen_fill_color(pen, (uint32_t)shape->fill);
	if (stroke) {
		pen_stroke_color(pen, (uint32_t)shape->stroke);
		pen_line(pen, shape);
	}
	for (size_t i = 0; i < shape->count; i++) {
		const struct path_step *step = &shape->steps[i];

		for (int k = 0; k < ink_steps[step->op].points; k++)
			token_point(pen->out, (int64_t)x + step->x[k], (int64_t)pen->height - y - step->y[k]);
		buf_puts(pen->out, ink_steps[step->op].operator);
	}
	buf_puts(pen->out, fill && stroke ? "B" : fill ? "f" : "S");
	buf_puts(pen->out, fill && shape->even_odd ? "*\n" : "\n");
}
