/* Languages as templates/languages.yaml describes them, quotation marks, and Korean particles (K23). */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "locale.h"

#include <string.h>

#define NBSP "\u00A0"

static const char *const languages[] = {"en", "ko", "fr", "de", "es", "cy", "ja", "zh"};

struct bench {
	struct arena *arena;
	struct diag *diag;
	const struct locale_set *set;
};

static int set_up(void **state)
{
	static struct bench b;

	b.arena = arena_new();
	b.diag = diag_new(b.arena);
	b.set = locale_read(b.arena, b.diag, "templates/languages.yaml");
	*state = &b;
	return b.set ? 0 : -1;
}

static int tear_down(void **state)
{
	arena_free(((struct bench *)*state)->arena);
	return 0;
}

static const struct locale *locale_of(const struct bench *b, const char *key)
{
	const struct locale *locale = locale_find(b->set, key);

	assert_non_null(locale);
	return locale;
}

/* ---- particles ---- */

static void particles_follow_the_last_sound(void **state) /* K23 */
{
	static const struct {
		const char *text, *pair, *expect, *reading;
	} cases[] = {
		{"장관", "이/가", "이", NULL},
		{"파트너십", "을/를", "을", NULL},
		{"서울", "으로/로", "로", NULL},
		{"미국", "으로/로", "으로", NULL},
		{"약정", "과/와", "과", NULL},
		{"OECD", "이/가", "가", NULL},
		{"5G", "으로/로", "로", NULL},
		{"2030", "을/를", "을", NULL},
		{"K-네트워크 2030 전략", "은/는", "은", NULL},
		{"우주협력 양해각서(MOU)", "을/를", "를", NULL},
		{"오픈랜", "으로/로", "으로", NULL},
		{"우리별 1호", "으로/로", "로", NULL},
		{"KAIST", "을/를", "를", "카이스트"},
		{"Surrey", "을/를", "를", "서리"},
		{"나뭇가지(만렙)", "을/를", "를", NULL},
		{"「협력협정」", "은/는", "은", NULL},
		{"“연보”", "은/는", "는", NULL},
		{"(MOU)", "을/를", "를", NULL},
		{"영국", "이며/며", "이며", NULL},
		{"한국과 영국", "이라/라", "이라", NULL},
		{"서울", "은/는", "은", NULL},
		{"서울", "으로부터/로부터", "로부터", NULL},
		{"런던", "으로서/로서", "으로서", NULL},
		{"양국", "와/과", "과", NULL},
		{"양자", "와/과", "와", NULL},
		{"독일", "로/으로", "로", NULL},
		{"1", "으로/로", "로", NULL},
		{"3", "이/가", "이", NULL},
		{"4", "이/가", "가", NULL},
		{"0", "이/가", "이", NULL},
		{"100", "을/를", "을", NULL},
		{"1,000", "을/를", "을", NULL},
		{"1,000,000,000,000", "을/를", "를", NULL},
		{"2.50", "을/를", "을", NULL},
		{"50%", "을/를", "를", NULL},
		{"URL", "으로/로", "로", NULL},
		{"IBM", "은/는", "은", NULL},
		{"DSIT", "와/과", "와", NULL},
	};
	struct buf out = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		out.len = 0;
		assert_true(josa_pick(cases[i].text, cases[i].reading, cases[i].pair, &out));
		if (strcmp(out.data, cases[i].expect))
			print_error("%s %s\n", cases[i].text, cases[i].pair);
		assert_string_equal(out.data, cases[i].expect);
	}
	out.len = 0;
	assert_false(josa_pick("Surrey", NULL, "을/를", &out));
	assert_false(josa_pick("韓國", NULL, "을/를", &out));
	assert_false(josa_pick("", NULL, "을/를", &out));
	assert_false(josa_pick("()", NULL, "을/를", &out));
	assert_false(josa_pick("서울", NULL, "을", &out));
	assert_int_equal(out.len, 0);
	buf_free(&out);
}

/* ---- quotation marks ---- */

static void quotes_are_those_of_the_language(void **state)
{
	static const struct {
		const char *lang, *text, *expect;
	} cases[] = {
		{"en", "He said \"it's 'new'\" -- twice.", "He said “it’s ‘new’” – twice."},
		{"en", "\"'Yes'\" (\"no\") the ministers' 'plan'", "“‘Yes’” (“no”) the ministers’ ‘plan’"},
		{"en", "in the '90s - or so; 5 - 3 is 2; e-mail --", "in the ’90s – or so; 5 - 3 is 2; e-mail --"},
		{"en", "“already” curly–set", "“already” curly–set"},
		{"ko", "그는 \"'함께' 한다\"고 했다", "그는 “‘함께’ 한다”고 했다"},
		{"fr", "l'accord \"majeur\"", "l’accord «" NBSP "majeur" NBSP "»"},
		{"de", "das \"neue 'Abkommen'\"", "das „neue ‚Abkommen‘“"},
		{"es", "el \"nuevo\" acuerdo", "el «nuevo» acuerdo"},
		{"cy", "mae'r \"cytundeb\"", "mae’r “cytundeb”"},
	};
	struct bench *b = *state;
	struct buf out = {0};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		out.len = 0;
		locale_curl(locale_of(b, cases[i].lang), cases[i].text, strlen(cases[i].text), NULL, 0, &out);
		assert_string_equal(out.data, cases[i].expect);
	}
	buf_free(&out);
}

