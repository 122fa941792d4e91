/* filter: how values are written in texts, {path|filter}. */
#include "expr_int.h"

#include <string.h>

/* ---- writing ---- */

static void put_buf(const struct output *o, struct buf *text)
{
	if (text->len)
		expand_text(o->runs, o->t->arena, arena_strndup(o->t->arena, text->data, text->len), text->len,
			    o->value->pos);
	buf_free(text);
}

static void put_date(const struct output *o, enum locale_date form)
{
	struct buf text = {0};

	locale_date(o->t->langs[o->lang].locale, &o->value->as.date, form, false, &text);
	put_buf(o, &text);
}

void filter_put_date(const struct output *o)
{
	put_date(o, LOCALE_DATE_LONG);
}

static void put_short(const struct output *o)
{
	put_date(o, LOCALE_DATE_SHORT);
}

static void put_full(const struct output *o)
{
	put_date(o, LOCALE_DATE_FULL);
}

static void put_about(const struct output *o)
{
	struct buf text = {0};

	locale_date(o->t->langs[o->lang].locale, &o->value->as.date, LOCALE_DATE_LONG, true, &text);
	put_buf(o, &text);
}

static void put_count(const struct output *o)
{
	struct buf text = {0};

	locale_number(o->t->langs[o->lang].locale, (int64_t)value_count(o->value), &text);
	put_buf(o, &text);
}

static void put_number(const struct output *o)
{
	const struct locale *locale = o->t->langs[o->lang].locale;
	struct buf text = {0};

	if (o->value->kind == VALUE_NUMBER)
		locale_decimal(locale, &o->value->as.number, &text);
	else
		locale_number(locale, o->value->as.integer, &text);
	put_buf(o, &text);
}

void filter_put_plain(const struct output *o)
{
	struct buf text = {0};

	if (o->value->kind == VALUE_TEXT) {
		expand_value(o->t, o->value, o->t->langs[o->lang].pack_index, o->runs);
		return;
	}
	if (o->value->kind == VALUE_STRING)
		buf_puts(&text, o->value->as.string);
	else if (o->value->kind == VALUE_NUMBER)
		locale_decimal(o->t->langs[o->lang].locale, &o->value->as.number, &text);
	else if (o->value->kind == VALUE_INT)
		buf_printf(&text, "%lld", (long long)o->value->as.integer);
	put_buf(o, &text);
}

/* The list's parts with the word `join`, or a comma, and a blank between them. */
static void put_join(const struct output *o)
{
	struct tmpl *t = o->t;
	bool has_word = map_find(t->words, "join", 4) != NULL;
	const struct rich *between = has_word ? lexicon_find(t, "join", o->place->pos, o->lang) : NULL;

	for (size_t i = 0; i < value_count(o->value); i++) {
		struct output part = *o;

		part.value = value_deref(value_at(o->value, i));
		if (i && between)
			expand_rich(t, between, o->lang, o->runs);
		if (i)
			expand_text(o->runs, t->arena, between ? " " : ", ", between ? 1 : 2, part.value->pos);
		filter_put_plain(&part);
	}
}

/* The template's word for a choice, a language or a number of the pack; of a language tag also for its first part. */
static void put_word(const struct output *o)
{
	struct tmpl *t = o->t;
	const char *key = o->value->as.string;
	const struct rich *word;

	if (!map_find(t->words, key, strlen(key)) && map_find(t->words, key, strcspn(key, "-")))
		key = arena_strndup(t->arena, key, strcspn(key, "-"));
	word = lexicon_find(t, key, o->place->pos, o->lang);
	if (word)
		expand_rich(t, word, o->lang, o->runs);
}

/* A text in one language of the pack wherever it stands. */
static void put_in(const struct output *o)
{
	struct tmpl *t = o->t;
	const struct scope *var = scope_find(t, o->place->argument);
	const char *key = var && var->value ? value_text(value_deref(var->value), 0) : o->place->argument;
	int index;

	if (var && (!var->value || !key))
		return;
	index = pack_lang_index(t->pack, arena_strndup(t->arena, key, strcspn(key, "-")));
	if (index < 0) {
		DIAG(t->diag, TEMPLATE_PACK_LANGUAGE, expr_pos(o->place), key, t->pack->langs[0].key);
		return;
	}
	if ((size_t)index != t->langs[o->lang].pack_index)
		o->runs->lang = &t->pack->langs[index];
	expand_value(t, o->value, (size_t)index, o->runs);
	o->runs->lang = NULL;
}

