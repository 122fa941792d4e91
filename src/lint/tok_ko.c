/*
 * Korean: numbers with their counters and native numerals, dates, clock times, money, negation. A place is a unit and a
 * byte inside it, because one run of Hangul holds the counter of a number and the particles after it.
 */
#include "lint_int.h"

#include <string.h>

enum {
	KO_SYLLABLE = 3, /* bytes */
	KO_WORD = 6,     /* syllables of the longest word that is looked up */
	KO_DOUBLE = 8    /* bytes between two negations that affirm together */
};

struct ko {
	struct side *side;
	const struct map *words;
	bool month_known; /* a date with a month stands before */
};

/* A byte of the text and the unit it is in; at the end of a unit: the start of the next one. */
struct ko_place {
	size_t unit;
	uint32_t byte;
};

static const struct unit *ko_unit(const struct ko *ko, size_t unit)
{
	return &ko->side->units.items[unit];
}

static struct ko_place ko_at(const struct ko *ko, size_t unit)
{
	return (struct ko_place){unit, ko_unit(ko, unit)->start};
}

static struct ko_place ko_skip(const struct ko *ko, struct ko_place place, size_t bytes)
{
	place.byte += (uint32_t)bytes;
	return place.byte >= ko_unit(ko, place.unit)->end ? ko_at(ko, place.unit + 1) : place;
}

/* Whether white space stands before a place. */
static bool ko_gap(const struct ko *ko, struct ko_place place)
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

static bool ko_begins(const struct ko *ko, struct ko_place place, const char *word)
{
	size_t len, wanted = strlen(word);
	const char *rest = ko_rest(ko, place, &len);

	return len >= wanted && !memcmp(rest, word, wanted);
}

static bool ko_begins_any(const struct ko *ko, struct ko_place place, const char *const *words)
{
	for (; *words; words++)
		if (ko_begins(ko, place, *words))
			return true;
	return false;
}

/* The longest word of certain classes (bits) by which a place begins. */
static const struct word *ko_word(const struct ko *ko, struct ko_place place, uint32_t classes)
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

#define KO_BIT(class) (1u << (class))

/* Whether a word ends at a place: what follows is no Hangul, a particle, or a word that may follow any number. */
static bool ko_ends(const struct ko *ko, struct ko_place place)
{
	static const char *const endings[] = {
		"은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "로", "으로", "도", "만", "까지", "부터", "씩", "간",
		"규모", "상당", "짜리", "초과", "미만", "정도", "가량", "내외", "안팎", "여", "마다", "동안", "후", "뒤", "전", "째",
		"경", "쯤", "께", "자", "께서", "보다", "당", "밖", "넘", "반", "라", "며", "인", "이", "한", "대비", "지원", "투자", NULL};

	return ko_unit(ko, place.unit)->kind != UNIT_HANGUL || place.byte == ko_unit(ko, place.unit)->start ||
	       ko_begins_any(ko, place, endings);
}

/* Units from the one that began up to a place; one that is only begun counts as taken. */
static size_t ko_used(const struct ko *ko, size_t unit, struct ko_place place)
{
	size_t used = place.unit - unit + (place.byte > ko_unit(ko, place.unit)->start);

	return used ? used : 1;
}

/* The byte before which a token ends that runs up to a place. */
static uint32_t ko_end(const struct ko *ko, struct ko_place place)
{
	return place.byte > ko_unit(ko, place.unit)->start || !place.unit ? place.byte : ko_unit(ko, place.unit - 1)->end;
}

/* ---- dates ---- */

static bool ko_weekday_mark(const struct ko *ko, size_t unit, int64_t *day)
{
	static const char *const days[] = {"월", "화", "수", "목", "금", "토", "일"};
	const struct unit *u = ko_unit(ko, unit);

	if (!scan_mark(ko->side, unit, '(') || u[1].kind != UNIT_HANGUL || u[1].end - u[1].start != KO_SYLLABLE ||
	    (!scan_mark(ko->side, unit + 2, ')') && !scan_mark(ko->side, unit + 2, ',')))
		return false;
	for (*day = 0; *day < (int64_t)COUNT_OF(days); ++*day)
		if (!memcmp(ko->side->text + u[1].start, days[*day], KO_SYLLABLE))
			return true;
	return false;
}

