/*
 * Cutting what is not for an audience. A node is kept if its own `audience`, and that of all around it, names the
 * audience of the edition; an edition without an audience is for the public and keeps only what names none.
 */
#include "audience.h"

#include <string.h>

const char audience_key[] = "audience";

static const char key_audiences[] = "audiences", key_value[] = "value";

/* ---- names ---- */

static const char *joined(struct arena *a, const char *const *names, size_t count)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, "%s%s%s", all, i ? ", " : "", names[i]);
	return all;
}

static bool is_known(const struct audience_view *v, const char *name)
{
	for (size_t i = 0; i < v->known_count; i++)
		if (!strcmp(v->known[i], name))
			return true;
	return false;
}

static void unknown(const struct audience_view *v, const char *name, struct pos pos)
{
	const char *nearest = suggest_nearest(name, v->known, v->known_count);

	if (nearest)
		DIAG(v->diag, AUDIENCE_NEAR, pos, name, nearest);
	else if (v->known_count)
		DIAG(v->diag, AUDIENCE_UNKNOWN, pos, name, joined(v->arena, v->known, v->known_count));
	else
		DIAG(v->diag, AUDIENCE_NONE, pos, name);
}

bool audience_open(struct audience_view *v, const struct node *declared, struct pos pos)
{
	LIST(const char *) names = {0};

	for (size_t i = 0; declared && declared->kind == NODE_SEQ && i < declared->count; i++) {
		const struct node *id = node_find(declared->items[i], "id");

		if (id && id->kind == NODE_SCALAR && id->len)
			*LIST_ADD(v->arena, &names) = id->text;
	}
	v->known = names.items;
	v->known_count = names.count;
	v->ids = map_new(v->arena);
	if (!v->name || is_known(v, v->name))
		return true;
	unknown(v, v->name, declared ? declared->pos : pos);
	return false;
}

/* ---- whom a node is for ---- */

/* The names that an `audience` lists; what is no name is a finding. */
static size_t names_of(const struct audience_view *v, const struct node *node, const char *const **names)
{
	LIST(const char *) found = {0};
	size_t count = node->kind == NODE_SEQ ? node->count : 1;

	for (size_t i = 0; i < count; i++) {
		const struct node *name = node->kind == NODE_SEQ ? node->items[i] : node;

		if (name->lost)
			continue;
		if (name->kind != NODE_SCALAR || !name->len || node_is_null(name))
			DIAG0(v->diag, AUDIENCE_FORM, name->pos);
		else if (!is_known(v, name->text))
			unknown(v, name->text, name->pos);
		else
			*LIST_ADD(v->arena, &found) = name->text;
	}
	if (!count)
		DIAG0(v->diag, AUDIENCE_FORM, node->pos);
	*names = found.items;
	return found.count;
}

bool audience_is_for(const struct audience_view *v, const struct node *audience)
{
	const char *const *names;
	size_t count = names_of(v, audience, &names);

	for (size_t i = 0; v->name && i < count; i++)
		if (!strcmp(names[i], v->name))
			return true;
	return v->all;
}

/* who: whom it is for, where it is for some only. */
static bool is_for(const struct audience_view *v, const struct node *node, const char **who)
{
	const struct node *audience = node->kind == NODE_MAP ? node_find(node, audience_key) : NULL;
	const char *const *names;
	size_t count;

	if (!audience)
		return true;
	count = names_of(v, audience, &names);
	*who = joined(v->arena, names, count);
	return audience_is_for(v, audience);
}

/* ---- cutting ---- */

/* Ids inside what was cut, so that a reference to one can be told from a slip of the pen. */
static void note_ids(struct audience_view *v, const struct node *node, const struct audience_cut *cut)
{
	const struct node *id = node_find(node, "id");

	if (id && id->kind == NODE_SCALAR) {
		struct audience_cut *own = arena_alloc(v->arena, sizeof *own);

		*own = *cut;
		own->pos = id->pos;
		map_put(v->ids, id->text, id->len, own);
		*LIST_ADD(v->arena, &v->named) = node;
	}
	for (size_t i = 0; i < node->count; i++)
		if (node->kind == NODE_MAP)
			note_ids(v, node->entries[i].value, cut);
		else if (node->kind == NODE_SEQ)
			note_ids(v, node->items[i], cut);
}

