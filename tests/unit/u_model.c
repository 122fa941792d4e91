/* Packs as typed values, forms of strings, dates, languages. Findings of broken packs are in tests/cases/broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/model/model_int.h"
#include "locale.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
	char folder[64];
};

static int start(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){.arena = arena_new(), .folder = "/tmp/bifolio-unit-XXXXXX"};
	fixture.diag = diag_new(fixture.arena);
	*state = &fixture;
	return mkdtemp(fixture.folder) ? 0 : -1;
}

static int end(void **state)
{
	struct fixture *f = *state;
	struct buf command = {0};
	int result;

	buf_printf(&command, "rm -rf '%s'", f->folder);
	result = system(command.data);
	buf_free(&command);
	arena_free(f->arena);
	return result;
}

static const char *put(struct fixture *f, const char *name, const char *text)
{
	const char *path = file_join(f->arena, f->folder, name);

	assert_true(file_write(path, text, strlen(text)));
	return path;
}

static bool found(struct fixture *f, const char *words)
{
	struct buf out = {0};
	bool is;

	diag_print(f->diag, &(struct diag_print){0}, &out);
	is = out.data && strstr(out.data, words);
	buf_free(&out);
	return is;
}

/* A complete pack in two parts. */
static const char part_one[] =
	"id: minimal\n"
	"languages: [en-GB, ko-KR]\n"
	"title: {en: \"  A   memorandum\\n on tides \", ko: \"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB 글\"}\n"
	"date: 2021-05-04\n"
	"lead: {en: They signed., ko: 체결했다., source: p1}\n"
	"figures:\n"
	"- {id: count, count: instruments.tides.topics, label: {en: areas, ko: 분야}, source: [p1, p2]}\n"
	"parties:\n"
	"- {id: coast, name: {en: The Coast, ko: 해안}}\n";
static const char part_two[] = "instruments:\n"
			       "- id: tides\n"
			       "  kind: {en: memorandum, ko: 양해각서}\n"
			       "  title: {en: Memorandum, ko: 양해각서}\n"
			       "  short: {en: Tides, ko: 조석}\n"
			       "  signed: 2021-05\n"
			       "  source: p1\n"
			       "  summary: {en: They measure., ko: 관측한다., source: p1}\n"
			       "  topics:\n"
			       "  - {id: ebb, name: {en: Ebb, ko: 썰물}, source: p1,\n"
			       "     strengths: [{party: coast, text: {en: Ships, ko: 배, source: p2}}]}\n"
			       "  - {id: flow, name: {en: Flow, ko: 밀물}, source: p1}\n"
			       "sources:\n"
			       "- id: release\n"
			       "  title: {en: Press release, ko: 보도자료}\n"
			       "  date: 2021\n"
			       "  paragraphs:\n"
			       "  - {id: p1, about: {en: The signing, ko: 체결}}\n"
			       "  - {id: p2, about: {en: The ships, ko: 배}}\n";

static const struct pack *read_parts(struct fixture *f)
{
	const struct pack *pack;

	put(f, "1.yaml", part_one);
	put(f, "2.yaml", part_two);
	pack = model_read(f->arena, f->diag, f->folder);
	assert_non_null(pack);
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), 0);
	return pack;
}

static void folder_is_read_as_one_pack(void **state)
{
	struct fixture *f = *state;
	const struct pack *pack = read_parts(f);

	assert_int_equal(pack->lang_count, 2);
	assert_string_equal(pack->langs[1].key, "ko");
	assert_string_equal(pack->langs[1].tag, "ko-KR");
	assert_int_equal(pack_lang_index(pack, "ko"), 1);
	assert_int_equal(pack_lang_index(pack, "fr"), -1);
	assert_int_equal(pack->file_count, 2);
	assert_string_equal(pack->files[1]->text, part_two);
	assert_string_equal(pack->path, f->folder);
}

