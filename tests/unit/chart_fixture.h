/*
 * What tests of charts begin with: a pack, a theme, a request, and the checks that every drawing must pass. Included by
 * them only.
 */
#ifndef CHART_FIXTURE_H
#define CHART_FIXTURE_H

#include "chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- a pack, a theme, a request ---- */

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct locale_set *locales;
	struct chart_theme theme;
};

static inline int set_up(void **state)
{
	static const char *const plain[] = {"pretendard/Pretendard-Regular.ttf"};
	static const char *const strong[] = {"pretendard/Pretendard-SemiBold.ttf"};
	struct arena *arena = arena_new();
	struct fixture *f = arena_alloc(arena, sizeof *f);

	f->arena = arena;
	f->diag = diag_new(arena);
	f->text = text_new(arena, f->diag, "fonts");
	f->locales = locale_read(arena, f->diag, "templates/languages.yaml");
	f->theme = (struct chart_theme){
		.ink = 0x0B0C0C,
		.muted = 0x484949,
		.line = 0xCECECE,
		.paper = 0xFFFFFF,
		.palette = {0x12436D, 0x28A197, 0x801650, 0xF46A25},
		.palette_count = 4,
		.land = chart_land(arena, f->diag, "templates/land.txt"),
	};
	for (int i = 0; i < CHART_LANGS; i++) {
		f->theme.face[i] = text_face(f->text, plain, 1, (struct pos){0});
		f->theme.strong_face[i] = text_face(f->text, strong, 1, (struct pos){0});
		f->theme.size[i] = 10000;
		f->theme.leading[i] = 14000;
	}
	*state = f;
	return f->locales ? 0 : -1;
}

static inline int tear_down(void **state)
{
	struct fixture *f = *state;

	text_free(f->text);
	arena_free(f->arena);
	return 0;
}

static inline const struct pack *pack_at(struct fixture *f, const char *path)
{
	const struct pack *pack = model_read(f->arena, f->diag, path);

	assert_non_null(pack);
	return pack;
}

static inline void assert_clean(struct fixture *f)
{
	struct diag_print how = {.form = DIAG_TEXT};
	struct buf out = {0};

	diag_print(f->diag, &how, &out);
	if (diag_failed(f->diag))
		fail_msg("%s", out.data);
	buf_free(&out);
}

/* A pack of the fewest keys, with more YAML below them. */
static inline const struct pack *pack_of(struct fixture *f, const char *yaml)
{
	static const char head[] =
		"id: small\n"
		"languages: [en-GB, ko-KR]\n"
		"title: {en: Small, ko: 작은 자료}\n"
		"date: 2023-11-22\n"
		"lead: {en: It was signed., ko: 서명했다., source: p1}\n"
		"parties: [{id: a, name: {en: A, ko: 가}}, {id: south, name: {en: South, ko: 남국}}]\n"
		"sources:\n"
		"  - id: release\n"
		"    title: {en: Release, ko: 자료}\n"
		"    date: 2023-11-23\n"
		"    paragraphs: [{id: p1, about: {en: All, ko: 전체}}]\n";
	const char *text = arena_printf(f->arena, "%s%s", head, yaml);
	const struct pack *pack = model_parse(f->arena, f->diag, "pack.yaml", text, strlen(text));

	if (!pack)
		assert_clean(f);
	assert_non_null(pack);
	return pack;
}

static const char small_instruments[] = "instruments:\n"
					"  - id: one\n"
					"    kind: {en: memorandum, ko: 양해각서}\n"
					"    title: {en: First memorandum, ko: 첫째 양해각서}\n"
					"    short: {en: First, ko: 첫째}\n"
					"    signed: 2023-11-22\n"
					"    source: p1\n"
					"    summary: {en: It is short., ko: 짧다., source: p1}\n";

