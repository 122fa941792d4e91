/*
 * Lookup in the table of schema_pack.c.
 */
#include "schema.h"

#include <string.h>

const struct schema_record *schema_find(const char *name)
{
	for (size_t i = 0; i < schema_record_count; i++)
		if (!strcmp(schema_records[i].name, name))
			return &schema_records[i];
	return NULL;
}

const struct schema_field *schema_field_find(const struct schema_record *record, const char *name)
{
	for (size_t i = 0; i < record->count; i++)
		if (!strcmp(record->fields[i].name, name))
			return &record->fields[i];
	return NULL;
}
