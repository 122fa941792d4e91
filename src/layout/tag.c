/*
 * tag: the structure tree. Tags are made while blocks are set, before anyone knows what stands where; they join the
 * tree when their first ink is placed. Ink is placed in reading order, so the tree is in reading order too, and a
 * paragraph with a link in the middle gets its marks in the order ink, child, ink.
 */
#include "layout_int.h"

#include <string.h>

struct tag_node {
	struct tag tag; /* first: a tag is its node */
	bool attached;
	size_t page;     /* of the last mark that is ink */
	unsigned chunks; /* of ink on that page */
};

static const char *const role_names[] = {
	[TAG_DOCUMENT] = "Document",
	[TAG_SECT] = "Sect",
	[TAG_DIV] = "Div",
	[TAG_H1] = "H1",
	[TAG_H2] = "H2",
	[TAG_H3] = "H3",
	[TAG_H4] = "H4",
	[TAG_H5] = "H5",
	[TAG_H6] = "H6",
	[TAG_P] = "P",
	[TAG_SPAN] = "Span",
	[TAG_LINK] = "Link",
	[TAG_L] = "L",
	[TAG_LI] = "LI",
	[TAG_LBL] = "Lbl",
	[TAG_LBODY] = "LBody",
	[TAG_TABLE] = "Table",
	[TAG_THEAD] = "THead",
	[TAG_TBODY] = "TBody",
	[TAG_TR] = "TR",
	[TAG_TH] = "TH",
	[TAG_TD] = "TD",
	[TAG_FIGURE] = "Figure",
	[TAG_CAPTION] = "Caption",
	[TAG_TOC] = "TOC",
	[TAG_TOCI] = "TOCI",
	[TAG_REFERENCE] = "Reference",
	[TAG_NOTE] = "Note",
	[TAG_ASIDE] = "Aside",
};
_Static_assert(COUNT_OF(role_names) == TAG_ROLES, "a role without a name");

const char *tag_role_name(enum tag_role role)
{
	return role_names[role];
}

static struct tag_node *node_of(struct tag *tag)
{
	return (struct tag_node *)tag;
}

struct tag *tag_new(struct galley *g, struct tag *parent, enum tag_role role, struct pos pos)
{
	struct tag_node *node = arena_alloc(g->arena, sizeof *node);

	node->tag.role = role;
	node->tag.parent = parent;
	node->tag.pos = pos;
	return &node->tag;
}

struct tag *tag_root(struct galley *g)
{
	struct tag *root = tag_new(g, NULL, TAG_DOCUMENT, g->flow->root->pos);

	root->lang = g->flow->langs[0].tag;
	root->index = g->tags++;
	node_of(root)->attached = true;
	return root;
}

static const char *lang_around(const struct tag *tag)
{
	for (const struct tag *t = tag->parent; t; t = t->parent)
		if (t->lang)
			return t->lang;
	return "";
}

const char *tag_lang(const struct tag *tag)
{
	return tag->lang ? tag->lang : lang_around(tag);
}

void tag_name_lang(struct tag *tag, const char *name)
{
	tag->lang = strcmp(name, lang_around(tag)) ? name : NULL;
}

void tag_set_lang(const struct galley *g, struct tag *tag, size_t lang)
{
	tag_name_lang(tag, g->flow->langs[lang].tag);
}

static struct tag_mark *add_mark(struct galley *g, struct tag *tag, enum mark_kind kind)
{
	struct tag_mark *mark = arena_alloc(g->arena, sizeof *mark);

	mark->kind = kind;
	if (tag->marks_last)
		tag->marks_last->next = mark;
	else
		tag->marks = mark;
	tag->marks_last = mark;
	return mark;
}

void tag_attach(struct galley *g, struct tag *tag)
{
	struct tag *parent = tag->parent;

	if (node_of(tag)->attached)
		return;
	if (!parent)
		BUG("a tag outside the tree");
	tag_attach(g, parent);
	node_of(tag)->attached = true;
	tag->index = g->tags++;
	if (parent->last)
		parent->last->next = tag;
	else
		parent->first = tag;
	parent->last = tag;
	add_mark(g, parent, MARK_CHILD)->child = tag;
}

unsigned tag_mark_ink(struct galley *g, struct tag *tag, size_t page)
{
	struct tag_node *node = node_of(tag);
	const struct tag_mark *last;

	tag_attach(g, tag);
	last = tag->marks_last;
	if (last && last->kind == MARK_INK && last->page == page)
		return node->chunks - 1;
	if (node->page != page)
		node->chunks = 0;
	node->page = page;
	add_mark(g, tag, MARK_INK)->page = page;
	return node->chunks++;
}

void tag_mark_link(struct galley *g, struct tag *tag, size_t page, size_t link)
{
	struct tag_mark *mark;

	tag_attach(g, tag);
	mark = add_mark(g, tag, MARK_LINK);
	mark->page = page;
	mark->link = link;
}
