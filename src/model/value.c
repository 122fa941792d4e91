/*
 * Reading of values: fields, paths, texts, lists. Every function takes NULL, so that a chain needs one test at its end.
 */
#include "model_int.h"

#include <string.h>

const struct value *value_deref(const struct value *value)
{
	while (value && (value->kind == VALUE_REF || value->kind == VALUE_PATH))
		value = value->kind == VALUE_REF ? value->as.ref.target : value->as.path.target;
	return value;
}

static const struct value *field_of(const struct value *record, const char *name, size_t len)
{
	const struct schema_record *schema;

	record = value_deref(record);
	if (!record || record->kind != VALUE_RECORD)
		return NULL;
	schema = record->as.record.schema;
	for (size_t i = 0; i < schema->count; i++)
		if (!strncmp(schema->fields[i].name, name, len) && !schema->fields[i].name[len])
			return record->as.record.fields[i];
	return NULL;
}

const struct value *value_field(const struct value *record, const char *name)
{
	return field_of(record, name, strlen(name));
}

static const struct value *record_of(const struct value *list, const char *id, size_t len)
{
	for (size_t i = 0; i < list->as.list.count; i++) {
		const struct value *item = value_deref(list->as.list.items[i]);
		const char *own = item && item->kind == VALUE_RECORD ? item->as.record.id : NULL;

		if (own && !strncmp(own, id, len) && !own[len])
			return item;
	}
	return NULL;
}

const struct value *value_step(const struct value *from, const char *name, size_t len)
{
	from = value_deref(from);
	if (from && from->kind == VALUE_LIST)
		return record_of(from, name, len);
	return field_of(from, name, len);
}

const struct value *value_path(const struct value *from, const char *path)
{
	while (from && *path) {
		size_t len = strcspn(path, ".");

		from = value_step(from, path, len);
		path += len + (path[len] == '.');
	}
	return from;
}

const char *value_text(const struct value *value, size_t lang)
{
	if (value && value->kind == VALUE_STRING)
		return value->as.string;
	if (value && value->kind == VALUE_PICTURE)
		return value->as.picture.name;
	return value && value->kind == VALUE_TEXT && lang < MODEL_LANGS ? value->as.text.lang[lang] : NULL;
}

const struct value *value_name(const struct value *record)
{
	static const char *const keys[] = {"short", "name", "title", "label", "about"};

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		const struct value *name = value_field(record, keys[i]);

		if (name && name->kind == VALUE_TEXT)
			return name;
	}
	return NULL;
}

const char *value_plain(const struct value *value, size_t lang)
{
	bool marked = value && value->kind == VALUE_TEXT && value->as.text.plain && lang < MODEL_LANGS;

	return marked ? value->as.text.plain[lang] : value_text(value, lang);
}

size_t value_count(const struct value *value)
{
	if (!value)
		return 0;
	return value->kind == VALUE_LIST ? value->as.list.count : 1;
}

const struct value *value_at(const struct value *list, size_t index)
{
	if (!list || index >= value_count(list))
		return NULL;
	return list->kind == VALUE_LIST ? list->as.list.items[index] : list;
}

int pack_lang_index(const struct pack *pack, const char *key)
{
	for (size_t i = 0; i < pack->lang_count; i++)
		if (!strcmp(pack->langs[i].key, key))
			return (int)i;
	return -1;
}
