/*
 * Texts as they are where marks mean nothing: in drawings, names of files, alternative texts. A reference {ref:ID} to a
 * record becomes its name, with the particle it asks for; marks of notes and of strong words go. A reference to
 * anything else stays as it is: who shows the text finds it.
 */
#include "locale.h"
#include "model_int.h"

#include <string.h>

void plaintext_note(struct builder *b, struct value *text)
{
	bool marked = false;

	for (size_t i = 0; i < b->lang_count && !marked; i++) {
		const char *words = text->as.text.lang[i];

		marked = words && (strstr(words, "{ref:") || strstr(words, "[^") || strstr(words, "**"));
	}
	if (marked)
		*LIST_ADD(b->arena, &b->marked) = text;
}

/* The particle behind a name, by how its record says that it is read. */
static bool put_particle(struct builder *b, const struct value *record, size_t lang, const char *name, const char *pair,
			 size_t len, struct buf *out)
{
	const char *key = arena_printf(b->arena, "reading_%s", b->langs[lang].key);

	return josa_pick(name, value_text(value_field(record, key), 0), arena_strndup(b->arena, pair, len), out);
}

/* len: up to the closing brace. False if it names no record. */
static bool put_reference(struct builder *b, const char *text, size_t len, size_t lang, struct buf *out)
{
	static const char josa[] = "josa:";
	size_t id = strcspn(text, "|}"), start = id;
	const struct value *record, *name;

	while (id && text[id - 1] == ' ')
		id--;
	record = map_find(b->ids, text, id);
	name = record ? value_name(record) : NULL;
	if (!name || !name->as.text.lang[lang])
		return false;
	buf_puts(out, name->as.text.lang[lang]);
	if (start >= len)
		return true;
	text += start + 1 + strspn(text + start + 1, " ");
	if (strncmp(text, josa, sizeof josa - 1) != 0)
		return true;
	text += sizeof josa - 1;
	return put_particle(b, record, lang, name->as.text.lang[lang], text, strcspn(text, " }"), out);
}

/* How many bytes of a mark stand here, after putting what it says; 0: none. */
static size_t put_mark(struct builder *b, const char *at, size_t lang, struct buf *out)
{
	static const char ref[] = "{ref:";
	struct note_mark note;
	size_t before = out->len, len;

	if (!strncmp(at, "**", 2))
		return 2;
	if (*at == '[' && note_mark_find(at, &note) && note.start == 0)
		return note.len;
	len = strncmp(at, ref, sizeof ref - 1) ? 0 : strcspn(at, "}");
	if (!len || !at[len])
		return 0;
	if (put_reference(b, at + sizeof ref - 1, len - (sizeof ref - 1), lang, out))
		return len + 1;
	out->len = before;
	return 0;
}

static const char *plain_of(struct builder *b, const char *text, size_t lang)
{
	struct buf out = {0};
	const char *plain;

	while (*text) {
		size_t len = put_mark(b, text, lang, &out);

		if (!len)
			buf_putc(&out, *text);
		text += len ? len : 1;
	}
	plain = arena_strndup(b->arena, out.len ? out.data : "", out.len);
	buf_free(&out);
	return plain;
}

void plaintext_all(struct builder *b)
{
	for (size_t i = 0; i < b->marked.count; i++) {
		struct value *text = b->marked.items[i];
		const char **plain = arena_array(b->arena, MODEL_LANGS, sizeof *plain);

		for (size_t lang = 0; lang < b->lang_count; lang++)
			if (text->as.text.lang[lang])
				plain[lang] = plain_of(b, text->as.text.lang[lang], lang);
		text->as.text.plain = plain;
	}
}
