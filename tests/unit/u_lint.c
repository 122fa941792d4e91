/*
 * Differences between languages: pairs of texts that agree and pairs that do not, each in a pack of its own, with the
 * findings they must give.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/lint/lint_int.h"

#include <stdlib.h>
#include <string.h>

/* A pack without a finding; the pairs of a test follow as its headlines. */
static const char pack_head[] =
	"id: minimal\n"
	"languages: [en-GB, ko-KR]\n"
	"title: {en: A memorandum on tides, ko: 조석 양해각서}\n"
	"date: 2021-05-04\n"
	"lead: {en: Two offices signed a memorandum on tides., ko: 두 기관이 조석 양해각서를 체결했다., source: p1}\n"
	"sources:\n"
	"  - id: release\n"
	"    title: {en: Press release, ko: 보도자료}\n"
	"    date: 2021-05\n"
	"    paragraphs: [{id: p1, about: {en: The signing, ko: 체결}}]\n"
	"parties:\n"
	"  - {id: coast, name: {en: The Coast, ko: 해안}}\n"
	"  - {id: rok, name: {en: Republic of Korea, ko: 대한민국}, short: {en: Korea, ko: 한국}}\n"
	"  - {id: uk, name: {en: United Kingdom, ko: 영국}, short: {en: UK, ko: 영국}}\n"
	"instruments:\n"
	"  - id: tides\n"
	"    kind: {en: memorandum, ko: 양해각서}\n"
	"    title: {en: Memorandum on Tides, ko: 조석에 관한 양해각서}\n"
	"    short: {en: Tides, ko: 조석}\n"
	"    signed: 2021-05-04\n"
	"    source: p1\n"
	"    summary: {en: Both sides measure tides together., ko: 양측이 조석을 함께 관측한다., source: p1}\n";

struct pair_case {
	const char *en, *ko;
	const char *codes; /* of the findings, in order of place; "": none */
};

static void put_quoted(struct buf *out, const char *text)
{
	buf_putc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buf_putc(out, '\'');
		buf_putc(out, *text);
	}
	buf_putc(out, '\'');
}

/* The findings of one pair as words: "PARITY_NUMBER PARITY_DATE". */
static const char *findings_of(struct arena *arena, const char *more, const char *en, const char *ko)
{
	struct diag *diag = diag_new(arena);
	const struct pack *pack;
	struct lint_result result;
	struct buf text = {0}, codes = {0};

	buf_puts(&text, pack_head);
	buf_puts(&text, more);
	buf_puts(&text, "headlines:\n  - en: ");
	put_quoted(&text, en);
	buf_puts(&text, "\n    ko: ");
	put_quoted(&text, ko);
	buf_puts(&text, "\n    source: p1\n");
	pack = model_parse(arena, diag, "pack.yaml", text.data, text.len);
	assert_non_null(pack);
	result = lint_pack(arena, diag, pack, &(struct lint_options){0});
	for (size_t i = 0; i < result.mark_count; i++) {
		const char *name = diag_entry_at(result.marks[i].code)->name;

		if (result.marks[i].code != DIAG_TERM_ACRONYM && (!codes.data || !strstr(codes.data, name)))
			buf_printf(&codes, "%s%s", codes.len ? " " : "", name);
	}
	more = arena_strndup(arena, codes.data ? codes.data : "", codes.len);
	buf_free(&text);
	buf_free(&codes);
	return more;
}

