/*
 * A pack from its files: read each, put their top-level keys together, build the values, resolve, check. Each step
 * goes on after findings of the one before.
 */
#include "model_int.h"

#include <string.h>

struct merge {
	struct arena *arena;
	struct diag *diag;
	LIST(struct node_entry) entries;
	LIST(const struct node *) roots;        /* of files that gave a mapping */
	LIST(const struct source_file *) files;
	LIST(const struct source_file *) copies;
	struct audience_view view;
	bool chosen; /* for one audience, which view names, or the public */
	bool restricted;
	struct map *keys; /* top-level key -> its node */
	struct pos start; /* of the first file */
	bool incomplete;  /* some file gave no tree: what is missing may stand there */
};

static void add_entry(struct merge *m, const struct node_entry *entry)
{
	const struct node *key = entry->key, *first = map_find(m->keys, key->text, key->len);

	if (first) {
		DIAG(m->diag, KEY_IN_TWO_FILES, key->pos, key->text);
		diag_note(m->diag, first->pos, "the first one stands here", "첫 번째 키는 여기에 있습니다");
		return;
	}
	map_put(m->keys, key->text, key->len, (void *)(uintptr_t)key);
	*LIST_ADD(m->arena, &m->entries) = *entry;
}

/* root is NULL if the file gave no tree. */
static void add_root(struct merge *m, const struct node *root)
{
	if (!root) {
		m->incomplete = true;
		return;
	}
	*LIST_ADD(m->arena, &m->files) = root->pos.file;
	if (!m->start.file)
		m->start = root->pos;
	if (root->kind != NODE_MAP) {
		DIAG0(m->diag, PACK_FORM, root->pos);
		m->incomplete = true;
		return;
	}
	*LIST_ADD(m->arena, &m->roots) = root;
}

/* ---- what is for the audience ---- */

static bool mentions_audiences(const struct merge *m)
{
	for (size_t i = 0; i < m->roots.count; i++)
		if (strstr(m->roots.items[i]->pos.file->text, audience_key))
			return true;
	return false;
}

static const struct node *declared(const struct merge *m)
{
	const struct node *found = NULL;

	for (size_t i = 0; i < m->roots.count && !found; i++)
		found = node_find(m->roots.items[i], "audiences");
	return found;
}

static void add_copy(struct merge *m, const struct source_file *file, struct buf *text)
{
	struct source_file *copy = arena_alloc(m->arena, sizeof *copy);

	*copy = (struct source_file){file->path, arena_strndup(m->arena, text->len ? text->data : "", text->len), text->len};
	*LIST_ADD(m->arena, &m->copies) = copy;
	buf_free(text);
}

/* Comments may tell what the data does not, so the copy has none. */
static const struct node *keep_root(struct merge *m, const struct node *root)
{
	const struct node *kept = audience_keep(&m->view, root);
	struct buf text = {0};

	m->restricted |= node_find(root, audience_key) != NULL;
	if (!kept || !kept->count)
		return NULL;
	node_yaml(kept, &text);
	add_copy(m, root->pos.file, &text);
	return kept;
}

/* False after a finding. */
static bool add_roots(struct merge *m)
{
	bool cut = mentions_audiences(m);
	size_t kept = 0;

	m->view.arena = m->arena;
	m->view.diag = m->diag;
	m->view.all = !m->chosen;
	if (!audience_open(&m->view, declared(m), m->start))
		return false;
	for (size_t i = 0; i < m->roots.count; i++) {
		const struct node *root = cut ? keep_root(m, m->roots.items[i]) : m->roots.items[i];

		if (!cut)
			*LIST_ADD(m->arena, &m->copies) = root->pos.file;
		kept += root != NULL;
		for (size_t k = 0; root && k < root->count; k++)
			add_entry(m, &root->entries[k]);
	}
	if (!cut || kept || !m->roots.count)
		return true;
	DIAG0(m->diag, AUDIENCE_EMPTY, m->start);
	return false;
}

