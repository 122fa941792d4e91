/*
 * Fonts of the file: Type0 over CIDFontType2 with Identity-H. A code is a running number for a pair of glyph and text,
 * given at first use, so that ToUnicode is right also where two characters share a glyph; pages can be finished before
 * the subset is known, as CIDToGIDMap leads from codes to its glyphs.
 */
#include "pdf_int.h"

#include <string.h>
#include <zlib.h>

/* Most codes, and code 0 is not given out; places for those that were asked for last. */
enum { PDFFONT_CODES = 65535, PDFFONT_RECENT = 1024 };

struct pdffont {
	const struct font *font;
	size_t index;
	struct object *object;
	struct map *by_text;                               /* glyph and text to code */
	LIST(const struct pdffont_code *) codes;           /* by number, less one */
	const struct pdffont_code *recent[PDFFONT_RECENT]; /* by glyph; most glyphs have one text */
};

struct pdffont *pdffont_use(struct writer *w, const struct font *font)
{
	size_t index = font_index(font);
	struct pdffont *f;

	if (index >= w->font_count)
		BUG("font %zu is not among the %zu of the job", index, w->font_count);
	if (w->fonts[index])
		return w->fonts[index];
	f = arena_alloc(w->arena, sizeof *f);
	f->font = font;
	f->index = index;
	f->object = object_new(w->objects);
	f->by_text = map_new(w->arena);
	return w->fonts[index] = f;
}

/* Font units to thousandths of the size. */
static int whole(const struct font_info *info, int32_t units)
{
	int64_t scaled = (int64_t)units * 1000, half = info->upem / 2;

	return (int)((scaled >= 0 ? scaled + half : scaled - half) / info->upem);
}

static const struct pdffont_code *new_code(struct writer *w, struct pdffont *f, uint32_t glyph, const char *text,
					   size_t len)
{
	struct pdffont_code *code = arena_alloc(w->arena, sizeof *code);

	if (f->codes.count == PDFFONT_CODES)
		writer_too_large(w, font_info(f->font)->ps_name);
	else
		*LIST_ADD(w->arena, &f->codes) = code;
	code->text = arena_strndup(w->arena, text, len);
	code->len = len;
	code->glyph = glyph;
	code->number = (uint16_t)f->codes.count;
	code->unfit = tounicode_unfit(text, len);
	code->width = whole(font_info(f->font), font_advance(f->font, glyph));
	map_put(f->by_text, w->key.data, w->key.len, code);
	return code;
}

const struct pdffont_code *pdffont_code(struct writer *w, struct pdffont *f, uint32_t glyph, const char *text,
					size_t len)
{
	const struct pdffont_code **recent = &f->recent[glyph % PDFFONT_RECENT], *code = *recent;

	if (code && code->glyph == glyph && code->len == len && !memcmp(code->text, text, len))
		return code;
	if (!glyph)
		BUG("a glyph is missing for \"%.*s\" in %s", (int)len, text, font_info(f->font)->ps_name);
	w->key.len = 0;
	buf_put(&w->key, &glyph, sizeof glyph);
	buf_put(&w->key, text, len);
	code = map_find(f->by_text, w->key.data, w->key.len);
	return *recent = code ? code : new_code(w, f, glyph, text, len);
}

void pdffont_name(struct buf *out, const struct pdffont *f)
{
	buf_printf(out, "/F%zu", f->index);
}

/* ---- what describes a font ---- */

/* Six letters that differ where the subset differs. */
static const char *subset_name(struct writer *w, const struct pdffont *f, const struct font_subset *subset)
{
	unsigned long sum = crc32(crc32(0, NULL, 0), subset->data, (uInt)subset->len);
	char tag[7] = {0};

	for (int i = 0; i < 6; i++, sum /= 26)
		tag[i] = (char)('A' + sum % 26);
	return arena_printf(w->arena, "%s+%s", tag, font_info(f->font)->ps_name);
}

static void put_number(struct buf *out, const char *key, int value)
{
	buf_printf(out, "/%s %d", key, value);
}

static struct object *write_program(struct writer *w, const struct font_subset *subset)
{
	struct object *o = object_new(w->objects);
	struct buf *out;

	object_stream(w->objects, o, subset->data, subset->len, true);
	out = object_begin(w->objects, o);
	buf_printf(out, "/Length1 %zu", subset->len);
	object_end(w->objects, o);
	return o;
}

static struct object *write_packed(struct writer *w, const void *data, size_t len)
{
	struct object *o = object_new(w->objects);

	object_stream(w->objects, o, data, len, true);
	object_begin(w->objects, o);
	object_end(w->objects, o);
	return o;
}

