/*
 * SVG and PNG files of a drawing. cairo writes neither the text alternative of an SVG nor the resolution of a PNG: both
 * are put into what it wrote.
 */
#include "chart_int.h"

#include <cairo-svg.h>
#include <string.h>
#include <zlib.h>

enum { POINTS_PER_INCH = 72, MPT_PER_POINT = 1000 };

static cairo_status_t put_bytes(void *user, const unsigned char *data, unsigned len)
{
	buf_put(user, data, len);
	return CAIRO_STATUS_SUCCESS;
}

/* ---- SVG ---- */

/* Text for XML content or an attribute; what XML cannot hold is left out. */
static void put_xml(struct buf *out, const char *text)
{
	static const char special[] = "<>&\"";
	static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;"};

	for (; *text; text++) {
		const char *found = strchr(special, *text);

		if (found)
			buf_puts(out, names[found - special]);
		else if ((unsigned char)*text >= ' ' || *text == '\n' || *text == '\t')
			buf_putc(out, *text);
	}
}

/* The digits after a decimal point, cut to three: a thousandth of a point. Returns where they end. */
static const char *put_fraction(struct buf *out, const char *digits)
{
	enum { KEPT = 3 };
	size_t len = strspn(digits, "0123456789"), kept = len < KEPT ? len : KEPT;

	while (kept && digits[kept - 1] == '0')
		kept--;
	if (kept) {
		buf_putc(out, '.');
		buf_put(out, digits, kept);
	}
	return digits + len;
}

/* What stands before an id in cairo's SVG. */
static const char *const before_id[] = {" id=\"", " xlink:href=\"#", " clip-path=\"url(#", " mask=\"url(#"};

static size_t id_follows(const char *from)
{
	for (size_t i = 0; i < COUNT_OF(before_id); i++)
		if (!strncmp(from, before_id[i], strlen(before_id[i])))
			return strlen(before_id[i]);
	return 0;
}

/*
 * What cairo drew, with shorter numbers, ids that begin with the chart's, and without the id that counts the surfaces
 * of the process: it would differ from run to run, and nothing refers to it.
 */
static void put_body(struct buf *out, const char *from, const char *prefix)
{
	static const char id[] = " id=\"surface";

	while (*from) {
		const char *next = from + strcspn(from, ". ");
		size_t len = id_follows(next);

		buf_put(out, from, (size_t)(next - from));
		from = next;
		if (!strncmp(from, id, sizeof id - 1)) {
			from += sizeof id - 1;
			from += strcspn(from, "\"");
			from += *from == '"';
		} else if (len) {
			buf_put(out, from, len);
			buf_printf(out, "%s-", prefix);
			from += len;
		} else if (*from == '.') {
			from = put_fraction(out, from + 1);
		} else if (*from) {
			buf_putc(out, *from++);
		}
	}
}

/* Puts role, language, title and description into the root element. */
static bool put_svg(struct buf *out, const char *made, const char *prefix, const char *lang_tag, const char *title,
		    const char *description)
{
	static const char root[] = "<svg ";
	const char *start = made ? strstr(made, root) : NULL, *end = start ? strchr(start, '>') : NULL;

	if (!end)
		return false;
	start += sizeof root - 1;
	buf_put(out, made, (size_t)(start - made));
	buf_printf(out, "role=\"img\" aria-labelledby=\"%s-title %s-desc\" xml:lang=\"", prefix, prefix);
	put_xml(out, lang_tag);
	buf_puts(out, "\" ");
	buf_put(out, start, (size_t)(end + 1 - start));
	buf_printf(out, "\n<title id=\"%s-title\">", prefix);
	put_xml(out, title);
	buf_printf(out, "</title>\n<desc id=\"%s-desc\">", prefix);
	put_xml(out, description);
	buf_puts(out, "</desc>");
	put_body(out, end + 1, prefix);
	return true;
}

bool picture_svg(const struct drawing *drawing, const char *lang_tag, const char *title, const char *description,
		 struct buf *out)
{
	struct buf made = {0};
	double width = (double)drawing->width / MPT_PER_POINT, height = (double)drawing->height / MPT_PER_POINT;
	cairo_surface_t *surface = cairo_svg_surface_create_for_stream(put_bytes, &made, width, height);
	bool ok;

	cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1);
	ok = render_play(surface, drawing, 1.0);
	cairo_surface_finish(surface);
	ok = ok && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	ok = ok && put_svg(out, made.data, drawing->id, lang_tag, title, description);
	buf_free(&made);
	return ok;
}

/* ---- PNG ---- */

static void put_u32(uint8_t *at, uint32_t value)
{
	for (int i = 0; i < 4; i++)
		at[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* A chunk that says how many pixels make a metre. */
static void put_resolution(struct buf *out, int dpi)
{
	enum { LEN = 9, TENTHS_IN_METRE = 10000, TENTHS_IN_INCH = 254 }; /* tenths of a millimetre */
	uint8_t chunk[4 + 4 + LEN + 4] = {0};
	uint32_t per_metre = (uint32_t)((dpi * TENTHS_IN_METRE + TENTHS_IN_INCH / 2) / TENTHS_IN_INCH);

	put_u32(chunk, LEN);
	memcpy(chunk + 4, "pHYs", 4);
	put_u32(chunk + 8, per_metre);
	put_u32(chunk + 12, per_metre);
	chunk[16] = 1; /* the unit is the metre */
	put_u32(chunk + 17, (uint32_t)crc32(0, chunk + 4, 4 + LEN));
	buf_put(out, chunk, sizeof chunk);
}

static int pixels(int32_t mpt, int dpi)
{
	enum { MPT_PER_INCH = POINTS_PER_INCH * MPT_PER_POINT };

	return (int)(((int64_t)mpt * dpi + MPT_PER_INCH - 1) / MPT_PER_INCH);
}

bool picture_png(const struct drawing *drawing, int dpi, struct buf *out)
{
	enum { HEADER = 8 + 4 + 4 + 13 + 4 }; /* signature and IHDR: the resolution comes after them */
	int width = pixels(drawing->width, dpi), height = pixels(drawing->height, dpi);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	struct buf made = {0};
	bool ok = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS &&
		  render_play(surface, drawing, (double)dpi / POINTS_PER_INCH) &&
		  cairo_surface_write_to_png_stream(surface, put_bytes, &made) == CAIRO_STATUS_SUCCESS &&
		  made.len > HEADER;

	cairo_surface_destroy(surface);
	if (ok) {
		buf_put(out, made.data, HEADER);
		put_resolution(out, dpi);
		buf_put(out, made.data + HEADER, made.len - HEADER);
	}
	buf_free(&made);
	return ok;
}
