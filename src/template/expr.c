/*
 * expr: places in texts, {path} or {path|filter}, and how their values are written. A value the pack leaves out writes
 * nothing; one that the schema does not know, or that cannot stand in a text, is a finding.
 */
#include "template_int.h"

#include <string.h>

enum place_kind {
	PLACE_VALUE,
	PLACE_WORD,
	PLACE_INDEX,
	PLACE_ITEM,
	PLACE_PAGE,
	PLACE_PAGES,
	PLACE_SECTION,
	PLACE_REF,
	PLACE_NOTE
};

struct filter;

struct place {
	enum place_kind kind;
	struct pos pos; /* of the text it stands in */
	const char *shown;
	const char *const *names;
	size_t count;
	const struct filter *filter; /* NULL: as the value is */
	const char *argument;        /* in:LANGUAGE */
	bool capital;                /* |capital */
	const char *josa;            /* |josa:PAIR */
	struct note_mark note;       /* PLACE_NOTE */
};

struct output {
	struct tmpl *t;
	const struct place *place;
	const struct value *value;
	size_t lang;
	struct runs *runs;
};

struct filter {
	const char *name;
	const char *needs; /* for findings */
	bool (*fits)(struct type);
	void (*put)(const struct output *);
};

static struct pos place_pos(const struct place *p)
{
	return locate_text(p->pos, p->shown, strlen(p->shown));
}

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

static void put_long(const struct output *o)
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

static void put_plain(const struct output *o)
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
		put_plain(&part);
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
		DIAG(t->diag, TEMPLATE_PACK_LANGUAGE, place_pos(o->place), key, t->pack->langs[0].key);
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
		DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(o->place), o->place->shown,
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
	{"date", "a date", is_date, put_long},
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
	{"name", "a reference such as {ref:timeline}", is_reference, put_plain},
};

/* These may follow any of them. */
static const char capital[] = "capital", josa[] = "josa";

static const struct filter *filter_find(struct tmpl *t, const struct place *p, const char *name)
{
	const char *names[COUNT_OF(filters) + 2];

	for (size_t i = 0; i < COUNT_OF(filters); i++) {
		names[i] = filters[i].name;
		if (!strcmp(name, filters[i].name))
			return &filters[i];
	}
	names[COUNT_OF(filters)] = capital;
	names[COUNT_OF(filters) + 1] = josa;
	DIAG(t->diag, TEMPLATE_FILTER, place_pos(p), name, option_hint(t, name, names, COUNT_OF(names)));
	return NULL;
}

/* ---- parsing ---- */

const char *expr_name_end(const char *at)
{
	if (!((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')))
		return at;
	while ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9') || *at == '_' ||
	       *at == '-')
		at++;
	return at;
}

size_t expr_names(struct tmpl *t, const char *path, size_t len, struct pos pos, const char *const **names)
{
	LIST(const char *) list = {0};
	const char *at = path, *end = path + len;

	while (at < end) {
		const char *stop = expr_name_end(at);

		if (stop == at || stop > end || (stop < end && *stop != '.') || (stop + 1 == end)) {
			list.count = 0;
			break;
		}
		*LIST_ADD(t->arena, &list) = arena_strndup(t->arena, at, (size_t)(stop - at));
		at = stop < end ? stop + 1 : stop;
	}
	if (!list.count)
		DIAG(t->diag, TEMPLATE_EXPRESSION, locate_text(pos, path, len), arena_strndup(t->arena, path, len),
		     "{instrument.title}, {event.date|date-short}");
	*names = list.items;
	return list.count;
}

struct result expr_path(struct tmpl *t, const char *path, struct pos pos)
{
	const char *const *names;
	size_t count = expr_names(t, path, strlen(path), pos, &names);

	if (!count)
		return (struct result){.ok = false};
	return scope_path(t, names, count, path, pos);
}

static const struct {
	const char *name;
	enum place_kind kind;
	size_t least, most; /* names in the path */
} specials[] = {
	{"words", PLACE_WORD, 2, 2}, {"index", PLACE_INDEX, 1, 2}, {"item", PLACE_ITEM, 1, 1},
	{"page", PLACE_PAGE, 1, 1},  {"pages", PLACE_PAGES, 1, 1}, {"section", PLACE_SECTION, 1, 1},
};

static void classify(struct tmpl *t, struct place *p)
{
	for (size_t i = 0; i < COUNT_OF(specials); i++) {
		if (strcmp(p->names[0], specials[i].name))
			continue;
		if (p->count >= specials[i].least && p->count <= specials[i].most)
			p->kind = specials[i].kind;
	}
	if (p->kind >= PLACE_PAGE && !t->running) {
		DIAG(t->diag, TEMPLATE_RUNNING, place_pos(p), p->names[0]);
		p->kind = PLACE_ITEM;
	}
}

/* len without blanks at both ends; *text moves to the first other byte. */
static size_t trim(const char **text, size_t len)
{
	while (len && **text == ' ') {
		++*text;
		len--;
	}
	while (len && (*text)[len - 1] == ' ')
		len--;
	return len;
}

static bool take_josa(struct tmpl *t, struct place *p, const char *pair, size_t len)
{
	p->josa = arena_strndup(t->arena, pair, len);
	if (strchr(p->josa, '/'))
		return true;
	DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown, "{person.name|josa:은/는}");
	return false;
}

/* One filter: what stands between two bars, without the blanks round it. */
static bool take_filter(struct tmpl *t, struct place *p, const char *name, size_t len)
{
	const char *colon = memchr(name, ':', len);

	if (!colon && len == strlen(capital) && !memcmp(name, capital, len)) {
		p->capital = true;
		return true;
	}
	if (colon && (size_t)(colon - name) == strlen(josa) && !memcmp(name, josa, strlen(josa)))
		return take_josa(t, p, colon + 1, len - strlen(josa) - 1);
	if (colon)
		p->argument = arena_strndup(t->arena, colon + 1, len - (size_t)(colon + 1 - name));
	if (!p->filter && !p->capital && !p->josa)
		p->filter = filter_find(t, p, arena_strndup(t->arena, name, colon ? (size_t)(colon - name) : len));
	else
		DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown, "{event.date|date-about|capital}");
	if (!p->filter || p->capital)
		return false;
	if ((p->filter->put == put_in || p->filter->put == put_as_in) == (p->argument != NULL))
		return true;
	DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown, "{term.term|in:en}, {event.date|date}");
	return false;
}

