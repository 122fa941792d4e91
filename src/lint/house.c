/*
 * House style: patterns over the texts of a language. A pattern is compiled when a text first holds the letters it is
 * looked for near, so that most never are.
 */
#include "house_int.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum {
	HOUSE_SCRATCH = 1 << 20, /* bytes of texts for ICU that are kept at once */
	HOUSE_STEPS = 500 /* of one match, each about a millisecond; a text that asks for more is not searched on */
};

/* ---- text for ICU ---- */

struct house_text house_text(struct arena *arena, const char *text, size_t len)
{
	struct house_text result = {arena_array(arena, len + 1, sizeof(UChar)),
				    arena_array(arena, len + 2, sizeof(uint32_t)), 0};
	const char *at = text, *end = text + len;

	while (at < end) {
		uint32_t from = (uint32_t)(at - text), c = utf8_next(&at, end);

		if (c > 0xFFFF && c != UTF8_BAD) {
			result.bytes[result.len] = from;
			result.units[result.len++] = U16_LEAD(c);
			c = U16_TRAIL(c);
		}
		result.bytes[result.len] = from;
		result.units[result.len++] = (UChar)(c == UTF8_BAD ? 0xFFFD : c);
	}
	result.bytes[result.len] = (uint32_t)len;
	return result;
}

static const char *house_utf8(struct arena *arena, const UChar *units, int32_t len)
{
	size_t room = (size_t)len * 3 + 1;
	char *text = arena_alloc(arena, room);
	UErrorCode status = U_ZERO_ERROR;

	u_strToUTF8(text, (int32_t)room, NULL, units, len, &status);
	return U_FAILURE(status) ? "" : text;
}

/* ---- patterns ---- */

static URegularExpression *house_compile(struct diag *diag, const struct house_rule *rule, const char *pattern)
{
	UErrorCode status = U_ZERO_ERROR;
	UParseError where;
	struct arena *scratch = arena_new();
	struct house_text text = house_text(scratch, pattern, strlen(pattern));
	URegularExpression *compiled = uregex_open(text.units, text.len, 0, &where, &status);

	arena_free(scratch);
	if (U_SUCCESS(status)) {
		uregex_setTimeLimit(compiled, HOUSE_STEPS, &status);
		return compiled;
	}
	DIAG(diag, RULE_FORM, rule->pos, u_errorName(status));
	return NULL;
}

URegularExpression *house_set(struct diag *diag, struct house_rule *rule, const char *pattern,
			      URegularExpression **compiled, const struct house_text *text)
{
	UErrorCode status = U_ZERO_ERROR;

	if (!*compiled)
		*compiled = house_compile(diag, rule, pattern);
	if (!*compiled)
		return NULL;
	uregex_setText(*compiled, text->units, text->len, &status);
	return U_SUCCESS(status) ? *compiled : NULL;
}

void house_close(struct house_rules *rules)
{
	for (size_t i = 0; i < rules->count; i++) {
		if (rules->items[i].compiled)
			uregex_close(rules->items[i].compiled);
		for (size_t w = 0; w < rules->items[i].way_count; w++)
			if (rules->items[i].way_compiled[w])
				uregex_close(rules->items[i].way_compiled[w]);
	}
}

const char *house_replacement(struct arena *arena, const struct house_rule *rule, URegularExpression *found)
{
	struct buf out = {0};
	const char *text;

	if (!rule->replace)
		return NULL;
	for (const char *at = rule->replace; *at; at++) {
		UChar group[256];
		UErrorCode status = U_ZERO_ERROR;
		int32_t len;

		if (at[0] != '$' || at[1] < '1' || at[1] > '9') {
			buf_putc(&out, *at);
			continue;
		}
		len = uregex_group(found, at[1] - '0', group, COUNT_OF(group), &status);
		if (U_FAILURE(status)) {
			buf_free(&out);
			return NULL; /* longer than anything that is corrected without a look */
		}
		buf_puts(&out, house_utf8(arena, group, len));
		at++;
	}
	text = arena_strndup(arena, out.data ? out.data : "", out.len);
	buf_free(&out);
	return text;
}

/* ---- one text ---- */

static bool house_near(const struct house_rule *rule, const char *text)
{
	for (const char *const *near = rule->near; *near; near++)
		if (strstr(text, *near))
			return true;
	return !*rule->near;
}

