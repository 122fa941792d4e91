/*
 * libyaml's events to a tree of nodes. Collections are read by descent, which the depth limit bounds. A trouble of the
 * text itself ends the reading; everything else is reported and read over, so that one run shows all of it.
 *
 * Aliases cost nothing here, as the anchored node is used again, but whoever walks the tree meets that node again and
 * again. So its size and height, aliases expanded, are kept with the anchor and count at every alias.
 */
#include "source_int.h"

#include <string.h>
#include <yaml.h>

struct anchor {
	const struct node *node;
	size_t size, height; /* of the node, aliases expanded */
	bool open;           /* its node is still being read */
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct source_lines *lines;
	yaml_parser_t parser;
	struct map *anchors;   /* name -> struct anchor */
	size_t size;           /* nodes so far, aliases expanded */
	size_t depth, deepest; /* now; and the most since an anchor reset it */
	bool stopped;          /* nothing more can be read; a finding says why */
};

static const struct node *read_node(struct reader *, const yaml_event_t *);

/* Takes the next event, which the caller deletes. False if reading has stopped. */
static bool next_event(struct reader *r, yaml_event_t *event)
{
	const yaml_parser_t *p = &r->parser;

	if (r->stopped)
		return false;
	if (yaml_parser_parse(&r->parser, event))
		return true;
	r->stopped = true;
	if (p->error == YAML_MEMORY_ERROR)
		fatal_memory(0);
	yaml_words_report(r->diag, r->lines,
			  &(struct yaml_trouble){p->problem ? p->problem : "", p->context, p->problem_mark.index,
						 p->context_mark.index});
	return false;
}

static struct pos place_of(const struct reader *r, const yaml_event_t *event)
{
	return source_pos(r->lines, event->start_mark.index);
}

/* Counts `size` more nodes that reach `height` levels below the present one. False if that passes a limit. */
static bool grow(struct reader *r, struct pos pos, size_t size, size_t height)
{
	r->size += size;
	if (r->depth + height > r->deepest)
		r->deepest = r->depth + height;
	if (r->size <= SOURCE_NODES && r->depth + height <= SOURCE_DEPTH)
		return true;
	if (r->size > SOURCE_NODES)
		DIAG(r->diag, LIMIT_NODES, pos, arena_printf(r->arena, "%d", SOURCE_NODES));
	else
		DIAG(r->diag, LIMIT_DEPTH, pos, arena_printf(r->arena, "%d", SOURCE_DEPTH));
	r->stopped = true;
	return false;
}

static struct node *node_new(struct reader *r, enum node_kind kind, struct pos pos)
{
	struct node *node = arena_alloc(r->arena, sizeof *node);

	node->kind = kind;
	node->pos = pos;
	node->text = "";
	return node;
}

/* A tag may only say what is plain to see. Returns its last part, such as "int", or NULL. */
static const char *check_tag(struct reader *r, const yaml_char_t *tag, enum node_kind kind, struct pos pos)
{
	static const char core[] = "tag:yaml.org,2002:";
	static const struct {
		const char *name;
		enum node_kind kind;
	} known[] = {
		{"str", NODE_SCALAR},  {"int", NODE_SCALAR}, {"float", NODE_SCALAR}, {"bool", NODE_SCALAR},
		{"null", NODE_SCALAR}, {"seq", NODE_SEQ},    {"map", NODE_MAP},
	};
	const char *text = (const char *)tag, *name = NULL;

	if (!text)
		return NULL;
	if (!strncmp(text, core, sizeof core - 1))
		name = text + sizeof core - 1;
	for (size_t i = 0; name && i < COUNT_OF(known); i++)
		if (kind == known[i].kind && !strcmp(name, known[i].name))
			return known[i].name;
	DIAG(r->diag, YAML_TAG, pos, name ? arena_printf(r->arena, "!!%s", name) : text);
	return NULL;
}

/* An escape in a double-quoted text can name a character that no text may hold. */
static void check_escapes(struct reader *r, const struct node *node)
{
	const char *at = node->text, *end = node->text + node->len;

	while (at < end) {
		uint32_t c = utf8_next(&at, end);

		if ((c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F && c != 0x85) || c == 0xFEFF ||
		    c == 0xFFFE || c == 0xFFFF) {
			DIAG(r->diag, BAD_CHARACTER, node->pos, arena_printf(r->arena, "U+%04X", (unsigned int)c));
			return;
		}
	}
}

