/*
 * The table of the pack format as JSON Schema 2020-12, for editors. The root describes a whole pack; #/$defs/part is
 * the same without required keys, for one file of a pack that is a folder.
 */
#include "schema.h"

#include <string.h>

static void put_type(const struct schema_field *field, struct buf *out);

static void put_choices(const struct schema_field *field, struct buf *out)
{
	buf_puts(out, "{\"enum\": [");
	for (size_t i = 0; field->choices[i]; i++) {
		buf_puts(out, i ? ", " : "");
		buf_json(out, field->choices[i]);
	}
	buf_puts(out, "]}");
}

/* Definitions of kinds by name; a kind without one is made on the spot. */
static const char *const kind_defs[] = {
	[FIELD_TEXT] = "text",         [FIELD_STATEMENT] = "statement", [FIELD_STRING] = "string",
	[FIELD_ID] = "id",             [FIELD_INT] = "integer",         [FIELD_NUMBER] = "number",
	[FIELD_BOOL] = "boolean",      [FIELD_DATE] = "date",           [FIELD_LANGUAGE] = "language",
	[FIELD_URL] = "url",           [FIELD_EMAIL] = "email",         [FIELD_PHONE] = "phone",
	[FIELD_TIME] = "time",         [FIELD_ZONE] = "zone",           [FIELD_MARKING] = "marking",
	[FIELD_CHOICE] = NULL,         [FIELD_REF] = "id",              [FIELD_PATH] = "path",
	[FIELD_PICTURE] = "picture",
	[FIELD_RECORD] = NULL,
};
_Static_assert(COUNT_OF(kind_defs) == FIELD_RECORD + 1, "one definition a kind of field");

static const struct {
	const char *name, *schema;
} defs[] = {
	{"string", "{\"type\": \"string\", \"minLength\": 1}"},
	{"integer", "{\"type\": \"integer\"}"},
	{"number", "{\"type\": \"number\"}"},
	{"boolean", "{\"type\": \"boolean\"}"},
	{"id", "{\"type\": \"string\", \"pattern\": \"^[a-z][a-z0-9-]*$\"}"},
	{"ids", "{\"anyOf\": [{\"$ref\": \"#/$defs/id\"}, {\"$ref\": \"#/$defs/restricted\"}, "
		"{\"type\": \"array\", \"minItems\": 1, \"items\": {\"anyOf\": [{\"$ref\": \"#/$defs/id\"}, "
		"{\"$ref\": \"#/$defs/restricted\"}]}}]}"},
	{"date", "{\"anyOf\": [{\"type\": \"integer\", \"minimum\": 1000, \"maximum\": 9999}, "
		 "{\"type\": \"string\", \"pattern\": \"^[0-9]{4}(-[0-9]{2}){0,2}$\"}]}"},
	{"language", "{\"type\": \"string\", \"pattern\": \"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$\"}"},
	{"url", "{\"type\": \"string\", \"pattern\": \"^https?://[^ ]+$\"}"},
	{"email", "{\"type\": \"string\", \"pattern\": \"^[^@ ]+@[^@ ]+[.][^@ ]+$\"}"},
	{"phone", "{\"type\": \"string\", \"pattern\": \"^[+][1-9][0-9 -]+[0-9]$\"}"},
	{"time", "{\"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$\"}"},
	{"zone", "{\"type\": \"string\", \"pattern\": \"^[A-Za-z_+-]+(/[A-Za-z0-9_+-]+)+$\"}"},
	{"marking", "{\"anyOf\": [{\"$ref\": \"#/$defs/id\"}, {\"$ref\": \"#/$defs/text\"}]}"},
	{"audience", "{\"anyOf\": [{\"$ref\": \"#/$defs/id\"}, {\"type\": \"array\", \"minItems\": 1, \"items\": "
		     "{\"$ref\": \"#/$defs/id\"}}], \"description\": \"Only for these readers; see audiences.\"}"},
	{"restricted", "{\"type\": \"object\", \"required\": [\"value\", \"audience\"], \"properties\": {\"value\": {}, "
		       "\"audience\": {\"$ref\": \"#/$defs/audience\"}}, \"additionalProperties\": false}"},
	{"picture", "{\"type\": \"string\", \"pattern\": \"^[^./\\\\\\\\][^/\\\\\\\\]*[.](svg|png|jpe?g)$\"}"},
	{"path", "{\"type\": \"string\", \"pattern\": \"^[a-z][a-z0-9_-]*([.][a-z][a-z0-9_-]*)*$\"}"},
	{"languages", "{\"type\": \"object\", \"minProperties\": 1, \"patternProperties\": {\"^[a-z]{2,3}$\": "
		      "{\"$ref\": \"#/$defs/string\"}}, \"properties\": {\"audience\": {\"$ref\": \"#/$defs/audience\"}}, "
		      "\"additionalProperties\": false}"},
	{"text", "{\"type\": \"object\", \"minProperties\": 1, \"patternProperties\": {\"^[a-z]{2,3}$\": "
		 "{\"$ref\": \"#/$defs/string\"}}, \"properties\": {\"source\": {\"$ref\": \"#/$defs/ids\"}, "
		 "\"audience\": {\"$ref\": \"#/$defs/audience\"}, "
		 "\"shorter\": {\"$ref\": \"#/$defs/languages\"}, \"note\": {\"$ref\": \"#/$defs/languages\"}, "
		 "\"notes\": {\"type\": \"object\", \"minProperties\": 1, \"additionalProperties\": "
		 "{\"$ref\": \"#/$defs/languages\"}}}, "
		 "\"additionalProperties\": false}"},
	{"statement", "{\"$ref\": \"#/$defs/text\", \"required\": [\"source\"]}"},
};