/* 2024년경; 늦어도 5월까지. */
static void ko_about(const struct ko *ko, size_t first, struct ko_place place, struct token *token)
{
	static const char *const marks[] = {"경", "쯤", "께", "무렵", NULL};
	const struct word *before = first ? ko_word(ko, ko_at(ko, first - 1), KO_BIT(WORD_ABOUT) | KO_BIT(WORD_LESS)) : NULL;

	if (before && strlen(before->text) < ko_unit(ko, first - 1)->end - ko_unit(ko, first - 1)->start)
		before = NULL; /* the beginning of another word */
	if (ko_begins_any(ko, place, marks) || (before && before->class == WORD_ABOUT && !before->value))
		token->limits = LIMIT_ABOUT;
	if (before && before->class == WORD_LESS && !before->value)
		token->limits |= LIMIT_LESS;
	if (ko_begins(ko, place, "까지"))
		token->maybe_limits |= LIMIT_LESS;
}

/* A number right before one of the syllables of a date. 0: none. */
static int64_t ko_part(const struct ko *ko, size_t unit, const char *syllable, int64_t most)
{
	struct ko_place after = ko_at(ko, unit + 1);

	if (ko_unit(ko, unit + 1)->gap || !ko_begins(ko, after, syllable))
		return 0;
	return ko_ends(ko, ko_skip(ko, after, KO_SYLLABLE)) || !strcmp(syllable, "년") ? date_part(ko->side, unit, most) : 0;
}

/* Words after a number of days that make it a length of time and no day of a month. */
static bool ko_lasts(const struct ko *ko, struct ko_place place)
{
	static const char *const words[] = {"간", "동안", "이내", "째", "씩", "만에", "짜리", "전", "후", "뒤", "마다", NULL};

	return ko_begins_any(ko, place, words) ||
	       (place.byte == ko_unit(ko, place.unit)->start && !scan_mark(ko->side, place.unit, '(') &&
		ko_begins_any(ko, place, words));
}

/* 22일, or 14~16일 with both its days. */
static struct ko_place ko_days(struct ko *ko, size_t unit, int64_t year, int64_t month, uint32_t start)
{
	int64_t first = date_part(ko->side, unit, 31), day;
	bool range = first && (scan_mark(ko->side, unit + 1, '~') || scan_mark(ko->side, unit + 1, '-') ||
			       scan_mark(ko->side, unit + 1, 0x2013) || scan_mark(ko->side, unit + 1, 0xB7) ||
			       scan_mark(ko->side, unit + 1, ','));
	struct ko_place after;

	day = range ? ko_part(ko, unit + 2, "일", 31) : ko_part(ko, unit, "일", 31);
	if (range && !day)
		return ko_at(ko, unit);
	after = ko_skip(ko, ko_at(ko, unit + (range ? 3 : 1)), KO_SYLLABLE);
	if (!day || ko_lasts(ko, after))
		return ko_at(ko, unit);
	if (range)
		date_add(ko->side, year, month, first, start, ko_unit(ko, unit)->end);
	date_add(ko->side, year, month, day, range ? ko_unit(ko, unit + 2)->start : start, ko_end(ko, after));
	return after;
}

static struct token *ko_last(struct ko *ko)
{
	return &ko->side->tokens.items[ko->side->tokens.count - 1];
}

/* From a month on: 11월, 11월 22일. */
static struct ko_place ko_month(struct ko *ko, size_t unit, int64_t year, uint32_t start)
{
	int64_t month = ko_part(ko, unit, "월", 12);
	struct ko_place after, end;

	if (!month)
		return ko_at(ko, unit);
	after = ko_skip(ko, ko_at(ko, unit + 1), KO_SYLLABLE);
	end = after.byte == ko_unit(ko, after.unit)->start ? ko_days(ko, after.unit, year, month, start) : after;
	if (end.byte == after.byte)
		date_add(ko->side, year, month, 0, start, ko_end(ko, after));
	ko->month_known = true;
	return end;
}

