/* House style: every rule of data/rules finds its own wrong example, lets the right one pass, and corrects the one to the other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/lint/house_int.h"

#include <string.h>

static const char folder[] = "data/rules";

/* Counts matches; `fixed` takes the text with every match replaced. */
static size_t apply(struct arena *arena, struct diag *diag, struct house_rule *rule, const char *text,
		    struct buf *fixed)
{
	struct house_text units = house_text(arena, text, strlen(text));
	URegularExpression *found = house_set(diag, rule, rule->pattern, &rule->compiled, &units);
	UErrorCode status = U_ZERO_ERROR;
	size_t count = 0;
	uint32_t done = 0;

	assert_non_null(found);
	for (; uregex_findNext(found, &status); count++) {
		const char *with = house_replacement(arena, rule, found);

		buf_put(fixed, text + done, units.bytes[uregex_start(found, 0, &status)] - done);
		buf_puts(fixed, with ? with : "");
		done = units.bytes[uregex_end(found, 0, &status)];
	}
	buf_puts(fixed, text + done);
	return count;
}

static size_t matches(struct arena *arena, struct diag *diag, struct house_rule *rule, const char *text)
{
	struct buf fixed = {0};
	size_t count = apply(arena, diag, rule, text, &fixed);

	buf_free(&fixed);
	return count;
}

static bool is_near(const struct house_rule *rule, const char *text)
{
	for (const char *const *near = rule->near; *near; near++)
		if (strstr(text, *near))
			return true;
	return !*rule->near;
}

static void check_rule(struct arena *arena, struct diag *diag, struct house_rule *rule)
{
	struct buf fixed = {0};
	size_t wrong = apply(arena, diag, rule, rule->wrong, &fixed), right = matches(arena, diag, rule, rule->right);

	if (!wrong || right || !is_near(rule, rule->wrong) || (rule->fix && strcmp(fixed.data, rule->right) != 0))
		fail_msg("%s: %zu in the wrong text, %zu in the right one, near: %d, corrected to: %s", rule->id, wrong,
			 right, is_near(rule, rule->wrong), fixed.data);
	buf_free(&fixed);
}

static void rules_hold_their_examples(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct map *ids = map_new(arena);
	const char **paths;
	size_t count = file_list(arena, folder, ".yaml", &paths), seen = 0;

	(void)state;
	assert_true(count >= 2);
	for (size_t i = 0; i < count; i++) {
		struct house_rules rules = {0};

		if (strstr(paths[i], "names.yaml"))
			continue;
		house_read(arena, diag, paths[i], &rules);
		for (size_t r = 0; r < rules.count; r++, seen++) {
			assert_null(map_put(ids, rules.items[r].id, strlen(rules.items[r].id), &rules.items[r]));
			if (rules.items[r].pattern)
				check_rule(arena, diag, &rules.items[r]);
		}
		house_close(&rules);
	}
	assert_true(seen > 70);
	assert_int_equal(diag_count(diag, DIAG_STYLE), 0);
	arena_free(arena);
}

/* ---- a pack ---- */

static const char pack_text[] =
	"id: minimal\n"
	"languages: [en-GB, ko-KR]\n"
	"%s"
	"title: {en: A memorandum on tides, ko: 조석 양해각서}\n"
	"date: 2021-05-04\n"
	"lead: {en: Two offices signed it on 4th May 2021., ko: 두 기관이 2021. 05. 4. 체결했다., source: p1}\n"
	"headlines:\n"
	"  - {en: They share data., ko: 자료를 나눈다., source: p1}\n"
	"  - {en: They meet., ko: 회의를 합니다., source: p1}\n"
	"sources:\n"
	"  - id: release\n"
	"    title: {en: Press release, ko: 보도자료}\n"
	"    date: 2021-05\n"
	"    paragraphs: [{id: p1, about: {en: The signing, ko: 체결}}]\n"
	"parties:\n"
	"  - {id: coast, name: {en: The Coast, ko: 해안}}\n"
	"instruments:\n"
	"  - id: tides\n"
	"    kind: {en: memorandum, ko: 양해각서}\n"
	"    title: {en: Memorandum on Tides, ko: 조석에 관한 양해각서}\n"
	"    short: {en: Tides, ko: 조석}\n"
	"    signed: 2021-05-04\n"
	"    source: p1\n"
	"    summary: {en: Both sides measure tides together., ko: 양측이 조석을 함께 관측한다., source: p1}\n";

