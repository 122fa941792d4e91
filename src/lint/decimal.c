/*
 * Exact decimal numbers for comparing what two languages write differently: 1.6 million and 160만 are both 16 * 10^5.
 */
#include "lint_int.h"

enum { DECIMAL_DIGITS = 18 }; /* of a number that is read */

struct decimal decimal_of(int64_t digits, int32_t exponent)
{
	if (!digits)
		return (struct decimal){0, 0};
	for (; digits % 10 == 0; exponent++)
		digits /= 10;
	return (struct decimal){digits, exponent};
}

bool decimal_read(const char *text, size_t len, struct decimal *number)
{
	int64_t digits = 0;
	int32_t exponent = 0, point = 0, count = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '.') {
			point = 1;
			continue;
		}
		if (text[i] < '0' || text[i] > '9')
			continue;
		if (++count > DECIMAL_DIGITS)
			return false;
		digits = digits * 10 + (text[i] - '0');
		exponent -= point;
	}
	*number = decimal_of(digits, exponent);
	return true;
}

/* The digits of a number when its exponent is lowered; false on overflow. */
static bool decimal_lower(struct decimal number, int32_t exponent, int64_t *digits)
{
	*digits = number.digits;
	for (; number.exponent > exponent; number.exponent--) {
		if (*digits > INT64_MAX / 20 || *digits < -(INT64_MAX / 20))
			return false;
		*digits *= 10;
	}
	return true;
}

bool decimal_add(struct decimal *to, struct decimal number)
{
	int32_t exponent = to->exponent < number.exponent ? to->exponent : number.exponent;
	int64_t a, b;

	if (!to->digits || !number.digits) {
		*to = to->digits ? *to : number;
		return true;
	}
	if (!decimal_lower(*to, exponent, &a) || !decimal_lower(number, exponent, &b))
		return false;
	*to = decimal_of(a + b, exponent);
	return true;
}

bool decimal_equal(struct decimal a, struct decimal b)
{
	return a.digits == b.digits && a.exponent == b.exponent;
}

int64_t decimal_whole(struct decimal number, int64_t most)
{
	int64_t whole;

	if (number.exponent < 0 || number.digits < 0 || !decimal_lower(number, 0, &whole))
		return -1;
	return whole <= most ? whole : -1;
}
