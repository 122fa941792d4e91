/*
 * Inside of art: xml.c reads a file's elements, svg.c walks through them, svg_style.c settles how each is painted,
 * svg_color.c knows colours, svg_path.c and svg_basic.c make paths, svg_ink.c gathers them and cuts the white round
 * them; png.c and jpeg.c read pixels.
 */
#ifndef ART_INT_H
#define ART_INT_H

#include "art.h"

/* ---- xml.c ---- */

struct xml_attr {
	const char *name, *value; /* name without the prefix svg: */
	struct pos pos;
};

struct xml_node {
	const char *name; /* without the prefix svg: */
	struct pos pos;
	LIST(struct xml_attr) attrs;
	struct xml_node *parent, *first, *last, *next;
	const char *text; /* characters directly inside it, "" if there are none */
	struct pos text_pos;
};

enum { XML_NODES = 100000, XML_DEPTH = 64 };

/* The root element; NULL after a finding. */
struct xml_node *xml_read(struct arena *, struct diag *, const struct source_file *);
const struct xml_attr *xml_attr(const struct xml_node *, const char *name); /* NULL if absent */

/* ---- geometry ---- */

struct matrix {
	double a, b, c, d, e, f; /* x' = a x + c y + e, y' = b x + d y + f */
};

/* ---- svg_style.c ---- */

enum { PAINT_NONE = -1 };

struct svg_style {
	int32_t fill, stroke; /* 0xRRGGBB or PAINT_NONE */
	int32_t color;        /* what currentColor means */
	bool current_fill, current_stroke;
	double width; /* of the stroke, user units */
	double dash[2];
	bool even_odd, hidden, gone; /* visibility; display: none, with all inside */
	bool clear_fill, clear_stroke;
	enum line_cap cap;
	enum line_join join;
	double miter;
};

struct svg;

struct svg_rule {
	const char *element, *klass, *id; /* NULL: any */
	const char *body;
	struct pos pos;
};

extern const struct svg_style svg_style_first;
void svg_style_sheet(struct svg *, const struct xml_node *style);
/* The style of an element inside one of style `outer`. */
struct svg_style svg_style_of(struct svg *, const struct xml_node *, const struct svg_style *outer);

/* ---- svg_color.c ---- */

bool svg_color(const char *text, int32_t *color); /* #rgb, #rrggbb, rgb(), a name */

/* ---- svg_ink.c ---- */

struct svg_step {
	enum path_op op;
	double x[3], y[3];
};

struct svg_shape {
	size_t first, count; /* steps */
	struct svg_style style;
	double scale; /* of the stroke */
	struct pos pos;
};

/* Starts, fills and ends a path in user units; the matrix brings it to the picture's. */
void svg_ink_begin(struct svg *, const struct matrix *);
void svg_ink_move(struct svg *, double x, double y);
void svg_ink_line(struct svg *, double x, double y);
void svg_ink_curve(struct svg *, double x1, double y1, double x2, double y2, double x, double y);
void svg_ink_close(struct svg *);
void svg_ink_end(struct svg *, const struct svg_style *, struct pos);
/* The ink of all shapes; false after a finding. */
bool svg_ink_finish(struct svg *, struct art *);

/* ---- svg_path.c ---- */

bool svg_number(const char **at, double *number); /* with white space and one comma before it */
void svg_path(struct svg *, const struct xml_attr *);
/* Curves for a quarter of an ellipse and less are within a thousandth of it. */
void svg_path_arc(struct svg *, const double from[2], double rx, double ry, double turn, bool large, bool sweep,
		  const double to[2]);
struct matrix svg_path_matrix(struct svg *, const struct xml_attr *); /* of a transform */
struct matrix svg_path_multiply(const struct matrix *outer, const struct matrix *inner);

/* ---- svg_basic.c ---- */

/* True if the element is one of the basic shapes: its path is made. */
bool svg_basic(struct svg *, const struct xml_node *);

/* ---- svg.c ---- */

struct svg {
	struct arena *arena;
	struct diag *diag;
	struct map *ids; /* id to struct xml_node */
	LIST(struct svg_rule) rules;
	LIST(struct svg_step) steps;
	LIST(struct svg_shape) shapes;
	struct matrix matrix; /* of the path at hand */
	double x, y;          /* where it has come to, user units */
	double view[2];       /* width and height that percentages are of; 0: unknown */
	size_t uses, depth;
	bool failed, full;
};

bool svg_read(struct arena *, struct diag *, struct art *);
void svg_unread(struct svg *, const struct xml_attr *, const char *what); /* a value that cannot be read */
/* What a picture may not have, or not keep; remedy in both languages. */
void svg_refuse(struct svg *, struct pos, const char *what, const char *remedy);
void svg_outside(struct svg *, struct pos, const char *address);
/* A length in user units; axis 0: x, 1: y. Absent: otherwise. */
double svg_length(struct svg *, const struct xml_node *, const char *name, int axis, double otherwise);

/* ---- png.c, jpeg.c ---- */

bool png_take(struct arena *, struct diag *, struct art *);
bool jpeg_take(struct arena *, struct diag *, struct art *);

#endif
