/*
 * Inside of lint: lint.c walks the pack and makes pairs; scan.c cuts a text into units, the analysers (tok_en.c,
 * tok_ko.c and the files of their own) make tokens of them; parity.c and its helpers compare the tokens of two sides;
 * facts.c, names.c and house.c look at what the pack and the house style say of a text.
 */
#ifndef LINT_INT_H
#define LINT_INT_H

#include "lint.h"

/* ---- decimal.c: digits * 10^exponent, in lowest terms ---- */

struct decimal {
	int64_t digits;
	int32_t exponent;
};

struct decimal decimal_of(int64_t digits, int32_t exponent);
/* Digits with commas and at most one point; false if there are too many digits. */
bool decimal_read(const char *text, size_t len, struct decimal *);
bool decimal_add(struct decimal *to, struct decimal); /* false on overflow; `to` is unchanged then */
bool decimal_equal(struct decimal, struct decimal);
/* -1 if it is not a whole number from 0 to `most`. */
int64_t decimal_whole(struct decimal, int64_t most);

/* ---- scan.c: units of a text ---- */

enum unit_kind {
	UNIT_NUMBER, /* digits with separators: 1,600 or 2.5 or 2023.11.22 */
	UNIT_LATIN,  /* letters, with points, & and apostrophes between them: GOV.UK, R&D, don’t */
	UNIT_HANGUL,
	UNIT_MARK, /* any other character */
	UNIT_URL,
	UNIT_EMAIL,
	UNIT_PHONE,
	UNIT_STOP /* the end of the text */
};

enum word_class {
	WORD_NONE,
	WORD_NUMBER, /* value: 0 to 19, or a native numeral */
	WORD_TENS,   /* 20, 30 ... */
	WORD_SCALE,  /* value: power of ten */
	WORD_ORDINAL,
	WORD_MONTH,    /* 1 to 12 */
	WORD_WEEKDAY,  /* 0: Monday */
	WORD_MEASURE,  /* value: enum measure */
	WORD_CURRENCY, /* value: enum currency */
	WORD_COUNTER,  /* what follows a number and means no measure */
	WORD_ABOUT,
	WORD_MORE,
	WORD_LESS,
	WORD_NOT,
	WORD_MILD,  /* may stand for a negation, but needs no answer */
	WORD_ZONE,  /* value: enum zone */
	WORD_CLOCK, /* value: minutes of the day; noon, midnight */
	WORD_MANY,  /* a number that is only meant along: both, bilateral */
	WORD_SMALL  /* of, and, the: not in an acronym */
};

enum measure {
	MEASURE_NONE,
	MEASURE_YEAR,
	MEASURE_MONTH,
	MEASURE_WEEK,
	MEASURE_DAY,
	MEASURE_HOUR,
	MEASURE_MINUTE,
	MEASURE_SECOND,
	MEASURE_CENTURY,
	MEASURE_DECADE,
	MEASURE_PERCENT,
	MEASURE_POINT,
	MEASURE_KM,
	MEASURE_M,
	MEASURE_CM,
	MEASURE_MM,
	MEASURE_MILE,
	MEASURE_HECTARE,
	MEASURE_KG,
	MEASURE_G,
	MEASURE_TONNE,
	MEASURE_LITRE,
	MEASURE_CELSIUS,
	MEASURE_FAHRENHEIT,
	MEASURE_HZ,
	MEASURE_KHZ,
	MEASURE_MHZ,
	MEASURE_GHZ,
	MEASURE_KBPS,
	MEASURE_MBPS,
	MEASURE_GBPS,
	MEASURE_TBPS,
	MEASURE_KB,
	MEASURE_MB,
	MEASURE_GB,
	MEASURE_TB,
	MEASURE_W,
	MEASURE_KW,
	MEASURE_MW,
	MEASURE_GW,
	MEASURE_TW,
	MEASURE_KWH,
	MEASURE_MWH,
	MEASURE_GWH,
	MEASURE_TWH,
	MEASURE_V,
	MEASURE_NM,
	MEASURE_PART,
	MEASURE_TIMES
};

enum currency {
	CURRENCY_NONE,
	CURRENCY_POUND,
	CURRENCY_DOLLAR,
	CURRENCY_EURO,
	CURRENCY_WON,
	CURRENCY_YEN,
	CURRENCY_YUAN
};

