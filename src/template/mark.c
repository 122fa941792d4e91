/*
 * mark: what every page is marked with. The words are the pack's, or those that languages.yaml has for a known marking;
 * an embargo is said by the clocks of its own zone and of each party that names another.
 */
#include "template_int.h"

#include <string.h>

static const char prefix[] = "marking_";

/* ---- markings ---- */

/* The phrase of a known marking: official-sensitive is marking_official_sensitive. */
static const char *phrase_key(struct tmpl *t, const char *word)
{
	char *key = arena_printf(t->arena, "%s%s", prefix, word);

	for (char *at = key; *at; at++)
		*at = *at == '-' ? '_' : *at;
	return key;
}

static const char *known_markings(struct tmpl *t, const char *word)
{
	LIST(const char *) names = {0};
	const struct locale *locale = t->langs[0].locale;
	const char *key;

	for (size_t i = 0; (key = locale_phrases(locale, i)); i++)
		if (!strncmp(key, prefix, strlen(prefix))) {
			char *name = arena_strdup(t->arena, key + strlen(prefix));

			for (char *at = name; *at; at++)
				*at = *at == '_' ? '-' : *at;
			*LIST_ADD(t->arena, &names) = name;
		}
	return option_hint(t, word, names.items, names.count);
}

static struct inline_text one_run(struct tmpl *t, const char *text, struct pos pos)
{
	struct run *run = arena_alloc(t->arena, sizeof *run);

	*run = (struct run){.kind = RUN_TEXT, .text = text, .len = strlen(text), .pos = pos};
	return (struct inline_text){run, 1, pos};
}

static void say_known(struct tmpl *t, const struct value *marking, struct pair *out)
{
	const char *key = phrase_key(t, marking->as.string);

	if (!locale_has_phrase(t->langs[0].locale, key)) {
		DIAG(t->diag, MARKING_UNKNOWN, marking->pos, marking->as.string, known_markings(t, marking->as.string));
		return;
	}
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		struct buf text = {0};

		locale_phrase(t->langs[lang].locale, key, &text, (const char *const[]){NULL});
		out->text[lang] = one_run(t, arena_strdup(t->arena, text.data), marking->pos);
		buf_free(&text);
	}
}

/* That of the audience goes before the pack's. */
static const struct value *marking_of(const struct tmpl *t)
{
	const struct value *list = value_field(t->pack->root, "audiences"), *own = NULL;

	for (size_t i = 0; t->pack->audience && i < value_count(list); i++)
		if (!strcmp(value_at(list, i)->as.record.id, t->pack->audience))
			own = value_field(value_at(list, i), "marking");
	return own ? own : value_field(t->pack->root, "marking");
}

static void add_marking(struct tmpl *t, struct flow *flow)
{
	const struct value *marking = marking_of(t);
	struct flow_mark *mark = &flow->marks[flow->mark_count];

	if (!marking)
		return;
	*mark = (struct flow_mark){.pos = marking->pos};
	flow->mark_count++;
	if (marking->kind == VALUE_STRING)
		say_known(t, marking, &mark->text);
	else
		expand_value_pair(t, marking, &mark->text, NULL);
}

/* ---- embargo ---- */

/* "15:00 (Greenwich Mean Time), 22 November 2023" */
static void say_time(const struct flow_lang *lang, const char *zone, int64_t seconds, struct buf *out)
{
	struct zone_time local;
	struct buf date = {0}, name = {0};
	char clock[16];

	zone_local(zone, seconds, &local);
	snprintf(clock, sizeof clock, "%02d:%02d", local.hour, local.minute);
	locale_date(lang->locale, &local.date, LOCALE_DATE_LONG, false, &date);
	zone_name(zone, seconds, lang->tag, &name);
	locale_phrase(lang->locale, "embargo_time", out,
		      (const char *const[]){"clock", clock, "zone", name.data, "date", date.data, NULL});
	buf_free(&date);
	buf_free(&name);
}

/* Clocks that show the same time are named once. */
static bool same_clock(const char *a, const char *b, int64_t seconds)
{
	struct zone_time x, y;

	zone_local(a, seconds, &x);
	zone_local(b, seconds, &y);
	return x.hour == y.hour && x.minute == y.minute && x.date.day == y.date.day;
}

static const char *say_embargo(struct tmpl *t, size_t lang, const char *zone, int64_t seconds)
{
	const struct value *parties = value_field(t->pack->root, "parties");
	struct buf times = {0}, all = {0};
	const char *text;

	say_time(&t->langs[lang], zone, seconds, &times);
	for (size_t i = 0; i < value_count(parties); i++) {
		const struct value *own = value_field(value_at(parties, i), "zone");

		if (!own || same_clock(zone, own->as.string, seconds))
			continue;
		buf_puts(&times, " / ");
		say_time(&t->langs[lang], own->as.string, seconds, &times);
	}
	locale_phrase(t->langs[lang].locale, "embargo_until", &all, (const char *const[]){"time", times.data, NULL});
	text = arena_strdup(t->arena, all.data);
	buf_free(&times);
	buf_free(&all);
	return text;
}

static void add_embargo(struct tmpl *t, struct flow *flow)
{
	const struct value *embargo = value_field(t->pack->root, "embargo");
	const struct value *until = value_field(embargo, "until"), *zone = value_field(embargo, "zone");
	struct flow_mark *mark = &flow->marks[flow->mark_count];
	struct zone_time time;
	int64_t seconds;

	if (!until || !zone || !zone_time_read(until->as.string, &time))
		return;
	zone_instant(zone->as.string, &time, &seconds);
	*mark = (struct flow_mark){.pos = embargo->pos, .foot = true};
	flow->mark_count++;
	for (size_t lang = 0; lang < t->lang_count; lang++)
		mark->text.text[lang] = one_run(t, say_embargo(t, lang, zone->as.string, seconds), embargo->pos);
}

void mark_bind(struct tmpl *t, struct flow *flow, bool embargoed)
{
	const char *running = style_named(t, "running") ? "running" : "body";

	flow->mark_style = style_find(t, NULL, style_named(t, "marking") ? "marking" : running);
	add_marking(t, flow);
	if (embargoed || t->pack->audience)
		add_embargo(t, flow);
}
