/*
 * Inside of diag, shared by diag.c and diag_print.c and nobody else.
 */
#ifndef DIAG_INT_H
#define DIAG_INT_H

#include "diag.h"

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
	struct map *known;       /* key of a finding -> struct finding, in order of adding */
	struct finding *last;    /* takes notes; NULL after an equal one was added again */
	size_t counts[DIAG_SYSTEM + 1];
	size_t errors_added;
};

#endif
