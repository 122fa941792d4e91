/*
 * Libraries that only few commands need are loaded when they are first asked for: to link libqpdf would cost every build
 * 4 ms at its start, for libstdc++ and GnuTLS behind it.
 */
#ifndef LIBRARY_H
#define LIBRARY_H

#include "diag.h"

void *library_open(const char *name, struct diag *); /* NULL after a finding */
/* call: where a pointer to the function goes. */
bool library_find(void *library, const char *name, void *call);
void library_missing(struct diag *); /* the finding, after library_find() failed */
void library_close(void *library);   /* NULL is allowed */

/* A struct of pointers to functions from a list: #define CALLS(X) X(name) X(other) */
#define LIBRARY_FIELD(name) __typeof__(name) *(name);
#define LIBRARY_LOAD(name) whole = whole && library_find(calls->library, #name, &calls->name);

#endif
