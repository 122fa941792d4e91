/*
 * libqpdf's C interface, for what has to do with finished files: reading attachments, encryption. It is loaded when it is
 * first asked for: to link it would cost every build 4 ms at its start, for libstdc++ and GnuTLS behind it.
 */
#ifndef QPDF_CALLS_H
#define QPDF_CALLS_H

#include <qpdf/qpdf-c.h>

#include "pdf_int.h"

#define QPDF_CALLS(X)                                                                                                  \
	X(qpdf_init)                                                                                                   \
	X(qpdf_cleanup)                                                                                                \
	X(qpdf_silence_errors)                                                                                         \
	X(qpdf_set_suppress_warnings)                                                                                  \
	X(qpdf_read_memory)                                                                                            \
	X(qpdf_has_error)                                                                                              \
	X(qpdf_get_error)                                                                                              \
	X(qpdf_get_error_code)                                                                                         \
	X(qpdf_get_error_message_detail)                                                                               \
	X(qpdf_is_encrypted)                                                                                           \
	X(qpdf_get_root)                                                                                               \
	X(qpdf_oh_get_key)                                                                                             \
	X(qpdf_oh_get_array_n_items)                                                                                   \
	X(qpdf_oh_get_array_item)                                                                                      \
	X(qpdf_oh_get_type_code)                                                                                       \
	X(qpdf_oh_get_utf8_value)                                                                                      \
	X(qpdf_oh_get_name)                                                                                            \
	X(qpdf_oh_get_dict)                                                                                            \
	X(qpdf_oh_get_stream_data)                                                                                     \
	X(qpdf_init_write_memory)                                                                                      \
	X(qpdf_set_stream_data_mode)                                                                                   \
	X(qpdf_set_object_stream_mode)                                                                                 \
	X(qpdf_set_r6_encryption_parameters2)                                                                          \
	X(qpdf_write)                                                                                                  \
	X(qpdf_get_buffer)                                                                                             \
	X(qpdf_get_buffer_length)

#define QPDF_CALL_FIELD(name) __typeof__(name) *name;
struct qpdf_calls {
	QPDF_CALLS(QPDF_CALL_FIELD)
	void *library;
};

/* False after a finding. */
bool qpdf_calls_open(struct qpdf_calls *, struct diag *);
void qpdf_calls_close(struct qpdf_calls *);

#endif
