/*
 * The rules that typography sets per language. A language is added here only if its setting differs from what UAX #14
 * and plain Knuth-Plass give.
 */
#include "text_int.h"

#include <string.h>

static const struct langrule rules[] = {
	{.lang = "en", .tailored = true, .patterns = "en-GB", .tolerance = 200, .hangs = true},
	{.lang = "ko", .tailored = true, .tolerance = 400, .spread = 30}, /* keep-all leaves few breaks (E2) */
	{.lang = "fr", .patterns = "fr-FR", .tolerance = 200, .hangs = true},
	{.lang = "de", .patterns = "de-DE", .capitals = true, .tolerance = 200, .hangs = true},
	{.lang = "es", .patterns = "es-ES", .tolerance = 200, .hangs = true},
	{.lang = "cy", .tolerance = 400, .hangs = true}, /* no patterns, so few breaks */
	/* A line may end after nearly every character; without word spaces these give, up to a fifth of an em. */
	{.lang = "ja", .tolerance = 200, .spread = 200, .solid = true},
	{.lang = "zh", .tolerance = 200, .spread = 200, .solid = true},
};

static const struct langrule plain = {.lang = "", .tailored = false, .tolerance = 200};

const struct langrule *langrule_find(const char *lang)
{
	for (size_t i = 0; lang && i < COUNT_OF(rules); i++)
		if (!strcmp(rules[i].lang, lang))
			return &rules[i];
	return &plain;
}
