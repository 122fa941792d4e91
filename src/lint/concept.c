/*
 * What a pack has names for: parties, bodies, people, instruments, forums, terms. Records that share a name in any
 * language are one concept. The forms of a language stand in a tree of letters without spaces, hyphens and middle dots,
 * so that 국빈방문 and 국빈 방문 are found as the same.
 */
#include "lint_int.h"

#include <string.h>

enum {
	CONCEPT_LETTERS = 240, /* of a form; longer ones are not looked for */
	CONCEPT_LEAST = 2,     /* bytes of the shortest */
	CONCEPT_SAME = 8       /* concepts that may share a form */
};

struct concept_node {
	unsigned char letter;
	uint32_t child, next; /* 0: none */
	uint32_t form;        /* 1 + index of the form that ends here */
};

struct concept_tree {
	LIST(struct concept_node) nodes; /* [0] is the root */
	uint32_t first[256];             /* children of the root by their letter */
};

struct concepts {
	struct arena *arena;
	size_t lang_count;
	LIST(struct concept) items;
	LIST(struct concept_form) forms;
	struct map *named[MODEL_LANGS]; /* letters of a full name -> its concept */
	struct map *ids;                /* id of a record -> 1 + its concept */
	struct concept_tree trees[MODEL_LANGS];
};

/* ---- letters ---- */

static bool concept_skipped(uint32_t c)
{
	return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '-' || c == 0x2010 || c == 0x2011 ||
	       c == 0x2013 || c == 0xB7 || c == 0x318D || c == 0x2027 || c == 0x30FB || c == 0xAD;
}

/* The next letter of a text as bytes in `letter`; their count, 0 for what does not count. */
static size_t concept_letter(const char **at, const char *end, char letter[4])
{
	const char *from = *at;
	uint32_t c = utf8_next(at, end);
	size_t len = (size_t)(*at - from);

	if (concept_skipped(c))
		return 0;
	memcpy(letter, from, len);
	if (c >= 'A' && c <= 'Z')
		letter[0] = (char)(c - 'A' + 'a');
	if (c == 0x2019)
		letter[0] = '\'';
	return c == 0x2019 ? 1 : len;
}

static size_t concept_letters(const char *text, char *letters)
{
	const char *at = text, *end = text + strlen(text);
	size_t count = 0;

	while (at < end && count + 4 <= CONCEPT_LETTERS)
		count += concept_letter(&at, end, letters + count);
	return at < end ? 0 : count;
}

/* ---- the tree ---- */

static uint32_t concept_child(const struct concept_tree *tree, uint32_t node, unsigned char letter)
{
	uint32_t child = node ? tree->nodes.items[node].child : tree->first[letter];

	while (node && child && tree->nodes.items[child].letter != letter)
		child = tree->nodes.items[child].next;
	return child;
}

/* Another form with the same letters: of another concept, or it is not kept. */
static void concept_same(struct concepts *c, uint32_t first, uint32_t form)
{
	struct concept_form *last = &c->forms.items[first - 1];

	for (int others = 0; last->concept != c->forms.items[form - 1].concept; others++) {
		if (others == CONCEPT_SAME)
			return;
		if (!last->next) {
			last->next = form;
			return;
		}
		last = &c->forms.items[last->next - 1];
	}
}

static void concept_plant(struct concepts *c, size_t lang, const char *letters, size_t count, uint32_t form)
{
	struct concept_tree *tree = &c->trees[lang];
	uint32_t node = 0;

	for (size_t i = 0; i < count; i++) {
		uint32_t child = concept_child(tree, node, (unsigned char)letters[i]);

		if (!child) {
			child = (uint32_t)tree->nodes.count;
			*LIST_ADD(c->arena, &tree->nodes) =
				(struct concept_node){(unsigned char)letters[i], 0, tree->nodes.items[node].child, 0};
			tree->nodes.items[node].child = child;
			if (!node)
				tree->first[(unsigned char)letters[i]] = child;
		}
		node = child;
	}
	if (tree->nodes.items[node].form)
		concept_same(c, tree->nodes.items[node].form, form);
	else
		tree->nodes.items[node].form = form;
}

/* ---- collecting ---- */

/* Whether a short form is no more than the first words of the full one; such words mean other things too. */
static bool concept_leads(const char *text, const char *full)
{
	size_t len = strlen(text);

	return strlen(full) > len && !memcmp(full, text, len) && full[len] == ' ';
}

