/*
 * Pictures of pixels: one object each, however often they are shown. Colours are the document's own, sRGB, unless the
 * picture has a profile.
 */
#include "pdf_int.h"

static size_t image_index(struct writer *w, const struct bitmap *bitmap)
{
	size_t i = 0;

	while (i < w->images.count && w->images.items[i].bitmap != bitmap)
		i++;
	if (i == w->images.count)
		*LIST_ADD(w->arena, &w->images) = (struct image){bitmap, object_new(w->objects)};
	return i;
}

static void put_name(struct buf *out, size_t index)
{
	buf_puts(out, "/I");
	buf_uint(out, index);
}

void image_draw(struct pen *pen, const struct bitmap *bitmap, int32_t x, int32_t y, int32_t w, int32_t h)
{
	size_t index = image_index(pen->writer, bitmap);

	pen_close(pen);
	buf_puts(pen->out, "q ");
	token_point(pen->out, w, 0);
	token_point(pen->out, 0, h);
	token_point(pen->out, x, (int64_t)pen->height - y - h);
	buf_puts(pen->out, "cm");
	put_name(pen->out, index);
	buf_puts(pen->out, " Do Q\n");
}

void image_names(const struct writer *w, struct buf *out)
{
	if (!w->images.count)
		return;
	buf_puts(out, "/XObject<<");
	for (size_t i = 0; i < w->images.count; i++) {
		put_name(out, i);
		buf_putc(out, ' ');
		token_ref(out, w->images.items[i].object->number);
	}
	buf_puts(out, ">>");
}

static struct buf *begin(struct writer *w, struct object *o, const struct bitmap *b)
{
	struct buf *out = object_begin(w->objects, o);

	buf_printf(out, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8", (int)b->width,
		   (int)b->height);
	return out;
}

static const struct object *write_alpha(struct writer *w, const struct bitmap *b)
{
	struct object *o = object_new(w->objects);

	object_stream(w->objects, o, b->alpha, (size_t)b->width * (size_t)b->height, true);
	buf_puts(begin(w, o, b), "/ColorSpace/DeviceGray");
	object_end(w->objects, o);
	return o;
}

static const struct object *write_profile(struct writer *w, const struct bitmap *b)
{
	struct object *o = object_new(w->objects);

	object_stream(w->objects, o, b->profile, b->profile_len, true);
	buf_printf(object_begin(w->objects, o), "/N %d", b->components);
	object_end(w->objects, o);
	return o;
}

static void write_image(struct writer *w, const struct image *image)
{
	const struct bitmap *b = image->bitmap;
	const struct object *alpha = b->alpha ? write_alpha(w, b) : NULL;
	const struct object *profile = b->profile ? write_profile(w, b) : NULL;
	struct buf *out;

	object_stream(w->objects, image->object, b->data, b->len, !b->jpeg);
	out = begin(w, image->object, b);
	if (b->jpeg)
		buf_puts(out, "/Filter/DCTDecode");
	if (profile) {
		buf_puts(out, "/ColorSpace[/ICCBased ");
		token_ref(out, profile->number);
		buf_putc(out, ']');
	} else {
		buf_puts(out, b->components == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB");
	}
	if (alpha) {
		buf_puts(out, "/SMask ");
		token_ref(out, alpha->number);
	}
	object_end(w->objects, image->object);
}

void image_finish(struct writer *w)
{
	for (size_t i = 0; i < w->images.count; i++)
		write_image(w, &w->images.items[i]);
}
