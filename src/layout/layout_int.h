/*
 * Inside layout only. How a page comes to be:
 *
 *   galley  walks the flow and makes strips: slices across the text area that are never divided, each with its ink, its
 *           height and the cost of turning the page after it. A strip has one or two lanes: in a parallel edition lane
 *           k is the column of language k; in a facing edition lane k is page k; elsewhere everything is in lane 0.
 *   page    chooses where pages end: least total cost over all strips of a reel (what shares a page master).
 *   place   puts the strips of a page on it, and with the ink the marks in the structure tree.
 *
 * Heights of strips are whole multiples of flow.grid and so are baselines inside them: every baseline of a page is on
 * its grid. x of ink is counted from the text area's left edge, y from the top of the strip's lane.
 */
#ifndef LAYOUT_INT_H
#define LAYOUT_INT_H

#include "layout.h"

enum { LANES = FLOW_LANGS };
enum { PANEL_BAR = 3000 }; /* mpt, width of the bar at the left of a panel */

/* Costs of turning the page after a strip. A higher band is never paid to save in a lower one. */
enum {
	COST_ITEM = 30,            /* between the items of a list, the rows of a table */
	COST_PARA = 150,           /* inside a paragraph */
	COST_PANEL = 300,          /* inside a panel */
	COST_ALONE = 300,          /* inside a paragraph of one language, the other of which is complete */
	COST_LEAD = 600,           /* between a paragraph and the list it leads to */
	COST_LONE = 1200,          /* one short item of a list, one row of a table, parted from all others */
	COST_NOTE = 2000,          /* inside a note at the foot */
	COST_HYPHEN = 400,         /* a page that ends with a hyphen */
	COST_PAGE = 100000,        /* each page */
	COST_KEEP = 100000000,     /* inside what the style keeps together */
	COST_HEADING = 1000000000, /* between a heading and its text */
	COST_FIGURE = 2000000000   /* between a chart and its caption */
};

struct galley;
struct reel;
struct note_text;
struct note_use;
struct para_spec;
struct room;

/* ---- structure tree (tag.c) ---- */

struct tag *tag_root(struct galley *);
/* A tag is made first and takes its place among its parent's children when its first ink (or child's ink) is placed. */
struct tag *tag_new(struct galley *, struct tag *parent, enum tag_role, struct pos);
/* Sets the language of the tag if it is not the one around it: by BCP 47 name, by index in the edition. */
void tag_name_lang(struct tag *, const char *name);
const char *tag_lang(const struct tag *); /* its own or the one around it */
void tag_set_lang(const struct galley *, struct tag *, size_t lang);
void tag_attach(struct galley *, struct tag *);
unsigned tag_mark_ink(struct galley *, struct tag *, size_t page); /* the chunk that the next item belongs to */
void tag_mark_link(struct galley *, struct tag *, size_t page, size_t link);

/* ---- ink ---- */

struct link_target {
	const char *url, *dest; /* one of them */
	const char *contents, *lang;
	struct tag *tag;
	struct pos pos;
	int32_t right; /* mpt: its annotations reach to there; 0: as far as its text */
	struct anchor *where; /* of a reference that names a page; or NULL */
};

/* The guise of a part of a paragraph: goes with its pieces. */
struct span_ink {
	const struct link_target *link; /* or NULL */
	struct tag *tag;
	uint32_t color;
	bool underline;
	struct note_text *note; /* its mark is here */
	int32_t raise;          /* mpt above the baseline */
};

/* A drawing with its tags, and its box to be filled in when the page is known. */
struct drawing_ink {
	const struct drawing *drawing;
	struct tag *tags[FLOW_LANGS];
};

/* The number of the page where a destination lies, set flush right when it is known. */
struct number_ink {
	const char *dest;
	struct text_style style;
	struct pos pos;
};

enum ink_kind { INK_TEXT, INK_RECT, INK_DRAWING, INK_LINK, INK_NUMBER, INK_TAG };

struct ink {
	enum ink_kind kind;
	bool behind;    /* RECT: painted before all text of the page */
	unsigned order; /* among the strips of one group: lower is read first */
	int32_t x, y;
	struct tag *tag; /* NULL: artifact. INK_TAG: only takes its place in the tree (an empty cell) */
	uint32_t color;
	union {
		struct glyph_run run;
		struct {
			int32_t w, h;
			const struct link_target *target; /* INK_LINK */
		} box;
		const struct drawing_ink *drawing;
		const struct number_ink *number; /* x is its right edge */
	} as;
};

