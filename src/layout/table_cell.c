/*
 * table_cell: what stands in a cell. In a bilingual edition the languages stand one under the other; a text that is the
 * same in both, such as a number, stands once.
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

	*left = t->edges[place->column] + (first && !t->panelled ? 0 : style->padding);
	*right = t->edges[place->column + place->span] - (last && !t->panelled ? 0 : style->padding);
}

int32_t table_cell_inset(const struct table *t, const struct cell_place *place)
{
	const struct style *style = panel_style(t, place);
	bool first = place->column == 0, last = place->column + place->span == t->block->column_count;

	return (first && !t->panelled ? 0 : style->padding) + (last && !t->panelled ? 0 : style->padding);
}

/* ---- texts ---- */

static struct para_spec cell_spec(const struct table *t, const struct cell_place *place, const struct block *para, size_t lang)
{
	struct para_spec spec = para_box_spec(text_style(t, place, para), &para->text, lang, TAG_P, para->pos);

	spec.align = t->block->columns[place->column].align;
	return spec;
}

static bool shown_before(struct galley *g, const struct table *t, const struct block *para, size_t i)
{
	return i > 0 && t->slot.lang_count > 1 && para_box_same(g, &para->text);
}

void table_cell_each(struct galley *g, const struct table *t, const struct cell_place *place, cell_fn *each, void *user)
{
	for (size_t i = 0; i < t->slot.lang_count; i++)
		for (size_t c = 0; c < place->cell->count; c++) {
			const struct block *para = place->cell->children[c];
			struct para_spec spec;

			if (para->kind != BLOCK_PARA || shown_before(g, t, para, i))
				continue;
			spec = cell_spec(t, place, para, t->slot.langs[i]);
			each(g, &spec, user);
		}
}

/* ---- setting ---- */

struct cell_setting {
	struct cell_box *box;
	int32_t left, width;
	int32_t after; /* mpt owed before the next text */
};

static void set_text(struct galley *g, const struct para_spec *given, void *user)
{
	struct cell_setting *s = user;
	struct para_spec spec = *given;
	struct cell_text text;

	spec.parent = s->box->tag;
	spec.x = s->left;
	spec.w = s->width;
	if (!para_box_set(g, &spec, &text.box))
		return;
	if (s->box->texts.count && spec.style->space_before > s->after)
		s->after = spec.style->space_before;
	text.y = s->box->height + (s->box->texts.count ? galley_snap(g, s->after) : 0);
	s->box->height = text.y + para_box_height(&text.box);
	s->after = spec.style->space_after;
	*LIST_ADD(g->arena, &s->box->texts) = text;
}

static struct tag *cell_tag(struct galley *g, const struct cell_place *place, struct tag *row)
{
	bool header = place->cell->header != CELL_DATA;
	struct tag *tag = tag_new(g, row, header ? TAG_TH : TAG_TD, place->cell->pos);

	tag->col_span = (int)place->span;
	if (header)
		tag->scope = place->cell->header == CELL_ROW_HEADER ? SCOPE_ROW : SCOPE_COLUMN;
	return tag;
}

void table_cell_set(struct galley *g, const struct table *t, const struct cell_place *place, struct tag *row,
		    struct cell_box *box)
{
	struct cell_setting s = {.box = box};
	int32_t right, pad = galley_snap(g, panel_style(t, place)->padding);

	box->tag = cell_tag(g, place, row);
	box->height = pad;
	table_cell_edges(t, place, &s.left, &right);
	s.width = right - s.left;
	table_cell_each(g, t, place, set_text, &s);
	box->height += pad;
}
