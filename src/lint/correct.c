/*
 * Corrections in the files themselves. A correction replaces the bytes that a stretch of a text comes from and nothing
 * else, so comments, order and layout stay. The new file is read again and compared with the old one, value by value:
 * only the corrected texts may differ, and only as they should. What does not pass is left as it was.
 */
#include "lint_int.h"

#include <stdlib.h>
#include <string.h>

enum { CORRECT_LONG = 400 }; /* bytes of a correction whose unchanged parts are looked for */

/* The corrections of one text in one language, which are the edits of one scalar. */
struct correct_scalar {
	struct pos pos;
	const char *wanted;  /* the whole text after them */
	size_t first, count; /* of the edits */
	size_t fixes;        /* that they make up */
	bool dropped;
};

struct correct_edit {
	uint32_t from, to; /* bytes of the file */
	const char *with;  /* as it is written in the scalar's style */
};

struct correct {
	struct arena *arena;
	struct source_places *places;
	const struct source_file *file;
	LIST(struct correct_scalar) scalars;
	LIST(struct correct_edit) edits;
};

/* ---- what is to be changed ---- */

static int correct_order(const void *left, const void *right)
{
	const struct lint_fix *a = *(const struct lint_fix *const *)left, *b = *(const struct lint_fix *const *)right;
	struct pos p = a->text->as.text.at[a->lang], q = b->text->as.text.at[b->lang];

	if (p.line != q.line)
		return p.line < q.line ? -1 : 1;
	if (p.column != q.column)
		return p.column < q.column ? -1 : 1;
	return a->start < b->start ? -1 : a->start > b->start;
}

/* A quotation mark or backslash is written as the scalar's style has it. */
static const char *correct_quoted(struct arena *arena, const char *text, char style)
{
	struct buf out = {0};
	const char *quoted;

	for (; *text; text++) {
		if (style == '\'' && *text == '\'')
			buf_putc(&out, '\'');
		if (style == '"' && (*text == '"' || *text == '\\'))
			buf_putc(&out, '\\');
		buf_putc(&out, *text);
	}
	quoted = arena_strndup(arena, out.data ? out.data : "", out.len);
	buf_free(&out);
	return quoted;
}

static char correct_style(const struct source_file *file, uint32_t first)
{
	return first ? file->text[first - 1] : '\0';
}

/* ---- edits ---- */

static bool correct_inside(const char *text, size_t at)
{
	return ((unsigned char)text[at] & 0xC0) == 0x80;
}

/* The longest stretch of whole characters that two texts share. */
static size_t correct_common(const char *a, size_t a_len, const char *b, size_t b_len, size_t *a_at, size_t *b_at)
{
	size_t best = 0;

	for (size_t i = 0; i < a_len && a_len <= CORRECT_LONG && b_len <= CORRECT_LONG; i++)
		for (size_t j = 0; j < b_len; j++) {
			size_t len = 0;

			while (i + len < a_len && j + len < b_len && a[i + len] == b[j + len])
				len++;
			while (len && ((i + len < a_len && correct_inside(a, i + len)) ||
				       (j + len < b_len && correct_inside(b, j + len))))
				len--;
			if (len <= best || correct_inside(a, i) || correct_inside(b, j))
				continue;
			best = len;
			*a_at = i;
			*b_at = j;
		}
	return best;
}

struct correct_place {
	const struct source_span *span;
	const char *text; /* what the span is of */
	char style;
};

/*
 * Edits that make the bytes start .. end of a text into others. What both share is not touched, so that lines of the file
 * stay as the author broke them.
 */
static void correct_edits(struct correct *c, const struct correct_place *p, uint32_t start, uint32_t end,
			  const char *with, size_t len)
{
	size_t a = 0, b = 0, common = correct_common(p->text + start, end - start, with, len, &a, &b);

	if (common) {
		correct_edits(c, p, start, start + (uint32_t)a, with, b);
		correct_edits(c, p, start + (uint32_t)(a + common), end, with + b + common, len - b - common);
	} else if (end > start || len) {
		uint32_t from = start < p->span->len ? p->span->from[start] : p->span->to[start - 1];

		*LIST_ADD(c->arena, &c->edits) =
			(struct correct_edit){from, end > start ? p->span->to[end - 1] : from,
					      correct_quoted(c->arena, arena_strndup(c->arena, with, len), p->style)};
	}
}

/* The fixes first .. last - 1 are of one scalar, in order. */
static void correct_scalar_add(struct correct *c, const struct lint_fix **fixes, size_t first, size_t last)
{
	const struct lint_fix *fix = fixes[first];
	const char *text = fix->text->as.text.lang[fix->lang];
	struct pos pos = fix->text->as.text.at[fix->lang];
	struct correct_scalar scalar = {.pos = pos, .first = c->edits.count};
	struct source_span span;
	struct correct_place place = {&span, text, '\0'};
	struct buf wanted = {0};
	uint32_t done = 0;

	if (!source_span(c->places, pos, text, &span) || !span.len)
		return;
	place.style = correct_style(c->file, span.from[0]);
	for (size_t i = first; i < last; i++) {
		uint32_t start = fixes[i]->start, end = fixes[i]->end;

		if (start < done || start >= span.len)
			continue; /* another correction covers it; the next run sees what is left */
		correct_edits(c, &place, start, end, fixes[i]->with, strlen(fixes[i]->with));
		scalar.fixes++;
		buf_put(&wanted, text + done, start - done);
		buf_puts(&wanted, fixes[i]->with);
		done = end > start ? end : start;
	}
	buf_puts(&wanted, text + done);
	scalar.wanted = arena_strndup(c->arena, wanted.data, wanted.len);
	scalar.count = c->edits.count - scalar.first;
	buf_free(&wanted);
	if (scalar.count)
		*LIST_ADD(c->arena, &c->scalars) = scalar;
}

