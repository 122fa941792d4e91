/*
 * pdf: a layout made by hand, with one of each thing that can stand in one, to a file; and layouts that must be
 * refused. With BIFOLIO_KEEP=DIR the files are left in DIR, for checkers that this test does not run.
 */
#include "../../src/pdf/pdf_int.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

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
	struct tag *note = add_tag(f, f->root, TAG_NOTE), *label = add_tag(f, note, TAG_LBL),
		   *p = add_tag(f, note, TAG_P);

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

/* ---- looking into a file ---- */

static const char *find(const struct buf *file, const char *what)
{
	size_t len = strlen(what);

	for (size_t i = 0; i + len <= file->len; i++)
		if (!memcmp(file->data + i, what, len))
			return file->data + i;
	return NULL;
}

static size_t count(const struct buf *file, const char *what)
{
	size_t len = strlen(what), found = 0;

	for (size_t i = 0; i + len <= file->len; i++)
		found += !memcmp(file->data + i, what, len);
	return found;
}

/* The packed stream that begins at `at`; gives its end. */
static const char *unpack_one(const struct buf *file, const char *at, struct buf *out)
{
	Bytef data[1 << 16];
	z_stream z = {0};
	int status = Z_OK;

	assert_int_equal(inflateInit(&z), Z_OK);
	z.next_in = (z_const Bytef *)at;
	z.avail_in = (uInt)(file->len - (size_t)(at - file->data));
	while (status == Z_OK) {
		z.next_out = data;
		z.avail_out = sizeof data;
		status = inflate(&z, Z_NO_FLUSH);
		buf_put(out, data, sizeof data - z.avail_out);
	}
	assert_int_equal(status, Z_STREAM_END);
	at = (const char *)z.next_in;
	inflateEnd(&z);
	return at;
}

/* All packed streams of a file, unpacked, one after the other. */
static void unpack(const struct buf *file, struct buf *out)
{
	const char *at = file->data;
	struct buf rest = *file;

	while ((rest.data = (char *)at, rest.len = file->len - (size_t)(at - file->data),
		at = find(&rest, "/Filter/FlateDecode"))) {
		rest.data = (char *)at;
		rest.len = file->len - (size_t)(at - file->data);
		at = unpack_one(file, find(&rest, "stream\n") + 7, out);
	}
}

/* The file and behind it what is packed in it. */
static void write_open(struct fixture *f, struct buf *out)
{
	struct buf file = {0};

	assert_true(write_fixture(f, &file));
	buf_put(out, file.data, file.len);
	unpack(&file, out);
	buf_free(&file);
}

/* ---- the file ---- */

static void keep(const struct fixture *f, const struct buf *file)
{
	const char *dir = getenv("BIFOLIO_KEEP");
	struct buf path = {0};

	if (!dir)
		return;
	buf_printf(&path, "%s/u_pdf.%s.pdf", dir, pdf_conform_name(f->options.conform));
	assert_true(file_write(path.data, file->data, file->len));
	buf_free(&path);
}

static void test_equal_bytes(void **state)
{
	struct buf a = {0}, b = {0};

	assert_true(write_fixture(*state, &a));
	assert_true(write_fixture(*state, &b));
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	keep(*state, &a);
	buf_free(&a);
	buf_free(&b);
}

/* The packed stream of the object at an offset. */
static void unpack_at(const struct buf *file, size_t offset, struct buf *out)
{
	struct buf rest = {file->data + offset, file->len - offset, 0};

	unpack_one(file, find(&rest, "stream\n") + 7, out);
}

/* Undoes the predictor: rows of seven bytes behind one that says how they are told. */
static size_t read_rows(const struct buf *packed, unsigned char (**rows)[7])
{
	size_t total = packed->len / 8;

	*rows = calloc(total + 1, sizeof **rows);
	assert_int_equal(packed->len % 8, 0);
	for (size_t i = 0; i < total; i++)
		for (size_t k = 0; k < 7; k++)
			(*rows)[i][k] = (unsigned char)(packed->data[i * 8 + k + 1] + (i ? (*rows)[i - 1][k] : 0));
	return total;
}

