/*
 * artwork: pictures from files as drawings, and logos in rows. A row is one strip; its logos stand on one middle line.
 * A picture is seen once, and in an edition of two languages is two Figures, each with its alternative text.
 */
#include "layout_int.h"

#include <string.h>

enum { DPI_LEAST = 150, MPT_PER_INCH = 72000 };

bool artwork_is_silent(const struct value *artwork)
{
	const struct value *decorative = value_field(artwork, "decorative");

	return decorative && decorative->as.truth;
}

const char *artwork_alt(const struct galley *g, size_t lang, const struct value *artwork)
{
	return value_plain(value_field(artwork, "alt"), g->flow->langs[lang].pack_index);
}

static void check_dots(struct galley *g, struct diag *diag, const struct value *artwork, const struct drawing *drawing)
{
	int64_t dpi, wanted = ((int64_t)drawing->width * DPI_LEAST + MPT_PER_INCH - 1) / MPT_PER_INCH;

	if (!drawing->bitmap || drawing->bitmap->width >= wanted)
		return;
	dpi = (int64_t)drawing->bitmap->width * MPT_PER_INCH / drawing->width;
	DIAG(diag, LAYOUT_PICTURE_COARSE, value_field(artwork, "file")->pos, arena_printf(g->arena, "%d", (int)dpi),
	     arena_printf(g->arena, "%d", (int)wanted));
}

static const struct drawing *draw_high(struct galley *g, struct diag *diag, const struct value *artwork, int32_t height)
{
	const struct art *art = value_field(artwork, "file")->as.picture.art;
	struct drawing *drawing = arena_alloc(g->arena, sizeof *drawing);

	drawing->id = artwork->as.record.id;
	drawing->height = height > 0 ? height : 1;
	drawing->width = art_width_at(art, drawing->height);
	drawing->bitmap = art->bitmap;
	drawing->shapes = art_shapes_at(g->arena, art, drawing->height);
	drawing->shape_count = art->shape_count;
	check_dots(g, diag, artwork, drawing);
	return drawing;
}

/* The height at which it is so wide. */
static int32_t height_at(const struct art *art, int32_t width)
{
	int64_t height = (int64_t)width * art->height / art->width;

	return height < INT32_MAX ? (int32_t)height : INT32_MAX;
}

const struct drawing *artwork_draw(struct galley *g, struct diag *diag, const struct value *artwork, int32_t width,
				   int32_t height, int32_t most)
{
	int32_t widest = height_at(value_field(artwork, "file")->as.picture.art, width);

	height = height > 0 && height < widest ? height : widest;
	return draw_high(g, diag, artwork, most > 0 && height > most ? most : height);
}

/* ---- logos in rows ---- */

/* A logo in its row, x from the row's left. */
struct logo {
	const struct block *block;
	const struct drawing *drawing;
	int32_t x;
};

struct logo_row {
	size_t from, to;
	int32_t width, height;
};

static void set_logos(struct galley *g, const struct block *b, int32_t width, struct logo *logos)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct value *artwork = b->children[i]->artwork;
		const struct art *art = value_field(artwork, "file")->as.picture.art;
		int32_t height = art_optical_height(art, b->height), widest = height_at(art, width);

		logos[i].block = b->children[i];
		logos[i].drawing = draw_high(g, g->diag, artwork, height < widest ? height : widest);
	}
}

static struct logo_row next_row(const struct block *b, struct logo *logos, size_t from, int32_t width)
{
	struct logo_row row = {.from = from, .to = from};

	while (row.to < b->count) {
		struct logo *logo = &logos[row.to];
		int32_t x = row.to > from ? row.width + b->gap : 0;

		if (row.to > from && x + logo->drawing->width > width)
			break;
		logo->x = x;
		row.width = x + logo->drawing->width;
		row.height = logo->drawing->height > row.height ? logo->drawing->height : row.height;
		row.to++;
	}
	return row;
}

static int32_t row_left(const struct slot *slot, const struct logo_row *row, enum text_align align)
{
	int32_t room = slot->w - row->width;

	return slot->x + (align == ALIGN_END ? room : align == ALIGN_CENTER ? room / 2 : 0);
}

static void logo_ink(struct galley *g, const struct slot *slot, const struct logo *logo, int32_t x, int32_t y)
{
	struct drawing_ink *drawing = arena_alloc(g->arena, sizeof *drawing);
	const struct value *artwork = logo->block->artwork;
	struct ink *ink = galley_ink(g, slot->lane);

	drawing->drawing = logo->drawing;
	for (size_t i = 0; i < slot->lang_count && !artwork_is_silent(artwork); i++) {
		struct tag *tag = drawing->tags[i] = tag_new(g, slot->parent, TAG_FIGURE, artwork->pos);

		tag_set_lang(g, tag, slot->langs[i]);
		tag->alt = artwork_alt(g, slot->langs[i], artwork);
	}
	ink->kind = INK_DRAWING;
	ink->x = x;
	ink->y = y;
	ink->as.drawing = drawing;
}

static void lay_row(struct galley *g, const struct room *room, const struct block *b, const struct logo *logos,
		    const struct logo_row *row)
{
	struct slot slots[LANES];
	size_t count = room_slots(room, slots);
	struct strip *strip = galley_strip(g, room, b->pos);

	for (size_t i = 0; i < count; i++) {
		int32_t left = row_left(&slots[i], row, b->style->align);

		for (size_t l = row->from; l < row->to; l++)
			logo_ink(g, &slots[i], &logos[l], left + logos[l].x,
				 (row->height - logos[l].drawing->height) / 2);
		strip->height[slots[i].lane] = galley_snap(g, row->height);
		strip->lines[slots[i].lane] = 2;
	}
}

void artwork_lay_logos(struct galley *g, const struct room *room, const struct block *b)
{
	struct logo *logos = arena_array(g->arena, b->count, sizeof *logos);
	struct slot slots[LANES];
	struct logo_row row = {0};
	int32_t width = INT32_MAX;

	for (size_t i = room_slots(room, slots); i-- > 0;)
		width = slots[i].w < width ? slots[i].w : width;
	set_logos(g, b, width, logos);
	while (row.to < b->count) {
		if (row.to)
			galley_space(g, b->gap / 2);
		row = next_row(b, logos, row.to, width);
		lay_row(g, room, b, logos, &row);
	}
}