static inline const char *chart_yaml(struct fixture *f, const char *kind, const char *data, const char *more)
{
	return arena_printf(f->arena,
			    "charts:\n"
			    "  - id: drawn\n"
			    "    kind: %s\n"
			    "    data: %s\n"
			    "    title: {en: \"A & <B>\", ko: 가}\n"
			    "    subtitle: {en: C, ko: 나}\n"
			    "    source: p1\n"
			    "%s",
			    kind, data, more);
}

static inline struct chart_request request(struct fixture *f, const struct pack *pack, const char *id,
					   const char *langs, int32_t width)
{
	const struct value *charts = value_field(pack->root, "charts");
	struct chart_request req = {.pack = pack, .theme = &f->theme, .width = width};
	char *keys = arena_strdup(f->arena, langs);

	for (size_t i = 0; i < value_count(charts); i++)
		if (!strcmp(value_at(charts, i)->as.record.id, id))
			req.chart = value_at(charts, i);
	assert_non_null(req.chart);
	for (char *key = strtok(keys, "+"); key; key = strtok(NULL, "+")) {
		int index = pack_lang_index(pack, key);

		req.langs[req.lang_count++] = (struct chart_lang){pack->langs[index].key, pack->langs[index].tag,
								  (size_t)index, locale_find(f->locales, key)};
	}
	return req;
}

static inline const struct drawing *draw(struct fixture *f, const struct chart_request *req)
{
	return chart_draw(f->arena, f->diag, f->text, req);
}

static inline void assert_finding(struct fixture *f, const char *code)
{
	struct diag_print how = {.form = DIAG_JSON};
	struct buf out = {0};

	diag_print(f->diag, &how, &out);
	if (!out.len || !strstr(out.data, code))
		fail_msg("%s is not among the findings: %s", code, out.len ? out.data : "none");
	buf_free(&out);
}

/* ---- what every drawing keeps ---- */

static const char *const editions[] = {"en", "ko", "en+ko", "ko+en"};
static const char *const charts[] = {"timeline", "governance", "overview"};

struct box {
	int32_t x1, y1, x2, y2;
};

/* The box of a label's letters; a space at a line's end may hang over. */
static inline struct box box_of(const struct drawing_text *text)
{
	const struct glyph_run *run = &text->run;
	int32_t width = run->width;

	for (size_t i = run->count; i-- > 0 && run->text[run->glyphs[i].at] == ' ';)
		width -= run->glyphs[i].advance;
	return (struct box){text->x, text->y - run->size * 3 / 4, text->x + width, text->y + run->size / 5};
}

static inline void check_labels(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->text_count; i++) {
		struct box a = box_of(&drawing->texts[i]);

		if (a.x1 < 0 || a.y1 < 0 || a.x2 > drawing->width || a.y2 > drawing->height)
			fail_msg("“%s” leaves the frame of %s", drawing->texts[i].run.text, drawing->id);
		for (size_t k = 0; k < i; k++) {
			struct box b = box_of(&drawing->texts[k]);

			if (a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
				fail_msg("“%s” meets “%s”", drawing->texts[i].run.text, drawing->texts[k].run.text);
		}
	}
}

/* A closed outline lies inside the frame with its whole stroke. */
static inline void check_outline(const struct drawing *drawing, const struct shape *shape)
{
	int32_t half = shape->width / 2;

	for (size_t s = 0; s < shape->count; s++) {
		const struct path_step *step = &shape->steps[s];

		if (step->op == PATH_CLOSE)
			continue;
		assert_in_range(step->x[0], half, drawing->width - half);
		assert_in_range(step->y[0], half, drawing->height - half);
	}
}