struct ink_list {
	LIST(struct ink) list;
};

/* ---- strips ---- */

/* A panel, a bar or rules around consecutive strips; a page that turns inside continues it. */
struct frame {
	const struct frame *parent;
	const struct style *style;
	int32_t pad; /* mpt, above and below, on the grid */
	size_t lanes;
	int32_t x[LANES], w[LANES];
};

/* The head of a table, repeated where a page starts inside the table. */
struct repeat {
	int32_t height[LANES];
	struct ink_list ink[LANES];
};

/* A place that links, contents and outline may name. */
struct anchor {
	const char *name; /* NULL: none */
	const struct block *block;
	int level; /* of a heading; 0: another block */
	bool outline;
	const char *title; /* of the heading, for the outline and running heads */
	const char *running[FLOW_LANGS];
	size_t lane;
	struct tag *tag;
	int32_t x;
	size_t page; /* known once pages are chosen */
	int32_t y;   /* known once the page is placed */
	bool placed;
	struct anchor *next; /* on the same strip */
};

struct strip {
	size_t ink[LANES], ink_end[LANES]; /* ranges in the reel's ink */
	int32_t height[LANES];
	int32_t rise[LANES]; /* mpt above the first line, so that both lanes share a baseline */
	int32_t space;       /* mpt before it, none at the page's top */
	int64_t cost;        /* of turning the page after it */
	bool level;          /* its lanes start at one height */
	bool blank;          /* white space: vanishes where a page turns before it */
	bool fill;           /* takes what is left of the page */
	bool turn;           /* the page must be turned after it */
	bool head;           /* of a table: needs no repeat */
	bool lead;           /* a heading or the like: two lines at least must follow it */
	enum { TEXT_NONE, TEXT_FIRST, TEXT_MORE } text; /* of a paragraph in no list or panel, all its languages */
	bool section_end;    /* a section ends or begins after it */
	const struct drift *before; /* its figure is read before this strip, though it stands after it */
	uint8_t lines[LANES];
	unsigned group; /* strips of one group are read lane by lane */
	const struct frame *frame;
	const struct repeat *repeat;
	struct anchor *anchors;
	struct note_use *notes; /* whose marks it has */
	bool long_notes;        /* they do not fit on a page with it: they may be divided */
	struct pos pos;
};

/* A figure that following text may pass (float.c). */
struct drift {
	size_t first, end;       /* strips */
	struct tag *tags[LANES]; /* what holds it in the structure tree */
	bool moved;
};

/* Strips of one page master; starts on a page of its own. */
struct reel {
	size_t index;
	const struct page_master *master;
	LIST(struct strip) strips;
	struct ink_list ink[LANES];
	LIST(struct drift) drifts;
	size_t lanes;
	bool facing;
	size_t langs[FLOW_LANGS], lang_count;
	unsigned serial;            /* of the section that opened its pages */
	int32_t height;             /* mpt, of the text area */
	int32_t x[LANES], w[LANES]; /* mpt, of its lanes, from the text area's left */
	struct pair title;          /* of the section, if it has one */
};

/* A section that may not be longer than it says. */
struct limit {
	const struct block *block;
	struct reel *first_reel, *last_reel;
	size_t first, last; /* strips: from first of first_reel to before last of last_reel */
};

/* ---- notes (notes.c) and the foot of a page (foot.c) ---- */

/* A note in one language. Its lines are strips of a reel of their own. */
struct note_text {
	const struct note *note;
	size_t lang, lane;
	struct tag *parent, *tag;     /* what is around the paragraph with its mark; its own */
	LIST(struct tag *) marks;     /* the Reference of each mark */
	struct anchor *anchor, *mark; /* where it and its mark stand */
	struct reel *reel;
	size_t count; /* lines */
	int32_t leading, baseline;
	bool used; /* a strip has its mark */
};
struct note {
	const struct block *block;
	const struct block *table; /* all its marks are in there: it stands under that table; or NULL */
	const char *name, *key;    /* its number or letter; its part of the names of its places */
	struct note_text *texts[FLOW_LANGS];
};
struct note_use {
	struct note_text *text;
	struct note_use *next;
};

