/*
 * Places in a Korean text and the words that begin there. A place is a unit and a byte inside it, because one run of
 * Hangul holds the counter of a number and the particles after it.
 */
#include "ko_int.h"

#include <string.h>

const struct unit *ko_unit(const struct ko *ko, size_t unit)
{
	return &ko->side->units.items[unit];
}

struct ko_place ko_at(const struct ko *ko, size_t unit)
{
	return (struct ko_place){unit, ko_unit(ko, unit)->start};
}

struct ko_place ko_skip(const struct ko *ko, struct ko_place place, size_t bytes)
{
	place.byte += (uint32_t)bytes;
	return place.byte >= ko_unit(ko, place.unit)->end ? ko_at(ko, place.unit + 1) : place;
}

/* Whether white space stands before a place. */
bool ko_gap(const struct ko *ko, struct ko_place place)
{
	return place.byte == ko_unit(ko, place.unit)->start && ko_unit(ko, place.unit)->gap;
}

/* What is left of a run of Hangul. */
static const char *ko_rest(const struct ko *ko, struct ko_place place, size_t *len)
{
	const struct unit *u = ko_unit(ko, place.unit);

	*len = u->kind == UNIT_HANGUL && place.byte < u->end ? u->end - place.byte : 0;
	return ko->side->text + place.byte;
}

bool ko_begins(const struct ko *ko, struct ko_place place, const char *word)
{
	size_t len, wanted = strlen(word);
	const char *rest = ko_rest(ko, place, &len);

	return len >= wanted && !memcmp(rest, word, wanted);
}

bool ko_begins_any(const struct ko *ko, struct ko_place place, const char *const *words)
{
	for (; *words; words++)
		if (ko_begins(ko, place, *words))
			return true;
	return false;
}

/* The longest word of certain classes (bits) by which a place begins. */
const struct word *ko_word(const struct ko *ko, struct ko_place place, uint32_t classes)
{
	size_t len;
	const char *rest = ko_rest(ko, place, &len);

	for (size_t n = len < KO_WORD * KO_SYLLABLE ? len : KO_WORD * KO_SYLLABLE; n >= KO_SYLLABLE; n -= KO_SYLLABLE) {
		const struct word *word = map_find(ko->words, rest, n);

		if (word && classes >> word->class & 1)
			return word;
	}
	return NULL;
}

/* Whether a word ends at a place: what follows is no Hangul, a particle, or a word that may follow any number. */
bool ko_ends(const struct ko *ko, struct ko_place place)
{
	static const char *const endings[] = {"은",   "는",   "이",   "가",   "을",   "를",   "의",   "에",   "와",
					      "과",   "로",   "으로", "도",   "만",   "까지", "부터", "씩",   "간",
					      "규모", "상당", "짜리", "초과", "미만", "정도", "가량", "내외", "안팎",
					      "여",   "마다", "동안", "후",   "뒤",   "전",   "째",   "경",   "쯤",
					      "께",   "자",   "께서", "보다", "당",   "밖",   "넘",   "반",   "라",
					      "며",   "인",   "이",   "한",   "대비", "지원", "투자", NULL};

	return ko_unit(ko, place.unit)->kind != UNIT_HANGUL || place.byte == ko_unit(ko, place.unit)->start ||
	       ko_begins_any(ko, place, endings);
}

/* Units from the one that began up to a place; one that is only begun counts as taken. */
size_t ko_used(const struct ko *ko, size_t unit, struct ko_place place)
{
	size_t used = place.unit - unit + (place.byte > ko_unit(ko, place.unit)->start);

	return used ? used : 1;
}

/* The byte before which a token ends that runs up to a place. */
uint32_t ko_end(const struct ko *ko, struct ko_place place)
{
	return place.byte > ko_unit(ko, place.unit)->start || !place.unit ? place.byte
									  : ko_unit(ko, place.unit - 1)->end;
}

struct token *ko_last(struct ko *ko)
{
	return &ko->side->tokens.items[ko->side->tokens.count - 1];
}
