/* Templates: what blocks, loops, conditions and places give, markup, and a finding for every kind of mistake. */
#include "template_fixture.h"

/* ---- what is made ---- */

static void texts_take_each_language(void **state)
{
	expect(*state, "  - heading: \"{title}\"\n  - paragraph: {en: \"On {date}\", ko: \"{date|date-short}\"}\n",
	       "  heading 1 .body #heading.1\n    en: Tides\n    ko: 조석\n"
	       "  para .body\n    en: On 4" NB "May" NB "2021\n    ko: 2021." NB "5." NB "4.\n");
}

static void loops_count(void **state)
{
	expect(*state,
	       "  - for: i in instruments\n    do:\n"
	       "      - {paragraph: \"{index.i}.{index} {topic.name}\", for: topic in i.topics, if: topic.actions}\n",
	       "  para .body\n    en: 1.1 Gauges\n    ko: 1.1 관측기\n");
}

static void absent_parts_vanish(void **state)
{
	expect(*state,
	       "  - paragraph: \"{subtitle}\"\n"
	       "  - paragraph: \"{words.signed}: {publisher.name}\"\n"
	       "  - {heading: \"{words.signed}\", if: remarks}\n"
	       "  - {list: bullet, items: headlines}\n"
	       "  - {section: , label: s, do: [{heading: a, label: h}, {paragraphs: headlines}, {space: 2}]}\n"
	       "  - {callout: , do: [{paragraphs: headlines}]}\n"
	       "  - {table: , columns: [1], head: [a], rows: [{row: [\"{r.text}\"], for: r in remarks}]}\n"
	       "  - paragraph: \"[{publisher.name}](https://example.org/{publisher.id})\"\n"
	       "  - {paragraph: no, if: subtitle, else: [{paragraph: \"{title}\"}]}\n",
	       "  para .body\n    en: Tides\n    ko: 조석\n");
}

static void conditions_compare(void **state)
{
	expect(*state,
	       "  - {paragraph: \"{e.id} after\", for: e in events, if: e.date after date}\n"
	       "  - {paragraph: \"{e.id} before\", for: e in events, if: e.date before date}\n"
	       "  - {paragraph: \"{e.id} plain\", for: e in events, unless: e.about or e.main}\n"
	       "  - {paragraph: \"{c.id} line\", for: c in charts, if: c.kind is \"timeline\" and c.title}\n"
	       "  - {paragraph: \"{c.id} other\", for: c in charts, if: c.kind is not \"timeline\"}\n",
	       "  para .body\n    en: review after\n    ko: review after\n"
	       "  para .body\n    en: talks before\n    ko: talks before\n"
	       "  para .body\n    en: talks plain\n    ko: talks plain\n"
	       "  para .body\n    en: line line\n    ko: line line\n");
}

static void filters_write_values(void **state)
{
	expect(*state,
	       "  - {paragraph: \"{f.count|count}{f.value|number} {f.label}\", for: f in figures}\n"
	       "  - paragraph: \"{parties.name|join}\"\n"
	       "  - {paragraph: \"{e.date|date-about}, {e.repeats|word}\", for: e in events, if: e.about}\n"
	       "  - {paragraph: \"{e.date|date-about|capital}, {e.repeats|word|capital}\", for: e in events, if: e.about}\n"
	       "  - paragraph: \"{title|in:ko} {instruments|count}\"\n",
	       "  para .body\n    en: 2 parties\n    ko: 2 당사자\n"
	       "  para .body\n    en: 1,200 gauges\n    ko: 1,200 관측기\n"
	       "  para .body\n    en: The Coast, The Inland\n    ko: 해안, 내륙\n"
	       "  para .body\n    en: about May" NB "2022, every year\n    ko: 2022년" NB "5월경, 매년\n"
	       "  para .body\n    en: About May" NB "2022, Every year\n    ko: 2022년" NB "5월경, 매년\n"
	       "  para .body\n    en: (ko)조석 1\n    ko: 조석 1\n");
}