struct house_run {
	struct lint_run *run;
	size_t lang;
	struct arena *scratch;
	const struct value *text;
	const char *bytes;
	struct house_text units; /* units NULL until needed */
};

static void house_found(struct house_run *h, const struct house_rule *rule, URegularExpression *found)
{
	struct lint_run *run = h->run;
	UErrorCode status = U_ZERO_ERROR;
	uint32_t start = h->units.bytes[uregex_start(found, 0, &status)],
		 end = h->units.bytes[uregex_end(found, 0, &status)];
	const char *with;

	if (inset_touches(h->bytes, start, end))
		return;
	with = rule->fix ? house_replacement(run->arena, rule, found) : NULL;
	LINT(run, STYLE_RULE, h->text, h->lang, start, end, rule->id,
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), rule->en, rule->ko));
	if (with)
		*LIST_ADD(run->arena, &run->fixes) = (struct lint_fix){h->text, h->lang, start, end, with, rule->id};
}

static const struct house_text *house_units(struct house_run *h)
{
	if (!h->units.units)
		h->units = house_text(h->scratch, h->bytes, strlen(h->bytes));
	return &h->units;
}

static void house_try(struct house_run *h, struct house_rule *rule)
{
	URegularExpression *found = house_set(h->run->diag, rule, rule->pattern, &rule->compiled, house_units(h));
	UErrorCode status = U_ZERO_ERROR;

	while (found && uregex_findNext(found, &status) && U_SUCCESS(status))
		house_found(h, rule, found);
}

/* ---- one register ---- */

struct house_way {
	const struct value *text;
	size_t lang, way;
	uint32_t start, end;
};

struct house_ways {
	struct house_way *items;
	size_t count, cap;
};

static void house_gather(struct house_run *h, struct house_rule *rule, struct house_ways *ways)
{
	for (size_t w = 0; w < rule->way_count; w++) {
		URegularExpression *found =
			house_set(h->run->diag, rule, rule->ways[w], &rule->way_compiled[w], house_units(h));
		UErrorCode status = U_ZERO_ERROR;

		while (found && uregex_findNext(found, &status) && U_SUCCESS(status))
			*LIST_ADD(h->run->arena, ways) =
				(struct house_way){h->text, h->lang, w, h->units.bytes[uregex_start(found, 0, &status)],
						   h->units.bytes[uregex_end(found, 0, &status)]};
	}
}

/* The way that most sentences go is the document's own; of two as frequent ones the first in the rule. */
static void house_mixed(struct lint_run *run, const struct house_rule *rule, const struct house_ways *ways)
{
	size_t counts[HOUSE_WAYS] = {0}, most = 0;

	for (size_t i = 0; i < ways->count; i++)
		counts[ways->items[i].way]++;
	for (size_t w = 1; w < rule->way_count; w++)
		if (counts[w] > counts[most])
			most = w;
	for (size_t i = 0; i < ways->count; i++) {
		const struct house_way *way = &ways->items[i];

		if (way->way != most)
			LINT(run, STYLE_RULE, way->text, way->lang, way->start, way->end, rule->id,
			     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), rule->en, rule->ko));
	}
}

/* ---- a pack ---- */

bool lint_off(const struct pack *pack, const char *id)
{
	const struct value *off = value_field(pack->root, "house_style_off");

	for (size_t i = 0; i < value_count(off); i++)
		if (!strcmp(value_at(off, i)->as.string, id))
			return true;
	return false;
}

static void house_texts(struct lint_run *run, size_t lang, struct house_rules *rules, struct house_ways *ways)
{
	struct arena *scratch = arena_new();

	for (size_t t = 0; t < run->texts.count; t++) {
		struct house_run h = {.run = run, .lang = lang, .text = run->texts.items[t].text, .scratch = scratch};

		h.bytes = h.text->as.text.lang[lang];
		for (size_t i = 0; i < rules->count; i++) {
			if (!house_near(&rules->items[i], h.bytes))
				continue;
			if (rules->items[i].pattern)
				house_try(&h, &rules->items[i]);
			else
				house_gather(&h, &rules->items[i], &ways[i]);
		}
		if (arena_used(scratch) > HOUSE_SCRATCH) {
			arena_free(scratch);
			scratch = arena_new();
		}
	}
	arena_free(scratch);
}

