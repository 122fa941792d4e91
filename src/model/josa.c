/*
 * Korean particles by the last sound of a text (typography K23): 장관이, 서울로, 2030을, 양해각서(MOU)를.
 */
#include "locale.h"

#include <string.h>

enum sound { SOUND_UNKNOWN, SOUND_VOWEL, SOUND_RIEUL, SOUND_CONSONANT };

enum { HANGUL_FIRST = 0xAC00, HANGUL_LAST = 0xD7A3, FINALS = 28, RIEUL = 8 };

/* 영 일 이 삼 사 오 육 칠 팔 구 */
static const uint8_t digit_sounds[] = {SOUND_CONSONANT, SOUND_RIEUL,     SOUND_VOWEL, SOUND_CONSONANT, SOUND_VOWEL,
				       SOUND_VOWEL,     SOUND_CONSONANT, SOUND_RIEUL, SOUND_RIEUL,     SOUND_VOWEL};

/* Signs that are read as a word, all of them ending in a vowel: 퍼센트, 도, 제곱미터, 킬로미터, 킬로그램 ends in ㅁ. */
static const struct {
	uint32_t sign;
	enum sound sound;
} signs[] = {
	{'%', SOUND_VOWEL},    {0x00B0, SOUND_VOWEL}, {0x2103, SOUND_VOWEL},     {0x33A1, SOUND_VOWEL},
	{0x339E, SOUND_VOWEL}, {0x339D, SOUND_VOWEL}, {0x338F, SOUND_CONSONANT},
};

/* Read over: stops and quotation marks behind the last sound. */
static const uint32_t silent[] = {'.',    ',',    '!',    '?',    '"',    '\'',   ' ',
				  0x2019, 0x201D, 0x2026, 0x300D, 0x300F, 0x3009, 0x300B};

static const struct {
	uint32_t open, close;
} brackets[] = {{'(', ')'}, {'[', ']'}, {0xFF08, 0xFF09}, {0x3014, 0x3015}};

static uint32_t last_char(const char *text, const char **end)
{
	const char *p = *end;

	if (p == text)
		return 0;
	do
		p--;
	while (p > text && ((unsigned char)*p & 0xC0) == 0x80);
	*end = p;
	return utf8_next(&p, p + 4);
}

static bool is_silent(uint32_t c)
{
	for (size_t i = 0; i < COUNT_OF(silent); i++)
		if (silent[i] == c)
			return true;
	return false;
}

static uint32_t opener_of(uint32_t close)
{
	for (size_t i = 0; i < COUNT_OF(brackets); i++)
		if (brackets[i].close == close)
			return brackets[i].open;
	return 0;
}

/* The end of the text without what stands behind the last sound; brackets round all of it are no brackets behind it. */
static const char *sounded_end(const char *text, const char *end)
{
	for (;;) {
		const char *at = end;
		uint32_t c = last_char(text, &at), open = opener_of(c);

		if (c && is_silent(c)) {
			end = at;
		} else if (open) {
			const char *start = at;

			while (start > text && last_char(text, &start) != open)
				;
			end = start > text ? start : at;
		} else {
			return end;
		}
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Zeros at a number's end are read as a power of ten: 십 백 천 만 억 조 경, each up to the next. */
static enum sound zeros_sound(size_t zeros)
{
	return zeros >= 12 && zeros < 16 ? SOUND_VOWEL : SOUND_CONSONANT;
}

static enum sound number_sound(const char *text, const char *end)
{
	const char *p = end;
	size_t zeros = 0;

	while (p > text && (p[-1] == '0' || (p[-1] == ',' && zeros)))
		zeros += *--p == '0';
	if (!zeros)
		return digit_sounds[end[-1] - '0'];
	if (p > text && is_digit(p[-1]))
		return zeros_sound(zeros);
	return digit_sounds[0]; /* 0 alone, or behind a decimal point */
}

/* Capitals are read one by one: 엘 and 알, 엠 and 엔 end in a consonant. A word with small letters needs a reading. */
static enum sound letter_sound(const char *text, const char *end)
{
	char last = end[-1];

	for (const char *p = end;
	     p > text && (unsigned char)p[-1] < 0x80 && ((p[-1] | 0x20) >= 'a' && (p[-1] | 0x20) <= 'z');)
		if (*--p >= 'a' && *p <= 'z')
			return SOUND_UNKNOWN;
	return last == 'L' || last == 'R' ? SOUND_RIEUL : last == 'M' || last == 'N' ? SOUND_CONSONANT : SOUND_VOWEL;
}

static enum sound last_sound(const char *text)
{
	const char *end = sounded_end(text, text + strlen(text)), *at = end;
	uint32_t c = last_char(text, &at);

	if (c >= HANGUL_FIRST && c <= HANGUL_LAST) {
		uint32_t final = (c - HANGUL_FIRST) % FINALS;

		return final == RIEUL ? SOUND_RIEUL : final ? SOUND_CONSONANT : SOUND_VOWEL;
	}
	if (c >= '0' && c <= '9')
		return number_sound(text, end);
	if (c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		return letter_sound(text, end);
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].sign == c)
			return signs[i].sound;
	return SOUND_UNKNOWN;
}

/* Forms that follow a vowel, by their first syllable; those after a consonant begin otherwise. */
static bool is_vowel_form(const char *form)
{
	static const char *const forms[] = {"는", "가", "를", "와", "로", "라", "며",
					    "야", "여", "나", "랑", "란", "든"};

	for (size_t i = 0; i < COUNT_OF(forms); i++)
		if (!strncmp(form, forms[i], strlen(forms[i])))
			return true;
	return false;
}

bool josa_pick(const char *text, const char *reading, const char *pair, struct buf *out)
{
	const char *slash = strchr(pair, '/'), *ro = "로";
	enum sound sound = last_sound(reading && *reading ? reading : text);
	bool swapped, open;

	if (!slash || sound == SOUND_UNKNOWN)
		return false;
	swapped = is_vowel_form(pair);
	open = sound == SOUND_VOWEL || (sound == SOUND_RIEUL && !strncmp(swapped ? pair : slash + 1, ro, strlen(ro)));
	if (open == swapped)
		buf_put(out, pair, (size_t)(slash - pair));
	else
		buf_puts(out, slash + 1);
	return true;
}
