/*
 * Tables of formats beside the pack, such as job lists, as JSON Schema 2020-12 and as Markdown. They have keys of strings,
 * numbers, choices and records only, and no audiences. records[0] is the file itself.
 */
#include "schema.h"

static const char *const types[] = {
	[FIELD_STRING] = "\"type\": \"string\", \"minLength\": 1",
	[FIELD_INT] = "\"type\": \"integer\"",
	[FIELD_BOOL] = "\"type\": \"boolean\"",
	[FIELD_RECORD] = "",
};

static const char *const words[] = {
	[FIELD_STRING] = "text",
	[FIELD_INT] = "whole number",
	[FIELD_BOOL] = "`true` or `false`",
	[FIELD_RECORD] = "",
};
_Static_assert(COUNT_OF(types) == COUNT_OF(words), "words for each type");

/* ---- JSON Schema ---- */

static void put_type(const struct schema_field *field, struct buf *out)
{
	if (field->kind == FIELD_RECORD)
		buf_printf(out, "\"$ref\": \"#/$defs/%s\"", field->target);
	else if (field->kind != FIELD_CHOICE)
		buf_puts(out, types[field->kind]);
	else
		for (size_t i = 0; field->choices[i]; i++) {
			buf_puts(out, i ? ", " : "\"enum\": [");
			buf_json(out, field->choices[i]);
			buf_puts(out, field->choices[i + 1] ? "" : "]");
		}
}

static void put_field(const struct schema_field *field, struct buf *out)
{
	buf_puts(out, "    ");
	buf_json(out, field->name);
	buf_puts(out, field->list ? ": {\"type\": \"array\", \"minItems\": 1, \"items\": {" : ": {");
	put_type(field, out);
	buf_puts(out, field->list ? "}, \"description\": " : ", \"description\": ");
	buf_json(out, field->help);
	buf_putc(out, '}');
}

static void put_record(const struct schema_record *record, struct buf *out)
{
	size_t count = 0;

	buf_printf(out, "  \"%s\": {\n   \"description\": ", record->name);
	buf_json(out, record->help);
	buf_puts(out, ",\n   \"type\": \"object\",\n   \"additionalProperties\": false,\n   \"required\": [");
	for (size_t i = 0; i < record->count; i++)
		if (record->fields[i].required) {
			buf_puts(out, count++ ? ", " : "");
			buf_json(out, record->fields[i].name);
		}
	buf_puts(out, "],\n   \"properties\": {\n");
	for (size_t i = 0; i < record->count; i++) {
		put_field(&record->fields[i], out);
		buf_puts(out, i + 1 < record->count ? ",\n" : "\n   }\n  }");
	}
}

void schema_format_json(const struct schema_record *records, size_t count, struct buf *out)
{
	buf_printf(out,
		   "{\n \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n \"title\": \"bifolio %s\",\n"
		   " \"$ref\": \"#/$defs/%s\",\n \"$defs\": {\n",
		   records[0].name, records[0].name);
	for (size_t i = 0; i < count; i++) {
		put_record(&records[i], out);
		buf_puts(out, i + 1 < count ? ",\n" : "\n }\n}\n");
	}
}

/* ---- Markdown ---- */

static void put_words(const struct schema_field *field, struct buf *out)
{
	buf_puts(out, field->list ? "list: " : "");
	if (field->kind == FIELD_RECORD)
		buf_printf(out, "[%s](#%s)", field->target, field->target);
	else if (field->kind != FIELD_CHOICE)
		buf_puts(out, words[field->kind]);
	else
		for (size_t i = 0; field->choices[i]; i++)
			buf_printf(out, "%s`%s`", i ? ", " : "", field->choices[i]);
}

void schema_format_reference(const struct schema_record *records, size_t count, struct buf *out)
{
	buf_printf(
		out,
		"# The format of %s\n\nMade by `bifolio schema %s --markdown` from the table that it is checked by. Every "
		"key that is not listed here is an error.\n",
		records[0].name, records[0].name);
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, "\n## %s\n\n%s\n\n| key | value | required | meaning |\n|---|---|---|---|\n",
			   records[i].name, records[i].help);
		for (size_t f = 0; f < records[i].count; f++) {
			const struct schema_field *field = &records[i].fields[f];

			buf_printf(out, "| `%s` | ", field->name);
			put_words(field, out);
			buf_printf(out, " | %s | %s |\n", field->required ? "yes" : "", field->help);
		}
	}
}
