/*
 * Charts: what every drawing must keep (no label leaves the frame or meets another, all that is drawn is also said in
 * words), what is refused, and the same bytes from the same input.
 */
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

static int set_up(void **state)
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

static int tear_down(void **state)
{
	struct fixture *f = *state;

	text_free(f->text);
	arena_free(f->arena);
	return 0;
}

static const struct pack *pack_at(struct fixture *f, const char *path)
{
	const struct pack *pack = model_read(f->arena, f->diag, path);

	assert_non_null(pack);
	return pack;
}

/* A pack of the fewest keys, with more YAML below them. */
static const struct pack *pack_of(struct fixture *f, const char *yaml)
{
	static const char head[] = "id: small\n"
				   "languages: [en-GB, ko-KR]\n"
				   "title: {en: Small, ko: 작은 자료}\n"
				   "date: 2023-11-22\n"
				   "lead: {en: It was signed., ko: 서명했다., source: p1}\n"
				   "parties: [{id: a, name: {en: A, ko: 가}}]\n"
				   "sources:\n"
				   "  - id: release\n"
				   "    title: {en: Release, ko: 자료}\n"
				   "    date: 2023-11-23\n"
				   "    paragraphs: [{id: p1, about: {en: All, ko: 전체}}]\n";
	char path[] = "/tmp/u_chart_XXXXXX";
	const char *text = arena_printf(f->arena, "%s%s", head, yaml);
	int fd = mkstemp(path);
	const struct pack *pack;

	assert_true(fd >= 0);
	close(fd);
	assert_true(file_write(path, text, strlen(text)));
	pack = pack_at(f, path);
	unlink(path);
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

static const char *chart_yaml(struct fixture *f, const char *kind, const char *data, const char *more)
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

static struct chart_request request(struct fixture *f, const struct pack *pack, const char *id, const char *langs,
				    int32_t width)
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

static const struct drawing *draw(struct fixture *f, const struct chart_request *req)
{
	return chart_draw(f->arena, f->diag, f->text, req);
}

static void assert_finding(struct fixture *f, const char *code)
{
	struct diag_print how = {.form = DIAG_JSON};
	struct buf out = {0};

	diag_print(f->diag, &how, &out);
	if (!out.len || !strstr(out.data, code))
		fail_msg("%s is not among the findings: %s", code, out.len ? out.data : "none");
	buf_free(&out);
}

static void assert_clean(struct fixture *f)
{
	struct diag_print how = {.form = DIAG_TEXT};
	struct buf out = {0};

	diag_print(f->diag, &how, &out);
	if (diag_failed(f->diag))
		fail_msg("%s", out.data);
	buf_free(&out);
}

/* ---- what every drawing keeps ---- */

static const char *const editions[] = {"en", "ko", "en+ko", "ko+en"};
static const char *const charts[] = {"timeline", "governance", "overview"};

struct box {
	int32_t x1, y1, x2, y2;
};

/* The box of a label's letters; a space at a line's end may hang over. */
static struct box box_of(const struct drawing_text *text)
{
	const struct glyph_run *run = &text->run;
	int32_t width = run->width;

	for (size_t i = run->count; i-- > 0 && run->text[run->glyphs[i].at] == ' ';)
		width -= run->glyphs[i].advance;
	return (struct box){text->x, text->y - run->size * 3 / 4, text->x + width, text->y + run->size / 5};
}

static void check_labels(const struct drawing *drawing)
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
static void check_outline(const struct drawing *drawing, const struct shape *shape)
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

static void check_shapes(const struct drawing *drawing)
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
static bool is_tick(const struct chart_request *req, const struct drawing_text *text)
{
	const char *kind = value_text(value_field(req->chart, "kind"), 0);
	bool scaled =
		!strcmp(kind, "stacked") || !strcmp(kind, "dot") || !strcmp(kind, "line") || !strcmp(kind, "roadmap");

	return scaled && text->color == req->theme->muted;
}

/* What a text may say beside the values: the key explains marks, the description has dates in words instead. */
static const char *all_words(struct fixture *f, const struct chart_request *req, size_t lang)
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

static void check_words(struct fixture *f, const struct chart_request *req, const struct drawing *drawing)
{
	bool seen[CHART_LANGS] = {false};

	for (size_t i = 0; i < drawing->text_count; i++) {
		const struct drawing_text *text = &drawing->texts[i];
		size_t len = text->run.text_len;
		const char *drawn;

		while (len && text->run.text[len - 1] == ' ')
			len--;
		drawn = arena_strndup(f->arena, text->run.text, len);
		seen[text->lang] = true;
		if (!is_tick(req, text) && !strstr(all_words(f, req, (size_t)text->lang), drawn))
			fail_msg("“%s” is drawn but not described", drawn);
	}
	for (size_t i = 0; i < req->lang_count; i++)
		assert_true(seen[i]);
}

static void check_edition(struct fixture *f, const struct pack *pack, const char *id, const char *langs, int32_t width)
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

static void labels_keep_apart_and_are_described(void **state)
{
	static const int32_t widths[] = {360000, 455000, 700000};
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/rok-uk-2023");

	for (size_t w = 0; w < COUNT_OF(widths); w++)
		for (size_t e = 0; e < COUNT_OF(editions); e++)
			for (size_t c = 0; c < COUNT_OF(charts); c++)
				check_edition(f, pack, charts[c], editions[e], widths[w]);
	for (size_t e = 0; e < COUNT_OF(editions); e++)
		check_edition(f, pack, "timeline", editions[e], 300000);
}

static const char *const gallery[] = {"timeline",   "bodies-before-after",
				      "comparison", "ties",
				      "strengths",  "roadmap",
				      "bars",       "changes",
				      "counted",    "stacked",
				      "dots",       "compared-dots",
				      "lines",      "line",
				      "waffle",     "units",
				      "money"};

static void every_kind_keeps_apart_and_is_described(void **state)
{
	static const int32_t widths[] = {320000, 455000, 700000};
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/gallery");

	assert_int_equal(value_count(value_field(pack->root, "charts")), COUNT_OF(gallery));
	for (size_t w = 0; w < COUNT_OF(widths); w++)
		for (size_t e = 0; e < COUNT_OF(editions); e++)
			for (size_t c = 0; c < COUNT_OF(gallery); c++)
				check_edition(f, pack, gallery[c], editions[e], widths[w]);
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
}

/* Two bodies become two, the last event comes again, and the names of the columns are short enough to stand above. */
static const char other_shapes[] =
	"bodies: [{id: b1, name: {en: Body, ko: 기관}}]\n"
	"governance:\n"
	"  intro: {en: It changes., ko: 바뀐다., source: p1}\n"
	"  before:\n"
	"    - {id: f1, name: {en: Old one, ko: 옛 하나}, members: [b1], source: p1}\n"
	"    - {id: f2, name: {en: Old two, ko: 옛 둘}, members: [b1], source: p1}\n"
	"  after:\n"
	"    - {id: f3, name: {en: New one, ko: 새 하나}, members: [b1], source: p1}\n"
	"    - {id: f4, name: {en: New two, ko: 새 둘}, members: [b1], source: p1, chairs: [{en: Chair, ko: 위원장}]}\n"
	"fields: [{id: s1, name: {en: Field A, ko: 분야 가}}, {id: s2, name: {en: Field B, ko: 분야 나}}]\n"
	"instruments:\n"
	"  - id: one\n"
	"    kind: {en: memorandum, ko: 양해각서}\n"
	"    title: {en: First memorandum, ko: 첫째 양해각서}\n"
	"    short: {en: First, ko: 첫째}\n"
	"    signed: 2023-11-22\n"
	"    source: p1\n"
	"    fields: [s2, s1]\n"
	"    summary: {en: It is short., ko: 짧다., source: p1}\n"
	"events:\n"
	"  - {id: e1, date: 2023-11-22, title: {en: Start, ko: 시작}, source: p1}\n"
	"  - {id: e2, date: 2024, repeats: yearly, title: {en: Forum, ko: 포럼}, source: p1}\n";

static void other_shapes_keep_their_frame(void **state)
{
	static const struct {
		const char *kind, *data, *more;
	} shapes[] = {{"timeline", "events", ""},
		      {"governance", "governance", ""},
		      {"matrix", "instruments", "    by: fields\n"}};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		const char *chart = chart_yaml(f, shapes[i].kind, shapes[i].data, shapes[i].more);
		const struct pack *pack = pack_of(f, arena_printf(f->arena, "%s%s", other_shapes, chart));

		for (size_t e = 0; e < COUNT_OF(editions); e++)
			check_edition(f, pack, "drawn", editions[e], 455000);
	}
}

