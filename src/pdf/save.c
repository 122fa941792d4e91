/*
 * The file as bytes. Dictionaries are packed by the hundred into object streams, and the cross-reference table is a
 * stream too (ISO 32000-1, 7.5.7 and 7.5.8): the structure tree, half of a plain file, packs to a tenth. libharu's own
 * save knows neither, looks at no error of the file it writes to, and makes the ID from the clock.
 */
#include "object_int.h"

#include <limits.h>
#include <string.h>

/* Objects in one stream: a reader that wants one of them unpacks all. Twice as many save 1 % of the file. */
enum { SAVE_GROUP = 100 };

/* As the cross-reference stream has it: type, then what the type wants. */
enum row_type { ROW_FREE, ROW_PLAIN, ROW_GROUPED };
struct row {
	enum row_type type;
	size_t place;   /* PLAIN: offset in the file; GROUPED: number of its stream */
	unsigned index; /* GROUPED: in its stream */
};

struct save {
	struct objects *objects;
	struct buf *out;
	size_t start;     /* of the file in out */
	struct row *rows; /* by number of the object */
	size_t count;     /* of rows */
	HPDF_Stream text; /* prints to group.bodies */
	HPDF_Stream file; /* prints to out */
	struct {
		struct buf heads, bodies; /* number and offset of each object; the objects */
		unsigned count;
	} group;
};

static HPDF_STATUS print(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT len)
{
	buf_put(stream->attr, data, len);
	return HPDF_OK;
}

static size_t begin_row(struct save *s, size_t number)
{
	s->rows[number] = (struct row){ROW_PLAIN, s->out->len - s->start, 0};
	buf_printf(s->out, "%zu 0 obj\n", number);
	return number;
}

/* A stream of this file: its entries, without /Length, and its bytes. */
static void put_stream(struct save *s, size_t number, const struct buf *entries, const struct buf *data)
{
	begin_row(s, number);
	buf_printf(s->out, "<<%s/Length %zu/Filter/FlateDecode>>\nstream\n", entries->data, data->len);
	buf_put(s->out, data->data, data->len);
	buf_puts(s->out, "\nendstream\nendobj\n");
}

/* ---- object streams ---- */

static void end_group(struct save *s)
{
	struct buf entries = {0};
	size_t first = s->group.heads.len;

	if (!s->group.count)
		return;
	buf_printf(&entries, "/Type/ObjStm/N %u/First %zu", s->group.count, first);
	buf_put(&s->group.heads, s->group.bodies.data, s->group.bodies.len);
	object_pack(s->objects, s->group.heads.data, s->group.heads.len);
	put_stream(s, s->count++, &entries, &s->objects->packed);
	s->group.count = 0;
	s->group.heads.len = s->group.bodies.len = 0;
	buf_free(&entries);
}

static void put_grouped(struct save *s, size_t number, HPDF_Dict dict)
{
	buf_uint(&s->group.heads, number);
	buf_putc(&s->group.heads, ' ');
	buf_uint(&s->group.heads, s->group.bodies.len);
	buf_putc(&s->group.heads, ' ');
	s->rows[number] = (struct row){ROW_GROUPED, s->count, s->group.count++};
	HPDF_Obj_WriteValue(dict, s->text, NULL);
	buf_putc(&s->group.bodies, '\n');
	if (s->group.count == SAVE_GROUP)
		end_group(s);
}

static void put_plain(struct save *s, size_t number, HPDF_Dict dict)
{
	begin_row(s, number);
	HPDF_Obj_WriteValue(dict, s->file, NULL);
	buf_puts(s->out, "\nendobj\n");
}

/* The first number is that of no object. */
static void put_objects(struct save *s)
{
	HPDF_List entries = s->objects->doc->xref->entries;

	for (HPDF_UINT i = 1; i < entries->count; i++) {
		HPDF_Dict dict = ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, i))->obj;
		const struct object *o = object_behind(dict);

		if (o == &s->objects->info && !o->dict_len)
			s->rows[i] = s->rows[0];
		else if (o && o->data)
			put_plain(s, i, dict);
		else
			put_grouped(s, i, dict);
	}
	end_group(s);
}

