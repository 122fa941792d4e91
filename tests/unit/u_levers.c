/* What a template lets give way for a limit of pages: type, texts, parts; the same in both languages. */
#include "template_fixture.h"

static const char *with_pack(struct fixture *f, const char *old, const char *new)
{
	const char *text = replaced(f, pack_text, old, new);

	f->diag = diag_new(f->arena);
	f->pack = model_read(f->arena, f->diag, put(f, "pack.yaml", text));
	return printed(f);
}

static const struct flow *bind_with(struct fixture *f, const char *top, const char *body, struct levers levers)
{
	struct edition edition = both;

	edition.levers = levers;
	return bind_whole(f, arena_printf(f->arena, "%sbody:\n%s", top, body), &edition);
}

static const char *dump(struct fixture *f, const struct flow *flow)
{
	struct buf out = {0};
	const char *copy;

	assert_string_equal(printed(f), "");
	assert_non_null(flow);
	flow_dump(flow, &out);
	copy = arena_strdup(f->arena, strstr(out.data, "\nsection .body\n") + strlen("\nsection .body\n"));
	buf_free(&out);
	return copy;
}

static const struct style *style_of(const struct flow *flow, size_t child)
{
	return flow->root->children[child]->style;
}

static void type_shrinks_by_steps_to_its_least(void **state)
{
	struct fixture *f = *state;
	const char *least = replaced(f, head, "size: 10, ", "size: 10, least: {en: 9, ko: 9.5}, ");
	const char *top = arena_printf(f->arena, "shrink: 8\n%s",
				       replaced(f, least, "size: {en: 12, ko: 11.5}", "size: 12, least: 11.75"));
	const char *body = "  - {paragraph: a}\n  - {paragraph: a, style: other}\n";
	const struct flow *flow = bind_with(f, top, body, (struct levers){0});

	assert_non_null(flow);
	assert_int_equal(flow->most.shrink, 2);
	assert_int_equal(style_of(flow, 0)->size[0], 10000);
	flow = bind_with(f, top, body, (struct levers){.shrink = 1});
	assert_int_equal(style_of(flow, 0)->size[0], 9750);
	assert_int_equal(style_of(flow, 0)->size[1], 9750);
	assert_int_equal(style_of(flow, 1)->size[0], 11750);
	flow = bind_with(f, top, body, (struct levers){.shrink = 7});
	assert_int_equal(style_of(flow, 0)->size[0], 9500); /* Korean is at its least, and English stays beside it */
	assert_int_equal(style_of(flow, 0)->size[1], 9500);
	assert_int_equal(style_of(flow, 1)->size[1], 11750);
	for (size_t lang = 0; lang < 2; lang++) {
		assert_int_equal(style_of(flow, 0)->leading[lang] % 2000, 0);
		assert_true(style_of(flow, 0)->leading[lang] * 10 >= style_of(flow, 0)->size[lang] * 12);
	}
}

static void a_style_without_a_size_is_left_alone(void **state)
{
	struct fixture *f = *state;
	const char *top = arena_printf(f->arena, "shrink: 3\n%s", replaced(f, head, "size: 10, ", ""));

	assert_null(bind_with(f, top, "  - paragraph: a\n", (struct levers){.shrink = 3}));
	assert_non_null(strstr(printed(f), "size"));
}

static void type_stays_without_leave(void **state)
{
	struct fixture *f = *state;
	const char *least = replaced(f, head, "size: 10, ", "size: 10, least: 8, ");
	const struct flow *flow = bind_with(f, least, "  - paragraph: a\n", (struct levers){.shrink = 3});

	assert_non_null(flow);
	assert_int_equal(flow->most.shrink, 0);
	assert_int_equal(style_of(flow, 0)->size[0], 10000);
	flow = bind_with(f, arena_printf(f->arena, "shrink: 3\n%s", head), "  - paragraph: a\n",
			 (struct levers){.shrink = 3});
	assert_int_equal(flow->most.shrink, 0);
	assert_int_equal(style_of(flow, 0)->size[1], 10000);
}

