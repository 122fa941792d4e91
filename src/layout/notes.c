/*
 * notes: marks in the text and what stands for them, at the foot of a page or under a table. Notes are numbered before anything is set; a
 * language's text of a note goes with the strip that has its first mark in that language. In the structure tree a Note
 * follows the block that has the mark: its Lbl links back to the mark, as the mark links to the note.
 */
#include "layout_int.h"

#include <string.h>

enum {
	MARK_SIZE = 65, /* hundredths of the size of the text (typography K21) */
	MARK_RAISE = 33
};

/* ---- numbers and letters ---- */

static struct note *note_of(const struct galley *g, const struct block *block)
{
	return map_find(g->note_of, (const char *)&block, sizeof block);
}

static void add_note(struct galley *g, const struct run *run, const struct block *table)
{
	struct note *note = run->kind == RUN_NOTE && run->note ? note_of(g, run->note) : NULL;

	if (note && note->table != table)
		note->table = NULL;
	if (note || run->kind != RUN_NOTE || !run->note)
		return;
	note = arena_alloc(g->arena, sizeof *note);
	note->block = run->note;
	note->table = table;
	*LIST_ADD(g->arena, &g->marked) = note;
	map_put(g->note_of, (const char *)&run->note, sizeof run->note, note);
}

static void find_in(struct galley *g, const struct block *b, size_t lang, const struct block *table)
{
	const struct pair *pairs[] = {&b->mark, &b->text};

	if (b->kind == BLOCK_TABLE)
		table = b;
	for (size_t p = 0; p < COUNT_OF(pairs); p++)
		for (size_t i = 0; i < pairs[p]->text[lang].count; i++)
			add_note(g, &pairs[p]->text[lang].runs[i], table);
	for (size_t i = 0; i < b->count; i++)
		find_in(g, b->children[i], lang, table);
}

/* a to z, then aa, ab and so on. */
static const char *letters(struct galley *g, size_t number)
{
	const char *last = arena_printf(g->arena, "%c", (char)('a' + (number - 1) % 26));

	return number > 26 ? arena_printf(g->arena, "%s%s", letters(g, (number - 1) / 26), last) : last;
}

/* The number of a note of the page; the letter of one among those of its table. */
static void name_note(struct galley *g, size_t index)
{
	struct note *note = g->marked.items[index];
	size_t among = 1;

	if (!note->table) {
		note->name = arena_printf(g->arena, "%zu", ++g->notes);
		note->key = note->name;
		return;
	}
	for (size_t i = 0; i < index; i++)
		among += g->marked.items[i]->table == note->table;
	note->name = letters(g, among);
	note->key = arena_printf(g->arena, "table.%zu", index + 1);
}

void notes_find(struct galley *g, const struct block *root)
{
	for (size_t lang = 0; lang < g->flow->lang_count; lang++)
		find_in(g, root, lang, NULL);
	for (size_t i = 0; i < g->marked.count; i++)
		name_note(g, i);
}

/* ---- marks ---- */

static const char *dest_name(const struct galley *g, const struct note_text *t, const char *what)
{
	return arena_printf(g->arena, "note.%s.%s%s", t->note->key, g->flow->langs[t->lang].key, what);
}

/* A place that a link leads to; its page and height are known later. */
static struct anchor *new_anchor(struct galley *g, const char *name, const struct note_text *t, struct tag *tag)
{
	struct anchor *a = arena_alloc(g->arena, sizeof *a);

	a->name = name;
	a->block = t->note->block;
	a->tag = tag;
	*LIST_ADD(g->arena, &g->anchors) = a;
	if (map_put(g->names, name, strlen(name), a))
		DIAG(g->diag, LAYOUT_SAME_LABEL, a->block->pos, name);
	return a;
}

static struct note_text *text_of(struct galley *g, struct note *note, size_t lang, struct tag *tag)
{
	struct note_text *t = note->texts[lang];

