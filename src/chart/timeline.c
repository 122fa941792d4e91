/*
 * A timeline: dates at the left, a spine with markers, titles and notes at the right, read from top to bottom. Rows
 * keep one rhythm, whatever the time between them; where many years pass the spine is broken and says how many. A
 * drawing that would be too high is set closer: all its heights have two ends.
 */
#include "chart_int.h"

enum { MOST_EVENTS = 30 };

/* Measures in mpt. */
enum {
	DATE_GAP = 13000, /* from dates to the spine */
	TEXT_GAP = 15000, /* from the spine to titles */
	ENTRY_GAP = 7500,
	ENTRY_GAP_TIGHT = 3500,
	NOTE_GAP = 8000,  /* from a title to a note on the same line */
	BREAK_PAD = 5000, /* above and below the words in a break */
	BREAK_PAD_TIGHT = 2500,
	PANEL_PAD = 7000,       /* round the main event */
	PANEL_PAD_TIGHT = 4000, /* above and below it */
	RADIUS = 4000,
	MAIN_RADIUS = 6200,
	SPINE = 1250,
	ONWARD = 22000,   /* from a last marker that comes again to the point of its arrow */
	MAIN_SCALE = 115, /* percent */
	DATE_SHARE = 30,  /* percent of the width that dates may take */
	TINT = 8          /* percent of colour in the panel */
};

struct entry {
	const struct moment *moment;
	struct stack date, title, note;
	int32_t top, height; /* of its text */
	bool run_in;         /* notes stand on the lines of their titles */
	size_t gap;          /* years in the break above it; 0: no break */
	struct stack gap_words;
	int32_t gap_top, gap_height;
};

struct timeline {
	struct chart_job *job;
	struct entry *entries;
	size_t count;
	int32_t left, spine, text; /* x of dates, spine, titles */
	uint32_t color;
};

/* ---- the key ---- */

static const char *const key_phrases[MARKERS] = {
	[MARKER_DOT] = "chart_key_exact",
	[MARKER_RING] = "chart_key_year",
	[MARKER_DASHED] = "chart_key_about",
	[MARKER_DIAMOND] = "chart_key_yearly",
};

static bool is_used(const struct moment *moments, size_t count, enum marker marker)
{
	for (size_t i = 0; i < count; i++)
		if (moments[i].marker == marker)
			return true;
	return false;
}

static void draw_sign(struct chart_job *job, int which, int32_t x, int32_t y)
{
	marker_draw(job, (enum marker)which, x, y, RADIUS, job->theme->palette[0]);
}

/* The key above, if markers differ; returns where the events begin. */
static int32_t draw_key(struct timeline *t, const struct moment *moments, size_t count)
{
	struct label_spec spec = {.width = t->job->width / 2, .close = true, .color = t->job->theme->muted};
	struct stack words[MARKERS];
	int which[MARKERS];
	struct key key = {words, which, 0, draw_sign};

	for (int m = 0; m < MARKERS; m++) {
		if (!key_phrases[m] || !is_used(moments, count, (enum marker)m))
			continue;
		words[key.count] = label_phrase(t->job, &spec, key_phrases[m]);
		which[key.count++] = m;
	}
	return key.count > 1 ? key_draw(t->job, &key) : 0;
}

/* ---- labels ---- */

static struct stack date_label(struct timeline *t, const struct moment *moment, int32_t width, enum text_align align)
{
	struct label_spec spec = {
		.strong = moment->main, .width = width, .align = align, .close = true, .color = t->job->theme->ink};
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < t->job->req->lang_count; i++)
		texts[i] = events_when(t->job->arena, t->job->req->langs[i].locale, moment);
	return label_stack_of(t->job, &spec, texts, moment->event->pos);
}

static void set_gap(struct timeline *t, struct entry *entry)
{
	struct label_spec spec = {.width = t->job->width - t->text, .close = true, .color = t->job->theme->muted};
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < t->job->req->lang_count; i++)
		texts[i] = events_gap_words(t->job->arena, t->job->req->langs[i].locale, entry->gap);
	entry->gap_words = label_stack_of(t->job, &spec, texts, t->job->req->chart->pos);
	for (size_t i = 0; i < entry->gap_words.count; i++)
		entry->gap_height = chart_larger(entry->gap_height, entry->gap_words.of[i].height);
}

