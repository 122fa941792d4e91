/*
 * What a paragraph comes to before its measure is known: text, places of breaks, units of shaped words. Layout sets most
 * paragraphs more than once (columns of tables, rows side by side, pages within a limit), so a few thousand of the last
 * ones are kept; memory of a slot is used again for the next paragraph that falls into it.
 */
#include "text_int.h"

#include <string.h>

enum { SLOTS = 4096 };

struct slot {
	uint64_t hash;
	size_t key_len, size; /* bytes of the key; of the memory */
	char *memory;         /* breaks, units, key, text, kinds */
	struct prepared it;
};

struct setting {
	struct text *t;
	const struct text_para_spec *spec;
	struct para_room *room;
};

/* ---- text and breaks ---- */

static void note_soft(struct setting *s)
{
	*LIST_ADD(s->t->arena, &s->room->soft) = (uint32_t)s->room->text.len;
}

/* Takes a span's text over in NFC; soft hyphens become places where a line may end. */
static void add_span(struct setting *s, const struct text_span *span)
{
	const size_t mark = sizeof SOFT_HYPHEN_UTF8 - 1;
	const char *text = nfc_text(s->t->making, span->text, span->len), *end = text + strlen(text), *p;

	while ((p = strstr(text, SOFT_HYPHEN_UTF8)) != NULL) {
		buf_put(&s->room->text, text, (size_t)(p - text));
		note_soft(s);
		text = p + mark;
	}
	buf_put(&s->room->text, text, (size_t)(end - text));
	*LIST_ADD(s->t->arena, &s->room->span_ends) = (uint32_t)s->room->text.len;
}

static bool same_hyphens(const struct text_style *a, const struct text_style *b)
{
	const char *x = a->tag ? a->tag : a->lang, *y = b->tag ? b->tag : b->lang;

	return x == y || (x && y && !strcmp(x, y));
}

/* Words may cross spans; hyphenation sees them whole where the language stays. */
static void hyphenate_spans(struct setting *s)
{
	const struct text_para_spec *spec = s->spec;
	size_t from = 0;

	for (size_t i = 0, next; i < spec->count; i = next) {
		for (next = i + 1; next < spec->count && same_hyphens(&spec->spans[i].style, &spec->spans[next].style);)
			next++;
		break_hyphenate(s->t, &spec->spans[i].style, s->room->text.data, from,
				s->room->span_ends.items[next - 1], s->room->kinds);
		from = s->room->span_ends.items[next - 1];
	}
}

static void find_kinds(struct setting *s)
{
	struct para_room *room = s->room;
	size_t len = room->text.len;

	room->kinds = (uint8_t *)buf_room(&room->kinds_room, len + 1);
	break_find(s->t, s->spec->spans[0].style.lang, room->text.data, len, room->kinds);
	for (size_t i = 0; i < room->soft.count; i++)
		if (room->soft.items[i] < len && room->kinds[room->soft.items[i]] == BREAK_NONE)
			room->kinds[room->soft.items[i]] = BREAK_HYPHEN;
	if (s->spec->hyphenate)
		hyphenate_spans(s);
	room->fresh.has_hyphens = memchr(room->kinds, BREAK_HYPHEN, len) != NULL;
	room->fresh.has_syllables = memchr(room->kinds, BREAK_SYLLABLE, len) != NULL;
}

/* ---- units ---- */

/* Bytes of the white space that starts at p: one character, or 0 if there is none. */
static size_t blank_len(const char *p, const char *end)
{
	const char *next = p;

	if ((unsigned char)*p > ' ' && (unsigned char)*p < 0xE1)
		return 0;
	return charclass_space(utf8_next(&next, end)) ? (size_t)(next - p) : 0;
}

static void add_unit(struct setting *s, uint32_t span, struct words *words, const char *p, size_t len, bool space)
{
	const struct text_span *from = &s->spec->spans[span];
	struct unit *u = LIST_ADD(s->t->arena, &s->room->units);
	bool feed = *p == '\n'; /* a line feed is a space in the text that a reader gets */

	*u = (struct unit){
		.at = (uint32_t)(p - s->room->text.data), .len = (uint32_t)len, .span = span, .space = space};
	u->gap = space && (*p == ' ' || *p == '\t');
	s->room->fresh.has_feeds |= feed;
	u->word = shape_word(s->t, words, feed ? " " : p, len, from->pos);
}

static void cut_span(struct setting *s, uint32_t span, const char *p, const char *end)
{
	struct words *words = s->room->span_words.items[span];

	while (p < end) {
		size_t len = blank_len(p, end);
		const char *start = p;

		if (len) {
			add_unit(s, span, words, p, len, true);
			p += len;
			continue;
		}
		do
			p++;
		while (p < end && !blank_len(p, end));
		add_unit(s, span, words, start, (size_t)(p - start), false);
	}
}

