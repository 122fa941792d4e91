/* bifolio templates, schema, explain: what the program knows about itself. */
#include <string.h>

#include "cmd_int.h"
#include "template.h"

enum exit_status info_templates_run(int argc, char **argv)
{
	struct options options = {"templates", NULL, 0, 0, 0};
	if (options_read(&options, argc, argv) < 0)
		return EXIT_USAGE;
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct buf out = {0};
	const char *const *names = NULL;
	const char *home = home_find(arena, diag);
	size_t count = home ? home_templates(arena, home, &names) : 0;
	for (size_t i = 0; i < count; i++) {
		const char *path = home_template(arena, diag, home, names[i]);
		const char *about = template_about(arena, diag, path, "en");
		buf_printf(&out, "%-12s %s\n", names[i], about ? about : "");
	}
	enum exit_status written = report_output("templates", &out);
	report_print(diag, (struct diag_print){0});
	enum exit_status status = diag_exit_status(diag);
	arena_free(arena);
	return written != EXIT_DONE ? written : status;
}

enum exit_status info_schema_run(int argc, char **argv)
{
	bool markdown = false;
	const struct option_row rows[] = {{"markdown", 0, OPTION_FLAG, &markdown}};
	struct options options = {"schema", rows, COUNT_OF(rows), 1, 1};
	struct buf out = {0};
	if (options_read(&options, argc, argv) < 0)
		return EXIT_USAGE;
	if (!strcmp(argv[0], "pack"))
		(markdown ? schema_reference : schema_json)(&out);
	else if (!strcmp(argv[0], "jobs"))
		(markdown ? schema_format_reference : schema_format_json)(jobs_records, jobs_record_count, &out);
	else
		return options_wrong("schema", "there is a schema of: pack, jobs");
	return report_output("schema", &out);
}

static const char *info_level(enum diag_level level)
{
	static const char *const names[] = {
		[DIAG_STYLE] = "style", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
		[DIAG_REFUSAL] = "refusal", [DIAG_SYSTEM] = "system",
	};
	return names[level];
}

/* Without a code: the whole list, as the manual has it. */
static void info_list(struct buf *out)
{
	for (int code = 0; code < DIAG_CODES; code++) {
		const struct diag_entry *e = diag_entry_at((enum diag_code)code);
		buf_printf(out, "%-24s %-8s %s\n", e->name, info_level(e->level), e->en);
	}
}

/* The manual of findings, for docs/. */
static void info_manual(struct buf *out)
{
	buf_puts(out, "# Findings\n\nMade from the list in the source by `bifolio explain --markdown`. {0}, {1} stand for what "
		      "a finding is about.\n");
	for (int code = 0; code < DIAG_CODES; code++) {
		const struct diag_entry *e = diag_entry_at((enum diag_code)code);
		buf_printf(out, "\n## %s\n\n*%s.* %s\n\n%s\n\n%s\n", e->name, info_level(e->level), e->en, e->ko, e->help);
	}
}

enum exit_status info_explain_run(int argc, char **argv)
{
	bool markdown = false;
	const struct option_row rows[] = {{"markdown", 0, OPTION_FLAG, &markdown}};
	struct options options = {"explain", rows, COUNT_OF(rows), 0, 1};
	struct buf out = {0};
	int count = options_read(&options, argc, argv);
	if (count < 0)
		return EXIT_USAGE;
	if (count == 0) {
		(markdown ? info_manual : info_list)(&out);
		return report_output("explain", &out);
	}
	const struct diag_entry *e = diag_entry_find(argv[0]);
	if (!e)
		return options_wrong("explain", "there is no finding \"%s\"; bifolio explain lists them all", argv[0]);
	buf_printf(&out, "%s (%s)\n\n%s\n%s\n\n%s\n", e->name, info_level(e->level), e->en, e->ko, e->help);
	return report_output("explain", &out);
}
