/*
 * The rules of typography for Korean (K) and English (E), one or more cases for each, by number. A rule without a case
 * here is no rule for lines of text; the second table says where it is kept.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "text.h"

#include <stdio.h>
#include <string.h>

#define NBSP "\u00A0"
#define WJ "\u2060"
#define NBH "\u2011"

enum check {
	BREAKS,     /* expect: the text with a sign at each possible break: _ space, | mark, ^ syllable, / line feed */
	HYPHENATED, /* ... hyphenation switched on; = hyphen */
	LINES,      /* expect: lines of a ragged paragraph, | between them */
	JUSTIFIED,  /* ... of a justified one; all but the last fill the measure, and only word spaces give way */
	TITLE,      /* ... of a balanced one */
	NO_SPLIT,   /* expect: a part of the text that no line end divides, whatever the measure from 20 to 90 mm */
	NO_START,   /* no line starts with the text, no matter the measure */
	NO_END,     /* no line ends with the text */
	GLYPHS,     /* the text has the glyphs and the width of `expect` */
	PARTS,      /* the text is as wide as the parts of `expect` between the bars, up to a hundredth of an em */
	FIGURES,    /* the characters of the text are of one width in tabular setting */
	MISSING     /* a refusal that names `expect` */
};

struct rule_case {
	const char *rule;
	enum check check;
	const char *lang;
	const char *text;
	const char *fits; /* the measure is the width of this text and half a point */
	const char *expect;
};

