/*
 * Normalisation form C by ICU. Text without any character that could change is told by its code points alone and
 * never converted: that is nearly all text in Latin letters without combining marks, in Hangul syllables and in Hanja.
 */
#include "base.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* Ranges of characters that are NFC wherever they stand; sorted. */
static const uint32_t settled[][2] = {
	{0x0001, 0x02FF}, /* Latin without combining marks */
	{0x2010, 0x2027}, /* dashes, quotation marks, bullets, leaders */
	{0x3001, 0x3020}, /* East Asian punctuation */
	{0x4E00, 0x9FFF}, /* unified ideographs */
	{0xAC00, 0xD7A3}, /* Hangul syllables; a trailing jamo after one is outside all ranges */
};

static bool is_settled(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(settled) && c >= settled[i][0]; i++)
		if (c <= settled[i][1])
			return true;
	return false;
}

static bool needs_look(const char *text, size_t len)
{
	const char *at = text, *end = text + len;

	while (at < end)
		if ((unsigned char)*at - 1u < 0x7F)
			at++;
		else if (!is_settled(utf8_next(&at, end)))
			return true;
	return false;
}

/* Heap room for `count` UTF-16 units. */
static UChar *units_new(int32_t count)
{
	UChar *units = malloc(((size_t)count + 1) * sizeof *units);

	if (!units)
		fatal_memory((size_t)count * sizeof *units);
	return units;
}

static char *normalise(struct arena *arena, const char *text, int32_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	int32_t room = len * 3, bytes = 0, count = 0; /* NFC makes UTF-16 at most three times as long (UAX 15) */
	UChar *from = units_new(len), *to = units_new(room);
	char *result;

	u_strFromUTF8WithSub(from, len, &count, text, len, 0xFFFD, NULL, &status);
	count = unorm2_normalize(nfc, from, count, to, room, &status);
	if (U_FAILURE(status))
		BUG("normalisation failed: %s", u_errorName(status));
	u_strToUTF8(NULL, 0, &bytes, to, count, &status);
	status = U_ZERO_ERROR;
	result = arena_alloc(arena, (size_t)bytes + 1);
	u_strToUTF8(result, bytes + 1, NULL, to, count, &status);
	free(from);
	free(to);
	return result;
}

const char *nfc_text(struct arena *arena, const char *text, size_t len)
{
	if (!needs_look(text, len))
		return arena_strndup(arena, text, len);
	if (len > INT32_MAX / 8)
		fatal_memory(len);
	return normalise(arena, text, (int32_t)len);
}
