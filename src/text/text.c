/*
 * The state of one job's text: fonts, faces, styles. Fonts are opened once per path, faces once per list of paths;
 * what a style has shaped is kept with it.
 */
#include "text_int.h"

#include <string.h>

struct text *text_new(struct arena *arena, struct diag *diag, const char *fonts_dir)
{
	struct text *t = arena_alloc(arena, sizeof *t);

	t->arena = arena;
	t->diag = diag;
	t->fonts_dir = arena_strdup(arena, fonts_dir ? fonts_dir : ".");
	t->font_paths = map_new(arena);
	t->faces = map_new(arena);
	t->missing = map_new(arena);
	t->room = arena_alloc(arena, sizeof *t->room);
	t->room->fit.arena = arena;
	t->making = arena_new();
	t->buffer = hb_buffer_create();
	if (!hb_buffer_allocation_successful(t->buffer))
		fatal_memory(sizeof t->buffer);
	return t;
}

void text_free(struct text *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->iterators.count; i++)
		if (t->iterators.items[i].lines)
			ubrk_close(t->iterators.items[i].lines);
	utext_close(t->utext);
	for (size_t i = 0; i < t->styles.count; i++)
		plan_free(t->styles.items[i]);
	for (size_t i = 0; i < t->fonts.count; i++)
		font_close(t->fonts.items[i]);
	buf_free(&t->room->text);
	buf_free(&t->room->key);
	buf_free(&t->room->kinds_room);
	buf_free(&t->room->hyphened);
	hb_buffer_destroy(t->buffer);
	arena_free(t->making);
	t->fonts.count = t->iterators.count = 0;
}

/* Paths are compared as they are written; one that could not be read is reported at each place that names it. */
static const struct font *font_of(struct text *t, const char *path, struct pos pos)
{
	const char *full = path[0] == '/' ? path : file_join(t->arena, t->fonts_dir, path);
	struct font *font = map_find(t->font_paths, full, strlen(full));

	if (font)
		return font;
	font = font_open(t, full, pos);
	if (!font)
		return NULL;
	font->index = t->fonts.count;
	*LIST_ADD(t->arena, &t->fonts) = font;
	map_put(t->font_paths, full, strlen(full), font);
	return font;
}

static const struct face *make_face(struct text *t, const char *const *paths, size_t count, struct pos pos)
{
	struct face *face = arena_alloc(t->arena, sizeof *face);

	face->index = map_count(t->faces);
	face->count = count < UINT8_MAX ? count : UINT8_MAX;
	face->fonts = arena_array(t->arena, count, sizeof *face->fonts);
	for (size_t i = 0; i < count; i++)
		face->fonts[i] = font_of(t, paths[i], pos);
	for (size_t i = 0; i < count; i++)
		if (!face->fonts[i])
			return NULL;
	return count ? face : NULL;
}

const struct face *text_face(struct text *t, const char *const *paths, size_t count, struct pos pos)
{
	return text_face_avoiding(t, paths, count, NULL, pos);
}

const struct face *text_face_avoiding(struct text *t, const char *const *paths, size_t count, const char *avoid,
				      struct pos pos)
{
	struct buf key = {0};
	struct face *face;

	if (avoid)
		buf_puts(&key, avoid);
	buf_putc(&key, '\0');
	for (size_t i = 0; i < count; i++)
		buf_put(&key, paths[i], strlen(paths[i]) + 1);
	face = map_find(t->faces, key.data, key.len);
	if (!face) {
		face = (struct face *)make_face(t, paths, count, pos);
		if (face) {
			face->avoid = avoid ? arena_strdup(t->arena, avoid) : "";
			map_put(t->faces, key.data, key.len, face);
		}
	}
	buf_free(&key);
	return face;
}

size_t text_font_count(const struct text *t)
{
	return t->fonts.count;
}

const struct font *text_font_at(const struct text *t, size_t index)
{
	return t->fonts.items[index];
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_style(const struct text_style *a, const struct text_style *b)
{
	return a->face == b->face && a->size == b->size && a->tabular == b->tabular && same_text(a->lang, b->lang) &&
	       same_text(a->tag, b->tag);
}

struct words *text_words(struct text *t, const struct text_style *style)
{
	struct words *w;
	const char *tag = style->tag ? style->tag : style->lang;

	for (size_t i = 0; i < t->styles.count; i++)
		if (same_style(&t->styles.items[i]->style, style))
			return t->styles.items[i];
	w = arena_alloc(t->arena, sizeof *w);
	w->style = *style;
	w->style.lang = style->lang ? arena_strdup(t->arena, style->lang) : NULL;
	w->style.tag = style->tag ? arena_strdup(t->arena, style->tag) : NULL;
	w->rule = langrule_find(style->lang);
	w->language = tag ? hb_language_from_string(tag, -1) : HB_LANGUAGE_INVALID;
	w->words = map_new(t->arena);
	w->lines = map_new(t->arena);
	*LIST_ADD(t->arena, &t->styles) = w;
	return w;
}
