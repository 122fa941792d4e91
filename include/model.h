/*
 * model: a validated pack. Node tree in, typed values out; every value keeps its position. Included by lint, template,
 * chart and cmd. Values are const to them and live in the job's arena.
 *
 * A pack is one YAML file or a folder: all its *.yaml files, each with some of the top-level keys of the schema. A key
 * that stands in two files is an error with both places. Paths are written with dots from the pack's root; a record of
 * a list is reached by its id: instruments.digital.topics.
 */
#ifndef MODEL_H
#define MODEL_H

#include "art.h"
#include "diag.h"
#include "schema.h"
#include "source.h"

enum { MODEL_LANGS = 8 }; /* most languages a pack may declare */
#define NOTE_MARK "note"   /* the id of a text's `note`, among its `notes` */

enum date_precision { DATE_YEAR, DATE_MONTH, DATE_DAY };

struct date {
	int16_t year;
	int8_t month, day; /* 0 where the precision does not give them */
	enum date_precision precision;
};

enum { NUMBER_DIGITS = 12, NUMBER_PLACES = 3 }; /* most digits before and after the point */

/* A decimal number as it is written: 12.50 is 12500 thousandths, of which 2 places are given. */
struct number {
	int64_t thousandths;
	int places;
};

/* Where a text says how a number is written: {number}; {number*10}, {number*100}, {number*1000} in a smaller unit. */
struct number_place {
	size_t start, len;
	int zeros;
};

/* A note of a text, marked `[^id]` where its number goes. */
struct text_note {
	const char *id;
	const struct value *text; /* VALUE_TEXT */
};

/* Where a text marks a note. */
struct note_mark {
	size_t start, len; /* bytes, of all of the mark */
	const char *id;
	size_t id_len;
};

enum value_kind {
	VALUE_STRING, /* FIELD_STRING, ID, URL, EMAIL, PHONE, LANGUAGE, CHOICE */
	VALUE_TEXT,   /* FIELD_TEXT, STATEMENT */
	VALUE_INT,
	VALUE_NUMBER,
	VALUE_BOOL,
	VALUE_DATE,
	VALUE_REF,
	VALUE_PATH,
	VALUE_PICTURE,
	VALUE_LIST,
	VALUE_RECORD
};

struct value {
	enum value_kind kind;
	struct pos pos;
	union {
		const char *string; /* NFC */
		struct {
			/* By index of pack.langs; NFC, white space folded; never NULL below lang_count. */
			const char *lang[MODEL_LANGS];
			struct pos at[MODEL_LANGS];
			const char *const *plain;      /* by language, or NULL: value_plain() */
			const struct value *source;    /* VALUE_LIST of VALUE_REF to paragraphs, or NULL */
			/* VALUE_TEXT without a source, or NULL: a shorter form; a note at the foot of the page. */
			const struct value *shorter, *note;
			const struct text_note *notes; /* those that have ids; each is marked in every language */
			size_t note_count;
		} text;
		int64_t integer;
		struct number number;
		bool truth;
		struct date date;
		struct {
			const char *name;       /* of its file */
			const struct art *art;
		} picture;
		struct {
			const char *id;
			const struct value *target; /* VALUE_RECORD, resolved */
		} ref;
		struct {
			const char *path;
			const struct value *target; /* what the path names, resolved */
		} path;
		struct {
			const struct value *const *items;
			size_t count;
		} list;
		struct {
			const struct schema_record *schema;
			const char *id;                       /* NULL if the record type has none */
			const struct value *const *fields;    /* one per schema field, NULL where absent */
		} record;
	} as;
};

struct pack_lang {
	const char *key; /* "en" */
	const char *tag; /* "en-GB" */
};

struct pack {
	const struct value *root; /* VALUE_RECORD of type "pack" */
	struct pack_lang langs[MODEL_LANGS];
	size_t lang_count;        /* at least 1 */
	const char *path;         /* as given */
	/* The files it was read from, in order, with data of charts and pictures: they are attached to the PDF. */
	const struct source_file *const *files;
	size_t file_count;
	/*
	 * What may be given away, in the order of the files: the files themselves; of a pack that has audiences, what of each
	 * is for the audience at hand, written anew, without comments. Files without anything for it are missing.
	 */
	const struct source_file *const *copies;
	size_t copy_count;
	const char *audience;     /* NULL: the public, or what model_read() gives */
	const char *const *audiences; /* those that the pack declares */
	size_t audience_count;
	bool restricted;          /* a file as a whole is for an audience */
};

/* Reads a pack, with what is for any audience. Adds all findings; NULL if any of them is an error. */
const struct pack *model_read(struct arena *, struct diag *, const char *path);
/*
 * Only what is for one audience; NULL: for the public, which is what names no audience. The rest is cut before values are
 * built; a reference to it is a finding with both places.
 */
const struct pack *model_read_for(struct arena *, struct diag *, const char *path, const char *audience);
/* The same from memory, for a pack of one file; path is only for messages. */
const struct pack *model_parse(struct arena *, struct diag *, const char *path, const char *text, size_t len);

/* NULL if absent or not a record; follows a ref. */
const struct value *value_field(const struct value *record, const char *name);
const struct value *value_path(const struct value *from, const char *path);    /* NULL if it leads nowhere */
const struct value *value_name(const struct value *record);  /* what it is called in prose; NULL: its type has no name */
const char *value_text(const struct value *, size_t lang);   /* VALUE_TEXT, STRING, PICTURE (the file's name); NULL otherwise */
/* The same where marks mean nothing, as in drawings: references {ref:ID} as names, without marks of notes and strong words. */
const char *value_plain(const struct value *, size_t lang);
size_t value_count(const struct value *);                    /* length of a list; NULL: 0; anything else: 1 */
const struct value *value_at(const struct value *list, size_t index);
const struct value *value_deref(const struct value *);       /* a ref's or path's target; anything else itself */
int pack_lang_index(const struct pack *, const char *key);   /* -1 if it has no such language */

bool date_exists(const struct date *);          /* in the Gregorian calendar */
unsigned int date_weekday(const struct date *); /* 0: Monday; of a date with DATE_DAY */

bool note_mark_find(const char *text, struct note_mark *out); /* the first one; false if there is none */
bool note_is_marked(const char *text, const char *id);
const struct value *note_of_mark(const struct value *text, const struct note_mark *); /* NULL: it has no such note */

bool number_place(const char *text, struct number_place *out); /* the first one; false if there is none */

void model_dump(const struct pack *, struct buf *);

#endif
