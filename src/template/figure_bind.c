/* figure_bind: charts and pictures with their captions, logos side by side, and the contents. */
#include "template_int.h"

#include <string.h>

const char *const figure_options[] = {
	"style", "caption", "caption_style", "subtitle", "subtitle_style", "height", "label", "do", NULL};
const char *const figure_logos_options[] = {"style", "height", "gap", "do", NULL};
const char *const figure_contents_options[] = {"style", "level", "deeper_style", NULL};

/* The record a path leads to; NULL after a finding, or if the pack has none there. */
static const struct value *record_at(struct tmpl *t, const struct node *path, const char *what)
{
	const char *word = option_word(t, path, what);
	struct result r = word ? expr_path(t, word, path->pos) : (struct result){.ok = false};

	if (!r.ok)
		return NULL;
	if (r.type.list || (r.type.kind != TYPE_ANY && r.type.record != schema_find("artwork") &&
			    (r.type.record != schema_find("chart") || strcmp(what, "figure") != 0))) {
		if (strcmp(what, "figure") != 0)
			DIAG(t->diag, TEMPLATE_NOT_ARTWORK, path->pos, word);
		else
			DIAG(t->diag, TEMPLATE_NOT_CHART, path->pos, word);
		return NULL;
	}
	return r.value;
}

static bool is_record(const struct value *value, const char *name)
{
	return value && value->kind == VALUE_RECORD && value->as.record.schema == schema_find(name);
}

/* Which of the two it is goes by the schema, so that a template is checked with packs that have neither. */
static void bind_shown(struct tmpl *t, const struct node *path, struct block *block)
{
	const struct value *record = record_at(t, path, "figure");

	if (is_record(record, "artwork"))
		block->artwork = record;
	else
		block->chart = record;
}

/* What is measured: the paragraph between the caption and the drawing. */
static void add_subtitle(struct tmpl *t, const struct node *node, struct block *block, struct blocks *children)
{
	const struct node *subtitle = node_find(node, "subtitle"), *style = node_find(node, "subtitle_style");
	const char *own = style_named(t, "caption-subtitle") ? "caption-subtitle" : t->para_style;
	struct pair text = {0};

	if (!subtitle || !expand_pair(t, subtitle, &text, NULL))
		return;
	bind_para(t, style_find(t, style, own), &text, subtitle->pos, children);
	block->above = children->list.count;
}

void figure_bind(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_FIGURE, "figure");
	const struct node *caption = node_find(node, "caption"), *height = node_find(node, "height");
	const char *outer = t->para_style;
	struct blocks children = {0};

	block->second_style = style_find(t, node_find(node, "caption_style"), "caption");
	bind_shown(t, node_find(node, "figure"), block);
	if (!caption)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "figure", "caption");
	else
		expand_pair(t, caption, &block->text, NULL);
	if (height && option_points(t, height, "height", &block->height) && !block->artwork)
		option_on_grid(t, height->pos, "height", block->height);
	t->para_style = style_named(t, "caption-text") ? "caption-text" : block->second_style->name;
	add_subtitle(t, node, block, &children);
	bind_paragraphs_of(t, node_find(node, "do"), &children);
	t->para_style = outer;
	bind_children(block, &children);
	if (!block->chart && !block->artwork)
		return;
	bind_label(t, node, block);
	bind_add(t, out, block);
}

/* ---- logos ---- */

static void bind_logo(struct tmpl *t, const struct node *node, void *out)
{
	const struct value *record = record_at(t, node_find(node, "logo"), "logo");
	struct block *block = bind_new(t, node, BLOCK_LOGO, "body");

	if (!record)
		return;
	block->artwork = record;
	bind_add(t, out, block);
}

void figure_logos(struct tmpl *t, const struct node *node, void *out)
{
	static const char *const options[] = {NULL};
	static const struct bind_kind kinds[] = {{"logo", options, bind_logo}};
	static const struct bind_place place = {"logos", kinds, COUNT_OF(kinds), NULL, sizeof(struct blocks)};
	enum { HEIGHT = 42000 }; /* mpt, about 15 mm */
	struct block *block = bind_new(t, node, BLOCK_LOGOS, style_named(t, "logos") ? "logos" : "body");
	const struct node *height = node_find(node, "height"), *gap = node_find(node, "gap");
	struct blocks logos = {0};

	block->height = HEIGHT;
	if (height)
		option_points(t, height, "height", &block->height);
	block->gap = block->height * 2 / 3;
	if (gap)
		option_points(t, gap, "gap", &block->gap);
	walk(t, node_find(node, "do"), &place, &logos);
	bind_children(block, &logos);
	if (block->count)
		bind_add(t, out, block);
}

/* ---- contents ---- */

void figure_contents(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_CONTENTS, "contents");
	const struct node *level = node_find(node, "level");

	block->level = 2;
	if (level)
		option_int(t, level, "level", 1, 6, &block->level);
	block->second_style = style_find(t, node_find(node, "deeper_style"),
					 style_named(t, "contents-2") ? "contents-2" : "contents");
	bind_add(t, out, block);
}
