/* bind: the blocks of a body. A block that says nothing, or whose parts all vanished, is left out. */
#include "template_int.h"

#include <string.h>

/* ---- common parts ---- */

struct block *bind_new(struct tmpl *t, const struct node *node, enum block_kind kind, const char *style)
{
	struct block *block = arena_alloc(t->arena, sizeof *block);

	block->kind = kind;
	block->pos = node->pos;
	block->style = style_find(t, node_find(node, "style"), style);
	block->span = 1;
	return block;
}

void bind_add(struct tmpl *t, struct blocks *out, struct block *block)
{
	*LIST_ADD(t->arena, &out->list) = block;
}

void bind_children(struct block *block, const struct blocks *children)
{
	block->children = children->list.items;
	block->count = children->list.count;
}

void bind_label(struct tmpl *t, const struct node *node, struct block *block)
{
	const struct node *label = node_find(node, "label");
	const char *name = label ? expand_label(t, label) : NULL;

	if (!name || t->absent)
		return;
	if (map_find(t->labels, name, strlen(name)))
		DIAG(t->diag, TEMPLATE_LABEL, label->pos, name);
	else
		map_put(t->labels, name, strlen(name), block);
	block->label = name;
}

void bind_para(struct tmpl *t, const struct style *style, const struct pair *text, struct pos pos, struct blocks *out)
{
	struct block *block = arena_alloc(t->arena, sizeof *block);

	*block = (struct block){.kind = BLOCK_PARA, .style = style, .pos = pos, .text = *text, .span = 1};
	bind_add(t, out, block);
}

void bind_texts(struct tmpl *t, const struct node *path, const struct node *sources,
		void (*each)(struct tmpl *, const struct pair *, struct pos, void *), void *user)
{
	const char *word = option_word(t, path, "paragraphs");
	struct result r = word ? expr_path(t, word, path->pos) : (struct result){.ok = false};

	if (!r.ok)
		return;
	if (r.type.kind != TYPE_TEXT && r.type.kind != TYPE_STRING && (r.type.kind != TYPE_ANY || r.value)) {
		DIAG(t->diag, TEMPLATE_NOT_STATEMENTS, path->pos, word);
		return;
	}
	for (size_t i = 0; i < value_count(r.value); i++) {
		const struct value *value = r.value->kind == VALUE_LIST ? value_deref(value_at(r.value, i)) : r.value;
		struct pair text = {0};

		if (expand_value_pair(t, value, &text, sources))
			each(t, &text, value->pos, user);
	}
}

static const struct node *own(const struct node *node, const char *key)
{
	const struct node *value = node_find(node, key);

	return value && !node_is_null(value) ? value : NULL;
}

/* ---- paragraphs and headings ---- */

static const char *para_style(const struct tmpl *t)
{
	return t->para_style ? t->para_style : "body";
}

static void bind_paragraph(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_PARA, para_style(t));

	if (!expand_pair(t, node_find(node, "paragraph"), &block->text, node_find(node, "sources")))
		return;
	bind_label(t, node, block);
	bind_add(t, out, block);
}

struct many {
	const struct style *style;
	struct blocks *out;
};

static void add_one(struct tmpl *t, const struct pair *text, struct pos pos, void *user)
{
	const struct many *many = user;

	bind_para(t, many->style, text, pos, many->out);
}

static void bind_many(struct tmpl *t, const struct node *node, void *out)
{
	struct many many = {style_find(t, node_find(node, "style"), para_style(t)), out};

	bind_texts(t, node_find(node, "paragraphs"), node_find(node, "sources"), add_one, &many);
}

static void bind_heading(struct tmpl *t, const struct node *node, void *out)
{
	const struct node *level = node_find(node, "level"), *outline = node_find(node, "outline");
	struct block *block;
	int depth = 1;

	if (level)
		option_int(t, level, "level", 1, 6, &depth);
	block = bind_new(t, node, BLOCK_HEADING, arena_printf(t->arena, "heading-%d", depth));
	block->level = depth;
	block->outline = true;
	if (outline)
		option_bool(t, outline, "outline", &block->outline);
	if (!expand_pair(t, node_find(node, "heading"), &block->text, NULL))
		return;
	bind_label(t, node, block);
	if (!block->label && !t->absent)
		block->label = arena_printf(t->arena, "heading.%zu", ++t->headings);
	bind_add(t, out, block);
}

/* ---- containers ---- */

