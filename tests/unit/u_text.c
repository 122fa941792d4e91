/* Fonts, shaping and break opportunities. Numbers such as K4 or E5 are the rules of typography in docs. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "text.h"

#include <stdio.h>
#include <string.h>

#define SANS "pretendard/Pretendard-Regular.ttf"
#define SERIF "nanum-myeongjo/NanumMyeongjo_400Regular.ttf"

struct bench {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	struct text_style en, ko, serif;
};

static const struct face *face_of(struct bench *b, const char *first, const char *second)
{
	const char *const paths[] = {first, second};

	return text_face(b->text, paths, second ? 2 : 1, (struct pos){0});
}

static int set_up(void **state)
{
	static struct bench b;

	b.arena = arena_new();
	b.diag = diag_new(b.arena);
	b.text = text_new(b.arena, b.diag, "fonts");
	b.en = (struct text_style){.face = face_of(&b, SANS, NULL), .size = 10500, .lang = "en", .tag = "en-GB"};
	b.ko = b.en;
	b.ko.lang = "ko";
	b.ko.tag = "ko-KR";
	b.serif = b.ko;
	b.serif.face = face_of(&b, SERIF, SANS);
	*state = &b;
	return b.en.face && b.serif.face ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;

	text_free(b->text);
	arena_free(b->arena);
	return 0;
}

static const struct shaped *shape(struct bench *b, const struct text_style *style, const char *text)
{
	return text_shape(b->text, style, text, strlen(text), (struct pos){0});
}

/* The text with a sign at each possible break: '_' behind a space, '|' behind a mark, '=' hyphen, '^' syllable, '/' must. */
static const char *breaks(struct bench *b, const struct text_style *style, const char *text, bool hyphenate)
{
	static const char signs[] = {'?', '_', '|', '=', '^', '/'};
	static char shown[512];
	uint8_t kinds[256];
	size_t len = strlen(text), to = 0;

	assert_true(len < sizeof kinds);
	text_breaks(b->text, style, text, len, hyphenate, kinds);
	for (size_t i = 0; i < len; i++) {
		if (kinds[i] != BREAK_NONE)
			shown[to++] = signs[kinds[i]];
		shown[to++] = text[i];
	}
	shown[to] = 0;
	assert_int_equal(kinds[len], BREAK_MUST);
	return shown;
}

/* Web addresses may break behind their host, at signs and behind slashes, however short their parts. */
static void addresses_break_at_signs(void **state)
{
	struct bench *b = *state;

	assert_string_equal(breaks(b, &b->en, "at https://www.kelp.example/a%20b/v2.1/x", false),
			    "at _https://www.kelp.example/|a|%20b/|v2|.1/x");
	assert_string_equal(breaks(b, &b->ko, "https://kelp.example/i.html?id=123&lang=en", false),
			    "https://kelp.example/|i|.html|?id|=123|&lang|=en");
	assert_string_equal(breaks(b, &b->en, "a:b and 1.5 and v2.1", false), "a:b _and _1.5 _and _v2.1");
}

static const char *first_message(struct bench *b)
{
	static char message[512];
	struct buf out = {0};

	diag_print(b->diag, &(struct diag_print){.form = DIAG_TEXT}, &out);
	snprintf(message, sizeof message, "%s", out.data ? out.data : "");
	buf_free(&out);
	return message;
}

/* ---- fonts ---- */

/* Characters to avoid come from the second font; without a second font there is nowhere else to take them from. */
static void faces_avoid_characters(void **state)
{
	struct bench *b = *state;
	const char *paths[] = {SERIF, SANS};
	const char *text = "A\xE2\x80\x93" "B";
	struct text_style style = b->serif;
	const struct shaped *shaped;

	style.face = text_face_avoiding(b->text, paths, 2, "\xE2\x80\x93", (struct pos){0});
	assert_ptr_not_equal(style.face, text_face(b->text, paths, 2, (struct pos){0}));
	shaped = text_shape(b->text, &style, text, strlen(text), (struct pos){0});
	assert_int_equal(shaped->count, 3);
	assert_string_equal(font_info(shaped->runs[0].font)->ps_name, "NanumMyeongjo");
	assert_string_equal(font_info(shaped->runs[1].font)->ps_name, "Pretendard-Regular");
	style.face = text_face_avoiding(b->text, paths, 1, "\xE2\x80\x93", (struct pos){0});
	assert_int_equal(text_shape(b->text, &style, text, strlen(text), (struct pos){0})->count, 1);
}

