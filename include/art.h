/*
 * art: logos, emblems and other pictures from files to shapes or pixels. The only stage that knows SVG, PNG and JPEG.
 * Included by model, which reads the files that a pack names, and by layout.
 *
 * SVG becomes plain shapes: no fonts, nothing from outside, no effects that a drawing cannot hold; each thing that
 * cannot be kept is a finding at its place in the file, with what to do about it. PNG becomes 8 bits of grey or RGB in
 * sRGB with or without alpha, whatever its own form is. JPEG of one or three colours is kept as it is.
 */
#ifndef ART_H
#define ART_H

#include "diag.h"
#include "drawing.h"

enum {
	ART_MIB = 8,                /* most MiB of a file */
	ART_PIXELS = 16000000,      /* most of a picture */
	ART_SHAPES = 20000,         /* most of an SVG, */
	ART_STEPS = 400000          /* with so many steps of paths in all */
};

struct art {
	const struct source_file *file; /* text and len: its bytes */
	const char *mime;
	/* Width and height of the ink, without white around it: units of the shapes, or pixels. */
	int32_t width, height;
	const struct shape *shapes; /* y downwards, from the ink's top left */
	size_t shape_count;
	const struct bitmap *bitmap; /* NULL: it is made of shapes */
};

/* Whether a name is that of a picture beside the pack: a known ending, no folder. */
bool art_is_name(const char *name);
/* named: where the file is named. NULL after a finding. */
const struct art *art_read(struct arena *, struct diag *, const char *path, struct pos named);
/* The same from memory; path says what kind it is. */
const struct art *art_parse(struct arena *, struct diag *, const char *path, const char *data, size_t len);

/*
 * Height at which it looks as high as a square of `height`: a wide one is lower, a tall one higher, halfway between equal
 * heights and equal areas (height times the fourth root of height by width), at most by a half.
 */
int32_t art_optical_height(const struct art *, int32_t height);
int32_t art_width_at(const struct art *, int32_t height); /* its width where it is so high, rounded up */
/* Its shapes in mpt where it is so high. */
const struct shape *art_shapes_at(struct arena *, const struct art *, int32_t height);

#endif
