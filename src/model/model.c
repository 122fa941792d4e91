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
	LIST(const struct source_file *) files;
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
	for (size_t i = 0; i < root->count; i++)
		add_entry(m, &root->entries[i]);
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

/* Files of data belong to the pack as its YAML files do. */
static void add_tables(struct merge *m, const struct builder *b)
{
	for (size_t i = 0; i < b->tables.count; i++)
		*LIST_ADD(m->arena, &m->files) = b->tables.items[i]->pos.file;
}

static void build(struct builder *b, const struct node *root, struct pack *pack)
{
	build_languages(b, root);
	pack->root = build_record(b, &schema_records[0], root, schema_records[0].name);
	resolve_all(b, pack->root);
	rules_check(b, pack->root);
	memcpy(pack->langs, b->langs, sizeof pack->langs);
	pack->lang_count = b->lang_count;
}

/* The pack of all files that were added; NULL if an error was found since there were `errors` of them. */
static const struct pack *finish(struct merge *m, const char *path, size_t errors)
{
	struct builder builder = {
		.arena = m->arena, .diag = m->diag, .ids = map_new(m->arena), .flawed = map_new(m->arena)};
	struct pack *pack = arena_alloc(m->arena, sizeof *pack);
	struct node root = {.kind = NODE_MAP, .pos = m->start};

	root.count = m->entries.count;
	root.entries = m->entries.items;
	if (!root.count && !m->incomplete)
		DIAG0(m->diag, PACK_EMPTY, root.pos);
	else if (!m->incomplete)
		build(&builder, &root, pack);
	add_tables(m, &builder);
	pack->path = arena_strdup(m->arena, path);
	pack->files = m->files.items;
	pack->file_count = m->files.count;
	return diag_errors_added(m->diag) == errors ? pack : NULL;
}

const struct pack *model_read(struct arena *arena, struct diag *diag, const char *path)
{
	struct merge merge = {.arena = arena, .diag = diag, .keys = map_new(arena)};
	size_t errors = diag_errors_added(diag);

	if (file_is_dir(path))
		add_folder(&merge, path);
	else
		add_root(&merge, source_read(arena, diag, path));
	return finish(&merge, path, errors);
}

const struct pack *model_parse(struct arena *arena, struct diag *diag, const char *path, const char *text, size_t len)
{
	struct merge merge = {.arena = arena, .diag = diag, .keys = map_new(arena)};
	size_t errors = diag_errors_added(diag);

	add_root(&merge, source_parse(arena, diag, path, text, len));
	return finish(&merge, path, errors);
}