static void columns_stand_in_the_order_of_the_pack(void **state)
{
	struct fixture *f = *state;
	const char *chart = chart_yaml(f, "matrix", "instruments", "    by: fields\n");
	const struct pack *pack = pack_of(f, arena_printf(f->arena, "%s%s", other_shapes, chart));
	struct chart_request req = request(f, pack, "drawn", "en", 455000);
	const struct drawing *drawing = draw(f, &req);

	assert_string_equal(chart_description(f->arena, &req, 0), "First: Field A, Field B\n");
	assert_non_null(drawing);
	assert_int_equal(drawing->texts[0].y, drawing->texts[1].y); /* above their columns, side by side */
	assert_true(drawing->texts[0].x < drawing->texts[1].x);
}

static void languages_are_set_alike(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/rok-uk-2023");

	for (size_t c = 0; c < COUNT_OF(charts); c++) {
		struct chart_request req = request(f, pack, charts[c], "en+ko", 455000);
		const struct drawing *drawing = draw(f, &req);
		int32_t largest[CHART_LANGS] = {0};
		size_t strong[CHART_LANGS] = {0};

		assert_non_null(drawing);
		for (size_t i = 0; i < drawing->text_count; i++) {
			const struct drawing_text *text = &drawing->texts[i];

			if (text->run.size > largest[text->lang])
				largest[text->lang] = text->run.size;
			strong[text->lang] += font_info(text->run.font)->bold;
		}
		assert_int_equal(largest[0], largest[1]);
		assert_true((strong[0] > 0) == (strong[1] > 0));
	}
}

