/*
 * What the files of the stage text share; nobody else includes it. The way of a paragraph through them:
 *
 *   break.c  where lines may end      -> kinds, one for each byte          (hold.c: what E5 keeps together,
 *   shape.c  words of each span       -> glyphs, cached                     hyphen.c: points inside words)
 *   prepare.c  units, kept a while, as layout sets a paragraph at several measures
 *   para.c   candidates               -> widths up to each possible break
 *   fit.c    total fit                -> the breaks that are taken
 *   para_line.c                       -> lines of pieces           (hang.c: marks outside of the measure)
 */
#ifndef TEXT_INT_H
#define TEXT_INT_H

#include "text.h"

#include <hb.h>
#include <unicode/ubrk.h>

#define SOFT_HYPHEN 0x00ADu
#define SOFT_HYPHEN_UTF8 "\xC2\xAD"

struct font {
	size_t index;
	const char *path;
	struct font_info info;
	hb_face_t *face;
	hb_font_t *hb;       /* scaled to units per em */
	hb_set_t *composing; /* glyphs that show that ccmp is needed (plan.c) */
	hb_set_t *touched;   /* glyphs that any lookup could begin at, once it is known; NULL: no telling */
	bool knows_touched;
	uint32_t ascii[0x80]; /* glyphs of these characters */
	hb_draw_funcs_t *draw;
};

struct face {
	size_t index;
	size_t count;
	const struct font **fonts;
	const char *avoid; /* characters that the first font is not asked for; "" if none */
};

/* ---- text.c ---- */

/* The shaped words of one style. */
struct words {
	struct text_style style;
	const struct langrule *rule;
	hb_language_t language;
	LIST(struct plan *) plans;
	struct map *words;        /* to struct word */
	struct map *lines;        /* to struct shaped: texts of several words */
	const struct word *space; /* U+0020, or NULL until it is needed */
	int32_t hyphened[0x80];   /* mpt, widths of these letters with a hyphen; 0: not known yet */
};

struct plan;     /* plan.c */
struct patterns; /* hyphen.c */

struct iterator {
	const char *lang;
	UBreakIterator *lines; /* NULL: ICU has no rules */
};

struct text {
	struct arena *arena;
	struct diag *diag;
	const char *fonts_dir;
	LIST(struct font *) fonts;
	LIST(struct words *) styles;
	struct map *font_paths, *faces, *missing; /* missing: characters that were reported, per face */
	struct arena *making; /* of the word at hand */
	hb_buffer_t *buffer;
	LIST(struct iterator) iterators;
	UText *utext; /* for them, used again; NULL at first */
	LIST(struct patterns *) patterns;
	struct para_room *room; /* arrays that each paragraph uses again (para.c) */
};

struct words *text_words(struct text *, const struct text_style *);

/* ---- langrule.c: what the rules of typography set per language ---- */

struct langrule {
	const char *lang;
	bool tailored;        /* breaks follow typography K3-K9 and E5; otherwise UAX #14 alone */
	const char *patterns; /* hyphenation if a style's tag names no region; NULL: words are never divided */
	bool capitals;        /* words that begin with a capital are divided too: they need be no names */
	bool solid;           /* written without word spaces: characters give as spaces do elsewhere */
	int32_t tolerance;    /* badness a justified line may have before the last resorts are tried */
	int32_t spread;       /* how far syllables may move apart in loose lines (K11), thousandths of an em */
	bool hangs;           /* marks may stand outside of the measure (K22) */
};
/* Never NULL: a language without a rule of its own has UAX #14 and no hyphens. */
const struct langrule *langrule_find(const char *lang);

/* ---- charclass.c ---- */

bool charclass_hangul(uint32_t c);
bool charclass_syllable(uint32_t c); /* Hangul, ideographs, kana: a line could end after each */
bool charclass_letter(uint32_t c);   /* of any script, marks included */
bool charclass_upper(uint32_t c);
bool charclass_lower(uint32_t c);
bool charclass_digit(uint32_t c);
bool charclass_space(uint32_t c);       /* white space at which a line may end: not U+00A0, U+202F */
bool charclass_never_first(uint32_t c); /* geumchik (K6): not at a line's start */
bool charclass_never_last(uint32_t c);  /* ... not at a line's end */
bool charclass_opening(uint32_t c);     /* brackets and quotation marks before a word */
/* The code point that ends before byte `at`, and the one that starts there; 0 outside of the text. */
uint32_t charclass_before(const char *text, size_t at);
uint32_t charclass_at(const char *text, size_t len, size_t at);

/* ---- font.c ---- */

/* NULL after a finding. */
struct font *font_open(struct text *, const char *path, struct pos);
void font_close(struct font *);
uint32_t font_glyph(const struct font *, uint32_t codepoint); /* 0: none */

/* ---- glyph_outline.c ---- */

/* Calls that hand an outline to a struct outline_sink. */
hb_draw_funcs_t *glyph_outline_funcs(void);