/* All filters: what stands behind the first bar, at most one and then `capital` or `josa`. */
static bool take_filters(struct tmpl *t, struct place *p, const char *at, const char *end)
{
	bool more = true;

	while (more) {
		const char *bar = memchr(at, '|', (size_t)(end - at));
		const char *name = at;
		size_t len = trim(&name, (size_t)((bar ? bar : end) - at));

		if (!take_filter(t, p, name, len))
			return false;
		more = bar != NULL;
		at = bar ? bar + 1 : end;
	}
	return true;
}

/* {ref:ID}, {ref:ID|name}, {ref:ID|josa:PAIR} */
static const struct place *reference(struct tmpl *t, struct place *p, const char *id, const char *end)
{
	const char **names = arena_array(t->arena, 1, sizeof *names);
	const char *bar = memchr(id, '|', (size_t)(end - id));
	size_t len = trim(&id, (size_t)((bar ? bar : end) - id));

	if (bar && !take_filters(t, p, bar + 1, end))
		return NULL;
	if (!len || expr_name_end(id) != id + len || (p->filter && p->filter->fits != is_reference)) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown, "{ref:timeline}, {ref:timeline|name}");
		return NULL;
	}
	names[0] = arena_strndup(t->arena, id, len);
	p->names = names;
	p->count = 1;
	p->kind = PLACE_REF;
	return p;
}

const struct place *expr_place(struct tmpl *t, const char *text, size_t len, struct pos pos)
{
	struct place *p = arena_alloc(t->arena, sizeof *p);
	const char *bar = memchr(text, '|', len);
	const char *path = text;
	size_t path_len = trim(&path, bar ? (size_t)(bar - text) : len);

	p->pos = pos;
	p->shown = arena_strndup(t->arena, text, len);
	if (len >= 4 && !memcmp(text, "ref:", 4))
		return reference(t, p, text + 4, text + len);
	if (!path_len)
		DIAG(t->diag, TEMPLATE_EXPRESSION, locate_text(pos, "{", 1), p->shown, "{instrument.title}");
	p->count = path_len ? expr_names(t, path, path_len, pos, &p->names) : 0;
	if (!p->count)
		return NULL;
	classify(t, p);
	return !bar || take_filters(t, p, bar + 1, text + len) ? p : NULL;
}

const struct place *expr_note(struct tmpl *t, const struct note_mark *mark, struct pos pos)
{
	struct place *p = arena_alloc(t->arena, sizeof *p);

	*p = (struct place){.kind = PLACE_NOTE, .pos = pos, .shown = "", .note = *mark};
	p->note.id = arena_strndup(t->arena, mark->id, mark->id_len);
	return p;
}

/* ---- expanding ---- */

/* A finding if the value cannot stand in a text this way. */
static bool fits(struct tmpl *t, const struct place *p, const struct result *r)
{
	if (r->type.kind == TYPE_ANY && !r->value)
		return true;
	if (p->filter) {
		if (p->filter->fits(r->type))
			return true;
		DIAG(t->diag, TEMPLATE_FILTER_VALUE, place_pos(p), p->filter->name, p->shown, p->filter->needs);
		return false;
	}
	if (r->type.list)
		DIAG(t->diag, TEMPLATE_LIST, place_pos(p), p->shown);
	else if (r->type.kind == TYPE_RECORD)
		DIAG(t->diag, TEMPLATE_RECORD, place_pos(p), p->shown, r->type.record ? r->type.record->name : "-",
		     r->type.record && r->type.record->count > 1 ? r->type.record->fields[1].name : "-");
	else if (r->type.kind == TYPE_BOOL)
		DIAG(t->diag, TEMPLATE_TRUTH, place_pos(p), p->shown);
	else
		return true;
	return false;
}