static void texts_are_folded_and_composed(void **state)
{
	const struct value *title = value_field(read_parts(*state)->root, "title");

	assert_string_equal(value_text(title, 0), "A memorandum on tides");
	assert_string_equal(value_text(title, 1), "한 글");
	assert_null(value_text(title, MODEL_LANGS));
	assert_int_equal(title->as.text.at[1].line, 3);
	assert_int_equal(title->as.text.at[1].column, 49);
}

static void paths_and_references_lead_on(void **state)
{
	const struct value *root = read_parts(*state)->root;
	const struct value *count = value_path(root, "figures.count.count"), *topics = value_deref(count);
	const struct value *sources = value_path(root, "figures.count.source");

	assert_int_equal(count->kind, VALUE_PATH);
	assert_int_equal(value_count(topics), 2);
	assert_string_equal(value_at(topics, 1)->as.record.id, "flow");
	assert_null(value_at(topics, 2));
	assert_ptr_equal(value_path(root, "instruments.tides.topics"), topics);
	assert_int_equal(value_count(sources), 2);
	assert_string_equal(value_text(value_field(value_at(sources, 1), "about"), 0), "The ships");
	assert_string_equal(value_text(value_path(value_at(topics, 0), "name"), 1), "썰물");
	assert_string_equal(
		value_text(value_path(value_at(value_path(root, "instruments.tides.topics.ebb.strengths"), 0),
				      "party.name"),
			   0),
		"The Coast");
	assert_null(value_path(root, "instruments.none"));
	assert_null(value_path(root, "title.en"));
	assert_null(value_path(NULL, "title"));
	assert_null(value_field(root, "subtitle"));
	assert_int_equal(value_count(NULL), 0);
	assert_int_equal(value_field(root, "date")->as.date.precision, DATE_DAY);
	assert_int_equal(value_path(root, "instruments.tides.signed")->as.date.precision, DATE_MONTH);
}

static void marks_go_where_they_mean_nothing(void **state)
{
	struct fixture *f = *state;
	const char *text =
		arena_printf(f->arena,
			     "%s%sremarks: []\nbodies:\n- {id: office, name: {en: Tide Office, ko: 조석청}}\n"
			     "- {id: kaist, name: {en: KAIST, ko: KAIST}, reading_ko: 카이스트}\nheadlines:\n"
			     "- {en: 'The **{ref:office}** pays[^note] {ref:kaist|name} and {ref:label}',"
			     " ko: '{ref:office|josa:이/가} {ref:kaist|josa:을/를} {ref:kaist|josa:x}[^note]',"
			     " source: p1, note: {en: From 2021, ko: 2021년부터}}\n",
			     part_one, part_two);
	const struct pack *pack = model_parse(f->arena, f->diag, "pack.yaml", text, strlen(text));
	const struct value *line;

	assert_non_null(pack);
	line = value_at(value_field(pack->root, "headlines"), 0);
	assert_string_equal(value_plain(line, 0), "The Tide Office pays KAIST and {ref:label}");
	assert_string_equal(value_plain(line, 1), "조석청이 KAIST를 {ref:kaist|josa:x}");
	assert_string_equal(value_plain(value_field(pack->root, "title"), 0), "A memorandum on tides");
}

static void packs_are_judged_one_by_one(void **state)
{
	struct fixture *f = *state;
	const char *broken = put(f, "broken.yaml", "id: x\n"), *right;

	assert_null(model_read(f->arena, f->diag, broken));
	assert_null(model_read(f->arena, f->diag, broken));
	right = put(f, "right.yaml", arena_printf(f->arena, "%s%s", part_one, part_two));
	assert_non_null(model_read(f->arena, f->diag, right));
}

static void languages_have_a_limit(void **state)
{
	struct fixture *f = *state;

	assert_null(model_read(f->arena, f->diag,
			       put(f, "many.yaml", "languages: [aa, bb, cc, dd, ee, ff, gg, hh, ii]\n")));
	assert_true(found(f, "many.yaml:1:45: error: a pack may declare at most 8 languages"));
	assert_true(found(f, "[LANGUAGE_COUNT]"));
}

