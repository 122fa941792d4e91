/*
 * chart: a chart record of a pack to a drawing. The only stage that knows cairo. Included by layout (through flow) and cmd.
 *
 * A drawing is plain data in drawing units of 1 mpt, origin at the top left, y downwards: filled or stroked paths, then
 * texts as shaped glyph runs, each with its language. The PDF writer copies it out as operators with the pack's own
 * fonts; chart_render() plays the same drawing on a cairo surface for SVG and PNG. Geometry is made on a cairo context
 * (arcs, curves) and copied from its path.
 */
#ifndef CHART_H
#define CHART_H

#include "drawing.h"
#include "locale.h"
#include "model.h"
#include "text.h"

enum { CHART_LANGS = 2 };

struct drawing_text {
	struct glyph_run run;
	int32_t x, y;       /* mpt, of the baseline's start */
	uint32_t color;
	int lang;           /* index into the drawing's languages; 0 also for what belongs to all */
};

struct drawing {
	int32_t width, height;          /* mpt */
	const char *id;                 /* chart and languages: "overview-en-ko"; ids in an SVG begin with it */
	const struct bitmap *bitmap;    /* fills all of it, under the shapes; NULL: none. Charts have none. */
	const struct shape *shapes;     /* painted in order, under the texts */
	size_t shape_count;
	const struct drawing_text *texts; /* in reading order within a language */
	size_t text_count;
};

/* Outlines that maps are drawn on, read from a file once for a job; NULL after a finding. */
struct land;
const struct land *chart_land(struct arena *, struct diag *, const char *path);

/* Colours and faces come from the template. */
struct chart_theme {
	const struct face *face[CHART_LANGS], *strong_face[CHART_LANGS]; /* by language of the edition */
	int32_t size[CHART_LANGS];      /* mpt, label text */
	int32_t leading[CHART_LANGS];   /* mpt */
	uint32_t ink, muted, line, paper; /* text, secondary text, rules, ground */
	uint32_t palette[4];
	size_t palette_count;           /* 1..4 */
	const struct land *land;        /* NULL: there are no maps */
};

struct chart_lang {
	const char *key, *tag;
	size_t pack_index;
	const struct locale *locale;
};

struct chart_request {
	const struct value *chart;         /* a "chart" record */
	const struct pack *pack;
	struct chart_lang langs[CHART_LANGS];
	size_t lang_count;
	const struct chart_theme *theme;
	int32_t width;                     /* mpt, the drawing is exactly that wide */
	/*
	 * mpt; 0: none. A drawing that would be higher is set closer, down to what is still read with ease. What does
	 * not fit even then is drawn higher, with a finding.
	 */
	int32_t max_height;
};

/* NULL after a finding (data unfit for the kind, a label that cannot fit). Title and subtitle are not drawn: they are text. */
const struct drawing *chart_draw(struct arena *, struct diag *, struct text *, const struct chart_request *);
/* Alternative text in one language of the request, facts only, from the data: short (at most 150 characters). */
const char *chart_alt(struct arena *, const struct chart_request *, size_t lang);
/* Description of every value drawn, in reading order, for SVG's desc and for readers that want it all. */
const char *chart_description(struct arena *, const struct chart_request *, size_t lang);

/*
 * A number as the chart writes it: with its decimals, and with the unit where that is a sign (66%) or says how values are
 * written (£3.60m); else the unit is said once, "" if it is not or there is none.
 */
const char *chart_number(struct arena *, const struct chart_request *, size_t lang, const struct value *number);
const char *chart_unit(struct arena *, const struct chart_request *, size_t lang);
/* The values as CSV in the form that `file` of a chart reads; NULL if its kind shows none. */
const char *chart_csv(struct arena *, const struct chart_request *);

enum chart_format { CHART_SVG, CHART_PNG };
/* scale: PNG pixels per inch (72..600). title and description go into the SVG. Same input, same bytes. */
bool chart_render(const struct drawing *, enum chart_format, int dpi, const char *lang_tag, const char *title,
		  const char *description, struct buf *out);

void drawing_dump(const struct drawing *, struct buf *);

#endif
