/*
 * A pack from end to end: every text becomes a pair for each language beside the first, both sides are analysed once
 * and compared.
 */
#include "lint_int.h"

#include <string.h>

enum { LINT_SCRATCH = 1 << 20 }; /* bytes of tokens that are kept at once */

static const struct analyser *const lint_analysers[] = {&analyser_en, &analyser_ko};

static const struct analyser *lint_analyser(const char *key)
{
	for (size_t i = 0; i < COUNT_OF(lint_analysers); i++)
		if (!strcmp(lint_analysers[i]->key, key))
			return lint_analysers[i];
	return NULL;
}

/* ---- places ---- */

static const struct source_span *lint_span(struct lint_run *run, const struct value *text, size_t lang)
{
	if (run->span_text != text) {
		run->span_text = text;
		memset(run->span_read, 0, sizeof run->span_read);
	}
	if (!run->span_read[lang]) {
		run->span_read[lang] = true;
		run->span_found[lang] =
			source_span(run->places, text->as.text.at[lang], text->as.text.lang[lang], &run->spans[lang]);
	}
	return run->span_found[lang] ? &run->spans[lang] : NULL;
}

struct pos lint_at(struct lint_run *run, const struct value *text, size_t lang, uint32_t byte)
{
	const struct source_span *span = lint_span(run, text, lang);

	if (!span || byte >= span->len)
		return text->as.text.at[lang];
	return source_place(run->places, span->file, span->from[byte]);
}

void lint_find(struct lint_run *run, enum diag_code code, const struct value *text, size_t lang, uint32_t start,
	       uint32_t end, const char *const *args)
{
	struct pos pos;

	run->muted = (run->accepted && !strncmp(diag_entry_at(code)->name, "PARITY_", strlen("PARITY_"))) ||
		     (run->errors && diag_entry_at(code)->level < DIAG_ERROR);
	if (run->muted)
		return;
	if (run->marks.count >= DIAG_KEPT) { /* only counted, so that no place is looked for */
		run->muted = true;
		diag_add(run->diag, code, text->as.text.at[lang], args);
		return;
	}
	pos = lint_at(run, text, lang, start);
	*LIST_ADD(run->arena, &run->marks) = (struct lint_mark){text, lang, start, end, pos, code};
	diag_add(run->diag, code, pos, args);
}

void lint_note(struct lint_run *run, const struct value *text, size_t lang, uint32_t byte, const char *en,
	       const char *ko)
{
	if (!run->muted)
		diag_note(run->diag, lint_at(run, text, lang, byte), en, ko);
}

/* ---- pairs ---- */

/* A text with a place for a number says in its language how numbers are written: the sides need not agree. */
static bool lint_pattern(const struct lint_run *run, const struct value *text)
{
	struct number_place place;

	for (size_t lang = 0; lang < run->pack->lang_count; lang++)
		if (number_place(text->as.text.lang[lang], &place))
			return true;
	return false;
}

static void lint_add(struct lint_run *run, const struct value *text, const char *path)
{
	if (lint_pattern(run, text))
		return;
	*LIST_ADD(run->arena, &run->texts) = (struct lint_text){text, path};
	for (size_t other = 1; other < run->pack->lang_count; other++)
		*LIST_ADD(run->arena, &run->pairs) = (struct lint_pair){text, path, 0, other};
}

/* A text with those that hang on it: its shorter form and its notes. */
static void lint_add_all(struct lint_run *run, const struct value *text, const char *path)
{
	lint_add(run, text, path);
	if (text->as.text.shorter)
		lint_add(run, text->as.text.shorter, arena_printf(run->arena, "%s.shorter", path));
	if (text->as.text.note)
		lint_add(run, text->as.text.note, arena_printf(run->arena, "%s.note", path));
	for (size_t i = 0; i < text->as.text.note_count; i++)
		lint_add(run, text->as.text.notes[i].text,
			 arena_printf(run->arena, "%s.notes.%s", path, text->as.text.notes[i].id));
}

static void lint_walk(struct lint_run *, const struct value *, const char *path);

static void lint_walk_list(struct lint_run *run, const struct value *list, const char *path)
{
	for (size_t i = 0; i < list->as.list.count; i++) {
		const struct value *item = list->as.list.items[i];
		const char *id = item->kind == VALUE_RECORD ? item->as.record.id : NULL;

		if (item->kind != VALUE_RECORD && item->kind != VALUE_TEXT)
			return;
		lint_walk(run, item,
			  id ? arena_printf(run->arena, "%s.%s", path, id)
			     : arena_printf(run->arena, "%s[%zu]", path, i));
	}
}