static void forms_of_strings(void **state)
{
	static const struct {
		bool (*form)(const char *);
		const char *text;
		bool right;
	} cases[] = {
		{validate_id, "a", true},
		{validate_id, "p-4", true},
		{validate_id, "4p", false},
		{validate_id, "A", false},
		{validate_id, "a_b", false},
		{validate_id, "", false},
		{validate_url, "https://example.org", true},
		{validate_url, "http://a.example.org:80/x?y=%20#z", true},
		{validate_url, "https://example", false},
		{validate_url, "ftp://example.org", false},
		{validate_url, "https://example.org/%2", false},
		{validate_url, "https://example.org/é", false},
		{validate_url, "https://-a.org", false},
		{validate_url, "https://a-.org", false},
		{validate_url, "https://a.org:x", false},
		{validate_url, "https://a..org", false},
		{validate_email, "a.b+c@example.org", true},
		{validate_email, "a..b@example.org", false},
		{validate_email, ".a@example.org", false},
		{validate_email, "a.@example.org", false},
		{validate_email, "a@b@example.org", false},
		{validate_email, "a@example.org.", false},
		{validate_phone, "+82-44-202-4034", true},
		{validate_phone, "+44 20 7215 5000", true},
		{validate_phone, "82-44-202-4034", false},
		{validate_phone, "+82--44", false},
		{validate_phone, "+0044-20-7215", false},
		{validate_phone, "+1234567890123456", false},
		{validate_phone, "+82-44-202-", false},
		{validate_phone, "", false},
	};
	size_t len;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (cases[i].form(cases[i].text) != cases[i].right)
			fail_msg("\"%s\" should be %s", cases[i].text, cases[i].right ? "right" : "wrong");
	assert_true(validate_language("en", &len) && validate_language("zh-Hant-TW", &len) && len == 2);
	assert_true(validate_language("kok-419", &len) && len == 3);
	assert_false(validate_language("EN", &len) || validate_language("en_GB", &len) ||
		     validate_language("en-", &len) || validate_language("e", &len) || validate_language("", &len) ||
		     validate_language("engl", &len));
}

static void dates_are_of_the_calendar(void **state)
{
	static const char *const right[] = {"2023", "2023-11", "2023-11-22", "2024-02-29", "2000-02-29", "0001-01-01"};
	static const char *const no_form[] = {"",          "23",          "2023-",   "2023-1",
					      "2023-11-2", "2023-11-22 ", "2023/11", "20231122"};
	static const char *const no_day[] = {"0000",       "2023-00",    "2023-13",   "2023-02-29",
					     "1900-02-29", "2023-04-31", "2023-01-00"};
	struct date date;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(right); i++)
		assert_true(date_read(right[i], &date) && date_exists(&date));
	for (size_t i = 0; i < COUNT_OF(no_form); i++)
		assert_false(date_read(no_form[i], &date));
	for (size_t i = 0; i < COUNT_OF(no_day); i++)
		assert_true(date_read(no_day[i], &date) && !date_exists(&date));
}

/* Every day from a known Monday over four centuries, by counting. */
static void weekdays_follow_each_other(void **state)
{
	struct date date = {1900, 1, 1, DATE_DAY};
	unsigned int weekday = 0;
	size_t days = 0;

	(void)state;
	for (; date.year < 2300; days++) {
		assert_int_equal(date_weekday(&date), weekday);
		weekday = (weekday + 1) % 7;
		date.day++;
		if (date_exists(&date))
			continue;
		date.day = 1;
		if (++date.month > 12) {
			date.month = 1;
			date.year++;
		}
	}
	assert_int_equal(days, 400 * 365 + 97);
}

/* ---- languages ---- */

