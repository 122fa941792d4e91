/*
 * Korean script for the comparison of names: where a name ends before its particles, names of states cut to one
 * syllable (한-영), and Hangul that spells the sounds of Latin letters.
 */
#include "lint_int.h"

#include <string.h>

enum { HANGUL_SYLLABLE = 3, HANGUL_SOUNDS = 24 };

static bool hangul_at(const struct side *side, size_t at)
{
	const char *from = side->text + at;
	uint32_t c = at < side->len ? utf8_next(&from, side->text + side->len) : 0;

	return c >= 0xAC00 && c <= 0xD7A3;
}

bool hangul_ends(const struct side *side, size_t at, bool sure)
{
	static const char *const endings[] = {"은", "는",   "이",   "가",   "을",   "를",   "의", "에", "와", "과",
					      "로", "으로", "도",   "만",   "까지", "부터", "께", "측", "간", "등",
					      "인", "라",   "처럼", "보다", "마다", "별",   "용", "내", "들", "및",
					      "식", "형",   "적",   "상",   "관련", "하",   "한", "조", "나", "랑",
					      "여", "제",   "호",   "판",   "급",   "대",   "당"};

	if (!hangul_at(side, at))
		return true;
	for (size_t i = 0; !sure && i < COUNT_OF(endings); i++)
		if (side->len - at >= strlen(endings[i]) && !memcmp(side->text + at, endings[i], strlen(endings[i])))
			return true;
	return sure;
}

/* (수), (년), (이하 ...) */
bool hangul_aside(const struct side *side, size_t unit)
{
	const struct unit *u = &side->units.items[unit];
	size_t len = u->end - u->start;

	if (u->kind != UNIT_HANGUL)
		return false;
	if (len == HANGUL_SYLLABLE)
		return u[1].kind == UNIT_MARK && (u[1].mark == ')' || u[1].mark == ',');
	return len == 2 * HANGUL_SYLLABLE && !memcmp(side->text + u->start, "이하", len);
}

/* ---- 한-영 ---- */

static bool hangul_joint(uint32_t c)
{
	return c == '-' || c == 0xB7 || c == 0x2013 || c == 0x318D || c == 0x2027;
}

bool hangul_compound(const struct side *side, const char *form)
{
	for (size_t i = 0; i + 2 < side->units.count; i++) {
		const struct unit *u = &side->units.items[i];
		const struct unit *first = &u[0], *last = &u[2];

		if (u[1].kind != UNIT_MARK || !hangul_joint(u[1].mark) || u[1].gap || u[2].gap ||
		    first->kind != UNIT_HANGUL || last->kind != UNIT_HANGUL)
			continue;
		if (!memcmp(side->text + first->end - HANGUL_SYLLABLE, form, HANGUL_SYLLABLE) ||
		    !memcmp(side->text + last->start, form, HANGUL_SYLLABLE))
			return true;
	}
	return false;
}

/* ---- sounds ---- */

/* Consonants in classes that both scripts keep apart; vowels and what is not heard have none. */
static char hangul_latin_sound(char c)
{
	static const char sounds[] = "-PKT-PK--SKLMN-PKLST-P-K-S"; /* a to z */
	char lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;

	return lower >= 'a' && lower <= 'z' ? sounds[lower - 'a'] : '-';
}

static size_t hangul_latin(const char *text, size_t len, char *sounds)
{
	size_t count = 0;

	for (size_t i = 0; i < len && count < HANGUL_SOUNDS; i++)
		if (hangul_latin_sound(text[i]) != '-')
			sounds[count++] = hangul_latin_sound(text[i]);
	return count;
}

static size_t hangul_sounds(const struct side *side, const struct unit *u, char *sounds)
{
	static const char initials[] = "KKNTTLMPPSS-SSSKTP-"; /* by the order of Unicode's syllables */
	static const char finals[] = "-KKKNNNTLLLLLLLLMPPTTNTTKTP-";
	const char *at = side->text + u->start, *end = side->text + u->end;
	size_t count = 0;

	while (at < end && count + 2 < HANGUL_SOUNDS) {
		uint32_t c = utf8_next(&at, end);

		if (c < 0xAC00 || c > 0xD7A3)
			return 0;
		if (initials[(c - 0xAC00) / 588] != '-')
			sounds[count++] = initials[(c - 0xAC00) / 588];
		if (finals[(c - 0xAC00) % 28] != '-')
			sounds[count++] = finals[(c - 0xAC00) % 28];
	}
	return count;
}

bool hangul_spells(const struct side *side, const char *text, size_t len)
{
	char wanted[HANGUL_SOUNDS], found[HANGUL_SOUNDS];
	size_t count = hangul_latin(text, len, wanted);

	for (size_t i = 0; count > 1 && i < side->units.count; i++) {
		struct unit u = side->units.items[i];

		for (; u.kind == UNIT_HANGUL && u.start < u.end; u.start += HANGUL_SYLLABLE)
			if (hangul_sounds(side, &u, found) >= count && !memcmp(wanted, found, count))
				return true;
	}
	return false;
}

/* ---- things that are counted ---- */

static const char *hangul_tail(const char *label, size_t words)
{
	const char *at = label + strlen(label);

	while (at > label) {
		if (at[-1] == ' ' && !--words)
			return at;
		at--;
	}
	return words > 1 ? NULL : label;
}

/* The last two words of a label, which are its head; a label of one word is plain only inside its own record. */
const char *hangul_counted(struct arena *arena, const char *label, bool inside)
{
	(void)arena;
	if (!strchr(label, ' '))
		return inside ? label : NULL;
	return strchr(label, '(') ? NULL : hangul_tail(label, 2);
}

static bool hangul_word_before(const struct side *side, uint32_t at, const char *word)
{
	size_t len = strlen(word);

	while (at && side->text[at - 1] == ' ')
		at--;
	return at >= len && !memcmp(side->text + at - len, word, len);
}

/* 11대 중점 분야, 중점 분야 11개; but not 나머지 7개 분야. */
bool hangul_counts(const struct side *side, const struct token *number, const char *phrase)
{
	static const char *const parts[] = {"처음", "나머지", "그중", "다른", "첫", "이 가운데", "중", "외", "각"};
	size_t len = strlen(phrase);
	uint32_t after = number->end;

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (hangul_word_before(side, number->start, parts[i]))
			return false;
	if (side->len - after > 4 && !memcmp(side->text + after, "의 ", 4))
		after += 3;
	if (after < side->len && side->text[after] == ' ' && side->len - after - 1 >= len &&
	    !memcmp(side->text + after + 1, phrase, len) && hangul_ends(side, after + 1 + len, false))
		return true;
	return hangul_word_before(side, number->start, phrase) && number->start > len + 1;
}
