/* OpenSSL's functions for signatures, loaded when a file is signed. */
#ifndef OPENSSL_CALLS_H
#define OPENSSL_CALLS_H

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include "library.h"

#define OPENSSL_CALLS(X)                                                                                               \
	X(d2i_PKCS12)                                                                                                  \
	X(PKCS12_parse)                                                                                                \
	X(PKCS12_free)                                                                                                 \
	X(X509_free)                                                                                                   \
	X(EVP_PKEY_free)                                                                                               \
	X(EVP_PKEY_get_base_id)                                                                                        \
	X(OPENSSL_sk_num)                                                                                              \
	X(OPENSSL_sk_value)                                                                                            \
	X(OPENSSL_sk_free)                                                                                             \
	X(EVP_sha256)                                                                                                  \
	X(BIO_new_mem_buf)                                                                                             \
	X(BIO_free)                                                                                                    \
	X(CMS_sign)                                                                                                    \
	X(CMS_add1_signer)                                                                                             \
	X(CMS_add1_cert)                                                                                               \
	X(CMS_final)                                                                                                   \
	X(CMS_signed_get_attr_by_NID)                                                                                  \
	X(CMS_signed_get_attr_count)                                                                                   \
	X(CMS_signed_get_attr)                                                                                         \
	X(CMS_signed_delete_attr)                                                                                      \
	X(CMS_SignerInfo_get0_signature)                                                                               \
	X(CMS_ContentInfo_free)                                                                                        \
	X(i2d_CMS_ContentInfo)                                                                                         \
	X(i2d_X509_ATTRIBUTE)                                                                                          \
	X(X509_ATTRIBUTE_free)                                                                                         \
	X(ASN1_STRING_set)                                                                                             \
	X(EVP_MD_CTX_new)                                                                                              \
	X(EVP_MD_CTX_free)                                                                                             \
	X(EVP_DigestSignInit)                                                                                          \
	X(EVP_DigestSign)                                                                                              \
	X(ERR_peek_last_error)                                                                                         \
	X(ERR_reason_error_string)                                                                                     \
	X(ERR_clear_error)

struct openssl_calls {
	OPENSSL_CALLS(LIBRARY_FIELD)
	void *library;
};

/* False after a finding. */
bool openssl_calls_open(struct openssl_calls *, struct diag *);
void openssl_calls_close(struct openssl_calls *);

#endif