static void markup_is_strong_and_links(void **state)
{
	expect(*state,
	       "  - {paragraph: \"{lead}\", sources: true}\n"
	       "  - {paragraph: \"{p.about}\", for: p in sources.paragraphs, label: \"{p.id}\"}\n"
	       "  - paragraph: \"**{title}** [a {title}](https://example.org/{id}) [b](#p1) {{x}} 2*3 \\\\*\"\n"
	       "  - paragraph: \"*a*는 *b* a_b_c _d_, 2 * 3 * 4 ***e*** 5*\"\n",
	       "  para .body\n"
	       "    en: Two **offices** signed.~" NB "~[~[p1](#p1)~, ~[p2](#p2)~]\n"
	       "    ko: **두 기관(KAIST)**은 체결했다.~" NB "~[~[p1](#p1)~, ~[p2](#p2)~]\n"
	       "  para .body #p1\n    en: Signing\n    ko: 체결\n"
	       "  para .body #p2\n    en: Place\n    ko: 장소\n"
	       "  para .body\n"
	       "    en: **Tides** [a ](https://example.org/test)[Tides](https://example.org/test) [b](#p1) {x} 2*3 *\n"
	       "    ko: **조석** [a ](https://example.org/test)[조석](https://example.org/test) [b](#p1) {x} 2*3 *\n"
	       "  para .body\n    en: **a**는 **b** a_b_c **d**, 2 * 3 * 4 **e** 5*\n"
	       "    ko: **a**는 **b** a_b_c **d**, 2 * 3 * 4 **e** 5*\n");
}

static void references_stand_alone(void **state)
{
	expect(*state, "  - {paragraph: \"\", sources: e.source, for: e in events, if: e.main}\n",
	       "  para .body\n    en: ~[~p1~]\n    ko: ~[~p1~]\n");
}

static void values_cannot_make_markup(void **state)
{
	struct fixture *f = *state;
	struct buf out = {0};
	const struct flow *flow;

	f->pack =
		model_read(f->arena, f->diag,
			   put(f, "pack.yaml",
			       arena_printf(f->arena, "%s%s",
					    "subtitle: {en: \"](https://evil.example) {title} \\\\**\", ko: \"{x}\"}\n",
					    pack_text)));
	assert_non_null(f->pack);
	flow = bind(f, "  - paragraph: \"[{subtitle}](https://example.org)\"\n");
	assert_non_null(flow);
	flow_dump(flow, &out);
	assert_non_null(strstr(out.data, "en: [](https://evil.example) {title} **](https://example.org)\n"));
	assert_non_null(strstr(out.data, "ko: [{x}](https://example.org)\n"));
	buf_free(&out);
}

static void lists_number_their_items(void **state)
{
	expect(*state,
	       "  - list: number\n    columns: 2\n    mark: {en: \"{item})\", ko: \"{item}.\"}\n    style: other\n    do:\n"
	       "      - {item: \"{t.name}\", for: t in instruments.topics, do: [{list: none, items: t.actions}]}\n"
	       "      - last\n",
	       "  list .other number in 2 columns\n"
	       "    item .other\n      mark en: 1)\n      mark ko: 1.\n"
	       "      para .other\n        en: Gauges\n        ko: 관측기\n"
	       "      list .body none\n        item .body\n          para .body\n            en: Build\n            ko: 설치\n"
	       "    item .other\n      mark en: 2)\n      mark ko: 2.\n"
	       "      para .other\n        en: Maps\n        ko: 지도\n"
	       "    item .other\n      mark en: 3)\n      mark ko: 3.\n"
	       "      para .other\n        en: last\n        ko: last\n");
}

static void tables_loop_over_columns(void **state)
{
	expect(*state,
	       "  - table:\n    columns: [{column: 2, header: true, for: l in languages}, 0]\n"
	       "    head: [{cell: \"{l}\", for: l in languages}, n]\n"
	       "    rows:\n"
	       "      - row: [{cell: \"{p.name|in:l}\", for: l in languages}, \"{index}\"]\n"
	       "        for: p in parties\n        if: p.id is \"coast\"\n",
	       "  table .body .body head 1 columns 2/start 2/start 0/start\n"
	       "    row .body\n"
	       "      cell .body column-header\n        para .body\n          en: en-GB\n          ko: en-GB\n"
	       "      cell .body column-header\n        para .body\n          en: ko-KR\n          ko: ko-KR\n"
	       "      cell .body column-header\n        para .body\n          en: n\n          ko: n\n"
	       "    row .body\n"
	       "      cell .body row-header\n        para .body\n          en: The Coast\n          ko: (en)The Coast\n"
	       "      cell .body row-header\n        para .body\n          en: (ko)해안\n          ko: 해안\n"
	       "      cell .body\n        para .body\n          en: 1\n          ko: 1\n");
}

