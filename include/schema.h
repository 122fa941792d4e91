/*
 * schema: the one table that says what a pack may hold. The validation, "did you mean", the JSON Schema for editors and
 * the format reference in docs/ are all made from it. Included by model and cmd.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "base.h"

enum field_kind {
	FIELD_TEXT,      /* one text per language of the pack, all required: {en: ..., ko: ...}; `source` optional */
	FIELD_STATEMENT, /* a FIELD_TEXT whose `source` is required */
	FIELD_STRING,    /* a text without language: a name of a file, a telephone number */
	FIELD_ID,        /* [a-z][a-z0-9-]*, unique in the pack whatever the kind of record */
	FIELD_INT,
	FIELD_NUMBER,    /* a decimal number, kept exactly: 12.5 */
	FIELD_BOOL,
	FIELD_DATE,      /* 2023, 2023-11 or 2023-11-22: the form is the precision */
	FIELD_LANGUAGE,  /* a BCP 47 tag: en-GB */
	FIELD_URL,       /* http or https */
	FIELD_EMAIL,
	FIELD_PHONE,     /* international form: +82-44-202-4034 */
	FIELD_TIME,      /* 2023-11-22T15:00: on the clocks of some place */
	FIELD_ZONE,      /* a name of the IANA time zone database: Europe/London */
	FIELD_MARKING,   /* a word for which languages.yaml has a form in each language, or a FIELD_TEXT */
	FIELD_CHOICE,    /* one of `choices` */
	FIELD_REF,       /* the id of a record of type `target` */
	FIELD_PICTURE,   /* name of a picture's file beside the pack: logo.svg */
	FIELD_PATH,      /* a path into the pack, from its root: instruments.digital.topics */
	FIELD_RECORD     /* a record of type `target` */
};

struct schema_field {
	const char *name;
	enum field_kind kind;
	bool list;                  /* a sequence of such values */
	bool required;
	const char *target;         /* FIELD_REF, FIELD_RECORD: name of the record type */
	const char *const *choices; /* FIELD_CHOICE: ends with NULL */
	const char *help;           /* one English sentence for the reference and for editors */
};

struct schema_record {
	const char *name;           /* "instrument" */
	const char *help;
	const struct schema_field *fields;
	size_t count;
};

extern const struct schema_record schema_records[]; /* [0] is the pack itself */
extern const size_t schema_record_count;

const struct schema_record *schema_find(const char *name);                              /* NULL if unknown */
const struct schema_field *schema_field_find(const struct schema_record *, const char *name);
void schema_json(struct buf *out);      /* JSON Schema 2020-12 of a pack */
void schema_reference(struct buf *out); /* Markdown for docs/ */
/* The same of a format that has tables of its own, with keys of strings, numbers, choices and records alone. */
void schema_format_json(const struct schema_record *records, size_t count, struct buf *out);
void schema_format_reference(const struct schema_record *records, size_t count, struct buf *out);

#endif
