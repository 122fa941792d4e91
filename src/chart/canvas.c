/*
 * A canvas collects shapes and texts. Paths are made by cairo on a recording surface that is never painted: arcs and
 * corners come back from cairo_copy_path() as curves, rounded to whole mpt.
 */
#include "chart_int.h"

#include <math.h>

struct canvas {
	struct arena *arena;
	cairo_t *pen;
	LIST(struct shape) shapes;
	LIST(enum canvas_role) roles; /* of the shapes */
	LIST(struct drawing_text) texts;
};

/* Curves of an arc leave the circle by no more than this, in mpt. */
static const double ARC_TOLERANCE = 10;

struct canvas *canvas_new(struct arena *arena)
{
	struct canvas *canvas = arena_alloc(arena, sizeof *canvas);
	cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);

	canvas->arena = arena;
	canvas->pen = cairo_create(surface);
	cairo_surface_destroy(surface);
	cairo_set_tolerance(canvas->pen, ARC_TOLERANCE);
	if (cairo_status(canvas->pen) == CAIRO_STATUS_NO_MEMORY)
		fatal_memory(0);
	return canvas;
}

void canvas_close(struct canvas *canvas)
{
	if (cairo_status(canvas->pen))
		BUG("cairo: %s", cairo_status_to_string(cairo_status(canvas->pen)));
	cairo_destroy(canvas->pen);
	canvas->pen = NULL;
}

cairo_t *canvas_pen(struct canvas *canvas)
{
	return canvas->pen;
}

static const enum path_op ops[] = {
	[CAIRO_PATH_MOVE_TO] = PATH_MOVE,
	[CAIRO_PATH_LINE_TO] = PATH_LINE,
	[CAIRO_PATH_CURVE_TO] = PATH_CURVE,
	[CAIRO_PATH_CLOSE_PATH] = PATH_CLOSE,
};

/* Copies the path. A move after a close, and a last move without a line, draw nothing: left out. */
static size_t copy_steps(struct arena *arena, const cairo_path_t *path, const struct path_step **steps)
{
	LIST(struct path_step) list = {0};

	for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
		const cairo_path_data_t *from = &path->data[i];
		struct path_step *step;

		if (list.count && ops[from->header.type] == PATH_MOVE && list.items[list.count - 1].op == PATH_MOVE)
			list.count--;
		step = LIST_ADD(arena, &list);
		*step = (struct path_step){.op = ops[from->header.type]};
		for (int p = 1; p < from->header.length; p++) {
			step->x[p - 1] = (int32_t)lround(from[p].point.x);
			step->y[p - 1] = (int32_t)lround(from[p].point.y);
		}
	}
	if (list.count && list.items[list.count - 1].op == PATH_MOVE)
		list.count--;
	*steps = list.items;
	return list.count;
}

/* Takes the path off the pen as a new shape without paint. */
static struct shape *add_shape(struct canvas *canvas, enum canvas_role role)
{
	struct shape *shape = LIST_ADD(canvas->arena, &canvas->shapes);
	cairo_path_t *path = cairo_copy_path(canvas->pen);

	if (path->status)
		BUG("cairo: %s", cairo_status_to_string(path->status));
	*shape = (struct shape){.fill = -1, .stroke = -1};
	shape->count = copy_steps(canvas->arena, path, &shape->steps);
	*LIST_ADD(canvas->arena, &canvas->roles) = role;
	cairo_path_destroy(path);
	cairo_new_path(canvas->pen);
	return shape;
}

void canvas_fill(struct canvas *canvas, uint32_t color, enum canvas_role role)
{
	add_shape(canvas, role)->fill = (int32_t)color;
}

void canvas_dash(struct canvas *canvas, uint32_t color, int32_t width, int32_t on, int32_t off, enum canvas_role role)
{
	struct shape *shape = add_shape(canvas, role);

	shape->stroke = (int32_t)color;
	shape->width = width;
	shape->dash[0] = on;
	shape->dash[1] = off;
}

void canvas_stroke(struct canvas *canvas, uint32_t color, int32_t width, enum canvas_role role)
{
	canvas_dash(canvas, color, width, 0, 0, role);
}

void canvas_line(struct canvas *canvas, int32_t x1, int32_t y1, int32_t x2, int32_t y2)
{
	cairo_move_to(canvas->pen, x1, y1);
	cairo_line_to(canvas->pen, x2, y2);
}

void canvas_rect(struct canvas *canvas, int32_t x, int32_t y, int32_t w, int32_t h, int32_t radius)
{
	const double quarter = acos(0.0);
	cairo_t *pen = canvas->pen;

	if (radius == 0) {
		cairo_rectangle(pen, x, y, w, h);
		return;
	}
	cairo_new_sub_path(pen);
	cairo_arc(pen, x + w - radius, y + radius, radius, -quarter, 0);
	cairo_arc(pen, x + w - radius, y + h - radius, radius, 0, quarter);
	cairo_arc(pen, x + radius, y + h - radius, radius, quarter, 2 * quarter);
	cairo_arc(pen, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
	cairo_close_path(pen);
}

void canvas_run(struct canvas *canvas, const struct glyph_run *run, int32_t x, int32_t y, uint32_t color, int lang)
{
	*LIST_ADD(canvas->arena, &canvas->texts) = (struct drawing_text){*run, x, y, color, lang};
}

const struct drawing *canvas_drawing(const struct canvas *canvas, const char *id, int32_t width, int32_t height)
{
	struct drawing *drawing = arena_alloc(canvas->arena, sizeof *drawing);

	drawing->id = id;
	drawing->width = width;
	drawing->height = height;
	drawing->shapes = canvas->shapes.items;
	drawing->shape_count = canvas->shapes.count;
	drawing->texts = canvas->texts.items;
	drawing->text_count = canvas->texts.count;
	return drawing;
}

int32_t canvas_foot(const struct canvas *canvas)
{
	enum { DESCENT = 4 }; /* a quarter of the size */
	int32_t foot = 0;

	for (size_t i = 0; i < canvas->texts.count; i++) {
		const struct drawing_text *text = &canvas->texts.items[i];

		foot = chart_larger(foot, text->y + text->run.size / DESCENT);
	}
	return foot;
}

enum canvas_role canvas_role_at(const struct canvas *canvas, size_t shape)
{
	return canvas->roles.items[shape];
}
