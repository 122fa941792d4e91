/*
 * tiles: key figures side by side on panels of one height. A row of tiles is one strip. The number is the Lbl of a list
 * item and the labels its body, so that they are read together: "11 priority sectors".
 */
#include "layout_int.h"

enum { TILE_GAP = 12000 }; /* mpt between tiles where the page has no columns */

/* A tile's texts from top to bottom. */
struct tile {
	const struct block *block;
	const struct style *style;
	LIST(struct para_box) boxes;
	int32_t x, w, pad, height;
};

static void add_box(struct galley *g, struct tile *tile, const struct style *style, const struct pair *pair,
		    size_t lang, struct tag *parent, enum tag_role role)
{
	struct para_spec spec = para_box_spec(style, pair, lang, role, tile->block->pos);
	struct para_box box;
	int32_t bar = tile->style->bar >= 0 ? PANEL_BAR : 0;

	spec.parent = parent;
	spec.x = tile->x + bar + tile->style->padding;
	spec.w = tile->w - bar - 2 * tile->style->padding;
	if (para_box_set(g, &spec, &box)) {
		*LIST_ADD(g->arena, &tile->boxes) = box;
		tile->height += para_box_height(&box);
	}
}

static bool one_number(struct galley *g, const struct block *b, const struct slot *slot)
{
	return slot->lang_count > 1 && (para_box_same(g, &b->mark) || !b->mark.text[slot->langs[1]].count);
}

static void set_tile(struct galley *g, const struct slot *slot, struct tile *tile, struct tag *list)
{
	const struct block *b = tile->block;
	const struct style *number = b->mark_style ? b->mark_style : tile->style;
	bool shared = one_number(g, b, slot);
	struct tag *li = NULL, *body = NULL;

	for (size_t i = 0; i < slot->lang_count; i++) {
		size_t lang = slot->langs[i];

		if (!li || !shared) {
			li = tag_new(g, list, TAG_LI, b->pos);
			body = tag_new(g, li, TAG_LBODY, b->pos);
			add_box(g, tile, number, &b->mark, lang, li, TAG_LBL);
		}
		add_box(g, tile, tile->style, &b->text, lang, body, TAG_P);
	}
}

static void tile_ink(struct galley *g, size_t lane, const struct tile *tile, int32_t height)
{
	int32_t y = tile->pad;

	galley_panel_ink(g, lane, tile->style, tile->x, 0, tile->w, height);
	for (size_t i = 0; i < tile->boxes.count; i++) {
		para_box_lines(g, lane, 0, &tile->boxes.items[i], y);
		y += para_box_height(&tile->boxes.items[i]);
	}
}

static int32_t lay_row(struct galley *g, const struct room *room, const struct slot *slot, const struct block *b,
		       size_t from, struct tag *list)
{
	size_t per_row = b->per_row > 0 ? (size_t)b->per_row : 1, count = b->count - from;
	int32_t gap = room->lanes > 1 && !room->facing ? room->master->gap : TILE_GAP;
	int32_t w = (slot->w - gap * (int32_t)(per_row - 1)) / (int32_t)per_row, height = 0;
	struct tile *tiles;

	count = count < per_row ? count : per_row;
	tiles = arena_array(g->arena, count, sizeof *tiles);
	for (size_t i = 0; i < count; i++) {
		const struct block *tile = b->children[from + i];

		tiles[i] = (struct tile){.block = tile, .style = tile->style ? tile->style : room->style, .w = w};
		tiles[i].x = slot->x + (int32_t)i * (w + gap);
		tiles[i].pad = galley_snap(g, tiles[i].style->padding);
		set_tile(g, slot, &tiles[i], list);
		tiles[i].height += 2 * tiles[i].pad;
		height = tiles[i].height > height ? tiles[i].height : height;
	}
	height = galley_snap(g, height);
	for (size_t i = 0; i < count; i++)
		tile_ink(g, slot->lane, &tiles[i], height);
	return height;
}

void tiles_lay(struct galley *g, const struct room *room, const struct block *b)
{
	size_t per_row = b->per_row > 0 ? (size_t)b->per_row : 1;
	struct slot slots[LANES];
	size_t count = room_slots(room, slots);
	struct tag *lists[LANES];

	for (size_t i = 0; i < count; i++)
		lists[i] = tag_new(g, slots[i].parent, TAG_L, b->pos);
	for (size_t from = 0; from < b->count; from += per_row) {
		struct strip *strip;

		if (from)
			galley_space(g, TILE_GAP);
		for (size_t i = from; i < b->count && i < from + per_row; i++)
			galley_name(g, room, b->children[i]);
		strip = galley_strip(g, room, b->children[from]->pos);
		for (size_t i = 0; i < count; i++) {
			strip->height[slots[i].lane] = lay_row(g, room, &slots[i], b, from, lists[i]);
			strip->lines[slots[i].lane] = 2;
		}
	}
}
