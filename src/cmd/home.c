/* Where templates and fonts are, and which file a template's name means. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd_int.h"
#include "source.h"

enum { PATH_MOST = 4096 };

static bool home_is(struct arena *a, const char *dir)
{
	return file_is_dir(file_join(a, dir, "templates")) && file_is_dir(file_join(a, dir, "fonts"));
}

/* The folder of the running program, without its last slash. */
static const char *home_program_dir(struct arena *a)
{
	char path[PATH_MOST];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	if (n <= 0)
		return NULL;
	path[n] = '\0';
	char *slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
	return arena_strdup(a, path);
}

static const char *home_from_program(struct arena *a)
{
	char *dir = arena_strdup(a, home_program_dir(a) ? home_program_dir(a) : "");
	const char *shared = arena_printf(a, "%s/../share/bifolio", dir);
	if (home_is(a, shared))
		return shared;
	while (*dir) {
		if (home_is(a, dir))
			return dir;
		char *slash = strrchr(dir, '/');
		if (!slash)
			break;
		*slash = '\0';
	}
	return home_is(a, ".") ? "." : NULL;
}

const char *home_find(struct arena *a, struct diag *diag)
{
	const char *set = getenv("BIFOLIO_HOME");
	const char *home = set && *set ? (home_is(a, set) ? set : NULL) : home_from_program(a);
	if (!home)
		DIAG(diag, NO_HOME, ((struct pos){0}), set && *set ? set : "the program's folder");
	return home;
}

const char *home_path(struct arena *a, const char *home, const char *below)
{
	return file_join(a, home, below);
}

/* Files in templates/ that are no templates. */
static bool home_is_support(const char *name)
{
	return !strcmp(name, "languages") || !strcmp(name, "index");
}

static const char *home_stem(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	return arena_strndup(a, base, strlen(base) - strlen(".yaml"));
}

size_t home_templates(struct arena *a, const char *home, const char *const **names)
{
	const char **paths = NULL;
	size_t count = file_list(a, home_path(a, home, "templates"), ".yaml", &paths), kept = 0;
	for (size_t i = 0; i < count; i++) {
		const char *stem = home_stem(a, paths[i]);
		if (!home_is_support(stem))
			paths[kept++] = stem;
	}
	*names = paths;
	return kept;
}

static const char *home_default(struct arena *a, struct diag *diag, const char *home)
{
	const struct node *index = source_read(a, diag, home_path(a, home, "templates/index.yaml"));
	const struct node *name = index ? node_find(index, "default") : NULL;
	if (name && name->kind == NODE_SCALAR)
		return name->text;
	if (index)
		DIAG(diag, NO_DEFAULT_TEMPLATE, index->pos, "");
	return NULL;
}

static bool home_is_file(const char *name)
{
	size_t n = strlen(name);
	if (strchr(name, '/'))
		return true;
	return n > 5 && !strcmp(name + n - 5, ".yaml");
}

const char *home_template(struct arena *a, struct diag *diag, const char *home, const char *name)
{
	if (!name)
		name = home_default(a, diag, home);
	if (!name || home_is_file(name))
		return name;
	const char *const *names = NULL;
	size_t count = home_templates(a, home, &names);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(names[i], name))
			return home_path(a, home, arena_printf(a, "templates/%s.yaml", name));
	const char *nearest = suggest_nearest(name, names, count);
	DIAG(diag, NO_TEMPLATE, ((struct pos){0}), name, nearest ? nearest : "bifolio templates");
	return NULL;
}
