/*
 * whereabouts: the pages that cross-references name. What a reference says moves the text, and the text moves what it
 * says; so the flow is set on trial until all of them are true. A reference to its own page says nothing of it.
 */
#include "layout_int.h"

#include <string.h>

/*
 * A reference may say nothing on its own page and so move to another one, where it has to speak and moves back. After some
 * turns it speaks on its own page too; if two numbers take turns even so, it is silent: better than a page that is wrong.
 */
enum { OWN_PAGE_TOO = 4, SILENT = 8 };

struct reference {
	const struct run *run;
	size_t lang;
	const char *says;
	int changes;
	struct anchor *at; /* where the text stands in this trial */
};

struct whereabouts {
	struct arena *arena;
	struct map *references; /* by run and language */
};

static bool names_pages(const struct block *);

/* Notes stand in no block's children. */
static bool names_page(const struct run *run)
{
	return run->kind == RUN_WHERE || (run->note && names_pages(run->note));
}

static bool names_pages(const struct block *b)
{
	bool names = false;

	for (size_t lang = 0; lang < FLOW_LANGS; lang++)
		for (size_t i = 0; i < b->text.text[lang].count && !names; i++)
			names = names_page(&b->text.text[lang].runs[i]);
	for (size_t i = 0; i < b->count && !names; i++)
		names = names_pages(b->children[i]);
	return names;
}

struct whereabouts *whereabouts_new(struct arena *arena, const struct flow *flow)
{
	struct whereabouts *w;

	if (!names_pages(flow->root))
		return NULL;
	w = arena_alloc(arena, sizeof *w);
	w->arena = arena;
	w->references = map_new(arena);
	return w;
}

static struct reference *find(struct whereabouts *w, const struct run *run, size_t lang)
{
	const uintptr_t key[] = {(uintptr_t)run, lang};
	struct reference *r = map_find(w->references, (const char *)key, sizeof key);

	if (r)
		return r;
	r = arena_alloc(w->arena, sizeof *r);
	*r = (struct reference){.run = run, .lang = lang, .says = ""};
	map_put(w->references, (const char *)key, sizeof key, r);
	return r;
}

const char *whereabouts_text(struct galley *g, const struct run *run, size_t lang)
{
	return g->whereabouts && run->dest ? find(g->whereabouts, run, lang)->says : "";
}

struct anchor *whereabouts_at(struct galley *g, const struct run *run, size_t lang)
{
	struct reference *r = g->whereabouts && !g->sketch ? find(g->whereabouts, run, lang) : NULL;

	if (r && !r->at)
		r->at = arena_alloc(g->arena, sizeof *r->at);
	return r ? r->at : NULL;
}

void whereabouts_use(struct galley *g, size_t lane, struct anchor *at)
{
	struct strip *strip = &g->reel->strips.items[galley_at(g) - 1];

	if (at->placed)
		return;
	at->placed = true;
	at->lane = lane;
	at->next = strip->anchors;
	strip->anchors = at;
}

/* What it should have said. */
static const char *truth(struct galley *g, const struct reference *r, const struct pages *pages)
{
	const char *dest = galley_dest(g, r->run->dest, r->lang), *label = NULL, *gap;
	const struct anchor *to = map_find(g->names, dest, strlen(dest));

	if (to && r->at->placed && (to->page != r->at->page || r->changes > OWN_PAGE_TOO))
		label = pages->list.items[to->page].page.label;
	if (!label)
		return "";
	gap = strstr(r->run->text, FLOW_NUMBER);
	if (!gap)
		return r->run->text;
	return arena_printf(g->whereabouts->arena, "%.*s%s%s", (int)(gap - r->run->text), r->run->text, label,
			    gap + strlen(FLOW_NUMBER));
}

bool whereabouts_learn(struct galley *g, const struct pages *pages)
{
	bool changed = false;

	for (size_t i = 0; i < map_count(g->whereabouts->references); i++) {
		struct reference *r = map_value_at(g->whereabouts->references, i);
		const char *says = r->at && r->changes <= SILENT ? truth(g, r, pages) : r->says;

		r->at = NULL; /* belongs to this trial */
		if (!strcmp(says, r->says))
			continue;
		r->says = ++r->changes > SILENT ? "" : says;
		changed = true;
	}
	return changed;
}