	if (t)
		return t;
	t = note->texts[lang] = arena_alloc(g->arena, sizeof *t);
	t->note = note;
	t->lang = lang;
	t->parent = tag->parent ? tag->parent : tag;
	t->mark = new_anchor(g, dest_name(g, t, ".mark"), t, tag);
	return t;
}

static const struct link_target *mark_link(struct galley *g, struct note_text *t, struct tag *tag, struct pos pos)
{
	struct link_target *link = arena_alloc(g->arena, sizeof *link);
	struct tag *reference = tag_new(g, tag, TAG_REFERENCE, pos);

	*LIST_ADD(g->arena, &t->marks) = reference;
	link->dest = dest_name(g, t, "");
	link->contents = t->note->name;
	link->lang = g->flow->langs[t->lang].tag;
	link->tag = tag_new(g, reference, TAG_LINK, pos);
	link->pos = pos;
	return link;
}

static struct span_ink *mark_ink(struct galley *g, const struct para_spec *spec, struct tag *tag, const struct run *run,
				 struct note *note)
{
	struct span_ink *ink = arena_alloc(g->arena, sizeof *ink);

	ink->color = spec->style->color;
	ink->raise = spec->style->size[spec->lang] * MARK_RAISE / 100;
	if (!tag || g->sketch)
		return ink;
	ink->note = text_of(g, note, spec->lang, tag);
	ink->link = mark_link(g, ink->note, tag, run->pos);
	ink->tag = ink->link->tag;
	return ink;
}

bool notes_mark(struct galley *g, const struct para_spec *spec, struct tag *tag, const struct run *run,
		struct text_span *span)
{
	struct note *note = run->note && spec->role != TAG_NOTE ? note_of(g, run->note) : NULL;
	const char *text;

	if (spec->link)
		return false;
	if (!note) {
		DIAG0(g->diag, LAYOUT_NOTE_PLACE, run->pos);
		return false;
	}
	text = arena_printf(g->arena, "\xE2\x81\xA0%s", note->name); /* U+2060: not parted from what it follows */
	*span = (struct text_span){
		.text = text,
		.len = strlen(text),
		.style = para_box_style(g, spec->style, spec->lang, false),
		.pos = run->pos,
		.user = mark_ink(g, spec, tag, run, note),
	};
	span->style.size = span->style.size * MARK_SIZE / 100;
	return true;
}

void notes_use(struct galley *g, size_t lane, struct note_text *t)
{
	struct strip *strip = &g->reel->strips.items[galley_at(g) - 1];
	struct note_use *use, **last = &strip->notes;

	if (t->used)
		return;
	t->used = true;
	t->mark->lane = lane;
	t->mark->next = strip->anchors;
	strip->anchors = t->mark;
	if (t->note->table)
		return;
	use = arena_alloc(g->arena, sizeof *use);
	use->text = t;
	while (*last)
		last = &(*last)->next;
	*last = use;
}

/* ---- texts ---- */

/* The column of numbers is as wide as the highest of them. */
static int32_t number_width(struct galley *g, const struct style *style, size_t lang, struct pos pos)
{
	const struct text_style how = para_box_style(g, style, lang, false);
	const char *highest = arena_printf(g->arena, "%zu", g->notes);

	return text_shape(g->text, &how, highest, strlen(highest), pos)->width;
}

static struct link_target *back_link(struct galley *g, const struct note_text *t)
{
	struct link_target *link = arena_alloc(g->arena, sizeof *link);
	struct pos pos = t->note->block->pos;

	link->dest = t->mark->name;
	link->contents = t->note->name;
	link->lang = g->flow->langs[t->lang].tag;
	link->tag = tag_new(g, tag_new(g, t->tag, TAG_LBL, pos), TAG_LINK, pos);
	link->pos = pos;
	return link;
}

