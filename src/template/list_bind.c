/* list_bind: lists and their items. */
#include "template_int.h"

#include <string.h>

const char *const list_options[] = {"style", "mark", "mark_style", "columns", "items", "sources", "do", NULL};

static const char *const markers[] = {"none", "bullet", "number"};
static const char *const item_options[] = {"style", "sources", "label", "do", NULL};

struct list_out {
	struct blocks items;
	enum list_marker marker;
	const struct node *mark, *sources;
	const struct style *style, *mark_style;
};

/* The marker of the next item: as the template says, or a bullet, or the item's number. */
static void put_mark(struct tmpl *t, const struct list_out *list, struct block *item)
{
	const char *text = "\xE2\x80\xA2";

	t->item = (int64_t)list->items.list.count + 1;
	if (list->mark) {
		expand_pair(t, list->mark, &item->mark, NULL);
		return;
	}
	if (list->marker == MARKER_NONE)
		return;
	if (list->marker == MARKER_NUMBER)
		text = arena_printf(t->arena, "%lld.", (long long)t->item);
	for (size_t lang = 0; lang < t->lang_count; lang++) {
		struct runs runs = {0};

		expand_text(&runs, t->arena, text, strlen(text), item->pos);
		item->mark.text[lang] = (struct inline_text){runs.list.items, runs.list.count, item->pos};
	}
}

static struct block *new_item(struct tmpl *t, const struct list_out *list, const struct style *style, struct pos pos)
{
	struct block *item = arena_alloc(t->arena, sizeof *item);

	*item = (struct block){
		.kind = BLOCK_ITEM, .style = style, .mark_style = list->mark_style, .pos = pos, .span = 1};
	put_mark(t, list, item);
	return item;
}

static void bind_item(struct tmpl *t, const struct node *node, void *out)
{
	struct list_out *list = out;
	const struct node *text = node_find(node, "item"), *style = node_find(node, "style");
	const struct node *sources = node_find(node, "sources");
	const struct style *own = style ? style_find(t, style, "body") : list->style;
	struct block *item = new_item(t, list, own, node->pos);
	struct blocks children = {0};
	int64_t number = t->item;
	struct pair pair = {0};

	if (text && !node_is_null(text) && expand_pair(t, text, &pair, sources ? sources : list->sources))
		bind_para(t, own, &pair, text->pos, &children);
	bind_item_body(t, node_find(node, "do"), &children);
	t->item = number;
	bind_children(item, &children);
	if (!item->count)
		return;
	bind_label(t, node, item);
	bind_add(t, &list->items, item);
}

/* A bare text is an item. */
static void bind_bare(struct tmpl *t, const struct node *node, void *out)
{
	struct list_out *list = out;
	struct block *item = new_item(t, list, list->style, node->pos);
	struct blocks children = {0};
	struct pair pair = {0};

	if (!expand_pair(t, node, &pair, list->sources))
		return;
	bind_para(t, list->style, &pair, node->pos, &children);
	bind_children(item, &children);
	bind_add(t, &list->items, item);
}

static void add_text(struct tmpl *t, const struct pair *text, struct pos pos, void *user)
{
	struct list_out *list = user;
	struct block *item = new_item(t, list, list->style, pos);
	struct blocks children = {0};

	bind_para(t, list->style, text, pos, &children);
	bind_children(item, &children);
	bind_add(t, &list->items, item);
}

void list_bind(struct tmpl *t, const struct node *node, void *out)
{
	static const struct bind_kind kinds[] = {{"item", item_options, bind_item}};
	static const struct bind_place place = {"list", kinds, COUNT_OF(kinds), bind_bare, sizeof(struct list_out)};
	const struct node *marker = node_find(node, "list"), *mark_style = node_find(node, "mark_style");
	const struct node *items = node_find(node, "items"), *columns = node_find(node, "columns");
	struct block *block = bind_new(t, node, BLOCK_LIST, style_named(t, "list") ? "list" : "body");
	struct list_out list = {.mark = node_find(node, "mark"),
				.sources = node_find(node, "sources"),
				.style = block->style,
				.marker = MARKER_BULLET};
	int64_t outer = t->item;

	if (!node_is_null(marker)) {
		int choice = option_choice(t, marker, "list", markers, COUNT_OF(markers));

		list.marker = choice < 0 ? MARKER_BULLET : (enum list_marker)choice;
	}
	if (mark_style)
		list.mark_style = style_find(t, mark_style, "body");
	if (items)
		bind_texts(t, items, list.sources, add_text, &list);
	walk(t, node_find(node, "do"), &place, &list);
	t->item = outer;
	block->marker = list.marker;
	block->list_columns = 1;
	if (columns)
		option_int(t, columns, "columns", 1, 4, &block->list_columns);
	bind_children(block, &list.items);
	if (block->count)
		bind_add(t, out, block);
}
