/*
 * Names and terms of the pack on both sides of a pair. A first turn over all pairs learns which forms of a concept the
 * pack itself renders as it says; only those ask for an answer in the second turn, so that a short form that is also an
 * everyday word does not.
 */
#include "lint_int.h"

#include <string.h>

enum {
	NAMES_OFFICE = 6, /* bytes of the shortest word that tells an office */
	NAMES_SURE = 12   /* bytes from which a form is taken to be a word of its own whatever follows */
};

struct names_sides {
	struct concept_hits hits[2];
};

struct names {
	struct concepts *concepts;
	struct names_sides *pairs;
	uint32_t *seen[2]; /* by concept: 1 + the pair in which it was seen last */
	uint32_t pair;     /* the one that was checked last */
};

/* ---- places ---- */

struct concept_form *names_form(const struct names *n, const struct concept_hit *hit)
{
	return concepts_form(n->concepts, hit->form);
}

struct concept *names_concept(const struct names *n, const struct concept_hit *hit)
{
	return concepts_at(n->concepts, names_form(n, hit)->concept);
}

size_t names_count(const struct names *n)
{
	return concepts_count(n->concepts);
}

/* Whether a place has a space or hyphen that its form lacks; in a short form that makes it other words. */
static bool names_torn(const char *text, const struct concept_hit *hit, const struct concept_form *form)
{
	return form->len < NAMES_SURE && hit->end - hit->start > form->len &&
	       memchr(text + hit->start, ' ', hit->end - hit->start) && !strchr(form->text, ' ');
}

/* An acronym is one only in its own letters: AI is no "ai"; nor is china a state. */
static bool names_exact(const char *text, const struct concept_hit *hit, const struct concept_form *form)
{
	if (form->world && !form->acronym)
		return text[hit->start] == form->text[0];
	return !form->acronym ||
	       (hit->end - hit->start == form->len && !memcmp(text + hit->start, form->text, form->len));
}

static size_t names_keep(struct names *n, const struct side *side, struct concept_hits *hits)
{
	size_t kept = 0;

	for (size_t i = 0; i < hits->count; i++) {
		struct concept_hit *hit = &hits->items[i];
		const struct concept_form *form = concepts_form(n->concepts, hit->form);

		if (names_torn(side->text, hit, form) || !names_exact(side->text, hit, form))
			continue;
		hit->whole = !phrase_letter(phrase_before(side->text, hit->start)) &&
			     side->analyser->ends(side, hit->end, form->len >= NAMES_SURE);
		hits->items[kept++] = *hit;
	}
	return kept;
}

/* Of the places that are whole words those that no longer one covers, from the left. */
static void names_top(struct concept_hits *hits)
{
	uint32_t end = 0;

	for (size_t i = 0; i < hits->count;) {
		struct concept_hit *best = NULL;
		uint32_t start = hits->items[i].start;

		for (; i < hits->count && hits->items[i].start == start; i++)
			if (hits->items[i].whole && start >= end)
				best = &hits->items[i];
		if (!best)
			continue;
		best->top = true;
		end = best->end;
	}
}

static struct concept_hits names_find(struct names *n, struct lint_run *run, const struct side *side, size_t lang)
{
	struct concept_hits hits = {0};

	concepts_find(n->concepts, lang, side->text, side->len, run->arena, &hits);
	hits.count = names_keep(n, side, &hits);
	names_top(&hits);
	return hits;
}

/* ---- what is seen on a side ---- */

/* Every place counts as an answer: one inside a longer name too, and in Korean one inside a word. */
static void names_stamp(struct names *n, size_t side, const struct concept_hits *hits, const char *text, uint32_t pair)
{
	for (size_t i = 0; i < hits->count; i++) {
		const struct concept_hit *hit = &hits->items[i];
		uint32_t form = hit->form + 1;

		if (phrase_letter(phrase_before(text, hit->start)) && (unsigned char)text[hit->start] < 0x80)
			continue; /* Latin letters inside a word */
		for (; form; form = concepts_form(n->concepts, form - 1)->next)
			n->seen[side][concepts_form(n->concepts, form - 1)->concept] = pair + 1;
	}
}

/* A reference names what it leads to. */
static void names_stamp_refs(struct names *n, size_t side, const struct side *s, uint32_t pair)
{
	for (size_t i = 0; i < s->tokens.count; i++) {
		const struct token *t = &s->tokens.items[i];
		struct inset_id id = t->kind == TOKEN_REF ? inset_id(s, t) : (struct inset_id){"", 0};
		uint32_t concept = concepts_with_id(n->concepts, id.text, id.len);

		if (concept)
			n->seen[side][concept - 1] = pair + 1;
	}
}

