/*
 * layout: a flow to pages of placed ink, with the structure tree beside it. Included by pdf and cmd.
 *
 * Units: thousandths of a point (mpt); origin at the page's top left, y downwards. Everything lives in the job's arena and
 * is const to the writer. Each item names the tag it belongs to; an item without one is an artifact. Items of a page are
 * in painting order; content of one tag is in reading order across pages.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "flow.h"

/* ---- structure tree ---- */

enum tag_role {
	TAG_DOCUMENT, TAG_SECT, TAG_DIV, TAG_H1, TAG_H2, TAG_H3, TAG_H4, TAG_H5, TAG_H6, TAG_P, TAG_SPAN, TAG_LINK, TAG_L, TAG_LI, TAG_LBL,
	TAG_LBODY, TAG_TABLE, TAG_THEAD, TAG_TBODY, TAG_TR, TAG_TH, TAG_TD, TAG_FIGURE, TAG_CAPTION, TAG_TOC, TAG_TOCI,
	TAG_REFERENCE, TAG_NOTE, TAG_ASIDE
};
enum { TAG_ROLES = TAG_ASIDE + 1 };
const char *tag_role_name(enum tag_role); /* as PDF has it: "H1", "LBody" */

enum tag_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN };

struct tag {
	enum tag_role role;
	const char *lang;          /* BCP 47, only where it differs from the parent's; NULL otherwise */
	const char *alt;           /* FIGURE: required */
	const char *title;         /* optional /T */
	const char *means;         /* SPAN: what its abbreviation stands for, /E; or NULL */
	enum tag_scope scope;      /* TH */
	int col_span, row_span;    /* TH, TD: 1 or more; 0 elsewhere */
	enum list_marker marker;   /* L */
	/* FIGURE: page and box of the ink, mpt from the page's top left. */
	size_t box_page;
	int32_t box[4];            /* x, y, w, h */
	struct tag *parent, *first, *last, *next; /* children in reading order */
	size_t index;              /* running number in order of creation; root 0 */
	/* For the writer: content and annotations in reading order among the children are kept by `mark`s. */
	struct tag_mark *marks, *marks_last;
	/* REFERENCE: the NOTE that it leads to; NOTE: each REFERENCE that leads to it. For /Ref of PDF/UA-2. */
	const struct tag_ref *refs;
	struct pos pos;
};

struct tag_ref {
	const struct tag *to;
	const struct tag_ref *next;
};

/* What a tag holds, in reading order: a child, ink on a page, or a link's annotation. */
enum mark_kind { MARK_CHILD, MARK_INK, MARK_LINK };
struct tag_mark {
	enum mark_kind kind;
	struct tag *child;      /* MARK_CHILD */
	size_t page;            /* MARK_INK, MARK_LINK */
	size_t link;            /* MARK_LINK: index in page.links */
	struct tag_mark *next;
};
/*
 * MARK_INK: one marked-content sequence: the items on that page whose tag is this one and whose `chunk` equals `chunk`
 * number n for the n-th MARK_INK of this tag on this page (0, 1, ...). A text that is split by a child (a link) has two.
 */

/* ---- ink ---- */

enum item_kind { ITEM_TEXT, ITEM_RECT, ITEM_DRAWING };

enum artifact_kind { ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER, ARTIFACT_BACKGROUND };

struct item {
	enum item_kind kind;
	int32_t x, y;               /* mpt; TEXT: baseline start; others: top left */
	const struct tag *tag;      /* NULL: artifact */
	unsigned chunk;             /* which marked-content sequence of the tag on this page */
	enum artifact_kind artifact;
	uint32_t color;             /* TEXT, RECT */
	union {
		struct glyph_run run;   /* ITEM_TEXT */
		struct {
			int32_t w, h;       /* mpt */
		} rect;
		struct {
			const struct drawing *drawing;
			const struct tag *tags[FLOW_LANGS]; /* one FIGURE per language: shapes and texts of language 0 go to [0], texts of 1 to [1] */
			unsigned chunks[FLOW_LANGS];
		} drawing;              /* ITEM_DRAWING; item.tag is NULL */
	} as;
};

struct link {
	int32_t x, y, w, h;         /* mpt, top left */
	const char *url;            /* or */
	const char *dest;           /* name of a destination */
	const char *contents;       /* what the link says, for /Contents */
	const struct tag *tag;      /* its LINK */
	const char *lang;
};

struct page {
	int32_t width, height;      /* mpt */
	const char *label;          /* "1"; "" on unnumbered pages: NULL */
	const struct item *items;
	size_t count;
	const struct link *links;
	size_t link_count;
	int32_t columns[FLOW_LANGS]; /* mpt, left edges of the columns of a page where languages stand side by side */
};

struct destination {
	const char *name;
	size_t page;
	int32_t x, y;               /* mpt, top left corner to show */
	const struct tag *tag;
};

struct outline_entry {
	const char *title;          /* both languages joined by " · " in a bilingual edition */
	int level;                  /* 1.. without gaps */
	size_t page;
	int32_t y;                  /* mpt */
	const struct tag *tag;
};

struct layout {
	const struct page *pages;
	size_t page_count;
	const struct tag *root;     /* TAG_DOCUMENT, lang set */
	size_t tag_count;
	const struct outline_entry *outline;
	size_t outline_count;
	const struct destination *destinations; /* sorted by name (bytes) */
	size_t destination_count;
	const struct flow *flow;    /* metadata, languages */
	bool alone;                 /* a drawing without a page round it: it has no margin for marks */
};

/*
 * Pages of a flow. `arena` keeps the result. NULL after a finding that is an error or refusal (does not fit and cannot
 * be split; more pages than promised: by how many lines).
 */
const struct layout *layout_make(struct arena *, struct diag *, struct text *, const struct flow *);

/* ---- in two steps: what a flow would take ---- */

/* A section with a limit of pages, or the edition with its own. */
struct fit_part {
	const struct block *section; /* NULL: the edition */
	size_t pages, allowed;       /* for all languages together, but in a sequence for one */
	int lines[FLOW_LANGS];       /* too many, by language, as lines of the flow's own text; 0: it fits */
	struct pos pos;              /* of the first block beyond */
};
struct fit {
	const struct fit_part *parts; /* in the arena */
	size_t count;
	bool fits;                    /* all of them do, or there is no limit */
};
/* Sets the flow and chooses pages, but makes none and says nothing of what it finds. */
struct fit layout_fit(struct arena *, struct text *, const struct flow *);

/* The same, to go on with if it fits. It is used up by layout_draft_finish() or layout_draft_drop(). */
struct layout_draft;
struct layout_draft *layout_draft_new(struct text *, const struct flow *);
struct fit layout_draft_fit(struct arena *, const struct layout_draft *);
/* What layout_make() gives; findings of both steps are told now. */
const struct layout *layout_draft_finish(struct layout_draft *, struct arena *, struct diag *);
void layout_draft_drop(struct layout_draft *); /* NULL is allowed */

/* A page with nothing but a drawing: for `bifolio chart -o x.pdf`. alts by language; title for the metadata. */
const struct layout *layout_drawing(struct arena *, const struct flow *meta, const struct drawing *,
				    const char *const *alts);

void layout_dump(const struct layout *, struct buf *); /* pages, items, texts with places in points */
void tags_dump(const struct layout *, struct buf *);   /* the structure tree with roles, languages, texts */

#endif
