/* Places on a map: where they are, and a map in words. */
#include "chart_int.h"

#include <math.h>

static double degrees_of(const struct value *place, const char *key)
{
	const struct value *number = value_field(place, key);

	return number && number->kind == VALUE_NUMBER ? (double)number->as.number.thousandths / 1000 : 0;
}

size_t places_read(struct arena *arena, const struct chart_request *req, struct spot **out)
{
	const struct value *data = chart_data(req);
	size_t count = value_count(data);
	struct spot *places = arena_array(arena, count, sizeof *places);

	for (size_t i = 0; i < count; i++) {
		places[i].record = value_deref(value_at(data, i));
		places[i].longitude = degrees_of(places[i].record, "longitude");
		places[i].latitude = degrees_of(places[i].record, "latitude");
	}
	*out = places;
	return count;
}

/* 51.5° N; with the decimals that the pack gives. */
static const char *side(struct arena *arena, const struct locale *locale, const struct value *number,
			const char *positive, const char *negative)
{
	struct number size = number->as.number;
	bool minus = size.thousandths < 0;
	struct buf digits = {0};

	size.thousandths = minus ? -size.thousandths : size.thousandths;
	locale_decimal(locale, &size, &digits);
	return wording_phrase(arena, locale, minus ? negative : positive, "number", wording_keep(arena, &digits), NULL);
}

static const char *where(struct arena *arena, const struct locale *locale, const struct value *place)
{
	const char *const parts[] = {
		side(arena, locale, value_field(place, "latitude"), "chart_north", "chart_south"),
		side(arena, locale, value_field(place, "longitude"), "chart_east", "chart_west"),
	};

	return wording_join(arena, locale, parts, COUNT_OF(parts), NULL);
}

const char *places_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	struct spot *places;
	size_t count = places_read(arena, req, &places);
	const char **names = arena_array(arena, count, sizeof *names), *texts[2], *number;

	if (!count)
		return NULL;
	for (size_t i = 0; i < count; i++)
		names[i] = wording_text(req, lang, wording_label(places[i].record));
	number = wording_number(arena, locale, count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_map_names", "count", number, "names",
				  wording_join(arena, locale, names, count, NULL), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_map", "count", number, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

void places_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	const struct locale *locale = req->langs[lang].locale;
	struct spot *places;
	size_t count = places_read(arena, req, &places);

	for (size_t i = 0; i < count; i++) {
		buf_puts(out, wording_phrase(arena, locale, "chart_point", "name",
					     wording_text(req, lang, wording_label(places[i].record)), "value",
					     where(arena, locale, places[i].record), NULL));
		buf_putc(out, '\n');
	}
}
