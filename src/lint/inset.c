/*
 * What stands in a text and is none of its words: references {ref:ID} and marks of notes [^id]. They are tokens of their
 * own; for everything else that reads the text there are blanks in their place, so that no id is taken for words.
 */
#include "lint_int.h"

#include <string.h>

static const char inset_ref[] = "{ref:";

/* The first inset from a byte of a text on; its kind is TOKEN_REF or TOKEN_NOTE, its id in *id. False: there is none. */
static bool inset_next(const char *text, size_t from, struct token *token, struct inset_id *id)
{
	const char *ref = strstr(text + from, inset_ref), *end = ref ? strchr(ref, '}') : NULL;
	struct note_mark mark;
	bool noted = note_mark_find(text + from, &mark);

	if (noted && !(end && ref < text + from + mark.start)) {
		*id = (struct inset_id){mark.id, mark.id_len};
		*token = (struct token){.kind = TOKEN_NOTE, .start = (uint32_t)(from + mark.start)};
		token->end = token->start + (uint32_t)mark.len;
		return true;
	}
	if (!end)
		return false;
	id->text = ref + strlen(inset_ref);
	id->text += strspn(id->text, " ");
	id->len = strcspn(id->text, " |}");
	*token = (struct token){.kind = TOKEN_REF, .start = (uint32_t)(ref - text), .end = (uint32_t)(end + 1 - text)};
	return true;
}

struct inset_id inset_id(const struct side *side, const struct token *token)
{
	struct inset_id id = {"", 0};
	struct token found;

	inset_next(side->raw, token->start, &found, &id);
	return id;
}

void inset_blank(struct side *side)
{
	struct inset_id id;
	struct token token;
	char *text = NULL;

	side->text = side->raw;
	for (size_t from = 0; inset_next(side->raw, from, &token, &id); from = token.end) {
		if (!text)
			side->text = text = arena_strndup(side->arena, side->raw, side->len);
		memset(text + token.start, ' ', token.end - token.start);
	}
}

void inset_tokens(struct side *side)
{
	struct inset_id id;
	struct token token;

	if (side->text == side->raw)
		return;
	for (size_t from = 0; inset_next(side->raw, from, &token, &id); from = token.end)
		*LIST_ADD(side->arena, &side->tokens) = token;
}

bool inset_touches(const char *text, uint32_t start, uint32_t end)
{
	struct inset_id id;
	struct token token;

	for (size_t from = 0; inset_next(text, from, &token, &id) && token.start < end; from = token.end)
		if (token.end > start)
			return true;
	return false;
}
