/*
 * Which translations were read and accepted. A side file keeps a hash of each side of an accepted text under its path,
 * without the place in a list, so that entries may be moved and added. If one side changes later and the other does
 * not, the translation is stale; differences that were accepted are not shown again until a side changes.
 */
#include "lint_int.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { REVIEWED_MOST = 1 << 24, REVIEWED_PARTS = 5 }; /* bytes of a file; words of a line */

struct reviewed_entry {
	const char *path, *langs[2];
	uint64_t hashes[2];
	bool taken; /* a text has both hashes */
};

struct reviewed {
	struct map *exact;    /* all of an entry -> it */
	struct map *sides[2]; /* an entry without the hash of the other side -> it, the last one of several */
};

/* FNV-1a with a last mixing, so that short texts differ in all their digits. */
static uint64_t reviewed_hash(const char *text)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001B3u;
	hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCDu;
	return hash ^ hash >> 33;
}

static const char *reviewed_key(struct arena *arena, const struct reviewed_entry *e, bool first, bool second)
{
	return arena_printf(arena, "%s %s %016" PRIx64 " %s %016" PRIx64, e->path, e->langs[0],
			    first ? e->hashes[0] : 0, e->langs[1], second ? e->hashes[1] : 0);
}

static void reviewed_put(struct arena *arena, struct map *map, struct reviewed_entry *e, bool first, bool second)
{
	const char *key = reviewed_key(arena, e, first, second);

	map_put(map, key, strlen(key), e);
}

static struct reviewed_entry *reviewed_find(struct arena *arena, const struct map *map, const struct reviewed_entry *e,
					    bool first, bool second)
{
	const char *key = reviewed_key(arena, e, first, second);

	return map_find(map, key, strlen(key));
}

/* ---- reading ---- */

static bool reviewed_number(const char *word, uint64_t *hash)
{
	char *end;

	if (strlen(word) != 16 || strspn(word, "0123456789abcdef") != 16)
		return false;
	*hash = strtoull(word, &end, 16);
	return !*end;
}

static bool reviewed_line(struct arena *arena, struct reviewed *r, char *line)
{
	struct reviewed_entry *e = arena_alloc(arena, sizeof *e);
	const char *words[REVIEWED_PARTS + 1] = {0};
	size_t count = 0;
	char *rest = NULL;

	for (char *word = strtok_r(line, " ", &rest); word && count <= REVIEWED_PARTS;
	     word = strtok_r(NULL, " ", &rest))
		words[count++] = word;
	if (count != REVIEWED_PARTS || !reviewed_number(words[2], &e->hashes[0]) ||
	    !reviewed_number(words[4], &e->hashes[1]))
		return false;
	e->path = words[0];
	e->langs[0] = words[1];
	e->langs[1] = words[3];
	reviewed_put(arena, r->exact, e, true, true);
	reviewed_put(arena, r->sides[0], e, true, false);
	reviewed_put(arena, r->sides[1], e, false, true);
	return true;
}

static struct reviewed *reviewed_new(struct arena *arena)
{
	struct reviewed *r = arena_alloc(arena, sizeof *r);

	r->exact = map_new(arena);
	r->sides[0] = map_new(arena);
	r->sides[1] = map_new(arena);
	return r;
}

struct reviewed *reviewed_read(struct arena *arena, struct diag *diag, const char *path)
{
	struct source_file *file = arena_alloc(arena, sizeof *file);
	char *text, *rest = NULL;
	struct reviewed *r;
	size_t len;
	uint32_t line = 1;

	if (file_read(arena, path, REVIEWED_MOST, &text, &len) != FILE_OK)
		return NULL;
	r = reviewed_new(arena);
	*file = (struct source_file){arena_strdup(arena, path), arena_strndup(arena, text, len), len};
	for (char *row = text; row && *row; row = rest, line++) {
		rest = strchr(row, '\n');
		if (rest)
			*rest++ = '\0';
		if (*row && *row != '#' && !reviewed_line(arena, r, row))
			DIAG0(diag, REVIEWED_FORM, ((struct pos){file, line, 1}));
	}
	return r;
}

/* ---- the texts of a pack ---- */

/* Without the number of an entry in its list: background[1] and background[2] share a path. */
static const char *reviewed_path(struct arena *arena, const char *path)
{
	char *bare = arena_strdup(arena, path);
	size_t count = 0;

	for (; *path; path++) {
		if (*path == '[')
			while (*path && *path != ']')
				path++;
		else
			bare[count++] = *path;
		if (!*path)
			break;
	}
	bare[count] = '\0';
	return bare;
}

