/*
 * Inside of chart: the canvas a kind draws on, labels in the languages of the edition, markers, and the table of kinds.
 *
 * A kind reads its data twice: with a canvas to draw it, without one to put it into words. Units are mpt, y downwards.
 */
#ifndef CHART_INT_H
#define CHART_INT_H

#include "chart.h"

#include <cairo.h>

/* ---- canvas (canvas.c) ---- */

/* A mark carries meaning and must stand out from its ground; a quiet shape only orders the page. */
enum canvas_role { CANVAS_MARK, CANVAS_QUIET };

struct canvas;

struct canvas *canvas_new(struct arena *);
/* The context to make a path on, in mpt; canvas_fill and canvas_stroke copy the path and clear it. */
cairo_t *canvas_pen(struct canvas *);
void canvas_fill(struct canvas *, uint32_t color, enum canvas_role);
void canvas_stroke(struct canvas *, uint32_t color, int32_t width, enum canvas_role);
void canvas_dash(struct canvas *, uint32_t color, int32_t width, int32_t on, int32_t off, enum canvas_role);
void canvas_line(struct canvas *, int32_t x1, int32_t y1, int32_t x2, int32_t y2);             /* a path of one line */
void canvas_rect(struct canvas *, int32_t x, int32_t y, int32_t w, int32_t h, int32_t radius); /* a path, rounded */
void canvas_run(struct canvas *, const struct glyph_run *, int32_t x, int32_t y, uint32_t color, int lang);
/* The drawing so far; the canvas must be closed after it. */
const struct drawing *canvas_drawing(const struct canvas *, const char *id, int32_t width, int32_t height);
enum canvas_role canvas_role_at(const struct canvas *, size_t shape);
void canvas_close(struct canvas *);

/* ---- contrast (contrast.c) ---- */

int32_t contrast_ratio(uint32_t a, uint32_t b); /* WCAG contrast of two sRGB colours in thousandths: 1000..21000 */
uint32_t contrast_better(uint32_t ground, uint32_t a, uint32_t b);   /* the one that stands out more from the ground */
uint32_t contrast_mix(uint32_t color, uint32_t ground, int percent); /* so much of the colour on the ground */
/* Checks every text against the fill under it, every mark against its ground and against the marks it touches. */
bool contrast_check(struct arena *, struct diag *, struct pos, const struct canvas *, const struct drawing *,
		    uint32_t paper);

/* ---- a chart in the making (chart.c) ---- */

struct chart_job {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct chart_request *req;
	const struct chart_theme *theme; /* of the request */
	struct canvas *canvas;
	int32_t width;  /* of the request */
	int32_t height; /* set by the kind */
	int tight;      /* how close things stand: 0 as they should, 100 as close as can be read */
};

struct chart_kind {
	const char *name;
	const char *const *phrases;       /* keys that a language must have, ends with NULL */
	bool (*draw)(struct chart_job *); /* false after a finding */
	const char *(*alt)(struct arena *, const struct chart_request *, size_t lang); /* NULL: the data is unfit */
	void (*describe)(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
};

/* The record or list that a chart draws, and the path it was named by. */
const struct value *chart_data(const struct chart_request *);
const char *chart_data_path(const struct chart_request *);
/* True if the record has a text it can be labelled with; otherwise a finding. */
bool chart_labelled(struct chart_job *, const struct value *record);
/* True if there are 1 to `most` of what the chart draws; otherwise a finding. */
bool chart_countable(struct chart_job *, size_t count, size_t most);

const char *chart_points(struct arena *, int32_t mpt); /* "455" */
/* A vertical measure between its two ends, by job->tight. */
int32_t chart_between(const struct chart_job *, int32_t roomy, int32_t tight);

static inline int32_t chart_larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* timeline.c and events.c, governance.c and forums.c, matrix.c and grid.c */
bool timeline_draw(struct chart_job *);
const char *events_alt(struct arena *, const struct chart_request *, size_t lang);
void events_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
bool governance_draw(struct chart_job *);
const char *forums_alt(struct arena *, const struct chart_request *, size_t lang);
void forums_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
bool matrix_draw(struct chart_job *);
const char *grid_alt(struct arena *, const struct chart_request *, size_t lang);
void grid_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);

/* ---- words (words.c) ---- */