static const struct rule_case cases[] = {
	{"K1", GLYPHS, "ko", "\u1112\u1161\u11AB\u1100\u1173\u11AF", NULL, "한글"},
	{"K1", GLYPHS, "ko", "\u1100\u1161\u11B9", NULL, "값"},
	{"K1", GLYPHS, "en", "cafe\u0301", NULL, "café"},
	{"K2", MISSING, "ko", "\u1112\u119E\u11AB", NULL, "U+119E"},
	{"K2", MISSING, "ko", "漢字", NULL, "U+6F22"},
	{"K3", LINES, "ko", "줄 나눔 기준을", "줄 나눔 기", "줄 나눔 |기준을"},
	{"K3", LINES, "ko", "줄 기준을정하고", "기준을정", "줄 기준|을정하고"},
	{"K3", LINES, "en", "영국과의 협력", "영국과의", "영국과의 |협력"},
	{"K4", BREAKS, "ko", "5G를 2023년 제1차 회의", NULL, "5G를 _2023년 _제1차 _회^의"},
	{"K4", LINES, "ko", "양국 5G를", "양국 5G", "양국 |5G를"},
	{"K4", LINES, "ko", "그 DSIT와", "그 DSIT", "그 |DSIT와"},
	{"K6", NO_START, "ko", ")", NULL, NULL},
	{"K6", NO_START, "ko", "]", NULL, NULL},
	{"K6", NO_START, "ko", "}", NULL, NULL},
	{"K6", NO_START, "ko", "」", NULL, NULL},
	{"K6", NO_START, "ko", "』", NULL, NULL},
	{"K6", NO_START, "ko", "》", NULL, NULL},
	{"K6", NO_START, "ko", "〉", NULL, NULL},
	{"K6", NO_START, "ko", "’", NULL, NULL},
	{"K6", NO_START, "ko", "”", NULL, NULL},
	{"K6", NO_START, "ko", "-", NULL, NULL},
	{"K6", NO_START, "ko", "？", NULL, NULL},
	{"K6", NO_START, "ko", "！", NULL, NULL},
	{"K6", NO_START, "ko", "·", NULL, NULL},
	{"K6", NO_START, "ko", ":", NULL, NULL},
	{"K6", NO_START, "ko", ";", NULL, NULL},
	{"K6", NO_START, "ko", ",", NULL, NULL},
	{"K6", NO_START, "ko", ".", NULL, NULL},
	{"K6", NO_START, "ko", "。", NULL, NULL},
	{"K6", NO_START, "ko", "、", NULL, NULL},
	{"K6", NO_START, "ko", "〃", NULL, NULL},
	{"K6", NO_START, "ko", "ー", NULL, NULL},
	{"K6", NO_END, "ko", "(", NULL, NULL},
	{"K6", NO_END, "ko", "[", NULL, NULL},
	{"K6", NO_END, "ko", "{", NULL, NULL},
	{"K6", NO_END, "ko", "「", NULL, NULL},
	{"K6", NO_END, "ko", "『", NULL, NULL},
	{"K6", NO_END, "ko", "《", NULL, NULL},
	{"K6", NO_END, "ko", "〈", NULL, NULL},
	{"K6", NO_END, "ko", "‘", NULL, NULL},
	{"K6", NO_END, "ko", "“", NULL, NULL},
	{"K7", NO_SPLIT, "ko", "그러니까——그렇다", NULL, "——"},
	{"K7", NO_SPLIT, "ko", "말줄임표는……이것", NULL, "……"},
	{"K7", BREAKS, "ko", "1,234,567 3.14 50% 25℃ £75 $1.5", NULL, "1,234,567 _3.14 _50% _25℃ _£75 _$1.5"},
	{"K7", BREAKS, "ko", "m² 10⁻³ ¹²³ CO₂", NULL, "m² _10⁻³ _¹²³ _CO₂"},
	{"K7", NO_SPLIT, "ko", "모두 1,234,567 건", NULL, "1,234,567"},
	{"K8", BREAKS, "ko", "보안·복원력·상호호환성", NULL, "보^안·|복^원^력·|상^호^호^환^성"},
	{"K8", LINES, "ko", "높은 보안·복원력·상호호환성", "높은 보안·복원력·", "높은 보안·복원력·|상호호환성"},
	{"K8", LINES, "ko", "아주 높은 보안·복원력·상호호환성", "아주 높은 보안·복원력",
	 "아주 높은 보안·|복원력·상호호환성"},
	{"K9", BREAKS, "ko", "한-영 협력", NULL, "한-영 _협^력"},
	{"K9", LINES, "ko", "또한 한-영 협력", "또한 한-", "또한 |한-영 |협력"},
	{"K9", HYPHENATED, "ko", "새로운 telecommunications 협력", NULL, "새^로^운 _telecommunications _협^력"},
	{"K10", NO_SPLIT, "ko", "양국은 2023. 11. 22. 런던에서 만났다", NULL, "2023. 11. 22."},
	{"K10", NO_SPLIT, "ko", "양국은 11월 22일(수) 오전에 만났다", NULL, "11월 22일(수)"},
	{"K10", NO_SPLIT, "ko", "오는 22일 08:10 런던에서", NULL, "08:10"},
	{"K10", JUSTIFIED, "ko", "양국은 2023." NBSP "11." NBSP "22. 런던에서 공동연구를 함께 시작한다",
	 "양국은 2023." NBSP "11." NBSP "22. 런던에서 ",
	 "양국은 2023." NBSP "11." NBSP "22. 런던에서 |공동연구를 함께 시작한다"},
	{"K11", JUSTIFIED, "ko", "두 나라는 차세대 통신을 함께 연구하고 그 결과를 나눈다", "두 나라는 차세대 통신을  ",
	 "두 나라는 차세대 통신을 |함께 연구하고 그 결과를 |나눈다"},
	{"K12", PARTS, "ko", "한국과학기술원", NULL, "한|국|과|학|기|술|원"},
	{"K13", PARTS, "ko", "AI를", NULL, "AI|를"},
	{"K13", PARTS, "ko", "DSIT와5G는", NULL, "DSIT|와|5G|는"},
	{"K14", PARTS, "ko", "양해각서(MOU)", NULL, "양해각서|(|MOU|)"},
	{"K14", BREAKS, "ko", "양해각서(MOU)를", NULL, "양^해^각^서^(MOU)를"},
	{"K16", BREAKS, "ko", "3~5개 4.23.~6.15.", NULL, "3~5개 _4.23.~6.15."},
	{"K16", NO_SPLIT, "ko", "모두 3~5년이 걸린다", NULL, "3~5년"},
	{"K16", BREAKS, "ko", "끝…은", NULL, "끝…|은"},
	{"K21", LINES, "ko", "이 두 나라가 늘 새 길로 다 함께 또", "이 두 나라가 늘 새 길로 다 함께",
	 "이 두 나라가 늘 새 길로 |다 함께 또"},
	{"K22", LINES, "ko", "가나 다라마, 바사", "가나 다라마", "가나 |다라마, |바사"},
	{"E1", HYPHENATED, "en", "telecommunications", NULL, "tele=com=mu=nic=a=tions"},
	{"E1", HYPHENATED, "en", "paper Telecommunications UNESCO long-standing", NULL,
	 "paper _Telecommunications _UNESCO _long-|standing"},
	{"E1", HYPHENATED, "en", "under cooperation,", NULL, "under _cooper=a=tion,"},
	{"E1", LINES, "en", "The telecommunications", "The telecommu-", "The |telecommunications"},
	{"E1", TITLE, "en", "The telecommunications agreement", "telecommunications",
	 "The |telecommunications |agreement"},
	{"E2", JUSTIFIED, "en",
	 "The two governments will work together on research and report on it once a year in London",
	 "The two governments will  ",
	 "The two governments will |work together on research |and report on it once a year |in London"},
	{"E4", LINES, "en", "The governments agreed to meet again in it", "The governments agreed to meet again in",
	 "The governments agreed to |meet again in it"},
	{"E5", NO_SPLIT, "en", "They spent about £1.6 million on it", NULL, "£1.6 million"},
	{"E5", NO_SPLIT, "en", "They went about" NBSP "10 km in it", NULL, "10 km"},
	{"E5", NO_SPLIT, "en", "After some 140 years of ties", NULL, "140 years"},
	{"E5", NO_SPLIT, "en", "It was signed on 22 November in London", NULL, "22 November"},
	{"E5", NO_SPLIT, "en", "The talks at No 10 went on", NULL, "No 10"},
	{"E5", NO_SPLIT, "en", "As laid down in Article 3 of it", NULL, "Article 3"},
	{"E5", NO_SPLIT, "en", "Shown here in Figure 2 below", NULL, "Figure 2"},
	{"E5", NO_SPLIT, "en", "The satellite KITSAT-1 was launched", NULL, "KITSAT-1"},
	{"E5", NO_SPLIT, "en", "The satellite KITSAT" NBH "1 was launched", NULL, "KITSAT" NBH "1"},
	{"E5", NO_SPLIT, "en", "Both work on 5G networks", NULL, "5G"},
	{"E5", NO_SPLIT, "en", "Both work on 6G networks", NULL, "6G"},
	{"E5", NO_SPLIT, "en", "Both fund more R&D each year", NULL, "R&D"},
	{"E5", NO_SPLIT, "en", "Both tested an Open RAN system", NULL, "Open RAN"},
	{"E5", NO_SPLIT, "en", "Korea has its K-Network 2030 strategy", NULL, "K-Network 2030"},
	{"E5", NO_SPLIT, "en", "They met with Mr Kim in Seoul", NULL, "Mr Kim"},
	{"E5", NO_SPLIT, "en", "They met with Dr. Lee in Seoul", NULL, "Dr. Lee"},
	{"E5", NO_SPLIT, "en", "It is by J. K. Rowe of Leeds", NULL, "J. K. Rowe"},
	{"E5", NO_SPLIT, "en", "A rise of 12.5 % in all", NULL, "12.5 %"},
	{"E5", NO_SPLIT, "ko", "모두 360만 파운드 규모이다", NULL, "360만 파운드"},
	{"E5", NO_SPLIT, "en", "a" NBSP "b c" NBSP "d and more", NULL, "c" NBSP "d"},
	{"E6", GLYPHS, "serif", "5" NBSP "km", NULL, "5 km"},
	{"E6", GLYPHS, "serif", "a" NBH "b", NULL, "a-b"},
	{"E6", GLYPHS, "serif", "a" WJ "b", NULL, "ab"},
	{"E6", BREAKS, "serif", "a" NBH "b 5" NBSP "km 5\u202Fkm long-" WJ "standing", NULL,
	 "a" NBH "b _5" NBSP "km _5\u202Fkm _long-" WJ "standing"},
	{"E7", NO_SPLIT, "en", "It opened at 5:30pm on that day", NULL, "5:30pm"},
	{"E7", BREAKS, "en", "22 November 2023", NULL, "22 November _2023"},
	{"E8", NO_SPLIT, "en", "In all 12,345,678 people live there", NULL, "12,345,678"},
	{"E8", NO_SPLIT, "en", "A temperature of \u22125.5 degrees", NULL, "\u22125.5 degrees"},
	{"E9", BREAKS, "en", "the “first” and ‘second’ don’t", NULL, "the _“first” _and _‘second’ _don’t"},
	{"E10", FIGURES, "en", "0123456789", NULL, NULL},
	{"E10", FIGURES, "serif", "0123456789", NULL, NULL},
	{"ja", BREAKS, "ja", "日本語の「文章」です。", NULL, "日|本|語|の|「文|章」|で|す。"},
	{"ja", BREAKS, "ja", "ちょっとコーヒーを（飲む）、", NULL, "ちょっ|と|コー|ヒー|を|（飲|む）、"},
	{"ja", BREAKS, "ja", "2023年11月22日", NULL, "2023|年|11|月|22|日"},
	{"zh", BREAKS, "zh", "今天，我们去公园。", NULL, "今|天，|我|们|去|公|园。"},
	{"zh", BREAKS, "zh", "《协定》——第3条", NULL, "《协|定》|——|第|3|条"},
	{"zh", MISSING, "zh", "今天，我们", NULL, "U+4ECA"},
	{"ja", MISSING, "ja", "日本", NULL, "U+65E5"},
	{"fr", HYPHENATED, "fr", "une coopération étroite, l’organisation", NULL,
	 "une _coopé=ra=tion _étroite, _l’orga=ni=sa=tion"},
	{"de", HYPHENATED, "de", "die Zusammenarbeit wird größere", NULL, "die _Zusam=men=ar=beit _wird _grö=ßere"},
	{"es", HYPHENATED, "es", "la cooperación científica", NULL, "la _coope=ra=ción _cien=tí=fica"},
	{"cy", HYPHENATED, "cy", "cydweithrediad gwyddonol", NULL, "cydweithrediad _gwyddonol"},
	{"fr", NO_SPLIT, "fr", "Il a dit «" NBSP "oui" NBSP "» hier", NULL, "«" NBSP "oui" NBSP "»"},
	{"ar", MISSING, "en", "the word سلام", NULL, "TEXT_DIRECTION"},
	{"E11", PARTS, "en", "HIDE", NULL, "H|I|D|E"},
};