static void lint_walk(struct lint_run *run, const struct value *value, const char *path)
{
	const struct schema_record *schema;

	if (!value)
		return;
	if (value->kind == VALUE_TEXT)
		lint_add_all(run, value, path);
	if (value->kind == VALUE_LIST)
		lint_walk_list(run, value, path);
	if (value->kind != VALUE_RECORD)
		return;
	schema = value->as.record.schema;
	facts_record(run, value, path);
	for (size_t i = 0; i < schema->count; i++) {
		const char *name = schema->fields[i].name;

		lint_walk(run, value->as.record.fields[i],
			  *path ? arena_printf(run->arena, "%s.%s", path, name) : name);
	}
}

/* ---- the run ---- */

static struct side *lint_side(struct lint_run *run, struct arena *arena, const struct value *text, size_t lang)
{
	struct side *side = arena_alloc(arena, sizeof *side);

	side->arena = arena;
	side->raw = text->as.text.lang[lang];
	side->len = strlen(side->raw);
	inset_blank(side);
	side->analyser = run->analysers[lang];
	return side;
}

static struct parity lint_parity(struct lint_run *run, struct arena *arena, size_t index)
{
	const struct lint_pair *pair = &run->pairs.items[index];

	return (struct parity){
		.run = run,
		.index = (uint32_t)index,
		.text = pair->text,
		.langs = {pair->lang, pair->other},
		.sides = {lint_side(run, arena, pair->text, pair->lang),
			  lint_side(run, arena, pair->text, pair->other)},
	};
}

static bool lint_comparable(const struct lint_run *run, size_t index)
{
	const struct lint_pair *pair = &run->pairs.items[index];

	return run->analysers[pair->lang] && run->analysers[pair->other];
}

/* What one side says wrongly by itself. */
static void lint_alone(struct lint_run *run, struct parity *p, size_t side)
{
	const struct lint_pair *pair = &run->pairs.items[p->index];
	const struct lint_text text = {pair->text, pair->path};
	const struct side *s = p->sides[side];

	facts_check(run, &text, p->langs[side], s);
	if (s->analyser->check)
		s->analyser->check(run, pair->text, p->langs[side], s, names_hits(run->names, p->index, side));
}

static void lint_compare(struct lint_run *run, struct arena *scratch, size_t index)
{
	struct parity parity = lint_parity(run, scratch, index);

	run->accepted = reviewed_is(run->reviewed, run, &run->pairs.items[index]);
	for (size_t i = 0; i < 2; i++) {
		scan_text(parity.sides[i], run->words[parity.langs[i]]);
		parity.sides[i]->analyser->tokens(parity.sides[i], run->words[parity.langs[i]]);
		inset_tokens(parity.sides[i]);
	}
	parity_check(&parity);
	for (size_t i = 0; i < 2; i++)
		if (i || run->pairs.items[index].other == 1) /* the first side of several pairs once */
			lint_alone(run, &parity, i);
	run->accepted = false;
}

/* The tokens of some pairs at a time are kept. */
static void lint_compare_pairs(struct lint_run *run)
{
	struct arena *scratch = arena_new();

	for (size_t i = 0; i < run->pairs.count; i++) {
		if (arena_used(scratch) > LINT_SCRATCH) {
			arena_free(scratch);
			scratch = arena_new();
		}
		if (lint_comparable(run, i))
			lint_compare(run, scratch, i);
	}
	arena_free(scratch);
}

static void lint_compare_all(struct lint_run *run, const char *world)
{
	run->names = names_new(run, world);
	for (size_t i = 0; i < run->pairs.count; i++)
		if (lint_comparable(run, i)) {
			struct parity parity = lint_parity(run, run->arena, i);

			names_learn(run->names, &parity);
		}
	lint_compare_pairs(run);
}

/* What is never an error. */
static void lint_rest(struct lint_run *run, const char *rules)
{
	reviewed_check(run->reviewed, run);
	facts_pack(run);
	whole_lengths(run);
	acronym_check(run);
	if (rules)
		house_check(run, rules);
}

struct lint_result lint_pack(struct arena *arena, struct diag *diag, const struct pack *pack,
			     const struct lint_options *options)
{
	struct lint_run run = {.arena = arena, .diag = diag, .pack = pack, .places = source_places_new(arena),
				.errors = options->errors};

	for (size_t i = 0; i < pack->lang_count; i++) {
		run.analysers[i] = lint_analyser(pack->langs[i].key);
		run.words[i] = run.analysers[i] ? scan_words(arena, run.analysers[i]) : NULL;
	}
	if (options->reviewed)
		run.reviewed = reviewed_read(arena, diag, options->reviewed);
	run.facts = facts_new(&run);
	lint_walk(&run, pack->root, "");
	facts_ready(&run);
	lint_compare_all(&run, options->rules ? file_join(arena, options->rules, "names.yaml") : NULL);
	if (!options->errors)
		lint_rest(&run, options->rules);
	return (struct lint_result){
		.pairs = run.pairs.items,
		.pair_count = run.pairs.count,
		.marks = run.marks.items,
		.mark_count = run.marks.count,
		.fixes = run.fixes.items,
		.fix_count = run.fixes.count,
	};
}