/* The number that an object stream gives to its index-th object. */
static unsigned long number_in(const char *heads, unsigned index)
{
	char *at = (char *)heads;
	unsigned long number = strtoul(at, &at, 10);

	for (unsigned i = 0; i < 2 * index; i++)
		number = strtoul(at, &at, 10);
	return number;
}

/* Every row of the cross-reference stream leads to the object of its number, in the file or in an object stream. */
static void test_cross_references(void **state)
{
	struct buf file = {0}, packed = {0};
	unsigned char (*rows)[7];
	size_t total, grouped = 0;

	buf_puts(&file, "before");
	assert_true(write_fixture(*state, &file));
	assert_memory_equal(file.data, "before%PDF-1.7\n", 15);
	assert_non_null(find(&file, "/W[1 4 2]"));
	memmove(file.data, file.data + 6, file.len -= 6);
	unpack_at(&file, strtoul(find(&file, "startxref\n") + 10, NULL, 10), &packed);
	total = read_rows(&packed, &rows);
	assert_true(total > 50);
	for (size_t i = 1; i < total; i++) {
		size_t place = (size_t)rows[i][1] << 24 | rows[i][2] << 16 | rows[i][3] << 8 | rows[i][4];
		struct buf group = {0};

		if (rows[i][0] == 1) {
			assert_int_equal(strtoul(file.data + place, NULL, 10), i);
			continue;
		}
		assert_int_equal(rows[i][0], 2);
		assert_int_equal(rows[place][0], 1);
		unpack_at(&file, (size_t)rows[place][2] << 16 | rows[place][3] << 8 | rows[place][4], &group);
		assert_int_equal(number_in(group.data, (unsigned)(rows[i][5] << 8 | rows[i][6])), i);
		buf_free(&group);
		grouped++;
	}
	assert_true(grouped > 50);
	free(rows);
	buf_free(&packed);
	buf_free(&file);
}

static void test_appended_alike(void **state)
{
	struct buf a = {0}, b = {0};

	buf_puts(&a, "before");
	assert_true(write_fixture(*state, &a));
	assert_true(write_fixture(*state, &b));
	assert_int_equal(a.len - 6, b.len);
	assert_memory_equal(a.data + 6, b.data, b.len);
	buf_free(&a);
	buf_free(&b);
}

static void test_structure(void **state)
{
	struct buf file = {0};

	write_open(*state, &file);
	assert_int_equal(count(&file, "/Type/OBJR"), 2);
	assert_int_equal(count(&file, "/Subtype/Link"), 2);
	assert_int_equal(count(&file, "/Scope/Column/ColSpan 2"), 1);
	assert_int_equal(count(&file, "/Scope/Row"), 1);
	assert_int_equal(count(&file, "/ListNumbering/Decimal"), 1);
	assert_int_equal(count(&file, "/Alt("), 1);
	assert_int_equal(count(&file, "/Alt<FEFF"), 1);
	assert_int_equal(count(&file, "/BBox[56 621.89 256 741.89]"), 2);
	assert_int_equal(count(&file, "/RoleMap<</Aside/Div>>"), 1);
	assert_int_equal(count(&file, "/IDTree"), 1);
	/* The paragraph on two pages: two sequences on its own page, one elsewhere. */
	assert_int_equal(count(&file, "/Type/MCR"), 1);
	assert_non_null(find(&file, "/URI(https://www.gov.uk/a%20\\(b\\)/%EA%B0%80)"));
	assert_non_null(find(&file, "/Dest(chart)"));
	buf_free(&file);
}

