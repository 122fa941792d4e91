/*
 * ToUnicode maps: from the codes of a font to the text they stand for (ISO 32000-1, 9.10.3).
 */
#include "pdf_int.h"

enum { TOUNICODE_BLOCK = 100 }; /* most entries between beginbfchar and endbfchar */

static bool private_use(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/* PDF/UA-1 and PDF/A-3 forbid these as the meaning of a code. */
static bool forbidden(uint32_t c)
{
	return !c || c == 0xFEFF || c == 0xFFFE || c == UTF8_BAD;
}

bool tounicode_unfit(const char *text, size_t len)
{
	const char *at = text, *end = text + len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if (forbidden(c) || private_use(c))
			return true;
	}
	return false;
}

/* What may not be written becomes WORD JOINER, which shows nothing and parts nothing. */
static void put_text(struct buf *out, const struct pdffont_code *code)
{
	const char *at = code->text, *end = at + code->len;

	if (at == end)
		buf_puts(out, "2060");
	while (at < end) {
		const char *from = at;

		if (forbidden(utf8_next(&at, end)))
			buf_puts(out, "2060");
		else
			token_utf16(out, from, (size_t)(at - from));
	}
}

void tounicode_map(struct buf *out, const struct pdffont_code *const *codes, size_t count)
{
	buf_puts(out, "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
		      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
		      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (size_t i = 0; i < count; i++) {
		if (i % TOUNICODE_BLOCK == 0)
			buf_printf(out, "%zu beginbfchar\n",
				   count - i < TOUNICODE_BLOCK ? count - i : (size_t)TOUNICODE_BLOCK);
		buf_printf(out, "<%04zX> <", i + 1); /* some readers want the space */
		put_text(out, codes[i]);
		buf_puts(out, ">\n");
		if (i % TOUNICODE_BLOCK == TOUNICODE_BLOCK - 1 || i + 1 == count)
			buf_puts(out, "endbfchar\n");
	}
	buf_puts(out, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
}
