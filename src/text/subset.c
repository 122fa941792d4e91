/*
 * Subsets for embedding. A PDF needs no more than the outlines and their advances: characters, names and layout are in
 * the PDF's own tables, so those of the font are left out. Hints are too; screens and printers of today use none.
 */
#include "text_int.h"

#include <hb-subset.h>
#include <string.h>

static const hb_tag_t kept[] = {
	HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'), HB_TAG('h', 'h', 'e', 'a'),
	HB_TAG('h', 'm', 't', 'x'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'),
};

static hb_blob_t *kept_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
	(void)face;
	for (size_t i = 0; i < COUNT_OF(kept); i++)
		if (kept[i] == tag)
			return hb_face_reference_table(whole, tag);
	return NULL;
}

/*
 * The font as if it had no other tables. HarfBuzz would leave them out too if it was asked to, but not before it has
 * looked for characters and rules that lead to the glyphs: that took two thirds of the time.
 */
static hb_face_t *kept_face(hb_face_t *whole)
{
	hb_face_t *face = hb_face_create_for_tables(kept_table, whole, NULL);

	hb_face_set_upem(face, hb_face_get_upem(whole));
	return face;
}

static hb_subset_input_t *make_input(const uint32_t *glyphs, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *set;

	if (!input)
		fatal_memory(sizeof input);
	set = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < count; i++)
		hb_set_add(set, glyphs[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static void take_ids(struct arena *arena, hb_subset_plan_t *plan, const uint32_t *glyphs, size_t count,
		     struct font_subset *out)
{
	const hb_map_t *ids = hb_subset_plan_old_to_new_glyph_mapping(plan);

	out->new_ids = arena_array(arena, count, sizeof *out->new_ids);
	for (size_t i = 0; i < count; i++) {
		hb_codepoint_t id = hb_map_get(ids, glyphs[i]);

		out->new_ids[i] = (uint16_t)(id == HB_MAP_VALUE_INVALID ? 0 : id);
	}
}

static bool take_data(struct arena *arena, hb_face_t *face, struct font_subset *out)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned int len;
	const char *data = hb_blob_get_data(blob, &len);
	uint8_t *copy = arena_alloc(arena, len);

	if (len)
		memcpy(copy, data, len);
	out->data = copy;
	out->len = len;
	hb_blob_destroy(blob);
	return len > 0;
}

bool font_subset(struct arena *arena, const struct font *font, const uint32_t *glyphs, size_t count,
		 struct font_subset *out)
{
	hb_subset_input_t *input = make_input(glyphs, count);
	hb_face_t *source = kept_face(font->face);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	bool done = false;

	if (face) {
		take_ids(arena, plan, glyphs, count, out);
		done = take_data(arena, face, out);
	}
	hb_face_destroy(face);
	hb_subset_plan_destroy(plan);
	hb_face_destroy(source);
	hb_subset_input_destroy(input);
	return done;
}
