/*
 * A linear scale over whole thousandths: steps of 1, 2 or 5 times a power of ten, ends at multiples of the step.
 */
#include "chart_int.h"

enum { THOUSANDTHS = 1000 };

static int64_t floor_to(int64_t value, int64_t step)
{
	int64_t rest = value % step;

	return value - rest - (rest < 0 ? step : 0);
}

static int64_t ceil_to(int64_t value, int64_t step)
{
	return -floor_to(-value, step);
}

/* The next step that is larger: 1, 2, 5, 10, 20 ... */
static int64_t next_step(int64_t step)
{
	int64_t power = 1;

	while (power * 10 <= step)
		power *= 10;
	return step / power == 2 ? 5 * power : 2 * step;
}

static int places_of(int64_t step)
{
	int places = 3;

	while (places > 0 && step % 10 == 0) {
		step /= 10;
		places--;
	}
	return places;
}

struct scale scale_make(int64_t least, int64_t most, size_t parts, bool whole)
{
	struct scale scale = {.step = whole ? THOUSANDTHS : 1};

	for (;; scale.step = next_step(scale.step)) {
		scale.lo = floor_to(least, scale.step);
		scale.hi = ceil_to(most, scale.step);
		if (scale.hi == scale.lo)
			scale.hi += scale.step;
		if ((scale.hi - scale.lo) / scale.step <= (int64_t)parts)
			break;
	}
	scale.places = places_of(scale.step);
	return scale;
}

size_t scale_ticks(const struct scale *scale)
{
	return (size_t)((scale->hi - scale->lo) / scale->step) + 1;
}

/* Both differences are halved until their product with a length cannot overflow. */
int32_t scale_at(const struct scale *scale, int64_t value, int32_t length)
{
	enum { SAFE_BITS = 40 };
	int64_t part = value - scale->lo, whole = scale->hi - scale->lo;

	while (whole >> SAFE_BITS) {
		whole /= 2;
		part /= 2;
	}
	return (int32_t)(part * length / whole);
}
