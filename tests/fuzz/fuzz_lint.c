/* Any two texts as the sides of a pair: the input up to its first line feed, and the rest. */
#include "lint.h"

#include <stdlib.h>
#include <string.h>

static const char head[] =
	"id: fuzz\n"
	"languages: [en-GB, ko-KR]\n"
	"title: {en: State visit, ko: 국빈 방문}\n"
	"date: 2021-05-04\n"
	"sources: [{id: s, title: {en: Release, ko: 보도자료}, date: 2021-05, paragraphs: [{id: p1, about: {en: All, ko: 전체}}]}]\n"
	"parties: [{id: uk, name: {en: United Kingdom, ko: 영국}, short: {en: UK, ko: 영국}}]\n"
	"instruments: [{id: i, kind: {en: Plan, ko: 계획}, title: {en: Tide Plan, ko: 조석 계획}, short: {en: Plan, ko: 계획},\n"
	"  signed: 2021-05-04, source: p1, summary: {en: They measure., ko: 관측한다., source: p1}}]\n"
	"glossary: [{term: {en: memorandum of understanding, ko: 양해각서}, short: {en: MoU, ko: MOU}, avoid: [각서안]}]\n"
	"figures: [{id: f, value: 11, label: {en: priority sectors, ko: 중점 분야}, source: p1}]\n"
	"lead:\n  source: p1\n  en: ";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void put_side(struct buf *text, struct arena *arena, const uint8_t *data, size_t size)
{
	buf_json(text, arena_strndup(arena, (const char *)data, size));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *cut = memchr(data, '\n', size);
	size_t first = cut ? (size_t)(cut - data) : size;
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct buf text = {0}, out = {0};
	const struct pack *pack;

	buf_puts(&text, head);
	put_side(&text, arena, data, first);
	buf_puts(&text, "\n  ko: ");
	put_side(&text, arena, data + first, size - first);
	buf_putc(&text, '\n');
	pack = model_parse(arena, diag, "pack.yaml", text.data, text.len);
	if (pack) {
		struct lint_result result = lint_pack(arena, diag, pack, &(struct lint_options){.rules = "data/rules"});

		(void)lint_correct(arena, pack->files[0], &result, &out);
		lint_review(arena, diag, pack, &result, true, &out);
	}
	buf_free(&out);
	buf_free(&text);
	arena_free(arena);
	return 0;
}