/* ---- random rows ---- */

/* The same numbers in every run. */
static unsigned int roll(unsigned int *seed, unsigned int sides)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % sides;
}

static void put_label(struct buf *out, unsigned int *seed)
{
	static const char *const en[] = {"Sea", "Harbour office", "Grain", "of the northern islands",
					 "interoperability"};
	static const char *const ko[] = {"바다", "항만청", "곡물", "북부 섬 지역의", "상호운용성"};
	unsigned int words = 1 + roll(seed, 3), first = roll(seed, COUNT_OF(en));

	buf_puts(out, "{en: ");
	for (unsigned int i = 0; i < words; i++)
		buf_printf(out, "%s%s", i ? " " : "", en[(first + i) % COUNT_OF(en)]);
	buf_puts(out, ", ko: ");
	for (unsigned int i = 0; i < words; i++)
		buf_printf(out, "%s%s", i ? " " : "", ko[(first + i) % COUNT_OF(ko)]);
	buf_puts(out, "}");
}

static void put_value(struct buf *out, unsigned int *seed, bool negative, bool small)
{
	static const unsigned int sides[] = {10, 100, 10000, 2000000000};
	unsigned int places = small ? 0 : roll(seed, 4);

	if (negative && roll(seed, 4) == 0)
		buf_putc(out, '-');
	buf_printf(out, "%u", roll(seed, small ? 40 : sides[roll(seed, COUNT_OF(sides))]));
	if (places)
		buf_printf(out, ".%0*u", (int)places, roll(seed, places == 1 ? 10 : places == 2 ? 100 : 1000));
}

static void put_row(struct buf *out, unsigned int *seed, const char *kind, unsigned int series)
{
	bool parts = !strcmp(kind, "stacked") || !strcmp(kind, "waffle") || !strcmp(kind, "units");
	bool small = !strcmp(kind, "waffle") || !strcmp(kind, "units");

	buf_puts(out, "      - {label: ");
	put_label(out, seed);
	if (!strcmp(kind, "roadmap")) {
		unsigned int year = 2000 + roll(seed, 60);

		buf_printf(out, ", start: %u-%02u", year, 1 + roll(seed, 12));
		if (roll(seed, 3))
			buf_printf(out, ", end: %u", year + roll(seed, 20));
		buf_printf(out, ", milestones: [{date: %u-02-28, label: ", 2000 + roll(seed, 70));
		put_label(out, seed);
		buf_puts(out, "}]}\n");
		return;
	}
	buf_puts(out, ", values: [");
	for (unsigned int i = 0; i < series; i++) {
		buf_puts(out, i ? ", " : "");
		put_value(out, seed, !parts, small);
	}
	buf_printf(out, "]%s}\n", roll(seed, 6) ? "" : ", main: true");
}

static const char *random_rows(struct fixture *f, unsigned int *seed, const char *kind)
{
	bool single = !strcmp(kind, "waffle") || !strcmp(kind, "units") || !strcmp(kind, "roadmap");
	unsigned int series = single ? 1 : !strcmp(kind, "stacked") ? 2 + roll(seed, 3) : 1 + roll(seed, 4);
	static const char *const units[] = {"", "    unit: {en: \"%\", ko: \"%\"}\n",
					    "    unit: {en: tonnes of freight, ko: 톤}\n",
					    "    unit: {en: \"£{number}m\", ko: \"{number*100}만 파운드\"}\n"};
	unsigned int rows = !strcmp(kind, "waffle") ? 1 + roll(seed, 4) : 2 + roll(seed, 13);
	struct buf out = {0};
	const char *text;

	if (series > 1)
		buf_puts(&out, "    series:\n");
	for (unsigned int i = 0; series > 1 && i < series; i++) {
		buf_puts(&out, "      - label: ");
		put_label(&out, seed);
		buf_putc(&out, '\n');
	}
	if (strcmp(kind, "roadmap") != 0)
		buf_puts(&out, units[roll(seed, COUNT_OF(units))]);
	buf_puts(&out, "    rows:\n");
	for (unsigned int i = 0; i < rows; i++)
		put_row(&out, seed, kind, series);
	text = arena_strndup(f->arena, out.data, out.len);
	buf_free(&out);
	return text;
}

