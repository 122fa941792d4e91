/*
 * style: colours, fonts, styles and the theme of charts. A style starts as the one it is `like`, so each names only
 * what differs; size, leading and face may differ by language.
 */
#include "template_int.h"

#include <math.h>
#include <string.h>

enum field_type {
	FIELD_POINTS,
	FIELD_GRID,
	FIELD_RGB,
	FIELD_PANEL,
	FIELD_FLAG,
	FIELD_ALIGN,
	FIELD_LANGS,
	FIELD_LANGS_GRID,
	FIELD_FACE,
	FIELD_LEAST, /* beside the style, in struct style_sizes */
	FIELD_OTHER
};

struct field {
	const char *key;
	enum field_type type;
	size_t offset; /* in struct style */
};

#define NOT_GIVEN UINT32_MAX /* quiet_color while styles are read; side_padding is negative then */

#define AT(member) offsetof(struct style, member)

static const struct field fields[] = {
	{"like", FIELD_OTHER, 0},
	{"ground", FIELD_OTHER, 0},
	{"face", FIELD_FACE, AT(face)},
	{"strong", FIELD_FACE, AT(strong_face)},
	{"size", FIELD_LANGS, AT(size)},
	{"least", FIELD_LEAST, 0},
	{"leading", FIELD_LANGS_GRID, AT(leading)},
	{"before", FIELD_GRID, AT(space_before)},
	{"after", FIELD_GRID, AT(space_after)},
	{"indent", FIELD_POINTS, AT(indent)},
	{"color", FIELD_RGB, AT(color)},
	{"quiet", FIELD_RGB, AT(quiet_color)},
	{"align", FIELD_ALIGN, AT(align)},
	{"hyphenate", FIELD_FLAG, AT(hyphenate)},
	{"balance", FIELD_FLAG, AT(balance)},
	{"tabular", FIELD_FLAG, AT(tabular)},
	{"keep_with_next", FIELD_FLAG, AT(keep_with_next)},
	{"keep_together", FIELD_FLAG, AT(keep_together)},
	{"fill", FIELD_PANEL, AT(fill)},
	{"bar", FIELD_PANEL, AT(bar)},
	{"padding", FIELD_GRID, AT(padding)},
	{"side_padding", FIELD_POINTS, AT(side_padding)},
	{"rule_above", FIELD_POINTS, AT(rule_above)},
	{"rule_below", FIELD_POINTS, AT(rule_below)},
	{"rule_color", FIELD_RGB, AT(rule_color)},
};

static const char *const alignments[] = {"start", "justify", "end", "center"};

/* ---- colours and fonts ---- */

static void load_colors(struct tmpl *t, const struct node *map)
{
	if (!map || !option_is_map(t, map, "colors"))
		return;
	for (size_t i = 0; i < map->count; i++) {
		const struct node *key = map->entries[i].key;
		uint32_t *rgb = arena_alloc(t->arena, sizeof *rgb);

		if (option_color(t, map->entries[i].value, key->text, rgb))
			map_put(t->colors, key->text, key->len, rgb);
	}
}

/* A file, or a list of files: the font and its fallbacks. avoid: characters that are not taken from the first. */
static const struct face *open_files(struct tmpl *t, const struct node *node, const char *avoid, const char *what)
{
	size_t count = node->kind == NODE_SEQ ? node->count : 1;
	const char **paths = arena_array(t->arena, count, sizeof *paths);

	if (!count) {
		DIAG(t->diag, TEMPLATE_NOT_LIST, node->pos, what);
		return NULL;
	}
	for (size_t i = 0; i < count; i++) {
		paths[i] = option_word(t, node->kind == NODE_SEQ ? node->items[i] : node, what);
		if (!paths[i])
			return NULL;
	}
	return text_face_avoiding(t->text, paths, count, avoid, node->pos);
}