/* Symbolic, as no code means a letter of the standard set; and serif where it is. */
static struct object *write_descriptor(struct writer *w, const struct pdffont *f, const char *name,
				       const struct object *program)
{
	const struct font_info *info = font_info(f->font);
	struct object *o = object_new(w->objects);
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Type/FontDescriptor/FontName");
	token_name(out, name);
	put_number(out, "Flags", 4 | (info->serif ? 2 : 0));
	buf_printf(out, "/FontBBox[%d %d %d %d]", whole(info, info->bbox[0]), whole(info, info->bbox[1]),
		   whole(info, info->bbox[2]), whole(info, info->bbox[3]));
	put_number(out, "ItalicAngle", 0);
	put_number(out, "Ascent", whole(info, info->ascent));
	put_number(out, "Descent", whole(info, info->descent));
	put_number(out, "CapHeight", whole(info, info->cap_height));
	put_number(out, "StemV", info->bold ? 140 : 80);
	buf_puts(out, "/FontFile2 ");
	token_ref(out, program->number);
	object_end(w->objects, o);
	return o;
}

/* ---- tables by code ---- */

static int width_of(const struct pdffont *f, size_t i)
{
	return f->codes.items[i]->width;
}

/* Boyer and Moore's majority vote; without a majority any width will do. */
static int common_width(const struct pdffont *f)
{
	int candidate = 0;
	size_t lead = 0;

	for (size_t i = 0; i < f->codes.count; i++) {
		int width = width_of(f, i);

		if (!lead)
			candidate = width;
		if (width == candidate)
			lead++;
		else
			lead--;
	}
	return candidate;
}

/* The width most codes have is written once, the others in lists of codes that follow each other. */
static void put_widths(struct buf *out, const struct pdffont *f)
{
	int common = common_width(f);
	size_t i = 0;

	buf_printf(out, "/DW %d/W[", common);
	while (i < f->codes.count) {
		if (width_of(f, i) == common) {
			i++;
			continue;
		}
		buf_printf(out, "%zu[", i + 1);
		for (; i < f->codes.count && width_of(f, i) != common; i++)
			buf_printf(out, "%d ", width_of(f, i));
		out->data[out->len - 1] = ']';
	}
	buf_putc(out, ']');
}

static struct object *write_glyph_map(struct writer *w, const struct pdffont *f, const struct font_subset *subset)
{
	size_t len = (f->codes.count + 1) * 2;
	unsigned char *ids = arena_alloc(w->arena, len);

	for (size_t i = 0; i < f->codes.count; i++) {
		ids[i * 2 + 2] = (unsigned char)(subset->new_ids[i] >> 8);
		ids[i * 2 + 3] = (unsigned char)(subset->new_ids[i] & 0xFF);
	}
	return write_packed(w, ids, len);
}

static struct object *write_unicode(struct writer *w, const struct pdffont *f)
{
	struct buf map = {0};
	struct object *o;

	tounicode_map(&map, f->codes.items, f->codes.count);
	o = write_packed(w, map.data, map.len);
	buf_free(&map);
	return o;
}

static struct object *write_descendant(struct writer *w, const struct pdffont *f, const char *name,
				       const struct font_subset *subset)
{
	const struct object *descriptor = write_descriptor(w, f, name, write_program(w, subset));
	const struct object *glyph_map = write_glyph_map(w, f, subset);
	struct object *o = object_new(w->objects);
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Type/Font/Subtype/CIDFontType2/BaseFont");
	token_name(out, name);
	buf_puts(out, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
	token_ref(out, descriptor->number);
	buf_puts(out, "/CIDToGIDMap ");
	token_ref(out, glyph_map->number);
	put_widths(out, f);
	object_end(w->objects, o);
	return o;
}

static void write_font(struct writer *w, struct pdffont *f)
{
	struct font_subset subset;
	const struct object *descendant, *unicode;
	uint32_t *glyphs = arena_array(w->arena, f->codes.count, sizeof *glyphs);
	const char *name;
	struct buf *out;

	for (size_t i = 0; i < f->codes.count; i++)
		glyphs[i] = f->codes.items[i]->glyph;
	if (!font_subset(w->arena, f->font, glyphs, f->codes.count, &subset)) {
		DIAG(w->diag, PDF_SUBSET, ((struct pos){0}), font_info(f->font)->ps_name);
		w->failed = true;
		return;
	}
	name = subset_name(w, f, &subset);
	descendant = write_descendant(w, f, name, &subset);
	unicode = write_unicode(w, f);
	out = object_begin(w->objects, f->object);
	buf_puts(out, "/Type/Font/Subtype/Type0/BaseFont");
	token_name(out, name);
	buf_puts(out, "/Encoding/Identity-H/DescendantFonts[");
	token_ref(out, descendant->number);
	buf_puts(out, "]/ToUnicode ");
	token_ref(out, unicode->number);
	object_end(w->objects, f->object);
}

static void write_resources(struct writer *w)
{
	struct buf *out = object_begin(w->objects, w->resources);

	buf_puts(out, "/Font<<");
	for (size_t i = 0; i < w->font_count; i++)
		if (w->fonts[i]) {
			pdffont_name(out, w->fonts[i]);
			buf_putc(out, ' ');
			token_ref(out, w->fonts[i]->object->number);
		}
	buf_puts(out, ">>");
	image_names(w, out);
	object_end(w->objects, w->resources);
}

void pdffont_finish(struct writer *w)
{
	write_resources(w);
	for (size_t i = 0; i < w->font_count; i++)
		if (w->fonts[i])
			write_font(w, w->fonts[i]);
}
