/*
 * table_width: widths of columns. A column with a weight takes its share of what columns without one leave; those are
 * as wide as their widest line. If that is too much, or if no column has a weight, room is dealt out in small steps,
 * each to the column where it lowers the table most, as measured by the lines its texts would need.
 */
#include "layout_int.h"

enum { STEPS = 32, UNBOUNDED = 1 << 29 }; /* mpt: wider than any page */

struct column {
	int32_t least, words, most; /* mpt, with the insets: its widest part of a word, widest word, widest line */
	int32_t width;
	int weight;
};

/* What a cell would need: natural widths of its texts. */
struct need {
	size_t column;
	int32_t inset;
	int32_t natural; /* mpt, of all texts set in one line each, added up */
	int32_t least, words, most;
};

struct solving {
	const struct table *t;
	struct column *columns;
	size_t count;
	LIST(struct need) needs;
	LIST(size_t) rows; /* index of each row's first need */
};

/* ---- measuring ---- */

static void measure_text(struct galley *g, const struct para_spec *given, bool again, void *user)
{
	struct need *need = user;
	struct para_spec spec = *given;
	struct para_box box;

	(void)again;
	spec.w = UNBOUNDED;
	if (!para_box_set(g, &spec, &box))
		return;
	need->natural += box.para->max_width;
	need->least = box.para->min_width > need->least ? box.para->min_width : need->least;
	need->words = box.para->word_width > need->words ? box.para->word_width : need->words;
	need->most = box.para->max_width > need->most ? box.para->max_width : need->most;
}

/* A number is not divided, and all of its column stand below one another. */
static void keep_figures(const struct number_column *column, struct need *need)
{
	int32_t block = column->lead + column->tail;

	need->least = block > need->least ? block : need->least;
	need->words = block > need->words ? block : need->words;
	need->most = block > need->most ? block : need->most;
}

static void add_need(struct galley *g, struct solving *s, const struct cell_place *place)
{
	struct need need = {.column = place->column, .inset = table_cell_inset(s->t, place)};
	struct column *column = &s->columns[place->column];

	table_cell_each(g, s->t, place, measure_text, &need);
	if (place->span == 1 && s->t->numbers[place->column].on)
		keep_figures(&s->t->numbers[place->column], &need);
	if (place->span > 1)
		return;
	*LIST_ADD(g->arena, &s->needs) = need;
	column->least = need.least + need.inset > column->least ? need.least + need.inset : column->least;
	column->words = need.words + need.inset > column->words ? need.words + need.inset : column->words;
	column->most = need.most + need.inset > column->most ? need.most + need.inset : column->most;
}

static void measure(struct galley *g, struct solving *s)
{
	for (size_t r = 0; r < s->t->block->count; r++) {
		*LIST_ADD(g->scratch, &s->rows) = s->needs.count;
		for (size_t i = s->t->row_places[r]; i < s->t->row_places[r + 1]; i++)
			add_need(g, s, &s->t->places.items[i]);
	}
	*LIST_ADD(g->scratch, &s->rows) = s->needs.count;
}

/* ---- dealing out ---- */

/* Thousandths of lines that a cell needs in a column of that width. */
static int64_t lines_in(const struct need *need, int32_t width)
{
	int32_t room = width - need->inset > 1 ? width - need->inset : 1;
	int64_t lines = (int64_t)need->natural * 1000 / room;

	return lines < 1000 ? 1000 : lines;
}

/* Height of all rows if column `wider` had `step` more. */
static int64_t height_with(const struct solving *s, size_t wider, int32_t step)
{
	int64_t height = 0;

	for (size_t r = 0; r + 1 < s->rows.count; r++) {
		int64_t row = 0;

		for (size_t i = s->rows.items[r]; i < s->rows.items[r + 1]; i++) {
			const struct need *need = &s->needs.items[i];
			int32_t width = s->columns[need->column].width + (need->column == wider ? step : 0);
			int64_t lines = lines_in(need, width);

			row = lines > row ? lines : row;
		}
		height += row;
	}
	return height;
}

/* The column that gains most; with equal gain the one that is furthest from its widest line. */
static size_t best_column(const struct solving *s, int32_t step)
{
	size_t best = 0;
	int64_t best_height = INT64_MAX, best_lack = INT64_MIN;

	for (size_t c = 0; c < s->count; c++) {
		int64_t height = height_with(s, c, step);
		int64_t lack = (int64_t)s->columns[c].most - s->columns[c].width;

		if (height < best_height || (height == best_height && lack > best_lack)) {
			best = c;
			best_height = height;
			best_lack = lack;
		}
	}
	return best;
}

