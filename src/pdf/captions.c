/*
 * Captions of figures. PDF 2.0 has a caption inside of what it explains. In the layout it stands beside its figure, before
 * other words and the drawing, because one drawing may be two figures, one a language. Where the target asks for it, each
 * caption moves into the figure of its language, and that figure to where the caption stood: so the title is read first.
 */
#include "pdf_int.h"

#include <string.h>

static const char *lang_of(const struct tag *tag)
{
	while (tag && !tag->lang)
		tag = tag->parent;
	return tag ? tag->lang : "";
}

/* The first figure beside a caption that has none yet and speaks its language; else the first without one. */
static const struct tag *figure_for(const struct writer *w, const struct tag *caption)
{
	const struct tag *other = NULL;

	for (const struct tag_mark *m = caption->parent->marks; m; m = m->next) {
		if (m->kind != MARK_CHILD || m->child->role != TAG_FIGURE || w->tags[m->child->index].caption)
			continue;
		if (!strcmp(lang_of(m->child), lang_of(caption)))
			return m->child;
		other = other ? other : m->child;
	}
	return other;
}

/* The caption alone is a caption where nothing is left for it to explain: then it is a paragraph. */
void captions_join(struct writer *w, const struct tag *tag)
{
	for (const struct tag_mark *m = tag->marks; m; m = m->next) {
		const struct tag *figure;

		if (m->kind != MARK_CHILD)
			continue;
		captions_join(w, m->child);
		if (m->child->role != TAG_CAPTION || tag->role == TAG_FIGURE || tag->role == TAG_TABLE)
			continue;
		figure = figure_for(w, m->child);
		if (!figure)
			continue;
		w->tags[figure->index].caption = m->child;
		w->tags[m->child->index].figure = figure;
	}
}
