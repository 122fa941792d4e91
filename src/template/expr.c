/*
 * expr: places in texts, {path} or {path|filter}. A value the pack leaves out writes nothing; one that the schema does not
 * know, or that cannot stand in a text, is a finding.
 */
#include "expr_int.h"

#include <string.h>

struct pos expr_pos(const struct place *p)
{
	return locate_text(p->pos, p->shown, strlen(p->shown));
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
		DIAG(t->diag, TEMPLATE_RUNNING, expr_pos(p), p->names[0]);
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
	DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown, "{person.name|josa:은/는}");
	return false;
}

/* One filter: what stands between two bars, without the blanks round it. */
static bool take_filter(struct tmpl *t, struct place *p, const char *name, size_t len)
{
	const char *colon = memchr(name, ':', len);

	if (!colon && len == strlen(FILTER_CAPITAL) && !memcmp(name, FILTER_CAPITAL, len)) {
		p->capital = true;
		return true;
	}
	if (colon && (size_t)(colon - name) == strlen(FILTER_JOSA) && !memcmp(name, FILTER_JOSA, strlen(FILTER_JOSA)))
		return take_josa(t, p, colon + 1, len - strlen(FILTER_JOSA) - 1);
	if (colon)
		p->argument = arena_strndup(t->arena, colon + 1, len - (size_t)(colon + 1 - name));
	if (!p->filter && !p->capital && !p->josa)
		p->filter = filter_find(t, p, arena_strndup(t->arena, name, colon ? (size_t)(colon - name) : len));
	else
		DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown, "{event.date|date-about|capital}");
	if (!p->filter || p->capital)
		return false;
	if (filter_takes_argument(p->filter) == (p->argument != NULL))
		return true;
	DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown, "{term.term|in:en}, {event.date|date}");
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
	if (!len || expr_name_end(id) != id + len || (p->filter && !filter_is_reference(p->filter))) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown, "{ref:timeline}, {ref:timeline|name}");
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
		DIAG(t->diag, TEMPLATE_FILTER_VALUE, expr_pos(p), p->filter->name, p->shown, p->filter->needs);
		return false;
	}
	if (r->type.list)
		DIAG(t->diag, TEMPLATE_LIST, expr_pos(p), p->shown);
	else if (r->type.kind == TYPE_RECORD)
		DIAG(t->diag, TEMPLATE_RECORD, expr_pos(p), p->shown, r->type.record ? r->type.record->name : "-",
		     r->type.record && r->type.record->count > 1 ? r->type.record->fields[1].name : "-");
	else if (r->type.kind == TYPE_BOOL)
		DIAG(t->diag, TEMPLATE_TRUTH, expr_pos(p), p->shown);
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
		filter_put_date(&out);
	else
		filter_put_plain(&out);
	runs->filled += runs->list.count > before;
}

static void put_index(struct tmpl *t, const struct place *p, struct runs *runs)
{
	const struct scope *loop = p->count > 1 ? scope_find(t, p->names[1]) : t->scope;
	const char *text;

	if (!loop && (p->count > 1 || !t->absent)) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown,
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
		DIAG(t->diag, TEMPLATE_EXPRESSION, expr_pos(p), p->shown, "{ref:ID|josa:…} with the id of a record");
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
