/* figure_bind: charts with their captions, and the contents. */
#include "template_int.h"

#include <string.h>

const char *const figure_options[] = {
	"style", "caption", "caption_style", "subtitle", "subtitle_style", "height", "label", "do", NULL};
const char *const figure_contents_options[] = {"style", "level", "deeper_style", NULL};

/* The chart a path leads to; NULL after a finding, or if the pack has none there. */
static const struct value *chart_at(struct tmpl *t, const struct node *path)
{
	const char *word = option_word(t, path, "figure");
	struct result r = word ? expr_path(t, word, path->pos) : (struct result){.ok = false};

	if (!r.ok)
		return NULL;
	if (r.type.list || (r.type.kind != TYPE_ANY && r.type.record != schema_find("chart"))) {
		DIAG(t->diag, TEMPLATE_NOT_CHART, path->pos, word);
		return NULL;
	}
	return r.value;
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
	block->chart = chart_at(t, node_find(node, "figure"));
	if (!caption)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "figure", "caption");
	else
		expand_pair(t, caption, &block->text, NULL);
	if (height && option_points(t, height, "height", &block->height))
		option_on_grid(t, height->pos, "height", block->height);
	t->para_style = style_named(t, "caption-text") ? "caption-text" : block->second_style->name;
	add_subtitle(t, node, block, &children);
	bind_paragraphs_of(t, node_find(node, "do"), &children);
	t->para_style = outer;
	bind_children(block, &children);
	if (!block->chart)
		return;
	bind_label(t, node, block);
	bind_add(t, out, block);
}

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