/* 2023년, 2023년 11월, 2023년 11월 22일, ’23년 11월. */
static size_t ko_date_year(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	bool cut = unit && !u->gap && (scan_mark(ko->side, unit - 1, 0x2019) || scan_mark(ko->side, unit - 1, '\''));
	int64_t year = cut && ko_part(ko, unit, "년", 99) ? 2000 + ko_part(ko, unit, "년", 99) : date_year(ko->side, unit);
	struct ko_place after, end;

	if (!year || ko_unit(ko, unit + 1)->gap || !ko_begins(ko, ko_at(ko, unit + 1), "년") ||
	    ko_begins(ko, ko_at(ko, unit + 1), "년대"))
		return 0;
	after = ko_skip(ko, ko_at(ko, unit + 1), KO_SYLLABLE);
	if (ko_begins(ko, after, "도"))
		after = ko_skip(ko, after, KO_SYLLABLE);
	end = after.byte == ko_unit(ko, after.unit)->start ? ko_month(ko, after.unit, year, u->start) : after;
	if (end.byte == after.byte) {
		date_add(ko->side, year, 0, 0, u->start, ko_end(ko, after));
		end = after;
	}
	ko_about(ko, unit, end, ko_last(ko));
	return ko_used(ko, unit, end);
}

/* A date without its year, or a day without its month. */
static size_t ko_date_part(struct ko *ko, size_t unit)
{
	struct ko_place start = ko_at(ko, unit), end = ko_month(ko, unit, 0, start.byte);
	int64_t weekday;

	if (end.byte == start.byte && ko_unit(ko, unit)->kind == UNIT_NUMBER &&
	    (ko->month_known || ko_weekday_mark(ko, unit + 2, &weekday)))
		end = ko_days(ko, unit, 0, 0, start.byte);
	if (end.byte == start.byte)
		return 0;
	ko_about(ko, unit, end, ko_last(ko));
	return ko_used(ko, unit, end);
}

/* 2023. 11. 22., and the end of 2023. 11. 14.~16. */
static size_t ko_date_digits(struct ko *ko, size_t unit)
{
	size_t used = date_numeric(ko->side, unit);
	const struct unit *u = ko_unit(ko, unit + used);

	if (!used)
		return 0;
	ko->month_known = true;
	if (scan_mark(ko->side, unit + used, '~') && date_part(ko->side, unit + used + 1, 31) &&
	    scan_mark(ko->side, unit + used + 2, '.') && !u[2].gap && u[3].kind != UNIT_NUMBER) {
		date_add(ko->side, 0, 0, date_part(ko->side, unit + used + 1, 31), u[1].start, u[2].end);
		used += 3;
	}
	ko_about(ko, unit, ko_at(ko, unit + used), ko_last(ko));
	return used;
}

static size_t ko_weekday(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	const struct word *word = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_WEEKDAY));
	int64_t day;

	if (word) {
		scan_token(ko->side, TOKEN_WEEKDAY, u->start, u->start + (uint32_t)strlen(word->text))->value = word->value;
		return 1;
	}
	if (!ko_weekday_mark(ko, unit, &day))
		return 0;
	scan_token(ko->side, TOKEN_WEEKDAY, u[1].start, u[1].end)->value = day;
	return 2;
}

/* ---- clock ---- */

/* 오전, 오후 and their like before an hour: minutes to add, or -1. */
static int64_t ko_half(const struct ko *ko, size_t unit)
{
	static const char *const morning[] = {"오전", "새벽", "아침", NULL}, *const afternoon[] = {"오후", "저녁", "밤", "낮", NULL};

	if (ko_begins_any(ko, ko_at(ko, unit), morning))
		return 0;
	return ko_begins_any(ko, ko_at(ko, unit), afternoon) ? 720 : -1;
}

static size_t ko_clock_add(struct ko *ko, size_t unit, int64_t hour, int64_t minute, struct ko_place end)
{
	int64_t half = unit ? ko_half(ko, unit - 1) : -1;
	uint32_t start = ko_unit(ko, half >= 0 ? unit - 1 : unit)->start;

	if (half >= 0 && hour <= 12)
		hour = hour % 12 + half / 60;
	scan_token(ko->side, TOKEN_TIME, start, ko_end(ko, end))->value = hour * 60 + minute;
	return ko_used(ko, unit, end);
}