/* Rules that are kept elsewhere, and where. */
static const struct {
	const char *rule, *keeper;
} others[] = {
	{"K5", "the choice of ICU as the library; u_linebreak holds it to Unicode's own cases"},
	{"K15", "lint (straight quotation marks), templates (emphasis by weight)"},
	{"K17", "template (forms of list marks), layout (hanging indents)"},
	{"K18", "templates (leading of each style)"},
	{"K19", "layout (para_box: baselines come from the size), u_layout"},
	{"K20", "templates (families of a face are chosen to match)"},
	{"E3", "layout (pages), u_layout"},
};

struct bench {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	struct text_style sans, serif;
	const struct rule_case *at;
};

static const struct face *face_of(struct text *text, const char *path)
{
	return text_face(text, &path, 1, (struct pos){0});
}

static int set_up(void **state)
{
	static struct bench b;

	b.at = *state;
	b.arena = arena_new();
	b.diag = diag_new(b.arena);
	b.text = text_new(b.arena, b.diag, "fonts");
	b.sans = (struct text_style){.face = face_of(b.text, "pretendard/Pretendard-Regular.ttf"), .size = 10500};
	b.serif = (struct text_style){.face = face_of(b.text, "nanum-myeongjo/NanumMyeongjo_400Regular.ttf"),
				      .size = 10500};
	*state = &b;
	return b.sans.face && b.serif.face ? 0 : -1;
}

