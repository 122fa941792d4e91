/*
 * Reads the file of languages. Its shape is described at its own head; here it is held to it, and the phrases of all
 * languages to the same places as those of the first one.
 */
#include "locale.h"
#include "locale_int.h"

#include <string.h>

struct loader {
	struct arena *arena;
	struct diag *diag;
	const char *lang; /* now being read */
};

static void complain(struct loader *l, struct pos pos, const char *name)
{
	DIAG(l->diag, LOCALE_FORM, pos, name, l->lang);
}

/* A value of a mapping that must be of a kind; NULL after a finding, for which `path` names it. */
static const struct node *part(struct loader *l, const struct node *map, const char *key, enum node_kind kind,
			       const char *path)
{
	const struct node *node = node_find(map, key);

	if (node && node->kind == kind)
		return node;
	complain(l, node ? node->pos : map->pos, path);
	return NULL;
}

/* A text as it stands, white space included, in NFC; "" after a finding. */
static const char *text_of(struct loader *l, const struct node *map, const char *key, const char *path)
{
	const struct node *node = part(l, map, key, NODE_SCALAR, path);

	return node ? nfc_text(l->arena, node->text, node->len) : "";
}

/* ... that may be left out: "" then. */
static const char *option_of(struct loader *l, const struct node *map, const char *key, const char *path)
{
	return node_find(map, key) ? text_of(l, map, key, path) : "";
}

static void read_names(struct loader *l, const struct node *root, const char *key, size_t count, const char **forms[2])
{
	static const char *const keys[] = {"long", "short"};
	const struct node *both = part(l, root, key, NODE_MAP, key);

	for (size_t form = 0; both && form < 2; form++) {
		const char *path = arena_printf(l->arena, "%s.%s", key, keys[form]);
		const struct node *list = part(l, both, keys[form], NODE_SEQ, path);

		if (list && list->count != count)
			complain(l, list->pos, path);
		for (size_t i = 0; list && i < list->count && i < count; i++) {
			const struct node *item = list->items[i];

			if (item->kind == NODE_SCALAR && item->len)
				forms[form][i] = nfc_text(l->arena, item->text, item->len);
			else
				complain(l, item->pos, path);
		}
	}
}

static void read_dates(struct loader *l, const struct node *root, struct locale *locale)
{
	static const char *const forms[] = {"long", "short", "full"}, *const precisions[] = {"year", "month", "day"};
	const struct node *dates = part(l, root, "dates", NODE_MAP, "dates");

	_Static_assert(COUNT_OF(forms) == LOCALE_FORMS && COUNT_OF(precisions) == LOCALE_PRECISIONS,
		       "all forms of dates");
	if (!dates)
		return;
	for (size_t f = 0; f < COUNT_OF(forms); f++) {
		const char *path = arena_printf(l->arena, "dates.%s", forms[f]);
		const struct node *form = part(l, dates, forms[f], NODE_MAP, path);

		for (size_t p = 0; form && p < COUNT_OF(precisions); p++)
			locale->dates[f][p] =
				text_of(l, form, precisions[p], arena_printf(l->arena, "%s.%s", path, precisions[p]));
	}
	locale->about = text_of(l, dates, "about", "dates.about");
	locale->first_day = option_of(l, dates, "first_day", "dates.first_day");
}

static void read_numbers(struct loader *l, const struct node *root, struct locale *locale)
{
	const struct node *numbers = part(l, root, "numbers", NODE_MAP, "numbers"), *group, *from;

	if (!numbers)
		return;
	locale->separator = text_of(l, numbers, "separator", "numbers.separator");
	locale->decimal = text_of(l, numbers, "decimal", "numbers.decimal");
	locale->minus = text_of(l, numbers, "minus", "numbers.minus");
	group = node_find(numbers, "group");
	if (!group || !node_int(group, &locale->group) || locale->group < 1)
		complain(l, group ? group->pos : numbers->pos, "numbers.group");
	from = node_find(numbers, "from");
	if (from && (!node_int(from, &locale->from) || locale->from < 0))
		complain(l, from->pos, "numbers.from");
}

