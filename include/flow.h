/*
 * flow: what template gives and layout takes: semantic blocks with text in the languages of the edition, and the styles
 * and page masters they name. Plain data, const downstream, in the job's arena. Included by template, layout and cmd.
 *
 * Units: thousandths of a point (mpt). Colours: 0xRRGGBB. Vertical measures of styles are multiples of flow.grid, so that
 * baselines of both languages fall on one grid.
 */
#ifndef FLOW_H
#define FLOW_H

#include "chart.h"
#include "model.h"
#include "text.h"

enum { FLOW_LANGS = 2 }; /* most languages in one edition */
#define FLOW_NUMBER "\xEF\xBF\xBC" /* U+FFFC */

enum arrangement { ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_FACING, ARRANGE_SEQUENCE, ARRANGE_SINGLE };

/* ---- inline text ---- */

enum run_kind {
	RUN_TEXT,
	RUN_PAGE,     /* the page's number */
	RUN_PAGES,    /* the number of pages */
	RUN_SECTION,  /* the section's title: running heads only */
	RUN_NOTE,     /* the mark of a note: its number, raised, a link to the note */
	RUN_WHERE     /* where a cross-reference leads: the page of `dest`, in the words of `text`; nothing where the page has
			 no number or is the one that the text stands on */
};

struct run {
	enum run_kind kind;
	const char *text;   /* RUN_TEXT; RUN_WHERE: with FLOW_NUMBER where the number stands */
	size_t len;
	bool strong;
	bool quiet;         /* a reference such as [p4]: in the style's quiet_color, its link without underline */
	const char *url;    /* a link out, or NULL */
	const char *dest;   /* a link to the block with this label, or NULL */
	const struct block *note;     /* RUN_NOTE: a BLOCK_NOTE */
	const char *means;  /* what an abbreviation stands for, where it is used first; or NULL */
	const struct pack_lang *lang; /* the text's own language where it is not that of its place; NULL: it is */
	struct pos pos;     /* where the text stands in the YAML */
};

struct inline_text {
	const struct run *runs;
	size_t count;       /* 0: absent in this language */
	struct pos pos;
};

/* By language of the edition: text[0..flow.lang_count-1]. */
struct pair {
	struct inline_text text[FLOW_LANGS];
};

/* ---- styles ---- */

struct style {
	const char *name;
	const struct face *face[FLOW_LANGS];        /* by language of the edition */
	const struct face *strong_face[FLOW_LANGS]; /* for strong runs */
	int32_t size[FLOW_LANGS];                   /* mpt */
	int32_t leading[FLOW_LANGS];                /* mpt, baseline to baseline */
	int32_t space_before, space_after;          /* mpt; between two blocks the larger of after and before applies */
	int32_t indent;                             /* mpt from the column's left edge */
	uint32_t color, quiet_color; /* of letters; of quiet runs */
	enum text_align align;
	bool hyphenate, balance, tabular;
	bool keep_with_next, keep_together;
	/* A panel behind the block (callout, tile, cell): fill -1: none; bar: a vertical rule of that colour at its left. */
	int32_t fill, bar;      /* 0xRRGGBB or -1 */
	int32_t padding;        /* mpt, inside the panel */
	int32_t side_padding;   /* mpt, CELL: the same at its left and right */
	int32_t rule_above, rule_below; /* mpt, thickness of a rule of rule_color; 0: none */
	uint32_t rule_color;
};

/* ---- blocks ---- */

