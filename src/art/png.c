/*
 * PNG by libpng's simplified interface: palettes, 16 bits, grey, interlacing and gamma all become 8 bits of RGB in sRGB
 * with alpha. What is the same in all colours is kept as grey, what is opaque without alpha; clear margins are cut.
 */
#include "art_int.h"

#include <png.h>
#include <string.h>

struct pixels {
	const uint8_t *rgba;
	int32_t width, height;
	int32_t left, top, right, bottom; /* of the ink; right and bottom are past it */
	bool grey, opaque;
};

static const uint8_t *pixel(const struct pixels *p, int32_t x, int32_t y)
{
	return p->rgba + 4 * ((size_t)y * (size_t)p->width + (size_t)x);
}

static bool row_is_clear(const struct pixels *p, int32_t y)
{
	for (int32_t x = 0; x < p->width; x++)
		if (pixel(p, x, y)[3])
			return false;
	return true;
}

static bool column_is_clear(const struct pixels *p, int32_t x)
{
	for (int32_t y = p->top; y < p->bottom; y++)
		if (pixel(p, x, y)[3])
			return false;
	return true;
}

/* False if nothing is seen at all. */
static bool cut(struct pixels *p)
{
	p->right = p->width;
	p->bottom = p->height;
	while (p->top < p->bottom && row_is_clear(p, p->top))
		p->top++;
	if (p->top == p->bottom)
		return false;
	while (row_is_clear(p, p->bottom - 1))
		p->bottom--;
	while (column_is_clear(p, p->left))
		p->left++;
	while (column_is_clear(p, p->right - 1))
		p->right--;
	return true;
}

static void look(struct pixels *p)
{
	p->grey = p->opaque = true;
	for (int32_t y = p->top; y < p->bottom; y++)
		for (int32_t x = p->left; x < p->right; x++) {
			const uint8_t *at = pixel(p, x, y);

			p->grey = p->grey && at[0] == at[1] && at[1] == at[2];
			p->opaque = p->opaque && at[3] == 0xFF;
		}
}

static const struct bitmap *take_pixels(struct arena *arena, const struct pixels *p)
{
	struct bitmap *b = arena_alloc(arena, sizeof *b);
	size_t count = (size_t)(p->right - p->left) * (size_t)(p->bottom - p->top), components = p->grey ? 1 : 3;
	uint8_t *data = arena_array(arena, count, components), *alpha = p->opaque ? NULL : arena_array(arena, count, 1);

	*b = (struct bitmap){p->right - p->left,
			     p->bottom - p->top,
			     (int)components,
			     false,
			     data,
			     count * components,
			     alpha,
			     NULL,
			     0};
	for (int32_t y = p->top; y < p->bottom; y++)
		for (int32_t x = p->left; x < p->right; x++) {
			const uint8_t *at = pixel(p, x, y);

			memcpy(data, at, components);
			data += components;
			if (alpha)
				*alpha++ = at[3];
		}
	return b;
}

static bool damaged(struct diag *diag, const struct art *art, const char *why)
{
	DIAG(diag, ART_DAMAGED, ((struct pos){art->file, 0, 0}), why);
	return false;
}

/* Pixels in the arena; NULL after a finding. */
static const uint8_t *decode(struct arena *arena, struct diag *diag, const struct art *art, png_image *image)
{
	uint8_t *rgba;

	if (!png_image_begin_read_from_memory(image, art->file->text, art->file->len)) {
		damaged(diag, art, arena_strdup(arena, image->message));
		return NULL;
	}
	if ((uint64_t)image->width * image->height > ART_PIXELS) {
		DIAG(diag, ART_LARGE, ((struct pos){art->file, 0, 0}),
		     arena_printf(arena, DIAG_BOTH("%d million pixels", "%d백만 픽셀"), ART_PIXELS / 1000000,
				  ART_PIXELS / 1000000));
		return NULL;
	}
	image->format = PNG_FORMAT_RGBA;
	rgba = arena_alloc(arena, PNG_IMAGE_SIZE(*image));
	if (!png_image_finish_read(image, NULL, rgba, 0, NULL)) {
		damaged(diag, art, arena_strdup(arena, image->message));
		return NULL;
	}
	return rgba;
}

bool png_take(struct arena *arena, struct diag *diag, struct art *art)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	struct pixels p = {.rgba = decode(arena, diag, art, &image)};

	p.width = (int32_t)image.width;
	p.height = (int32_t)image.height;
	png_image_free(&image);
	if (!p.rgba)
		return false;
	if (!cut(&p)) {
		DIAG0(diag, ART_EMPTY, ((struct pos){art->file, 0, 0}));
		return false;
	}
	look(&p);
	art->bitmap = take_pixels(arena, &p);
	art->width = art->bitmap->width;
	art->height = art->bitmap->height;
	return true;
}
