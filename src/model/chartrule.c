/*
 * Rules of charts: which keys a kind needs, which it has no use for, and what its data must be for the drawing to tell
 * the truth. What depends on fonts and sizes is found when it is drawn.
 */
#include "model_int.h"

#include <string.h>

enum { MOST_SERIES = 4, MOST_ROWS = 14, MOST_POINTS = 40, MOST_PARTS = 4, MOST_PLANS = 20, MOST_EACH = 1000000000 };

/* Keys beside id, kind, title, subtitle and source. */
enum {
	KEY_DATA = 1 << 0,
	KEY_BY = 1 << 1,
	KEY_ROWS = 1 << 2,
	KEY_FILE = 1 << 3,
	KEY_SERIES = 1 << 4,
	KEY_UNIT = 1 << 5,
	KEY_EACH = 1 << 6,
	KEY_FROM = 1 << 7,
	KEY_NUMBERS = 1 << 8,
	KEY_LINE = 1 << 9,
	KEYS_ROWS = KEY_ROWS | KEY_FILE,
	KEYS_COUNT = KEY_DATA | KEY_BY
};

static const char *const key_names[] = {"data", "by",   "rows", "file",    "series",
					"unit", "each", "from", "numbers", "line"};

struct chart_form {
	const char *kind;
	unsigned int keys;
	const char *record; /* the type of the records that `data` names; NULL: any */
	bool list;          /* `data` is a list, else one record */
	const char *words;  /* for what `data` must be */
	size_t least_rows, most_rows, least_series;
	bool parts; /* rows are parts of a whole: none is negative */
	bool bars;  /* lengths stand for values: they begin at zero */
};

static const struct chart_form forms[] = {
	{"timeline", KEY_DATA, "event", true, DIAG_BOTH("a list of events", "일정(event) 목록"), 0, 0, 0, false, false},
	{"governance", KEY_DATA, "governance", false, DIAG_BOTH("the governance of the pack", "자료집의 governance"), 0,
	 0, 0, false, false},
	{"matrix", KEYS_COUNT, NULL, true, DIAG_BOTH("a list of records", "레코드 목록"), 0, 0, 0, false, false},
	{"network", KEYS_COUNT, NULL, true, DIAG_BOTH("a list of records", "레코드 목록"), 0, 0, 0, false, false},
	{"strengths", KEY_DATA, "topic", true, DIAG_BOTH("a list of topics", "주제(topic) 목록"), 0, 0, 0, false,
	 false},
	{"map", KEY_DATA | KEY_LINE, "place", true, DIAG_BOTH("a list of places", "장소(place) 목록"), 0, 0, 0, false,
	 false},
	{"roadmap", KEYS_ROWS, NULL, true, NULL, 1, MOST_PLANS, 0, false, false},
	{"bar", KEY_NUMBERS | KEYS_COUNT | KEYS_ROWS | KEY_SERIES | KEY_UNIT, NULL, true,
	 DIAG_BOTH("a list of records", "레코드 목록"), 1, MOST_ROWS, 1, false, true},
	{"stacked", KEY_NUMBERS | KEYS_ROWS | KEY_SERIES | KEY_UNIT, NULL, true, NULL, 1, MOST_ROWS, 2, true, true},
	{"dot", KEY_NUMBERS | KEYS_COUNT | KEYS_ROWS | KEY_SERIES | KEY_UNIT | KEY_FROM, NULL, true,
	 DIAG_BOTH("a list of records", "레코드 목록"), 1, MOST_ROWS, 1, false, false},
	{"line", KEY_NUMBERS | KEYS_ROWS | KEY_SERIES | KEY_UNIT | KEY_FROM, NULL, true, NULL, 2, MOST_POINTS, 1, false,
	 false},
	{"waffle", KEY_NUMBERS | KEYS_COUNT | KEYS_ROWS | KEY_UNIT | KEY_EACH, NULL, true,
	 DIAG_BOTH("a list of records", "레코드 목록"), 1, MOST_PARTS, 1, true, true},
	{"units", KEY_NUMBERS | KEYS_COUNT | KEYS_ROWS | KEY_UNIT | KEY_EACH, NULL, true,
	 DIAG_BOTH("a list of records", "레코드 목록"), 1, MOST_ROWS, 1, true, true},
};

struct rule {
	struct builder *b;
	const struct value *chart;
	const struct chart_form *form;
	const struct value *data; /* what `data` leads to, or NULL */
	const struct value *rows; /* list, or NULL */
	size_t series;            /* values that each row has */
};

static const char *number(const struct rule *r, size_t count)
{
	return arena_printf(r->b->arena, "%zu", count);
}

/* ---- keys ---- */

static void needs(const struct rule *r, const char *keys)
{
	if (!rules_is_flawed(r->b, r->chart))
		DIAG(r->b->diag, CHART_NEEDS, r->chart->pos, r->form->kind, keys);
}

