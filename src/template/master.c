/* master: kinds of pages with their margins, decorations and running lines. */
#include "template_int.h"

#include <string.h>

static const char *const keys[] = {"like",    "size",     "width",    "height",      "margins", "gap",
				   "columns", "parallel", "mirrored", "decorations", "running", "numbered"};
static const char *const parallel_keys[] = {"margins", "gap"};
static const char *const margin_keys[] = {"top", "right", "bottom", "left"};
static const char *const decoration_keys[] = {"x", "y", "w", "h", "fill"};
static const char *const running_keys[] = {"style", "start", "end", "baseline"};
static const char *const widths[] = {"default", "equal", "solved"};

static const struct {
	const char *name;
	int32_t width, height; /* mpt */
} sizes[] = {{"a4", 595276, 841890}, {"a5", 419528, 595276}, {"letter", 612000, 792000}};

static void read_size(struct tmpl *t, const struct node *node, struct page_master *m)
{
	const char *names[COUNT_OF(sizes)];
	int choice;

	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		names[i] = sizes[i].name;
	choice = option_choice(t, node, "size", names, COUNT_OF(names));
	if (choice >= 0) {
		m->width = sizes[choice].width;
		m->height = sizes[choice].height;
	}
}

static void read_points(struct tmpl *t, const struct node *map, const char *key, int32_t *out)
{
	const struct node *value = node_find(map, key);

	if (value)
		option_points(t, value, key, out);
}

static void read_margins(struct tmpl *t, const struct node *node, struct page_master *m)
{
	if (!option_is_map(t, node, "margins"))
		return;
	option_keys(t, node, "margins", margin_keys, COUNT_OF(margin_keys));
	read_points(t, node, "top", &m->top);
	read_points(t, node, "right", &m->right);
	read_points(t, node, "bottom", &m->bottom);
	read_points(t, node, "left", &m->left);
}

static void read_columns(struct tmpl *t, const struct node *node, struct page_master *m)
{
	int choice = option_choice(t, node, "columns", widths, COUNT_OF(widths));

	if (choice >= 0)
		m->columns = (enum column_widths)choice;
}

static void read_decorations(struct tmpl *t, const struct node *list, struct page_master *m)
{
	struct decoration *out;

	if (!option_is_list(t, list, "decorations"))
		return;
	out = arena_array(t->arena, list->count, sizeof *out);
	for (size_t i = 0; i < list->count; i++) {
		const struct node *node = list->items[i], *fill;

		if (!option_is_map(t, node, "decorations"))
			continue;
		option_keys(t, node, "decorations", decoration_keys, COUNT_OF(decoration_keys));
		read_points(t, node, "x", &out[i].x);
		read_points(t, node, "y", &out[i].y);
		read_points(t, node, "w", &out[i].w);
		read_points(t, node, "h", &out[i].h);
		fill = node_find(node, "fill");
		if (fill)
			option_color(t, fill, "fill", &out[i].fill);
	}
	m->decorations = out;
	m->decoration_count = list->count;
}

static void read_running_line(struct tmpl *t, const struct node *node, struct running *out)
{
	const struct node *start, *end, *baseline;

	if (!option_is_map(t, node, "running"))
		return;
	option_keys(t, node, "running", running_keys, COUNT_OF(running_keys));
	start = node_find(node, "start");
	end = node_find(node, "end");
	baseline = node_find(node, "baseline");
	out->style = style_find(t, node_find(node, "style"), "running");
	t->running = true;
	if (start)
		expand_pair(t, start, &out->start, NULL);
	if (end)
		expand_pair(t, end, &out->end, NULL);
	t->running = false;
	if (!baseline)
		DIAG(t->diag, TEMPLATE_MISSING, node->pos, "running", "baseline");
	else
		option_points(t, baseline, "baseline", &out->baseline);
}

