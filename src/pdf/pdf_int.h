/*
 * Inside src/pdf only. One struct writer goes through all files of the stage; the file is put together in this order:
 *
 *   conform  what a checker would refuse is found before anything is written
 *   content  items of each page to operators; gives out marked-content numbers and character codes
 *   links    annotations
 *   image    pictures of pixels that content showed
 *   pdffont  subsets of the fonts that were used
 *   tags     structure tree, from the numbers that content gave out
 *   outline  outline, named destinations, page labels
 *   attach   attached files
 *   meta     metadata, colour profile, catalog
 *   save     the bytes
 *
 * What differs between the kinds of files (PDF 1.7 and 2.0, what is claimed) stands in one table, target.
 * Below them: object (indirect objects, over libharu), token (names, strings, numbers), pen (graphics state of a page),
 * ink_text, ink_shape and image (what a pen can draw). libharu's own headers are read by object.c and save.c only.
 */
#ifndef PDF_INT_H
#define PDF_INT_H

#include "pdf.h"

/* ---- token: the one place where values become PDF text ---- */

void token_name(struct buf *, const char *name);               /* with its slash */
void token_bytes(struct buf *, const char *bytes, size_t len); /* a literal string */
void token_raw(struct buf *, const char *bytes, size_t len);   /* what stands in one, bytes as they are */
void token_text(struct buf *, const char *utf8, size_t len);   /* a text string: ASCII as it is, else UTF-16 */
void token_utf16(struct buf *, const char *utf8, size_t len);  /* hexadecimal digits only, no mark, no brackets */
void token_ref(struct buf *, uint32_t number);
void token_point(struct buf *, int64_t x, int64_t y); /* mpt; each with a space after it */
void token_box(struct buf *, int64_t left, int64_t bottom, int64_t right, int64_t top);
/* Operands in DeviceGray or DeviceRGB, and the operator: "g" or "rg" for gray[0] = 'g', "G" or "RG" for 'G'. */
void token_color(struct buf *, uint32_t color, char gray);
void token_date(struct buf *, int64_t timestamp); /* a date string with its brackets */

/* ---- object: indirect objects ---- */

struct objects; /* the file in the making */

struct object {
	uint32_t number;
	const char *dict; /* what stands between << and >> */
	size_t dict_len;
	const char *data; /* a stream's bytes as they go into the file; NULL: no stream */
	size_t data_len;
	bool packed;
	void *stream; /* where the object is being written to; between two callbacks of libharu only */
};

struct objects *object_open(struct arena *);
void object_close(struct objects *);
/* A number is given at once, so others may refer to an object before it is filled. */
struct object *object_new(struct objects *);
struct object *object_page(struct objects *);    /* a leaf of the page tree, after those before it */
struct object *object_catalog(struct objects *); /* these two exist from the start */
struct object *object_info(struct objects *);    /* left out of the file if it was not filled */
/* Data that must outlive the file stays where it is; packed data is a copy. */
void object_stream(struct objects *, struct object *, const void *data, size_t len, bool pack);
/* The dictionary of one object at a time: begin, put text into what it returns, end. */
struct buf *object_begin(struct objects *, const struct object *);
void object_end(struct objects *, struct object *);
/* Appends the file to `out`; 0 or libharu's error number. */
unsigned long save_file(struct objects *, const char *version, struct buf *out);
/*
 * A string for an ID, which tells two files apart; it need not withstand an attack. 128 bits: 64 of FNV-1a (Fowler, Noll,
 * Vo), 32 of CRC-32, 32 of Adler-32.
 */
void save_hash(struct buf *, const char *data, size_t len);

/* ---- target: one row for each kind of file ---- */

struct target {
	const char *name;
	bool archive;                         /* it is PDF/A */
	const char *version;                  /* of the format */
	bool info;                            /* it has an Info dictionary */
	const char *namespace;                /* of the structure types; NULL: the set that needs no name */
	const char *role_map;                 /* of types that the set lacks; NULL: none */
	const char *renamed[TAG_ROLES];       /* types that have another name here */
	bool unnamed[TAG_ROLES];              /* types that only the set without a name has */
	bool captions_inside;                 /* a caption is part of what it explains, or none */
	const char *term_list;                /* numbering of a list whose labels are not those of a numbering */
	bool structure_places;                /* what leads to a place names an element of the structure too */
	const char *claims, *claims_attached; /* in the metadata; those of files with attachments besides, or NULL */
};
const struct target *target_of(enum pdf_conform);

/* ---- the writer ---- */

struct pdffont;

/* Ink of a tag: one marked-content sequence on a page. */
struct tag_ink {
	size_t page;
	unsigned chunk, mcid;
	bool placed; /* it stands in the structure tree */
	struct tag_ink *next;
};

struct tag_state {
	struct object *object; /* NULL: not reached from the root */
	const struct tag *tag;
	struct tag_ink *first, *last;
	LIST(const struct tag *) heads; /* TD: its header cells */
	bool named;                /* it has an ID: others name it */
	const struct tag *caption; /* FIGURE: which moves into it; NULL: none */
	const struct tag *figure;  /* CAPTION: into which it moves; NULL: it stays */
};

struct link_state {
	struct object *object;
	size_t parent_key; /* in the parent tree */
	bool placed;
};

struct page_state {
	struct object *object;
	LIST(const struct tag *) owners; /* by marked-content number */
	struct link_state *links;        /* like page.links */
};

/* A picture of pixels; pages refer to it by its place in the list. */
struct image {
	const struct bitmap *bitmap;
	struct object *object;
};

