/*
 * Paths in the making, brought to one plane by their matrices, and in the end to whole numbers: the longer side of the
 * ink is INK_UNITS. What is measured is the ink, strokes included; corners that reach out of a stroke's width are not.
 */
#include "art_int.h"

#include <math.h>
#include <string.h>

enum { INK_UNITS = 1000000 };

void svg_ink_begin(struct svg *svg, const struct matrix *matrix)
{
	struct svg_shape *shape;

	if (svg->shapes.count >= ART_SHAPES)
		svg->full = true;
	shape = LIST_ADD(svg->arena, &svg->shapes);
	shape->first = svg->steps.count;
	shape->scale = sqrt(fabs(matrix->a * matrix->d - matrix->b * matrix->c));
	svg->matrix = *matrix;
	svg->x = svg->y = 0;
}

static struct svg_step *add(struct svg *svg, enum path_op op)
{
	struct svg_step *step;

	if (svg->steps.count >= ART_STEPS)
		svg->full = true;
	if (svg->full)
		return NULL;
	step = LIST_ADD(svg->arena, &svg->steps);
	step->op = op;
	return step;
}

static void set_point(const struct svg *svg, struct svg_step *step, int i, double x, double y)
{
	const struct matrix *m = &svg->matrix;

	step->x[i] = m->a * x + m->c * y + m->e;
	step->y[i] = m->b * x + m->d * y + m->f;
}

static void add_point(struct svg *svg, enum path_op op, double x, double y)
{
	struct svg_step *step = add(svg, op);

	if (step)
		set_point(svg, step, 0, x, y);
	svg->x = x;
	svg->y = y;
}

void svg_ink_move(struct svg *svg, double x, double y)
{
	add_point(svg, PATH_MOVE, x, y);
}

/* After a subpath was closed the next one begins where it began, said or not. */
static void begin_again(struct svg *svg)
{
	if (svg->steps.count && svg->steps.items[svg->steps.count - 1].op == PATH_CLOSE)
		svg_ink_move(svg, svg->x, svg->y);
}

void svg_ink_line(struct svg *svg, double x, double y)
{
	begin_again(svg);
	add_point(svg, PATH_LINE, x, y);
}

void svg_ink_curve(struct svg *svg, double x1, double y1, double x2, double y2, double x, double y)
{
	struct svg_step *step;

	begin_again(svg);
	step = add(svg, PATH_CURVE);
	if (step) {
		set_point(svg, step, 0, x1, y1);
		set_point(svg, step, 1, x2, y2);
		set_point(svg, step, 2, x, y);
	}
	svg->x = x;
	svg->y = y;
}

void svg_ink_close(struct svg *svg)
{
	add(svg, PATH_CLOSE);
}

/* A matrix that makes circles of circles keeps the width of a stroke the same all round. */
static bool is_even(const struct matrix *m)
{
	double first = m->a * m->a + m->b * m->b, second = m->c * m->c + m->d * m->d, skew = m->a * m->c + m->b * m->d;

	return fabs(first - second) <= 0.02 * (first + second) && fabs(skew) <= 0.01 * (first + second);
}

static bool has_line(const struct svg *svg, const struct svg_shape *shape)
{
	for (size_t i = shape->first; i < svg->steps.count; i++)
		if (svg->steps.items[i].op == PATH_LINE || svg->steps.items[i].op == PATH_CURVE)
			return true;
	return false;
}

void svg_ink_end(struct svg *svg, const struct svg_style *style, struct pos pos)
{
	struct svg_shape *shape = &svg->shapes.items[svg->shapes.count - 1];

	shape->style = *style;
	shape->pos = pos;
	shape->count = svg->steps.count - shape->first;
	if (style->clear_fill)
		shape->style.fill = PAINT_NONE;
	if (style->clear_stroke || !(style->width > 0))
		shape->style.stroke = PAINT_NONE;
	if (style->hidden || (shape->style.fill < 0 && shape->style.stroke < 0) || !has_line(svg, shape)) {
		svg->steps.count = shape->first;
		svg->shapes.count--;
		return;
	}
	if (shape->style.stroke >= 0 && !is_even(&svg->matrix))
		svg_refuse(svg, pos, DIAG_BOTH("a stretched line", "늘여진 선"),
			   DIAG_BOTH("turn the line into an outline", "선을 윤곽선으로 바꾸십시오"));
}

/* ---- the box of the ink ---- */

struct extent {
	double lo[2], hi[2];
	bool any;
};

static void reach(struct extent *e, int axis, double at, double margin)
{
	if (!e->any || at - margin < e->lo[axis])
		e->lo[axis] = at - margin;
	if (!e->any || at + margin > e->hi[axis])
		e->hi[axis] = at + margin;
}