/* ---- itemize.c ---- */

/* A character on its way to the shaper. */
struct item {
	uint32_t shown;  /* what the font is asked for; 0: nothing */
	uint32_t glyph;  /* ... and gives before any lookup; 0: nothing */
	uint32_t at;     /* byte offset in the word */
	bool narrow;     /* U+202F shown by a space of 1/5 em */
	uint8_t font;    /* index in the face */
	uint16_t script; /* UScriptCode */
};
/* Fills items (room for len) and returns their count. Characters that no font has are reported. */
size_t itemize(struct text *, const struct face *, const char *text, size_t len, struct pos, struct item *items);

/* ---- plan.c ---- */

void plan_font(struct font *); /* fills composing */
void plan_free_font(struct font *);
void plan_free(struct words *);
/* Whether each item is a syllable of Hangul that shaping would leave as it is. */
bool plan_untouched(const struct font *, const struct item *items, size_t count);
/* Shapes items of one font and script into t->buffer. */
void plan_shape(struct text *, struct words *, const struct font *, hb_script_t, const struct item *items,
		size_t count);

/* ---- shape.c ---- */

struct unit;

struct word {
	struct shaped shaped;
	/* unsafe[i]: shaping the parts before and after byte i alone gives other widths. NULL: nowhere. */
	const uint8_t *unsafe;
	const int32_t *before; /* before[i]: width of the clusters that start before byte i; length + 1 of them */
	int32_t weight;        /* size in characters (E4, K21): 1 each, but 3 for a syllable or ideograph */
	int32_t joints;        /* places between two syllables or ideographs */
};

/* Whether a syllable or ideograph stands at a glyph and another one at the next (K11: the places that may give). */
bool shape_joint(const struct glyph_run *run, size_t glyph);

const struct word *shape_word(struct text *, struct words *, const char *text, size_t len, struct pos);
/* A word on a line; extra widens its last glyph. */
struct line_word {
	const struct word *word;
	const struct unit *unit; /* that it is or is part of */
	int32_t extra;
};
/* Joins words into as few runs as the fonts allow. */
void shape_join(struct arena *, const struct line_word *, size_t count, struct shaped *);

/* ---- break.c, prose.c, hold.c, hyphen.c ---- */

/* kinds for text without soft hyphens in the breaks of `lang`, no hyphenation. */
void break_find(struct text *, const char *lang, const char *text, size_t len, uint8_t *kinds);
/* Length of the token at `from` if it is plain prose, with the breaks inside it; else 0, and they are to be found again. */
size_t prose_token(const char *text, size_t len, size_t from, uint8_t *kinds);
/* Adds BREAK_HYPHEN inside the words of text[from..to). */
void break_hyphenate(struct text *, const struct text_style *, const char *text, size_t from, size_t to,
		     uint8_t *kinds);
/* Adds BREAK_RESORT inside what is wider than the measure: a line that ends there has a hyphen, but a dearer one. */
enum { BREAK_RESORT = BREAK_MUST + 1 };
void break_resort(struct text *, const struct text_style *, const char *text, size_t len, size_t from, size_t to,
		  uint8_t *kinds);
/* Whether a space that ends at `at` holds what stands before and after it together (E5, K7, K10). */
bool hold_space(const char *text, size_t len, size_t space, size_t at);
/* Whether the word parts round a hyphen, slash or middle dot that ends at `at` hold together. */
bool hold_mark(const char *text, size_t len, uint32_t mark, size_t at);
/* Offsets inside a word of small letters at which it may be divided, ascending; the count may be 0. */
size_t hyphen_points(struct text *, const struct text_style *, const char *word, size_t len, const uint8_t **points);

/* ---- hang.c ---- */

/* mpt of the first, or last, mark of a text that stand outside of the measure; 0 for letters. */
int32_t hang_start(const struct shaped *);
int32_t hang_end(const struct shaped *);
int32_t hang_mark(uint32_t c, int32_t width); /* of a mark of that width at a line's end */

/* ---- fit.c ---- */

/* A place where a line may end. Widths count from the start of the paragraph; a line from a to b is b.end - a.start. */
struct fit_break {
	int32_t end;       /* up to here, with a hyphen if one is added, without spaces at the end */
	int32_t solid;     /* ... without that hyphen: more never fits if this does not */
	int32_t start;     /* where the next line starts */
	int32_t gap_end;   /* sum of the word spaces before `end` */
	int32_t gap_start; /* ... and before `start` */
	int32_t give_end;  /* sum of what syllables may move apart before `end` (K11) */
	int32_t give_start;
	int32_t weight_end; /* sum of the sizes of characters (E4, K21): a letter 1, a syllable 3 */
	int32_t weight_start;
	uint32_t unit, off; /* the next line starts at this byte of this unit */
	uint8_t kind;       /* enum break_kind */
	bool lone;          /* a last resort: leaves a single syllable at the line's end or start, or divides a name */
};

