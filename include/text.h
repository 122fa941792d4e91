/*
 * text: fonts, shaping, break opportunities, paragraphs. The only stage that knows HarfBuzz, ICU's breaks and
 * patterns of hyphenation. Included by chart, layout, pdf and cmd.
 *
 * Units: thousandths of a point (mpt), integers. Text is UTF-8, NFC. All results are const and live in the arena given to
 * text_new(), but for the lines of paragraphs that ask for another. Faces and shaped words are cached there, so equal words are shaped once.
 *
 * A glyph that no face has is a finding (TEXT_NO_GLYPH: the character, the face, the place in the YAML) and a refusal:
 * glyph 0 never reaches a page.
 */
#ifndef TEXT_H
#define TEXT_H

#include "diag.h"

struct text; /* the fonts and caches of one job */
struct font; /* one font file */
struct face; /* a font with its fallbacks */

/* fonts_dir: where relative font paths start. Hyphenation patterns are loaded when first needed. */
struct text *text_new(struct arena *, struct diag *, const char *fonts_dir);
void text_free(struct text *); /* releases what libraries hold; arena memory stays */

/*
 * Opens a face: paths[0] is the font, paths[1..count-1] fallbacks in order, asked for each character the former lack.
 * The same paths give the same face. NULL after a finding at `pos`.
 */
const struct face *text_face(struct text *, const char *const *paths, size_t count, struct pos pos);
/* The same, but the characters of `avoid` (UTF-8; may be NULL) are not taken from the first font: its dash is too wide, say. */
const struct face *text_face_avoiding(struct text *, const char *const *paths, size_t count, const char *avoid,
				      struct pos pos);

/* ---- fonts, for the writer ---- */

struct font_info {
	const char *ps_name;  /* PostScript name, ASCII */
	int32_t upem;
	int32_t ascent, descent, cap_height, x_height; /* font units, descent negative */
	int32_t bbox[4];      /* font units: x min, y min, x max, y max */
	bool bold;
	bool serif;
};

size_t text_font_count(const struct text *);                /* fonts opened so far, in order of opening */
const struct font *text_font_at(const struct text *, size_t index);
size_t font_index(const struct font *);                     /* its place in that order */
const struct font_info *font_info(const struct font *);
const struct font_info *face_info(const struct face *);     /* of its first font */
int32_t font_advance(const struct font *, uint32_t glyph);  /* unkerned advance, font units */

/* A compact TrueType subset with the given glyphs; new_ids[i] is the id of glyphs[i] in it. data is in the arena. */
struct font_subset {
	const uint8_t *data;
	size_t len;
	uint16_t *new_ids;
};
bool font_subset(struct arena *, const struct font *, const uint32_t *glyphs, size_t count, struct font_subset *out);

/* Outline of a glyph in font units, y upwards. */
struct outline_sink {
	void *user;
	void (*move_to)(void *user, float x, float y);
	void (*line_to)(void *user, float x, float y);
	void (*curve_to)(void *user, float x1, float y1, float x2, float y2, float x3, float y3);
	void (*close)(void *user);
};
void font_outline(const struct font *, uint32_t glyph, const struct outline_sink *);

/* ---- shaping ---- */

struct glyph {
	uint32_t id;
	int32_t advance;  /* mpt, kerned */
	int32_t dx, dy;   /* mpt, offset from the pen; dy upwards */
	uint32_t at;      /* byte offset in the run's text of the cluster this glyph shows */
	uint32_t len;     /* bytes of that cluster; 0 for the second and further glyphs of one cluster */
};

/* Glyphs of one font at one size. The text is what a reader of the PDF gets: a hyphen put in by a line break is U+00AD. */
struct glyph_run {
	const struct font *font;
	int32_t size;       /* mpt */
	const char *text;
	size_t text_len;
	const struct glyph *glyphs;
	size_t count;
	int32_t width;      /* mpt, sum of advances */
};

struct text_style {
	const struct face *face;
	int32_t size;       /* mpt */
	const char *lang;   /* key: "en", "ko"; chooses script rules and hyphenation */
	const char *tag;    /* BCP 47: "en-GB"; may be NULL: then lang */
	bool tabular;       /* figures of equal advance */
};

