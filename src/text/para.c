/*
 * Paragraphs: from units to possible breaks, then total fit with ever more freedom until it succeeds. Breaks inside words
 * are measured only when they are needed.
 */
#include "text_int.h"

#include <string.h>

enum {
	PRETOLERANCE = 100,    /* badness without hyphens (E2) */
	EMERGENCY_SHARE = 100, /* the part of the measure that each line may stretch in the end, even without a space */
	PART_MAX = 256,        /* bytes */
	RAGGED_SHORT = 150     /* thousandths missing in a ragged line that make hyphens worth a try */
};

struct setting {
	struct text *t;
	const struct text_para_spec *spec;
	struct para_room *room;
	struct prepared *now;
	const struct fit_break *breaks; /* the candidates: now->breaks, or the list in room */
	size_t break_count;
	int32_t measure, first;
	bool hangs;
};

/* ---- units ---- */

const struct word *para_part(struct text *t, const struct text_para_spec *spec, const struct unit *unit, size_t from,
			     size_t to, bool hyphen)
{
	const struct text_span *span = &spec->spans[unit->span];
	struct words *words = t->room->span_words.items[unit->span];
	const char *text = t->room->now->text + unit->at + from;
	struct buf *hyphened = &t->room->hyphened;

	if (!hyphen)
		return to - from == unit->len ? unit->word : shape_word(t, words, text, to - from, span->pos);
	hyphened->len = 0;
	buf_put(hyphened, text, to - from);
	buf_puts(hyphened, SOFT_HYPHEN_UTF8);
	return shape_word(t, words, hyphened->data, hyphened->len, span->pos);
}

int32_t para_give(const struct words *words, const struct word *word)
{
	if (!word->joints)
		return 0;
	return (int32_t)((int64_t)word->joints * words->style.size * words->rule->spread / 1000);
}

bool para_hangs(const struct text_para_spec *spec)
{
	return spec->hang && spec->align == ALIGN_JUSTIFY && !spec->balance && spec->count &&
	       langrule_find(spec->spans[0].style.lang)->hangs;
}

/* ---- possible breaks ---- */

struct building {
	struct setting *s;
	struct fit_list *list;
	bool hyphens, syllables, resorts;
	struct fit_break pen, ink; /* sums at this place, and behind the last unit that is no space */
	const struct word *last;   /* that unit's word; NULL: none yet */
};

static bool wanted(const struct building *b, uint8_t kind, const struct unit *unit)
{
	if (kind == BREAK_HYPHEN)
		return b->hyphens || unit->wide;
	if (kind == BREAK_RESORT)
		return b->resorts || unit->wide;
	return kind == BREAK_SYLLABLE ? b->syllables || unit->wide : kind != BREAK_NONE;
}

/* Whether a break between syllables leaves one alone before or after it. */
static bool leaves_one(const struct prepared *now, size_t at)
{
	const char *p = now->text + at, *end = now->text + now->len;
	size_t before = at;

	do
		before--;
	while (before > 0 && ((unsigned char)now->text[before] & 0xC0) == 0x80);
	if (!charclass_syllable(charclass_before(now->text, before)))
		return true;
	return charclass_syllable(utf8_next(&p, end)) && !(p < end && charclass_syllable(utf8_next(&p, end)));
}

/* A line that ends here is shorter by the mark that hangs, and so is the one that starts here. */
static void hang_boundary(const struct building *b, uint32_t unit, const struct word *last, struct fit_break *f)
{
	const struct prepared *now = b->s->now;
	int32_t out = last ? hang_end(&last->shaped) : 0;

	f->end -= out;
	f->solid -= out;
	if (unit < now->unit_count && !now->units[unit].space)
		f->start += hang_start(&now->units[unit].word->shaped);
}

