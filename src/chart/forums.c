/*
 * Bodies before and after: how they are read from the pack, and the change in words.
 */
#include "chart_int.h"

#include <string.h>

/* The labels of the records or the texts of a list, in one language. */
static const char **list_texts(struct arena *arena, const struct chart_request *req, size_t lang,
			       const struct value *list)
{
	size_t count = value_count(list);
	const char **texts = arena_array(arena, count, sizeof *texts);

	for (size_t i = 0; i < count; i++) {
		const struct value *item = value_deref(value_at(list, i));

		texts[i] = wording_text(req, lang, item && item->kind == VALUE_RECORD ? wording_label(item) : item);
	}
	return texts;
}

static void read_words(struct arena *arena, const struct chart_request *req, size_t lang, struct forum *forum)
{
	const struct locale *locale = req->langs[lang].locale;
	const struct value *members = value_field(forum->record, "members"),
			   *chairs = value_field(forum->record, "chairs");
	const char **names = list_texts(arena, req, lang, members), **heads = list_texts(arena, req, lang, chairs),
		   *lines;

	forum->members[lang] = forum->chairs[lang] = forum->chair_lines[lang] = "";
	if (value_count(members))
		forum->members[lang] =
			wording_phrase(arena, locale, "chart_members", "names",
				       wording_join(arena, locale, names, value_count(members), NULL), NULL);
	if (value_count(chairs) == 0)
		return;
	forum->chairs[lang] = wording_phrase(arena, locale, "chart_chairs", "names",
					     wording_join(arena, locale, heads, value_count(chairs), NULL), NULL);
	lines = arena_printf(arena, "\n%s", wording_join(arena, locale, heads, value_count(chairs), "\n"));
	forum->chair_lines[lang] = wording_phrase(arena, locale, "chart_chairs", "names", lines, NULL);
}

static bool holds(const char *text, const char *part)
{
	return text && part && *part && strstr(text, part);
}

/* Whether the forum's own name says who runs it, in all languages: "Body run by A with B". Then a line would say it twice. */
static bool names_members(const struct chart_request *req, const struct forum *forum)
{
	const struct value *members = value_field(forum->record, "members");

	for (size_t lang = 0; lang < req->lang_count; lang++) {
		const char *name = wording_text(req, lang, forum->name);

		for (size_t i = 0; i < value_count(members); i++) {
			const struct value *body = value_deref(value_at(members, i));

			if (!holds(name, wording_text(req, lang, value_field(body, "short"))) &&
			    !holds(name, wording_text(req, lang, value_field(body, "name"))))
				return false;
		}
	}
	return true;
}

size_t forums_read(struct arena *arena, const struct chart_request *req, const char *side, struct forum **out)
{
	const struct value *list = value_field(chart_data(req), side);
	size_t count = value_count(list);

	*out = arena_array(arena, count, sizeof **out);
	for (size_t i = 0; i < count; i++) {
		struct forum *forum = &(*out)[i];

		forum->record = value_deref(value_at(list, i));
		forum->name = wording_label(forum->record);
		for (size_t lang = 0; lang < req->lang_count; lang++)
			read_words(arena, req, lang, forum);
		for (size_t lang = 0; lang < req->lang_count && names_members(req, forum); lang++)
			forum->members[lang] = "";
	}
	return count;
}

/* ---- in words ---- */

const char *forums_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	struct forum *before, *after;
	size_t before_count = forums_read(arena, req, "before", &before);
	size_t after_count = forums_read(arena, req, "after", &after);
	const char **names = arena_array(arena, after_count, sizeof *names), *texts[2], *was, *is;

	if (before_count == 0 || after_count == 0)
		return NULL;
	for (size_t i = 0; i < after_count; i++)
		names[i] = wording_text(req, lang, after[i].name);
	was = wording_number(arena, locale, before_count);
	is = wording_number(arena, locale, after_count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_governance_names", "before", was, "after", is, "names",
				  wording_join(arena, locale, names, after_count, NULL), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_governance", "before", was, "after", is, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

static void describe_side(struct arena *arena, const struct chart_request *req, size_t lang, const char *side,
			  const char *heading, struct buf *out)
{
	struct forum *forums;
	size_t count = forums_read(arena, req, side, &forums);

	buf_printf(out, "%s\n", wording_phrase(arena, req->langs[lang].locale, heading, NULL));
	for (size_t i = 0; i < count; i++) {
		buf_puts(out, wording_text(req, lang, forums[i].name));
		if (*forums[i].members[lang])
			buf_printf(out, ". %s", forums[i].members[lang]);
		if (*forums[i].chairs[lang])
			buf_printf(out, ". %s", forums[i].chairs[lang]);
		buf_putc(out, '\n');
	}
}

void forums_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	describe_side(arena, req, lang, "before", "chart_before", out);
	describe_side(arena, req, lang, "after", "chart_after", out);
}
