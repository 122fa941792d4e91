/* template: reads a template, sets up the binding and gives the flow. */
#include "template_int.h"

#include <string.h>

static const char *const keys[] = {"template", "about", "max_pages", "shrink", "grid", "colors",
				   "fonts",    "styles", "words",    "masters", "chart", "body"};

/* ---- the edition ---- */

static const char *pack_languages(struct arena *arena, const struct pack *pack)
{
	const char *all = "";

	for (size_t i = 0; i < pack->lang_count; i++)
		all = arena_printf(arena, "%s%s%s", all, i ? ", " : "", pack->langs[i].key);
	return all;
}

static void take_language(struct tmpl *t, const struct locale_set *locales, const char *key)
{
	struct flow_lang *lang = &t->langs[t->lang_count];
	int index = pack_lang_index(t->pack, key);

	for (size_t i = 0; i < t->lang_count; i++) {
		if (!strcmp(t->langs[i].key, key)) {
			DIAG(t->diag, TEMPLATE_EDITION, t->pos, key);
			return;
		}
	}
	if (index < 0) {
		DIAG(t->diag, TEMPLATE_PACK_LANGUAGE, t->pack->root->pos, key, pack_languages(t->arena, t->pack));
		return;
	}
	*lang = (struct flow_lang){key, t->pack->langs[index].tag, (size_t)index, locale_find(locales, key)};
	if (!lang->locale)
		DIAG(t->diag, TEMPLATE_LOCALE, t->pack->root->pos, key);
	else
		t->lang_count++;
}

static bool take_edition(struct tmpl *t, const struct locale_set *locales, const struct edition *edition)
{
	for (size_t i = 0; i < edition->lang_count && i < FLOW_LANGS; i++)
		take_language(t, locales, edition->langs[i]);
	return t->lang_count == edition->lang_count && t->lang_count;
}

/* ---- metadata: of the pack, not of the template ---- */

static const char *plain(struct tmpl *t, const struct value *text, size_t lang)
{
	struct runs runs = {0};
	struct buf all = {0};
	const char *copy;

	if (!text)
		return NULL;
	expand_value(t, text, t->langs[lang].pack_index, &runs);
	typeset_marks(t, &runs, lang);
	for (size_t i = 0; i < runs.list.count; i++)
		if (runs.list.items[i].kind == RUN_TEXT)
			buf_put(&all, runs.list.items[i].text, runs.list.items[i].len);
	copy = arena_strndup(t->arena, all.len ? all.data : "", all.len);
	buf_free(&all);
	return copy;
}

/* The publisher's name in the languages of the edition. */
static const char *author(struct tmpl *t)
{
	const struct value *name = value_path(t->pack->root, "publisher.name");
	const char *all = plain(t, name, 0);

	for (size_t lang = 1; name && lang < t->lang_count; lang++) {
		const char *own = plain(t, name, lang);

		if (strcmp(own, all))
			all = arena_printf(t->arena, "%s · %s", all, own);
	}
	return all;
}

static struct date day_of(const struct pack *pack)
{
	const struct value *date = value_path(pack->root, "prepared");
	struct date day = {1970, 1, 1, DATE_DAY};

	if (!date)
		date = value_path(pack->root, "date");
	if (date && date->kind == VALUE_DATE)
		day = date->as.date;
	day.month = day.month ? day.month : 1;
	day.day = day.day ? day.day : 1;
	day.precision = DATE_DAY;
	return day;
}

/* ---- the flow ---- */

static void read_limits(struct tmpl *t, struct flow *flow)
{
	const struct node *grid = node_find(t->root, "grid"), *pages = node_find(t->root, "max_pages");

	t->grid = 1;
	if (!grid)
		DIAG(t->diag, TEMPLATE_MISSING, t->pos, "template", "grid");
	else if (option_points(t, grid, "grid", &t->grid) && t->grid <= 0)
		DIAG(t->diag, TEMPLATE_MEASURE, grid->pos, "grid");
	if (t->grid <= 0)
		t->grid = 1;
	if (pages)
		option_int(t, pages, "max_pages", 1, 9999, &flow->max_pages);
	flow->grid = t->grid;
}