struct fit_list {
	struct fit_break *items;
	size_t count, cap;
};

struct fit_spec {
	const struct fit_break *breaks; /* [0] is the start; the last is BREAK_MUST */
	size_t count;
	int32_t measure, first; /* of all lines; of the first line */
	bool justify, balance;
	bool last;         /* take what there is, even if a line is overfull */
	int32_t tolerance; /* badness a line may have */
	int32_t emergency; /* added to the stretch of each line */
	bool give;         /* syllables may move apart */
};

struct fit_node {
	uint32_t at, from; /* break; node of the line's start */
	int64_t demerits;
	int32_t start;          /* of the break: where the next line starts */
	uint8_t class, hyphens; /* tightness of the line that ends here; hyphenated lines running */
};

struct fit_room {
	struct arena *arena;
	LIST(struct fit_node) nodes;
	LIST(uint32_t) active;
	LIST(uint32_t) taken; /* the breaks taken, in order, without the start */
	int32_t shortest;     /* of ragged lines but the last: the largest share missing, in thousandths */
};
/* Fills room->taken. false: no way within the limits. */
bool fit(struct fit_room *, const struct fit_spec *);
/* How much word spaces of that sum may give and take (E2). */
int32_t fit_stretch(int32_t gaps);
int32_t fit_shrink(int32_t gaps);

/* ---- para.c, para_line.c ---- */

/* A word, a part of one that lies in one span, or a single space. */
struct unit {
	const struct word *word;
	uint32_t at, len; /* bytes in the paragraph's text */
	uint32_t span;
	bool space; /* hangs at the line's end */
	bool gap;   /* a space that justification widens */
	bool wide;  /* belongs to a piece wider than the measure: may break as a last resort */
};

/* Where a line ends, or starts: before this byte of this unit. */
struct line_end {
	uint32_t unit, off;
	uint8_t kind; /* enum break_kind */
};

struct line_ends {
	struct line_end *items;
	size_t count, cap;
};

/* The lines that a paragraph became in one form: lines.items[0] is its start. */
struct result {
	int32_t width, first_indent, first_width;
	enum text_align align;
	bool balance;
	struct line_ends ends; /* empty: none */
};

enum { RESULTS = 4 };

/* A paragraph cut up, as far as its measure plays no part (prepare.c). */
struct prepared {
	const char *text; /* NFC, without soft hyphens */
	size_t len;
	uint8_t *kinds; /* enum break_kind, before each byte; BREAK_RESORT where a piece was too wide */
	struct unit *units;
	size_t unit_count;
	const struct fit_break *breaks; /* without hyphens and last resorts */
	size_t break_count;
	int32_t word_width, min_width; /* see struct text_para */
	bool has_hyphens, has_syllables, has_feeds;
	struct result results[RESULTS]; /* the last ones */
	unsigned int result_count;      /* so many there were */
};

struct slot;

struct para_room {
	struct fit_room fit;
	struct prepared *now;
	struct slot **slots; /* paragraphs met lately (prepare.c) */
	/* The paragraph that is being cut up; buffers are on the heap. */
	struct buf key, text, kinds_room, hyphened;
	uint8_t *kinds; /* in kinds_room */
	LIST(struct words *) span_words; /* the style of each span */
	LIST(uint32_t) span_ends;        /* where each span ends in text */
	LIST(uint32_t) soft;             /* where soft hyphens stood */
	LIST(struct unit) units;
	struct prepared fresh;
	/* Possible breaks at one measure, and of one wide word. */
	struct fit_list breaks, inner;
	const struct fit_break *candidates; /* those that fit.taken counts in */
	/* One line. */
	LIST(struct line_word) words;
	LIST(struct text_piece) pieces;
};

/* ---- prepare.c ---- */

/*
 * Sets room->now. true: a paragraph of the same spans was met lately, with all that it came to; false: breaks and widths
 * are to be filled in, then prepare_keep().
 */
bool prepare(struct text *, const struct text_para_spec *, bool hangs);
void prepare_keep(struct text *);

/* Sums of parts and widths of wholes may differ by roundings; no line is overfull by less. */
enum { PARA_SLACK = 50 };

/* mpt that the syllables of a word of that style may move apart, all together. */
int32_t para_give(const struct words *, const struct word *);
/* Whether marks hang: asked for, justified, and in a language that has it. */
bool para_hangs(const struct text_para_spec *);
/* A part of a unit as a word of its own, with a hyphen at its end if one is added. */
const struct word *para_part(struct text *, const struct text_para_spec *, const struct unit *, size_t from, size_t to,
			     bool hyphen);
/* Returns whether the line is wider than the measure. */
bool para_line(struct text *, const struct text_para_spec *, const struct line_end *a, const struct line_end *b,
	       int32_t indent, int32_t measure, struct text_line *line);

#endif
