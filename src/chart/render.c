/*
 * A drawing played on a cairo surface. Letters are drawn as the outlines of their glyphs, so a picture needs no font
 * where it is shown.
 */
#include "chart_int.h"

static const double MPT = 1000.0; /* in a point */

static void set_color(cairo_t *cr, int32_t color)
{
	cairo_set_source_rgb(cr, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0, (color & 0xFF) / 255.0);
}

/* ---- shapes ---- */

static void trace_step(cairo_t *cr, const struct path_step *step)
{
	double x[3], y[3];

	for (int i = 0; i < 3; i++) {
		x[i] = step->x[i] / MPT;
		y[i] = step->y[i] / MPT;
	}
	switch (step->op) {
	case PATH_MOVE:
		cairo_move_to(cr, x[0], y[0]);
		break;
	case PATH_LINE:
		cairo_line_to(cr, x[0], y[0]);
		break;
	case PATH_CURVE:
		cairo_curve_to(cr, x[0], y[0], x[1], y[1], x[2], y[2]);
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
	cairo_set_fill_rule(cr, shape->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
	if (shape->fill >= 0) {
		set_color(cr, shape->fill);
		cairo_fill_preserve(cr);
	}
	if (shape->stroke >= 0) {
		set_color(cr, shape->stroke);
		cairo_set_line_width(cr, shape->width / MPT);
		cairo_set_line_cap(cr, (cairo_line_cap_t)shape->cap);
		cairo_set_line_join(cr, (cairo_line_join_t)shape->join);
		cairo_set_dash(cr, dash, shape->dash[0] ? 2 : 0, 0);
		cairo_stroke_preserve(cr);
	}
	cairo_new_path(cr);
}

/* ---- outlines ---- */

/* Where an outline goes: font units, y upwards, to the context's units, y downwards. */
struct place {
	cairo_t *cr;
	double x, y, scale;
};

static double place_x(const struct place *place, float x)
{
	return place->x + place->scale * (double)x;
}

static double place_y(const struct place *place, float y)
{
	return place->y - place->scale * (double)y;
}

static void move_to(void *user, float x, float y)
{
	const struct place *p = user;

	cairo_move_to(p->cr, place_x(p, x), place_y(p, y));
}

static void line_to(void *user, float x, float y)
{
	const struct place *p = user;

	cairo_line_to(p->cr, place_x(p, x), place_y(p, y));
}

static void curve_to(void *user, float x1, float y1, float x2, float y2, float x3, float y3)
{
	const struct place *p = user;

	cairo_curve_to(p->cr, place_x(p, x1), place_y(p, y1), place_x(p, x2), place_y(p, y2), place_x(p, x3),
		       place_y(p, y3));
}

static void close_path(void *user)
{
	const struct place *p = user;

	cairo_close_path(p->cr);
}

static void trace_glyph(struct place *place, const struct font *font, uint32_t glyph)
{
	const struct outline_sink sink = {place, move_to, line_to, curve_to, close_path};

	font_outline(font, glyph, &sink);
}

/* A run as one path, at its exact place between the pixels. */
static void fill_run(cairo_t *cr, const struct drawing_text *text)
{
	const struct glyph_run *run = &text->run;
	struct place place = {.cr = cr, .scale = run->size / MPT / font_info(run->font)->upem};
	int32_t x = text->x;

	cairo_new_path(cr);
	for (size_t i = 0; i < run->count; i++) {
		place.x = (x + run->glyphs[i].dx) / MPT;
		place.y = (text->y - run->glyphs[i].dy) / MPT;
		trace_glyph(&place, run->font, run->glyphs[i].id);
		x += run->glyphs[i].advance;
	}
	cairo_fill(cr);
}

/* ---- outlines that are kept once and used often ---- */

static const cairo_user_data_key_t font_key;

static cairo_status_t render_glyph(cairo_scaled_font_t *scaled, unsigned long glyph, cairo_t *cr,
				   cairo_text_extents_t *extents)
{
	const struct font *font = cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(scaled), &font_key);
	struct place place = {.cr = cr, .scale = 1.0 / font_info(font)->upem};

	(void)extents;
	trace_glyph(&place, font, (uint32_t)glyph);
	cairo_fill(cr);
	return CAIRO_STATUS_SUCCESS;
}

/* Fonts of one picture as cairo's user fonts, by index; made when first needed. */
struct user_fonts {
	struct arena *arena;
	LIST(cairo_font_face_t *) faces;
};

static cairo_font_face_t *user_font(struct user_fonts *fonts, const struct font *font)
{
	cairo_font_face_t *face;

	while (fonts->faces.count <= font_index(font))
		*LIST_ADD(fonts->arena, &fonts->faces) = NULL;
	face = fonts->faces.items[font_index(font)];
	if (!face) {
		face = fonts->faces.items[font_index(font)] = cairo_user_font_face_create();
		cairo_user_font_face_set_render_glyph_func(face, render_glyph);
		cairo_font_face_set_user_data(face, &font_key, (void *)(uintptr_t)font, NULL);
	}
	return face;
}

/* A run as glyphs of a user font: an SVG then holds each outline once. An image would round their places to pixels. */
static void show_run(cairo_t *cr, struct user_fonts *fonts, const struct drawing_text *text)
{
	const struct glyph_run *run = &text->run;
	cairo_glyph_t *glyphs = arena_array(fonts->arena, run->count, sizeof *glyphs);
	int32_t x = text->x;

	for (size_t i = 0; i < run->count; i++) {
		glyphs[i].index = run->glyphs[i].id;
		glyphs[i].x = (x + run->glyphs[i].dx) / MPT;
		glyphs[i].y = (text->y - run->glyphs[i].dy) / MPT;
		x += run->glyphs[i].advance;
	}
	cairo_set_font_face(cr, user_font(fonts, run->font));
	cairo_set_font_size(cr, run->size / MPT);
	cairo_show_glyphs(cr, glyphs, (int)run->count);
}

/* ---- the whole ---- */

static void play(cairo_t *cr, const struct drawing *drawing, struct user_fonts *fonts)
{
	bool keeps_glyphs = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_SVG;

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	for (size_t i = 0; i < drawing->shape_count; i++)
		play_shape(cr, &drawing->shapes[i]);
	for (size_t i = 0; i < drawing->text_count; i++) {
		set_color(cr, (int32_t)drawing->texts[i].color);
		if (keeps_glyphs)
			show_run(cr, fonts, &drawing->texts[i]);
		else
			fill_run(cr, &drawing->texts[i]);
	}
}

bool render_play(cairo_surface_t *surface, const struct drawing *drawing, double scale)
{
	struct user_fonts fonts = {.arena = arena_new()};
	cairo_t *cr = cairo_create(surface);
	bool ok;

	cairo_scale(cr, scale, scale);
	play(cr, drawing, &fonts);
	ok = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	for (size_t i = 0; i < fonts.faces.count; i++)
		cairo_font_face_destroy(fonts.faces.items[i]);
	arena_free(fonts.arena);
	return ok;
}

bool chart_render(const struct drawing *drawing, enum chart_format format, int dpi, const char *lang_tag,
		  const char *title, const char *description, struct buf *out)
{
	if (format == CHART_SVG)
		return picture_svg(drawing, lang_tag, title, description, out);
	return picture_png(drawing, dpi, out);
}
