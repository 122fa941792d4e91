/* Paragraphs: what may stand at a line's ends, how lines fill the measure, and that no text is lost. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "text.h"

#include <stdio.h>
#include <string.h>

#define SHY "\xC2\xAD"

enum { MM = 2835, SLACK = 50 }; /* mpt of a millimetre; of the roundings that make no line overfull */

static const char english[] =
	"The two governments agreed on 22 November 2023 that cooperation on semiconductors, telecommunications and Open RAN "
	"would continue under this arrangement, with £1.6 million for joint research in 5G and beyond. The Department for "
	"Science, Innovation and Technology and the Ministry of Science and ICT will report annually to the joint committee. "
	"Both sides noted the progress made since the first meeting and welcomed the exchange of young researchers between "
	"their universities. They confirmed that open standards and secure supply chains remain a shared priority.";

static const char korean[] =
	"한국과학기술원(KAIST)은 영국과의 우주협력 양해각서(MOU)를 체결하고 보안·복원력·상호호환성을 높이기로 하였다. 양국은 "
	"2023. 11. 22. 런던에서 60억 원 규모의 공동연구를 시작하고, 5G와 6G를 포함한 차세대 통신과 AI를 함께 개발하기로 합의하였다.";

struct bench {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	struct text_style en, ko;
};

static int set_up(void **state)
{
	static const char *const paths[] = {"pretendard/Pretendard-Regular.ttf",
					    "nanum-myeongjo/NanumMyeongjo_400Regular.ttf"};
	static struct bench b;

	b.arena = arena_new();
	b.diag = diag_new(b.arena);
	b.text = text_new(b.arena, b.diag, "fonts");
	b.en = (struct text_style){.size = 10500, .lang = "en", .tag = "en-GB"};
	b.en.face = text_face(b.text, paths, COUNT_OF(paths), (struct pos){0});
	b.ko = b.en;
	b.ko.lang = "ko";
	b.ko.tag = "ko-KR";
	*state = &b;
	return b.en.face ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;

	text_free(b->text);
	arena_free(b->arena);
	return 0;
}

/* A paragraph of one span. */
static const struct text_para *set(struct bench *b, const struct text_style *style, const char *text,
				   struct text_para_spec spec)
{
	struct text_span span = {.text = text, .len = strlen(text), .style = *style};

	spec.spans = &span;
	spec.count = 1;
	return text_para_set(b->text, &spec);
}

/* The text of a paragraph's lines with '|' between them; soft hyphens are left out unless `hyphens`. */
static const char *lines_of(struct bench *b, const struct text_para *para, bool hyphens)
{
	struct buf all = {0};
	const char *result;

	buf_puts(&all, "");
	for (size_t i = 0; i < para->count; i++) {
		if (i)
			buf_putc(&all, '|');
		for (size_t k = 0; k < para->lines[i].count; k++) {
			const struct glyph_run *run = &para->lines[i].pieces[k].run;
			bool hyphen = run->text_len >= 2 && !memcmp(run->text + run->text_len - 2, SHY, 2);

			buf_put(&all, run->text, run->text_len - (hyphen && !hyphens ? 2 : 0));
		}
	}
	result = arena_strndup(b->arena, all.data, all.len);
	buf_free(&all);
	return result;
}

static const char *without_bars(struct bench *b, const char *lines)
{
	char *text = arena_strdup(b->arena, lines);
	size_t to = 0;

	for (size_t i = 0; lines[i]; i++)
		if (lines[i] != '|')
			text[to++] = lines[i];
	text[to] = 0;
	return text;
}

static const char *broken(struct bench *b, const struct text_style *style, const char *text, int32_t width)
{
	return lines_of(b, set(b, style, text, (struct text_para_spec){.width = width}), true);
}

static int32_t width_of(struct bench *b, const struct text_style *style, const char *text)
{
	return text_shape(b->text, style, text, strlen(text), (struct pos){0})->width;
}

/* Widths add up, pieces follow each other, and the ink ends where the line says. */
static void check_line(const struct text_line *line)
{
	int32_t x = line->x;

	for (size_t k = 0; k < line->count; k++) {
		const struct text_piece *piece = &line->pieces[k];
		int32_t sum = 0;

		assert_int_equal(piece->x, x);
		for (size_t i = 0; i < piece->run.count; i++) {
			assert_int_not_equal(piece->run.glyphs[i].id, 0);
			assert_true(piece->run.glyphs[i].at + piece->run.glyphs[i].len <= piece->run.text_len);
			sum += piece->run.glyphs[i].advance;
		}
		assert_int_equal(sum, piece->run.width);
		x += sum;
	}
	assert_true(line->width <= x - line->x);
}

