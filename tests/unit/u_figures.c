/*
 * Charts of numbers and plans: every kind of the gallery, values in words, and what is refused.
 */
#include "chart_fixture.h"

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

/* ---- words ---- */

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
	assert_int_equal(pack->file_count, 6); /* attached to the document with the pack */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_keeps_apart_and_is_described),
		TEST(numbers_are_said_with_their_unit),
		TEST(sums_are_exact),
		TEST(a_file_of_rows_is_read),
		TEST(alternatives_say_facts),
		TEST(long_labels_are_refused),
		TEST(too_many_signs_are_refused),
		TEST(rounded_parts_keep_the_whole),
		TEST(small_rooms_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
