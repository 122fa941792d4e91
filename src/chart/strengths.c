/*
 * Complementary strengths: for each topic what each party brings, side by side under the names of the parties. Where a
 * party brings nothing the cell is left empty.
 */
#include "chart_int.h"

enum { MOST_TOPICS = 14, MOST_PARTIES = 4 };

/* Measures in mpt. */
enum {
	TOPIC_SHARE = 24,
	CELL_GAP = 10000, /* between columns */
	BAND = 3000,      /* the bar of colour above a party */
	BAND_GAP = 4000,
	HEAD_PAD = 4000,
	ROW_PAD = 5000,
	ROW_PAD_TIGHT = 2500,
	LANG_GAP = 3000, /* between the languages of a cell */
	RULE = 500
};

struct strengths {
	const struct value **topics; /* those that have any */
	size_t topic_count;
	const struct value **parties; /* in order of mention */
	size_t party_count;
};

static size_t find_party(const struct strengths *s, const struct value *party)
{
	size_t i = 0;

	while (i < s->party_count && s->parties[i] != party)
		i++;
	return i;
}

static void read_strengths(struct arena *arena, const struct chart_request *req, struct strengths *s)
{
	const struct value *data = chart_data(req);
	size_t all = 0;

	*s = (struct strengths){0};
	for (size_t i = 0; i < value_count(data); i++)
		all += value_count(value_field(value_deref(value_at(data, i)), "strengths"));
	s->topics = arena_array(arena, value_count(data), sizeof *s->topics);
	s->parties = arena_array(arena, all, sizeof *s->parties);
	for (size_t i = 0; i < value_count(data); i++) {
		const struct value *topic = value_deref(value_at(data, i)), *list = value_field(topic, "strengths");

		if (value_count(list))
			s->topics[s->topic_count++] = topic;
		for (size_t k = 0; k < value_count(list); k++) {
			const struct value *party = value_deref(value_field(value_at(list, k), "party"));

			if (party && find_party(s, party) == s->party_count)
				s->parties[s->party_count++] = party;
		}
	}
}

/* What a party brings to a topic: its texts in order, by language. False if nothing. */
static bool read_cell(struct arena *arena, const struct chart_request *req, const struct value *topic,
		      const struct value *party, const char **texts)
{
	const struct value *list = value_field(topic, "strengths");
	bool any = false;

	for (size_t lang = 0; lang < req->lang_count; lang++)
		texts[lang] = "";
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *strength = value_at(list, i), *text = value_field(strength, "text");

		if (value_deref(value_field(strength, "party")) != party)
			continue;
		for (size_t lang = 0; lang < req->lang_count; lang++)
			texts[lang] = any ? arena_printf(arena, "%s %s", texts[lang], wording_text(req, lang, text))
					  : wording_text(req, lang, text);
		any = true;
	}
	return any;
}

/* ---- the drawing ---- */

struct board {
	struct chart_job *job;
	struct strengths of;
	struct column column;
	int32_t width; /* of a party's column */
};

static int32_t party_x(const struct board *b, size_t party)
{
	return b->column.width + (int32_t)party * (b->width + CELL_GAP);
}

/* Names stand above a band of colour; returns where the rows begin. */
static int32_t draw_head(struct board *b)
{
	struct label_spec spec = {.strong = true, .width = b->width, .close = true, .color = b->job->theme->ink};
	struct stack *names = arena_array(b->job->arena, b->of.party_count, sizeof *names);
	int32_t height = 0;

	for (size_t i = 0; i < b->of.party_count; i++) {
		names[i] = label_stack(b->job, &spec, wording_label(b->of.parties[i]));
		height = chart_larger(height, names[i].height);
	}
	for (size_t i = 0; i < b->of.party_count; i++) {
		label_draw_stack(b->job, &names[i], party_x(b, i), height - names[i].height);
		pattern_fill(b->job, i, party_x(b, i), height + BAND_GAP, b->width, BAND);
	}
	return height + BAND_GAP + BAND + HEAD_PAD;
}

static struct stack set_cell(struct board *b, size_t topic, size_t party)
{
	struct label_spec spec = {.width = b->width, .close = true, .color = b->job->theme->ink};
	const char *texts[CHART_LANGS];

	read_cell(b->job->arena, b->job->req, b->of.topics[topic], b->of.parties[party], texts);
	return label_stack_of(b->job, &spec, texts, b->of.topics[topic]->pos);
}

