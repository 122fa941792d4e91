/*
 * What is attached to a document: the pack's files, a template of the user's own, and the record of how it was made. The
 * record is a job list, so that it can be run as it is; it says all that decides the bytes beside the files and the
 * program's version.
 */
#include <errno.h>
#include <string.h>

#include "cmd_int.h"

enum { RECORD_LIMIT = 16 << 20 };

const char record_name[] = "edition.bifolio";

/* By the ending of the name. */
static const struct record_kind {
	const char *suffix;
	struct pdf_attachment as;
} record_kinds[] = {
	{".svg", {.mime = "image/svg+xml", .relationship = "Source", .description = "A picture of this document"}},
	{".png", {.mime = "image/png", .relationship = "Source", .description = "A picture of this document"}},
	{".jpg", {.mime = "image/jpeg", .relationship = "Source", .description = "A picture of this document"}},
	{".jpeg", {.mime = "image/jpeg", .relationship = "Source", .description = "A picture of this document"}},
	{".values.csv", {.mime = "text/csv", .relationship = "Data", .description = "Values of a chart of this document"}},
	{".csv", {.mime = "text/csv", .relationship = "Data", .description = "Data of a chart"}},
	{".template",
	 {.mime = "application/yaml", .relationship = "Supplement", .description = "Template of this document"}},
	{".bifolio",
	 {.mime = "application/yaml", .relationship = "Supplement", .description = "How this document was made"}},
	{"", {.mime = "application/yaml", .relationship = "Source", .description = "Source data of this document"}},
};

struct record {
	struct arena *arena;
	LIST(struct pdf_attachment) files;
};

static bool record_ends(const char *name, const char *suffix)
{
	size_t n = strlen(name), end = strlen(suffix);
	return n >= end && !strcmp(name + n - end, suffix);
}

static void record_add(struct record *r, const char *name, const char *data, size_t len)
{
	const struct record_kind *kind = record_kinds;
	while (!record_ends(name, kind->suffix))
		kind++;
	struct pdf_attachment *file = LIST_ADD(r->arena, &r->files);
	*file = kind->as;
	file->name = name;
	file->data = data;
	file->len = len;
}

static const char *record_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* The file's name up to its ending. */
static const char *record_stem(struct arena *a, const char *path)
{
	const char *base = record_base(path), *dot = strrchr(base, '.');
	return dot && dot > base ? arena_strndup(a, base, (size_t)(dot - base)) : base;
}

/* As the record calls it: by name if it is one of the program's, else by its file, which is attached. */
static const char *record_template(struct record *r, struct diag *diag, const struct job_bound *bound)
{
	const char *own = home_path(r->arena, bound->home, "templates/"), *path = bound->template_path;
	const char *stem = record_stem(r->arena, path);
	char *data = NULL;
	size_t len = 0;
	if (!strncmp(path, own, strlen(own)))
		return stem;
	if (file_read(r->arena, path, RECORD_LIMIT, &data, &len) != FILE_OK)
		DIAG(diag, FILE_UNREADABLE, ((struct pos){0}), path, strerror(errno));
	const char *name = arena_printf(r->arena, "%s.template", stem);
	record_add(r, name, data, len);
	return arena_printf(r->arena, "./%s", name);
}

static void record_put(struct buf *out, const char *key, const char *text)
{
	buf_printf(out, "    %s: ", key);
	buf_json(out, text); /* which is YAML too */
	buf_putc(out, '\n');
}