struct shaped {
	const struct glyph_run *runs; /* more than one if a fallback was needed */
	size_t count;
	int32_t width;                /* mpt */
};
/* Shapes a piece of one line. pos is where its text stands in the YAML, for findings. */
const struct shaped *text_shape(struct text *, const struct text_style *, const char *text, size_t len, struct pos pos);

/* ---- break opportunities ---- */

enum break_kind {
	BREAK_NONE,
	BREAK_SPACE,    /* after white space, which hangs at the line's end */
	BREAK_AFTER,    /* after a hyphen, dash, slash or middle dot: no space is lost */
	BREAK_HYPHEN,   /* inside a word, a hyphen is added */
	BREAK_SYLLABLE, /* inside an eojeol, nothing is added: a last resort */
	BREAK_MUST      /* a line feed in the text */
};
/*
 * kinds[0..len]: kinds[i] is the break before byte i; kinds[0] is BREAK_NONE, kinds[len] BREAK_MUST. Rules: UAX #14 by
 * ICU, in English and Korean tailored: Hangul, ideographs and letters hold together (typography K3, K4, K6-K9), no break inside numbers with units,
 * dates, names such as KITSAT-1, 5G, R&D (E5); U+00A0 and U+2060 hold. hyphenate: with the patterns of style.tag.
 */
void text_breaks(struct text *, const struct text_style *, const char *text, size_t len, bool hyphenate, uint8_t *kinds);

/* ---- paragraphs ---- */

enum text_align { ALIGN_START, ALIGN_JUSTIFY, ALIGN_END, ALIGN_CENTER };

/* A stretch of a paragraph in one style. Spans follow each other without a gap; words may cross them. */
struct text_span {
	const char *text;
	size_t len;
	struct text_style style;
	struct pos pos;
	const void *user;  /* the caller's; comes back with each piece */
};

struct text_para_spec {
	const struct text_span *spans;
	size_t count;
	int32_t width;        /* mpt, the measure */
	int32_t first_indent; /* mpt, of the first line */
	int32_t first_width;  /* mpt, measure of the first line if it differs; 0: width */
	enum text_align align;
	bool hyphenate;
	bool divide;          /* a word wider than the measure is hyphenated as a last resort, hyphenate or not: names, capitals
				 and parts of compounds too, but not what a space holds together (E5) */
	bool balance;         /* lines of about equal length: headings, titles, short labels */
	bool hang;            /* justified text of a Latin script: marks at a line's ends stand partly outside of the measure */
	bool trial;           /* set to measure only: no findings about lines that do not fit */
	bool bare;            /* lines without pieces: nothing but their number and widths is asked */
	struct diag *diag;    /* gets the findings about lines that do not fit; NULL: the one of text_new() */
	struct arena *arena;  /* keeps the lines, but not their glyphs; NULL: the one of text_new() */
	struct pos pos;
};

struct text_piece {
	struct glyph_run run;
	int32_t x;                     /* mpt from the start of the measure */
	const struct text_span *span;
};

struct text_line {
	const struct text_piece *pieces; /* left to right; the space at the line's end is kept, past the measure if need be */
	size_t count;
	int32_t x;       /* mpt, start of the ink; below 0 where a mark hangs */
	int32_t width;   /* mpt, of the ink, hanging marks included */
	bool hyphenated;
};

struct text_para {
	const struct text_line *lines;
	size_t count;        /* 0 only for an empty paragraph */
	int32_t max_width;   /* mpt, of the widest line */
	int32_t min_width;   /* mpt, of the widest unbreakable piece: a narrower measure overflows */
	int32_t word_width;  /* mpt, of the widest piece if words stay whole: what a column should have */
	bool overfull;       /* a line is wider than the measure: a finding was added */
};
/*
 * Breaks a paragraph by total fit (Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience
 * 11, 1981), ragged or justified, with the costs of typography E1, E2, E4, K3, K11, K21.
 * Justified lines widen their spaces; where these would more than double, syllables of Hangul move apart by up to 0.03 em
 * (K11), so advances inside a run may be wider than the font's. Chinese and Japanese have no word spaces: their characters
 * move apart, by up to a fifth of an em.
 * The pieces give back the text in NFC, each byte once, but for this: a line feed ends a line and reads as a space, and a
 * soft hyphen typed in the text is a possible break that vanishes where no line ends.
 */
const struct text_para *text_para_set(struct text *, const struct text_para_spec *);

#endif
