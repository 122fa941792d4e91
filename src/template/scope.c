/*
 * scope: what a path leads to, and of which type it is by the schema. Types are known even where the pack leaves a
 * value out, so a misspelt key is found in any pack.
 */
#include "template_int.h"

#include <string.h>

static const enum type_kind kinds[] = {
	[FIELD_TEXT] = TYPE_TEXT,     [FIELD_STATEMENT] = TYPE_TEXT, [FIELD_STRING] = TYPE_STRING,
	[FIELD_ID] = TYPE_STRING,     [FIELD_INT] = TYPE_INT,        [FIELD_BOOL] = TYPE_BOOL,
	[FIELD_NUMBER] = TYPE_INT,    [FIELD_DATE] = TYPE_DATE,      [FIELD_LANGUAGE] = TYPE_STRING,
	[FIELD_URL] = TYPE_STRING,    [FIELD_EMAIL] = TYPE_STRING,   [FIELD_PHONE] = TYPE_STRING,
	[FIELD_TIME] = TYPE_STRING,   [FIELD_ZONE] = TYPE_STRING,    [FIELD_MARKING] = TYPE_ANY,
	[FIELD_CHOICE] = TYPE_STRING, [FIELD_REF] = TYPE_RECORD,     [FIELD_PATH] = TYPE_ANY,
	[FIELD_RECORD] = TYPE_RECORD, [FIELD_PICTURE] = TYPE_STRING,
};

struct type scope_type(const struct schema_field *field)
{
	struct type type = {kinds[field->kind], field->list, NULL};

	if (type.kind == TYPE_RECORD)
		type.record = schema_find(field->target);
	return type;
}

struct type scope_type_of(const struct value *value)
{
	static const enum type_kind of_value[] = {
		[VALUE_STRING] = TYPE_STRING, [VALUE_TEXT] = TYPE_TEXT, [VALUE_INT] = TYPE_INT,
		[VALUE_NUMBER] = TYPE_INT,    [VALUE_BOOL] = TYPE_BOOL, [VALUE_DATE] = TYPE_DATE,
		[VALUE_REF] = TYPE_RECORD,    [VALUE_PATH] = TYPE_ANY,  [VALUE_LIST] = TYPE_ANY,
		[VALUE_RECORD] = TYPE_RECORD, [VALUE_PICTURE] = TYPE_STRING,
	};
	struct type type = {TYPE_ANY, false, NULL};

	value = value_deref(value);
	if (!value)
		return type;
	if (value->kind == VALUE_LIST) {
		if (value_count(value))
			type = scope_type_of(value_at(value, 0));
		type.list = true;
		return type;
	}
	type.kind = of_value[value->kind];
	if (value->kind == VALUE_RECORD)
		type.record = value->as.record.schema;
	return type;
}

const struct scope *scope_find(const struct tmpl *t, const char *name)
{
	for (const struct scope *s = t->scope; s; s = s->outer)
		if (!strcmp(s->name, name))
			return s;
	return NULL;
}

/* All that a path may begin with, for "did you mean". */
static const char *hint_start(struct tmpl *t, const char *word)
{
	const struct schema_record *pack = &schema_records[0];
	LIST(const char *) names = {0};

	for (const struct scope *s = t->scope; s; s = s->outer)
		*LIST_ADD(t->arena, &names) = s->name;
	*LIST_ADD(t->arena, &names) = "words";
	*LIST_ADD(t->arena, &names) = "index";
	for (size_t i = 0; i < pack->count; i++)
		*LIST_ADD(t->arena, &names) = pack->fields[i].name;
	return option_hint(t, word, names.items, names.count);
}

static const char *hint_field(struct tmpl *t, const struct schema_record *record, const char *word)
{
	const char **names = arena_array(t->arena, record->count, sizeof *names);

	for (size_t i = 0; i < record->count; i++)
		names[i] = record->fields[i].name;
	return option_hint(t, word, names, record->count);
}

/* The values of one field of all records of a list, as a list. */
static const struct value *spread(struct tmpl *t, const struct value *list, const char *name)
{
	LIST(const struct value *) items = {0};
	struct value *all = arena_alloc(t->arena, sizeof *all);

	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *v = value_deref(value_field(value_at(list, i), name));

		if (v && v->kind != VALUE_LIST)
			*LIST_ADD(t->arena, &items) = v;
		for (size_t k = 0; v && v->kind == VALUE_LIST && k < value_count(v); k++)
			*LIST_ADD(t->arena, &items) = value_at(v, k);
	}
	*all = (struct value){.kind = VALUE_LIST, .pos = list->pos};
	all->as.list.items = items.items;
	all->as.list.count = items.count;
	return all;
}

static struct result step(struct tmpl *t, struct result r, const char *name, const char *before, const char *shown,
			  struct pos pos)
{
	const struct schema_field *field;
	bool list;

	if (r.type.kind == TYPE_ANY && r.value)
		r.type = scope_type_of(r.value);
	if (r.type.kind == TYPE_ANY)
		return (struct result){true, {TYPE_ANY, r.type.list, NULL}, NULL};
	if (r.type.kind != TYPE_RECORD || !r.type.record) {
		DIAG(t->diag, TEMPLATE_PATH_END, locate_text(pos, shown, strlen(shown)), shown, before);
		return (struct result){.ok = false};
	}
	field = schema_field_find(r.type.record, name);
	if (!field) {
		DIAG(t->diag, TEMPLATE_PATH, locate_text(pos, shown, strlen(shown)), shown, name, r.type.record->name,
		     hint_field(t, r.type.record, name));
		return (struct result){.ok = false};
	}
	list = r.type.list;
	r.type = scope_type(field);
	r.type.list |= list;
	if (list)
		r.value = r.value ? spread(t, r.value, name) : NULL;
	else
		r.value = r.value ? value_deref(value_field(r.value, name)) : NULL;
	return r;
}

struct result scope_path(struct tmpl *t, const char *const *names, size_t count, const char *shown, struct pos pos)
{
	const struct scope *var = scope_find(t, names[0]);
	struct result r = {true, {TYPE_RECORD, false, &schema_records[0]}, t->pack->root};
	size_t i = 0;

	if (var) {
		r = (struct result){true, var->type, value_deref(var->value)};
		i = 1;
	} else if (!schema_field_find(&schema_records[0], names[0])) {
		DIAG(t->diag, TEMPLATE_PATH, locate_text(pos, shown, strlen(shown)), shown, names[0],
		     schema_records[0].name, hint_start(t, names[0]));
		return (struct result){.ok = false};
	}
	for (; i < count && r.ok; i++)
		r = step(t, r, names[i], i ? names[i - 1] : names[0], shown, pos);
	if (r.ok && r.type.kind == TYPE_ANY && r.value)
		r.type = scope_type_of(r.value);
	return r;
}
