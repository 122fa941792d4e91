/*
 * Bodies before and after: a box for each, those before at the left, those after at the right, and lines that run
 * together and end in arrows. The boxes after are filled with the first colour, so the change is seen in grey too.
 */
#include "chart_int.h"

enum { MOST_FORUMS = 6 }; /* on one side */

/* Measures in mpt. */
enum {
	LANE_SHARE = 14,
	LANE_LEAST = 44000, /* percent of the width, and the least, for the connecting lines */
	HEAD_PAD = 3000,    /* from a heading to its rule */
	HEAD_BELOW = 10000,
	HEAD_BELOW_TIGHT = 6000,
	RULE = 1000,
	BOX_PAD = 9000,
	BOX_PAD_TIGHT = 5000, /* above and below the text */
	BOX_GAP = 10000,
	BOX_GAP_TIGHT = 5000,
	CORNER = 4000,
	LANG_GAP = 4000, /* between the languages in a box */
	OUTLINE = 1000,
	LINE = 1500,
	BEND = 7000,
	HEAD_LENGTH = 7500,
	HEAD_HALF = 4200,
	TINT = 6 /* percent of colour in the boxes before */
};

struct box {
	struct label name[CHART_LANGS], members[CHART_LANGS], chairs[CHART_LANGS];
	int32_t x, y, height;
};

struct side {
	struct box *boxes;
	size_t count;
	struct stack heading;
	int32_t x, width, height; /* height: of all boxes with their gaps */
	uint32_t fill, color;     /* ground and text */
};

/* ---- boxes ---- */

static int32_t pad_of(const struct chart_job *job)
{
	return chart_between(job, BOX_PAD, BOX_PAD_TIGHT);
}

static int32_t gap_of(const struct chart_job *job)
{
	return chart_between(job, BOX_GAP, BOX_GAP_TIGHT);
}

static int32_t lang_height(const struct box *box, size_t lang)
{
	return box->name[lang].height + box->members[lang].height + box->chairs[lang].height;
}

static void set_box(struct chart_job *job, const struct side *side, struct box *box, const struct forum *forum)
{
	struct label_spec strong = {.strong = true, .width = side->width - 2 * BOX_PAD, .color = side->color};
	struct label_spec plain = {.width = strong.width, .color = side->color};
	struct pos pos = forum->record->pos;

	for (size_t i = 0; i < job->req->lang_count; i++) {
		box->name[i] = label_set(job, i, &strong, wording_text(job->req, i, forum->name), forum->name->pos);
		box->members[i] = label_set(job, i, &plain, forum->members[i], pos);
		box->chairs[i] = label_set(job, i, &plain, forum->chair_lines[i], pos);
		box->height += lang_height(box, i) + (i ? LANG_GAP : 0);
	}
	box->height += 2 * pad_of(job);
}

/* Boxes of one side are equally high: none counts for more. */
static bool set_side(struct chart_job *job, struct side *side, const char *name, const char *heading)
{
	struct label_spec spec = {.strong = true, .width = side->width, .color = job->theme->ink};
	struct forum *forums;
	int32_t height = 0;
	bool ok = true;

	side->count = forums_read(job->arena, job->req, name, &forums);
	if (!chart_countable(job, side->count, MOST_FORUMS))
		return false;
	for (size_t i = 0; i < side->count; i++)
		ok = chart_labelled(job, forums[i].record) && ok;
	if (!ok)
		return false;
	side->heading = label_phrase(job, &spec, heading);
	side->boxes = arena_array(job->arena, side->count, sizeof *side->boxes);
	for (size_t i = 0; i < side->count; i++) {
		set_box(job, side, &side->boxes[i], &forums[i]);
		height = chart_larger(height, side->boxes[i].height);
	}
	for (size_t i = 0; i < side->count; i++)
		side->boxes[i].height = height;
	side->height = (int32_t)side->count * (height + gap_of(job)) - gap_of(job);
	return true;
}

/* Stacks the boxes in the middle of a space. */
static void place_side(const struct chart_job *job, struct side *side, int32_t top, int32_t space)
{
	int32_t y = top + (space - side->height) / 2;

	for (size_t i = 0; i < side->count; i++) {
		side->boxes[i].x = side->x;
		side->boxes[i].y = y;
		y += side->boxes[i].height + gap_of(job);
	}
}

/* ---- ink ---- */