static const struct text_style *style_of(const struct bench *b, const char *text)
{
	return text == korean ? &b->ko : &b->en;
}

static void no_text_is_lost_and_lines_fit(void **state)
{
	static const char *const texts[] = {english, korean};
	struct bench *b = *state;

	for (unsigned int i = 0; i < 600; i++) {
		const char *text = texts[i % 2];
		struct text_para_spec spec = {.width = (int32_t)(60000 + i * 733),
					      .align = (enum text_align)(i / 2 % 4),
					      .hyphenate = i / 8 % 2,
					      .first_indent = i % 3 ? 0 : 12000};
		const struct text_para *para = set(b, style_of(b, text), text, spec);

		assert_string_equal(without_bars(b, lines_of(b, para, false)), text);
		for (size_t k = 0; k < para->count; k++) {
			const struct text_line *line = &para->lines[k];
			int32_t measure = spec.width - (k ? 0 : spec.first_indent);

			check_line(line);
			assert_true(para->overfull || line->width <= measure + SLACK);
			assert_true(line->width <= para->max_width);
			assert_true(line->hyphenated ? spec.hyphenate : true);
			if (spec.align == ALIGN_END && line->width <= measure)
				assert_int_equal(line->x + line->width, spec.width);
		}
		assert_true(para->overfull == (para->min_width > spec.width + SLACK) || i % 3 == 0);
	}
}

static void justified_lines_fill_the_measure(void **state) /* K11, K12 */
{
	struct bench *b = *state;
	size_t filled = 0, lines = 0;

	for (int32_t width = 220000; width < 480000; width += 7919) {
		for (int k = 0; k < 2; k++) {
			const char *text = k ? korean : english;
			struct text_para_spec spec = {.width = width, .align = ALIGN_JUSTIFY, .hyphenate = true};
			const struct text_para *para = set(b, style_of(b, text), text, spec);

			for (size_t i = 0; i + 1 < para->count; i++) {
				lines++;
				filled += para->lines[i].width == width;
				assert_true(para->lines[i].width <= width);
			}
			assert_true(para->lines[para->count - 1].width <= width);
		}
	}
	assert_true(filled > lines * 95 / 100); /* the others are too loose: each paragraph with one was reported */
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), diag_count(b->diag, DIAG_WARNING));
	assert_true((lines > filled) == (diag_count(b->diag, DIAG_WARNING) > 0));
}

/* Only word spaces give way: letters, syllables and no-break spaces keep their advances. */
static void only_word_spaces_are_stretched(void **state) /* K10, K12 */
{
	static const char text[] = "양국은 2023.\u00A011.\u00A022. 런던에서 공동연구를 함께 시작하기로 합의하였다.";
	struct bench *b = *state;
	struct text_para_spec spec = {.width = 150000, .align = ALIGN_JUSTIFY};
	const struct text_line *line = set(b, &b->ko, text, spec)->lines;
	const struct glyph_run *run = &line->pieces[0].run;
	int32_t space = width_of(b, &b->ko, " "), syllable = width_of(b, &b->ko, "한");
	int32_t least = INT32_MAX, most = 0;

	assert_int_equal(line->width, spec.width);
	for (size_t i = 0; i + 1 < run->count; i++) {
		const char *c = run->text + run->glyphs[i].at;
		int32_t advance = run->glyphs[i].advance;

		if (*c == ' ') {
			least = advance < least ? advance : least;
			most = advance > most ? advance : most;
		} else if (!memcmp(c, "\xC2\xA0", 2)) {
			assert_int_equal(advance, space);
		} else if ((unsigned char)*c >= 0xEA) {
			assert_int_equal(advance, syllable);
		}
	}
	assert_int_not_equal(least, space);
	assert_in_range(most - least, 0, 1);
}

