/*
 * inline: the markup of texts, **strong**, *emphasis* and [links](https://example.org), by md4c, and the places in texts of
 * templates.
 *
 * Places are cut out first and stand in the marked-up text as one private character each, so that what they are filled
 * with later can neither make markup nor break it. CommonMark decides by the neighbouring letters whether asterisks
 * open or close, a rule that fails beside Korean particles and brackets: **한국과학기술원(KAIST)**은. So each row of asterisks
 * gets a private letter (the glue) on each side that is not blank; then only blanks decide. All other marks are
 * escaped.
 */
#include "template_int.h"

#include <md4c.h>
#include <string.h>

/* Plane 15 for places, a character of plane 16 for the glue; both are private use and never kept. */
enum { PLACE_FIRST = 0xF0000, PLACE_MOST = 0xFFF0, GLUE = 0x10FFFD };

struct builder {
	struct tmpl *t;
	LIST(struct piece) pieces;
	LIST(const struct place *) places;
	const struct target *target;
	int strong;
	struct pos pos;
	const char *other; /* the first mark that is not known */
	bool skipped;      /* the comma that keeps md4c from seeing a block */
};

/* ---- from md4c to pieces ---- */

static void add_text(struct builder *b, const char *text, size_t len)
{
	struct piece *last = b->pieces.count ? &b->pieces.items[b->pieces.count - 1] : NULL;

	if (!len)
		return;
	if (last && !last->place && last->strong == (b->strong > 0) && last->target == b->target) {
		last->text = arena_printf(b->t->arena, "%.*s%.*s", (int)last->len, last->text, (int)len, text);
		last->len += len;
		return;
	}
	last = LIST_ADD(b->t->arena, &b->pieces);
	*last = (struct piece){.text = arena_strndup(b->t->arena, text, len),
			       .len = len,
			       .strong = b->strong > 0,
			       .target = b->target};
}

static void add_place(struct builder *b, const struct place *place)
{
	struct piece *piece = LIST_ADD(b->t->arena, &b->pieces);

	*piece = (struct piece){.place = place, .strong = b->strong > 0, .target = b->target};
}

/* Text in which private characters stand for places. */
static void add_mixed(struct builder *b, const char *text, size_t len)
{
	const char *at = text, *end = text + len, *from = text;

	while (at < end) {
		const char *before = at;
		uint32_t c = utf8_next(&at, end);
		bool place = c >= PLACE_FIRST && c - PLACE_FIRST < b->places.count;

		if (!place && c != GLUE)
			continue;
		add_text(b, from, (size_t)(before - from));
		if (place && b->places.items[c - PLACE_FIRST])
			add_place(b, b->places.items[c - PLACE_FIRST]);
		from = at;
	}
	add_text(b, from, (size_t)(end - from));
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
	struct builder *b = user;
	size_t skip = !b->skipped && size && *text == ',';

	b->skipped = true;
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
		add_text(b, " ", 1);
	else
		add_mixed(b, text + skip, size - skip);
	return 0;
}

static const struct target *target_of(struct builder *b, const MD_ATTRIBUTE *href)
{
	struct builder inner = {.t = b->t, .places = {b->places.items, b->places.count, b->places.cap}, .pos = b->pos};
	struct target *target = arena_alloc(b->t->arena, sizeof *target);

	add_mixed(&inner, href->text, href->size);
	target->pieces = inner.pieces.items;
	target->count = inner.pieces.count;
	return target;
}

static int on_enter(MD_SPANTYPE type, void *detail, void *user)
{
	struct builder *b = user;

	if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
		b->strong++;
	else if (type == MD_SPAN_A)
		b->target = target_of(b, &((const MD_SPAN_A_DETAIL *)detail)->href);
	return 0;
}

static int on_leave(MD_SPANTYPE type, void *detail, void *user)
{
	struct builder *b = user;

	(void)detail;
	if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
		b->strong--;
	else if (type == MD_SPAN_A)
		b->target = NULL;
	return 0;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	(void)type;
	(void)detail;
	(void)user;
	return 0;
}

/* ---- what is not known ---- */

static int see_span(MD_SPANTYPE type, void *detail, void *user)
{
	static const char *const marks[] = {[MD_SPAN_IMG] = "![", [MD_SPAN_CODE] = "`"};
	struct builder *b = user;

	(void)detail;
	if ((size_t)type < COUNT_OF(marks) && marks[type] && !b->other)
		b->other = marks[type];
	return 0;
}

