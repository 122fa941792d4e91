/*
 * Korean numbers in words: native numerals with their counters, Sino-Korean ones, and words that mean a number along.
 */
#include "ko_int.h"

#include <string.h>

/* ---- numbers in words ---- */

/* Native numerals: 두, 열한, 스물둘. The value, and where they end; 0: none. */
static int64_t ko_native(const struct ko *ko, struct ko_place *place)
{
	const struct word *tens = ko_word(ko, *place, KO_BIT(WORD_TENS)), *ones;
	int64_t value = 0;

	if (tens) {
		value = tens->value;
		*place = ko_skip(ko, *place, strlen(tens->text));
		if (place->byte == ko_unit(ko, place->unit)->start)
			return value;
	}
	ones = ko_word(ko, *place, KO_BIT(WORD_NUMBER));
	if (ones) {
		value += ones->value;
		*place = ko_skip(ko, *place, strlen(ones->text));
	}
	return value;
}

/* Counters that are written together with a native numeral; others make it another word: 세계, 네트워크, 두부. */
static const struct word *ko_native_counter(const struct ko *ko, struct ko_place place)
{
	static const char *const counters[] = {"개",   "명", "번", "번째", "째",   "가지", "곳",     "사람", "차례",
					       "나라", "달", "해", "배",   "개월", "시간", "가지로", NULL};
	const struct word *word = ko_word(ko, place, KO_BIT(WORD_COUNTER) | KO_BIT(WORD_MEASURE));

	for (const char *const *c = counters; word && *c; c++)
		if (!strcmp(word->text, *c) && ko_ends(ko, ko_skip(ko, place, strlen(*c))))
			return word;
	return NULL;
}

/* What a native numeral may end in without a counter: 하나의, 셋이. */
static bool ko_native_alone(const struct ko *ko, size_t unit, struct ko_place end)
{
	static const char *const particles[] = {"의", "이",   "가", "은", "는", "을", "를",
						"로", "으로", "와", "과", "도", "에", NULL};
	static const char *const bound[] = {"한", "두", "세", "네", "스무", "첫", "열", NULL};
	bool determiner = false;

	for (const char *const *b = bound; *b; b++)
		determiner = determiner || (ko_begins(ko, ko_at(ko, unit), *b) &&
					    ko_end(ko, end) - ko_unit(ko, unit)->start == strlen(*b));
	if (end.unit == unit)
		return !determiner && ko_begins_any(ko, end, particles);
	return !determiner || ko_unit(ko, end.unit)->kind == UNIT_HANGUL;
}

/* 두 기관, 세 번째, 열한 개, 한 해. */
size_t ko_numeral(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	struct ko_place end = ko_at(ko, unit);
	const struct word *counter;
	struct token *token;
	int64_t value;

	if (u->kind != UNIT_HANGUL ||
	    (unit && !u->gap && (u[-1].kind == UNIT_HANGUL || u[-1].kind == UNIT_NUMBER || u[-1].kind == UNIT_LATIN)))
		return 0;
	value = ko_native(ko, &end);
	if (!value)
		return 0;
	counter = ko_native_counter(ko, end);
	if (!counter && !ko_native_alone(ko, unit, end))
		return 0;
	if (value == 10 && !counter)
		return 0; /* 열 is heat and row too */
	token = scan_token(ko->side, TOKEN_NUMBER, u->start, 0);
	token->number = decimal_of(value, 0);
	token->soft = value == 1;
	if (counter) {
		token->measure = counter->class == WORD_MEASURE ? (uint8_t)counter->value : MEASURE_NONE;
		end = ko_skip(ko, end, strlen(counter->text));
	}
	token->end = ko_end(ko, end);
	ko_limits(ko, unit, end, token);
	return ko_used(ko, unit, end);
}

/* Sino-Korean numerals of two syllables or more with a power of ten: 백만 달러, 십이 개. */
size_t ko_sino(struct ko *ko, size_t unit)
{
	static const char digits[] = "일이삼사오육칠팔구";
	const struct unit *u = ko_unit(ko, unit);
	struct ko_place end = ko_at(ko, unit);
	int64_t total = 0, group = 0, digit = 0;
	size_t syllables = 0, scales = 0;
	struct token *token;

	if (u->kind != UNIT_HANGUL || (unit && !u->gap && u[-1].kind != UNIT_MARK))
		return 0;
	for (; end.unit == unit && syllables < 12; syllables++) {
		const char *at = ko->side->text + end.byte;
		const struct word *scale = map_find(ko->words, at, KO_SYLLABLE);
		const char *found = NULL;

		for (const char *d = digits; *d && !found; d += KO_SYLLABLE)
			found = memcmp(d, at, KO_SYLLABLE) ? NULL : d;
		if (found) {
			digit = (found - digits) / KO_SYLLABLE + 1;
		} else if (scale && scale->class == WORD_SCALE) {
			scales++;
			if (scale->value < 4) {
				group += (digit ? digit : 1) * (scale->value == 1   ? 10
								: scale->value == 2 ? 100
										    : 1000);
			} else {
				group = group + digit ? group + digit : 1;
				total += group * (scale->value == 4   ? 10000
						  : scale->value == 8 ? 100000000
								      : 1000000000000);
				group = 0;
			}
			digit = 0;
		} else {
			break;
		}
		end = ko_skip(ko, end, KO_SYLLABLE);
	}
	if (syllables < 2 || !scales ||
	    !ko_word(ko, end, KO_BIT(WORD_COUNTER) | KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_MEASURE)))
		return 0;
	token = scan_token(ko->side, TOKEN_NUMBER, u->start, 0);
	token->number = decimal_of(total + group + digit, 0);
	ko_measure(ko, &end, token);
	token->end = ko_end(ko, end);
	ko_limits(ko, unit, end, token);
	return ko_used(ko, unit, end);
}

/* 양국, 첫째: numbers that are only meant along. */
size_t ko_along(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	const struct word *word = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_MANY));
	struct token *token;

	if (!word || (!strcmp(word->text, "양") && u->end - u->start > KO_SYLLABLE))
		return 0;
	token = scan_token(ko->side, TOKEN_NUMBER, u->start, u->start + (uint32_t)strlen(word->text));
	token->number = decimal_of(word->value, 0);
	token->soft = true;
	return 1;
}