/* Dates get the room that the widest needs, up to their share; the spine follows. */
static void set_columns(struct timeline *t, const struct moment *moments, size_t count)
{
	int32_t most = t->job->width / 100 * DATE_SHARE, width = 0;

	for (size_t i = 0; i < count; i++) {
		width = chart_larger(width, date_label(t, &moments[i], most, ALIGN_START).width);
		if (moments[i].main)
			t->left = PANEL_PAD;
	}
	for (size_t i = 0; i < count; i++)
		t->entries[i].date = date_label(t, &moments[i], width, ALIGN_END);
	t->spine = t->left + width + DATE_GAP;
	t->text = t->spine + TEXT_GAP;
}

/* Where height is dear, a note follows its title on one line if every language has the room. */
static bool can_run_in(const struct entry *entry, int32_t width)
{
	for (size_t lang = 0; lang < entry->title.count; lang++) {
		const struct label *title = &entry->title.of[lang], *note = &entry->note.of[lang];

		if (title->height > title->leading || note->height > note->leading ||
		    title->width + NOTE_GAP + note->width > width)
			return false;
	}
	return true;
}

static void set_entry(struct timeline *t, struct entry *entry, const struct moment *moment)
{
	struct label_spec title = {
		.strong = true,
		.scale = moment->main ? MAIN_SCALE : 0,
		.width = t->job->width - t->text - (moment->main ? PANEL_PAD : 0),
		.close = true,
		.color = t->job->theme->ink,
	};
	struct label_spec note = {
		.width = title.width, .close = true, .color = moment->main ? t->job->theme->ink : t->job->theme->muted};

	entry->moment = moment;
	entry->title = label_stack(t->job, &title, moment->title);
	entry->note = label_stack(t->job, &note, moment->note);
	entry->run_in = (t->job->req->lang_count > 1 || t->job->tight > 0) && can_run_in(entry, title.width);
}

/* How far the date's top lies below the title's, so that both stand on one baseline. */
static int32_t date_drop(const struct entry *entry, size_t lang)
{
	return label_baseline(&entry->title.of[lang]) - label_baseline(&entry->date.of[lang]);
}

static int32_t row_height(const struct entry *entry, size_t lang)
{
	int32_t text = entry->title.of[lang].height + (entry->run_in ? 0 : entry->note.of[lang].height);

	return chart_larger(date_drop(entry, lang) + entry->date.of[lang].height, text);
}

static int32_t marker_y(const struct entry *entry)
{
	return entry->top + entry->title.of[0].leading / 2;
}

static int32_t panel_pad(const struct timeline *t, const struct entry *entry)
{
	return entry->moment->main ? chart_between(t->job, PANEL_PAD, PANEL_PAD_TIGHT) : 0;
}

/* Puts an entry below y; returns its foot. */
static int32_t place_entry(struct timeline *t, struct entry *entry, int32_t y)
{
	int32_t pad = chart_between(t->job, BREAK_PAD, BREAK_PAD_TIGHT);

	if (entry->gap) {
		set_gap(t, entry);
		entry->gap_top = y + pad;
		y = entry->gap_top + entry->gap_height + pad;
	} else if (entry > t->entries) {
		y += chart_between(t->job, ENTRY_GAP, ENTRY_GAP_TIGHT);
	}
	entry->top = y + panel_pad(t, entry);
	for (size_t lang = 0; lang < t->job->req->lang_count; lang++)
		entry->height += row_height(entry, lang);
	return entry->top + entry->height + panel_pad(t, entry);
}

/* What comes again goes on: below the last event there is room for an arrow. */
static int32_t foot(const struct timeline *t, int32_t y)
{
	const struct entry *last = &t->entries[t->count - 1];

	return last->moment->yearly ? chart_larger(y, marker_y(last) + ONWARD) : y;
}

/* ---- ink ---- */

static void spine_line(struct timeline *t, int32_t from, int32_t to)
{
	canvas_line(t->job->canvas, t->spine, from, t->spine, to);
	canvas_stroke(t->job->canvas, t->color, SPINE, CANVAS_MARK);
}

/* Two short slanting strokes end the spine above and begin it below the words of a break. */
static void break_stroke(struct timeline *t, int32_t y)
{
	enum { HALF_WIDTH = 4500, RISE = 1800 };

	canvas_line(t->job->canvas, t->spine - HALF_WIDTH, y + RISE, t->spine + HALF_WIDTH, y - RISE);
	canvas_stroke(t->job->canvas, t->color, SPINE, CANVAS_MARK);
}

static void draw_spine_above(struct timeline *t, const struct entry *entry)
{
	int32_t from = marker_y(entry - 1), to = marker_y(entry);
	int32_t first = entry->gap_top, second = entry->gap_top + entry->gap_height;

	if (!entry->gap) {
		spine_line(t, from, to);
		return;
	}
	spine_line(t, from, first);
	break_stroke(t, first);
	break_stroke(t, second);
	spine_line(t, second, to);
}

