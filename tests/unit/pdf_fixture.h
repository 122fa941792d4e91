/*
 * A layout made by hand, with one of each thing that can stand in one: what the tests of the writer begin with.
 * Included by them only.
 */
#ifndef PDF_FIXTURE_H
#define PDF_FIXTURE_H

#include "../../src/pdf/pdf_int.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PAGES = 4, SIZE = 11000 };

/* A layout in the making. */
struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct text *text;
	const struct face *face;
	struct flow flow;
	struct layout layout;
	struct page pages[PAGES];
	LIST(struct item) items[PAGES];
	LIST(struct link) links[PAGES];
	struct tag *root;
	struct source_file file;
	struct pdf_attachment attachment;
	struct pdf_options options;
	const void *test; /* what a table of tests says about this one */
};

static struct tag *add_tag(struct fixture *f, struct tag *parent, enum tag_role role)
{
	struct tag *tag = arena_alloc(f->arena, sizeof *tag);
	struct tag_mark *mark = arena_alloc(f->arena, sizeof *mark);

	tag->role = role;
	tag->parent = parent;
	tag->index = f->layout.tag_count++;
	tag->pos = (struct pos){&f->file, (uint32_t)tag->index + 1, 1};
	if (!parent)
		return tag;
	*(parent->first ? &parent->last->next : &parent->first) = tag;
	parent->last = tag;
	mark->kind = MARK_CHILD;
	mark->child = tag;
	*(parent->marks ? &parent->marks_last->next : &parent->marks) = mark;
	parent->marks_last = mark;
	return tag;
}

static struct tag_mark *add_mark(struct fixture *f, struct tag *tag, enum mark_kind kind, size_t page)
{
	struct tag_mark *mark = arena_alloc(f->arena, sizeof *mark);

	mark->kind = kind;
	mark->page = page;
	*(tag->marks ? &tag->marks_last->next : &tag->marks) = mark;
	tag->marks_last = mark;
	return mark;
}

static struct glyph_run shape(struct fixture *f, const char *text, const char *lang, int32_t size)
{
	const struct text_style style = {.face = f->face, .size = size, .lang = lang};
	const struct shaped *shaped = text_shape(f->text, &style, text, strlen(text), (struct pos){0});

	assert_non_null(shaped);
	assert_int_equal(shaped->count, 1);
	return shaped->runs[0];
}

static struct item *add_item(struct fixture *f, size_t page, enum item_kind kind, int32_t x, int32_t y)
{
	struct item *item = LIST_ADD(f->arena, &f->items[page]);

	item->kind = kind;
	item->x = x;
	item->y = y;
	return item;
}

/* Gives the width of what it wrote. */
static int32_t add_text(struct fixture *f, size_t page, struct tag *tag, unsigned chunk, int32_t x, int32_t y,
			const char *text, const char *lang)
{
	struct item *item = add_item(f, page, ITEM_TEXT, x, y);

	item->tag = tag;
	item->chunk = chunk;
	item->as.run = shape(f, text, lang, SIZE);
	return item->as.run.width;
}

static struct tag *add_para(struct fixture *f, size_t page, struct tag *parent, enum tag_role role, int32_t y,
			    const char *text, const char *lang)
{
	struct tag *tag = add_tag(f, parent, role);

	tag->lang = strcmp(lang, "ko") ? NULL : "ko-KR";
	add_mark(f, tag, MARK_INK, page);
	add_text(f, page, tag, 0, 56000, y, text, lang);
	return tag;
}

static void add_rect(struct fixture *f, size_t page, enum artifact_kind kind, int32_t y, uint32_t color)
{
	struct item *item = add_item(f, page, ITEM_RECT, 56000, y);

	item->artifact = kind;
	item->color = color;
	item->as.rect.w = 400000;
	item->as.rect.h = 500;
}

static void add_running(struct fixture *f, size_t page)
{
	struct item *item = add_item(f, page, ITEM_TEXT, 56000, 30000);

	item->artifact = ARTIFACT_HEADER;
	item->as.run = shape(f, "UK\xE2\x80\x93ROK briefing", "en", 8000);
	item = add_item(f, page, ITEM_TEXT, 56000, 820000);
	item->artifact = ARTIFACT_FOOTER;
	item->as.run = shape(f, "1", "en", 8000);
}