static void cells_cover_rows(void **state)
{
	expect(*state,
	       "  - table:\n    columns: [{column: 1, header: true, merge: true}, {column: 1, merge: true, align: decimal}, 1]\n"
	       "    rows:\n"
	       "      - row: [a, \"1\", x]\n"
	       "      - row: [a, \"1\", x]\n"
	       "      - row: [b, \"1\", {cell: y, rows: 2}]\n"
	       "      - row: [b, \"2\"]\n",
	       "  table .body .body head 0 columns 1/start 1/decimal 1/start\n"
	       "    row .body\n"
	       "      cell .body row-header rows 2\n        para .body\n          en: a\n          ko: a\n"
	       "      cell .body rows 2\n        para .body\n          en: 1\n          ko: 1\n"
	       "      cell .body\n        para .body\n          en: x\n          ko: x\n"
	       "    row .body\n"
	       "      cell .body\n        para .body\n          en: x\n          ko: x\n"
	       "    row .body\n"
	       "      cell .body row-header rows 2\n        para .body\n          en: b\n          ko: b\n"
	       "      cell .body\n        para .body\n          en: 1\n          ko: 1\n"
	       "      cell .body rows 2\n        para .body\n          en: y\n          ko: y\n"
	       "    row .body\n"
	       "      cell .body\n        para .body\n          en: 2\n          ko: 2\n");
}

static void other_blocks(void **state)
{
	expect(*state,
	       "  - section: page\n    max_pages: 2\n    label: start\n    do:\n"
	       "      - {contents: , level: 3}\n      - space: 8\n      - fill:\n      - page_break:\n"
	       "      - {tiles: , per_row: 2, do: [{tile: \"{title}\", number: \"7\"}]}\n"
	       "      - {figure: c, for: c in charts, caption: \"{c.title}\", height: 40, subtitle: \"{c.subtitle}\",\n"
	       "         do: [{paragraph: \"{words.signed}\", sources: c.source}]}\n",
	       "  section .body #start on page max_pages 2\n"
	       "    contents 3 .body .body\n    space .body height 8\n    fill .body\n    page_break .body\n"
	       "    tiles .body per_row 2\n"
	       "      tile .body .body\n        mark en: 7\n        mark ko: 7\n        en: Tides\n        ko: 조석\n"
	       "    figure .body .body above 1 height 40 chart line\n      en: Line\n      ko: 연표\n"
	       "      para .body\n        en: Dates\n        ko: 날짜\n"
	       "      para .body\n        en: Signed~" NB "~[~p1~]\n        ko: 서명~" NB "~[~p1~]\n");
}

static void styles_inherit(void **state)
{
	struct fixture *f = *state;
	const struct flow *flow = bind(f, "  - {paragraph: a, style: other}\n");
	const struct style *style;

	assert_non_null(flow);
	style = flow->root->children[0]->style;
	assert_int_equal(style->size[0], 12000);
	assert_int_equal(style->size[1], 11500);
	assert_int_equal(style->leading[0], 14000);
	assert_int_equal(style->leading[1], 16000);
	assert_int_equal(style->color, 0x111111);
	assert_int_equal(style->quiet_color, 0x111111);
	assert_int_equal(style->side_padding, style->padding);
	assert_ptr_equal(style->strong_face[0], style->face[0]);
	assert_int_equal(flow->masters[0].left, 56693);
	assert_int_equal(flow->masters[0].width, 595276);
}

static void faces_avoid_characters(void **state)
{
	struct fixture *f = *state;
	const char *styled = replaced(f, head, "plain: pretendard/Pretendard-Regular.ttf",
				      "plain: {ko: {files: [pretendard/Pretendard-Regular.ttf], avoid: \"-\"},"
				      " default: pretendard/Pretendard-Regular.ttf}");
	const struct flow *flow = bind_whole(f, arena_printf(f->arena, "%sbody: [{paragraph: a}]\n", styled), &both);
	const struct style *style;

	assert_string_equal(printed(f), "");
	assert_non_null(flow);
	style = flow->root->children[0]->style;
	assert_ptr_not_equal(style->face[0], style->face[1]);
	assert_string_equal(face_info(style->face[0])->ps_name, face_info(style->face[1])->ps_name);
}

