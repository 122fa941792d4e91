/*
 * Nodes to typed values, as the schema has it. A value that is wrong is reported and left out, and the building goes on
 * beside it, so that one run shows all that is wrong.
 */
#include "locale.h"
#include "model_int.h"

#include <string.h>

enum { SUGGESTED_MAX = 100 };

struct value *build_new(struct builder *b, enum value_kind kind, struct pos pos)
{
	struct value *value = arena_alloc(b->arena, sizeof *value);

	value->kind = kind;
	value->pos = pos;
	return value;
}

const char *build_join(struct arena *arena, const char *const *words, size_t count)
{
	struct buf buf = {0};
	const char *joined;

	for (size_t i = 0; i < count; i++) {
		buf_puts(&buf, i ? ", " : "");
		buf_puts(&buf, words[i]);
	}
	joined = arena_strndup(arena, buf.data ? buf.data : "", buf.len);
	buf_free(&buf);
	return joined;
}

bool build_may_suggest(const struct builder *b)
{
	return b->suggested < SUGGESTED_MAX;
}

const char *build_nearest(struct builder *b, const char *word, const char *const *candidates, size_t count)
{
	if (!build_may_suggest(b))
		return NULL;
	b->suggested++;
	return suggest_nearest(word, candidates, count);
}

const char *build_article(struct arena *arena, const char *name)
{
	return arena_printf(arena, DIAG_BOTH("%s %s", "%s"), strchr("aeiou", name[0]) ? "an" : "a", name, name);
}

void build_wrong_type(struct builder *b, const struct node *node, const char *name, enum node_kind wanted)
{
	static const char *const words[] = {
		[NODE_SCALAR] = DIAG_BOTH("a text", "글"),
		[NODE_SEQ] = DIAG_BOTH("a list", "목록"),
		[NODE_MAP] = DIAG_BOTH("a mapping", "매핑"),
	};

	if (node_is_null(node))
		DIAG(b->diag, EMPTY_VALUE, node->pos, name);
	else
		DIAG(b->diag, WRONG_TYPE, node->pos, name, words[wanted], words[node->kind]);
}

/* Runs of white space become one space; there is none at either end. No-break spaces are left alone. */
static const char *fold(struct arena *arena, const char *text, size_t len)
{
	char *folded = arena_strndup(arena, text, len);
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		if (!strchr(" \t\r\n", text[i]))
			folded[count++] = text[i];
		else if (count && folded[count - 1] != ' ')
			folded[count++] = ' ';
	}
	while (count && folded[count - 1] == ' ')
		count--;
	folded[count] = '\0';
	return folded;
}

const char *build_scalar(struct builder *b, const struct node *node, const char *name)
{
	const char *text;

	if (node->kind != NODE_SCALAR || node_is_null(node)) {
		build_wrong_type(b, node, name, NODE_SCALAR);
		return NULL;
	}
	text = nfc_text(b->arena, node->text, node->len);
	text = fold(b->arena, text, strlen(text));
	if (*text)
		return text;
	DIAG(b->diag, EMPTY_VALUE, node->pos, name);
	return NULL;
}

/* ---- languages ---- */

static void add_language(struct builder *b, const struct node *node)
{
	const char *tag = node->lost ? NULL : build_scalar(b, node, "languages"), *key;
	size_t len;

	if (!tag)
		return;
	if (!validate_language(tag, &len)) {
		DIAG(b->diag, LANGUAGE_FORM, node->pos, tag);
		return;
	}
	key = arena_strndup(b->arena, tag, len);
	for (size_t i = 0; i < b->lang_count; i++) {
		if (strcmp(b->langs[i].key, key) != 0)
			continue;
		DIAG(b->diag, LANGUAGE_TWICE, node->pos, key);
		diag_note(b->diag, b->lang_at[i], "it is declared first here", "처음 선언은 여기에 있습니다");
		return;
	}
	if (locale_right_to_left(tag))
		DIAG(b->diag, LANGUAGE_DIRECTION, node->pos, tag);
	if (b->lang_count == MODEL_LANGS) {
		DIAG(b->diag, LANGUAGE_COUNT, node->pos, arena_printf(b->arena, "%d", MODEL_LANGS));
		return;
	}
	b->langs[b->lang_count] = (struct pack_lang){key, tag};
	b->lang_at[b->lang_count++] = node->pos;
}