static const struct block *bind_root(struct tmpl *t)
{
	const struct node *body = node_find(t->root, "body");
	struct block *root = bind_new(t, t->root, BLOCK_SECTION, "body");
	struct blocks children = {0};

	if (!body)
		DIAG(t->diag, TEMPLATE_MISSING, t->pos, "template", "body");
	bind_body(t, body, &children);
	bind_children(root, &children);
	return root;
}

static void fill_flow(struct tmpl *t, struct flow *flow, const struct edition *edition)
{
	memcpy(flow->langs, t->langs, sizeof flow->langs);
	flow->lang_count = t->lang_count;
	flow->arrangement = t->lang_count == 1 ? ARRANGE_SINGLE : edition->arrangement;
	flow->masters = t->masters.items;
	flow->master_count = t->masters.count;
	for (size_t lang = 0; lang < t->lang_count; lang++)
		flow->title[lang] = plain(t, value_path(t->pack->root, "title"), lang);
	flow->author = author(t);
	flow->date = day_of(t->pack);
	flow->pack = t->pack;
	flow->most = t->most;
}

static const struct node *read(struct arena *arena, struct diag *diag, const char *path)
{
	const struct node *root = source_read(arena, diag, path);

	if (root && root->kind != NODE_MAP) {
		DIAG(diag, TEMPLATE_NOT_MAP, root->pos, "template");
		return NULL;
	}
	return root;
}

const struct flow *template_bind(struct arena *arena, struct diag *diag, struct text *text,
				 const struct locale_set *locales, const char *path, const struct pack *pack,
				 const struct edition *edition)
{
	size_t before = diag_count(diag, DIAG_ERROR);
	struct tmpl t = {.arena = arena,
			 .diag = diag,
			 .text = text,
			 .pack = pack,
			 .root = read(arena, diag, path),
			 .colors = map_new(arena),
			 .faces = map_new(arena),
			 .styles = map_new(arena),
			 .sizes = map_new(arena),
			 .levers = edition->levers,
			 .words = map_new(arena),
			 .texts = map_new(arena),
			 .markup = map_new(arena),
			 .notes = map_new(arena),
			 .labels = map_new(arena)};
	struct flow *flow = arena_alloc(arena, sizeof *flow);

	if (!t.root)
		return NULL;
	t.pos = t.root->pos;
	option_keys(&t, t.root, "template", keys, COUNT_OF(keys));
	if (!take_edition(&t, locales, edition))
		return NULL;
	t.parallel = t.lang_count > 1 && edition->arrangement == ARRANGE_PARALLEL;
	read_limits(&t, flow);
	style_load(&t);
	lexicon_load(&t);
	master_load(&t);
	theme_load(&t, &flow->chart_theme);
	flow->root = bind_root(&t);
	expand_jumps(&t);
	crossref_settle(&t);
	abbrev_mark(&t, flow->root);
	mark_bind(&t, flow, edition->embargoed);
	fill_flow(&t, flow, edition);
	return diag_count(diag, DIAG_ERROR) == before ? flow : NULL;
}

const char *template_about(struct arena *arena, struct diag *diag, const char *path, const char *lang_key)
{
	const struct node *root = read(arena, diag, path);
	const struct node *about = root ? node_find(root, "about") : NULL;

	if (!root)
		return NULL;
	if (about && about->kind == NODE_MAP) {
		const struct node *own = node_find(about, lang_key);

		about = own ? own : about->count ? about->entries[0].value : NULL;
	}
	if (!about || about->kind != NODE_SCALAR) {
		DIAG(diag, TEMPLATE_MISSING, root->pos, "template", "about");
		return NULL;
	}
	return about->text;
}
