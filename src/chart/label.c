/*
 * Labels: texts of a chart, broken into lines by the text stage. In an edition of two languages a label is a stack,
 * both languages in the theme's sizes and the same weight, in the order of the edition.
 */
#include "chart_int.h"

#include <string.h>

/* A measure no label reaches: to learn how wide a text is by nature. */
enum { WIDE = 4000000 };

static int32_t scaled(int32_t value, int scale)
{
	return scale ? (int32_t)((int64_t)value * scale / 100) : value;
}

/* Closer where that is asked for, and closer still where the drawing must be less high; never touching. */
static int32_t leading_of(const struct chart_job *job, size_t lang, const struct label_spec *spec, int32_t size)
{
	enum { CLOSE = 135, CLOSEST = 125 }; /* percent of the size */
	int32_t leading = scaled(job->theme->leading[lang], spec->scale);
	int32_t close = scaled(size, CLOSE), closest = scaled(size, CLOSEST);

	if (spec->close && leading > close)
		leading = close;
	return leading > closest ? chart_between(job, leading, closest) : leading;
}

static const struct text_para *set_para(struct chart_job *job, size_t lang, const struct label_spec *spec,
					int32_t width, const char *text, struct pos pos)
{
	const struct chart_lang *in = &job->req->langs[lang];
	const struct face *face = spec->strong ? job->theme->strong_face[lang] : job->theme->face[lang];
	struct text_span span = {
		.text = text,
		.len = strlen(text),
		.style = {.face = face,
			  .size = scaled(job->theme->size[lang], spec->scale),
			  .lang = in->key,
			  .tag = in->tag},
		.pos = pos,
	};
	struct text_para_spec para = {
		.spans = &span,
		.count = 1,
		.width = width,
		.align = spec->align,
		.balance = spec->balance,
		.pos = pos,
	};

	return text_para_set(job->text, &para);
}

/* References to records are words by now. */
static void check_reference(struct chart_job *job, const char *text, struct pos pos)
{
	const char *reference = strstr(text, "{ref:");

	if (reference)
		DIAG(job->diag, CHART_REFERENCE, pos, arena_strndup(job->arena, reference, strcspn(reference, "}") + 1));
}

struct label label_set(struct chart_job *job, size_t lang, const struct label_spec *spec, const char *text,
		       struct pos pos)
{
	const struct face *face = spec->strong ? job->theme->strong_face[lang] : job->theme->face[lang];
	const struct font_info *info = face_info(face);
	struct label label = {
		.size = scaled(job->theme->size[lang], spec->scale),
		.color = spec->color,
		.lang = (int)lang,
	};

	label.leading = leading_of(job, lang, spec, label.size);
	label.cap = (int32_t)((int64_t)label.size * info->cap_height / info->upem);
	if (!*text)
		return label;
	check_reference(job, text, pos);
	label.para = set_para(job, lang, spec, spec->width, text, pos);
	label.height = label.leading * (int32_t)label.para->count;
	label.width = label.para->max_width;
	return label;
}

static void add_to_stack(struct stack *stack, struct label label)
{
	stack->of[stack->count++] = label;
	stack->height += label.height;
	if (label.width > stack->width)
		stack->width = label.width;
}

struct stack label_stack(struct chart_job *job, const struct label_spec *spec, const struct value *text)
{
	struct stack stack = {0};

	for (size_t i = 0; i < job->req->lang_count; i++)
		add_to_stack(&stack, label_set(job, i, spec, wording_text(job->req, i, text),
					       text ? text->pos : (struct pos){0}));
	return stack;
}

struct stack label_stack_of(struct chart_job *job, const struct label_spec *spec, const char *const *texts,
			    struct pos pos)
{
	struct stack stack = {0};

	for (size_t i = 0; i < job->req->lang_count; i++)
		add_to_stack(&stack, label_set(job, i, spec, texts[i], pos));
	return stack;
}

struct stack label_phrase(struct chart_job *job, const struct label_spec *spec, const char *key)
{
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < job->req->lang_count; i++)
		texts[i] = wording_phrase(job->arena, job->req->langs[i].locale, key, NULL);
	return label_stack_of(job, spec, texts, job->req->chart->pos);
}

struct stack label_number(struct chart_job *job, const struct label_spec *spec, const char *const *texts,
			  struct pos pos)
{
	struct stack stack = {0};

	for (size_t i = 0; i < job->req->lang_count; i++)
		if (i == 0 || strcmp(texts[i], texts[0]) != 0)
			add_to_stack(&stack, label_set(job, i, spec, texts[i], pos));
	return stack;
}

int32_t label_least_of(struct chart_job *job, const struct label_spec *spec, const char *const *texts, struct pos pos)
{
	int32_t least = 0;

	for (size_t i = 0; i < job->req->lang_count; i++) {
		int32_t wide = *texts[i] ? set_para(job, i, spec, WIDE, texts[i], pos)->min_width : 0;

		least = wide > least ? wide : least;
	}
	return least;
}

int32_t label_least(struct chart_job *job, const struct label_spec *spec, const struct value *text)
{
	const char *texts[CHART_LANGS];

	for (size_t i = 0; i < job->req->lang_count; i++)
		texts[i] = wording_text(job->req, i, text);
	return label_least_of(job, spec, texts, text ? text->pos : (struct pos){0});
}

/* Capitals stand in the middle of the first line. */
int32_t label_baseline(const struct label *label)
{
	return (label->leading + label->cap) / 2;
}

void label_draw(struct chart_job *job, const struct label *label, int32_t x, int32_t top)
{
	int32_t y = top + label_baseline(label);

	for (size_t i = 0; label->para && i < label->para->count; i++, y += label->leading) {
		const struct text_line *line = &label->para->lines[i];

		for (size_t p = 0; p < line->count; p++)
			canvas_run(job->canvas, &line->pieces[p].run, x + line->pieces[p].x, y, label->color,
				   label->lang);
	}
}

void label_draw_stack(struct chart_job *job, const struct stack *stack, int32_t x, int32_t top)
{
	for (size_t i = 0; i < stack->count; i++) {
		label_draw(job, &stack->of[i], x, top);
		top += stack->of[i].height;
	}
}

enum { BESIDE_GAP = 7000 };

int32_t label_beside_width(const struct stack *stack)
{
	int32_t width = 0;

	for (size_t i = 0; i < stack->count; i++)
		width += stack->of[i].width + (i ? BESIDE_GAP : 0);
	return width;
}

void label_draw_beside(struct chart_job *job, const struct stack *stack, int32_t x, int32_t top)
{
	for (size_t i = 0; i < stack->count; i++) {
		label_draw(job, &stack->of[i], x, top + label_baseline(&stack->of[0]) - label_baseline(&stack->of[i]));
		x += stack->of[i].width + BESIDE_GAP;
	}
}

void label_ground(struct chart_job *job, int32_t x, int32_t top, int32_t width, int32_t height)
{
	enum { PAD = 1500 };
	int32_t left = x > PAD ? x - PAD : 0, right = x + width + PAD;

	right = right > job->width ? job->width : right;
	if (right <= left || height <= 0)
		return;
	canvas_rect(job->canvas, left, top, right - left, height, 0);
	canvas_fill(job->canvas, job->theme->paper, CANVAS_QUIET);
}
