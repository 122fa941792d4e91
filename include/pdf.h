/*
 * pdf: pages to the bytes of one tagged PDF. The only stage that knows libharu and the sRGB profile. Included by cmd.
 *
 * Same layout, same bytes: dates come from the options, the ID from the content. Fonts are subset once per file; every
 * page is compressed as soon as it is complete.
 */
#ifndef PDF_H
#define PDF_H

#include "layout.h"

struct pdf_attachment {
	const char *name;          /* file name in the PDF */
	const char *mime;          /* "application/yaml" */
	const char *relationship;  /* "Source", "Data" */
	const char *description;
	const char *data;
	size_t len;
};

/* What the file meets, and claims to meet. */
enum pdf_conform {
	PDF_UA1_A3A, /* PDF 1.7: PDF/UA-1 and PDF/A-3a */
	PDF_UA2_A4F, /* PDF 2.0: PDF/UA-2, PDF/A-4f and accessible Well-Tagged PDF */
	PDF_UA1,     /* the same two without the claim to be archives, which may be locked */
	PDF_UA2
};
#define PDF_CONFORM_NAMES "ua1-a3a, ua2-a4f, ua1 or ua2"
bool pdf_conform_find(const char *name, enum pdf_conform *); /* false if it is none of them */
const char *pdf_conform_name(enum pdf_conform);
bool pdf_conform_locks(enum pdf_conform); /* false: PDF/A forbids passwords */

struct pdf_options {
	enum pdf_conform conform;
	int64_t timestamp;         /* seconds since 1970, UTC: creation and modification date */
	const char *producer;      /* "bifolio 0.1.0" */
	const char *password;      /* NULL: none; the file then is encrypted, and no two are alike */
	const struct pdf_attachment *attachments;
	size_t attachment_count;
};

/* Appends the file to `out`. False after a finding. */
bool pdf_write(struct arena *, struct diag *, const struct text *, const struct layout *, const struct pdf_options *,
	       struct buf *out);

/* ---- finished files ---- */

struct pdf_input {
	const char *path; /* what findings call it */
	const char *data;
	size_t len;
	const char *password; /* NULL: none */
};
struct pdf_sources {
	const struct pdf_attachment *files; /* by name; names are plain and differ; mime is not set */
	size_t count;
	bool locked; /* the PDF is encrypted */
};
/* The files that a PDF is associated with. False after a finding. */
bool pdf_attached(struct arena *, struct diag *, const struct pdf_input *, struct pdf_sources *);

struct pdf_signature {
	const char *store; /* bytes of a PKCS #12 file: a key and its certificates */
	size_t store_len;
	const char *store_path; /* what findings call it */
	const char *password;   /* of the store; NULL: none */
	int64_t time;           /* at which it says to be made, seconds since 1970 */
	const char *reason;     /* NULL: none */
};
/*
 * Appends the file to `out` with a signature behind it that covers all of it (PAdES baseline B). What the file claims to
 * meet stays true. False after a finding.
 */
bool pdf_sign(struct arena *, struct diag *, const struct pdf_input *, const struct pdf_signature *, struct buf *out);

#endif