enum zone { ZONE_NONE, ZONE_UTC, ZONE_GMT, ZONE_BST, ZONE_KST, ZONE_CET, ZONE_CEST, ZONE_EST, ZONE_EDT, ZONE_LOCAL };

struct word {
	const char *text; /* small letters */
	enum word_class class;
	int64_t value;
};

struct word_list {
	const struct word *items;
	size_t count;
};

struct unit {
	enum unit_kind kind;
	bool gap;                /* white space stands before it */
	bool grouped, chain;     /* of a number: with commas; with more than one point */
	uint32_t start, end;     /* bytes of the text */
	uint32_t mark;           /* UNIT_MARK: the character */
	struct decimal number;   /* UNIT_NUMBER without chain */
	const struct word *word; /* UNIT_LATIN: what the language knows of it, or NULL */
};

enum { SCAN_STOPS = 8 }; /* how far one may look ahead without asking */

struct units {
	struct unit *items; /* SCAN_STOPS of kind UNIT_STOP stand after the last */
	size_t count, cap;
};

struct lint_run;
struct concept_hits;
struct parity;
struct series;

/* ---- tokens ---- */

enum token_kind {
	TOKEN_NUMBER,
	TOKEN_FRACTION,
	TOKEN_DATE,
	TOKEN_WEEKDAY,
	TOKEN_TIME,
	TOKEN_ZONE,
	TOKEN_MONEY,
	TOKEN_VERSION,
	TOKEN_LATIN,
	TOKEN_URL,
	TOKEN_EMAIL,
	TOKEN_PHONE,
	TOKEN_NOT,
	TOKEN_QUOTE,
	TOKEN_STRONG,
	TOKEN_BRACKET,
	TOKEN_NOTE,
	TOKEN_REF,
	TOKEN_ITEM,
	TOKEN_KINDS
};

enum { TOGETHER = 1 }; /* both countries: a number that means the parties */

enum token_limit { LIMIT_ABOUT = 1, LIMIT_MORE = 2, LIMIT_LESS = 4 };

struct token {
	enum token_kind kind;
	uint32_t start, end;
	bool soft;            /* may answer a token of the other side, but needs no answer */
	uint8_t limits;       /* of a number or date: enum token_limit */
	uint8_t maybe_limits; /* limits that the words may mean too */
	uint8_t measure, currency;
	int16_t year; /* TOKEN_DATE; 0 where it is not said */
	int8_t month, day;
	bool guessed;  /* year or month is taken from the date before or after it */
	/* Minutes of the day, weekday, zone; of a fraction the lower number; of a number TOGETHER or 0. */
	int64_t value;
	struct decimal number;
};

struct tokens {
	struct token *items;
	size_t count, cap;
};

/* A text with what was found in it. */
struct side {
	struct arena *arena;
	const char *raw;  /* as the pack has it */
	const char *text; /* the same with blanks for references and marks of notes */
	size_t len;
	const struct analyser *analyser;
	struct units units;
	struct tokens tokens;
	struct map *latin; /* its Latin words in small letters; NULL: not made yet */
};

struct analyser {
	const char *key; /* of the language */
	const char *name_en, *name_ko;
	bool hangul; /* its texts are in Hangul; else in Latin letters */
	const struct word_list *words;
	void (*tokens)(struct side *, const struct map *words);
	/*
	 * Whether a name may end at a byte, before an ending of the language; sure: the name is long enough to be one.
	 */
	bool (*ends)(const struct side *, size_t at, bool sure);
	/* Whether the name of a party stands in a joint form such as 한-영; NULL: the language has none. */
	bool (*compound)(const struct side *, const char *form);
	/* Whether the text spells Latin letters by their sound; NULL: it is in Latin letters itself. */
	bool (*spells)(const struct side *, const char *text, size_t len);
	/*
	 * Whether a bracket that begins with a unit is a matter of this language alone: a day of the week, 이하; NULL:
	 * none.
	 */
	bool (*aside)(const struct side *, size_t unit);
	/*
	 * The words of a label that stand beside a number in a text; inside: only in texts of the label's own record.
	 * NULL: none.
	 */
	const char *(*counted)(struct arena *, const char *label, bool inside);
	/* Whether a number counts a thing of that name, all there are of it. */
	bool (*counts)(const struct side *, const struct token *number, const char *phrase);
	/* Adds up the enumerations of the units from .. stop of a side; NULL: none are known. */
	void (*series)(struct parity *, size_t side, size_t from, size_t stop, struct series *);
	const char *both;          /* what it calls two parties together */
	const char *const *shared; /* words of what is done by two, ends with NULL; or NULL */
	/* What else a language asks of its texts; NULL: nothing. */
	void (*check)(struct lint_run *, const struct value *text, size_t lang, const struct side *,
		      const struct concept_hits *);
};

