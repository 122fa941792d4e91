/*
 * footnote: the notes that texts of the pack have, at their marks, or at the end of the text. A text that stands in two
 * places has one note with two marks.
 */
#include "template_int.h"

#include <string.h>

static struct block *note_of(struct tmpl *t, const struct value *says)
{
	struct block *note = map_find(t->notes, (const char *)&says, sizeof says);

	if (note)
		return note;
	note = arena_alloc(t->arena, sizeof *note);
	*note = (struct block){
		.kind = BLOCK_NOTE, .style = style_find(t, NULL, "footnote"), .pos = says->pos, .span = 1};
	map_put(t->notes, (const char *)&says, sizeof says, note);
	return note;
}

static void fill(struct tmpl *t, struct block *note, const struct value *says, size_t lang)
{
	size_t pack_lang = t->langs[lang].pack_index;
	struct pos pos = says->as.text.at[pack_lang];
	struct runs inner = {0};

	expand_rich(t, inline_pack_text(t, value_text(says, pack_lang), pos), lang, &inner);
	note->text.text[lang] = expand_finish(t, &inner, lang, pos);
}

/* Running lines have no notes, nor have words of a language that is not the place's. */
static void put(struct tmpl *t, const struct value *says, size_t lang, struct runs *runs)
{
	struct block *note;

	if (!says || t->running || runs->lang)
		return;
	note = note_of(t, says);
	if (!note->text.text[lang].count)
		fill(t, note, says, lang);
	*LIST_ADD(t->arena, &runs->list) =
		(struct run){.kind = RUN_NOTE, .text = "", .strong = runs->strong, .note = note, .pos = says->pos};
}

void footnote_mark(struct tmpl *t, const struct note_mark *mark, size_t lang, struct runs *runs)
{
	if (t->noted)
		put(t, note_of_mark(t->noted, mark), lang, runs);
}

void footnote_put(struct tmpl *t, const struct value *text, size_t pack_lang, struct runs *runs)
{
	const char *shown = value_text(lever_text(t, text), pack_lang);
	size_t lang = 0;

	while (lang < t->lang_count && t->langs[lang].pack_index != pack_lang)
		lang++;
	if (text->kind == VALUE_TEXT && lang < t->lang_count && !note_is_marked(shown, NOTE_MARK))
		put(t, text->as.text.note, lang, runs);
}
