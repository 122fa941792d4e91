/*
 * As much of XML 1.0 as pictures are written in, with the place of each element and attribute. Nothing outside of the
 * file is ever read: a document type is passed over, and its entities stay as they are written.
 */
#include "art_int.h"

#include <string.h>

struct xml {
	struct arena *arena;
	struct diag *diag;
	const char *at, *end;
	struct pos pos;
	struct xml_node *root, *open;
	size_t nodes, depth;
	struct buf text;
	bool failed;
};

static void fail(struct xml *x, struct pos pos, const char *what)
{
	if (!x->failed)
		DIAG(x->diag, ART_XML, pos, what);
	x->failed = true;
}

/* ---- characters ---- */

static char peek(const struct xml *x)
{
	return x->at < x->end ? *x->at : '\0';
}

static void step(struct xml *x)
{
	char c = *x->at;

	utf8_next(&x->at, x->end);
	if (c == '\n') {
		x->pos.line++;
		x->pos.column = 1;
	} else {
		x->pos.column++;
	}
}

static bool take(struct xml *x, const char *word)
{
	size_t len = strlen(word);

	if ((size_t)(x->end - x->at) < len || memcmp(x->at, word, len) != 0)
		return false;
	for (size_t i = 0; i < len; i++)
		step(x);
	return true;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_space(struct xml *x)
{
	while (is_space(peek(x)))
		step(x);
}

/* Past the next `word`; a finding if there is none. */
static void skip_past(struct xml *x, const char *word)
{
	struct pos from = x->pos;

	while (x->at < x->end)
		if (take(x, word))
			return;
		else
			step(x);
	fail(x, from, DIAG_BOTH("what begins here does not end", "여기서 시작한 것이 끝나지 않습니다"));
}

static bool is_name(char c)
{
	return c && !is_space(c) && !strchr("/>=<\"'?!", c);
}

static const char *read_name(struct xml *x)
{
	const char *from = x->at;

	while (is_name(peek(x)))
		step(x);
	if (x->at == from)
		fail(x, x->pos, DIAG_BOTH("a name is missing here", "여기에 이름이 없습니다"));
	return arena_strndup(x->arena, from, (size_t)(x->at - from));
}

static const char *plain_name(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(name, prefix, len) ? name : name + len;
}

/* ---- text ---- */

static const struct {
	const char *name;
	char character;
} entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};

/* A character by its number; false if it is none. */
static bool take_number(struct xml *x, struct buf *out)
{
	uint32_t code = 0, base = 10;
	bool digits = false;

	if (!take(x, "&#"))
		return false;
	if (take(x, "x"))
		base = 16;
	for (; peek(x) && peek(x) != ';' && code < 0x110000; step(x)) {
		static const char all[] = "0123456789abcdef";
		char c = peek(x);
		const char *found = strchr(all, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c);

		if (!found || (uint32_t)(found - all) >= base)
			break;
		code = code * base + (uint32_t)(found - all);
		digits = true;
	}
	if (!digits || !code || code >= 0x110000 || (code >= 0xD800 && code < 0xE000) || !take(x, ";"))
		fail(x, x->pos, DIAG_BOTH("this is no character", "문자가 아닙니다"));
	else
		buf_codepoint(out, code);
	return true;
}

static void put_character(struct xml *x, struct buf *out)
{
	const char *from = x->at;

	if (peek(x) == '&') {
		for (size_t i = 0; i < COUNT_OF(entities); i++)
			if (take(x, entities[i].name)) {
				buf_putc(out, entities[i].character);
				return;
			}
		if (take_number(x, out))
			return;
	}
	step(x);
	buf_put(out, from, (size_t)(x->at - from));
}

static const char *read_value(struct xml *x)
{
	struct pos from = x->pos;
	char mark = peek(x);
	const char *value;

	if (mark != '"' && mark != '\'') {
		fail(x, from, DIAG_BOTH("the value must stand in quotation marks", "값을 따옴표로 묶어야 합니다"));
		return "";
	}
	step(x);
	x->text.len = 0;
	while (x->at < x->end && peek(x) != mark && !x->failed)
		put_character(x, &x->text);
	if (x->at == x->end)
		fail(x, from, DIAG_BOTH("the quotation mark is not closed", "따옴표가 닫히지 않았습니다"));
	else
		step(x);
	value = arena_strndup(x->arena, x->text.len ? x->text.data : "", x->text.len);
	return value;
}

static void add_text(struct xml *x, const char *text, size_t len, struct pos pos)
{
	struct xml_node *node = x->open;

	if (!node || !len)
		return;
	if (!*node->text)
		node->text_pos = pos;
	node->text = arena_printf(x->arena, "%s%.*s", node->text, (int)len, text);
}

static void read_text(struct xml *x)
{
	struct pos from = x->pos;
	bool kept = x->open && !strcmp(x->open->name, "style");

	x->text.len = 0;
	while (x->at < x->end && peek(x) != '<' && !x->failed)
		if (kept)
			put_character(x, &x->text);
		else
			step(x);
	if (kept && x->text.len)
		add_text(x, x->text.data, x->text.len, from);
}

