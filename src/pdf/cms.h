/* A key with its certificates, and signatures made with it. Between sign.c and cms.c only. */
#ifndef CMS_H
#define CMS_H

#include "pdf.h"

struct cms;

struct cms *cms_open(struct arena *, struct diag *, const struct pdf_signature *); /* NULL after a finding */
void cms_close(struct cms *);
/* Appends a detached signature over the data (DER). False after a finding. */
bool cms_sign(struct cms *, const void *data, size_t len, struct buf *der);

#endif
