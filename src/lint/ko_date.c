/*
 * Korean dates, days of the week, clock times and their zones.
 */
#include "ko_int.h"

#include <string.h>

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
	const struct word *before =
		first ? ko_word(ko, ko_at(ko, first - 1), KO_BIT(WORD_ABOUT) | KO_BIT(WORD_LESS)) : NULL;

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
	return ko_ends(ko, ko_skip(ko, after, KO_SYLLABLE)) || !strcmp(syllable, "년") ? date_part(ko->side, unit, most)
										       : 0;
}

/* Words after a number of days that make it a length of time and no day of a month. */
static bool ko_lasts(const struct ko *ko, struct ko_place place)
{
	static const char *const words[] = {"간",   "동안", "이내", "째", "씩",   "만에",
					    "짜리", "전",   "후",   "뒤", "마다", NULL};

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
size_t ko_date_year(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	bool cut = unit && !u->gap && (scan_mark(ko->side, unit - 1, 0x2019) || scan_mark(ko->side, unit - 1, '\''));
	int64_t year =
		cut && ko_part(ko, unit, "년", 99) ? 2000 + ko_part(ko, unit, "년", 99) : date_year(ko->side, unit);
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
size_t ko_date_part(struct ko *ko, size_t unit)
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
size_t ko_date_digits(struct ko *ko, size_t unit)
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

size_t ko_weekday(struct ko *ko, size_t unit)
{
	const struct unit *u = ko_unit(ko, unit);
	const struct word *word = ko_word(ko, ko_at(ko, unit), KO_BIT(WORD_WEEKDAY));
	int64_t day;

	if (word) {
		scan_token(ko->side, TOKEN_WEEKDAY, u->start, u->start + (uint32_t)strlen(word->text))->value =
			word->value;
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
	static const char *const morning[] = {"오전", "새벽", "아침", NULL}, *const afternoon[] = {"오후", "저녁", "밤",
												   "낮", NULL};

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
size_t ko_clock(struct ko *ko, size_t unit)
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
size_t ko_zone(struct ko *ko, size_t unit)
{
	static const struct {
		const char *place;
		enum zone zone;
	} named[] = {{"한국", ZONE_KST},
		     {"현지", ZONE_LOCAL},
		     {"런던", ZONE_LOCAL},
		     {"영국", ZONE_LOCAL},
		     {"서울", ZONE_KST}};
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