/* A chart without data of the pack. */
static const char *own_yaml(struct fixture *f, const char *kind, const char *rows)
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

/* The colours are good: what is refused is too long or too many for its room. */
static void assert_refused_for_room(struct fixture *f)
{
	static const char *const codes[] = {"CHART_TOO_NARROW", "CHART_LONG_LABEL", "CHART_MANY_SIGNS"};
	struct buf out = {0};
	bool found = false;

	diag_print(f->diag, &(struct diag_print){.form = DIAG_TEXT}, &out);
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		found |= out.len && strstr(out.data, codes[i]);
	if (!found || strstr(out.data, "_CONTRAST"))
		fail_msg("%s", out.len ? out.data : "no finding");
	buf_free(&out);
}

/* Whatever the rows, either nothing meets or the chart is refused with a reason. */
static void random_rows_keep_apart(void **state)
{
	static const char *const kinds[] = {"bar", "stacked", "dot", "line", "waffle", "units", "roadmap"};
	struct fixture *f = *state;
	unsigned int seed = 7, drawn = 0;

	for (unsigned int i = 0; i < 210; i++) {
		const char *kind = kinds[i % COUNT_OF(kinds)];
		const struct pack *pack = pack_of(f, own_yaml(f, kind, random_rows(f, &seed, kind)));
		int32_t width = (int32_t)(300 + roll(&seed, 350)) * 1000;
		struct chart_request req = request(f, pack, "drawn", editions[roll(&seed, COUNT_OF(editions))], width);
		const struct drawing *drawing;

		f->diag = diag_new(f->arena);
		req.max_height = roll(&seed, 2) ? 150000 : 0;
		drawing = draw(f, &req);
		if (!drawing) {
			assert_refused_for_room(f);
			continue;
		}
		drawn++;
		check_labels(drawing);
		check_shapes(drawing);
		check_words(f, &req, drawing);
	}
	assert_true(drawn > 120);
}

/* ---- height ---- */

static void check_closer(struct fixture *f, const struct pack *pack, const char *id, const char *langs)
{
	struct chart_request req = request(f, pack, id, langs, 455000);
	int32_t natural = draw(f, &req)->height;
	const struct drawing *close;

	req.max_height = natural - 1;
	close = draw(f, &req);
	assert_in_range(close->height, natural * 3 / 4, natural - 1);
	check_labels(close);
	check_shapes(close);
	req.max_height = natural;
	assert_int_equal(draw(f, &req)->height, natural);
}

static void a_drawing_is_set_closer_to_fit(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/rok-uk-2023"), *sample = pack_at(f, "data/gallery");

	for (size_t e = 0; e < COUNT_OF(editions); e++) {
		for (size_t c = 0; c < COUNT_OF(charts); c++)
			check_closer(f, pack, charts[c], editions[e]);
		for (size_t c = 0; c < COUNT_OF(gallery); c++)
			check_closer(f, sample, gallery[c], editions[e]);
	}
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
}

/* As close as can be, and with too little room, still nothing meets. */
static void the_closest_drawing_keeps_apart(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/gallery");

	for (size_t e = 0; e < COUNT_OF(editions); e++) {
		for (size_t c = 0; c < COUNT_OF(gallery); c++) {
			struct chart_request req = request(f, pack, gallery[c], editions[e], 455000);
			const struct drawing *drawing;

			req.max_height = 1000;
			drawing = draw(f, &req);
			assert_non_null(drawing);
			check_labels(drawing);
			check_shapes(drawing);
		}
	}
	assert_finding(f, "CHART_TOO_TALL");
}

static void a_drawing_that_cannot_fit_says_so(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "timeline", "en+ko", 455000);
	const struct drawing *drawing;

	req.max_height = 100000;
	drawing = draw(f, &req);
	assert_non_null(drawing);
	assert_true(drawing->height > req.max_height);
	check_labels(drawing);
	assert_finding(f, "CHART_TOO_TALL");
	assert_false(diag_failed(f->diag));
}

