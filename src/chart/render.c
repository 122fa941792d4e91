/*
 * A drawing on a cairo surface, as SVG or PNG. Letters are drawn as the outlines of their glyphs, so the picture needs
 * no font where it is shown. cairo writes neither the text alternative of an SVG nor the resolution of a PNG: both are
 * put in afterwards.
 */
#include "chart_int.h"

#include <cairo-svg.h>
#include <string.h>
#include <zlib.h>

enum { POINTS_PER_INCH = 72 };

static const double MPT = 1000.0; /* in a point */

/* ---- playing the drawing ---- */

static void set_color(cairo_t *cr, int32_t color)
{
	cairo_set_source_rgb(cr, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0, (color & 0xFF) / 255.0);
}

static void trace_step(cairo_t *cr, const struct path_step *step)
{
	switch (step->op) {
	case PATH_MOVE:
		cairo_move_to(cr, step->x[0] / MPT, step->y[0] / MPT);
		break;
	case PATH_LINE:
		cairo_line_to(cr, step->x[0] / MPT, step->y[0] / MPT);
		break;
	case PATH_CURVE:
		cairo_curve_to(cr, step->x[0] / MPT, step->y[0] / MPT, step->x[1] / MPT, step->y[1] / MPT,
			       step->x[2] / MPT, step->y[2] / MPT);
		break;
	case PATH_CLOSE:
		cairo_close_path(cr);
		break;
	}
}