/* 09:30, 17시 30분, 오후 5시 반, 정오. */
static size_t ko_clock(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	const struct word *word = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_CLOCK));
	int64_t hour = u->kind == UNIT_NUMBER ? decimal_whole(u->number, 24) : -1, minute;
	struct ko_place after;

	if (word && ko_ends(ko, ko_skip(ko, ko_at(ko, unit), strlen(word->text))))
		return ko_clock_add(ko, unit, word->value / 60, 0, ko_skip(ko, ko_at(ko, unit), strlen(word->text)));
	if (hour < 0)
		return 0;
	if (scan_mark(ko->side, unit + 1, ':') && !u[1].gap && u[2].kind == UNIT_NUMBER && !u[2].gap &&
	    u[2].end - u[2].start == 2 && (minute = decimal_whole(u[2].number, 59)) >= 0)
		return ko_clock_add(ko, unit, hour, minute, ko_at(ko, unit + 3));
	if (!ko_part(ko, unit, "시", 24) || ko_begins(ko, ko_at(ko, unit + 1), "시간"))
		return 0;
	after = ko_skip(ko, ko_at(ko, unit + 1), KO_SYLLABLE);
	if (ko_begins(ko, after, "반"))
		return ko_clock_add(ko, unit, hour, 30, ko_skip(ko, after, KO_SYLLABLE));
	minute = after.byte == ko_unit(ko, after.unit)->start ? ko_part(ko, after.unit, "분", 59) : 0;
	if (minute)
		after = ko_skip(ko, ko_at(ko, after.unit + 1), KO_SYLLABLE);
	return ko_clock_add(ko, unit, hour, minute, after);
}

/* KST, 한국시간, 현지 시각. */
static size_t ko_zone(struct ko *ko, size_t unit)
{
	static const struct {
		const char *place;
		enum zone zone;
	} named[] = {{"한국", ZONE_KST}, {"현지", ZONE_LOCAL}, {"런던", ZONE_LOCAL}, {"영국", ZONE_LOCAL}, {"서울", ZONE_KST}};
	static const char *const times[] = {"시간", "시각", NULL};
	const struct unit *u = ko_unit(ko, unit);
	const struct word *word = u->kind == UNIT_LATIN ? u->word : ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_ZONE));

	if (word && word->class == WORD_ZONE) {
		scan_token(ko->side, TOKEN_ZONE, u->start, u->end)->value = word->value;
		return 1;
	}
	for (size_t i = 0; i < COUNT_OF(named); i++)
		if (ko_begins(ko, ko_at(ko, unit), named[i].place) && u->end - u->start == strlen(named[i].place) &&
		    ko_begins_any(ko, ko_at(ko, unit + 1), times)) {
			scan_token(ko->side, TOKEN_ZONE, u->start, u[1].end)->value = named[i].zone;
			return 2;
		}
	return 0;
}

/* ---- numbers in digits ---- */

struct ko_amount {
	struct decimal number;
	struct ko_place end;
	uint8_t limits, maybe;
};

/* 조 is a trillion before a currency or another number, an article of a law otherwise. */
static bool ko_trillion(const struct ko *ko, struct ko_place after)
{
	return ko_unit(ko, after.unit)->kind == UNIT_NUMBER ||
	       ko_word(ko, after, KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_SCALE)) || ko_begins(ko, after, "여");
}

/* Whether a power of ten at a place is meant as one, and is not the beginning of another word: 조사, 만큼, 제3조. */
static bool ko_is_scale(const struct ko *ko, const struct word *word, struct ko_place after)
{
	bool inside = after.byte > ko_unit(ko, after.unit)->start;

	if (word->value == 12)
		return ko_trillion(ko, after);
	return word->value <= 3 || !inside || ko_ends(ko, after) ||
	       ko_word(ko, after, KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_COUNTER) | KO_BIT(WORD_MEASURE));
}

/* 천, 백, 만, 억, 조 and their products right behind digits: 5천만. The power of ten, and where it ends. */
static int32_t ko_scale(const struct ko *ko, struct ko_place *place, bool *large)
{
	const struct word *word = ko_gap(ko, *place) ? NULL : ko_word(ko, *place, KO_BIT(WORD_SCALE));
	int32_t scale = 0;

	*large = false;
	while (word && !*large && ko_is_scale(ko, word, ko_skip(ko, *place, strlen(word->text)))) {
		scale += (int32_t)word->value;
		*large = word->value > 3;
		*place = ko_skip(ko, *place, strlen(word->text));
		word = place->byte > ko_unit(ko, place->unit)->start ? ko_word(ko, *place, KO_BIT(WORD_SCALE)) : NULL;
	}
	return scale;
}