static void the_timeline_leaves_room_on_its_page(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "timeline", "en+ko", 455000);

	for (int i = 0; i < CHART_LANGS; i++) {
		f->theme.size[i] = 9500;
		f->theme.leading[i] = i ? 14700 : 12600;
	}
	assert_in_range(draw(f, &req)->height, 400000, 520000);
}

/* ---- words ---- */

static void check_alternative(struct fixture *f, const struct pack *pack, const char *id)
{
	struct chart_request req = request(f, pack, id, "en+ko", 455000);

	for (size_t i = 0; i < req.lang_count; i++) {
		const char *alt = chart_alt(f->arena, &req, i), *words = chart_description(f->arena, &req, i);

		assert_true(*alt && utf8_count(alt, strlen(alt)) <= 150);
		assert_null(strchr(alt, '{'));
		assert_true(*words);
		assert_null(strchr(words, '{'));
	}
}

static void alternatives_are_short(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/rok-uk-2023"), *sample = pack_at(f, "data/gallery");

	for (size_t c = 0; c < COUNT_OF(charts); c++)
		check_alternative(f, pack, charts[c]);
	for (size_t c = 0; c < COUNT_OF(gallery); c++)
		check_alternative(f, sample, gallery[c]);
}

static void a_long_main_event_is_left_out_of_the_alternative(void **state)
{
	struct fixture *f = *state;
	char title[200];
	struct chart_request req;

	memset(title, 'x', sizeof title - 1);
	title[sizeof title - 1] = '\0';
	req = request(
		f,
		pack_of(f,
			arena_printf(
				f->arena,
				"%s%sevents:\n"
				"  - {id: e1, date: 1883, title: {en: Start, ko: 시작}, source: p1}\n"
				"  - {id: e2, date: 2023-11-22, main: true, title: {en: %s, ko: 서명}, source: p1}\n",
				small_instruments, chart_yaml(f, "timeline", "events", ""), title)),
		"drawn", "en+ko", 455000);
	assert_string_equal(chart_alt(f->arena, &req, 0), "Timeline. Events: 2, 1883 to 22\u00A0November\u00A02023.");
	assert_non_null(strstr(chart_alt(f->arena, &req, 1), "서명"));
}

static void precision_is_said(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "timeline", "en", 455000);
	const char *text = chart_description(f->arena, &req, 0);

	assert_non_null(strstr(text, "1883: "));
	assert_non_null(strstr(text, "(102 years)\n"));
	assert_non_null(strstr(text, "November\u00A02020: "));
	assert_non_null(strstr(text, "22\u00A0November\u00A02023: "));
	assert_non_null(strstr(text, "About "));
	assert_non_null(strstr(text, "Every year from 2024: "));
}

static struct chart_request own_request(struct fixture *f, const char *kind, const char *rows, const char *langs)
{
	return request(f, pack_of(f, own_yaml(f, kind, rows)), "drawn", langs, 455000);
}

static void numbers_are_said_with_their_unit(void **state)
{
	static const struct {
		const char *unit, *en, *ko;
	} units[] = {
		{"{en: tonnes, ko: 톤}", "tonnes\nA: 1,200.50 tonnes\nB: \u22120.10 tonnes\n",
		 "단위: 톤\n가: 1,200.50톤\n나: \u22120.10톤\n"},
		{"{en: \"%\", ko: \"%\"}", "A: 1,200.50%\nB: \u22120.10%\n", "가: 1,200.50%\n나: \u22120.10%\n"},
		{"{en: \"£{number} million\", ko: \"{number*100}만 파운드\"}",
		 "A: £1,200.50 million\nB: \u2212£0.10 million\n", "가: 120,050만 파운드\n나: \u221210만 파운드\n"},
		{"{en: \"£{number}m\", ko: \"{number}백만 파운드\"}", "A: £1,200.50m\nB: \u2212£0.10m\n",
		 "가: 1,200.50백만 파운드\n나: \u22120.10백만 파운드\n"},
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(units); i++) {
		struct chart_request req =
			own_request(f, "bar",
				    arena_printf(f->arena,
						 "    unit: %s\n"
						 "    rows:\n"
						 "      - {label: {en: A, ko: 가}, value: 1200.5}\n"
						 "      - {label: {en: B, ko: 나}, value: \"-0.10\"}\n",
						 units[i].unit),
				    "en+ko");

		assert_string_equal(chart_description(f->arena, &req, 0), units[i].en);
		assert_string_equal(chart_description(f->arena, &req, 1), units[i].ko);
		assert_non_null(draw(f, &req));
	}
}