static void add_boundary(struct building *b, uint32_t unit, uint8_t kind)
{
	struct fit_break *f = LIST_ADD(b->s->t->arena, b->list);
	const struct unit *before = unit ? &b->s->now->units[unit - 1] : NULL;
	const struct word *last = b->last;

	*f = b->ink;
	f->start = b->pen.end;
	f->gap_start = b->pen.gap_end;
	f->give_start = b->pen.give_end;
	f->weight_start = b->pen.weight_end;
	f->solid = f->end;
	f->unit = unit;
	f->off = 0;
	f->kind = kind == BREAK_RESORT ? BREAK_HYPHEN : kind;
	f->lone = kind == BREAK_RESORT || (kind == BREAK_SYLLABLE && leaves_one(b->s->now, before->at + before->len));
	if (f->kind == BREAK_HYPHEN && before && !before->space) {
		last = para_part(b->s->t, b->s->spec, before, 0, before->len, true);
		f->end += last->shaped.width - before->word->shaped.width;
	}
	if (b->s->hangs)
		hang_boundary(b, unit, last, f);
}

/* Two small letters of ASCII that share no cluster and move nothing but each other. */
static bool is_pair(const struct word *word, const char *text, uint32_t off)
{
	return off > 1 && charclass_lower((unsigned char)text[off - 1]) && charclass_lower((unsigned char)text[off]) &&
	       word->before[off] > word->before[off - 1] && word->before[off + 1] > word->before[off];
}

/* Width of a letter of ASCII with a hyphen behind it. */
static int32_t hyphened_width(struct text *t, struct words *words, char letter, struct pos pos)
{
	const char pair[] = {letter, SOFT_HYPHEN_UTF8[0], SOFT_HYPHEN_UTF8[1]};
	int32_t *known = &words->hyphened[letter & 0x7F];

	if (!*known)
		*known = shape_word(t, words, pair, sizeof pair, pos)->shaped.width;
	return *known;
}

/*
 * A break inside a unit. Where shaping the parts alone could give other widths than the whole they are measured; the
 * difference is local, so sums stay right for a part between two such breaks. Units longer than any word are not
 * measured, for each of their breaks would have to be. Between small letters of ASCII, where nearly all hyphens are, the
 * parts need not be shaped: kerning changes the advance of the letter before a hyphen and sees no further.
 */
static void measure_inner(const struct building *b, const struct unit *unit, uint32_t off, struct fit_break *f)
{
	const struct text_span *span = &b->s->spec->spans[unit->span];
	const struct word *word = unit->word;
	struct text *t = b->s->t;
	bool unsafe = word->unsafe && word->unsafe[off], hyphen = f->kind == BREAK_HYPHEN;

	f->end = f->start = f->solid = b->pen.end + word->before[off];
	if (unit->len > PART_MAX || (!unsafe && !hyphen))
		return;
	if (hyphen && is_pair(word, b->s->now->text + unit->at, off)) {
		char letter = b->s->now->text[unit->at + off - 1];

		f->end = b->pen.end + word->before[off - 1] +
			 hyphened_width(t, b->s->room->span_words.items[unit->span], letter, span->pos);
		return;
	}
	f->end = b->pen.end + para_part(t, b->s->spec, unit, 0, off, hyphen)->shaped.width;
	if (unsafe)
		f->start = b->pen.end + word->shaped.width -
			   para_part(t, b->s->spec, unit, off, unit->len, false)->shaped.width;
}

/* The mark at the end of a part: a hyphen that is added, or one that stands there. */
static void hang_inner(const struct building *b, const struct unit *unit, uint32_t off, struct fit_break *f)
{
	uint32_t from = off;
	int32_t out;

	do
		from--;
	while (from > 0 && ((unsigned char)b->s->now->text[unit->at + from] & 0xC0) == 0x80);
	if (f->kind == BREAK_HYPHEN && unit->len <= PART_MAX)
		out = hang_end(&para_part(b->s->t, b->s->spec, unit, 0, off, true)->shaped);
	else
		out = hang_mark(charclass_before(b->s->now->text, unit->at + off),
				unit->word->before[off] - unit->word->before[from]);
	f->end -= out;
	f->solid -= out;
}

