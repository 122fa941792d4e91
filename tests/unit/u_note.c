/* Notes at the foot of pages: where they stand, how they are numbered and divided. */
#include "world.h"

/* Marks a note at the end of a paragraph, in each language in which it says something. */
static struct block *add_note(struct world *w, struct block *para, const char *en, const char *ko)
{
	struct block *note = arena_alloc(w->arena, sizeof *note);
	const char *const texts[] = {en, ko};

	note->kind = BLOCK_NOTE;
	note->style = &w->tight;
	for (size_t l = 0; l < FLOW_LANGS; l++) {
		struct run *runs;
		size_t count = para->text.text[l].count;

		if (!texts[l])
			continue;
		note->text.text[l] = text_of(w, texts[l]);
		runs = arena_array(w->arena, count + 1, sizeof *runs);
		if (count)
			memcpy(runs, para->text.text[l].runs, count * sizeof *runs);
		runs[count] = (struct run){.kind = RUN_NOTE, .note = note};
		para->text.text[l] = (struct inline_text){.runs = runs, .count = count + 1};
	}
	return note;
}

static void fill_with_notes(struct world *w, size_t paras, size_t every)
{
	for (size_t i = 0; i < paras; i++) {
		struct block *b = add_para(w, 20 + next_random(w, 60));

		if (i % every == 0)
			add_note(w, b, words(w, en_words, COUNT_OF(en_words), 4 + next_random(w, 30)),
				 words(w, ko_words, COUNT_OF(ko_words), 4 + next_random(w, 20)));
	}
}

/* Each note stands on the page of its mark, or where its table ends, below it, and each leads to the other. */
static void check_notes(const struct layout *l)
{
	size_t notes = count_roles(l->root, TAG_NOTE), links = 0, first = 0;

	assert_int_equal(count_roles(l->root, TAG_REFERENCE), notes);
	while (first < l->destination_count && strncmp(l->destinations[first].name, "note.", 5) != 0)
		first++; /* headings */
	assert_int_equal(l->destination_count - first, 2 * notes);
	for (size_t i = 0; i < notes; i++) {
		const struct destination *note = &l->destinations[first + 2 * i], *mark = note + 1;

		assert_non_null(strstr(mark->name, note->name));
		assert_true(note->page == mark->page || (note->page > mark->page && strstr(note->name, ".table.")));
		assert_true(note->y > mark->y || note->page > mark->page);
		assert_int_equal(note->tag->role, TAG_NOTE);
		assert_int_equal(note->tag->refs->to->role, TAG_REFERENCE);
		assert_ptr_equal(note->tag->refs->to->refs->to, note->tag);
	}
	for (size_t p = 0; p < l->page_count; p++)
		links += l->pages[p].link_count;
	assert_int_equal(links, 2 * notes);
}

/* The first Note of the document's language at or below a tag. */
static const struct tag *first_note(const struct tag *tag)
{
	const struct tag *found = tag->role == TAG_NOTE && !tag->lang ? tag : NULL;

	for (const struct tag *t = tag->first; t && !found; t = t->next)
		found = first_note(t);
	return found;
}

static void notes_stand_on_the_page_of_their_mark(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
					       ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (size_t every = 1; every < 4; every++) {
			struct world *w = open_world(all[i]);
			const struct layout *l;

			w->seed = (unsigned)every;
			fill_with_notes(w, 24, every);
			l = make(w);
			check_layout(l);
			check_notes(l);
			assert_int_equal(count_roles(l->root, TAG_NOTE), (23 / every + 1) * w->flow.lang_count);
			assert_int_equal(diag_count(w->diag, DIAG_WARNING), 0);
			close_world(w);
		}
}

/* Marks every so many of the texts below a block, of whatever kind. */
static void mark_everywhere(struct world *w, struct block *b, size_t every, size_t *count)
{
	if (b->text.text[0].count && ++*count % every == 0)
		add_note(w, b, words(w, en_words, COUNT_OF(en_words), 3 + next_random(w, 20)),
			 words(w, ko_words, COUNT_OF(ko_words), 3 + next_random(w, 15)));
	for (size_t i = 0; i < b->count; i++)
		mark_everywhere(w, (struct block *)b->children[i], every, count);
}