static void fonts_tell_their_measures(void **state)
{
	struct bench *b = *state;
	const struct font_info *sans = face_info(b->en.face), *serif = face_info(b->serif.face);

	assert_int_equal(text_font_count(b->text), 2);
	assert_int_equal(font_index(text_font_at(b->text, 1)), 1);
	assert_string_equal(sans->ps_name, "Pretendard-Regular");
	assert_string_equal(serif->ps_name, "NanumMyeongjo");
	assert_int_equal(sans->upem, 2048);
	assert_int_equal(serif->upem, 1024);
	assert_true(sans->ascent > sans->cap_height && sans->cap_height > sans->x_height && sans->x_height > 0);
	assert_true(sans->descent < 0 && serif->descent < 0);
	assert_true(sans->bbox[0] < sans->bbox[2] && sans->bbox[1] < sans->bbox[3]);
	assert_true(serif->serif && !sans->serif && !sans->bold);
	assert_true(face_info(face_of(b, "pretendard/Pretendard-Bold.ttf", NULL))->bold);
	assert_ptr_equal(face_of(b, SANS, NULL), b->en.face);
}

static void missing_fonts_are_findings(void **state)
{
	struct bench *b = *state;

	assert_null(face_of(b, "none.ttf", NULL));
	assert_null(face_of(b, SANS, "SHA256SUMS"));
	assert_int_equal(diag_count(b->diag, DIAG_ERROR), 2);
	assert_int_equal(diag_worst(b->diag), DIAG_SYSTEM);
}

static void subset_has_the_glyphs_asked_for(void **state)
{
	struct bench *b = *state;
	const struct glyph_run *run = &shape(b, &b->ko, "한글과Ag")->runs[0];
	struct font_subset subset = {0};
	uint32_t ids[8];

	for (size_t i = 0; i < run->count; i++)
		ids[i] = run->glyphs[i].id;
	assert_int_equal(run->count, 5);
	assert_true(font_subset(b->arena, run->font, ids, run->count, &subset));
	assert_true(subset.len > 500 && subset.len < 20000);
	assert_memory_equal(subset.data, "\0\1\0\0", 4);
	for (size_t i = 0; i < run->count; i++) {
		assert_true(subset.new_ids[i] > 0 && subset.new_ids[i] < 32);
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(subset.new_ids[i], subset.new_ids[j]);
	}
}

static void count_point(void *user, float x, float y)
{
	(void)x, (void)y;
	++*(int *)user;
}

static void count_curve(void *user, float x1, float y1, float x2, float y2, float x3, float y3)
{
	(void)x1, (void)y1, (void)x2, (void)y2;
	count_point(user, x3, y3);
}

static void count_close(void *user)
{
	*(int *)user += 1000;
}

static void outlines_are_closed_paths(void **state)
{
	struct bench *b = *state;
	int calls = 0;
	struct outline_sink sink = {&calls, count_point, count_point, count_curve, count_close};
	const struct glyph_run *run = &shape(b, &b->en, "B")->runs[0];

	font_outline(run->font, run->glyphs[0].id, &sink);
	assert_int_equal(calls / 1000, 3);
	assert_true(calls % 1000 > 12);
}

/* ---- shaping ---- */

static void assert_same_glyphs(const struct shaped *a, const struct shaped *b)
{
	assert_int_equal(a->count, b->count);
	assert_int_equal(a->width, b->width);
	for (size_t r = 0; r < a->count; r++) {
		assert_int_equal(a->runs[r].count, b->runs[r].count);
		assert_string_equal(a->runs[r].text, b->runs[r].text);
		for (size_t i = 0; i < a->runs[r].count; i++)
			assert_memory_equal(&a->runs[r].glyphs[i], &b->runs[r].glyphs[i], sizeof(struct glyph));
	}
}

/* Every byte of a run belongs to one cluster, widths add up, and no glyph is the missing one. */
static void check_runs(const struct shaped *s)
{
	int32_t sum = 0;

	for (size_t r = 0; r < s->count; r++) {
		const struct glyph_run *run = &s->runs[r];
		int32_t width = 0;
		size_t at = 0;

		for (size_t i = 0; i < run->count; i++) {
			assert_int_not_equal(run->glyphs[i].id, 0);
			if (run->glyphs[i].len)
				assert_int_equal(run->glyphs[i].at, at);
			at += run->glyphs[i].len;
			width += run->glyphs[i].advance;
		}
		assert_int_equal(at, run->text_len);
		assert_int_equal(width, run->width);
		sum += width;
	}
	assert_int_equal(sum, s->width);
}