enum block_kind {
	BLOCK_SECTION,    /* children; if master is set it opens a new page of that master; its style only for keep_together */
	BLOCK_HEADING,    /* text, level 1..6; goes to the outline and the contents if label is set */
	BLOCK_PARA,       /* text */
	BLOCK_LIST,       /* children: BLOCK_ITEM */
	BLOCK_ITEM,       /* marker, children: paragraphs or a further list */
	BLOCK_CALLOUT,    /* children on a panel */
	BLOCK_TILES,      /* key figures side by side; children: BLOCK_TILE */
	BLOCK_TILE,       /* number (large), text (label) */
	BLOCK_LOGOS,      /* pictures in a row, as many as there is room for; height: of a square one, the others look as high;
			     gap: between them; children: BLOCK_LOGO */
	BLOCK_LOGO,       /* artwork */
	BLOCK_TABLE,      /* columns, head_rows; children: BLOCK_ROW */
	BLOCK_ROW,        /* children: BLOCK_CELL */
	BLOCK_CELL,       /* children: BLOCK_PARA; header, span */
	BLOCK_FIGURE,     /* chart or artwork; text: the caption (title), children: further paragraphs of the caption; above */
	BLOCK_CONTENTS,   /* made from the headings up to level `level` that follow */
	BLOCK_SPACE,      /* height */
	BLOCK_FILL,       /* takes the height that is left on the page: pushes what follows to its foot */
	BLOCK_PAGE_BREAK,
	/*
	 * A note at the foot of the page. It stands in no block's children: runs of kind RUN_NOTE lead to it. text: what the
	 * note says, in each language in which it is marked; style: its type, with space_before above the first note of a
	 * page, space_after between notes, and rule_above and rule_color of the line that parts them from the text.
	 *
	 * Layout numbers notes through the document, in the order of their marks in the first language, then those marked
	 * in the second language alone; a note has one number in all languages. The text of a language stands on the page of
	 * that language's first mark, in that language's column or page, level with its translation where both stand on one
	 * page. Several marks may lead to one note. Marks may stand wherever text is, but not in notes, running lines or
	 * titles; contents and outline leave them out. A mark holds to the letter before it.
	 *
	 * A note that is marked in one table alone stands under that table and has a letter there, a to z.
	 */
	BLOCK_NOTE
};

enum { BLOCK_KINDS = BLOCK_NOTE + 1 };

enum list_marker { MARKER_NONE, MARKER_BULLET, MARKER_NUMBER };

enum cell_header { CELL_DATA, CELL_COLUMN_HEADER, CELL_ROW_HEADER };

/*
 * Numbers of a column stand with their decimal marks below each other, in figures of one width, at its right; so does a
 * dash in place of one. By default that is done where the column has at least two numbers, not all of them years, and
 * nothing else. Texts of such a column, its head too, are at its right.
 */
enum column_figures { FIGURES_DEFAULT, FIGURES_DECIMAL, FIGURES_AS_TEXT };

struct table_column {
	int32_t weight;            /* share of the width; 0: as wide as its widest line needs */
	enum text_align align;
	enum column_figures figures;
};

struct block {
	enum block_kind kind;
	const struct style *style;
	struct pos pos;               /* of the template's node, or of the data if it comes from there */
	struct pair text;
	const struct block *const *children;
	size_t count;

	const char *label;            /* name of a destination, unique in the flow; NULL: none */
	const char *master;           /* SECTION: name of a page master, or NULL */
	int level;                    /* HEADING, CONTENTS */
	bool outline;                 /* HEADING: show in the outline and the contents */
	enum list_marker marker;      /* LIST */
	int list_columns;             /* LIST: columns side by side, read down one after the other, at least 1; where two
					 languages stand side by side it is one all the same */
	size_t above;                 /* FIGURE: so many children stand between the caption and the drawing, the rest below */
	struct pair mark;             /* ITEM: the marker's text by language ("1.", "•"); TILE: the number */
	const struct style *mark_style;  /* TILE: of the number; ITEM: of the marker, NULL: the item's */
	const struct style *second_style; /* TABLE: of its head; FIGURE: of the caption; CONTENTS: of deeper levels */
	const struct table_column *columns; /* TABLE */
	size_t column_count;
	size_t head_rows;             /* TABLE: rows repeated on each page */
	enum cell_header header;      /* CELL */
	int span, row_span;           /* CELL: columns, rows covered, at least 1; 0 is 1 */
	int32_t height;               /* SPACE, LOGOS: mpt; FIGURE: 0, or the least height of a chart's drawing, the height
					 of a picture that is not to be as wide as the text */
	int32_t gap;                  /* LOGOS: mpt */
	const struct value *chart;    /* FIGURE: a "chart" record */
	const struct value *artwork;  /* FIGURE, LOGO: an "artwork" record */
	int per_row;                  /* TILES: tiles side by side, at least 1 */
	int max_pages;                /* SECTION: 0, or the most pages it may take per language */
};

