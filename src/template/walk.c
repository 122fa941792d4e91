/*
 * walk: lists of entries with `for`, `if`, `unless`, `else` and `do`. What the pack gives no reason to show is walked
 * all the same, with absent values and into a copy that is thrown away, so that every mistake in a template is found in
 * any pack.
 */
#include "template_int.h"

#include <string.h>

enum { ROUNDS_MOST = 400000 };

static const char *const common[] = {"for", "if", "unless", "else", "optional", "do"};

static void entry(struct tmpl *t, const struct node *node, const struct bind_place *place, void *out);

/* ---- which kind ---- */

/* several: more than one kind stands in the entry; a finding tells of it. */
static const struct bind_kind *kind_of(struct tmpl *t, const struct node *node, const struct bind_place *place,
				       bool *several)
{
	const struct bind_kind *found = NULL;

	for (size_t i = 0; i < node->count; i++) {
		const struct node *key = node->entries[i].key;

		for (size_t k = 0; k < place->count; k++) {
			if (strcmp(place->kinds[k].key, key->text))
				continue;
			*several |= found != NULL;
			if (found)
				DIAG(t->diag, TEMPLATE_TWO_BLOCKS, key->pos, found->key, key->text);
			else
				found = &place->kinds[k];
		}
	}
	return found;
}

static void check_keys(struct tmpl *t, const struct node *node, const struct bind_kind *kind)
{
	const char *known[COUNT_OF(common) + 24];
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(common); i++)
		if (!kind || strcmp(common[i], "do"))
			known[count++] = common[i];
	if (kind) {
		known[count++] = kind->key;
		for (size_t i = 0; kind->options[i]; i++)
			known[count++] = kind->options[i];
	}
	option_keys(t, node, kind ? kind->key : "do", known, count);
}

static void unknown_kind(struct tmpl *t, const struct node *node, const struct bind_place *place)
{
	const char *names[32];
	const char *key = node->kind == NODE_MAP ? "-" : node->kind == NODE_SEQ ? "[ ]" : node->text;
	struct pos pos = node->pos;

	for (size_t i = 0; i < place->count; i++)
		names[i] = place->kinds[i].key;
	for (size_t i = 0; node->kind == NODE_MAP && i < node->count; i++) {
		size_t k = 0;

		while (k < COUNT_OF(common) && strcmp(common[k], node->entries[i].key->text))
			k++;
		if (k < COUNT_OF(common))
			continue;
		key = node->entries[i].key->text;
		pos = node->entries[i].key->pos;
		break;
	}
	DIAG(t->diag, TEMPLATE_BLOCK, pos, key, place->what, option_hint(t, key, names, place->count));
}

/* A map without a key that an entry has is a text by language. */
static bool is_entry(const struct node *node, const struct bind_kind *kind)
{
	for (size_t i = 0; i < COUNT_OF(common) && !kind; i++)
		if (node_find(node, common[i]))
			return true;
	return kind != NULL;
}

static bool is_text(const struct tmpl *t, const struct node *node)
{
	for (size_t lang = 0; lang < t->lang_count; lang++)
		if (node_find(node, t->langs[lang].key))
			return true;
	return node->count == 1 && node_is_null(node->entries[0].value); /* braces without quotation marks */
}

/* ---- binding ---- */

static void only_check(struct tmpl *t, const struct node *node, const struct bind_place *place, const void *out,
		       bind_fn *bind)
{
	void *copy = arena_alloc(t->arena, place->out_size);
	bool absent = t->absent;

	memcpy(copy, out, place->out_size);
	t->absent = true;
	if (bind)
		bind(t, node, copy);
	else
		walk(t, node, place, copy);
	t->absent = absent;
}

static void shown(struct tmpl *t, const struct node *node, const struct bind_kind *kind, const struct bind_place *place,
		  void *out, bool show)
{
	const struct node *what = kind ? node : node_find(node, "do");
	bind_fn *bind = kind ? kind->bind : NULL;

	if (!what)
		return;
	if (!show)
		only_check(t, what, place, out, bind);
	else if (bind)
		bind(t, what, out);
	else
		walk(t, what, place, out);
}