static void correct_gather(struct correct *c, const struct lint_result *result)
{
	const struct lint_fix **fixes = arena_array(c->arena, result->fix_count, sizeof *fixes);
	size_t count = 0, first = 0;

	for (size_t i = 0; i < result->fix_count; i++)
		if (result->fixes[i].text->as.text.at[result->fixes[i].lang].file == c->file)
			fixes[count++] = &result->fixes[i];
	if (count)
		qsort(fixes, count, sizeof *fixes, correct_order);
	for (size_t i = 1; i <= count; i++) {
		struct pos a = fixes[first]->text->as.text.at[fixes[first]->lang];
		struct pos b = i < count ? fixes[i]->text->as.text.at[fixes[i]->lang] : (struct pos){0};

		if (i < count && a.line == b.line && a.column == b.column)
			continue;
		correct_scalar_add(c, fixes, first, i);
		first = i;
	}
}

/* ---- the new file ---- */

static void correct_write(const struct correct *c, struct buf *out)
{
	uint32_t done = 0;

	for (size_t s = 0; s < c->scalars.count; s++)
		for (size_t i = 0; i < c->scalars.items[s].count && !c->scalars.items[s].dropped; i++) {
			const struct correct_edit *edit = &c->edits.items[c->scalars.items[s].first + i];

			buf_put(out, c->file->text + done, edit->from - done);
			buf_puts(out, edit->with);
			done = edit->to;
		}
	buf_put(out, c->file->text + done, c->file->len - done);
}

/* ---- proof ---- */

static const char *correct_folded(struct arena *arena, const struct node *node)
{
	const char *text = nfc_text(arena, node->text, node->len);
	char *folded = arena_strdup(arena, text);
	size_t count = 0;

	for (; *text; text++) {
		if (!strchr(" \t\r\n", *text))
			folded[count++] = *text;
		else if (count && folded[count - 1] != ' ')
			folded[count++] = ' ';
	}
	while (count && folded[count - 1] == ' ')
		count--;
	folded[count] = '\0';
	return folded;
}

static const struct correct_scalar *correct_scalar_at(const struct correct *c, struct pos pos)
{
	for (size_t i = 0; i < c->scalars.count; i++)
		if (!c->scalars.items[i].dropped && c->scalars.items[i].pos.line == pos.line &&
		    c->scalars.items[i].pos.column == pos.column)
			return &c->scalars.items[i];
	return NULL;
}

static bool correct_same_scalar(const struct correct *c, const struct node *old, const struct node *new)
{
	const struct correct_scalar *scalar = correct_scalar_at(c, old->pos);

	if (scalar)
		return !strcmp(correct_folded(c->arena, new), scalar->wanted);
	return old->len == new->len && !memcmp(old->text, new->text, old->len) && old->plain == new->plain;
}

static bool correct_same(const struct correct *c, const struct node *old, const struct node *new)
{
	if (old->kind != new->kind || old->count != new->count)
		return false;
	if (old->kind == NODE_SCALAR)
		return correct_same_scalar(c, old, new);
	for (size_t i = 0; i < old->count; i++) {
		if (old->kind == NODE_SEQ ? !correct_same(c, old->items[i], new->items[i])
					  : !correct_same(c, old->entries[i].key, new->entries[i].key) ||
						    !correct_same(c, old->entries[i].value, new->entries[i].value))
			return false;
	}
	return true;
}

static bool correct_proved(const struct correct *c, const struct node *old, const struct buf *text)
{
	struct diag *diag = diag_new(c->arena);
	const struct node *new = source_parse(c->arena, diag, c->file->path, text->data, text->len);

	return new && !diag_count(diag, DIAG_STYLE) && correct_same(c, old, new);
}

/* Writes the file with all corrections that can be proved right; if not all together, those that can one by one. */
static void correct_file(struct correct *c, struct buf *out)
{
	struct diag *diag = diag_new(c->arena);
	const struct node *old = source_parse(c->arena, diag, c->file->path, c->file->text, c->file->len);

	correct_write(c, out);
	if (!old || correct_proved(c, old, out))
		return;
	for (size_t i = 0; i < c->scalars.count; i++)
		c->scalars.items[i].dropped = true;
	for (size_t i = 0; i < c->scalars.count; i++) {
		c->scalars.items[i].dropped = false;
		out->len = 0;
		correct_write(c, out);
		c->scalars.items[i].dropped = !correct_proved(c, old, out);
	}
	out->len = 0;
	correct_write(c, out);
}

size_t lint_correct(struct arena *arena, const struct source_file *file, const struct lint_result *result,
		    struct buf *out)
{
	struct correct c = {.arena = arena, .places = source_places_new(arena), .file = file};
	size_t count = 0;

	correct_gather(&c, result);
	if (!c.scalars.count)
		return 0;
	correct_file(&c, out);
	for (size_t i = 0; i < c.scalars.count; i++)
		count += c.scalars.items[i].dropped ? 0 : c.scalars.items[i].fixes;
	return count;
}