/* Tenths have no exact binary form: a sum of them shows whether any was used. */
static void sums_are_exact(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = own_request(f, "stacked",
					       "    series: [{label: {en: X, ko: 가}}, {label: {en: Y, ko: 나}}]\n"
					       "    rows:\n"
					       "      - {label: {en: A, ko: 가}, values: [0.1, 0.2]}\n"
					       "      - {label: {en: B, ko: 나}, values: [999999999999.999, 0.001]}\n",
					       "en");

	assert_string_equal(chart_description(f->arena, &req, 0),
			    "A: X 0.100, Y 0.200. Total: 0.300\n"
			    "B: X 999,999,999,999.999, Y 0.001. Total: 1,000,000,000,000.000\n");
	assert_non_null(draw(f, &req));
}

static void a_file_of_rows_is_read(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/gallery");
	struct chart_request req = request(f, pack, "stacked", "ko", 455000);

	assert_non_null(
		strstr(chart_description(f->arena, &req, 0),
		       "2020년: 풍력 31.5테라와트시, 조력 4.0테라와트시, 태양광 8.2테라와트시, 기타 12.0테라와트시. "
		       "합계: 55.7테라와트시\n"));
	assert_int_equal(pack->file_count, 3); /* attached to the document with the pack */
	assert_string_equal(pack->files[1]->path, "data/gallery/energy.csv");
}

static void alternatives_say_facts(void **state)
{
	static const struct {
		const char *id, *en, *ko;
	} wanted[] = {
		{"bars",
		 "Bar chart. Grain 42.5 millions of tonnes, Timber and paper 31.0 millions of tonnes, "
		 "Machines 18.2 millions of tonnes, Fish 7.4 millions of tonnes.",
		 "막대그래프. 곡물 42.5백만 톤, 목재·종이 31.0백만 톤, 기계 18.2백만 톤, 수산물 7.4백만 톤."},
		{"line", "Line chart, 2006 to 2029. 702.4 cm to 708.9 cm.",
		 "꺾은선그래프, 2006년~2029년. 처음 702.4cm, 마지막 708.9cm."},
		{"stacked", "Stacked bar chart. Rows: 3. Series: Wind, Tides, Sun, Other.",
		 "누적 막대그래프. 항목 3개. 계열: 풍력, 조력, 태양광, 기타."},
		{"roadmap",
		 "Roadmap, February\u00A02030 to January\u00A02032. Rows: 4 (Gauges, Model of the sea floor, Decision on the "
		 "service, Forecasting service).",
		 "추진 일정표, 2030년\u00A02월~2032년\u00A01월. 항목 4개(검조기, 해저 지형 모형, 서비스 결정, 예보 서비스)."},
		{"ties",
		 "Network. Links: 3. Bodies: 6 (Harbour Office, Institute of Tides, Sea Agency, Ministry of Trade, Port "
		 "Council, Energy Board).",
		 "관계도. 연결 3건, 기관 6개(항만청, 조석연구원, 해양청, 무역부, 항만협의회, 에너지위원회)."},
		{"strengths",
		 "Strengths of Northland, Southland, side by side. Topics: 3 (Measuring, Forecasting, Teaching).",
		 "강점 비교: 북국, 남국. 주제 3개(관측, 예보, 교육)."},
	};
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/gallery");

	for (size_t i = 0; i < COUNT_OF(wanted); i++) {
		struct chart_request req = request(f, pack, wanted[i].id, "en+ko", 455000);

		assert_string_equal(chart_alt(f->arena, &req, 0), wanted[i].en);
		assert_string_equal(chart_alt(f->arena, &req, 1), wanted[i].ko);
	}
}

/* ---- what is refused ---- */

static void long_labels_are_refused(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = own_request(
		f, "bar",
		"    rows:\n"
		"      - label: {en: one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
		"fifteen "
		"sixteen seventeen eighteen nineteen twenty, ko: 짧다}\n"
		"        value: 1\n",
		"en+ko");

	assert_null(draw(f, &req));
	assert_finding(f, "CHART_LONG_LABEL");
}

static void too_many_signs_are_refused(void **state)
{
	struct fixture *f = *state;
	const char *rows = "    rows:\n      - {label: {en: A, ko: 가}, value: 201}\n";
	struct chart_request req = own_request(f, "units", rows, "en");

	assert_null(draw(f, &req));
	assert_finding(f, "CHART_MANY_SIGNS");
	f->diag = diag_new(f->arena);
	req = own_request(f, "units", arena_printf(f->arena, "    each: 2\n%s", rows), "en");
	assert_non_null(draw(f, &req));
}

