/*
 * Charts: what every drawing must keep (no label leaves the frame or meets another, all that is drawn is also said in
 * words), what is refused, and the same bytes from the same input.
 */
#include "chart_fixture.h"

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

/* "Body run by MSIT with DSIT" says itself who runs it; the commission's name does not. */
static void members_in_a_name_are_not_said_twice(void **state)
{
	struct fixture *f = *state;
	struct chart_request req = request(f, pack_at(f, "data/rok-uk-2023"), "governance", "en+ko", 455000);
	const char *said = chart_description(f->arena, &req, 0);

	assert_null(strstr(said, "Run by: MSIT, DSIT"));
	assert_non_null(strstr(said, "Run by: MSIT, UK Government"));
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

/* ---- what is refused ---- */

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

static void outlines_are_read_or_refused(void **state)
{
	struct fixture *f = *state;
	char path[] = "/tmp/u_chart_XXXXXX";
	static const char *const wrong[] = {"0,0 1,1\n", "# land\n0,0 10,0 x\n", "0,0 10,1000 5,5\n"};
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_true(file_write(path, "# land\n0,0 10,0 10,10\n", 22));
	assert_non_null(chart_land(f->arena, f->diag, path));
	assert_clean(f);
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		f->diag = diag_new(f->arena);
		assert_true(file_write(path, wrong[i], strlen(wrong[i])));
		assert_null(chart_land(f->arena, f->diag, path));
		assert_finding(f, "CHART_LAND");
	}
	unlink(path);
	f->diag = diag_new(f->arena);
	assert_null(chart_land(f->arena, f->diag, path));
	assert_finding(f, "FILE_UNREADABLE");
}

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(labels_keep_apart_and_are_described),
		TEST(other_shapes_keep_their_frame),
		TEST(members_in_a_name_are_not_said_twice),
		TEST(columns_stand_in_the_order_of_the_pack),
		TEST(languages_are_set_alike),
		TEST(a_drawing_is_set_closer_to_fit),
		TEST(the_closest_drawing_keeps_apart),
		TEST(a_drawing_that_cannot_fit_says_so),
		TEST(the_timeline_leaves_room_on_its_page),
		TEST(alternatives_are_short),
		TEST(a_long_main_event_is_left_out_of_the_alternative),
		TEST(precision_is_said),
		TEST(unreadable_colours_are_refused),
		TEST(small_text_is_refused),
		TEST(a_matrix_that_cannot_fit_is_refused),
		TEST(a_chart_of_nothing_is_refused),
		TEST(columns_without_names_are_refused),
		TEST(a_language_without_a_phrase_is_refused),
		TEST(too_many_events_are_refused),
		TEST(outlines_are_read_or_refused),
		TEST(pictures_are_the_same_twice),
		TEST(svg_has_its_alternative),
		TEST(png_has_its_resolution),
		TEST(a_dump_names_what_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