/* `file` stands for rows; `by` and `series` belong to one of two forms. */
static unsigned int useful_keys(const struct rule *r)
{
	if (value_field(r->chart, "rows") || value_field(r->chart, "file"))
		return r->form->keys & ~(unsigned int)KEYS_COUNT;
	if ((r->form->keys & KEYS_ROWS) && value_field(r->chart, "data"))
		return r->form->keys & ~(unsigned int)(KEYS_ROWS | KEY_SERIES);
	return r->form->keys;
}

static void check_keys(const struct rule *r)
{
	unsigned int useful = useful_keys(r);
	const struct value *from = value_field(r->chart, "from");

	for (size_t i = 0; i < COUNT_OF(key_names); i++) {
		const struct value *value = value_field(r->chart, key_names[i]);

		if (!value || (useful & 1U << i))
			continue;
		if (value == from && r->form->bars)
			DIAG(r->b->diag, CHART_BASELINE, value->pos, r->form->kind);
		else if (strcmp(key_names[i], "rows") != 0 || !value_field(r->chart, "file"))
			DIAG(r->b->diag, CHART_KEY_UNUSED, value->pos, key_names[i], r->form->kind);
	}
}

/* ---- data of the pack ---- */

static bool has_form(const struct rule *r)
{
	const struct value *record = r->form->list ? value_at(r->data, 0) : r->data;

	if ((r->data->kind == VALUE_LIST) != r->form->list)
		return false;
	if (!record)
		return true; /* an empty list is a matter of drawing, not of form */
	record = value_deref(record);
	return record && record->kind == VALUE_RECORD &&
	       (!r->form->record || !strcmp(record->as.record.schema->name, r->form->record));
}

/* The keys of a type of record that list references; with `any`, that list anything. */
static size_t list_keys(struct builder *b, const struct schema_record *schema, bool any, const char ***names)
{
	LIST(const char *) found = {0};

	for (size_t i = 0; i < schema->count; i++)
		if (schema->fields[i].list && (any || schema->fields[i].kind == FIELD_REF))
			*LIST_ADD(b->arena, &found) = schema->fields[i].name;
	*names = found.items;
	return found.count;
}

static void check_by(const struct rule *r)
{
	const struct value *by = value_field(r->chart, "by"), *row = value_deref(value_at(r->data, 0));
	bool any = r->form->keys & KEY_ROWS;
	const char **names;
	size_t count;

	if (!by) {
		needs(r, "by");
		return;
	}
	if (!row)
		return;
	count = list_keys(r->b, row->as.record.schema, any, &names);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(names[i], by->as.string))
			return;
	DIAG(r->b->diag, CHART_BY, by->pos, by->as.string, build_join(r->b->arena, names, count));
}

static void check_count(const struct rule *r, size_t count, struct pos pos)
{
	if (r->form->most_rows && count > r->form->most_rows)
		DIAG(r->b->diag, CHART_TOO_MANY, pos, r->form->kind, number(r, r->form->most_rows), number(r, count));
}

static void check_data(const struct rule *r)
{
	const struct value *path = value_field(r->chart, "data");

	if (!path)
		needs(r, r->form->keys & KEYS_ROWS ? "rows" : "data");
	if (!r->data)
		return;
	if (!has_form(r)) {
		DIAG(r->b->diag, CHART_DATA, path->pos, r->form->kind, path->as.path.path, r->form->words);
		return;
	}
	if (r->form->keys & KEY_BY)
		check_by(r);
	check_count(r, value_count(r->data), path->pos);
}

/* ---- rows ---- */

static void row_needs(const struct rule *r, const struct value *row, const char *keys)
{
	if (!rules_is_flawed(r->b, row))
		DIAG(r->b->diag, CHART_ROW_NEEDS, row->pos, r->form->kind, keys);
}

static void check_row_keys(const struct rule *r, const struct value *row, const char *const *keys, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct value *value = value_field(row, keys[i]);

		if (value)
			DIAG(r->b->diag, CHART_KEY_UNUSED, value->pos, keys[i], r->form->kind);
	}
}

static void check_value(const struct rule *r, const struct value *value)
{
	const struct value *from = value_field(r->chart, "from");

	if (r->form->parts && value->as.number.thousandths < 0)
		DIAG(r->b->diag, CHART_NEGATIVE, value->pos, r->form->kind);
	if (from && !r->form->bars && value->as.number.thousandths < from->as.number.thousandths)
		DIAG0(r->b->diag, CHART_BELOW_SCALE, value->pos);
}

static void check_values(const struct rule *r, const struct value *row)
{
	const struct value *value = value_field(row, "value"), *values = value_field(row, "values");
	size_t count = value ? 1 : value_count(values);

	if (value && values) {
		DIAG0(r->b->diag, CHART_TWO_VALUES, values->pos);
		return;
	}
	if (!value && !values)
		row_needs(r, row, r->series > 1 ? "values" : "value");
	else if (count != r->series && !rules_is_flawed(r->b, row))
		DIAG(r->b->diag, CHART_VALUES, value ? value->pos : values->pos, number(r, count),
		     number(r, r->series));
	for (size_t i = 0; i < count; i++)
		check_value(r, value ? value : value_at(values, i));
}

