/*
 * Contradictions of a text with the calendar and with the pack's own data: a weekday that is not that of the date, a
 * date that does not exist, a number of things that the pack itself counts otherwise.
 */
#include "lint_int.h"

#include <string.h>

enum {
	FACTS_NEAR = 4, /* bytes between a date and its weekday */
	FACTS_COUNTS =
		256 /* things that are counted; a pack with more figures and titled lists is not one to be read */
};

/* ---- the calendar ---- */

static struct date facts_date(const struct token *t)
{
	return (struct date){t->year, t->month, t->day, t->day ? DATE_DAY : t->month ? DATE_MONTH : DATE_YEAR};
}

static void facts_exists(struct lint_run *run, const struct value *text, size_t lang, const struct side *side,
			 const struct token *t)
{
	struct date date = facts_date(t);

	if (!date.year)
		date.year = 2000; /* 29 February without a year may be right */
	if (t->day && t->month && !date_exists(&date))
		LINT(run, FACT_DATE, text, lang, t->start, t->end,
		     arena_strndup(run->arena, side->text + t->start, t->end - t->start));
}

static bool facts_beside(const struct token *date, const struct token *weekday)
{
	if (weekday->start >= date->end)
		return weekday->start - date->end <= FACTS_NEAR;
	return weekday->end <= date->start && date->start - weekday->end <= FACTS_NEAR;
}

static void facts_weekday(struct lint_run *run, const struct value *text, size_t lang, const struct side *side,
			  const struct token *weekday, const struct token *date)
{
	static const char *const days[] = {DIAG_BOTH("Monday", "월요일"),    DIAG_BOTH("Tuesday", "화요일"),
					   DIAG_BOTH("Wednesday", "수요일"), DIAG_BOTH("Thursday", "목요일"),
					   DIAG_BOTH("Friday", "금요일"),    DIAG_BOTH("Saturday", "토요일"),
					   DIAG_BOTH("Sunday", "일요일")};
	struct date day = facts_date(date);

	if (day.precision != DATE_DAY || !day.year || !date_exists(&day) ||
	    (int64_t)date_weekday(&day) == weekday->value)
		return;
	LINT(run, FACT_WEEKDAY, text, lang, weekday->start, weekday->end,
	     arena_strndup(run->arena, side->text + date->start, date->end - date->start), days[date_weekday(&day)]);
}

static void facts_calendar(struct lint_run *run, const struct value *text, size_t lang, const struct side *side)
{
	const struct token *date = NULL, *weekday = NULL;

	for (size_t i = 0; i < side->tokens.count; i++) {
		const struct token *t = &side->tokens.items[i];

		if (t->kind != TOKEN_DATE && t->kind != TOKEN_WEEKDAY)
			continue;
		if (t->kind == TOKEN_DATE)
			facts_exists(run, text, lang, side, t);
		if (t->kind == TOKEN_DATE && weekday && facts_beside(t, weekday))
			facts_weekday(run, text, lang, side, weekday, t);
		if (t->kind == TOKEN_WEEKDAY && date && facts_beside(date, t))
			facts_weekday(run, text, lang, side, t, date);
		date = t->kind == TOKEN_DATE ? t : NULL;
		weekday = t->kind == TOKEN_WEEKDAY ? t : NULL;
	}
}

/* ---- counts ---- */

/* A thing that the pack counts: its words in each language, how many there are, and in which part of the pack. */
struct facts_count {
	const char *phrases[MODEL_LANGS]; /* NULL: none that is plain enough */
	int64_t count;
	struct pos pos;
	const char *scope; /* path of the record whose texts are meant; NULL: all */
	bool ambiguous;
};

struct facts {
	LIST(struct facts_count) counts;
};

static void facts_add(struct lint_run *run, struct facts *facts, const struct value *label, int64_t count,
		      struct pos pos, const char *scope)
{
	struct facts_count *fact;

	if (facts->counts.count == FACTS_COUNTS)
		return;
	fact = LIST_ADD(run->arena, &facts->counts);
	*fact = (struct facts_count){.count = count, .pos = pos, .scope = scope};
	for (size_t lang = 0; lang < run->pack->lang_count; lang++)
		if (run->analysers[lang])
			fact->phrases[lang] =
				run->analysers[lang]->counted(run->arena, label->as.text.lang[lang], scope != NULL);
}