static void add_inner(struct building *b, uint32_t index, uint32_t off, uint8_t kind)
{
	const struct unit *unit = &b->s->now->units[index];
	struct fit_break *f = LIST_ADD(b->s->t->arena, b->list);

	*f = b->pen;
	f->gap_start = b->pen.gap_end;
	f->give_start = f->give_end =
		b->pen.give_end +
		(int32_t)((int64_t)para_give(b->s->room->span_words.items[unit->span], unit->word) * off / unit->len);
	f->weight_start = f->weight_end = b->pen.weight_end + (int32_t)((int64_t)unit->word->weight * off / unit->len);
	f->unit = index;
	f->off = off;
	f->kind = kind == BREAK_RESORT ? BREAK_HYPHEN : kind;
	f->lone = kind == BREAK_RESORT || (kind == BREAK_SYLLABLE && leaves_one(b->s->now, unit->at + off));
	measure_inner(b, unit, off, f);
	if (b->s->hangs)
		hang_inner(b, unit, off, f);
}

static void pass_unit(struct building *b, const struct unit *unit)
{
	b->pen.end += unit->word->shaped.width;
	b->pen.weight_end += unit->word->weight;
	if (unit->gap)
		b->pen.gap_end += unit->word->shaped.width;
	if (unit->space)
		return;
	b->pen.give_end += para_give(b->s->room->span_words.items[unit->span], unit->word);
	b->ink = b->pen;
	b->last = unit->word;
}

/* A byte of a unit. */
struct spot {
	uint32_t unit, off;
};

/* Lists the wanted breaks between two spots, with one at each of them. */
static void build_range(struct building *b, struct spot from, struct spot to)
{
	const struct prepared *now = b->s->now;

	b->list->count = 0;
	*LIST_ADD(b->s->t->arena, b->list) = (struct fit_break){.unit = from.unit, .off = from.off};
	if (from.off)
		b->list->items[0].start = now->units[from.unit].word->before[from.off];
	else if (b->s->hangs && from.unit < now->unit_count)
		b->list->items[0].start = hang_start(&now->units[from.unit].word->shaped);
	for (uint32_t i = from.unit; i < to.unit + (to.off ? 1 : 0); i++) {
		const struct unit *unit = &now->units[i];
		const uint8_t *kinds = now->kinds + unit->at;
		uint32_t end = i == to.unit ? to.off : unit->len;

		if (i > from.unit && wanted(b, kinds[0], unit))
			add_boundary(b, i, kinds[0]);
		for (uint32_t off = i == from.unit ? from.off + 1 : 1; off < end && !unit->space; off++)
			if (kinds[off] && wanted(b, kinds[off], unit))
				add_inner(b, i, off, kinds[off]);
		if (i < to.unit)
			pass_unit(b, unit);
	}
	if (to.off)
		add_inner(b, to.unit, to.off, BREAK_MUST);
	else
		add_boundary(b, to.unit, BREAK_MUST);
}

static void build(struct setting *s, bool hyphens, bool syllables)
{
	struct building b = {.s = s, .list = &s->room->breaks, .hyphens = hyphens, .syllables = syllables};

	build_range(&b, (struct spot){0, 0}, (struct spot){(uint32_t)s->now->unit_count, 0});
	s->breaks = s->room->breaks.items;
	s->break_count = s->room->breaks.count;
}

static int32_t widest_piece(const struct fit_list *list, size_t *at)
{
	int32_t widest = 0;

	for (size_t i = 1; i < list->count; i++) {
		int32_t width = list->items[i].end - list->items[i - 1].start;

		if (width > widest) {
			widest = width;
			*at = i;
		}
	}
	return widest;
}