static void read_cdata(struct xml *x)
{
	static const char end[] = "]]>";
	const char *from = x->at;
	struct pos pos = x->pos;

	skip_past(x, end);
	if (!x->failed)
		add_text(x, from, (size_t)(x->at - from) - (sizeof end - 1), pos);
}

/* ---- markup ---- */

static void read_attribute(struct xml *x, struct xml_node *node)
{
	struct xml_attr attr = {.pos = x->pos};
	const char *name = read_name(x);

	attr.name = plain_name(name, "svg:");
	skip_space(x);
	if (!take(x, "="))
		fail(x, x->pos, DIAG_BOTH("an equals sign is missing here", "여기에 등호가 없습니다"));
	skip_space(x);
	attr.value = x->failed ? "" : read_value(x);
	if (xml_attr(node, attr.name) && !x->failed)
		fail(x, attr.pos, DIAG_BOTH("the attribute stands twice", "속성이 두 번 있습니다"));
	*LIST_ADD(x->arena, &node->attrs) = attr;
}

static void put_in(struct xml *x, struct xml_node *node)
{
	node->parent = x->open;
	if (!x->open) {
		if (x->root)
			fail(x, node->pos, DIAG_BOTH("a second root stands here", "루트 요소가 둘입니다"));
		x->root = x->root ? x->root : node;
	} else if (x->open->last) {
		x->open->last = x->open->last->next = node;
	} else {
		x->open->first = x->open->last = node;
	}
}

static void open_element(struct xml *x, struct pos pos)
{
	struct xml_node *node = arena_alloc(x->arena, sizeof *node);

	node->pos = pos;
	node->text = "";
	node->name = plain_name(read_name(x), "svg:");
	put_in(x, node);
	if (++x->nodes > XML_NODES || x->depth > XML_DEPTH)
		fail(x, pos, DIAG_BOTH("the file has too many elements", "요소가 너무 많습니다"));
	skip_space(x);
	while (!x->failed && x->at < x->end && peek(x) != '>' && peek(x) != '/') {
		read_attribute(x, node);
		skip_space(x);
	}
	if (x->failed || take(x, "/>"))
		return;
	if (!take(x, ">"))
		fail(x, pos, DIAG_BOTH("this element does not end", "요소가 끝나지 않습니다"));
	x->open = node;
	x->depth++;
}

static void close_element(struct xml *x, struct pos pos)
{
	const char *name = plain_name(read_name(x), "svg:");

	skip_space(x);
	if (!x->failed && (!take(x, ">") || !x->open || strcmp(x->open->name, name) != 0))
		fail(x, pos, DIAG_BOTH("what closes here was not opened", "열리지 않은 요소를 닫습니다"));
	if (x->failed)
		return;
	x->open = x->open->parent;
	x->depth--;
}

/* What stands inside the brackets of a document type has marks of its own. */
static void skip_doctype(struct xml *x)
{
	struct pos from = x->pos;

	while (x->at < x->end && peek(x) != '>' && peek(x) != '[')
		step(x);
	if (peek(x) == '[')
		skip_past(x, "]");
	skip_space(x);
	if (!take(x, ">"))
		fail(x, from, DIAG_BOTH("what begins here does not end", "여기서 시작한 것이 끝나지 않습니다"));
}

/* A style sheet beside the file would be missing where the file is read. */
static void read_instruction(struct xml *x, struct pos pos)
{
	if (take(x, "xml-stylesheet")) {
		DIAG(x->diag, ART_OUTSIDE, pos, "xml-stylesheet");
		x->failed = true;
	}
	skip_past(x, "?>");
}

static void read_markup(struct xml *x)
{
	struct pos pos = x->pos;

	if (take(x, "<!--"))
		skip_past(x, "-->");
	else if (take(x, "<![CDATA["))
		read_cdata(x);
	else if (take(x, "<!DOCTYPE"))
		skip_doctype(x);
	else if (take(x, "<?"))
		read_instruction(x, pos);
	else if (take(x, "</"))
		close_element(x, pos);
	else if (take(x, "<"))
		open_element(x, pos);
}

struct xml_node *xml_read(struct arena *arena, struct diag *diag, const struct source_file *file)
{
	static const char mark[] = "\xEF\xBB\xBF";
	struct xml x = {.arena = arena, .diag = diag, .at = file->text, .pos = {file, 1, 1}};

	x.end = file->text + file->len;
	if (file->len >= 3 && !memcmp(x.at, mark, 3))
		x.at += 3;
	while (x.at < x.end && !x.failed)
		if (peek(&x) == '<')
			read_markup(&x);
		else
			read_text(&x);
	if (x.open)
		fail(&x, x.open->pos, DIAG_BOTH("this element does not end", "요소가 끝나지 않습니다"));
	if (!x.root)
		fail(&x, (struct pos){file, 1, 1}, DIAG_BOTH("there is no element", "요소가 없습니다"));
	buf_free(&x.text);
	return x.failed ? NULL : x.root;
}

const struct xml_attr *xml_attr(const struct xml_node *node, const char *name)
{
	for (size_t i = 0; i < node->attrs.count; i++)
		if (!strcmp(node->attrs.items[i].name, name))
			return &node->attrs.items[i];
	return NULL;
}