/* The most that a syllable stands apart from the next, beyond what the font has; -1: something else does. */
static int32_t widest_joint(struct bench *b, const struct text_line *line)
{
	int32_t widest = 0;

	for (size_t k = 0; k < line->count; k++) {
		const struct glyph_run *run = &line->pieces[k].run;

		for (size_t i = 0; i < run->count; i++) {
			const char *c = run->text + run->glyphs[i].at;
			int32_t extra = run->glyphs[i].advance -
					width_of(b, &b->ko, arena_strndup(b->arena, c, run->glyphs[i].len));

			if (*c == ' ' || extra == 0)
				continue;
			if ((unsigned char)*c < 0xEA || (unsigned char)c[3] < 0xEA)
				return -1; /* beside a bracket, a stop or a letter */
			widest = extra > widest ? extra : widest;
		}
	}
	return widest;
}

static void syllables_move_apart_in_loose_lines_only(void **state) /* K11 */
{
	static const char text[] =
		"가나다라마바사아자차 카타파하거너더러머버서(어)저처-커터퍼허. 고노도로모보소오조초코토포호";
	struct bench *b = *state;
	int32_t first = width_of(b, &b->ko, "가나다라마바사아자차 카타파하거너더러머버서(어)저처-커터퍼허.");
	int32_t space = width_of(b, &b->ko, " "), cap = 10500 * 30 / 1000;

	for (int32_t spare = 0; spare < 8 * space; spare += 200) {
		struct text_para_spec spec = {.width = first + spare, .align = ALIGN_JUSTIFY, .trial = true};
		const struct text_line *line = set(b, &b->ko, text, spec)->lines;
		int32_t joint = widest_joint(b, line);

		check_line(line);
		assert_in_range(joint, 0, cap);
		if (spare <= space)
			assert_int_equal(joint, 0);
		if (spare > space && line->width == spec.width)
			assert_true(joint > 0);
		spec.align = ALIGN_START;
		assert_int_equal(widest_joint(b, set(b, &b->ko, text, spec)->lines), 0);
	}
	for (int32_t width = 150000; width < 400000; width += 3301) {
		struct text_para_spec spec = {.width = width, .align = ALIGN_JUSTIFY, .trial = true};
		const struct text_para *para = set(b, &b->ko, korean, spec);

		for (size_t i = 0; i < para->count; i++) {
			check_line(&para->lines[i]);
			assert_true(para->lines[i].width <= width);
		}
	}
}

/* Marks stand outside of the measure, and the letters beside them fill it. */
static void marks_hang_in_latin_text(void **state) /* K22 */
{
	struct bench *b = *state;
	size_t hung = 0;

	for (int32_t width = 150000; width < 400000; width += 3301) {
		struct text_para_spec spec = {
			.width = width, .align = ALIGN_JUSTIFY, .hyphenate = true, .trial = true, .hang = true};
		const struct text_para *para = set(b, &b->en, english, spec);

		assert_false(para->overfull);
		for (size_t i = 0; i < para->count; i++) {
			const struct text_line *line = &para->lines[i];

			check_line(line);
			assert_int_equal(line->x, 0);
			hung += line->width > width;
			assert_true(line->width < width + 5000);
		}
		assert_string_equal(without_bars(b, lines_of(b, para, false)), english);
		para = set(b, &b->ko, korean, spec);
		for (size_t i = 0; i < para->count; i++)
			assert_true(para->lines[i].width <= width);
		spec.align = ALIGN_START;
		para = set(b, &b->en, english, spec);
		for (size_t i = 0; i < para->count; i++)
			assert_true(para->lines[i].width <= width);
	}
	assert_true(hung > 50);
}

static void marks_hang_by_their_share(void **state) /* K22 */
{
	struct bench *b = *state;
	int32_t width =
		width_of(b, &b->en, "“One word.") - width_of(b, &b->en, "“") / 2 - width_of(b, &b->en, ".") * 7 / 10;
	struct text_para_spec spec = {.width = width + 100, .align = ALIGN_JUSTIFY, .hang = true};
	const struct text_para *para = set(b, &b->en, "“One word. I do”", spec);

	assert_false(para->overfull);
	assert_string_equal(lines_of(b, para, true), "“One word. |I do”");
	assert_int_equal(para->lines[0].x, -(width_of(b, &b->en, "“") / 2));
	assert_in_range(para->lines[0].x + para->lines[0].width - spec.width, width_of(b, &b->en, ".") * 7 / 10 - 60,
			width_of(b, &b->en, ".") * 7 / 10 + 60);
	assert_int_equal(diag_count(b->diag, DIAG_WARNING), 0);
}

