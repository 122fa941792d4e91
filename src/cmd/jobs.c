/*
 * The job list of `bifolio batch`, in YAML. Paths are relative to the list's folder.
 *
 *   out: ../out/packs            # folder of the results; default: beside the list
 *   jobs:
 *     - pack: rok-uk-2023        # file or folder
 *       editions: [en, ko, en+ko]
 *     - pack: rok-uk-2023
 *       template: summary
 *       arrange: sequence
 *       editions: [en+ko]
 *       conform: ua2-a4f         # default: ua1-a3a
 *       audience: press          # default: the public
 *       embargoed: true          # may be built before the embargo ends, and says so on every page
 *       unchecked: true          # built though the check finds errors
 *       name: minister           # file names begin with it; default: the pack's folder [and the template]
 */
#include <string.h>

#include "cmd_int.h"
#include "source.h"

static const char *const jobs_arrangements[] = {"parallel", "blocks", "facing", "sequence", NULL};
static const char *const jobs_targets[] = {"ua1-a3a", "ua2-a4f", "ua1", "ua2", NULL};

static const struct schema_field jobs_fields[] = {
	{"out", FIELD_STRING, false, false, NULL, NULL, "Folder of the results; beside the list if left out."},
	{"jobs", FIELD_RECORD, true, true, "job", NULL, "What is built."},
	{"bifolio", FIELD_STRING, false, false, NULL, NULL, "Version that wrote the list, in the record of a PDF."},
};

static const struct schema_field jobs_entry_fields[] = {
	{"pack", FIELD_STRING, false, true, NULL, NULL, "File or folder of the pack, from the folder of the list."},
	{"editions", FIELD_STRING, true, true, NULL, NULL, "A language or two each: `en`, `ko`, `en+ko`."},
	{"template", FIELD_STRING, false, false, NULL, NULL, "Name of a template, or a path to one; the default template if left out."},
	{"arrange", FIELD_CHOICE, false, false, NULL, jobs_arrangements, "How two languages stand together; `parallel` if left out."},
	{"pages", FIELD_INT, false, false, NULL, NULL, "The most pages an edition may take per language."},
	{"conform", FIELD_CHOICE, false, false, NULL, jobs_targets, "What the files meet; `ua1-a3a` if left out."},
	{"audience", FIELD_STRING, false, false, NULL, NULL, "Id of one of the pack's audiences; the public if left out."},
	{"embargoed", FIELD_BOOL, false, false, NULL, NULL, "May be built before the embargo ends, and says so on every page."},
	{"unchecked", FIELD_BOOL, false, false, NULL, NULL, "Is built though the check finds errors."},
	{"timestamp", FIELD_INT, false, false, NULL, NULL, "Date in the metadata in seconds since 1970; that of the pack if left out."},
	{"name", FIELD_STRING, false, false, NULL, NULL, "File names begin with it; made of pack, template and audience if left out."},
};

const struct schema_record jobs_records[] = {
	{"jobs", "A job list for `bifolio batch`.", jobs_fields, COUNT_OF(jobs_fields)},
	{"job", "A pack and its editions.", jobs_entry_fields, COUNT_OF(jobs_entry_fields)},
};
const size_t jobs_record_count = COUNT_OF(jobs_records);

#define JOBS_LAST_SECOND 253402300799 /* of the year 9999 */

struct jobs_reader {
	struct arena *arena;
	struct diag *diag;
	const char *dir;     /* of the list */
	const char *out;     /* folder of results */
	struct map *outs;    /* file -> batch_job index + 1 */
	struct batch_list *list;
};

static const char *jobs_relative(struct arena *a, const char *dir, const char *path)
{
	return *path == '/' || !*dir ? path : file_join(a, dir, path);
}

static void jobs_keys(struct jobs_reader *r, const struct node *map, const struct schema_record *record)
{
	const char **known = arena_array(r->arena, record->count, sizeof *known);
	for (size_t k = 0; k < record->count; k++)
		known[k] = record->fields[k].name;
	for (size_t i = 0; i < map->count; i++) {
		const struct node *key = map->entries[i].key;
		const char *nearest = suggest_nearest(key->text, known, record->count);
		if (!schema_field_find(record, key->text))
			DIAG(r->diag, JOBS_KEY, key->pos, key->text, nearest ? nearest : known[0]);
	}
}

/* A text value, or NULL; anything else is a finding. */
static const char *jobs_text(struct jobs_reader *r, const struct node *map, const char *key)
{
	const struct node *value = node_find(map, key);
	if (!value || (value->kind == NODE_SCALAR && !node_is_null(value)))
		return value ? value->text : NULL;
	DIAG(r->diag, JOBS_FORM, value->pos, arena_printf(r->arena, "`%s` is a text", key));
	return NULL;
}

/* A name, or a path, which is known by its slash or its ending. */
static const char *jobs_template(struct jobs_reader *r, const struct node *map)
{
	const char *name = jobs_text(r, map, "template");
	return name && (strchr(name, '/') || strstr(name, ".yaml")) ? jobs_relative(r->arena, r->dir, name) : name;
}

static int jobs_pages(struct jobs_reader *r, const struct node *map)
{
	const struct node *value = node_find(map, "pages");
	int64_t n = 0;
	if (value && (!node_int(value, &n) || n < 1 || n > 100000))
		DIAG(r->diag, JOBS_FORM, value->pos, "`pages` is a number from 1 to 100000");
	return (int)n;
}

static void jobs_timestamp(struct jobs_reader *r, const struct node *map, struct job_spec *spec)
{
	const struct node *value = node_find(map, "timestamp");
	spec->dated = value != NULL;
	if (value && (!node_int(value, &spec->timestamp) || spec->timestamp < 0 || spec->timestamp > JOBS_LAST_SECOND))
		DIAG(r->diag, JOBS_FORM, value->pos, "`timestamp` is a number of seconds since 1970");
}

