/*
 * Encryption of a finished file: AES-256, as ISO 32000-2, 7.6 has it, by libqpdf. Keys and initial values are random, so
 * no two results are alike.
 */
#include "qpdf_calls.h"

/* Whoever has the password may do anything: rights that only ask a reader to refuse protect nothing. */
static void set_password(const struct qpdf_calls *c, qpdf_data pdf, const char *password)
{
	c->qpdf_set_r6_encryption_parameters2(pdf, password, password, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
					      QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
}

/* Puts the locked file where the open one stood. */
static bool rewrite(const struct qpdf_calls *c, qpdf_data pdf, const char *password, struct buf *out, size_t start)
{
	if (c->qpdf_read_memory(pdf, "", out->data + start, out->len - start, NULL) & QPDF_ERRORS)
		return false;
	c->qpdf_init_write_memory(pdf);
	c->qpdf_set_stream_data_mode(pdf, qpdf_s_preserve);
	c->qpdf_set_object_stream_mode(pdf, qpdf_o_preserve);
	set_password(c, pdf, password);
	if (c->qpdf_write(pdf) & QPDF_ERRORS)
		return false;
	out->len = start;
	buf_put(out, c->qpdf_get_buffer(pdf), c->qpdf_get_buffer_length(pdf));
	return true;
}

bool lock_file(struct diag *diag, const char *password, struct buf *out, size_t start)
{
	struct qpdf_calls calls;
	qpdf_data pdf;
	qpdf_error error;
	bool done;

	if (!qpdf_calls_open(&calls, diag))
		return false;
	pdf = calls.qpdf_init();
	calls.qpdf_silence_errors(pdf);
	calls.qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	done = rewrite(&calls, pdf, password, out, start);
	error = done ? NULL : calls.qpdf_get_error(pdf);
	if (!done)
		DIAG(diag, PDF_LIBRARY, ((struct pos){0}),
		     error ? calls.qpdf_get_error_message_detail(pdf, error) : "?");
	calls.qpdf_cleanup(&pdf);
	qpdf_calls_close(&calls);
	return done;
}
