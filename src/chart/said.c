/*
 * Numbers in words: a value with its unit, and charts of numbers for readers who do not see them.
 *
 * A unit is one sign that all languages share, which stands at each value (12%); or a text with {number} in it,
 * which says how each value is written (£12m), also in a smaller unit ({number*100}); or another text, which is
 * drawn once and said after each value in descriptions.
 */
#include "chart_int.h"

#include <string.h>

enum unit_form { UNIT_NONE, UNIT_SIGN, UNIT_PATTERN, UNIT_TEXT };

static const char *unit_of(const struct chart_request *req, size_t lang)
{
	return wording_text(req, lang, value_field(req->chart, "unit"));
}

static bool is_sign(const struct chart_request *req)
{
	const struct value *unit = value_field(req->chart, "unit");
	const char *first = value_text(unit, 0);

	for (size_t i = 1; i < req->pack->lang_count; i++)
		if (strcmp(value_text(unit, i), first) != 0)
			return false;
	return utf8_count(first, strlen(first)) == 1;
}

static enum unit_form form_of(const struct chart_request *req, size_t lang)
{
	const char *unit = unit_of(req, lang);
	struct number_place place;

	if (!*unit)
		return UNIT_NONE;
	if (number_place(unit, &place))
		return UNIT_PATTERN;
	return is_sign(req) ? UNIT_SIGN : UNIT_TEXT;
}

/* The number in a unit that is so many zeros smaller. */
static struct number smaller_unit(int64_t value, int places, int zeros)
{
	struct number number = {value, places > zeros ? places - zeros : 0};

	for (int i = 0; i < zeros; i++)
		number.thousandths *= 10;
	return number;
}

/* A single sign before the number, as that of a currency, stands behind a minus. */
static void put_number(const struct locale *locale, const struct number *number, const char *before, size_t len,
		       struct buf *out)
{
	struct number size = {number->thousandths < 0 ? -number->thousandths : number->thousandths, number->places};
	struct buf whole = {0}, digits = {0};
	size_t minus;

	locale_decimal(locale, number, &whole);
	locale_decimal(locale, &size, &digits);
	minus = utf8_count(before, len) == 1 ? whole.len - digits.len : 0;
	buf_put(out, whole.data, minus);
	buf_put(out, before, len);
	buf_put(out, whole.data + minus, whole.len - minus);
	buf_free(&whole);
	buf_free(&digits);
}

const char *said_number(struct arena *arena, const struct chart_request *req, size_t lang, int64_t value, int places)
{
	const char *unit = unit_of(req, lang);
	enum unit_form form = form_of(req, lang);
	struct number_place place = {0};
	struct number number;
	struct buf out = {0};

	if (form == UNIT_PATTERN)
		number_place(unit, &place);
	number = smaller_unit(value, places, place.zeros);
	put_number(req->langs[lang].locale, &number, unit, place.start, &out);
	if (form == UNIT_PATTERN)
		buf_puts(&out, unit + place.start + place.len);
	else if (form == UNIT_SIGN)
		buf_puts(&out, unit);
	return wording_keep(arena, &out);
}

struct stack said_label(struct chart_job *job, const struct label_spec *spec, int64_t value, int places)
{
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < job->req->lang_count; i++)
		texts[i] = said_number(job->arena, job->req, i, value, places);
	return label_number(job, spec, texts, job->req->chart->pos);
}

const char *said_unit(struct arena *arena, const struct chart_request *req, size_t lang)
{
	if (form_of(req, lang) != UNIT_TEXT)
		return "";
	return wording_phrase(arena, req->langs[lang].locale, "chart_unit", "unit", unit_of(req, lang), NULL);
}

/* ---- one value, one row ---- */

struct telling {
	struct arena *arena;
	const struct chart_request *req;
	const struct locale *locale;
	size_t lang;
	struct figures figures;
};

static const char *whole_value(const struct telling *t, int64_t value)
{
	const char *number = said_number(t->arena, t->req, t->lang, value, t->figures.places);

	if (form_of(t->req, t->lang) != UNIT_TEXT)
		return number;
	return wording_phrase(t->arena, t->locale, "chart_amount", "number", number, "unit", unit_of(t->req, t->lang),
			      NULL);
}

static const char *named(const struct telling *t, const char *name, int64_t value)
{
	return wording_phrase(t->arena, t->locale, "chart_row_count", "name", name, "count", whole_value(t, value),
			      NULL);
}

static const char *series_name(const struct telling *t, size_t series)
{
	return wording_text(t->req, t->lang, t->figures.series[series]);
}

/* All values of a row: one alone, or each with the name of its series. */
static const char *row_values(const struct telling *t, size_t row)
{
	const struct figures *f = &t->figures;
	const char **texts = arena_array(t->arena, f->series_count, sizeof *texts);

	for (size_t i = 0; i < f->series_count; i++) {
		const char *name = series_name(t, i);

		texts[i] = *name ? named(t, name, f->rows[row].values[i]) : whole_value(t, f->rows[row].values[i]);
	}
	return wording_join(t->arena, t->locale, texts, f->series_count, NULL);
}

