/*
 * foot: the notes at the foot of a page, row by row; in two lanes a note and its translation are a row if their marks
 * are on one page. All of a note stands on the page of its mark, unless it is too long for any page: then lines of it
 * are left to the next.
 */
#include "layout_int.h"

enum { LEAST_LINES = 2, LEAST_GAP = 4 /* steps of the grid */ };

/* ---- measures ---- */

static const struct style *style_of(const struct foot_row *row)
{
	return row->note->block->style;
}

int32_t foot_gap(const struct galley *g, const struct foot *foot)
{
	int32_t own = galley_snap(g, galley_tight(g, style_of(&foot->rows.items[0])->space_before));

	return own > LEAST_GAP * g->grid ? own : LEAST_GAP * g->grid;
}

int32_t foot_row_gap(const struct galley *g, const struct foot_row *row)
{
	return galley_snap(g, galley_tight(g, style_of(row)->space_after));
}

int32_t foot_row_base(const struct foot_row *row)
{
	int32_t base = 0;

	for (size_t k = 0; k < LANES; k++)
		if (row->part[k].text && row->part[k].text->baseline > base)
			base = row->part[k].text->baseline;
	return base;
}

static int32_t part_height(const struct foot_row *row, size_t k)
{
	const struct note_text *t = row->part[k].text;

	if (!t || row->part[k].from == row->part[k].to)
		return 0;
	return foot_row_base(row) - t->baseline + (int32_t)(row->part[k].to - row->part[k].from) * t->leading;
}

int32_t foot_row_height(const struct foot_row *row)
{
	int32_t left = part_height(row, 0), right = part_height(row, 1);

	return left > right ? left : right;
}

static void measure(const struct galley *g, struct foot *foot)
{
	foot->height = foot->rows.count ? foot_gap(g, foot) : 0;
	for (size_t i = 0; i < foot->rows.count; i++)
		foot->height += foot_row_height(&foot->rows.items[i]) +
				(i + 1 < foot->rows.count ? foot_row_gap(g, &foot->rows.items[i]) : 0);
}

/* ---- rows ---- */

void foot_start(struct galley *g, struct foot *foot, const struct foot *carried)
{
	foot->rows.count = 0;
	for (size_t i = 0; carried && i < carried->rows.count; i++)
		*LIST_ADD(g->arena, &foot->rows) = carried->rows.items[i];
	measure(g, foot);
}

static struct foot_row *row_for(struct galley *g, struct foot *foot, const struct note_text *t)
{
	struct foot_row *row;

	for (size_t i = foot->rows.count; i > 0; i--) {
		row = &foot->rows.items[i - 1];
		if (row->note == t->note && !row->carried && !row->part[t->lane].text)
			return row;
	}
	row = LIST_ADD(g->arena, &foot->rows);
	*row = (struct foot_row){.note = t->note}; /* the list is used again: its items may be old ones */
	return row;
}

void foot_add(struct galley *g, struct foot *foot, const struct strip *strip)
{
	for (const struct note_use *use = strip->notes; use; use = use->next) {
		struct foot_row *row = row_for(g, foot, use->text);

		row->part[use->text->lane].text = use->text;
		row->part[use->text->lane].to = use->text->count;
		row->may_split |= strip->long_notes;
	}
	if (strip->notes)
		measure(g, foot);
}

/* ---- division ---- */

/* How many lines of a part fit into a height, no line standing alone. */
static size_t lines_in(const struct foot_row *row, size_t k, int32_t room)
{
	const struct note_text *t = row->part[k].text;
	int32_t below = room - (foot_row_base(row) - t->baseline);
	size_t all = row->part[k].to - row->part[k].from, fit = below > 0 ? (size_t)(below / t->leading) : 0;

	if (fit >= all)
		return all;
	if (all < 2 * LEAST_LINES || fit < LEAST_LINES)
		return 0;
	return fit < all - LEAST_LINES ? fit : all - LEAST_LINES;
}

/* Cuts a row in two; false if a part of it that was not carried cannot even begin. */
static bool cut_row(struct foot_row *head, struct foot_row *rest, int32_t room)
{
	*rest = *head;
	rest->carried = true;
	rest->may_split = true;
	for (size_t k = 0; k < LANES; k++) {
		size_t lines = head->part[k].text ? lines_in(head, k, room) : 0;

		if (!head->part[k].text)
			continue;
		if (!lines && head->part[k].to > head->part[k].from && !head->carried)
			return false;
		head->part[k].to = rest->part[k].from = head->part[k].from + lines;
	}
	return true;
}

/* The least of a row that its page must have. */
static int32_t least_height(const struct foot_row *row)
{
	struct foot_row head = *row;

	if (!row->may_split)
		return foot_row_height(row);
	if (row->carried)
		return 0;
	for (size_t k = 0; k < LANES; k++)
		if (head.part[k].to - head.part[k].from >= 2 * LEAST_LINES)
			head.part[k].to = head.part[k].from + LEAST_LINES;
	return foot_row_height(&head);
}

static int32_t least_of_all(const struct galley *g, const struct foot *foot, size_t from)
{
	int32_t least = 0;

	for (size_t i = from; i < foot->rows.count; i++) {
		int32_t own = least_height(&foot->rows.items[i]);

		least += own ? foot_row_gap(g, &foot->rows.items[i]) + own : 0;
	}
	return least;
}

/* What comes from the page before gives way to what must begin on this one. */
bool foot_divide(struct galley *g, const struct foot *foot, int32_t room, struct foot *placed, struct foot *left)
{
	int32_t y = foot->rows.count ? foot_gap(g, foot) : 0;
	bool carried = false; /* rows that were carried are left: all further such rows are too */

	*placed = *left = (struct foot){0};
	for (size_t i = 0; i < foot->rows.count; i++) {
		struct foot_row row = foot->rows.items[i], rest = {0};
		int32_t here = room - y - least_of_all(g, foot, i + 1);
		bool whole = foot_row_height(&row) <= here && !(row.carried && carried);

		if (!whole && (!row.may_split || !cut_row(&row, &rest, row.carried && carried ? 0 : here)))
			return false;
		carried |= !whole && row.carried;
		if (!whole)
			*LIST_ADD(g->arena, &left->rows) = rest;
		if (!foot_row_height(&row))
			continue;
		y += foot_row_height(&row) + foot_row_gap(g, &row);
		*LIST_ADD(g->arena, &placed->rows) = row;
	}
	measure(g, placed);
	return true;
}
