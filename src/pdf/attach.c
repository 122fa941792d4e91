/*
 * Attached files: the pack's sources and data, as associated files of the document (ISO 32000-2, 14.13, which PDF/A-3
 * has from there).
 */
#include "pdf_int.h"

#include <stdlib.h>
#include <string.h>

static const struct object *write_content(struct writer *w, const struct pdf_attachment *file)
{
	struct object *o = object_new(w->objects);
	struct buf *out;

	object_stream(w->objects, o, file->data, file->len, true);
	out = object_begin(w->objects, o);
	buf_puts(out, "/Type/EmbeddedFile/Subtype");
	token_name(out, file->mime);
	buf_printf(out, "/Params<</Size %zu/ModDate", file->len);
	token_date(out, w->options->timestamp);
	buf_puts(out, ">>");
	object_end(w->objects, o);
	return o;
}

static struct object *write_file(struct writer *w, const struct pdf_attachment *file)
{
	const struct object *content = write_content(w, file);
	struct object *o = object_new(w->objects);
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Type/Filespec/F");
	token_text(out, file->name, strlen(file->name));
	buf_puts(out, "/UF");
	token_text(out, file->name, strlen(file->name));
	buf_puts(out, "/EF<</F ");
	token_ref(out, content->number);
	buf_puts(out, "/UF ");
	token_ref(out, content->number);
	buf_puts(out, ">>/AFRelationship");
	token_name(out, file->relationship);
	if (file->description) {
		buf_puts(out, "/Desc");
		token_text(out, file->description, strlen(file->description));
	}
	object_end(w->objects, o);
	return o;
}

void attach_write(struct writer *w)
{
	w->attached = arena_array(w->arena, w->options->attachment_count, sizeof(struct object *));
	for (size_t i = 0; i < w->options->attachment_count; i++)
		w->attached[i] = write_file(w, &w->options->attachments[i]);
}

struct entry {
	const char *name;
	const struct object *object;
};

static int by_name(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : (x->object->number > y->object->number) - (x->object->number < y->object->number);
}

/* Keys of a name tree are in the order of their bytes; UTF-8 keeps that of the characters. */
void attach_names(const struct writer *w, struct buf *out)
{
	size_t count = w->options->attachment_count;
	struct entry *entries = arena_array(w->arena, count, sizeof *entries);

	for (size_t i = 0; i < count; i++)
		entries[i] = (struct entry){w->options->attachments[i].name, w->attached[i]};
	if (count)
		qsort(entries, count, sizeof *entries, by_name);
	buf_puts(out, "<</Names[");
	for (size_t i = 0; i < count; i++) {
		token_bytes(out, entries[i].name, strlen(entries[i].name));
		token_ref(out, entries[i].object->number);
	}
	buf_puts(out, "]>>");
}
