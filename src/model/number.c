/*
 * Decimal numbers, kept as they are written: whole thousandths and how many places were given. No binary fraction comes
 * near them.
 */
#include "model_int.h"

#include <string.h>

static const char minus_sign[] = "\u2212";

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool number_read(const char *text, struct number *number)
{
	size_t whole = 0, places = 0;
	bool minus = *text == '-' || !strncmp(text, minus_sign, sizeof minus_sign - 1);
	int64_t sum = 0;

	if (minus)
		text += *text == '-' ? 1 : sizeof minus_sign - 1;
	for (; is_digit(text[whole]) && whole <= NUMBER_DIGITS; whole++)
		sum = sum * 10 + (text[whole] - '0');
	text += whole;
	if (*text == '.') {
		for (text++; is_digit(text[places]) && places < NUMBER_PLACES; places++)
			sum = sum * 10 + (text[places] - '0');
		if (!places)
			return false;
		text += places;
	}
	if (*text || !whole || whole > NUMBER_DIGITS)
		return false;
	for (size_t i = places; i < NUMBER_PLACES; i++)
		sum *= 10;
	*number = (struct number){minus ? -sum : sum, (int)places};
	return true;
}

bool number_place(const char *text, struct number_place *out)
{
	static const char *const places[] = {"{number}", "{number*10}", "{number*100}", "{number*1000}"};

	for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{')) {
		for (size_t i = 0; i < COUNT_OF(places); i++) {
			if (strncmp(at, places[i], strlen(places[i])) != 0)
				continue;
			*out = (struct number_place){(size_t)(at - text), strlen(places[i]), (int)i};
			return true;
		}
	}
	return false;
}
