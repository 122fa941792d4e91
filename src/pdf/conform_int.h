/* Between the files of conform only: the check of a layout in the making. */
#ifndef CONFORM_INT_H
#define CONFORM_INT_H

#include "pdf_int.h"

struct conform {
	const struct writer *w;
	int heading;   /* level of the last one */
	bool *reached; /* by tag.index: it is in the tree */
	bool failed;
};

/* A finding of the stage: CONFORM(c, PDF_NO_ALT, pos, "..."). */
#define CONFORM(c, code, pos, ...) (DIAG((c)->w->diag, code, pos, __VA_ARGS__), (c)->failed = true)
#define CONFORM0(c, code, pos) (DIAG0((c)->w->diag, code, pos), (c)->failed = true)

const char *conform_digits(const struct conform *, long long);
bool conform_blank(const char *text);
void conform_text(struct conform *, const char *text, struct pos); /* what goes into a string of the file */
void conform_lang(struct conform *, const char *tag, struct pos);
bool conform_reached(const struct conform *, const struct tag *);
/* The structure, from its root. Sets c->reached. */
void conform_tree(struct conform *);
void conform_marks(struct conform *); /* what every page is marked with (conform_marks.c) */
/* Sequences of ink that the tag holds on a page. */
unsigned conform_chunks(const struct tag *, size_t page);

#endif