/* Says what is so, not what was asked for: two ways to ask for one result leave one record. */
static void record_text(const struct job_bound *bound, const char *template, int64_t timestamp, struct buf *out)
{
	const struct flow *flow = bound->flow;
	buf_printf(out,
		   "# How this document was made. `bifolio batch %s` beside the other attached files makes it again.\n"
		   "bifolio: \"%s\"\njobs:\n  - pack: ",
		   record_name, CMD_VERSION);
	buf_json(out, file_is_dir(bound->pack->path) ? "." : record_base(bound->pack->path));
	buf_putc(out, '\n');
	record_put(out, "name", bound->pack->root->as.record.id);
	record_put(out, "template", template);
	record_put(out, "conform", pdf_conform_name(bound->spec->conform));
	if (flow->arrangement != ARRANGE_SINGLE)
		record_put(out, "arrange", job_arrangement_name(flow->arrangement));
	if (bound->spec->audience)
		record_put(out, "audience", bound->spec->audience);
	if (bound->spec->embargoed)
		buf_puts(out, "    embargoed: true\n");
	if (bound->unchecked)
		buf_puts(out, "    unchecked: true\n");
	if (bound->spec->max_pages)
		buf_printf(out, "    pages: %d\n", bound->spec->max_pages);
	buf_printf(out, "    timestamp: %lld\n    editions: [", (long long)timestamp);
	buf_json(out, bound->langs);
	buf_puts(out, "]\n");
}

/* ---- values of charts ---- */

static const char record_values[] = ".values.csv";

/* Those whose author wants them attached; rows that come from a file are attached with it. */
static bool record_wants_values(const struct value *chart)
{
	const char *numbers = value_text(value_field(chart, "numbers"), 0);
	return numbers && (!strcmp(numbers, "attached") || !strcmp(numbers, "both")) && !value_field(chart, "file");
}

static void record_chart(struct record *r, const struct job_bound *bound, const struct value *chart)
{
	const char *name = arena_printf(r->arena, "%s%s", chart->as.record.id, record_values);
	const struct chart_request request = job_chart_request(bound, chart);
	const char *values = chart_csv(r->arena, &request);
	for (size_t i = 0; i < r->files.count; i++)
		if (!strcmp(r->files.items[i].name, name))
			return; /* shown before */
	if (values)
		record_add(r, name, values, strlen(values));
}

static void record_charts(struct record *r, const struct job_bound *bound, const struct block *block)
{
	if (block->kind == BLOCK_FIGURE && block->chart && record_wants_values(block->chart))
		record_chart(r, bound, block->chart);
	for (size_t i = 0; i < block->count; i++)
		record_charts(r, bound, block->children[i]);
}

void record_attachments(struct arena *a, struct diag *diag, const struct job_bound *bound, struct pdf_options *options)
{
	struct record r = {.arena = a};
	struct buf text = {0};
	const struct pack *pack = bound->pack;
	for (size_t i = 0; i < pack->copy_count; i++)
		record_add(&r, record_base(pack->copies[i]->path), pack->copies[i]->text, pack->copies[i]->len);
	if (bound->recorded) {
		record_charts(&r, bound, bound->flow->root);
		record_text(bound, record_template(&r, diag, bound), options->timestamp, &text);
		record_add(&r, record_name, arena_strndup(a, text.data, text.len), text.len);
		buf_free(&text);
	}
	options->attachments = r.files.items;
	options->attachment_count = r.files.count;
}

/* ---- back again ---- */

/* A record comes out of a file that anybody may have made: what it names is looked for in its own folder only. */
static void record_confine(struct arena *a, const char *dir, struct job_spec *spec)
{
	const char *template = spec->template_name, *pack = record_base(spec->pack);
	spec->pack = *pack && strcmp(pack, ".") != 0 ? arena_printf(a, "%s/%s", dir, pack) : dir;
	if (template && (strchr(template, '/') || record_ends(template, ".yaml")))
		spec->template_name = arena_printf(a, "%s/%s", dir, record_base(template));
}

bool record_read(struct arena *a, struct diag *diag, const char *dir, struct job_spec *spec)
{
	struct batch_list list = {0};
	if (!jobs_read(a, diag, arena_printf(a, "%s/%s", dir, record_name), &list))
		return false;
	*spec = list.items[0].spec;
	record_confine(a, dir, spec);
	return true;
}
