/*
 * table_number: columns of numbers (typography E10). Where a column holds numbers only, or its template says so, their
 * decimal marks stand below each other and their figures have one width. What counts as a number is the language's
 * matter (locale_figure).
 */
#include "layout_int.h"

#include <string.h>

enum { UNBOUNDED = 1 << 29, LEAST_NUMBERS = 2 };

static const struct locale *locale_of(const struct galley *g, const struct para_spec *spec)
{
	return g->flow->langs[spec->lang].locale;
}

static enum locale_figure_kind kind_of(struct galley *g, const struct para_spec *spec, size_t *point)
{
	const struct locale *locale = locale_of(g, spec);

	return locale ? locale_figure(locale, para_box_plain(g, spec->text), point) : FIGURE_NONE;
}

const struct style *table_number_style(struct galley *g, const struct style *style)
{
	struct style *tabular;

	if (style->tabular)
		return style;
	tabular = arena_alloc(g->scratch, sizeof *tabular);
	*tabular = *style;
	tabular->tabular = true;
	return tabular;
}

/* ---- which columns ---- */

struct column_facts {
	size_t numbers, years, others;
};

static void count_text(struct galley *g, const struct para_spec *spec, bool again, void *user)
{
	struct column_facts *facts = user;
	size_t point;

	(void)again;
	if (!spec->text->count)
		return;
	switch (kind_of(g, spec, &point)) {
	case FIGURE_YEAR:
		facts->years++;
		break;
	case FIGURE_BARE:
		facts->numbers++;
		break;
	case FIGURE_DASH:
		break;
	case FIGURE_NONE:
	case FIGURE_COUNTED:
		facts->others++;
		break;
	}
}

static bool is_body_cell(const struct cell_place *place, size_t column)
{
	return place->column == column && place->span == 1 && !place->head;
}

static bool holds_numbers(struct galley *g, const struct table *t, size_t column)
{
	struct column_facts facts = {0};

	for (size_t i = 0; i < t->places.count && !facts.others; i++) {
		const struct cell_place *place = &t->places.items[i];

		if (is_body_cell(place, column) && place->cell->header != CELL_DATA)
			return false;
		if (is_body_cell(place, column))
			table_cell_each(g, t, place, count_text, &facts);
	}
	return !facts.others && facts.numbers && facts.numbers + facts.years >= LEAST_NUMBERS;
}

/* ---- measures ---- */

/* A number's widths before its decimal mark and from there on; false: it is none. */
static bool measure(struct galley *g, const struct para_spec *given, int32_t *lead, int32_t *tail)
{
	struct para_spec spec = *given;
	struct text_style how;
	struct para_box box;
	size_t point;

	if (!spec.text->count || kind_of(g, &spec, &point) == FIGURE_NONE)
		return false;
	spec.w = UNBOUNDED;
	spec.parent = NULL;
	if (!para_box_set(g, &spec, &box))
		return false;
	how = para_box_style(g, spec.style, spec.lang, spec.text->runs[0].strong);
	*lead = text_shape(g->text, &how, para_box_plain(g, spec.text), point, spec.pos)->width;
	*tail = box.para->max_width > *lead ? box.para->max_width - *lead : 0;
	return true;
}

static void measure_text(struct galley *g, const struct para_spec *spec, bool again, void *user)
{
	struct number_column *column = user;
	int32_t lead, tail;

	(void)again;
	if (!measure(g, spec, &lead, &tail))
		return;
	column->lead = lead > column->lead ? lead : column->lead;
	column->tail = tail > column->tail ? tail : column->tail;
}

void table_numbers(struct galley *g, struct table *t)
{
	t->numbers = arena_array(g->scratch, t->block->column_count, sizeof *t->numbers);
	for (size_t c = 0; c < t->block->column_count; c++) {
		enum column_figures figures = t->block->columns[c].figures;

		t->numbers[c].on = figures == FIGURES_DECIMAL || (figures == FIGURES_DEFAULT && holds_numbers(g, t, c));
		for (size_t i = 0; t->numbers[c].on && i < t->places.count; i++)
			if (is_body_cell(&t->places.items[i], c))
				table_cell_each(g, t, &t->places.items[i], measure_text, &t->numbers[c]);
	}
}

void table_number_place(struct galley *g, const struct table *t, const struct cell_place *place, struct para_spec *spec)
{
	const struct number_column *column = &t->numbers[place->column];
	int32_t lead, tail, shift;

	if (!column->on || !is_body_cell(place, place->column) || spec->w < column->lead + column->tail ||
	    !measure(g, spec, &lead, &tail))
		return;
	shift = spec->w - column->tail - lead;
	spec->x += shift;
	spec->w -= shift;
	spec->align = ALIGN_START;
}
