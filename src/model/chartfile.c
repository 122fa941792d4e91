/*
 * The data of a chart from a CSV file beside the pack. Its rows become the nodes that `rows` would hold, with the
 * places of their cells, so that they are built and checked as if they stood in the YAML.
 *
 * Head of the file: label.KEY for each language of the pack, or label for one text that serves all; date, start, end
 * and main as in a row; audience, whose names stand with blanks between; every other column holds values.
 */
#include "model_int.h"

#include <string.h>

struct table {
	struct builder *b;
	const struct node *head;
	const struct node *row;
};

static struct node *new_node(struct table *t, enum node_kind kind, struct pos pos)
{
	struct node *node = arena_alloc(t->b->arena, sizeof *node);

	*node = (struct node){.kind = kind, .pos = pos};
	return node;
}

static const struct node *name_node(struct table *t, const char *name, struct pos pos)
{
	struct node *node = new_node(t, NODE_SCALAR, pos);

	node->text = name;
	node->len = strlen(name);
	return node;
}

struct entries {
	LIST(struct node_entry) list;
};

static void add_entry(struct table *t, struct entries *entries, const char *name, struct pos pos,
		      const struct node *value)
{
	*LIST_ADD(t->b->arena, &entries->list) = (struct node_entry){name_node(t, name, pos), value};
}

static const struct node *map_of(struct table *t, const struct entries *entries, struct pos pos)
{
	struct node *node = new_node(t, NODE_MAP, pos);

	node->entries = entries->list.items;
	node->count = entries->list.count;
	return node;
}

/* ---- one row ---- */

static const char label_prefix[] = "label.";

static bool is_label(const char *head)
{
	return !strncmp(head, label_prefix, sizeof label_prefix - 1);
}

static bool is_key(const char *head)
{
	static const char *const keys[] = {"label", "date", "start", "end", "main"};

	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (!strcmp(head, keys[i]))
			return true;
	return !strcmp(head, audience_key);
}

/* One text for all languages. */
static const struct node *same_label(struct table *t, const struct node *cell)
{
	struct entries texts = {0};

	for (size_t i = 0; i < t->b->lang_count; i++)
		add_entry(t, &texts, t->b->langs[i].key, cell->pos, cell);
	return map_of(t, &texts, cell->pos);
}

/* The names in a cell, with blanks between them. */
static const struct node *audience_names(struct arena *arena, const struct node *cell)
{
	LIST(const struct node *) names = {0};
	struct node *list = arena_alloc(arena, sizeof *list);

	for (const char *at = cell->text; *at; at += strspn(at, " ")) {
		size_t len = strcspn(at, " ");
		struct node *name = arena_alloc(arena, sizeof *name);

		*name = *cell;
		name->text = arena_strndup(arena, at, len);
		name->len = len;
		if (len)
			*LIST_ADD(arena, &names) = name;
		at += len;
	}
	*list = (struct node){.kind = NODE_SEQ, .pos = cell->pos, .count = names.count, .items = names.items};
	return list;
}

/* What is wrong with a language is wrong in the head: it is found there, once for all rows. */
static void add_labels(struct table *t, struct entries *row)
{
	struct entries texts = {0};
	struct pos first = t->head->pos;

	for (size_t i = 0; i < t->head->count; i++) {
		const struct node *head = t->head->items[i];

		if (!is_label(head->text))
			continue;
		first = texts.list.count ? first : head->pos;
		add_entry(t, &texts, head->text + sizeof label_prefix - 1, head->pos, t->row->items[i]);
	}
	if (texts.list.count)
		add_entry(t, row, "label", first, map_of(t, &texts, first));
}

static void add_values(struct table *t, struct entries *row)
{
	LIST(const struct node *) values = {0};
	struct node *list = new_node(t, NODE_SEQ, t->row->pos);

	for (size_t i = 0; i < t->head->count; i++)
		if (!is_label(t->head->items[i]->text) && !is_key(t->head->items[i]->text))
			*LIST_ADD(t->b->arena, &values) = t->row->items[i];
	list->items = values.items;
	list->count = values.count;
	if (values.count == 1)
		add_entry(t, row, "value", values.items[0]->pos, values.items[0]);
	else if (values.count)
		add_entry(t, row, "values", list->pos, list);
}

/* A cell without text is a key that the row does not have. */
static const struct node *row_node(struct table *t)
{
	struct entries row = {0};

	add_labels(t, &row);
	for (size_t i = 0; i < t->head->count; i++) {
		const struct node *cell = t->row->items[i];
		const char *head = t->head->items[i]->text;

		if (!strcmp(head, audience_key) && cell->len)
			add_entry(t, &row, head, cell->pos, audience_names(t->b->arena, cell));
		else if (is_key(head) && cell->len)
			add_entry(t, &row, head, cell->pos, strcmp(head, "label") != 0 ? cell : same_label(t, cell));
	}
	add_values(t, &row);
	return map_of(t, &row, t->row->pos);
}

