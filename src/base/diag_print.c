/*
 * Findings as text for people and as JSON for programs, in order of their places.
 */
#include "diag.h"
#include "diag_int.h"

#include <stdlib.h>
#include <string.h>

struct level_look {
	const char *en, *ko, *json, *colour;
};

static const struct level_look looks[] = {
	[DIAG_STYLE] = {"style", "표현", "style", "\033[36m"},
	[DIAG_WARNING] = {"warning", "경고", "warning", "\033[35m"},
	[DIAG_ERROR] = {"error", "오류", "error", "\033[31m"},
	[DIAG_REFUSAL] = {"refusal", "불가", "refusal", "\033[31m"},
	[DIAG_SYSTEM] = {"system error", "시스템 오류", "system", "\033[31m"},
};
_Static_assert(COUNT_OF(looks) == DIAG_SYSTEM + 1, "one look a level");

#define COLOUR_BOLD "\033[1m"
#define COLOUR_NOTE "\033[34m"
#define COLOUR_END "\033[0m"

static void put_colour(const struct diag_print *how, struct buf *out, const char *colour)
{
	if (how->colour)
		buf_puts(out, colour);
}

/* One half of an argument that was made by DIAG_BOTH; any other argument whole. */
static void put_arg(const char *arg, bool korean, struct buf *out)
{
	const char *parting = strchr(arg, '\037');

	if (!parting)
		buf_puts(out, arg);
	else if (korean)
		buf_puts(out, parting + 1);
	else
		buf_put(out, arg, (size_t)(parting - arg));
}

/* Fills the places of a phrase. Arguments are shown as they are: a brace in one is no place. */
void diag_phrase(const struct finding *f, bool korean, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	const char *at = korean ? entry->ko : entry->en;

	while (*at) {
		if (at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}') {
			put_arg(f->args[at[1] - '0'], korean, out);
			at += 3;
		} else {
			buf_putc(out, *at++);
		}
	}
}

static void put_place(struct pos pos, struct buf *out)
{
	if (!pos.file) {
		buf_puts(out, "bifolio: ");
		return;
	}
	diag_caret_safe(pos.file->path, strlen(pos.file->path), out);
	if (pos.line)
		buf_printf(out, ":%u:%u", (unsigned int)pos.line, (unsigned int)pos.column);
	buf_puts(out, ": ");
}

static void put_head(struct pos pos, const char *word, const char *colour, const struct diag_print *how,
		     struct buf *out)
{
	put_colour(how, out, COLOUR_BOLD);
	put_place(pos, out);
	put_colour(how, out, colour);
	buf_puts(out, word);
	buf_puts(out, ": ");
	put_colour(how, out, COLOUR_END);
}

static void put_text(const struct finding *f, const struct diag_print *how, struct diag_caret *caret, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	const struct level_look *look = &looks[entry->level];
	struct buf phrase = {0};

	diag_phrase(f, how->korean, &phrase);
	put_head(f->pos, how->korean ? look->ko : look->en, look->colour, how, out);
	diag_caret_safe(phrase.data, phrase.len, out);
	buf_printf(out, " [%s]\n", entry->name);
	diag_caret_put(caret, f->pos, how->colour, out);
	for (size_t i = 0; i < f->notes.count; i++) {
		const struct finding_note *note = &f->notes.items[i];
		const char *words = how->korean ? note->ko : note->en;

		put_head(note->pos, how->korean ? "참고" : "note", COLOUR_NOTE, how, out);
		diag_caret_safe(words, strlen(words), out);
		buf_putc(out, '\n');
		diag_caret_put(caret, note->pos, how->colour, out);
	}
	buf_free(&phrase);
}

static void put_json_place(struct pos pos, struct buf *out)
{
	buf_puts(out, "\"file\": ");
	if (pos.file)
		buf_json(out, pos.file->path);
	else
		buf_puts(out, "null");
	if (pos.file && pos.line)
		buf_printf(out, ", \"line\": %u, \"column\": %u", (unsigned int)pos.line, (unsigned int)pos.column);
	else
		buf_puts(out, ", \"line\": null, \"column\": null");
}