static inline void check_shapes(const struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->shape_count; i++) {
		const struct shape *shape = &drawing->shapes[i];

		assert_true(shape->count > 1 && (shape->fill >= 0 || shape->stroke >= 0));
		if (shape->stroke >= 0 && shape->steps[shape->count - 1].op == PATH_CLOSE)
			check_outline(drawing, shape);
		for (size_t s = 0; s < shape->count; s++) {
			const struct path_step *step = &shape->steps[s];

			if (step->op == PATH_CLOSE)
				continue;
			for (int p = 0; p < (step->op == PATH_CURVE ? 3 : 1); p++) {
				assert_in_range(step->x[p], 0, drawing->width);
				assert_in_range(step->y[p], 0, drawing->height);
			}
		}
	}
}

/* Labels of scales: numbers and dates that no value need have. */
static inline bool is_tick(const struct chart_request *req, const struct drawing_text *text)
{
	const char *kind = value_text(value_field(req->chart, "kind"), 0);
	bool scaled =
		!strcmp(kind, "stacked") || !strcmp(kind, "dot") || !strcmp(kind, "line") || !strcmp(kind, "roadmap");

	return scaled && text->color == req->theme->muted;
}

/* What a text may say beside the values: the key explains marks, the description has dates in words instead. */
static inline const char *all_words(struct fixture *f, const struct chart_request *req, size_t lang)
{
	static const char *const key[] = {"chart_key_exact", "chart_key_year", "chart_key_about", "chart_key_yearly"};
	struct buf out = {0};
	const char *words;

	buf_puts(&out, chart_description(f->arena, req, lang));
	for (size_t i = 0; i < COUNT_OF(key); i++)
		locale_phrase(req->langs[lang].locale, key[i], &out, (const char *const[]){NULL});
	words = arena_strdup(f->arena, out.data);
	buf_free(&out);
	return words;
}

static inline void check_words(struct fixture *f, const struct chart_request *req, const struct drawing *drawing)
{
	bool seen[CHART_LANGS] = {false};
	const char *said[CHART_LANGS] = {NULL};

	for (size_t i = 0; i < req->lang_count; i++)
		said[i] = all_words(f, req, i);
	for (size_t i = 0; i < drawing->text_count; i++) {
		const struct drawing_text *text = &drawing->texts[i];
		size_t len = text->run.text_len;
		const char *drawn;

		while (len && text->run.text[len - 1] == ' ')
			len--;
		drawn = arena_strndup(f->arena, text->run.text, len);
		seen[text->lang] = true;
		if (!is_tick(req, text) && !strstr(said[text->lang], drawn))
			fail_msg("“%s” is drawn but not described", drawn);
	}
	for (size_t i = 0; i < req->lang_count; i++)
		assert_true(seen[i]);
}

static inline void check_edition(struct fixture *f, const struct pack *pack, const char *id, const char *langs,
				 int32_t width)
{
	struct chart_request req = request(f, pack, id, langs, width);
	const struct drawing *drawing = draw(f, &req);

	assert_clean(f);
	assert_non_null(drawing);
	assert_int_equal(drawing->width, width);
	check_labels(drawing);
	check_shapes(drawing);
	check_words(f, &req, drawing);
}

/* Every chart of data/gallery. */
static const char *const gallery[] = {"timeline",   "bodies-before-after",
				      "comparison", "ties",
				      "strengths",  "roadmap",
				      "bars",       "changes",
				      "counted",    "stacked",
				      "dots",       "compared-dots",
				      "lines",      "line",
				      "waffle",     "units",
				      "money",      "ports-map"};

/* A chart without data of the pack. */
static inline const char *own_yaml(struct fixture *f, const char *kind, const char *rows)
{
	return arena_printf(f->arena,
			    "%scharts:\n"
			    "  - id: drawn\n"
			    "    kind: %s\n"
			    "    title: {en: \"A & <B>\", ko: 가}\n"
			    "    subtitle: {en: C, ko: 나}\n"
			    "    source: p1\n"
			    "%s",
			    small_instruments, kind, rows);
}

static inline struct chart_request own_request(struct fixture *f, const char *kind, const char *rows, const char *langs)
{
	return request(f, pack_of(f, own_yaml(f, kind, rows)), "drawn", langs, 455000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
