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
int32_t canvas_foot(const struct canvas *); /* the lowest point of its texts */
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

bool chart_has_numbers(const struct chart_request *); /* its kind shows values */
const char *chart_points(struct arena *, int32_t mpt); /* "455" */
/* A vertical measure between its two ends, by job->tight. */
int32_t chart_between(const struct chart_job *, int32_t roomy, int32_t tight);

static inline int32_t chart_larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static inline int64_t chart_larger64(int64_t a, int64_t b)
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

/* Kinds of numbers; all are put into words by said.c. */
bool bar_draw(struct chart_job *);
bool stacked_draw(struct chart_job *);
bool dot_draw(struct chart_job *);
bool trend_draw(struct chart_job *);
bool waffle_draw(struct chart_job *);
bool units_draw(struct chart_job *);
/* roadmap.c and plans.c, network.c and ties.c, strengths.c, atlas.c and places.c */
bool roadmap_draw(struct chart_job *);
const char *plans_alt(struct arena *, const struct chart_request *, size_t lang);
void plans_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
bool network_draw(struct chart_job *);
const char *ties_alt(struct arena *, const struct chart_request *, size_t lang);
void ties_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
bool atlas_draw(struct chart_job *);
const char *places_alt(struct arena *, const struct chart_request *, size_t lang);
void places_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);
bool strengths_draw(struct chart_job *);
const char *strengths_alt(struct arena *, const struct chart_request *, size_t lang);
void strengths_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);

/* ---- wording (wording.c) ---- */

/* The buffer's text in the arena; frees the buffer. */
const char *wording_keep(struct arena *, struct buf *);
/* A phrase of the language with its {name} places filled: wording_phrase(arena, locale, "key", "name", value, NULL). */
const char *wording_phrase(struct arena *, const struct locale *, const char *key, ...);
const char *wording_number(struct arena *, const struct locale *, size_t number);
/* The text of a value in a language of the request; "" if it has none. */
const char *wording_text(const struct chart_request *, size_t lang, const struct value *);
/* The value a record is labelled with: the first of its fields short, name, title; NULL if it has none of them. */
const struct value *wording_label(const struct value *record);
/* The texts joined by a separator; NULL: the language's own for lists. */
const char *wording_join(struct arena *, const struct locale *, const char *const *texts, size_t count, const char *by);
/* The first of the texts with at most 150 characters; NULL entries are passed over, the last one must be short. */
const char *wording_fit(const char *const *texts, size_t count);

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
/* The languages on one line, on one baseline. */
int32_t label_beside_width(const struct stack *);
void label_draw_beside(struct chart_job *, const struct stack *, int32_t x, int32_t top);
/* Paper under words that lines would run through. */
void label_ground(struct chart_job *, int32_t x, int32_t top, int32_t width, int32_t height);
/* A number in each language; once only where the languages write it alike. */
struct stack label_number(struct chart_job *, const struct label_spec *, const char *const *texts, struct pos pos);
int32_t label_least_of(struct chart_job *, const struct label_spec *, const char *const *texts, struct pos pos);

/* ---- labels of rows at the left (column.c) ---- */

struct column_text {
	const char *text[CHART_LANGS];
	struct pos pos;
	bool strong;
};

struct column {
	struct stack *of;
	int32_t width; /* with the room behind it */
};

/* As wide as the labels need, up to a share of the drawing in percent. False after a finding. */
bool column_fit(struct chart_job *, const struct column_text *, size_t count, int share, struct column *);

/* ---- the key above a drawing (key.c) ---- */

struct key {
	const struct stack *words;
	const int *which; /* number of each sign, for draw */
	size_t count;
	void (*draw)(struct chart_job *, int which, int32_t x, int32_t y); /* round its middle */
};

enum { KEY_SIGN = 10000 }; /* mpt, room for a sign */

/* Draws it at the top; returns where the drawing goes on. */
int32_t key_draw(struct chart_job *, const struct key *);

/* ---- markers (marker.c) ---- */

enum marker { MARKER_DOT, MARKER_RING, MARKER_DASHED, MARKER_DIAMOND, MARKER_SQUARE, MARKER_TRIANGLE };
enum { MARKERS = MARKER_TRIANGLE + 1 };

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

/* ---- rows of numbers (figures.c: read, said.c: in words) ---- */

struct figure_row {
	struct column_text label;
	const struct date *date; /* NULL if it has none */
	const int64_t *values;   /* thousandths, one for each of the series */
	bool main;
};

struct figures {
	struct figure_row *rows;
	size_t row_count;
	const struct value **series; /* their labels; NULL for the only series of a chart */
	size_t series_count;
	int places; /* decimals of every value */
	int64_t least, most;
	bool has_main;
};

void figures_read(struct arena *, const struct chart_request *, struct figures *out);
/* The labels of all rows, to be fitted into a column. */
struct column_text *figures_labels(struct arena *, const struct figures *);
int64_t figures_total(const struct figures *, size_t row);

/* A value as it is drawn: with the unit if that is a sign or says how values are written. */
const char *said_number(struct arena *, const struct chart_request *, size_t lang, int64_t value, int places);
/* A value of the chart as it is drawn, in all languages. */
struct stack said_label(struct chart_job *, const struct label_spec *, int64_t value, int places);
/* The unit, where it is said once and not at each value; "" otherwise. */
const char *said_unit(struct arena *, const struct chart_request *, size_t lang);
/* How many one sign stands for; "" if it is one. */
const char *said_sign(struct arena *, const struct chart_request *, size_t lang);
const char *said_alt(struct arena *, const struct chart_request *, size_t lang);
void said_describe(struct arena *, const struct chart_request *, size_t lang, struct buf *out);