/* ---- cross-reference stream ---- */

static void put_big_endian(struct buf *out, size_t value, unsigned bytes)
{
	while (bytes--)
		buf_putc(out, (char)(value >> 8 * bytes & 0xFF));
}

/* Rows as differences to the one above (predictor 12): most say the same again, one further on. */
static void put_rows(const struct save *s, struct buf *out)
{
	struct buf row = {0};
	unsigned char above[1 + 4 + 2] = {0};

	for (size_t i = 0; i < s->count; i++) {
		row.len = 0;
		put_big_endian(&row, s->rows[i].type, 1);
		put_big_endian(&row, s->rows[i].place, 4);
		put_big_endian(&row, s->rows[i].index, 2);
		buf_putc(out, 2);
		for (size_t k = 0; k < sizeof above; k++)
			buf_putc(out, (char)((unsigned char)row.data[k] - above[k]));
		memcpy(above, row.data, sizeof above);
	}
	buf_free(&row);
}

void save_hash(struct buf *out, const char *data, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u;
	uint32_t crc = libdeflate_crc32(0, data, len), adler = libdeflate_adler32(1, data, len);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)data[i]) * 0x100000001B3u;
	buf_printf(out, "<%016llX%08lX%08lX>", (unsigned long long)hash, (unsigned long)crc, (unsigned long)adler);
}

/* Over all bytes before the cross-references, so it depends on the content alone. */
static void put_id(const struct save *s, struct buf *out)
{
	struct buf hash = {0};

	save_hash(&hash, s->out->data + s->start, s->out->len - s->start);
	buf_printf(out, "/ID[%s%s]", hash.data, hash.data);
	buf_free(&hash);
}

static void put_references(struct save *s)
{
	struct buf entries = {0}, rows = {0};
	size_t number = s->count++, at = s->out->len - s->start;

	buf_printf(&entries, "/Type/XRef/Size %zu/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Root ", s->count);
	token_ref(&entries, s->objects->catalog.number);
	if (s->objects->info.dict_len) {
		buf_puts(&entries, "/Info ");
		token_ref(&entries, s->objects->info.number);
	}
	put_id(s, &entries);
	s->rows[number] = (struct row){ROW_PLAIN, at, 0};
	put_rows(s, &rows);
	object_pack(s->objects, rows.data, rows.len);
	put_stream(s, number, &entries, &s->objects->packed);
	buf_printf(s->out, "startxref\n%zu\n%%%%EOF\n", at);
	buf_free(&rows);
	buf_free(&entries);
}

static HPDF_Stream printer(HPDF_Doc doc, struct buf *to)
{
	HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, print, to);

	if (!stream)
		fatal_memory(sizeof *stream);
	return stream;
}

unsigned long save_file(struct objects *objects, const char *version, struct buf *out)
{
	HPDF_Doc doc = objects->doc;
	size_t count = doc->xref->entries->count;
	struct save s = {.objects = objects, .out = out, .start = out->len, .count = count};

	/* libharu's calls that build only note an error down. */
	if (HPDF_GetError(doc) != HPDF_OK)
		return HPDF_GetError(doc);
	s.rows = arena_array(objects->arena, count + count / SAVE_GROUP + 2, sizeof *s.rows);
	s.rows[0].index = 65535; /* the generation that says it will never be used */
	s.text = printer(doc, &s.group.bodies);
	s.file = printer(doc, out);
	buf_printf(out, "%%PDF-%s\n%%\267\276\255\252\n", version);
	put_objects(&s);
	put_references(&s);
	HPDF_Stream_Free(s.text);
	HPDF_Stream_Free(s.file);
	buf_free(&s.group.heads);
	buf_free(&s.group.bodies);
	return out->len - s.start > INT_MAX ? HPDF_FILE_IO_ERROR : HPDF_GetError(doc);
}