static void play_shape(cairo_t *cr, const struct shape *shape)
{
	double dash[2] = {shape->dash[0] / MPT, shape->dash[1] / MPT};

	cairo_new_path(cr);
	for (size_t i = 0; i < shape->count; i++)
		trace_step(cr, &shape->steps[i]);
	if (shape->fill >= 0) {
		set_color(cr, shape->fill);
		cairo_fill_preserve(cr);
	}
	if (shape->stroke >= 0) {
		set_color(cr, shape->stroke);
		cairo_set_line_width(cr, shape->width / MPT);
		cairo_set_dash(cr, dash, shape->dash[0] ? 2 : 0, 0);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

/* Where a glyph's outline goes: font units, y upwards, to points, y downwards. */
struct glyph_place {
	cairo_t *cr;
	double x, y, scale;
};

static void glyph_move(void *user, float x, float y)
{
	const struct glyph_place *p = user;

	cairo_move_to(p->cr, p->x + p->scale * (double)x, p->y - p->scale * (double)y);
}

static void glyph_line(void *user, float x, float y)
{
	const struct glyph_place *p = user;

	cairo_line_to(p->cr, p->x + p->scale * (double)x, p->y - p->scale * (double)y);
}

static void glyph_curve(void *user, float x1, float y1, float x2, float y2, float x3, float y3)
{
	const struct glyph_place *p = user;

	cairo_curve_to(p->cr, p->x + p->scale * (double)x1, p->y - p->scale * (double)y1, p->x + p->scale * (double)x2,
		       p->y - p->scale * (double)y2, p->x + p->scale * (double)x3, p->y - p->scale * (double)y3);
}

static void glyph_close(void *user)
{
	const struct glyph_place *p = user;

	cairo_close_path(p->cr);
}

/* A whole run is one path: an SVG of a chart has as many paths as pieces of text. */
static void play_text(cairo_t *cr, const struct drawing_text *text)
{
	const struct glyph_run *run = &text->run;
	struct glyph_place place = {.cr = cr, .scale = run->size / MPT / font_info(run->font)->upem};
	const struct outline_sink sink = {&place, glyph_move, glyph_line, glyph_curve, glyph_close};
	int32_t x = text->x;

	cairo_new_path(cr);
	for (size_t i = 0; i < run->count; i++) {
		place.x = (x + run->glyphs[i].dx) / MPT;
		place.y = (text->y - run->glyphs[i].dy) / MPT;
		font_outline(run->font, run->glyphs[i].id, &sink);
		x += run->glyphs[i].advance;
	}
	set_color(cr, (int32_t)text->color);
	cairo_fill(cr);
}

static void play(cairo_t *cr, const struct drawing *drawing)
{
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	for (size_t i = 0; i < drawing->shape_count; i++)
		play_shape(cr, &drawing->shapes[i]);
	for (size_t i = 0; i < drawing->text_count; i++)
		play_text(cr, &drawing->texts[i]);
}

static cairo_status_t put_bytes(void *user, const unsigned char *data, unsigned len)
{
	buf_put(user, data, len);
	return CAIRO_STATUS_SUCCESS;
}

/* Plays on a new surface and hands it over to be destroyed. */
static bool play_on(cairo_surface_t *surface, const struct drawing *drawing, double scale)
{
	cairo_t *cr = cairo_create(surface);
	bool ok;

	cairo_scale(cr, scale, scale);
	play(cr, drawing);
	ok = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	return ok;
}

/* ---- SVG ---- */

/* Text for XML content or an attribute; what XML cannot hold is left out. */
static void put_xml(struct buf *out, const char *text)
{
	static const char special[] = "<>&\"";
	static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;"};

	for (; *text; text++) {
		const char *found = strchr(special, *text);

		if (found)
			buf_puts(out, names[found - special]);
		else if ((unsigned char)*text >= ' ' || *text == '\n' || *text == '\t')
			buf_putc(out, *text);
	}
}

/* cairo's id numbers the surfaces of the process: it would differ from run to run, and nothing refers to it. */
static void put_without_ids(struct buf *out, const char *from, const char *end)
{
	static const char name[] = " id=\"surface";
	const char *at;

	while ((at = strstr(from, name)) && at < end) {
		buf_put(out, from, (size_t)(at - from));
		at = strchr(at + sizeof name - 1, '"');
		if (!at)
			return;
		from = at + 1;
	}
	buf_put(out, from, (size_t)(end - from));
}

/* Puts role, language, title and description into the root element. */
static bool put_svg(struct buf *out, const struct buf *made, const char *lang_tag, const char *title,
		    const char *description)
{
	static const char root[] = "<svg ";
	const char *start = made->data ? strstr(made->data, root) : NULL, *tag_end = start ? strchr(start, '>') : NULL;

	if (!tag_end)
		return false;
	buf_put(out, made->data, (size_t)(start - made->data) + sizeof root - 1);
	buf_puts(out, "role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"");
	put_xml(out, lang_tag);
	buf_puts(out, "\" ");
	start += sizeof root - 1;
	buf_put(out, start, (size_t)(tag_end + 1 - start));
	buf_puts(out, "\n<title id=\"title\">");
	put_xml(out, title);
	buf_puts(out, "</title>\n<desc id=\"desc\">");
	put_xml(out, description);
	buf_puts(out, "</desc>");
	put_without_ids(out, tag_end + 1, made->data + made->len);
	return true;
}

static bool render_svg(const struct drawing *drawing, const char *lang_tag, const char *title, const char *description,
		       struct buf *out)
{
	struct buf made = {0};
	cairo_surface_t *surface =
		cairo_svg_surface_create_for_stream(put_bytes, &made, drawing->width / MPT, drawing->height / MPT);
	bool ok;

	cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1);
	ok = play_on(surface, drawing, 1.0);
	cairo_surface_finish(surface);
	ok = ok && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	ok = ok && put_svg(out, &made, lang_tag, title, description);
	buf_free(&made);
	return ok;
}

/* ---- PNG ---- */

static void put_u32(uint8_t *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* A chunk that says how many pixels make a metre. */
static void put_resolution(struct buf *out, int dpi)
{
	enum { LEN = 9, METRE_IN_TENTHS_OF_MM = 10000, INCH_IN_TENTHS_OF_MM = 254 };
	uint8_t chunk[4 + 4 + LEN + 4] = {0};
	uint32_t per_metre =
		(uint32_t)(((int64_t)dpi * METRE_IN_TENTHS_OF_MM + INCH_IN_TENTHS_OF_MM / 2) / INCH_IN_TENTHS_OF_MM);

	put_u32(chunk, LEN);
	memcpy(chunk + 4, "pHYs", 4);
	put_u32(chunk + 8, per_metre);
	put_u32(chunk + 12, per_metre);
	chunk[16] = 1; /* the unit is the metre */
	put_u32(chunk + 17, (uint32_t)crc32(crc32(0, NULL, 0), chunk + 4, 4 + LEN));
	buf_put(out, chunk, sizeof chunk);
}

static bool render_png(const struct drawing *drawing, int dpi, struct buf *out)
{
	enum { HEADER = 8 + 4 + 4 + 13 + 4 }; /* signature and IHDR: the resolution comes after them */
	double scale = (double)dpi / POINTS_PER_INCH;
	int width = (int)((int64_t)drawing->width * dpi / POINTS_PER_INCH / 1000);
	int height = (int)(((int64_t)drawing->height * dpi / POINTS_PER_INCH + 999) / 1000);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	struct buf made = {0};
	bool ok = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && play_on(surface, drawing, scale) &&
		  cairo_surface_write_to_png_stream(surface, put_bytes, &made) == CAIRO_STATUS_SUCCESS &&
		  made.len > HEADER;

	cairo_surface_destroy(surface);
	if (ok) {
		buf_put(out, made.data, HEADER);
		put_resolution(out, dpi);
		buf_put(out, made.data + HEADER, made.len - HEADER);
	}
	buf_free(&made);
	return ok;
}

bool chart_render(const struct drawing *drawing, enum chart_format format, int dpi, const char *lang_tag,
		  const char *title, const char *description, struct buf *out)
{
	if (format == CHART_SVG)
		return render_svg(drawing, lang_tag, title, description, out);
	return render_png(drawing, dpi, out);
}