static double cubic_at(const double p[4], double t)
{
	double u = 1 - t;

	return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

static void reach_at(struct extent *e, int axis, const double p[4], double t, double margin)
{
	if (t > 0 && t < 1)
		reach(e, axis, cubic_at(p, t), margin);
}

/* Where the derivative of a curve is nought. */
static void reach_curve(struct extent *e, int axis, const double p[4], double margin)
{
	double a = p[3] - 3 * p[2] + 3 * p[1] - p[0], b = 2 * (p[2] - 2 * p[1] + p[0]), c = p[1] - p[0];
	double root = b * b - 4 * a * c;

	if (fabs(a) < 1e-12) {
		if (fabs(b) > 1e-12)
			reach_at(e, axis, p, -c / b, margin);
		return;
	}
	if (root < 0)
		return;
	reach_at(e, axis, p, (-b + sqrt(root)) / (2 * a), margin);
	reach_at(e, axis, p, (-b - sqrt(root)) / (2 * a), margin);
}

static double margin_of(const struct svg_shape *shape)
{
	return shape->style.stroke >= 0 ? shape->style.width * shape->scale / 2 : 0;
}

static void reach_shape(const struct svg *svg, const struct svg_shape *shape, struct extent *e)
{
	double x = 0, y = 0, margin = margin_of(shape);

	for (size_t i = 0; i < shape->count; i++) {
		const struct svg_step *s = &svg->steps.items[shape->first + i];
		int last = s->op == PATH_CURVE ? 2 : 0;

		if (s->op == PATH_CLOSE)
			continue;
		reach(e, 0, s->x[last], margin);
		reach(e, 1, s->y[last], margin);
		e->any = true;
		if (s->op == PATH_CURVE) {
			reach_curve(e, 0, (const double[4]){x, s->x[0], s->x[1], s->x[2]}, margin);
			reach_curve(e, 1, (const double[4]){y, s->y[0], s->y[1], s->y[2]}, margin);
		}
		x = s->x[last];
		y = s->y[last];
	}
}

/* ---- whole numbers ---- */

static int32_t whole(double value)
{
	return (int32_t)lround(value);
}

static const struct path_step *whole_steps(const struct svg *svg, const struct svg_shape *from, const struct extent *e,
					   double scale)
{
	static const int points[] = {[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
	struct path_step *steps = arena_array(svg->arena, from->count, sizeof *steps);

	for (size_t i = 0; i < from->count; i++) {
		const struct svg_step *s = &svg->steps.items[from->first + i];

		steps[i].op = s->op;
		for (int k = 0; k < points[s->op]; k++) {
			steps[i].x[k] = whole((s->x[k] - e->lo[0]) * scale);
			steps[i].y[k] = whole((s->y[k] - e->lo[1]) * scale);
		}
	}
	return steps;
}

static void whole_shape(const struct svg *svg, const struct svg_shape *from, const struct extent *e, double scale,
			struct shape *out)
{
	double stroke = from->scale * scale;

	*out = (struct shape){.count = from->count, .fill = from->style.fill, .stroke = from->style.stroke};
	out->steps = whole_steps(svg, from, e, scale);
	out->even_odd = from->style.even_odd;
	out->cap = from->style.cap;
	out->join = from->style.join;
	out->miter = whole(fmin(from->style.miter, 1000) * 1000);
	if (out->stroke < 0)
		return;
	out->width = whole(fmin(from->style.width * stroke, INK_UNITS));
	out->dash[0] = whole(fmin(from->style.dash[0] * stroke, INK_UNITS));
	out->dash[1] = whole(fmin(from->style.dash[1] * stroke, INK_UNITS));
}

bool svg_ink_finish(struct svg *svg, struct art *art)
{
	struct extent e = {0};
	struct shape *shapes = arena_array(svg->arena, svg->shapes.count, sizeof *shapes);
	struct pos whole_file = {art->file, 0, 0};
	double longer, scale;

	for (size_t i = 0; i < svg->shapes.count; i++)
		reach_shape(svg, &svg->shapes.items[i], &e);
	longer = fmax(e.hi[0] - e.lo[0], e.hi[1] - e.lo[1]);
	if (!e.any || !(longer > 1e-9) || !isfinite(longer)) {
		DIAG0(svg->diag, ART_EMPTY, whole_file);
		return false;
	}
	scale = INK_UNITS / longer;
	for (size_t i = 0; i < svg->shapes.count; i++)
		whole_shape(svg, &svg->shapes.items[i], &e, scale, &shapes[i]);
	art->width = whole(fmax((e.hi[0] - e.lo[0]) * scale, 1));
	art->height = whole(fmax((e.hi[1] - e.lo[1]) * scale, 1));
	art->shapes = shapes;
	art->shape_count = svg->shapes.count;
	return true;
}
