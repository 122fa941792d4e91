/*
 * pdf: pages to the bytes of one tagged PDF. The only stage that knows libharu and the sRGB profile. Included by cmd.
 *
 * The file is PDF 1.7 and meets PDF/UA-1 and PDF/A-3a. Same layout, same bytes: dates come from the options, the ID from
 * the content. Fonts are subset once per file; every page is compressed as soon as it is complete.
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

struct pdf_options {
	int64_t timestamp;         /* seconds since 1970, UTC: creation and modification date */
	const char *producer;      /* "bifolio 0.1.0" */
	const struct pdf_attachment *attachments;
	size_t attachment_count;
};

/* Appends the file to `out`. False after a finding. */
bool pdf_write(struct arena *, struct diag *, const struct text *, const struct layout *, const struct pdf_options *,
	       struct buf *out);

#endif