static void decomposed_hangul_is_composed(void **state) /* K1 */
{
	struct bench *b = *state;
	const struct shaped *nfd = shape(b, &b->ko, "\u1112\u1161\u11AB\u1100\u1173\u11AF \u1100\u1161\u11B9");

	assert_same_glyphs(nfd, shape(b, &b->ko, "한글 값"));
	assert_string_equal(nfd->runs[0].text, "한글 값");
	assert_same_glyphs(shape(b, &b->en, "cafe\u0301"), shape(b, &b->en, "café"));
	check_runs(nfd);
}

static void missing_glyph_is_a_refusal(void **state) /* K2 */
{
	struct bench *b = *state;

	shape(b, &b->ko, "\u1112\u119E\u11AB");
	assert_int_equal(diag_count(b->diag, DIAG_REFUSAL), 3);
	assert_non_null(strstr(first_message(b), "U+1112"));
	assert_non_null(strstr(first_message(b), "Pretendard-Regular"));
	shape(b, &b->ko, "다시 \u1112\u119E\u11AB");
	assert_int_equal(diag_count(b->diag, DIAG_REFUSAL), 3);
	shape(b, &b->serif, "\u119E");
	assert_int_equal(diag_count(b->diag, DIAG_REFUSAL), 4);
}

static void fallback_serves_what_the_first_font_lacks(void **state)
{
	struct bench *b = *state;
	const struct shaped *s = shape(b, &b->serif, "값 \u22125℃ 입니다");

	check_runs(s);
	assert_int_equal(s->count, 5);
	assert_ptr_equal(s->runs[0].font, s->runs[2].font);
	assert_ptr_equal(s->runs[1].font, s->runs[3].font);
	assert_string_equal(s->runs[1].text, "\u2212");
	assert_string_equal(s->runs[3].text, "℃");
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
	assert_int_equal(shape(b, &b->serif, "e\u0328\u0301 한")->count,
			 shape(b, &b->serif, "e\u0328\u0301")->count + 1);
}

static void characters_a_font_lacks_have_stand_ins(void **state) /* E6 */
{
	static const char *const texts[] = {"5\u00A0km", "a\u2011b", "5\u202Fkm",
					    "a\u2060b",  "a\u2010b", "\u2060a\u2060"};
	struct bench *b = *state;
	struct text_style alone = b->serif;

	alone.face = face_of(b, SERIF, NULL);
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		const struct shaped *s = shape(b, &alone, texts[i]);

		check_runs(s);
		assert_int_equal(s->count, 1);
		assert_string_equal(s->runs[0].text, texts[i]);
		assert_string_equal(breaks(b, &alone, texts[i], false), i == 4 ? "a\u2010b" : texts[i]);
	}
	assert_int_equal(shape(b, &alone, texts[2])->runs[0].glyphs[1].advance, 10500 / 5);
	assert_int_equal(shape(b, &alone, texts[3])->width, shape(b, &alone, "ab")->width);
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
}

static void signs_stay_what_was_typed(void **state) /* F1 */
{
	static const char *const texts[] = {"->", "1x2", "16:45", "-->", "10:30"};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		const struct glyph_run *run = &shape(b, &b->en, texts[i])->runs[0];

		assert_int_equal(run->count, strlen(texts[i]));
		for (size_t k = 0; k < run->count; k++) {
			char one[2] = {texts[i][k], 0};

			assert_int_equal(run->glyphs[k].id, shape(b, &b->en, one)->runs[0].glyphs[0].id);
		}
	}
}

static void tabular_figures_are_of_equal_width(void **state) /* F2, E10 */
{
	static const char *const fonts[] = {SANS, "pretendard/Pretendard-SemiBold.ttf",
					    "pretendard/Pretendard-Bold.ttf", SERIF,
					    "nanum-myeongjo/NanumMyeongjo_700Bold.ttf"};
	struct bench *b = *state;

	for (size_t f = 0; f < COUNT_OF(fonts); f++) {
		struct text_style style = {
			.face = face_of(b, fonts[f], NULL), .size = 9000, .lang = "ko", .tabular = true};
		int32_t zero = shape(b, &style, "0")->width;

		for (char c = '1'; c <= '9'; c++)
			assert_int_equal(shape(b, &style, (const char[]){c, 0})->width, zero);
		assert_int_equal(shape(b, &style, "1174719901")->width, 10 * zero);
	}
	assert_true(shape(b, &b->en, "1")->width < shape(b, &b->en, "0")->width);
}