/* The places inside a piece at which its words may be divided as a last resort. */
static void open_piece(struct setting *s, const struct fit_break *a, const struct fit_break *b)
{
	const struct prepared *now = s->now;

	for (uint32_t u = a->unit; s->spec->divide && u < b->unit + (b->off ? 1 : 0); u++) {
		const struct unit *unit = &now->units[u];

		if (!unit->space)
			break_resort(s->t, &s->spec->spans[unit->span].style, now->text, now->len, unit->at,
				     unit->at + unit->len, now->kinds);
	}
}

/* The widest part of a piece when it is broken wherever it may be. */
static int32_t narrowest(struct setting *s, const struct fit_break *a, const struct fit_break *b)
{
	struct building inner = {.s = s, .list = &s->room->inner, .hyphens = true, .syllables = true, .resorts = true};
	size_t at = 0;

	open_piece(s, a, b);
	build_range(&inner, (struct spot){a->unit, a->off}, (struct spot){b->unit, b->off});
	return widest_piece(inner.list, &at);
}

/* Measures the pieces between breaks that are no last resort. */
static void measure_pieces(struct setting *s)
{
	for (size_t i = 1; i < s->break_count; i++) {
		const struct fit_break *a = &s->breaks[i - 1], *b = &s->breaks[i];
		int32_t width = b->end - a->start;

		if (width > s->now->word_width)
			s->now->word_width = width;
		if (width > s->now->min_width) {
			int32_t least = narrowest(s, a, b);

			s->now->min_width = least > s->now->min_width ? least : s->now->min_width;
		}
	}
}

/* Units, their breaks and their widths, unless they are known. false: there is no text. */
static bool cut_up(struct setting *s)
{
	bool known = prepare(s->t, s->spec, s->hangs);

	s->now = s->room->now;
	if (!s->now->unit_count)
		return false;
	if (!known) {
		build(s, false, false);
		measure_pieces(s);
		s->now->breaks = s->breaks;
		s->now->break_count = s->break_count;
		prepare_keep(s->t);
		s->now = s->room->now;
	}
	s->breaks = s->now->breaks;
	s->break_count = s->now->break_count;
	return true;
}

/* Pieces wider than a line may break as a last resort. */
static void mark_wide(struct setting *s)
{
	bool wide = false;

	for (size_t i = 0; i < s->now->unit_count; i++)
		s->now->units[i].wide = false;
	if (s->now->word_width <= s->measure && s->now->word_width <= s->first)
		return;
	for (size_t i = 1; i < s->break_count; i++) {
		const struct fit_break *a = &s->breaks[i - 1], *b = &s->breaks[i];
		int32_t measure = i > 1 || s->first > s->measure ? s->measure : s->first;

		if (b->end - a->start <= measure)
			continue;
		open_piece(s, a, b);
		for (uint32_t u = a->unit; u < b->unit + (b->off ? 1 : 0); u++)
			s->now->units[u].wide = wide = true;
	}
	if (wide)
		build(s, false, false);
}

/* ---- fitting ---- */

/* In the end (`last`) syllables may move apart, and what does not fit is taken all the same. */
static bool try(struct setting *s, int32_t tolerance, int32_t emergency, bool last)
{
	struct fit_spec f = {
		.breaks = s->breaks,
		.count = s->break_count,
		.measure = s->measure,
		.first = s->first,
		.justify = s->spec->align == ALIGN_JUSTIFY && !s->spec->balance,
		.balance = s->spec->balance,
		.last = last,
		.give = last || s->room->span_words.items[0]->rule->solid,
		.tolerance = tolerance,
		.emergency = emergency,
	};

	return fit(&s->room->fit, &f);
}

static void fit_ragged(struct setting *s)
{
	bool hyphens = s->now->has_hyphens;

	if (try(s, 0, 0, !hyphens) && (!hyphens || s->room->fit.shortest <= RAGGED_SHORT))
		return;
	build(s, true, false);
	try(s, 0, 0, true);
}