static void conditional(struct tmpl *t, const struct node *node, const struct bind_kind *kind,
			const struct bind_place *place, void *out)
{
	const struct node *when = node_find(node, "if"), *unless = node_find(node, "unless");
	const struct node *otherwise = node_find(node, "else");
	bool show = (!when || cond_holds(t, when)) & (!unless || !cond_holds(t, unless));

	shown(t, node, kind, place, out, show);
	if (!otherwise)
		return;
	if (!when && !unless)
		DIAG0(t->diag, TEMPLATE_ELSE, otherwise->pos);
	else if (show)
		only_check(t, otherwise, place, out, NULL);
	else
		walk(t, otherwise, place, out);
}

/* "name in path" */
static bool read_loop(struct tmpl *t, const struct node *node, struct scope *scope, struct result *list)
{
	const char *text = node->kind == NODE_SCALAR ? node->text : "";
	const char *end = expr_name_end(text);

	if (end == text || strncmp(end, " in ", 4)) {
		DIAG(t->diag, TEMPLATE_EXPRESSION, node->pos, text, "topic in instrument.topics");
		return false;
	}
	scope->name = arena_strndup(t->arena, text, (size_t)(end - text));
	for (end += 4; *end == ' ';)
		end++;
	*list = expr_path(t, end, node->pos);
	if (list->ok && !list->type.list && (list->type.kind != TYPE_ANY || list->value)) {
		DIAG(t->diag, TEMPLATE_LOOP, node->pos, end);
		return false;
	}
	return list->ok;
}

static void loop(struct tmpl *t, const struct node *node, const struct bind_kind *kind, const struct bind_place *place,
		 void *out)
{
	struct scope scope = {.outer = t->scope};
	struct result list;
	bool absent = t->absent;
	void *copy = out;
	size_t count;

	if (!read_loop(t, node_find(node, "for"), &scope, &list))
		return;
	scope.type = list.type;
	scope.type.list = false;
	t->scope = &scope;
	count = absent ? 0 : value_count(list.value);
	for (size_t i = 0; i < count; i++) {
		scope.value = value_deref(value_at(list.value, i));
		if (lever_drops_record(t, scope.value))
			continue;
		scope.index++;
		conditional(t, node, kind, place, out);
	}
	if (!count) {
		copy = arena_alloc(t->arena, place->out_size);
		memcpy(copy, out, place->out_size);
		scope.index = 1;
		t->absent = true;
		conditional(t, node, kind, place, copy);
		t->absent = absent;
	}
	t->scope = scope.outer;
}

static void entry(struct tmpl *t, const struct node *node, const struct bind_place *place, void *out)
{
	bool several = false;
	const struct bind_kind *kind = node->kind == NODE_MAP ? kind_of(t, node, place, &several) : NULL;

	if (++t->rounds >= ROUNDS_MOST) {
		if (t->rounds == ROUNDS_MOST)
			DIAG(t->diag, TEMPLATE_LIMIT, node->pos, arena_printf(t->arena, "%d", ROUNDS_MOST));
		return;
	}
	if (node->kind != NODE_MAP || !is_entry(node, kind)) {
		if (place->text && node->kind != NODE_SEQ && (node->kind != NODE_MAP || is_text(t, node)))
			place->text(t, node, out);
		else
			unknown_kind(t, node, place);
		return;
	}
	if (!kind && !node_find(node, "do")) {
		unknown_kind(t, node, place);
		return;
	}
	if (!several)
		check_keys(t, node, kind);
	if (lever_drops(t, node))
		return;
	if (node_find(node, "for"))
		loop(t, node, kind, place, out);
	else
		conditional(t, node, kind, place, out);
}

void walk(struct tmpl *t, const struct node *node, const struct bind_place *place, void *out)
{
	if (!node || node_is_null(node) || !option_is_list(t, node, place->what))
		return;
	for (size_t i = 0; i < node->count; i++)
		entry(t, node->items[i], place, out);
}