/* Remainders are given to the largest: 3 thirds of 10 signs are 4, 3 and 3. */
static void rounded_parts_keep_the_whole(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = own_request(f, "waffle",
					       "    each: 10\n"
					       "    rows:\n"
					       "      - {label: {en: A, ko: 가}, value: 33.4}\n"
					       "      - {label: {en: B, ko: 나}, value: 33.3}\n"
					       "      - {label: {en: C, ko: 다}, value: 33.3}\n",
					       "en");
	const struct drawing *drawing = draw(f, &req);
	size_t dots = 0;

	assert_non_null(drawing);
	for (size_t i = 0; i < drawing->shape_count; i++)
		dots += drawing->shapes[i].fill == 0x12436D;
	assert_int_equal(dots, 4 + 1); /* and one beside its name */
	assert_non_null(strstr(chart_description(f->arena, &req, 0), "1 sign: 10\n"));
}

static void small_rooms_are_refused(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = pack_at(f, "data/gallery");

	for (size_t c = 0; c < COUNT_OF(gallery); c++) {
		struct chart_request req = request(f, pack, gallery[c], "en+ko", 90000);

		f->diag = diag_new(f->arena);
		if (draw(f, &req))
			continue; /* a timeline breaks its lines; it does not grow too wide */
		assert_true(diag_failed(f->diag));
	}
}

static void unreadable_colours_are_refused(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "timeline", "en", 455000);

	f->theme.palette[0] = 0xDDDDDD;
	assert_null(draw(f, &req));
	assert_finding(f, "CHART_FILL_CONTRAST");
	f->theme.palette[0] = 0x12436D;
	f->theme.muted = 0xAAAAAA;
	assert_null(draw(f, &req));
	assert_finding(f, "CHART_TEXT_CONTRAST");
}

static void small_text_is_refused(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "en", 455000);

	f->theme.size[0] = 8500;
	assert_null(draw(f, &req));
	assert_finding(f, "CHART_SMALL_TEXT");
}

static void a_matrix_that_cannot_fit_is_refused(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "en", 150000);

	assert_null(draw(f, &req));
	assert_finding(f, "CHART_TOO_NARROW");
}

static void a_chart_of_nothing_is_refused(void **state)
{
	struct fixture *f = *state;
	const char *yaml = arena_printf(f->arena, "%s%s", small_instruments,
					chart_yaml(f, "matrix", "instruments", "    by: fields\n"));
	struct chart_request req = request(f, pack_of(f, yaml), "drawn", "en+ko", 455000);

	assert_null(draw(f, &req));
	assert_finding(f, "CHART_EMPTY");
	assert_string_equal(chart_alt(f->arena, &req, 0), "A & <B>");
}

static void columns_without_names_are_refused(void **state)
{
	struct fixture *f = *state;
	const char *yaml = arena_printf(f->arena, "%s%s", small_instruments,
					chart_yaml(f, "matrix", "instruments", "    by: source\n"));
	struct chart_request req = request(f, pack_of(f, yaml), "drawn", "en+ko", 455000);

	assert_null(draw(f, &req));
	assert_finding(f, "CHART_NO_LABEL");
	assert_finding(f, "records of type paragraph");
}

static const struct locale_set *locales_without(struct fixture *f, const char *key)
{
	char path[] = "/tmp/u_chart_XXXXXX";
	struct buf out = {0};
	char *text;
	size_t len;
	int fd = mkstemp(path);
	const struct locale_set *set;

	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(file_read(f->arena, "templates/languages.yaml", 1 << 20, &text, &len), FILE_OK);
	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"))
		if (!strstr(line, key))
			buf_printf(&out, "%s\n", line);
	assert_true(file_write(path, out.data, out.len));
	buf_free(&out);
	set = locale_read(f->arena, f->diag, path);
	unlink(path);
	return set;
}

static void a_language_without_a_phrase_is_refused(void **state)
{
	struct fixture *f = *state;
	struct chart_request req;

	f->locales = locales_without(f, "chart_row_rest:");
	assert_non_null(f->locales);
	req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "en+ko", 455000);
	assert_null(draw(f, &req));
	assert_finding(f, "CHART_NO_PHRASE");
	assert_string_equal(chart_description(f->arena, &req, 0), "\n\n\n"); /* no more than nothing */
}

static void too_many_events_are_refused(void **state)
{
	struct fixture *f = *state;
	struct buf yaml = {0};
	struct chart_request req;

	buf_printf(&yaml, "%s%sevents:\n", small_instruments, chart_yaml(f, "timeline", "events", ""));
	for (int i = 0; i < 40; i++)
		buf_printf(&yaml, "  - {id: e%d, date: %d, title: {en: E, ko: 사건}, source: p1}\n", i, 1980 + i);
	req = request(f, pack_of(f, yaml.data), "drawn", "en", 455000);
	buf_free(&yaml);
	assert_null(draw(f, &req));
	assert_finding(f, "CHART_TOO_MANY");
}

