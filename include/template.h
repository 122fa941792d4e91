/*
 * template: a template (YAML) and a pack to a flow. The only stage that knows md4c. Included by cmd.
 *
 * A template names styles, page masters, words in each language, and a body of blocks with loops, conditions and
 * interpolation over the pack's data (docs/templates.md). It may show any pack: it reads paths, never names of countries
 * or instruments. No C code knows the name of a template.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "flow.h"
#include "locale.h"

struct edition {
	const char *langs[FLOW_LANGS];     /* keys, in order: the first stands left or first */
	size_t lang_count;                 /* 1 or 2 */
	enum arrangement arrangement;
	bool embargoed;                    /* an embargo is shown to the public; an audience always sees it */
	struct levers levers;              /* what gives way for a limit of pages; all zero: nothing */
};

/*
 * path: the template's file. Faces are opened through `text`. Adds all findings; NULL if any of them is an error.
 * A language of the edition that the pack, the template or the locales lack is a finding that names what is missing.
 */
const struct flow *template_bind(struct arena *, struct diag *, struct text *, const struct locale_set *,
				 const char *path, const struct pack *, const struct edition *);

/* For `bifolio templates`: the template's `about` in a language, NULL after a finding. */
const char *template_about(struct arena *, struct diag *, const char *path, const char *lang_key);

#endif