static void read_running(struct tmpl *t, const struct node *list, struct page_master *m)
{
	struct running *out;

	if (!option_is_list(t, list, "running"))
		return;
	out = arena_array(t->arena, list->count, sizeof *out);
	for (size_t i = 0; i < list->count; i++) {
		out[i].style = style_find(t, NULL, "running");
		read_running_line(t, list->items[i], &out[i]);
	}
	m->running = out;
	m->running_count = list->count;
}

static const struct page_master *find(struct tmpl *t, const struct node *name)
{
	const char *word = option_word(t, name, "master");
	const char **names = arena_array(t->arena, t->masters.count, sizeof *names);

	for (size_t i = 0; word && i < t->masters.count; i++) {
		names[i] = t->masters.items[i].name;
		if (!strcmp(names[i], word))
			return &t->masters.items[i];
	}
	if (word)
		DIAG(t->diag, TEMPLATE_MASTER, name->pos, word, option_hint(t, word, names, t->masters.count));
	return NULL;
}

/* Room for text must be left on the page. */
static void check(struct tmpl *t, const struct page_master *m, struct pos pos)
{
	if (m->top < 0 || m->right < 0 || m->bottom < 0 || m->left < 0 || m->gap < 0 ||
	    m->width - m->left - m->right - m->gap < 72000 || m->height - m->top - m->bottom < 72000)
		DIAG(t->diag, TEMPLATE_PAGE, pos, m->name);
}

/* What differs where two languages stand side by side: half of the page is a narrow measure, all of it a wide one. */
static void read_parallel(struct tmpl *t, const struct node *node, struct page_master *m)
{
	const struct node *margins;
	struct page_master side = *m;

	if (!option_is_map(t, node, "parallel"))
		return;
	option_keys(t, node, "parallel", parallel_keys, COUNT_OF(parallel_keys));
	if ((margins = node_find(node, "margins")))
		read_margins(t, margins, &side);
	read_points(t, node, "gap", &side.gap);
	check(t, &side, node->pos);
	if (t->parallel)
		*m = side;
}

static void load_one(struct tmpl *t, const struct node_entry *entry)
{
	const struct node *node = entry->value, *value;
	struct page_master m = {.width = sizes[0].width, .height = sizes[0].height, .numbered = true};

	if (!option_is_map(t, node, entry->key->text))
		return;
	option_keys(t, node, entry->key->text, keys, COUNT_OF(keys));
	if ((value = node_find(node, "like"))) {
		const struct page_master *base = find(t, value);

		if (base)
			m = *base;
	}
	m.name = entry->key->text;
	if ((value = node_find(node, "size")))
		read_size(t, value, &m);
	read_points(t, node, "width", &m.width);
	read_points(t, node, "height", &m.height);
	if ((value = node_find(node, "margins")))
		read_margins(t, value, &m);
	read_points(t, node, "gap", &m.gap);
	if ((value = node_find(node, "parallel")))
		read_parallel(t, value, &m);
	if ((value = node_find(node, "columns")))
		read_columns(t, value, &m);
	if ((value = node_find(node, "mirrored")))
		option_bool(t, value, "mirrored", &m.mirrored);
	if ((value = node_find(node, "numbered")))
		option_bool(t, value, "numbered", &m.numbered);
	if ((value = node_find(node, "decorations")))
		read_decorations(t, value, &m);
	if ((value = node_find(node, "running")))
		read_running(t, value, &m);
	check(t, &m, entry->key->pos);
	*LIST_ADD(t->arena, &t->masters) = m;
}

void master_load(struct tmpl *t)
{
	const struct node *map = node_find(t->root, "masters");

	if (!map) {
		DIAG(t->diag, TEMPLATE_MISSING, t->pos, "template", "masters");
		return;
	}
	if (!option_is_map(t, map, "masters"))
		return;
	for (size_t i = 0; i < map->count; i++)
		load_one(t, &map->entries[i]);
	if (!map->count)
		DIAG(t->diag, TEMPLATE_MISSING, map->pos, "template", "masters");
}

const char *master_name(struct tmpl *t, const struct node *node)
{
	const struct page_master *m = find(t, node);

	return m ? m->name : NULL;
}