static void check_pairs(const char *more, const struct pair_case *cases, size_t count)
{
	size_t wrong = 0;

	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		const char *got = findings_of(arena, more, cases[i].en, cases[i].ko);

		if (strcmp(got, cases[i].codes) != 0) {
			print_error("“%s” | “%s”: wanted [%s], got [%s]\n", cases[i].en, cases[i].ko, cases[i].codes,
				    got);
			wrong++;
		}
		arena_free(arena);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK(cases) check_pairs("", cases, COUNT_OF(cases))

/* ---- quantities ---- */

static const struct pair_case same_quantities[] = {
	{"The three bodies merge.", "3개 협의체가 통합된다.", ""},
	{"The eleven sectors are listed.", "11대 분야를 열거한다.", ""},
	{"It was agreed in June 2022.", "2022. 6. 합의되었다.", ""},
	{"It was agreed in June 2022.", "2022년 6월에 합의되었다.", ""},
	{"The fund is £1.6 million.", "기금은 160만 파운드이다.", ""},
	{"about six months later", "약 6개월 뒤", ""},
	{"about six months later", "6개월쯤 뒤", ""},
	{"around 50 experts", "50여 명의 전문가", ""},
	{"about 50 experts", "전문가 50명가량", ""},
	{"On Wednesday 22 November 2023 they signed.", "2023년 11월 22일(수) 서명했다.", ""},
	{"on 22 Nov 2023", "2023. 11. 22.", ""},
	{"on 22nd of November, 2023", "2023년 11월 22일", ""},
	{"on November 22, 2023", "2023. 11. 22.에", ""},
	{"14 to 16 November 2023", "2023년 11월 14~16일", ""},
	{"14, 15 and 16 November 2023", "2023년 11월 14일, 15일, 16일", ""},
	{"3 June to 5 July 2023", "2023년 6월 3일부터 7월 5일까지", ""},
	{"in the 140th year of ties", "수교 140주년에", ""},
	{"a year of talks", "한 해 동안의 협의", ""},
	{"a year of talks", "1년간의 협의", ""},
	{"two-year plan", "2년 계획", ""},
	{"every two years", "2년마다", ""},
	{"15th meeting", "제15차 회의", ""},
	{"the 1st Vice Minister", "제1차관", ""},
	{"the second meeting", "두 번째 회의", ""},
	{"the second meeting", "제2차 회의", ""},
	{"twenty-one people", "21명", ""},
	{"twenty-one people", "스물한 명", ""},
	{"1,600 ships", "1,600척", ""},
	{"1.6 billion won", "16억 원", ""},
	{"US$5bn", "50억 달러", ""},
	{"€3 million", "300만 유로", ""},
	{"₩120 million", "1억 2,000만 원", ""},
	{"₩120 million", "1억2천만 원", ""},
	{"3.5 trillion won", "3조 5천억 원", ""},
	{"50% of firms", "기업의 50%", ""},
	{"50 per cent of firms", "기업의 50퍼센트", ""},
	{"rose by 3 percentage points", "3%p 상승", ""},
	{"two thirds of firms", "기업의 3분의 2", ""},
	{"half of firms", "기업의 절반", ""},
	{"a third of firms", "기업의 3분의 1", ""},
	{"at 5:30pm", "오후 5시 30분에", ""},
	{"at 5.30pm", "17:30에", ""},
	{"at 9am", "오전 9시에", ""},
	{"at noon", "정오에", ""},
	{"at 09:30 GMT", "09:30(GMT)에", ""},
	{"at 9am Korean time", "한국시간 오전 9시", ""},
	{"at 9am local time", "현지 시각 오전 9시", ""},
	{"more than 500 firms", "500개 이상의 기업", ""},
	{"more than 500 firms", "500곳이 넘는 기업", ""},
	{"at least 3 years", "최소 3년", ""},
	{"up to 10 people", "최대 10명", ""},
	{"fewer than 10 people", "10명 미만", ""},
	{"no later than 3 days", "3일 이내", ""},
	{"no more than 5 pages", "5쪽 이하", ""},
	{"in the 1980s", "1980년대에", ""},
	{"the 21st century", "21세기", ""},
	{"No 10 Quay", "제10부두", ""},
	{"Article 3", "제3조", ""},
	{"pp 4–7", "4~7쪽", ""},
	{"−5 °C", "-5°C", ""},
	{"-5 °C", "영하 5도", ""},
	{"the COP28 talks", "제28차 당사국총회(COP28)", ""},
	{"a 5G network", "5G 통신망", ""},
	{"K-Network 2030 Strategy", "K-네트워크 2030 전략", ""},
	{"K-Network 2030 Strategy", "K-네트워크 2030전략", ""},
	{"Both countries work", "양국은 협력한다", ""},
	{"the two countries", "양국", ""},
	{"one commission", "하나의 위원회", ""},
	{"one hundred and five", "105", ""},
	{"half a million people", "50만 명", ""},
	{"a hundred ships", "100척", ""},
	{"two hundred thousand", "20만", ""},
	{"the first 4 sectors and the other 7", "처음 4개 분야와 나머지 7개", ""},
	{"first-class", "일류의", ""},
	{"3 to 5 million people", "300만~500만 명", ""},
	{"3 to 5 experts", "3~5명의 전문가", ""},
	{"between 30,000 and 50,000 people", "3~5만 명", ""},
	{"2,000 people", "2,000명", ""},
	{"2000 people", "2000명", ""},
	{"2 km away", "2km 떨어진", ""},
	{"2 kilometres", "2킬로미터", ""},
	{"12 bodies", "12개 기관", ""},
	{"Thursday", "목요일", ""},
	{"on 5 May", "5월 5일에", ""},
	{"it may rain in May 2024", "2024년 5월에 비가 올 수 있다", ""},
	{"seven of them", "그중 일곱", ""},
	{"seven of them", "그중 7개", ""},
	{"in about 2024", "2024년경", ""},
	{"around May 2024", "2024년 5월경", ""},
	{"3 million dollars", "300만 달러", ""},
	{"24/7 service", "24/7 서비스", ""},
	{"two doors", "두 개의 문", ""},
	{"three years", "세 해", ""},
	{"about $2 million", "약 200만 달러", ""},
	{"about $2 million", "200만 달러 정도", ""},
	{"over 100 ships", "100척 이상", ""},
	{"over 2 years", "2년에 걸쳐", ""},
	{"within 6 months", "6개월 이내", ""},
	{"once a year", "1년에 한 번", ""},
	{"once a year", "연 1회", ""},
	{"twice a year", "1년에 두 번", ""},
	{"a decade ago", "10년 전", ""},
	{"1883", "1883년", ""},
	{"5 fields", "5개 분야", ""},
	{"5 fields", "다섯 분야", ""},
	{"ten bodies", "열 개 기관", ""},
	{"eleven", "열하나", ""},
	{"in its eighth year", "8년째", ""},
};

static const struct pair_case other_quantities[] = {
	{"The three bodies merge.", "4개 협의체가 통합된다.", "PARITY_NUMBER"},
	{"The eleven sectors are listed.", "12대 분야를 열거한다.", "PARITY_NUMBER"},
	{"It was agreed in June 2022.", "2022. 7. 합의되었다.", "PARITY_DATE"},
	{"in June 2022", "2021년 6월에", "PARITY_DATE"},
	{"The fund is £1.6 million.", "기금은 16만 파운드이다.", "PARITY_MONEY"},
	{"£1.6 million", "160만 달러", "PARITY_MONEY"},
	{"£1.6 million", "160만", "PARITY_MONEY"},
	{"about six months later", "6개월 뒤", "PARITY_LIMIT"},
	{"six months", "약 6개월", "PARITY_LIMIT"},
	{"six months", "6주", "PARITY_MEASURE"},
	{"six months", "6년", "PARITY_MEASURE"},
	{"On Wednesday 22 November 2023", "2023년 11월 22일(목)", "PARITY_DATE FACT_WEEKDAY"},
	{"on 22 November 2023", "2023년 11월 23일", "PARITY_DATE"},
	{"on 22 November 2023", "2023년 11월", "PARITY_DATE"},
	{"14 to 16 November 2023", "2023년 11월 14~17일", "PARITY_DATE"},
	{"15th meeting", "제16차 회의", "PARITY_NUMBER"},
	{"a year of talks", "2년간의 협의", "PARITY_NUMBER"},
	{"1,600 ships", "16,000척", "PARITY_NUMBER"},
	{"3.5 trillion won", "3조 원", "PARITY_MONEY"},
	{"50% of firms", "15%의 기업", "PARITY_NUMBER"},
	{"3 percentage points", "3%", "PARITY_MEASURE"},
	{"two thirds", "3분의 1", "PARITY_NUMBER"},
	{"5:30pm", "오전 5시 30분", "PARITY_TIME"},
	{"9am GMT", "오전 9시(KST)", "PARITY_TIME"},
	{"more than 500", "500개", "PARITY_LIMIT"},
	{"500", "500개 이상", "PARITY_LIMIT"},
	{"at least 3 years", "최대 3년", "PARITY_LIMIT"},
	{"in the 1980s", "1990년대", "PARITY_NUMBER"},
	{"Article 3", "제4조", "PARITY_NUMBER"},
	{"the first meeting", "두 번째 회의", "PARITY_NUMBER"},
	{"it has data", "자료가 3개 있다", "PARITY_NUMBER"},
	{"it has 3 data", "자료가 있다", "PARITY_NUMBER"},
	{"two offices", "세 기관이", "PARITY_NUMBER"},
	{"3 to 5 experts", "3~6명의 전문가", "PARITY_NUMBER"},
	{"2 km", "2m", "PARITY_MEASURE"},
	{"1883", "1884년", "PARITY_DATE"},
	{"second meeting", "세 번째 회의", "PARITY_NUMBER"},
	{"3 years", "3개월", "PARITY_MEASURE"},
};

static void quantities_agree(void **state)
{
	(void)state;
	CHECK(same_quantities);
}

static void quantities_differ(void **state)
{
	(void)state;
	CHECK(other_quantities);
}

/* ---- names, acronyms, negation, marks ---- */

static const char names_head[] =
	"bodies:\n"
	"  - {id: msit, name: {en: Ministry of Science and ICT, ko: 과학기술정보통신부}, short: {en: MSIT, ko: 과기정통부}}\n"
	"  - id: dsit\n"
	"    name: {en: \"UK Department for Science, Innovation and Technology\", ko: 영국 과학혁신기술부}\n"
	"    short: {en: DSIT, ko: DSIT}\n"
	"people:\n"
	"  - id: lee\n"
	"    name: {en: Lee Jong Ho, ko: 이종호}\n"
	"    office: {en: Minister of Science and ICT, ko: 과학기술정보통신부 장관}\n"
	"    body: msit\n"
	"glossary:\n"
	"  - {term: {en: supply chain resilience, ko: 공급망 복원력}}\n"
	"  - {term: {en: artificial intelligence, ko: 인공지능}, short: {en: AI, ko: AI}}\n"
	"  - {term: {en: KITSAT-1, ko: 우리별 1호}}\n"
	"  - {term: {en: state visit, ko: 국빈 방문}}\n"
	"  - {term: {en: memorandum of understanding, ko: 양해각서}, short: {en: MoU, ko: MOU}}\n";

static const struct pair_case same_names[] = {
	{"MSIT leads the talks.", "과기정통부가 협의를 이끈다.", ""},
	{"MSIT leads the talks.", "과학기술정보통신부가 협의를 이끈다.", ""},
	{"The ROK–UK partnership grows.", "한-영 파트너십이 커진다.", ""},
	{"The UK and Korea agree.", "양국은 합의한다.", ""},
	{"Minister Lee spoke.", "이종호 장관이 말했다.", ""},
	{"Minister Lee Jong Ho spoke.", "이종호 과학기술정보통신부 장관이 말했다.", ""},
	{"The AI policy", "인공지능 정책", ""},
	{"The AI policy", "인공지능(AI) 정책", ""},
	{"artificial intelligence (AI)", "인공지능(AI)", ""},
	{"KITSAT-1 flew.", "우리별 1호가 날았다.", ""},
	{"resilience of the supply chain", "공급망의 복원력", ""},
	{"LUMSAT-1 flew", "룸샛 1호가 날았다", ""},
	{"UNESCO agreed", "유네스코가 합의했다", ""},
	{"the GCOT group", "국제 협의체(GCOT)", ""},
	{"the MoU was signed", "양해각서를 체결했다", ""},
	{"the MoUs were signed", "양해각서(MOU)들을 체결했다", ""},
	{"the World Trade Organization", "세계무역기구(WTO)", ""},
	{"It is not binding.", "구속력이 없다.", ""},
	{"It is not binding.", "구속력을 갖지 않는다.", ""},
	{"without cost", "비용 없이", ""},
	{"not only at sea", "바다뿐 아니라", ""},
	{"It is not the new body.", "새 기구와는 다르다.", ""},
	{"No 3 gate", "3번 문", ""},
	{"it cannot fail", "실패하지 않는다", ""},
	{"a non-binding text", "구속력 없는 문서", ""},
	{"It must not be shared.", "공유하지 말아야 한다.", ""},
	{"It must not be shared.", "공유해서는 안 된다.", ""},
	{"They constantly work.", "끊임없이 일한다.", ""},
	{"It is unlike any other.", "다른 것과 같지 않다.", ""},
	{"no later than May 2024", "늦어도 2024년 5월까지", ""},
	{"See https://example.org/a(b) now.", "https://example.org/a(b) 참조", ""},
	{"Mail a@b.org.", "a@b.org로 보낸다.", ""},
	{"Call +82-44-202-4034.", "+82 44 202 4034로 전화", ""},
	{"He said “yes”.", "그는 “예”라고 말했다.", ""},
	{"the Blue plan", "‘푸른’ 계획", ""},
	{"the ‘Blue’ plan", "「푸른」 계획", ""},
	{"**Bold** text", "**굵은** 글", ""},
	{"resilience (diversification)", "복원력(다변화)", ""},
	{"on Wednesday 3 May 2023", "2023년 5월 3일(수)", ""},
	{"the UK’s and Korea’s aims", "영국과 한국의 목표", ""},
	{"Korean ministries", "한국의 부처", ""},
};

static const struct pair_case other_names[] = {
	{"MSIT leads the talks.", "산업부가 협의를 이끈다.", "PARITY_NAME"},
	{"Leads the talks.", "과기정통부가 협의를 이끈다.", "PARITY_NAME"},
	{"The UK agrees.", "일본은 합의한다.", "PARITY_NAME"},
	{"Lee Jong Ho spoke.", "김종호가 말했다.", "PARITY_NAME"},
	{"supply chain resilience", "공급망 회복력", "PARITY_TERM"},
	{"KITSAT-1 flew.", "우리별 2호가 날았다.", "PARITY_TERM PARITY_NUMBER"},
	{"the GCOT group", "국제 협의체", "PARITY_ACRONYM"},
	{"the group", "국제 협의체(GCOT)", "PARITY_ACRONYM"},
	{"the OECD", "국제 협의체(OCED)", "PARITY_ACRONYM"},
	{"It is binding.", "구속력이 없다.", "PARITY_NEGATION"},
	{"It is not binding.", "구속력이 있다.", "PARITY_NEGATION"},
	{"It is open. It is not binding.", "공개된다. 구속력이 있다.", "PARITY_NEGATION"},
	{"It is not open. It is binding.", "공개된다. 구속력이 없다.", "PARITY_NEGATION"},
	{"See https://example.org/a now.", "https://example.org/b 참조", "PARITY_ADDRESS"},
	{"Mail a@b.org.", "a@c.org로 보낸다.", "PARITY_ADDRESS"},
	{"Call +82-44-202-4034.", "+82-44-202-4043으로 전화", "PARITY_ADDRESS"},
	{"He said “yes”.", "그는 예라고 말했다.", "PARITY_QUOTE"},
	{"He said yes.", "그는 “예”라고 말했다.", "PARITY_QUOTE"},
	{"**Bold** text", "굵은 글", "PARITY_MARK"},
	{"a text*", "글", "PARITY_MARK"},
	{"resilience (diversification)", "복원력", "PARITY_BRACKET"},
	{"the state visit", "국빈방문", "TERM_SPELLING"},
	{"supply-chain resilience", "공급망 복원력", "TERM_SPELLING"},
};

static void names_agree(void **state)
{
	(void)state;
	check_pairs(names_head, same_names, COUNT_OF(same_names));
}

static void names_differ(void **state)
{
	(void)state;
	check_pairs(names_head, other_names, COUNT_OF(other_names));
}

/* ---- facts, particles ---- */

static const char facts_head[] =
	"figures:\n"
	"  - {id: areas, value: 11, label: {en: priority sectors in the plan, ko: 계획의 중점 분야}, source: p1}\n"
	"  - {id: texts, value: 3, label: {en: instruments signed, ko: 체결된 협력 문서}, source: p1}\n"
	"glossary:\n"
	"  - {term: {en: plan, ko: 계획}, avoid: [기획안]}\n"
	"  - {term: {en: memorandum, ko: 양해각서}}\n";

static const struct pair_case facts_right[] = {
	{"On Wednesday 22 November 2023 they met.", "2023년 11월 22일(수) 만났다.", ""},
	{"They met on 29 February 2024.", "2024년 2월 29일에 만났다.", ""},
	{"The plan has 11 priority sectors.", "계획에는 11대 중점 분야가 있다.", ""},
	{"The first 4 priority sectors", "처음 4개 중점 분야", ""},
	{"The other 7 priority sectors", "나머지 7개 중점 분야", ""},
	{"3 of the 11 priority sectors", "11개 중점 분야 가운데 3개", ""},
	{"The AI and 5G and the year 2030", "AI를 5G로 2030을", ""},
	{"They signed the memorandum (MoU).", "양해각서(MOU)를 체결했다.", ""},
	{"the memorandum", "양해각서를", ""},
};

static const struct pair_case facts_wrong[] = {
	{"On Thursday 22 November 2023 they met.", "2023년 11월 22일(목) 만났다.", "FACT_WEEKDAY"},
	{"They met on 31 June 2023.", "2023년 6월 31일에 만났다.", "FACT_DATE"},
	{"The plan has 12 priority sectors.", "계획에는 12대 중점 분야가 있다.", "FACT_COUNT"},
	{"The year 2030", "2030를", "STYLE_RULE"},
	{"The AI", "AI을", "STYLE_RULE"},
	{"They signed the memorandum (MoU).", "양해각서(MOU)을 체결했다.", "STYLE_RULE"},
	{"the memorandum", "양해각서을", "STYLE_RULE"},
	{"the plan", "계획 기획안", "TERM_AVOID"},
};

static void facts_agree(void **state)
{
	(void)state;
	check_pairs(facts_head, facts_right, COUNT_OF(facts_right));
}

static void facts_contradict(void **state)
{
	(void)state;
	check_pairs(facts_head, facts_wrong, COUNT_OF(facts_wrong));
}

/* ---- whole packs ---- */

/* How often a code is found in a pack with these headlines, each a line "english | korean". */
static size_t count_in(const char *more, const char *const *headlines, enum diag_code code)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	const struct pack *pack;
	struct lint_result result;
	struct buf text = {0};
	size_t count = 0;

	buf_puts(&text, pack_head);
	buf_puts(&text, more);
	buf_puts(&text, "headlines:\n");
	for (; *headlines; headlines++) {
		const char *bar = strstr(*headlines, " | ");

		buf_puts(&text, "  - en: ");
		put_quoted(&text, arena_strndup(arena, *headlines, (size_t)(bar - *headlines)));
		buf_puts(&text, "\n    ko: ");
		put_quoted(&text, bar + 3);
		buf_puts(&text, "\n    source: p1\n");
	}
	pack = model_parse(arena, diag, "pack.yaml", text.data, text.len);
	assert_non_null(pack);
	result = lint_pack(arena, diag, pack, &(struct lint_options){0});
	for (size_t i = 0; i < result.mark_count; i++)
		count += result.marks[i].code == code;
	buf_free(&text);
	arena_free(arena);
	return count;
}