static void concept_form_add(struct concepts *c, uint32_t concept, size_t lang, const char *text, bool is_short)
{
	char letters[CONCEPT_LETTERS];
	size_t count = concept_letters(text, letters);

	if (!c->items.items[concept].forms[lang])
		c->items.items[concept].forms[lang] = text;
	if (is_short)
		c->items.items[concept].shorts[lang] = text;
	if (count < CONCEPT_LEAST)
		return;
	*LIST_ADD(c->arena, &c->forms) =
		(struct concept_form){.text = text,
				      .len = strlen(text),
				      .concept = concept,
				      .is_short = is_short,
				      .vague = c->items.items[concept].kind == CONCEPT_KIND ||
					       (is_short && concept_leads(text, c->items.items[concept].forms[lang])),
				      .acronym = marks_acronym(text, strlen(text)) && !strchr(text, ' ')};
	concept_plant(c, lang, letters, count, (uint32_t)c->forms.count);
}

static uint32_t concept_of(struct concepts *c, const struct value *name, enum concept_kind kind)
{
	char letters[CONCEPT_LETTERS];

	for (size_t lang = 0; lang < c->lang_count; lang++) {
		size_t count = concept_letters(name->as.text.lang[lang], letters);
		uintptr_t known = count ? (uintptr_t)map_find(c->named[lang], letters, count) : 0;

		if (known)
			return (uint32_t)known - 1;
	}
	*LIST_ADD(c->arena, &c->items) = (struct concept){.kind = kind, .name = name};
	return (uint32_t)c->items.count - 1;
}

static uint32_t concept_add(struct concepts *c, const struct value *name, const struct value *abbreviation,
			    enum concept_kind kind)
{
	char letters[CONCEPT_LETTERS];
	uint32_t concept;

	concept = concept_of(c, name, kind);
	for (size_t lang = 0; lang < c->lang_count; lang++) {
		size_t count = concept_letters(name->as.text.lang[lang], letters);

		concept_form_add(c, concept, lang, name->as.text.lang[lang], false);
		if (count)
			map_put(c->named[lang], letters, count, (void *)((uintptr_t) concept + 1));
		if (abbreviation)
			concept_form_add(c, concept, lang, abbreviation->as.text.lang[lang], true);
	}
	return concept;
}

/* Links a person to the body it leads or works for. */
static void concept_link(struct concepts *c, uint32_t person, const struct value *record)
{
	const struct value *name = value_field(value_field(record, "body"), "name");
	uint32_t concept;

	c->items.items[person].office = value_field(record, "office");
	if (!name || c->items.items[person].people)
		return;
	concept = concept_of(c, name, CONCEPT_BODY);
	if (concept == person)
		return;
	c->items.items[person].people = c->items.items[concept].people;
	c->items.items[concept].people = person + 1;
}

/*
 * Renderings that a term forbids, in whatever language they are; the concept keeps the term's own name for the remedy.
 */
static void concept_avoid(struct concepts *c, const struct value *term)
{
	const struct value *avoid = value_field(term, "avoid"), *name = value_field(term, "term");

	for (size_t i = 0; name && i < value_count(avoid); i++) {
		*LIST_ADD(c->arena, &c->items) = (struct concept){.kind = CONCEPT_AVOID, .name = name};
		for (size_t lang = 0; lang < c->lang_count; lang++)
			concept_form_add(c, (uint32_t)c->items.count - 1, lang, value_at(avoid, i)->as.string, false);
	}
}

static void concept_list(struct concepts *c, const struct value *list, const char *name, const char *abbreviation,
			 enum concept_kind kind)
{
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *record = value_at(list, i), *own = value_field(record, name);
		const char *id = record->as.record.id;
		uint32_t concept;

		concept_avoid(c, record);
		if (!own)
			continue;
		concept = concept_add(c, own, value_field(record, abbreviation), kind);
		concept_link(c, concept, record);
		if (id && kind != CONCEPT_KIND)
			map_put(c->ids, id, strlen(id), (void *)((uintptr_t) concept + 1));
	}
}

/* ---- names of the world ---- */

static uint32_t concept_world_of(struct concepts *c, const struct node *entry, const struct pack *pack)
{
	char letters[CONCEPT_LETTERS];

	for (size_t lang = 0; lang < pack->lang_count; lang++) {
		const struct node *forms = node_find(entry, pack->langs[lang].key);

		for (size_t i = 0; forms && forms->kind == NODE_SEQ && i < forms->count; i++) {
			size_t count = concept_letters(forms->items[i]->text, letters);
			uintptr_t known = count ? (uintptr_t)map_find(c->named[lang], letters, count) : 0;

			if (known)
				return (uint32_t)known - 1;
		}
	}
	*LIST_ADD(c->arena, &c->items) = (struct concept){.kind = CONCEPT_WORLD};
	return (uint32_t)c->items.count - 1;
}

