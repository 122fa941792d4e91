/*
 * Signatures for PAdES baseline B (ETSI EN 319 142-1): CMS with SHA-256, the signer's certificate bound to it, and no
 * signing time, which stands in the PDF. OpenSSL adds one whatever it is told; it is taken out and the attributes are
 * signed again.
 */
#include "cms.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "openssl_calls.h"

enum { CMS_FLAGS = CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES };

struct cms {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	struct openssl_calls calls;
	EVP_PKEY *key;
	X509 *cert;
	STACK_OF(X509) * others;
};

static void report(struct cms *cms, const char *why)
{
	const char *reason = cms->calls.ERR_reason_error_string(cms->calls.ERR_peek_last_error());

	DIAG(cms->diag, SIGN_KEY, ((struct pos){0}), cms->path, why ? why : reason ? reason : "?");
}

/* ---- the key ---- */

static bool read_store(struct cms *cms, const struct pdf_signature *signature)
{
	const struct openssl_calls *c = &cms->calls;
	const unsigned char *at = (const unsigned char *)signature->store;
	PKCS12 *store = signature->store_len > LONG_MAX ? NULL : c->d2i_PKCS12(NULL, &at, (long)signature->store_len);
	bool done = store && c->PKCS12_parse(store, signature->password, &cms->key, &cms->cert, &cms->others);

	if (store)
		c->PKCS12_free(store);
	return done;
}

/* Types of keys whose signatures are made the same way. */
static bool is_known(const struct cms *cms)
{
	int type = cms->calls.EVP_PKEY_get_base_id(cms->key);

	return type == EVP_PKEY_RSA || type == EVP_PKEY_EC;
}

struct cms *cms_open(struct arena *arena, struct diag *diag, const struct pdf_signature *signature)
{
	struct cms *cms = arena_alloc(arena, sizeof *cms);

	cms->arena = arena;
	cms->diag = diag;
	cms->path = signature->store_path;
	if (!openssl_calls_open(&cms->calls, diag))
		return NULL;
	cms->calls.ERR_clear_error();
	if (!read_store(cms, signature))
		report(cms, NULL);
	else if (!cms->key || !cms->cert)
		report(cms, DIAG_BOTH("it lacks the key or its certificate", "키나 인증서가 없습니다"));
	else if (!is_known(cms))
		report(cms, DIAG_BOTH("the key is neither RSA nor EC", "RSA나 EC 키가 아닙니다"));
	else
		return cms;
	cms_close(cms);
	return NULL;
}

void cms_close(struct cms *cms)
{
	const struct openssl_calls *c = &cms->calls;

	if (!c->library)
		return;
	for (int i = 0; cms->others && i < c->OPENSSL_sk_num((OPENSSL_STACK *)cms->others); i++)
		c->X509_free(c->OPENSSL_sk_value((OPENSSL_STACK *)cms->others, i));
	c->OPENSSL_sk_free((OPENSSL_STACK *)cms->others);
	c->X509_free(cms->cert);
	c->EVP_PKEY_free(cms->key);
	openssl_calls_close(&cms->calls);
}

/* ---- the attributes, signed again without the time ---- */

struct attribute {
	unsigned char *der;
	size_t len;
};

/* As DER orders a set: by the bytes, a shorter one as if zeros followed. */
static int by_bytes(const void *a, const void *b)
{
	const struct attribute *x = a, *y = b;
	int order = memcmp(x->der, y->der, x->len < y->len ? x->len : y->len);

	return order ? order : (x->len > y->len) - (x->len < y->len);
}

static void put_length(struct buf *out, size_t len)
{
	int bytes = 1;

	if (len < 0x80) {
		buf_putc(out, (char)len);
		return;
	}
	while (len >> 8 * bytes)
		bytes++;
	buf_putc(out, (char)(0x80 | bytes));
	while (bytes--)
		buf_putc(out, (char)(len >> 8 * bytes & 0xFF));
}