static void acronyms_are_explained_first(void **state)
{
	static const char *const good[] = {"The memorandum of understanding (MoU) is short. | 양해각서(MOU)는 짧다.",
					   "The MoU is signed. | 양해각서(MOU)를 체결했다.", NULL};
	static const char *const bad[] = {"The MoU is signed. | 양해각서를 체결했다.",
					  "The memorandum of understanding (MoU) is short. | 양해각서(MOU)는 짧다.",
					  NULL};

	(void)state;
	assert_int_equal(count_in(names_head, good, DIAG_TERM_ACRONYM), 0);
	assert_int_equal(count_in(names_head, bad, DIAG_TERM_ACRONYM), 1);
}

/* Nine texts of sentences as long as each other, then one that lost its last sentence. */
#define TEXTS                                                                                                          \
	"The tide comes in twice a day, and both offices measure it with care along the coast. | "                     \
	"조수는 하루에 두 번 밀려오며, 두 기관은 해안을 따라 이를 정성껏 관측한다."

static void missing_sentence_is_noticed(void **state)
{
	const char *texts[23];
	size_t count = 0;

	(void)state;
	for (; count < 20; count++)
		texts[count] = TEXTS;
	texts[count++] =
		"The path follows the shore past the lighthouse and all the old mills of the town. It is steep. | "
		"길은 등대와 마을의 옛 방앗간을 모두 지나 바닷가를 따라 길게 이어진다.";
	texts[count] = NULL;
	assert_int_equal(count_in("", texts, DIAG_PARITY_SENTENCE), 1);
}

