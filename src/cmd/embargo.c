/*
 * What may not be published yet is not built for the public. The clock decides whether there is a file, never what is in
 * it: what pages are marked with depends on the pack and the edition alone.
 */
#include <time.h>

#include "cmd_int.h"
#include "locale.h"

static int64_t embargo_now(void)
{
	int64_t seconds = 0;
	return job_epoch(&seconds) ? seconds : (int64_t)time(NULL);
}

/* The instant of lifting; false if there is none, or after a finding. */
static bool embargo_lift(struct arena *a, struct diag *diag, const struct value *embargo, int64_t *seconds)
{
	const struct value *until = value_field(embargo, "until"), *zone = value_field(embargo, "zone");
	struct zone_time time;
	if (!until || !zone || !zone_time_read(until->as.string, &time))
		return false;
	const char *clock = arena_printf(a, "%02d:%02d", time.hour, time.minute);
	switch (zone_instant(zone->as.string, &time, seconds)) {
	case ZONE_NEVER:
		DIAG(diag, EMBARGO_NEVER, until->pos, clock, zone->as.string);
		return false;
	case ZONE_TWICE:
		DIAG(diag, EMBARGO_TWICE, until->pos, clock, zone->as.string);
		return true;
	case ZONE_ONCE:
		return true;
	}
	return true;
}

void embargo_check(struct arena *a, struct diag *diag, const struct pack *pack)
{
	const struct value *embargo = value_field(pack->root, "embargo");
	int64_t unused = 0;
	if (embargo)
		embargo_lift(a, diag, embargo, &unused);
}

bool embargo_allows(struct arena *a, struct diag *diag, const struct job_spec *spec, const struct pack *pack)
{
	const struct value *embargo = value_field(pack->root, "embargo");
	int64_t lift = 0;
	if (!embargo)
		return true;
	if (!embargo_lift(a, diag, embargo, &lift))
		return false;
	if (spec->audience || spec->embargoed || embargo_now() >= lift)
		return true;
	DIAG(diag, EMBARGO_EARLY, embargo->pos, value_field(embargo, "until")->as.string,
	     value_field(embargo, "zone")->as.string);
	return false;
}