static void cut(struct audience_view *v, const struct node *in, const char *key, const struct node *node,
		const char *who)
{
	struct audience_cut *c = LIST_ADD(v->arena, &v->cuts);

	*c = (struct audience_cut){in->pos, key, node->pos, who};
	note_ids(v, node, c);
}

/* The names of other audiences are not for this one. */
static const struct node *own_name(const struct audience_view *v, const struct node *audience)
{
	struct node *name = arena_alloc(v->arena, sizeof *name);

	*name = (struct node){.kind = NODE_SCALAR, .pos = audience->pos, .plain = true};
	name->text = v->name;
	name->len = strlen(v->name);
	return name;
}

/* Of the audiences that are declared, the one of the edition. */
static bool is_own(const struct audience_view *v, const struct node *record)
{
	const struct node *id = node_find(record, "id");

	return v->all || !id || (v->name && id->kind == NODE_SCALAR && !strcmp(id->text, v->name));
}

static const struct node *keep_list(struct audience_view *v, const struct node *list, bool declares)
{
	struct node *copy = arena_alloc(v->arena, sizeof *copy);
	const struct node **items = arena_array(v->arena, list->count, sizeof *items);
	const char *who = "";

	*copy = *list;
	copy->count = 0;
	for (size_t i = 0; i < list->count; i++) {
		if (declares && !is_own(v, list->items[i]))
			continue;
		if (is_for(v, list->items[i], &who))
			items[copy->count++] = audience_keep(v, list->items[i]);
		else
			cut(v, list, NULL, list->items[i], who);
	}
	copy->items = items;
	return copy;
}

static const struct node *keep_map(struct audience_view *v, const struct node *map)
{
	struct node *copy = arena_alloc(v->arena, sizeof *copy);
	struct node_entry *entries = arena_array(v->arena, map->count, sizeof *entries);
	const char *who = "";

	*copy = *map;
	copy->count = 0;
	for (size_t i = 0; i < map->count; i++) {
		const struct node *value = map->entries[i].value;
		const char *key = map->entries[i].key->text;
		bool declares = value->kind == NODE_SEQ && !strcmp(key, key_audiences);

		if (!strcmp(key, audience_key)) {
			value = v->all ? value : own_name(v, value);
		} else if (!is_for(v, value, &who)) {
			cut(v, map, key, value, who);
			continue;
		} else {
			value = declares ? keep_list(v, value, true) : audience_keep(v, value);
		}
		if (!declares || value->count)
			entries[copy->count++] = (struct node_entry){map->entries[i].key, value};
	}
	copy->entries = entries;
	return copy;
}

const struct node *audience_keep(struct audience_view *v, const struct node *node)
{
	const char *who = "";

	if (!is_for(v, node, &who)) {
		cut(v, node, NULL, node, who);
		return NULL;
	}
	if (node->kind == NODE_MAP)
		return keep_map(v, node);
	return node->kind == NODE_SEQ ? keep_list(v, node, false) : node;
}

const struct node *audience_inner(const struct node *node)
{
	const struct node *value = node_find(node, key_value);

	return value && node->count == 2 && node_find(node, audience_key) ? value : node;
}

/* ---- what was cut ---- */

static bool same_place(struct pos a, struct pos b)
{
	return a.file == b.file && a.line == b.line && a.column == b.column;
}

const struct audience_cut *audience_find(const struct audience_view *v, struct pos in, const char *key)
{
	for (size_t i = 0; i < v->cuts.count; i++) {
		const struct audience_cut *c = &v->cuts.items[i];

		if (same_place(c->in, in) && !c->key == !key && (!key || !strcmp(c->key, key)))
			return c;
	}
	return NULL;
}

void audience_note(const struct audience_view *v, const struct audience_cut *c)
{
	if (c)
		diag_note(v->diag, c->pos, arena_printf(v->arena, "this is only for %s", c->who),
			  arena_printf(v->arena, "이 항목은 %s 전용입니다", c->who));
}

bool audience_refuse(const struct audience_view *v, const char *id, size_t len, struct pos pos)
{
	const struct audience_cut *c = map_find(v->ids, id, len);

	if (!c)
		return false;
	DIAG(v->diag, AUDIENCE_REF, pos, arena_strndup(v->arena, id, len), c->who);
	diag_note(v->diag, c->pos, "it is defined here", "여기에 정의되어 있습니다");
	return true;
}