static void korean_words_stay_whole(void **state) /* K3, K4, K9 */
{
	struct bench *b = *state;
	int32_t width = width_of(b, &b->ko, "줄 나눔 기") + 1000;

	assert_string_equal(broken(b, &b->ko, "줄 나눔 기준을", width), "줄 나눔 |기준을");
	assert_string_equal(broken(b, &b->ko, "줄 기준을정하고", width_of(b, &b->ko, "기준을정") + 100),
			    "줄 기준|을정하고");
	assert_string_equal(broken(b, &b->ko, "또한 한-영 협력", width_of(b, &b->ko, "또한 한-") + 100),
			    "또한 |한-영 |협력");
	assert_string_equal(broken(b, &b->ko, "가나 5G를", width_of(b, &b->ko, "가나 5G") + 100), "가나 |5G를");
}

static void geumchik_holds_at_every_width(void **state) /* K6, K8 */
{
	static const char text[] =
		"그는 “보안·복원력(상호호환성)”과 「과학기술협력협정」, 『연보』를 말했다! 그런데? 예: 가나다라마바사, 〈자료〉 《책》; "
		"[부록] {표} ‘강조’… 끝。쉼、표 ー 〃 - 가 · 나 ) 다";
	static const char *const first[] = {")", "]", "}", "」", "』", "》", "〉", "’",  "”",  "-", "？", "！",
					    "·", ":", ";", ",",  ".",  "。", "、", "〃", "ー", "!", "?",  "…"};
	static const char *const last[] = {"(", "[", "{", "「", "『", "《", "〈", "‘", "“"};
	struct bench *b = *state;
	struct text_style style = b->ko;

	for (int32_t width = 12000; width < 120000; width += 1300) {
		const char *lines = broken(b, &style, text, width);

		for (const char *p = strchr(lines, '|'); p; p = strchr(p + 1, '|')) {
			for (size_t i = 0; i < COUNT_OF(first); i++)
				assert_int_not_equal(strncmp(p + 1, first[i], strlen(first[i])), 0);
			for (size_t i = 0; i < COUNT_OF(last); i++)
				assert_false(p - lines >= (ptrdiff_t)strlen(last[i]) &&
					     !strncmp(p - strlen(last[i]), last[i], strlen(last[i])));
		}
	}
}

static void names_and_numbers_are_never_split(void **state) /* E5 */
{
	static const char *const held[] = {
		"£1.6 million", "140 years", "22 November",  "No 10",         "Article 3",      "Figure 2",  "KITSAT-1",
		"5G",           "6G",        "R&D",          "Open RAN",      "K-Network 2030", "Mr Kim",    "Dr Lee",
		"J. Smith",     "50%",       "1,234 people", "2023. 11. 22.", "360만 파운드",   "11월 22일",
	};
	static const char *const lead[] = {"", "a ", "the new ", "under the general ",
					   "and long-standing cooperation "};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(held); i++) {
		for (int32_t mm = 20; mm <= 90; mm++) {
			for (size_t k = 0; k < COUNT_OF(lead); k++) {
				struct text_para_spec spec = {.width = mm * MM,
							      .hyphenate = true,
							      .divide = mm % 3 > 0,
							      .trial = true,
							      .align = mm % 2 ? ALIGN_JUSTIFY : ALIGN_START};
				const char *text = arena_printf(b->arena, "%s%s and more of the same %s%s for all.",
								lead[k], held[i], lead[k], held[i]);
				const char *found = strstr(
					lines_of(b, set(b, i < 17 ? &b->en : &b->ko, text, spec), false), held[i]);

				assert_non_null(found);
				assert_non_null(strstr(found + 1, held[i]));
			}
		}
	}
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
}

static void hyphens_are_soft_and_few(void **state) /* E1 */
{
	struct bench *b = *state;
	size_t hyphenated = 0;

	for (int32_t width = 90000; width < 240000; width += 3500) {
		struct text_para_spec spec = {.width = width, .align = ALIGN_JUSTIFY, .hyphenate = true, .trial = true};
		const struct text_para *para = set(b, &b->en, english, spec);
		size_t running = 0;

		for (size_t i = 0; i < para->count; i++) {
			const struct text_line *line = &para->lines[i];
			const struct glyph_run *run = &line->pieces[line->count - 1].run;
			bool ends_in_hyphen = !memcmp(run->text + run->text_len - 2, SHY, 2);

			assert_int_equal(ends_in_hyphen, line->hyphenated);
			running = line->hyphenated ? running + 1 : 0;
			assert_true(running <= 2);
			hyphenated += line->hyphenated;
		}
	}
	assert_true(hyphenated > 10);
}