/* ---- hangul.c: what analyser_ko gives for these ---- */

bool hangul_ends(const struct side *, size_t at, bool sure);
bool hangul_compound(const struct side *, const char *form);
bool hangul_spells(const struct side *, const char *text, size_t len);
bool hangul_aside(const struct side *, size_t unit);
const char *hangul_counted(struct arena *, const char *label, bool inside);
bool hangul_counts(const struct side *, const struct token *number, const char *phrase);

/* ---- particle.c: particles after names, numbers and acronyms ---- */

extern const char particle_rule[]; /* the rule that a pack may turn off */
void particle_check(struct lint_run *, const struct value *text, size_t lang, const struct side *,
		    const struct concept_hits *);

extern const struct analyser analyser_en, analyser_ko;
/* words_en.c, words_ko.c; words.c: signs of measures, currencies and zones, the same in every language. */
extern const struct word_list english_words, korean_words, common_words;

/* All words of a language by their text. */
const struct map *scan_words(struct arena *, const struct analyser *);
void scan_text(struct side *, const struct map *words);
size_t scan_unit(const struct side *, uint32_t byte); /* the first unit that begins at a byte or after it */
/* What the language knows of a slice of a text, as it stands or in small letters. NULL: nothing. */
const struct word *scan_find(const struct map *words, const char *text, size_t len);
bool scan_is(const struct side *, size_t unit, const char *text); /* ASCII letters compared without case */
bool scan_mark(const struct side *, size_t unit, uint32_t mark);
struct token *scan_token(struct side *, enum token_kind, uint32_t start, uint32_t end);
uint32_t scan_currency(uint32_t mark); /* enum currency of a sign, or CURRENCY_NONE */

/* ---- inset.c: references and marks of notes ---- */

struct inset_id {
	const char *text;
	size_t len;
};

void inset_blank(struct side *);  /* makes `text` of `raw` */
void inset_tokens(struct side *); /* TOKEN_REF and TOKEN_NOTE, after the other tokens */
/* Of a TOKEN_REF the record or block that is meant, of a TOKEN_NOTE the note. */
struct inset_id inset_id(const struct side *, const struct token *);
/* Whether an inset of a text as the pack has it shares a byte with start .. end. */
bool inset_touches(const char *text, uint32_t start, uint32_t end);

/* ---- marks.c: what every language writes alike ---- */

void marks_tokens(struct side *);
/* Whether letters are written as an acronym is: AI, R&D, MoU, 5G. */
bool marks_acronym(const char *text, size_t len);
/*
 * Acronyms, and words of letters and digits such as 5G or COP28; with `words` every word of two Latin letters or more.
 */
void marks_latin(struct side *, bool words);
/* Whether the number at a unit is part of such a word. */
bool marks_glued(const struct side *, size_t unit);

/* ---- tok_date.c: dates in numbers, and what a date takes from its neighbours ---- */

/* A date at a unit: 2023-11-22, 2023.11.22, 22/11/2023, 2023. 11. 22.; units it takes, 0: none. */
size_t date_numeric(struct side *, size_t unit);
/* The year of four digits, or the number from 1 to `most`, at a unit; 0: it is none. */
int64_t date_year(const struct side *, size_t unit);
int64_t date_part(const struct side *, size_t unit, int64_t most);
struct token *date_add(struct side *, int64_t year, int64_t month, int64_t day, uint32_t start, uint32_t end);
void date_complete(struct side *); /* fills in years and months that only a neighbour says */

/* ---- concept.c: what a pack has names for ---- */

enum concept_kind {
	CONCEPT_PARTY,
	CONCEPT_BODY,
	CONCEPT_PERSON,
	CONCEPT_NAME,
	CONCEPT_TERM,
	CONCEPT_KIND,
	CONCEPT_WORLD,
	CONCEPT_AVOID
};

struct concept {
	enum concept_kind kind;
	const struct value *name;        /* the text of the full name that came first */
	const char *forms[MODEL_LANGS];  /* the full name */
	const char *shorts[MODEL_LANGS]; /* NULL: none */
	uint32_t people;                 /* of a body: 1 + one of its people; of a person: 1 + the next one; 0: none */
	const struct value *office;      /* of a person */
};

