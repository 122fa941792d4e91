/*
 * Inside template only. A binding reads the template's nodes directly: they stay the one place where blocks are
 * described, and each text in them is parsed once (inline_of) and expanded as often as loops ask.
 *
 * Everything is checked even where the pack gives nothing to show: a loop over an empty list and the blocks behind a
 * condition that does not hold are bound once with absent values and thrown away (scope: value NULL).
 */
#ifndef TEMPLATE_INT_H
#define TEMPLATE_INT_H

#include "template.h"

/* ---- types of paths: what the schema says of a value that may be absent (scope.c) ---- */

enum type_kind { TYPE_ANY, TYPE_RECORD, TYPE_TEXT, TYPE_STRING, TYPE_INT, TYPE_BOOL, TYPE_DATE };

struct type {
	enum type_kind kind;
	bool list;
	const struct schema_record *record; /* TYPE_RECORD */
};

/* What a path leads to. ok false: a finding was added. value NULL: the pack leaves it out. */
struct result {
	bool ok;
	struct type type;
	const struct value *value;
};

/* A loop's variable. Scopes live on the stack of the walk. */
struct scope {
	const struct scope *outer;
	const char *name;
	struct type type;
	const struct value *value;
	int64_t index; /* from 1 */
};

/* ---- texts (inline.c, expr.c) ---- */

struct place;

/* A stretch of a text in one guise: letters, or a place to be filled from the pack. */
struct piece {
	const char *text;
	size_t len;
	const struct place *place; /* NULL: text */
	bool strong;
	const struct target *target; /* a link's address, or NULL */
};

struct target {
	const struct piece *pieces;
	size_t count;
};

struct rich {
	const struct piece *pieces;
	size_t count;
	size_t place_count; /* places filled from the pack */
	struct pos pos;
};

/* A text of the template by language of the edition. */
struct rich_pair {
	const struct rich *lang[FLOW_LANGS];
};

/* Where expanded text is gathered. */
struct runs {
	LIST(struct run) list;
	bool strong, quiet;
	const char *url, *dest;
	const struct pack_lang *lang;       /* of struct run */
	size_t filled;                      /* places that gave something */
	LIST(const struct value *) sources; /* lists of paragraphs behind the statements shown */
	LIST(size_t) refs;                  /* which of `list` are cross-references */
	LIST(size_t) exact;                 /* which of `list` are addresses and the like, printed as they were typed */
};

/* A cross-reference whose words and target are settled once all labels are known. */
struct cross_ref {
	struct run *run;
	size_t lang;
};

/* ---- the binding ---- */

/* A style with the sizes below which it does not shrink, by language of the edition; 0: it does not shrink. */
struct style_sizes {
	struct style *style;
	int32_t least[FLOW_LANGS];
};

struct face_set {
	const struct face *face[FLOW_LANGS];
};

struct tmpl {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct pack *pack;
	const struct node *root;
	struct pos pos; /* of the root */
	struct flow_lang langs[FLOW_LANGS];
	size_t lang_count;
	int32_t grid;
	struct map *colors;       /* name to uint32_t */
	struct map *faces;        /* name to struct face_set */
	struct map *styles;       /* name to struct style */
	struct map *sizes;        /* name to struct style_sizes */
	struct map *words;        /* key to node */
	struct map *texts;        /* address of a node to struct rich_pair */
	struct map *markup;       /* address of a pack's text to struct rich */
	struct map *labels;       /* name to struct block */
	LIST(struct run *) jumps; /* runs that lead to a label */
	LIST(struct cross_ref) refs;
	struct map *records;      /* id to const struct value, NULL until one is asked for */
	struct map *notes;        /* address of a pack's text to struct block */
	LIST(struct page_master) masters;
	const struct scope *scope;
	struct levers levers, most; /* as asked; how far each can be moved */
	bool absent;            /* bound only to be checked: labels are not taken */
	bool parallel;          /* two languages side by side */
	bool running;           /* in a running line: {page} and the like are known */
	const struct value *noted; /* the text of the pack at hand: marks name its notes */
	int64_t item;           /* number of the list's item at hand; 0 outside a list */
	size_t headings;        /* for labels the template does not give */
	size_t rounds;          /* entries walked so far, against loops without end */
	const char *para_style; /* of paragraphs that name none */
};

/* ---- option.c: values of keys ---- */

/* A finding for each key of `map` that is not among `known`; where: what the map describes. */
void option_keys(struct tmpl *, const struct node *map, const char *where, const char *const *known, size_t count);
bool option_is_map(struct tmpl *, const struct node *, const char *what);
bool option_is_list(struct tmpl *, const struct node *, const char *what);
const char *option_word(struct tmpl *, const struct node *, const char *what); /* a scalar's text or NULL */
/* Points, or millimetres with the suffix mm. */
bool option_points(struct tmpl *, const struct node *, const char *what, int32_t *mpt);
bool option_color(struct tmpl *, const struct node *, const char *what,
		  uint32_t *rgb); /* "#12436d" or a name of `colors` */