void build_languages(struct builder *b, const struct node *root)
{
	const struct node *languages = node_find(root, "languages");

	if (languages && languages->kind == NODE_SEQ)
		for (size_t i = 0; i < languages->count; i++)
			add_language(b, languages->items[i]);
}

/* ---- single values ---- */

struct form {
	bool (*is_right)(const char *);
	enum diag_code code;
};

/* The forms of strings by kind of field; a kind without one takes any text. */
static const struct form forms[] = {
	[FIELD_ID] = {validate_id, DIAG_ID_FORM},
	[FIELD_URL] = {validate_url, DIAG_URL_FORM},
	[FIELD_EMAIL] = {validate_email, DIAG_EMAIL_FORM},
	[FIELD_PHONE] = {validate_phone, DIAG_PHONE_FORM},
	[FIELD_TIME] = {validate_time, DIAG_TIME_FORM},
	[FIELD_RECORD] = {NULL, DIAG_CODES},
};

static struct value *build_string(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const struct form *form = &forms[field->kind];
	const char *text = build_scalar(b, node, field->name);
	struct value *value;

	if (!text)
		return NULL;
	if (form->is_right && !form->is_right(text))
		diag_add(b->diag, form->code, node->pos, (const char *const[]){text, NULL});
	value = build_new(b, VALUE_STRING, node->pos);
	value->as.string = text;
	return value;
}

static struct value *build_choice(struct builder *b, const struct schema_field *field, const struct node *node)
{
	struct value *value = build_string(b, field, node);
	const char *nearest;
	size_t count = 0;

	if (!value)
		return NULL;
	for (; field->choices[count]; count++)
		if (!strcmp(field->choices[count], value->as.string))
			return value;
	nearest = build_nearest(b, value->as.string, field->choices, count);
	if (nearest)
		DIAG(b->diag, CHOICE_NEAR, node->pos, value->as.string, nearest);
	else
		DIAG(b->diag, CHOICE_FORM, node->pos, value->as.string, build_join(b->arena, field->choices, count));
	return NULL;
}

static struct value *build_zone(struct builder *b, const struct schema_field *field, const struct node *node)
{
	struct value *value = build_string(b, field, node);
	const char *nearest;

	if (!value || zone_known(value->as.string))
		return value;
	nearest = build_may_suggest(b) ? zone_nearest(b->arena, value->as.string) : NULL;
	b->suggested++;
	if (nearest)
		DIAG(b->diag, ZONE_NEAR, node->pos, value->as.string, nearest);
	else
		DIAG(b->diag, ZONE_UNKNOWN, node->pos, value->as.string);
	return NULL;
}

/* A known word, or a text of the pack's own. */
static struct value *build_marking(struct builder *b, const struct schema_field *field, const struct node *node)
{
	return node->kind == NODE_SCALAR ? build_string(b, field, node) : langtext_build(b, field, node);
}

static struct value *build_int(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const char *text = build_scalar(b, node, field->name);
	struct value *value = build_new(b, VALUE_INT, node->pos);

	if (!text)
		return NULL;
	if (node_int(node, &value->as.integer))
		return value;
	DIAG(b->diag, INT_FORM, node->pos, text);
	return NULL;
}

static struct value *build_number(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const char *text = build_scalar(b, node, field->name);
	struct value *value = build_new(b, VALUE_NUMBER, node->pos);

	if (!text)
		return NULL;
	if (number_read(text, &value->as.number))
		return value;
	DIAG(b->diag, NUMBER_FORM, node->pos, text);
	return NULL;
}

