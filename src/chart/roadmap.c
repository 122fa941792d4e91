/*
 * A roadmap: rows of spans on a scale of time, and diamonds for steps. What a bar or diamond is stands beside it, at
 * the side that has the room; each step has a line of its own, so that nothing meets.
 */
#include "chart_int.h"

enum { MOST_PLANS = 20 };

/* Measures in mpt. */
enum {
	LABEL_SHARE = 34,
	BAR = 9000,
	ROW_GAP = 7000,
	ROW_GAP_TIGHT = 3000,
	RADIUS = 4200,
	TEXT_GAP = 5000,
	WORDS_GAP = 1000,  /* from a bar to words below it */
	TICK_BELOW = 4000, /* from the labels of the scale to the rows */
	TICK_APART = 8000,
	LINE = 500,
	RULE = 500,
	TIP = 6000, /* the point of a bar that goes on */
	CORNER = 2000,
	LEAST_ROOM = 120000,
	MOST_TICKS = 12,
	DAYS_IN_YEAR = 365
};

/* A bar or step with its words: one line of a row. */
struct strip {
	int32_t x1, x2; /* of the bar; of a step both are its middle */
	bool span, onward, below;
	struct stack words;
	int32_t text; /* where the words begin */
	int32_t height;
};

struct lane {
	struct strip *strips;
	size_t count;
	int32_t height;
};

struct roadmap {
	struct chart_job *job;
	struct plan_row *plans;
	size_t count;
	struct column column;
	struct lane *lanes;
	int32_t first, last; /* days */
	int32_t length;      /* of the scale */
};

/* ---- time ---- */

static void widen(struct roadmap *r, int32_t first, int32_t last)
{
	r->first = first < r->first ? first : r->first;
	r->last = last > r->last ? last : r->last;
}

/* A span that goes on is shown at least to the end of its first year. */
static int32_t year_end(const struct date *start)
{
	struct date year = {start->year, 0, 0, DATE_YEAR};

	return plans_last_day(&year);
}

static void find_ends(struct roadmap *r)
{
	r->first = INT32_MAX;
	r->last = INT32_MIN;
	for (size_t i = 0; i < r->count; i++) {
		const struct plan_row *p = &r->plans[i];

		if (p->start)
			widen(r, plans_first_day(p->start), p->end ? plans_first_day(p->start) : year_end(p->start));
		if (p->end)
			widen(r, plans_first_day(p->end), plans_last_day(p->end));
		for (size_t k = 0; k < p->step_count; k++)
			widen(r, plans_first_day(&p->steps[k].date), plans_last_day(&p->steps[k].date));
	}
}