static void words_of_a_line_are_kerned_and_joined(void **state)
{
	struct bench *b = *state;
	int32_t apart = shape(b, &b->en, "A")->width + shape(b, &b->en, "V")->width;
	const struct shaped *s = shape(b, &b->en, "AV AV");

	check_runs(s);
	assert_int_equal(s->count, 1);
	assert_int_equal(s->runs[0].count, 5);
	assert_true(shape(b, &b->en, "AV")->width < apart);
	assert_int_equal(s->width, 2 * shape(b, &b->en, "AV")->width + shape(b, &b->en, " ")->width);
	assert_ptr_equal(s, shape(b, &b->en, "AV AV"));
}

static void brackets_are_tight(void **state) /* K12, K14 */
{
	struct bench *b = *state;
	int32_t sum = shape(b, &b->ko, "한국과학기술원")->width + shape(b, &b->ko, "(KAIST)")->width;

	assert_in_range(shape(b, &b->ko, "한국과학기술원(KAIST)")->width, sum - 500, sum);
	assert_int_equal(shape(b, &b->ko, "한국")->width, 2 * shape(b, &b->ko, "한")->width);
	assert_string_equal(breaks(b, &b->ko, "원(KAIST)을", false), "원^(KAIST)을");
}

static void soft_hyphens_are_not_seen(void **state)
{
	struct bench *b = *state;

	assert_same_glyphs(shape(b, &b->en, "co\u00ADoperate"), shape(b, &b->en, "cooperate"));
	assert_string_equal(breaks(b, &b->en, "co\u00ADoperate", false), "co\u00AD=operate");
}

static void nothing_is_too_odd_to_shape(void **state)
{
	struct bench *b = *state;

	assert_int_equal(shape(b, &b->en, "")->count, 0);
	assert_int_equal(shape(b, &b->en, "")->width, 0);
	text_shape(b->text, &b->en, "a\0b \xFF\xED\xA0\x80 \x01", 11, (struct pos){0});
	assert_true(diag_count(b->diag, DIAG_REFUSAL) >= 3);
}

/* ---- breaks ---- */

/* The text of a case is what is shown without the signs of breaks. */
static void check_breaks(struct bench *b, const struct text_style *style, const char *const *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char text[256];
		size_t to = 0;

		for (const char *p = cases[i]; *p; p++)
			if (!strchr("_|^", *p))
				text[to++] = *p;
		text[to] = 0;
		assert_string_equal(breaks(b, style, text, false), cases[i]);
	}
}

static void korean_words_hold_together(void **state) /* K3, K4, K9 */
{
	static const char *const cases[] = {"5G를",   "2023년", "제1차",      "AI를",
					    "DSIT와", "한-영",  "K-네트워크", "3~5개"};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_null(strpbrk(breaks(b, &b->ko, cases[i], false), "_|"));
	for (size_t i = 0; i < 6; i++)
		assert_string_equal(breaks(b, &b->ko, cases[i], false), cases[i]);
	assert_string_equal(breaks(b, &b->ko, "줄 나눔 기준을", false), "줄 _나^눔 _기^준^을");
	assert_string_equal(breaks(b, &b->ko, "telecommunications", true), "telecommunications");
	assert_string_equal(breaks(b, &b->en, "영국과의 협력", false), "영^국^과^의 _협^력");
}

static void runs_of_signs_and_numbers_are_never_split(void **state) /* K7 */
{
	static const char *const cases[] = {"가——나", "가……나", "1,234,567", "₩75",  "$1.5",    "£1.6",  "50%",  "25℃",
					    "m²",     "10⁻³",   "¹²³",       "3.14", "2023–24", "08:10", "24/7", "1/2"};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *shown = breaks(b, i < 2 ? &b->ko : &b->en, cases[i], false);

		if (i < 2)
			assert_non_null(strstr(shown, i ? "가……" : "가——"));
		else
			assert_string_equal(shown, cases[i]);
	}
}

static void middle_dot_breaks_behind_it(void **state) /* K8 */
{
	static const char *const cases[] = {"보^안·|복^원^력·|상^호^호^환^성",
					    "AI·|반^도^체",
					    "통^신·|ICT",
					    "한·영",
					    "산·학·연",
					    "3·1절",
					    "R&D·|ICT"};
	struct bench *b = *state;

	check_breaks(b, &b->ko, cases, COUNT_OF(cases));
}

