/*
 * The metadata packet (XMP, ISO 16684-1). What the Info dictionary says too is said alike.
 */
#include "pdf_int.h"

#include <time.h>

static void put_xml(struct buf *out, const char *text)
{
	static const struct {
		char c;
		const char *entity;
	} escapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

	for (; *text; text++) {
		const char *entity = NULL;

		for (size_t i = 0; i < COUNT_OF(escapes); i++)
			if (escapes[i].c == *text)
				entity = escapes[i].entity;
		if (entity)
			buf_puts(out, entity);
		else if ((unsigned char)*text < 0x20 && *text != '\n' && *text != '\t')
			buf_putc(out, ' '); /* XML has no other control characters */
		else
			buf_putc(out, *text);
	}
}

static void put_item(struct buf *out, const char *lang, const char *text)
{
	buf_puts(out, "<rdf:li");
	if (lang) {
		buf_puts(out, " xml:lang=\"");
		put_xml(out, lang);
		buf_putc(out, '"');
	}
	buf_putc(out, '>');
	put_xml(out, text);
	buf_puts(out, "</rdf:li>");
}

static void put_time(struct buf *out, const char *name, int64_t timestamp)
{
	time_t seconds = (time_t)timestamp;
	struct tm t;

	if (!gmtime_r(&seconds, &t))
		BUG("no date for %lld", (long long)timestamp);
	buf_printf(out, "<%s>%04d-%02d-%02dT%02d:%02d:%02dZ</%s>\n", name, t.tm_year + 1900, t.tm_mon + 1, t.tm_mday,
		   t.tm_hour, t.tm_min, t.tm_sec, name);
}

/* In every language of the edition; who asks for none of them gets the first. */
static void put_title(struct buf *out, const struct flow *flow)
{
	buf_puts(out, "<dc:title><rdf:Alt>");
	put_item(out, "x-default", flow->title[0]);
	for (size_t i = 0; i < flow->lang_count; i++)
		put_item(out, flow->langs[i].tag, flow->title[i]);
	buf_puts(out, "</rdf:Alt></dc:title>\n");
}

static void put_dublin_core(struct buf *out, const struct flow *flow)
{
	buf_puts(out, "<dc:format>application/pdf</dc:format>\n");
	put_title(out, flow);
	if (flow->author) {
		buf_puts(out, "<dc:creator><rdf:Seq>");
		put_item(out, NULL, flow->author);
		buf_puts(out, "</rdf:Seq></dc:creator>\n");
	}
	buf_puts(out, "<dc:language><rdf:Bag>");
	for (size_t i = 0; i < flow->lang_count; i++)
		put_item(out, NULL, flow->langs[i].tag);
	buf_puts(out, "</rdf:Bag></dc:language>\n");
	if (flow->date.year && flow->date.month && flow->date.day)
		buf_printf(out, "<dc:date><rdf:Seq><rdf:li>%04d-%02d-%02d</rdf:li></rdf:Seq></dc:date>\n",
			   flow->date.year, flow->date.month, flow->date.day);
}

static const char xmp_head[] =
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
	"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
	"xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
	"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
	"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
	"xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\" "
	"xmlns:pdfd=\"http://pdfa.org/declarations/\">\n";

static const char xmp_tail[] = "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

void xmp_packet(const struct writer *w, struct buf *out)
{
	buf_puts(out, xmp_head);
	put_dublin_core(out, w->layout->flow);
	put_time(out, "xmp:CreateDate", w->options->timestamp);
	put_time(out, "xmp:ModifyDate", w->options->timestamp);
	put_time(out, "xmp:MetadataDate", w->options->timestamp);
	buf_puts(out, "<pdf:Producer>");
	put_xml(out, w->options->producer);
	buf_puts(out, "</pdf:Producer>\n");
	buf_puts(out, w->target->claims);
	if (w->target->claims_attached && w->options->attachment_count)
		buf_puts(out, w->target->claims_attached);
	buf_puts(out, xmp_tail);
}
