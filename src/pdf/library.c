#include "library.h"

#include <dlfcn.h>
#include <string.h>

void *library_open(const char *name, struct diag *diag)
{
	void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);

	if (!library)
		library_missing(diag);
	return library;
}

bool library_find(void *library, const char *name, void *call)
{
	void *symbol = dlsym(library, name);

	/* POSIX lets a pointer to data hold one to a function; C has no cast for it. */
	memcpy(call, &symbol, sizeof symbol);
	return symbol != NULL;
}

void library_missing(struct diag *diag)
{
	const char *why = dlerror();

	DIAG(diag, PDF_LIBRARY, ((struct pos){0}), why ? why : "?");
}

void library_close(void *library)
{
	if (library)
		dlclose(library);
}
