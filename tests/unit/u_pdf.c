/*
 * pdf: a layout to a file. With BIFOLIO_KEEP=DIR the files are left in DIR, for checkers that this test does not run.
 */
#include "pdf_fixture.h"

#include <zlib.h>

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

static size_t place_of(const unsigned char row[7])
{
	size_t place = 0;

	for (int i = 1; i < 5; i++)
		place = place << 8 | row[i];
	return place;
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
	unsigned char(*rows)[7];
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
		size_t place = place_of(rows[i]);
		struct buf group = {0};

		if (rows[i][0] == 1) {
			assert_int_equal(strtoul(file.data + place, NULL, 10), i);
			continue;
		}
		assert_int_equal(rows[i][0], 2);
		assert_int_equal(rows[place][0], 1);
		unpack_at(&file, place_of(rows[place]), &group);
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
	assert_int_equal(count(&file, "/Type/StructElem"), count(&file, "/NS ") + count(&file, "/S/Reference"));
	assert_int_equal(count(&file, "/Type/Namespace/NS(http://iso.org/pdf2/ssn)"), 1);
	assert_int_equal(count(&file, "/S/FENote"), 1);
	assert_int_equal(count(&file, "/RoleMap"), 0);
	assert_int_equal(count(&file, "/Dest(") + count(&file, "/Dest["), 0);
	assert_int_equal(count(&file, "/S/GoTo/D(chart)/SD["), 1);
	assert_int_equal(count(&file, "/S/GoTo/D["), 6);
	/* Of a note and of its mark; the link is in no table of contents. */
	assert_int_equal(count(&file, "/Ref["), 2);
	assert_int_equal(count(&file, "/NoteType/Footnote"), 1);
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
	assert_int_equal(count(&streams, "> <00AD>"), 1);
	assert_int_equal(count(&streams, "> <00610062>"), 1);
	assert_int_equal(count(&streams, "> <2060>"), 1);
	buf_free(&file);
	buf_free(&streams);
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
		WITH_LAYOUT(test_equal_bytes),   WITH_LAYOUT(test_cross_references), WITH_LAYOUT(test_appended_alike),
		WITH_LAYOUT(test_structure),     WITH_LAYOUT(test_catalog),          WITH_LAYOUT(test_content),
		WITH_LAYOUT(test_second_target), WITH_LAYOUT(test_widths),           WITH_LAYOUT(test_many_pages),
		cmocka_unit_test(test_tokens),   cmocka_unit_test(test_unfit_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
