/*
 * A page for people who compare the languages: every text with both sides next to each other, the findings marked where
 * they stand and said below. One file without scripts, readable by keyboard and screen reader.
 */
#include "lint_int.h"

#include <stdlib.h>
#include <string.h>

struct review {
	struct arena *arena;
	const struct diag *diag;
	const struct pack *pack;
	const struct lint_result *result;
	bool korean;
	struct map *messages; /* code and place -> message */
	struct map *marks;    /* a text -> struct review_marks */
	struct buf *out;
};

struct review_marks {
	const struct lint_mark **items;
	size_t count, cap;
};

static const char review_style[] =
	":root{color-scheme:light dark;--ink:#1a1a1a;--ground:#fff;--line:#b9bec6;--soft:#f2f4f7;"
	"--error:#a4001d;--error-soft:#fbe3e6;--warning:#7a4a00;--warning-soft:#fff0cf;--style:#124a80;"
	"--style-soft:#e3effb}\n"
	"@media(prefers-color-scheme:dark){:root{--ink:#eee;--ground:#16181b;--line:#555c66;--soft:#22262b;"
	"--error:#ff9aa8;--error-soft:#4a1620;--warning:#ffd27a;--warning-soft:#463100;--style:#9bcbff;"
	"--style-soft:#12304f}}\n"
	"*{box-sizing:border-box}body{margin:0 auto;max-width:80rem;padding:1rem;color:var(--ink);"
	"background:var(--ground);font:1rem/1.6 system-ui,sans-serif}\n"
	".skip{position:absolute;left:-99rem}.skip:focus{position:static}a{color:inherit}:focus-visible{"
	"outline:3px solid var(--style)}\n"
	"h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;border-bottom:2px solid var(--line)}h3{"
	"font-size:.95rem;margin:0;overflow-wrap:anywhere;font-weight:600}\n"
	"article{border:1px solid var(--line);border-radius:.4rem;margin:1rem 0;padding:.75rem 1rem}"
	"article:target{border-width:3px}\n"
	".sides{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}@media(max-width:44rem){.sides{"
	"grid-template-columns:1fr}}\n"
	".sides p{margin:.4rem 0}:lang(ko){word-break:keep-all;line-height:1.75}\n"
	"mark{color:inherit;background:var(--warning-soft);border-bottom:3px solid var(--warning)}"
	"mark.error,mark.refusal{background:var(--error-soft);border-color:var(--error)}mark.style{"
	"background:var(--style-soft);border-color:var(--style)}\n"
	".notes{margin:.5rem 0 0;padding-left:1.25rem}.level{font-weight:700;color:var(--warning)}"
	".level.error,.level.refusal{color:var(--error)}.level.style{color:var(--style)}code{"
	"font-size:.85em}\n"
	"#only:checked~main .clean{display:none}.filter{background:var(--soft);padding:.5rem .75rem;"
	"border-radius:.4rem;display:inline-block}\n"
	"@media print{.filter,.skip{display:none}article{break-inside:avoid}}\n";

static const char *review_say(const struct review *r, const char *en, const char *ko)
{
	return r->korean ? ko : en;
}

static void review_escape(const char *text, size_t len, struct buf *out)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '&')
			buf_puts(out, "&amp;");
		else if (text[i] == '<')
			buf_puts(out, "&lt;");
		else if (text[i] == '>')
			buf_puts(out, "&gt;");
		else if (text[i] == '"')
			buf_puts(out, "&quot;");
		else
			buf_putc(out, text[i]);
	}
}

static void review_puts(struct review *r, const char *text)
{
	review_escape(text, strlen(text), r->out);
}

/* ---- findings ---- */

static const char *review_key(struct arena *arena, const char *code, struct pos pos)
{
	return arena_printf(arena, "%s %u %u %s", code, (unsigned int)pos.line, (unsigned int)pos.column,
			    pos.file ? pos.file->path : "");
}