static void put_ref(const char *name, struct buf *out)
{
	buf_printf(out, "{\"$ref\": \"#/$defs/%s\"}", name);
}

static void put_one(const struct schema_field *field, struct buf *out)
{
	bool is_map = field->kind == FIELD_RECORD || field->kind == FIELD_TEXT || field->kind == FIELD_STATEMENT;

	buf_puts(out, is_map ? "" : "{\"anyOf\": [");
	if (field->kind == FIELD_CHOICE)
		put_choices(field, out);
	else
		put_ref(field->kind == FIELD_RECORD ? field->target : kind_defs[field->kind], out);
	buf_puts(out, is_map ? "" : ", {\"$ref\": \"#/$defs/restricted\"}]}");
}

static void put_type(const struct schema_field *field, struct buf *out)
{
	if (!field->list) {
		put_one(field, out);
	} else if (field->kind == FIELD_REF) {
		put_ref("ids", out);
	} else {
		buf_puts(out, "{\"type\": \"array\", \"items\": ");
		put_one(field, out);
		buf_puts(out, field->required ? ", \"minItems\": 1}" : "}");
	}
}

static void put_required(const struct schema_record *record, struct buf *out)
{
	size_t count = 0;

	buf_puts(out, "   \"required\": [");
	for (size_t i = 0; i < record->count; i++) {
		if (!record->fields[i].required)
			continue;
		buf_puts(out, count++ ? ", " : "");
		buf_json(out, record->fields[i].name);
	}
	buf_puts(out, "],\n");
}

/* A description beside a $ref holds for that use of it, so every field is described where it stands. */
static void put_field(const struct schema_field *field, struct buf *out)
{
	buf_puts(out, "    ");
	buf_json(out, field->name);
	buf_puts(out, ": ");
	put_type(field, out);
	out->data[--out->len] = '\0'; /* the closing brace, to add the description before it */
	buf_puts(out, ", \"description\": ");
	buf_json(out, field->help);
	buf_putc(out, '}');
}

static void put_record(const char *name, const struct schema_record *record, bool whole, struct buf *out)
{
	buf_printf(out, "  \"%s\": {\n   \"description\": ", name);
	buf_json(out, record->help);
	buf_puts(out, ",\n   \"type\": \"object\",\n");
	if (whole)
		put_required(record, out);
	buf_puts(out, "   \"additionalProperties\": false,\n   \"properties\": {\n");
	for (size_t i = 0; i < record->count; i++) {
		put_field(&record->fields[i], out);
		buf_puts(out, ",\n");
	}
	buf_puts(out, "    \"audience\": {\"$ref\": \"#/$defs/audience\"}\n   }\n  }");
}

void schema_json(struct buf *out)
{
	buf_puts(out,
		 "{\n \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n \"title\": \"bifolio pack\",\n"
		 " \"$ref\": \"#/$defs/pack\",\n \"$defs\": {\n");
	for (size_t i = 0; i < COUNT_OF(defs); i++)
		buf_printf(out, "  \"%s\": %s,\n", defs[i].name, defs[i].schema);
	for (size_t i = 0; i < schema_record_count; i++) {
		put_record(schema_records[i].name, &schema_records[i], true, out);
		buf_puts(out, ",\n");
	}
	put_record("part", &schema_records[0], false, out);
	buf_puts(out, "\n }\n}\n");
}
