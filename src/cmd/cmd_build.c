/* bifolio build: one pack, one edition, one file. */
#include <string.h>

#include "cmd_int.h"

static const char *const cmd_build_dumps[] = {
	[JOB_DUMP_MODEL] = "model", [JOB_DUMP_FLOW] = "flow", [JOB_DUMP_LAYOUT] = "layout", [JOB_DUMP_TAGS] = "tags",
};

static bool cmd_build_dump(const char *name, enum job_dump *dump)
{
	for (size_t i = JOB_DUMP_MODEL; name && i < COUNT_OF(cmd_build_dumps); i++)
		if (!strcmp(cmd_build_dumps[i], name)) {
			*dump = (enum job_dump)i;
			return true;
		}
	return !name;
}

enum exit_status cmd_build_run(int argc, char **argv)
{
	struct job_spec spec = {0};
	const char *dump = NULL, *messages = NULL, *conform = NULL, *password = NULL;
	const struct option_row rows[] = {
		{"template", 't', OPTION_TEXT, &spec.template_name}, {"lang", 'l', OPTION_TEXT, &spec.langs},
		{"arrange", 'a', OPTION_TEXT, &spec.arrange},        {"pages", 'p', OPTION_COUNT, &spec.max_pages},
		{"output", 'o', OPTION_TEXT, &spec.out},             {"dump", 0, OPTION_TEXT, &dump},
		{"messages", 0, OPTION_TEXT, &messages},             {"conform", 0, OPTION_TEXT, &conform},
		{"password-file", 0, OPTION_TEXT, &password},        {"audience", 0, OPTION_TEXT, &spec.audience},
		{"embargoed", 0, OPTION_FLAG, &spec.embargoed},      {"unchecked", 0, OPTION_FLAG, &spec.unchecked},
	};
	struct options options = {"build", rows, COUNT_OF(rows), 1, 1};
	struct diag_print print = {0};
	enum arrangement unused;
	if (options_read(&options, argc, argv) < 0 || !report_messages("build", messages, &print))
		return EXIT_USAGE;
	if (!cmd_build_dump(dump, &spec.dump))
		return options_wrong("build", "--dump takes model, flow, layout or tags, not \"%s\"", dump);
	if (spec.arrange && !job_arrangement(spec.arrange, &unused))
		return options_wrong("build", "--arrange takes parallel, blocks, facing or sequence, not \"%s\"", spec.arrange);
	if (conform && !pdf_conform_find(conform, &spec.conform))
		return options_wrong("build", "--conform takes " PDF_CONFORM_NAMES ", not \"%s\"", conform);
	if (password && !pdf_conform_locks(spec.conform))
		return options_wrong("build", "an archive has no password: choose --conform ua1 or ua2 with --password-file");
	spec.pack = argv[0];

	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct job_result result = {0};
	if (!password || password_read(arena, diag, password, &spec.password))
		result = job_run(arena, diag, &spec);
	else
		result.status = diag_exit_status(diag);
	report_print(diag, print);
	if (result.out && strcmp(result.out, "-") != 0)
		fprintf(stderr, "%s: %zu pages, %zu bytes\n", result.out, result.pages, result.bytes);
	arena_free(arena);
	return result.status;
}
