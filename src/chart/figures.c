/*
 * Rows of numbers: from the chart's own rows, or counted in records of the pack. All values have the decimals of
 * the one that has most.
 */
#include "chart_int.h"

static bool is_true(const struct value *value)
{
	return value && value->kind == VALUE_BOOL && value->as.truth;
}

static const char *date_words(struct arena *arena, const struct locale *locale, const struct date *date)
{
	struct buf out = {0};

	locale_date(locale, date, LOCALE_DATE_LONG, false, &out);
	return wording_keep(arena, &out);
}

/* A row is named by its label, else by its date. */
static void read_label(struct arena *arena, const struct chart_request *req, const struct value *record,
		       const struct value *label, struct figure_row *row)
{
	const struct value *date = value_field(record, "date");

	row->date = date && date->kind == VALUE_DATE ? &date->as.date : NULL;
	row->label.pos = label ? label->pos : record->pos;
	for (size_t i = 0; i < req->lang_count; i++) {
		if (label)
			row->label.text[i] = wording_text(req, i, label);
		else
			row->label.text[i] = row->date ? date_words(arena, req->langs[i].locale, row->date) : "";
	}
}

static int64_t read_value(struct figures *f, const struct value *value)
{
	if (!value || value->kind != VALUE_NUMBER)
		return 0;
	if (value->as.number.places > f->places)
		f->places = value->as.number.places;
	return value->as.number.thousandths;
}

static void read_row(struct arena *arena, const struct chart_request *req, const struct value *record,
		     struct figures *f, struct figure_row *row)
{
	const struct value *value = value_field(record, "value"), *values = value_field(record, "values");
	int64_t *numbers = arena_array(arena, f->series_count, sizeof *numbers);

	read_label(arena, req, record, value_field(record, "label"), row);
	row->main = row->label.strong = is_true(value_field(record, "main"));
	for (size_t i = 0; i < f->series_count; i++)
		numbers[i] = read_value(f, value ? value : value_at(values, i));
	row->values = numbers;
}

/* How many entries the list has that the rows are compared by. */
static void count_row(struct arena *arena, const struct chart_request *req, const struct value *record,
		      struct figure_row *row)
{
	const char *by = value_text(value_field(req->chart, "by"), 0);
	int64_t *number = arena_array(arena, 1, sizeof *number);

	read_label(arena, req, record, wording_label(record), row);
	*number = by ? (int64_t)value_count(value_field(record, by)) * 1000 : 0;
	row->values = number;
}

static void read_series(struct arena *arena, const struct chart_request *req, struct figures *f)
{
	const struct value *series = value_field(req->chart, "series");

	f->series_count = series ? value_count(series) : 1;
	f->series = arena_array(arena, f->series_count, sizeof *f->series);
	for (size_t i = 0; i < value_count(series); i++)
		f->series[i] = value_field(value_at(series, i), "label");
}

static void find_ends(struct figures *f)
{
	f->least = f->most = f->row_count ? f->rows[0].values[0] : 0;
	for (size_t i = 0; i < f->row_count; i++) {
		f->has_main |= f->rows[i].main;
		for (size_t k = 0; k < f->series_count; k++) {
			int64_t value = f->rows[i].values[k];

			f->least = value < f->least ? value : f->least;
			f->most = value > f->most ? value : f->most;
		}
	}
}

void figures_read(struct arena *arena, const struct chart_request *req, struct figures *f)
{
	const struct value *rows = value_field(req->chart, "rows"), *data = chart_data(req);

	*f = (struct figures){0};
	read_series(arena, req, f);
	f->row_count = value_count(rows ? rows : data);
	f->rows = arena_array(arena, f->row_count, sizeof *f->rows);
	for (size_t i = 0; i < f->row_count; i++) {
		if (rows)
			read_row(arena, req, value_at(rows, i), f, &f->rows[i]);
		else
			count_row(arena, req, value_deref(value_at(data, i)), &f->rows[i]);
	}
	find_ends(f);
}

struct column_text *figures_labels(struct arena *arena, const struct figures *f)
{
	struct column_text *texts = arena_array(arena, f->row_count, sizeof *texts);

	for (size_t i = 0; i < f->row_count; i++)
		texts[i] = f->rows[i].label;
	return texts;
}

int64_t figures_total(const struct figures *f, size_t row)
{
	int64_t total = 0;

	for (size_t i = 0; i < f->series_count; i++)
		total += f->rows[row].values[i];
	return total;
}