static bool jobs_flag(struct jobs_reader *r, const struct node *map, const char *key)
{
	const struct node *value = node_find(map, key);
	bool flag = false;
	if (value && !node_bool(value, &flag))
		DIAG(r->diag, JOBS_FORM, value->pos, arena_printf(r->arena, "`%s` is true or false", key));
	return flag;
}

static enum pdf_conform jobs_conform(struct jobs_reader *r, const struct node *map)
{
	enum pdf_conform conform = PDF_UA1_A3A;
	const char *name = jobs_text(r, map, "conform");

	if (name && !pdf_conform_find(name, &conform))
		DIAG(r->diag, JOBS_FORM, node_find(map, "conform")->pos, "`conform` is " PDF_CONFORM_NAMES);
	return conform;
}

static const char *jobs_stem(struct arena *a, const char *path)
{
	char *copy = arena_strdup(a, path);
	size_t n = strlen(copy);
	while (n > 1 && copy[n - 1] == '/')
		copy[--n] = '\0';
	char *slash = strrchr(copy, '/');
	char *base = slash ? slash + 1 : copy;
	char *dot = strstr(base, ".yaml");
	if (dot)
		*dot = '\0';
	return base;
}

/* A file name part from --lang, which may hold anything. */
static bool jobs_langs_well(const char *langs)
{
	return *langs && strspn(langs, "abcdefghijklmnopqrstuvwxyz+") == strlen(langs) && strlen(langs) < 16;
}

static void jobs_add(struct jobs_reader *r, const struct job_spec *base, const char *name, const struct node *edition)
{
	if (edition->kind != NODE_SCALAR || !jobs_langs_well(edition->text)) {
		DIAG(r->diag, JOBS_FORM, edition->pos, "an edition is a language or two: en, ko, en+ko");
		return;
	}
	struct batch_job *job = LIST_ADD(r->arena, r->list);
	job->spec = *base;
	job->spec.langs = edition->text;
	job->spec.out = file_join(r->arena, r->out, arena_printf(r->arena, "%s.%s.pdf", name, edition->text));
	job->name = arena_printf(r->arena, "%s.%s", name, edition->text);
	job->pos = edition->pos;
	if (map_find(r->outs, job->spec.out, strlen(job->spec.out)))
		DIAG(r->diag, JOBS_SAME_OUT, edition->pos, job->spec.out);
	map_put(r->outs, job->spec.out, strlen(job->spec.out), (void *)job->name);
}

static void jobs_entry(struct jobs_reader *r, const struct node *entry)
{
	struct job_spec base = {0};
	enum arrangement unused;
	if (entry->kind != NODE_MAP) {
		DIAG(r->diag, JOBS_FORM, entry->pos, "an entry of `jobs` is a mapping with `pack` and `editions`");
		return;
	}
	jobs_keys(r, entry, &jobs_records[1]);
	const char *pack = jobs_text(r, entry, "pack"), *name = jobs_text(r, entry, "name");
	const struct node *editions = node_find(entry, "editions");
	base.template_name = jobs_template(r, entry);
	base.arrange = jobs_text(r, entry, "arrange");
	base.max_pages = jobs_pages(r, entry);
	base.conform = jobs_conform(r, entry);
	base.audience = jobs_text(r, entry, "audience");
	base.embargoed = jobs_flag(r, entry, "embargoed");
	base.unchecked = jobs_flag(r, entry, "unchecked");
	jobs_timestamp(r, entry, &base);
	if (base.arrange && !job_arrangement(base.arrange, &unused))
		DIAG(r->diag, JOBS_FORM, node_find(entry, "arrange")->pos,
		     "`arrange` is parallel, blocks, facing or sequence");
	if (!pack || !editions || editions->kind != NODE_SEQ || !editions->count) {
		DIAG(r->diag, JOBS_FORM, entry->pos, "an entry names a `pack` and a list of `editions`");
		return;
	}
	base.pack = jobs_relative(r->arena, r->dir, pack);
	if (!name)
		name = base.template_name ? arena_printf(r->arena, "%s.%s", jobs_stem(r->arena, pack),
							 jobs_stem(r->arena, base.template_name))
					  : jobs_stem(r->arena, pack);
	if (base.audience && !node_find(entry, "name"))
		name = arena_printf(r->arena, "%s.%s", name, base.audience);
	for (size_t i = 0; i < editions->count; i++)
		jobs_add(r, &base, name, editions->items[i]);
}

static const char *jobs_dir(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? arena_strndup(a, path, (size_t)(slash - path)) : "";
}

bool jobs_read(struct arena *a, struct diag *diag, const char *path, struct batch_list *list)
{
	struct jobs_reader r = {.arena = a, .diag = diag, .dir = jobs_dir(a, path), .outs = map_new(a), .list = list};
	const struct node *root = source_read(a, diag, path);
	if (!root)
		return false;
	const struct node *jobs = root->kind == NODE_MAP ? node_find(root, "jobs") : NULL;
	if (!jobs || jobs->kind != NODE_SEQ || !jobs->count) {
		DIAG(diag, JOBS_FORM, root->pos, "`jobs` is missing or empty");
		return false;
	}
	jobs_keys(&r, root, &jobs_records[0]);
	const char *out = jobs_text(&r, root, "out");
	r.out = out ? jobs_relative(a, r.dir, out) : *r.dir ? r.dir : ".";
	for (size_t i = 0; i < jobs->count; i++)
		jobs_entry(&r, jobs->items[i]);
	return !diag_failed(diag);
}