/* Digits with their scales, several of them added: 1억 6,000만, 36만 5천. */
static struct ko_amount ko_digits(const struct ko *ko, size_t unit)
{
	struct ko_amount amount = {.end = ko_at(ko, unit)};
	bool large = true;

	while (large && ko_unit(ko, amount.end.unit)->kind == UNIT_NUMBER && !ko_unit(ko, amount.end.unit)->chain &&
	       !marks_glued(ko->side, amount.end.unit)) {
		struct decimal part = ko_unit(ko, amount.end.unit)->number;
		struct ko_place after = ko_at(ko, amount.end.unit + 1);

		part = decimal_of(part.digits, part.exponent + ko_scale(ko, &after, &large));
		if (!decimal_add(&amount.number, part))
			break;
		amount.end = after;
	}
	if (ko_begins(ko, amount.end, "여") && !ko_gap(ko, amount.end)) {
		amount.limits = LIMIT_ABOUT;
		amount.maybe = LIMIT_MORE;
		amount.end = ko_skip(ko, amount.end, KO_SYLLABLE);
	}
	return amount;
}

/* %, %p, °C and signs such as km. */
static bool ko_sign(const struct ko *ko, struct ko_place *place, struct token *token)
{
	const struct unit *u = ko_unit(ko, place->unit);

	if (scan_mark(ko->side, place->unit, '%')) {
		bool point = !u[1].gap && (scan_is(ko->side, place->unit + 1, "p") || scan_is(ko->side, place->unit + 1, "pt") ||
					   ko_begins(ko, ko_at(ko, place->unit + 1), "포인트"));

		token->measure = point ? MEASURE_POINT : MEASURE_PERCENT;
		*place = ko_at(ko, place->unit + (point ? 2 : 1));
		return true;
	}
	if (u->kind == UNIT_MARK && u->mark == 0x2103) {
		token->measure = MEASURE_CELSIUS;
		*place = ko_at(ko, place->unit + 1);
		return true;
	}
	if (scan_mark(ko->side, place->unit, 0xB0) && u[1].kind == UNIT_LATIN) {
		token->measure = scan_is(ko->side, place->unit + 1, "f") ? MEASURE_FAHRENHEIT : MEASURE_CELSIUS;
		*place = ko_at(ko, place->unit + 2);
		return true;
	}
	if (u->kind != UNIT_LATIN || !u->word || u->word->class != WORD_MEASURE)
		return false;
	token->measure = (uint8_t)u->word->value;
	*place = ko_at(ko, place->unit + 1);
	return true;
}

/* Whether a word with a space before it belongs to the number: 파운드, 개월, 원 with its particle. */
static bool ko_follows(const struct ko *ko, struct ko_place place, const struct word *word)
{
	struct ko_place after = ko_skip(ko, place, strlen(word->text));

	if (strlen(word->text) == KO_SYLLABLE && !ko_ends(ko, after))
		return false;
	return !ko_gap(ko, place) || word->class == WORD_CURRENCY || strlen(word->text) > KO_SYLLABLE ||
	       word->value == MEASURE_TIMES || word->value == MEASURE_TONNE || word->class == WORD_COUNTER;
}

static void ko_measure(const struct ko *ko, struct ko_place *place, struct token *token)
{
	const struct word *word = ko_word(ko, *place, KO_BIT(WORD_MEASURE) | KO_BIT(WORD_CURRENCY) | KO_BIT(WORD_COUNTER));

	if (ko_sign(ko, place, token) || !word || !ko_follows(ko, *place, word))
		return;
	if (word->class == WORD_CURRENCY) {
		token->kind = TOKEN_MONEY;
		token->currency = (uint8_t)word->value;
	}
	if (word->class == WORD_MEASURE)
		token->measure = (uint8_t)word->value;
	*place = ko_skip(ko, *place, strlen(word->text));
}

static uint8_t ko_limit_of(const struct word *word)
{
	return word->class == WORD_ABOUT ? LIMIT_ABOUT : word->class == WORD_MORE ? LIMIT_MORE : LIMIT_LESS;
}