static bool names_answered(const struct names *n, size_t other, const struct concept_hit *hit, uint32_t pair)
{
	uint32_t form = hit->form + 1;

	for (; form; form = concepts_form(n->concepts, form - 1)->next)
		if (n->seen[other][concepts_form(n->concepts, form - 1)->concept] == pair + 1)
			return true;
	return false;
}

/* ---- answers in other words ---- */

/* The letters themselves stand in the other language too. */
static bool names_literal(const struct side *side, const char *text, size_t len)
{
	for (size_t i = 0; i + len <= side->len; i++)
		if (!memcmp(side->text + i, text, len))
			return true;
	return false;
}

/* Whether the word after a place is one of an office: 과학기술정보통신부 장관. */
static bool names_office_follows(const struct side *side, uint32_t at, const char *office)
{
	size_t len;

	if (at >= side->len || side->text[at] != ' ')
		return false;
	len = strcspn(side->text + at + 1, " ,.)");
	for (; len >= NAMES_OFFICE; len--) /* without the particles that may follow it */
		if (((unsigned char)side->text[at + 1 + len] & 0xC0) != 0x80 &&
		    strstr(office, arena_strndup(side->arena, side->text + at + 1, len)))
			return true;
	return false;
}

/* A body is named along with its minister, who stands on both sides. */
static bool names_by_person(const struct names *n, const struct parity *p, size_t side, const struct concept *body,
			    const struct concept_hit *hit)
{
	for (uint32_t person = body->people; person; person = concepts_at(n->concepts, person - 1)->people) {
		const struct concept *own = concepts_at(n->concepts, person - 1);

		if (n->seen[0][person - 1] == p->index + 1 && n->seen[1][person - 1] == p->index + 1 && own->office &&
		    names_office_follows(p->sides[side], hit->end, own->office->as.text.lang[p->langs[side]]))
			return true;
	}
	return false;
}

static bool names_in_other_words(const struct names *n, const struct parity *p, size_t side,
				 const struct concept_hit *hit)
{
	const struct side *here = p->sides[side], *there = p->sides[1 - side];
	const struct concept *concept = concepts_at(n->concepts, concepts_form(n->concepts, hit->form)->concept);
	size_t lang = p->langs[1 - side];

	return phrase_loosely(there, concept->forms[lang], concept->kind) ||
	       phrase_loosely(there, concept->shorts[lang], concept->kind) ||
	       names_literal(there, here->text + hit->start, hit->end - hit->start) ||
	       (concept->kind == CONCEPT_BODY && names_by_person(n, p, side, concept, hit));
}

/* ---- first turn ---- */

struct names *names_new(struct lint_run *run, const char *world)
{
	struct names *n = arena_alloc(run->arena, sizeof *n);
	size_t count;

	n->concepts = concepts_of(run->arena, run->pack);
	if (world)
		concepts_world(n->concepts, run->diag, run->pack, world);
	count = concepts_count(n->concepts);
	n->pairs = arena_array(run->arena, run->pairs.count, sizeof *n->pairs);
	for (size_t side = 0; side < 2; side++)
		n->seen[side] = arena_array(run->arena, count, sizeof *n->seen[side]);
	return n;
}

void names_learn(struct names *n, struct parity *p)
{
	struct names_sides *own = &n->pairs[p->index];

	for (size_t side = 0; side < 2; side++) {
		own->hits[side] = names_find(n, p->run, p->sides[side], p->langs[side]);
		names_stamp(n, side, &own->hits[side], p->sides[side]->text, p->index);
	}
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < own->hits[side].count; i++) {
			const struct concept_hit *hit = &own->hits[side].items[i];
			struct concept_form *form = concepts_form(n->concepts, hit->form);

			if (!hit->top)
				continue;
			form->seen++;
			form->answered += names_answered(n, 1 - side, hit, p->index) ||
					  (p->deep++ < PARITY_DEEP && names_in_other_words(n, p, side, hit));
		}
}

/* ---- second turn ---- */

/* Both countries and their like stand for the parties. */
static bool names_parties(const struct parity *p, size_t side)
{
	const struct tokens *tokens = &p->sides[side]->tokens;

	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->items[i].kind == TOKEN_NUMBER && decimal_whole(tokens->items[i].number, 2) == 2)
			return true;
	return false;
}