static struct telling begin(struct arena *arena, const struct chart_request *req, size_t lang)
{
	struct telling t = {.arena = arena, .req = req, .locale = req->langs[lang].locale, .lang = lang};

	figures_read(arena, req, &t.figures);
	return t;
}

const char *said_sign(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct value *each = value_field(req->chart, "each");
	struct telling t = {.arena = arena, .req = req, .locale = req->langs[lang].locale, .lang = lang};

	if (!each || each->kind != VALUE_INT || each->as.integer == 1)
		return "";
	return wording_phrase(arena, t.locale, "chart_each", "amount", whole_value(&t, each->as.integer * 1000), NULL);
}

static const char *kind_of(const struct chart_request *req)
{
	return value_text(value_field(req->chart, "kind"), 0);
}

/* ---- the whole ---- */

void said_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	struct telling t = begin(arena, req, lang);
	const char *unit = said_unit(arena, req, lang), *sign = said_sign(arena, req, lang);
	bool totals = !strcmp(kind_of(req), "stacked");

	if (*unit)
		buf_printf(out, "%s\n", unit);
	if (*sign)
		buf_printf(out, "%s\n", sign);
	for (size_t i = 0; i < t.figures.row_count; i++) {
		buf_puts(out, wording_phrase(arena, t.locale, totals ? "chart_point_total" : "chart_point", "name",
					     t.figures.rows[i].label.text[lang], "value", row_values(&t, i), "total",
					     whole_value(&t, figures_total(&t.figures, i)), NULL));
		buf_putc(out, '\n');
	}
}

static const char *all_rows(const struct telling *t)
{
	const struct figures *f = &t->figures;
	const char **texts = arena_array(t->arena, f->row_count, sizeof *texts);

	for (size_t i = 0; i < f->row_count; i++)
		texts[i] = named(t, f->rows[i].label.text[t->lang], f->rows[i].values[0]);
	return wording_join(t->arena, t->locale, texts, f->row_count, NULL);
}

/* The row with the least or the most value of the only series. */
static const char *end_row(const struct telling *t, int64_t value)
{
	const struct figures *f = &t->figures;
	size_t i = 0;

	while (i + 1 < f->row_count && f->rows[i].values[0] != value)
		i++;
	return named(t, f->rows[i].label.text[t->lang], value);
}

/* Where each of the series begins and ends. */
static const char *all_changes(const struct telling *t)
{
	const struct figures *f = &t->figures;
	const char **texts = arena_array(t->arena, f->series_count, sizeof *texts);

	for (size_t i = 0; i < f->series_count; i++) {
		const char *change = wording_phrase(t->arena, t->locale, "chart_change", "first",
						    whole_value(t, f->rows[0].values[i]), "last",
						    whole_value(t, f->rows[f->row_count - 1].values[i]), NULL);
		const char *name = series_name(t, i);

		texts[i] = *name ? wording_phrase(t->arena, t->locale, "chart_row_count", "name", name, "count", change,
						  NULL)
				 : change;
	}
	return wording_join(t->arena, t->locale, texts, f->series_count, NULL);
}

static const char *all_series(const struct telling *t)
{
	const struct figures *f = &t->figures;
	const char **texts = arena_array(t->arena, f->series_count, sizeof *texts);

	for (size_t i = 0; i < f->series_count; i++)
		texts[i] = series_name(t, i);
	return wording_join(t->arena, t->locale, texts, f->series_count, NULL);
}

const char *said_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	struct telling t = begin(arena, req, lang);
	const struct figures *f = &t.figures;
	const char *texts[3] = {NULL}, *kind, *count;

	if (f->row_count == 0)
		return NULL;
	kind = wording_phrase(arena, t.locale, arena_printf(arena, "chart_kind_%s", kind_of(req)), NULL);
	count = wording_number(arena, t.locale, f->row_count);
	if (!strcmp(kind_of(req), "line")) {
		texts[0] = wording_phrase(arena, t.locale, "chart_alt_line", "kind", kind, "first",
					  f->rows[0].label.text[lang], "last",
					  f->rows[f->row_count - 1].label.text[lang], "values", all_changes(&t), NULL);
	} else if (f->series_count == 1) {
		texts[0] =
			wording_phrase(arena, t.locale, "chart_alt_values", "kind", kind, "values", all_rows(&t), NULL);
		texts[1] = wording_phrase(arena, t.locale, "chart_alt_ends", "kind", kind, "count", count, "most",
					  end_row(&t, f->most), "least", end_row(&t, f->least), NULL);
	} else {
		texts[0] = wording_phrase(arena, t.locale, "chart_alt_series", "kind", kind, "count", count, "names",
					  all_series(&t), NULL);
	}
	texts[2] = wording_phrase(arena, t.locale, "chart_alt_rows", "kind", kind, "count", count, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}
