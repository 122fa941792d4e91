/* What texts of a pack and a template may hold beside words: cross-references, particles, notes. */
#include "template_fixture.h"

static void with_pack(struct fixture *f, const char *old, const char *new)
{
	const char *text = replaced(f, pack_text, old, new);

	f->diag = diag_new(f->arena);
	f->pack = model_read(f->arena, f->diag, put(f, "pack.yaml", text));
	assert_string_equal(printed(f), "");
	assert_non_null(f->pack);
}

/* ---- cross-references ---- */

#define NUMBER "\xEF\xBF\xBC"

static void references_name_records_and_labels(void **state)
{
	struct fixture *f = *state;

	with_pack(f, "Two **offices** signed.", "See {ref:tides} and {braces}.");
	expect(f,
	       "  - paragraph: \"{lead}\"\n"
	       "  - paragraph: {en: \"{ref:plan|name}, {ref:maps}\", ko: \"{ref:plan|name}, {ref:tides|josa:이/가}\"}\n"
	       "  - {section: , label: tides, do: [{heading: \"{title}\", label: plan}, {paragraph: x}]}\n",
	       "  para .body\n    en: See [MoU](#tides)[ (page" NB NUMBER
	       ")](#tides) and {braces}.\n    ko: **두 기관(KAIST)**은 체결했다.\n"
	       "  para .body\n    en: [Tides](#plan), Maps\n    ko: [조석](#plan), [양해각서](#tides)[(" NUMBER
	       "쪽)](#tides)가\n"
	       "  section .body #tides\n"
	       "    heading 1 .body #plan\n      en: Tides\n      ko: 조석\n"
	       "    para .body\n      en: x\n      ko: x\n");
}

static void unknown_references_are_found(void **state)
{
	struct fixture *f = *state;

	assert_null(bind(f, "  - paragraph: \"{ref:tidse}\"\n"));
	assert_non_null(strstr(printed(f), "16:22: error: no record and no label is called “tidse”: refer to \"tides\" "
					   "[TEMPLATE_REF]"));
	assert_null(bind(f, "  - {heading: \"{ref:plan}\", label: plan}\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_REF_EMPTY]"));
	assert_null(bind(f, "  - {heading: \"{title}\", label: plan}\n  - paragraph: \"{ref:plan|josa:이/가}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_EXPRESSION]"));
	assert_null(bind(f, "  - paragraph: \"{ref:tides|date}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_EXPRESSION]"));
	assert_null(bind(f, "  - paragraph: \"{date|name}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_FILTER_VALUE]"));
	assert_null(bind(f, "  - paragraph: \"{ref:a b}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_EXPRESSION]"));
	with_pack(f, "Two **offices** signed.", "See {ref:nowhere-at-all}.");
	assert_null(bind(f, "  - paragraph: \"{lead}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_REF]"));
}

/* ---- quotation marks and dashes ---- */

static void marks_are_those_of_the_language(void **state)
{
	struct fixture *f = *state;

	with_pack(f, "Two **offices** signed.",
		  "\\\"**Open** data\\\" - the ministers' word for '{ref:tides|name}' (\\\"tides\\\").");
	expect(f,
	       "  - {section: , label: tides, do: [{paragraph: \"{lead}\"}]}\n"
	       "  - paragraph: {en: \"\\\"{instruments.title|join}\\\" isn't **\\\"x\\\"**\", ko: \"'가'--\\\"나\\\"\"}\n",
	       "  section .body #tides\n    para .body\n"
	       "      en: “**Open** data” – the ministers’ word for ‘[MoU](#tides)’ (“tides”).\n"
	       "      ko: **두 기관(KAIST)**은 체결했다.\n"
	       "  para .body\n    en: “Memorandum” isn’t **“x”**\n    ko: ‘가’ – “나”\n");
}

/* ---- particles ---- */

static void particles_follow_the_last_sound(void **state)
{
	struct fixture *f = *state;

	with_pack(f, "name: {en: The Coast, ko: 해안}", "name: {en: The Coast, ko: Coast}, reading_ko: 코스트");
	expect(f,
	       "  - {paragraph: {en: a, ko: \"{p.name|josa:은/는}\"}, for: p in parties}\n"
	       "  - paragraph: {en: a, ko: \"{date|date-short|josa:으로/로} {instruments.title|join|josa:이/가}\"}\n",
	       "  para .body\n    en: a\n    ko: Coast는\n"
	       "  para .body\n    en: a\n    ko: 내륙은\n"
	       "  para .body\n    en: a\n    ko: 2021." NB "5." NB "4.로 조석 양해각서가\n");
}