static void put_value(struct tmpl *t, const struct place *p, size_t lang, struct runs *runs)
{
	struct result r = scope_path(t, p->names, p->count, p->shown, p->pos);
	struct output out = {t, p, r.value, lang, runs};
	size_t before = runs->list.count;

	if (!r.ok || !fits(t, p, &r) || !r.value)
		return;
	if (p->filter)
		p->filter->put(&out);
	else if (r.type.kind == TYPE_DATE)
		put_long(&out);
	else
		put_plain(&out);
	runs->filled += runs->list.count > before;
}

static void put_index(struct tmpl *t, const struct place *p, struct runs *runs)
{
	const struct scope *loop = p->count > 1 ? scope_find(t, p->names[1]) : t->scope;
	const char *text;

	if (!loop && (p->count > 1 || !t->absent)) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown,
		     "for: topic in instrument.topics … {index.topic}");
		return;
	}
	text = arena_printf(t->arena, "%lld", loop ? (long long)loop->index : 1LL);
	expand_text(runs, t->arena, text, strlen(text), p->pos);
}

static void put_special(struct tmpl *t, const struct place *p, struct runs *runs)
{
	static const enum run_kind run_kinds[] = {
		[PLACE_PAGE] = RUN_PAGE, [PLACE_PAGES] = RUN_PAGES, [PLACE_SECTION] = RUN_SECTION};
	struct run *run;

	if (p->kind == PLACE_ITEM) {
		const char *text = arena_printf(t->arena, "%lld", (long long)t->item);

		expand_text(runs, t->arena, text, strlen(text), p->pos);
		return;
	}
	run = LIST_ADD(t->arena, &runs->list);
	*run = (struct run){.kind = run_kinds[p->kind], .text = "", .strong = runs->strong, .pos = p->pos};
}

static void put_place(struct tmpl *t, const struct place *p, size_t lang, struct runs *runs)
{
	const struct rich *word;

	if (p->kind == PLACE_REF) {
		crossref_put(t, p->names[0], p->pos, lang, runs);
		if (!p->filter)
			crossref_where(t, p->names[0], p->pos, lang, runs);
	} else if (p->kind == PLACE_NOTE) {
		footnote_mark(t, &p->note, lang, runs);
	} else if (p->kind == PLACE_WORD && !scope_find(t, "words")) {
		word = lexicon_find(t, p->names[1], p->pos, lang);
		if (word)
			expand_rich(t, word, lang, runs);
	} else if (p->kind == PLACE_INDEX) {
		put_index(t, p, runs);
	} else if (p->kind > PLACE_INDEX && !scope_find(t, p->names[0])) {
		put_special(t, p, runs);
	} else {
		put_value(t, p, lang, runs);
	}
}

/* How the record that a name was taken from is read in a language: its key reading_LANGUAGE. */
static const char *reading_of(struct tmpl *t, const struct place *p, size_t lang)
{
	const char *key = arena_printf(t->arena, "reading_%s", t->langs[lang].key);
	struct result r;

	if (p->kind == PLACE_REF)
		return value_text(value_field(crossref_record(t, p->names[0]), key), 0);
	if (p->kind != PLACE_VALUE || p->count < 2)
		return NULL;
	r = scope_path(t, p->names, p->count - 1, p->shown, p->pos);
	if (!r.ok || !r.value || r.value->kind != VALUE_RECORD)
		return NULL;
	return value_text(value_field(r.value, key), 0);
}

static void put_josa(struct tmpl *t, const struct place *p, size_t lang, size_t before, struct runs *runs)
{
	const char *reading = reading_of(t, p, lang);

	if (p->kind == PLACE_REF && !crossref_record(t, p->names[0]))
		DIAG(t->diag, TEMPLATE_EXPRESSION, place_pos(p), p->shown, "{ref:ID|josa:…} with the id of a record");
	else if (runs->list.count > before && !particle_put(t, p->josa, reading, before, runs))
		DIAG(t->diag, TEMPLATE_JOSA, runs->list.items[before].pos, p->shown, p->josa,
		     arena_printf(t->arena, "reading_%s", t->langs[lang].key));
}

void expr_put(struct tmpl *t, const struct place *p, size_t lang, struct runs *runs)
{
	size_t before = runs->list.count;

	put_place(t, p, lang, runs);
	if (p->josa)
		put_josa(t, p, lang, before, runs);
	if (p->capital && runs->list.count > before)
		capital_first(t, &runs->list.items[before]);
}

bool expr_is_value(const struct place *p)
{
	return p->kind == PLACE_VALUE;
}
