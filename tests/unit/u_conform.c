/*
 * conform: a layout with one fault in it is refused with the code of that fault and, where an element is at fault, with
 * the place that the element came from. Without a fault the same layout is written.
 */
#include "pdf_fixture.h"

static struct tag *find_tag(struct tag *tag, enum tag_role role)
{
	struct tag *found = tag->role == role ? tag : NULL;

	for (struct tag *child = tag->first; child && !found; child = child->next)
		found = find_tag(child, role);
	return found;
}

static struct tag *get(struct fixture *f, enum tag_role role)
{
	struct tag *tag = find_tag(f->root, role);

	assert_non_null(tag);
	return tag;
}

static void rename_tag(struct fixture *f, enum tag_role from, enum tag_role to)
{
	get(f, from)->role = to;
}

static void drop_children(struct tag *tag)
{
	tag->first = tag->last = NULL;
	tag->marks = tag->marks_last = NULL;
}

static struct tag_mark *find_mark(struct tag *tag, enum mark_kind kind)
{
	struct tag_mark *mark = tag->marks;

	while (mark && mark->kind != kind)
		mark = mark->next;
	assert_non_null(mark);
	return mark;
}

static struct item *first_item(struct fixture *f, size_t page, enum item_kind kind)
{
	struct item *item = f->items[page].items;

	while (item->kind != kind)
		item++;
	return item;
}

/* The first text of a page that belongs to an element. */
static struct item *tagged_item(struct fixture *f, size_t page)
{
	struct item *item = f->items[page].items;

	while (item->kind != ITEM_TEXT || !item->tag)
		item++;
	return item;
}

static struct outline_entry *entries(struct fixture *f)
{
	return (struct outline_entry *)(uintptr_t)f->layout.outline;
}

static struct destination *destinations(struct fixture *f)
{
	return (struct destination *)(uintptr_t)f->layout.destinations;
}

/* ---- faults of the structure ---- */

static void heading_gap(struct fixture *f)
{
	rename_tag(f, TAG_H2, TAG_H3);
}

static void first_heading(struct fixture *f)
{
	rename_tag(f, TAG_H1, TAG_H2);
}

static void no_alt(struct fixture *f)
{
	get(f, TAG_FIGURE)->alt = " ";
}

static void figure_off_page(struct fixture *f)
{
	get(f, TAG_FIGURE)->box[0] = 600000;
}

static void figure_flat(struct fixture *f)
{
	get(f, TAG_FIGURE)->box[3] = 0;
}

static void uneven_row(struct fixture *f)
{
	get(f, TAG_TD)->col_span = 2;
}

static void no_scope(struct fixture *f)
{
	get(f, TAG_TH)->scope = SCOPE_NONE;
}

static void rows_without_table(struct fixture *f)
{
	rename_tag(f, TAG_TABLE, TAG_DIV);
}

static void cells_without_row(struct fixture *f)
{
	rename_tag(f, TAG_TR, TAG_DIV);
}

static void two_heads(struct fixture *f)
{
	rename_tag(f, TAG_TBODY, TAG_THEAD);
}

static void row_after_head(struct fixture *f)
{
	rename_tag(f, TAG_TBODY, TAG_TR);
}

static void empty_row(struct fixture *f)
{
	drop_children(get(f, TAG_TR));
}

static void items_without_list(struct fixture *f)
{
	rename_tag(f, TAG_L, TAG_DIV);
}

static void empty_list(struct fixture *f)
{
	drop_children(get(f, TAG_L));
}

static void item_without_body(struct fixture *f)
{
	rename_tag(f, TAG_LBODY, TAG_LBL);
}

static void paragraph_in_paragraph(struct fixture *f)
{
	add_tag(f, get(f, TAG_P), TAG_P);
}

static void heading_in_link(struct fixture *f)
{
	add_tag(f, get(f, TAG_LINK), TAG_H2);
}

static void contents_without_link(struct fixture *f)
{
	f->options.conform = PDF_UA2_A4F;
	rename_tag(f, TAG_L, TAG_TOC);
	rename_tag(f, TAG_LI, TAG_TOCI);
}

static void root_no_document(struct fixture *f)
{
	f->root->role = TAG_SECT;
}

static void document_inside(struct fixture *f)
{
	rename_tag(f, TAG_P, TAG_DOCUMENT);
}

static void no_language(struct fixture *f)
{
	f->root->lang = NULL;
}

static void bad_language(struct fixture *f)
{
	get(f, TAG_P)->lang = "Korean (South)";
}

static struct tag *add_span(struct fixture *f, const char *means)
{
	struct tag *span = add_tag(f, get(f, TAG_P), TAG_SPAN);

	span->means = means;
	return span;
}

static void empty_meaning(struct fixture *f)
{
	add_span(f, " ");
}

