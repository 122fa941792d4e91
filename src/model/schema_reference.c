/*
 * The table of the pack format as Markdown: a section for each type of record with a table of its keys.
 */
#include "schema.h"

static const char *const kind_words[] = {
	[FIELD_TEXT] = "text in each language",
	[FIELD_STATEMENT] = "text in each language, with `source`",
	[FIELD_STRING] = "text",
	[FIELD_ID] = "id",
	[FIELD_INT] = "whole number",
	[FIELD_NUMBER] = "number",
	[FIELD_BOOL] = "`true` or `false`",
	[FIELD_DATE] = "date",
	[FIELD_LANGUAGE] = "language tag",
	[FIELD_URL] = "web address",
	[FIELD_EMAIL] = "mail address",
	[FIELD_PHONE] = "telephone number",
	[FIELD_TIME] = "time of day",
	[FIELD_ZONE] = "time zone",
	[FIELD_MARKING] = "marking",
	[FIELD_CHOICE] = "",
	[FIELD_REF] = "",
	[FIELD_PICTURE] = "file of a picture",
	[FIELD_PATH] = "path",
	[FIELD_RECORD] = "",
};
_Static_assert(COUNT_OF(kind_words) == FIELD_RECORD + 1, "words for each kind of field");

static void put_kind(const struct schema_field *field, struct buf *out)
{
	if (field->list)
		buf_puts(out, "list: ");
	if (field->kind == FIELD_REF)
		buf_printf(out, "id of [%s](#%s)", field->target, field->target);
	else if (field->kind == FIELD_RECORD)
		buf_printf(out, "[%s](#%s)", field->target, field->target);
	else
		buf_puts(out, kind_words[field->kind]);
	for (size_t i = 0; field->kind == FIELD_CHOICE && field->choices[i]; i++)
		buf_printf(out, "%s`%s`", i ? ", " : "", field->choices[i]);
}

static void put_record(const struct schema_record *record, struct buf *out)
{
	buf_printf(out, "\n## %s\n\n%s\n\n| key | value | required | meaning |\n|---|---|---|---|\n", record->name,
		   record->help);
	for (size_t i = 0; i < record->count; i++) {
		const struct schema_field *field = &record->fields[i];

		buf_printf(out, "| `%s` | ", field->name);
		put_kind(field, out);
		buf_printf(out, " | %s | %s |\n", field->required ? "yes" : "", field->help);
	}
}

void schema_reference(struct buf *out)
{
	static const char intro[] =
		"# The pack format\n\n"
		"Made by `bifolio schema pack --markdown` from the table that packs are checked by.\n\n"
		"A pack is one YAML file, or a folder whose `.yaml` files each hold some of the keys of [pack](#pack). "
		"Every key that is not listed here is an error.\n\n"
		"- **text in each language**: a mapping with one key for each language of the pack, and `source` "
		"(the id of a paragraph, or a list of them): `{en: Signing, ko: 서명, source: p4}`. Any text may also have "
		"`shorter` (a shorter form, in each language, that is shown if a limit of pages needs it), `note` (a note "
		"at the foot of the page, in each language) and `notes` (more of them by ids: `notes: {fees: {en: …, ko: …}}`, "
		"each marked `[^fees]` in the text of every language).\n"
		"- **id**: small letters a to z, digits and hyphens, beginning with a letter; unique in the pack.\n"
		"- **date**: `2023`, `2023-11` or `2023-11-22`; the form says how precisely it is known.\n"
		"- **path**: keys and ids from the root of the pack, joined by dots: `instruments.digital.topics`.\n"
		"- **number**: digits with a point before decimals, no separators of groups: `1200`, `-12.5`; at most "
		"12 digits before the point and 3 after it.\n"
		"- **web address**: complete, with `https://` or `http://`.\n"
		"- **telephone number**: international, with `+` and the country code: `+82-44-202-4034`.\n"
		"- **time of day**: `2023-11-22T15:00`, on the clocks of the time zone beside it.\n"
		"- **time zone**: a name of the IANA time zone database: `Europe/London`, `Asia/Seoul`.\n"
		"- **marking**: a word for which `templates/languages.yaml` has a form in each language (`draft`, "
		"`official-sensitive`), or a text in each language.\n"
		"- **audience**: every mapping, whatever it holds, may have the key `audience` with the id of one of the pack's "
		"`audiences`, or a list of them: it is then left out of every edition for anybody else, and so is a whole file "
		"that begins with it. A bare value is written `{value: p4, audience: press}` for this.\n"
		"- A list of ids that has one entry may be written as that id alone.\n";

	buf_puts(out, intro);
	for (size_t i = 0; i < schema_record_count; i++)
		put_record(&schema_records[i], out);
}
