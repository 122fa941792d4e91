/*
 * The labels of rows: a column at the left, as wide as its widest label but no wider than its share; longer ones are
 * broken into lines.
 */
#include "chart_int.h"

enum { GAP = 10000, MOST_LINES = 3 /* in one language */ };

static struct label_spec spec_of(const struct chart_job *job, const struct column_text *text, int32_t width)
{
	return (struct label_spec){.strong = text->strong, .width = width, .close = true, .color = job->theme->ink};
}

static void check_lines(struct chart_job *job, const struct column_text *text, const struct stack *stack, bool *ok)
{
	for (size_t i = 0; i < stack->count; i++) {
		size_t lines = stack->of[i].para ? stack->of[i].para->count : 0;

		if (lines <= MOST_LINES)
			continue;
		DIAG(job->diag, CHART_LONG_LABEL, text->pos, text->text[i], arena_printf(job->arena, "%zu", lines),
		     arena_printf(job->arena, "%d", MOST_LINES));
		*ok = false;
	}
}

bool column_fit(struct chart_job *job, const struct column_text *texts, size_t count, int share, struct column *column)
{
	int32_t most = job->width / 100 * share - GAP, width = 0;
	bool ok = true;

	column->of = arena_array(job->arena, count, sizeof *column->of);
	for (size_t i = 0; i < count; i++) {
		struct label_spec spec = spec_of(job, &texts[i], most);

		if (label_least_of(job, &spec, texts[i].text, texts[i].pos) > most) {
			DIAG(job->diag, CHART_TOO_NARROW, texts[i].pos, chart_points(job->arena, job->width));
			return false;
		}
		column->of[i] = label_stack_of(job, &spec, texts[i].text, texts[i].pos);
		width = chart_larger(width, column->of[i].width);
		check_lines(job, &texts[i], &column->of[i], &ok);
	}
	column->width = width + GAP;
	return ok;
}