static int tear_down(void **state)
{
	struct bench *b = *state;

	text_free(b->text);
	arena_free(b->arena);
	return 0;
}

static struct text_style style_of(const struct bench *b, const char *lang)
{
	bool serif = !strcmp(lang, "serif"), ko = !strcmp(lang, "ko");
	struct text_style style = serif ? b->serif : b->sans;

	style.lang = serif ? "en" : lang;
	style.tag = ko ? "ko-KR" : serif || !strcmp(lang, "en") ? "en-GB" : lang;
	return style;
}

static const struct shaped *shape(struct bench *b, const char *lang, const char *text, size_t len)
{
	struct text_style style = style_of(b, lang);

	return text_shape(b->text, &style, text, len, (struct pos){0});
}

static int32_t width_of(struct bench *b, const char *lang, const char *text)
{
	return shape(b, lang, text, strlen(text))->width;
}

static const struct text_para *set(struct bench *b, const char *lang, const char *text, struct text_para_spec spec)
{
	struct text_span span = {.text = text, .len = strlen(text), .style = style_of(b, lang)};

	spec.spans = &span;
	spec.count = 1;
	return text_para_set(b->text, &spec);
}

/* Lines with a bar between them, in the bench's arena. */
static const char *lines_of(struct bench *b, const struct text_para *para)
{
	struct buf all = {0};
	const char *result;

	buf_puts(&all, "");
	for (size_t i = 0; i < para->count; i++) {
		if (i)
			buf_putc(&all, '|');
		for (size_t k = 0; k < para->lines[i].count; k++)
			buf_put(&all, para->lines[i].pieces[k].run.text, para->lines[i].pieces[k].run.text_len);
	}
	result = arena_strndup(b->arena, all.data, all.len);
	buf_free(&all);
	return result;
}

