/*
 * Reading of single nodes: lookup, and the plain scalars of YAML 1.2's core schema (section 10.3.2), no more of them.
 */
#include "source.h"

#include <string.h>

const struct node *node_find(const struct node *map, const char *key)
{
	if (!map || map->kind != NODE_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (!strcmp(map->entries[i].key->text, key))
			return map->entries[i].value;
	return NULL;
}

/* Whether the node is unquoted and one of three spellings. */
static bool is_word(const struct node *node, const char *lower, const char *title, const char *upper)
{
	if (!node || node->kind != NODE_SCALAR || !node->plain)
		return false;
	return !strcmp(node->text, lower) || !strcmp(node->text, title) || !strcmp(node->text, upper);
}

bool node_is_null(const struct node *node)
{
	return is_word(node, "null", "Null", "NULL") || is_word(node, "", "~", "~");
}

bool node_bool(const struct node *node, bool *value)
{
	*value = is_word(node, "true", "True", "TRUE");
	return *value || is_word(node, "false", "False", "FALSE");
}

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

bool node_int(const struct node *node, int64_t *value)
{
	const char *at;
	bool minus = false;
	int base = 10;
	uint64_t sum = 0, limit = INT64_MAX;

	if (!node || node->kind != NODE_SCALAR || !node->plain || !node->len)
		return false;
	at = node->text;
	if (at[0] == '0' && (at[1] == 'o' || at[1] == 'x')) {
		base = at[1] == 'o' ? 8 : 16;
		at += 2;
	} else if (*at == '-' || *at == '+') {
		minus = *at++ == '-';
		limit += minus;
	}
	if (!*at)
		return false;
	for (; *at; at++) {
		int digit = digit_of(*at);

		if (digit >= base || sum > (limit - (uint64_t)digit) / (uint64_t)base)
			return false;
		sum = sum * (uint64_t)base + (uint64_t)digit;
	}
	*value = minus ? (int64_t)(0 - sum) : (int64_t)sum;
	return true;
}