static void texts_have_a_shorter_form(void **state)
{
	struct fixture *f = *state;
	const char *body = "  - paragraph: \"{lead}\"\n    sources: true\n";
	const struct flow *flow;

	assert_string_equal(with_pack(f, "source: [p1, p2]}",
				      "source: [p1, p2], shorter: {en: They signed., ko: 체결했다.}}"),
			    "");
	flow = bind_with(f, head, body, (struct levers){0});
	assert_non_null(strstr(dump(f, flow), "en: Two **offices** signed.~"));
	assert_true(flow->most.shorter);
	flow = bind_with(f, head, body, (struct levers){.shorter = true});
	assert_string_equal(dump(f, flow), "  para .body\n    en: They signed.~" NB "~[~p1~, ~p2~]\n"
					   "    ko: 체결했다.~" NB "~[~p1~, ~p2~]\n");
}

static void a_shorter_form_needs_all_languages(void **state)
{
	struct fixture *f = *state;

	assert_non_null(strstr(with_pack(f, "source: [p1, p2]}", "source: [p1, p2], shorter: {en: They signed.}}"),
			       "[TEXT_MISSING]"));
	assert_non_null(strstr(with_pack(f, "source: [p1, p2]}",
					 "source: [p1, p2], shorter: {en: a, ko: 가, source: p1}}"),
			       "[TEXT_LANGUAGE]"));
	assert_non_null(strstr(with_pack(f, "source: [p1, p2]}", "source: [p1, p2], shortr: {en: a, ko: 가}}"),
			       "shorter"));
}

static void parts_of_low_priority_go_first(void **state)
{
	struct fixture *f = *state;
	const char *body = "  - {paragraph: \"{index} {t.id}\", for: t in events}\n"
			   "  - {paragraph: loose, optional: 7}\n  - {paragraph: firm}\n";
	const struct flow *flow;
	const char *text;

	assert_string_equal(with_pack(f, "date: 2020, ", "date: 2020, priority: 9, "), "");
	flow = bind_with(f, head, body, (struct levers){0});
	assert_int_equal(flow->most.drop_below_priority, 3);
	text = dump(f, bind_with(f, head, body, (struct levers){.drop_below_priority = 2}));
	assert_null(strstr(text, "talks"));
	assert_non_null(strstr(text, "1 signing"));
	assert_non_null(strstr(text, "loose"));
	text = dump(f, bind_with(f, head, body, (struct levers){.drop_below_priority = 3}));
	assert_null(strstr(text, "loose"));
	assert_non_null(strstr(text, "firm"));
	expect(f, "  - {paragraph: firm, optional: 9}\n", "  para .body\n    en: firm\n    ko: firm\n");
}

static void what_must_stay_stays(void **state)
{
	struct fixture *f = *state;
	const char *body = "  - {paragraph: \"{t.id}\", for: t in events}\n";
	const struct flow *flow;

	assert_string_equal(with_pack(f, "date: 2020, ", "date: 2020, priority: 1, "), "");
	flow = bind_with(f, head, body, (struct levers){.drop_below_priority = 8});
	assert_int_equal(flow->most.drop_below_priority, 0);
	assert_non_null(strstr(dump(f, flow), "talks"));
	assert_non_null(strstr(with_pack(f, "date: 2020, ", "date: 2020, priority: 12, "), "[PRIORITY_RANGE]"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(type_shrinks_by_steps_to_its_least, start, end),
		cmocka_unit_test_setup_teardown(a_style_without_a_size_is_left_alone, start, end),
		cmocka_unit_test_setup_teardown(type_stays_without_leave, start, end),
		cmocka_unit_test_setup_teardown(texts_have_a_shorter_form, start, end),
		cmocka_unit_test_setup_teardown(a_shorter_form_needs_all_languages, start, end),
		cmocka_unit_test_setup_teardown(parts_of_low_priority_go_first, start, end),
		cmocka_unit_test_setup_teardown(what_must_stay_stays, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