static void add_folder(struct merge *m, const char *path)
{
	const char **paths;
	size_t count = file_list(m->arena, path, ".yaml", &paths);

	if (!count) {
		DIAG(m->diag, PACK_NO_FILES, (struct pos){0}, path);
		m->incomplete = true;
	}
	for (size_t i = 0; i < count; i++)
		add_root(m, source_read(m->arena, m->diag, paths[i]));
}

/* Files of data and pictures belong to the pack as its YAML files do. */
static void add_data(struct merge *m, const struct builder *b)
{
	for (size_t i = 0; i < b->tables.count; i++) {
		const struct node *table = b->tables.items[i], *kept = chartfile_keep(&m->view, table);
		struct buf text = {0};

		*LIST_ADD(m->arena, &m->files) = table->pos.file;
		if (kept == table) {
			*LIST_ADD(m->arena, &m->copies) = table->pos.file;
			continue;
		}
		node_csv(kept, &text);
		add_copy(m, table->pos.file, &text);
	}
	for (size_t i = 0; i < b->pictures.count; i++) {
		*LIST_ADD(m->arena, &m->files) = b->pictures.items[i]->file;
		*LIST_ADD(m->arena, &m->copies) = b->pictures.items[i]->file;
	}
}

static void build(struct builder *b, const struct node *root, struct pack *pack)
{
	build_languages(b, root);
	pack->root = build_record(b, &schema_records[0], root, schema_records[0].name);
	resolve_all(b, pack->root);
	plaintext_all(b);
	rules_check(b, pack->root);
	audience_check(b->view, pack->root, b->lang_count);
	memcpy(pack->langs, b->langs, sizeof pack->langs);
	pack->lang_count = b->lang_count;
}

/* The pack of all files that were added; NULL if an error was found since there were `errors` of them. */
static const struct pack *finish(struct merge *m, const char *path, size_t errors)
{
	struct builder builder = {.arena = m->arena,
				  .diag = m->diag,
				  .ids = map_new(m->arena),
				  .view = &m->view,
				  .flawed = map_new(m->arena)};
	struct pack *pack = arena_alloc(m->arena, sizeof *pack);
	struct node root = {.kind = NODE_MAP, .pos = m->start};

	if (!add_roots(m))
		return NULL;
	root.count = m->entries.count;
	root.entries = m->entries.items;
	if (!root.count && !m->incomplete)
		DIAG0(m->diag, PACK_EMPTY, root.pos);
	else if (!m->incomplete)
		build(&builder, &root, pack);
	add_data(m, &builder);
	pack->path = arena_strdup(m->arena, path);
	pack->files = m->files.items;
	pack->file_count = m->files.count;
	pack->copies = m->copies.items;
	pack->copy_count = m->copies.count;
	pack->audience = m->view.name;
	pack->audiences = m->view.known;
	pack->audience_count = m->view.known_count;
	pack->restricted = m->restricted;
	return diag_errors_added(m->diag) == errors ? pack : NULL;
}

static const struct pack *read_pack(struct merge *m, const char *path)
{
	size_t errors = diag_errors_added(m->diag);

	m->keys = map_new(m->arena);
	if (file_is_dir(path))
		add_folder(m, path);
	else
		add_root(m, source_read(m->arena, m->diag, path));
	return finish(m, path, errors);
}

const struct pack *model_read(struct arena *arena, struct diag *diag, const char *path)
{
	return read_pack(&(struct merge){.arena = arena, .diag = diag}, path);
}

const struct pack *model_read_for(struct arena *arena, struct diag *diag, const char *path, const char *audience)
{
	return read_pack(&(struct merge){.arena = arena, .diag = diag, .chosen = true, .view = {.name = audience}}, path);
}

const struct pack *model_parse(struct arena *arena, struct diag *diag, const char *path, const char *text, size_t len)
{
	struct merge merge = {.arena = arena, .diag = diag, .keys = map_new(arena)};
	size_t errors = diag_errors_added(diag);

	add_root(&merge, source_parse(arena, diag, path, text, len));
	return finish(&merge, path, errors);
}
