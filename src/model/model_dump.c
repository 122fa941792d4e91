/*
 * A pack as indented text, every value with its kind. Tests compare it, so its order is that of the schema and the
 * files.
 */
#include "model_int.h"

#include <inttypes.h>

static void dump(const struct pack *pack, const char *name, const struct value *value, unsigned int depth,
		 struct buf *out);

static void indent(unsigned int depth, struct buf *out)
{
	buf_printf(out, "%*s", (int)depth * 2, "");
}

static void dump_date(const struct date *date, struct buf *out)
{
	static const char *const words[] = {[DATE_YEAR] = "year", [DATE_MONTH] = "month", [DATE_DAY] = "day"};

	buf_printf(out, "%04d", date->year);
	if (date->precision != DATE_YEAR)
		buf_printf(out, "-%02d", date->month);
	if (date->precision == DATE_DAY)
		buf_printf(out, "-%02d", date->day);
	buf_printf(out, " (%s)\n", words[date->precision]);
}

static void dump_text(const struct pack *pack, const struct value *value, unsigned int depth, struct buf *out)
{
	const struct value *source = value->as.text.source;

	buf_puts(out, "text\n");
	if (value->as.text.shorter)
		dump(pack, "shorter", value->as.text.shorter, depth + 1, out);
	if (value->as.text.note)
		dump(pack, "note", value->as.text.note, depth + 1, out);
	for (size_t i = 0; i < value->as.text.note_count; i++)
		dump(pack, value->as.text.notes[i].id, value->as.text.notes[i].text, depth + 1, out);
	for (size_t i = 0; i < pack->lang_count; i++) {
		indent(depth + 1, out);
		buf_printf(out, "%s ", pack->langs[i].key);
		buf_json(out, value->as.text.lang[i]);
		buf_putc(out, '\n');
	}
	if (!source)
		return;
	indent(depth + 1, out);
	buf_puts(out, "source");
	for (size_t i = 0; i < source->as.list.count; i++)
		buf_printf(out, " %s", source->as.list.items[i]->as.ref.id);
	buf_putc(out, '\n');
}

static void dump_path(const struct value *value, struct buf *out)
{
	const struct value *target = value->as.path.target;

	buf_printf(out, "path %s", value->as.path.path);
	if (target->kind == VALUE_LIST)
		buf_printf(out, " (list of %zu)", target->as.list.count);
	buf_putc(out, '\n');
}

static void dump_record(const struct pack *pack, const struct value *value, unsigned int depth, struct buf *out)
{
	const struct schema_record *schema = value->as.record.schema;

	buf_printf(out, "%s\n", schema->name);
	for (size_t i = 0; i < schema->count; i++)
		if (value->as.record.fields[i])
			dump(pack, schema->fields[i].name, value->as.record.fields[i], depth + 1, out);
}

/* One value; name is that of its field, or "-" in a list. */
static void dump(const struct pack *pack, const char *name, const struct value *value, unsigned int depth,
		 struct buf *out)
{
	indent(depth, out);
	buf_printf(out, "%s ", name);
	switch (value->kind) {
	case VALUE_STRING:
		buf_json(out, value->as.string);
		buf_putc(out, '\n');
		break;
	case VALUE_TEXT:
		dump_text(pack, value, depth, out);
		break;
	case VALUE_INT:
		buf_printf(out, "%" PRId64 "\n", value->as.integer);
		break;
	case VALUE_NUMBER:
		buf_mpt(out, value->as.number.thousandths);
		buf_printf(out, " (%d places)\n", value->as.number.places);
		break;
	case VALUE_BOOL:
		buf_puts(out, value->as.truth ? "true\n" : "false\n");
		break;
	case VALUE_DATE:
		dump_date(&value->as.date, out);
		break;
	case VALUE_REF:
		buf_printf(out, "ref %s (%s)\n", value->as.ref.id, value->as.ref.target->as.record.schema->name);
		break;
	case VALUE_PATH:
		dump_path(value, out);
		break;
	case VALUE_PICTURE:
		buf_json(out, value->as.picture.name);
		buf_printf(out, " (picture of %d to %d)\n", (int)value->as.picture.art->width,
			   (int)value->as.picture.art->height);
		break;
	case VALUE_LIST:
		buf_printf(out, "list of %zu\n", value->as.list.count);
		for (size_t i = 0; i < value->as.list.count; i++)
			dump(pack, "-", value->as.list.items[i], depth + 1, out);
		break;
	case VALUE_RECORD:
		dump_record(pack, value, depth, out);
		break;
	}
}

void model_dump(const struct pack *pack, struct buf *out)
{
	buf_puts(out, "languages");
	for (size_t i = 0; i < pack->lang_count; i++)
		buf_printf(out, " %s=%s", pack->langs[i].key, pack->langs[i].tag);
	buf_putc(out, '\n');
	dump(pack, "pack", pack->root, 0, out);
}
