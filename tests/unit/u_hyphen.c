/*
 * Points of hyphenation against libhyphen, another reader of the same files: all words of the texts below that have six
 * letters, and every one of them with a few letters changed, so that thousands of letter sequences are looked at. Languages
 * whose patterns are not installed are passed over.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "text.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST = 6, MIN = 3, MOST = 64, CHANGES = 40 };

/* libhyphen does not give back all that it takes; AddressSanitizer asks here whether to look for leaks. */
const char *__asan_default_options(void);
__attribute__((used, no_sanitize_address)) const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}

struct bench {
	struct arena *arena;
	struct text *text;
	struct text_style style;
	HyphenDict *dict;
	size_t words, points;
};

/* libhyphen's points: a bit before each byte of a word in ASCII. */
static void reference(HyphenDict *dict, const char *word, size_t len, bool *may)
{
	char whole[MOST + 1] = {0}, hyphens[MOST + 8] = {0}, **rep = NULL;
	int *pos = NULL, *cut = NULL;

	memcpy(whole, word, len);
	assert_int_equal(hnj_hyphen_hyphenate3(dict, whole, (int)len, hyphens, NULL, &rep, &pos, &cut, MIN, MIN, 1, 1),
			 0);
	for (size_t i = 0; i + 1 < len; i++)
		may[i + 1] = hyphens[i] & 1 && !(rep && rep[i]);
	for (size_t i = 0; rep && i < len; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
}

static void compare(struct bench *b, const char *word, size_t len)
{
	bool may[MOST + 1] = {0};
	uint8_t kinds[MOST + 1];

	reference(b->dict, word, len, may);
	text_breaks(b->text, &b->style, word, len, true, kinds);
	b->words++;
	for (size_t i = 1; i < len; i++) {
		if ((kinds[i] == BREAK_HYPHEN) != may[i])
			print_error("%.*s at %zu\n", (int)len, word, i);
		assert_int_equal(kinds[i] == BREAK_HYPHEN, may[i]);
		b->points += may[i];
	}
}

/* The same word with letters replaced, always by the same rule. */
static void compare_changed(struct bench *b, const char *word, size_t len)
{
	static const char letters[] = "etaoinsrhldcumfpgwybvkxjqz";
	char changed[MOST];
	uint32_t state = (uint32_t)len * 2654435761u + (unsigned char)word[0] * 40503u + (unsigned char)word[len - 1];

	memcpy(changed, word, len);
	for (int i = 0; i < CHANGES; i++) {
		state = state * 1664525u + 1013904223u;
		changed[(state >> 16) % len] = letters[(state >> 8) % 26];
		compare(b, changed, len);
	}
}

static void each_word(struct bench *b, const char *text)
{
	for (const char *p = text; *p;) {
		size_t len = strspn(p, "abcdefghijklmnopqrstuvwxyz");

		if (len >= LEAST && len <= MOST) {
			compare(b, p, len);
			compare_changed(b, p, len);
		}
		p += len ? len : 1;
	}
}

static void points_are_those_of_libhyphen(const char *lang, const char *tag, const char *path, const char *text)
{
	struct bench b = {.arena = arena_new(), .dict = hnj_hyphen_load(path)};
	const char *font = "pretendard/Pretendard-Regular.ttf";

	if (!b.dict) {
		arena_free(b.arena);
		skip();
	}
	b.text = text_new(b.arena, diag_new(b.arena), "fonts");
	b.style = (struct text_style){.face = text_face(b.text, &font, 1, (struct pos){0}), .lang = lang, .tag = tag};
	each_word(&b, text);
	print_message("%s: %zu words, %zu points\n", tag, b.words, b.points);
	assert_true(b.points > 500);
	text_free(b.text);
	arena_free(b.arena);
	hnj_hyphen_free(b.dict);
}

static void english(void **state)
{
	(void)state;
	points_are_those_of_libhyphen(
		"en", "en-GB", "/usr/share/hyphen/hyph_en_GB.dic",
		"cooperation telecommunications semiconductors governments arrangement department innovation technology "
		"international confirmed universities researchers beautiful rhythmically misunderstanding supercalifragilistic "
		"photographer acknowledgement knowledgeable throughout strengthening neighbourhood extraordinary administrative");
}

static void american(void **state)
{
	(void)state;
	points_are_those_of_libhyphen(
		"en", "en-US", "/usr/share/hyphen/hyph_en_US.dic",
		"cooperation telecommunications semiconductors governments arrangement department innovation technology "
		"international confirmed universities researchers beautiful rhythmically misunderstanding supercalifragilistic "
		"photographer acknowledgment knowledgeable throughout strengthening neighborhood extraordinary administrative");
}

static void german(void **state)
{
	(void)state;
	points_are_those_of_libhyphen(
		"de", "de-DE", "/usr/share/hyphen/hyph_de_DE.dic",
		"zusammenarbeit wissenschaft technologie forschungszusammenarbeit bundesregierung vereinbarung halbleiter "
		"donaudampfschifffahrtsgesellschaft lieferketten nachrichtentechnik krankenhausverwaltung arbeitsgruppe "
		"sonnenuntergang unabhaengigkeit gleichstellungsbeauftragte haustuer schulklasse wirtschaftsministerium");
}

static void french(void **state)
{
	(void)state;
	points_are_those_of_libhyphen(
		"fr", "fr-FR", "/usr/share/hyphen/hyph_fr_FR.dic",
		"gouvernement communication internationale recherche scientifique partenariat "
		"signature arrangement technologie administratif extraordinaire universitaire chercheurs");
}

static void spanish(void **state)
{
	(void)state;
	points_are_those_of_libhyphen("es", "es-ES", "/usr/share/hyphen/hyph_es_ES.dic",
				      "gobierno comunicaciones internacional investigadores universidades memorando "
				      "entendimiento acuerdo administrativo extraordinario desarrollo ferrocarriles");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english),
		cmocka_unit_test(american),
		cmocka_unit_test(german),
		cmocka_unit_test(french),
		cmocka_unit_test(spanish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