static void draw_box(struct chart_job *job, const struct side *side, const struct box *box)
{
	int32_t y = box->y + pad_of(job);

	canvas_rect(job->canvas, box->x, box->y, side->width, box->height, CORNER);
	canvas_fill(job->canvas, side->fill, CANVAS_QUIET);
	canvas_rect(job->canvas, box->x + OUTLINE / 2, box->y + OUTLINE / 2, side->width - OUTLINE,
		    box->height - OUTLINE, CORNER - OUTLINE / 2);
	canvas_stroke(job->canvas, job->theme->palette[0], OUTLINE, CANVAS_QUIET);
	for (size_t i = 0; i < job->req->lang_count; i++) {
		label_draw(job, &box->name[i], box->x + BOX_PAD, y);
		label_draw(job, &box->members[i], box->x + BOX_PAD, y + box->name[i].height);
		label_draw(job, &box->chairs[i], box->x + BOX_PAD, y + box->name[i].height + box->members[i].height);
		y += lang_height(box, i) + LANG_GAP;
	}
}

static int32_t middle(const struct box *box)
{
	return box->y + box->height / 2;
}

/* A line from the left to the right that changes its height at x = turn, with round corners. */
static void draw_bend(struct chart_job *job, int32_t x1, int32_t y1, int32_t turn, int32_t x2, int32_t y2)
{
	cairo_t *pen = canvas_pen(job->canvas);
	int32_t rise = y2 > y1 ? y2 - y1 : y1 - y2;
	int32_t bend = rise / 2 < BEND ? rise / 2 : BEND, down = y2 > y1 ? bend : -bend;

	cairo_move_to(pen, x1, y1);
	if (rise > 0) {
		cairo_line_to(pen, turn - bend, y1);
		cairo_curve_to(pen, turn - bend * 4 / 9, y1, turn, y1 + down * 4 / 9, turn, y1 + down);
		cairo_line_to(pen, turn, y2 - down);
		cairo_curve_to(pen, turn, y2 - down * 4 / 9, turn + bend * 4 / 9, y2, turn + bend, y2);
	}
	cairo_line_to(pen, x2, y2);
	canvas_stroke(job->canvas, job->theme->palette[0], LINE, CANVAS_MARK);
}

static void draw_head(struct chart_job *job, int32_t x, int32_t y)
{
	cairo_t *pen = canvas_pen(job->canvas);

	cairo_move_to(pen, x, y);
	cairo_line_to(pen, x - HEAD_LENGTH, y - HEAD_HALF);
	cairo_line_to(pen, x - HEAD_LENGTH, y + HEAD_HALF);
	cairo_close_path(pen);
	canvas_fill(job->canvas, job->theme->palette[0], CANVAS_MARK);
}

/* All lines meet in the middle of the lane and part again. */
static void draw_lines(struct chart_job *job, const struct side *before, const struct side *after, int32_t y)
{
	enum { TIP_GAP = 2000 };
	int32_t left = before->x + before->width, right = after->x - TIP_GAP, lane = right - HEAD_LENGTH - left;
	int32_t meet = after->count > 1 ? left + lane / 2 : right - HEAD_LENGTH;
	int32_t turn = left + (after->count > 1 ? lane / 4 : lane / 2);

	for (size_t i = 0; i < before->count; i++)
		draw_bend(job, left, middle(&before->boxes[i]), turn, meet, y);
	for (size_t i = 0; i < after->count; i++) {
		if (after->count > 1)
			draw_bend(job, meet, y, left + lane * 3 / 4, right - HEAD_LENGTH, middle(&after->boxes[i]));
		draw_head(job, right, middle(&after->boxes[i]));
	}
}

static void draw_side(struct chart_job *job, const struct side *side)
{
	int32_t rule = side->heading.height + HEAD_PAD;

	label_draw_stack(job, &side->heading, side->x, 0);
	canvas_line(job->canvas, side->x, rule, side->x + side->width, rule);
	canvas_stroke(job->canvas, job->theme->muted, RULE, CANVAS_QUIET);
	for (size_t i = 0; i < side->count; i++)
		draw_box(job, side, &side->boxes[i]);
}

bool governance_draw(struct chart_job *job)
{
	const struct chart_theme *theme = job->theme;
	int32_t lane = chart_larger(job->width / 100 * LANE_SHARE, LANE_LEAST), column = (job->width - lane) / 2;
	struct side before = {.x = 0, .width = column, .color = theme->ink};
	struct side after = {.x = job->width - column, .width = column, .fill = theme->palette[0]};
	int32_t top, space;
	bool ok;

	before.fill = contrast_mix(theme->palette[0], theme->paper, TINT);
	after.color = contrast_better(after.fill, theme->paper, theme->ink);
	ok = set_side(job, &before, "before", "chart_before");
	ok = set_side(job, &after, "after", "chart_after") && ok;
	if (!ok)
		return false;
	top = chart_larger(before.heading.height, after.heading.height) + HEAD_PAD;
	top += chart_between(job, HEAD_BELOW, HEAD_BELOW_TIGHT);
	space = chart_larger(before.height, after.height);
	place_side(job, &before, top, space);
	place_side(job, &after, top, space);
	draw_lines(job, &before, &after, top + space / 2);
	draw_side(job, &before);
	draw_side(job, &after);
	job->height = top + space;
	return true;
}
