/*
 * lexicon: the template's own labels, by key and language. Only the languages of the edition are asked for, so a
 * template may gain a language key by key.
 */
#include "template_int.h"

#include <string.h>

void lexicon_load(struct tmpl *t)
{
	const struct node *words = node_find(t->root, "words");

	if (!words || !option_is_map(t, words, "words"))
		return;
	for (size_t i = 0; i < words->count; i++) {
		const struct node *key = words->entries[i].key, *value = words->entries[i].value;

		map_put(t->words, key->text, key->len, (void *)value);
		for (size_t lang = 0; lang < t->lang_count; lang++)
			lexicon_find(t, key->text, key->pos, lang);
	}
}

const struct rich *lexicon_find(struct tmpl *t, const char *key, struct pos pos, size_t lang)
{
	const struct node *word = map_find(t->words, key, strlen(key));
	const struct node *text = word;

	if (!word) {
		DIAG(t->diag, TEMPLATE_WORD, locate_text(pos, key, strlen(key)), key,
		     option_hint_map(t, key, t->words));
		return NULL;
	}
	if (word->kind == NODE_MAP)
		text = node_find(word, t->langs[lang].key);
	if (!text || text->kind != NODE_SCALAR) {
		DIAG(t->diag, TEMPLATE_WORD_LANGUAGE, word->pos, key, t->langs[lang].key);
		return NULL;
	}
	return inline_pack_text(t, text->text, text->pos);
}