static const char language[] =
	"languages:\n"
	"  aa:\n"
	"    name: A\n"
	"    months:\n"
	"      long: [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12]\n"
	"      short: [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12]\n"
	"    weekdays: {long: [Mo, Tu, We, Th, Fr, Sa, Su], short: [1, 2, 3, 4, 5, 6, 7]}\n"
	"    dates:\n"
	"      long: {year: \"{year}\", month: \"{month} {year}\", day: \"{day} {month} {year}\"}\n"
	"      short: {year: \"{year}\", month: \"{month_short}\", day: \"{month_number}/{day}\"}\n"
	"      full: {year: \"{year}\", month: \"{month} {year}\", day: \"{weekday} {weekday_short} {day}\"}\n"
	"      about: \"ca {date}\"\n"
	"    numbers: {separator: \".\", group: 3, decimal: \",\", minus: \"-\"}\n"
	"    phrases: {list: \", \", greet: \"{a} and {b} {c\"}\n";

static void dates_and_numbers_are_formed(void **state)
{
	struct fixture *f = *state;
	const struct locale_set *set = locale_read(f->arena, f->diag, put(f, "l.yaml", language));
	const struct locale *locale;
	struct buf out = {0};

	assert_non_null(set);
	assert_null(locale_find(set, "bb"));
	locale = locale_find(set, "aa");
	locale_date(locale, &(struct date){2023, 11, 22, DATE_DAY}, LOCALE_DATE_LONG, false, &out);
	locale_date(locale, &(struct date){2023, 11, 0, DATE_MONTH}, LOCALE_DATE_SHORT, true, &out);
	locale_date(locale, &(struct date){2023, 11, 22, DATE_DAY}, LOCALE_DATE_FULL, false, &out);
	assert_string_equal(out.data, "22\u00A0m11\u00A02023ca s11We\u00A03\u00A022");
	out.len = 0;
	locale_number(locale, -1234567, &out);
	locale_phrase(locale, "list", &out, (const char *const[]){NULL});
	locale_number(locale, 123, &out);
	locale_phrase(locale, "greet", &out, (const char *const[]){"aa", "no", "a", "{b}", "b", "B", NULL});
	assert_string_equal(out.data, "-1.234.567, 123{b} and B {c");
	buf_free(&out);
}

static void languages_must_match(void **state)
{
	struct fixture *f = *state;
	const char *other = strchr(language, '\n') + 1;
	struct buf text = {0};
	char *at;

	buf_puts(&text, language);
	buf_puts(&text, other);
	at = strstr(text.data + sizeof language, "aa:");
	memcpy(at, "bb", 2);
	at = strstr(at, "{b}");
	memcpy(at, "(b)", 3);
	at = strstr(text.data, "m12]");
	memcpy(at, "   ]", 4);
	assert_null(locale_read(f->arena, f->diag, put(f, "l.yaml", text.data)));
	assert_true(
		found(f, "“phrases.greet” is missing or has the wrong form in the description of the language “bb”"));
	assert_true(found(f, "“months.long” is missing or has the wrong form in the description of the language “aa”"));
	assert_true(found(f, "[LOCALE_FORM]"));
	buf_free(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(folder_is_read_as_one_pack, start, end),
		cmocka_unit_test_setup_teardown(texts_are_folded_and_composed, start, end),
		cmocka_unit_test_setup_teardown(paths_and_references_lead_on, start, end),
		cmocka_unit_test_setup_teardown(marks_go_where_they_mean_nothing, start, end),
		cmocka_unit_test_setup_teardown(packs_are_judged_one_by_one, start, end),
		cmocka_unit_test_setup_teardown(languages_have_a_limit, start, end),
		cmocka_unit_test(forms_of_strings),
		cmocka_unit_test(dates_are_of_the_calendar),
		cmocka_unit_test(weekdays_follow_each_other),
		cmocka_unit_test_setup_teardown(dates_and_numbers_are_formed, start, end),
		cmocka_unit_test_setup_teardown(languages_must_match, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