struct writer {
	struct arena *arena;
	struct diag *diag;
	const struct layout *layout;
	const struct pdf_options *options;
	const struct target *target;
	struct objects *objects;
	struct pdffont **fonts; /* by font_index(); NULL: not used */
	size_t font_count;
	LIST(struct image) images;
	struct page_state *pages;
	struct tag_state *tags;   /* by tag.index */
	size_t next_key;          /* in the parent tree; pages come first, then annotations */
	struct object *resources; /* one dictionary for all pages */
	struct object *structure; /* root of the structure tree */
	struct object *namespace; /* NULL: none */
	struct object *outline;   /* NULL: none */
	struct object **attached; /* like options.attachments */
	struct buf key;           /* of a font's map, while it is looked up */
	bool failed;              /* a finding was added */
};

/* More than PDF or libharu can hold: a finding, once. what: the part that grew too large. */
void writer_too_large(struct writer *, const char *what);
int64_t writer_up(const struct writer *, size_t page, int64_t y); /* mpt from a page's top to mpt from its foot */

/* ---- conform ---- */

bool conform_check(const struct writer *); /* false after a finding */

/* ---- pdffont ---- */

struct pdffont *pdffont_use(struct writer *, const struct font *);
struct pdffont_code {
	const char *text;
	size_t len;
	uint32_t glyph;
	uint16_t number;
	bool unfit; /* its text has to be said by ActualText */
	/*
	 * The advance a reader takes, in thousandths of the size. Whole: the file may hold fractions, but PDFium and MuPDF
	 * drop them, and a line of Korean would end a third of a point early. The font's own advance is less than one away.
	 */
	int width;
};
/* The code that shows `glyph` for `text`; equal pairs have equal codes. */
const struct pdffont_code *pdffont_code(struct writer *, struct pdffont *, uint32_t glyph, const char *text,
					size_t len);
void pdffont_name(struct buf *, const struct pdffont *); /* as a resource, with its slash */
void pdffont_finish(struct writer *);
/* Private use or not allowed in a ToUnicode map: such text has to be said by ActualText. */
bool tounicode_unfit(const char *text, size_t len);
void tounicode_map(struct buf *, const struct pdffont_code *const *, size_t count); /* in order of their numbers */

/* ---- image ---- */

void image_names(const struct writer *, struct buf *); /* entries of the dictionary of resources */
void image_finish(struct writer *);

/* ---- pen: a page's content in the making, and what its graphics state is at this point ---- */

enum pen_open { PEN_CLOSED, PEN_TEXT, PEN_FILL };

struct pen {
	struct writer *writer;
	struct buf *out;
	size_t page;
	int32_t height;         /* mpt, of the page */
	enum pen_open open;     /* text object, or rectangles that wait for their fill */
	int32_t line_x, line_y; /* mpt, where the last line of the text object began, y upwards */
	const struct pdffont *font;
	int32_t size, rise; /* mpt */
	uint32_t fill, stroke;
	int32_t width, dash[2]; /* mpt */
	enum line_cap cap;
	enum line_join join;
	int32_t miter; /* thousandths */
	/* The marked-content sequence that is open. */
	bool marked;
	const struct tag *tag;
	unsigned chunk;
	const char *artifact; /* its entries, if there is no tag */
};

void pen_close(struct pen *); /* ends a text object, fills rectangles */
void pen_fill_color(struct pen *, uint32_t);
void pen_stroke_color(struct pen *, uint32_t);
void pen_line(struct pen *, const struct shape *); /* the state for its stroke */
void pen_rect(struct pen *, int32_t x, int32_t y, int32_t w, int32_t h, uint32_t color); /* y from the top */
void pen_text(struct pen *, int32_t x, int32_t y); /* y from the top: opens text there */
void pen_font(struct pen *, const struct pdffont *, int32_t size);
void pen_rise(struct pen *, int32_t rise);

/* ---- what a pen draws; places in mpt from the page's top left ---- */

void ink_text(struct pen *, const struct glyph_run *, int32_t x, int32_t y, uint32_t color);
void ink_shape(struct pen *, const struct shape *, int32_t x, int32_t y);
void image_draw(struct pen *, const struct bitmap *, int32_t x, int32_t y, int32_t w, int32_t h);

/* ---- the rest, each once per file ---- */

void content_write(struct writer *);
void links_write(struct writer *);
void links_array(const struct writer *, size_t page, struct buf *); /* /Annots of a page, if it has any */
void headers_join(struct writer *, const struct tag *root);  /* sets heads and named */
void captions_join(struct writer *, const struct tag *root); /* sets caption and figure of the states */
const char *tags_role(const struct writer *, const struct tag *);   /* its type, without a slash */
uint32_t tags_element(const struct writer *,
		      const struct tag *); /* its number; NULL, not in the tree: the document's */
void tags_number(struct writer *);         /* gives each tag its object; before content */
unsigned tags_ink(struct writer *, const struct tag *, unsigned chunk, size_t page); /* a new marked-content number */
void tags_write(struct writer *);
void outline_write(struct writer *);
void outline_destinations(const struct writer *, struct buf *); /* a name tree's dictionary */
void outline_labels(const struct writer *, struct buf *);       /* a number tree's dictionary */
const struct destination *outline_find(const struct layout *, const char *name);
void outline_element(const struct writer *, const struct destination *, struct buf *); /* as a structure destination */
void attach_write(struct writer *);
void attach_names(const struct writer *, struct buf *); /* a name tree's dictionary */
void xmp_packet(const struct writer *, struct buf *);
void meta_write(struct writer *);
bool lock_file(struct diag *, const char *password, struct buf *out, size_t start); /* the file in out from start on */

#endif
