/* A picture's file: which kind it is, its bytes, and its ink at a size. */
#include "art_int.h"

#include <errno.h>
#include <string.h>

static const struct kind {
	const char *suffix, *mime, *name;
	const char *start; /* of the bytes */
	size_t start_len;
	bool (*take)(struct arena *, struct diag *, struct art *);
} kinds[] = {
	{".svg", "image/svg+xml", "SVG", "", 0, svg_read},
	{".png", "image/png", "PNG", "\x89PNG\r\n\x1A\n", 8, png_take},
	{".jpg", "image/jpeg", "JPEG", "\xFF\xD8\xFF", 3, jpeg_take},
	{".jpeg", "image/jpeg", "JPEG", "\xFF\xD8\xFF", 3, jpeg_take},
};

static const struct kind *kind_of(const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		size_t suffix = strlen(kinds[i].suffix);

		if (len > suffix && !strcmp(name + len - suffix, kinds[i].suffix))
			return &kinds[i];
	}
	return NULL;
}

bool art_is_name(const char *name)
{
	return *name != '.' && !strchr(name, '/') && !strchr(name, '\\') && kind_of(name);
}

/* Text that is none would have no places. */
static bool is_text(struct diag *diag, const struct source_file *file)
{
	size_t at = utf8_invalid(file->text, file->len), line = 1;

	if (at == file->len && !memchr(file->text, '\0', file->len))
		return true;
	for (size_t i = 0; i < at; i++)
		line += file->text[i] == '\n';
	DIAG0(diag, NOT_UTF8, ((struct pos){file, (uint32_t)line, 1}));
	return false;
}

const struct art *art_parse(struct arena *arena, struct diag *diag, const char *path, const char *data, size_t len)
{
	struct source_file *file = arena_alloc(arena, sizeof *file);
	struct art *art = arena_alloc(arena, sizeof *art);
	const struct kind *kind = kind_of(path);

	if (!kind)
		BUG("the ending of %s was not checked", path);
	*file = (struct source_file){arena_strdup(arena, path), arena_strndup(arena, data, len), len};
	art->file = file;
	art->mime = kind->mime;
	if (len < kind->start_len || memcmp(data, kind->start, kind->start_len) != 0) {
		DIAG(diag, ART_KIND, ((struct pos){file, 0, 0}), kind->name);
		return NULL;
	}
	if (!kind->start_len && !is_text(diag, file))
		return NULL;
	return kind->take(arena, diag, art) ? art : NULL;
}

const struct art *art_read(struct arena *arena, struct diag *diag, const char *path, struct pos named)
{
	char *data;
	size_t len;

	switch (file_read(arena, path, (size_t)ART_MIB << 20, &data, &len)) {
	case FILE_OK:
		return art_parse(arena, diag, path, data, len);
	case FILE_MISSING:
		DIAG(diag, FILE_MISSING, named, path);
		return NULL;
	case FILE_TOO_LARGE:
		DIAG(diag, ART_LARGE, named, arena_printf(arena, "%d MiB", ART_MIB));
		return NULL;
	case FILE_DENIED:
	case FILE_FAILED:
		break;
	}
	DIAG(diag, FILE_UNREADABLE, named, path, strerror(errno));
	return NULL;
}

/* ---- sizes ---- */

/* The root, rounded down. */
static int64_t root_of(int64_t square)
{
	int64_t root = 0;

	for (int64_t bit = (int64_t)1 << 31; bit; bit >>= 1)
		if ((root + bit) <= square / (root + bit))
			root += bit;
	return root;
}

int32_t art_optical_height(const struct art *art, int32_t height)
{
	enum { ONE = 1 << 14 };
	int64_t ratio = (int64_t)art->height * ONE * ONE / art->width; /* times ONE squared */
	int64_t factor = root_of(root_of(ratio) * ONE);                /* times ONE */

	factor = factor > ONE * 3 / 2 ? ONE * 3 / 2 : factor < ONE / 2 ? ONE / 2 : factor;
	return (int32_t)(height * factor / ONE);
}

int32_t art_width_at(const struct art *art, int32_t height)
{
	return (int32_t)(((int64_t)height * art->width + art->height - 1) / art->height);
}

/* Whole again; halves go up, the same on both sides of nought. */
static int32_t scaled(int32_t value, int32_t to, int32_t from)
{
	int64_t twice = 2 * (int64_t)value * to + from;

	return (int32_t)(twice / (2 * (int64_t)from) - (twice < 0 && twice % (2 * (int64_t)from) ? 1 : 0));
}

static void scale_shape(struct arena *arena, struct shape *shape, int32_t to, int32_t from)
{
	struct path_step *steps = arena_array(arena, shape->count, sizeof *steps);

	for (size_t i = 0; i < shape->count; i++) {
		steps[i].op = shape->steps[i].op;
		for (int k = 0; k < 3; k++) {
			steps[i].x[k] = scaled(shape->steps[i].x[k], to, from);
			steps[i].y[k] = scaled(shape->steps[i].y[k], to, from);
		}
	}
	shape->steps = steps;
	shape->width = shape->stroke >= 0 ? scaled(shape->width, to, from) : 0;
	if (shape->stroke >= 0 && !shape->width)
		shape->width = 1;
	for (int i = 0; i < 2; i++)
		shape->dash[i] = scaled(shape->dash[i], to, from);
}

const struct shape *art_shapes_at(struct arena *arena, const struct art *art, int32_t height)
{
	struct shape *shapes = arena_array(arena, art->shape_count, sizeof *shapes);

	for (size_t i = 0; i < art->shape_count; i++) {
		shapes[i] = art->shapes[i];
		scale_shape(arena, &shapes[i], height, art->height);
	}
	return shapes;
}
