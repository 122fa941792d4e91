/*
 * Marks of notes in texts: `[^fees]` stands where the raised number goes. Each mark has a note, and each note of `notes` a
 * mark in every language; what `note` says stands at the end of the text unless `[^note]` puts it elsewhere.
 */
#include "model_int.h"

#include <string.h>

bool note_mark_find(const char *text, struct note_mark *out)
{
	for (const char *at = strstr(text, "[^"); at; at = strstr(at + 2, "[^")) {
		size_t len = strspn(at + 2, "abcdefghijklmnopqrstuvwxyz0123456789-");

		if (!len || at[2 + len] != ']')
			continue;
		*out = (struct note_mark){.start = (size_t)(at - text), .len = len + 3, .id = at + 2, .id_len = len};
		return true;
	}
	return false;
}

static bool is_called(const struct note_mark *mark, const char *id)
{
	return strlen(id) == mark->id_len && !memcmp(mark->id, id, mark->id_len);
}

const struct value *note_of_mark(const struct value *text, const struct note_mark *mark)
{
	for (size_t i = 0; i < text->as.text.note_count; i++)
		if (is_called(mark, text->as.text.notes[i].id))
			return text->as.text.notes[i].text;
	return is_called(mark, NOTE_MARK) ? text->as.text.note : NULL;
}

bool note_is_marked(const char *text, const char *id)
{
	struct note_mark mark;

	for (; note_mark_find(text, &mark); text += mark.start + mark.len)
		if (is_called(&mark, id))
			return true;
	return false;
}

/* ---- checks ---- */

static void unknown_mark(struct builder *b, const struct value *owner, const struct note_mark *mark, struct pos pos)
{
	const char **names = arena_array(b->arena, owner->as.text.note_count + 1, sizeof *names);
	const char *id = arena_strndup(b->arena, mark->id, mark->id_len), *nearest;
	size_t count = 0;

	for (; count < owner->as.text.note_count; count++)
		names[count] = owner->as.text.notes[count].id;
	if (owner->as.text.note)
		names[count++] = NOTE_MARK;
	nearest = count ? build_nearest(b, id, names, count) : NULL;
	DIAG(b->diag, NOTE_UNKNOWN, locate_text(pos, mark->id - 2, mark->len), id,
	     nearest                  ? arena_printf(b->arena, "[^%s]", nearest)
	     : !strcmp(id, NOTE_MARK) ? "note: {…}"
				      : arena_printf(b->arena, "notes: {%s: …}", id));
}

static void check_marks(struct builder *b, const struct value *owner, const struct value *text, size_t lang)
{
	struct note_mark mark;

	for (const char *at = text->as.text.lang[lang]; at && note_mark_find(at, &mark); at += mark.start + mark.len)
		if (!note_of_mark(owner, &mark))
			unknown_mark(b, owner, &mark, text->as.text.at[lang]);
}

/* A note has no notes. */
static void check_bare(struct builder *b, const struct value *note, size_t lang)
{
	struct note_mark mark;
	const char *text = note->as.text.lang[lang];

	if (text && note_mark_find(text, &mark))
		DIAG(b->diag, NOTE_IN_NOTE, locate_text(note->as.text.at[lang], mark.id - 2, mark.len),
		     arena_strndup(b->arena, mark.id, mark.id_len));
}

void notemark_check(struct builder *b, const struct value *text)
{
	for (size_t lang = 0; lang < b->lang_count; lang++) {
		check_marks(b, text, text, lang);
		if (text->as.text.shorter)
			check_marks(b, text, text->as.text.shorter, lang);
		if (text->as.text.note)
			check_bare(b, text->as.text.note, lang);
		for (size_t i = 0; i < text->as.text.note_count; i++) {
			const struct text_note *note = &text->as.text.notes[i];

			check_bare(b, note->text, lang);
			if (text->as.text.lang[lang] && !note_is_marked(text->as.text.lang[lang], note->id))
				DIAG(b->diag, NOTE_UNMARKED, note->text->pos, note->id, b->langs[lang].key);
		}
	}
}