static void missing_text_is_noticed(void **state)
{
	static const char *const texts[] = {
		"The tide comes in twice a day, and both offices measure it with care along the coast. | 조수는 하루에 두 번 밀려오며, 두 기관은 해안을 따라 이를 정성껏 관측한다.",
		"The sea is warm in summer, and the people of the coast swim in it every day of the week. | 여름에는 바다가 따뜻하여 해안 사람들은 한 주 내내 날마다 그곳에서 헤엄친다.",
		"The wind blows from the north, and ships stay in the harbour until the storm has passed. | 북쪽에서 바람이 불면 배들은 폭풍이 지나갈 때까지 항구에 머무르며 기다린다.",
		"The gulls nest on the cliffs, and nobody may climb there while the young birds are small. | 갈매기는 절벽에 둥지를 틀며, 새끼가 어릴 때에는 아무도 그곳에 오를 수 없다.",
		"The lighthouse was built of stone, and its light can be seen from far out on the water. | 등대는 돌로 지었으며 그 불빛은 먼 바다 위에서도 또렷하게 볼 수 있다.",
		"The harbour is deep enough for large ships, and smaller boats lie along the old quay. | 항구는 큰 배가 들어올 만큼 깊고 작은 배들은 오래된 부두를 따라 정박한다.",
		"The fish market opens early, and the cooks of the town come to it before the sun is up. | 어시장은 일찍 열리고 마을의 요리사들은 해가 뜨기 전에 그곳을 찾아온다.",
		"The beach is clean and wide, and children build castles there from morning to evening. | 해변은 깨끗하고 넓으며 아이들은 아침부터 저녁까지 그곳에서 모래성을 쌓는다.",
		"The path follows the shore. It is steep at first and then level as far as the old mill. | 길은 해안을 따라 이어진다.",
		NULL};

	(void)state;
	assert_int_equal(count_in("", texts, DIAG_PARITY_LENGTH), 1);
}