/* The buffer's text in the arena; frees the buffer. */
const char *words_keep(struct arena *, struct buf *);
/* A phrase of the language with its {name} places filled: words_phrase(arena, locale, "key", "name", value, NULL). */
const char *words_phrase(struct arena *, const struct locale *, const char *key, ...);
const char *words_number(struct arena *, const struct locale *, size_t number);
/* The text of a value in a language of the request; "" if it has none. */
const char *words_text(const struct chart_request *, size_t lang, const struct value *);
/* The value a record is labelled with: the first of its fields short, name, title; NULL if it has none of them. */
const struct value *words_label(const struct value *record);
/* The texts joined by a separator; NULL: the language's own for lists. */
const char *words_join(struct arena *, const struct locale *, const char *const *texts, size_t count, const char *by);
/* The first of the texts with at most 150 characters; NULL entries are passed over, the last one must be short. */
const char *words_fit(const char *const *texts, size_t count);

/* ---- labels (label.c) ---- */

struct label_spec {
	bool strong;
	int scale;     /* percent of the theme's size; 0: 100 */
	int32_t width; /* measure */
	enum text_align align;
	bool balance;
	bool close; /* lines stand closer than in running text */
	uint32_t color;
};

/* A text in one language, broken into lines. A label without lines takes no room. */
struct label {
	const struct text_para *para;
	int32_t size, leading, cap; /* cap: height of capitals */
	int32_t height;             /* of its lines */
	int32_t width;              /* of its widest line */
	uint32_t color;
	int lang;
};

/* The same text in the languages of the edition, one below the other. */
struct stack {
	struct label of[CHART_LANGS];
	size_t count;
	int32_t height, width;
};

struct label label_set(struct chart_job *, size_t lang, const struct label_spec *, const char *text, struct pos pos);
struct stack label_stack(struct chart_job *, const struct label_spec *, const struct value *text);
/* A stack of texts made for each language, such as phrases. */
struct stack label_stack_of(struct chart_job *, const struct label_spec *, const char *const *texts, struct pos pos);
struct stack label_phrase(struct chart_job *, const struct label_spec *, const char *key);
/* The least measure that breaks no word. */
int32_t label_least(struct chart_job *, const struct label_spec *, const struct value *text);
int32_t label_baseline(const struct label *); /* of its first line, from its top */
void label_draw(struct chart_job *, const struct label *, int32_t x, int32_t top);
void label_draw_stack(struct chart_job *, const struct stack *, int32_t x, int32_t top);

/* ---- markers (marker.c) ---- */

enum marker { MARKER_DOT, MARKER_RING, MARKER_DASHED, MARKER_DIAMOND };
enum { MARKERS = MARKER_DIAMOND + 1 };

void marker_draw(struct chart_job *, enum marker, int32_t x, int32_t y, int32_t radius, uint32_t color);

/* ---- dated events (events.c) ---- */

struct moment {
	const struct value *event, *title, *note; /* note may be NULL */
	struct date date;
	bool about, yearly, main;
	enum marker marker; /* says how the date is known */
};

size_t events_read(struct arena *, const struct chart_request *, struct moment **out);
const char *events_when(struct arena *, const struct locale *, const struct moment *); /* the date in words */
/* Years between two moments if they are so many that the spine is broken between them, else 0. */
size_t events_gap(const struct moment *, const struct moment *next);
const char *events_gap_words(struct arena *, const struct locale *, size_t years);

/* ---- bodies before and after (forums.c) ---- */

struct forum {
	const struct value *record, *name;
	/* In words; "" where there are none. chair_lines is to be drawn: the same as chairs, each on a line of its own.
	 */
	const char *members[CHART_LANGS], *chairs[CHART_LANGS], *chair_lines[CHART_LANGS];
};

/* side: "before" or "after", a list of the record that the chart draws. */
size_t forums_read(struct arena *, const struct chart_request *, const char *side, struct forum **out);

/* ---- rows and columns (grid.c) ---- */

struct grid {
	const struct value **rows, **columns; /* records */
	size_t row_count, column_count;
	bool *marks; /* row by row */
};

void grid_read(struct arena *, const struct chart_request *, struct grid *out);
bool grid_mark(const struct grid *, size_t row, size_t column);

/* ---- pictures (render.c, picture.c) ---- */

/* Plays a drawing on a surface, its points times `scale`. False if cairo fails. */
bool render_play(cairo_surface_t *, const struct drawing *, double scale);
bool picture_svg(const struct drawing *, const char *lang_tag, const char *title, const char *description,
		 struct buf *out);
bool picture_png(const struct drawing *, int dpi, struct buf *out);

#endif
