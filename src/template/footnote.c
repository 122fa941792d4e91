/* footnote: the notes that texts of the pack have. A text that stands in two places has one note with two marks. */
#include "template_int.h"

#include <string.h>

static struct block *note_of(struct tmpl *t, const struct value *text)
{
	struct block *note = map_find(t->notes, (const char *)&text, sizeof text);

	if (note)
		return note;
	note = arena_alloc(t->arena, sizeof *note);
	*note = (struct block){
		.kind = BLOCK_NOTE, .style = style_find(t, NULL, "footnote"), .pos = text->as.text.note->pos, .span = 1};
	map_put(t->notes, (const char *)&text, sizeof text, note);
	return note;
}

void footnote_put(struct tmpl *t, const struct value *text, size_t pack_lang, struct runs *runs)
{
	size_t lang = 0;
	const struct value *says = text->as.text.note;
	struct block *note;

	while (lang < t->lang_count && t->langs[lang].pack_index != pack_lang)
		lang++;
	if (!says || t->running || runs->lang || lang == t->lang_count)
		return;
	note = note_of(t, text);
	if (!note->text.text[lang].count) {
		struct runs inner = {0};
		struct pos pos = says->as.text.at[pack_lang];

		expand_rich(t, inline_pack_text(t, value_text(says, pack_lang), pos), lang, &inner);
		note->text.text[lang] = expand_finish(t, &inner, lang, pos);
	}
	*LIST_ADD(t->arena, &runs->list) =
		(struct run){.kind = RUN_NOTE, .text = "", .strong = runs->strong, .note = note, .pos = says->pos};
}