/* ---- languages ---- */

static void dates_and_numbers_of_each_language(void **state)
{
	static const struct {
		const char *lang, *first, *full, *about, *number;
	} cases[] = {
		{"en", "1 November 2023", "Wednesday 22 November 2023", "about 2023", "1,234 12,345"},
		{"ko", "2023년 11월 1일", "2023년 11월 22일(수)", "2023년경", "1,234 12,345"},
		{"fr", "1er novembre 2023", "mercredi 22 novembre 2023", "vers 2023", "1\u202F234 12\u202F345"},
		{"de", "1. November 2023", "Mittwoch, 22. November 2023", "etwa 2023", "1.234 12.345"},
		{"es", "1 de noviembre de 2023", "miércoles 22 de noviembre de 2023", "hacia 2023", "1234 12\u202F345"},
		{"cy", "1 Tachwedd 2023", "dydd Mercher 22 Tachwedd 2023", "tua 2023", "1,234 12,345"},
		{"ja", "2023年11月1日", "2023年11月22日（水）", "2023年頃", "1,234 12,345"},
		{"zh", "2023年11月1日", "2023年11月22日（星期三）", "约2023年", "1,234 12,345"},
	};
	struct bench *b = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct locale *locale = locale_of(b, cases[i].lang);
		const char *wanted[] = {cases[i].first, cases[i].full, cases[i].about, cases[i].number};
		struct buf out[COUNT_OF(wanted)] = {0};

		locale_date(locale, &(struct date){2023, 11, 1, DATE_DAY}, LOCALE_DATE_LONG, false, &out[0]);
		locale_date(locale, &(struct date){2023, 11, 22, DATE_DAY}, LOCALE_DATE_FULL, false, &out[1]);
		locale_date(locale, &(struct date){2023, 0, 0, DATE_YEAR}, LOCALE_DATE_LONG, true, &out[2]);
		locale_number(locale, 1234, &out[3]);
		buf_putc(&out[3], ' ');
		locale_number(locale, 12345, &out[3]);
		for (size_t k = 0; k < COUNT_OF(wanted); k++) {
			for (char *p; k < 3 && (p = strstr(out[k].data, NBSP)) != NULL;) {
				*p = ' '; /* spaces in dates hold */
				memmove(p + 1, p + 2, strlen(p + 2) + 1);
			}
			assert_string_equal(out[k].data, wanted[k]);
			buf_free(&out[k]);
		}
	}
}

/* Reads the phrases' keys of a language out of the file itself: no list of them is kept elsewhere. */
static void languages_have_all_phrases(void **state)
{
	struct bench *b = *state;
	const struct node *root = source_read(b->arena, b->diag, "templates/languages.yaml");
	const struct node *all = node_find(root, "languages"), *model = node_find(all->entries[0].value, "phrases");

	assert_int_equal(all->count, COUNT_OF(languages));
	for (size_t i = 0; i < COUNT_OF(languages); i++) {
		const struct locale *locale = locale_of(b, languages[i]);

		assert_int_equal(node_find(node_find(all, languages[i]), "phrases")->count, model->count);
		for (size_t k = 0; k < model->count; k++) {
			if (!locale_has_phrase(locale, model->entries[k].key->text))
				print_error("%s: %s\n", languages[i], model->entries[k].key->text);
			assert_true(locale_has_phrase(locale, model->entries[k].key->text));
		}
	}
}

static void directions_are_known(void **state)
{
	static const char *const left[] = {"en-GB", "ko-KR", "ja", "az", "zh-Hans", "uz-Latn"},
				 *const right[] = {"ar", "he-IL", "fa-IR", "ur", "ps", "yi", "ug", "az-Arab", "dv"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(left); i++)
		assert_false(locale_right_to_left(left[i]));
	for (size_t i = 0; i < COUNT_OF(right); i++)
		assert_true(locale_right_to_left(right[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(particles_follow_the_last_sound),
		cmocka_unit_test_setup_teardown(quotes_are_those_of_the_language, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dates_and_numbers_of_each_language, set_up, tear_down),
		cmocka_unit_test_setup_teardown(languages_have_all_phrases, set_up, tear_down),
		cmocka_unit_test(directions_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
