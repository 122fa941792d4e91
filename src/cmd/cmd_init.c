/* bifolio init: starts a new pack from the starter in templates/starter/. */
#include <errno.h>
#include <string.h>

#include "cmd_int.h"

enum { INIT_LIMIT = 1 << 20 };

static void cmd_init_copy(struct arena *a, struct diag *diag, const char *from, const char *dir)
{
	char *data = NULL;
	size_t len = 0;
	const char *to = file_join(a, dir, strrchr(from, '/') + 1);
	if (file_read(a, from, INIT_LIMIT, &data, &len) != FILE_OK)
		DIAG(diag, FILE_UNREADABLE, ((struct pos){0}), from, strerror(errno));
	else if (!file_write(to, data, len))
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), to, strerror(errno));
	else
		fprintf(stderr, "%s\n", to);
}

/* Never over a pack that is there. */
static void cmd_init_folder(struct arena *a, struct diag *diag, const char *home, const char *dir)
{
	const char **files = NULL, **there = NULL;
	size_t count = file_list(a, home_path(a, home, "templates/starter"), ".yaml", &files);
	if (file_list(a, dir, ".yaml", &there)) {
		DIAG(diag, INIT_NOT_EMPTY, ((struct pos){0}), dir, there[0]);
		return;
	}
	if (!file_make_dirs(dir)) {
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), dir, strerror(errno));
		return;
	}
	for (size_t i = 0; i < count; i++)
		cmd_init_copy(a, diag, files[i], dir);
	if (!diag_failed(diag))
		fprintf(stderr, "Edit it, then: bifolio build %s\n", dir);
}

enum exit_status cmd_init_run(int argc, char **argv)
{
	struct options options = {"init", NULL, 0, 1, 1};
	if (options_read(&options, argc, argv) < 0)
		return EXIT_USAGE;
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const char *home = home_find(arena, diag);
	if (home)
		cmd_init_folder(arena, diag, home, argv[0]);
	report_print(diag, (struct diag_print){0});
	enum exit_status status = diag_exit_status(diag);
	arena_free(arena);
	return status;
}
