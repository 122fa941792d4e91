/*
 * A pack from its files: read each, put their top-level keys together, build the values, resolve, check. Each step goes on
 * after findings of the one before.
 */
#include "model_int.h"

#include <string.h>

struct merge {
	struct arena *arena;
	struct diag *diag;
	LIST(struct node_entry) entries;
	LIST(const struct source_file *) files;
	struct map *keys;  /* top-level key -> its node */
	struct pos start;  /* of the first file */
	bool incomplete;   /* some file gave no tree: what is missing may stand there */
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

static void add_file(struct merge *m, const char *path)
{
	const struct node *root = source_read(m->arena, m->diag, path);

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
		add_file(m, paths[i]);
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

const struct pack *model_read(struct arena *arena, struct diag *diag, const char *path)
{
	struct merge merge = {.arena = arena, .diag = diag, .keys = map_new(arena)};
	struct builder builder = {.arena = arena, .diag = diag, .ids = map_new(arena)};
	struct pack *pack = arena_alloc(arena, sizeof *pack);
	size_t errors = diag_errors_added(diag);
	struct node root = {.kind = NODE_MAP};

	if (file_is_dir(path))
		add_folder(&merge, path);
	else
		add_file(&merge, path);
	root.pos = merge.start;
	root.count = merge.entries.count;
	root.entries = merge.entries.items;
	if (!root.count && !merge.incomplete)
		DIAG0(diag, PACK_EMPTY, root.pos);
	else if (!merge.incomplete)
		build(&builder, &root, pack);
	pack->path = arena_strdup(arena, path);
	pack->files = merge.files.items;
	pack->file_count = merge.files.count;
	return diag_errors_added(diag) == errors ? pack : NULL;
}
