/*
 * One line of a paragraph: its words joined to runs, its spaces widened or narrowed to the measure, its place by the
 * alignment. Spaces at its end stay, past the measure if need be, so that the text of the pieces is the text set.
 */
#include "text_int.h"

#include <string.h>

enum { LOOSE_LIMIT = 2 }; /* a space that would have to grow by more than twice its width is left as it is (E2) */

/* Lists the words from break a to break b; the first and the last may be parts of one. */
static void list_words(struct text *t, const struct text_para_spec *spec, const struct line_end *a,
		       const struct line_end *b)
{
	struct para_room *room = t->room;
	bool hyphen = b->kind == BREAK_HYPHEN;

	room->words.count = 0;
	for (uint32_t i = a->unit; i < b->unit + (b->off ? 1 : 0); i++) {
		const struct unit *unit = &room->now->units[i];
		uint32_t from = i == a->unit ? a->off : 0, to = i == b->unit ? b->off : unit->len;
		bool at_end = i == b->unit || (!b->off && i + 1 == b->unit);

		*LIST_ADD(t->arena, &room->words) = (struct line_word){
			.word = para_part(t, spec, unit, from, to, hyphen && at_end && !unit->space), .unit = unit};
	}
}

/* A line without the spaces at its end. */
struct ink {
	size_t words;
	int32_t width, gap_width, gap_count; /* gaps: the spaces that stretch */
	int32_t give;                        /* what syllables may move apart, all together */
};

static struct ink measure_ink(const struct para_room *room)
{
	struct ink ink = {.words = room->words.count};

