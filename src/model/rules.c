/*
 * What the schema cannot say: rules between values. None of them looks at a language.
 */
#include "model_int.h"

bool rules_is_flawed(const struct builder *b, const struct value *record)
{
	return map_find(b->flawed, (const char *)&record, sizeof record) != NULL;
}

void rules_check_priority(struct builder *b, const struct value *priority)
{
	if (priority && (priority->as.integer < 1 || priority->as.integer > 9))
		DIAG0(b->diag, PRIORITY_RANGE, priority->pos);
}

static void check_figure(struct builder *b, const struct value *figure)
{
	const struct value *count = value_field(figure, "count"), *number = value_field(figure, "value");
	const struct value *list = value_deref(count);

	if (count && number)
		DIAG0(b->diag, FIGURE_TWO_VALUES, number->pos);
	else if (!count && !number && !rules_is_flawed(b, figure))
		DIAG0(b->diag, FIGURE_NO_VALUE, figure->pos);
	if (list && list->kind != VALUE_LIST)
		DIAG(b->diag, FIGURE_COUNT, count->pos, count->as.path.path);
}

static void check_events(struct builder *b, const struct value *events)
{
	const struct value *before = NULL;

	for (size_t i = 0; i < value_count(events); i++) {
		const struct value *date = value_field(value_at(events, i), "date");

		if (!date)
			continue;
		if (before && date_last(&date->as.date) < date_first(&before->as.date)) {
			DIAG0(b->diag, EVENT_ORDER, date->pos);
			diag_note(b->diag, before->pos, "the later event before it", "앞에 있는 더 늦은 일정");
		}
		before = date;
	}
}

static void check_degrees(struct builder *b, const struct value *place, const char *key, int most)
{
	const struct value *degrees = value_field(place, key);
	int64_t size = degrees ? degrees->as.number.thousandths : 0;

	if (size < -1000 * (int64_t)most || size > 1000 * (int64_t)most)
		DIAG(b->diag, PLACE_DEGREES, degrees->pos, key, arena_printf(b->arena, "%d", most));
}

void rules_check(struct builder *b, const struct value *root)
{
	const struct value *figures = value_field(root, "figures"), *charts = value_field(root, "charts");
	const struct value *artwork = value_field(root, "artwork"), *places = value_field(root, "places");

	for (size_t i = 0; i < value_count(figures); i++)
		check_figure(b, value_at(figures, i));
	check_events(b, value_field(root, "events"));
	for (size_t i = 0; i < value_count(charts); i++)
		chartrule_check(b, value_at(charts, i));
	for (size_t i = 0; i < value_count(places); i++) {
		check_degrees(b, value_at(places, i), "latitude", 90);
		check_degrees(b, value_at(places, i), "longitude", 180);
	}
	for (size_t i = 0; i < value_count(artwork); i++)
		artfile_check(b, value_at(artwork, i));
}
