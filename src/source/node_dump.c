/*
 * A tree as indented text: place, kind, and what the node holds. Tests compare it.
 */
#include "source.h"

static void dump(const struct node *node, unsigned int depth, struct buf *out)
{
	static const char *const names[] = {[NODE_SCALAR] = "text", [NODE_SEQ] = "list", [NODE_MAP] = "map"};

	buf_printf(out, "%*s%u:%u %s", (int)depth * 2, "", (unsigned int)node->pos.line, (unsigned int)node->pos.column,
		   names[node->kind]);
	if (node->kind == NODE_SCALAR) {
		buf_puts(out, node->plain ? " plain " : " ");
		buf_json(out, node->text);
		buf_putc(out, '\n');
		return;
	}
	buf_printf(out, " %zu\n", node->count);
	for (size_t i = 0; i < node->count; i++) {
		if (node->kind == NODE_MAP)
			dump(node->entries[i].key, depth + 1, out);
		dump(node->kind == NODE_MAP ? node->entries[i].value : node->items[i],
		     depth + 1 + (node->kind == NODE_MAP), out);
	}
}

void node_dump(const struct node *root, struct buf *out)
{
	dump(root, 0, out);
}
