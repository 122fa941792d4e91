/*
 * The files attached to a finished PDF. libqpdf finds them and lifts encryption; unpacking is done here, because it
 * knows no limit and a file of some kilobytes could unpack to gigabytes.
 */
#include "qpdf_calls.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { ATTACHED_MOST = 10000, ATTACHED_BYTES = 64 << 20 };

struct attached {
	struct arena *arena;
	struct diag *diag;
	const struct qpdf_calls *calls;
	qpdf_data pdf;
	const char *path;
	LIST(struct pdf_attachment) files;
	bool failed;
};

static void refuse(struct attached *a, const char *name, const char *why)
{
	DIAG(a->diag, PDF_ATTACHED_FORM, ((struct pos){0}), name, a->path, why);
	a->failed = true;
}

static bool is(const struct attached *a, qpdf_oh object, enum qpdf_object_type_e type)
{
	return a->calls->qpdf_oh_get_type_code(a->pdf, object) == type;
}

/* A text of a dictionary; NULL if it has none there. */
static const char *text_of(const struct attached *a, qpdf_oh dict, const char *key)
{
	qpdf_oh value = a->calls->qpdf_oh_get_key(a->pdf, dict, key);

	return is(a, value, ot_string) ? arena_strdup(a->arena, a->calls->qpdf_oh_get_utf8_value(a->pdf, value)) : NULL;
}

/* Without its slash. */
static const char *name_of(const struct attached *a, qpdf_oh dict, const char *key)
{
	qpdf_oh value = a->calls->qpdf_oh_get_key(a->pdf, dict, key);

	return is(a, value, ot_name) ? arena_strdup(a->arena, a->calls->qpdf_oh_get_name(a->pdf, value) + 1) : "";
}

/* ---- content ---- */

/* False if the bytes are no packed stream, or too many. */
static bool unpack(struct attached *a, unsigned char *data, size_t len, struct pdf_attachment *file)
{
	unsigned char chunk[16384];
	struct buf out = {0};
	z_stream z = {.next_in = data, .avail_in = (uInt)len};
	int status = inflateInit(&z);

	while (status == Z_OK && out.len <= ATTACHED_BYTES) {
		z.next_out = chunk;
		z.avail_out = sizeof chunk;
		status = inflate(&z, Z_NO_FLUSH);
		buf_put(&out, chunk, sizeof chunk - z.avail_out);
	}
	inflateEnd(&z);
	file->data = arena_strndup(a->arena, out.data ? out.data : "", out.len);
	file->len = out.len;
	buf_free(&out);
	return status == Z_STREAM_END;
}

static void take_content(struct attached *a, qpdf_oh stream, struct pdf_attachment *file)
{
	const struct qpdf_calls *c = a->calls;
	qpdf_oh dict = c->qpdf_oh_get_dict(a->pdf, stream), filter = c->qpdf_oh_get_key(a->pdf, dict, "/Filter");
	bool packed = !strcmp(name_of(a, dict, "/Filter"), "FlateDecode");
	unsigned char *data = NULL;
	size_t len = 0;

	if (!packed && !is(a, filter, ot_null)) {
		refuse(a, file->name, DIAG_BOTH("its packing is not known", "압축 방식을 알 수 없습니다"));
	} else if (c->qpdf_oh_get_stream_data(a->pdf, stream, qpdf_dl_none, NULL, &data, &len) & QPDF_ERRORS) {
		refuse(a, file->name, DIAG_BOTH("its bytes are damaged", "내용이 손상되었습니다"));
	} else if (len > ATTACHED_BYTES || (packed && !unpack(a, data, len, file))) {
		refuse(a, file->name,
		       DIAG_BOTH("it is damaged or larger than 64 MiB", "손상되었거나 64 MiB보다 큽니다"));
	} else if (!packed) {
		file->data = arena_strndup(a->arena, data ? (char *)data : "", len);
		file->len = len;
	}
	free(data);
}

