/*
 * One font file: mapped into memory by HarfBuzz, its measures read once. Tables follow the OpenType specification:
 * head, OS/2, name, and glyphs where OS/2 leaves a height out.
 */
#include "text_int.h"

#include <errno.h>
#include <hb-ot.h>
#include <string.h>

enum { HEAD_BBOX = 36, OS2_CLASS = 30, OS2_PANOSE = 32, PS_NAME_MAX = 63, BOLD_FROM = 600 };

static int32_t table_i16(hb_blob_t *table, unsigned int at)
{
	unsigned int len;
	const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &len);

	return data && at + 2 <= len ? (int16_t)(data[at] << 8 | data[at + 1]) : 0;
}

static uint8_t table_u8(hb_blob_t *table, unsigned int at)
{
	unsigned int len;
	const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &len);

	return data && at < len ? data[at] : 0;
}

static void read_bbox(hb_face_t *face, int32_t *bbox)
{
	hb_blob_t *head = hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd'));

	for (unsigned int i = 0; i < 4; i++)
		bbox[i] = table_i16(head, HEAD_BBOX + 2 * i);
	hb_blob_destroy(head);
}

/* A name that a PDF can take: printable ASCII without delimiters. */
static const char *read_ps_name(struct arena *arena, hb_face_t *face, const char *path)
{
	char name[PS_NAME_MAX + 1];
	unsigned int size = sizeof name, used = 0;
	const char *slash = strrchr(path, '/');
	char *clean;

	if (!hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name) || !name[0])
		snprintf(name, sizeof name, "%s", slash ? slash + 1 : path);
	clean = arena_alloc(arena, sizeof name);
	for (const char *p = name; *p; p++)
		if (*p > ' ' && *p < 0x7F && !strchr("[](){}<>/%#", *p))
			clean[used++] = *p;
	return used ? clean : "Font";
}

/*
 * Serif faces by the family class or PANOSE of OS/2; many Korean fonts leave both empty, then by the words that type
 * makers have for serif faces.
 */
static bool is_serif(hb_face_t *face, const char *ps_name)
{
	static const char *const words[] = {"Serif", "Myeongjo", "Myungjo", "Batang", "Mincho", "Song"};
	hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	int class = table_u8(os2, OS2_CLASS), kind = table_u8(os2, OS2_PANOSE), serifs = table_u8(os2, OS2_PANOSE + 1);

	hb_blob_destroy(os2);
	if ((class >= 1 && class <= 5) || class == 7)
		return true;
	if (kind == 2 && serifs >= 2)
		return serifs <= 10;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (strstr(ps_name, words[i]))
			return class != 8 && !strstr(ps_name, "Sans");
	return false;
}

static int32_t measure(hb_font_t *hb, hb_ot_metrics_tag_t tag)
{
	hb_position_t value = 0;

	return hb_ot_metrics_get_position(hb, tag, &value) ? value : 0;
}

/* The top of a letter, for fonts whose OS/2 is of a version without heights. */
static int32_t height_of(hb_font_t *hb, hb_codepoint_t letter)
{
	hb_codepoint_t glyph;
	hb_glyph_extents_t extents;

	if (!hb_font_get_nominal_glyph(hb, letter, &glyph) || !hb_font_get_glyph_extents(hb, glyph, &extents))
		return 0;
	return extents.y_bearing;
}

static void read_info(struct arena *arena, struct font *font)
{
	struct font_info *info = &font->info;

	info->ps_name = read_ps_name(arena, font->face, font->path);
	info->upem = (int32_t)hb_face_get_upem(font->face);
	info->ascent = measure(font->hb, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
	info->descent = measure(font->hb, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
	if (info->descent > 0)
		info->descent = -info->descent;
	info->cap_height = measure(font->hb, HB_OT_METRICS_TAG_CAP_HEIGHT);
	if (info->cap_height <= 0)
		info->cap_height = height_of(font->hb, 'H');
	info->x_height = measure(font->hb, HB_OT_METRICS_TAG_X_HEIGHT);
	if (info->x_height <= 0)
		info->x_height = height_of(font->hb, 'x');
	info->bold = hb_style_get_value(font->hb, HB_STYLE_TAG_WEIGHT) >= (float)BOLD_FROM;
	info->serif = is_serif(font->face, info->ps_name);
	read_bbox(font->face, info->bbox);
}

/* Only fonts with TrueType outlines can be written into a PDF as TrueType. */
static bool has_outlines(hb_face_t *face)
{
	hb_blob_t *glyf = hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'));
	bool has = hb_blob_get_length(glyf) > 0 && hb_face_get_glyph_count(face) > 0;

	hb_blob_destroy(glyf);
	return has;
}

struct font *font_open(struct text *t, const char *path, struct pos pos)
{
	struct font *font;
	hb_blob_t *blob;

	errno = 0;
	blob = hb_blob_create_from_file_or_fail(path);
	if (!blob) {
		DIAG(t->diag, TEXT_FONT_FILE, pos, path, errno ? strerror(errno) : "empty");
		return NULL;
	}
	font = arena_alloc(t->arena, sizeof *font);
	font->path = arena_strdup(t->arena, path);
	font->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	if (!has_outlines(font->face)) {
		DIAG(t->diag, TEXT_FONT_FORM, pos, path);
		hb_face_destroy(font->face);
		return NULL;
	}
	hb_face_make_immutable(font->face);
	font->hb = hb_font_create(font->face);
	for (uint32_t c = ' '; c < COUNT_OF(font->ascii); c++)
		hb_font_get_nominal_glyph(font->hb, c, &font->ascii[c]);
	plan_font(font);
	font->draw = glyph_outline_funcs();
	read_info(t->arena, font);
	return font;
}

void font_close(struct font *font)
{
	plan_free_font(font);
	hb_draw_funcs_destroy(font->draw);
	hb_font_destroy(font->hb);
	hb_face_destroy(font->face);
	font->hb = NULL;
	font->face = NULL;
}

uint32_t font_glyph(const struct font *font, uint32_t codepoint)
{
	hb_codepoint_t glyph;

	if (codepoint < COUNT_OF(font->ascii) && codepoint >= ' ')
		return font->ascii[codepoint];
	return hb_font_get_nominal_glyph(font->hb, codepoint, &glyph) ? glyph : 0;
}

size_t font_index(const struct font *font)
{
	return font->index;
}

const struct font_info *font_info(const struct font *font)
{
	return &font->info;
}

const struct font_info *face_info(const struct face *face)
{
	return &face->fonts[0]->info;
}

int32_t font_advance(const struct font *font, uint32_t glyph)
{
	return hb_font_get_glyph_h_advance(font->hb, glyph);
}
