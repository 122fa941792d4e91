/*
 * Texts in several languages: one entry for each language that the pack declares, none more, none blank; the paragraphs
 * of the sources that a statement rests on; a shorter form and notes, which are texts in the same languages.
 */
#include "model_int.h"

#include <string.h>

/* The keys of the pack's languages as words of a message: "en, ko". */
static const char *language_list(struct builder *b)
{
	const char *keys[MODEL_LANGS];

	for (size_t i = 0; i < b->lang_count; i++)
		keys[i] = b->langs[i].key;
	return build_join(b->arena, keys, b->lang_count);
}

static size_t find_language(const struct builder *b, const char *key)
{
	size_t i = 0;

	while (i < b->lang_count && strcmp(b->langs[i].key, key) != 0)
		i++;
	return i;
}

/* inner: a shorter form or a note, which has nothing beside its languages. */
static void unknown_key(struct builder *b, const struct node *key, bool inner)
{
	static const char *const others[] = {"source", "shorter", "note", "notes", "audience"};
	const char *candidates[MODEL_LANGS + COUNT_OF(others)], *nearest;
	size_t count = b->lang_count;

	for (size_t i = 0; i < b->lang_count; i++)
		candidates[i] = b->langs[i].key;
	for (size_t i = 0; i < COUNT_OF(others) && !inner; i++)
		candidates[count++] = others[i];
	nearest = build_nearest(b, key->text, candidates, count);
	if (nearest)
		DIAG(b->diag, TEXT_KEY_NEAR, key->pos, key->text, nearest);
	else
		DIAG(b->diag, TEXT_LANGUAGE, key->pos, key->text, language_list(b));
}

static bool is_blank(const char *text)
{
	return !text[strspn(text, " \t\r\n")];
}

static void read_language(struct builder *b, const char *name, size_t lang, const struct node *node,
			  struct value *value)
{
	value->as.text.at[lang] = node->pos;
	if (node->kind == NODE_SCALAR && (node_is_null(node) || is_blank(node->text)))
		DIAG(b->diag, TEXT_BLANK, node->pos, name, b->langs[lang].key);
	else
		value->as.text.lang[lang] = build_scalar(b, node, b->langs[lang].key);
}

static struct value *build_text(struct builder *, const struct schema_field *, const struct node *, bool inner);

static const struct value *read_inner(struct builder *b, const struct node_entry *entry)
{
	const struct schema_field field = {entry->key->text, FIELD_TEXT, false, false, NULL, NULL, ""};

	return build_text(b, &field, entry->value, true);
}

/* `notes`: by the ids that stand in marks. */
static void read_notes(struct builder *b, const struct node_entry *entry, struct value *value)
{
	const struct node *node = entry->value;
	struct text_note *notes;

	if (node->kind != NODE_MAP || !node->count) {
		build_wrong_type(b, node, entry->key->text, NODE_MAP);
		return;
	}
	notes = arena_array(b->arena, node->count, sizeof *notes);
	for (size_t i = 0; i < node->count; i++) {
		const struct value *text = read_inner(b, &node->entries[i]);

		if (text)
			notes[value->as.text.note_count++] = (struct text_note){node->entries[i].key->text, text};
	}
	value->as.text.notes = notes;
}

static void read_entry(struct builder *b, const char *name, const struct node_entry *entry, struct value *value,
		       bool inner)
{
	static const struct schema_field source = {"source", FIELD_REF, true, true, "paragraph", NULL, ""};
	size_t lang = find_language(b, entry->key->text);

	if (entry->value->lost)
		return;
	if (!strcmp(entry->key->text, audience_key))
		return;
	if (!inner && !strcmp(entry->key->text, source.name))
		value->as.text.source = build_refs(b, &source, entry->value);
	else if (!inner && !strcmp(entry->key->text, "shorter"))
		value->as.text.shorter = read_inner(b, entry);
	else if (!inner && !strcmp(entry->key->text, "note"))
		value->as.text.note = read_inner(b, entry);
	else if (!inner && !strcmp(entry->key->text, "notes"))
		read_notes(b, entry, value);
	else if (lang < b->lang_count)
		read_language(b, name, lang, entry->value, value);
	else if (b->lang_count)
		unknown_key(b, entry->key, inner);
}

static void check_complete(struct builder *b, const struct schema_field *field, const struct node *node)
{
	for (size_t i = 0; i < b->lang_count; i++) {
		if (node_find(node, b->langs[i].key))
			continue;
		DIAG(b->diag, TEXT_MISSING, node->pos, field->name, b->langs[i].key);
		diag_note(b->diag, b->lang_at[i], "the language is declared here", "언어는 여기에 선언되어 있습니다");
	}
	if (field->kind == FIELD_STATEMENT && !node_find(node, "source"))
		DIAG(b->diag, NO_SOURCE, node->pos, field->name);
}

static struct value *build_text(struct builder *b, const struct schema_field *field, const struct node *node,
				bool inner)
{
	struct value *value;

	if (node->kind != NODE_MAP && b->lang_count && !node_is_null(node)) {
		DIAG(b->diag, TEXT_NO_LANGUAGE, node->pos, field->name, language_list(b));
		return NULL;
	}
	if (node->kind != NODE_MAP) {
		build_wrong_type(b, node, field->name, NODE_MAP);
		return NULL;
	}
	value = build_new(b, VALUE_TEXT, node->pos);
	for (size_t i = 0; i < node->count; i++)
		read_entry(b, field->name, &node->entries[i], value, inner);
	check_complete(b, field, node);
	if (!inner)
		notemark_check(b, value);
	plaintext_note(b, value);
	return value;
}

struct value *langtext_build(struct builder *b, const struct schema_field *field, const struct node *node)
{
	return build_text(b, field, node, false);
}
