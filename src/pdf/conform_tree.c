/*
 * The structure tree: each element where it may stand, with what it must hold and say. The rules are those of
 * ISO 32000-1, 14.8.4 and ISO/TS 32005 as far as the layout's types go; what PDF/UA-2 adds is asked of its target.
 */
#include "conform_int.h"

#define IN(role) (1u << TAG_##role)
/* Where whole blocks stand, and where parts of a text do. */
#define BLOCKS                                                                                                         \
	(IN(DOCUMENT) | IN(SECT) | IN(DIV) | IN(ASIDE) | IN(LBODY) | IN(TD) | IN(TH) | IN(NOTE) | IN(CAPTION) |        \
	 IN(FIGURE))
#define HEADINGS (IN(H1) | IN(H2) | IN(H3) | IN(H4) | IN(H5) | IN(H6))
#define WORDS (HEADINGS | IN(P) | IN(SPAN) | IN(LBL) | IN(TOCI) | IN(REFERENCE))
#define TEXTS (WORDS | IN(LBODY) | IN(TD) | IN(TH) | IN(NOTE) | IN(CAPTION) | IN(FIGURE))

_Static_assert(TAG_ROLES <= 32, "a set of types is 32 bits");

static const struct tree_rule {
	uint32_t parents; /* types in which it may stand */
	uint32_t first;   /* types of which it must hold one; 0: it may be empty */
	const char *hold; /* the name of the first of them */
} tree_rules[] = {
	[TAG_DOCUMENT] = {0, 0, NULL},
	[TAG_SECT] = {IN(DOCUMENT) | IN(SECT) | IN(DIV) | IN(ASIDE), 0, NULL},
	[TAG_DIV] = {BLOCKS, 0, NULL},
	[TAG_H1] = {BLOCKS, 0, NULL},
	[TAG_H2] = {BLOCKS, 0, NULL},
	[TAG_H3] = {BLOCKS, 0, NULL},
	[TAG_H4] = {BLOCKS, 0, NULL},
	[TAG_H5] = {BLOCKS, 0, NULL},
	[TAG_H6] = {BLOCKS, 0, NULL},
	[TAG_P] = {BLOCKS | IN(TOCI), 0, NULL},
	[TAG_SPAN] = {TEXTS | IN(LINK), 0, NULL},
	[TAG_LINK] = {TEXTS, 0, NULL},
	[TAG_L] = {BLOCKS | IN(L), IN(LI), "LI"},
	[TAG_LI] = {IN(L), IN(LBODY), "LBody"},
	[TAG_LBL] = {IN(LI) | IN(NOTE) | IN(TOCI), 0, NULL},
	[TAG_LBODY] = {IN(LI), 0, NULL},
	[TAG_TABLE] = {BLOCKS, IN(TR) | IN(TBODY), "TR"},
	[TAG_THEAD] = {IN(TABLE), IN(TR), "TR"},
	[TAG_TBODY] = {IN(TABLE), IN(TR), "TR"},
	[TAG_TR] = {IN(TABLE) | IN(THEAD) | IN(TBODY), IN(TD) | IN(TH), "TD"},
	[TAG_TH] = {IN(TR), 0, NULL},
	[TAG_TD] = {IN(TR), 0, NULL},
	[TAG_FIGURE] = {BLOCKS | WORDS, 0, NULL},
	[TAG_CAPTION] = {IN(SECT) | IN(DIV) | IN(FIGURE) | IN(TABLE) | IN(L), 0, NULL},
	[TAG_TOC] = {BLOCKS | IN(TOC), IN(TOCI) | IN(TOC), "TOCI"},
	[TAG_TOCI] = {IN(TOC), 0, NULL},
	[TAG_REFERENCE] = {TEXTS, 0, NULL},
	[TAG_NOTE] = {BLOCKS | WORDS, 0, NULL},
	[TAG_ASIDE] = {IN(DOCUMENT) | IN(SECT) | IN(DIV) | IN(LBODY) | IN(TD), 0, NULL},
};
_Static_assert(COUNT_OF(tree_rules) == TAG_ROLES, "every type has a rule");

/* ---- a place for each, and for each what it must hold ---- */