static int32_t cell_height(const struct stack *cell)
{
	return cell->height + (cell->count > 1 && cell->height ? LANG_GAP : 0);
}

static void draw_cell(struct board *b, const struct stack *cell, int32_t x, int32_t y)
{
	for (size_t i = 0; i < cell->count; i++) {
		label_draw(b->job, &cell->of[i], x, y);
		y += cell->of[i].height + LANG_GAP;
	}
}

static int32_t draw_topic(struct board *b, size_t topic, int32_t y)
{
	struct stack *cells = arena_array(b->job->arena, b->of.party_count, sizeof *cells);
	int32_t pad = chart_between(b->job, ROW_PAD, ROW_PAD_TIGHT), height = b->column.of[topic].height;

	for (size_t i = 0; i < b->of.party_count; i++) {
		cells[i] = set_cell(b, topic, i);
		height = chart_larger(height, cell_height(&cells[i]));
	}
	label_draw_stack(b->job, &b->column.of[topic], 0, y + pad);
	for (size_t i = 0; i < b->of.party_count; i++)
		draw_cell(b, &cells[i], party_x(b, i), y + pad);
	y += height + 2 * pad;
	canvas_line(b->job->canvas, 0, y, b->job->width, y);
	canvas_stroke(b->job->canvas, b->job->theme->line, RULE, CANVAS_QUIET);
	return y;
}

static bool fit_topics(struct board *b)
{
	struct column_text *texts = arena_array(b->job->arena, b->of.topic_count, sizeof *texts);
	int32_t count = (int32_t)b->of.party_count;

	for (size_t i = 0; i < b->of.topic_count; i++) {
		const struct value *label = wording_label(b->of.topics[i]);

		texts[i].pos = label->pos;
		texts[i].strong = true;
		for (size_t lang = 0; lang < b->job->req->lang_count; lang++)
			texts[i].text[lang] = wording_text(b->job->req, lang, label);
	}
	if (!column_fit(b->job, texts, b->of.topic_count, TOPIC_SHARE, &b->column))
		return false;
	b->width = (b->job->width - b->column.width - (count - 1) * CELL_GAP) / count;
	return true;
}

bool strengths_draw(struct chart_job *job)
{
	struct board b = {.job = job};
	int32_t y;

	read_strengths(job->arena, job->req, &b.of);
	if (!chart_countable(job, b.of.topic_count, MOST_TOPICS) ||
	    !chart_countable(job, b.of.party_count, MOST_PARTIES))
		return false;
	if (!fit_topics(&b))
		return false;
	y = draw_head(&b);
	for (size_t i = 0; i < b.of.topic_count; i++)
		y = draw_topic(&b, i, y);
	job->height = y + RULE;
	return true;
}

/* ---- in words ---- */

static const char *names_of(struct arena *arena, const struct chart_request *req, size_t lang,
			    const struct value *const *records, size_t count)
{
	const char **texts = arena_array(arena, count, sizeof *texts);

	for (size_t i = 0; i < count; i++)
		texts[i] = wording_text(req, lang, wording_label(records[i]));
	return wording_join(arena, req->langs[lang].locale, texts, count, NULL);
}

const char *strengths_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *texts[2], *parties, *count;
	struct strengths s;

	read_strengths(arena, req, &s);
	if (s.topic_count == 0)
		return NULL;
	parties = names_of(arena, req, lang, s.parties, s.party_count);
	count = wording_number(arena, locale, s.topic_count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_strengths_names", "parties", parties, "count", count,
				  "names", names_of(arena, req, lang, s.topics, s.topic_count), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_strengths", "parties", parties, "count", count, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

void strengths_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	struct strengths s;

	read_strengths(arena, req, &s);
	for (size_t i = 0; i < s.topic_count; i++) {
		buf_printf(out, "%s\n", wording_text(req, lang, wording_label(s.topics[i])));
		for (size_t k = 0; k < s.party_count; k++) {
			const char *texts[CHART_LANGS];

			if (!read_cell(arena, req, s.topics[i], s.parties[k], texts))
				continue;
			buf_puts(out, wording_phrase(arena, req->langs[lang].locale, "chart_point", "name",
						     wording_text(req, lang, wording_label(s.parties[k])), "value",
						     texts[lang], NULL));
			buf_putc(out, '\n');
		}
	}
}
