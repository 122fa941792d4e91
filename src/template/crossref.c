/*
 * crossref: {ref:ID}, in texts of packs and templates: the name of a record of the pack, or the words of the block with
 * that label, as a link to where the template shows it, and the page that lies on. A record that the template does not show is named without a
 * link, for a text of the pack cannot know which template shows it.
 */
#include "template_int.h"

#include <string.h>

/* ---- records of the pack by their ids ---- */

static void collect(struct tmpl *t, const struct value *value)
{
	if (!value)
		return;
	for (size_t i = 0; value->kind == VALUE_LIST && i < value->as.list.count; i++)
		collect(t, value->as.list.items[i]);
	if (value->kind != VALUE_RECORD)
		return;
	if (value->as.record.id)
		map_put(t->records, value->as.record.id, strlen(value->as.record.id), (void *)value);
	for (size_t i = 0; i < value->as.record.schema->count; i++)
		collect(t, value->as.record.fields[i]);
}

const struct value *crossref_record(struct tmpl *t, const char *id)
{
	if (!t->records) {
		t->records = map_new(t->arena);
		collect(t, t->pack->root);
	}
	return map_find(t->records, id, strlen(id));
}

void crossref_put(struct tmpl *t, const char *id, struct pos pos, size_t lang, struct runs *runs)
{
	const struct value *record = crossref_record(t, id), *name = record ? value_name(record) : NULL;
	const char *text = name ? value_text(name, t->langs[lang].pack_index) : "";
	struct run *run = LIST_ADD(t->arena, &runs->list);

	*run = (struct run){.kind = RUN_TEXT,
			    .text = text,
			    .len = strlen(text),
			    .strong = runs->strong,
			    .url = runs->url,
			    .dest = id,
			    .lang = runs->lang,
			    .pos = pos};
	*LIST_ADD(t->arena, &runs->refs) = runs->list.count - 1;
}

void crossref_where(struct tmpl *t, const char *id, struct pos pos, size_t lang, struct runs *runs)
{
	static const char phrase[] = "reference_page";
	const struct locale *locale = t->langs[lang].locale;
	struct buf words = {0};

	if (t->running || runs->url || !locale_has_phrase(locale, phrase))
		return;
	locale_phrase(locale, phrase, &words, (const char *const[]){"page", FLOW_NUMBER, NULL});
	*LIST_ADD(t->arena, &runs->list) = (struct run){.kind = RUN_WHERE,
							.text = arena_strndup(t->arena, words.data, words.len),
							.len = words.len,
							.strong = runs->strong,
							.dest = id,
							.pos = pos};
	*LIST_ADD(t->arena, &runs->refs) = runs->list.count - 1;
	buf_free(&words);
}

/* ---- when all labels are known ---- */

/* The text of a block, or of the first one in it that has any. */
static const struct inline_text *words_of(const struct block *block, size_t lang)
{
	const struct inline_text *text = block->text.text[lang].count ? &block->text.text[lang] : NULL;

	for (size_t i = 0; i < block->count && !text; i++)
		text = words_of(block->children[i], lang);
	return text;
}

static void take_words(struct tmpl *t, struct run *run, const struct inline_text *text)
{
	struct buf all = {0};

	for (size_t i = 0; text && i < text->count; i++)
		if (text->runs[i].kind == RUN_TEXT && !text->runs[i].quiet)
			buf_put(&all, text->runs[i].text, text->runs[i].len);
	run->text = arena_strndup(t->arena, all.len ? all.data : "", all.len);
	run->len = all.len;
	buf_free(&all);
}

static const char *hint(struct tmpl *t, const char *id)
{
	LIST(const char *) names = {0};

	for (size_t i = 0; i < map_count(t->records); i++)
		*LIST_ADD(t->arena, &names) = ((const struct value *)map_value_at(t->records, i))->as.record.id;
	for (size_t i = 0; i < map_count(t->labels); i++) {
		const struct block *block = map_value_at(t->labels, i);

		if (block->label)
			*LIST_ADD(t->arena, &names) = block->label;
	}
	return option_hint(t, id, names.items, names.count);
}

static void settle(struct tmpl *t, const struct cross_ref *ref)
{
	struct run *run = ref->run;
	const char *id = run->dest;
	const struct block *block = map_find(t->labels, id, strlen(id));
	const struct value *record = crossref_record(t, id);

	if (!block || !block->label || run->url)
		run->dest = NULL;
	if (run->kind == RUN_WHERE) {
		run->len = run->dest ? run->len : 0;
		return;
	}
	if (record || run->len)
		return;
	if (block && block->label) {
		take_words(t, run, words_of(block, ref->lang));
		if (!run->len)
			DIAG(t->diag, TEMPLATE_REF_EMPTY, locate_text(run->pos, id, strlen(id)), id);
	} else if (!t->levers.drop_below_priority) {
		DIAG(t->diag, TEMPLATE_REF, locate_text(run->pos, id, strlen(id)), id, hint(t, id));
	}
}

void crossref_settle(struct tmpl *t)
{
	for (size_t i = 0; i < t->refs.count; i++)
		settle(t, &t->refs.items[i]);
}
