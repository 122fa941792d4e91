/*
 * The file as bytes. libharu's own save writes to a FILE and looks at no error of it, puts its version in the header
 * and an ID made from the clock in the trailer; so the header and the trailer are made here.
 */
#include "object_int.h"

#include <limits.h>

struct sink {
	struct buf *out;
	size_t start; /* of the file in out */
	struct objects *objects;
};

static HPDF_STATUS write_out(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT len)
{
	struct sink *sink = stream->attr;

	/* libharu writes offsets through a signed int. */
	if (sink->out->len - sink->start > INT_MAX - (size_t)len)
		return HPDF_SetError(stream->error, HPDF_STREAM_EOF, 0);
	buf_put(sink->out, data, len);
	return HPDF_OK;
}

/*
 * The ID tells two files apart; it need not withstand an attack. 128 bits over all bytes before the trailer's entries:
 * 64 of FNV-1a (Fowler, Noll, Vo), 32 of CRC-32, 32 of Adler-32. So it depends on the content alone.
 */
static void put_id(struct buf *out, const char *data, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u;
	uLong crc = crc32(0, NULL, 0), adler = adler32(0, NULL, 0);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)data[i]) * 0x100000001B3u;
	crc = crc32(crc, (const Bytef *)data, (uInt)len);
	adler = adler32(adler, (const Bytef *)data, (uInt)len);
	buf_printf(out, "<%016llX%08lX%08lX>", (unsigned long long)hash, crc, adler);
}

/* Called when all objects and the cross-reference table are written. */
static HPDF_STATUS write_trailer(HPDF_Dict trailer, HPDF_Stream stream)
{
	struct sink *sink = trailer->attr;
	struct buf text = {0}, id = {0};
	HPDF_STATUS status;

	put_id(&id, sink->out->data + sink->start, sink->out->len - sink->start);
	buf_puts(&text, "/Root ");
	token_ref(&text, sink->objects->catalog.number);
	buf_puts(&text, "/Info ");
	token_ref(&text, sink->objects->info.number);
	buf_printf(&text, "/ID[%s%s]", id.data, id.data);
	status = HPDF_Stream_Write(stream, (const HPDF_BYTE *)text.data, (HPDF_UINT)text.len);
	buf_free(&text);
	buf_free(&id);
	return status;
}

unsigned long save_file(struct objects *objects, struct buf *out)
{
	struct sink sink = {out, out->len, objects};
	HPDF_Doc doc = objects->doc;
	HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, write_out, &sink);
	HPDF_STATUS status;

	if (!stream)
		fatal_memory(sizeof *stream);
	doc->trailer->attr = &sink;
	doc->trailer->write_fn = write_trailer;
	status = HPDF_GetError(doc); /* of everything before: the calls that build only note it down */
	if (status == HPDF_OK)
		status = HPDF_Stream_WriteStr(stream, "%PDF-1.7\n%\267\276\255\252\n");
	if (status == HPDF_OK)
		status = HPDF_Xref_WriteToStream(doc->xref, stream, NULL);
	HPDF_Stream_Free(stream);
	doc->trailer->write_fn = NULL;
	doc->trailer->attr = NULL;
	return status == HPDF_OK ? HPDF_GetError(doc) : status;
}
