/* A small pack, the head of a template, and the binding of bodies, for tests of templates. */
#ifndef TEMPLATE_FIXTURE_H
#define TEMPLATE_FIXTURE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../../src/template/template_int.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NB "\xC2\xA0" /* no-break space */

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct locale_set *locales;
	const struct pack *pack;
	char folder[64];
};

static const char pack_text[] =
	"id: test\n"
	"languages: [en-GB, ko-KR]\n"
	"title: {en: Tides, ko: 조석}\n"
	"date: 2021-05-04\n"
	"lead: {en: \"Two **offices** signed.\", ko: \"**두 기관(KAIST)**은 체결했다.\", source: [p1, p2]}\n"
	"sources:\n"
	"  - id: release\n"
	"    title: {en: Release, ko: 보도자료}\n"
	"    date: 2021-05\n"
	"    paragraphs:\n"
	"      - {id: p1, about: {en: Signing, ko: 체결}}\n"
	"      - {id: p2, about: {en: Place, ko: 장소}}\n"
	"parties:\n"
	"  - {id: coast, name: {en: The Coast, ko: 해안}}\n"
	"  - {id: inland, name: {en: The Inland, ko: 내륙}}\n"
	"figures:\n"
	"  - {id: f1, count: parties, label: {en: parties, ko: 당사자}, source: p1}\n"
	"  - {id: f2, value: 1200, label: {en: gauges, ko: 관측기}, source: p1}\n"
	"instruments:\n"
	"  - id: tides\n"
	"    kind: {en: memorandum, ko: 양해각서}\n"
	"    title: {en: Memorandum, ko: 조석 양해각서}\n"
	"    short: {en: MoU, ko: 양해각서}\n"
	"    signed: 2021-05-04\n"
	"    source: p1\n"
	"    summary: {en: They measure., ko: 관측한다., source: p1}\n"
	"    topics:\n"
	"      - {id: gauges, name: {en: Gauges, ko: 관측기}, source: p1, actions: [{en: Build, ko: 설치, source: p2}]}\n"
	"      - {id: maps, name: {en: Maps, ko: 지도}, source: p2}\n"
	"events:\n"
	"  - {id: talks, date: 2020, title: {en: Talks, ko: 협의}, source: p1}\n"
	"  - {id: signing, date: 2021-05-04, main: true, title: {en: Signing, ko: 체결}, source: p1}\n"
	"  - {id: review, date: 2022-05, about: true, repeats: yearly, title: {en: Review, ko: 점검}, source: p2}\n"
	"charts:\n"
	"  - {id: line, kind: timeline, data: events, title: {en: Line, ko: 연표}, subtitle: {en: Dates, ko: 날짜}, source: p1}\n";

static const char head[] = "template: test\n"
			   "about: {en: A test, ko: 시험}\n"
			   "grid: 2\n"
			   "colors: {ink: \"#111111\"}\n"
			   "fonts:\n"
			   "  plain: pretendard/Pretendard-Regular.ttf\n"
			   "styles:\n"
			   "  body: {face: plain, size: 10, leading: {en: 14, default: 16}, color: ink}\n"
			   "  other: {like: body, size: {en: 12, ko: 11.5}}\n"
			   "words:\n"
			   "  signed: {en: Signed, ko: 서명}\n"
			   "  yearly: {en: every year, ko: 매년}\n"
			   "masters:\n"
			   "  page: {margins: {top: 20mm, right: 20mm, bottom: 20mm, left: 20mm}, gap: 14}\n";

static const char *put(struct fixture *f, const char *name, const char *text)
{
	const char *path = file_join(f->arena, f->folder, name);

	assert_true(file_write(path, text, strlen(text)));
	return path;
}

static int start(void **state)
{
	static struct fixture fixture;
	struct fixture *f = &fixture;

	*f = (struct fixture){.arena = arena_new(), .folder = "/tmp/bifolio-unit-XXXXXX"};
	f->diag = diag_new(f->arena);
	f->text = text_new(f->arena, f->diag, "fonts");
	*state = f;
	if (!mkdtemp(f->folder))
		return -1;
	f->locales = locale_read(f->arena, f->diag, "templates/languages.yaml");
	f->pack = model_read(f->arena, f->diag, put(f, "pack.yaml", pack_text));
	return f->locales && f->pack ? 0 : -1;
}

static int end(void **state)
{
	struct fixture *f = *state;
	struct buf command = {0};
	int result;

	buf_printf(&command, "rm -rf '%s'", f->folder);
	result = system(command.data);
	buf_free(&command);
	text_free(f->text);
	arena_free(f->arena);
	return result;
}

static const struct edition both = {.langs = {"en", "ko"}, .lang_count = 2, .arrangement = ARRANGE_PARALLEL};

static const struct flow *bind_whole(struct fixture *f, const char *text, const struct edition *edition)
{
	f->diag = diag_new(f->arena);
	return template_bind(f->arena, f->diag, f->text, f->locales, put(f, "t.yaml", text), f->pack, edition);
}

static const struct flow *bind(struct fixture *f, const char *body)
{
	return bind_whole(f, arena_printf(f->arena, "%sbody:\n%s", head, body), &both);
}

static const char *printed(struct fixture *f)
{
	struct buf out = {0};
	const char *copy;

	diag_print(f->diag, &(struct diag_print){0}, &out);
	copy = arena_strdup(f->arena, out.data ? out.data : "");
	buf_free(&out);
	return copy;
}

static const char *replaced(struct fixture *f, const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);

	assert_non_null(at);
	return arena_printf(f->arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

/* The dump from its first block after the root on. */
static void expect(struct fixture *f, const char *body, const char *wanted)
{
	const struct flow *flow = bind(f, body);
	struct buf out = {0};
	const char *root;

	assert_string_equal(printed(f), "");
	assert_non_null(flow);
	flow_dump(flow, &out);
	root = strstr(out.data, "\nsection .body\n");
	assert_non_null(root);
	assert_string_equal(root + strlen("\nsection .body\n"), wanted);
	buf_free(&out);
}

#endif
