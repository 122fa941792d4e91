/*
 * What a file claims to meet, and all that differs between one claim and another, as a table.
 */
#include "pdf_int.h"

#include <string.h>

/* PDF/A-3 knows no pdfuaid and wants a schema that describes it. */
#define CLAIM_UA1 "<pdfuaid:part>1</pdfuaid:part>\n"
#define CLAIM_A3A                                                                                                      \
	"<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"                                   \
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"                                        \
	"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"                                               \
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"                        \
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"                                                             \
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"                                          \
	"<pdfaProperty:name>part</pdfaProperty:name>\n<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"      \
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"                                                    \
	"<pdfaProperty:description>Part of PDF/UA the file meets</pdfaProperty:description>\n"                         \
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"

/* Well-Tagged PDF asks what PDF/UA-2 asks and is claimed by a declaration. */
#define CLAIM_UA2                                                                                                      \
	"<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"                                            \
	"<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"                                            \
	"<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>\n"                     \
	"</rdf:li></rdf:Bag></pdfd:declarations>\n"
/* PDF/A-4f is PDF/A-4 with attached files. */
#define CLAIM_A4 "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"
#define CLAIM_A4F "<pdfaid:conformance>F</pdfaid:conformance>\n"

/* Aside is a standard type from PDF 2.0 on. */
#define FORMAT_17 .version = "1.7", .info = true, .role_map = "/Aside/Div", .term_list = "None"
#define FORMAT_20                                                                                                      \
	.version = "2.0", .namespace = "http://iso.org/pdf2/ssn", .renamed = {[TAG_NOTE] = "FENote"},                  \
	.unnamed = {[TAG_TOC] = true, [TAG_TOCI] = true, [TAG_REFERENCE] = true}, .captions_inside = true,             \
	.term_list = "Description", .structure_places = true

static const struct target targets[] = {
	[PDF_UA1_A3A] = {.name = "ua1-a3a", .archive = true, FORMAT_17, .claims = CLAIM_UA1 CLAIM_A3A},
	[PDF_UA2_A4F] = {.name = "ua2-a4f",
			 .archive = true,
			 FORMAT_20,
			 .claims = CLAIM_A4 CLAIM_UA2,
			 .claims_attached = CLAIM_A4F},
	[PDF_UA1] = {.name = "ua1", FORMAT_17, .claims = CLAIM_UA1},
	[PDF_UA2] = {.name = "ua2", FORMAT_20, .claims = CLAIM_UA2},
};

const struct target *target_of(enum pdf_conform conform)
{
	return &targets[conform];
}

bool pdf_conform_find(const char *name, enum pdf_conform *conform)
{
	for (size_t i = 0; i < COUNT_OF(targets); i++)
		if (!strcmp(targets[i].name, name)) {
			*conform = (enum pdf_conform)i;
			return true;
		}
	return false;
}

const char *pdf_conform_name(enum pdf_conform conform)
{
	return targets[conform].name;
}

bool pdf_conform_locks(enum pdf_conform conform)
{
	return !targets[conform].archive;
}