static void number_ink(struct galley *g, const struct note_text *t, const struct style *style, int32_t x)
{
	const struct link_target *link = back_link(g, t);
	const struct text_style how = para_box_style(g, style, t->lang, false);
	const char *number = arena_printf(g->arena, "%s ", link->contents); /* apart from the text, when read */
	const struct shaped *shaped = text_shape(g->text, &how, number, strlen(number), t->note->block->pos);
	int32_t width = 0;
	struct ink *box;

	for (size_t i = 0; i < shaped->count; i++) {
		struct ink *ink = galley_ink(g, t->lane);

		ink->kind = INK_TEXT;
		ink->x = x + width;
		ink->y = t->baseline;
		ink->tag = link->tag;
		ink->color = style->color;
		ink->as.run = shaped->runs[i];
		width += shaped->runs[i].width;
	}
	box = galley_ink(g, t->lane);
	box->kind = INK_LINK;
	box->x = x;
	box->tag = link->tag;
	box->as.box.w = width;
	box->as.box.h = t->leading;
	box->as.box.target = link;
}

/* The lines of a note as strips of its own reel, so that they can be placed one by one. */
static void lay_lines(struct galley *g, struct note_text *t, const struct style *style, const struct para_box *box,
		      int32_t x)
{
	struct room room = {.serial = t->reel->serial};
	struct reel *outer = g->reel;
	unsigned serial = g->serial;

	g->reel = t->reel;
	g->serial = room.serial;
	for (size_t i = 0; i < box->count; i++) {
		galley_strip(g, &room, t->note->block->pos);
		if (!i)
			number_ink(g, t, style, x);
		para_box_line(g, t->lane, 0, box, i, 0);
	}
	g->reel = outer;
	g->serial = serial;
}

static void refer(struct galley *g, struct tag *from, const struct tag *to)
{
	struct tag_ref *ref = arena_alloc(g->arena, sizeof *ref);

	ref->to = to;
	ref->next = from->refs;
	from->refs = ref;
}

/* The note knows its marks and they know it. */
static void refer_all(struct galley *g, const struct note_text *t)
{
	for (size_t i = t->marks.count; i > 0; i--) {
		refer(g, t->tag, t->marks.items[i - 1]);
		refer(g, t->marks.items[i - 1], t->tag);
	}
}

/* The Note in the structure tree, and the place it is. */
static void open_note(struct galley *g, struct note_text *t, struct tag *parent)
{
	t->tag = tag_new(g, parent, TAG_NOTE, t->note->block->pos);
	tag_set_lang(g, t->tag, t->lang);
	refer_all(g, t);
	t->anchor = new_anchor(g, dest_name(g, t, ""), t, t->tag);
}

static void lay_text(struct galley *g, const struct reel *reel, struct note_text *t)
{
	const struct block *b = t->note->block;
	struct para_spec spec = para_box_spec(b->style, &b->text, t->lang, TAG_NOTE, b->pos);
	int32_t indent = number_width(g, b->style, t->lang, b->pos) + b->style->size[t->lang] / 2;
	struct para_box box;

	t->lane = reel->lanes > 1 && reel->langs[1] == t->lang ? 1 : 0;
	t->reel = arena_alloc(g->arena, sizeof *t->reel);
	t->reel->serial = reel->serial;
	open_note(g, t, t->parent);
	spec.tag = tag_new(g, t->tag, TAG_P, b->pos);
	spec.x = reel->x[t->lane] + indent;
	spec.w = reel->w[t->lane] - indent;
	if (!para_box_set(g, &spec, &box)) {
		DIAG(g->diag, LAYOUT_NOTE_TEXT, b->pos, g->flow->langs[t->lang].key);
		return;
	}
	t->count = box.count;
	t->leading = box.leading;
	t->baseline = box.baseline;
	lay_lines(g, t, b->style, &box, reel->x[t->lane]);
}

/* Notes that cannot stand on one page with their mark, and with what that is kept with, may be divided. */
static bool is_long(struct galley *g, const struct reel *reel, size_t strip)
{
	enum { REACH = 16 };
	const struct strip *strips = reel->strips.items;
	struct filling f = {0};
	struct foot foot = {0};
	size_t first = strip;

	while (first > 0 && strip - first < REACH && !strips[first - 1].turn && strips[first - 1].cost >= COST_KEEP)
		first--;
	for (size_t i = first; i <= strip; i++) {
		page_add(&f, &strips[i]);
		foot_add(g, &foot, &strips[i]);
	}
	return page_height(&f) + foot.height > reel->height;
}