/* Whether a limit behind a number is one there, and no beginning of another word: 경보, 이상기후. */
static bool ko_is_limit(const struct ko *ko, struct ko_place place, const struct word *word)
{
	static const char *const bound[] = {"경", "쯤", "께", NULL};

	if (!strcmp(word->text, "넘"))
		return true;
	if (!word->value || (ko_gap(ko, place) && ko_begins_any(ko, place, bound)))
		return false;
	return ko_ends(ko, ko_skip(ko, place, strlen(word->text)));
}

/* The limit behind a number: 50명 이상, or with a particle between: 50명을 넘는. */
static const struct word *ko_behind(const struct ko *ko, struct ko_place after)
{
	const uint32_t classes = KO_BIT(WORD_ABOUT) | KO_BIT(WORD_MORE) | KO_BIT(WORD_LESS);
	const struct word *word = ko_word(ko, after, classes);

	if (word)
		return ko_is_limit(ko, after, word) ? word : NULL;
	if (after.byte == ko_unit(ko, after.unit)->start ||
	    (!ko_begins(ko, after, "을") && !ko_begins(ko, after, "를") && !ko_begins(ko, after, "이")))
		return NULL;
	word = ko_word(ko, ko_at(ko, after.unit + 1), KO_BIT(WORD_MORE));
	return word && ko_is_limit(ko, ko_at(ko, after.unit + 1), word) ? word : NULL;
}

static void ko_limits(const struct ko *ko, size_t first, struct ko_place after, struct token *token)
{
	const uint32_t classes = KO_BIT(WORD_ABOUT) | KO_BIT(WORD_MORE) | KO_BIT(WORD_LESS);
	const struct word *before = first ? ko_word(ko, ko_at(ko, first - 1), classes) : NULL;
	const struct word *behind = ko_behind(ko, after);

	if (before && !before->value && strlen(before->text) == ko_unit(ko, first - 1)->end - ko_unit(ko, first - 1)->start) {
		if (strcmp(before->text, "적어도") != 0)
			token->limits |= ko_limit_of(before);
		else
			token->maybe_limits |= ko_limit_of(before); /* it may belong to the whole sentence */
	}
	if (!behind)
		return;
	if (!strcmp(behind->text, "이내") || !strcmp(behind->text, "전후"))
		token->maybe_limits |= ko_limit_of(behind);
	else
		token->limits |= ko_limit_of(behind);
}

static bool ko_minus(const struct ko *ko, size_t unit)
{
	if (!unit)
		return false;
	if (ko_begins(ko, ko_at(ko, unit - 1), "영하"))
		return true;
	return !ko_unit(ko, unit)->gap &&
	       (scan_mark(ko->side, unit - 1, 0x2212) ||
		(scan_mark(ko->side, unit - 1, '-') && (unit == 1 || ko_unit(ko, unit - 1)->gap)));
}

/* In a range the first number takes scale and measure of the second: 3~5만 명. */
static void ko_range(const struct ko *ko, size_t unit, struct token *token)
{
	struct ko_amount next;
	struct ko_place end;
	struct token second = {0};
	int32_t scale;
	bool large;

	if (!scan_mark(ko->side, unit + 1, '~') || ko_unit(ko, unit + 2)->kind != UNIT_NUMBER)
		return;
	next = ko_digits(ko, unit + 2);
	end = next.end;
	ko_measure(ko, &end, &second);
	token->measure = second.measure;
	token->currency = second.currency;
	if (second.kind == TOKEN_MONEY)
		token->kind = TOKEN_MONEY;
	end = ko_at(ko, unit + 3);
	scale = ko_scale(ko, &end, &large);
	token->number = decimal_of(token->number.digits, token->number.exponent + scale);
}

static size_t ko_number(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	struct ko_amount amount;
	struct token *token;
	bool minus = ko_minus(ko, unit);

	if (u->kind != UNIT_NUMBER)
		return 0;
	amount = ko_digits(ko, unit);
	if (amount.end.byte == u->start)
		return 0;
	token = scan_token(ko->side, TOKEN_NUMBER, u[-(int)minus].start, 0);
	token->number = amount.number;
	token->limits = amount.limits;
	token->maybe_limits = amount.maybe;
	if (minus)
		token->number.digits = -token->number.digits;
	ko_measure(ko, &amount.end, token);
	if (amount.end.unit == unit + 1)
		ko_range(ko, unit, token);
	token->end = ko_end(ko, amount.end);
	ko_limits(ko, unit - minus, amount.end, token);
	return ko_used(ko, unit, amount.end);
}

