/*
 * Dated events: how they are read from the pack, and a timeline in words.
 */
#include "chart_int.h"

/* From so many years without an event on the spine is broken: drawn to scale of reading, not of time. */
enum { GAP_YEARS = 5 };

static bool is_true(const struct value *value)
{
	return value && value->kind == VALUE_BOOL && value->as.truth;
}

static enum marker marker_of(const struct moment *moment)
{
	if (moment->yearly)
		return MARKER_DIAMOND;
	if (moment->about)
		return MARKER_DASHED;
	return moment->date.precision == DATE_YEAR ? MARKER_RING : MARKER_DOT;
}

size_t events_read(struct arena *arena, const struct chart_request *req, struct moment **out)
{
	const struct value *data = chart_data(req);
	size_t count = 0;

	*out = arena_array(arena, value_count(data), sizeof **out);
	for (size_t i = 0; i < value_count(data); i++) {
		const struct value *event = value_deref(value_at(data, i));
		const struct value *date = value_field(event, "date");
		struct moment *moment = &(*out)[count];

		if (!date || date->kind != VALUE_DATE)
			continue;
		count++;
		moment->event = event;
		moment->title = value_field(event, "title");
		moment->note = value_field(event, "note");
		moment->date = date->as.date;
		moment->about = is_true(value_field(event, "about"));
		moment->yearly = value_field(event, "repeats");
		moment->main = is_true(value_field(event, "main"));
		moment->marker = marker_of(moment);
	}
	return count;
}

static const char *date_words(struct arena *arena, const struct locale *locale, const struct moment *moment, bool about)
{
	struct buf out = {0};

	locale_date(locale, &moment->date, LOCALE_DATE_LONG, about, &out);
	return wording_keep(arena, &out);
}

const char *events_when(struct arena *arena, const struct locale *locale, const struct moment *moment)
{
	const char *date = date_words(arena, locale, moment, false);

	if (moment->about)
		date = wording_phrase(arena, locale, "chart_about", "date", date, NULL);
	return moment->yearly ? wording_phrase(arena, locale, "chart_yearly", "date", date, NULL) : date;
}

size_t events_gap(const struct moment *moment, const struct moment *next)
{
	int years = next->date.year - moment->date.year;

	return years >= GAP_YEARS ? (size_t)years : 0;
}

const char *events_gap_words(struct arena *arena, const struct locale *locale, size_t years)
{
	return wording_phrase(arena, locale, "chart_gap", "years", wording_number(arena, locale, years), NULL);
}

/* ---- in words ---- */

const char *events_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *texts[2] = {NULL}, *number, *first, *last;
	struct moment *moments;
	size_t count = events_read(arena, req, &moments);

	if (count == 0)
		return NULL;
	number = wording_number(arena, locale, count);
	first = date_words(arena, locale, &moments[0], moments[0].about);
	last = date_words(arena, locale, &moments[count - 1], moments[count - 1].about);
	for (size_t i = 0; i < count; i++)
		if (moments[i].main)
			texts[0] =
				wording_phrase(arena, locale, "chart_alt_timeline_main", "count", number, "first",
					       first, "last", last, "main", wording_text(req, lang, moments[i].title),
					       "date", events_when(arena, locale, &moments[i]), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_timeline", "count", number, "first", first, "last", last,
				  NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

void events_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	const struct locale *locale = req->langs[lang].locale;
	struct moment *moments;
	size_t count = events_read(arena, req, &moments);

	for (size_t i = 0; i < count; i++) {
		const char *note = wording_text(req, lang, moments[i].note);
		size_t gap = i ? events_gap(&moments[i - 1], &moments[i]) : 0;

		if (gap)
			buf_printf(out, "(%s)\n", events_gap_words(arena, locale, gap));
		buf_puts(out, wording_phrase(arena, locale, *note ? "chart_event_note" : "chart_event", "date",
					     events_when(arena, locale, &moments[i]), "title",
					     wording_text(req, lang, moments[i].title), "note", note, NULL));
		buf_putc(out, '\n');
	}
}