/* The month of a day, counted from the year 0; by search, which needs no second calendar. */
static int32_t month_of(int32_t day)
{
	int32_t low = 0, high = 12 * 10000;

	while (high - low > 1) {
		int32_t middle = low + (high - low) / 2;
		struct date date = {(int16_t)(middle / 12), (int8_t)(middle % 12 + 1), 0, DATE_MONTH};

		if (plans_first_day(&date) <= day)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static struct date date_of(int32_t month, bool year_only)
{
	return (struct date){(int16_t)(month / 12), (int8_t)(year_only ? 0 : month % 12 + 1), 0,
			     year_only ? DATE_YEAR : DATE_MONTH};
}

/* Whether the scale is divided by years. */
static bool is_long(const struct roadmap *r)
{
	return r->last - r->first > 2 * DAYS_IN_YEAR;
}

/* The scale runs over whole years, or over whole months if it is short. */
static void set_ends(struct roadmap *r)
{
	struct date first, last;

	find_ends(r);
	first = date_of(month_of(r->first), is_long(r));
	last = date_of(month_of(r->last), is_long(r));
	widen(r, plans_first_day(&first), plans_last_day(&last));
}

static int32_t day_x(const struct roadmap *r, int32_t day)
{
	int64_t whole = r->last + 1 - r->first;

	return r->column.width + (int32_t)((int64_t)(day - r->first) * r->length / whole);
}

/* ---- the scale ---- */

struct ticks {
	int32_t *months;
	struct stack *words;
	size_t count;
	int32_t height;
};

static struct stack tick_words(struct roadmap *r, int32_t month, bool years)
{
	struct label_spec spec = {.width = r->job->width / 4, .close = true, .color = r->job->theme->muted};
	struct date date = date_of(month, years);
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < r->job->req->lang_count; i++) {
		struct buf out = {0};

		locale_date(r->job->req->langs[i].locale, &date, years ? LOCALE_DATE_LONG : LOCALE_DATE_SHORT, false,
			    &out);
		texts[i] = wording_keep(r->job->arena, &out);
	}
	return label_number(r->job, &spec, texts, r->job->req->chart->pos);
}

static int32_t tick_x(const struct roadmap *r, int32_t month)
{
	struct date date = date_of(month, false);
	int32_t day = plans_first_day(&date);

	return day_x(r, day < r->first ? r->first : day);
}

/* Lines every so many months. False if their labels would meet. */
static bool try_ticks(struct roadmap *r, int32_t step, struct ticks *t)
{
	int32_t month = month_of(r->first) / step * step, end = 0;

	*t = (struct ticks){.count = 0};
	t->months = arena_array(r->job->arena, MOST_TICKS, sizeof *t->months);
	t->words = arena_array(r->job->arena, MOST_TICKS, sizeof *t->words);
	for (; month <= month_of(r->last); month += step) {
		int32_t x = tick_x(r, month);

		if (t->count == MOST_TICKS)
			return false;
		t->months[t->count] = month;
		t->words[t->count] = tick_words(r, month, step >= 12);
		if (t->count && x < end)
			return false;
		if (x + t->words[t->count].width > r->job->width)
			t->words[t->count] = (struct stack){0};
		end = x + t->words[t->count].width + TICK_APART;
		t->height = chart_larger(t->height, t->words[t->count].height);
		t->count++;
	}
	return true;
}

static struct ticks set_ticks(struct roadmap *r)
{
	static const int32_t steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
	struct ticks ticks;
	size_t i = is_long(r) ? 3 : 0;

	while (!try_ticks(r, steps[i], &ticks) && i + 1 < COUNT_OF(steps))
		i++;
	return ticks;
}

/* A label begins at its line: it names the time from there on. */
static void draw_ticks(struct roadmap *r, const struct ticks *t, int32_t bottom)
{
	for (size_t i = 0; i < t->count; i++) {
		int32_t x = tick_x(r, t->months[i]);

		canvas_line(r->job->canvas, x, t->height, x, bottom);
		canvas_stroke(r->job->canvas, r->job->theme->line, LINE, CANVAS_QUIET);
		label_draw_stack(r->job, &t->words[i], x, 0);
	}
}

/* ---- strips ---- */

/* Words stand behind the mark, else before it, else below it. */
static void place_words(const struct roadmap *r, struct strip *strip)
{
	int32_t most = r->job->width - strip->words.width;
	int32_t half = strip->span ? 0 : RADIUS * 5 / 4;
	int32_t behind = strip->x2 + half + TEXT_GAP, before = strip->x1 - half - TEXT_GAP - strip->words.width;

	strip->text = behind <= most ? behind : before;
	strip->below = strip->text < r->column.width;
	if (strip->below)
		strip->text = strip->x1 < most ? strip->x1 : most;
}

static void set_strip(struct roadmap *r, struct strip *strip, const char *const *texts, struct pos pos, bool main)
{
	struct label_spec spec = {.strong = main, .width = r->length, .close = true, .color = r->job->theme->ink};

	strip->words = label_stack_of(r->job, &spec, texts, pos);
	place_words(r, strip);
	strip->height = chart_larger(strip->words.height, BAR);
	if (strip->below)
		strip->height = BAR + WORDS_GAP + strip->words.height;
}

static void set_span(struct roadmap *r, const struct plan_row *plan, struct strip *strip)
{
	const char *texts[CHART_LANGS];

	strip->span = true;
	strip->onward = !plan->end;
	strip->x1 = day_x(r, plans_first_day(plan->start));
	strip->x2 = plan->end ? day_x(r, plans_last_day(plan->end) + 1) : r->column.width + r->length;
	for (size_t i = 0; i < r->job->req->lang_count; i++)
		texts[i] = plans_span(r->job->arena, r->job->req->langs[i].locale, plan);
	set_strip(r, strip, texts, plan->label.pos, false);
}

/* A step stands in the middle of the time that its date leaves open. */
static void set_step(struct roadmap *r, const struct plan_row *plan, const struct plan_step *step, struct strip *strip)
{
	const char *texts[CHART_LANGS];

	strip->x1 = strip->x2 =
		(day_x(r, plans_first_day(&step->date)) + day_x(r, plans_last_day(&step->date) + 1)) / 2;
	for (size_t i = 0; i < r->job->req->lang_count; i++)
		texts[i] = plans_step(r->job->arena, r->job->req, i, step);
	set_strip(r, strip, texts, plan->label.pos, false);
}

static void set_lane(struct roadmap *r, size_t row)
{
	const struct plan_row *plan = &r->plans[row];
	struct lane *lane = &r->lanes[row];

	lane->strips = arena_array(r->job->arena, plan->step_count + 1, sizeof *lane->strips);
	if (plan->start)
		set_span(r, plan, &lane->strips[lane->count++]);
	for (size_t i = 0; i < plan->step_count; i++)
		set_step(r, plan, &plan->steps[i], &lane->strips[lane->count++]);
	for (size_t i = 0; i < lane->count; i++)
		lane->height += lane->strips[i].height;
	lane->height = chart_larger(lane->height, r->column.of[row].height);
}

/* ---- ink ---- */

/* A bar that goes on ends in a point. */
static void draw_bar(struct roadmap *r, const struct strip *strip, int32_t y, uint32_t color)
{
	cairo_t *pen = canvas_pen(r->job->canvas);
	int32_t tip = strip->x2 - strip->x1 > 2 * TIP ? TIP : (strip->x2 - strip->x1) / 2;

	if (strip->onward) {
		cairo_move_to(pen, strip->x1, y);
		cairo_line_to(pen, strip->x2 - tip, y);
		cairo_line_to(pen, strip->x2, y + BAR / 2);
		cairo_line_to(pen, strip->x2 - tip, y + BAR);
		cairo_line_to(pen, strip->x1, y + BAR);
		cairo_close_path(pen);
	} else {
		int32_t width = chart_larger(strip->x2 - strip->x1, 2 * CORNER);

		canvas_rect(r->job->canvas, strip->x1, y, width, BAR, CORNER);
	}
	canvas_fill(r->job->canvas, color, CANVAS_MARK);
}

static void draw_words(struct roadmap *r, const struct stack *words, int32_t x, int32_t y)
{
	label_ground(r->job, x, y, words->width, words->height);
	label_draw_stack(r->job, words, x, y);
}

static void draw_strip(struct roadmap *r, const struct strip *strip, int32_t y, uint32_t color)
{
	int32_t line = strip->words.of[0].leading, middle = y + (strip->below ? BAR : line) / 2;

	if (strip->span)
		draw_bar(r, strip, middle - BAR / 2, color);
	else
		marker_draw(r->job, MARKER_DIAMOND, strip->x1, middle, RADIUS, color);
	draw_words(r, &strip->words, strip->text, strip->below ? y + BAR + WORDS_GAP : y);
}

static void draw_lane(struct roadmap *r, size_t row, int32_t y)
{
	const struct chart_theme *theme = r->job->theme;
	uint32_t color = theme->palette[0];

	label_draw_stack(r->job, &r->column.of[row], 0, y);
	for (size_t i = 0; i < r->lanes[row].count; i++) {
		draw_strip(r, &r->lanes[row].strips[i], y, color);
		y += r->lanes[row].strips[i].height;
	}
}

static void draw_rule(struct roadmap *r, int32_t y)
{
	canvas_line(r->job->canvas, 0, y, r->job->width, y);
	canvas_stroke(r->job->canvas, r->job->theme->line, RULE, CANVAS_QUIET);
}

static struct column_text *labels_of(const struct roadmap *r)
{
	struct column_text *texts = arena_array(r->job->arena, r->count, sizeof *texts);

	for (size_t i = 0; i < r->count; i++)
		texts[i] = r->plans[i].label;
	return texts;
}

static void draw_all(struct roadmap *r)
{
	int32_t gap = chart_between(r->job, ROW_GAP, ROW_GAP_TIGHT);
	struct ticks ticks = set_ticks(r);
	int32_t y = ticks.height + TICK_BELOW, bottom = y - gap;

	for (size_t i = 0; i < r->count; i++) {
		set_lane(r, i);
		bottom += r->lanes[i].height + gap;
	}
	draw_ticks(r, &ticks, bottom);
	for (size_t i = 0; i < r->count; i++) {
		if (i)
			draw_rule(r, y - gap / 2);
		draw_lane(r, i, y);
		y += r->lanes[i].height + gap;
	}
	r->job->height = bottom;
}

bool roadmap_draw(struct chart_job *job)
{
	struct roadmap r = {.job = job};

	r.count = plans_read(job->arena, job->req, &r.plans);
	if (!chart_countable(job, r.count, MOST_PLANS) ||
	    !column_fit(job, labels_of(&r), r.count, LABEL_SHARE, &r.column))
		return false;
	r.length = job->width - r.column.width - RADIUS * 5 / 4; /* room for a diamond on the last day */
	if (r.length < LEAST_ROOM) {
		DIAG(job->diag, CHART_TOO_NARROW, job->req->chart->pos, chart_points(job->arena, job->width));
		return false;
	}
	r.lanes = arena_array(job->arena, r.count, sizeof *r.lanes);
	set_ends(&r);
	draw_all(&r);
	return true;
}
