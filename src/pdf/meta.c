/*
 * What the file says about itself: Info, metadata, the colour profile, and the catalog that holds all together.
 */
#include "pdf_int.h"

#include <lcms2.h>
#include <string.h>

static void put_string(struct buf *out, const char *key, const char *text)
{
	buf_puts(out, key);
	token_text(out, text, strlen(text));
}

static void write_info(struct writer *w)
{
	const struct flow *flow = w->layout->flow;
	struct object *o = object_info(w->objects);
	struct buf *out;

	if (!w->target->info)
		return;
	out = object_begin(w->objects, o);
	put_string(out, "/Title", flow->title[0]);
	if (flow->author)
		put_string(out, "/Author", flow->author);
	put_string(out, "/Producer", w->options->producer);
	buf_puts(out, "/CreationDate");
	token_date(out, w->options->timestamp);
	buf_puts(out, "/ModDate");
	token_date(out, w->options->timestamp);
	object_end(w->objects, o);
}

/* Never packed: programs that know no PDF look for it. */
static const struct object *write_metadata(struct writer *w)
{
	struct object *o = object_new(w->objects);
	struct buf packet = {0}, *out;

	xmp_packet(w, &packet);
	object_stream(w->objects, o, arena_strndup(w->arena, packet.data, packet.len), packet.len, false);
	buf_free(&packet);
	out = object_begin(w->objects, o);
	buf_puts(out, "/Type/Metadata/Subtype/XML");
	object_end(w->objects, o);
	return o;
}

/* The profile's creation date (ICC.1, 7.2.8) would be that of this run. */
static void fix_profile_date(unsigned char *profile)
{
	static const unsigned char date[12] = {0x07, 0xD0, 0, 1, 0, 1}; /* 2000-01-01 00:00:00 */

	memcpy(profile + 24, date, sizeof date);
}

static const struct object *write_profile(struct writer *w)
{
	struct object *o = object_new(w->objects);
	cmsHPROFILE profile = cmsCreate_sRGBProfile();
	cmsUInt32Number len = 0;
	unsigned char *data;
	struct buf *out;

	if (!profile || !cmsSaveProfileToMem(profile, NULL, &len) || len < 128)
		fatal_memory(len);
	data = arena_alloc(w->arena, len);
	if (!cmsSaveProfileToMem(profile, data, &len))
		fatal_memory(len);
	cmsCloseProfile(profile);
	fix_profile_date(data);
	object_stream(w->objects, o, data, len, true);
	out = object_begin(w->objects, o);
	buf_puts(out, "/N 3");
	object_end(w->objects, o);
	return o;
}

/* ---- catalog ---- */

static void put_names(const struct writer *w, struct buf *out)
{
	buf_puts(out, "/Names<<");
	if (w->layout->destination_count) {
		buf_puts(out, "/Dests");
		outline_destinations(w, out);
	}
	if (w->options->attachment_count) {
		buf_puts(out, "/EmbeddedFiles");
		attach_names(w, out);
	}
	buf_puts(out, ">>");
}

static void put_associated(const struct writer *w, struct buf *out)
{
	if (!w->options->attachment_count)
		return;
	buf_puts(out, "/AF[");
	for (size_t i = 0; i < w->options->attachment_count; i++) {
		token_ref(out, w->attached[i]->number);
		buf_putc(out, ' ');
	}
	buf_putc(out, ']');
}

static void put_output_intent(struct buf *out, const struct object *profile)
{
	buf_puts(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
		      "/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
	token_ref(out, profile->number);
	buf_puts(out, ">>]");
}

static void write_catalog(struct writer *w, const struct object *metadata, const struct object *profile)
{
	struct object *o = object_catalog(w->objects);
	struct buf *out = object_begin(w->objects, o);

	put_string(out, "/Lang", w->layout->flow->langs[0].tag);
	buf_puts(out, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ");
	token_ref(out, w->structure->number);
	buf_puts(out, "/Metadata ");
	token_ref(out, metadata->number);
	put_output_intent(out, profile);
	if (w->outline) {
		buf_puts(out, "/PageMode/UseOutlines/Outlines ");
		token_ref(out, w->outline->number);
	}
	buf_puts(out, "/PageLabels");
	outline_labels(w, out);
	put_names(w, out);
	put_associated(w, out);
	object_end(w->objects, o);
}

void meta_write(struct writer *w)
{
	const struct object *metadata = write_metadata(w), *profile = write_profile(w);

	write_info(w);
	write_catalog(w, metadata, profile);
}