static void review_gather(struct review *r)
{
	for (size_t i = 0; i < diag_total(r->diag); i++) {
		struct diag_view view = diag_at(r->diag, i, r->korean);
		const char *key = review_key(r->arena, view.entry->name, view.pos);

		map_put(r->messages, key, strlen(key), (void *)(uintptr_t)view.message);
	}
	for (size_t i = 0; i < r->result->mark_count; i++) {
		const struct lint_mark *mark = &r->result->marks[i];
		struct review_marks *marks = map_find(r->marks, (const char *)&mark->text, sizeof mark->text);

		if (!marks) {
			marks = arena_alloc(r->arena, sizeof *marks);
			map_put(r->marks, (const char *)&mark->text, sizeof mark->text, marks);
		}
		*LIST_ADD(r->arena, marks) = mark;
	}
}

static const char *review_level(const struct lint_mark *mark)
{
	static const char *const words[] = {
		[DIAG_STYLE] = "style",     [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error",
		[DIAG_REFUSAL] = "refusal", [DIAG_SYSTEM] = "error",
	};

	return words[diag_entry_at(mark->code)->level];
}

static const char *review_level_said(const struct review *r, const struct lint_mark *mark)
{
	const char *level = review_level(mark);

	if (!r->korean)
		return level;
	return !strcmp(level, "style") ? "표현" : !strcmp(level, "warning") ? "경고" : "오류";
}

static void review_note(struct review *r, const struct lint_mark *mark)
{
	const char *name = diag_entry_at(mark->code)->name, *key = review_key(r->arena, name, mark->pos);
	const char *message = map_find(r->messages, key, strlen(key));

	if (!message)
		return; /* past the number of findings that are kept */
	buf_printf(r->out, "<li id=\"m%zu\"><span class=\"level %s\">%s</span> ", (size_t)(mark - r->result->marks),
		   review_level(mark), review_level_said(r, mark));
	review_puts(r, message);
	buf_printf(r->out, " <code>%s</code>, <code>", name);
	if (mark->pos.file)
		review_puts(r, mark->pos.file->path);
	buf_printf(r->out, ":%u:%u</code></li>\n", (unsigned int)mark->pos.line, (unsigned int)mark->pos.column);
}

/* ---- texts ---- */

static int review_order(const void *left, const void *right)
{
	const struct lint_mark *a = *(const struct lint_mark *const *)left,
			       *b = *(const struct lint_mark *const *)right;

	return a->start < b->start ? -1 : a->start > b->start;
}

/* Marks that lie inside an earlier one are said below only. */
static void review_side(struct review *r, const struct value *text, size_t lang, const struct review_marks *marks)
{
	const char *bytes = text->as.text.lang[lang];
	uint32_t done = 0, len = (uint32_t)strlen(bytes);

	buf_printf(r->out, "<div lang=\"%s\"><p>", r->pack->langs[lang].tag);
	for (size_t i = 0; marks && i < marks->count; i++) {
		const struct lint_mark *mark = marks->items[i];
		uint32_t end = mark->end > mark->start ? mark->end : mark->start + 1;

		while (end < len && ((unsigned char)bytes[end] & 0xC0) == 0x80)
			end++;
		if (mark->lang != lang || mark->start < done || end > len)
			continue;
		review_escape(bytes + done, mark->start - done, r->out);
		buf_printf(r->out, "<mark class=\"%s\" aria-describedby=\"m%zu\">", review_level(mark),
			   (size_t)(mark - r->result->marks));
		review_escape(bytes + mark->start, end - mark->start, r->out);
		buf_puts(r->out, "</mark>");
		done = end;
	}
	review_escape(bytes + done, len - done, r->out);
	buf_puts(r->out, "</p></div>\n");
}

static void review_pair(struct review *r, size_t index)
{
	const struct lint_pair *pair = &r->result->pairs[index];
	struct review_marks *marks = map_find(r->marks, (const char *)&pair->text, sizeof pair->text);

	if (marks)
		qsort(marks->items, marks->count, sizeof(*marks->items), review_order);
	buf_printf(r->out, "<article id=\"t%zu\"%s><h3>", index, marks ? "" : " class=\"clean\"");
	review_puts(r, pair->path);
	buf_puts(r->out, "</h3>\n<div class=\"sides\">\n");
	review_side(r, pair->text, pair->lang, marks);
	review_side(r, pair->text, pair->other, marks);
	buf_puts(r->out, "</div>\n");
	if (marks) {
		buf_puts(r->out, "<ul class=\"notes\">\n");
		for (size_t i = 0; i < marks->count; i++)
			if (marks->items[i]->lang == pair->lang || marks->items[i]->lang == pair->other)
				review_note(r, marks->items[i]);
		buf_puts(r->out, "</ul>\n");
	}
	buf_puts(r->out, "</article>\n");
}

/* Texts of one top-level key stand under its name. */
static void review_texts(struct review *r)
{
	const char *before = "";
	size_t before_len = 0;

	for (size_t i = 0; i < r->result->pair_count; i++) {
		const char *path = r->result->pairs[i].path;
		size_t len = strcspn(path, ".[");

		if (len != before_len || memcmp(path, before, len) != 0) {
			buf_puts(r->out, "<h2>");
			review_escape(path, len, r->out);
			buf_puts(r->out, "</h2>\n");
		}
		before = path;
		before_len = len;
		review_pair(r, i);
	}
}

/* What stands at no text: files, records, dates. */
static void review_rest(struct review *r)
{
	size_t shown = 0;

	for (size_t i = 0; i < r->result->mark_count; i++) {
		const struct lint_mark *mark = &r->result->marks[i];
		const char *key = review_key(r->arena, diag_entry_at(mark->code)->name, mark->pos);

		map_put(r->messages, key, strlen(key), NULL);
	}
	for (size_t i = 0; i < diag_total(r->diag); i++) {
		struct diag_view view = diag_at(r->diag, i, r->korean);
		const char *key = review_key(r->arena, view.entry->name, view.pos);

		if (!map_find(r->messages, key, strlen(key)))
			continue;
		if (!shown++)
			buf_printf(r->out, "<h2>%s</h2>\n<ul class=\"notes\">\n",
				   review_say(r, "The pack itself", "자료집 전체"));
		buf_puts(r->out, "<li>");
		review_puts(r, view.message);
		buf_printf(r->out, " <code>%s</code>", view.entry->name);
		if (view.pos.file) {
			buf_puts(r->out, ", <code>");
			review_puts(r, view.pos.file->path);
			buf_printf(r->out, ":%u:%u</code>", (unsigned int)view.pos.line, (unsigned int)view.pos.column);
		}
		buf_puts(r->out, "</li>\n");
	}
	if (shown)
		buf_puts(r->out, "</ul>\n");
}

static void review_head(struct review *r)
{
	const char *id = r->pack->root->as.record.id;

	buf_printf(r->out,
		   "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>",
		   r->korean ? "ko" : "en");
	buf_printf(r->out, "%s: %s</title>\n<style>\n%s</style>\n</head>\n<body>\n", id,
		   review_say(r, "comparison of languages", "언어 대조"), review_style);
	buf_printf(r->out, "<a class=\"skip\" href=\"#texts\">%s</a>\n<h1>%s: %s</h1>\n",
		   review_say(r, "Skip to the texts", "본문으로 건너뛰기"), id,
		   review_say(r, "comparison of languages", "언어 대조"));
	buf_printf(r->out, review_say(r, "<p>Texts: %zu. Findings: %zu.</p>\n", "<p>글 %zu개, 발견 사항 %zu건</p>\n"),
		   r->result->pair_count, diag_total(r->diag));
	buf_printf(
		r->out,
		"<input type=\"checkbox\" id=\"only\"> <label class=\"filter\" for=\"only\">%s</label>\n"
		   "<main id=\"texts\">\n",
		review_say(r, "Only texts with findings", "발견 사항이 있는 글만 보기"));
}

void lint_review(struct arena *arena, const struct diag *diag, const struct pack *pack,
		 const struct lint_result *result, bool korean, struct buf *out)
{
	struct review r = {.arena = arena,
			   .diag = diag,
			   .pack = pack,
			   .result = result,
			   .korean = korean,
			   .messages = map_new(arena),
			   .marks = map_new(arena),
			   .out = out};

	review_gather(&r);
	review_head(&r);
	review_texts(&r);
	review_rest(&r);
	buf_puts(out, "</main>\n</body>\n</html>\n");
}