/* Whole widths, each less than one away from the font's; readers differ in what they make of others. */
static void test_widths(void **state)
{
	struct fixture *f = *state;
	const struct glyph_run *run = &f->items[0].items[2].as.run;
	const struct font_info *info = font_info(run->font);
	struct buf file = {0}, wanted = {0};

	write_open(f, &file);
	buf_printf(&wanted, "/W[1[%d ",
		   (font_advance(run->font, run->glyphs[0].id) * 1000 + info->upem / 2) / info->upem);
	assert_non_null(find(&file, wanted.data));
	assert_int_equal(strspn(find(&file, "/DW") + 3, " 0123456789"), strcspn(find(&file, "/DW") + 3, "/"));
	buf_free(&file);
	buf_free(&wanted);
}

static void test_catalog(void **state)
{
	struct buf file = {0};

	write_open(*state, &file);
	assert_non_null(find(&file, "/PageLabels<</Nums[0<</S/r/St 1>>1<</S/D/St 1>>3<</S/r/St 2>>]>>"));
	assert_non_null(find(&file, "/Lang(en-GB)/MarkInfo<</Marked true>>"));
	assert_non_null(find(
		&file,
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Briefing &lt;one&gt; &amp; &quot;two&quot;</rdf:li>"
		"<rdf:li xml:lang=\"en-GB\">Briefing &lt;one&gt; &amp; &quot;two&quot;</rdf:li>"
		"<rdf:li xml:lang=\"ko-KR\">\xEB\xB8\x8C\xEB\xA6\xAC\xED\x95\x91</rdf:li>"));
	assert_non_null(find(&file, "/CreationDate(D:20231122000000Z)"));
	assert_non_null(find(&file, "<xmp:CreateDate>2023-11-22T00:00:00Z<"));
	assert_non_null(find(&file, "/AFRelationship/Source/Desc(Source \\(data\\))"));
	assert_non_null(find(&file, "/Subtype/application#2Fyaml"));
	/* Six entries of three levels: the two of the first are open. */
	assert_non_null(find(&file, "/Type/Outlines/First"));
	assert_int_equal(count(&file, "/Count 5"), 1);
	assert_int_equal(count(&file, "/Count 2"), 1);
	assert_int_equal(count(&file, "/Count 1/"), 1);
	assert_int_equal(count(&file, "/Count -1/"), 1);
	buf_free(&file);
}

/* PDF 2.0: no Info, types with a namespace, ways that lead to elements. */
static void test_second_target(void **state)
{
	struct fixture *f = *state;
	struct buf plain = {0}, file = {0};

	f->options.conform = PDF_UA2_A4F;
	assert_true(write_fixture(f, &plain));
	keep(f, &plain);
	assert_memory_equal(plain.data, "%PDF-2.0\n", 9);
	unpack(&plain, &file);
	assert_null(find(&plain, "/Info"));
	assert_int_equal(count(&file, "/Producer"), 0);
	assert_int_equal(count(&file, "/Type/StructElem"), count(&file, "/NS "));
	assert_int_equal(count(&file, "/Type/Namespace/NS(http://iso.org/pdf2/ssn)"), 1);
	assert_int_equal(count(&file, "/S/FENote"), 1);
	assert_int_equal(count(&file, "/RoleMap"), 0);
	assert_int_equal(count(&file, "/Dest(") + count(&file, "/Dest["), 0);
	assert_int_equal(count(&file, "/S/GoTo/D(chart)/SD["), 1);
	assert_int_equal(count(&file, "/S/GoTo/D["), 6);
	assert_int_equal(count(&file, "/Ref["), 1);
	assert_non_null(find(&plain, "<pdfaid:part>4</pdfaid:part>"));
	assert_non_null(find(&plain, "<pdfaid:conformance>F</pdfaid:conformance>"));
	buf_free(&plain);
	buf_free(&file);
}

