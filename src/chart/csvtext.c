/*
 * The values of a chart as a CSV file (RFC 4180) with the columns that `file` of a chart reads: labels by language, date,
 * main, then the values, each column under the name of its series in the first language.
 */
#include "chart_int.h"

#include <string.h>

static void put_cell(struct buf *out, const char *text, bool first)
{
	bool quoted = strpbrk(text, ",\"\r\n") != NULL;

	if (!first)
		buf_putc(out, ',');
	if (!quoted) {
		buf_puts(out, text);
		return;
	}
	buf_putc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buf_putc(out, '"');
		buf_putc(out, *text);
	}
	buf_putc(out, '"');
}

static bool has_dates(const struct figures *f)
{
	for (size_t i = 0; i < f->row_count; i++)
		if (f->rows[i].date)
			return true;
	return false;
}

static void put_head(struct arena *arena, const struct chart_request *req, const struct figures *f, struct buf *out)
{
	for (size_t i = 0; i < req->lang_count; i++)
		put_cell(out, arena_printf(arena, "label.%s", req->langs[i].key), i == 0);
	if (has_dates(f))
		put_cell(out, "date", false);
	if (f->has_main)
		put_cell(out, "main", false);
	for (size_t i = 0; i < f->series_count; i++)
		put_cell(out, f->series[i] ? wording_text(req, 0, f->series[i]) : "value", false);
	buf_puts(out, "\r\n");
}

static const char *iso_date(struct arena *arena, const struct date *date)
{
	if (!date)
		return "";
	if (date->precision == DATE_YEAR)
		return arena_printf(arena, "%04d", date->year);
	if (date->precision == DATE_MONTH)
		return arena_printf(arena, "%04d-%02d", date->year, date->month);
	return arena_printf(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
}

static void put_row(struct arena *arena, const struct chart_request *req, const struct figures *f, size_t row,
		    struct buf *out)
{
	const struct figure_row *r = &f->rows[row];

	for (size_t i = 0; i < req->lang_count; i++)
		put_cell(out, r->label.text[i], i == 0);
	if (has_dates(f))
		put_cell(out, iso_date(arena, r->date), false);
	if (f->has_main)
		put_cell(out, r->main ? "true" : "", false);
	for (size_t i = 0; i < f->series_count; i++) {
		buf_putc(out, ',');
		buf_mpt(out, r->values[i]);
	}
	buf_puts(out, "\r\n");
}

const char *chart_csv(struct arena *arena, const struct chart_request *req)
{
	struct figures figures;
	struct buf out = {0};

	if (!chart_has_numbers(req))
		return NULL;
	figures_read(arena, req, &figures);
	put_head(arena, req, &figures, &out);
	for (size_t i = 0; i < figures.row_count; i++)
		put_row(arena, req, &figures, i, &out);
	return wording_keep(arena, &out);
}
