/*
 * source: YAML bytes to a tree of nodes with positions. The only stage that knows libyaml. Included by model, template
 * and cmd (job lists).
 *
 * YAML 1.2 core rules for plain scalars are applied by the reader of a node (node_is_null, node_int ...), so `no`,
 * `on` and `22:30` stay text. Aliases are expanded by reference (an anchored node may be reached twice). Limits: 8 MiB
 * a file, depth 64, 200,000 nodes counted with every alias expanded; passing one is a finding, not a crash. Tags other
 * than the core schema's, merge keys `<<`, duplicate keys, more than one document, a byte order mark in the middle, or
 * malformed UTF-8 are findings too.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "diag.h"

enum node_kind { NODE_SCALAR, NODE_SEQ, NODE_MAP };

struct node_entry;

/* All nodes live in the arena given to source_read() and are const to everyone else. */
struct node {
	enum node_kind kind;
	struct pos pos;
	/* NODE_SCALAR */
	const char *text; /* NUL-terminated; len bytes, NFC not yet applied */
	size_t len;
	bool plain;       /* unquoted, so that core schema rules apply */
	bool lost;        /* empty, in place of a value that could not be read; a finding has said why */
	/* NODE_SEQ: items[0..count-1].  NODE_MAP: entries[0..count-1] in file order. */
	size_t count;
	const struct node *const *items;
	const struct node_entry *entries;
};

struct node_entry {
	const struct node *key; /* always a scalar */
	const struct node *value;
};

/*
 * Reads and parses one file. NULL after a finding if there is no tree (missing file: SYSTEM; bad YAML: ERROR). What can
 * be read over (a duplicate key, a tag, an unknown alias) is a finding too, an ERROR, and the tree comes without it.
 */
const struct node *source_read(struct arena *, struct diag *, const char *path);
/* The same from memory; path is only for messages. An empty document gives a NODE_MAP without entries. */
const struct node *source_parse(struct arena *, struct diag *, const char *path, const char *text, size_t len);

/*
 * A CSV file (RFC 4180) as a NODE_SEQ of rows, each a NODE_SEQ of as many NODE_SCALAR; the first is the head. named:
 * where the file is named, for findings. NULL after a finding.
 */
const struct node *source_table(struct arena *, struct diag *, const char *path, struct pos named);

const struct node *node_find(const struct node *map, const char *key); /* value or NULL */
bool node_is_null(const struct node *);                                /* plain null, ~ or empty */
bool node_int(const struct node *, int64_t *value);                    /* plain core-schema integer */
bool node_bool(const struct node *, bool *value);                      /* plain true/false */

/* ---- words of a file (locate.c) ---- */

/*
 * Where `text` stands in the file at or after pos; pos itself if it is not found. For findings only: it reads the file.
 */
struct pos locate_text(struct pos, const char *text, size_t len);

/* ---- places inside a scalar (span.c) ---- */

/* Remembers where the lines of files start. */
struct source_places;
struct source_places *source_places_new(struct arena *);
/* Where the bytes of a text come from: byte i stands at from[i] .. to[i] - 1 of its file. */
struct source_span {
	const struct source_file *file;
	const uint32_t *from, *to;
	size_t len;
};
/* Finds a text that was read from the scalar at pos, white space folded and in NFC. False: it does not stand there. */
bool source_span(struct source_places *, struct pos, const char *text, struct source_span *);
struct pos source_place(struct source_places *, const struct source_file *, size_t byte);

/* For tests and --dump: an indented listing with line:column. */
void node_dump(const struct node *, struct buf *);

/* ---- back to text (node_write.c) ---- */

void node_yaml(const struct node *, struct buf *);      /* without comments and anchors; read again it is the same tree */
void node_csv(const struct node *rows, struct buf *);   /* what source_table() gives */

#endif