static void test_content(void **state)
{
	struct buf file = {0}, streams = {0};

	assert_true(write_fixture(*state, &file));
	unpack(&file, &streams);
	assert_int_equal(count(&streams, "/Type/Pagination/Subtype/Header"), PAGES - 1);
	assert_int_equal(count(&streams, "/Type/Pagination/Subtype/Footer"), PAGES - 1);
	/* The head of a table, repeated. */
	assert_int_equal(count(&streams, "/Artifact<</Type/Pagination>>BDC"), 1);
	/* Two backgrounds are one sequence with one box; two rules of one colour one path. */
	assert_int_equal(count(&streams, "/Type/Background/BBox[56 811.39 456 831.89]"), 1);
	assert_int_equal(count(&streams, "re\n56 334.39 400 0.5 re\nf\nEMC"), 1);
	assert_int_equal(count(&streams, "/Span<</ActualText<FEFF00610062>>>BDC"), 1);
	assert_int_equal(count(&streams, "\n2.5 Ts["), 1);
	assert_int_equal(count(&streams, "[3 2 ]0 d"), 1);
	assert_int_equal(count(&streams, "/Figure<</MCID"), 2);
	assert_int_equal(count(&streams, "BDC"), count(&streams, "EMC"));
	assert_int_equal(count(&streams, "BT\n"), count(&streams, "ET\n"));
	/* In ToUnicode: the soft hyphen as itself, the cluster on its first glyph, nothing on its second. */
	assert_int_equal(count(&streams, "><00AD>"), 1);
	assert_int_equal(count(&streams, "><00610062>"), 1);
	assert_int_equal(count(&streams, "><2060>"), 1);
	buf_free(&file);
	buf_free(&streams);
}

/* ---- what is refused ---- */

static void assert_refused(struct fixture *f, const char *code)
{
	const struct diag_print form = {.form = DIAG_TEXT};
	struct buf out = {0}, found = {0};

	assert_false(write_fixture(f, &out));
	assert_int_equal(out.len, 0);
	diag_print(f->diag, &form, &found);
	assert_non_null(strstr(found.data, code));
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), 1);
	buf_free(&out);
	buf_free(&found);
}

static struct tag *find_tag(struct tag *tag, enum tag_role role)
{
	struct tag *found = tag->role == role ? tag : NULL;

	for (struct tag *child = tag->first; child && !found; child = child->next)
		found = find_tag(child, role);
	return found;
}

static void test_heading_gap(void **state)
{
	struct fixture *f = *state;

	find_tag(f->root, TAG_H2)->role = TAG_H3;
	assert_refused(f, "PDF_HEADING_GAP");
}

static void test_first_heading(void **state)
{
	struct fixture *f = *state;

	find_tag(f->root, TAG_H1)->role = TAG_H2;
	assert_refused(f, "PDF_HEADING_GAP");
}

static void test_no_alt(void **state)
{
	struct fixture *f = *state;

	find_tag(f->root, TAG_FIGURE)->alt = " ";
	assert_refused(f, "PDF_NO_ALT");
}

static void test_uneven_table(void **state)
{
	struct fixture *f = *state;

	find_tag(f->root, TAG_TD)->col_span = 2;
	assert_refused(f, "PDF_TABLE_UNEVEN");
}

static void test_silent_link(void **state)
{
	struct fixture *f = *state;

	f->links[1].items[0].contents = "";
	assert_refused(f, "PDF_LINK_SILENT");
}

static void test_lost_link(void **state)
{
	struct fixture *f = *state;

	f->links[1].items[1].dest = "charts";
	assert_refused(f, "PDF_LINK_NOWHERE");
}

static void test_no_title(void **state)
{
	struct fixture *f = *state;

	f->flow.title[1] = NULL;
	assert_refused(f, "PDF_NO_TITLE");
}

static void test_long_text(void **state)
{
	struct fixture *f = *state;
	char *alt = arena_alloc(f->arena, 20001);

	memset(alt, 'a', 20000);
	find_tag(f->root, TAG_FIGURE)->alt = alt;
	assert_refused(f, "PDF_TEXT_LONG");
}