struct concept_form {
	const char *text;
	size_t len;
	uint32_t concept;
	uint32_t next; /* 1 + the form of another concept with the same letters; 0: none */
	bool is_short, acronym;
	bool vague;              /* it answers, but does not ask */
	bool world;              /* from the list of names that any pack may mention; it begins with a capital */
	uint32_t seen, answered; /* texts that use it; those whose other side names the concept too */
};

struct concept_hit {
	uint32_t form;
	uint32_t start, end; /* bytes of the text */
	bool whole;          /* it is a word or words of its own */
	bool top;            /* whole, and part of no longer one */
};
struct concept_hits {
	struct concept_hit *items;
	size_t count, cap;
};

struct concepts;
struct concepts *concepts_of(struct arena *, const struct pack *);
/* Adds names that any pack may mention, from a file. */
void concepts_world(struct concepts *, struct diag *, const struct pack *, const char *path);
/* 1 + the concept whose record has that id; 0: none. */
uint32_t concepts_with_id(const struct concepts *, const char *id, size_t len);
size_t concepts_count(const struct concepts *);
struct concept *concepts_at(const struct concepts *, uint32_t index);
struct concept_form *concepts_form(const struct concepts *, uint32_t index);
/* All places where a form stands, in order of their start, then of their length. */
void concepts_find(const struct concepts *, size_t lang, const char *text, size_t len, struct arena *,
		   struct concept_hits *);

/* ---- one run over a pack (lint.c) ---- */

struct lint_text {
	const struct value *text;
	const char *path;
};

struct lint_run {
	struct arena *arena;
	struct diag *diag;
	const struct pack *pack;
	struct source_places *places;
	const struct analyser *analysers[MODEL_LANGS]; /* NULL: none for that language */
	const struct map *words[MODEL_LANGS];
	LIST(struct lint_text) texts;
	LIST(struct lint_pair) pairs;
	LIST(struct lint_mark) marks;
	LIST(struct lint_fix) fixes;
	struct names *names;
	struct facts *facts;
	struct reviewed *reviewed; /* NULL: nothing was accepted */
	bool accepted;             /* differences of the text at hand were */
	bool errors;               /* only errors are findings */
	bool muted;                /* the last finding was none that is shown */
	/* The spans of the text that was asked for last. */
	const struct value *span_text;
	bool span_read[MODEL_LANGS], span_found[MODEL_LANGS];
	struct source_span spans[MODEL_LANGS];
};

/* The place of a byte of a text; of the text as a whole if it cannot be found in the file. */
struct pos lint_at(struct lint_run *, const struct value *text, size_t lang, uint32_t byte);
/* A finding about start .. end of a text, and a mark for it. */
void lint_find(struct lint_run *, enum diag_code, const struct value *text, size_t lang, uint32_t start, uint32_t end,
	       const char *const *args);