/* Files, or a mapping that says more about them. */
static const struct face *open_face(struct tmpl *t, const struct node *node, const char *what)
{
	static const char *const keys[] = {"files", "avoid"};
	const struct node *files = node_find(node, "files"), *avoid = node_find(node, "avoid");

	if (node->kind != NODE_MAP)
		return open_files(t, node, NULL, what);
	option_keys(t, node, what, keys, COUNT_OF(keys));
	if (!files) {
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, what, "files");
		return NULL;
	}
	return open_files(t, files, avoid ? option_word(t, avoid, "avoid") : NULL, what);
}

/* A face is one for all languages, or a mapping by language; both may be mappings. */
static const struct node *face_for_lang(struct tmpl *t, const struct node_entry *entry, size_t lang)
{
	if (node_find(entry->value, "files") || node_find(entry->value, "avoid"))
		return entry->value;
	return option_for_lang(t, entry->value, entry->key->text, t->langs[lang].key);
}

static void load_fonts(struct tmpl *t, const struct node *map)
{
	if (!map || !option_is_map(t, map, "fonts"))
		return;
	for (size_t i = 0; i < map->count; i++) {
		const struct node *key = map->entries[i].key;
		struct face_set *set = arena_alloc(t->arena, sizeof *set);

		for (size_t lang = 0; lang < t->lang_count; lang++) {
			const struct node *node = face_for_lang(t, &map->entries[i], lang);

			if (node)
				set->face[lang] = open_face(t, node, key->text);
		}
		map_put(t->faces, key->text, key->len, set);
	}
}

const struct face_set *style_faces(struct tmpl *t, const struct node *name)
{
	const char *word = option_word(t, name, "face");
	const struct face_set *set = word ? map_find(t->faces, word, strlen(word)) : NULL;

	if (word && !set)
		DIAG(t->diag, TEMPLATE_FACE, name->pos, word, option_hint_map(t, word, t->faces));
	return set;
}

/* ---- styles ---- */

static void read_langs(struct tmpl *t, const struct field *field, const struct node *value, int32_t *out)
{
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		const struct node *own = option_for_lang(t, value, field->key, t->langs[lang].key);

		if (!own || !option_points(t, own, field->key, &out[lang]))
			continue;
		if (out[lang] <= 0)
			DIAG(t->diag, TEMPLATE_MEASURE, own->pos, field->key);
		else if (field->type == FIELD_LANGS_GRID)
			option_on_grid(t, own->pos, field->key, out[lang]);
	}
}

static void read_faces(struct tmpl *t, const struct node *value, const struct face **out)
{
	const struct face_set *set = style_faces(t, value);

	for (size_t lang = 0; set && lang < t->lang_count; lang++)
		out[lang] = set->face[lang];
}

static void read_panel(struct tmpl *t, const char *key, const struct node *value, int32_t *out)
{
	uint32_t rgb;

	if (value->kind == NODE_SCALAR && !strcmp(value->text, "none"))
		*out = -1;
	else if (option_color(t, value, key, &rgb))
		*out = (int32_t)rgb;
}

static void read_grid(struct tmpl *t, const char *key, const struct node *value, int32_t *out)
{
	if (option_points(t, value, key, out))
		option_on_grid(t, value->pos, key, *out);
}

static void read_align(struct tmpl *t, const char *key, const struct node *value, enum text_align *out)
{
	int choice = option_choice(t, value, key, alignments, COUNT_OF(alignments));

	if (choice >= 0)
		*out = (enum text_align)choice;
}

static void read_field(struct tmpl *t, struct style *style, const struct field *field, const struct node *value)
{
	void *out = (char *)style + field->offset;

	switch (field->type) {
	case FIELD_POINTS:
		option_points(t, value, field->key, out);
		break;
	case FIELD_GRID:
		read_grid(t, field->key, value, out);
		break;
	case FIELD_RGB:
		option_color(t, value, field->key, out);
		break;
	case FIELD_PANEL:
		read_panel(t, field->key, value, out);
		break;
	case FIELD_FLAG:
		option_bool(t, value, field->key, out);
		break;
	case FIELD_ALIGN:
		read_align(t, field->key, value, out);
		break;
	case FIELD_LANGS:
	case FIELD_LANGS_GRID:
		read_langs(t, field, value, out);
		break;
	case FIELD_FACE:
		read_faces(t, value, out);
		break;
	case FIELD_LEAST:
	case FIELD_OTHER:
		break;
	}
}