static bool names_party_answered(const struct parity *p, size_t other, const struct concept *concept)
{
	const struct side *side = p->sides[other];
	size_t lang = p->langs[other];

	if (concept->kind != CONCEPT_PARTY)
		return false;
	return names_parties(p, other) ||
	       (side->analyser->compound &&
		(side->analyser->compound(side, concept->forms[lang]) ||
		 (concept->shorts[lang] && side->analyser->compound(side, concept->shorts[lang]))));
}

/* Names of parties, bodies and people are names whatever the pack does with them. */
static bool names_learned(const struct concept *concept, const struct concept_form *form)
{
	return concept->kind == CONCEPT_TERM || (concept->kind == CONCEPT_NAME && form->is_short);
}

/* A rendering that the glossary forbids. */
static void names_avoided(struct parity *p, size_t side, const struct concept *concept, const struct concept_hit *hit)
{
	LINT(p->run, TERM_AVOID, p->text, p->langs[side], hit->start, hit->end,
	     arena_strndup(p->run->arena, p->sides[side]->text + hit->start, hit->end - hit->start),
	     concept->name->as.text.lang[p->langs[side]]);
	diag_note(p->run->diag, concept->name->pos, "the term is defined here", "용어는 여기에서 정했습니다");
}

/* A word of a missing name that is nearly there. */
static bool names_misspelt(struct parity *p, size_t side, const char *form, const struct concept_hit *hit)
{
	const struct side *there = p->sides[side];

	while (form && *form) {
		size_t len = strcspn(form, " ,");
		uint32_t start, end;

		if (len && !phrase_small(form, len) && !phrase_word_in(there, form, len) &&
		    near_find(there, form, len, &start, &end)) {
			LINT(p->run, NAME_SPELLING, p->text, p->langs[side], start, end,
			     arena_strndup(p->run->arena, there->text + start, end - start),
			     arena_strndup(p->run->arena, form, len));
			lint_note(p->run, p->text, p->langs[1 - side], hit->start, "the other language has this",
				  "다른 언어는 이렇게 적었습니다");
			return true;
		}
		form += len + strspn(form + len, " ,");
	}
	return false;
}

/* Bodies have words in common with their ministers in languages where a word is no name. */
static bool names_spells(enum concept_kind kind, const struct side *there)
{
	return kind == CONCEPT_PERSON || (there->analyser->hangul && (kind == CONCEPT_BODY || kind == CONCEPT_NAME));
}

static void names_missing(struct names *n, struct parity *p, size_t side, const struct concept_hit *hit)
{
	const struct concept_form *form = concepts_form(n->concepts, hit->form);
	const struct concept *concept = concepts_at(n->concepts, form->concept);
	size_t other = p->langs[1 - side];
	const char *wanted = form->is_short && concept->shorts[other] ? concept->shorts[other] : concept->forms[other];
	const struct token here = {.start = hit->start, .end = hit->end};

	if (names_spells(concept->kind, p->sides[1 - side]) && !form->vague && !form->acronym &&
	    names_misspelt(p, 1 - side, concept->forms[other], hit))
		return;
	if (form->vague || (names_learned(concept, form) && form->answered * 2 < form->seen) ||
	    names_party_answered(p, 1 - side, concept) || names_in_other_words(n, p, side, hit))
		return;
	parity_report_wanted(p, concept->kind == CONCEPT_TERM ? DIAG_PARITY_TERM : DIAG_PARITY_NAME, side, &here,
			     wanted);
}

/*
 * Numbers inside a name that both sides have belong to it. names: a byte of the text each, not 0 where such a name is.
 */
static void names_soften(struct side *side, const char *names)
{
	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->end > token->start && !memchr(names + token->start, 0, token->end - token->start))
			token->soft = true;
	}
}