/* A paragraph with two links in it; its text comes in three chunks. */
static struct tag *add_linked(struct fixture *f, size_t page)
{
	static const struct {
		const char *before, *text, *url, *dest;
	} parts[] = {
		{"Source: ", "GOV.UK", "https://www.gov.uk/a (b)/\xEA\xB0\x80", NULL},
		{"; see ", "the chart", NULL, "chart"},
	};
	struct tag *p = add_tag(f, f->root, TAG_P);
	int32_t x = 56000;

	for (unsigned i = 0; i < COUNT_OF(parts); i++) {
		struct tag *tag;
		struct link *link;
		int32_t width;

		add_mark(f, p, MARK_INK, page);
		x += add_text(f, page, p, i, x, 300000, parts[i].before, "en");
		tag = add_tag(f, p, TAG_LINK);
		add_mark(f, tag, MARK_INK, page);
		width = add_text(f, page, tag, 0, x, 300000, parts[i].text, "en");
		add_mark(f, tag, MARK_LINK, page)->link = f->links[page].count;
		link = LIST_ADD(f->arena, &f->links[page]);
		*link = (struct link){.x = x,
				      .y = 290000,
				      .w = width,
				      .h = 14000,
				      .url = parts[i].url,
				      .dest = parts[i].dest,
				      .contents = parts[i].text,
				      .tag = tag};
		x += width;
	}
	add_mark(f, p, MARK_INK, page);
	add_text(f, page, p, COUNT_OF(parts), x, 300000, ".", "en");
	return p;
}

static void add_list(struct fixture *f, size_t page)
{
	struct tag *list = add_tag(f, f->root, TAG_L);

	list->marker = MARKER_NUMBER;
	for (int i = 0; i < 2; i++) {
		struct tag *item = add_tag(f, list, TAG_LI), *label = add_tag(f, item, TAG_LBL);
		struct tag *body = add_tag(f, item, TAG_LBODY);

		add_mark(f, label, MARK_INK, page);
		add_text(f, page, label, 0, 56000, 330000 + i * 15000, i ? "2." : "1.", "en");
		add_mark(f, body, MARK_INK, page);
		add_text(f, page, body, 0, 76000, 330000 + i * 15000, i ? "Space MoU" : "Digital Partnership", "en");
	}
}

static struct tag *add_cell(struct fixture *f, struct tag *row, enum tag_role role, int32_t x, int32_t y,
			    const char *text)
{
	struct tag *cell = add_tag(f, row, role), *p = add_tag(f, cell, TAG_P);

	cell->scope = role == TAG_TH ? SCOPE_COLUMN : SCOPE_NONE;
	cell->col_span = 1;
	add_mark(f, p, MARK_INK, 1);
	add_text(f, 1, p, 0, x, y, text, "en");
	return cell;
}

/* A head of one cell over two columns, and a row. */
static struct tag *add_table(struct fixture *f)
{
	struct tag *table = add_tag(f, f->root, TAG_TABLE);
	struct tag *head = add_tag(f, add_tag(f, table, TAG_THEAD), TAG_TR);
	struct tag *row;

	add_cell(f, head, TAG_TH, 56000, 400000, "Instruments")->col_span = 2;
	row = add_tag(f, add_tag(f, table, TAG_TBODY), TAG_TR);
	add_cell(f, row, TAG_TH, 56000, 415000, "Space")->scope = SCOPE_ROW;
	add_cell(f, row, TAG_TD, 200000, 415000, "2023");
	return row;
}

static struct tag *add_figure_tag(struct fixture *f, size_t page, const char *lang, const char *alt)
{
	struct tag *tag = add_tag(f, f->root, TAG_FIGURE);

	tag->lang = lang;
	tag->alt = alt;
	tag->box_page = page;
	memcpy(tag->box, (const int32_t[4]){56000, 100000, 200000, 120000}, sizeof tag->box);
	add_mark(f, tag, MARK_INK, page);
	return tag;
}