static void typed_hyphens_get_no_second_one(void **state)
{
	struct bench *b = *state;
	int32_t width = width_of(b, &b->en, "a long-") + 500;

	assert_string_equal(broken(b, &b->en, "a long-standing b", width), "a long-|standing |b");
	assert_string_equal(broken(b, &b->en, "an inter" SHY "national", width_of(b, &b->en, "an inter-") + 500),
			    "an inter" SHY "|national");
	assert_string_equal(broken(b, &b->en, "co" SHY "operate", 200000), "cooperate");
}

static void last_lines_are_not_too_short(void **state) /* E4, K21 */
{
	struct bench *b = *state;
	size_t orphans = 0, paragraphs = 0;

	for (int32_t width = 150000; width < 460000; width += 2113) {
		for (int k = 0; k < 2; k++) {
			const char *text = k ? korean : english;
			const struct text_para *para =
				set(b, style_of(b, text), text, (struct text_para_spec){.width = width});
			const struct text_line *last = &para->lines[para->count - 1];

			paragraphs++;
			orphans += para->count > 1 && last->width < width / 4 && last->pieces[0].run.text_len < 12;
		}
	}
	assert_true(orphans * 50 < paragraphs);
}

static void balanced_lines_are_alike_and_no_more(void **state)
{
	static const char title[] =
		"Science and technology arrangements between the Republic of Korea and the United Kingdom";
	struct bench *b = *state;

	for (int32_t width = 80000; width < 460000; width += 4000) {
		const struct text_para *plain = set(b, &b->en, title, (struct text_para_spec){.width = width});
		const struct text_para *even =
			set(b, &b->en, title, (struct text_para_spec){.width = width, .balance = true});
		int32_t least = INT32_MAX, plain_least = INT32_MAX;

		for (size_t i = 0; i < even->count; i++)
			least = even->lines[i].width < least ? even->lines[i].width : least;
		for (size_t i = 0; i < plain->count; i++)
			plain_least = plain->lines[i].width < plain_least ? plain->lines[i].width : plain_least;
		assert_true(even->count <= plain->count);
		assert_true(even->count < plain->count || even->max_width - least <= plain->max_width - plain_least);
	}
}

static void spans_keep_their_text_and_style(void **state)
{
	struct bench *b = *state;
	struct text_style large = b->en;
	struct text_span spans[3];
	const struct text_para *para;
	const char *const parts[] = {"The agree", "ment was sig", "ned in London by both governments."};
	int marks[3];

	large.size = 14000;
	for (size_t i = 0; i < 3; i++)
		spans[i] = (struct text_span){parts[i], strlen(parts[i]), i == 1 ? large : b->en, {0}, &marks[i]};
	para = text_para_set(b->text, &(struct text_para_spec){.spans = spans, .count = 3, .width = 100000});
	assert_string_equal(lines_of(b, para, true), "The agreement |was signed in |London by both |governments.");
	assert_int_equal(para->lines[0].count, 2);
	assert_ptr_equal(para->lines[0].pieces[1].span->user, &marks[1]);
	assert_int_equal(para->lines[0].pieces[1].run.size, 14000);
	assert_string_equal(para->lines[1].pieces[0].run.text, "was sig");
	for (size_t i = 0; i < para->count; i++)
		check_line(&para->lines[i]);
}

static void fallback_fonts_make_pieces(void **state)
{
	static const char *const paths[] = {"nanum-myeongjo/NanumMyeongjo_400Regular.ttf",
					    "pretendard/Pretendard-Regular.ttf"};
	struct bench *b = *state;
	struct text_style style = b->ko;
	const struct text_para *para;

	style.face = text_face(b->text, paths, 2, (struct pos){0});
	para = set(b, &style, "기온은 \u22125℃ 입니다", (struct text_para_spec){.width = 300000});
	assert_int_equal(para->count, 1);
	assert_int_equal(para->lines[0].count, 5);
	check_line(&para->lines[0]);
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
}