bool option_bool(struct tmpl *, const struct node *, const char *what, bool *value);
bool option_int(struct tmpl *, const struct node *, const char *what, int least, int most, int *value);
int option_choice(struct tmpl *, const struct node *, const char *what, const char *const *names,
		  size_t count); /* -1 */
/* The value for a language: the node itself, or of a map the language's key, else `default`. NULL after a finding. */
const struct node *option_for_lang(struct tmpl *, const struct node *, const char *what, const char *lang);
/* "a", "b", "c" for a finding: the nearest known name alone if there is one. */
const char *option_hint(struct tmpl *, const char *word, const char *const *known, size_t count);
const char *option_hint_map(struct tmpl *, const char *word, const struct map *);
bool option_on_grid(struct tmpl *, struct pos, const char *what, int32_t mpt);

/* ---- style.c, theme.c, master.c, lexicon.c ---- */

void style_load(struct tmpl *); /* colors, fonts, styles */
/* node NULL: the style called fallback, or `body` if the template has none of that name. Never NULL. */
const struct style *style_find(struct tmpl *, const struct node *name, const char *fallback);
const struct style *style_named(struct tmpl *, const char *name);
void theme_load(struct tmpl *, struct chart_theme *);
void style_contrast(struct tmpl *, struct pos, const char *what, uint32_t ink, uint32_t ground);
const struct face_set *style_faces(struct tmpl *, const struct node *name);

void master_load(struct tmpl *);
const char *master_name(struct tmpl *, const struct node *); /* NULL after a finding */

void lexicon_load(struct tmpl *);
const struct rich *lexicon_find(struct tmpl *, const char *key, struct pos, size_t lang); /* NULL after a finding */

/* ---- lever.c: what gives way for a limit of pages ---- */

void lever_shrink(struct tmpl *); /* styles by levers.shrink, each down to its least size; `shrink` of the template */
bool lever_drops(struct tmpl *, const struct node *entry);        /* by its key `optional` */
bool lever_drops_record(struct tmpl *, const struct value *);     /* by its priority */
const struct value *lever_text(struct tmpl *, const struct value *); /* the text or its shorter form */

/* ---- scope.c ---- */

struct type scope_type(const struct schema_field *);
struct type scope_type_of(const struct value *); /* from the value itself */
/*
 * Follows names[0..count-1] from a variable, or from the pack's root. shown, pos: the path and its text, for findings.
 */
struct result scope_path(struct tmpl *, const char *const *names, size_t count, const char *shown, struct pos);
const struct scope *scope_find(const struct tmpl *, const char *name);

/* ---- expr.c: {places} and their filters ---- */

/* text: what stands between the braces. NULL after a finding. */
const struct place *expr_place(struct tmpl *, const char *text, size_t len, struct pos);
const struct place *expr_note(struct tmpl *, const struct note_mark *, struct pos); /* of the text at hand */
void expr_put(struct tmpl *, const struct place *, size_t lang, struct runs *);
void expr_put_string(struct tmpl *, const struct place *, size_t lang,
		     struct buf *); /* without markup: addresses, labels */
/* Splits "a.b.c"; 0 after a finding. */
size_t expr_names(struct tmpl *, const char *path, size_t len, struct pos, const char *const **names);
struct result expr_path(struct tmpl *, const char *path, struct pos); /* a path alone, as in `items: i.actions` */
bool expr_is_value(const struct place *);  /* filled from the pack, not from words or numbers of loops */
const char *expr_name_end(const char *at); /* past a name: [A-Za-z][A-Za-z0-9_-]* */

/* ---- capital.c ---- */

void capital_first(struct tmpl *, struct run *); /* its first letter becomes a capital, if it has one */

/* ---- cond.c ---- */

bool cond_holds(struct tmpl *, const struct node *); /* false also after a finding */

/* ---- inline.c ---- */

/* The template's text in each language of the edition; a finding for each that is missing. */
const struct rich_pair *inline_of(struct tmpl *, const struct node *);
/* places: braces mean something (texts of templates). */
const struct rich *inline_parse(struct tmpl *, const char *text, size_t len, struct pos, bool places);
const struct rich *inline_pack_text(struct tmpl *, const char *text, struct pos);

/* ---- expand.c ---- */

