/*
 * What is left may still tell of what was cut: a number that counts it, a text that refers to it or names it.
 */
#include "audience.h"

#include <string.h>

struct check {
	const struct audience_view *v;
	size_t lang_count;
	LIST(const struct node *) names; /* names of what was cut, by language or not */
	LIST(const char *) left;         /* names of what is left: those betray nothing */
};

enum { NAME_LEAST = 4 }; /* bytes: shorter names stand inside too many words */

static const char *const name_keys[] = {"name", "short", "title", "term", "label"};

/* ---- names of what was cut ---- */

static void add_name(struct check *c, const struct node *name)
{
	if (name->kind == NODE_SCALAR && name->len >= NAME_LEAST)
		*LIST_ADD(c->v->arena, &c->names) = name;
	for (size_t i = 0; name->kind == NODE_MAP && i < name->count; i++)
		if (name->entries[i].value->kind == NODE_SCALAR && strcmp(name->entries[i].key->text, "source") != 0)
			add_name(c, name->entries[i].value);
}

static void collect_names(struct check *c)
{
	for (size_t i = 0; i < c->v->named.count; i++)
		for (size_t k = 0; k < COUNT_OF(name_keys); k++) {
			const struct node *name = node_find(c->v->named.items[i], name_keys[k]);

			if (name)
				add_name(c, name);
		}
}

static bool is_name_key(const char *key)
{
	for (size_t i = 0; i < COUNT_OF(name_keys); i++)
		if (!strcmp(name_keys[i], key))
			return true;
	return false;
}

/* ---- texts ---- */

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Latin names stand between other signs than letters; in other scripts particles and endings follow at once. */
static bool stands_in(const char *text, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
		bool joins = at > text && is_letter(at[-1]) && is_letter(name[0]);

		if (!joins && !(is_letter(at[len]) && is_letter(name[len - 1])))
			return true;
	}
	return false;
}

static bool is_left(const struct check *c, const char *name)
{
	for (size_t i = 0; i < c->left.count; i++)
		if (strstr(c->left.items[i], name))
			return true;
	return false;
}

static void check_names(const struct check *c, const char *text, struct pos pos)
{
	for (size_t i = 0; i < c->names.count; i++) {
		const struct node *name = c->names.items[i];

		if (!stands_in(text, name->text) || is_left(c, name->text))
			continue;
		DIAG(c->v->diag, AUDIENCE_NAMED, pos, name->text);
		diag_note(c->v->diag, name->pos, "what has this name is left out", "이 이름을 가진 항목은 빠집니다");
	}
}

static void check_references(const struct check *c, const char *text, struct pos pos)
{
	static const char reference[] = "{ref:";

	for (const char *at = strstr(text, reference); at; at = strstr(at, reference)) {
		at += strlen(reference);
		audience_refuse(c->v, at, strcspn(at, "}"), pos);
	}
}

static void check_text(const struct check *c, const struct value *text)
{
	for (size_t i = 0; i < c->lang_count; i++)
		if (text->as.text.lang[i]) {
			check_references(c, text->as.text.lang[i], text->as.text.at[i]);
			check_names(c, text->as.text.lang[i], text->as.text.at[i]);
		}
}

/* ---- counts ---- */

static void check_count(const struct check *c, const struct value *record)
{
	const struct value *count = value_field(record, "count"), *list = value_deref(count);
	const struct audience_cut *cut = list ? audience_find(c->v, list->pos, NULL) : NULL;

	if (!cut || count->kind != VALUE_PATH)
		return;
	DIAG(c->v->diag, AUDIENCE_COUNT, count->pos, count->as.path.path);
	diag_note(c->v->diag, cut->pos, "this is not counted", "이 항목은 세지 않습니다");
}

/* ---- all values ---- */

typedef void visit_fn(struct check *, const char *key, const struct value *);

static void visit(struct check *c, const char *key, const struct value *value, visit_fn *each)
{
	if (!value)
		return;
	each(c, key, value);
	for (size_t i = 0; value->kind == VALUE_LIST && i < value->as.list.count; i++)
		visit(c, key, value->as.list.items[i], each);
	for (size_t i = 0; value->kind == VALUE_RECORD && i < value->as.record.schema->count; i++)
		visit(c, value->as.record.schema->fields[i].name, value->as.record.fields[i], each);
	if (value->kind == VALUE_TEXT) {
		visit(c, "shorter", value->as.text.shorter, each);
		visit(c, "note", value->as.text.note, each);
	}
}

static void gather_left(struct check *c, const char *key, const struct value *value)
{
	for (size_t i = 0; value->kind == VALUE_TEXT && is_name_key(key) && i < c->lang_count; i++)
		if (value->as.text.lang[i])
			*LIST_ADD(c->v->arena, &c->left) = value->as.text.lang[i];
}

static void check_value(struct check *c, const char *key, const struct value *value)
{
	(void)key;
	if (value->kind == VALUE_TEXT)
		check_text(c, value);
	else if (value->kind == VALUE_RECORD)
		check_count(c, value);
}

void audience_check(const struct audience_view *v, const struct value *root, size_t lang_count)
{
	struct check c = {.v = v, .lang_count = lang_count};

	if (!v->cuts.count || !root)
		return;
	collect_names(&c);
	visit(&c, "pack", root, gather_left);
	visit(&c, "pack", root, check_value);
}