static void too_wide_words_are_reported(void **state)
{
	struct bench *b = *state;
	struct source_file file = {.path = "pack.yaml", .text = "x", .len = 1};
	struct text_span span = {.text = "telecommunications", .len = 18, .style = b->en, .pos = {&file, 3, 5}};
	struct text_para_spec spec = {.spans = &span, .count = 1, .width = 50000, .trial = true};
	const struct text_para *para = text_para_set(b->text, &spec);
	struct buf out = {0};

	assert_true(para->overfull);
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
	spec.trial = false;
	text_para_set(b->text, &spec);
	assert_int_equal(diag_count(b->diag, DIAG_WARNING), 1);
	diag_print(b->diag, &(struct diag_print){.form = DIAG_TEXT}, &out);
	assert_non_null(strstr(out.data, "pack.yaml:3:5"));
	assert_non_null(strstr(out.data, "telecommunications"));
	buf_free(&out);
	spec.hyphenate = true;
	assert_false(text_para_set(b->text, &spec)->overfull);
	spec.width = para->min_width;
	spec.hyphenate = false;
	assert_false(text_para_set(b->text, &spec)->overfull);
	assert_int_equal(para->min_width, para->word_width);
}

/* Names and compounds are divided where a column is too narrow for them, and nowhere else. */
static void what_is_too_wide_is_divided(void **state)
{
	static const char *const texts[] = {
		"telecommunications", "Telecommunications for All", "the Interconnectivity-Telecommunications Board",
		"INTEROPERABILITY", "one semi-governmentalisation/communications office"};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct text_para_spec spec = {.width = 50000, .hyphenate = i & 1, .divide = true};
		const struct text_para *para = set(b, &b->en, texts[i], spec);
		size_t hyphens = 0;

		assert_false(para->overfull);
		assert_true(para->min_width < para->word_width);
		for (size_t n = 0; n < para->count; n++)
			hyphens += para->lines[n].hyphenated;
		assert_true(hyphens > 0);
		spec.width = para->word_width;
		para = set(b, &b->en, texts[i], spec);
		for (size_t n = 0; n < para->count; n++)
			assert_false(para->lines[n].hyphenated && i);
	}
	assert_int_equal(diag_count(b->diag, DIAG_STYLE), 0);
}

static void min_width_is_the_limit(void **state)
{
	struct bench *b = *state;

	for (int i = 0; i < 4; i++) {
		const char *text = i % 2 ? korean : english;
		struct text_para_spec spec = {.width = 300000, .hyphenate = i > 1, .trial = true};
		const struct text_para *para = set(b, style_of(b, text), text, spec);

		assert_true(para->min_width <= para->word_width);
		spec.width = para->min_width;
		assert_false(set(b, style_of(b, text), text, spec)->overfull);
		spec.width = para->min_width - 1000;
		assert_true(set(b, style_of(b, text), text, spec)->overfull);
	}
}

static void first_lines_may_differ(void **state)
{
	struct bench *b = *state;
	struct text_para_spec spec = {.width = 200000, .first_indent = 20000, .align = ALIGN_JUSTIFY, .trial = true};
	const struct text_para *para = set(b, &b->ko, korean, spec);

	assert_int_equal(para->lines[0].x, 20000);
	assert_int_equal(para->lines[0].width, 180000);
	assert_int_equal(para->lines[1].x, 0);
	assert_int_equal(para->lines[1].width, 200000);
	spec.first_width = 150000;
	para = set(b, &b->ko, korean, spec);
	assert_true(para->lines[0].width <= 130000);
}

static void line_feeds_end_lines(void **state)
{
	struct bench *b = *state;

	assert_string_equal(broken(b, &b->en, "one\ntwo three", 300000), "one |two three");
	assert_int_equal(set(b, &b->en, "a\n\nb", (struct text_para_spec){.width = 300000})->count, 3);
	assert_int_equal(set(b, &b->en, "", (struct text_para_spec){.width = 300000})->count, 0);
	assert_int_equal(text_para_set(b->text, &(struct text_para_spec){.width = 1000})->count, 0);
	assert_int_equal(set(b, &b->en, " ", (struct text_para_spec){.width = 300000})->lines[0].width, 0);
}

static void hang_spaces(void **state)
{
	struct bench *b = *state;
	int32_t width = width_of(b, &b->en, "Science and");
	const struct text_para *para = set(b, &b->en, "Science and technology",
					   (struct text_para_spec){.width = width, .trial = true, .align = ALIGN_END});

	assert_int_equal(para->lines[0].width, width);
	assert_int_equal(para->lines[0].x, 0);
	assert_string_equal(para->lines[0].pieces[0].run.text, "Science and ");
	assert_true(para->lines[0].pieces[0].run.width > width);
}

