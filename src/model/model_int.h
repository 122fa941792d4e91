/*
 * Inside of model: model.c reads the files, build.c makes typed values of them by the schema, langtext.c the texts in
 * several languages, chartfile.c rows of CSV files, artfile.c pictures, resolve.c follows references and paths, rules.c and
 * chartrule.c check what the schema cannot say. audience.c cuts what is not for the readers at hand before any of them.
 */
#ifndef MODEL_INT_H
#define MODEL_INT_H

#include "audience.h"
#include "model.h"

/* A reference or path that is followed once all records are known. */
struct pending {
	struct value *value;
	const struct schema_field *field;
};

struct builder {
	struct arena *arena;
	struct diag *diag;
	struct pack_lang langs[MODEL_LANGS];
	struct pos lang_at[MODEL_LANGS]; /* where each was declared */
	size_t lang_count;
	struct map *ids; /* id -> const struct value of VALUE_RECORD; the first of each id */
	LIST(struct pending) pending;
	LIST(struct value *) marked; /* texts with references, marks of notes or strong words */
	LIST(const struct node *) tables; /* CSV files that were read, as rows */
	LIST(const struct art *) pictures; /* files of pictures that were read */
	size_t suggested;   /* nearest words that were looked for */
	struct audience_view *view;
	struct map *flawed; /* by address: records that lack something a finding is about */
};

/* ---- build.c ---- */

void build_languages(struct builder *, const struct node *root);
struct value *build_record(struct builder *, const struct schema_record *, const struct node *, const char *name);
/* NULL after a finding, as everywhere here. */
struct value *build_refs(struct builder *, const struct schema_field *, const struct node *);
struct value *build_new(struct builder *, enum value_kind, struct pos);
/* The text of a scalar in NFC, white space folded and trimmed; never blank. */
const char *build_scalar(struct builder *, const struct node *, const char *name);
void build_wrong_type(struct builder *, const struct node *, const char *name, enum node_kind wanted);
const char *build_join(struct arena *, const char *const *words, size_t count); /* "a, b, c" */
/* suggest_nearest(), but only so often for one pack, because it is slow in a long list of ids. */
bool build_may_suggest(const struct builder *);
const char *build_nearest(struct builder *, const char *word, const char *const *candidates, size_t count);
/* A type of record as a word of a sentence in both languages: "an event". */
const char *build_article(struct arena *, const char *name);

/* ---- langtext.c ---- */

struct value *langtext_build(struct builder *, const struct schema_field *, const struct node *);

/* ---- notemark.c ---- */

/* A text's marks have notes and its notes have marks. */
void notemark_check(struct builder *, const struct value *text);

/* ---- plaintext.c ---- */

void plaintext_note(struct builder *, struct value *text); /* remembers it if it has marks */
void plaintext_all(struct builder *);                      /* once all records are known */

/* ---- resolve.c ---- */

void resolve_all(struct builder *, const struct value *root);

/* ---- rules.c, chartrule.c ---- */

void rules_check(struct builder *, const struct value *root);
/* Whether what a record lacks may only have been wrong. */
bool rules_is_flawed(const struct builder *, const struct value *record);
void rules_check_priority(struct builder *, const struct value *); /* NULL: there is none */
void chartrule_check(struct builder *, const struct value *chart);

/* ---- chartfile.c ---- */

/* The chart with the rows of the CSV file that it names, if it names one. */
const struct node *chartfile_expand(struct builder *, const struct node *chart);
/* The rows that are for the audience, with its name alone; the table itself if no row is for some readers only. */
const struct node *chartfile_keep(const struct audience_view *, const struct node *rows);

/* The path of a file beside the one that names it. */
const char *chartfile_beside(struct builder *, struct pos, const char *name);

/* ---- artfile.c ---- */

struct value *artfile_build(struct builder *, const struct schema_field *, const struct node *);
void artfile_check(struct builder *, const struct value *artwork);

/* ---- number.c ---- */

bool number_read(const char *, struct number *);

/* ---- value.c ---- */

/* One step of a path: a field of a record, or a record of a list by its id. NULL if there is none. */
const struct value *value_step(const struct value *, const char *name, size_t len);

/* ---- validate.c: the forms of strings ---- */

bool validate_id(const char *);
bool validate_language(const char *, size_t *key_len); /* how long the part is that names the language alone */
bool validate_url(const char *);
bool validate_email(const char *);
bool validate_phone(const char *);
bool validate_time(const char *); /* of the calendar and of the clock */

/* ---- date.c ---- */

bool date_read(const char *, struct date *); /* by form alone */
int32_t date_first(const struct date *);     /* earliest day it can mean, as year * 10000 + month * 100 + day */
int32_t date_last(const struct date *);

#endif