static int see_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
	struct builder *b = user;

	(void)text;
	(void)size;
	if (type == MD_TEXT_HTML && !b->other)
		b->other = "<";
	return 0;
}

static int see_leave(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type;
	(void)detail;
	(void)user;
	return 0;
}

/* Asks md4c how all of Markdown would read the text, and warns of marks that mean nothing here. */
static void warn(struct builder *b, const struct buf *text)
{
	static const MD_PARSER parser = {.enter_block = on_block,
					 .leave_block = on_block,
					 .enter_span = see_span,
					 .leave_span = see_leave,
					 .text = see_text};

	if (md_parse(text->data, (MD_SIZE)text->len, &parser, b))
		BUG("md4c failed");
	if (b->other)
		DIAG(b->t->diag, TEMPLATE_MARKUP, locate_text(b->pos, b->other, strlen(b->other)), b->other);
}

/* Two asterisks that found no partner. */
static void warn_unpaired(struct builder *b, const struct buf *text)
{
	for (size_t i = 0; i < b->pieces.count && !strchr(text->data, '\\'); i++) {
		if (b->pieces.items[i].place || !strstr(b->pieces.items[i].text, "**"))
			continue;
		DIAG(b->t->diag, TEMPLATE_MARKUP, locate_text(b->pos, "**", 2), "**");
		return;
	}
}

/* ---- preparing the text ---- */

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\0';
}

/* Asterisks in a row between the glue; returns how many. */
static size_t put_asterisks(const char *at, bool first, struct buf *out)
{
	size_t count = strspn(at, "*");

	if (!first && !blank(at[-1]))
		buf_codepoint(out, GLUE);
	buf_put(out, at, count);
	if (!blank(at[count]))
		buf_codepoint(out, GLUE);
	return count;
}

/* Escapes what is not known, and puts the glue round asterisks. */
static void prepare(const struct buf *text, struct buf *out)
{
	buf_putc(out, ',');
	for (size_t i = 0; i < text->len; i++) {
		const char *at = text->data + i;

		if (at[0] == '\\' && i + 1 < text->len) {
			buf_put(out, at, 2);
			i++;
		} else if (at[0] == '*') {
			i += put_asterisks(at, i == 0, out) - 1;
		} else {
			if (strchr("`<&~!", at[0]))
				buf_putc(out, '\\');
			buf_putc(out, at[0]);
		}
	}
}

static const char reference[] = "{ref:"; /* the one place in braces that texts of packs may have */

/* A mark of a note at the text's very beginning. */
static bool note_here(const char *at, struct note_mark *mark)
{
	return at[0] == '[' && at[1] == '^' && note_mark_find(at, mark) && !mark->start;
}

static bool has_places(const char *text)
{
	return strstr(text, reference) || strstr(text, "[^");
}

/* Cuts the places out. Two braces are one that belongs to the text. all: any places, not only references. */
static void cut_places(struct builder *b, const char *text, size_t len, bool all, struct buf *out)
{
	const char *end = text + len;

	for (const char *at = text; at < end; at++) {
		struct note_mark mark;
		const char *close;

		if (!all && note_here(at, &mark)) {
			buf_codepoint(out, PLACE_FIRST + (uint32_t)b->places.count);
			*LIST_ADD(b->t->arena, &b->places) = expr_note(b->t, &mark, b->pos);
			at += mark.len - 1;
			continue;
		}
		if (!all && strncmp(at, reference, strlen(reference))) {
			buf_putc(out, *at);
			continue;
		}
		if ((*at == '{' || *at == '}') && at + 1 < end && at[1] == *at) {
			buf_putc(out, *at++);
			continue;
		}
		if (*at != '{') {
			buf_putc(out, *at);
			continue;
		}
		close = memchr(at, '}', (size_t)(end - at));
		if (!close || b->places.count == PLACE_MOST) {
			DIAG(b->t->diag, TEMPLATE_BRACE, locate_text(b->pos, at, 1), "{instrument.title}");
			return;
		}
		buf_codepoint(out, PLACE_FIRST + (uint32_t)b->places.count);
		*LIST_ADD(b->t->arena, &b->places) = expr_place(b->t, at + 1, (size_t)(close - at - 1), b->pos);
		at = close;
	}
}

