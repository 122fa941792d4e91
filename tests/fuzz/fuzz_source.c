/* Bytes through source and model: no crash, no leak, and findings that can be printed in every form. */
#include "model.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void print_all(const struct diag *diag)
{
	struct buf out = {0};

	diag_print(diag, &(struct diag_print){.korean = true, .colour = true}, &out);
	diag_print(diag, &(struct diag_print){.form = DIAG_JSON}, &out);
	if (utf8_invalid(out.data, out.len) != out.len)
		BUG("findings are not UTF-8");
	buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const struct node *root = source_parse(arena, diag, "fuzz.yaml", (const char *)data, size);
	const struct pack *pack = model_parse(arena, diag, "fuzz.yaml", (const char *)data, size);
	struct buf out = {0};

	if (root)
		node_dump(root, &out);
	else if (!diag_failed(diag))
		BUG("no tree and no finding");
	if (pack)
		model_dump(pack, &out);
	else if (!diag_failed(diag))
		BUG("no pack and no finding");
	print_all(diag);
	buf_free(&out);
	arena_free(arena);
	return 0;
}