/* Lines of a note, and of its translation beside them, at the foot of a page. */
struct foot_row {
	const struct note *note;
	struct {
		struct note_text *text;
		size_t from, to; /* lines */
	} part[LANES];
	bool carried; /* from the page before */
	bool may_split;
};
struct foot {
	LIST(struct foot_row) rows;
	int32_t height; /* mpt, with the space above; 0 without notes */
};

/* Finds the notes that are marked in a block and numbers them. */
void notes_find(struct galley *, const struct block *);
/* A span for the mark of a note; false if there is none to show. tag NULL: a measurement. */
bool notes_mark(struct galley *, const struct para_spec *, struct tag *tag, const struct run *, struct text_span *);
/* The newest strip has the mark. */
void notes_use(struct galley *, size_t lane, struct note_text *);
/* Sets the notes that are marked in a table alone, under it. */
void notes_of_table(struct galley *, const struct room *, const struct block *table);
/* Sets the texts of all other notes that are marked. */
void notes_lay(struct galley *);

void foot_start(struct galley *, struct foot *, const struct foot *carried); /* NULL: nothing */
void foot_add(struct galley *, struct foot *, const struct strip *);
/* Fits a foot into a height by leaving lines to the next page. False if that may not be. */
bool foot_divide(struct galley *, const struct foot *, int32_t room, struct foot *placed, struct foot *left);
int32_t foot_gap(const struct galley *, const struct foot *); /* mpt above the first note */
int32_t foot_row_base(const struct foot_row *);               /* mpt, of its first baseline */
int32_t foot_row_height(const struct foot_row *);
int32_t foot_row_gap(const struct galley *, const struct foot_row *); /* mpt below it, if another follows */

/* ---- rooms: where blocks go ---- */

struct marker {
	const struct shaped *shaped;
	struct tag *tag;
	int32_t x;
	uint32_t color;
	const struct link_target *link; /* the marker is that link; or NULL */
};

struct lane {
	size_t lang;
	int32_t x, w;
	struct tag *parent;
	struct marker *marker; /* of a list item: goes with the next line */
};

struct room {
	const struct page_master *master;
	unsigned serial; /* which section opened its pages */
	struct lane lane[LANES];
	int32_t x[LANES], w[LANES]; /* mpt, of the lanes as the pages have them: those of inner rooms are narrower */
	size_t lanes;
	size_t langs[FLOW_LANGS], lang_count; /* of blocks that span the text area */
	bool stacked;                         /* languages stand one under the other in lane 0 */
	bool facing;
	bool again; /* the blocks were laid before, in another language: places are named already */
	const struct style *style;
	const struct style *applied; /* its indent and panel are around the room already */
	const struct frame *frame;
	unsigned group; /* 0: each pair is a group */
	int64_t cost;
	struct pair title; /* of the section that opened its pages */
};

/* A place for a block that spans the text area: one, or one on each of two facing pages. */
struct slot {
	size_t lane;
	int32_t x, w;
	size_t langs[FLOW_LANGS], lang_count;
	struct tag *parent;
};

/* A heading of the flow, found before anything is set. */
struct heading {
	const struct block *block;
	const char *name; /* of its destination */
};

struct galley {
	struct arena *arena;
	struct arena *scratch; /* what no page needs once its ink is placed: strips, ink, lines of paragraphs */
	struct diag *diag;
	struct text *text;
	const struct flow *flow;
	int32_t grid;

	LIST(struct heading) headings;
	size_t heading_at; /* headings before the block at hand */
	size_t pass;       /* SEQUENCE: the language being set */

	LIST(struct reel *) reels;
	struct reel *reel;
	unsigned serial, serials, groups;
	int32_t space;          /* mpt owed before the next strip */
	bool hold;              /* spaces before blocks do not count: the top of a panel */
	struct anchor *waiting; /* go with the next strip */

	LIST(struct anchor *) anchors;
	struct map *names; /* destination to anchor */
	LIST(struct link_target *) links;
	LIST(struct limit) limits;
	size_t notes;        /* at the foot of pages, in the whole flow */
	LIST(struct note *) marked; /* all notes, in the order of their marks */
	struct map *note_of; /* by the address of their block */
	size_t tags;
	struct tag *root;

	/* Only texts in columns are set, without findings, to learn their height (ratio.c); NULL otherwise. */
	struct sketch *sketch;

	struct whereabouts *whereabouts; /* NULL: there are none */
};

/* ---- whereabouts.c: pages that references name ---- */

struct whereabouts; /* what each reference says of its page */
struct pages;

