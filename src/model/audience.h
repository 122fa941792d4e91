/*
 * Inside of model: what of a pack is for whom. Anything may carry the key `audience`: it is then for these readers only.
 * What is not for the audience of an edition is cut from the tree of nodes before a value is built, so no later stage
 * can show it; what is attached is written anew from the same tree.
 */
#ifndef AUDIENCE_H
#define AUDIENCE_H

#include "model.h"

/* Something that was cut: where it stood, and what it was. */
struct audience_cut {
	struct pos in;   /* of the list or mapping that held it */
	const char *key; /* in a mapping: its key; NULL: it was an entry of a list */
	struct pos pos;  /* of itself */
	const char *who; /* whom it is for: "press, minister" */
};

extern const char audience_key[]; /* "audience" */

struct audience_view {
	struct arena *arena;
	struct diag *diag;
	bool all;         /* nothing is cut, but everything is checked */
	const char *name; /* of the audience; NULL: the public */
	const char *const *known;
	size_t known_count;
	LIST(struct audience_cut) cuts;
	struct map *ids; /* of what was cut: id -> struct audience_cut */
	LIST(const struct node *) named; /* mappings with an id that were cut */
};

/* declared: the node of `audiences`, or NULL. False after a finding: there is no such audience. */
bool audience_open(struct audience_view *, const struct node *declared, struct pos pos);
/* Whether the value of an `audience` names the audience at hand. */
bool audience_is_for(const struct audience_view *, const struct node *audience);
/* What is for the audience; NULL: nothing. */
const struct node *audience_keep(struct audience_view *, const struct node *);
/* The node inside {value: ..., audience: ...}, which is how a bare text has readers; any other node itself. */
const struct node *audience_inner(const struct node *);
/* The last cut from a mapping's key, or the first from a list (key NULL); NULL if there is none. */
const struct audience_cut *audience_find(const struct audience_view *, struct pos in, const char *key);
/* A reference to something that was cut is a finding with both places; false: it names nothing of the kind. */
bool audience_refuse(const struct audience_view *, const char *id, size_t len, struct pos);
/* A second mark for the last finding: what it misses is there, but not for these readers. */
void audience_note(const struct audience_view *, const struct audience_cut *);
/* Findings about what is left: counts, references in texts and names that tell of what was cut. */
void audience_check(const struct audience_view *, const struct value *root, size_t lang_count);

#endif