static void check_place(struct conform *c, const struct tag *tag, const struct tag *parent)
{
	if (parent && !(tree_rules[tag->role].parents & 1u << parent->role))
		CONFORM(c, PDF_NESTING, tag->pos, tag_role_name(tag->role), tag_role_name(parent->role));
}

static void check_holds(struct conform *c, const struct tag *tag)
{
	const struct tree_rule *rule = &tree_rules[tag->role];

	if (!rule->first)
		return;
	for (const struct tag *child = tag->first; child; child = child->next)
		if (rule->first & 1u << child->role)
			return;
	CONFORM(c, PDF_INCOMPLETE, tag->pos, tag_role_name(tag->role), rule->hold);
}

/* ---- types with rules of their own ---- */

static void check_heading(struct conform *c, const struct tag *tag)
{
	int level = (int)tag->role - TAG_H1 + 1;

	if (level > c->heading + 1)
		CONFORM(c, PDF_HEADING_GAP, tag->pos, conform_digits(c, level), conform_digits(c, c->heading + 1));
	c->heading = level;
}

static void check_figure(struct conform *c, const struct tag *tag)
{
	const struct page *page = tag->box_page < c->w->layout->page_count ? &c->w->layout->pages[tag->box_page] : NULL;

	if (conform_blank(tag->alt))
		CONFORM0(c, PDF_NO_ALT, tag->pos);
	if (!page || tag->box[2] <= 0 || tag->box[3] <= 0 || tag->box[0] >= page->width ||
	    tag->box[1] >= page->height || (int64_t)tag->box[0] + tag->box[2] <= 0 ||
	    (int64_t)tag->box[1] + tag->box[3] <= 0)
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("a figure covers no part of a page", "그림이 쪽 위에 없습니다"));
}

/* covered: columns of this row, and of those that follow it, that cells above cover; rows: how many these are. */
static int row_columns(const struct tag *row, int *covered, size_t rows)
{
	int columns = covered[0];

	for (const struct tag *cell = row->first; cell; cell = cell->next) {
		int span = cell->col_span > 1 ? cell->col_span : 1;

		if (cell->role != TAG_TH && cell->role != TAG_TD)
			continue;
		columns += span;
		for (size_t i = 1; i < rows && (int)i < cell->row_span; i++)
			covered[i] += span;
	}
	return columns;
}

static size_t count_rows(const struct tag *parent)
{
	size_t rows = 0;

	for (const struct tag *tag = parent->first; tag; tag = tag->next)
		rows += tag->role == TAG_TR;
	return rows;
}

/* Rows below a table, or below its head or body, have one number of columns. */
static void check_rows(struct conform *c, const struct tag *parent, int *columns)
{
	size_t rows = count_rows(parent), row = 0;
	int *covered = arena_array(c->w->arena, rows, sizeof *covered);

	for (const struct tag *tag = parent->first; tag; tag = tag->next) {
		int own;

		if (tag->role == TAG_THEAD || tag->role == TAG_TBODY)
			check_rows(c, tag, columns);
		if (tag->role != TAG_TR)
			continue;
		own = row_columns(tag, covered + row, rows - row);
		row++;
		if (*columns && own != *columns)
			CONFORM(c, PDF_TABLE_UNEVEN, tag->pos, conform_digits(c, own), conform_digits(c, *columns));
		else
			*columns = own;
	}
}

/* One head at most, before all bodies; with a head every row stands in one of them. */
static void check_table(struct conform *c, const struct tag *table)
{
	bool head = false, rows = false;
	int columns = 0;

	for (const struct tag *tag = table->first; tag; tag = tag->next) {
		if (tag->role == TAG_THEAD ? head || rows : tag->role == TAG_TR && head)
			CONFORM(c, PDF_TABLE_HEAD, tag->pos, tag_role_name(tag->role));
		head = head || tag->role == TAG_THEAD;
		rows = rows || tag->role == TAG_TR || tag->role == TAG_TBODY;
	}
	check_rows(c, table, &columns);
}

static void check_header(struct conform *c, const struct tag *tag)
{
	if (tag->scope == SCOPE_NONE)
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("a header cell heads neither a row nor a column",
				  "머리 칸이 행이나 열에 딸리지 않았습니다"));
}

