/* tile_bind: key figures side by side. */
#include "template_int.h"

const char *const tile_options[] = {"style", "per_row", "number_style", "do", NULL};

static const char *const options[] = {"style", "number", "number_style", NULL};

struct tiles_out {
	struct blocks tiles;
	const struct style *number_style;
};

static void bind_tile(struct tmpl *t, const struct node *node, void *out)
{
	struct tiles_out *tiles = out;
	struct block *tile = bind_new(t, node, BLOCK_TILE, "tile");
	const struct node *number = node_find(node, "number"), *number_style = node_find(node, "number_style");

	tile->mark_style = number_style ? style_find(t, number_style, "number") : tiles->number_style;
	if (!number)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "tile", "number");
	else
		expand_pair(t, number, &tile->mark, NULL);
	if (expand_pair(t, node_find(node, "tile"), &tile->text, NULL))
		bind_add(t, &tiles->tiles, tile);
}

void tile_bind(struct tmpl *t, const struct node *node, void *out)
{
	static const struct bind_kind kinds[] = {{"tile", options, bind_tile}};
	static const struct bind_place place = {"tiles", kinds, COUNT_OF(kinds), NULL, sizeof(struct tiles_out)};
	struct block *block = bind_new(t, node, BLOCK_TILES, "tiles");
	const struct node *per_row = node_find(node, "per_row");
	struct tiles_out tiles = {.number_style = style_find(t, node_find(node, "number_style"), "number")};

	block->per_row = 3;
	if (per_row)
		option_int(t, per_row, "per_row", 1, 8, &block->per_row);
	walk(t, node_find(node, "do"), &place, &tiles);
	bind_children(block, &tiles.tiles);
	if (block->count)
		bind_add(t, out, block);
}
