/*
 * Values of keys: measures, colours, choices. Each reader adds a finding that names the key and what may stand there,
 * and leaves the target as it was.
 */
#include "template_int.h"

#include <string.h>

void option_keys(struct tmpl *t, const struct node *map, const char *where, const char *const *known, size_t count)
{
	for (size_t i = 0; i < map->count; i++) {
		const struct node *key = map->entries[i].key;
		size_t k = 0;

		while (k < count && strcmp(known[k], key->text))
			k++;
		if (k == count)
			DIAG(t->diag, TEMPLATE_KEY, key->pos, key->text, where,
			     option_hint(t, key->text, known, count));
	}
}

const char *option_hint(struct tmpl *t, const char *word, const char *const *known, size_t count)
{
	const char *nearest = suggest_nearest(word, known, count);
	const char *all = "";

	if (nearest)
		return arena_printf(t->arena, "\"%s\"", nearest);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(t->arena, "%s%s\"%s\"", all, i ? ", " : "", known[i]);
	return count ? all : "-";
}

const char *option_hint_map(struct tmpl *t, const char *word, const struct map *map)
{
	size_t count = map_count(map);
	const char **names = arena_array(t->arena, count, sizeof *names);

	for (size_t i = 0; i < count; i++)
		names[i] = map_key_at(map, i);
	return option_hint(t, word, names, count);
}

bool option_is_map(struct tmpl *t, const struct node *node, const char *what)
{
	if (node->kind == NODE_MAP)
		return true;
	DIAG(t->diag, TEMPLATE_NOT_MAP, node->pos, what);
	return false;
}

bool option_is_list(struct tmpl *t, const struct node *node, const char *what)
{
	if (node->kind == NODE_SEQ)
		return true;
	DIAG(t->diag, TEMPLATE_NOT_LIST, node->pos, what);
	return false;
}

const char *option_word(struct tmpl *t, const struct node *node, const char *what)
{
	if (node->kind == NODE_SCALAR && !node_is_null(node))
		return node->text;
	DIAG(t->diag, TEMPLATE_NOT_TEXT, node->pos, what);
	return NULL;
}

/* ---- measures ---- */

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A decimal number in thousandths; at most three places and eight digits, so that no sum overflows later. */
static const char *thousandths(const char *at, int64_t *value)
{
	bool negative = *at == '-';
	int places = -1, digits = 0;

	*value = 0;
	for (at += negative; digit(*at) || (*at == '.' && places < 0); at++) {
		if (*at == '.') {
			places = 0;
			continue;
		}
		*value = *value * 10 + (*at - '0');
		places += places >= 0;
		if (++digits > 8 || places > 3)
			return NULL;
	}
	for (places = places < 0 ? 0 : places; places < 3; places++)
		*value *= 10;
	if (negative)
		*value = -*value;
	return digits ? at : NULL;
}

static bool points_read(const char *text, int64_t *mpt)
{
	const char *end = thousandths(text, mpt);

	if (!end)
		return false;
	if (!strcmp(end, "mm")) {
		/* 25.4 mm are 72 pt; to the nearest thousandth */
		*mpt = (*mpt * 720 * 2 + (*mpt < 0 ? -254 : 254)) / (254 * 2);
		end += 2;
	} else if (!strcmp(end, "pt")) {
		end += 2;
	}
	return !*end && *mpt <= 20000000 && *mpt >= -20000000;
}

bool option_points(struct tmpl *t, const struct node *node, const char *what, int32_t *mpt)
{
	int64_t value;

	if (node->kind != NODE_SCALAR || !points_read(node->text, &value)) {
		DIAG(t->diag, TEMPLATE_MEASURE, node->pos, what);
		return false;
	}
	*mpt = (int32_t)value;
	return true;
}

static void put_points(struct buf *out, int64_t mpt)
{
	buf_mpt(out, mpt);
}

bool option_on_grid(struct tmpl *t, struct pos pos, const char *what, int32_t mpt)
{
	int32_t grid = t->grid;
	int32_t nearest = (mpt + grid / 2) / grid * grid;
	struct buf is = {0}, use = {0}, step = {0};

	if (mpt % grid == 0)
		return true;
	put_points(&is, mpt);
	put_points(&use, nearest ? nearest : grid);
	put_points(&step, grid);
	DIAG(t->diag, TEMPLATE_GRID, pos, what, is.data, step.data, use.data);
	buf_free(&is);
	buf_free(&use);
	buf_free(&step);
	return false;
}

/* ---- colours ---- */

static int hex(char c)
{
	if (digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool color_read(const char *text, uint32_t *rgb)
{
	uint32_t value = 0;

	if (text[0] != '#' || strlen(text) != 7)
		return false;
	for (int i = 1; i < 7; i++) {
		if (hex(text[i]) < 0)
			return false;
		value = value << 4 | (uint32_t)hex(text[i]);
	}
	*rgb = value;
	return true;
}

bool option_color(struct tmpl *t, const struct node *node, const char *what, uint32_t *rgb)
{
	const uint32_t *named = NULL;

	if (node->kind == NODE_SCALAR) {
		if (color_read(node->text, rgb))
			return true;
		named = map_find(t->colors, node->text, node->len);
	}
	if (named) {
		*rgb = *named;
		return true;
	}
	DIAG(t->diag, TEMPLATE_COLOR, node->pos, what,
	     node->kind == NODE_SCALAR ? option_hint_map(t, node->text, t->colors) : "-");
	return false;
}

/* ---- the rest ---- */

bool option_bool(struct tmpl *t, const struct node *node, const char *what, bool *value)
{
	if (node_bool(node, value))
		return true;
	DIAG(t->diag, TEMPLATE_BOOL, node->pos, what);
	return false;
}

bool option_int(struct tmpl *t, const struct node *node, const char *what, int least, int most, int *value)
{
	int64_t number;

	if (node_int(node, &number) && number >= least && number <= most) {
		*value = (int)number;
		return true;
	}
	DIAG(t->diag, TEMPLATE_INT, node->pos, what, arena_printf(t->arena, "%d", least),
	     arena_printf(t->arena, "%d", most));
	return false;
}

int option_choice(struct tmpl *t, const struct node *node, const char *what, const char *const *names, size_t count)
{
	const char *word = node->kind == NODE_SCALAR ? node->text : "";

	for (size_t i = 0; i < count; i++)
		if (!strcmp(names[i], word))
			return (int)i;
	DIAG(t->diag, TEMPLATE_CHOICE, node->pos, what, option_hint(t, word, names, count));
	return -1;
}

const struct node *option_for_lang(struct tmpl *t, const struct node *node, const char *what, const char *lang)
{
	const struct node *value = node;

	if (node->kind == NODE_MAP) {
		value = node_find(node, lang);
		if (!value)
			value = node_find(node, "default");
	}
	if (!value)
		DIAG(t->diag, TEMPLATE_LANGUAGE, node->pos, what, lang);
	return value;
}