static void deal(struct solving *s, int32_t room)
{
	for (size_t c = 0; c < s->count; c++) {
		s->columns[c].width = s->columns[c].least;
		room -= s->columns[c].least;
	}
	for (int i = STEPS; room > 0 && i > 0; i--) {
		int32_t step = room / i;

		s->columns[best_column(s, step)].width += step;
		room -= step;
	}
}

/* ---- weights ---- */

static int32_t sum_of(const struct solving *s, bool weighted, bool most)
{
	int32_t sum = 0;

	for (size_t c = 0; c < s->count; c++)
		if ((s->columns[c].weight > 0) == weighted)
			sum += most ? s->columns[c].most : s->columns[c].least;
	return sum;
}

/* What is still to be shared, among columns of which weight. */
struct shares {
	int32_t room;
	int64_t weights;
};

static int32_t share_of(const struct shares *left, const struct column *column)
{
	return left->weights > 0 ? (int32_t)(left->room * (int64_t)column->weight / left->weights) : 0;
}

static void give(struct shares *left, struct column *column, int32_t width)
{
	column->width = width > 0 ? width : 1;
	left->room -= column->width;
	left->weights -= column->weight;
}

/* Columns whose share is less than their widest word get that; true if the others have to share again. */
static bool give_words(struct solving *s, struct shares *left)
{
	bool given = false;

	for (size_t c = 0; c < s->count; c++) {
		struct column *column = &s->columns[c];

		if (column->weight <= 0 || column->width || share_of(left, column) >= column->least)
			continue;
		give(left, column, column->least);
		given = true;
	}
	return given;
}

static void share(struct solving *s, int32_t room)
{
	struct shares left = {.room = room};

	for (size_t c = 0; c < s->count; c++)
		left.weights += s->columns[c].weight > 0 ? s->columns[c].weight : 0;
	while (give_words(s, &left))
		;
	for (size_t c = 0; c < s->count; c++)
		if (s->columns[c].weight > 0 && !s->columns[c].width)
			give(&left, &s->columns[c], share_of(&left, &s->columns[c]));
}

/* Columns without a weight take what they like, or what the others' widest words leave. Returns what they took. */
static int32_t take_content(struct solving *s, int32_t room)
{
	int32_t most = sum_of(s, false, true), least = sum_of(s, false, false), taken = 0;

	for (size_t c = 0; c < s->count; c++) {
		struct column *column = &s->columns[c];
		int32_t span = column->most - column->least;

		if (column->weight > 0)
			continue;
		column->width = column->most;
		if (most > room && most > least && room > least)
			column->width = column->least + (int32_t)((int64_t)span * (room - least) / (most - least));
		else if (most > room)
			column->width = column->least;
		taken += column->width;
	}
	return taken;
}

/* Words stay whole where there is room for them. */
static void keep_words(struct solving *s, int32_t room)
{
	int32_t words = 0;

	for (size_t c = 0; c < s->count; c++)
		words += s->columns[c].words;
	for (size_t c = 0; words <= room && c < s->count; c++)
		s->columns[c].least = s->columns[c].words;
}

static void solve(struct solving *s, int32_t room)
{
	int32_t words = sum_of(s, true, false);
	bool any = false;

	for (size_t c = 0; c < s->count; c++)
		any |= s->columns[c].weight > 0;
	if (any)
		share(s, room - take_content(s, room - words));
	else
		deal(s, room);
}

/* ---- the table ---- */

static void set_edges(struct galley *g, const struct solving *s, struct table *t)
{
	t->edges = arena_array(g->arena, s->count + 1, sizeof *t->edges);
	t->edges[0] = t->slot.x;
	for (size_t c = 0; c < s->count; c++)
		t->edges[c + 1] = t->edges[c] + s->columns[c].width;
	if (s->count)
		t->edges[s->count] = t->slot.x + t->slot.w;
}

void table_width_solve(struct galley *g, struct table *t)
{
	struct solving s = {.t = t, .count = t->block->column_count};
	int32_t least;

	s.columns = arena_array(g->arena, s.count, sizeof *s.columns);
	for (size_t c = 0; c < s.count; c++)
		s.columns[c].weight = t->block->columns[c].weight;
	measure(g, &s);
	least = sum_of(&s, true, false) + sum_of(&s, false, false);
	if (least > t->slot.w)
		DIAG(g->diag, LAYOUT_TABLE_WIDE, t->block->pos, arena_printf(g->arena, "%d", (int)(least / 1000)),
		     arena_printf(g->arena, "%d", (int)(t->slot.w / 1000)));
	keep_words(&s, t->slot.w);
	solve(&s, t->slot.w);
	set_edges(g, &s, t);
}
