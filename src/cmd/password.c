/* Passwords come from files: what stands on a command line can be read by every user of the machine. */
#include <errno.h>
#include <string.h>

#include "cmd_int.h"

/* Longest password of AES-256 in PDF. */
enum { PASSWORD_MOST = 127, PASSWORD_FILE = 4096 };

bool password_read(struct arena *a, struct diag *diag, const char *path, const char **password)
{
	char *text = NULL;
	size_t len = 0;
	if (file_read(a, path, PASSWORD_FILE, &text, &len) != FILE_OK) {
		DIAG(diag, FILE_UNREADABLE, ((struct pos){0}), path, strerror(errno));
		return false;
	}
	size_t line = strcspn(text, "\r\n"), end = line + strspn(text + line, "\r\n");
	if (!line || line > PASSWORD_MOST || end < len || utf8_invalid(text, len) < len) {
		DIAG(diag, PASSWORD_FORM, ((struct pos){0}), path);
		return false;
	}
	text[line] = '\0';
	*password = text;
	return true;
}