static void facts_figures(struct lint_run *run, struct facts *facts)
{
	const struct value *figures = value_field(run->pack->root, "figures");

	for (size_t i = 0; i < value_count(figures); i++) {
		const struct value *figure = value_at(figures, i), *label = value_field(figure, "label");
		const struct value *value = value_field(figure, "value"),
				   *list = value_deref(value_field(figure, "count"));

		if (label && (value || list))
			facts_add(run, facts, label, value ? value->as.integer : (int64_t)value_count(list), label->pos,
				  NULL);
	}
}

/* A list that has a title beside it: topics and topics_title. */
void facts_record(struct lint_run *run, const struct value *record, const char *path)
{
	const struct schema_record *schema = record->as.record.schema;

	for (size_t i = 0; i < schema->count; i++) {
		const struct value *list = record->as.record.fields[i], *title;

		if (!list || list->kind != VALUE_LIST)
			continue;
		title = value_field(record, arena_printf(run->arena, "%s_title", schema->fields[i].name));
		if (title && title->kind == VALUE_TEXT)
			facts_add(run, run->facts, title, (int64_t)list->as.list.count, title->pos, path);
	}
}

/* Two things of one name that differ in number, one of them of the whole pack, say nothing about a text. */
static void facts_settle(struct lint_run *run, struct facts *facts)
{
	for (size_t lang = 0; lang < run->pack->lang_count; lang++) {
		struct map *known = map_new(run->arena);

		for (size_t i = 0; i < facts->counts.count; i++) {
			struct facts_count *fact = &facts->counts.items[i], *other;

			if (!fact->phrases[lang] || fact->scope)
				continue;
			other = map_put(known, fact->phrases[lang], strlen(fact->phrases[lang]), fact);
			if (other && other->count != fact->count)
				other->ambiguous = fact->ambiguous = true;
		}
	}
}

struct facts *facts_new(struct lint_run *run)
{
	return arena_alloc(run->arena, sizeof(struct facts));
}

void facts_ready(struct lint_run *run)
{
	facts_figures(run, run->facts);
	facts_settle(run, run->facts);
}

static bool facts_in_scope(const char *scope, const char *path)
{
	size_t len = scope ? strlen(scope) : 0;

	return !scope || (!strncmp(path, scope, len) && path[len] == '.');
}

static void facts_number(struct lint_run *run, const struct lint_text *text, size_t lang, const struct side *side,
			 const struct token *t)
{
	int64_t number = decimal_whole(t->number, 1000000);

	for (size_t i = 0; number >= 0 && i < run->facts->counts.count; i++) {
		const struct facts_count *fact = &run->facts->counts.items[i];

		if (!fact->phrases[lang] || fact->ambiguous || fact->count == number ||
		    !facts_in_scope(fact->scope, text->path) || !side->analyser->counts(side, t, fact->phrases[lang]))
			continue;
		LINT(run, FACT_COUNT, text->text, lang, t->start, t->end,
		     arena_strndup(run->arena, side->text + t->start, t->end - t->start), fact->phrases[lang],
		     arena_printf(run->arena, "%lld", (long long)fact->count));
		diag_note(run->diag, fact->pos, "they are counted here", "여기에서 셉니다");
	}
}

void facts_check(struct lint_run *run, const struct lint_text *text, size_t lang, const struct side *side)
{
	facts_calendar(run, text->text, lang, side);
	for (size_t i = 0; i < side->tokens.count; i++) {
		const struct token *t = &side->tokens.items[i];

		if (t->kind == TOKEN_NUMBER && !t->soft && !t->measure && !t->limits)
			facts_number(run, text, lang, side, t);
	}
}

/* ---- dates of the pack ---- */

static bool facts_later(const struct date *a, const struct date *b)
{
	if (a->year != b->year)
		return a->year > b->year;
	if (!a->month || !b->month || a->month != b->month)
		return a->month && b->month && a->month > b->month;
	return a->day && b->day && a->day > b->day;
}

/* An instrument may be signed after the release that announces it, but no pack can rest on what came after it. */
void facts_pack(struct lint_run *run)
{
	const struct value *sources = value_field(run->pack->root, "sources");
	const struct value *prepared = value_field(run->pack->root, "prepared");

	for (size_t i = 0; prepared && i < value_count(sources); i++) {
		const struct value *date = value_field(value_at(sources, i), "date");

		if (!date || !facts_later(&date->as.date, &prepared->as.date))
			continue;
		DIAG0(run->diag, FACT_PREPARED, prepared->pos);
		diag_note(run->diag, date->pos, "the source is newer", "출처가 더 늦습니다");
	}
}
