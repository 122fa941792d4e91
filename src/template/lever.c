/*
 * lever: what gives way for a limit of pages, as far as it is the template's: smaller type, shorter texts, parts of low
 * priority. Each lever moves all languages alike. While a template is bound, `most` learns how far each could go.
 */
#include "template_int.h"

enum { STEP = 250, PRIORITY_MOST = 9 }; /* mpt of type by a step */

/* ---- type ---- */

/* Steps that bring a style to its least size in the language that comes there first. */
static int steps_of(const struct tmpl *t, const struct style_sizes *sizes)
{
	int steps = INT32_MAX / STEP;

	for (size_t lang = 0; lang < t->lang_count; lang++) {
		int own = (int)((sizes->style->size[lang] - sizes->least[lang]) / STEP);

		if (!sizes->least[lang] || own < 0)
			return 0;
		if (own < steps)
			steps = own;
	}
	return steps;
}

/* In proportion to the size (above 0), on the grid, and never so close that letters touch. */
static int32_t leading_for(const struct tmpl *t, int32_t leading, int32_t old, int32_t size)
{
	int64_t wanted = ((int64_t)leading * size + old / 2) / old;
	int64_t lines = (wanted + t->grid / 2) / t->grid;

	while (lines * t->grid * 5 < (int64_t)size * 6)
		lines++;
	return lines * t->grid < leading ? (int32_t)(lines * t->grid) : leading;
}

static void shrink_style(const struct tmpl *t, struct style *style, int steps)
{
	if (steps <= 0)
		return;
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		int32_t old = style->size[lang];

		style->size[lang] = old - steps * STEP;
		style->leading[lang] = leading_for(t, style->leading[lang], old, style->size[lang]);
	}
}

void lever_shrink(struct tmpl *t)
{
	const struct node *node = node_find(t->root, "shrink");
	int most = 0, useful = 0;

	if (!node || !option_int(t, node, "shrink", 0, 40, &most))
		return;
	for (size_t i = 0; i < map_count(t->sizes); i++) {
		const struct style_sizes *sizes = map_value_at(t->sizes, i);
		int steps = steps_of(t, sizes);

		steps = steps < most ? steps : most;
		useful = steps > useful ? steps : useful;
		shrink_style(t, sizes->style, steps < t->levers.shrink ? steps : t->levers.shrink);
	}
	t->most.shrink = useful;
}

/* ---- texts ---- */

const struct value *lever_text(struct tmpl *t, const struct value *value)
{
	if (value->kind != VALUE_TEXT || !value->as.text.shorter)
		return value;
	t->most.shorter |= !t->absent;
	return t->levers.shorter ? value->as.text.shorter : value;
}

/* ---- parts ---- */

static bool drops(struct tmpl *t, int64_t priority)
{
	int step = priority > 1 && priority <= PRIORITY_MOST ? PRIORITY_MOST + 1 - (int)priority : 0;

	if (!step || t->absent)
		return false;
	if (step > t->most.drop_below_priority)
		t->most.drop_below_priority = step;
	return step <= t->levers.drop_below_priority;
}

bool lever_drops(struct tmpl *t, const struct node *entry)
{
	const struct node *node = node_find(entry, "optional");
	int priority = 0;

	return node && option_int(t, node, "optional", 1, PRIORITY_MOST, &priority) && drops(t, priority);
}

bool lever_drops_record(struct tmpl *t, const struct value *record)
{
	const struct value *priority = record && record->kind == VALUE_RECORD ? value_field(record, "priority") : NULL;

	return priority && priority->kind == VALUE_INT && drops(t, priority->as.integer);
}
