/*
 * libyaml says what it was doing (context) and what it met (problem). Both are turned into findings that say what to
 * do, with both places. A problem that is not in the table is shown in libyaml's own words.
 */
#include "source_int.h"

#include <string.h>

struct problem {
	const char *words; /* libyaml's */
	enum diag_code code;
	bool at_context; /* the place of the mistake is where the context began */
};

static const struct problem problems[] = {
	{"found a tab character that violates indentation", DIAG_YAML_TAB, false},
	{"found a tab character where an indentation space is expected", DIAG_YAML_TAB, false},
	{"did not find expected key", DIAG_YAML_INDENT, false},
	{"did not find expected '-' indicator", DIAG_YAML_INDENT, false},
	{"did not find expected <document start>", DIAG_YAML_INDENT, false},
	{"mapping values are not allowed in this context", DIAG_YAML_COLON, false},
	{"found unexpected ':'", DIAG_YAML_COLON, false},
	{"could not find expected ':'", DIAG_YAML_NO_COLON, true},
	{"block sequence entries are not allowed in this context", DIAG_YAML_DASH, false},
	{"found unexpected end of stream", DIAG_YAML_QUOTE, true},
	{"found unexpected document indicator", DIAG_YAML_QUOTE, true},
	{"found unknown escape character", DIAG_YAML_ESCAPE, false},
	{"did not find expected hexdecimal number", DIAG_YAML_ESCAPE, false},
	{"found invalid Unicode character escape code", DIAG_YAML_ESCAPE, false},
	{"did not find expected ',' or ']'", DIAG_YAML_BRACKET, true},
	{"did not find expected ',' or '}'", DIAG_YAML_BRACKET, true},
	{"found character that cannot start any token", DIAG_YAML_START, false},
	{"did not find expected node content", DIAG_YAML_START, false},
	{"mapping keys are not allowed in this context", DIAG_YAML_START, false},
	{"found undefined tag handle", DIAG_YAML_START, false},
	{"did not find expected alphabetic or numeric character", DIAG_YAML_START, true},
	{"did not find expected comment or line break", DIAG_YAML_START, true},
	{"did not find expected tag URI", DIAG_YAML_START, true},
	{"did not find expected whitespace or line break", DIAG_YAML_START, true},
	{"found unknown directive name", DIAG_YAML_START, true},
	{"could not find expected directive name", DIAG_YAML_START, true},
};

static const struct {
	const char *words, *en, *ko;
} contexts[] = {
	{"while parsing a block mapping", "the mapping that it does not fit begins here",
	 "이 줄이 맞지 않는 매핑은 여기서 시작합니다"},
	{"while parsing a block collection", "the list that it does not fit begins here",
	 "이 줄이 맞지 않는 목록은 여기서 시작합니다"},
	{"while parsing a flow sequence", "the list begins here", "목록은 여기서 시작합니다"},
	{"while parsing a flow mapping", "the mapping begins here", "매핑은 여기서 시작합니다"},
	{"while scanning a quoted scalar", "the quoted text begins here", "따옴표로 묶은 글은 여기서 시작합니다"},
	{"while parsing a quoted scalar", "the quoted text begins here", "따옴표로 묶은 글은 여기서 시작합니다"},
	{"while scanning a block scalar", "the text begins here", "글은 여기서 시작합니다"},
};

/* The character at an index, as text for a message; empty at the end of the file. */
static size_t character_at(const struct source_file *file, size_t index, char text[5])
{
	const char *at = file->text, *end = file->text + file->len, *start;

	while (at < end && index--)
		utf8_next(&at, end);
	start = at;
	if (at < end)
		utf8_next(&at, end);
	memcpy(text, start, (size_t)(at - start));
	text[at - start] = '\0';
	return (size_t)(at - start);
}

/* Whether a key with its colon stands before the place in the same line: then the colon there is inside the value. */
static bool follows_key(const struct source_file *file, size_t index)
{
	const char *at = file->text, *end = file->text + file->len, *colon = NULL;

	while (at < end && index--) {
		if (*at == '\n' || *at == '\r')
			colon = NULL;
		else if (at[0] == ':' && at[1] == ' ')
			colon = at;
		utf8_next(&at, end);
	}
	return colon != NULL;
}

static void note_context(struct diag *diag, const struct source_lines *lines, const struct yaml_trouble *t)
{
	for (size_t i = 0; t->context && i < COUNT_OF(contexts); i++)
		if (!strcmp(t->context, contexts[i].words))
			diag_note(diag, source_pos(lines, t->context_index), contexts[i].en, contexts[i].ko);
}

void yaml_words_report(struct diag *diag, const struct source_lines *lines, const struct yaml_trouble *t)
{
	enum diag_code code = DIAG_YAML_SYNTAX;
	bool at_context = false;
	const char *arg = t->problem;
	char character[5];
	size_t index;

	for (size_t i = 0; i < COUNT_OF(problems); i++) {
		if (!strcmp(t->problem, problems[i].words)) {
			code = problems[i].code;
			at_context = problems[i].at_context && t->context;
		}
	}
	index = at_context ? t->context_index : t->problem_index;
	if (code == DIAG_YAML_START) {
		arg = character;
		if (!character_at(lines->file, index, character))
			code = DIAG_YAML_BRACKET; /* the file ends inside a value */
		else if (character[0] == '\t')
			code = DIAG_YAML_TAB;
	}
	if (code == DIAG_YAML_COLON && !follows_key(lines->file, index))
		code = DIAG_YAML_INDENT;
	diag_add(diag, code, source_pos(lines, index), (const char *const[]){arg, NULL});
	if (at_context && code != DIAG_YAML_START)
		diag_note(diag, source_pos(lines, t->problem_index), "it was missed here",
			  "빠진 것은 여기서 드러났습니다");
	else if (t->context_index != index)
		note_context(diag, lines, t);
}