/* SET OF Attribute. */
static void put_attributes(struct cms *cms, CMS_SignerInfo *signer, struct buf *out)
{
	const struct openssl_calls *c = &cms->calls;
	int count = c->CMS_signed_get_attr_count(signer);
	struct attribute *list = arena_array(cms->arena, (size_t)count, sizeof *list);
	size_t total = 0;

	for (int i = 0; i < count; i++) {
		X509_ATTRIBUTE *attribute = c->CMS_signed_get_attr(signer, i);
		int len = c->i2d_X509_ATTRIBUTE(attribute, NULL);
		unsigned char *at = list[i].der = arena_alloc(cms->arena, (size_t)len);

		c->i2d_X509_ATTRIBUTE(attribute, &at);
		total += list[i].len = (size_t)len;
	}
	qsort(list, (size_t)count, sizeof *list, by_bytes);
	buf_putc(out, 0x31);
	put_length(out, total);
	for (int i = 0; i < count; i++)
		buf_put(out, list[i].der, list[i].len);
}

static bool sign_bytes(struct cms *cms, const struct buf *bytes, unsigned char **signature, size_t *len)
{
	const struct openssl_calls *c = &cms->calls;
	const unsigned char *data = (const unsigned char *)bytes->data;
	EVP_MD_CTX *context = c->EVP_MD_CTX_new();
	bool done = context && c->EVP_DigestSignInit(context, NULL, c->EVP_sha256(), NULL, cms->key) == 1 &&
		    c->EVP_DigestSign(context, NULL, len, data, bytes->len) == 1;

	if (done) {
		*signature = arena_alloc(cms->arena, *len);
		done = c->EVP_DigestSign(context, *signature, len, data, bytes->len) == 1;
	}
	c->EVP_MD_CTX_free(context);
	return done;
}

static bool sign_again(struct cms *cms, CMS_SignerInfo *signer)
{
	const struct openssl_calls *c = &cms->calls;
	int at = c->CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
	struct buf bytes = {0};
	unsigned char *signature = NULL;
	size_t len = 0;
	bool done;

	if (at >= 0)
		c->X509_ATTRIBUTE_free(c->CMS_signed_delete_attr(signer, at));
	put_attributes(cms, signer, &bytes);
	done = sign_bytes(cms, &bytes, &signature, &len) && len <= INT_MAX &&
	       c->ASN1_STRING_set(c->CMS_SignerInfo_get0_signature(signer), signature, (int)len);
	buf_free(&bytes);
	return done;
}

/* ---- the signature ---- */

static bool add_certs(struct cms *cms, CMS_ContentInfo *info)
{
	const struct openssl_calls *c = &cms->calls;
	const OPENSSL_STACK *others = (const OPENSSL_STACK *)cms->others;

	for (int i = 0; others && i < c->OPENSSL_sk_num(others); i++)
		if (!c->CMS_add1_cert(info, c->OPENSSL_sk_value(others, i)))
			return false;
	return true;
}

static bool fill(struct cms *cms, CMS_ContentInfo *info, const void *data, size_t len)
{
	const struct openssl_calls *c = &cms->calls;
	CMS_SignerInfo *signer =
		c->CMS_add1_signer(info, cms->cert, cms->key, c->EVP_sha256(), CMS_FLAGS | CMS_PARTIAL);
	BIO *bio = len <= INT_MAX ? c->BIO_new_mem_buf(data, (int)len) : NULL;
	bool done = signer && bio && add_certs(cms, info) && c->CMS_final(info, bio, NULL, CMS_FLAGS) == 1 &&
		    sign_again(cms, signer);

	c->BIO_free(bio);
	return done;
}

bool cms_sign(struct cms *cms, const void *data, size_t len, struct buf *der)
{
	const struct openssl_calls *c = &cms->calls;
	CMS_ContentInfo *info = c->CMS_sign(NULL, NULL, NULL, NULL, CMS_FLAGS | CMS_PARTIAL);
	bool done = info && fill(cms, info, data, len);
	int size = done ? c->i2d_CMS_ContentInfo(info, NULL) : 0;

	if (size > 0) {
		unsigned char *bytes = arena_alloc(cms->arena, (size_t)size), *at = bytes;

		c->i2d_CMS_ContentInfo(info, &at);
		buf_put(der, bytes, (size_t)size);
	}
	if (info)
		c->CMS_ContentInfo_free(info);
	if (size <= 0)
		report(cms, NULL);
	return size > 0;
}