/* The findings of STYLE_RULE as "line:column rule" each on a line. */
static char *found(struct arena *arena, const char *keys)
{
	struct diag *diag = diag_new(arena);
	char *text = arena_printf(arena, pack_text, keys), *list;
	const struct pack *pack = model_parse(arena, diag, "pack.yaml", text, strlen(text));
	struct lint_result result;
	struct buf out = {0};

	assert_non_null(pack);
	result = lint_pack(arena, diag, pack, &(struct lint_options){.rules = folder});
	for (size_t i = 0; i < result.mark_count; i++)
		if (result.marks[i].code == DIAG_STYLE_RULE)
			buf_printf(&out, "%u:%u\n", (unsigned int)result.marks[i].pos.line,
				   (unsigned int)result.marks[i].pos.column);
	list = arena_strndup(arena, out.data ? out.data : "", out.len);
	buf_free(&out);
	return list;
}

static void places_are_exact(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(found(arena, ""), "5:37\n5:68\n8:31\n");
	arena_free(arena);
}

static void pack_chooses_rules(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(found(arena, "house_style: [en-GB]\n"), "6:37\n");
	assert_string_equal(found(arena, "house_style_off: [ko-register, en-date-ordinal]\n"), "6:68\n");
	arena_free(arena);
}

static void unknown_names_are_warnings(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	char *text =
		arena_printf(arena, pack_text, "house_style: [en-GB, ko-kr]\nhouse_style_off: [ko-particle, en-eq]\n");
	const struct pack *pack = model_parse(arena, diag, "pack.yaml", text, strlen(text));
	size_t unknown = 0;

	(void)state;
	assert_non_null(pack);
	lint_pack(arena, diag, pack, &(struct lint_options){.rules = folder});
	for (size_t i = 0; i < diag_total(diag); i++)
		unknown += diag_at(diag, i, false).entry == diag_entry_at(DIAG_RULE_UNKNOWN);
	assert_int_equal(unknown, 2);
	arena_free(arena);
}

static void faults_of_a_file_are_errors(void **state)
{
	static const char bad[] = "rules:\n"
				  "  - {id: a, pattern: '(', en: x, ko: x, wrong: x, right: x}\n"
				  "  - {id: b, pattern: x, ko: x, wrong: x, right: x}\n"
				  "  - {id: c, pattern: x, en: x, ko: x, wrong: x, right: x, colour: red, near: x}\n";
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct house_rules rules = {0};
	const char *path = "/tmp/bifolio-u-house.yaml";
	struct house_text units = house_text(arena, "x", 1);

	(void)state;
	assert_true(file_write(path, bad, sizeof bad - 1));
	house_read(arena, diag, path, &rules);
	assert_int_equal(rules.count, 2);
	assert_int_equal(diag_count(diag, DIAG_ERROR), 3); /* RULE_FORM: no English, an unknown key, near is no list */
	assert_null(house_set(diag, &rules.items[0], rules.items[0].pattern, &rules.items[0].compiled, &units));
	assert_int_equal(diag_count(diag, DIAG_ERROR), 4);
	assert_int_equal(remove(path), 0);
	house_close(&rules);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_hold_their_examples),   cmocka_unit_test(places_are_exact),
		cmocka_unit_test(pack_chooses_rules),          cmocka_unit_test(unknown_names_are_warnings),
		cmocka_unit_test(faults_of_a_file_are_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
