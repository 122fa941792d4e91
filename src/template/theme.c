/* theme: faces, sizes and colours that charts take from the template. */
#include "template_int.h"

static const char *const keys[] = {"face", "strong", "size", "leading", "ink", "muted", "line", "paper", "palette"};

static void read_measures(struct tmpl *t, const struct node *node, const char *key, int32_t *out)
{
	const struct node *value = node_find(node, key);

	if (!value)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "chart", key);
	for (size_t lang = 0; value && lang < t->lang_count; lang++) {
		const struct node *own = option_for_lang(t, value, key, t->langs[lang].key);

		if (own && option_points(t, own, key, &out[lang]) && out[lang] <= 0)
			DIAG(t->diag, TEMPLATE_MEASURE, own->pos, key);
	}
}

static void read_faces(struct tmpl *t, const struct node *node, const char *key, const struct face **out)
{
	const struct node *value = node_find(node, key);
	const struct face_set *set = value ? style_faces(t, value) : NULL;

	if (!value)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "chart", key);
	for (size_t lang = 0; set && lang < t->lang_count; lang++)
		out[lang] = set->face[lang];
}

static void read_color(struct tmpl *t, const struct node *node, const char *key, uint32_t *out)
{
	const struct node *value = node_find(node, key);

	if (value)
		option_color(t, value, key, out);
}

static void read_palette(struct tmpl *t, const struct node *list, struct chart_theme *theme)
{
	if (!list || !option_is_list(t, list, "palette"))
		return;
	if (!list->count || list->count > COUNT_OF(theme->palette)) {
		DIAG(t->diag, TEMPLATE_PALETTE, list->pos, arena_printf(t->arena, "%zu", COUNT_OF(theme->palette)));
		return;
	}
	for (size_t i = 0; i < list->count; i++)
		option_color(t, list->items[i], "palette", &theme->palette[i]);
	theme->palette_count = list->count;
}

void theme_load(struct tmpl *t, struct chart_theme *theme)
{
	const struct node *node = node_find(t->root, "chart");

	*theme = (struct chart_theme){
		.muted = 0x484949, .line = 0xcecece, .paper = 0xffffff, .palette = {0x12436d}, .palette_count = 1};
	if (!node) {
		const struct style *body = style_find(t, NULL, "body");

		for (size_t lang = 0; lang < t->lang_count; lang++) {
			theme->face[lang] = body->face[lang];
			theme->strong_face[lang] = body->strong_face[lang];
			theme->size[lang] = body->size[lang];
			theme->leading[lang] = body->leading[lang];
		}
		return;
	}
	if (!option_is_map(t, node, "chart"))
		return;
	option_keys(t, node, "chart", keys, COUNT_OF(keys));
	read_faces(t, node, "face", theme->face);
	read_faces(t, node, "strong", theme->strong_face);
	read_measures(t, node, "size", theme->size);
	read_measures(t, node, "leading", theme->leading);
	read_color(t, node, "ink", &theme->ink);
	read_color(t, node, "muted", &theme->muted);
	read_color(t, node, "line", &theme->line);
	read_color(t, node, "paper", &theme->paper);
	read_palette(t, node_find(node, "palette"), theme);
	style_contrast(t, node->pos, "chart", theme->ink, theme->paper);
	style_contrast(t, node->pos, "chart", theme->muted, theme->paper);
}
