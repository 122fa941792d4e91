#include "object_int.h"

#include <string.h>

/* Measured on 900 pages, 23 MB: level 5 takes 0.4 s and half of what zlib does for 1.5 % more; level 8 saves 2.7 % of the file
 * for three times that, level 1 takes half of it for 10 % more. */
enum { OBJECT_LEVEL = 5 };
/* Leaves on one branch of the page tree: a reader finds a page without walking through all of them. */
enum { OBJECT_BRANCH = 128 };

static HPDF_STATUS write_dict(HPDF_Dict dict, HPDF_Stream stream)
{
	struct object *o = dict->attr;

	o->stream = stream;
	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)o->dict, (HPDF_UINT)o->dict_len);
}

static HPDF_STATUS write_data(HPDF_Dict dict)
{
	struct object *o = dict->attr;
	HPDF_Stream stream = o->stream;
	HPDF_STATUS status;

	o->stream = NULL;
	if (!o->data)
		return HPDF_OK;
	status = HPDF_Stream_WriteStr(stream, "\nstream\n");
	if (status == HPDF_OK)
		status = HPDF_Stream_Write(stream, (const HPDF_BYTE *)o->data, (HPDF_UINT)o->data_len);
	return status == HPDF_OK ? HPDF_Stream_WriteStr(stream, "\nendstream") : status;
}

static void hook(HPDF_Dict dict, struct object *o)
{
	dict->attr = o;
	dict->write_fn = write_dict;
	dict->after_write_fn = write_data;
	o->number = dict->header.obj_id & 0x00FFFFFF;
	o->dict = "";
}

const struct object *object_behind(const HPDF_Dict dict)
{
	return dict->write_fn == write_dict ? dict->attr : NULL;
}

struct objects *object_open(struct arena *arena)
{
	struct objects *objects = arena_alloc(arena, sizeof *objects);

	objects->arena = arena;
	objects->doc = HPDF_New(NULL, NULL);
	objects->deflate = libdeflate_alloc_compressor(OBJECT_LEVEL);
	if (!objects->doc || !objects->deflate)
		fatal_memory(sizeof *objects);
	objects->branch = objects->doc->root_pages;
	hook(objects->doc->catalog, &objects->catalog);
	HPDF_Dict_RemoveElement(objects->doc->info, "Producer"); /* libharu names itself there */
	hook(objects->doc->info, &objects->info);
	return objects;
}

void object_close(struct objects *objects)
{
	libdeflate_free_compressor(objects->deflate);
	buf_free(&objects->dict);
	buf_free(&objects->packed);
	HPDF_Free(objects->doc);
}

/* NULL if libharu takes no more objects: it keeps the error until the file is saved. */
static HPDF_Dict new_dict(struct objects *objects, struct object *o)
{
	HPDF_Dict dict = HPDF_Dict_New(objects->doc->mmgr);

	if (!dict)
		fatal_memory(sizeof *dict);
	if (HPDF_Xref_Add(objects->doc->xref, dict) != HPDF_OK)
		return NULL;
	hook(dict, o);
	return dict;
}

struct object *object_new(struct objects *objects)
{
	struct object *o = arena_alloc(objects->arena, sizeof *o);

	o->dict = "";
	new_dict(objects, o);
	return o;
}

struct object *object_page(struct objects *objects)
{
	struct object *o = arena_alloc(objects->arena, sizeof *o);
	HPDF_Dict dict;

	if (objects->page_count && objects->page_count % OBJECT_BRANCH == 0)
		objects->branch = HPDF_Doc_AddPagesTo(objects->doc, objects->doc->root_pages);
	o->dict = "";
	dict = objects->branch ? new_dict(objects, o) : NULL;
	objects->page_count++;
	if (!dict || HPDF_Pages_AddKids(objects->branch, dict) != HPDF_OK)
		return o;
	/* Only now: libharu counts its pages by class, and takes attr of a page for its own while it hangs it in. */
	dict->header.obj_class |= HPDF_OSUBCLASS_PAGE;
	return o;
}

struct object *object_catalog(struct objects *objects)
{
	return &objects->catalog;
}

struct object *object_info(struct objects *objects)
{
	return &objects->info;
}

void object_pack(struct objects *objects, const void *data, size_t len)
{
	size_t most = libdeflate_zlib_compress_bound(objects->deflate, len);
	char *room;

	objects->packed.len = 0;
	room = buf_room(&objects->packed, most);
	objects->packed.len = libdeflate_zlib_compress(objects->deflate, data, len, room, most);
	if (!objects->packed.len)
		BUG("%zu bytes did not pack into %zu", len, most);
}

void object_stream(struct objects *objects, struct object *o, const void *data, size_t len, bool pack)
{
	if (pack) {
		object_pack(objects, data, len);
		o->data_len = objects->packed.len;
		o->data = memcpy(arena_alloc(objects->arena, o->data_len), objects->packed.data, o->data_len);
		o->packed = true;
	} else {
		o->data = data;
		o->data_len = len;
	}
}

struct buf *object_begin(struct objects *objects, const struct object *o)
{
	if (objects->filling)
		BUG("object %u begins inside object %u", (unsigned int)o->number,
		    (unsigned int)objects->filling->number);
	objects->filling = o;
	objects->dict.len = 0;
	if (o->data)
		buf_printf(&objects->dict, "/Length %zu", o->data_len);
	if (o->packed)
		buf_puts(&objects->dict, "/Filter/FlateDecode");
	return &objects->dict;
}

void object_end(struct objects *objects, struct object *o)
{
	if (objects->filling != o)
		BUG("object %u ends that was not begun", (unsigned int)o->number);
	objects->filling = NULL;
	o->dict = arena_strndup(objects->arena, objects->dict.data ? objects->dict.data : "", objects->dict.len);
	o->dict_len = objects->dict.len;
}
