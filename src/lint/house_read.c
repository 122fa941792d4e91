/* Reads the rules of house style from their files. */
#include "house_int.h"

#include <string.h>

static const char *house_string(struct diag *diag, const struct node *rule, const char *key, bool required)
{
	const struct node *node = node_find(rule, key);

	if (node && node->kind == NODE_SCALAR)
		return node->text;
	if (node || required)
		DIAG(diag, RULE_FORM, node ? node->pos : rule->pos, key);
	return NULL;
}

static const char *const *house_near(struct arena *arena, struct diag *diag, const struct node *rule)
{
	const struct node *node = node_find(rule, "near");
	const char **near = arena_array(arena, node && node->kind == NODE_SEQ ? node->count + 1 : 1, sizeof *near);

	if (node && node->kind != NODE_SEQ)
		DIAG(diag, RULE_FORM, node->pos, "near");
	for (size_t i = 0; node && node->kind == NODE_SEQ && i < node->count; i++) {
		near[i] = node->items[i]->text;
		if (node->items[i]->kind == NODE_SCALAR && node->items[i]->len)
			continue;
		DIAG(diag, RULE_FORM, node->items[i]->pos, "near");
		near[i] = "\n";
	}
	return near;
}

static void house_ways(struct diag *diag, const struct node *node, struct house_rule *rule)
{
	for (size_t i = 0; node->kind == NODE_MAP && i < node->count && i < HOUSE_WAYS; i++)
		if (node->entries[i].value->kind == NODE_SCALAR)
			rule->ways[rule->way_count++] = node->entries[i].value->text;
	if (rule->way_count < 2)
		DIAG(diag, RULE_FORM, node->pos, "mixed");
}

static void house_keys(struct diag *diag, const struct node *node)
{
	static const char *const keys[] = {"id", "near", "pattern", "replace", "fix",
					   "en", "ko",   "wrong",   "right",   "mixed"};

	for (size_t i = 0; i < node->count; i++) {
		bool known = false;

		for (size_t k = 0; k < COUNT_OF(keys); k++)
			known = known || !strcmp(keys[k], node->entries[i].key->text);
		if (!known)
			DIAG(diag, RULE_FORM, node->entries[i].key->pos, node->entries[i].key->text);
	}
}

static void house_rule_read(struct arena *arena, struct diag *diag, const struct node *node, struct house_rules *rules)
{
	const struct node *mixed = node_find(node, "mixed"), *fix = node_find(node, "fix");
	struct house_rule rule = {.pos = node->pos};

	if (node->kind != NODE_MAP) {
		DIAG(diag, RULE_FORM, node->pos, "rules");
		return;
	}
	house_keys(diag, node);
	rule.id = house_string(diag, node, "id", true);
	rule.pattern = house_string(diag, node, "pattern", !mixed);
	rule.replace = house_string(diag, node, "replace", false);
	rule.en = house_string(diag, node, "en", true);
	rule.ko = house_string(diag, node, "ko", true);
	rule.wrong = house_string(diag, node, "wrong", true);
	rule.right = house_string(diag, node, "right", true);
	rule.near = house_near(arena, diag, node);
	if (fix && !node_bool(fix, &rule.fix))
		DIAG(diag, RULE_FORM, fix->pos, "fix");
	if (mixed)
		house_ways(diag, mixed, &rule);
	if (rule.id && rule.en && rule.ko && (rule.pattern || rule.way_count > 1))
		*LIST_ADD(arena, rules) = rule;
}

void house_read(struct arena *arena, struct diag *diag, const char *path, struct house_rules *rules)
{
	const struct node *root = source_read(arena, diag, path), *list = root ? node_find(root, "rules") : NULL;

	if (root && (!list || list->kind != NODE_SEQ))
		DIAG(diag, RULE_FORM, root->pos, "rules");
	for (size_t i = 0; list && list->kind == NODE_SEQ && i < list->count; i++)
		house_rule_read(arena, diag, list->items[i], rules);
}
