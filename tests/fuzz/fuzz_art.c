/* Bytes as a picture of the kind that they begin like: no crash, no leak; what is not read is a finding. */
#include "art.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *name_of(const uint8_t *data, size_t size)
{
	if (size > 4 && !memcmp(data, "\x89PNG", 4))
		return "a.png";
	return size > 2 && data[0] == 0xFF ? "a.jpg" : "a.svg";
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const struct art *art = art_parse(arena, diag, name_of(data, size), (const char *)data, size);

	if (!art && !diag_failed(diag))
		abort();
	if (art)
		(void)art_shapes_at(arena, art, art_optical_height(art, 42000) + 1);
	arena_free(arena);
	return 0;
}