/* ---- pages ---- */

struct decoration {
	int32_t x, y, w, h; /* mpt from the page's top left */
	uint32_t fill;
};

/* A line of running text: at the head or foot of each page of a master. */
struct running {
	const struct style *style;
	struct pair start, end; /* at the left and at the right; in a parallel edition start stands in each column */
	int32_t baseline;       /* mpt from the page's top */
};

/*
 * Widths of two columns. Solved: each section that opens pages has one width for each language, between 42 and 58 in a
 * hundred of both, on the grid, so that the section is as short as can be; type and leading stay alike. By default that is
 * done where a section has more than a page of text in columns and becomes shorter by 3 in a hundred at least.
 */
enum column_widths { COLUMNS_DEFAULT, COLUMNS_EQUAL, COLUMNS_SOLVED };

struct page_master {
	const char *name;
	int32_t width, height;                /* mpt */
	int32_t top, right, bottom, left;     /* mpt, margins; the text area is what is left */
	int32_t gap;                          /* mpt between the columns of a parallel edition */
	enum column_widths columns;           /* of a parallel edition */
	/*
	 * For binding: `left` is the inner margin and `right` the outer one. On left-hand pages (the second, the fourth
	 * of the document) they change sides, and so do decorations and the start and end of running lines.
	 */
	bool mirrored;
	const struct decoration *decorations;
	size_t decoration_count;
	const struct running *running;
	size_t running_count;
	bool numbered;                        /* its pages count; others are labelled without a number */
};

/* What every page is marked with: a marking at its head, an embargo at its foot. */
struct flow_mark {
	struct pair text;
	bool foot;
	struct pos pos;
};
enum { FLOW_MARKS = 2 };

struct flow_lang {
	const char *key, *tag;             /* "en", "en-GB" */
	size_t pack_index;                 /* its index in pack.langs */
	const struct locale *locale;
};

/*
 * What may give way so that a limit of pages holds, the same in all languages; all zero: nothing. They are moved in this
 * order, each as little as will do. tighten is the layout's, the others are asked of the template when it binds.
 */
struct levers {
	int tighten;             /* 0..1000: flow.tighten */
	int shrink;              /* steps by which all type is smaller, leading with it on the grid, in no style below its
				    least size */
	bool shorter;            /* texts that have a shorter form show that */
	int drop_below_priority; /* 0..8: blocks and records of so many priorities are left out: 1 of 9, 2 of 8 too, and
				    so on; what has priority 1 or none stays */
};

struct flow {
	struct flow_lang langs[FLOW_LANGS];
	size_t lang_count;
	enum arrangement arrangement;      /* SINGLE if and only if lang_count is 1 */
	int32_t grid;                      /* mpt */
	const struct page_master *masters;
	size_t master_count;
	const struct block *root;          /* a SECTION */
	struct flow_mark marks[FLOW_MARKS];
	size_t mark_count;
	const struct style *mark_style;
	struct chart_theme chart_theme;
	/* Metadata: title by language, one author line, date, keywords. */
	const char *title[FLOW_LANGS];
	const char *author;                /* may be NULL */
	struct date date;                  /* DATE_DAY */
	int max_pages;                     /* 0, or the most pages the edition may take per language */
	int tighten;                       /* 0..1000: spaces before and after blocks are so many thousandths of the way
					      from what their styles say to 60 % of it, up to the grid, and the
					      padding of cells to half of it; charts
					      are set closer likewise, as far as they can be read */
	struct levers most;                /* how far the template can move each lever of its own with this pack: 0: not
					      at all; tighten does not count */
	const struct pack *pack;
};

void flow_dump(const struct flow *, struct buf *);

#endif