/* False if the text says nothing: it has places and the pack fills none of them. sources: may be NULL. */
bool expand_pair(struct tmpl *, const struct node *, struct pair *, const struct node *sources);
void expand_rich(struct tmpl *, const struct rich *, size_t lang, struct runs *);
/* A text of the pack as it stands, in a language of the pack. */
void expand_value(struct tmpl *, const struct value *, size_t pack_lang, struct runs *);
bool expand_value_pair(struct tmpl *, const struct value *, struct pair *, const struct node *sources);
/* What was gathered as the text of a block. Jumps and references are known from now on. */
struct inline_text expand_finish(struct tmpl *, struct runs *, size_t lang, struct pos);
const char *expand_label(struct tmpl *, const struct node *); /* NULL if it gives nothing */
void expand_jumps(struct tmpl *);                             /* at the end: links to labels that nothing carries */
void expand_text(struct runs *, struct arena *, const char *text, size_t len, struct pos);

/* ---- typeset.c ---- */

/* Quotation marks, apostrophes and dashes of a text as its language prints them, over the borders of runs. */
void typeset_marks(struct tmpl *, struct runs *, size_t lang);

/* ---- crossref.c: {ref:ID} ---- */

/* The name, as a link; the page that it leads to. */
void crossref_put(struct tmpl *, const char *id, struct pos, size_t lang, struct runs *);
void crossref_where(struct tmpl *, const char *id, struct pos, size_t lang, struct runs *);
const struct value *crossref_record(struct tmpl *, const char *id); /* NULL: no record of the pack is called so */
void crossref_settle(struct tmpl *); /* at the end: words of labelled blocks; a finding for what is unknown */

/* ---- abbrev.c ---- */

void abbrev_mark(struct tmpl *, const struct block *root); /* when all texts are settled */

/* ---- mark.c ---- */

void mark_bind(struct tmpl *, struct flow *, bool embargoed); /* what every page is marked with */

/* ---- footnote.c ---- */

/* A mark in the text at hand; makes the note's block at its first mark. */
void footnote_mark(struct tmpl *, const struct note_mark *, size_t lang, struct runs *);
/* At the end of a text of the pack: the mark of its `note`, if it has one and does not mark it itself. */
void footnote_put(struct tmpl *, const struct value *, size_t pack_lang, struct runs *);

/* ---- particle_put.c ---- */

/* The particle after what was written since `before`; reading: NULL if the pack gives none. False: it has no form. */
bool particle_put(struct tmpl *, const char *pair, const char *reading, size_t before, struct runs *);

/* ---- walk.c: lists of entries with loops and conditions ---- */

typedef void bind_fn(struct tmpl *, const struct node *, void *out);

/* A kind of entry: its key, what else may stand beside it, how it is bound. */
struct bind_kind {
	const char *key;
	const char *const *options; /* ends with NULL */
	bind_fn *bind;
};

/* Where entries stand decides which are known there. */
struct bind_place {
	const char *what; /* for findings */
	const struct bind_kind *kinds;
	size_t count;
	bind_fn *text;   /* a bare text, or NULL if none may stand here */
	size_t out_size; /* of what `out` points to: entries that are only checked write to a copy */
};

/* node NULL: nothing. */
void walk(struct tmpl *, const struct node *, const struct bind_place *, void *out);

/* ---- bind.c: blocks ---- */

struct blocks {
	LIST(const struct block *) list;
};

void bind_body(struct tmpl *, const struct node *, struct blocks *out);
/* Paragraphs only, as in cells; with lists, as in items. */
void bind_paragraphs_of(struct tmpl *, const struct node *, struct blocks *out);
void bind_item_body(struct tmpl *, const struct node *, struct blocks *out);
struct block *bind_new(struct tmpl *, const struct node *, enum block_kind, const char *style);
void bind_add(struct tmpl *, struct blocks *, struct block *);
void bind_children(struct block *, const struct blocks *);
void bind_label(struct tmpl *, const struct node *, struct block *);
void bind_para(struct tmpl *, const struct style *, const struct pair *, struct pos, struct blocks *out);
/* Calls `each` for every text a path leads to. */
void bind_texts(struct tmpl *, const struct node *path, const struct node *sources,
		void (*each)(struct tmpl *, const struct pair *, struct pos, void *), void *user);

/* ---- list_bind.c, tile_bind.c, table_bind.c, figure_bind.c ---- */

bind_fn list_bind, tile_bind, table_bind, figure_bind, figure_logos, figure_contents;
/* table_merge.c. Joins cells of the body that say the same in the columns told; table has its rows and columns. */
void table_merge(struct tmpl *, struct block *table, const bool *merge);
extern const char *const list_options[],
	*const tile_options[], *const table_options[], *const figure_options[], *const figure_logos_options[], *const figure_contents_options[];

#endif
