/*
 * Shaping. Texts are cut at spaces; each word is shaped once for a style and kept. Shaping runs in font units and is
 * scaled afterwards, so a word's glyphs keep their proportions at every size.
 */
#include "text_int.h"

#include <string.h>
#include <unicode/uscript.h>

static int32_t to_mpt(int64_t units, int32_t size, int32_t upem)
{
	int64_t product = units * size, half = upem / 2;

	return (int32_t)((product >= 0 ? product + half : product - half) / upem);
}

static hb_script_t hb_script_of(uint16_t script)
{
	return script == USCRIPT_COMMON ? HB_SCRIPT_COMMON
					: hb_script_from_string(uscript_getShortName((UScriptCode)script), -1);
}

/* Glyphs of one word while it is made; offsets count from the word's start. */
struct making {
	struct arena *arena;
	struct words *words;
	LIST(struct glyph) glyphs;
	LIST(struct glyph_run) runs; /* glyphs is set at the end: the list moves while it grows */
	uint8_t *unsafe;
	bool any_unsafe;
};

/* Copies what HarfBuzz made of items that reach from byte `from` to `to`. */
static void take_glyphs(struct making *m, hb_buffer_t *buffer, const struct font *font, const struct item *items,
			size_t count, uint32_t from, uint32_t to)
{
	int32_t size = m->words->style.size, upem = font->info.upem;
	size_t item = 0;
	unsigned int n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
	const hb_glyph_position_t *place = hb_buffer_get_glyph_positions(buffer, &n);

	for (unsigned int i = 0; i < n; i++) {
		bool first = !i || info[i].cluster != info[i - 1].cluster;
		uint32_t at = i ? info[i].cluster : from, end = to;
		struct glyph *g = LIST_ADD(m->arena, &m->glyphs);

		while (item + 1 < count && items[item].at < info[i].cluster)
			item++;
		for (unsigned int j = i + 1; first && j < n && end == to; j++)
			if (info[j].cluster != info[i].cluster)
				end = info[j].cluster;
		g->id = info[i].codepoint;
		g->at = first ? at : g[-1].at;
		g->len = first ? end - at : 0;
		g->advance = items[item].narrow ? size / 5 : to_mpt(place[i].x_advance, size, upem);
		g->dx = to_mpt(place[i].x_offset, size, upem);
		g->dy = to_mpt(place[i].y_offset, size, upem);
		if (i && first && hb_glyph_info_get_glyph_flags(&info[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) {
			m->unsafe[at] = 1;
			m->any_unsafe = true;
		}
	}
}

/* One glyph for each item, as the font has it. */
static void put_glyphs(struct making *m, const struct font *font, const struct item *items, size_t count, uint32_t to)
{
	int32_t size = m->words->style.size, upem = font->info.upem;

	for (size_t i = 0; i < count; i++)
		*LIST_ADD(m->arena, &m->glyphs) = (struct glyph){
			.id = items[i].glyph,
			.advance = to_mpt(hb_font_get_glyph_h_advance(font->hb, items[i].glyph), size, upem),
			.at = items[i].at,
			.len = (i + 1 < count ? items[i + 1].at : to) - items[i].at,
		};
}

/* The run that the next glyphs belong to: the last one, if they have its font. */
static struct glyph_run *run_for(struct making *m, const struct font *font, const char *text)
{
	struct glyph_run *run = m->runs.count ? &m->runs.items[m->runs.count - 1] : NULL;

	if (run && run->font == font)
		return run;
	run = LIST_ADD(m->arena, &m->runs);
	*run = (struct glyph_run){.font = font, .size = m->words->style.size, .text = text};
	return run;
}

static void make_run(struct text *t, struct making *m, const struct item *items, size_t count, const char *text,
		     uint32_t to)
{
	const struct font *font = m->words->style.face->fonts[items[0].font];
	uint32_t from = items[0].at;
	struct glyph_run *run = run_for(m, font, text + from);
	size_t before = m->glyphs.count;

	if (plan_untouched(font, items, count)) {
		put_glyphs(m, font, items, count, to);
	} else {
		plan_shape(t, m->words, font, hb_script_of(items[0].script), items, count);
		take_glyphs(m, t->buffer, font, items, count, from, to);
	}
	for (size_t i = before; i < m->glyphs.count; i++) {
		m->glyphs.items[i].at -= (uint32_t)(run->text - text);
		run->width += m->glyphs.items[i].advance;
	}
	run->count += m->glyphs.count - before;
	run->text_len = (size_t)(text + to - run->text);
}

static bool is_syllable_at(const struct glyph_run *run, size_t glyph)
{
	const struct glyph *g = &run->glyphs[glyph];
	uint32_t c;

	if (g->len < 3 || (unsigned char)run->text[g->at] < 0xE2)
		return false;
	c = charclass_at(run->text, run->text_len, g->at);
	return charclass_syllable(c) && !charclass_never_first(c);
}

bool shape_joint(const struct glyph_run *run, size_t glyph)
{
	return glyph + 1 < run->count && is_syllable_at(run, glyph) && is_syllable_at(run, glyph + 1);
}

/* Widths up to each byte of a word, room of them if NFC made the text shorter, and its size in characters. */
static void set_widths(struct arena *arena, struct word *word, const char *text, size_t len, size_t room)
{
	int32_t *before = arena_array(arena, room + 1, sizeof *before);
	size_t base = 0;

	for (size_t r = 0; r < word->shaped.count; r++) {
		const struct glyph_run *run = &word->shaped.runs[r];

		for (size_t i = 0; i < run->count; i++)
			before[base + run->glyphs[i].at + 1] += run->glyphs[i].advance,
				word->joints += shape_joint(run, i);
		base += run->text_len;
	}
	for (size_t i = 0; i < len; i++) {
		before[i + 1] += before[i];
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			word->weight += (unsigned char)text[i] >= 0xE3 && (unsigned char)text[i] <= 0xED ? 3 : 1;
	}
	for (size_t i = len; i < room; i++)
		before[i + 1] = before[i];
	word->before = before;
}

/* What lists have grown to, in memory of just that size. */
static void *copy(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *kept = arena_array(arena, count, size);

	return count ? memcpy(kept, items, count * size) : kept;
}

static void finish(struct text *t, struct making *m, size_t room, struct word *word)
{
	const struct glyph *glyphs = copy(t->arena, m->glyphs.items, m->glyphs.count, sizeof *glyphs);
	struct glyph_run *runs = copy(t->arena, m->runs.items, m->runs.count, sizeof *runs);

	for (size_t i = 0; i < m->runs.count; i++) {
		runs[i].glyphs = glyphs;
		glyphs += runs[i].count;
		word->shaped.width += runs[i].width;
	}
	word->shaped.runs = runs;
	word->shaped.count = m->runs.count;
	word->unsafe = m->any_unsafe ? copy(t->arena, m->unsafe, room, 1) : NULL;
}

/* NFC, and without soft hyphens that no line break has made visible: only one at the end was. */
static const char *clean_text(struct arena *arena, const char *text, size_t len, size_t *clean_len)
{
	const size_t mark = sizeof SOFT_HYPHEN_UTF8 - 1;
	char *clean = (char *)nfc_text(arena, text, len);
	size_t from = strlen(clean), to = 0;

	if (memchr(text, 0, len)) /* a NUL is a character too; it has no glyph and is reported */
		clean = arena_strndup(arena, text, from = len);
	for (size_t i = 0; i < from; i++) {
		if (i + mark < from && !memcmp(clean + i, SOFT_HYPHEN_UTF8, mark))
			i += mark - 1;
		else
			clean[to++] = clean[i];
	}
	clean[to] = 0;
	*clean_len = to;
	return clean;
}

static const struct word *make_word(struct text *t, struct words *w, const char *raw, size_t raw_len, struct pos pos)
{
	struct word *word = arena_alloc(t->arena, sizeof *word);
	struct making m = {.arena = t->making, .words = w};
	size_t len, count, room;
	const char *text = clean_text(t->arena, raw, raw_len, &len);
	struct item *items;

	room = raw_len > len ? raw_len : len;
	if (!w->style.face || !len) {
		word->before = arena_array(t->arena, room + 1, sizeof *word->before);
		return word;
	}
	items = arena_array(t->making, len, sizeof *items);
	m.unsafe = arena_array(t->making, room, 1);
	count = itemize(t, w->style.face, text, len, pos, items);
	for (size_t i = 0, next; i < count; i = next) {
		for (next = i + 1;
		     next < count && items[next].font == items[i].font && items[next].script == items[i].script;)
			next++;
		make_run(t, &m, items + i, next - i, text, next < count ? items[next].at : (uint32_t)len);
	}
	finish(t, &m, room, word);
	set_widths(t->arena, word, text, len, room);
	arena_clear(t->making);
	return word;
}

const struct word *shape_word(struct text *t, struct words *w, const char *text, size_t len, struct pos pos)
{
	const struct word *word;

	if (len == 1 && *text == ' ' && w->space)
		return w->space;
	word = map_find(w->words, text, len);
	if (word)
		return word;
	word = make_word(t, w, text, len, pos);
	map_put(w->words, text, len, (void *)word);
	if (len == 1 && *text == ' ')
		w->space = word;
	return word;
}

/* ---- words to lines ---- */

static bool continues(const struct glyph_run *into, const struct glyph_run *run)
{
	return into && into->font == run->font && into->size == run->size;
}

/* What the words join to. */
struct sizes {
	size_t runs, glyphs, bytes;
};

static struct sizes add_sizes(const struct line_word *words, size_t count)
{
	const struct glyph_run *last = NULL;
	struct sizes sum = {0};

	for (size_t w = 0; w < count; w++) {
		const struct shaped *s = &words[w].word->shaped;

		for (size_t r = 0; r < s->count; last = &s->runs[r++]) {
			sum.runs += !continues(last, &s->runs[r]);
			sum.glyphs += s->runs[r].count;
			sum.bytes += s->runs[r].text_len;
		}
	}
	return sum;
}

/* Words of nothing visible have no glyph: their bytes go to the cluster before them, or after them at the start. */
static void cover(struct glyph_run *run, struct glyph *added)
{
	struct glyph *all = (struct glyph *)run->glyphs, *last = all + run->count;

	if (!run->count)
		return;
	if (added == all) {
		all->len += all->at;
		all->at = 0;
	}
	do
		last--;
	while (last > all && !last->len);
	last->len = (uint32_t)run->text_len - last->at;
}

static void copy_run(struct glyph_run *into, const struct glyph_run *run)
{
	struct glyph *to = (struct glyph *)into->glyphs + into->count;

	memcpy((char *)into->text + into->text_len, run->text, run->text_len);
	for (size_t i = 0; i < run->count; i++) {
		to[i] = run->glyphs[i];
		to[i].at += (uint32_t)into->text_len;
	}
	into->text_len += run->text_len;
	into->count += run->count;
	into->width += run->width;
	cover(into, to);
}

static void widen(struct glyph_run *run, int32_t extra)
{
	if (!run->count)
		return;
	((struct glyph *)run->glyphs)[run->count - 1].advance += extra;
	run->width += extra;
}

void shape_join(struct arena *arena, const struct line_word *words, size_t count, struct shaped *out)
{
	struct sizes sum = add_sizes(words, count);
	struct glyph_run *runs = arena_array(arena, sum.runs, sizeof *runs), *into = NULL;
	struct glyph *glyphs = arena_array(arena, sum.glyphs, sizeof *glyphs);
	char *text = arena_alloc(arena, sum.bytes + sum.runs);

	*out = (struct shaped){.runs = runs};
	for (size_t w = 0; w < count; w++) {
		const struct shaped *s = &words[w].word->shaped;

		for (size_t r = 0; r < s->count; r++) {
			const struct glyph_run *run = &s->runs[r];

			if (!continues(into, run)) {
				text += into ? 1 : 0;
				into = &runs[out->count++];
				*into = (struct glyph_run){
					.font = run->font, .size = run->size, .text = text, .glyphs = glyphs};
			}
			copy_run(into, run);
			glyphs += run->count;
			text += run->text_len;
		}
		if (words[w].extra && s->count)
			widen(into, words[w].extra);
	}
	for (size_t i = 0; i < out->count; i++)
		out->width += runs[i].width;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static const struct shaped *make_line(struct text *t, struct words *w, const char *text, size_t len, struct pos pos)
{
	struct shaped *s = arena_alloc(t->arena, sizeof *s);
	struct line_word *words;
	size_t count = 0, most = 1;

	for (size_t i = 0; i < len; i++)
		most += is_space(text[i]) ? 2 : 0;
	words = arena_array(t->arena, most, sizeof *words);

	for (size_t i = 0, next; i < len; i = next) {
		for (next = i + 1; next < len && !is_space(text[i]) && !is_space(text[next]);)
			next++;
		words[count++].word = shape_word(t, w, text + i, next - i, pos);
	}
	shape_join(t->arena, words, count, s);
	return s;
}

const struct shaped *text_shape(struct text *t, const struct text_style *style, const char *text, size_t len,
				struct pos pos)
{
	struct words *w = text_words(t, style);
	struct shaped *s = map_find(w->lines, text, len);
	size_t i = 0;

	if (s)
		return s;
	while (i < len && !is_space(text[i]))
		i++;
	if (i == len)
		return &shape_word(t, w, text, len, pos)->shaped;
	s = (struct shaped *)make_line(t, w, text, len, pos);
	map_put(w->lines, text, len, s);
	return s;
}