/* ---- the file ---- */

/* A file name and nothing else: a pack reaches only what lies beside it. */
static bool is_plain_name(const char *name)
{
	static const char suffix[] = ".csv";
	size_t len = strlen(name);

	return len > sizeof suffix - 1 && *name != '.' && !strchr(name, '/') && !strchr(name, '\\') &&
	       !strcmp(name + len - (sizeof suffix - 1), suffix);
}

const char *chartfile_beside(struct builder *b, struct pos pos, const char *name)
{
	const char *path = pos.file ? pos.file->path : "", *slash = strrchr(path, '/');

	return slash ? arena_printf(b->arena, "%.*s/%s", (int)(slash - path), path, name) : name;
}

/* The file as it was read before for another chart; a file is attached to the document once. */
static const struct node *read_table(struct builder *b, const char *path, struct pos named)
{
	const struct node *rows;

	for (size_t i = 0; i < b->tables.count; i++)
		if (!strcmp(b->tables.items[i]->pos.file->path, path))
			return b->tables.items[i];
	rows = source_table(b->arena, b->diag, path, named);
	if (rows)
		*LIST_ADD(b->arena, &b->tables) = rows;
	return rows;
}

/* ---- rows for some readers ---- */

/* Where the head has a column of audiences; its length if it has none. */
static size_t audience_column(const struct node *head)
{
	size_t i = 0;

	while (i < head->count && strcmp(head->items[i]->text, audience_key) != 0)
		i++;
	return i;
}

/* A row without the names of other audiences than that at hand. */
static const struct node *own_row(const struct audience_view *v, const struct node *row, size_t column)
{
	const struct node **cells = arena_array(v->arena, row->count, sizeof *cells);
	struct node *copy = arena_alloc(v->arena, sizeof *copy), *cell = arena_alloc(v->arena, sizeof *cell);

	*copy = *row;
	*cell = *row->items[column];
	if (cell->len) {
		cell->text = v->name;
		cell->len = strlen(v->name);
	}
	memcpy(cells, row->items, row->count * sizeof *cells);
	cells[column] = cell;
	copy->items = cells;
	return copy;
}

const struct node *chartfile_keep(const struct audience_view *v, const struct node *rows)
{
	size_t column = audience_column(rows->items[0]);
	const struct node **items = arena_array(v->arena, rows->count, sizeof *items);
	struct node *kept = arena_alloc(v->arena, sizeof *kept);

	if (v->all || column == rows->items[0]->count)
		return rows;
	*kept = *rows;
	kept->items = items;
	kept->count = 0;
	for (size_t i = 0; i < rows->count; i++) {
		const struct node *cell = rows->items[i]->items[column];

		if (!i)
			items[kept->count++] = rows->items[i];
		else if (!cell->len || audience_is_for(v, audience_names(v->arena, cell)))
			items[kept->count++] = own_row(v, rows->items[i], column);
	}
	return kept;
}

static const struct node *rows_node(struct builder *b, const struct node *rows)
{
	struct table t = {.b = b, .head = rows->items[0]};
	struct node *list = new_node(&t, NODE_SEQ, rows->pos);
	const struct node **items = arena_array(b->arena, rows->count, sizeof *items);

	list->items = items;
	for (size_t i = 1; i < rows->count; i++) {
		t.row = rows->items[i];
		items[list->count++] = row_node(&t);
	}
	return audience_keep(b->view, list);
}

const struct node *chartfile_expand(struct builder *b, const struct node *chart)
{
	const struct node *file = node_find(chart, "file"), *inline_rows = node_find(chart, "rows"), *rows;
	struct table t = {.b = b};
	struct entries all = {0};

	if (!file || file->kind != NODE_SCALAR || !file->len)
		return chart;
	if (inline_rows) {
		DIAG0(b->diag, CHART_FILE_AND_ROWS, file->pos);
		diag_note(b->diag, inline_rows->pos, "the rows stand here", "행은 여기에 있습니다");
		return chart;
	}
	if (!is_plain_name(file->text)) {
		DIAG(b->diag, CHART_FILE_NAME, file->pos, file->text);
		return chart;
	}
	rows = read_table(b, chartfile_beside(b, file->pos, file->text), file->pos);
	if (!rows)
		return chart;
	if (rows->count < 2) {
		DIAG(b->diag, CHART_FILE_EMPTY, rows->pos, file->text);
		return chart;
	}
	for (size_t i = 0; i < chart->count; i++)
		*LIST_ADD(b->arena, &all.list) = chart->entries[i];
	add_entry(&t, &all, "rows", rows->pos, rows_node(b, rows));
	return map_of(&t, &all, chart->pos);
}