static const struct node *read_scalar(struct reader *r, const yaml_event_t *event)
{
	struct node *node = node_new(r, NODE_SCALAR, place_of(r, event));
	const char *tag = check_tag(r, event->data.scalar.tag, NODE_SCALAR, node->pos);

	node->text = arena_strndup(r->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
	node->len = event->data.scalar.length;
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (tag)
		node->plain = strcmp(tag, "str") != 0;
	if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		check_escapes(r, node);
	return node;
}

static void read_items(struct reader *r, struct node *seq)
{
	LIST(const struct node *) items = {0};
	yaml_event_t event;

	while (next_event(r, &event)) {
		bool ended = event.type == YAML_SEQUENCE_END_EVENT;
		const struct node *item = ended ? NULL : read_node(r, &event);

		yaml_event_delete(&event);
		if (ended)
			break;
		if (item)
			*LIST_ADD(r->arena, &items) = item;
	}
	seq->items = items.items;
	seq->count = items.count;
}

/* Whether the entry may stand in its mapping; `known` holds the keys that do. */
static bool check_key(struct reader *r, struct map **known, const struct node *key)
{
	const struct node *first;

	if (key->lost)
		return false;
	if (key->kind != NODE_SCALAR || (key->plain && !key->len)) {
		DIAG0(r->diag, YAML_KEY, key->pos);
		return false;
	}
	if (key->plain && !strcmp(key->text, "<<")) {
		DIAG0(r->diag, YAML_MERGE, key->pos);
		return false;
	}
	if (!*known)
		*known = map_new(r->arena);
	first = map_find(*known, key->text, key->len);
	if (first) {
		DIAG(r->diag, DUPLICATE_KEY, key->pos, key->text);
		diag_note(r->diag, first->pos, "the first one stands here", "첫 번째 키는 여기에 있습니다");
		return false;
	}
	map_put(*known, key->text, key->len, (void *)(uintptr_t)key);
	return true;
}

static void read_entries(struct reader *r, struct node *map)
{
	LIST(struct node_entry) entries = {0};
	struct map *known = NULL;
	yaml_event_t event;

	while (next_event(r, &event)) {
		bool ended = event.type == YAML_MAPPING_END_EVENT;
		const struct node *key = ended ? NULL : read_node(r, &event), *value;

		yaml_event_delete(&event);
		if (ended || !next_event(r, &event))
			break;
		value = read_node(r, &event);
		yaml_event_delete(&event);
		if (key && value && check_key(r, &known, key))
			*LIST_ADD(r->arena, &entries) = (struct node_entry){key, value};
	}
	map->entries = entries.items;
	map->count = entries.count;
}

static const struct node *read_collection(struct reader *r, const yaml_event_t *event)
{
	bool seq = event->type == YAML_SEQUENCE_START_EVENT;
	struct node *node = node_new(r, seq ? NODE_SEQ : NODE_MAP, place_of(r, event));

	check_tag(r, seq ? event->data.sequence_start.tag : event->data.mapping_start.tag, node->kind, node->pos);
	r->depth++;
	if (grow(r, node->pos, 0, 0)) {
		if (seq)
			read_items(r, node);
		else
			read_entries(r, node);
	}
	r->depth--;
	return node;
}

/* Stands in place of a value that a finding is about, so that nobody misses it too. */
static const struct node *lost_node(struct reader *r, struct pos pos)
{
	struct node *node = node_new(r, NODE_SCALAR, pos);

	node->plain = true;
	node->lost = true;
	return node;
}

static const struct node *read_alias(struct reader *r, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	const struct anchor *anchor = map_find(r->anchors, name, strlen(name));
	struct pos pos = place_of(r, event);

	if (!anchor) {
		DIAG(r->diag, ALIAS_UNKNOWN, pos, name);
		return lost_node(r, pos);
	}
	if (anchor->open) {
		DIAG(r->diag, ALIAS_CYCLE, pos, name);
		return lost_node(r, pos);
	}
	return grow(r, pos, anchor->size, anchor->height) ? anchor->node : NULL;
}

static const char *anchor_name(const yaml_event_t *event)
{
	if (event->type == YAML_SCALAR_EVENT)
		return (const char *)event->data.scalar.anchor;
	if (event->type == YAML_SEQUENCE_START_EVENT)
		return (const char *)event->data.sequence_start.anchor;
	return (const char *)event->data.mapping_start.anchor;
}

static const struct node *read_fresh(struct reader *r, const yaml_event_t *event)
{
	if (!grow(r, place_of(r, event), 1, 0))
		return NULL;
	return event->type == YAML_SCALAR_EVENT ? read_scalar(r, event) : read_collection(r, event);
}

/* Reads the node that an event begins. NULL if reading has stopped. */
static const struct node *read_node(struct reader *r, const yaml_event_t *event)
{
	size_t size = r->size, deepest = r->deepest;
	const struct node *node;
	struct anchor *anchor;
	const char *name;

	if (event->type == YAML_ALIAS_EVENT)
		return read_alias(r, event);
	name = anchor_name(event);
	if (!name)
		return read_fresh(r, event);
	anchor = arena_alloc(r->arena, sizeof *anchor);
	anchor->open = true;
	map_put(r->anchors, name, strlen(name), anchor);
	r->deepest = r->depth;
	node = read_fresh(r, event);
	*anchor = (struct anchor){node, r->size - size, r->deepest - r->depth, false};
	if (deepest > r->deepest)
		r->deepest = deepest;
	return node;
}

/* An empty document counts as a mapping without entries. */
static const struct node *read_document(struct reader *r)
{
	const struct node *root = NULL;
	yaml_event_t event;

	if (!next_event(r, &event))
		return NULL;
	root = read_node(r, &event);
	yaml_event_delete(&event);
	if (root && root->kind == NODE_SCALAR && root->plain && !root->len)
		return node_new(r, NODE_MAP, source_pos(r->lines, 0));
	return root;
}

/* Reads up to the end of the first document, and looks whether another follows. */
static const struct node *read_stream(struct reader *r)
{
	const struct node *root = NULL;
	yaml_event_t event;
	bool ended = false;

	while (!ended && next_event(r, &event)) {
		if (event.type == YAML_DOCUMENT_START_EVENT && root) {
			DIAG0(r->diag, YAML_DOCUMENT, place_of(r, &event));
			ended = true;
		} else if (event.type == YAML_DOCUMENT_START_EVENT) {
			root = read_document(r);
		}
		ended = ended || event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	if (r->stopped)
		return NULL;
	return root ? root : node_new(r, NODE_MAP, source_pos(r->lines, 0));
}

const struct node *yaml_to_tree(struct arena *arena, struct diag *diag, const struct source_lines *lines)
{
	struct reader r = {.arena = arena, .diag = diag, .lines = lines, .anchors = map_new(arena)};
	const struct node *root;

	if (!yaml_parser_initialize(&r.parser))
		fatal_memory(sizeof r.parser);
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)lines->file->text, lines->file->len);
	root = read_stream(&r);
	yaml_parser_delete(&r.parser);
	return root;
}
