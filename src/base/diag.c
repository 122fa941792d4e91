/*
 * The list of findings of a job, and the table that diag_list.h makes. A finding is kept once: adding an equal one
 * again changes nothing, and a note that follows it goes the same way; so do notes to findings past the first
 * DIAG_KEPT.
 */
#include "diag.h"
#include "diag_int.h"

#include <string.h>

static const struct diag_entry entries[] = {
#define X(code, level, en, ko, help) {#code, DIAG_##level, en, ko, help},
#include "diag_list.h"
#undef X
};

struct diag *diag_new(struct arena *arena)
{
	struct diag *diag = arena_alloc(arena, sizeof *diag);

	diag->arena = arena;
	diag->known = map_new(arena);
	return diag;
}

/* How many arguments the phrase has places for: one more than its highest place. */
static size_t places(const char *phrase)
{
	size_t count = 0;

	for (const char *at = strchr(phrase, '{'); at; at = strchr(at + 1, '{'))
		if (at[1] >= '0' && at[1] <= '9' && at[2] == '}' && (size_t)(at[1] - '0') >= count)
			count = (size_t)(at[1] - '0') + 1;
	return count;
}

/* Everything that makes a finding what it is, as one key. */
static void put_key(struct buf *key, enum diag_code code, struct pos pos, const char *const *args)
{
	buf_printf(key, "%d %u %u %s", (int)code, (unsigned int)pos.line, (unsigned int)pos.column,
		   pos.file ? pos.file->path : "");
	for (size_t i = 0; args[i]; i++) {
		buf_putc(key, '\1');
		buf_puts(key, args[i]);
	}
}

static const char *const *copy_args(struct arena *arena, const char *const *args)
{
	LIST(const char *) copy = {0};

	for (; *args; args++)
		*LIST_ADD(arena, &copy) = arena_strdup(arena, *args);
	*LIST_ADD(arena, &copy) = NULL;
	return copy.items;
}

static void check_args(const struct diag_entry *entry, const char *const *args)
{
	size_t count = 0;

	while (args[count])
		count++;
	if (count < places(entry->en) || count < places(entry->ko))
		BUG("too few arguments for %s", entry->name);
}

/* A finding that is not known yet. */
static void keep(struct diag *diag, struct finding finding, const struct buf *key)
{
	struct finding *f;

	diag->counts[diag_entry_at(finding.code)->level]++;
	if (map_count(diag->known) >= DIAG_KEPT) {
		diag->more++;
		return;
	}
	f = arena_alloc(diag->arena, sizeof *f);
	*f = finding;
	f->args = copy_args(diag->arena, finding.args);
	f->order = map_count(diag->known);
	map_put(diag->known, key->data, key->len, f);
	diag->last = f;
}

void diag_add(struct diag *diag, enum diag_code code, struct pos pos, const char *const *args)
{
	const struct diag_entry *entry = diag_entry_at(code);
	struct buf key = {0};

	check_args(entry, args);
	put_key(&key, code, pos, args);
	diag->errors_added += entry->level >= DIAG_ERROR;
	diag->last = NULL;
	if (!map_find(diag->known, key.data, key.len))
		keep(diag, (struct finding){.code = code, .pos = pos, .args = args}, &key);
	buf_free(&key);
}

void diag_note(struct diag *diag, struct pos pos, const char *en, const char *ko)
{
	struct finding_note *note;

	if (!diag->last)
		return;
	note = LIST_ADD(diag->arena, &diag->last->notes);
	*note = (struct finding_note){pos, arena_strdup(diag->arena, en), arena_strdup(diag->arena, ko)};
}

void diag_take(struct diag *diag, const struct diag *from)
{
	for (size_t i = 0; i < map_count(from->known); i++) {
		const struct finding *f = map_value_at(from->known, i);

		diag_add(diag, f->code, f->pos, f->args);
		for (size_t k = 0; k < f->notes.count; k++)
			diag_note(diag, f->notes.items[k].pos, f->notes.items[k].en, f->notes.items[k].ko);
	}
	diag->last = NULL;
	if (!from->more)
		return;
	diag->more += from->more;
	for (size_t level = 0; level < COUNT_OF(diag->counts); level++)
		if (diag->counts[level] < from->counts[level])
			diag->counts[level] = from->counts[level];
}

enum diag_level diag_worst(const struct diag *diag)
{
	for (int level = DIAG_SYSTEM; level > DIAG_STYLE; level--)
		if (diag->counts[level])
			return (enum diag_level)level;
	return DIAG_STYLE;
}

size_t diag_count(const struct diag *diag, enum diag_level at_least)
{
	size_t count = 0;

	for (int level = (int)at_least; level <= DIAG_SYSTEM; level++)
		count += diag->counts[level];
	return count;
}

bool diag_failed(const struct diag *diag)
{
	return diag_worst(diag) >= DIAG_ERROR;
}

size_t diag_errors_added(const struct diag *diag)
{
	return diag->errors_added;
}

enum exit_status diag_exit_status(const struct diag *diag)
{
	if (!diag_failed(diag))
		return EXIT_DONE;
	return diag_worst(diag) == DIAG_SYSTEM ? EXIT_IO : EXIT_PACK;
}

const struct diag_entry *diag_entry_find(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(entries); i++)
		if (!strcmp(entries[i].name, name))
			return &entries[i];
	return NULL;
}

const struct diag_entry *diag_entry_at(enum diag_code code)
{
	if ((size_t)code >= COUNT_OF(entries))
		BUG("no finding has the number %d", (int)code);
	return &entries[code];
}