static void meaning_of_paragraph(struct fixture *f)
{
	get(f, TAG_P)->means = "memorandum";
}

static void caption_in_text(struct fixture *f)
{
	add_span(f, NULL)->role = TAG_CAPTION;
}

/* ---- marks ---- */

/* Marks every page with a text in the first language; `without`: a page that lacks it. */
static void mark_pages(struct fixture *f, size_t without)
{
	struct run *run = arena_alloc(f->arena, sizeof *run);

	*run = (struct run){.kind = RUN_TEXT, .text = "DRAFT 2", .len = 7};
	f->flow.marks[0] = (struct flow_mark){.text = {{{run, 1, {0}}}}, .pos = {&f->file, 3, 1}};
	f->flow.mark_count = 1;
	for (size_t i = 0; i < PAGES; i++)
		if (i != without && i)
			add_text(f, i, NULL, 0, 56000, 20000, "DRAFT 2", "en");
	if (without)
		add_para(f, 0, f->root, TAG_P, 20000, "DRAFT 2", "en");
	finish(f);
}

static void mark_lost(struct fixture *f)
{
	mark_pages(f, 2);
}

static void mark_unread(struct fixture *f)
{
	mark_pages(f, 0);
	add_text(f, 0, NULL, 0, 56000, 20000, "DRAFT 2", "en");
	finish(f);
}

static void embargo_lost(struct fixture *f)
{
	struct run *run = arena_alloc(f->arena, sizeof *run);

	mark_pages(f, PAGES);
	*run = (struct run){.kind = RUN_TEXT, .text = "\xEC\x97\xA0\xEB\xB0\x94\xEA\xB3\xA0", .len = 9};
	f->flow.marks[1] = f->flow.marks[0];
	f->flow.marks[1].text.text[1] = (struct inline_text){run, 1, {0}};
	f->flow.mark_count = 2;
}

/* ---- the structure and the pages ---- */

static void element_twice(struct fixture *f)
{
	add_mark(f, f->root, MARK_CHILD, 0)->child = get(f, TAG_P);
}

static void element_outside(struct fixture *f)
{
	struct tag *p = get(f, TAG_P);
	struct tag_mark **at = &p->parent->marks;

	while ((*at)->kind != MARK_CHILD || (*at)->child != p)
		at = &(*at)->next;
	*at = (*at)->next;
}

static void element_numberless(struct fixture *f)
{
	get(f, TAG_P)->index = f->layout.tag_count;
}

static void ink_outside(struct fixture *f)
{
	tagged_item(f, 1)->chunk += 7;
}

static void ink_on_no_page(struct fixture *f)
{
	find_mark(get(f, TAG_LBODY), MARK_INK)->page = PAGES;
}

static void no_such_link(struct fixture *f)
{
	find_mark(get(f, TAG_LINK), MARK_LINK)->link = 99;
}

static void link_unheld(struct fixture *f)
{
	struct tag_mark *mark = find_mark(get(f, TAG_LINK), MARK_INK);

	mark->next = NULL;
}

static void link_of_another(struct fixture *f)
{
	find_mark(get(f, TAG_LINK), MARK_LINK)->link = 1;
}

static void link_untagged(struct fixture *f)
{
	f->links[1].items[0].tag = NULL;
}

static void link_of_paragraph(struct fixture *f)
{
	f->links[1].items[0].tag = get(f, TAG_P);
}

static void drawing_without_figure(struct fixture *f)
{
	first_item(f, 2, ITEM_DRAWING)->as.drawing.tags[0] = NULL;
}

static void text_without_size(struct fixture *f)
{
	first_item(f, 1, ITEM_TEXT)->as.run.size = 0;
}

static void missing_glyph(struct fixture *f)
{
	struct glyph_run *run = &tagged_item(f, 1)->as.run;
	struct glyph *glyphs = arena_array(f->arena, run->count, sizeof *glyphs);

	memcpy(glyphs, run->glyphs, run->count * sizeof *glyphs);
	glyphs[run->count - 1].id = 0;
	run->glyphs = glyphs;
}

static void page_too_wide(struct fixture *f)
{
	f->pages[3].width = 14400001;
}

static void page_too_low(struct fixture *f)
{
	f->pages[3].height = 2999;
}

static void no_pages(struct fixture *f)
{
	f->layout.page_count = 0;
}

/* ---- links, ways, texts ---- */

static void silent_link(struct fixture *f)
{
	f->links[1].items[0].contents = "";
}

static void lost_link(struct fixture *f)
{
	f->links[1].items[1].dest = "charts";
}

static void link_to_nothing(struct fixture *f)
{
	f->links[1].items[0].url = NULL;
}

static void link_to_two(struct fixture *f)
{
	f->links[1].items[0].dest = "chart";
}