static struct value *build_bool(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const char *text = build_scalar(b, node, field->name);
	struct value *value = build_new(b, VALUE_BOOL, node->pos);

	if (!text)
		return NULL;
	if (node_bool(node, &value->as.truth))
		return value;
	DIAG(b->diag, BOOL_FORM, node->pos, text);
	return NULL;
}

static struct value *build_date(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const char *text = build_scalar(b, node, field->name);
	struct value *value = build_new(b, VALUE_DATE, node->pos);

	if (!text)
		return NULL;
	if (!date_read(text, &value->as.date))
		DIAG(b->diag, DATE_FORM, node->pos, text);
	else if (!date_exists(&value->as.date))
		DIAG(b->diag, DATE_CALENDAR, node->pos, text);
	else
		return value;
	return NULL;
}

static struct value *build_pending(struct builder *b, const struct schema_field *field, const struct node *node)
{
	bool ref = field->kind == FIELD_REF;
	const char *text = build_scalar(b, node, field->name);
	struct value *value;

	if (!text)
		return NULL;
	value = build_new(b, ref ? VALUE_REF : VALUE_PATH, node->pos);
	if (ref)
		value->as.ref.id = text;
	else
		value->as.path.path = text;
	*LIST_ADD(b->arena, &b->pending) = (struct pending){value, field};
	return value;
}

static struct value *build_nested(struct builder *b, const struct schema_field *field, const struct node *node)
{
	return build_record(b, schema_find(field->target), node, field->list ? field->target : field->name);
}

static struct value *(*const builders[])(struct builder *, const struct schema_field *, const struct node *) = {
	[FIELD_TEXT] = langtext_build, [FIELD_STATEMENT] = langtext_build,
	[FIELD_STRING] = build_string, [FIELD_ID] = build_string,
	[FIELD_INT] = build_int,       [FIELD_NUMBER] = build_number,
	[FIELD_BOOL] = build_bool,     [FIELD_DATE] = build_date,
	[FIELD_LANGUAGE] = build_string, [FIELD_URL] = build_string,
	[FIELD_EMAIL] = build_string,  [FIELD_PHONE] = build_string,
	[FIELD_TIME] = build_string,   [FIELD_ZONE] = build_zone,
	[FIELD_MARKING] = build_marking,
	[FIELD_CHOICE] = build_choice, [FIELD_REF] = build_pending,
	[FIELD_PATH] = build_pending,  [FIELD_RECORD] = build_nested,
	[FIELD_PICTURE] = artfile_build,
};
_Static_assert(COUNT_OF(builders) == FIELD_RECORD + 1, "one builder a kind of field");

/* ---- lists and records ---- */

/* A bare text that is for some readers only stands in a mapping; records and texts have a key for that. */
static const struct node *build_bare(const struct schema_field *field, const struct node *node)
{
	bool is_map = field->kind == FIELD_RECORD || field->kind == FIELD_TEXT || field->kind == FIELD_STATEMENT;

	return is_map ? node : audience_inner(node);
}

static struct value *build_list(struct builder *b, const struct schema_field *field, const struct node *node)
{
	struct value *list = build_new(b, VALUE_LIST, node->pos);
	const struct value **items = arena_array(b->arena, node->count, sizeof *items);
	size_t count = 0;

	if (!node->count && field->required) {
		DIAG(b->diag, EMPTY_LIST, node->pos, field->name);
		audience_note(b->view, audience_find(b->view, node->pos, NULL));
	}
	for (size_t i = 0; i < node->count; i++) {
		const struct node *node_item = build_bare(field, node->items[i]);
		const struct value *item = node_item->lost ? NULL : builders[field->kind](b, field, node_item);

		if (item)
			items[count++] = item;
	}
	list->as.list.items = items;
	list->as.list.count = count;
	return list;
}

struct value *build_refs(struct builder *b, const struct schema_field *field, const struct node *node)
{
	struct value *list;
	const struct value **items;