static void one_language_is_single(void **state)
{
	struct fixture *f = *state;
	const struct edition edition = {.langs = {"ko"}, .lang_count = 1, .arrangement = ARRANGE_PARALLEL};
	const struct flow *flow =
		bind_whole(f, arena_printf(f->arena, "%sbody:\n  - paragraph: \"{title}\"\n", head), &edition);

	assert_non_null(flow);
	assert_int_equal(flow->arrangement, ARRANGE_SINGLE);
	assert_int_equal(flow->langs[0].pack_index, 1);
	assert_string_equal(flow->title[0], "조석");
	assert_string_equal(flow->root->children[0]->text.text[0].runs[0].text, "조석");
}

static void pages_differ_side_by_side(void **state)
{
	struct fixture *f = *state;
	const char *side = arena_printf(
		f->arena,
		"%s  wide: {like: page, columns: equal, mirrored: true, parallel: {margins: {left: 10}, gap: 8}}\nbody: []\n",
		head);
	struct edition edition = both;
	const struct flow *flow = bind_whole(f, side, &edition);

	assert_non_null(flow);
	assert_int_equal(flow->masters[1].left, 10000);
	assert_int_equal(flow->masters[1].right, 56693);
	assert_int_equal(flow->masters[1].gap, 8000);
	assert_int_equal(flow->masters[1].columns, COLUMNS_EQUAL);
	assert_true(flow->masters[1].mirrored);
	assert_int_equal(flow->masters[0].columns, COLUMNS_DEFAULT);
	edition.arrangement = ARRANGE_SEQUENCE;
	flow = bind_whole(f, side, &edition);
	assert_non_null(flow);
	assert_int_equal(flow->masters[1].left, 56693);
	assert_int_equal(flow->masters[1].gap, 14000);
}

static void about_is_by_language(void **state)
{
	struct fixture *f = *state;
	const char *path = put(f, "t.yaml", head);

	assert_string_equal(template_about(f->arena, f->diag, path, "ko"), "시험");
	assert_string_equal(template_about(f->arena, f->diag, path, "fr"), "A test");
	assert_null(template_about(f->arena, f->diag, put(f, "u.yaml", "grid: 2\n"), "en"));
}

/* ---- what is found ---- */