	while (ink.words > 0 && room->words.items[ink.words - 1].unit->space)
		ink.words--;
	for (size_t i = 0; i < ink.words; i++) {
		const struct unit *unit = room->words.items[i].unit;
		int32_t own = room->words.items[i].word->shaped.width;

		ink.width += own;
		if (unit->gap) {
			ink.gap_width += own;
			ink.gap_count++;
		} else {
			ink.give += para_give(room->span_words.items[unit->span], room->words.items[i].word);
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
		if (room->words.items[i].unit->gap)
			room->words.items[i].extra = share_of(total, index++, count);
}

static void report(struct text *t, const struct text_para_spec *spec, size_t ink, int32_t excess)
{
	const struct para_room *room = t->room;
	const struct unit *first = room->words.items[0].unit, *last = room->words.items[ink ? ink - 1 : 0].unit;
	struct buf points = {0}, text = {0};

	buf_mpt(&points, (excess + 99) / 100 * 100);
	buf_put(&text, room->now->text + first->at, last->at + last->len - first->at);
	DIAG(spec->diag, TEXT_OVERFULL, spec->spans[last->span].pos, points.data, text.data);
	buf_free(&points);
	buf_free(&text);
}

/* What a justified line takes up: its spaces grow (or shrink, below 0), its syllables move apart. */
struct filling {
	int32_t gaps, syllables;
};

/* Spaces first; what would more than double them goes between syllables as far as these may give (K11). */
static struct filling fill(struct text *t, const struct text_para_spec *spec, const struct ink *ink, int32_t spare,
			   bool is_last)
{
	int32_t shrink = fit_shrink(ink->gap_width), over = spare - ink->gap_width;
	struct filling f = {0};

	if (spare < 0) {
		f.gaps = !ink->gap_count ? 0 : spare >= -shrink - PARA_SLACK ? spare : -shrink;
		return f;
	}
	if (is_last || (!ink->gap_width && !ink->give))
		return f;
	f.syllables = over <= 0 ? 0 : over < ink->give ? over : ink->give;
	f.gaps = spare - f.syllables;
	if (f.gaps / LOOSE_LIMIT <= ink->gap_width && (ink->gap_width || !f.gaps))
		return f;
	if (!spec->trial)
		DIAG0(spec->diag, TEXT_LOOSE, spec->spans[t->room->words.items[0].unit->span].pos);
	return (struct filling){0};
}

/* How far the syllables of a line moved apart: `total` is to be shared out as the places give, `whole` all together. */
struct apart {
	int64_t total, whole, done;
};

static void move_apart(struct glyph_run *run, int32_t each, struct apart *apart)
{
	struct glyph *glyphs = (struct glyph *)run->glyphs;

	for (size_t i = 0; i < run->count; i++) {
		int32_t extra;

		if (!shape_joint(run, i))
			continue;
		extra = (int32_t)(apart->total * (apart->done + each) / apart->whole -
				  apart->total * apart->done / apart->whole);
		apart->done += each;
		glyphs[i].advance += extra;
		run->width += extra;
	}
}

/* Makes the pieces of words[from..to), which lie in one span. */
static int32_t add_pieces(struct text *t, const struct text_span *span, size_t from, size_t to, int32_t x,
			  struct apart *apart)
{
	struct para_room *room = t->room;
	int32_t each = apart->total ? span->style.size * langrule_find(span->style.lang)->spread / 1000 : 0;
	struct shaped s;

	shape_join(t->arena, room->words.items + from, to - from, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct glyph_run run = s.runs[i];

		if (each)
			move_apart(&run, each, apart);
		*LIST_ADD(t->arena, &room->pieces) = (struct text_piece){run, x, span};
		x += run.width;
	}
	return x;
}

static void set_pieces(struct text *t, const struct text_para_spec *spec, struct apart apart, struct text_line *line)
{
	struct para_room *room = t->room;
	struct text_piece *pieces;
	int32_t x = line->x;

	room->pieces.count = 0;
	for (size_t i = 0, next; i < room->words.count; i = next) {
		uint32_t span = room->words.items[i].unit->span;

		for (next = i + 1; next < room->words.count && room->words.items[next].unit->span == span;)
			next++;
		x = add_pieces(t, &spec->spans[span], i, next, x, &apart);
	}
	pieces = arena_array(spec->arena, room->pieces.count, sizeof *pieces);
	if (room->pieces.count)
		memcpy(pieces, room->pieces.items, room->pieces.count * sizeof *pieces);
	line->pieces = pieces;
	line->count = room->pieces.count;
}

/* Widens the measure by the marks that hang at both ends; returns how far the line starts before it. */
static int32_t hang(const struct para_room *room, const struct ink *ink, int32_t *measure)
{
	int32_t start = ink->words ? hang_start(&room->words.items[0].word->shaped) : 0;

	if (ink->words)
		*measure += start + hang_end(&room->words.items[ink->words - 1].word->shaped);
	return start;
}

bool para_line(struct text *t, const struct text_para_spec *spec, const struct line_end *a, const struct line_end *b,
	       int32_t indent, int32_t measure, struct text_line *line)
{
	struct filling f = {0};
	struct ink ink;

	list_words(t, spec, a, b);
	ink = measure_ink(t->room);
	line->x = indent - (para_hangs(spec) ? hang(t->room, &ink, &measure) : 0);
	if (spec->align == ALIGN_JUSTIFY && !spec->balance) {
		f = fill(t, spec, &ink, measure - ink.width, b->kind == BREAK_MUST);
		spread(t->room, ink.words, f.gaps, ink.gap_count);
	}
	line->width = ink.width + f.gaps + f.syllables;
	line->hyphenated = b->kind == BREAK_HYPHEN;
	if (line->width > measure + PARA_SLACK && !spec->trial)
		report(t, spec, ink.words, line->width - measure);
	if (spec->align == ALIGN_END)
		line->x += measure - line->width;
	else if (spec->align == ALIGN_CENTER)
		line->x += (measure - line->width) / 2;
	if (!spec->bare)
		set_pieces(t, spec, (struct apart){.total = f.syllables, .whole = ink.give}, line);
	return line->width > measure + PARA_SLACK;
}
