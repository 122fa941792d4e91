/*
 * Plans: spans of time and steps on the way, and a roadmap in words.
 */
#include "chart_int.h"

static bool is_true(const struct value *value)
{
	return value && value->kind == VALUE_BOOL && value->as.truth;
}

static const struct date *date_of(const struct value *record, const char *name)
{
	const struct value *value = value_field(record, name);

	return value && value->kind == VALUE_DATE ? &value->as.date : NULL;
}

/* Steps in the order of time, whatever their order in the pack. */
static void add_step(struct plan_row *plan, const struct date *date, const struct value *label)
{
	size_t at = plan->step_count++;

	for (; at > 0 && plans_first_day(&plan->steps[at - 1].date) > plans_first_day(date); at--)
		plan->steps[at] = plan->steps[at - 1];
	plan->steps[at] = (struct plan_step){*date, label};
}

static void read_plan(struct arena *arena, const struct chart_request *req, const struct value *row,
		      struct plan_row *plan)
{
	const struct value *label = value_field(row, "label"), *steps = value_field(row, "milestones");
	const struct date *date = date_of(row, "date");

	plan->main = plan->label.strong = is_true(value_field(row, "main"));
	plan->label.pos = label ? label->pos : row->pos;
	for (size_t i = 0; i < req->lang_count; i++)
		plan->label.text[i] = wording_text(req, i, label);
	plan->start = date_of(row, "start");
	plan->end = date_of(row, "end");
	plan->steps = arena_array(arena, value_count(steps) + 1, sizeof *plan->steps);
	if (date)
		add_step(plan, date, NULL);
	for (size_t i = 0; i < value_count(steps); i++) {
		const struct value *step = value_at(steps, i);

		if (date_of(step, "date"))
			add_step(plan, date_of(step, "date"), value_field(step, "label"));
	}
}

size_t plans_read(struct arena *arena, const struct chart_request *req, struct plan_row **out)
{
	const struct value *rows = value_field(req->chart, "rows");
	size_t count = value_count(rows);

	*out = arena_array(arena, count, sizeof **out);
	for (size_t i = 0; i < count; i++)
		read_plan(arena, req, value_at(rows, i), &(*out)[i]);
	return count;
}

/* ---- days ---- */

/* Days since 1 January 1970 in the Gregorian calendar: years begin in March, so that the leap day comes last. */
static int32_t day_number(int32_t year, int32_t month, int32_t day)
{
	int32_t shifted = month > 2 ? month - 3 : month + 9, y = month > 2 ? year : year - 1;
	int32_t days = y * 365 + y / 4 - y / 100 + y / 400;

	return days + (153 * shifted + 2) / 5 + day - 1 - 719468;
}

int32_t plans_first_day(const struct date *date)
{
	return day_number(date->year, date->month ? date->month : 1, date->day ? date->day : 1);
}

/* The day before the first one after it. */
int32_t plans_last_day(const struct date *date)
{
	if (date->precision == DATE_DAY)
		return plans_first_day(date);
	if (date->precision == DATE_YEAR || date->month == 12)
		return day_number(date->year + 1, 1, 1) - 1;
	return day_number(date->year, date->month + 1, 1) - 1;
}

/* ---- in words ---- */

static const char *date_words(struct arena *arena, const struct locale *locale, const struct date *date)
{
	struct buf out = {0};

	locale_date(locale, date, LOCALE_DATE_LONG, false, &out);
	return wording_keep(arena, &out);
}

const char *plans_span(struct arena *arena, const struct locale *locale, const struct plan_row *plan)
{
	const char *start;

	if (!plan->start)
		return "";
	start = date_words(arena, locale, plan->start);
	if (!plan->end)
		return wording_phrase(arena, locale, "chart_span_open", "start", start, NULL);
	return wording_phrase(arena, locale, "chart_span", "start", start, "end", date_words(arena, locale, plan->end),
			      NULL);
}

const char *plans_step(struct arena *arena, const struct chart_request *req, size_t lang, const struct plan_step *step)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *date = date_words(arena, locale, &step->date);

	if (!step->label)
		return date;
	return wording_phrase(arena, locale, "chart_event", "date", date, "title", wording_text(req, lang, step->label),
			      NULL);
}

/* The earliest and the latest date of all plans; NULL if there is none. */
static const struct date *end_date(const struct plan_row *plans, size_t count, bool latest)
{
	const struct date *best = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct plan_row *p = &plans[i];

		for (size_t k = 0; k < p->step_count + 2; k++) {
			const struct date *date = k == 0 ? p->start : k == 1 ? p->end : &p->steps[k - 2].date;

			if (date && (!best || (latest ? plans_last_day(date) > plans_last_day(best)
						      : plans_first_day(date) < plans_first_day(best))))
				best = date;
		}
	}
	return best;
}

const char *plans_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *texts[2], *first, *last, *number;
	struct plan_row *plans;
	size_t count = plans_read(arena, req, &plans);
	const char **names = arena_array(arena, count, sizeof *names);

	if (count == 0 || !end_date(plans, count, false))
		return NULL;
	for (size_t i = 0; i < count; i++)
		names[i] = plans[i].label.text[lang];
	first = date_words(arena, locale, end_date(plans, count, false));
	last = date_words(arena, locale, end_date(plans, count, true));
	number = wording_number(arena, locale, count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_roadmap_names", "count", number, "first", first, "last",
				  last, "names", wording_join(arena, locale, names, count, NULL), NULL);
	texts[1] =
		wording_phrase(arena, locale, "chart_alt_roadmap", "count", number, "first", first, "last", last, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

void plans_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	struct plan_row *plans;
	size_t count = plans_read(arena, req, &plans);

	for (size_t i = 0; i < count; i++) {
		const struct plan_row *plan = &plans[i];
		const char *span = plans_span(arena, req->langs[lang].locale, plan);

		buf_puts(out, plan->label.text[lang]);
		if (*span)
			buf_printf(out, ". %s", span);
		for (size_t k = 0; k < plan->step_count; k++)
			buf_printf(out, ". %s", plans_step(arena, req, lang, &plan->steps[k]));
		buf_putc(out, '\n');
	}
}