static void test_page_size(void **state)
{
	struct fixture *f = *state;
	struct buf out = {0};

	finish(f);
	f->pages[3].width = 14400001;
	assert_false(pdf_write(f->arena, f->diag, f->text, &f->layout, &f->options, &out));
	assert_int_equal(diag_count(f->diag, DIAG_REFUSAL), 1);
	buf_free(&out);
}

/* ---- many pages: branches of the page tree, labels that count on ---- */

static void test_many_pages(void **state)
{
	enum { MANY = 300 };
	struct fixture *f = *state;
	struct page *pages = arena_array(f->arena, MANY, sizeof *pages);
	struct buf packed = {0}, file = {0};

	finish(f);
	for (size_t i = 0; i < MANY; i++) {
		pages[i] = (struct page){
			.width = 595276, .height = 841890, .label = arena_printf(f->arena, "A-%zu", i + 9)};
		if (i < PAGES)
			pages[i] = f->pages[i];
	}
	f->layout.pages = pages;
	f->layout.page_count = MANY;
	assert_true(pdf_write(f->arena, f->diag, f->text, &f->layout, &f->options, &packed));
	unpack(&packed, &file);
	assert_int_equal(count(&file, "/Type/Page/"), MANY);
	assert_int_equal(count(&file, "/Type /Pages"), 3);
	assert_non_null(find(&file, "4<</P(A-)/S/D/St 13>>]>>"));
	buf_free(&packed);
	buf_free(&file);
}

/* ---- tokens ---- */

static void assert_text(struct buf *out, const char *wanted)
{
	assert_string_equal(out->data, wanted);
	out->len = 0;
}

static void test_tokens(void **state)
{
	struct buf out = {0};

	(void)state;
	token_name(&out, "a/b c#\xEA");
	assert_text(&out, "/a#2Fb#20c#23#EA");
	token_bytes(&out, "a(b)\\\n\xFF", 7);
	assert_text(&out, "(a\\(b\\)\\\\\\012\\377)");
	token_text(&out, "plain", 5);
	assert_text(&out, "(plain)");
	token_text(&out, "\xED\x95\x9C\xF0\x9F\x98\x80", 7);
	assert_text(&out, "<FEFFD55CD83DDE00>");
	token_text(&out, "a\x80", 2);
	assert_text(&out, "<FEFF0061FFFD>");
	token_color(&out, 0x808080, 'g');
	assert_text(&out, "0.502 g\n");
	token_color(&out, 0xFF0033, 'G');
	assert_text(&out, "1 0 0.2 RG\n");
	token_date(&out, 951782400);
	assert_text(&out, "(D:20000229000000Z)");
	buf_free(&out);
}

static void test_unfit_text(void **state)
{
	(void)state;
	assert_false(tounicode_unfit("\xED\x95\x9C", 3));
	assert_true(tounicode_unfit("\xEE\x80\x80", 3));     /* U+E000 */
	assert_true(tounicode_unfit("a\xEF\xBB\xBF", 4));    /* U+FEFF */
	assert_true(tounicode_unfit("\xF3\xB0\x80\x80", 4)); /* U+F0000 */
}

#define WITH_LAYOUT(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_LAYOUT(test_equal_bytes),     WITH_LAYOUT(test_cross_references), WITH_LAYOUT(test_appended_alike),
		WITH_LAYOUT(test_structure),       WITH_LAYOUT(test_catalog),          WITH_LAYOUT(test_content),
		WITH_LAYOUT(test_second_target),   WITH_LAYOUT(test_widths),          WITH_LAYOUT(test_heading_gap),      WITH_LAYOUT(test_first_heading),
		WITH_LAYOUT(test_no_alt),          WITH_LAYOUT(test_uneven_table),     WITH_LAYOUT(test_silent_link),
		WITH_LAYOUT(test_lost_link),       WITH_LAYOUT(test_no_title),         WITH_LAYOUT(test_long_text),
		WITH_LAYOUT(test_page_size),       WITH_LAYOUT(test_many_pages),       cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_unfit_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
