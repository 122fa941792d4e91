/*
 * A signature on a finished file, as an update behind it: the bytes that were there stay, so the file inside is still the
 * one that was built. The update has the catalog and the first page again, with the signature's field, and the signature
 * itself, which covers all bytes but its own.
 *
 * The field shows nothing and lies beside the page: PDF/UA wants no element for it there, PDF/A no appearance.
 */
#include "cms.h"
#include "qpdf_calls.h"

#include <stdlib.h>
#include <string.h>

/* Digits of a number that is put in afterwards; and how far the length of one key's signatures varies. */
enum { SIGN_DIGITS = 10, SIGN_SLACK = 64 };

struct entry {
	unsigned number;
	size_t offset; /* in the file */
};

struct sign {
	struct arena *arena;
	struct diag *diag;
	const struct pdf_input *input;
	const struct pdf_signature *signature;
	struct qpdf_calls calls;
	qpdf_data pdf;
	struct cms *cms;
	struct buf *out;
	size_t start;            /* of the file in out */
	struct entry entries[5]; /* the update's objects */
	size_t count;
	unsigned free;                         /* first number that no object has */
	size_t ranges, contents, contents_end; /* where the signature's numbers and bytes go, in the file */
};

static bool refuse(struct sign *s, const char *why)
{
	DIAG(s->diag, PDF_UNSIGNABLE, ((struct pos){0}), s->input->path, why);
	return false;
}

static size_t here(const struct sign *s)
{
	return s->out->len - s->start;
}

static void begin(struct sign *s, unsigned number)
{
	s->entries[s->count++] = (struct entry){number, here(s)};
	buf_uint(s->out, number);
	buf_puts(s->out, " 0 obj\n");
}

static void end(struct sign *s)
{
	buf_puts(s->out, "\nendobj\n");
}

static bool is(const struct sign *s, qpdf_oh object, enum qpdf_object_type_e type)
{
	return s->calls.qpdf_oh_get_type_code(s->pdf, object) == type;
}

/* A dictionary as it is, but for the brackets at its end. */
static void put_open(struct sign *s, qpdf_oh dict)
{
	const char *text = s->calls.qpdf_oh_unparse_resolved(s->pdf, dict);

	buf_put(s->out, text, strlen(text) - 2);
}

/* ---- the objects of the update ---- */

static void put_catalog(struct sign *s, qpdf_oh root, unsigned field)
{
	begin(s, (unsigned)s->calls.qpdf_oh_get_object_id(s->pdf, root));
	put_open(s, root);
	buf_puts(s->out, "/AcroForm<</Fields[");
	token_ref(s->out, field);
	buf_puts(s->out, "]/SigFlags 3>>");
	/* Where signatures of this kind were not yet part of the format (ETSI EN 319 142-1, 5.5). */
	if (strcmp(s->calls.qpdf_get_pdf_version(s->pdf), "2.0") < 0)
		buf_puts(s->out, "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 1>>>>");
	buf_puts(s->out, ">>");
	end(s);
}

static void put_page(struct sign *s, qpdf_oh page, unsigned field)
{
	const struct qpdf_calls *c = &s->calls;
	qpdf_oh links = c->qpdf_oh_get_key(s->pdf, page, "/Annots");
	const char *held = is(s, links, ot_array) ? c->qpdf_oh_unparse_resolved(s->pdf, links) : "[]";

	held = arena_strndup(s->arena, held, strlen(held) - 1);
	c->qpdf_oh_replace_key(s->pdf, page, "/Annots", c->qpdf_oh_new_null(s->pdf));
	begin(s, (unsigned)c->qpdf_oh_get_object_id(s->pdf, page));
	put_open(s, page);
	buf_printf(s->out, "/Annots%s ", held);
	token_ref(s->out, field);
	buf_puts(s->out, "]>>");
	end(s);
}

/* F: it is printed, as PDF/A wants of all that is on a page, and locked. */
static void put_field(struct sign *s, unsigned number, unsigned page, unsigned value)
{
	begin(s, number);
	buf_puts(s->out, "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU(Signature)/F 132/Rect[0 0 0 0]/P ");
	token_ref(s->out, page);
	buf_puts(s->out, "/V ");
	token_ref(s->out, value);
	buf_puts(s->out, ">>");
	end(s);
}

static void put_zeros(struct buf *out, size_t count)
{
	while (count--)
		buf_putc(out, '0');
}