/* The keys a style must have once it has inherited. */
static void check_style(struct tmpl *t, const struct style *style, struct pos pos)
{
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		const char *lacks = !style->face[lang]      ? "face"
				    : !style->size[lang]    ? "size"
				    : !style->leading[lang] ? "leading"
							    : NULL;

		if (lacks && map_count(t->faces))
			DIAG(t->diag, TEMPLATE_MISSING, pos, style->name, lacks);
	}
}

struct loading {
	const struct node *map;
	struct map *open;    /* being resolved: to find a circle */
	struct map *grounds; /* name to the colour a style's text stands on */
};

static const struct style *load_style(struct tmpl *t, struct loading *l, const struct node_entry *entry);

static const struct style *inherited(struct tmpl *t, struct loading *l, const struct node *like)
{
	const char *name = option_word(t, like, "like");
	const struct style *done = name ? map_find(t->styles, name, strlen(name)) : NULL;

	if (done || !name)
		return done;
	for (size_t i = 0; i < l->map->count; i++)
		if (!strcmp(l->map->entries[i].key->text, name))
			return load_style(t, l, &l->map->entries[i]);
	DIAG(t->diag, TEMPLATE_STYLE, like->pos, name, option_hint_map(t, name, t->styles));
	return NULL;
}

static uint32_t ground_of(struct tmpl *t, struct loading *l, const struct node *node, const struct style *style)
{
	const struct node *ground = node_find(node, "ground"), *like = node_find(node, "like");
	const uint32_t *own = NULL;
	uint32_t rgb = 0xffffff;

	if (ground)
		option_color(t, ground, "ground", &rgb);
	else if (style->fill >= 0)
		rgb = (uint32_t)style->fill;
	else if (like && like->kind == NODE_SCALAR)
		own = map_find(l->grounds, like->text, like->len);
	return own ? *own : rgb;
}

/* The least size is the style's own or that of the one it is like. */
static void take_least(struct tmpl *t, struct style *style, const struct style *base, const struct node *least)
{
	static const struct field field = {"least", FIELD_LANGS, 0};
	const struct style_sizes *outer = base ? map_find(t->sizes, base->name, strlen(base->name)) : NULL;
	struct style_sizes *sizes = arena_alloc(t->arena, sizeof *sizes);

	if (outer)
		*sizes = *outer;
	sizes->style = style;
	if (least)
		read_langs(t, &field, least, sizes->least);
	map_put(t->sizes, style->name, strlen(style->name), sizes);
}

static const struct style *load_style(struct tmpl *t, struct loading *l, const struct node_entry *entry)
{
	const struct node *key = entry->key, *node = entry->value, *like;
	struct style *style = map_find(t->styles, key->text, key->len);
	const struct style *base = NULL;
	uint32_t *ground = arena_alloc(t->arena, sizeof *ground);

	if (style)
		return style;
	style = arena_alloc(t->arena, sizeof *style);
	*style = (struct style){.fill = -1, .bar = -1, .side_padding = -1, .quiet_color = NOT_GIVEN};
	if (node->kind != NODE_MAP) {
		DIAG(t->diag, TEMPLATE_NOT_MAP, node->pos, key->text);
	} else if (map_put(l->open, key->text, key->len, style)) {
		DIAG(t->diag, TEMPLATE_LIKE, key->pos, key->text);
		return NULL;
	} else {
		like = node_find(node, "like");
		base = like ? inherited(t, l, like) : NULL;
		if (base)
			*style = *base;
		for (size_t i = 0; i < COUNT_OF(fields); i++)
			if (node_find(node, fields[i].key))
				read_field(t, style, &fields[i], node_find(node, fields[i].key));
	}
	style->name = key->text;
	take_least(t, style, base, node_find(node, "least"));
	for (size_t lang = 0; lang < FLOW_LANGS; lang++)
		if (!style->strong_face[lang])
			style->strong_face[lang] = style->face[lang];
	*ground = ground_of(t, l, node, style);
	map_put(l->grounds, key->text, key->len, ground);
	map_put(t->styles, key->text, key->len, style);
	check_style(t, style, key->pos);
	style_contrast(t, key->pos, key->text, style->color, *ground);
	if (style->quiet_color != NOT_GIVEN)
		style_contrast(t, key->pos, key->text, style->quiet_color, *ground);
	return style;
}