/* ---- one function for each kind of check ---- */

static void check_kinds(struct bench *b, const struct rule_case *c)
{
	static const char signs[] = {'?', '_', '|', '=', '^', '/'};
	size_t len = strlen(c->text), to = 0;
	uint8_t *kinds = arena_alloc(b->arena, len + 1);
	char *shown = arena_alloc(b->arena, 2 * len + 1);
	struct text_style style = style_of(b, c->lang);

	text_breaks(b->text, &style, c->text, len, c->check == HYPHENATED, kinds);
	for (size_t i = 0; i < len; i++) {
		if (kinds[i] != BREAK_NONE)
			shown[to++] = signs[kinds[i]];
		shown[to++] = c->text[i];
	}
	assert_string_equal(shown, c->expect);
}

/* Justified lines reach the measure; letters and no-break spaces keep their advances. */
static void check_filled(struct bench *b, const struct rule_case *c, const struct text_para *para, int32_t measure)
{
	const struct shaped *plain = shape(b, c->lang, c->text, strlen(c->text));
	const struct glyph *natural = plain->runs[0].glyphs;

	for (size_t i = 0; i < para->count; i++) {
		const struct glyph_run *run = &para->lines[i].pieces[0].run;

		if (i + 1 < para->count)
			assert_int_equal(para->lines[i].width, measure);
		for (size_t k = 0; k < run->count; k++, natural++)
			if (run->text[run->glyphs[k].at] != ' ')
				assert_int_equal(run->glyphs[k].advance, natural->advance);
	}
}

static void check_lines(struct bench *b, const struct rule_case *c)
{
	int32_t measure = width_of(b, c->lang, c->fits) + 500;
	const struct text_para *para =
		set(b, c->lang, c->text,
		    (struct text_para_spec){.width = measure,
					    .align = c->check == JUSTIFIED ? ALIGN_JUSTIFY : ALIGN_START,
					    .balance = c->check == TITLE});

	assert_string_equal(lines_of(b, para), c->expect);
	if (c->check == JUSTIFIED)
		check_filled(b, c, para, measure);
}

static void check_no_split(struct bench *b, const struct rule_case *c)
{
	for (int32_t mm = 20; mm <= 90; mm++) {
		struct text_para_spec spec = {.width = mm * 2835, .hyphenate = mm % 3 == 0, .trial = true};

		spec.align = mm % 2 ? ALIGN_JUSTIFY : ALIGN_START;
		assert_non_null(strstr(lines_of(b, set(b, c->lang, c->text, spec)), c->expect));
	}
}