static void put_signature(struct sign *s, unsigned number, size_t size)
{
	begin(s, number);
	buf_puts(s->out, "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M");
	token_date(s->out, s->signature->time);
	if (s->signature->reason) {
		buf_puts(s->out, "/Reason");
		token_text(s->out, s->signature->reason, strlen(s->signature->reason));
	}
	buf_puts(s->out, "/ByteRange[0 ");
	s->ranges = here(s);
	buf_printf(s->out, "%*s]/Contents", 3 * SIGN_DIGITS + 2, "");
	s->contents = here(s);
	buf_putc(s->out, '<');
	put_zeros(s->out, 2 * size);
	buf_putc(s->out, '>');
	s->contents_end = here(s);
	buf_puts(s->out, ">>");
	end(s);
}

/* ---- cross-references ---- */

static int by_number(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

static void put_row(struct buf *out, size_t offset)
{
	buf_putc(out, 1);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_putc(out, (char)(offset >> shift & 0xFF));
	buf_putc(out, 0);
	buf_putc(out, 0);
}

/* The first half of the ID stays: it names the document; the second names this version. */
static void put_ids(struct sign *s, qpdf_oh trailer)
{
	const struct qpdf_calls *c = &s->calls;
	qpdf_oh id = c->qpdf_oh_get_key(s->pdf, trailer, "/ID");

	buf_puts(s->out, "/ID[");
	if (is(s, id, ot_array) && c->qpdf_oh_get_array_n_items(s->pdf, id) == 2)
		buf_puts(s->out, c->qpdf_oh_unparse(s->pdf, c->qpdf_oh_get_array_item(s->pdf, id, 0)));
	else
		save_hash(s->out, s->input->data, s->input->len);
	save_hash(s->out, s->out->data + s->start, here(s));
	buf_putc(s->out, ']');
}

static void put_references(struct sign *s, qpdf_oh trailer, size_t before)
{
	const struct qpdf_calls *c = &s->calls;
	unsigned number = s->free++;
	size_t at = here(s);

	begin(s, number);
	qsort(s->entries, s->count, sizeof *s->entries, by_number);
	buf_printf(s->out, "<</Type/XRef/Size %u/W[1 4 2]/Prev %zu/Root ", s->free, before);
	token_ref(s->out, (uint32_t)c->qpdf_oh_get_object_id(s->pdf, c->qpdf_get_root(s->pdf)));
	if (is(s, c->qpdf_oh_get_key(s->pdf, trailer, "/Info"), ot_dictionary))
		buf_printf(s->out, "/Info %s",
			   c->qpdf_oh_unparse(s->pdf, c->qpdf_oh_get_key(s->pdf, trailer, "/Info")));
	put_ids(s, trailer);
	buf_puts(s->out, "/Index[");
	for (size_t i = 0; i < s->count; i++)
		buf_printf(s->out, "%u 1 ", s->entries[i].number);
	buf_printf(s->out, "]/Length %zu>>\nstream\n", 7 * s->count);
	for (size_t i = 0; i < s->count; i++)
		put_row(s->out, s->entries[i].offset);
	buf_puts(s->out, "\nendstream");
	end(s);
	buf_printf(s->out, "startxref\n%zu\n%%%%EOF\n", at);
}

/* ---- what is there already ---- */

/* Where the last cross-references begin; 0 if they are no stream, to which an update like ours cannot be joined. */
static size_t last_references(const struct pdf_input *input)
{
	static const char word[] = "startxref";
	size_t at = input->len < sizeof word ? 0 : input->len - sizeof word;
	size_t place;

	while (at && memcmp(input->data + at, word, sizeof word - 1) != 0)
		at--;
	place = at ? (size_t)strtoull(input->data + at + sizeof word - 1, NULL, 10) : 0;
	return place < input->len && input->data[place] >= '0' && input->data[place] <= '9' ? place : 0;
}

static bool look(struct sign *s, qpdf_oh root, qpdf_oh trailer, size_t before)
{
	const struct qpdf_calls *c = &s->calls;
	qpdf_oh size = c->qpdf_oh_get_key(s->pdf, trailer, "/Size");

	if (c->qpdf_is_encrypted(s->pdf))
		return refuse(s, DIAG_BOTH("it is locked", "잠겨 있습니다"));
	if (!is(s, c->qpdf_oh_get_key(s->pdf, root, "/AcroForm"), ot_null))
		return refuse(s, DIAG_BOTH("it has a form or a signature already", "이미 양식이나 서명이 있습니다"));
	if (!before || !is(s, size, ot_integer) || c->qpdf_get_num_pages(s->pdf) < 1)
		return refuse(s, DIAG_BOTH("it is not built like those of bifolio", "bifolio가 만든 구조가 아닙니다"));
	s->free = (unsigned)c->qpdf_oh_get_int_value_as_int(s->pdf, size);
	return true;
}

/* ---- the signature ---- */

/* What is signed: the file without the signature's own bytes. */
static void put_signed(const struct sign *s, struct buf *out)
{
	const char *file = s->out->data + s->start;

	buf_put(out, file, s->contents);
	buf_put(out, file + s->contents_end, here(s) - s->contents_end);
}

static void fill_ranges(struct sign *s)
{
	char text[3 * SIGN_DIGITS + 3];
	char *file = s->out->data + s->start;

	snprintf(text, sizeof text, "%-10zu %-10zu %-10zu", s->contents, s->contents_end, here(s) - s->contents_end);
	memcpy(file + s->ranges, text, sizeof text - 1);
}

static bool fill_contents(struct sign *s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf bytes = {0}, der = {0};
	char *at = s->out->data + s->start + s->contents + 1;
	bool done;

	put_signed(s, &bytes);
	done = cms_sign(s->cms, bytes.data, bytes.len, &der);
	if (done && 2 * der.len > s->contents_end - s->contents - 2)
		BUG("a signature of %zu bytes has no room", der.len);
	for (size_t i = 0; i < der.len; i++) {
		*at++ = digits[(unsigned char)der.data[i] >> 4];
		*at++ = digits[der.data[i] & 15];
	}
	buf_free(&bytes);
	buf_free(&der);
	return done;
}

/* The room that a signature needs is that of another with the same key. */
static size_t signature_size(struct sign *s)
{
	struct buf der = {0};
	size_t size = cms_sign(s->cms, "", 0, &der) ? der.len + SIGN_SLACK : 0;

	buf_free(&der);
	return size;
}

static bool update(struct sign *s)
{
	const struct qpdf_calls *c = &s->calls;
	qpdf_oh root = c->qpdf_get_root(s->pdf), trailer = c->qpdf_get_trailer(s->pdf), page;
	size_t before = last_references(s->input), size;
	unsigned field, value;

	if (!look(s, root, trailer, before) || !(size = signature_size(s)))
		return false;
	page = c->qpdf_get_page_n(s->pdf, 0);
	field = s->free++;
	value = s->free++;
	buf_put(s->out, s->input->data, s->input->len);
	put_catalog(s, root, field);
	put_page(s, page, field);
	put_field(s, field, (unsigned)c->qpdf_oh_get_object_id(s->pdf, page), value);
	put_signature(s, value, size);
	put_references(s, trailer, before);
	fill_ranges(s);
	return fill_contents(s);
}

static bool sign_read(struct sign *s)
{
	const struct qpdf_calls *c = &s->calls;
	qpdf_error error;

	c->qpdf_silence_errors(s->pdf);
	c->qpdf_set_suppress_warnings(s->pdf, QPDF_TRUE);
	if (!(c->qpdf_read_memory(s->pdf, s->input->path, s->input->data, s->input->len, NULL) & QPDF_ERRORS))
		return update(s);
	error = c->qpdf_get_error(s->pdf);
	if (error && c->qpdf_get_error_code(s->pdf, error) == qpdf_e_password)
		return refuse(s, DIAG_BOTH("it is locked", "잠겨 있습니다"));
	DIAG(s->diag, PDF_UNREADABLE, ((struct pos){0}), s->input->path,
	     error ? c->qpdf_get_error_message_detail(s->pdf, error) : "?");
	return false;
}

bool pdf_sign(struct arena *arena, struct diag *diag, const struct pdf_input *input,
	      const struct pdf_signature *signature, struct buf *out)
{
	struct sign s = {
		.arena = arena, .diag = diag, .input = input, .signature = signature, .out = out, .start = out->len};
	bool done = false;

	s.cms = cms_open(arena, diag, signature);
	if (s.cms && qpdf_calls_open(&s.calls, diag)) {
		s.pdf = s.calls.qpdf_init();
		done = sign_read(&s);
		s.calls.qpdf_cleanup(&s.pdf);
		qpdf_calls_close(&s.calls);
	}
	if (s.cms)
		cms_close(s.cms);
	if (!done)
		out->len = s.start;
	return done;
}