/* A name that can be written into a folder, and only there. */
static bool is_plain(const char *name)
{
	for (const char *c = name; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F || strchr("/\\:", *c))
			return false;
	return *name && *name != '.' && strlen(name) < 200;
}

static void take_file(struct attached *a, qpdf_oh spec)
{
	const struct qpdf_calls *c = a->calls;
	qpdf_oh stream = c->qpdf_oh_get_key(a->pdf, c->qpdf_oh_get_key(a->pdf, spec, "/EF"), "/F");
	struct pdf_attachment *file;
	const char *name = text_of(a, spec, "/UF");

	if (!name)
		name = text_of(a, spec, "/F");
	if (!name || !is(a, stream, ot_stream)) {
		refuse(a, name ? name : "", DIAG_BOTH("it has no name or no content", "이름이나 내용이 없습니다"));
	} else if (!is_plain(name)) {
		refuse(a, name,
		       DIAG_BOTH("its name could lead out of the folder", "이름이 폴더 밖을 가리킬 수 있습니다"));
	} else {
		file = LIST_ADD(a->arena, &a->files);
		file->name = name;
		file->relationship = name_of(a, spec, "/AFRelationship");
		file->description = text_of(a, spec, "/Desc");
		take_content(a, stream, file);
	}
}

static int by_name(const void *a, const void *b)
{
	const struct pdf_attachment *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* The files that the document as a whole is associated with. */
static void take_files(struct attached *a)
{
	const struct qpdf_calls *c = a->calls;
	qpdf_oh list = c->qpdf_oh_get_key(a->pdf, c->qpdf_get_root(a->pdf), "/AF");
	int count = is(a, list, ot_array) ? c->qpdf_oh_get_array_n_items(a->pdf, list) : 0;

	for (int i = 0; i < count && i < ATTACHED_MOST; i++) {
		qpdf_oh spec = c->qpdf_oh_get_array_item(a->pdf, list, i);

		if (is(a, spec, ot_dictionary))
			take_file(a, spec);
	}
	if (!a->files.count && !a->failed) {
		DIAG(a->diag, PDF_NO_SOURCES, ((struct pos){0}), a->path);
		a->failed = true;
		return;
	}
	if (a->files.count)
		qsort(a->files.items, a->files.count, sizeof *a->files.items, by_name);
	for (size_t i = 1; i < a->files.count; i++)
		if (!strcmp(a->files.items[i - 1].name, a->files.items[i].name))
			refuse(a, a->files.items[i].name,
			       DIAG_BOTH("two files have this name", "같은 이름의 파일이 둘입니다"));
}

static void report_unread(struct attached *a)
{
	qpdf_error error = a->calls->qpdf_get_error(a->pdf);

	a->failed = true;
	if (error && a->calls->qpdf_get_error_code(a->pdf, error) == qpdf_e_password)
		DIAG(a->diag, PDF_LOCKED, ((struct pos){0}), a->path);
	else
		DIAG(a->diag, PDF_UNREADABLE, ((struct pos){0}), a->path,
		     error ? a->calls->qpdf_get_error_message_detail(a->pdf, error) : "?");
}

bool pdf_attached(struct arena *arena, struct diag *diag, const struct pdf_input *input, struct pdf_sources *sources)
{
	struct qpdf_calls calls;
	struct attached a = {.arena = arena, .diag = diag, .calls = &calls, .path = input->path};

	if (!qpdf_calls_open(&calls, diag))
		return false;
	a.pdf = calls.qpdf_init();
	calls.qpdf_silence_errors(a.pdf);
	calls.qpdf_set_suppress_warnings(a.pdf, QPDF_TRUE);
	if (calls.qpdf_read_memory(a.pdf, input->path, input->data, input->len, input->password) & QPDF_ERRORS)
		report_unread(&a);
	else
		take_files(&a);
	*sources = (struct pdf_sources){a.files.items, a.files.count, calls.qpdf_is_encrypted(a.pdf)};
	calls.qpdf_cleanup(&a.pdf);
	qpdf_calls_close(&calls);
	return !a.failed;
}