/* Two texts of their own, so nothing cached helps. */
static void equal_input_gives_equal_lines(void **state)
{
	struct bench *b = *state;
	struct bench other;
	void *second = NULL;
	struct text_para_spec spec = {.width = 200000, .align = ALIGN_JUSTIFY, .hyphenate = true};
	struct text *first_text = b->text;
	const struct text_para *a = set(b, &b->en, english, spec), *again = set(b, &b->en, english, spec), *c;

	other = *b;
	assert_int_equal(set_up(&second), 0);
	c = set(second, &((struct bench *)second)->en, english, spec);
	assert_ptr_not_equal(((struct bench *)second)->text, first_text);
	assert_int_equal(a->count, c->count);
	assert_string_equal(lines_of(&other, a, true), lines_of(&other, c, true));
	for (size_t i = 0; i < a->count; i++) {
		const struct glyph_run *x = &a->lines[i].pieces[0].run, *y = &c->lines[i].pieces[0].run;

		assert_int_equal(x->count, y->count);
		assert_memory_equal(x->glyphs, y->glyphs, x->count * sizeof *x->glyphs);
		assert_memory_equal(x->glyphs, again->lines[i].pieces[0].run.glyphs, x->count * sizeof *x->glyphs);
	}
	text_free(other.text);
	arena_free(other.arena);
}

/* A paragraph met before is not cut up again; its pieces belong to the spans of the call, and findings come each time. */
static void paragraphs_set_again_are_the_same(void **state)
{
	struct bench *b = *state;
	struct source_file file = {.path = "pack.yaml", .text = "x", .len = 1};
	int marks[2];

	for (int32_t width = 40000; width < 300000; width += 26000) {
		const char *lines[2];
		size_t warnings[3] = {diag_count(b->diag, DIAG_WARNING)};

		for (int k = 0; k < 2; k++) {
			struct pos pos = {&file, (uint32_t)(width + k), 1};
			struct text_span spans[] = {{english, 90, b->en, pos, &marks[k]},
						    {english + 90, sizeof english - 91, b->en, pos, &marks[k]}};
			struct text_para_spec spec = {
				.spans = spans, .count = 2, .width = width, .align = ALIGN_JUSTIFY};
			const struct text_para *para = text_para_set(b->text, &spec);

			lines[k] = lines_of(b, para, true);
			warnings[k + 1] = diag_count(b->diag, DIAG_WARNING);
			for (size_t i = 0; i < para->count; i++)
				for (size_t p = 0; p < para->lines[i].count; p++) {
					const struct text_span *span = para->lines[i].pieces[p].span;

					assert_true(span == &spans[0] || span == &spans[1]);
					assert_ptr_equal(span->user, &marks[k]);
				}
			set(b, &b->ko, korean, (struct text_para_spec){.width = width + 1000 * k, .trial = true});
		}
		assert_string_equal(lines[0], lines[1]);
		assert_int_equal(warnings[2] - warnings[1], warnings[1] - warnings[0]);
	}
}

int main(void)
{
#define CASE(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		CASE(no_text_is_lost_and_lines_fit),
		CASE(justified_lines_fill_the_measure),
		CASE(only_word_spaces_are_stretched),
		CASE(syllables_move_apart_in_loose_lines_only),
		CASE(marks_hang_in_latin_text),
		CASE(marks_hang_by_their_share),
		CASE(korean_words_stay_whole),
		CASE(geumchik_holds_at_every_width),
		CASE(names_and_numbers_are_never_split),
		CASE(hyphens_are_soft_and_few),
		CASE(typed_hyphens_get_no_second_one),
		CASE(last_lines_are_not_too_short),
		CASE(balanced_lines_are_alike_and_no_more),
		CASE(spans_keep_their_text_and_style),
		CASE(fallback_fonts_make_pieces),
		CASE(too_wide_words_are_reported),
		CASE(what_is_too_wide_is_divided),
		CASE(min_width_is_the_limit),
		CASE(first_lines_may_differ),
		CASE(line_feeds_end_lines),
		CASE(hang_spaces),
		CASE(equal_input_gives_equal_lines),
		CASE(paragraphs_set_again_are_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