static struct reviewed_entry reviewed_entry(struct arena *arena, const struct pack *pack, const struct lint_pair *pair)
{
	return (struct reviewed_entry){
		.path = reviewed_path(arena, pair->path),
		.langs = {pack->langs[pair->lang].key, pack->langs[pair->other].key},
		.hashes = {reviewed_hash(pair->text->as.text.lang[pair->lang]),
			   reviewed_hash(pair->text->as.text.lang[pair->other])},
	};
}

bool reviewed_is(struct reviewed *r, struct lint_run *run, const struct lint_pair *pair)
{
	struct reviewed_entry own;
	struct reviewed_entry *found;

	if (!r)
		return false;
	own = reviewed_entry(run->arena, run->pack, pair);
	found = reviewed_find(run->arena, r->exact, &own, true, true);
	if (found)
		found->taken = true;
	return found != NULL;
}

static void reviewed_stale(struct lint_run *run, const struct lint_pair *pair, size_t changed, size_t kept)
{
	const struct analyser *a = run->analysers[changed], *b = run->analysers[kept];
	const char *const keys[] = {run->pack->langs[changed].key, run->pack->langs[kept].key};

	LINT(run, PARITY_STALE, pair->text, changed, 0, (uint32_t)strlen(pair->text->as.text.lang[changed]),
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), a ? a->name_en : keys[0], a ? a->name_ko : keys[0]),
	     arena_printf(run->arena, DIAG_BOTH("%s", "%s"), b ? b->name_en : keys[1], b ? b->name_ko : keys[1]));
	lint_note(run, pair->text, kept, 0, "this side was not changed", "이쪽은 바뀌지 않았습니다");
}

void reviewed_check(struct reviewed *r, struct lint_run *run)
{
	for (size_t i = 0; r && i < run->pairs.count; i++)
		(void)reviewed_is(r, run, &run->pairs.items[i]);
	for (size_t i = 0; r && i < run->pairs.count; i++) {
		const struct lint_pair *pair = &run->pairs.items[i];
		struct reviewed_entry own = reviewed_entry(run->arena, run->pack, pair);
		const struct reviewed_entry *first = reviewed_find(run->arena, r->sides[0], &own, true, false);
		const struct reviewed_entry *second = reviewed_find(run->arena, r->sides[1], &own, false, true);

		if (reviewed_find(run->arena, r->exact, &own, true, true))
			continue;
		if (first && !first->taken)
			reviewed_stale(run, pair, pair->other, pair->lang);
		else if (second && !second->taken)
			reviewed_stale(run, pair, pair->lang, pair->other);
	}
}

/* ---- writing ---- */

const char *lint_reviewed_path(struct arena *arena, const char *pack)
{
	return file_is_dir(pack) ? file_join(arena, pack, "reviewed.lock") : arena_printf(arena, "%s.reviewed", pack);
}

static int reviewed_order(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Texts about which a difference was found. */
static struct map *reviewed_open(struct arena *arena, const struct lint_result *result)
{
	struct map *open = map_new(arena);

	for (size_t i = 0; i < result->mark_count; i++) {
		const struct lint_mark *mark = &result->marks[i];

		if (!strncmp(diag_entry_at(mark->code)->name, "PARITY_", strlen("PARITY_")))
			map_put(open, (const char *)&mark->text, sizeof mark->text, (void *)(uintptr_t)mark);
	}
	return open;
}

size_t lint_accept(struct arena *arena, const struct pack *pack, const struct lint_result *result, bool all,
		   struct buf *out)
{
	struct map *open = reviewed_open(arena, result);
	const char **rows = arena_array(arena, result->pair_count, sizeof *rows);
	size_t count = 0, left = 0;

	for (size_t i = 0; i < result->pair_count; i++) {
		const struct lint_pair *pair = &result->pairs[i];
		struct reviewed_entry own = reviewed_entry(arena, pack, pair);

		if (!all && map_find(open, (const char *)&pair->text, sizeof pair->text))
			left++;
		else
			rows[count++] = reviewed_key(arena, &own, true, true);
	}
	if (count)
		qsort(rows, count, sizeof *rows, reviewed_order);
	buf_puts(out, "# Texts whose languages were compared and accepted: path, then language and hash of each side.\n"
		      "# Written by `bifolio check --accept`; keep it beside the pack.\n");
	for (size_t i = 0; i < count; i++)
		if (!i || strcmp(rows[i], rows[i - 1]) != 0)
			buf_printf(out, "%s\n", rows[i]);
	return left;
}