static const struct {
	const char *body, *found; /* the place, the level, part of the phrase, the code */
} mistakes[] = {
	{"  - {paragraph: a, styel: other}\n",
	 "16:20: error: “styel” is no key of paragraph: use \"style\" [TEMPLATE_KEY]"},
	{"  - paragraf: a\n",
	 "16:5: error: no block of that kind may stand in body: “paragraf” is unknown; use \"paragraph\" [TEMPLATE_BLOCK]"},
	{"  - {list: , do: [{paragraph: a}]}\n", "[TEMPLATE_BLOCK]"},
	{"  - loose\n", "[TEMPLATE_BLOCK]"},
	{"  - {paragraph: a, heading: b}\n", "16:20: error: this entry is both “paragraph” and “heading”"},
	{"  - {tiles: , do: [{tile: a}]}\n", "[TEMPLATE_MISSING]"},
	{"  - {table: , rows: []}\n", "[TEMPLATE_MISSING]"},
	{"  - {section: page, do: a}\n", "[TEMPLATE_NOT_LIST]"},
	{"  - {paragraph: [a]}\n", "[TEMPLATE_NOT_TEXT]"},
	{"  - {paragraph: a, style: [b]}\n", "[TEMPLATE_NOT_TEXT]"},
	{"  - paragraph: {title}\n", "write \"{title}\" in quotation marks [TEMPLATE_UNQUOTED]"},
	{"  - space: tall\n", "[TEMPLATE_MEASURE]"},
	{"  - space: 7\n", "“space” of 7 pt is not a multiple of the grid of 2 pt: use 8 [TEMPLATE_GRID]"},
	{"  - {heading: a, outline: yes}\n", "[TEMPLATE_BOOL]"},
	{"  - {heading: a, level: 7}\n", "“level” must be a whole number from 1 to 6 [TEMPLATE_INT]"},
	{"  - list: dashes\n", "[TEMPLATE_CHOICE]"},
	{"  - {paragraph: a, style: othr}\n",
	 "16:27: error: no style is called “othr”: use \"other\" [TEMPLATE_STYLE]"},
	{"  - {section: pgae, do: [{paragraph: a}]}\n", "no page is called “pgae”: use \"page\" [TEMPLATE_MASTER]"},
	{"  - paragraph: \"a {words.singed}\"\n",
	 "16:26: error: no word is called “singed”: use \"signed\" [TEMPLATE_WORD]"},
	{"  - paragraph: {en: a}\n", "has no value for the language “ko”"},
	{"  - {paragraph: a, for: each topic}\n", "[TEMPLATE_EXPRESSION]"},
	{"  - paragraph: \"{a b}\"\n", "[TEMPLATE_EXPRESSION]"},
	{"  - {paragraph: a, if: title is}\n", "[TEMPLATE_EXPRESSION]"},
	{"  - paragraph: \"a {title\"\n", "[TEMPLATE_BRACE]"},
	{"  - {paragraph: a, else: [{paragraph: b}]}\n", "[TEMPLATE_ELSE]"},
	{"  - {paragraph: \"x {i.titel}\", for: i in instruments}\n",
	 "16:21: error: “i.titel”: there is no “titel” in instrument; use \"title\" [TEMPLATE_PATH]"},
	{"  - {paragraph: \"{r.txt}\", for: r in remarks}\n",
	 "there is no “txt” in remark; use \"text\" [TEMPLATE_PATH]"},
	{"  - {paragraph: \"{subtitel}\"}\n", "use \"subtitle\" [TEMPLATE_PATH]"},
	{"  - paragraph: \"{title.en}\"\n", "[TEMPLATE_PATH_END]"},
	{"  - {paragraph: \"{i}\", for: i in instruments}\n", "“i” is a whole record of type instrument"},
	{"  - {paragraph: \"{i}\", for: i in instruments}\n", "[TEMPLATE_RECORD]"},
	{"  - paragraph: \"{parties.name}\"\n", "[TEMPLATE_LIST]"},
	{"  - {paragraph: \"{e.main}\", for: e in events}\n", "[TEMPLATE_TRUTH]"},
	{"  - {paragraph: a, for: x in title}\n", "“title” is not a list: a loop needs one [TEMPLATE_LOOP]"},
	{"  - paragraph: \"{date|date-shrt}\"\n", "use \"date-short\" [TEMPLATE_FILTER]"},
	{"  - paragraph: \"{title|date}\"\n",
	 "the filter “date” does not fit “title|date”: it needs a date [TEMPLATE_FILTER_VALUE]"},
	{"  - {paragraph: a, if: title after date}\n", "[TEMPLATE_FILTER_VALUE]"},
	{"  - paragraph: \"{date|capital|date}\"\n", "[TEMPLATE_EXPRESSION]"},
	{"  - paragraph: \"{date|date|date}\"\n", "[TEMPLATE_EXPRESSION]"},
	{"  - paragraph: \"{date|}\"\n", "[TEMPLATE_FILTER]"},
	{"  - {list: bullet, columns: 5, items: headlines}\n", "“columns” must be a whole number from 1 to 4"},
	{"  - paragraph: \"{title|in:fr}\"\n", "[TEMPLATE_PACK_LANGUAGE]"},
	{"  - paragraph: \"{page}\"\n",
	 "{page} is known only in the running lines of a page: move it there [TEMPLATE_RUNNING]"},
	{"  - {figure: title, caption: a}\n", "[TEMPLATE_NOT_CHART]"},
	{"  - {logos: , do: [{logo: title}]}\n", "[TEMPLATE_NOT_ARTWORK]"},
	{"  - {figure: c, for: c in charts}\n", "[TEMPLATE_MISSING]"},
	{"  - paragraphs: instruments\n", "[TEMPLATE_NOT_STATEMENTS]"},
	{"  - {table: , columns: [1, 1], rows: [{row: [a]}]}\n",
	 "the row fills 1 columns, the table has 2: add or remove cells [TEMPLATE_COLUMNS]"},
	{"  - {table: , columns: [1, 1], rows: [{row: [a, {cell: b, rows: 2}]}, {row: [a, b]}]}\n",
	 "the row fills 3 columns, the table has 2: add or remove cells [TEMPLATE_COLUMNS]"},
	{"  - {table: , columns: [1, 1], rows: [{row: [a, {cell: b, rows: 3}]}, {row: [a]}]}\n",
	 "a cell covers 1 rows more than the table has: make `rows` smaller, or add rows [TEMPLATE_ROWS]"},
	{"  - {table: , columns: [1], head: [{cell: b, rows: 2}], rows: [{row: [a]}]}\n",
	 "“rows” must be a whole number from 1 to 1"},
	{"  - {heading: a, label: x}\n  - {heading: b, label: x}\n", "17:25: error: the label “x” is already taken"},
	{"  - {heading: a, label: x}\n  - {heading: b, label: x}\n", "[TEMPLATE_LABEL]"},
	{"  - paragraph: \"[a](#nowhere)\"\n", "nothing has the label “nowhere”"},
	{"  - paragraph: \"[a](#nowhere)\"\n", "[TEMPLATE_LABEL_UNKNOWN]"},
	{"  - paragraph: \"[a](example.org)\"\n", "[TEMPLATE_LINK]"},
	{"  - paragraph: \"an ![other](x.png) mark\"\n",
	 "16:20: warning: “![” is shown as it stands: only **strong**, *emphasis* and [links]"},
	{"  - paragraph: \"`code`\"\n", "[TEMPLATE_MARKUP]"},
	{"  - paragraph: \"**open\"\n", "[TEMPLATE_MARKUP]"},
};