static void notes_may_be_marked_in_any_text(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_BLOCKS, ARRANGE_SEQUENCE,
					       ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (size_t every = 2; every < 8; every++) {
			struct world *w = open_world(all[i]);
			const struct layout *l;
			struct block *tiles;
			size_t count = 0;

			fill_world(w);
			tiles = add(w, BLOCK_TILES, &w->body);
			tiles->per_row = 2;
			enter(w, tiles);
			for (int k = 0; k < 2; k++)
				add(w, BLOCK_TILE, &w->panel)->text = random_pair(w, 4);
			leave(w);
			mark_everywhere(w, w->root, every, &count);
			l = make(w);
			assert_non_null(l);
			for (size_t p = 0; p < l->page_count; p++)
				check_page(&l->pages[p]);
			check_notes(l);
			assert_true(count_roles(l->root, TAG_NOTE) > 20);
			close_world(w);
		}
}

static void notes_are_numbered_by_the_first_language(void **state)
{
	struct world *w = open_world(ARRANGE_PARALLEL);
	struct block *first = add_para(w, 4), *second = add_para(w, 4), *third = add_para(w, 4), *both;
	struct buf dump = {0};

	(void)state;
	add_note(w, first, NULL, "한국어에만 있는 주석");
	both = add_note(w, second, "A note in both.", "두 언어의 주석");
	add_note(w, third, "Another note.", NULL);
	/* a second mark of one note */
	((struct run *)third->text.text[0].runs)[1].note = both;
	tags_dump(make(w), &dump);
	assert_non_null(strstr(dump.data, "한국어에만"));
	assert_null(strstr(dump.data, "Another note."));
	assert_true(strstr(dump.data, "\"1 \"") < strstr(dump.data, "A note in both."));
	assert_null(strstr(dump.data, "\"3"));
	buf_free(&dump);
	close_world(w);
}

/* Lines of a note are read on, page by page; nothing is lost and nothing stands alone. */
static void only_a_note_too_long_for_a_page_is_divided(void **state)
{
	static const enum arrangement all[] = {ARRANGE_SINGLE, ARRANGE_PARALLEL, ARRANGE_FACING};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		for (size_t length = 200; length <= 1800; length += 400) {
			struct world *w = open_world(all[i]);
			const struct layout *l;
			const char *en = words(w, en_words, COUNT_OF(en_words), length);
			struct buf shown = {0}, given = {0};

			add_para(w, 50);
			add_note(w, add_para(w, 50), en, words(w, ko_words, COUNT_OF(ko_words), 30));
			add_para(w, 50);
			l = make(w);
			check_layout(l);
			text_of_tags(l, first_note(l->root)->last, &shown);
			put_without_breaks(&given, en, strlen(en));
			assert_string_equal(shown.data, given.data);
			buf_free(&shown);
			buf_free(&given);
			close_world(w);
		}
}

static void notes_have_their_place(void **state)
{
	struct world *w = open_world(ARRANGE_SINGLE);
	struct block *b = add_para(w, 3), *note = add_note(w, b, "A note.", NULL);

	(void)state;
	note->text.text[0].count = 0;
	expect_finding(w, "LAYOUT_NOTE_TEXT");

	w = open_world(ARRANGE_SINGLE);
	b = add_para(w, 3);
	note = add_note(w, b, "A note.", NULL);
	add_note(w, note, "A note on a note.", NULL);
	expect_finding(w, "LAYOUT_NOTE_PLACE");

	w = open_world(ARRANGE_PARALLEL);
	enter(w, add_table(w, 2, 2));
	add_note(w, (struct block *)w->root->children[0]->children[1]->children[0]->children[0], "A note.", "주석");
	assert_int_equal(count_roles(make(w)->root, TAG_NOTE), 2);
	close_world(w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_stand_on_the_page_of_their_mark),
		cmocka_unit_test(notes_may_be_marked_in_any_text),
		cmocka_unit_test(notes_are_numbered_by_the_first_language),
		cmocka_unit_test(only_a_note_too_long_for_a_page_is_divided),
		cmocka_unit_test(notes_have_their_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
