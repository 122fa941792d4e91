/* bifolio batch: packs x editions in parallel, with a report for CI. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd_int.h"

/* Keeps every N-th job from the I-th on: shards of one list are disjoint and together the whole. */
static bool cmd_batch_shard(const char *shard, struct batch_list *list)
{
	char *end = NULL;
	long index = strtol(shard, &end, 10);
	if (end == shard || *end != '/')
		return false;
	const char *of = end + 1;
	long total = strtol(of, &end, 10);
	if (end == of || *end || total < 1 || index < 1 || index > total)
		return false;
	size_t kept = 0;
	for (size_t i = (size_t)index - 1; i < list->count; i += (size_t)total)
		list->items[kept++] = list->items[i];
	list->count = kept;
	return true;
}

static bool cmd_batch_make_folders(struct arena *a, struct diag *diag, const struct batch_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const char *out = list->items[i].spec.out, *slash = strrchr(out, '/');
		const char *dir = slash ? arena_strndup(a, out, (size_t)(slash - out)) : ".";
		if (*dir && !file_make_dirs(dir)) {
			DIAG(diag, CANNOT_WRITE, list->items[i].pos, dir, strerror(errno));
			return false;
		}
	}
	return true;
}

static void cmd_batch_report_job(struct buf *out, const struct batch_job *job, const struct batch_outcome *o)
{
	const char *state = o->skipped ? "skipped" : o->status == EXIT_DONE ? "done" : "failed";
	buf_puts(out, "{\"name\":");
	buf_json(out, job->name);
	buf_puts(out, ",\"pack\":");
	buf_json(out, job->spec.pack);
	buf_puts(out, ",\"langs\":");
	buf_json(out, job->spec.langs);
	buf_puts(out, ",\"out\":");
	buf_json(out, job->spec.out);
	buf_printf(out, ",\"state\":\"%s\",\"status\":%d,\"pages\":%zu,\"bytes\":%zu,\"milliseconds\":%lld", state,
		   (int)o->status, o->pages, o->bytes, (long long)o->milliseconds);
	/* The findings of a child are a document of their own: {"findings":[...]}. */
	const char *list = o->findings_json ? strchr(o->findings_json, '[') : NULL;
	const char *last = list ? strrchr(list, ']') : NULL;
	buf_puts(out, ",\"findings\":");
	if (last)
		buf_put(out, list, (size_t)(last - list) + 1);
	else
		buf_puts(out, "[]");
	buf_puts(out, "}");
}

static enum exit_status cmd_batch_write_report(const char *path, const struct batch_list *list,
					   const struct batch_outcome *outcomes)
{
	struct buf out = {0};
	size_t failed = 0, skipped = 0;
	for (size_t i = 0; i < list->count; i++) {
		skipped += outcomes[i].skipped;
		failed += !outcomes[i].skipped && outcomes[i].status != EXIT_DONE;
	}
	buf_printf(&out, "{\"done\":%zu,\"failed\":%zu,\"skipped\":%zu,\"jobs\":[", list->count - failed - skipped, failed,
		   skipped);
	for (size_t i = 0; i < list->count; i++) {
		buf_puts(&out, i ? ",\n" : "\n");
		cmd_batch_report_job(&out, &list->items[i], &outcomes[i]);
	}
	buf_puts(&out, "\n]}\n");
	bool well = !path || file_write(path, out.data, out.len);
	if (!well)
		fprintf(stderr, "bifolio batch: cannot write %s: %s\n", path, strerror(errno));
	buf_free(&out);
	fprintf(stderr, "%zu done, %zu failed, %zu skipped\n", list->count - failed - skipped, failed, skipped);
	return well ? EXIT_DONE : EXIT_IO;
}

static enum exit_status cmd_batch_worst(const struct batch_list *list, const struct batch_outcome *outcomes)
{
	enum exit_status worst = EXIT_DONE;
	for (size_t i = 0; i < list->count; i++)
		if (outcomes[i].status > worst)
			worst = outcomes[i].status;
	return worst;
}

static enum exit_status cmd_batch_all(struct arena *a, struct diag *diag, struct batch_list *list,
				  const struct batch_options *options, const char *report)
{
	if (!cmd_batch_make_folders(a, diag, list))
		return diag_exit_status(diag);
	struct batch_outcome *outcomes = arena_array(a, list->count, sizeof *outcomes);
	runner_run(a, list, options, outcomes);
	enum exit_status written = cmd_batch_write_report(report, list, outcomes);
	enum exit_status worst = cmd_batch_worst(list, outcomes);
	return worst > written ? worst : written;
}

static int cmd_batch_cores(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > 64 ? 64 : (int)n;
}

enum exit_status cmd_batch_run(int argc, char **argv)
{
	struct batch_options batch = {.parallel = cmd_batch_cores()};
	const char *shard = NULL, *report = NULL, *messages = NULL;
	bool keep_going = false; /* the default; kept because scripts say it */
	const struct option_row rows[] = {
		{"jobs", 'j', OPTION_COUNT, &batch.parallel},     {"shard", 0, OPTION_TEXT, &shard},
		{"report", 0, OPTION_TEXT, &report},              {"fail-fast", 0, OPTION_FLAG, &batch.fail_fast},
		{"keep-going", 'k', OPTION_FLAG, &keep_going},    {"messages", 0, OPTION_TEXT, &messages},
	};
	struct options options = {"batch", rows, COUNT_OF(rows), 1, 1};
	if (options_read(&options, argc, argv) < 0 || !report_messages("batch", messages, &batch.print))
		return EXIT_USAGE;
	if (keep_going && batch.fail_fast)
		return options_wrong("batch", "--keep-going and --fail-fast exclude each other");
	if (batch.parallel > 1024)
		batch.parallel = 1024;

	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct batch_list list = {0};
	enum exit_status status = EXIT_PACK;
	if (!jobs_read(arena, diag, argv[0], &list))
		status = diag_exit_status(diag);
	else if (shard && !cmd_batch_shard(shard, &list))
		status = options_wrong("batch", "--shard takes I/N, such as 2/4, not \"%s\"", shard);
	else
		status = cmd_batch_all(arena, diag, &list, &batch, report);
	report_print(diag, batch.print);
	arena_free(arena);
	return status;
}