void notes_lay(struct galley *g)
{
	for (size_t r = 0; r < g->reels.count; r++)
		for (size_t i = 0; i < g->reels.items[r]->strips.count; i++) {
			const struct reel *reel = g->reels.items[r];
			struct strip *strip = &reel->strips.items[i];

			for (const struct note_use *use = strip->notes; use; use = use->next)
				lay_text(g, reel, use->text);
			strip->long_notes = strip->notes && is_long(g, reel, i);
		}
}

/* ---- notes of tables ---- */

/* As wide as the widest letter of the table's notes, with what stands between it and the text. */
static int32_t letter_width(struct galley *g, const struct block *table, const struct style *style, size_t lang)
{
	const struct text_style how = para_box_style(g, style, lang, false);
	int32_t widest = 0;

	for (size_t i = 0; i < g->marked.count; i++) {
		const char *name = g->marked.items[i]->name;
		int32_t width = 0;

		if (g->marked.items[i]->table == table)
			width = text_shape(g->text, &how, name, strlen(name), table->pos)->width;
		widest = width > widest ? width : widest;
	}
	return widest + style->size[lang] / 2;
}

static struct marker *letter_marker(struct galley *g, const struct note_text *t, int32_t x)
{
	const struct block *b = t->note->block;
	const struct text_style how = para_box_style(g, b->style, t->lang, false);
	const char *name = arena_printf(g->arena, "%s ", t->note->name); /* apart from the text, when read */
	struct marker *marker = arena_alloc(g->arena, sizeof *marker);

	marker->shaped = text_shape(g->text, &how, name, strlen(name), b->pos);
	marker->link = back_link(g, t);
	marker->tag = marker->link->tag;
	marker->x = x;
	marker->color = b->style->color;
	return marker;
}

/* Makes room for a note in the lane of its language; false: it is not marked in that language. */
static bool open_lane(struct galley *g, struct room *room, size_t k, const struct note *note)
{
	struct lane *lane = &room->lane[k];
	struct note_text *t = note->texts[lane->lang];
	int32_t indent;

	if (!t || !note->block->text.text[lane->lang].count)
		return false;
	indent = letter_width(g, note->table, note->block->style, lane->lang);
	t->lane = k;
	open_note(g, t, lane->parent);
	t->anchor->lane = k;
	t->anchor->x = lane->x;
	t->anchor->next = g->waiting;
	g->waiting = t->anchor;
	lane->marker = letter_marker(g, t, lane->x);
	lane->parent = t->tag;
	lane->x += indent;
	lane->w -= indent;
	return true;
}

static void lay_note(struct galley *g, const struct room *room, const struct note *note)
{
	const struct block *b = note->block;
	struct room inner = *room;
	struct pair text = {0};
	struct tag *tags[FLOW_LANGS] = {0};
	const struct pair_spec spec = {.style = b->style, .text = &text, .role = TAG_P, .pos = b->pos};

	for (size_t k = 0; k < room->lanes; k++)
		if (open_lane(g, &inner, k, note))
			text.text[room->lane[k].lang] = b->text.text[room->lane[k].lang];
	pair_lay(g, &inner, &spec, tags);
	galley_after(g, b->style->space_after);
}

void notes_of_table(struct galley *g, const struct room *room, const struct block *table)
{
	struct room inner = *room;

	inner.style = NULL;
	for (size_t i = 0; i < g->marked.count; i++) {
		const struct note *note = g->marked.items[i];

		if (note->table != table)
			continue;
		inner.group = 0;
		galley_space(g, 2 * g->grid);
		for (size_t l = 0; room->stacked && l < room->lang_count; l++) {
			const struct room one = room_stack(&inner, room->langs[l]);

			lay_note(g, &one, note);
		}
		if (!room->stacked)
			lay_note(g, &inner, note);
	}
}