static void check_meaning(struct conform *c, const struct tag *tag)
{
	if (tag->role != TAG_SPAN)
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("an abbreviation is no part of a text", "약어가 글의 일부가 아닙니다"));
	else if (conform_blank(tag->means))
		CONFORM0(c, PDF_NO_MEANING, tag->pos);
}

static bool leads_inside(const struct conform *c, const struct tag *tag)
{
	const struct layout *layout = c->w->layout;

	for (const struct tag_mark *m = tag->marks; m; m = m->next) {
		if (m->kind == MARK_CHILD && m->child && leads_inside(c, m->child))
			return true;
		if (m->kind == MARK_LINK && m->page < layout->page_count &&
		    m->link < layout->pages[m->page].link_count && layout->pages[m->page].links[m->link].dest)
			return true;
	}
	return false;
}

/* PDF/UA-2: an entry of a table of contents says which element it means, which the file takes from its link. */
static void check_entry(struct conform *c, const struct tag *tag)
{
	if (c->w->target->structure_places && !leads_inside(c, tag))
		CONFORM(c, PDF_INCOMPLETE, tag->pos, tag_role_name(TAG_TOCI), tag_role_name(TAG_LINK));
}

static void check_role(struct conform *c, const struct tag *tag)
{
	static void (*const checks[TAG_ROLES])(struct conform *, const struct tag *) = {
		[TAG_H1] = check_heading,    [TAG_H2] = check_heading,  [TAG_H3] = check_heading,
		[TAG_H4] = check_heading,    [TAG_H5] = check_heading,  [TAG_H6] = check_heading,
		[TAG_FIGURE] = check_figure, [TAG_TABLE] = check_table, [TAG_TH] = check_header,
		[TAG_TOCI] = check_entry,
	};

	if (checks[tag->role])
		checks[tag->role](c, tag);
}

/* ---- all elements ---- */

static void check_mark(struct conform *c, const struct tag *tag, const struct tag_mark *mark)
{
	const struct layout *layout = c->w->layout;
	const struct page *page = mark->page < layout->page_count ? &layout->pages[mark->page] : NULL;

	if (!page || (mark->kind == MARK_LINK && mark->link >= page->link_count))
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("an element holds what is on no page",
				  "어느 쪽에도 없는 내용을 담은 요소가 있습니다"));
	else if (mark->kind == MARK_LINK && page->links[mark->link].tag != tag)
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("an element holds the link of another", "다른 요소의 링크를 담은 요소가 있습니다"));
}

static bool *reach(struct conform *c, const struct tag *tag)
{
	return tag->index < c->w->layout->tag_count ? &c->reached[tag->index] : NULL;
}

static void check_tag(struct conform *c, const struct tag *tag, const struct tag *parent)
{
	bool *reached = reach(c, tag);

	if (!reached || *reached || (unsigned)tag->role >= TAG_ROLES) {
		CONFORM(c, PDF_LAYOUT, tag->pos,
			DIAG_BOTH("an element has two places or no number", "요소의 자리가 둘이거나 번호가 없습니다"));
		return;
	}
	*reached = true;
	check_place(c, tag, parent);
	check_holds(c, tag);
	check_role(c, tag);
	conform_text(c, tag->alt, tag->pos);
	conform_text(c, tag->title, tag->pos);
	conform_text(c, tag->means, tag->pos);
	if (tag->means)
		check_meaning(c, tag);
	if (tag->lang || !parent)
		conform_lang(c, tag->lang, tag->pos);
	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		if (m->kind == MARK_CHILD)
			check_tag(c, m->child, tag);
		else
			check_mark(c, tag, m);
}

bool conform_reached(const struct conform *c, const struct tag *tag)
{
	return tag->index < c->w->layout->tag_count && c->reached[tag->index];
}

unsigned conform_chunks(const struct tag *tag, size_t page)
{
	unsigned count = 0;

	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		count += m->kind == MARK_INK && m->page == page;
	return count;
}

void conform_tree(struct conform *c)
{
	const struct layout *layout = c->w->layout;

	c->reached = arena_array(c->w->arena, layout->tag_count, sizeof *c->reached);
	if (layout->root->role != TAG_DOCUMENT)
		CONFORM(c, PDF_NESTING, layout->root->pos, tag_role_name(layout->root->role),
			DIAG_BOTH("the root", "뿌리"));
	check_tag(c, layout->root, NULL);
}