static void spaces_hold_dates_numbers_and_names(void **state) /* E5, K10 */
{
	static const char *const cases[] = {
		"about _£1.6 million _and _140 years",
		"on _22 November _2023 _in _Seoul",
		"of _No 10 _and _No. 10",
		"see _Article 3 _of _it",
		"Figure 2, _then _Figure 3",
		"the _K-Network 2030 _plan",
		"an _Open RAN _test",
		"with _Mr Kim _and _Dr. Lee",
		"by _J. K. Rowe _here",
		"since _2023 _the _UK",
		"rose _50 % _in _all",
		"In _2024, _5 people _met",
		"A Korean _note",
		"2023. 11. 22. _서^울",
		"11월 22일(수) _오^전",
		"360만 파운드 _규^모",
		"60억 원 _이^상",
		"3 _및 _4",
		"2030 _전^략^은",
	};
	struct bench *b = *state;

	check_breaks(b, &b->en, cases, COUNT_OF(cases));
}

static void marks_need_a_part_on_both_sides(void **state) /* E1, E5 */
{
	static const char *const cases[] = {
		"long-|standing",
		"K-pop",
		"KITSAT-1",
		"COVID-19",
		"e-mail",
		"co-operate",
		"UK-based",
		"and/or",
		"England/|Wales",
		"word—|word",
		"ROK–UK",
		"London–|Seoul",
		"a – _b",
		"it's",
		"R&D",
		"5G",
		"http://example.org/|path",
		"-5 _or _-6",
	};
	struct bench *b = *state;

	check_breaks(b, &b->en, cases, COUNT_OF(cases));
}

static void hyphens_go_into_long_small_words_only(void **state) /* E1 */
{
	struct bench *b = *state;

	assert_non_null(strchr(breaks(b, &b->en, "telecommunications,", true), '='));
	assert_string_equal(breaks(b, &b->en, "(cooperation)", true), "(cooper=a=tion)");
	assert_string_equal(breaks(b, &b->en, "paper", true), "paper");
	assert_null(strchr(breaks(b, &b->en, "Telecommunications", true), '='));
	assert_null(strchr(breaks(b, &b->en, "TELECOMMUNICATIONS", true), '='));
	assert_null(strchr(breaks(b, &b->en, "telecommunications2", true), '='));
	assert_null(strchr(breaks(b, &b->en, "telecommunications", false), '='));
	assert_null(strstr(breaks(b, &b->en, "long-standing", true), "stand="));
	assert_null(strchr(breaks(b, &b->en, "example.org/telecommunications", true), '='));
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
}

static void missing_patterns_are_told_once(void **state)
{
	struct bench *b = *state;
	struct text_style style = b->en;

	style.tag = "en-QQ";
	assert_string_equal(breaks(b, &style, "telecommunications cooperation", true),
			    "telecommunications _cooperation");
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 1);
	assert_int_equal(diag_worst(b->diag), DIAG_WARNING);
	style.tag = "en";
	assert_non_null(strchr(breaks(b, &style, "cooperation", true), '='));
}

static void other_languages_have_plain_breaks(void **state)
{
	struct bench *b = *state;
	struct text_style style = b->en;

	style.lang = style.tag = "ja";
	assert_string_equal(breaks(b, &style, "22 days", false), "22 _days");
	style.lang = style.tag = "fr";
	assert_string_equal(breaks(b, &style, "co-op\nx", true), "co-|op\n/x");
	style.lang = NULL;
	style.tag = NULL;
	assert_string_equal(breaks(b, &style, "a b", true), "a _b");
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(fonts_tell_their_measures),
		CASE(missing_fonts_are_findings),
		CASE(subset_has_the_glyphs_asked_for),
		CASE(outlines_are_closed_paths),
		CASE(decomposed_hangul_is_composed),
		CASE(missing_glyph_is_a_refusal),
		CASE(faces_avoid_characters),
		CASE(addresses_break_at_signs),
		CASE(fallback_serves_what_the_first_font_lacks),
		CASE(characters_a_font_lacks_have_stand_ins),
		CASE(signs_stay_what_was_typed),
		CASE(tabular_figures_are_of_equal_width),
		CASE(words_of_a_line_are_kerned_and_joined),
		CASE(brackets_are_tight),
		CASE(soft_hyphens_are_not_seen),
		CASE(nothing_is_too_odd_to_shape),
		CASE(korean_words_hold_together),
		CASE(runs_of_signs_and_numbers_are_never_split),
		CASE(middle_dot_breaks_behind_it),
		CASE(spaces_hold_dates_numbers_and_names),
		CASE(marks_need_a_part_on_both_sides),
		CASE(hyphens_go_into_long_small_words_only),
		CASE(missing_patterns_are_told_once),
		CASE(other_languages_have_plain_breaks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
