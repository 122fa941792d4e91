/* bifolio check: what is wrong in packs. */
#include <string.h>

#include "cmd_int.h"
#include "lint.h"

static void cmd_check_pack(struct arena *arena, struct diag *diag, const char *path)
{
	const struct pack *pack = model_read(arena, diag, path);
	const char *home = pack ? home_find(arena, diag) : NULL;
	struct lint_options options = {.rules = home ? home_path(arena, home, "data/rules") : NULL};

	if (pack)
		(void)lint_pack(arena, diag, pack, &options);
}

/* Findings are printed pack by pack, so that memory stays that of one pack. */
static enum exit_status cmd_check_text(const char *const *packs, size_t count, struct diag_print print)
{
	enum exit_status worst = EXIT_DONE;
	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		struct diag *diag = diag_new(arena);
		cmd_check_pack(arena, diag, packs[i]);
		report_print(diag, print);
		if (diag_exit_status(diag) > worst)
			worst = diag_exit_status(diag);
		arena_free(arena);
	}
	return worst;
}

/* One JSON document on standard output, whatever the number of packs. */
static enum exit_status cmd_check_json(const char *const *packs, size_t count, struct diag_print print)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct buf out = {0};
	for (size_t i = 0; i < count; i++)
		cmd_check_pack(arena, diag, packs[i]);
	print.form = DIAG_JSON;
	diag_print(diag, &print, &out);
	enum exit_status worst = diag_exit_status(diag), written = report_output("check", &out);
	arena_free(arena);
	return written != EXIT_DONE ? written : worst;
}

enum exit_status cmd_check_run(int argc, char **argv)
{
	const char *format = "text", *messages = NULL;
	const struct option_row rows[] = {
		{"format", 'f', OPTION_TEXT, &format},
		{"messages", 0, OPTION_TEXT, &messages},
	};
	struct options options = {"check", rows, COUNT_OF(rows), 1, SIZE_MAX};
	struct diag_print print = {0};
	int count = options_read(&options, argc, argv);
	if (count < 0 || !report_messages("check", messages, &print))
		return EXIT_USAGE;
	const char *const *packs = (const char *const *)argv;
	if (!strcmp(format, "text"))
		return cmd_check_text(packs, (size_t)count, print);
	if (!strcmp(format, "json"))
		return cmd_check_json(packs, (size_t)count, print);
	return options_wrong("check", "--format takes text or json, not \"%s\"", format);
}
