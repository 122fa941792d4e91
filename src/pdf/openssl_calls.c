#include "openssl_calls.h"

/* Of one binary interface with the header. */
static const char openssl_library[] = "libcrypto.so.3";
_Static_assert(OPENSSL_VERSION_MAJOR == 3, "OpenSSL 3 is libcrypto.so.3");

static bool load(struct openssl_calls *calls)
{
	bool whole = true;

	OPENSSL_CALLS(LIBRARY_LOAD)
	return whole;
}

bool openssl_calls_open(struct openssl_calls *calls, struct diag *diag)
{
	*calls = (struct openssl_calls){.library = library_open(openssl_library, diag)};
	if (!calls->library)
		return false;
	if (load(calls))
		return true;
	library_missing(diag);
	openssl_calls_close(calls);
	return false;
}

void openssl_calls_close(struct openssl_calls *calls)
{
	library_close(calls->library);
	calls->library = NULL;
}