/* Dashes and an arrow below the last event. */
static void draw_onward(struct timeline *t, const struct entry *last)
{
	enum { ON = 3000, OFF = 2500, HEAD = 5000, HALF = 3200 };
	int32_t from = marker_y(last), to = chart_larger(last->top + last->height, from + ONWARD);
	cairo_t *pen = canvas_pen(t->job->canvas);

	canvas_line(t->job->canvas, t->spine, from, t->spine, to - HEAD);
	canvas_dash(t->job->canvas, t->color, SPINE, ON, OFF, CANVAS_MARK);
	cairo_move_to(pen, t->spine - HALF, to - HEAD);
	cairo_line_to(pen, t->spine + HALF, to - HEAD);
	cairo_line_to(pen, t->spine, to);
	cairo_close_path(pen);
	canvas_fill(t->job->canvas, t->color, CANVAS_MARK);
}

static void draw_panel(struct timeline *t, const struct entry *entry)
{
	enum { CORNER = 4000 };
	int32_t pad = panel_pad(t, entry);

	canvas_rect(t->job->canvas, 0, entry->top - pad, t->job->width, entry->height + 2 * pad, CORNER);
	canvas_fill(t->job->canvas, contrast_mix(t->color, t->job->theme->paper, TINT), CANVAS_QUIET);
}

static void draw_note(struct timeline *t, const struct entry *entry, size_t lang, int32_t y)
{
	const struct label *title = &entry->title.of[lang], *note = &entry->note.of[lang];

	if (entry->run_in)
		label_draw(t->job, note, t->text + title->width + NOTE_GAP,
			   y + label_baseline(title) - label_baseline(note));
	else
		label_draw(t->job, note, t->text, y + title->height);
}

/* The languages of a break stand side by side: they are short, and the break stays small. */
static void draw_gap_words(struct timeline *t, const struct entry *entry)
{
	const struct stack *words = &entry->gap_words;

	label_draw_beside(t->job, words, t->text, entry->gap_top + entry->gap_height / 2 - words->of[0].leading / 2);
}

static void draw_texts(struct timeline *t, const struct entry *entry)
{
	int32_t y = entry->top;

	if (entry->gap)
		draw_gap_words(t, entry);
	for (size_t lang = 0; lang < t->job->req->lang_count; lang++) {
		label_draw(t->job, &entry->date.of[lang], t->left, y + date_drop(entry, lang));
		label_draw(t->job, &entry->title.of[lang], t->text, y);
		draw_note(t, entry, lang, y);
		y += row_height(entry, lang);
	}
}

/* Panels lie under the spine, the spine under the markers. */
static void draw_entries(struct timeline *t)
{
	const struct entry *last = &t->entries[t->count - 1];

	for (size_t i = 0; i < t->count; i++)
		if (t->entries[i].moment->main)
			draw_panel(t, &t->entries[i]);
	for (size_t i = 1; i < t->count; i++)
		draw_spine_above(t, &t->entries[i]);
	if (last->moment->yearly)
		draw_onward(t, last);
	for (size_t i = 0; i < t->count; i++) {
		const struct moment *moment = t->entries[i].moment;

		marker_draw(t->job, moment->marker, t->spine, marker_y(&t->entries[i]),
			    moment->main ? MAIN_RADIUS : RADIUS, t->color);
		draw_texts(t, &t->entries[i]);
	}
}

bool timeline_draw(struct chart_job *job)
{
	struct timeline t = {.job = job, .color = job->theme->palette[0]};
	struct moment *moments;
	bool ok = true;
	int32_t y;

	t.count = events_read(job->arena, job->req, &moments);
	if (!chart_countable(job, t.count, MOST_EVENTS))
		return false;
	for (size_t i = 0; i < t.count; i++)
		ok = chart_labelled(job, moments[i].event) && ok;
	if (!ok)
		return false;
	t.entries = arena_array(job->arena, t.count, sizeof *t.entries);
	set_columns(&t, moments, t.count);
	for (size_t i = 0; i < t.count; i++) {
		t.entries[i].gap = i ? events_gap(&moments[i - 1], &moments[i]) : 0;
		set_entry(&t, &t.entries[i], &moments[i]);
	}
	y = draw_key(&t, moments, t.count);
	for (size_t i = 0; i < t.count; i++)
		y = place_entry(&t, &t.entries[i], y);
	job->height = foot(&t, y);
	draw_entries(&t);
	return true;
}