/* A heading alone, because what it heads vanished, says nothing. */
static bool says_something(const struct block *section)
{
	for (size_t i = 0; i < section->count; i++) {
		enum block_kind kind = section->children[i]->kind;

		if (kind != BLOCK_HEADING && kind != BLOCK_SPACE && kind != BLOCK_FILL && kind != BLOCK_PAGE_BREAK)
			return true;
	}
	return false;
}

/* Labels inside what is left out lead nowhere. */
static void forget_labels(struct tmpl *t, const struct block *section)
{
	for (size_t i = 0; i < section->count; i++) {
		const char *label = section->children[i]->label;
		struct block *block = label ? map_find(t->labels, label, strlen(label)) : NULL;

		if (block)
			block->label = NULL;
	}
}

static void bind_section(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_SECTION, "body");
	const struct node *master = own(node, "section"), *pages = node_find(node, "max_pages");
	struct blocks children = {0};

	if (master)
		block->master = master_name(t, master);
	if (pages)
		option_int(t, pages, "max_pages", 1, 9999, &block->max_pages);
	bind_label(t, node, block);
	bind_body(t, node_find(node, "do"), &children);
	bind_children(block, &children);
	if (block->master ? block->count > 0 : says_something(block)) {
		bind_add(t, out, block);
		return;
	}
	block->label = NULL;
	forget_labels(t, block);
}

static void bind_callout(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_CALLOUT, "callout");
	const struct node *text = own(node, "callout");
	const char *outer = t->para_style;
	struct blocks children = {0};
	struct pair pair = {0};

	t->para_style = style_named(t, "callout-text") ? "callout-text" : outer;
	if (text && expand_pair(t, text, &pair, node_find(node, "sources")))
		bind_para(t, style_find(t, NULL, para_style(t)), &pair, text->pos, &children);
	bind_body(t, node_find(node, "do"), &children);
	t->para_style = outer;
	bind_children(block, &children);
	if (block->count)
		bind_add(t, out, block);
}

/* ---- room ---- */

static void bind_space(struct tmpl *t, const struct node *node, void *out)
{
	struct block *block = bind_new(t, node, BLOCK_SPACE, "body");
	const struct node *height = node_find(node, "space");

	if (!option_points(t, height, "space", &block->height))
		return;
	option_on_grid(t, height->pos, "space", block->height);
	bind_add(t, out, block);
}

static void bind_fill(struct tmpl *t, const struct node *node, void *out)
{
	bind_add(t, out, bind_new(t, node, BLOCK_FILL, "body"));
}

static void bind_page_break(struct tmpl *t, const struct node *node, void *out)
{
	bind_add(t, out, bind_new(t, node, BLOCK_PAGE_BREAK, "body"));
}

/* ---- which blocks stand where ---- */

static const char *const paragraph_options[] = {"style", "sources", "label", NULL};
static const char *const many_options[] = {"style", "sources", NULL};
static const char *const heading_options[] = {"style", "level", "label", "outline", NULL};
static const char *const section_options[] = {"style", "max_pages", "label", "do", NULL};
static const char *const callout_options[] = {"style", "sources", "do", NULL};
static const char *const no_options[] = {NULL};

static const struct bind_kind kinds[] = {
	{"paragraph", paragraph_options, bind_paragraph},
	{"paragraphs", many_options, bind_many},
	{"list", list_options, list_bind},
	/* up to here also inside the items of lists */
	{"section", section_options, bind_section},
	{"heading", heading_options, bind_heading},
	{"callout", callout_options, bind_callout},
	{"tiles", tile_options, tile_bind},
	{"table", table_options, table_bind},
	{"figure", figure_options, figure_bind},
	{"logos", figure_logos_options, figure_logos},
	{"contents", figure_contents_options, figure_contents},
	{"space", no_options, bind_space},
	{"fill", no_options, bind_fill},
	{"page_break", no_options, bind_page_break},
};

void bind_body(struct tmpl *t, const struct node *node, struct blocks *out)
{
	static const struct bind_place place = {"body", kinds, COUNT_OF(kinds), NULL, sizeof(struct blocks)};

	walk(t, node, &place, out);
}

void bind_paragraphs_of(struct tmpl *t, const struct node *node, struct blocks *out)
{
	static const struct bind_place place = {"cell", kinds, 2, NULL, sizeof(struct blocks)};

	walk(t, node, &place, out);
}

void bind_item_body(struct tmpl *t, const struct node *node, struct blocks *out)
{
	static const struct bind_place place = {"item", kinds, 3, NULL, sizeof(struct blocks)};

	walk(t, node, &place, out);
}
