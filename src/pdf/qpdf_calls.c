#include "qpdf_calls.h"

#include <qpdf/DLL.h>

/* Of one binary interface with the header. */
static const char qpdf_library[] = "libqpdf.so.29";
_Static_assert(QPDF_MAJOR_VERSION == 11, "libqpdf 11 is libqpdf.so.29");

static bool load(struct qpdf_calls *calls)
{
	bool whole = true;

	QPDF_CALLS(LIBRARY_LOAD)
	return whole;
}

bool qpdf_calls_open(struct qpdf_calls *calls, struct diag *diag)
{
	*calls = (struct qpdf_calls){.library = library_open(qpdf_library, diag)};
	if (!calls->library)
		return false;
	if (load(calls))
		return true;
	library_missing(diag);
	qpdf_calls_close(calls);
	return false;
}

void qpdf_calls_close(struct qpdf_calls *calls)
{
	library_close(calls->library);
	calls->library = NULL;
}