static void check_edge(struct bench *b, const struct rule_case *c)
{
	const char *bad = arena_printf(b->arena, c->check == NO_START ? "|%s" : "%s|", c->text);

	for (int32_t width = 12000; width < 120000; width += 1300) {
		const char *text =
			arena_printf(b->arena, "가나다 라마바%s사아자 차카타%s 파하 %s거너더 %s 러머버%s%s서어",
				     c->text, c->text, c->text, c->text, c->text, c->text);
		const char *lines =
			lines_of(b, set(b, c->lang, text, (struct text_para_spec){.width = width, .trial = true}));

		assert_null(strstr(lines, bad));
	}
}

static void check_glyphs(struct bench *b, const struct rule_case *c)
{
	const struct shaped *a = shape(b, c->lang, c->text, strlen(c->text)),
			    *e = shape(b, c->lang, c->expect, strlen(c->expect));

	assert_int_equal(a->count, 1);
	assert_int_equal(a->width, e->width);
	assert_int_equal(a->runs[0].count, e->runs[0].count);
	for (size_t i = 0; i < a->runs[0].count; i++)
		assert_int_equal(a->runs[0].glyphs[i].id, e->runs[0].glyphs[i].id);
	assert_string_equal(a->runs[0].text, nfc_text(b->arena, c->text, strlen(c->text)));
}

static void check_parts(struct bench *b, const struct rule_case *c)
{
	int32_t sum = 0, slack = b->sans.size / 100 * (int32_t)strlen(c->text);

	for (const char *p = c->expect; *p;) {
		size_t len = strcspn(p, "|");

		sum += shape(b, c->lang, p, len)->width;
		p += len + (p[len] == '|');
	}
	assert_in_range(width_of(b, c->lang, c->text), sum - slack, sum + slack);
}

static void check_figures(struct bench *b, const struct rule_case *c)
{
	struct text_style style = style_of(b, c->lang);
	int32_t first;

	style.tabular = true;
	first = text_shape(b->text, &style, c->text, 1, (struct pos){0})->width;
	for (const char *p = c->text; *p; p++)
		assert_int_equal(text_shape(b->text, &style, p, 1, (struct pos){0})->width, first);
}

static void check_missing(struct bench *b, const struct rule_case *c)
{
	struct buf out = {0};

	shape(b, c->lang, c->text, strlen(c->text));
	diag_print(b->diag, &(struct diag_print){.form = DIAG_TEXT}, &out);
	assert_true(diag_count(b->diag, DIAG_REFUSAL) > 0);
	assert_non_null(strstr(out.data, c->expect));
	buf_free(&out);
}

static void (*const checks[])(struct bench *, const struct rule_case *) = {
	[BREAKS] = check_kinds,  [HYPHENATED] = check_kinds,  [LINES] = check_lines,     [JUSTIFIED] = check_lines,
	[TITLE] = check_lines,   [NO_SPLIT] = check_no_split, [NO_START] = check_edge,   [NO_END] = check_edge,
	[GLYPHS] = check_glyphs, [PARTS] = check_parts,       [FIGURES] = check_figures, [MISSING] = check_missing,
};

static void case_holds(void **state)
{
	struct bench *b = *state;

	checks[b->at->check](b, b->at);
}

static size_t cases_of(const char *rule)
{
	size_t count = 0;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		count += !strcmp(cases[i].rule, rule);
	return count;
}

static const char *keeper_of(const char *rule)
{
	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (!strcmp(others[i].rule, rule))
			return others[i].keeper;
	return NULL;
}

static void each_rule_is_kept(void **state)
{
	(void)state;
	for (int i = 1; i <= 22 + 11; i++) {
		char rule[8];

		snprintf(rule, sizeof rule, "%c%d", i <= 22 ? 'K' : 'E', i <= 22 ? i : i - 22);
		assert_true(cases_of(rule) > 0 || keeper_of(rule));
		assert_false(cases_of(rule) > 0 && keeper_of(rule));
	}
}

/* Each case is a test by its rule and text. */
int main(void)
{
	static char names[COUNT_OF(cases)][80];
	struct CMUnitTest tests[COUNT_OF(cases) + 1] = {cmocka_unit_test(each_rule_is_kept)};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		snprintf(names[i], sizeof names[i], "%s: %s", cases[i].rule, cases[i].text);
		tests[i + 1] = (struct CMUnitTest){names[i], case_holds, set_up, tear_down, (void *)&cases[i]};
	}
	return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