static const struct drawing *make_drawing(struct fixture *f)
{
	static const struct path_step box[] = {{PATH_MOVE, {0}, {0}},
					       {PATH_LINE, {80000}, {0}},
					       {PATH_CURVE, {90000, 90000, 80000}, {20000, 60000, 90000}},
					       {PATH_CLOSE, {0}, {0}}};
	static const struct path_step line[] = {{PATH_MOVE, {0}, {100000}}, {PATH_LINE, {200000}, {100000}}};
	static const struct shape shapes[] = {
		{.steps = box, .count = COUNT_OF(box), .fill = 0x336699, .stroke = 0x000000, .width = 500},
		{.steps = line,
		 .count = COUNT_OF(line),
		 .fill = -1,
		 .stroke = 0xCC0000,
		 .width = 1000,
		 .dash = {3000, 2000}}};
	static const struct {
		const char *text;
		int32_t x, y;
		int lang;
	} words[] = {
		{"40", 10000, 90000, 0}, {"\xEC\x9A\xB0\xEC\xA3\xBC", 100000, 60000, 1}, {"Space", 100000, 45000, 0}};
	struct drawing *drawing = arena_alloc(f->arena, sizeof *drawing);
	struct drawing_text *texts = arena_array(f->arena, 3, sizeof *texts);

	for (size_t i = 0; i < 3; i++)
		texts[i] = (struct drawing_text){.run = shape(f, words[i].text, words[i].lang ? "ko" : "en", 9000),
						 .x = words[i].x,
						 .y = words[i].y,
						 .color = 0x222222,
						 .lang = words[i].lang};
	*drawing = (struct drawing){.width = 200000,
				    .height = 120000,
				    .shapes = shapes,
				    .shape_count = COUNT_OF(shapes),
				    .texts = texts,
				    .text_count = 3};
	return drawing;
}

static void add_figure(struct fixture *f, size_t page)
{
	struct item *item = add_item(f, page, ITEM_DRAWING, 56000, 100000);

	item->as.drawing.drawing = make_drawing(f);
	item->as.drawing.tags[0] = add_figure_tag(f, page, NULL, "Bar chart: Space 40.");
	item->as.drawing.tags[1] =
		add_figure_tag(f, page, "ko-KR", "\xEB\xA7\x89\xEB\x8C\x80 \xEC\xB0\xA8\xED\x8A\xB8(40)");
}

static void add_note(struct fixture *f, size_t page)
{
	struct tag *mark = add_tag(f, add_tag(f, f->root, TAG_P), TAG_REFERENCE);
	struct tag *note = add_tag(f, f->root, TAG_NOTE), *label = add_tag(f, note, TAG_LBL),
		   *p = add_tag(f, note, TAG_P);
	struct tag_ref *refs = arena_array(f->arena, 2, sizeof *refs);

	refs[0].to = note;
	mark->refs = &refs[0];
	refs[1].to = mark;
	note->refs = &refs[1];
	add_mark(f, mark, MARK_INK, page);
	add_text(f, page, mark, 0, 56000, 680000, "1", "en");

	add_mark(f, label, MARK_INK, page);
	add_text(f, page, label, 0, 56000, 700000, "1", "en");
	add_mark(f, p, MARK_INK, page);
	add_text(f, page, p, 0, 66000, 700000, "Signed on 22 November 2023.", "en");
}

/* One paragraph on two pages, with a rule painted between two texts of one chunk. */
static void add_long(struct fixture *f)
{
	struct tag *p = add_tag(f, f->root, TAG_P);

	add_mark(f, p, MARK_INK, 1);
	add_text(f, 1, p, 0, 56000, 500000, "AVATAR To Wave: kerned, in", "en");
	add_rect(f, 1, ARTIFACT_LAYOUT, 505000, 0x808080);
	add_rect(f, 1, ARTIFACT_LAYOUT, 507000, 0x808080);
	add_text(f, 1, p, 0, 56000, 520000, "two lines and on\xC2\xAD", "en");
	add_mark(f, p, MARK_INK, 2);
	add_text(f, 2, p, 0, 56000, 60000, "the next page too.", "en");
}

/* What shaping gives rarely: a cluster of two glyphs, one of them raised and moved. */
static void add_cluster(struct fixture *f)
{
	struct tag *p = add_tag(f, f->root, TAG_P);
	struct glyph_run run = shape(f, "ab", "en", SIZE);
	struct glyph *glyphs = arena_array(f->arena, 2, sizeof *glyphs);
	struct item *item = add_item(f, 2, ITEM_TEXT, 56000, 90000);

	memcpy(glyphs, run.glyphs, 2 * sizeof *glyphs);
	glyphs[0].len = 2;
	glyphs[1].at = 0;
	glyphs[1].len = 0;
	glyphs[1].dx = 700;
	glyphs[1].dy = 2500;
	run.glyphs = glyphs;
	item->as.run = run;
	item->tag = p;
	add_mark(f, p, MARK_INK, 2);
}