/* An entry that no language of the pack lacks; forms of a name that the pack has itself only answer. */
static void concept_world_entry(struct concepts *c, const struct node *entry, const struct pack *pack)
{
	uint32_t concept;

	for (size_t lang = 0; lang < pack->lang_count; lang++) {
		const struct node *forms = node_find(entry, pack->langs[lang].key);

		if (!forms || forms->kind != NODE_SEQ || !forms->count)
			return;
	}
	concept = concept_world_of(c, entry, pack);
	for (size_t lang = 0; lang < pack->lang_count; lang++) {
		const struct node *forms = node_find(entry, pack->langs[lang].key);
		bool own = c->items.items[concept].kind != CONCEPT_WORLD;

		for (size_t i = 0; i < forms->count; i++) {
			size_t before = c->forms.count;

			if (forms->items[i]->kind == NODE_SCALAR && forms->items[i]->len)
				concept_form_add(c, concept, lang,
						 nfc_text(c->arena, forms->items[i]->text, forms->items[i]->len),
						 false);
			if (c->forms.count > before) {
				c->forms.items[before].vague = own;
				c->forms.items[before].world = true;
			}
		}
	}
}

void concepts_world(struct concepts *c, struct diag *diag, const struct pack *pack, const char *path)
{
	const struct node *root = source_read(c->arena, diag, path), *list = root ? node_find(root, "names") : NULL;

	if (root && (!list || list->kind != NODE_SEQ))
		DIAG(diag, RULE_FORM, root->pos, "names");
	for (size_t i = 0; list && list->kind == NODE_SEQ && i < list->count; i++)
		if (list->items[i]->kind == NODE_MAP)
			concept_world_entry(c, list->items[i], pack);
}

struct concepts *concepts_of(struct arena *arena, const struct pack *pack)
{
	static const struct {
		const char *list, *name, *abbreviation;
		enum concept_kind kind;
	} lists[] = {
		{"parties", "name", "short", CONCEPT_PARTY},
		{"bodies", "name", "short", CONCEPT_BODY},
		{"people", "name", "short", CONCEPT_PERSON},
		{"instruments", "title", "short", CONCEPT_NAME},
		{"governance.before", "name", "short", CONCEPT_NAME},
		{"governance.after", "name", "short", CONCEPT_NAME},
		{"glossary", "term", "short", CONCEPT_TERM},
		{"instruments", "kind", "none", CONCEPT_KIND},
	};
	struct concepts *c = arena_alloc(arena, sizeof *c);

	c->arena = arena;
	c->lang_count = pack->lang_count;
	c->ids = map_new(arena);
	for (size_t lang = 0; lang < pack->lang_count; lang++) {
		c->named[lang] = map_new(arena);
		*LIST_ADD(arena, &c->trees[lang].nodes) = (struct concept_node){0};
	}
	for (size_t i = 0; i < COUNT_OF(lists); i++)
		concept_list(c, value_path(pack->root, lists[i].list), lists[i].name, lists[i].abbreviation,
			     lists[i].kind);
	return c;
}

/* ---- finding ---- */

uint32_t concepts_with_id(const struct concepts *c, const char *id, size_t len)
{
	return (uint32_t)(uintptr_t)map_find(c->ids, id, len);
}

size_t concepts_count(const struct concepts *c)
{
	return c->items.count;
}

struct concept *concepts_at(const struct concepts *c, uint32_t index)
{
	return &c->items.items[index];
}

struct concept_form *concepts_form(const struct concepts *c, uint32_t index)
{
	return &c->forms.items[index];
}

/* All forms that begin at a byte of a text, the shortest first. */
static void concept_from(const struct concepts *c, size_t lang, const char *text, size_t len, size_t start,
			 struct arena *arena, struct concept_hits *hits)
{
	const struct concept_tree *tree = &c->trees[lang];
	const char *at = text + start, *end = text + len;
	uint32_t node = 0;

	while (at < end) {
		char letter[4];
		size_t bytes = concept_letter(&at, end, letter);

		if (!bytes && !node)
			return; /* a form begins with a letter */
		for (size_t i = 0; i < bytes; i++) {
			node = concept_child(tree, node, (unsigned char)letter[i]);
			if (!node)
				return;
		}
		if (bytes && tree->nodes.items[node].form)
			*LIST_ADD(arena, hits) = (struct concept_hit){tree->nodes.items[node].form - 1, (uint32_t)start,
								      (uint32_t)(at - text), false, false};
	}
}

static bool concept_inner(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

void concepts_find(const struct concepts *c, size_t lang, const char *text, size_t len, struct arena *arena,
		   struct concept_hits *hits)
{
	const char *at = text, *end = text + len;

	for (; at < end; at++) {
		bool inside = at > text && concept_inner(at[-1]) && concept_inner(*at); /* of a Latin word */

		if (!inside && ((unsigned char)*at & 0xC0) != 0x80)
			concept_from(c, lang, text, len, (size_t)(at - text), arena, hits);
	}
}