static void particles_need_a_reading(void **state)
{
	struct fixture *f = *state;

	with_pack(f, "name: {en: The Coast, ko: 해안}", "name: {en: The Coast, ko: Coast}");
	assert_null(bind(f, "  - {paragraph: {en: a, ko: \"{p.name|josa:은/는}\"}, for: p in parties}\n"));
	assert_non_null(strstr(printed(f),
			       "the particle 은/는 has no form after “{p.name|josa:은/는}”: its last sound is "
			       "not known; add `reading_ko` to the record [TEMPLATE_JOSA]"));
	assert_null(bind(f, "  - paragraph: \"{title|josa:은}\"\n"));
	assert_non_null(strstr(printed(f), "[TEMPLATE_EXPRESSION]"));
	assert_null(bind(f, "  - paragraph: \"{title|jsa:은/는}\"\n"));
	assert_non_null(strstr(printed(f), "use \"josa\""));
}

/* ---- notes ---- */

static void notes_follow_their_text(void **state)
{
	struct fixture *f = *state;
	const struct flow *flow;
	const struct inline_text *first, *again;

	with_pack(f, "source: [p1, p2]}", "source: [p1, p2], note: {en: \"In **May**\", ko: 5월}}");
	expect(f, "  - {paragraph: \"{lead} More.\", sources: true}\n  - paragraph: \"{lead}\"\n",
	       "  para .body\n    en: Two **offices** signed.{note: In **May**} More.~" NB "~[~p1~, ~p2~]\n"
	       "    ko: **두 기관(KAIST)**은 체결했다.{note: 5월} More.~" NB "~[~p1~, ~p2~]\n"
	       "  para .body\n    en: Two **offices** signed.{note: In **May**}\n"
	       "    ko: **두 기관(KAIST)**은 체결했다.{note: 5월}\n");
	flow = bind(f, "  - paragraph: \"{lead}\"\n  - paragraph: \"{lead}\"\n");
	assert_non_null(flow);
	first = &flow->root->children[0]->text.text[0];
	again = &flow->root->children[1]->text.text[1];
	assert_int_equal(first->runs[first->count - 1].kind, RUN_NOTE);
	assert_ptr_equal(first->runs[first->count - 1].note, again->runs[again->count - 1].note);
}

static void notes_stand_at_their_marks(void **state)
{
	struct fixture *f = *state;

	with_pack(f, "lead: {en: \"Two **offices** signed.\", ko: \"**두 기관(KAIST)**은 체결했다.\",",
		  "lead: {en: \"Two[^who] **offices[^note]** \\\"[^who]signed\\\".\", ko: \"**두 기관(KAIST)**은[^who] 체결했다.\", "
		  "note: {en: n, ko: 주}, notes: {who: {en: w, ko: 누구}},");
	expect(f, "  - paragraph: \"{lead}\"\n",
	       "  para .body\n    en: Two{note: w} **offices****{note: n}** “{note: w}signed”.\n"
	       "    ko: **두 기관(KAIST)**은{note: 누구} 체결했다.{note: 주}\n");
}

static void notes_stay_out_of_running_lines(void **state)
{
	struct fixture *f = *state;
	const char *top;
	const struct flow *flow;

	with_pack(f, "title: {en: Tides, ko: 조석}\n", "title: {en: Tides, ko: 조석, note: {en: a, ko: 가}}\n");
	top = replaced(f, head, "gap: 14}", "gap: 14, running: [{style: body, start: \"{title}\", baseline: 20}]}");
	flow = bind_whole(f, arena_printf(f->arena, "%sbody:\n  - paragraph: a\n", top), &both);
	assert_non_null(flow);
	assert_int_equal(flow->masters[0].running[0].start.text[0].count, 1);
	assert_string_equal(flow->title[0], "Tides");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(references_name_records_and_labels, start, end),
		cmocka_unit_test_setup_teardown(unknown_references_are_found, start, end),
		cmocka_unit_test_setup_teardown(marks_are_those_of_the_language, start, end),
		cmocka_unit_test_setup_teardown(particles_follow_the_last_sound, start, end),
		cmocka_unit_test_setup_teardown(particles_need_a_reading, start, end),
		cmocka_unit_test_setup_teardown(notes_follow_their_text, start, end),
		cmocka_unit_test_setup_teardown(notes_stand_at_their_marks, start, end),
		cmocka_unit_test_setup_teardown(notes_stay_out_of_running_lines, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