/* £160만, US$100. */
static size_t ko_money(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	uint32_t currency = u->kind == UNIT_MARK ? scan_currency(u->mark) : 0;
	size_t used;

	if (u->kind == UNIT_LATIN && u->word && u->word->class == WORD_CURRENCY)
		currency = (uint32_t)u->word->value;
	used = currency && u[1].kind == UNIT_NUMBER ? ko_number(ko, unit + 1) : 0;
	if (!used)
		return 0;
	ko_last(ko)->kind = TOKEN_MONEY;
	ko_last(ko)->currency = (uint8_t)currency;
	ko_last(ko)->start = u->start;
	return used + 1;
}

/* 3분의 2, 3/4. */
static size_t ko_fraction(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	bool slash = scan_mark(ko->side, unit + 1, '/') && !u[1].gap && !u[2].gap;
	struct token *token;

	if (ko_begins(ko, ko_at(ko, unit), "절반")) {
		token = scan_token(ko->side, TOKEN_FRACTION, u->start, u->end);
		token->number = decimal_of(1, 0);
		token->value = 2;
		token->soft = true;
		return 1;
	}
	if (u->kind != UNIT_NUMBER || u[2].kind != UNIT_NUMBER || u->chain || u[2].chain || scan_mark(ko->side, unit + 3, '/') ||
	    (!slash && (!ko_begins(ko, ko_at(ko, unit + 1), "분의") || u[1].end - u[1].start != 2 * KO_SYLLABLE)))
		return 0;
	token = scan_token(ko->side, TOKEN_FRACTION, u->start, u[2].end);
	token->number = decimal_of(decimal_whole(u[slash ? 0 : 2].number, 100000), 0);
	token->value = decimal_whole(u[slash ? 2 : 0].number, 100000);
	return 3;
}

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
	static const char *const counters[] = {"개", "명", "번", "번째", "째", "가지", "곳", "사람", "차례", "나라", "달", "해",
					       "배", "개월", "시간", "가지로", NULL};
	const struct word *word = ko_word(ko, place, KO_BIT(WORD_COUNTER) | KO_BIT(WORD_MEASURE));

	for (const char *const *c = counters; word && *c; c++)
		if (!strcmp(word->text, *c) && ko_ends(ko, ko_skip(ko, place, strlen(*c))))
			return word;
	return NULL;
}

