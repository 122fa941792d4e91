/* expand: parsed texts to runs, with the pack's values in their places. */
#include "template_int.h"

#include <string.h>

static const char no_break_space[] = "\xC2\xA0";

void expand_text(struct runs *runs, struct arena *arena, const char *text, size_t len, struct pos pos)
{
	struct run *run;

	if (!len)
		return;
	run = LIST_ADD(arena, &runs->list);
	*run = (struct run){.kind = RUN_TEXT,
			    .text = text,
			    .len = len,
			    .strong = runs->strong,
			    .quiet = runs->quiet,
			    .url = runs->url,
			    .dest = runs->dest,
			    .lang = runs->lang,
			    .pos = pos};
}

/* ---- links ---- */

static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};

static bool known_scheme(const char *url)
{
	for (size_t i = 0; i < COUNT_OF(schemes); i++)
		if (!strncmp(url, schemes[i], strlen(schemes[i])) && url[strlen(schemes[i])])
			return true;
	return false;
}

/* The letters alone; "" if there are places and none of them gives any. */
static const char *joined(struct tmpl *t, const struct piece *pieces, size_t count, size_t lang)
{
	struct buf text = {0};
	size_t places = 0, filled = 0, before;
	const char *copy;

	for (size_t i = 0; i < count; i++) {
		before = text.len;
		if (pieces[i].place)
			expr_put_string(t, pieces[i].place, lang, &text);
		else
			buf_put(&text, pieces[i].text, pieces[i].len);
		places += pieces[i].place != NULL;
		filled += pieces[i].place && text.len > before;
	}
	if (places && !filled)
		text.len = 0;
	copy = arena_strndup(t->arena, text.len ? text.data : "", text.len);
	buf_free(&text);
	return copy;
}

static void open_target(struct tmpl *t, const struct target *target, size_t lang, struct runs *runs, struct pos pos)
{
	const char *url = joined(t, target->pieces, target->count, lang);

	if (url[0] == '#')
		runs->dest = url + 1;
	else if (known_scheme(url))
		runs->url = url;
	else if (*url && !t->absent)
		DIAG(t->diag, TEMPLATE_LINK, locate_text(pos, url, strlen(url)), url);
}

/* ---- expanding ---- */

void expand_rich(struct tmpl *t, const struct rich *rich, size_t lang, struct runs *runs)
{
	struct runs outer = *runs;

	for (size_t i = 0; rich && i < rich->count; i++) {
		const struct piece *piece = &rich->pieces[i];

		runs->strong = outer.strong || piece->strong;
		runs->url = outer.url;
		runs->dest = outer.dest;
		if (piece->target && !outer.url && !outer.dest)
			open_target(t, piece->target, lang, runs, rich->pos);
		if (piece->place)
			expr_put(t, piece->place, lang, runs);
		else
			expand_text(runs, t->arena, piece->text, piece->len, rich->pos);
	}
	runs->strong = outer.strong;
	runs->url = outer.url;
	runs->dest = outer.dest;
}

/* A language of the pack as one of the edition; the first if it is none of them. */
static size_t own_lang(const struct tmpl *t, size_t pack_lang)
{
	for (size_t lang = 0; lang < t->lang_count; lang++)
		if (t->langs[lang].pack_index == pack_lang)
			return lang;
	return 0;
}

void expand_value(struct tmpl *t, const struct value *value, size_t pack_lang, struct runs *runs)
{
	const struct value *outer = t->noted;
	const char *text;

	if (value->kind == VALUE_STRING) {
		*LIST_ADD(t->arena, &runs->exact) = runs->list.count;
		expand_text(runs, t->arena, value->as.string, strlen(value->as.string), value->pos);
		return;
	}
	text = value_text(lever_text(t, value), pack_lang);
	if (!text)
		return;
	if (value->as.text.source)
		*LIST_ADD(t->arena, &runs->sources) = value->as.text.source;
	t->noted = value;
	expand_rich(t, inline_pack_text(t, text, lever_text(t, value)->as.text.at[pack_lang]), own_lang(t, pack_lang),
		    runs);
	t->noted = outer;
	footnote_put(t, value, pack_lang, runs);
}

void expr_put_string(struct tmpl *t, const struct place *place, size_t lang, struct buf *out)
{
	struct runs runs = {0};

	expr_put(t, place, lang, &runs);
	for (size_t i = 0; i < runs.list.count; i++)
		if (runs.list.items[i].kind == RUN_TEXT)
			buf_put(out, runs.list.items[i].text, runs.list.items[i].len);
}

/* ---- sources ---- */

static bool seen(const struct value *const *list, size_t count, const struct value *v)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == v)
			return true;
	return false;
}