static void fit_justified(struct setting *s)
{
	int32_t tolerance = s->room->span_words.items[0]->rule->tolerance;

	if (try(s, PRETOLERANCE, 0, false))
		return;
	if (s->now->has_hyphens)
		build(s, true, false);
	if (try(s, tolerance, 0, false))
		return;
	if (s->now->has_syllables)
		build(s, true, true);
	try(s, INT32_MAX, s->measure / EMERGENCY_SHARE, true);
}

/* All in one line: there is no better way, whatever the alignment. */
static bool fits_one_line(struct setting *s)
{
	const struct fit_break *all = &s->breaks[s->break_count - 1];

	if (s->now->has_feeds || all->end - s->breaks[0].start > s->first)
		return false;
	s->room->fit.taken.count = 0;
	*LIST_ADD(s->t->arena, &s->room->fit.taken) = (uint32_t)s->break_count - 1;
	return true;
}

static void set_lines(struct setting *s, const struct line_ends *ends, struct text_para *para)
{
	struct text_line *lines = arena_array(s->spec->arena, ends->count - 1, sizeof *lines);

	para->word_width = s->now->word_width;
	para->min_width = s->now->min_width;
	para->lines = lines;
	para->count = ends->count - 1;
	for (size_t i = 0; i < para->count; i++) {
		para->overfull |= para_line(s->t, s->spec, &ends->items[i], &ends->items[i + 1],
					    i ? 0 : s->spec->first_indent, i ? s->measure : s->first, &lines[i]);
		if (lines[i].width > para->max_width)
			para->max_width = lines[i].width;
	}
}

/* ---- results ---- */

/* Pages and tables are tried out several times: many a paragraph is set in a form that it had before. */
static const struct result *find_result(const struct prepared *now, const struct text_para_spec *spec)
{
	for (size_t i = 0; i < RESULTS; i++) {
		const struct result *r = &now->results[i];

		if (r->ends.count && r->width == spec->width && r->first_indent == spec->first_indent &&
		    r->first_width == spec->first_width && r->align == spec->align && r->balance == spec->balance)
			return r;
	}
	return NULL;
}

static void add_end(struct setting *s, struct line_ends *ends, const struct fit_break *f)
{
	*LIST_ADD(s->t->arena, ends) = (struct line_end){.unit = f->unit, .off = f->off, .kind = f->kind};
}

static const struct result *keep_result(struct setting *s)
{
	const struct text_para_spec *spec = s->spec;
	struct result *r = &s->now->results[s->now->result_count++ % RESULTS];
	struct line_ends ends = r->ends;

	ends.count = 0;
	add_end(s, &ends, &s->breaks[0]);
	for (size_t i = 0; i < s->room->fit.taken.count; i++)
		add_end(s, &ends, &s->breaks[s->room->fit.taken.items[i]]);
	s->room->candidates = s->breaks;
	*r = (struct result){
		.width = spec->width,
		.first_indent = spec->first_indent,
		.first_width = spec->first_width,
		.align = spec->align,
		.balance = spec->balance,
		.ends = ends,
	};
	return r;
}

static const struct result *fit_lines(struct setting *s)
{
	mark_wide(s);
	if (!fits_one_line(s)) {
		if (s->spec->align == ALIGN_JUSTIFY && !s->spec->balance)
			fit_justified(s);
		else
			fit_ragged(s);
	}
	return keep_result(s);
}

const struct text_para *text_para_set(struct text *t, const struct text_para_spec *given)
{
	struct text_para_spec spec = *given;
	struct setting s = {.t = t, .spec = &spec, .room = t->room, .measure = spec.width};
	struct text_para *para;
	const struct result *result;

	spec.arena = spec.arena ? spec.arena : t->arena;
	spec.diag = spec.diag ? spec.diag : t->diag;
	para = arena_alloc(spec.arena, sizeof *para);
	s.first = (spec.first_width ? spec.first_width : spec.width) - spec.first_indent;
	s.hangs = para_hangs(&spec);
	if (!cut_up(&s))
		return para;
	result = find_result(s.now, &spec);
	set_lines(&s, &(result ? result : fit_lines(&s))->ends, para);
	return para;
}