struct whereabouts *whereabouts_new(struct arena *, const struct flow *); /* NULL if the flow has no such reference */
const char *whereabouts_text(struct galley *, const struct run *, size_t lang); /* "": it says nothing */
/* Where the text of a reference stands; NULL if nobody asks. The newest strip has it. */
struct anchor *whereabouts_at(struct galley *, const struct run *, size_t lang);
void whereabouts_use(struct galley *, size_t lane, struct anchor *);
/* Once pages are chosen: what references should have said. False if they did. */
bool whereabouts_learn(struct galley *, const struct pages *);

/* ---- galley.c ---- */

void galley_run(struct galley *);
void galley_block(struct galley *, const struct room *, const struct block *);
void galley_children(struct galley *, const struct room *, const struct block *);
struct strip *galley_strip(struct galley *, const struct room *, struct pos);
/* Ink for the newest strip. */
struct ink *galley_ink(struct galley *, size_t lane);
/* A space of a style, as far as flow.tighten leaves it. */
int32_t galley_tight(const struct galley *, int32_t space);
void galley_space(struct galley *, int32_t before);
void galley_after(struct galley *, int32_t after);
/* Adds to the cost of turning pages after the strips made since `from`, all but the last: what is kept inside kept
 * blocks is kept twice. */
void galley_keep(struct galley *, const struct reel *, size_t from, int64_t cost);
size_t galley_at(const struct galley *);             /* strips made so far in the reel at hand */
int32_t galley_snap(const struct galley *, int32_t); /* up to the grid */
const char *galley_dest(const struct galley *, const char *label, size_t lang);
struct anchor *galley_anchor(struct galley *, const struct room *, const struct block *, const char *label,
			     size_t lane);
/* Makes the block's label known: it stands where the next strip stands. */
void galley_name(struct galley *, const struct room *, const struct block *);
void galley_panel_ink(struct galley *, size_t lane, const struct style *, int32_t x, int32_t y, int32_t w, int32_t h);

/* ---- room.c ---- */

/* The room that a section with a page master opens; lanes keep their languages and tags. */
void room_open(struct galley *, struct room *, const struct block *section);
struct room room_frame(struct galley *, const struct room *,
		       const struct style *); /* inside a panel or between rules */
bool room_is_panel(const struct style *);
/* The places of a block that spans the text area; returns their number. */
size_t room_slots(const struct room *, struct slot *);
/* The room of one language of a stacked one. */
struct room room_stack(const struct room *, size_t lang);

/* ---- para_box.c: a paragraph of one language as lines ---- */

struct para_box {
	const struct style *style;
	const struct text_para *para;
	size_t lang, count;
	int32_t x;                 /* mpt, of the measure */
	int32_t leading, baseline; /* mpt, of each line; of the baseline in a line */
	struct tag *tag;
};

struct para_spec {
	const struct style *style;
	const struct inline_text *text;
	size_t lang;
	int32_t x, w;
	enum text_align align;
	struct tag *parent; /* NULL: nothing but a measurement */
	enum tag_role role;
	struct tag *tag;                /* if it exists already */
	const struct link_target *link; /* all of it is that link */
	struct pos pos;
};

struct para_spec para_box_spec(const struct style *, const struct pair *, size_t lang, enum tag_role, struct pos);
bool para_box_set(struct galley *, const struct para_spec *, struct para_box *); /* false: there is no text */
int32_t para_box_height(const struct para_box *);
void para_box_line(struct galley *, size_t lane, unsigned order, const struct para_box *, size_t line, int32_t y);
void para_box_lines(struct galley *, size_t lane, unsigned order, const struct para_box *, int32_t y);
struct text_style para_box_style(const struct galley *, const struct style *, size_t lang, bool strong);
int32_t para_box_leading(const struct galley *, const struct style *, size_t lang);
int32_t para_box_baseline(const struct galley *, const struct style *, size_t lang);
/* The letters of a text without its guise; "" if there are none. */
const char *para_box_plain(struct galley *, const struct inline_text *);
bool para_box_same(struct galley *, const struct pair *); /* both languages say the same */
const struct shaped *para_box_shape(struct galley *, const struct style *, size_t lang, const struct inline_text *);

/* ---- ratio.c: widths of columns ---- */