static struct chart_request request_of(struct tmpl *t, const struct value *chart)
{
	struct chart_request req = {.chart = chart, .pack = t->pack, .lang_count = t->lang_count};

	for (size_t i = 0; i < t->lang_count; i++)
		req.langs[i] = (struct chart_lang){t->langs[i].key, t->langs[i].tag, t->langs[i].pack_index,
						   t->langs[i].locale};
	return req;
}

static void put_string(const struct output *o, const char *text)
{
	if (*text)
		expand_text(o->runs, o->t->arena, text, strlen(text), o->value->pos);
}

/* A number as the chart that a variable stands for writes it. */
static void put_as_in(const struct output *o)
{
	struct tmpl *t = o->t;
	const struct scope *var = scope_find(t, o->place->argument);
	const struct value *chart = var ? value_deref(var->value) : NULL;
	struct chart_request req;

	if (!var || (var->type.kind != TYPE_ANY && var->type.record != schema_find("chart"))) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(o->place), o->place->shown,
		     "for: chart in charts … {row.value|as-in:chart}");
		return;
	}
	if (!chart)
		return;
	req = request_of(t, chart);
	put_string(o, chart_number(t->arena, &req, o->lang, o->value));
}

static void put_unit(const struct output *o)
{
	struct chart_request req = request_of(o->t, o->value);

	put_string(o, chart_unit(o->t->arena, &req, o->lang));
}

/* ---- filters ---- */

/* No value of a pack is one: see `reference`. */
static bool is_reference(struct type type)
{
	(void)type;
	return false;
}

static bool is_date(struct type type)
{
	return type.kind == TYPE_DATE && !type.list;
}

static bool is_list(struct type type)
{
	return type.list;
}

static bool is_int(struct type type)
{
	return type.kind == TYPE_INT && !type.list;
}

static bool is_joinable(struct type type)
{
	return type.list && (type.kind == TYPE_TEXT || type.kind == TYPE_STRING || type.kind == TYPE_INT);
}

static bool is_string(struct type type)
{
	return type.kind == TYPE_STRING && !type.list;
}

static bool is_text(struct type type)
{
	return type.kind == TYPE_TEXT && !type.list;
}

static bool is_chart(struct type type)
{
	return type.kind == TYPE_RECORD && !type.list && type.record == schema_find("chart");
}

static const struct filter filters[] = {
	{"date", "a date", is_date, filter_put_date},
	{"date-short", "a date", is_date, put_short},
	{"date-full", "a date", is_date, put_full},
	{"date-about", "a date", is_date, put_about},
	{"count", "a list", is_list, put_count},
	{"number", "a number", is_int, put_number},
	{"join", "a list of texts", is_joinable, put_join},
	{"word", "a choice or a language", is_string, put_word},
	{"in", "a text", is_text, put_in},
	{"as-in", "a number", is_int, put_as_in},
	{"unit", "a chart", is_chart, put_unit},
	{"name", "a reference such as {ref:timeline}", is_reference, filter_put_plain},
};

const struct filter *filter_find(struct tmpl *t, const struct place *p, const char *name)
{
	const char *names[COUNT_OF(filters) + 2];

	for (size_t i = 0; i < COUNT_OF(filters); i++) {
		names[i] = filters[i].name;
		if (!strcmp(name, filters[i].name))
			return &filters[i];
	}
	names[COUNT_OF(filters)] = FILTER_CAPITAL;
	names[COUNT_OF(filters) + 1] = FILTER_JOSA;
	DIAG(t->diag, TEMPLATE_FILTER, expr_pos(p), name, option_hint(t, name, names, COUNT_OF(names)));
	return NULL;
}

bool filter_takes_argument(const struct filter *filter)
{
	return filter->put == put_in || filter->put == put_as_in;
}

bool filter_is_reference(const struct filter *filter)
{
	return filter->fits == is_reference;
}
