/*
 * Times on a wall clock and the instants they are, by ICU's copy of the IANA time zone database.
 */
#include "locale.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

enum { ZONE_UNITS = 128 }; /* UTF-16 of an ID or a name */

static bool digits(const char **at, int count, int *value)
{
	*value = 0;
	for (; count; count--, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		*value = *value * 10 + (**at - '0');
	}
	return true;
}

bool zone_time_read(const char *text, struct zone_time *time)
{
	static const char marks[] = {'-', '-', 'T', ':', '\0'};
	static const int widths[] = {4, 2, 2, 2, 2};
	int parts[COUNT_OF(widths)];

	for (size_t i = 0; i < COUNT_OF(widths); i++) {
		if (!digits(&text, widths[i], &parts[i]) || *text != marks[i])
			return false;
		text += *text != '\0';
	}
	time->date = (struct date){(int16_t)parts[0], (int8_t)parts[1], (int8_t)parts[2], DATE_DAY};
	time->hour = parts[3];
	time->minute = parts[4];
	return date_exists(&time->date) && parts[3] < 24 && parts[4] < 60;
}

static bool to_utf16(const char *id, UChar *out)
{
	UErrorCode error = U_ZERO_ERROR;

	u_strFromUTF8(out, ZONE_UNITS, NULL, id, -1, &error);
	return U_SUCCESS(error) && error != U_STRING_NOT_TERMINATED_WARNING;
}

bool zone_known(const char *id)
{
	UChar name[ZONE_UNITS], canonical[ZONE_UNITS];
	UErrorCode error = U_ZERO_ERROR;
	UBool listed = false;

	if (!strchr(id, '/') || !to_utf16(id, name))
		return false;
	ucal_getCanonicalTimeZoneID(name, -1, canonical, ZONE_UNITS, &listed, &error);
	return U_SUCCESS(error) && listed;
}

const char *zone_nearest(struct arena *arena, const char *id)
{
	UErrorCode error = U_ZERO_ERROR;
	UEnumeration *all = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, NULL, NULL, &error);
	LIST(const char *) names = {0};
	const char *name;

	while (U_SUCCESS(error) && (name = uenum_next(all, NULL, &error)))
		if (strchr(name, '/'))
			*LIST_ADD(arena, &names) = arena_strdup(arena, name);
	uenum_close(all);
	return suggest_nearest(id, names.items, names.count);
}

/* ---- instants ---- */

static UCalendar *open_calendar(const char *zone)
{
	UChar name[ZONE_UNITS];
	UErrorCode error = U_ZERO_ERROR;
	UCalendar *calendar = to_utf16(zone, name) ? ucal_open(name, -1, "en", UCAL_GREGORIAN, &error) : NULL;

	if (!calendar || U_FAILURE(error))
		BUG("no calendar for the time zone %s", zone);
	return calendar;
}

static int64_t instant(UCalendar *calendar, const struct zone_time *t, UCalendarWallTimeOption which)
{
	UErrorCode error = U_ZERO_ERROR;
	double millis;

	ucal_setAttribute(calendar, UCAL_REPEATED_WALL_TIME, which);
	ucal_clear(calendar);
	ucal_setDateTime(calendar, t->date.year, t->date.month - 1, t->date.day, t->hour, t->minute, 0, &error);
	millis = ucal_getMillis(calendar, &error);
	if (U_FAILURE(error))
		BUG("the calendar failed: %s", u_errorName(error));
	return (int64_t)(millis / 1000);
}

enum zone_times zone_instant(const char *zone, const struct zone_time *time, int64_t *seconds)
{
	UCalendar *calendar = open_calendar(zone);
	int64_t first = instant(calendar, time, UCAL_WALLTIME_FIRST),
		last = instant(calendar, time, UCAL_WALLTIME_LAST);
	struct zone_time again;

	ucal_close(calendar);
	*seconds = last;
	zone_local(zone, last, &again);
	if (again.hour != time->hour || again.minute != time->minute)
		return ZONE_NEVER;
	return first == last ? ZONE_ONCE : ZONE_TWICE;
}

void zone_local(const char *zone, int64_t seconds, struct zone_time *time)
{
	UCalendar *calendar = open_calendar(zone);
	UErrorCode error = U_ZERO_ERROR;

	ucal_setMillis(calendar, (double)seconds * 1000, &error);
	time->date = (struct date){(int16_t)ucal_get(calendar, UCAL_YEAR, &error),
				   (int8_t)(ucal_get(calendar, UCAL_MONTH, &error) + 1),
				   (int8_t)ucal_get(calendar, UCAL_DATE, &error), DATE_DAY};
	time->hour = ucal_get(calendar, UCAL_HOUR_OF_DAY, &error);
	time->minute = ucal_get(calendar, UCAL_MINUTE, &error);
	ucal_close(calendar);
	if (U_FAILURE(error))
		BUG("the calendar failed: %s", u_errorName(error));
}

void zone_name(const char *zone, int64_t seconds, const char *lang_tag, struct buf *out)
{
	static const UChar pattern[] = {'z', 'z', 'z', 'z', 0};
	UChar id[ZONE_UNITS], name[ZONE_UNITS];
	char text[ZONE_UNITS * 3];
	UErrorCode error = U_ZERO_ERROR;
	UDateFormat *format = to_utf16(zone, id)
				      ? udat_open(UDAT_PATTERN, UDAT_PATTERN, lang_tag, id, -1, pattern, -1, &error)
				      : NULL;

	udat_format(format, (double)seconds * 1000, name, ZONE_UNITS, NULL, &error);
	u_strToUTF8(text, sizeof text, NULL, name, -1, &error);
	udat_close(format);
	if (U_FAILURE(error))
		BUG("no name for the time zone %s: %s", zone, u_errorName(error));
	buf_puts(out, text);
}