/* What is known of a pair that was set, to tell what it would need in other widths. */
struct pair_record {
	int64_t ink[LANES];  /* mpt, widths of all lines added up */
	int64_t room[LANES]; /* mpt, what the lines have room for, without the last */
	int64_t used[LANES]; /* mpt, their widths, without the last */
	int32_t measure[LANES], leading[LANES];
};
struct sketch {
	struct arena *arena;  /* NULL: nothing is recorded */
	struct arena *trial;  /* what is set in vain */
	size_t texts, stride; /* of all the texts one in so many is set: the others will do like it */
	LIST(struct pair_record) pairs;
};
/* Whether the widths of columns matter to a block inside the section. */
bool ratio_concerns(const struct block *);
/* Whether the next text is one of those that are set. */
bool ratio_takes(struct sketch *);
void ratio_record(struct galley *, const struct para_box *, const int32_t *measures, size_t lanes);
/* Sets the widths of a room's two columns from the texts of the section that opens it. */
void ratio_solve(struct galley *, struct room *, const struct block *section);

/* ---- pair.c ---- */

struct pair_spec {
	const struct style *style;
	const struct pair *text;
	enum tag_role role;
	struct pos pos;
};
/* Strips of a text in all languages of the room. tags[lang] is set where there is text. */
/* A marker belongs to one line: whoever sets that line takes it. */
void pair_marker(struct galley *, size_t lane, unsigned order, struct marker *, int32_t baseline);
void pair_lay(struct galley *, const struct room *, const struct pair_spec *, struct tag **tags);

/* ---- the other kinds of blocks ---- */

typedef void lay_fn(struct galley *, const struct room *, const struct block *);
lay_fn items_lay, items_lay_one, table_lay, tiles_lay, figure_lay, contents_lay, artwork_lay_logos;

/* ---- artwork.c ---- */

/* A picture as wide as there is room for, or of a height, but not above `most` (0: any); NULL after a finding. */
const struct drawing *artwork_draw(struct galley *, struct diag *, const struct value *artwork, int32_t width,
				   int32_t height, int32_t most);
bool artwork_is_silent(const struct value *artwork); /* decorative */
const char *artwork_alt(const struct galley *, size_t lang, const struct value *artwork);

/* What the markers of a list share, in one language (items.c). */
struct mark_column {
	int32_t widest, gap;
	enum list_marker kind;
};
/* Lays the items in columns if the list asks for them and can have them: one language across the page, nothing but
 * texts in its items, less than half a page high (columns.c). */
bool columns_lay(struct galley *, const struct room *, const struct block *list);
struct mark_column items_measure(struct galley *, const struct room *, const struct block *list, size_t lang);
/* The room of an item's text in each lane, with its tags and its marker. */
struct room items_room(struct galley *, const struct room *, const struct block *item, const struct mark_column *);

/* ---- tables (table.c, table_grid.c, table_width.c, table_cell.c, table_number.c, table_band.c) ---- */

/* A text of a cell, y from the cell's top. */
struct cell_text {
	struct para_box box;
	int32_t y;
};
struct cell_box {
	LIST(struct cell_text) texts;
	struct tag *tag;
	int32_t height;
};
struct cell_place {
	const struct block *cell;
	size_t row, rows, column, span; /* rows and columns it covers */
	bool head;
};
/* A table at one place: all of it, or its language's on one of two facing pages. */
struct table {
	const struct block *block;
	const struct style *style;
	struct slot slot;
	LIST(struct cell_place) places; /* row by row; cells beyond the last column have none */
	size_t *row_places;             /* index of each row's first place; block->count + 1 */
	struct number_column *numbers;  /* by column */
	int32_t *edges;                 /* column_count + 1, from the text area's left */
	bool panelled;                  /* some cell has a ground: all texts stand off the edges */
	struct tag *tag, *head, *body;
};

/* Fills table->places. */
void table_grid(struct galley *, struct table *);
/* The row after a row and all that its cells cover, and theirs. */
size_t table_band_end(const struct table *, size_t row);

/* ---- table_number.c: columns of numbers ---- */

struct number_column {
	bool on;
	int32_t lead, tail; /* mpt, of the widest part before a decimal mark, and from it on */
};
/* Finds the columns of numbers and measures them. */
void table_numbers(struct galley *, struct table *);
/* The style of texts in a column of numbers. */
const struct style *table_number_style(struct galley *, const struct style *);
/* Moves a number to where its decimal mark belongs, if it is one and there is room. */
void table_number_place(struct galley *, const struct table *, const struct cell_place *, struct para_spec *);