/* Shows all that is wrong before it fails. */
static int missed(struct fixture *f, const char *input, const char *wanted)
{
	if (strstr(printed(f), wanted))
		return 0;
	print_error("%s gives\n%s and not\n%s\n", input, printed(f), wanted);
	return 1;
}

static void mistakes_are_found(void **state)
{
	struct fixture *f = *state;
	int misses = 0;

	for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
		bind(f, mistakes[i].body);
		misses += missed(f, mistakes[i].body, mistakes[i].found);
	}
	assert_int_equal(misses, 0);
}

static const struct {
	const char *old, *new, *found;
} faults[] = {
	{"template: test\n", "template: test\nfont: {}\n",
	 "“font” is no key of template: use \"fonts\" [TEMPLATE_KEY]"},
	{"grid: 2\n", "", "template needs the key “grid”: add it [TEMPLATE_MISSING]"},
	{"colors: {ink: \"#111111\"}", "colors: {ink: black}", "[TEMPLATE_COLOR]"},
	{"color: ink", "color: inc",
	 "“color” must be a colour: write one such as \"#12436d\", or a name of `colors`: \"ink\""},
	{"\"#111111\"", "\"#999999\"",
	 "the text of “body” has a contrast of 2.8:1, and 4.5:1 is needed: change #999999 or #ffffff [TEMPLATE_CONTRAST]"},
	{"color: ink}", "color: ink, quiet: \"#aaaaaa\"}", "a contrast of 2.3:1, and 4.5:1 is needed"},
	{"default: 16", "de: 16",
	 "“leading” has no value for the language “ko”: add one, or one under `default` [TEMPLATE_LANGUAGE]"},
	{"default: 16", "default: 15",
	 "“leading” of 15 pt is not a multiple of the grid of 2 pt: use 16 [TEMPLATE_GRID]"},
	{"plain: pretendard/Pretendard-Regular.ttf", "plain: {avoid: \"-\"}", "plain needs the key “files”"},
	{"plain: pretendard/Pretendard-Regular.ttf", "plain: {files: pretendard/Pretendard-Regular.ttf, avoids: \"-\"}",
	 "“avoids” is no key of plain: use \"avoid\" [TEMPLATE_KEY]"},
	{"like: body", "like: boddy", "no style is called “boddy”: use \"body\" [TEMPLATE_STYLE]"},
	{"body: {face", "body: {like: other, face", "[TEMPLATE_LIKE]"},
	{"face: plain", "face: plane", "no face is called “plane”: use \"plain\" [TEMPLATE_FACE]"},
	{"signed: {en: Signed, ko: 서명}", "signed: {en: Signed}",
	 "the word “signed” has no text in “ko”: add it under `words` [TEMPLATE_WORD_LANGUAGE]"},
	{"left: 20mm", "left: 190mm", "[TEMPLATE_PAGE]"},
	{"gap: 14}", "gap: 14, parallel: {gap: 190mm}}", "[TEMPLATE_PAGE]"},
	{"gap: 14}", "gap: 14, parallel: {size: a5}}", "“size” is no key of parallel: use \"margins\", \"gap\""},
	{"masters:\n", "chart: {face: plain, strong: plain, size: 9, leading: 12, palette: []}\nmasters:\n",
	 "[TEMPLATE_PALETTE]"},
	{"masters:\n", "masters: []\nmaster:\n",
	 "“masters” must be a mapping: write keys with a colon below it [TEMPLATE_NOT_MAP]"},
};