/* Keeps the rules that the pack follows and that any of its texts could break: most are done with here. */
static void house_narrow(struct lint_run *run, size_t lang, struct house_rules *rules)
{
	struct buf all = {0};
	size_t kept = 0;

	for (size_t i = 0; i < run->texts.count; i++) {
		buf_puts(&all, run->texts.items[i].text->as.text.lang[lang]);
		buf_putc(&all, '\n');
	}
	for (size_t i = 0; i < rules->count; i++)
		if (!lint_off(run->pack, rules->items[i].id) && house_near(&rules->items[i], all.data ? all.data : ""))
			rules->items[kept++] = rules->items[i];
	rules->count = kept;
	buf_free(&all);
}

static void house_lang(struct lint_run *run, size_t lang, struct house_rules *rules)
{
	struct house_ways *ways;

	house_narrow(run, lang, rules);
	ways = arena_array(run->arena, rules->count, sizeof *ways);
	house_texts(run, lang, rules, ways);
	for (size_t i = 0; i < rules->count; i++)
		if (rules->items[i].way_count)
			house_mixed(run, &rules->items[i], &ways[i]);
	house_close(rules);
}

/* The name of the rules for a language: the tag that the pack's list has for it, or the language's own. */
static const char *house_name(const struct pack *pack, size_t lang)
{
	const struct value *list = value_field(pack->root, "house_style");
	size_t len = strlen(pack->langs[lang].key);

	if (!list)
		return pack->langs[lang].tag;
	for (size_t i = 0; i < value_count(list); i++) {
		const char *tag = value_at(list, i)->as.string;

		if (!strncmp(tag, pack->langs[lang].key, len) && (tag[len] == '-' || !tag[len]))
			return tag;
	}
	return NULL;
}

/* ---- what a pack says of rules ---- */

struct house_names {
	const char **items;
	size_t count, cap;
};

static void house_unknown(struct lint_run *run, const struct value *list, const struct house_names *known)
{
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *name = value_at(list, i);
		const char *nearest;
		bool found = false;

		for (size_t k = 0; k < known->count && !found; k++)
			found = !strcmp(known->items[k], name->as.string);
		if (found)
			continue;
		nearest = suggest_nearest(name->as.string, known->items, known->count);
		DIAG(run->diag, RULE_UNKNOWN, name->pos, name->as.string, nearest ? nearest : "data/rules/");
	}
}

/* The names of house styles are those of their files. */
static void house_styles(struct lint_run *run, const char *folder, const char **paths, size_t count)
{
	const struct value *list = value_field(run->pack->root, "house_style");
	size_t skip = strlen(file_join(run->arena, folder, "x")) - 1;
	struct house_names known = {0};

	for (size_t i = 0; list && i < count; i++)
		*LIST_ADD(run->arena, &known) =
			arena_strndup(run->arena, paths[i] + skip, strlen(paths[i]) - skip - strlen(".yaml"));
	house_unknown(run, list, &known);
}

/* Rules may be of any style, whatever the pack takes. */
static void house_offs(struct lint_run *run, const char **paths, size_t count)
{
	const struct value *list = value_field(run->pack->root, "house_style_off");
	struct house_names known = {0};

	for (size_t i = 0; list && i < count; i++) {
		struct house_rules rules = {0};

		if (strstr(paths[i], "/names.yaml"))
			continue; /* no style */
		house_read(run->arena, run->diag, paths[i], &rules);
		for (size_t r = 0; r < rules.count; r++)
			*LIST_ADD(run->arena, &known) = rules.items[r].id;
	}
	if (list)
		*LIST_ADD(run->arena, &known) = particle_rule;
	house_unknown(run, list, &known);
}

void house_check(struct lint_run *run, const char *folder)
{
	const char **paths;
	size_t count = file_list(run->arena, folder, ".yaml", &paths);

	house_styles(run, folder, paths, count);
	house_offs(run, paths, count);
	for (size_t lang = 0; lang < run->pack->lang_count; lang++) {
		const char *name = house_name(run->pack, lang);
		const char *path =
			name ? file_join(run->arena, folder, arena_printf(run->arena, "%s.yaml", name)) : NULL;
		struct house_rules rules = {0};

		for (size_t i = 0; path && i < count; i++)
			if (!strcmp(paths[i], path)) {
				house_read(run->arena, run->diag, path, &rules);
				house_lang(run, lang, &rules);
			}
	}
}