static void link_without_size(struct fixture *f)
{
	f->links[1].items[0].h = 0;
}

static void outline_off(struct fixture *f)
{
	entries(f)[2].page = PAGES;
}

static void outline_gap(struct fixture *f)
{
	entries(f)[1].level = 3;
}

static void outline_blank(struct fixture *f)
{
	entries(f)[1].title = "";
}

static void destination_off(struct fixture *f)
{
	destinations(f)[0].page = PAGES;
}

static void destination_twice(struct fixture *f)
{
	destinations(f)[1].name = "chart";
}

static void long_alt(struct fixture *f)
{
	char *alt = arena_alloc(f->arena, 20001);

	memset(alt, 'a', 20000);
	get(f, TAG_FIGURE)->alt = alt;
}

static void alt_no_utf8(struct fixture *f)
{
	get(f, TAG_FIGURE)->alt = "a\xFF";
}

/* ---- the file as a whole ---- */

static void no_title(struct fixture *f)
{
	f->flow.title[1] = NULL;
}

static void edition_language(struct fixture *f)
{
	f->flow.langs[1].tag = "k";
}

static void late_date(struct fixture *f)
{
	f->options.timestamp = INT64_MAX;
}

static void early_date(struct fixture *f)
{
	f->options.timestamp = -1;
}

static void attachment_typeless(struct fixture *f)
{
	f->attachment.mime = "yaml";
}

static void attachment_purposeless(struct fixture *f)
{
	f->attachment.relationship = "Friend";
}

static void attachment_twice(struct fixture *f)
{
	struct pdf_attachment *files = arena_array(f->arena, 2, sizeof *files);

	files[0] = files[1] = f->attachment;
	f->options.attachments = files;
	f->options.attachment_count = 2;
}

/* ---- all of them ---- */

struct fault {
	const char *name, *code;
	void (*inject)(struct fixture *);
	bool placed; /* the finding has a place */
};

static const struct fault faults[] = {
	{"a heading skips a level", "PDF_HEADING_GAP", heading_gap, true},
	{"the first heading is of level 2", "PDF_HEADING_GAP", first_heading, true},
	{"a figure without alternative text", "PDF_NO_ALT", no_alt, true},
	{"a figure beside its page", "PDF_LAYOUT", figure_off_page, true},
	{"a figure without height", "PDF_LAYOUT", figure_flat, true},
	{"rows of different length", "PDF_TABLE_UNEVEN", uneven_row, true},
	{"a header cell without scope", "PDF_LAYOUT", no_scope, true},
	{"rows outside a table", "PDF_NESTING", rows_without_table, true},
	{"cells outside a row", "PDF_NESTING", cells_without_row, true},
	{"a table with two heads", "PDF_TABLE_HEAD", two_heads, true},
	{"a row beside a head", "PDF_TABLE_HEAD", row_after_head, true},
	{"a row without cells", "PDF_INCOMPLETE", empty_row, true},
	{"items outside a list", "PDF_NESTING", items_without_list, true},
	{"a list without items", "PDF_INCOMPLETE", empty_list, true},
	{"an item without body", "PDF_INCOMPLETE", item_without_body, true},
	{"a paragraph in a paragraph", "PDF_NESTING", paragraph_in_paragraph, true},
	{"a heading in a link", "PDF_NESTING", heading_in_link, true},
	{"an entry of the contents that leads nowhere", "PDF_INCOMPLETE", contents_without_link, true},
	{"a root that is no document", "PDF_NESTING", root_no_document, true},
	{"a document in a document", "PDF_NESTING", document_inside, true},
	{"an abbreviation that stands for nothing", "PDF_NO_MEANING", empty_meaning, true},
	{"a paragraph that stands for something", "PDF_LAYOUT", meaning_of_paragraph, true},
	{"a caption in a paragraph", "PDF_NESTING", caption_in_text, true},
	{"a page without the mark of all", "PDF_MARK_LOST", mark_lost, true},
	{"a mark that nobody hears", "PDF_MARK_LOST", mark_unread, true},
	{"an embargo lost in one language", "PDF_MARK_LOST", embargo_lost, true},
	{"a document without language", "PDF_LANG", no_language, true},
	{"a language that is no tag", "PDF_LANG", bad_language, true},
	{"an element with two places", "PDF_LAYOUT", element_twice, true},
	{"an element outside the tree", "PDF_LAYOUT", element_outside, true},
	{"an element without number", "PDF_LAYOUT", element_numberless, true},
	{"ink outside the tree", "PDF_LAYOUT", ink_outside, true},
	{"an element with ink on no page", "PDF_LAYOUT", ink_on_no_page, true},
	{"an element with a link that is not there", "PDF_LAYOUT", no_such_link, true},
	{"a link without object reference", "PDF_LAYOUT", link_unheld, true},
	{"an element with another's link", "PDF_LAYOUT", link_of_another, true},
	{"a link without element", "PDF_LAYOUT", link_untagged, false},
	{"a link of a paragraph", "PDF_LAYOUT", link_of_paragraph, true},
	{"a drawing that is no figure", "PDF_LAYOUT", drawing_without_figure, false},
	{"a text without size", "PDF_LAYOUT", text_without_size, false},
	{"a missing glyph", "PDF_NO_GLYPH", missing_glyph, true},
	{"a page too wide", "PDF_PAGE_SIZE", page_too_wide, false},
	{"a page too low", "PDF_PAGE_SIZE", page_too_low, false},
	{"no pages", "PDF_LAYOUT", no_pages, false},
	{"a link that says nothing", "PDF_LINK_SILENT", silent_link, true},
	{"a link to a lost place", "PDF_LINK_NOWHERE", lost_link, true},
	{"a link to no place", "PDF_LAYOUT", link_to_nothing, true},
	{"a link to two places", "PDF_LAYOUT", link_to_two, true},
	{"a link without size", "PDF_LAYOUT", link_without_size, true},
	{"an entry of the outline without page", "PDF_LAYOUT", outline_off, true},
	{"an outline that skips a level", "PDF_LAYOUT", outline_gap, true},
	{"an entry of the outline without title", "PDF_LAYOUT", outline_blank, true},
	{"a named place without page", "PDF_LAYOUT", destination_off, true},
	{"two places of one name", "PDF_LAYOUT", destination_twice, true},
	{"a long text", "PDF_TEXT_LONG", long_alt, true},
	{"a text that is no UTF-8", "PDF_LAYOUT", alt_no_utf8, true},
	{"no title in a language", "PDF_NO_TITLE", no_title, false},
	{"a language of the edition that is no tag", "PDF_LANG", edition_language, false},
	{"a date after 9999", "PDF_DATE", late_date, false},
	{"a date before 1970", "PDF_DATE", early_date, false},
	{"an attachment without type", "PDF_ATTACHMENT", attachment_typeless, false},
	{"an attachment without purpose", "PDF_ATTACHMENT", attachment_purposeless, false},
	{"two attachments of one name", "PDF_ATTACHMENT", attachment_twice, false},
};

