/* References that name pages: what they say is so, in all arrangements. */
#include "world.h"

static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
				       ARRANGE_FACING};

/* A reference at the end of a paragraph: the name, and the page in words that change the length of the line. */
static void refer(struct world *w, struct block *para, const char *label)
{
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		struct inline_text *text = &para->text.text[l];
		struct run *runs = arena_array(w->arena, text->count + 3, sizeof *runs);
		const char *where = l ? " (" FLOW_NUMBER "쪽)" : " (on page " FLOW_NUMBER ")";

		memcpy(runs, text->runs, text->count * sizeof *runs);
		runs[text->count] = (struct run){.kind = RUN_TEXT, .text = " ", .len = 1};
		runs[text->count + 1] = (struct run){.kind = RUN_TEXT, .text = "name", .len = 4, .dest = label};
		runs[text->count + 2] =
			(struct run){.kind = RUN_WHERE, .text = where, .len = strlen(where), .dest = label};
		*text = (struct inline_text){.runs = runs, .count = text->count + 3};
	}
}

static const char *label_of(struct world *w, unsigned number)
{
	return arena_printf(w->arena, "part-%u", number);
}

static void fill_with_references(struct world *w, unsigned parts)
{
	for (unsigned part = 0; part < parts; part++) {
		add_heading(w, 1, arena_printf(w->arena, "Part %u", part), arena_printf(w->arena, "%u부", part))
			->label = label_of(w, part);
		for (int i = 0; i < 5; i++)
			refer(w, add_para(w, 4 + next_random(w, 60)), label_of(w, next_random(w, parts)));
	}
}

static const struct destination *destination(const struct layout *l, const char *name)
{
	for (size_t i = 0; i < l->destination_count; i++)
		if (!strcmp(l->destinations[i].name, name))
			return &l->destinations[i];
	fail_msg("no destination %s", name);
	return NULL;
}

/* The first number in the words of a link; 0: none. */
static size_t number_in(const struct layout *l, const struct tag *tag)
{
	struct buf words = {0};
	size_t number;

	text_of_tags(l, tag, &words);
	number = strtoul(words.data + strcspn(words.data, "0123456789"), NULL, 10);
	buf_free(&words);
	return number;
}

/* Returns how many links name a page. */
static size_t check_references(const struct layout *l)
{
	size_t named = 0, own = 0;

	for (size_t p = 0; p < l->page_count; p++)
		for (size_t i = 0; i < l->pages[p].link_count; i++) {
			const struct link *link = &l->pages[p].links[i];
			const struct destination *to = destination(l, link->dest);
			size_t first_page, number = number_in(l, link->tag);

			first_item(l, link->tag, &first_page);
			if (to->page != first_page || number)
				assert_int_equal(number, strtoul(l->pages[to->page].label, NULL, 10));
			own += number && to->page == first_page;
			named += number > 0;
		}
	assert_true(own <= named / 50); /* only where silence would move the text away */
	return named;
}

static void references_name_the_page_they_lead_to(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (unsigned seed = 1; seed <= 6; seed++) {
			struct world *w = open_world(all[i]);
			const struct layout *l;

			w->seed = seed;
			fill_with_references(w, 14);
			l = make(w);
			assert_non_null(l);
			for (size_t p = 0; p < l->page_count; p++)
				check_page(&l->pages[p]);
			assert_true(check_references(l) > 40);
			close_world(w);
		}
}

/* Pages without a number are not named, nor is any page in the contents. */
static void a_page_without_a_number_is_not_named(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *contents = add(w, BLOCK_CONTENTS, &w->body);
	struct buf words = {0};
	const struct layout *l;

	(void)state;
	contents->level = 1;
	fill_with_references(w, 6);
	refer(w, (struct block *)w->root->children[1], label_of(w, 4));
	w->masters[0].numbered = false;
	l = make(w);
	assert_true(l->page_count > 2);
	text_of_tags(l, l->root, &words);
	assert_non_null(strstr(words.data, "name"));
	assert_null(strstr(words.data, "page"));
	buf_free(&words);
	close_world(w);
}

static void a_trial_counts_the_words(void **state)
{
	struct world *w = open_world(ARRANGE_PARALLEL);
	struct fit fit;

	(void)state;
	fill_with_references(w, 10);
	w->flow.max_pages = 2;
	fit = layout_fit(w->arena, w->text, &w->flow);
	assert_false(fit.fits);
	w->flow.max_pages = (int)fit.parts[0].pages;
	fit = layout_fit(w->arena, w->text, &w->flow);
	assert_true(fit.fits);
	assert_int_equal(make(w)->page_count, fit.parts[0].pages);
	close_world(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_name_the_page_they_lead_to),
		cmocka_unit_test(a_page_without_a_number_is_not_named),
		cmocka_unit_test(a_trial_counts_the_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
