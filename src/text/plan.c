/*
 * What HarfBuzz need not do. A plan of shaping is made once for a style, font and script. Glyph composition (ccmp) costs
 * five times as much as all other features together, and marks cost most of the rest; both are asked for only where a word
 * has marks or a glyph that the lookups of ccmp act on by itself. Words of Hangul syllables that no lookup of the font touches are not shaped at all.
 */
#include "text_int.h"

#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#define OFF(a, b, c, d)                                                                                                \
	{                                                                                                              \
		HB_TAG(a, b, c, d), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END                                  \
	}
#define ON(a, b, c, d)                                                                                                 \
	{                                                                                                              \
		HB_TAG(a, b, c, d), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END                                  \
	}

/*
 * Contextual alternates are off: with them Pretendard turns "->" into an arrow and "1x2" into a product, which changes what
 * a document says. The second line is for words without marks, the last feature for tabular figures.
 */
static const hb_feature_t plain[] = {OFF('c', 'a', 'l', 't'), OFF('c', 'l', 'i', 'g'), OFF('c', 'c', 'm', 'p'),
				     OFF('m', 'a', 'r', 'k'), OFF('m', 'k', 'm', 'k'), ON('t', 'n', 'u', 'm')},
			  with_marks[] = {OFF('c', 'a', 'l', 't'), OFF('c', 'l', 'i', 'g'), ON('t', 'n', 'u', 'm')};

struct plan {
	const struct font *font;
	hb_script_t script;
	bool marks;
	const hb_feature_t *features;
	unsigned int count;
	hb_shape_plan_t *plan;
};

/* ---- which glyphs the lookups of a font concern ---- */

static hb_set_t *lookups_of(hb_face_t *face, hb_tag_t table, const hb_tag_t *tags)
{
	hb_set_t *lookups = hb_set_create();

	hb_ot_layout_collect_lookups(face, table, NULL, NULL, tags, lookups);
	return lookups;
}

/*
 * Glyphs by which one knows that a lookup may act: those it would change by themselves, and for rules with a context the
 * glyphs of that context. Sequences of other glyphs are composed only where marks combine, see composes().
 */
static void add_composing(hb_face_t *face, unsigned int lookup, hb_set_t *composing)
{
	hb_set_t *input = hb_set_create(), *context = hb_set_create();

	hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, context, input, context, NULL);
	hb_set_union(composing, context);
	for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(input, &glyph);)
		if (hb_ot_layout_lookup_would_substitute(face, lookup, &glyph, 1, true))
			hb_set_add(composing, glyph);
	hb_set_destroy(input);
	hb_set_destroy(context);
}

static hb_set_t *composing_glyphs(hb_face_t *face)
{
	static const hb_tag_t tags[] = {HB_TAG('c', 'c', 'm', 'p'), HB_TAG_NONE};
	hb_set_t *lookups = lookups_of(face, HB_OT_TAG_GSUB, tags), *composing = hb_set_create();

	for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups, &lookup);)
		add_composing(face, lookup, composing);
	hb_set_destroy(lookups);
	return composing;
}

static void add_input(hb_face_t *face, hb_tag_t table, const hb_tag_t *tags, hb_set_t *touched)
{
	hb_set_t *lookups = lookups_of(face, table, tags);

	for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups, &lookup);)
		hb_ot_layout_lookup_collect_glyphs(face, table, lookup, NULL, touched, NULL, NULL);
	hb_set_destroy(lookups);
}

/* The first glyphs of all that the features of ordinary text could do, in whatever script; NULL: the font kerns by `kern`. */
static hb_set_t *touched_glyphs(hb_face_t *face)
{
	static const hb_tag_t substitute[] = {
		HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'),
		HB_TAG('r', 'l', 'i', 'g'), HB_TAG('l', 'i', 'g', 'a'),
		HB_TAG('r', 'c', 'l', 't'), HB_TAG('r', 'v', 'r', 'n'),
		HB_TAG('l', 't', 'r', 'a'), HB_TAG('l', 't', 'r', 'm'),
		HB_TAG('l', 'j', 'm', 'o'), HB_TAG('v', 'j', 'm', 'o'),
		HB_TAG('t', 'j', 'm', 'o'), HB_TAG('r', 'a', 'n', 'd'),
		HB_TAG('t', 'n', 'u', 'm'), HB_TAG_NONE,
	};
	static const hb_tag_t position[] = {
		HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'),
		HB_TAG('m', 'k', 'm', 'k'), HB_TAG('c', 'u', 'r', 's'),
		HB_TAG('d', 'i', 's', 't'), HB_TAG('a', 'b', 'v', 'm'),
		HB_TAG('b', 'l', 'w', 'm'), HB_TAG_NONE,
	};
	hb_blob_t *kern = hb_face_reference_table(face, HB_TAG('k', 'e', 'r', 'n')),
		  *morx = hb_face_reference_table(face, HB_TAG('m', 'o', 'r', 'x'));
	bool other = hb_blob_get_length(kern) || hb_blob_get_length(morx);
	hb_set_t *touched = other ? NULL : hb_set_create();

	hb_blob_destroy(kern);
	hb_blob_destroy(morx);
	if (touched) {
		add_input(face, HB_OT_TAG_GSUB, substitute, touched);
		add_input(face, HB_OT_TAG_GPOS, position, touched);
	}
	return touched;
}