/* A row of the findings: "pack.yaml:3:1: ... [CODE]", or without a place. */
static bool has_finding(const char *text, const struct fault *fault)
{
	struct buf mark = {0};
	bool found = false;

	buf_printf(&mark, "[%s]", fault->code);
	for (const char *at = text; !found && (at = strstr(at, mark.data)); at++) {
		const char *row = at;

		while (row > text && row[-1] != '\n')
			row--;
		found = !strncmp(row, "pack.yaml:", 10) == fault->placed;
	}
	buf_free(&mark);
	return found;
}

static void test_fault(void **state)
{
	struct fixture *f = *state;
	const struct fault *fault = f->test;
	const struct diag_print form = {.form = DIAG_TEXT};
	struct buf out = {0}, found = {0};

	finish(f);
	fault->inject(f);
	assert_false(pdf_write(f->arena, f->diag, f->text, &f->layout, &f->options, &out));
	assert_int_equal(out.len, 0);
	diag_print(f->diag, &form, &found);
	if (!has_finding(found.data, fault))
		fail_msg("no [%s] in:\n%s", fault->code, found.data);
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), diag_count(f->diag, DIAG_REFUSAL));
	buf_free(&out);
	buf_free(&found);
}

static int set_up_fault(void **state)
{
	const struct fault *fault = *state;
	int status = set_up(state);

	((struct fixture *)*state)->test = fault;
	return status;
}

static void test_no_fault(void **state)
{
	struct fixture *f = *state;

	for (int target = PDF_UA1_A3A; target <= PDF_UA2_A4F; target++) {
		struct buf out = {0};

		f->options.conform = (enum pdf_conform)target;
		assert_true(write_fixture(f, &out));
		assert_int_equal(diag_count(f->diag, DIAG_STYLE), 0);
		buf_free(&out);
	}
}

static void test_marked(void **state)
{
	struct fixture *f = *state;
	struct buf out = {0};

	mark_pages(f, PAGES);
	assert_true(write_fixture(f, &out));
	assert_int_equal(diag_count(f->diag, DIAG_STYLE), 0);
	buf_free(&out);
}

int main(void)
{
	struct CMUnitTest tests[COUNT_OF(faults) + 2] = {
		cmocka_unit_test_setup_teardown(test_no_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_marked, set_up, tear_down)};

	for (size_t i = 0; i < COUNT_OF(faults); i++)
		tests[i + 2] = (struct CMUnitTest){faults[i].name, test_fault, set_up_fault, tear_down,
						   (void *)(uintptr_t)&faults[i]};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
