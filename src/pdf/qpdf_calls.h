/* libqpdf's C interface, for what has to do with finished files: attachments, encryption, signatures. */
#ifndef QPDF_CALLS_H
#define QPDF_CALLS_H

#include <qpdf/qpdf-c.h>

#include "library.h"
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
	X(qpdf_get_buffer_length)                                                                                      \
	X(qpdf_get_trailer)                                                                                            \
	X(qpdf_get_page_n)                                                                                             \
	X(qpdf_get_num_pages)                                                                                          \
	X(qpdf_get_pdf_version)                                                                                        \
	X(qpdf_oh_new_null)                                                                                            \
	X(qpdf_oh_replace_key)                                                                                         \
	X(qpdf_oh_unparse)                                                                                             \
	X(qpdf_oh_unparse_resolved)                                                                                    \
	X(qpdf_oh_get_object_id)                                                                                       \
	X(qpdf_oh_get_int_value_as_int)

struct qpdf_calls {
	QPDF_CALLS(LIBRARY_FIELD)
	void *library;
};

/* False after a finding. */
bool qpdf_calls_open(struct qpdf_calls *, struct diag *);
void qpdf_calls_close(struct qpdf_calls *);

#endif
