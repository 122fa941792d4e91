/* Pictures from files: pixels of every form of PNG, shapes of SVG, sizes. What is refused is in tests/cases/broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "art.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_new();
	f->diag = diag_new(f->arena);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_free(f->arena);
	free(f);
	return 0;
}

static const struct art *read_art(struct fixture *f, const char *name)
{
	const struct art *art =
		art_read(f->arena, f->diag, arena_printf(f->arena, "tests/cases/artwork/%s", name), (struct pos){0});

	assert_non_null(art);
	assert_int_equal(diag_total(f->diag), 0);
	return art;
}

static const struct art *read_svg(struct fixture *f, const char *body)
{
	const char *text = arena_printf(f->arena, "<svg>%s</svg>", body);

	return art_parse(f->arena, f->diag, "a.svg", text, strlen(text));
}

/* ---- pixels: the motif is red by column, green by row ---- */

static void png_of_every_form_gives_the_same_pixels(void **state)
{
	static const char *const names[] = {"rgb8.png", "rgb16.png", "interlaced.png"};

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const struct bitmap *b = read_art(*state, names[i])->bitmap;

		assert_int_equal(b->components, 3);
		assert_null(b->alpha);
		for (int y = 0; y < 16; y++)
			for (int x = 0; x < 24; x++) {
				const uint8_t *at = b->data + 3 * (24 * y + x);

				assert_int_equal(at[0], x * 10);
				assert_int_equal(at[1], y * 15);
				assert_int_equal(at[2], 90);
			}
	}
}

static void png_of_a_palette_gives_its_colours(void **state)
{
	const struct bitmap *b = read_art(*state, "palette.png")->bitmap;

	for (int y = 0; y < 16; y++)
		assert_int_equal(b->data[3 * (24 * y + 5) + 1], y * 15 / 60 * 60);
}

static void png_without_colour_is_grey(void **state)
{
	const struct bitmap *b = read_art(*state, "grey.png")->bitmap, *two = read_art(*state, "grey1.png")->bitmap;

	assert_int_equal(b->components, 1);
	assert_int_equal(b->data[7], 70);
	assert_int_equal(two->components, 1);
	assert_int_equal(two->data[0], 255);
	assert_int_equal(two->data[1], 0);
}

static void clear_margins_are_cut(void **state)
{
	const struct art *art = read_art(*state, "alpha.png");

	assert_int_equal(art->width, 20);
	assert_int_equal(art->height, 14);
	assert_int_equal(art->bitmap->alpha[0], 128 + 4);
	assert_int_equal(art->bitmap->data[0], 40);
	assert_int_equal(art->bitmap->data[1], 30);
}

static void jpeg_is_kept_as_it_is(void **state)
{
	const struct art *art = read_art(*state, "progressive.jpg");

	assert_true(art->bitmap->jpeg);
	assert_int_equal(art->bitmap->len, art->file->len);
	assert_memory_equal(art->bitmap->data, art->file->text, art->file->len);
	assert_null(art->bitmap->profile);
	assert_int_equal(read_art(*state, "grey.jpg")->bitmap->components, 1);
	assert_non_null(read_art(*state, "profile.jpg")->bitmap->profile);
}

/* ---- shapes ---- */

static void ink_is_what_is_measured(void **state)
{
	const struct art *art = read_svg(*state, "<rect x='30' y='50' width='40' height='10'/>");
	const struct art *line = read_svg(*state, "<path d='M5 5h10' stroke='red' stroke-width='2'/>");
	const struct art *bow = read_svg(*state, "<path d='M0 0C0 40 30 40 30 0'/>");

	assert_int_equal(art->width, 1000000);
	assert_int_equal(art->height, 250000);
	assert_int_equal(art->shapes[0].steps[0].x[0], 0);
	assert_int_equal(art->shapes[0].steps[0].y[0], 0);
	assert_int_equal(line->height, 166667);
	/* the curve goes down to 30, its points to 40 */
	assert_int_equal(bow->height, bow->width);
}

static void assert_step(const struct art *art, size_t step, enum path_op op, int32_t x, int32_t y)
{
	const struct path_step *s = &art->shapes[0].steps[step];

	assert_int_equal(s->op, op);
	assert_int_equal(s->x[op == PATH_CURVE ? 2 : 0], x);
	assert_int_equal(s->y[op == PATH_CURVE ? 2 : 0], y);
}

static void path_data_is_read_to_the_letter(void **state)
{
	const struct art *art = read_svg(*state, "<path d='M0 0 10,0v10h-10zm2.5.5l1-1-.5-.5L5e0 1E1'/>");

	assert_int_equal(art->shapes[0].count, 9);
	assert_int_equal(art->height, 1000000); /* from -1 to 10; 10 wide */
	assert_step(art, 0, PATH_MOVE, 0, 90909);
	assert_step(art, 2, PATH_LINE, 909091, 1000000);
	assert_step(art, 3, PATH_LINE, 0, 1000000);
	assert_step(art, 4, PATH_CLOSE, 0, 0);
	assert_step(art, 5, PATH_MOVE, 227273, 136364);
	assert_step(art, 6, PATH_LINE, 318182, 45455);
	assert_step(art, 7, PATH_LINE, 272727, 0);
	assert_step(art, 8, PATH_LINE, 454545, 1000000);
}

