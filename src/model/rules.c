/*
 * What the schema cannot say: rules between values. None of them looks at a language.
 */
#include "model_int.h"

#include <string.h>

/* Whether what a record lacks may only have been wrong. */
static bool is_flawed(const struct builder *b, const struct value *record)
{
	return map_find(b->flawed, (const char *)&record, sizeof record) != NULL;
}

static void check_figure(struct builder *b, const struct value *figure)
{
	const struct value *count = value_field(figure, "count"), *number = value_field(figure, "value");
	const struct value *list = value_deref(count);

	if (count && number)
		DIAG0(b->diag, FIGURE_TWO_VALUES, number->pos);
	else if (!count && !number && !is_flawed(b, figure))
		DIAG0(b->diag, FIGURE_NO_VALUE, figure->pos);
	if (list && list->kind != VALUE_LIST)
		DIAG(b->diag, FIGURE_COUNT, count->pos, count->as.path.path);
}

static void check_events(struct builder *b, const struct value *events)
{
	const struct value *before = NULL;

	for (size_t i = 0; i < value_count(events); i++) {
		const struct value *date = value_field(value_at(events, i), "date");

		if (!date)
			continue;
		if (before && date_last(&date->as.date) < date_first(&before->as.date)) {
			DIAG0(b->diag, EVENT_ORDER, date->pos);
			diag_note(b->diag, before->pos, "the later event before it", "앞에 있는 더 늦은 일정");
		}
		before = date;
	}
}

/* ---- charts ---- */

struct chart_form {
	const char *kind;
	bool list;          /* its data is a list of records, else one record */
	const char *record; /* of this type; NULL: of any */
	const char *words;
};

static const struct chart_form chart_forms[] = {
	{"timeline", true, "event", DIAG_BOTH("a list of events", "일정(event) 목록")},
	{"governance", false, "governance", DIAG_BOTH("the governance of the pack", "자료집의 governance")},
	{"matrix", true, NULL, DIAG_BOTH("a list of records", "레코드 목록")},
};

static bool has_form(const struct value *data, const struct chart_form *form)
{
	const struct value *record = form->list ? value_at(data, 0) : data;

	if ((data->kind == VALUE_LIST) != form->list)
		return false;
	if (!record)
		return true; /* an empty list is a matter of drawing, not of form */
	return record->kind == VALUE_RECORD && (!form->record || !strcmp(record->as.record.schema->name, form->record));
}

/* The keys of a type of record that list references. */
static size_t ref_lists(struct builder *b, const struct schema_record *schema, const char ***names)
{
	LIST(const char *) found = {0};

	for (size_t i = 0; i < schema->count; i++)
		if (schema->fields[i].kind == FIELD_REF && schema->fields[i].list)
			*LIST_ADD(b->arena, &found) = schema->fields[i].name;
	*names = found.items;
	return found.count;
}

static void check_by(struct builder *b, const struct value *chart, const struct value *rows)
{
	const struct value *by = value_field(chart, "by"), *row = value_at(rows, 0);
	const char **names;
	size_t count;

	if (!by) {
		if (!is_flawed(b, chart))
			DIAG0(b->diag, CHART_NO_BY, chart->pos);
		return;
	}
	if (!row)
		return;
	count = ref_lists(b, row->as.record.schema, &names);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(names[i], by->as.string))
			return;
	DIAG(b->diag, CHART_BY, by->pos, by->as.string, build_join(b->arena, names, count));
}

static void check_chart(struct builder *b, const struct value *chart)
{
	const struct value *kind = value_field(chart, "kind"), *path = value_field(chart, "data");
	const struct value *by = value_field(chart, "by"), *data = value_deref(path);
	const struct chart_form *form = NULL;

	for (size_t i = 0; kind && i < COUNT_OF(chart_forms); i++)
		if (!strcmp(chart_forms[i].kind, kind->as.string))
			form = &chart_forms[i];
	if (!form || !data)
		return;
	if (!has_form(data, form))
		DIAG(b->diag, CHART_DATA, path->pos, kind->as.string, path->as.path.path, form->words);
	else if (!strcmp(form->kind, "matrix"))
		check_by(b, chart, data);
	else if (by)
		DIAG(b->diag, CHART_BY_UNUSED, by->pos, kind->as.string);
}

void rules_check(struct builder *b, const struct value *root)
{
	const struct value *figures = value_field(root, "figures"), *charts = value_field(root, "charts");

	for (size_t i = 0; i < value_count(figures); i++)
		check_figure(b, value_at(figures, i));
	check_events(b, value_field(root, "events"));
	for (size_t i = 0; i < value_count(charts); i++)
		check_chart(b, value_at(charts, i));
}