static void add_paragraphs(struct tmpl *t, const struct value *source, struct runs *out)
{
	const struct value *list = value_deref(source);

	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *p = value_deref(list->kind == VALUE_LIST ? value_at(list, i) : list);

		if (p && p->kind == VALUE_RECORD && p->as.record.id && !seen(out->sources.items, out->sources.count, p))
			*LIST_ADD(t->arena, &out->sources) = p;
	}
}

/* `sources: true` takes what stands behind the statements shown, `sources: path` what the path leads to. */
static void gather_sources(struct tmpl *t, const struct node *node, const struct runs *runs, struct runs *out)
{
	bool on = false;
	struct result r;

	if (node_bool(node, &on)) {
		for (size_t i = 0; on && i < runs->sources.count; i++)
			add_paragraphs(t, runs->sources.items[i], out);
		return;
	}
	if (!option_word(t, node, "sources"))
		return;
	r = expr_path(t, node->text, node->pos);
	if (r.ok && r.value)
		add_paragraphs(t, r.value, out);
}

/* " [p4, p5]", each id a link to the block that carries it as its label; alone where there is no text before it. */
static void put_sources(struct tmpl *t, const struct node *node, struct runs *runs)
{
	struct runs found = {0};

	gather_sources(t, node, runs, &found);
	if (!found.sources.count)
		return;
	runs->quiet = true;
	if (runs->list.count)
		expand_text(runs, t->arena, no_break_space, strlen(no_break_space), node->pos);
	for (size_t i = 0; i < found.sources.count; i++) {
		const char *id = found.sources.items[i]->as.record.id;

		expand_text(runs, t->arena, i ? ", " : "[", i ? 2 : 1, node->pos);
		runs->dest = id;
		expand_text(runs, t->arena, id, strlen(id), node->pos);
		runs->dest = NULL;
	}
	expand_text(runs, t->arena, "]", 1, node->pos);
	runs->quiet = false;
}

/* ---- results ---- */

struct inline_text expand_finish(struct tmpl *t, struct runs *runs, size_t lang, struct pos pos)
{
	size_t ref = 0;

	typeset_marks(t, runs, lang);
	for (size_t i = 0; i < runs->list.count && !t->absent; i++) {
		struct run *run = &runs->list.items[i];

		if (ref < runs->refs.count && runs->refs.items[ref] == i) {
			*LIST_ADD(t->arena, &t->refs) = (struct cross_ref){run, lang};
			ref++;
		} else if (run->dest) {
			*LIST_ADD(t->arena, &t->jumps) = run;
		}
	}
	return (struct inline_text){runs->list.items, runs->list.count, pos};
}

bool expand_pair(struct tmpl *t, const struct node *node, struct pair *pair, const struct node *sources)
{
	const struct rich_pair *texts = inline_of(t, node);
	bool says = false;

	for (size_t lang = 0; lang < t->lang_count; lang++) {
		const struct rich *rich = texts->lang[lang];
		struct runs runs = {0};

		expand_rich(t, rich, lang, &runs);
		if (!rich || (rich->place_count && !runs.filled))
			continue;
		if (sources)
			put_sources(t, sources, &runs);
		pair->text[lang] = expand_finish(t, &runs, lang, rich->pos);
		says |= runs.list.count > 0;
	}
	return says;
}

bool expand_value_pair(struct tmpl *t, const struct value *value, struct pair *pair, const struct node *sources)
{
	bool says = false;

	for (size_t lang = 0; lang < t->lang_count; lang++) {
		size_t own = t->langs[lang].pack_index;
		struct runs runs = {0};

		expand_value(t, value, own, &runs);
		if (sources && runs.list.count)
			put_sources(t, sources, &runs);
		pair->text[lang] =
			expand_finish(t, &runs, lang, value->kind == VALUE_TEXT ? value->as.text.at[own] : value->pos);
		says |= runs.list.count > 0;
	}
	return says;
}

const char *expand_label(struct tmpl *t, const struct node *node)
{
	const struct rich *rich = inline_of(t, node)->lang[0];
	const char *label = rich ? joined(t, rich->pieces, rich->count, 0) : "";

	return *label ? label : NULL;
}

/*
 * A reference to a source leads nowhere if the template shows no sources, and any link if what it leads to was left out
 * for a limit of pages; neither is a mistake.
 */
void expand_jumps(struct tmpl *t)
{
	for (size_t i = 0; i < t->jumps.count; i++) {
		struct run *run = t->jumps.items[i];
		const struct block *block = map_find(t->labels, run->dest, strlen(run->dest));

		if (block && block->label)
			continue;
		if (!run->quiet && !t->levers.drop_below_priority)
			DIAG(t->diag, TEMPLATE_LABEL_UNKNOWN, locate_text(run->pos, run->dest, strlen(run->dest)),
			     run->dest);
		run->dest = NULL;
	}
}