static void load_styles(struct tmpl *t, const struct node *map)
{
	struct loading l = {map, map_new(t->arena), map_new(t->arena)};
	const char *known[COUNT_OF(fields)];

	if (!map) {
		DIAG(t->diag, TEMPLATE_MISSING, t->pos, "template", "styles");
		return;
	}
	if (!option_is_map(t, map, "styles"))
		return;
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		known[i] = fields[i].key;
	for (size_t i = 0; i < map->count; i++) {
		if (map->entries[i].value->kind == NODE_MAP)
			option_keys(t, map->entries[i].value, map->entries[i].key->text, known, COUNT_OF(known));
		load_style(t, &l, &map->entries[i]);
	}
	for (size_t i = 0; i < map_count(t->styles); i++) {
		struct style *style = map_value_at(t->styles, i);

		if (style->quiet_color == NOT_GIVEN)
			style->quiet_color = style->color;
		if (style->side_padding < 0)
			style->side_padding = style->padding;
	}
	if (!map_find(t->styles, "body", 4))
		DIAG(t->diag, TEMPLATE_MISSING, map->pos, "styles", "body");
}

void style_load(struct tmpl *t)
{
	load_colors(t, node_find(t->root, "colors"));
	load_fonts(t, node_find(t->root, "fonts"));
	load_styles(t, node_find(t->root, "styles"));
	lever_shrink(t);
}

const struct style *style_named(struct tmpl *t, const char *name)
{
	return map_find(t->styles, name, strlen(name));
}

const struct style *style_find(struct tmpl *t, const struct node *name, const char *fallback)
{
	const char *word = name ? option_word(t, name, "style") : NULL;
	const struct style *style = style_named(t, word ? word : fallback);

	if (word && !style)
		DIAG(t->diag, TEMPLATE_STYLE, name->pos, word, option_hint_map(t, word, t->styles));
	if (!style)
		style = style_named(t, "body");
	if (!style && map_count(t->styles))
		style = map_value_at(t->styles, 0);
	if (!style) { /* a finding told of it */
		struct style *none = arena_alloc(t->arena, sizeof *none);

		*none = (struct style){.name = "none", .fill = -1, .bar = -1};
		style = none;
	}
	return style;
}

/* ---- contrast ---- */

/* Relative luminance and contrast ratio as WCAG 2.2 defines them. Only a finding comes of it, never a measure. */
static double luminance(uint32_t rgb)
{
	static const double weights[3] = {0.2126, 0.7152, 0.0722};
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double c = (double)(rgb >> (16 - 8 * i) & 0xff) / 255;

		sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
	}
	return sum;
}

void style_contrast(struct tmpl *t, struct pos pos, const char *what, uint32_t ink, uint32_t ground)
{
	double a = luminance(ink), b = luminance(ground);
	double ratio = a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
	int tenths = (int)(ratio * 10);

	if (ratio < 4.5)
		DIAG(t->diag, TEMPLATE_CONTRAST, pos, what, arena_printf(t->arena, "%d.%d", tenths / 10, tenths % 10),
		     arena_printf(t->arena, "#%06x", (unsigned)ink), arena_printf(t->arena, "#%06x", (unsigned)ground));
}
