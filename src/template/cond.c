/*
 * cond: what `if` and `unless` ask.
 *
 *   condition = term { "and" term } | term { "or" term }
 *   term      = [ "not" ] path [ "is" [ "not" ] ( "word" | path ) | ( "before" | "after" ) path ]
 *
 * A path alone holds if the pack gives it and it is not an empty list or false.
 */
#include "template_int.h"

#include <string.h>

struct parser {
	struct tmpl *t;
	const struct node *node;
	const char *at;
	bool bad;
};

static void skip_blanks(struct parser *p)
{
	while (*p->at == ' ')
		p->at++;
}

/* Takes a word of the language itself if it stands next. */
static bool take(struct parser *p, const char *word)
{
	size_t len = strlen(word);

	skip_blanks(p);
	if (strncmp(p->at, word, len) || (p->at[len] && p->at[len] != ' '))
		return false;
	p->at += len;
	return true;
}

static void refuse(struct parser *p)
{
	if (!p->bad)
		DIAG(p->t->diag, TEMPLATE_EXPRESSION, p->node->pos, p->node->text,
		     "instrument.topics, event.instrument is instrument, chart.kind is \"timeline\"");
	p->bad = true;
}

static struct result take_path(struct parser *p)
{
	const char *start, *at;
	struct result r = {.ok = false};

	skip_blanks(p);
	start = at = p->at;
	while (expr_name_end(at) != at) {
		at = expr_name_end(at);
		if (*at == '.')
			at++;
	}
	p->at = at;
	if (at == start)
		refuse(p);
	else
		r = expr_path(p->t, arena_strndup(p->t->arena, start, (size_t)(at - start)), p->node->pos);
	p->bad |= !r.ok;
	return r;
}

/* A word in quotation marks, or NULL if none stands next. */
static const char *take_word(struct parser *p)
{
	const char *start, *end;

	skip_blanks(p);
	if (*p->at != '"' && *p->at != '\'')
		return NULL;
	start = p->at + 1;
	end = strchr(start, *p->at);
	if (!end) {
		refuse(p);
		p->at += strlen(p->at);
		return "";
	}
	p->at = end + 1;
	return arena_strndup(p->t->arena, start, (size_t)(end - start));
}

static bool holds(const struct value *v)
{
	if (!v)
		return false;
	if (v->kind == VALUE_BOOL)
		return v->as.truth;
	return v->kind != VALUE_LIST || v->as.list.count;
}

static bool is_word(const struct value *v, const char *word)
{
	if (!v)
		return false;
	if (v->kind == VALUE_STRING)
		return !strcmp(v->as.string, word);
	return v->kind == VALUE_RECORD && v->as.record.id && !strcmp(v->as.record.id, word);
}

static bool same_text(const struct tmpl *t, const struct value *a, const struct value *b)
{
	for (size_t i = 0; i < t->pack->lang_count; i++)
		if (strcmp(a->as.text.lang[i], b->as.text.lang[i]))
			return false;
	return true;
}

static bool is_same(const struct tmpl *t, const struct value *a, const struct value *b)
{
	if (!a || !b || a->kind != b->kind)
		return false;
	if (a->kind == VALUE_TEXT)
		return same_text(t, a, b);
	if (a->kind == VALUE_STRING)
		return !strcmp(a->as.string, b->as.string);
	return a->kind == VALUE_INT ? a->as.integer == b->as.integer : a == b;
}

/* Sign of a - b as far as both dates are precise; 0 if they agree that far. */
static int compare_dates(const struct date *a, const struct date *b)
{
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (a->precision == DATE_YEAR || b->precision == DATE_YEAR)
		return 0;
	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	if (a->precision == DATE_MONTH || b->precision == DATE_MONTH || a->day == b->day)
		return 0;
	return a->day < b->day ? -1 : 1;
}

static bool compare(struct parser *p, const struct result *a, int wanted)
{
	struct result b = take_path(p);

	if (p->bad)
		return false;
	if ((a->type.kind != TYPE_DATE && a->type.kind != TYPE_ANY) ||
	    (b.type.kind != TYPE_DATE && b.type.kind != TYPE_ANY)) {
		DIAG(p->t->diag, TEMPLATE_FILTER_VALUE, p->node->pos, wanted < 0 ? "before" : "after", p->node->text,
		     "dates");
		return false;
	}
	if (!a->value || !b.value || a->value->kind != VALUE_DATE || b.value->kind != VALUE_DATE)
		return false;
	return compare_dates(&a->value->as.date, &b.value->as.date) == wanted;
}

static bool term(struct parser *p)
{
	bool negated = take(p, "not"), result;
	struct result r = take_path(p);

	if (take(p, "is")) {
		bool other = take(p, "not");
		const char *word = take_word(p);

		result = word ? is_word(r.value, word) : is_same(p->t, r.value, take_path(p).value);
		result ^= other;
	} else if (take(p, "before")) {
		result = compare(p, &r, -1);
	} else if (take(p, "after")) {
		result = compare(p, &r, 1);
	} else {
		result = holds(r.value);
	}
	return result ^ negated;
}

bool cond_holds(struct tmpl *t, const struct node *node)
{
	struct parser p = {t, node, node->text, false};
	bool result, other;
	const char *between;

	if (node->kind != NODE_SCALAR || !node->len) {
		DIAG(t->diag, TEMPLATE_NOT_TEXT, node->pos, "if");
		return false;
	}
	result = term(&p);
	between = take(&p, "and") ? "and" : take(&p, "or") ? "or" : NULL;
	while (between && !p.bad) {
		other = term(&p);
		result = *between == 'a' ? result && other : result || other;
		if (!take(&p, between))
			break;
	}
	skip_blanks(&p);
	if (*p.at)
		refuse(&p);
	return result && !p.bad;
}