#define LINT(run, code, text, lang, start, end, ...)                                                                   \
	lint_find((run), DIAG_##code, (text), (lang), (start), (end), (const char *const[]){__VA_ARGS__, NULL})
void lint_note(struct lint_run *, const struct value *text, size_t lang, uint32_t byte, const char *en, const char *ko);

/* ---- facts.c: the calendar and the pack's own counts ---- */

struct facts *facts_new(struct lint_run *);
void facts_record(struct lint_run *, const struct value *record, const char *path); /* while the pack is walked */
void facts_ready(struct lint_run *);                                                /* once it is */
void facts_check(struct lint_run *, const struct lint_text *, size_t lang, const struct side *);
void facts_pack(struct lint_run *);

/* ---- house.c: house style ---- */

void house_check(struct lint_run *, const char *folder);
bool lint_off(const struct pack *, const char *rule); /* whether the pack turns a rule off */

/* ---- reviewed.c: accepted translations ---- */

struct reviewed *reviewed_read(struct arena *, struct diag *, const char *path); /* NULL: there is no such file */
bool reviewed_is(struct reviewed *, struct lint_run *, const struct lint_pair *);
void reviewed_check(struct reviewed *, struct lint_run *);

/* ---- parity.c: two sides of a pair ---- */

enum { PARITY_DEEP = 64 }; /* names and acronyms of a pair that are looked for in other words */

struct parity {
	struct lint_run *run;
	size_t deep;    /* how many were */
	uint32_t index; /* of the pair */
	const struct value *text;
	size_t langs[2];
	struct side *sides[2];
};

void parity_check(struct parity *);
/* What stands at a token of one side, against `there` of the other side or nothing there (NULL). */
void parity_report(struct parity *, enum diag_code, size_t side, const struct token *here, const struct token *there);

/* Nothing answers here, and the place of the other side where it belongs begins at a byte. */
void parity_report_at(struct parity *, enum diag_code, size_t side, const struct token *here, uint32_t there);
/* The same where the other side should have `wanted`. */
void parity_report_wanted(struct parity *, enum diag_code, size_t side, const struct token *here, const char *wanted);

/* ---- phrase.c: names in other words ---- */

bool phrase_letter(uint32_t c);                      /* one that belongs to a word */
uint32_t phrase_before(const char *text, size_t at); /* the character before a byte; 0: none */
bool phrase_word_in(const struct side *, const char *word, size_t len);
bool phrase_small(const char *word, size_t len); /* of, the, and their like */
/* Whether enough words of a name stand near each other: all of them; most of a body's, one of a person's. */
bool phrase_loosely(const struct side *, const char *form, enum concept_kind kind);
bool phrase_initials(const char *form, const char *letters, size_t len);

/* ---- names.c: names and terms of the pack ---- */

struct names *names_new(struct lint_run *, const char *world); /* world: file of further names, or NULL */
void names_learn(struct names *, struct parity *);             /* every pair, before any is checked */
void names_check(struct names *, struct parity *);             /* before numbers are compared */
void names_spelling(struct names *, struct parity *, size_t side);
/* What was found in one side of a pair. */
const struct concept_hits *names_hits(const struct names *, uint32_t pair, size_t side);
size_t names_hit_from(const struct concept_hits *, uint32_t byte); /* the first that begins at a byte or after it */
/* Whether a name of the pack covers a part of a side. */
bool names_covers(const struct names *, const struct parity *, size_t side, uint32_t start, uint32_t end);

/* Whether a side of the pair that was checked last names a party. */
bool names_party_in(const struct names *, size_t side);
bool names_part(const struct names *, const struct parity *, size_t side, const char *text, size_t len);

struct concept_form *names_form(const struct names *, const struct concept_hit *);
struct concept *names_concept(const struct names *, const struct concept_hit *);
size_t names_count(const struct names *); /* of concepts */

/* ---- near.c: misspelt names ---- */

/* A word that is nearly, and not quite, the one wanted. */
bool near_find(const struct side *, const char *word, size_t len, uint32_t *start, uint32_t *end);

/* ---- acronym.c: explained where they first stand ---- */

void acronym_check(struct lint_run *);
/* A short form in brackets: after its long form, and on both sides. */
void acronym_brackets(struct parity *, size_t side);

/* ---- whole.c: language and length ---- */

void whole_check(struct parity *);
void whole_lengths(struct lint_run *);

/* ---- latin.c: acronyms ---- */

void latin_check(struct parity *);

/* ---- sentence.c ---- */

/* The bytes at which sentences begin; never empty. */
struct sentences {
	uint32_t *items;
	size_t count, cap;
};
struct sentences sentence_list(const struct side *);

/* ---- series.c: enumerations in a sentence ---- */

struct series {
	size_t steps;        /* from item to item of enumerations of three or more */
	size_t joints;       /* all that could be such a step */
	uint32_t start, end; /* bytes of the first enumeration; nothing if steps is 0 */
};

void series_check(struct parity *);
bool series_covered(const struct parity *, size_t side, size_t unit); /* by a name of the pack */
bool series_named(const struct parity *, size_t side, size_t unit);   /* by one of a party, a body or a person */
/* The unit after the bracket that begins at one; the same if none does. */
size_t series_past_bracket(const struct side *, size_t unit, size_t stop);
/* en_series.c, ko_series.c */
void en_series(struct parity *, size_t side, size_t from, size_t stop, struct series *);
void ko_series(struct parity *, size_t side, size_t from, size_t stop, struct series *);

/* ---- negation.c, marking.c ---- */

void negation_check(struct parity *);
void together_check(struct parity *); /* together.c */
void marking_check(struct parity *);

/* ---- quantity.c: numbers, dates, times, money ---- */

void quantity_check(struct parity *);

#endif
