/* Findings and results to the terminal. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cmd_int.h"

bool report_messages(const char *command, const char *name, struct diag_print *print)
{
	if (name && strcmp(name, "en") != 0 && strcmp(name, "ko") != 0) {
		options_wrong(command, "--messages takes en or ko, not \"%s\"", name);
		return false;
	}
	print->korean = name && !strcmp(name, "ko");
	return true;
}

void report_print(const struct diag *diag, struct diag_print print)
{
	struct buf out = {0};
	print.colour = isatty(STDERR_FILENO);
	diag_print(diag, &print, &out);
	if (out.len)
		fwrite(out.data, 1, out.len, stderr);
	buf_free(&out);
}

enum exit_status report_output(const char *command, struct buf *out)
{
	bool well = file_write("-", out->data ? out->data : "", out->len);
	buf_free(out);
	if (well)
		return EXIT_DONE;
	fprintf(stderr, "bifolio %s: cannot write to standard output: %s\n", command, strerror(errno));
	return EXIT_IO;
}
