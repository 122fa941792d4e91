/*
 * Outlines of glyphs: HarfBuzz's drawing calls handed on. Quadratic curves of TrueType come as cubic ones, because the
 * sink has no other.
 */
#include "text_int.h"

static void on_move(hb_draw_funcs_t *funcs, void *sink, hb_draw_state_t *state, float x, float y, void *unused)
{
	const struct outline_sink *out = sink;

	(void)funcs, (void)state, (void)unused;
	out->move_to(out->user, x, y);
}

static void on_line(hb_draw_funcs_t *funcs, void *sink, hb_draw_state_t *state, float x, float y, void *unused)
{
	const struct outline_sink *out = sink;

	(void)funcs, (void)state, (void)unused;
	out->line_to(out->user, x, y);
}

static void on_curve(hb_draw_funcs_t *funcs, void *sink, hb_draw_state_t *state, float x1, float y1, float x2, float y2,
		     float x3, float y3, void *unused)
{
	const struct outline_sink *out = sink;

	(void)funcs, (void)state, (void)unused;
	out->curve_to(out->user, x1, y1, x2, y2, x3, y3);
}

static void on_close(hb_draw_funcs_t *funcs, void *sink, hb_draw_state_t *state, void *unused)
{
	const struct outline_sink *out = sink;

	(void)funcs, (void)state, (void)unused;
	out->close(out->user);
}

hb_draw_funcs_t *glyph_outline_funcs(void)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();

	hb_draw_funcs_set_move_to_func(funcs, on_move, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, on_line, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, on_curve, NULL, NULL);
	hb_draw_funcs_set_close_path_func(funcs, on_close, NULL, NULL);
	return funcs;
}

void font_outline(const struct font *font, uint32_t glyph, const struct outline_sink *sink)
{
	hb_font_get_glyph_shape(font->hb, glyph, font->draw, (void *)sink);
}