struct band_cell {
	const struct cell_place *place;
	struct cell_box box;
};
struct band {
	const struct table *table;
	size_t first, count; /* rows */
	struct band_cell *cells;
	size_t cell_count;
	int32_t *tops; /* count + 1: of its rows, from its own top; the last is its height */
	bool head;
};
/* The part of a band from one cut to the next. */
struct cut {
	int32_t from, to;
	int32_t rise; /* lines that the cut above left behind begin so much higher */
};

struct band band_set(struct galley *, const struct table *, size_t first, size_t end);
/* Aligns and measures the same rows at all places; fills tops. */
void band_measure(const struct galley *, struct band *, size_t count);
int32_t band_height(const struct band *);
/* Whether lines end between two cuts. */
bool band_moves(const struct band *, size_t count, int32_t from, int32_t to);
int32_t band_rise(const struct band *, int32_t cut); /* see struct cut */
void band_ink(struct galley *, const struct band *, const struct cut *);

/* Left and right of a cell's text, from the text area's left. */
void table_cell_edges(const struct table *, const struct cell_place *, int32_t *left, int32_t *right);
int32_t table_cell_inset(const struct table *, const struct cell_place *); /* what of its width is not text */
void table_cell_set(struct galley *, const struct table *, const struct cell_place *, struct tag *row,
		    struct cell_box *);
/* Texts of a cell one by one, each followed by its translation (again) unless both say the same. */
typedef void cell_fn(struct galley *, const struct para_spec *, bool again, void *user);
void table_cell_each(struct galley *, const struct table *, const struct cell_place *, cell_fn *, void *user);
/* Fills table->edges; a finding if the words do not fit. */
void table_width_solve(struct galley *, struct table *);

/* ---- page.c ---- */

/* Where a page's strips stand. */
struct filling {
	int32_t y[LANES];
	int32_t start[LANES]; /* of the strip last added */
	int32_t top, bottom;  /* of that strip, for panels */
	int32_t repeat;       /* height of the repeated head above it */
	int32_t extra;        /* for each fill */
	size_t fills;
	bool opened; /* something stands on the page */
	const struct frame *frame;
};
void page_add(struct filling *, const struct strip *);
int32_t page_height(const struct filling *);
/* White space at the top of a page goes, unless the page was turned on purpose or is the reel's first. */
bool page_vanishes(const struct reel *, size_t from, const struct filling *, size_t strip);

struct plan {
	struct reel *reel;
	size_t from, to;
	size_t page; /* index of its page; of its left page in a facing edition */
	struct foot foot;
};
struct plan_list {
	LIST(struct plan) list;
};
/* Keeps two lines at least of what follows with each strip that leads on, from a strip of the reel to its end. */
void page_keep_leads(struct reel *, size_t from);
/* The first of the strips that lead on to strip `at` without a place to turn the page. */
size_t page_bound(struct reel *, size_t at);
void page_break(struct galley *, struct reel *, struct plan_list *out);

/* ---- float.c: figures that do not fit where they are mentioned ---- */

/* The strips from `first` on are a figure. */
void float_add(struct galley *, size_t first, struct tag *const *tags);
/* Moves text of the reel before figures that leave a hole. */
void float_move(struct galley *, struct reel *);

/* ---- limits.c ---- */

/* Pages that parts take and may take; the list is in the arena given. */
struct fit limits_find(struct arena *, const struct galley *, const struct plan_list *);
void limits_check(struct galley *, const struct plan_list *); /* refuses parts that are too long */

/* ---- place.c ---- */

struct page_build {
	struct page page;
	int32_t left; /* mpt, of the text area */
	bool turned;  /* a left-hand page of a mirrored master */
	LIST(struct item) items;
	LIST(struct link) links;
	const struct reel *reel; /* NULL: an empty page */
	size_t lane;             /* of a facing edition: the one it shows */
	const char *section[FLOW_LANGS];
};
struct pages {
	LIST(struct page_build) list;
	size_t numbered;
};
void place_plan(struct galley *, struct pages *, const struct plan *);
void place_text(struct galley *, struct page_build *, const struct shaped *, int32_t x, int32_t y, uint32_t color,
		enum artifact_kind);

/* ---- stamp.c ---- */

/* What every page is marked with: before anything else is placed, for it is read first. */
void stamp_lay(struct galley *, struct pages *);

/* ---- running.c ---- */

/* The running heads and feet of all pages. */
void running_lay(struct galley *, struct pages *);

#endif
