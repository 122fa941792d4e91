/*
 * Contrast of colours after WCAG 2.2 (relative luminance of sRGB), and the check of a finished drawing: the ground of a
 * text or mark is the topmost filled shape under its middle, or the paper.
 */
#include "chart_int.h"

#include <math.h>

enum {
	TEXT_RATIO = 4500,
	LARGE_RATIO = 3000,
	MARK_RATIO = 3000, /* thousandths */
	LARGE_SIZE = 18000,
	LARGE_BOLD_SIZE = 14000 /* mpt */
};

static double channel(uint32_t value)
{
	double c = (value & 0xFF) / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t color)
{
	return 0.2126 * channel(color >> 16) + 0.7152 * channel(color >> 8) + 0.0722 * channel(color);
}

int32_t contrast_ratio(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return (int32_t)(1000 * (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05));
}

uint32_t contrast_better(uint32_t ground, uint32_t a, uint32_t b)
{
	return contrast_ratio(ground, a) >= contrast_ratio(ground, b) ? a : b;
}

uint32_t contrast_mix(uint32_t color, uint32_t ground, int percent)
{
	uint32_t mixed = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		uint32_t c = color >> shift & 0xFF, g = ground >> shift & 0xFF;

		mixed |= (c * (uint32_t)percent + g * (uint32_t)(100 - percent) + 50) / 100 << shift;
	}
	return mixed;
}

/* ---- the check ---- */

struct box {
	int32_t x1, y1, x2, y2;
};

static const int points_of[] = {[PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};

static struct box box_of(const struct shape *shape)
{
	struct box box = {INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN};

	for (size_t i = 0; i < shape->count; i++) {
		const struct path_step *step = &shape->steps[i];

		for (int p = 0; p < points_of[step->op]; p++) {
			box.x1 = step->x[p] < box.x1 ? step->x[p] : box.x1;
			box.y1 = step->y[p] < box.y1 ? step->y[p] : box.y1;
			box.x2 = step->x[p] > box.x2 ? step->x[p] : box.x2;
			box.y2 = step->y[p] > box.y2 ? step->y[p] : box.y2;
		}
	}
	return box;
}

static bool meet(const struct box *a, const struct box *b)
{
	return a->x1 <= b->x2 && b->x1 <= a->x2 && a->y1 <= b->y2 && b->y1 <= a->y2;
}

struct check {
	struct arena *arena;
	struct diag *diag;
	struct pos pos;
	const struct canvas *canvas;
	const struct drawing *drawing;
	const struct box *boxes; /* of the shapes */
	uint32_t paper;
	bool ok;
};

/* What is painted at a point by the shapes before number `count`. */
static uint32_t ground_at(const struct check *check, int32_t x, int32_t y, size_t count)
{
	struct box point = {x, y, x, y};

	for (size_t i = count; i-- > 0;)
		if (check->drawing->shapes[i].fill >= 0 && meet(&check->boxes[i], &point))
			return (uint32_t)check->drawing->shapes[i].fill;
	return check->paper;
}

static const char *hex(struct arena *arena, uint32_t color)
{
	return arena_printf(arena, "#%06X", (unsigned)color);
}

/* 4321 thousandths as 4.32: never rounded up to the limit. */
static const char *ratio_text(struct arena *arena, int32_t ratio)
{
	return arena_printf(arena, "%d.%02d", (int)(ratio / 1000), (int)(ratio % 1000 / 10));
}

static void demand(struct check *check, enum diag_code code, uint32_t color, uint32_t ground, int32_t needed)
{
	int32_t ratio = contrast_ratio(color, ground);
	const char *args[5];

	if (ratio >= needed)
		return;
	args[0] = hex(check->arena, color);
	args[1] = hex(check->arena, ground);
	args[2] = ratio_text(check->arena, ratio);
	args[3] = arena_printf(check->arena, "%g", needed / 1000.0);
	args[4] = NULL;
	diag_add(check->diag, code, check->pos, args);
	check->ok = false;
}

static void check_text(struct check *check, const struct drawing_text *text)
{
	bool bold = font_info(text->run.font)->bold;
	bool large = text->run.size >= (bold ? LARGE_BOLD_SIZE : LARGE_SIZE);
	int32_t x = text->x + text->run.width / 2, y = text->y - text->run.size / 3;
	uint32_t ground = ground_at(check, x, y, check->drawing->shape_count);

	demand(check, DIAG_CHART_TEXT_CONTRAST, text->color, ground, large ? LARGE_RATIO : TEXT_RATIO);
}

/* Whether a quiet ground between two marks leaves a margin all round the upper one, so that they do not touch. */
static bool is_set_apart(const struct check *check, size_t lower, size_t upper)
{
	enum { MARGIN = 750 }; /* mpt */
	const struct box *box = &check->boxes[upper];

	for (size_t i = lower + 1; i < upper; i++) {
		const struct box *ground = &check->boxes[i];

		if (check->drawing->shapes[i].fill >= 0 && canvas_role_at(check->canvas, i) == CANVAS_QUIET &&
		    ground->x1 + MARGIN <= box->x1 && ground->y1 + MARGIN <= box->y1 &&
		    ground->x2 - MARGIN >= box->x2 && ground->y2 - MARGIN >= box->y2)
			return true;
	}
	return false;
}

static void check_mark(struct check *check, size_t at)
{
	const struct shape *shape = &check->drawing->shapes[at];
	const struct box *box = &check->boxes[at];
	uint32_t color = (uint32_t)(shape->fill >= 0 ? shape->fill : shape->stroke);
	uint32_t ground = ground_at(check, (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2, at);

	demand(check, DIAG_CHART_FILL_CONTRAST, color, ground, MARK_RATIO);
	for (size_t i = 0; i < at; i++) {
		const struct shape *other = &check->drawing->shapes[i];

		if (shape->fill >= 0 && other->fill >= 0 && other->fill != shape->fill && meet(box, &check->boxes[i]) &&
		    canvas_role_at(check->canvas, i) == CANVAS_MARK && !is_set_apart(check, i, at))
			demand(check, DIAG_CHART_FILL_CONTRAST, color, (uint32_t)other->fill, MARK_RATIO);
	}
}

bool contrast_check(struct arena *arena, struct diag *diag, struct pos pos, const struct canvas *canvas,
		    const struct drawing *drawing, uint32_t paper)
{
	struct box *boxes = arena_array(arena, drawing->shape_count, sizeof *boxes);
	struct check check = {arena, diag, pos, canvas, drawing, boxes, paper, true};

	for (size_t i = 0; i < drawing->shape_count; i++)
		boxes[i] = box_of(&drawing->shapes[i]);
	for (size_t i = 0; i < drawing->text_count; i++)
		check_text(&check, &drawing->texts[i]);
	for (size_t i = 0; i < drawing->shape_count; i++)
		if (canvas_role_at(canvas, i) == CANVAS_MARK)
			check_mark(&check, i);
	return check.ok;
}
