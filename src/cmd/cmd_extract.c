/* bifolio extract: the sources of a document out of its PDF, and whether they make the same PDF again. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd_int.h"

enum { EXTRACT_LIMIT = INT32_MAX };

struct extract {
	struct arena *arena;
	struct diag *diag;
	struct pdf_input input;
	struct pdf_sources sources;
	const char *dir;
	bool force;
	const char *audience; /* the file has to be for; NULL: nobody asks */
};

static const char *extract_path(const struct extract *x, size_t i)
{
	return file_join(x->arena, x->dir, x->sources.files[i].name);
}

/* All are looked at before one is written. */
static bool extract_free(const struct extract *x)
{
	bool well = true;
	for (size_t i = 0; i < x->sources.count && !x->force; i++)
		if (access(extract_path(x, i), F_OK) == 0) {
			DIAG(x->diag, EXTRACT_EXISTS, ((struct pos){0}), extract_path(x, i));
			well = false;
		}
	return well;
}

static bool extract_write(const struct extract *x)
{
	if (!file_make_dirs(x->dir)) {
		DIAG(x->diag, CANNOT_WRITE, ((struct pos){0}), x->dir, strerror(errno));
		return false;
	}
	for (size_t i = 0; i < x->sources.count; i++) {
		const struct pdf_attachment *file = &x->sources.files[i];
		if (file_write(extract_path(x, i), file->data, file->len))
			continue;
		DIAG(x->diag, CANNOT_WRITE, ((struct pos){0}), extract_path(x, i), strerror(errno));
		return false;
	}
	return true;
}

static bool extract_read(struct extract *x)
{
	char *data = NULL;
	if (file_read(x->arena, x->input.path, EXTRACT_LIMIT, &data, &x->input.len) != FILE_OK) {
		DIAG(x->diag, FILE_UNREADABLE, ((struct pos){0}), x->input.path, strerror(errno));
		return false;
	}
	x->input.data = data;
	return pdf_attached(x->arena, x->diag, &x->input, &x->sources);
}

/* ---- to a folder ---- */

static void extract_files(struct extract *x)
{
	if (!extract_read(x) || !extract_free(x) || !extract_write(x))
		return;
	for (size_t i = 0; i < x->sources.count; i++)
		fprintf(stderr, "%s\n", extract_path(x, i));
}

/* ---- verification, in a folder that is gone afterwards ---- */

static bool extract_has_record(const struct extract *x)
{
	for (size_t i = 0; i < x->sources.count; i++)
		if (!strcmp(x->sources.files[i].name, record_name))
			return true;
	DIAG(x->diag, VERIFY_NO_RECORD, ((struct pos){0}), x->input.path);
	return false;
}

/* The first byte in which two files differ; the length of both if they are equal. */
static size_t extract_difference(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t i = 0;
	while (i < a_len && i < b_len && a[i] == b[i])
		i++;
	return i;
}

static void extract_compare(const struct extract *x, const char *again)
{
	char *data = NULL;
	size_t len = 0;
	if (file_read(x->arena, again, EXTRACT_LIMIT, &data, &len) != FILE_OK) {
		DIAG(x->diag, FILE_UNREADABLE, ((struct pos){0}), again, strerror(errno));
		return;
	}
	size_t at = extract_difference(x->input.data, x->input.len, data, len);
	if (at == len && at < x->input.len)
		DIAG(x->diag, VERIFY_ADDED, ((struct pos){0}), x->input.path, arena_printf(x->arena, "%zu", at));
	else if (at < len || at < x->input.len)
		DIAG(x->diag, VERIFY_DIFFERS, ((struct pos){0}), x->input.path, arena_printf(x->arena, "%zu", at));
	else
		fprintf(stderr, "%s: made again from its sources, all %zu bytes are equal\n", x->input.path, len);
}

static bool extract_is_for(const struct extract *x, const struct job_spec *spec)
{
	if (!x->audience || (spec->audience && !strcmp(spec->audience, x->audience)))
		return true;
	DIAG(x->diag, VERIFY_AUDIENCE, ((struct pos){0}), x->input.path,
	     spec->audience ? spec->audience : DIAG_BOTH("the public", "일반 공개"), x->audience);
	return false;
}

static void extract_again(const struct extract *x)
{
	struct job_spec spec = {0};
	if (!record_read(x->arena, x->diag, x->dir, &spec) || !extract_is_for(x, &spec))
		return;
	spec.out = file_join(x->arena, x->dir, "again.pdf");
	struct job_result result = job_run(x->arena, x->diag, &spec);
	if (result.out)
		extract_compare(x, result.out);
	(void)remove(spec.out);
}

static void extract_verify(struct extract *x)
{
	const char *base = getenv("TMPDIR");
	char *dir = arena_printf(x->arena, "%s/bifolio-XXXXXX", base && *base ? base : "/tmp");
	if (!extract_read(x) || !extract_has_record(x))
		return;
	if (x->sources.locked) {
		DIAG(x->diag, VERIFY_LOCKED, ((struct pos){0}), x->input.path);
		return;
	}
	x->dir = mkdtemp(dir);
	if (!x->dir) {
		DIAG(x->diag, CANNOT_WRITE, ((struct pos){0}), dir, strerror(errno));
		return;
	}
	if (extract_write(x))
		extract_again(x);
	for (size_t i = 0; i < x->sources.count; i++)
		(void)remove(extract_path(x, i));
	(void)rmdir(x->dir);
}

enum exit_status cmd_extract_run(int argc, char **argv)
{
	struct extract x = {.dir = "."};
	const char *dir = NULL, *messages = NULL, *password = NULL;
	bool verify = false;
	const struct option_row rows[] = {
		{"directory", 'C', OPTION_TEXT, &dir},   {"force", 'f', OPTION_FLAG, &x.force},
		{"verify", 0, OPTION_FLAG, &verify},     {"password-file", 0, OPTION_TEXT, &password},
		{"messages", 0, OPTION_TEXT, &messages}, {"audience", 0, OPTION_TEXT, &x.audience},
	};
	struct options options = {"extract", rows, COUNT_OF(rows), 1, 1};
	struct diag_print print = {0};
	if (options_read(&options, argc, argv) < 0 || !report_messages("extract", messages, &print))
		return EXIT_USAGE;
	if (verify && (dir || x.force))
		return options_wrong("extract", "--verify writes nothing: leave out -C and --force");
	if (x.audience && !verify)
		return options_wrong("extract", "--audience asks whom a file is for: use it with --verify");
	x.dir = dir ? dir : ".";
	x.input.path = argv[0];

	x.arena = arena_new();
	x.diag = diag_new(x.arena);
	if (!password || password_read(x.arena, x.diag, password, &x.input.password))
		(verify ? extract_verify : extract_files)(&x);
	report_print(x.diag, print);
	enum exit_status status = diag_exit_status(x.diag);
	arena_free(x.arena);
	return status;
}