	if (node->kind == NODE_SEQ)
		return build_list(b, field, node);
	items = arena_array(b->arena, 1, sizeof *items);
	items[0] = build_pending(b, field, node);
	if (!items[0])
		return NULL;
	list = build_new(b, VALUE_LIST, node->pos);
	list->as.list.items = items;
	list->as.list.count = 1;
	return list;
}

static struct value *build_field(struct builder *b, const struct schema_field *field, const struct node *node)
{
	node = build_bare(field, node);
	if (node->lost)
		return NULL;
	if (node_is_null(node)) {
		DIAG(b->diag, EMPTY_VALUE, node->pos, field->name);
		return NULL;
	}
	if (!field->list)
		return builders[field->kind](b, field, node);
	if (node->kind == NODE_SEQ)
		return build_list(b, field, node);
	if (field->kind == FIELD_REF && node->kind == NODE_SCALAR)
		return build_refs(b, field, node);
	build_wrong_type(b, node, field->name, NODE_SEQ);
	return NULL;
}

static void check_keys(struct builder *b, const struct schema_record *schema, const struct node *node)
{
	const char **names = arena_array(b->arena, schema->count, sizeof *names), *nearest;
	const char *type = build_article(b->arena, schema->name);

	for (size_t i = 0; i < schema->count; i++)
		names[i] = schema->fields[i].name;
	for (size_t i = 0; i < node->count; i++) {
		const struct node *key = node->entries[i].key;

		if (schema_field_find(schema, key->text) || !strcmp(key->text, audience_key))
			continue;
		nearest = build_nearest(b, key->text, names, schema->count);
		if (nearest)
			DIAG(b->diag, UNKNOWN_KEY_NEAR, key->pos, key->text, type, nearest);
		else
			DIAG(b->diag, UNKNOWN_KEY, key->pos, key->text, type,
			     build_join(b->arena, names, schema->count));
	}
}

static void missing(struct builder *b, const struct schema_record *schema, const struct node *node, const char *key)
{
	DIAG(b->diag, MISSING_KEY, node->pos, schema->name, key);
	audience_note(b->view, audience_find(b->view, node->pos, key));
}

static void register_id(struct builder *b, struct value *record, const struct value *id)
{
	const struct value *first = map_find(b->ids, id->as.string, strlen(id->as.string));

	record->as.record.id = id->as.string;
	if (!first) {
		map_put(b->ids, id->as.string, strlen(id->as.string), record);
		return;
	}
	DIAG(b->diag, ID_TAKEN, id->pos, id->as.string);
	diag_note(b->diag, value_field(first, "id")->pos, "it is taken here", "여기에서 쓰고 있습니다");
}

struct value *build_record(struct builder *b, const struct schema_record *schema, const struct node *node,
			   const char *name)
{
	struct value *record;
	const struct value **fields, *id;
	size_t errors = diag_errors_added(b->diag);

	if (node->kind != NODE_MAP) {
		build_wrong_type(b, node, name, NODE_MAP);
		return NULL;
	}
	check_keys(b, schema, node);
	if (!strcmp(schema->name, "chart"))
		node = chartfile_expand(b, node);
	record = build_new(b, VALUE_RECORD, node->pos);
	fields = arena_array(b->arena, schema->count, sizeof *fields);
	record->as.record.schema = schema;
	record->as.record.fields = fields;
	for (size_t i = 0; i < schema->count; i++) {
		const struct schema_field *field = &schema->fields[i];
		const struct node *value = node_find(node, field->name);

		if (value)
			fields[i] = build_field(b, field, value);
		else if (field->required)
			missing(b, schema, node, field->name);
	}
	id = value_field(record, "id");
	if (id)
		register_id(b, record, id);
	rules_check_priority(b, value_field(record, "priority"));
	if (diag_errors_added(b->diag) != errors)
		map_put(b->flawed, (const char *)&record, sizeof record, record);
	return record;
}