void plan_font(struct font *font)
{
	font->composing = composing_glyphs(font->face);
}

void plan_free_font(struct font *font)
{
	hb_set_destroy(font->composing);
	hb_set_destroy(font->touched);
}

/* ---- plans ---- */

/* Scripts whose letters, once in NFC, are single glyphs unless a mark follows. */
static bool is_simple(uint16_t script)
{
	static const uint16_t simple[] = {USCRIPT_COMMON, USCRIPT_LATIN,    USCRIPT_HANGUL,   USCRIPT_GREEK,
					  USCRIPT_HAN,    USCRIPT_CYRILLIC, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};

	for (size_t i = 0; i < COUNT_OF(simple); i++)
		if (simple[i] == script)
			return true;
	return false;
}

/* Marks, joiners, variation selectors. */
static bool combines(uint32_t c)
{
	const uint32_t kinds = U_GC_M_MASK | U_GC_CF_MASK;

	return c >= 0x0300 && (c < 0xAC00 || c > 0xD7A3) && (U_GET_GC_MASK((UChar32)c) & kinds) != 0;
}

static bool composes(const struct font *font, const struct item *items, size_t count)
{
	if (!is_simple(items[0].script))
		return true;
	for (size_t i = 0; i < count; i++)
		if (combines(items[i].shown) || hb_set_has(font->composing, items[i].glyph))
			return true;
	return false;
}

bool plan_untouched(const struct font *font, const struct item *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].shown < 0xAC00 || items[i].shown > 0xD7A3)
			return false;
	if (!font->knows_touched) {
		((struct font *)font)->touched = touched_glyphs(font->face);
		((struct font *)font)->knows_touched = true;
	}
	for (size_t i = 0; i < count; i++)
		if (!font->touched || hb_set_has(font->touched, items[i].glyph))
			return false;
	return true;
}

static struct plan *new_plan(struct arena *arena, const struct words *words, const struct font *font,
			     hb_script_t script, bool marks)
{
	hb_segment_properties_t segment = {
		.direction = HB_DIRECTION_LTR, .script = script, .language = words->language};
	struct plan *plan = arena_alloc(arena, sizeof *plan);
	size_t count = marks ? COUNT_OF(with_marks) : COUNT_OF(plain);

	*plan = (struct plan){.font = font, .script = script, .marks = marks};
	plan->features = marks ? with_marks : plain;
	plan->count = (unsigned int)(words->style.tabular ? count : count - 1);
	plan->plan = hb_shape_plan_create_cached(font->face, &segment, plan->features, plan->count, NULL);
	return plan;
}

static const struct plan *plan_for(struct arena *arena, struct words *words, const struct font *font,
				   hb_script_t script, bool marks)
{
	for (size_t i = 0; i < words->plans.count; i++) {
		const struct plan *plan = words->plans.items[i];

		if (plan->font == font && plan->script == script && plan->marks == marks)
			return plan;
	}
	*LIST_ADD(arena, &words->plans) = new_plan(arena, words, font, script, marks);
	return words->plans.items[words->plans.count - 1];
}

void plan_free(struct words *words)
{
	for (size_t i = 0; i < words->plans.count; i++)
		hb_shape_plan_destroy(words->plans.items[i]->plan);
	words->plans.count = 0;
}

void plan_shape(struct text *t, struct words *words, const struct font *font, hb_script_t script,
		const struct item *items, size_t count)
{
	const struct plan *plan = plan_for(t->arena, words, font, script, composes(font, items, count));
	hb_segment_properties_t segment = {
		.direction = HB_DIRECTION_LTR, .script = script, .language = words->language};

	hb_buffer_clear_contents(t->buffer);
	for (size_t i = 0; i < count; i++)
		if (items[i].shown)
			hb_buffer_add(t->buffer, items[i].shown, items[i].at);
	hb_buffer_set_content_type(t->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_segment_properties(t->buffer, &segment);
	hb_shape_plan_execute(plan->plan, font->hb, t->buffer, plan->features, plan->count);
	if (!hb_buffer_allocation_successful(t->buffer))
		fatal_memory(count);
}
