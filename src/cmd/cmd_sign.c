/* bifolio sign: a signature behind a finished PDF. */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "cmd_int.h"

enum { SIGN_PDF = INT32_MAX, SIGN_STORE = 1 << 20 };

struct sign_order {
	const char *path, *key, *password, *out;
	struct pdf_signature signature;
};

/* A signature says when it was made, so the clock is asked, unless there is to be none. */
static int64_t sign_time(void)
{
	struct timespec now = {0};
	int64_t seconds = 0;
	if (job_epoch(&seconds))
		return seconds;
	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec;
}

static bool sign_load(struct arena *a, struct diag *diag, const char *path, size_t limit, const char **data,
		      size_t *len)
{
	char *bytes = NULL;
	if (file_read(a, path, limit, &bytes, len) != FILE_OK) {
		DIAG(diag, FILE_UNREADABLE, ((struct pos){0}), path, strerror(errno));
		return false;
	}
	*data = bytes;
	return true;
}

static void sign_file(struct arena *a, struct diag *diag, struct sign_order *order)
{
	struct pdf_input input = {.path = order->path};
	struct pdf_signature *signature = &order->signature;
	struct buf out = {0};
	if (!sign_load(a, diag, order->path, SIGN_PDF, &input.data, &input.len) ||
	    !sign_load(a, diag, order->key, SIGN_STORE, &signature->store, &signature->store_len) ||
	    (order->password && !password_read(a, diag, order->password, &signature->password)))
		return;
	signature->store_path = order->key;
	if (pdf_sign(a, diag, &input, signature, &out) && !file_write(order->out, out.data, out.len))
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), order->out, strerror(errno));
	buf_free(&out);
}

enum exit_status cmd_sign_run(int argc, char **argv)
{
	struct sign_order order = {0};
	const char *messages = NULL;
	const struct option_row rows[] = {
		{"key", 'k', OPTION_TEXT, &order.key},
		{"password-file", 0, OPTION_TEXT, &order.password},
		{"reason", 0, OPTION_TEXT, &order.signature.reason},
		{"output", 'o', OPTION_TEXT, &order.out},
		{"messages", 0, OPTION_TEXT, &messages},
	};
	struct options options = {"sign", rows, COUNT_OF(rows), 1, 1};
	struct diag_print print = {0};
	if (options_read(&options, argc, argv) < 0 || !report_messages("sign", messages, &print))
		return EXIT_USAGE;
	if (!order.key || !order.out)
		return options_wrong("sign", "name the key with --key and the signed file with -o");
	order.path = argv[0];
	order.signature.time = sign_time();

	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	sign_file(arena, diag, &order);
	report_print(diag, print);
	enum exit_status status = diag_exit_status(diag);
	arena_free(arena);
	return status;
}