/* What a native numeral may end in without a counter: 하나의, 셋이. */
static bool ko_native_alone(const struct ko *ko, size_t unit, struct ko_place end)
{
	static const char *const particles[] = {"의", "이", "가", "은", "는", "을", "를", "로", "으로", "와", "과", "도", "에", NULL};
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
static size_t ko_numeral(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	struct ko_place end = ko_at(ko, unit);
	const struct word *counter;
	struct token *token;
	int64_t value;

	if (u->kind != UNIT_HANGUL || (unit && !u->gap && (u[-1].kind == UNIT_HANGUL || u[-1].kind == UNIT_NUMBER || u[-1].kind == UNIT_LATIN)))
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
static size_t ko_sino(struct ko *ko, size_t unit)
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
				group += (digit ? digit : 1) * (scale->value == 1 ? 10 : scale->value == 2 ? 100 : 1000);
			} else {
				group = group + digit ? group + digit : 1;
				total += group * (scale->value == 4 ? 10000 : scale->value == 8 ? 100000000 : 1000000000000);
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
static size_t ko_along(struct ko *ko, size_t unit)
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

/* ---- negation ---- */

static bool ko_holds(const struct ko *ko, const struct unit *u, const char *word)
{
	size_t len = strlen(word);

	for (uint32_t at = u->start; at + len <= u->end; at += KO_SYLLABLE)
		if (!memcmp(ko->side->text + at, word, len))
			return true;
	return false;
}

static bool ko_holds_any(const struct ko *ko, const struct unit *u, const char *const *words)
{
	for (; *words; words++)
		if (ko_holds(ko, u, *words))
			return true;
	return false;
}

/* 안 before a verb, 말고 after -지. */
static bool ko_small_not(const struct ko *ko, size_t unit)
{
	static const char *const verbs[] = {"되", "돼", "된", "될", "됩", "하", "한", "할", "했", "합", "보", "가", NULL};
	static const char *const ends[] = {"말고", "말아", "말라", "말도록", "말 ", "말기", "마십", "마라", "맙", NULL};
	const struct unit *u = ko_unit(ko, unit);

	if (ko_begins(ko, ko_at(ko, unit), "안") && u->end - u->start == KO_SYLLABLE)
		return ko_begins_any(ko, ko_at(ko, unit + 1), verbs);
	if (!unit || u[-1].kind != UNIT_HANGUL || memcmp(ko->side->text + u[-1].end - KO_SYLLABLE, "지", KO_SYLLABLE))
		return false;
	return ko_begins_any(ko, ko_at(ko, unit), ends) || (ko_begins(ko, ko_at(ko, unit), "말") && u->end - u->start == KO_SYLLABLE);
}

static size_t ko_negation(struct ko *ko, size_t unit)
{
	static const char *const hard[] = {"않", "없", "아니", "아닌", "아닙", "아닐", "다르다", "다르며", "다르고",
					    "다릅니다", NULL};
	static const char *const cannot[] = {"못하", "못한", "못할", "못했", "못해", "못합", NULL};
	const struct unit *u = ko_unit(ko, unit);
	bool mild, is;

	if (u->kind != UNIT_HANGUL)
		return 0;
	mild = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_MILD)) || ko_holds(ko, u, "아니라") || ko_holds(ko, u, "뿐") ||
	       ko_holds(ko, u, "불가") || ko_holds(ko, u, "방지") || ko_holds(ko, u, "금지") ||
	       ko_holds(ko, u, "제외") || ko_holds(ko, u, "달리");
	is = ko_holds_any(ko, u, hard) || ko_holds_any(ko, u, cannot) || ko_small_not(ko, unit) ||
	     (ko_begins(ko, ko_at(ko, unit), "못") && u->end - u->start == KO_SYLLABLE);
	if (mild || is)
		scan_token(ko->side, TOKEN_NOT, u->start, u->end)->soft = mild;
	return 0; /* the run may hold a number too */
}

/* ---- all ---- */

/* Two negations side by side affirm: 않으면 안 된다, 없지 않다. */
static void ko_double_negation(struct side *side)
{
	struct token *before = NULL;

	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->kind != TOKEN_NOT || token->soft)
			continue;
		if (before && token->start - before->end <= KO_DOUBLE)
			before->soft = token->soft = true;
		before = token;
	}
}

/* Single marks and corner brackets set off names and words in Korean where English has capitals or nothing. */
static void ko_soft_quotes(struct side *side)
{
	for (size_t i = 0; i < side->tokens.count; i++) {
		struct token *token = &side->tokens.items[i];

		if (token->kind == TOKEN_QUOTE && memcmp(side->text + token->start, "\xE2\x80\x9C", 3) != 0)
			token->soft = true;
	}
}

static void ko_tokens(struct side *side, const struct map *words)
{
	static size_t (*const readers[])(struct ko *, size_t) = {
		ko_negation, ko_date_year, ko_date_digits, ko_date_part, ko_weekday, ko_clock, ko_zone,
		ko_money,    ko_fraction,  ko_number,      ko_sino,      ko_numeral, ko_along,
	};
	struct ko ko = {side, words, false};

	marks_tokens(side);
	ko_soft_quotes(side);
	marks_latin(side, true);
	for (size_t i = 0; i < side->units.count;) {
		size_t used = 0;

		for (size_t r = 0; r < COUNT_OF(readers) && !used; r++)
			used = readers[r](&ko, i);
		i += used ? used : 1;
	}
	date_complete(side);
	ko_double_negation(side);
}

const struct analyser analyser_ko = {"ko", "Korean", "한국어", true, &korean_words, ko_tokens,
				      hangul_ends, hangul_compound, hangul_spells, hangul_aside,
				      hangul_counted, hangul_counts, particle_check};