static void arcs_and_smooth_curves_go_round(void **state)
{
	/* the upper half of a circle by an arc whose flags stand close, the lower half by two quadratic curves */
	const struct art *art = read_svg(*state, "<path d='M0 5a5 5 0 0110 0q0 5-5 5t-5-5z'/>");

	assert_int_equal(art->width, art->height);
	assert_int_equal(art->shapes[0].count, 1 + 4 + 2 + 1);
	assert_step(art, 2, PATH_CURVE, 500000, 0);
	assert_step(art, 4, PATH_CURVE, 1000000, 500000);
	assert_step(art, 5, PATH_CURVE, 500000, 1000000);
	assert_step(art, 6, PATH_CURVE, 0, 500000);
}

static void transforms_are_multiplied(void **state)
{
	const struct art *art = read_svg(
		*state, "<g transform='translate(10 10) rotate(90)'><path transform='scale(2,1)' d='M0 0h10v5z'/></g>");

	/* 20 along x, 5 along y, turned by a quarter: 5 wide, 20 high */
	assert_int_equal(art->height, 1000000);
	assert_int_equal(art->width, 250000);
	assert_step(art, 0, PATH_MOVE, 250000, 0);
	assert_step(art, 1, PATH_LINE, 250000, 1000000);
	assert_step(art, 2, PATH_LINE, 0, 1000000);
}

static void styles_come_in_their_order(void **state)
{
	const struct art *art = read_svg(
		*state, "<style>rect{fill:#111} .a{fill:#222222;stroke:none} #b{fill:rgb(20%,0,0)}</style>"
			"<g fill='lime'>"
			"<rect width='9' height='9'/><rect class='x a' width='9' height='9' fill='red'/>"
			"<rect id='b' class='a' width='9' height='9'/><path style='fill:navy' fill='red' d='M0 0h9v9'/>"
			"<circle r='4'/></g>");
	static const int32_t fills[] = {0x111111, 0x222222, 0x330000, 0x000080, 0x00FF00};

	assert_int_equal(art->shape_count, COUNT_OF(fills));
	for (size_t i = 0; i < COUNT_OF(fills); i++)
		assert_int_equal(art->shapes[i].fill, fills[i]);
}

static void hidden_shapes_are_left_out(void **state)
{
	const struct art *art =
		read_svg(*state, "<rect width='9' height='9'/><g display='none'><text/></g>"
				 "<rect width='99' height='9' visibility='hidden'/>"
				 "<rect width='99' height='9' opacity='0'/><rect width='99' fill='none' height='9'/>"
				 "<defs><rect width='99' height='99'/></defs>");

	assert_int_equal(art->shape_count, 1);
}

static void too_many_shapes_are_refused(void **state)
{
	struct fixture *f = *state;
	struct buf body = {0};

	for (int i = 0; i <= ART_SHAPES; i++)
		buf_puts(&body, "<path d='M0 0h1v1'/>");
	assert_null(read_svg(f, body.data));
	buf_free(&body);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 1);
	assert_string_equal(diag_at(f->diag, 0, false).entry->name, "ART_LARGE");
}

/* ---- sizes ---- */

static void wide_marks_are_lower_and_tall_ones_higher(void **state)
{
	const struct art *square = read_svg(*state, "<rect width='9' height='9'/>");
	const struct art *wide = read_svg(*state, "<rect width='16' height='1'/>");
	const struct art *tall = read_svg(*state, "<rect width='1' height='16'/>");
	const struct art *somewhat = read_svg(*state, "<rect width='4' height='1'/>");

	assert_int_equal(art_optical_height(square, 40000), 40000);
	assert_int_equal(art_optical_height(wide, 40000), 20000);
	assert_int_equal(art_optical_height(tall, 40000), 60000);
	assert_in_range(art_optical_height(somewhat, 40000), 28280, 28290);
	assert_int_equal(art_width_at(somewhat, 28285), 4 * 28285);
}

static void shapes_take_the_size_asked_for(void **state)
{
	struct fixture *f = *state;
	const struct art *art = read_svg(f, "<path d='M1 1h18v8H1z' stroke='red' stroke-width='2' fill='none'/>");
	const struct shape *shapes = art_shapes_at(f->arena, art, 10000);

	assert_int_equal(shapes[0].width, 2000);
	assert_int_equal(shapes[0].steps[0].x[0], 1000);
	assert_int_equal(shapes[0].steps[1].x[0], 19000);
	assert_int_equal(shapes[0].steps[2].y[0], 9000);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(png_of_every_form_gives_the_same_pixels),
		TEST(png_of_a_palette_gives_its_colours),
		TEST(png_without_colour_is_grey),
		TEST(clear_margins_are_cut),
		TEST(jpeg_is_kept_as_it_is),
		TEST(ink_is_what_is_measured),
		TEST(path_data_is_read_to_the_letter),
		TEST(arcs_and_smooth_curves_go_round),
		TEST(transforms_are_multiplied),
		TEST(styles_come_in_their_order),
		TEST(hidden_shapes_are_left_out),
		TEST(too_many_shapes_are_refused),
		TEST(wide_marks_are_lower_and_tall_ones_higher),
		TEST(shapes_take_the_size_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