static void read_quotes(struct loader *l, const struct node *root, struct locale *locale)
{
	const struct node *quotes = node_find(root, "quotes");

	locale->dash = option_of(l, root, "dash", "dash");
	if (!quotes)
		return;
	if (quotes->kind != NODE_SEQ || quotes->count != LOCALE_QUOTES) {
		complain(l, quotes->pos, "quotes");
		return;
	}
	for (size_t i = 0; i < LOCALE_QUOTES; i++) {
		const struct node *item = quotes->items[i];

		if (item->kind != NODE_SCALAR || !item->len)
			complain(l, item->pos, "quotes");
		locale->quotes[i] = item->kind == NODE_SCALAR ? nfc_text(l->arena, item->text, item->len) : "";
	}
}

static void read_phrases(struct loader *l, const struct node *root, struct locale *locale)
{
	const struct node *phrases = part(l, root, "phrases", NODE_MAP, "phrases");

	for (size_t i = 0; phrases && i < phrases->count; i++) {
		const struct node *key = phrases->entries[i].key;
		const char *text = text_of(l, phrases, key->text, key->text);

		map_put(locale->phrases, key->text, key->len, (void *)(uintptr_t)text);
	}
}

static void read_language(struct loader *l, const struct node_entry *entry, struct locale *locale)
{
	const struct node *root = entry->value;

	l->lang = entry->key->text;
	*locale = (struct locale){.key = l->lang, .phrases = map_new(l->arena)};
	if (root->kind != NODE_MAP) {
		complain(l, root->pos, l->lang);
		return;
	}
	locale->name = text_of(l, root, "name", "name");
	read_names(l, root, "months", LOCALE_MONTHS, (const char **[]){locale->months[0], locale->months[1]});
	read_names(l, root, "weekdays", LOCALE_WEEKDAYS, (const char **[]){locale->weekdays[0], locale->weekdays[1]});
	read_dates(l, root, locale);
	read_numbers(l, root, locale);
	read_quotes(l, root, locale);
	read_phrases(l, root, locale);
}

/* ---- all languages alike ---- */

/* Whether every {place} of one pattern stands in the other too. */
static bool has_places(const char *pattern, const char *other)
{
	for (const char *at = strchr(pattern, '{'); at; at = strchr(at + 1, '{')) {
		size_t len = strcspn(at, "}") + 1;
		bool found = false;

		for (const char *in = strchr(other, '{'); in && !found; in = strchr(in + 1, '{'))
			found = !strncmp(at, in, len);
		if (!found)
			return false;
	}
	return true;
}

/*
 * The phrases of `locale` against those of `model`: none may lack a place. One that a language does not have is reported
 * where it is needed (CHART_NO_PHRASE): other languages are set without it.
 */
static void compare(struct loader *l, struct pos pos, const struct locale *locale, const struct locale *model)
{
	l->lang = locale->key;
	for (size_t i = 0; i < map_count(model->phrases); i++) {
		const char *key = map_key_at(model->phrases, i), *wanted = map_value_at(model->phrases, i);
		const char *found = map_find(locale->phrases, key, strlen(key));

		if (found && !has_places(wanted, found))
			complain(l, pos, arena_printf(l->arena, "phrases.%s", key));
	}
}

const struct locale_set *locale_read(struct arena *arena, struct diag *diag, const char *path)
{
	struct loader l = {.arena = arena, .diag = diag, .lang = "-"};
	size_t errors = diag_errors_added(diag);
	const struct node *root = source_read(arena, diag, path), *languages;
	struct locale_set *set = arena_alloc(arena, sizeof *set);
	struct locale *items;

	if (!root)
		return NULL;
	languages = part(&l, root, "languages", NODE_MAP, "languages");
	if (!languages)
		return NULL;
	items = arena_array(arena, languages->count, sizeof *items);
	for (size_t i = 0; i < languages->count; i++)
		read_language(&l, &languages->entries[i], &items[i]);
	for (size_t i = 1; i < languages->count; i++) {
		compare(&l, languages->entries[i].value->pos, &items[i], &items[0]);
		compare(&l, languages->entries[0].value->pos, &items[0], &items[i]);
	}
	*set = (struct locale_set){items, languages->count};
	return diag_errors_added(diag) == errors ? set : NULL;
}