static void faults_of_the_head_are_found(void **state)
{
	struct fixture *f = *state;
	int misses = 0;

	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		const char *text = replaced(f, head, faults[i].old, faults[i].new);

		bind_whole(f, arena_printf(f->arena, "%sbody:\n  - paragraph: a\n", text), &both);
		misses += missed(f, faults[i].new, faults[i].found);
	}
	assert_int_equal(misses, 0);
}

static void editions_are_checked(void **state)
{
	struct fixture *f = *state;
	const struct edition twice = {.langs = {"en", "en"}, .lang_count = 2, .arrangement = ARRANGE_PARALLEL},
			     missing = {.langs = {"fr"}, .lang_count = 1, .arrangement = ARRANGE_SINGLE};
	const char *text = arena_printf(f->arena, "%sbody:\n  - paragraph: a\n", head);

	assert_null(bind_whole(f, text, &twice));
	assert_non_null(strstr(printed(f), "[TEMPLATE_EDITION]"));
	assert_null(bind_whole(f, text, &missing));
	assert_non_null(strstr(printed(f), "the pack has no language “fr”: it has en, ko [TEMPLATE_PACK_LANGUAGE]"));
}

static void undescribed_languages_are_found(void **state)
{
	struct fixture *f = *state;
	const struct edition edition = {.langs = {"nl"}, .lang_count = 1, .arrangement = ARRANGE_SINGLE};
	char *dutch = arena_strdup(f->arena, pack_text);

	for (char *at = dutch; (at = strstr(at, "ko")); at += 2)
		if (at[2] == ':' || at[2] == '-')
			memcpy(at, at[2] == ':' ? "nl" : "nl-NL", at[2] == ':' ? 2 : 5);
	f->pack = model_read(f->arena, f->diag, put(f, "pack.yaml", dutch));
	assert_non_null(f->pack);
	assert_null(bind_whole(f, arena_printf(f->arena, "%sbody: []\n", head), &edition));
	assert_non_null(strstr(printed(f), "[TEMPLATE_LOCALE]"));
}

static void endless_loops_end(void **state)
{
	struct fixture *f = *state;
	const char *inner = "{paragraph: \"{title}\"}";

	for (int i = 0; i < 20; i++)
		inner = arena_printf(f->arena, "{for: v%d in events, do: [%s]}", i, inner);
	assert_null(bind(f, arena_printf(f->arena, "  - %s\n", inner)));
	assert_non_null(strstr(printed(f), "[TEMPLATE_LIMIT]"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(texts_take_each_language, start, end),
		cmocka_unit_test_setup_teardown(loops_count, start, end),
		cmocka_unit_test_setup_teardown(absent_parts_vanish, start, end),
		cmocka_unit_test_setup_teardown(conditions_compare, start, end),
		cmocka_unit_test_setup_teardown(filters_write_values, start, end),
		cmocka_unit_test_setup_teardown(markup_is_strong_and_links, start, end),
		cmocka_unit_test_setup_teardown(references_stand_alone, start, end),
		cmocka_unit_test_setup_teardown(values_cannot_make_markup, start, end),
		cmocka_unit_test_setup_teardown(lists_number_their_items, start, end),
		cmocka_unit_test_setup_teardown(tables_loop_over_columns, start, end),
		cmocka_unit_test_setup_teardown(cells_cover_rows, start, end),
		cmocka_unit_test_setup_teardown(other_blocks, start, end),
		cmocka_unit_test_setup_teardown(styles_inherit, start, end),
		cmocka_unit_test_setup_teardown(faces_avoid_characters, start, end),
		cmocka_unit_test_setup_teardown(one_language_is_single, start, end),
		cmocka_unit_test_setup_teardown(pages_differ_side_by_side, start, end),
		cmocka_unit_test_setup_teardown(about_is_by_language, start, end),
		cmocka_unit_test_setup_teardown(mistakes_are_found, start, end),
		cmocka_unit_test_setup_teardown(faults_of_the_head_are_found, start, end),
		cmocka_unit_test_setup_teardown(editions_are_checked, start, end),
		cmocka_unit_test_setup_teardown(undescribed_languages_are_found, start, end),
		cmocka_unit_test_setup_teardown(endless_loops_end, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
