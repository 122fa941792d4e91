/*
 * drawing: paths and pictures as plain data, made by art and chart, shown by the PDF writer and by chart_render().
 * Included by art and chart.
 */
#ifndef DRAWING_H
#define DRAWING_H

#include "base.h"

enum path_op { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
	enum path_op op;
	int32_t x[3], y[3]; /* mpt: [0] for move and line, [0..2] for curve */
};

/* Ends and corners of a stroke, numbered as PDF numbers them. */
enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

struct shape {
	const struct path_step *steps;
	size_t count;
	int32_t fill;       /* 0xRRGGBB or -1 */
	int32_t stroke;     /* 0xRRGGBB or -1 */
	int32_t width;      /* mpt, of the stroke */
	int32_t dash[2];    /* mpt on, off; {0, 0}: solid */
	bool even_odd;      /* what is inside is found by the even-odd rule, not by the nonzero winding number */
	enum line_cap cap;
	enum line_join join;
	int32_t miter;      /* thousandths, most length of a corner by width; 0: 10 times */
};

/* Pixels in rows from the top, without padding. */
struct bitmap {
	int32_t width, height;
	int components;                   /* 1: grey, 3: red, green, blue; 8 bits each */
	bool jpeg;                        /* data is a JPEG file */
	const uint8_t *data;
	size_t len;
	const uint8_t *alpha;             /* one byte a pixel, 0: clear; NULL: all is opaque */
	const uint8_t *profile;           /* ICC profile of its colours; NULL: sRGB */
	size_t profile_len;
};

#endif
