/*
 * Subsets for embedding. A PDF needs no more than the outlines and their advances: characters, names and layout are in
 * the PDF's own tables, so those of the font are left out. Hints are too; screens and printers of today use none.
 */
#include "text_int.h"

#include <hb-subset.h>
#include <string.h>

static const hb_tag_t dropped[] = {
	HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('n', 'a', 'm', 'e'),
	HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
	HB_TAG('V', 'O', 'R', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
	HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('c', 'm', 'a', 'p'),
};

static hb_subset_input_t *make_input(const uint32_t *glyphs, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *tables, *set;

	if (!input)
		fatal_memory(sizeof input);
	tables = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < COUNT_OF(dropped); i++)
		hb_set_add(tables, dropped[i]);
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
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face, input);
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
	bool done = false;

	if (face) {
		take_ids(arena, plan, glyphs, count, out);
		done = take_data(arena, face, out);
	}
	hb_face_destroy(face);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	return done;
}
