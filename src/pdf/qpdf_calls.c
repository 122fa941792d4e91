#include "qpdf_calls.h"

#include <dlfcn.h>
#include <qpdf/DLL.h>
#include <string.h>

/* Of one binary interface with the header. */
static const char qpdf_library[] = "libqpdf.so.29";
_Static_assert(QPDF_MAJOR_VERSION == 11, "libqpdf 11 is libqpdf.so.29");

static bool load(void *library, const char *name, void *call)
{
	void *symbol = dlsym(library, name);

	/* POSIX lets a pointer to data hold one to a function; C has no cast for it. */
	memcpy(call, &symbol, sizeof symbol);
	return symbol != NULL;
}

bool qpdf_calls_open(struct qpdf_calls *calls, struct diag *diag)
{
	bool whole = true;

	*calls = (struct qpdf_calls){.library = dlopen(qpdf_library, RTLD_NOW | RTLD_LOCAL)};
#define QPDF_CALL_LOAD(name) whole = whole && load(calls->library, #name, &calls->name);
	if (calls->library) {
		QPDF_CALLS(QPDF_CALL_LOAD)
		if (whole)
			return true;
	}
	DIAG(diag, PDF_LIBRARY, ((struct pos){0}), dlerror());
	qpdf_calls_close(calls);
	return false;
}

void qpdf_calls_close(struct qpdf_calls *calls)
{
	if (calls->library)
		dlclose(calls->library);
	calls->library = NULL;
}