static void add_ways(struct fixture *f, const struct tag *heading)
{
	static const int levels[] = {1, 2, 2, 1, 2, 3};
	struct outline_entry *entries = arena_array(f->arena, COUNT_OF(levels), sizeof *entries);
	struct destination *d = arena_array(f->arena, 2, sizeof *d);

	for (size_t i = 0; i < COUNT_OF(levels); i++)
		entries[i] = (struct outline_entry){
			.title = i % 2 ? "Chart" : "Digital \xC2\xB7 \xEB\x94\x94\xEC\xA7\x80\xED\x84\xB8",
			.level = levels[i],
			.page = i / 2,
			.y = 100000,
			.tag = heading};
	d[0] = (struct destination){.name = "chart", .page = 2, .x = 56000, .y = 90000, .tag = heading};
	d[1] = (struct destination){.name = "title", .page = 0, .x = 56000, .y = 90000, .tag = heading};
	f->layout.outline = entries;
	f->layout.outline_count = COUNT_OF(levels);
	f->layout.destinations = d;
	f->layout.destination_count = 2;
}

static void fill(struct fixture *f)
{
	const struct tag *heading;
	struct tag *aside;

	add_rect(f, 0, ARTIFACT_BACKGROUND, 10000, 0x003366);
	add_rect(f, 0, ARTIFACT_BACKGROUND, 30000, 0xCC0000);
	heading = add_para(f, 0, f->root, TAG_H1, 100000, "Digital Partnership", "en");
	add_para(f, 0, f->root, TAG_H1, 130000,
		 "\xEB\x94\x94\xEC\xA7\x80\xED\x84\xB8 \xEB\x8F\x99\xEB\xB0\x98\xEC\x9E\x90 \xED\x98\x91\xEC\xA0\x95",
		 "ko");
	for (size_t i = 1; i < PAGES; i++)
		add_running(f, i);
	add_para(f, 1, f->root, TAG_H2, 100000, "Text", "en");
	add_linked(f, 1);
	add_list(f, 1);
	add_table(f);
	add_long(f);
	add_cluster(f);
	add_figure(f, 2);
	aside = add_tag(f, f->root, TAG_ASIDE);
	add_para(f, 2, aside, TAG_P, 400000, "Beside the text.", "en");
	add_note(f, 2);
	add_text(f, 3, NULL, 0, 56000, 60000, "Instruments", "en");
	add_ways(f, heading);
}

static void finish(struct fixture *f)
{
	static const char *const labels[PAGES] = {NULL, "1", "2", NULL};

	for (size_t i = 0; i < PAGES; i++)
		f->pages[i] = (struct page){.width = 595276,
					    .height = 841890,
					    .label = labels[i],
					    .items = f->items[i].items,
					    .count = f->items[i].count,
					    .links = f->links[i].items,
					    .link_count = f->links[i].count};
	f->layout.pages = f->pages;
	f->layout.page_count = PAGES;
	f->layout.root = f->root;
	f->layout.flow = &f->flow;
}

static void describe(struct fixture *f)
{
	f->flow.langs[0] = (struct flow_lang){.key = "en", .tag = "en-GB"};
	f->flow.langs[1] = (struct flow_lang){.key = "ko", .tag = "ko-KR", .pack_index = 1};
	f->flow.lang_count = 2;
	f->flow.title[0] = "Briefing <one> & \"two\"";
	f->flow.title[1] = "\xEB\xB8\x8C\xEB\xA6\xAC\xED\x95\x91";
	f->flow.author = "Desk \xED\x95\x9C";
	f->flow.date = (struct date){2023, 11, 22, DATE_DAY};
	f->attachment = (struct pdf_attachment){.name = "pack.yaml",
						.mime = "application/yaml",
						.relationship = "Source",
						.description = "Source (data)",
						.data = "a: 1\n",
						.len = 5};
	f->options = (struct pdf_options){.timestamp = 1700611200,
					  .producer = "bifolio test",
					  .attachments = &f->attachment,
					  .attachment_count = 1};
	f->file = (struct source_file){.path = "pack.yaml", .text = ""};
}

static int set_up(void **state)
{
	static const char *const fonts[] = {"pretendard/Pretendard-Regular.ttf"};
	struct arena *arena = arena_new();
	struct fixture *f = arena_alloc(arena, sizeof *f);

	f->arena = arena;
	f->diag = diag_new(arena);
	f->text = text_new(arena, f->diag, "fonts");
	f->face = text_face(f->text, fonts, 1, (struct pos){0});
	assert_non_null(f->face);
	describe(f);
	f->root = add_tag(f, NULL, TAG_DOCUMENT);
	f->root->lang = "en-GB";
	fill(f);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	text_free(f->text);
	arena_free(f->arena);
	return 0;
}

static bool write_fixture(struct fixture *f, struct buf *out)
{
	finish(f);
	return pdf_write(f->arena, f->diag, f->text, &f->layout, &f->options, out);
}

#endif