static void cut(struct setting *s)
{
	const char *text = s->room->text.data;
	uint32_t from = 0;

	s->room->units.count = 0;
	for (size_t i = 0; i < s->spec->count; i++) {
		cut_span(s, (uint32_t)i, text + from, text + s->room->span_ends.items[i]);
		from = s->room->span_ends.items[i];
	}
}

/* ---- paragraphs met lately ---- */

/* All that a prepared paragraph depends on: style and text of each span. */
static void make_key(struct setting *s, bool hangs)
{
	struct buf *key = &s->room->key;

	key->len = 0;
	s->room->span_words.count = 0;
	buf_putc(key, (char)((s->spec->hyphenate ? 1 : 0) | (hangs ? 2 : 0) | (s->spec->divide ? 4 : 0)));
	for (size_t i = 0; i < s->spec->count; i++) {
		const struct text_span *span = &s->spec->spans[i];
		struct words *words = text_words(s->t, &span->style);

		*LIST_ADD(s->t->arena, &s->room->span_words) = words;
		buf_put(key, &words, sizeof words);
		buf_put(key, &span->len, sizeof span->len);
		buf_put(key, span->text, span->len);
	}
}

static uint64_t hash_of(const struct buf *key)
{
	uint64_t hash = key->len, part;
	size_t i = 0;

	for (; i + sizeof part <= key->len; i += sizeof part) {
		memcpy(&part, key->data + i, sizeof part);
		hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 29;
	}
	for (; i < key->len; i++)
		hash = (hash ^ (unsigned char)key->data[i]) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 32;
}

static const char *key_in(const struct slot *slot)
{
	return slot->memory + slot->it.break_count * sizeof *slot->it.breaks +
	       slot->it.unit_count * sizeof *slot->it.units;
}

static struct slot **slot_for(struct text *t, uint64_t hash)
{
	if (!t->room->slots)
		t->room->slots = arena_array(t->arena, SLOTS, sizeof(struct slot *));
	return &t->room->slots[hash % SLOTS];
}

bool prepare(struct text *t, const struct text_para_spec *spec, bool hangs)
{
	struct setting s = {.t = t, .spec = spec, .room = t->room};
	struct para_room *room = t->room;
	const struct slot *slot;
	uint64_t hash;

	make_key(&s, hangs);
	hash = hash_of(&room->key);
	slot = *slot_for(t, hash);
	if (slot && slot->hash == hash && slot->key_len == room->key.len &&
	    !memcmp(key_in(slot), room->key.data, slot->key_len)) {
		room->now = &(*slot_for(t, hash))->it;
		return true;
	}
	room->fresh = (struct prepared){0};
	room->now = &room->fresh;
	room->text.len = 0;
	room->soft.count = room->span_ends.count = room->units.count = 0;
	for (size_t i = 0; i < spec->count; i++)
		add_span(&s, &spec->spans[i]);
	arena_clear(t->making);
	if (!room->text.len)
		return false;
	find_kinds(&s);
	cut(&s);
	room->fresh.text = room->text.data;
	room->fresh.len = room->text.len;
	room->fresh.kinds = room->kinds;
	room->fresh.units = room->units.items;
	room->fresh.unit_count = room->units.count;
	return false;
}

static char *put(char *to, const void *from, size_t len)
{
	memcpy(to, from, len);
	return to + len;
}

/* The memory of results stays with the slot. */
static void set_prepared(struct slot *slot, const struct prepared *it)
{
	struct result results[RESULTS];

	memcpy(results, slot->it.results, sizeof results);
	slot->it = *it;
	for (size_t i = 0; i < RESULTS; i++) {
		slot->it.results[i].ends = results[i].ends;
		slot->it.results[i].ends.count = 0;
	}
}

void prepare_keep(struct text *t)
{
	const struct prepared *it = t->room->now;
	uint64_t hash = hash_of(&t->room->key);
	struct slot **place = slot_for(t, hash), *slot = *place;
	size_t breaks = it->break_count * sizeof *it->breaks, units = it->unit_count * sizeof *it->units,
	       size = breaks + units + t->room->key.len + 2 * it->len + 1;
	char *to;

	if (!slot)
		*place = slot = arena_alloc(t->arena, sizeof *slot);
	if (slot->size < size) {
		slot->memory = arena_alloc(t->arena, size);
		slot->size = size;
	}
	slot->hash = hash;
	slot->key_len = t->room->key.len;
	set_prepared(slot, it);
	slot->it.breaks = (const struct fit_break *)slot->memory;
	to = put(slot->memory, it->breaks, breaks);
	slot->it.units = (struct unit *)to;
	to = put(put(to, it->units, units), t->room->key.data, t->room->key.len);
	slot->it.text = to;
	to = put(to, it->text, it->len);
	slot->it.kinds = (uint8_t *)to;
	put(to, it->kinds, it->len + 1);
	t->room->now = &slot->it;
}
