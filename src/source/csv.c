/*
 * CSV after RFC 4180: cells between commas, quoted where they hold a comma, a quotation mark or a line end; line
 * ends LF or CR LF, the last one may be missing. Empty lines are passed over. Every row has as many cells as the
 * first.
 */
#include "source_int.h"

struct csv {
	struct arena *arena;
	struct diag *diag;
	const struct source_lines *lines;
	const char *at, *end;
	size_t index; /* of the character at `at` */
	size_t cells; /* read so far */
	bool ok;
};

/* The byte at hand, 0 at the end: a NUL is no allowed character. */
static char peek(const struct csv *c)
{
	return c->at < c->end ? *c->at : '\0';
}

static struct pos here(const struct csv *c)
{
	return source_pos(c->lines, c->index);
}

static void step(struct csv *c)
{
	utf8_next(&c->at, c->end);
	c->index++;
}

static bool at_line_end(const struct csv *c)
{
	return c->at == c->end || peek(c) == '\n' || (peek(c) == '\r' && (c->at + 1 == c->end || c->at[1] == '\n'));
}

static void skip_line_end(struct csv *c)
{
	if (peek(c) == '\r')
		step(c);
	if (peek(c) == '\n')
		step(c);
}

static void put_char(struct csv *c, struct buf *out)
{
	const char *from = c->at;

	step(c);
	buf_put(out, from, (size_t)(c->at - from));
}

/* From the opening mark to behind the closing one; two marks inside stand for one. */
static void read_quoted(struct csv *c, struct buf *out)
{
	struct pos open = here(c);

	step(c);
	while (c->at < c->end) {
		if (peek(c) != '"') {
			put_char(c, out);
			continue;
		}
		step(c);
		if (peek(c) != '"')
			return;
		put_char(c, out);
	}
	DIAG0(c->diag, CSV_QUOTE, open);
	c->ok = false;
}

static const struct node *read_cell(struct csv *c)
{
	struct node *node = arena_alloc(c->arena, sizeof *node);
	struct buf text = {0};
	bool told = false;

	*node = (struct node){.kind = NODE_SCALAR, .pos = here(c)};
	if (peek(c) == '"')
		read_quoted(c, &text);
	else
		node->plain = true;
	while (!at_line_end(c) && peek(c) != ',') {
		if (!told && (!node->plain || peek(c) == '"')) {
			DIAG0(c->diag, CSV_MARK, here(c));
			c->ok = false;
			told = true;
		}
		put_char(c, &text);
	}
	node->text = arena_strndup(c->arena, text.data ? text.data : "", text.len);
	node->len = text.len;
	buf_free(&text);
	c->cells++;
	return node;
}

static struct node *new_list(struct csv *c, struct pos pos)
{
	struct node *node = arena_alloc(c->arena, sizeof *node);

	*node = (struct node){.kind = NODE_SEQ, .pos = pos};
	return node;
}

static const struct node *read_row(struct csv *c)
{
	struct node *row = new_list(c, here(c));
	LIST(const struct node *) cells = {0};

	*LIST_ADD(c->arena, &cells) = read_cell(c);
	while (peek(c) == ',') {
		step(c);
		*LIST_ADD(c->arena, &cells) = read_cell(c);
	}
	row->items = cells.items;
	row->count = cells.count;
	return row;
}

/* Marks that were misread misplace the commas too: told once. */
static void check_row(struct csv *c, const struct node *row, const struct node *head)
{
	if (row->count == head->count || !c->ok)
		return;
	DIAG(c->diag, CSV_CELLS, row->pos, arena_printf(c->arena, "%zu", row->count),
	     arena_printf(c->arena, "%zu", head->count));
	c->ok = false;
}

const struct node *csv_to_tree(struct arena *arena, struct diag *diag, const struct source_lines *lines)
{
	struct csv c = {.arena = arena, .diag = diag, .lines = lines, .ok = true};
	struct node *rows;
	LIST(const struct node *) list = {0};

	c.at = lines->file->text;
	c.end = c.at + lines->file->len;
	rows = new_list(&c, here(&c));
	while (c.at < c.end && c.cells < SOURCE_NODES) {
		if (!at_line_end(&c)) {
			*LIST_ADD(arena, &list) = read_row(&c);
			check_row(&c, list.items[list.count - 1], list.items[0]);
		}
		skip_line_end(&c);
	}
	if (c.at < c.end) {
		DIAG(diag, LIMIT_NODES, here(&c), arena_printf(arena, "%d", SOURCE_NODES));
		c.ok = false;
	}
	rows->items = list.items;
	rows->count = list.count;
	return c.ok ? rows : NULL;
}