static void check_number_row(const struct rule *r, const struct value *row)
{
	static const char *const unused[] = {"start", "end", "milestones"};

	if (!value_field(row, "label") && !value_field(row, "date"))
		row_needs(r, row, "label");
	check_row_keys(r, row, unused, COUNT_OF(unused));
	check_values(r, row);
}

static void check_plan_row(const struct rule *r, const struct value *row)
{
	static const char *const unused[] = {"value", "values"};
	const struct value *start = value_field(row, "start"), *end = value_field(row, "end");
	const struct value *date = value_field(row, "date");

	if (!value_field(row, "label"))
		row_needs(r, row, "label");
	check_row_keys(r, row, unused, COUNT_OF(unused));
	if (!start && !date && !value_field(row, "milestones"))
		row_needs(r, row, "start");
	if (end && !start)
		row_needs(r, row, "start");
	if (start && date)
		DIAG0(r->b->diag, CHART_TWO_TIMES, date->pos);
	if (start && end && date_last(&end->as.date) < date_first(&start->as.date)) {
		DIAG0(r->b->diag, CHART_SPAN, end->pos);
		diag_note(r->b->diag, start->pos, "the beginning stands here", "시작 날짜는 여기에 있습니다");
	}
}

/* Points of a line stand in the order of time, each date once. */
static void check_order(const struct rule *r)
{
	const struct value *before = NULL;

	for (size_t i = 0; i < value_count(r->rows); i++) {
		const struct value *date = value_field(value_at(r->rows, i), "date");

		if (date && before && date_first(&date->as.date) <= date_first(&before->as.date)) {
			DIAG0(r->b->diag, CHART_TIME_ORDER, date->pos);
			diag_note(r->b->diag, before->pos, "the date before it", "앞의 날짜");
		}
		before = date ? date : before;
	}
}

static void check_rows(const struct rule *r)
{
	size_t count = value_count(r->rows);
	bool plan = !(r->form->keys & KEY_UNIT);

	check_count(r, count, r->rows->pos);
	if (count < r->form->least_rows && !rules_is_flawed(r->b, r->chart))
		DIAG(r->b->diag, CHART_TOO_FEW, r->rows->pos, r->form->kind, number(r, r->form->least_rows),
		     number(r, count));
	for (size_t i = 0; i < count; i++) {
		if (plan)
			check_plan_row(r, value_at(r->rows, i));
		else
			check_number_row(r, value_at(r->rows, i));
	}
	if (!strcmp(r->form->kind, "line"))
		check_order(r);
}

static void check_series(const struct rule *r)
{
	const struct value *series = value_field(r->chart, "series");

	if (r->series > MOST_SERIES)
		DIAG(r->b->diag, CHART_SERIES, series->pos, number(r, MOST_SERIES), number(r, r->series));
	else if (r->series < r->form->least_series)
		needs(r, "series");
}

/* ---- numbers of the chart itself ---- */

/* Braces in a unit have one meaning. */
static void check_unit(const struct rule *r)
{
	const struct value *unit = value_field(r->chart, "unit");

	for (size_t i = 0; unit && i < r->b->lang_count; i++) {
		const char *text = value_text(unit, i), *rest = text;
		struct number_place place;

		if (text && number_place(text, &place))
			rest = text + place.start + place.len;
		if (text && (strpbrk(rest, "{}") || (rest > text && memchr(text, '{', place.start))))
			DIAG(r->b->diag, CHART_UNIT, unit->as.text.at[i], text);
	}
}

static void check_each(const struct rule *r)
{
	const struct value *each = value_field(r->chart, "each");

	if (each && (each->as.integer < 1 || each->as.integer > MOST_EACH))
		DIAG0(r->b->diag, CHART_EACH, each->pos);
}

void chartrule_check(struct builder *b, const struct value *chart)
{
	const struct value *kind = value_field(chart, "kind"), *series = value_field(chart, "series");
	struct rule r = {.b = b, .chart = chart, .data = value_deref(value_field(chart, "data"))};

	for (size_t i = 0; kind && i < COUNT_OF(forms); i++)
		if (!strcmp(forms[i].kind, kind->as.string))
			r.form = &forms[i];
	if (!r.form)
		return;
	r.rows = value_field(chart, "rows");
	r.series = series ? value_count(series) : 1;
	check_keys(&r);
	if ((r.form->keys & KEYS_ROWS) && (r.rows || value_field(chart, "file"))) {
		check_series(&r);
		if (r.rows)
			check_rows(&r);
	} else {
		check_data(&r);
	}
	check_unit(&r);
	check_each(&r);
}
