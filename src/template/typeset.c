/*
 * typeset: what a keyboard has, as it is printed. A mark opens or closes by its neighbours, which may stand in another run:
 * "**Open** data". So the runs of a text are set as one, and cut again where they met.
 */
#include "template_int.h"

#include <string.h>

static const char object[] = FLOW_NUMBER; /* stands for what is not the text's own words, as a letter would */

static bool is_exact(const struct runs *runs, size_t index)
{
	for (size_t i = 0; i < runs->exact.count; i++)
		if (runs->exact.items[i] == index)
			return true;
	return false;
}

/* Words of the pack or the template in the language of their place. */
static bool is_own(const struct runs *runs, size_t index)
{
	const struct run *run = &runs->list.items[index];

	return run->kind == RUN_TEXT && !run->lang && !is_exact(runs, index);
}

static bool has_marks(const struct runs *runs)
{
	for (size_t i = 0; i < runs->list.count; i++)
		if (is_own(runs, i) && locale_may_curl(runs->list.items[i].text, runs->list.items[i].len))
			return true;
	return false;
}

/* A space on either side of a word that is not the text's own parts it as in the text. */
static void put_foreign(const struct run *run, struct buf *all)
{
	bool words = run->kind == RUN_TEXT && run->len;

	if (words && run->text[0] == ' ')
		buf_putc(all, ' ');
	buf_puts(all, object);
	if (words && run->text[run->len - 1] == ' ')
		buf_putc(all, ' ');
}

void typeset_marks(struct tmpl *t, struct runs *runs, size_t lang)
{
	struct buf all = {0}, set = {0};
	size_t *cuts;

	if (!has_marks(runs))
		return;
	cuts = arena_array(t->arena, runs->list.count + 1, sizeof *cuts);
	for (size_t i = 0; i < runs->list.count; i++) {
		cuts[i] = all.len;
		if (is_own(runs, i))
			buf_put(&all, runs->list.items[i].text, runs->list.items[i].len);
		else
			put_foreign(&runs->list.items[i], &all);
	}
	cuts[runs->list.count] = all.len;
	locale_curl(t->langs[lang].locale, all.data, all.len, cuts, runs->list.count + 1, &set);
	for (size_t i = 0; i < runs->list.count; i++) {
		struct run *run = &runs->list.items[i];

		if (!is_own(runs, i))
			continue;
		run->len = cuts[i + 1] - cuts[i];
		run->text = arena_strndup(t->arena, set.data + cuts[i], run->len);
	}
	buf_free(&all);
	buf_free(&set);
}
