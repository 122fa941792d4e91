/*
 * abbrev: the first use of each abbreviation in each language carries what it stands for, so that a screen reader can say
 * it: PDF's /E. Abbreviations are the short forms of terms and bodies of the pack that are letters rather than words. Where
 * the text itself has just said the long form ("Ministry of Tides (MoT)") nothing is added: it would be heard twice.
 */
#include "template_int.h"

#include <string.h>

struct abbreviation {
	const char *text, *means;
	size_t len;
	bool met;
};

struct search {
	struct tmpl *t;
	size_t lang;
	LIST(struct abbreviation) list;
};

/* ---- what is an abbreviation ---- */

static bool is_hangul(uint32_t c)
{
	return c >= 0xAC00 && c <= 0xD7A3;
}

static bool is_ascii_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* More capitals than small letters: MoU, R&D; or one word of Hangul cut out of a longer one, no part of it. */
static bool is_abbreviation(const char *text, const char *means)
{
	const char *at = text, *end = text + strlen(text);
	int capitals = 0, small = 0, hangul = 0;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		capitals += c >= 'A' && c <= 'Z';
		small += c >= 'a' && c <= 'z';
		hangul += is_hangul(c);
	}
	if (strstr(means, text) || strlen(means) <= strlen(text))
		return false;
	if (hangul)
		return hangul >= 3 && !strchr(text, ' ');
	return capitals >= 2 && capitals > small;
}

static void add_records(struct search *s, const char *list_name, const char *name)
{
	const struct value *list = value_field(s->t->pack->root, list_name);
	size_t lang = s->t->langs[s->lang].pack_index;

	for (size_t i = 0; i < value_count(list); i++) {
		const char *text = value_text(value_field(value_at(list, i), "short"), lang);
		const char *means = value_text(value_field(value_at(list, i), name), lang);
		bool known = false;

		for (size_t k = 0; text && k < s->list.count; k++)
			known = known || !strcmp(s->list.items[k].text, text);
		if (text && means && !known && is_abbreviation(text, means))
			*LIST_ADD(s->t->arena, &s->list) = (struct abbreviation){text, means, strlen(text), false};
	}
}

/* ---- where it stands ---- */

static uint32_t before(const char *text, const char *at)
{
	const char *from = at;

	if (from == text)
		return 0;
	do
		from--;
	while (from > text && ((unsigned char)*from & 0xC0) == 0x80);
	return utf8_next(&from, at);
}

/* Whether a particle and then no more Hangul follows; without one, whether no Hangul does. */
static bool ends_here(const char *at, const char *end)
{
	static const char *const particles[] = {"",     "은",   "는",   "이",   "가",   "을",  "를", "의",
						"에",   "와",   "과",   "도",   "로",   "만",  "및", "나",
						"에서", "에게", "으로", "부터", "까지", "이나"};

	for (size_t i = 0; i < COUNT_OF(particles); i++) {
		size_t len = strlen(particles[i]);
		const char *after = at + len;

		if ((size_t)(end - at) >= len && !memcmp(at, particles[i], len) &&
		    (after == end || !is_hangul(utf8_next(&after, end))))
			return true;
	}
	return false;
}

static bool stands_alone(const char *text, size_t len, const char *at, const struct abbreviation *a)
{
	const char *after = at + a->len, *end = text + len, *next = after;
	uint32_t last = before(text, after), first = before(text, at),
		 following = next < end ? utf8_next(&next, end) : 0;

	if (is_ascii_letter(first) || is_hangul(first))
		return false;
	return is_ascii_letter(last) ? !is_ascii_letter(following) : ends_here(after, end);
}

static const char *find(const char *text, size_t len, const struct abbreviation *a)
{
	/* The third byte tells most: syllables of Hangul begin alike. */
	size_t key = a->len > 2 ? 2 : a->len - 1;
	const char *end = len < a->len ? text : text + len - a->len + 1;

	for (const char *at = text; at < end; at++) {
		const char *found = memchr(at + key, a->text[key], (size_t)(end - at));

		if (!found)
			return NULL;
		at = found - key;
		if (!memcmp(at, a->text, a->len) && stands_alone(text, len, at, a))
			return at;
	}
	return NULL;
}

/* ---- whether the text has said it already ---- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool holds(const char *text, size_t len, const char *part)
{
	size_t n = strlen(part);

	for (size_t i = 0; i + n <= len; i++) {
		size_t k = 0;

		while (k < n && lower(text[i + k]) == lower(part[k]))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

static bool is_explained(const struct inline_text *text, size_t run, size_t at, const char *means)
{
	struct buf said = {0};
	bool explained;

	for (size_t i = 0; i < run; i++)
		if (text->runs[i].kind == RUN_TEXT)
			buf_put(&said, text->runs[i].text, text->runs[i].len);
	buf_put(&said, text->runs[run].text, at);
	explained = said.data && holds(said.data, said.len, means);
	buf_free(&said);
	return explained;
}

/* ---- marking it ---- */

/* A run in up to three parts, of which one has a meaning. */
static void split(struct search *s, struct inline_text *text, size_t run, size_t at, const struct abbreviation *a)
{
	struct run *runs = arena_array(s->t->arena, text->count + 2, sizeof *runs);
	const struct run whole = text->runs[run];
	const size_t cuts[] = {0, at, at + a->len, whole.len};
	size_t count = run;

	memcpy(runs, text->runs, run * sizeof *runs);
	for (size_t i = 0; i + 1 < COUNT_OF(cuts); i++) {
		if (cuts[i] == cuts[i + 1])
			continue;
		runs[count] = whole;
		runs[count].text = whole.text + cuts[i];
		runs[count].len = cuts[i + 1] - cuts[i];
		runs[count++].means = i == 1 ? a->means : NULL;
	}
	memcpy(runs + count, text->runs + run + 1, (text->count - run - 1) * sizeof *runs);
	text->count = count + text->count - run - 1;
	text->runs = runs;
}

/* The first of those not yet met; an abbreviation inside another word of letters is none. */
static void mark_text(struct search *s, struct inline_text *text)
{
	for (size_t run = 0; run < text->count; run++)
		for (size_t i = 0; i < s->list.count; i++) {
			struct abbreviation *a = &s->list.items[i];
			const struct run *r = &text->runs[run];
			const char *at = NULL;

			if (!a->met && r->kind == RUN_TEXT && !r->quiet && !r->lang && !r->means)
				at = find(r->text, r->len, a);
			if (!at)
				continue;
			a->met = true;
			if (!is_explained(text, run, (size_t)(at - r->text), a->means))
				split(s, text, run, (size_t)(at - r->text), a);
		}
}

/* Blocks are const to all stages after this one; here they are still in the making. */
static void mark_block(struct search *s, struct block *b)
{
	mark_text(s, &b->text.text[s->lang]);
	for (size_t i = 0; i < b->count; i++)
		mark_block(s, (struct block *)(uintptr_t)b->children[i]);
}

void abbrev_mark(struct tmpl *t, const struct block *root)
{
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		struct search s = {.t = t, .lang = lang};

		add_records(&s, "glossary", "term");
		add_records(&s, "bodies", "name");
		mark_block(&s, (struct block *)(uintptr_t)root);
	}
}
