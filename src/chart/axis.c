/*
 * Axes of numbers: light lines behind the marks, labels in quiet text, a darker line at zero.
 */
#include "chart_int.h"

enum {
	LINE = 500,
	ZERO_LINE = 1000,
	TICK_GAP = 4000, /* from the drawing to the labels */
	BETWEEN = 10000, /* between two labels */
	UNIT_BELOW = 5000,
	FINEST = 6 /* parts of a horizontal axis */
};

static void set_ticks(struct chart_job *job, struct axis *axis)
{
	struct label_spec spec = {.width = job->width, .close = true, .color = job->theme->muted};

	axis->count = scale_ticks(&axis->scale);
	axis->ticks = arena_array(job->arena, axis->count, sizeof *axis->ticks);
	axis->widest = 0;
	for (size_t i = 0; i < axis->count; i++) {
		int64_t value = axis->scale.lo + (int64_t)i * axis->scale.step;

		axis->ticks[i] = said_label(job, &spec, value, axis->scale.places);
		axis->widest = chart_larger(axis->widest, axis->ticks[i].width);
	}
}

struct axis axis_across(struct chart_job *job, const struct figures *f, int64_t least, int64_t most, int32_t length)
{
	struct axis axis;
	size_t parts = FINEST;

	do {
		axis.scale = scale_make(least, most, parts, f->places == 0);
		set_ticks(job, &axis);
	} while (--parts >= SCALE_LEAST_PARTS && (int32_t)(axis.count - 1) * (axis.widest + BETWEEN) > length);
	return axis;
}

struct axis axis_up(struct chart_job *job, const struct figures *f, int64_t least, int64_t most, size_t parts)
{
	struct axis axis = {.scale = scale_make(least, most, parts, f->places == 0)};

	set_ticks(job, &axis);
	return axis;
}

void axis_zero(struct chart_job *job, int32_t x1, int32_t y1, int32_t x2, int32_t y2)
{
	canvas_line(job->canvas, x1, y1, x2, y2);
	canvas_stroke(job->canvas, job->theme->muted, ZERO_LINE, CANVAS_QUIET);
}

static void draw_line(struct chart_job *job, int32_t x1, int32_t y1, int32_t x2, int32_t y2)
{
	canvas_line(job->canvas, x1, y1, x2, y2);
	canvas_stroke(job->canvas, job->theme->line, LINE, CANVAS_QUIET);
}

/*
 * A label stands below its line, language below language; those at the ends stay inside the drawing. One that would
 * meet the label before it, which ends at *end, is left out: its line is there.
 */
static void draw_below(struct chart_job *job, const struct stack *tick, int32_t x, int32_t top, int32_t *end)
{
	int32_t left = x - tick->width / 2, most = job->width - tick->width;

	left = left < 0 ? 0 : left > most ? most : left;
	if (left < *end)
		return;
	for (size_t i = 0; i < tick->count; i++) {
		label_draw(job, &tick->of[i], left + (tick->width - tick->of[i].width) / 2, top);
		top += tick->of[i].height;
	}
	*end = left + tick->width + BETWEEN / 2;
}

void axis_draw_across(struct chart_job *job, const struct axis *axis, int32_t x, int32_t length, int32_t top,
		      int32_t bottom)
{
	int32_t end = 0;

	for (size_t i = 0; i < axis->count; i++) {
		int64_t value = axis->scale.lo + (int64_t)i * axis->scale.step;
		int32_t at = x + scale_at(&axis->scale, value, length);

		draw_line(job, at, top, at, bottom);
		draw_below(job, &axis->ticks[i], at, bottom + TICK_GAP, &end);
	}
}

int32_t axis_height(const struct axis *axis)
{
	return TICK_GAP + axis->ticks[0].height;
}

/* Labels stand before their lines, at the right end of their column. */
void axis_draw_up(struct chart_job *job, const struct axis *axis, int32_t x, int32_t width, int32_t top, int32_t height)
{
	for (size_t i = 0; i < axis->count; i++) {
		const struct stack *tick = &axis->ticks[i];
		int64_t value = axis->scale.lo + (int64_t)i * axis->scale.step;
		int32_t y = top + height - scale_at(&axis->scale, value, height), at = y - tick->height / 2;

		draw_line(job, x, y, x + width, y);
		for (size_t k = 0; k < tick->count; k++) {
			label_draw(job, &tick->of[k], x - TICK_GAP - tick->of[k].width, at);
			at += tick->of[k].height;
		}
	}
}

static int32_t draw_key(struct chart_job *job, const struct figures *f,
			void (*sign)(struct chart_job *, int series, int32_t x, int32_t y))
{
	struct label_spec spec = {.width = job->width / 2, .close = true, .color = job->theme->ink};
	struct stack *words = arena_array(job->arena, f->series_count, sizeof *words);
	int *which = arena_array(job->arena, f->series_count, sizeof *which);
	struct key key = {words, which, f->series_count, sign};

	for (size_t i = 0; i < f->series_count; i++) {
		words[i] = label_stack(job, &spec, f->series[i]);
		which[i] = (int)i;
	}
	return key_draw(job, &key);
}

int32_t axis_head(struct chart_job *job, const struct figures *f, int32_t left,
		  void (*sign)(struct chart_job *, int series, int32_t x, int32_t y))
{
	struct label_spec spec = {.width = job->width - left, .close = true, .color = job->theme->muted};
	const char *texts[CHART_LANGS];
	int32_t y = sign && f->series_count > 1 ? draw_key(job, f, sign) : 0;
	struct stack unit;

	for (size_t i = 0; i < job->req->lang_count; i++)
		texts[i] = said_unit(job->arena, job->req, i);
	unit = label_number(job, &spec, texts, job->req->chart->pos);
	if (unit.height == 0)
		return y;
	if (label_beside_width(&unit) <= spec.width) {
		label_draw_beside(job, &unit, left, y);
		return y + unit.of[0].height + UNIT_BELOW;
	}
	label_draw_stack(job, &unit, left, y);
	return y + unit.height + UNIT_BELOW;
}
