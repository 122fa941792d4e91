/*
 * libharu's document behind struct objects. Read by object.c and save.c only.
 *
 * An object is a dictionary of libharu without entries: just before its ">>" libharu calls write_fn, which prints our
 * text, and after it after_write_fn, which prints our stream. So no limit of libharu on names, strings, numbers, arrays
 * or dictionaries applies, a stream needs no second object for its length, and nothing is copied. libharu numbers the
 * objects, builds the page tree and prints each object; where in the file it stands is up to save.c.
 */
#ifndef OBJECT_INT_H
#define OBJECT_INT_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <libdeflate.h>

#include "pdf_int.h"

struct objects {
	struct arena *arena;
	HPDF_Doc doc;
	HPDF_Pages branch; /* of the page tree, where the next page goes */
	size_t page_count;
	struct libdeflate_compressor *deflate;
	struct buf dict; /* of the object between begin and end */
	const struct object *filling;
	struct buf packed;
	struct object catalog, info;
};

/* Leaves data, packed, in objects->packed. */
void object_pack(struct objects *, const void *data, size_t len);
/* Ours behind one of libharu's; NULL for those it made itself, for the page tree. */
const struct object *object_behind(const HPDF_Dict);

#endif
