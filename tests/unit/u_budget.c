/* Limits of pages: what is over, what gives way, and in which order. */
#include "world.h"

#include "../../src/cmd/cmd_int.h"

/* A section that may take one page and has a heading and so many paragraphs. */
static void fill_limited(struct world *w, size_t paras, size_t length)
{
	struct block *section = add(w, BLOCK_SECTION, &w->body);

	section->master = "body";
	section->max_pages = 1;
	enter(w, section);
	add_heading(w, 1, "A limited part", "한 쪽에 실을 부분");
	for (size_t i = 0; i < paras; i++)
		add_para(w, length);
	leave(w);
}

static void a_trial_counts_lines_and_says_nothing(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
					       ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		struct world *w = open_world(all[i]);
		struct fit fit;

		w->flow.max_pages = 9;
		fill_limited(w, 40, 12);
		fit = layout_fit(w->arena, w->text, &w->flow);
		assert_false(fit.fits);
		assert_int_equal(fit.count, all[i] == ARRANGE_SEQUENCE ? 4 : 2);
		assert_true(fit.parts[0].pages > fit.parts[0].allowed);
		assert_true(fit.parts[0].lines[0] > 10);
		assert_int_equal(fit.parts[fit.count - 1].lines[0], 0);
		assert_null(fit.parts[fit.count - 1].section);
		assert_int_equal(diag_count(w->diag, DIAG_STYLE), 0);
		close_world(w);
	}
}

static void spaces_shrink_to_the_grid_and_no_further(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	int32_t gaps[2];

	(void)state;
	w->body.space_after = 10 * GRID;
	add_para(w, 3);
	add_para(w, 3);
	for (int i = 0; i < 2; i++) {
		const struct layout *l;
		size_t page;

		w->flow.tighten = i * 1000;
		l = make(w);
		check_layout(l);
		gaps[i] = first_item(l, l->root->last, &page)->y - first_item(l, l->root->first, &page)->y;
	}
	assert_int_equal(gaps[0] - gaps[1], 4 * GRID);
	close_world(w);
}

/* ---- the search ---- */

/* A template by hand: smaller type by steps, shorter texts, parts that may be left out. */
struct maker {
	struct world *w;
	size_t paras, length;
	size_t binds;
	struct levers last;
};

static const struct flow *bind(void *user, struct diag *diag, const struct levers *levers)
{
	struct maker *m = user;
	struct world *w = m->w;

	(void)diag;
	m->binds++;
	m->last = *levers;
	w->seed = 7;
	w->root->count = 0;
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		w->body.size[l] = 10500 - 500 * levers->shrink;
		w->body.leading[l] = (7 + (int32_t)l) * GRID - (levers->shrink ? GRID : 0);
	}
	fill_limited(w, m->paras - (size_t)levers->drop_below_priority * 2,
		     levers->shorter ? m->length / 2 : m->length);
	return &w->flow;
}

/* A draft that fits is the layout of the flow, but for its pages. */
static const struct flow *fit_flow(struct world *w, const struct flow *flow, const struct budget *budget)
{
	struct layout_draft *draft;
	const struct flow *fitted = budget_fit(w->arena, w->diag, w->text, flow, budget, &draft);

	if (draft) {
		assert_ptr_equal(fitted, flow);
		check_layout(layout_draft_finish(draft, w->arena, w->diag));
	}
	return fitted;
}

static const struct flow *fit_paras(struct maker *m, struct world *w, size_t paras)
{
	const struct levers none = {0};
	const struct budget budget = {.user = m, .bind = bind};

	*m = (struct maker){.w = w, .paras = paras, .length = 12};
	w->flow.most = (struct levers){.shrink = 2, .shorter = true, .drop_below_priority = 3};
	return fit_flow(w, bind(m, w->diag, &none), &budget);
}

static bool is_said(const struct world *w, const char *code)
{
	const struct diag_print how = {.form = DIAG_JSON};
	struct buf out = {0};
	bool said;

	diag_print(w->diag, &how, &out);
	said = strstr(out.data, code) != NULL;
	buf_free(&out);
	return said;
}

/* With ever more text, levers move further and in their order; the result keeps to its limit, until nothing helps. */
static void the_least_change_wins(void **state)
{
	int stage = 0, tighten = 0;

	(void)state;
	for (size_t paras = 6; paras < 40; paras++) {
		struct world *w = open_world(ARRANGE_PARALLEL);
		struct maker m;
		const struct flow *flow = fit_paras(&m, w, paras);
		const struct levers *l = &m.last;
		int now = l->shrink + (l->shorter ? 10 : 0) + l->drop_below_priority * 100;

		assert_true(now >= stage);
		assert_true(now > stage || flow->tighten >= tighten);
		stage = now;
		tighten = flow->tighten;
		if (now == 312 && !layout_fit(w->arena, w->text, flow).fits) {
			assert_null(layout_make(w->arena, w->diag, w->text, flow));
			assert_true(is_said(w, "LAYOUT_TOO_LONG"));
			assert_false(is_said(w, "LAYOUT_LEVERS"));
			close_world(w);
			return;
		}
		check_layout(layout_make(w->arena, w->diag, w->text, flow));
		assert_int_equal(is_said(w, "LAYOUT_LEVERS"), l->shrink || tighten);
		assert_int_equal(is_said(w, "LAYOUT_CUT"), l->shorter || l->drop_below_priority);
		close_world(w);
	}
	fail_msg("nothing was ever too long");
}

static void a_flow_without_limits_is_left_alone(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	const struct budget budget = {0};

	(void)state;
	add_para(w, 900);
	assert_ptr_equal(fit_flow(w, &w->flow, &budget), &w->flow);
	close_world(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_trial_counts_lines_and_says_nothing),
		cmocka_unit_test(spaces_shrink_to_the_grid_and_no_further),
		cmocka_unit_test(the_least_change_wins),
		cmocka_unit_test(a_flow_without_limits_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
