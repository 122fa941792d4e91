/*
 * References and paths, once all records are known. References come first, because a path may go through one.
 */
#include "model_int.h"

#include <string.h>

/* The ids of all records of a type; none once nothing is suggested any more. */
static size_t ids_of(struct builder *b, const char *type, const char ***ids)
{
	LIST(const char *) found = {0};

	for (size_t i = 0; build_may_suggest(b) && i < map_count(b->ids); i++) {
		const struct value *record = map_value_at(b->ids, i);

		if (!strcmp(record->as.record.schema->name, type))
			*LIST_ADD(b->arena, &found) = map_key_at(b->ids, i);
	}
	*ids = found.items;
	return found.count;
}

static void resolve_ref(struct builder *b, struct value *value, const struct schema_field *field)
{
	const char *id = value->as.ref.id, **ids, *nearest;
	const struct value *record = map_find(b->ids, id, strlen(id));
	size_t count;

	if (record && !strcmp(record->as.record.schema->name, field->target)) {
		value->as.ref.target = record;
		return;
	}
	if (record) {
		DIAG(b->diag, REF_TYPE, value->pos, id, build_article(b->arena, record->as.record.schema->name),
		     field->name, build_article(b->arena, field->target));
		diag_note(b->diag, value_field(record, "id")->pos, "it is defined here", "여기에 정의되어 있습니다");
		return;
	}
	if (audience_refuse(b->view, id, strlen(id), value->pos))
		return;
	count = ids_of(b, field->target, &ids);
	nearest = build_nearest(b, id, ids, count);
	if (nearest)
		DIAG(b->diag, REF_NEAR, value->pos, id, field->target, nearest);
	else
		DIAG(b->diag, REF_UNKNOWN, value->pos, id, field->target);
}

/* What a step of a path from here could be: the fields that a record has, the ids in a list. */
static size_t steps_from(struct builder *b, const struct value *from, const char ***names)
{
	LIST(const char *) found = {0};

	from = value_deref(from);
	for (size_t i = 0; build_may_suggest(b) && from->kind == VALUE_LIST && i < from->as.list.count; i++) {
		const struct value *item = value_deref(from->as.list.items[i]);

		if (item && item->kind == VALUE_RECORD && item->as.record.id)
			*LIST_ADD(b->arena, &found) = item->as.record.id;
	}
	for (size_t i = 0; from->kind == VALUE_RECORD && i < from->as.record.schema->count; i++)
		if (from->as.record.fields[i])
			*LIST_ADD(b->arena, &found) = from->as.record.schema->fields[i].name;
	*names = found.items;
	return found.count;
}

static void lost_step(struct builder *b, const struct value *value, const struct value *from, const char *step,
		      size_t len)
{
	const char *path = value->as.path.path, *name = arena_strndup(b->arena, step, len), **names;
	size_t count = steps_from(b, from, &names);
	const char *nearest = build_nearest(b, name, names, count);
	const char *where = DIAG_BOTH("the pack", "자료집");

	if (audience_refuse(b->view, name, len, value->pos))
		return;
	if (step > path)
		where = arena_strndup(b->arena, path, (size_t)(step - path) - 1);
	if (nearest)
		DIAG(b->diag, PATH_NEAR, value->pos, path, name, where, nearest);
	else
		DIAG(b->diag, PATH_UNKNOWN, value->pos, path, name, where);
}

static void resolve_path(struct builder *b, struct value *value, const struct value *root)
{
	const char *step = value->as.path.path;
	const struct value *from = root;

	for (;;) {
		size_t len = strcspn(step, ".");
		const struct value *next = value_step(from, step, len);

		if (!next || !value_deref(next)) {
			lost_step(b, value, from, step, len);
			return;
		}
		from = value_deref(next);
		if (!step[len])
			break;
		step += len + 1;
	}
	value->as.path.target = from;
}

void resolve_all(struct builder *b, const struct value *root)
{
	for (size_t i = 0; i < b->pending.count; i++)
		if (b->pending.items[i].field->kind == FIELD_REF)
			resolve_ref(b, b->pending.items[i].value, b->pending.items[i].field);
	for (size_t i = 0; i < b->pending.count; i++)
		if (b->pending.items[i].field->kind == FIELD_PATH)
			resolve_path(b, b->pending.items[i].value, root);
}
