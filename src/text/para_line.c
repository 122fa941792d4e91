/*
 * One line of a paragraph: its words joined to runs, its spaces widened or narrowed to the measure, its place by the
 * alignment. Spaces at its end stay, past the measure if need be, so that the text of the pieces is the text set.
 */
#include "text_int.h"

#include <string.h>

enum { LOOSE_LIMIT = 2 }; /* a space that would have to grow by more than twice its width is left as it is (E2) */

static void add_word(struct text *t, const struct unit *unit, const struct word *word)
{
	struct para_room *room = t->room;

	*LIST_ADD(t->arena, &room->words) = word;
	*LIST_ADD(t->arena, &room->word_units) = unit;
	*LIST_ADD(t->arena, &room->extra) = 0;
}

/* Lists the words from break a to break b; the first and the last may be parts of one. */
static void list_words(struct text *t, const struct text_para_spec *spec, const struct fit_break *a,
		       const struct fit_break *b)
{
	struct para_room *room = t->room;
	bool hyphen = b->kind == BREAK_HYPHEN;

	room->words.count = room->word_units.count = room->extra.count = 0;
	for (uint32_t i = a->unit; i < b->unit + (b->off ? 1 : 0); i++) {
		const struct unit *unit = &room->units.items[i];
		uint32_t from = i == a->unit ? a->off : 0, to = i == b->unit ? b->off : unit->len;
		bool at_end = i == b->unit || (!b->off && i + 1 == b->unit);

		add_word(t, unit, para_part(t, spec, unit, from, to, hyphen && at_end && !unit->space));
	}
}

/* Number of words before the spaces at the end; their width; how much of it is spaces to stretch. */
static size_t measure_ink(const struct para_room *room, int32_t *width, int32_t *gap_width, int32_t *gap_count)
{
	size_t ink = room->words.count;

	while (ink > 0 && room->word_units.items[ink - 1]->space)
		ink--;
	*width = *gap_width = *gap_count = 0;
	for (size_t i = 0; i < ink; i++) {
		int32_t own = room->words.items[i]->shaped.width;

		*width += own;
		if (room->word_units.items[i]->gap) {
			*gap_width += own;
			++*gap_count;
		}
	}
	return ink;
}

/* Share number `index` of `count` equal shares of a total; they sum up to it exactly. */
static int32_t share_of(int32_t total, int32_t index, int32_t count)
{
	return (int32_t)((int64_t)total * (index + 1) / count - (int64_t)total * index / count);
}

static void spread(struct para_room *room, size_t ink, int32_t total, int32_t count)
{
	int32_t index = 0;

	for (size_t i = 0; i < ink; i++)
		if (room->word_units.items[i]->gap)
			room->extra.items[i] = share_of(total, index++, count);
}

static void report(struct text *t, const struct text_para_spec *spec, size_t ink, int32_t excess)
{
	const struct para_room *room = t->room;
	const struct unit *first = room->word_units.items[0], *last = room->word_units.items[ink ? ink - 1 : 0];
	struct buf points = {0}, text = {0};

	buf_mpt(&points, (excess + 99) / 100 * 100);
	buf_put(&text, room->text.data + first->at, last->at + last->len - first->at);
	DIAG(t->diag, TEXT_OVERFULL, spec->spans[last->span].pos, points.data, text.data);
	buf_free(&points);
	buf_free(&text);
}

/* How much a justified line's spaces grow, all together; negative: shrink. */
static int32_t growth(struct text *t, const struct text_para_spec *spec, int32_t spare, int32_t gap_width, bool is_last)
{
	int32_t shrink = fit_shrink(gap_width) + PARA_SLACK;

	if (spare < 0)
		return spare >= -shrink ? spare : -fit_shrink(gap_width);
	if (is_last || !gap_width)
		return 0;
	if (spare / LOOSE_LIMIT > gap_width) {
		if (!spec->trial)
			DIAG0(t->diag, TEXT_LOOSE, spec->spans[t->room->word_units.items[0]->span].pos);
		return 0;
	}
	return spare;
}

/* Makes the pieces of words[from..to), which lie in one span. */
static int32_t add_pieces(struct text *t, const struct text_para_spec *spec, size_t from, size_t to, int32_t x)
{
	struct para_room *room = t->room;
	struct shaped s;

	shape_join(t->arena, room->words.items + from, room->extra.items + from, to - from, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct text_piece *piece = LIST_ADD(t->arena, &room->pieces);

		*piece = (struct text_piece){s.runs[i], x, &spec->spans[room->word_units.items[from]->span]};
		x += s.runs[i].width;
	}
	return x;
}

static void set_pieces(struct text *t, const struct text_para_spec *spec, struct text_line *line)
{
	struct para_room *room = t->room;
	struct text_piece *pieces;
	int32_t x = line->x;

	room->pieces.count = 0;
	for (size_t i = 0, next; i < room->words.count; i = next) {
		for (next = i + 1;
		     next < room->words.count && room->word_units.items[next]->span == room->word_units.items[i]->span;)
			next++;
		x = add_pieces(t, spec, i, next, x);
	}
	pieces = arena_array(t->arena, room->pieces.count, sizeof *pieces);
	if (room->pieces.count)
		memcpy(pieces, room->pieces.items, room->pieces.count * sizeof *pieces);
	line->pieces = pieces;
	line->count = room->pieces.count;
}

void para_line(struct text *t, const struct text_para_spec *spec, const struct fit_break *a, const struct fit_break *b,
	       int32_t indent, int32_t measure, struct text_line *line)
{
	int32_t width, gap_width, gap_count;
	size_t ink;

	list_words(t, spec, a, b);
	ink = measure_ink(t->room, &width, &gap_width, &gap_count);
	if (spec->align == ALIGN_JUSTIFY && !spec->balance && gap_count) {
		int32_t extra = growth(t, spec, measure - width, gap_width, b->kind == BREAK_MUST);

		spread(t->room, ink, extra, gap_count);
		width += extra;
	}
	if (width > measure + PARA_SLACK && !spec->trial)
		report(t, spec, ink, width - measure);
	line->width = width;
	line->hyphenated = b->kind == BREAK_HYPHEN;
	line->x = indent;
	if (spec->align == ALIGN_END)
		line->x += measure - width;
	else if (spec->align == ALIGN_CENTER)
		line->x += (measure - width) / 2;
	set_pieces(t, spec, line);
}
