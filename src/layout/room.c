/*
 * room: where blocks go. A section with a page master opens a room with the lanes of the edition's arrangement; panels,
 * lists and stacked languages make narrower rooms inside it.
 */
#include "layout_int.h"

#include <string.h>

/* ---- pages and lanes ---- */

struct room room_stack(const struct room *room, size_t lang)
{
	struct room one = *room;

	one.stacked = false;
	one.again = room->again || lang != room->langs[0];
	one.lane[0].lang = lang;
	one.langs[0] = lang;
	one.lang_count = 1;
	return one;
}

size_t room_slots(const struct room *room, struct slot *slots)
{
	const struct lane *last = &room->lane[room->lanes - 1];

	if (room->facing) {
		for (size_t k = 0; k < room->lanes; k++)
			slots[k] = (struct slot){.lane = k,
						 .x = room->lane[k].x,
						 .w = room->lane[k].w,
						 .langs = {room->lane[k].lang},
						 .lang_count = 1,
						 .parent = room->lane[k].parent};
		return room->lanes;
	}
	slots[0] = (struct slot){.x = room->lane[0].x,
				 .w = last->x + last->w - room->lane[0].x,
				 .lang_count = room->lang_count,
				 .parent = room->lane[0].parent};
	memcpy(slots[0].langs, room->langs, sizeof room->langs);
	return 1;
}

static void set_lanes(struct galley *g, struct room *room)
{
	const struct page_master *m = room->master;
	int32_t width = m->width - m->left - m->right;
	int32_t half = (width - m->gap) / 2;

	room->lanes = 1;
	room->lane[0].x = 0;
	room->lane[0].w = width;
	room->stacked = g->flow->arrangement == ARRANGE_BLOCKS;
	/* A page without a number, such as a cover, stands alone: both languages share it. */
	room->facing = g->flow->arrangement == ARRANGE_FACING && m->numbered;
	if (g->flow->arrangement != ARRANGE_PARALLEL && g->flow->arrangement != ARRANGE_FACING)
		return;
	room->lanes = LANES;
	room->lane[1].x = room->facing ? 0 : width - half;
	room->lane[0].w = room->lane[1].w = room->facing ? width : half;
	if (room->lane[0].w <= 0)
		DIAG(g->diag, LAYOUT_NO_ROOM, g->flow->root->pos, m->name);
}

static const struct page_master *find_master(struct galley *g, const struct block *section, const char *name)
{
	const struct flow *f = g->flow;

	for (size_t i = 0; i < f->master_count; i++)
		if (!name || !strcmp(f->masters[i].name, name))
			return &f->masters[i];
	DIAG(g->diag, LAYOUT_NO_MASTER, section->pos, name ? name : "");
	return f->master_count ? &f->masters[0] : NULL;
}

void room_open(struct galley *g, struct room *room, const struct block *section)
{
	const struct page_master *master = find_master(g, section, section->master);

	if (!master)
		return;
	room->master = master;
	room->serial = ++g->serials;
	room->frame = NULL;
	room->title = section->text;
	set_lanes(g, room);
	if (master->height - master->top - master->bottom < g->grid ||
	    master->width - master->left - master->right < g->grid)
		DIAG(g->diag, LAYOUT_NO_ROOM, section->pos, master->name);
	else if (room->lanes > 1 && !room->facing && room->lane[0].w > 0)
		ratio_solve(g, room, section);
	for (size_t k = 0; k < room->lanes; k++) {
		room->x[k] = room->lane[k].x;
		room->w[k] = room->lane[k].w;
	}
}

/* ---- panels ---- */

bool room_is_panel(const struct style *style)
{
	return style->fill >= 0 || style->bar >= 0;
}

struct room room_frame(struct galley *g, const struct room *room, const struct style *style)
{
	struct frame *frame = arena_alloc(g->arena, sizeof *frame);
	struct room inner = *room;

	frame->parent = room->frame;
	frame->style = style;
	frame->pad = galley_snap(g, style->padding);
	frame->lanes = room->lanes;
	for (size_t k = 0; k < room->lanes; k++) {
		frame->x[k] = room->lane[k].x;
		frame->w[k] = room->lane[k].w;
		if (!room_is_panel(style))
			continue;
		inner.lane[k].x += style->padding + (style->bar >= 0 ? PANEL_BAR : 0);
		inner.lane[k].w -= 2 * style->padding + (style->bar >= 0 ? PANEL_BAR : 0);
	}
	inner.frame = frame;
	if (room_is_panel(style) && inner.cost < COST_PANEL)
		inner.cost = COST_PANEL;
	return inner;
}
