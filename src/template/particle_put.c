/* particle_put: the filter josa, a particle in the form that the letters before it ask for. */
#include "template_int.h"

/* Whether how a word is read can matter: only foreign letters have a reading. */
static bool has_letters(const struct buf *text)
{
	for (size_t i = 0; i < text->len; i++)
		if ((text->data[i] >= 'A' && text->data[i] <= 'Z') || (text->data[i] >= 'a' && text->data[i] <= 'z'))
			return true;
	return false;
}

bool particle_put(struct tmpl *t, const char *pair, const char *reading, size_t before, struct runs *runs)
{
	struct buf text = {0}, form = {0};
	struct pos pos = runs->list.items[before].pos;
	bool known;

	for (size_t i = before; i < runs->list.count; i++)
		if (runs->list.items[i].kind == RUN_TEXT)
			buf_put(&text, runs->list.items[i].text, runs->list.items[i].len);
	known = text.len && josa_pick(text.data, has_letters(&text) ? reading : NULL, pair, &form);
	if (known)
		expand_text(runs, t->arena, arena_strndup(t->arena, form.data, form.len), form.len, pos);
	buf_free(&text);
	buf_free(&form);
	return known;
}
