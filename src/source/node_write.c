/*
 * A tree as text again: what it holds, without comments, anchors and the choice of quotation marks. Read and written
 * once more it gives the same bytes.
 */
#include "source.h"

#include <string.h>

/* Whether an unquoted text can stay unquoted wherever it stands: a word or number without marks of YAML. */
static bool is_bare(const struct node *node)
{
	static const char known[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+~-";

	if (!node->plain || !node->len || strspn(node->text, known) != node->len)
		return false;
	return node->text[0] != '-' || (node->len > 1 && node->text[1] != '-');
}

static void put_scalar(const struct node *node, struct buf *out)
{
	if (node_is_null(node))
		buf_puts(out, "~");
	else if (is_bare(node))
		buf_put(out, node->text, node->len);
	else
		buf_json(out, node->text);
}

static void put_value(const struct node *node, int depth, struct buf *out);

static void indent(int depth, struct buf *out)
{
	buf_printf(out, "%*s", depth * 2, "");
}

/* A collection inside a list begins behind its dash. */
static void put_items(const struct node *node, int depth, bool first_in_place, struct buf *out)
{
	for (size_t i = 0; i < node->count; i++) {
		if (i || !first_in_place)
			indent(depth, out);
		if (node->kind == NODE_SEQ) {
			buf_puts(out, "- ");
			put_value(node->items[i], depth + 1, out);
			continue;
		}
		put_scalar(node->entries[i].key, out);
		buf_putc(out, ':');
		if (node->entries[i].value->kind != NODE_SCALAR && node->entries[i].value->count) {
			buf_putc(out, '\n');
			put_items(node->entries[i].value, depth + 1, false, out);
		} else {
			buf_putc(out, ' ');
			put_value(node->entries[i].value, depth + 1, out);
		}
	}
}

static void put_value(const struct node *node, int depth, struct buf *out)
{
	if (node->kind != NODE_SCALAR && node->count) {
		put_items(node, depth, true, out);
		return;
	}
	if (node->kind == NODE_SCALAR)
		put_scalar(node, out);
	else
		buf_puts(out, node->kind == NODE_SEQ ? "[]" : "{}");
	buf_putc(out, '\n');
}

void node_yaml(const struct node *root, struct buf *out)
{
	put_value(root, 0, out);
}

static void put_cell(const struct node *cell, struct buf *out)
{
	if (!strpbrk(cell->text, ",\"\r\n")) {
		buf_put(out, cell->text, cell->len);
		return;
	}
	buf_putc(out, '"');
	for (size_t i = 0; i < cell->len; i++) {
		if (cell->text[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, cell->text[i]);
	}
	buf_putc(out, '"');
}

void node_csv(const struct node *rows, struct buf *out)
{
	for (size_t i = 0; i < rows->count; i++) {
		for (size_t k = 0; k < rows->items[i]->count; k++) {
			buf_puts(out, k ? "," : "");
			put_cell(rows->items[i]->items[k], out);
		}
		buf_putc(out, '\n');
	}
}