static void put_json(const struct finding *f, const struct diag_print *how, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	struct buf phrase = {0};

	diag_phrase(f, how->korean, &phrase);
	buf_putc(out, '{');
	put_json_place(f->pos, out);
	buf_printf(out, ", \"level\": \"%s\", \"code\": \"%s\", \"message\": ", looks[entry->level].json, entry->name);
	buf_json(out, phrase.data);
	buf_puts(out, ", \"notes\": [");
	for (size_t i = 0; i < f->notes.count; i++) {
		const struct finding_note *note = &f->notes.items[i];

		buf_puts(out, i ? ", {" : "{");
		put_json_place(note->pos, out);
		buf_puts(out, ", \"message\": ");
		buf_json(out, how->korean ? note->ko : note->en);
		buf_putc(out, '}');
	}
	buf_puts(out, "]}");
	buf_free(&phrase);
}

static int compare_number(size_t a, size_t b)
{
	return a < b ? -1 : a > b;
}

/* Findings without a file come first, then by path, line, column and the order of being found. */
static int by_place(const void *left, const void *right)
{
	const struct finding *a = *(const struct finding *const *)left, *b = *(const struct finding *const *)right;
	int order = strcmp(a->pos.file ? a->pos.file->path : "", b->pos.file ? b->pos.file->path : "");

	if (!order)
		order = compare_number(a->pos.line, b->pos.line);
	if (!order)
		order = compare_number(a->pos.column, b->pos.column);
	return order ? order : compare_number(a->order, b->order);
}

static void print_text(const struct diag *diag, const struct finding **sorted, const struct diag_print *how,
		       struct buf *out)
{
	struct diag_caret caret = {.arena = arena_new()};

	for (size_t i = 0; i < map_count(diag->known); i++)
		put_text(sorted[i], how, &caret, out);
	arena_free(caret.arena);
	if (diag->more && how->korean)
		buf_printf(out, "bifolio: %zu건이 더 있으나 표시하지 않습니다. 위의 것부터 고치십시오\n", diag->more);
	else if (diag->more)
		buf_printf(out, "bifolio: %zu more are not shown: correct these first\n", diag->more);
}

static void print_json(const struct diag *diag, const struct finding **sorted, const struct diag_print *how,
		       struct buf *out)
{
	size_t count = map_count(diag->known);

	buf_puts(out, "{\"findings\": [");
	for (size_t i = 0; i < count; i++) {
		buf_puts(out, i ? ",\n" : "\n");
		put_json(sorted[i], how, out);
	}
	buf_puts(out, count ? "\n]" : "]");
	if (diag->more)
		buf_printf(out, ", \"more\": %zu", diag->more);
	buf_puts(out, "}\n");
}

const struct finding **diag_sorted(const struct diag *diag)
{
	size_t count = map_count(diag->known);
	const struct finding **sorted = arena_array(diag->arena, count, sizeof *sorted);

	for (size_t i = 0; i < count; i++)
		sorted[i] = map_value_at(diag->known, i);
	if (count)
		qsort(sorted, count, sizeof *sorted, by_place);
	return sorted;
}

const char *diag_level_word(enum diag_level level)
{
	return looks[level].json;
}

size_t diag_total(const struct diag *diag)
{
	return map_count(diag->known);
}

struct diag_view diag_at(const struct diag *diag, size_t index, bool korean)
{
	const struct finding *f = diag_sorted(diag)[index];
	struct buf phrase = {0};
	struct diag_view view = {diag_entry_at(f->code), f->pos, NULL};

	diag_phrase(f, korean, &phrase);
	view.message = arena_strndup(diag->arena, phrase.data, phrase.len);
	buf_free(&phrase);
	return view;
}

void diag_print(const struct diag *diag, const struct diag_print *how, struct buf *out)
{
	switch (how->form) {
	case DIAG_JSON:
		print_json(diag, diag_sorted(diag), how, out);
		break;
	case DIAG_SARIF:
		diag_sarif(diag, how, out);
		break;
	case DIAG_JUNIT:
		diag_junit(diag, how, out);
		break;
	case DIAG_TEXT:
		print_text(diag, diag_sorted(diag), how, out);
		break;
	}
}
