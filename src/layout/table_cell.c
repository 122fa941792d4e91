/*
 * table_cell: what stands in a cell. In a bilingual edition each text stands above its translation; one that is the
 * same in both languages, such as a number, stands once.
 */
#include "layout_int.h"

#include <string.h>

/* ---- styles ---- */

static const struct style *panel_style(const struct table *t, const struct cell_place *place)
{
	const struct style *head = t->block->second_style;

	if (place->cell->style)
		return place->cell->style;
	return place->head && head ? head : t->style;
}

static const struct style *text_style(const struct table *t, const struct cell_place *place, const struct block *para)
{
	return para->style ? para->style : panel_style(t, place);
}

/* ---- measures ---- */

/* Texts stand off the table's own edges only if a ground or a bar is to be seen there. */
void table_cell_edges(const struct table *t, const struct cell_place *place, int32_t *left, int32_t *right)
{
	const struct style *style = panel_style(t, place);
	bool first = place->column == 0, last = place->column + place->span == t->block->column_count;

	*left = t->edges[place->column] + (first && !t->panelled ? 0 : style->side_padding);
	*right = t->edges[place->column + place->span] - (last && !t->panelled ? 0 : style->side_padding);
}

int32_t table_cell_inset(const struct table *t, const struct cell_place *place)
{
	const struct style *style = panel_style(t, place);
	bool first = place->column == 0, last = place->column + place->span == t->block->column_count;

	return (first && !t->panelled ? 0 : style->side_padding) + (last && !t->panelled ? 0 : style->side_padding);
}

/* ---- texts ---- */

static struct para_spec cell_spec(struct galley *g, const struct table *t, const struct cell_place *place,
				  const struct block *para, size_t lang)
{
	struct para_spec spec = para_box_spec(text_style(t, place, para), &para->text, lang, TAG_P, para->pos);

	spec.align = t->block->columns[place->column].align;
	if (place->span == 1 && t->numbers[place->column].on) {
		spec.align = ALIGN_END;
		spec.style = place->head ? spec.style : table_number_style(g, spec.style);
	}
	return spec;
}

static bool shown_before(struct galley *g, const struct table *t, const struct block *para, size_t i)
{
	return i > 0 && t->slot.lang_count > 1 && para_box_same(g, &para->text);
}

void table_cell_each(struct galley *g, const struct table *t, const struct cell_place *place, cell_fn *each, void *user)
{
	for (size_t c = 0; c < place->cell->count; c++)
		for (size_t i = 0; i < t->slot.lang_count; i++) {
			const struct block *para = place->cell->children[c];
			struct para_spec spec;

			if (para->kind != BLOCK_PARA || shown_before(g, t, para, i))
				continue;
			spec = cell_spec(g, t, place, para, t->slot.langs[i]);
			each(g, &spec, i > 0, user);
		}
}

/* ---- setting ---- */

struct cell_setting {
	const struct table *table;
	const struct cell_place *place;
	const struct style *panel; /* the cell's own: its spaces are those around the table */
	struct cell_box *box;
	int32_t left, width;
	int32_t after; /* mpt owed before the next text */
};

/* The second language stands close under the first; texts in the cell's own style are set apart a little. */
static int32_t gap_before(const struct galley *g, const struct cell_setting *s, const struct para_spec *spec,
			  bool again)
{
	int32_t before = spec->style == s->panel ? spec->style->leading[spec->lang] / 4 : spec->style->space_before;

	if (again || !s->box->texts.count)
		return 0;
	return galley_snap(g, before > s->after ? before : s->after);
}

static void set_text(struct galley *g, const struct para_spec *given, bool again, void *user)
{
	struct cell_setting *s = user;
	struct para_spec spec = *given;
	struct cell_text text;

	spec.parent = s->box->tag;
	spec.x = s->left;
	spec.w = s->width;
	table_number_place(g, s->table, s->place, &spec);
	if (!para_box_set(g, &spec, &text.box))
		return;
	text.y = s->box->height + gap_before(g, s, &spec, again);
	s->box->height = text.y + para_box_height(&text.box);
	s->after = spec.style == s->panel ? 0 : spec.style->space_after;
	*LIST_ADD(g->arena, &s->box->texts) = text;
}

static struct tag *cell_tag(struct galley *g, const struct cell_place *place, struct tag *row)
{
	bool header = place->cell->header != CELL_DATA;
	struct tag *tag = tag_new(g, row, header ? TAG_TH : TAG_TD, place->cell->pos);

	tag->col_span = (int)place->span;
	tag->row_span = (int)place->rows;
	if (header)
		tag->scope = place->cell->header == CELL_ROW_HEADER ? SCOPE_ROW : SCOPE_COLUMN;
	return tag;
}

/* A limit of pages takes up to half of the padding, in whole steps of the grid. */
static int32_t tight_padding(const struct galley *g, int32_t padding)
{
	enum { SLACK = 500 }; /* thousandths */
	int32_t steps = galley_snap(g, padding) / g->grid;

	return (steps - (int32_t)((int64_t)steps * SLACK * g->flow->tighten / 1000000)) * g->grid;
}

void table_cell_set(struct galley *g, const struct table *t, const struct cell_place *place, struct tag *row,
		    struct cell_box *box)
{
	struct cell_setting s = {.table = t, .place = place, .panel = panel_style(t, place), .box = box};
	int32_t right, pad = tight_padding(g, s.panel->padding);

	box->tag = cell_tag(g, place, row);
	box->height = pad;
	table_cell_edges(t, place, &s.left, &right);
	s.width = right - s.left;
	table_cell_each(g, t, place, set_text, &s);
	box->height += pad;
}
