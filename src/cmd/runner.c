/*
 * Runs batch jobs in child processes, some at once. A child writes its outcome to a file that the parent opened before
 * the fork and already removed from the file system; a crash or a lack of memory ends one child and one job.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cmd_int.h"

struct runner_slot {
	pid_t pid;             /* 0: free */
	size_t job;
	FILE *result;          /* shared with the child */
	struct timespec start;
};

/* What a child leaves at the head of its result file; the findings follow, first as JSON, then as text. */
struct runner_head {
	enum exit_status status;
	size_t pages, bytes, json_len, text_len;
};

static int64_t runner_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000;
}

/* In the child. Never returns. */
BASE_NORETURN static void runner_child(const struct batch_job *job, struct diag_print print, FILE *result)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct job_result r = job_run(arena, diag, &job->spec);
	struct buf json = {0}, text = {0};
	diag_print(diag, &print, &text);
	print.form = DIAG_JSON;
	diag_print(diag, &print, &json);
	struct runner_head head = {r.status, r.pages, r.bytes, json.len, text.len};
	fwrite(&head, sizeof head, 1, result);
	fwrite(json.data, 1, json.len, result);
	fwrite(text.data ? text.data : "", 1, text.len, result);
	_exit(fflush(result) ? EXIT_IO : EXIT_DONE);
}

static void runner_lost(struct arena *a, struct batch_outcome *o, const struct batch_job *job, int wait_status,
			struct diag_print print)
{
	struct diag *diag = diag_new(a);
	struct buf json = {0}, text = {0};
	DIAG(diag, JOB_LOST, job->pos,
	     WIFSIGNALED(wait_status) ? arena_printf(a, "signal %d", WTERMSIG(wait_status))
				      : arena_printf(a, "status %d", WEXITSTATUS(wait_status)));
	diag_print(diag, &print, &text);
	print.form = DIAG_JSON;
	diag_print(diag, &print, &json);
	o->status = EXIT_FAULT;
	o->findings_json = arena_strndup(a, json.data, json.len);
	fprintf(stderr, "%s:\n%s", job->name, text.data);
	buf_free(&json);
	buf_free(&text);
}

static void runner_collect(struct arena *a, struct runner_slot *slot, const struct batch_job *job,
			   struct batch_outcome *o, int wait_status, struct diag_print print)
{
	struct runner_head head;
	o->milliseconds = runner_since(&slot->start);
	rewind(slot->result);
	bool whole = WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0 &&
		     fread(&head, sizeof head, 1, slot->result) == 1;
	char *json = whole ? arena_alloc(a, head.json_len + 1) : NULL;
	char *text = whole ? arena_alloc(a, head.text_len + 1) : NULL;
	whole = whole && fread(json, 1, head.json_len, slot->result) == head.json_len &&
		fread(text, 1, head.text_len, slot->result) == head.text_len;
	fclose(slot->result);
	slot->pid = 0;
	if (!whole) {
		runner_lost(a, o, job, wait_status, print);
		return;
	}
	o->status = head.status;
	o->pages = head.pages;
	o->bytes = head.bytes;
	o->findings_json = json;
	if (head.text_len)
		fprintf(stderr, "%s:\n%s", job->name, text);
}

static void runner_start(struct runner_slot *slot, const struct batch_list *list, size_t job, struct diag_print print)
{
	slot->job = job;
	slot->result = tmpfile();
	clock_gettime(CLOCK_MONOTONIC, &slot->start);
	fflush(NULL);
	slot->pid = slot->result ? fork() : -1;
	if (slot->pid < 0) {
		fprintf(stderr, "bifolio batch: cannot start a job: %s\n", strerror(errno));
		exit(EXIT_FAULT);
	}
	if (slot->pid == 0)
		runner_child(&list->items[job], print, slot->result);
}

/* Waits for one child and takes in its outcome. */
static enum exit_status runner_wait(struct arena *a, struct runner_slot *slots, size_t count,
				    const struct batch_list *list, struct batch_outcome *outcomes,
				    struct diag_print print)
{
	int wait_status = 0;
	pid_t pid;
	while ((pid = waitpid(-1, &wait_status, 0)) < 0)
		if (errno != EINTR)
			BUG("no child to wait for");
	for (size_t i = 0; i < count; i++)
		if (slots[i].pid == pid) {
			size_t job = slots[i].job;
			runner_collect(a, &slots[i], &list->items[job], &outcomes[job], wait_status, print);
			return outcomes[job].status;
		}
	return EXIT_DONE;
}

void runner_run(struct arena *a, const struct batch_list *list, const struct batch_options *options,
		struct batch_outcome *outcomes)
{
	size_t count = (size_t)options->parallel, next = 0, running = 0;
	struct runner_slot *slots = arena_array(a, count, sizeof *slots);
	bool stop = false;
	while (next < list->count || running > 0) {
		for (size_t i = 0; i < count && next < list->count && !stop; i++)
			if (!slots[i].pid) {
				runner_start(&slots[i], list, next++, options->print);
				running++;
			}
		for (; stop && next < list->count; next++)
			outcomes[next].skipped = true;
		if (!running)
			break;
		enum exit_status status = runner_wait(a, slots, count, list, outcomes, options->print);
		running--;
		stop = stop || (options->fail_fast && status != EXIT_DONE);
	}
}