/* ---- plans of a roadmap (plans.c) ---- */

struct plan_step {
	struct date date;
	const struct value *label; /* NULL: the row itself is the event */
};

struct plan_row {
	struct column_text label;
	const struct date *start, *end; /* NULL: no span; a span without an end goes on */
	struct plan_step *steps;
	size_t step_count;
	bool main;
};

size_t plans_read(struct arena *, const struct chart_request *, struct plan_row **out);
/* The span in words; "" if there is none. */
const char *plans_span(struct arena *, const struct locale *, const struct plan_row *);
/* A step in words: its date, and its label unless that is the row's. */
const char *plans_step(struct arena *, const struct chart_request *, size_t lang, const struct plan_step *);
/* Days since 1 January 1970 of the first and of the last day that a date can mean. */
int32_t plans_first_day(const struct date *);
int32_t plans_last_day(const struct date *);

/* ---- records and what they connect (ties.c) ---- */

struct tie {
	const struct value *record; /* what connects */
	size_t *ends;               /* indices of nodes */
	size_t end_count;
};

struct ties {
	struct tie *ties;
	size_t count;
	const struct value **nodes; /* what is connected, each once, in order of mention */
	const struct value **party; /* that each node belongs to; NULL: none */
	size_t node_count;
};

void ties_read(struct arena *, const struct chart_request *, struct ties *out);

/* ---- maps (places.c: read and in words, land.c, atlas.c) ---- */

struct spot {
	const struct value *record;
	double latitude, longitude; /* degrees, north and east */
};
size_t places_read(struct arena *, const struct chart_request *, struct spot **out);

struct land_point {
	int16_t x, y; /* tenths of a degree, east and north */
};
struct land_ring {
	const struct land_point *points;
	size_t count;
};
struct land {
	LIST(struct land_ring) rings;
};

struct flat {
	double x, y;
};
/* The part of the world in the frame. */
struct view {
	double west, north;       /* degrees, of its top left corner */
	double scale, east_scale; /* mpt a degree of latitude, of longitude */
};
struct flat view_point(const struct view *, double longitude, double latitude); /* mpt */
void land_draw(struct chart_job *, const struct view *, uint32_t color);

/* ---- scales and axes (scale.c, axis.c) ---- */

struct scale {
	int64_t lo, hi, step; /* thousandths; hi > lo, both multiples of the step */
	int places;           /* decimals of the step */
};

/* A scale through zero has at least so many parts, whatever its step. */
enum { SCALE_LEAST_PARTS = 2 };

/*
 * Covers least to most in at most `parts` steps (SCALE_LEAST_PARTS or more) of 1, 2 or 5 times a power of ten; whole: no
 * decimals.
 */
struct scale scale_make(int64_t least, int64_t most, size_t parts, bool whole);
size_t scale_ticks(const struct scale *);
/* How far a value stands from lo to hi, on a length in mpt. */
int32_t scale_at(const struct scale *, int64_t value, int32_t length);

struct axis {
	struct scale scale;
	struct stack *ticks;
	size_t count;
	int32_t widest; /* of the ticks' labels */
};

/* A horizontal axis as finely divided as its labels allow. */
struct axis axis_across(struct chart_job *, const struct figures *, int64_t least, int64_t most, int32_t length);
/* An axis upwards. */
struct axis axis_up(struct chart_job *, const struct figures *, int64_t least, int64_t most, size_t parts);
void axis_draw_across(struct chart_job *, const struct axis *, int32_t x, int32_t length, int32_t top, int32_t bottom);
int32_t axis_height(const struct axis *); /* below a horizontal axis */
void axis_draw_up(struct chart_job *, const struct axis *, int32_t x, int32_t width, int32_t top, int32_t height);
/* The line at zero. */
void axis_zero(struct chart_job *, int32_t x1, int32_t y1, int32_t x2, int32_t y2);
/* Key of the series and the unit, above the drawing; returns where it goes on. left: where the unit stands. */
int32_t axis_head(struct chart_job *, const struct figures *, int32_t left,
		  void (*sign)(struct chart_job *, int series, int32_t x, int32_t y));

/* ---- series (pattern.c) ---- */

/* Each of the series has a colour, a pattern and a marker of its own. */
uint32_t pattern_color(const struct chart_job *, size_t series);
enum marker pattern_marker(size_t series);
void pattern_fill(struct chart_job *, size_t series, int32_t x, int32_t y, int32_t w, int32_t h);
/* A ground in the colour alone, for words on a pattern. */
void pattern_plate(struct chart_job *, size_t series, int32_t x, int32_t y, int32_t w, int32_t h);
void pattern_swatch(struct chart_job *, int series, int32_t x, int32_t y); /* for the key */
void pattern_sign(struct chart_job *, int series, int32_t x, int32_t y);   /* its marker, for the key */

/* ---- pictures (render.c, picture.c) ---- */

/* Plays a drawing on a surface, its points times `scale`. False if cairo fails. */
bool render_play(cairo_surface_t *, const struct drawing *, double scale);
bool picture_svg(const struct drawing *, const char *lang_tag, const char *title, const char *description,
		 struct buf *out);
bool picture_png(const struct drawing *, int dpi, struct buf *out);

#endif