/* ---- pictures ---- */

static void pictures_are_the_same_twice(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "governance", "en+ko", 455000);

	for (int format = CHART_SVG; format <= CHART_PNG; format++) {
		struct buf once = {0}, again = {0};

		assert_true(chart_render(draw(f, &req), (enum chart_format)format, 96, "en-GB", "A & <B>", "C", &once));
		assert_true(
			chart_render(draw(f, &req), (enum chart_format)format, 96, "en-GB", "A & <B>", "C", &again));
		assert_int_equal(once.len, again.len);
		assert_memory_equal(once.data, again.data, once.len);
		buf_free(&once);
		buf_free(&again);
	}
}

static void svg_has_its_alternative(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "ko", 455000);
	struct buf out = {0};

	assert_true(chart_render(draw(f, &req), CHART_SVG, 0, "ko-KR", "A & <B>", "“C” > D", &out));
	assert_non_null(strstr(out.data, "role=\"img\""));
	assert_non_null(strstr(out.data, "xml:lang=\"ko-KR\""));
	assert_non_null(strstr(out.data, "<title id=\"overview-ko-title\">A &amp; &lt;B&gt;</title>"));
	assert_non_null(strstr(out.data, "<desc id=\"overview-ko-desc\">“C” &gt; D</desc>"));
	for (const char *id = strstr(out.data, "#"); id; id = strstr(id + 1, "#"))
		assert_int_equal(strncmp(id, "#overview-ko-", 13), 0);
	for (const char *id = strstr(out.data, " id=\""); id; id = strstr(id + 1, " id=\""))
		assert_int_equal(strncmp(id, " id=\"overview-ko-", 17), 0);
	assert_null(strstr(out.data, "<text"));
	buf_free(&out);
}

static void png_has_its_resolution(void **state)
{
	static const uint8_t size[] = {0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 3, 0xB6}; /* 456 pt at 150 dpi: 950 px */
	static const uint8_t resolution[] = {0, 0, 0, 9, 'p', 'H', 'Y', 's', 0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1};
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "en", 456000);
	struct buf out = {0};

	assert_true(chart_render(draw(f, &req), CHART_PNG, 150, "en-GB", "A", "B", &out));
	assert_memory_equal(out.data + 8, size, sizeof size);
	assert_memory_equal(out.data + 33, resolution, sizeof resolution);
	buf_free(&out);
}

static void a_dump_names_what_is_drawn(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "overview", "en", 455000);
	struct buf out = {0};

	drawing_dump(draw(f, &req), &out);
	assert_int_equal(strncmp(out.data, "drawing 455,", 12), 0);
	assert_non_null(strstr(out.data, "\nshape fill #12436d: M "));
	assert_non_null(strstr(out.data, "Pretendard-SemiBold \"Space MoU\"\n"));
	buf_free(&out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(labels_keep_apart_and_are_described),
		TEST(every_kind_keeps_apart_and_is_described),
		TEST(other_shapes_keep_their_frame),
		TEST(columns_stand_in_the_order_of_the_pack),
		TEST(languages_are_set_alike),
		TEST(random_rows_keep_apart),
		TEST(a_drawing_is_set_closer_to_fit),
		TEST(the_closest_drawing_keeps_apart),
		TEST(a_drawing_that_cannot_fit_says_so),
		TEST(the_timeline_leaves_room_on_its_page),
		TEST(alternatives_are_short),
		TEST(a_long_main_event_is_left_out_of_the_alternative),
		TEST(precision_is_said),
		TEST(numbers_are_said_with_their_unit),
		TEST(sums_are_exact),
		TEST(a_file_of_rows_is_read),
		TEST(alternatives_say_facts),
		TEST(long_labels_are_refused),
		TEST(too_many_signs_are_refused),
		TEST(rounded_parts_keep_the_whole),
		TEST(small_rooms_are_refused),
		TEST(unreadable_colours_are_refused),
		TEST(small_text_is_refused),
		TEST(a_matrix_that_cannot_fit_is_refused),
		TEST(a_chart_of_nothing_is_refused),
		TEST(columns_without_names_are_refused),
		TEST(a_language_without_a_phrase_is_refused),
		TEST(too_many_events_are_refused),
		TEST(pictures_are_the_same_twice),
		TEST(svg_has_its_alternative),
		TEST(png_has_its_resolution),
		TEST(a_dump_names_what_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