/* White space as in a paragraph: runs of it are one blank, none at the ends. */
static void fold(const char *text, size_t len, struct buf *out)
{
	for (size_t i = 0; i < len; i++) {
		if (!blank(text[i]))
			buf_putc(out, text[i]);
		else if (out->len && i + 1 < len && !blank(text[i + 1]))
			buf_putc(out, ' ');
	}
}

static struct rich *finish(struct builder *b)
{
	struct rich *rich = arena_alloc(b->t->arena, sizeof *rich);

	*rich = (struct rich){b->pieces.items, b->pieces.count, 0, b->pos};
	for (size_t i = 0; i < b->places.count; i++)
		rich->place_count += b->places.items[i] && expr_is_value(b->places.items[i]);
	return rich;
}

static void parse_markup(struct builder *b, const struct buf *text)
{
	static const MD_PARSER parser = {.enter_block = on_block,
					 .leave_block = on_block,
					 .enter_span = on_enter,
					 .leave_span = on_leave,
					 .text = on_text};
	struct buf prepared = {0};

	warn(b, text);
	prepare(text, &prepared);
	if (md_parse(prepared.data, (MD_SIZE)prepared.len, &parser, b))
		BUG("md4c failed");
	buf_free(&prepared);
	warn_unpaired(b, text);
}

const struct rich *inline_parse(struct tmpl *t, const char *text, size_t len, struct pos pos, bool places)
{
	struct builder b = {.t = t, .pos = pos};
	struct buf folded = {0}, cut = {0};

	fold(text, len, &folded);
	if (folded.len && (places ? strpbrk(folded.data, "{}") != NULL : has_places(folded.data)))
		cut_places(&b, folded.data, folded.len, places, &cut);
	else
		buf_put(&cut, folded.data, folded.len);
	if (cut.len && strpbrk(cut.data, "*_[`<\\"))
		parse_markup(&b, &cut);
	else
		add_mixed(&b, cut.data, cut.len);
	buf_free(&folded);
	buf_free(&cut);
	return finish(&b);
}

const struct rich *inline_pack_text(struct tmpl *t, const char *text, struct pos pos)
{
	const struct rich *rich = map_find(t->markup, (const char *)&text, sizeof text);

	if (!rich) {
		rich = inline_parse(t, text, strlen(text), pos, false);
		map_put(t->markup, (const char *)&text, sizeof text, (void *)rich);
	}
	return rich;
}

/* ---- texts of the template ---- */

/* A forgotten pair of quotation marks: {title} is a mapping with a key that has no value. */
static bool unquoted(struct tmpl *t, const struct node *node)
{
	if (node->count != 1 || !node_is_null(node->entries[0].value))
		return false;
	DIAG(t->diag, TEMPLATE_UNQUOTED, node->pos, arena_printf(t->arena, "{%s}", node->entries[0].key->text));
	return true;
}

static const struct rich *parse_lang(struct tmpl *t, const struct node *node, size_t lang)
{
	const struct node *own = node_find(node, t->langs[lang].key);

	if (!own || own->kind != NODE_SCALAR) {
		DIAG(t->diag, TEMPLATE_LANGUAGE, node->pos,
		     node->count ? node->entries[0].value->text && node->entries[0].value->kind == NODE_SCALAR
					   ? node->entries[0].value->text
					   : "-"
				 : "-",
		     t->langs[lang].key);
		return NULL;
	}
	return inline_parse(t, own->text, own->len, own->pos, true);
}

const struct rich_pair *inline_of(struct tmpl *t, const struct node *node)
{
	struct rich_pair *pair = map_find(t->texts, (const char *)&node, sizeof node);

	if (pair)
		return pair;
	pair = arena_alloc(t->arena, sizeof *pair);
	map_put(t->texts, (const char *)&node, sizeof node, pair);
	if (node->kind == NODE_SEQ) {
		DIAG(t->diag, TEMPLATE_NOT_TEXT, node->pos, "-");
	} else if (node->kind == NODE_SCALAR) {
		pair->lang[0] = inline_parse(t, node->text, node->len, node->pos, true);
		for (size_t lang = 1; lang < t->lang_count; lang++)
			pair->lang[lang] = pair->lang[0];
	} else if (!unquoted(t, node)) {
		for (size_t lang = 0; lang < t->lang_count; lang++)
			pair->lang[lang] = parse_lang(t, node, lang);
	}
	return pair;
}