void names_check(struct names *n, struct parity *p)
{
	struct names_sides *own = &n->pairs[p->index];

	n->pair = p->index;
	for (size_t side = 0; side < 2; side++) {
		names_stamp(n, side, &own->hits[side], p->sides[side]->text, p->index);
		names_stamp_refs(n, side, p->sides[side], p->index);
	}
	for (size_t side = 0; side < 2; side++) {
		char *names = arena_alloc(p->sides[side]->arena, p->sides[side]->len + 1);

		for (size_t i = 0; i < own->hits[side].count; i++) {
			const struct concept_hit *hit = &own->hits[side].items[i];

			if (!hit->top)
				continue;
			if (names_concept(n, hit)->kind == CONCEPT_AVOID)
				names_avoided(p, side, names_concept(n, hit), hit);
			else if (names_answered(n, 1 - side, hit, p->index))
				memset(names + hit->start, 1, hit->end - hit->start);
			else if (p->deep++ < PARITY_DEEP)
				names_missing(n, p, side, hit);
		}
		names_soften(p->sides[side], names);
	}
}

/* ---- spelling ---- */

static bool names_same(const char *raw, size_t len, const char *form)
{
	const char *end = raw + len;

	for (; raw < end && *form; raw++, form++) {
		unsigned char a = (unsigned char)*raw, b = (unsigned char)*form;

		if (a == 0xC2 && raw + 1 < end && (unsigned char)raw[1] == 0xA0) { /* a no-break space is a space */
			a = ' ';
			raw++;
		}
		if (a != b && !((a ^ b) == 0x20 && (a | 0x20) >= 'a' && (a | 0x20) <= 'z'))
			return false;
	}
	return raw == end && !*form;
}

static bool names_spelled(const struct names *n, const char *text, const struct concept_hit *hit)
{
	uint32_t form = hit->form + 1;

	for (; form; form = concepts_form(n->concepts, form - 1)->next)
		if (names_same(text + hit->start, hit->end - hit->start, concepts_form(n->concepts, form - 1)->text))
			return true;
	return false;
}

void names_spelling(struct names *n, struct parity *p, size_t side)
{
	const struct concept_hits *hits = &n->pairs[p->index].hits[side];
	const char *text = p->sides[side]->text;

	for (size_t i = 0; i < hits->count; i++) {
		const struct concept_hit *hit = &hits->items[i];

		if (!hit->top || names_concept(n, hit)->kind == CONCEPT_AVOID || names_form(n, hit)->world ||
		    names_spelled(n, text, hit))
			continue;
		LINT(p->run, TERM_SPELLING, p->text, p->langs[side], hit->start, hit->end,
		     arena_strndup(p->run->arena, text + hit->start, hit->end - hit->start),
		     concepts_form(n->concepts, hit->form)->text);
	}
}

/* Whether an acronym is a part of a concept's name or its initials: the ICT of a ministry, ROK of a republic. */
static bool names_of(const struct concept *concept, size_t lang, const char *text, size_t len)
{
	const char *form = concept->forms[lang];
	const struct side whole = {.text = form, .len = strlen(form)};

	return phrase_word_in(&whole, text, len) || phrase_initials(form, text, len);
}

bool names_party_in(const struct names *n, size_t side)
{
	for (uint32_t i = 0; i < concepts_count(n->concepts) && concepts_at(n->concepts, i)->kind == CONCEPT_PARTY; i++)
		if (n->seen[side][i] == n->pair + 1)
			return true;
	return false;
}

bool names_part(const struct names *n, const struct parity *p, size_t side, const char *text, size_t len)
{
	const struct concept_hits *hits = &n->pairs[p->index].hits[1 - side];

	for (size_t i = 0; i < hits->count; i++)
		if (names_of(concepts_at(n->concepts, concepts_form(n->concepts, hits->items[i].form)->concept),
			     p->langs[side], text, len))
			return true;
	for (uint32_t i = 0; i < concepts_count(n->concepts) && concepts_at(n->concepts, i)->kind == CONCEPT_PARTY; i++)
		if (names_of(concepts_at(n->concepts, i), p->langs[side], text, len) &&
		    names_party_answered(p, 1 - side, concepts_at(n->concepts, i)))
			return true;
	return false;
}

const struct concept_hits *names_hits(const struct names *n, uint32_t pair, size_t side)
{
	return &n->pairs[pair].hits[side];
}

size_t names_hit_from(const struct concept_hits *hits, uint32_t byte)
{
	size_t low = 0, high = hits->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (hits->items[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool names_covers(const struct names *n, const struct parity *p, size_t side, uint32_t start, uint32_t end)
{
	const struct concept_hits *hits = &n->pairs[p->index].hits[side];

	for (size_t i = names_hit_from(hits, start + 1), steps = 0; i && steps < PARITY_DEEP; i--, steps++)
		if (hits->items[i - 1].top)
			return hits->items[i - 1].end >= end;
	return false;
}
