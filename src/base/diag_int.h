/*
 * Inside of diag, shared by diag.c, diag_print.c and diag_caret.c and nobody else.
 */
#ifndef DIAG_INT_H
#define DIAG_INT_H

#include "diag.h"

struct diag_lines {
	const struct source_file *file;
	LIST(const char *) starts;
};

struct finding_note {
	struct pos pos;
	const char *en, *ko;
};

struct finding {
	enum diag_code code;
	struct pos pos;
	const char *const *args;
	LIST(struct finding_note) notes;
	size_t order; /* of being added; settles the order of findings at one place */
};

struct diag {
	struct arena *arena;
	struct map *known;    /* key of a finding -> struct finding, in order of adding */
	struct finding *last; /* takes notes; NULL after an equal one was added again */
	size_t counts[DIAG_SYSTEM + 1];
	size_t errors_added;
	size_t more; /* findings that were only counted */
};

/* ---- diag_print.c ---- */

/* All findings in the order of their places; map_count(diag->known) of them, in the list's arena. */
const struct finding **diag_sorted(const struct diag *);
/* The phrase of a finding with its arguments in their places. */
void diag_phrase(const struct finding *, bool korean, struct buf *out);
const char *diag_level_word(enum diag_level); /* "style" and so on, for programs */

/* ---- diag_sarif.c, diag_junit.c ---- */

void diag_sarif(const struct diag *, const struct diag_print *, struct buf *out);
void diag_junit(const struct diag *, const struct diag_print *, struct buf *out);

/* ---- diag_caret.c ---- */

/* Where the lines of the files start that were shown so far; begin with an arena alone. */
struct diag_caret {
	struct arena *arena;
	LIST(struct diag_lines) files;
};
/* The source line and a caret under the place; nothing if there is no such line to show. */
void diag_caret_put(struct diag_caret *, struct pos, bool colour, struct buf *out);
/* Text without what could do harm on a terminal. */
void diag_caret_safe(const char *text, size_t len, struct buf *out);

#endif