static void other_language_is_noticed(void **state)
{
	static const char *const texts[] = {"The tide comes in twice a day. | The tide comes in twice a day.",
					    "조수는 하루에 밀려온다. | 조수는 하루에 밀려온다.", "DSIT | DSIT", NULL};

	(void)state;
	assert_int_equal(count_in("", texts, DIAG_PARITY_UNTRANSLATED), 2);
}

static void dates_of_the_pack_agree(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	char *text = arena_printf(arena, "%sprepared: 2021-03-01\n", pack_head);
	const struct pack *pack;

	(void)state;
	pack = model_parse(arena, diag, "pack.yaml", text, strlen(text));
	assert_non_null(pack);
	lint_pack(arena, diag, pack, &(struct lint_options){0});
	assert_int_equal(diag_count(diag, DIAG_WARNING), 1);
	assert_ptr_equal(diag_at(diag, 0, false).entry, diag_entry_at(DIAG_FACT_PREPARED));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quantities_agree),
		cmocka_unit_test(quantities_differ),
		cmocka_unit_test(names_agree),
		cmocka_unit_test(names_differ),
		cmocka_unit_test(facts_agree),
		cmocka_unit_test(facts_contradict),
		cmocka_unit_test(acronyms_are_explained_first),
		cmocka_unit_test(missing_sentence_is_noticed),
		cmocka_unit_test(missing_text_is_noticed),
		cmocka_unit_test(other_language_is_noticed),
		cmocka_unit_test(dates_of_the_pack_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
