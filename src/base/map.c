/*
 * Text to pointer. Entries stand in a list in order of insertion; a table of positions in that list, open-addressed
 * with linear steps and at most half full, finds them. Hash: FNV-1a (Fowler, Noll, Vo).
 */
#include "base.h"

#include <string.h>

struct entry {
	const char *key;
	size_t len;
	uint64_t hash;
	void *value;
};

/* Most keys that are not sought are told by a part of their hash, before their entry is looked at. */
struct slot {
	uint32_t part;
	uint32_t entry; /* 0: free; else 1 + position in entries */
};

struct map {
	struct arena *arena;
	LIST(struct entry) entries;
	struct slot *slots;
	size_t slot_count; /* a power of two */
};

struct map *map_new(struct arena *arena)
{
	struct map *map = arena_alloc(arena, sizeof *map);

	map->arena = arena;
	map->slot_count = 16;
	map->slots = arena_array(arena, map->slot_count, sizeof *map->slots);
	return map;
}

static uint64_t hash_of(const char *key, size_t len)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)key[i]) * 0x100000001B3u;
	return hash ^ hash >> 32;
}

static uint32_t part_of(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* The slot that holds the key, or the free one where it belongs. */
static struct slot *slot_of(const struct map *map, const char *key, size_t len, uint64_t hash)
{
	size_t mask = map->slot_count - 1;

	for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
		struct slot *slot = &map->slots[i];
		const struct entry *e;

		if (!slot->entry)
			return slot;
		if (slot->part != part_of(hash))
			continue;
		e = &map->entries.items[slot->entry - 1];
		if (e->hash == hash && e->len == len && !memcmp(e->key, key, len))
			return slot;
	}
}

static void double_slots(struct map *map)
{
	map->slot_count *= 2;
	map->slots = arena_array(map->arena, map->slot_count, sizeof *map->slots);
	for (size_t i = 0; i < map->entries.count; i++) {
		const struct entry *e = &map->entries.items[i];

		*slot_of(map, e->key, e->len, e->hash) = (struct slot){part_of(e->hash), (uint32_t)i + 1};
	}
}

void *map_put(struct map *map, const char *key, size_t len, void *value)
{
	uint64_t hash = hash_of(key, len);
	struct slot *slot = slot_of(map, key, len, hash);
	struct entry *e;

	if (slot->entry) {
		void *before = map->entries.items[slot->entry - 1].value;

		map->entries.items[slot->entry - 1].value = value;
		return before;
	}
	if (map->entries.count >= UINT32_MAX)
		fatal_memory(SIZE_MAX);
	e = LIST_ADD(map->arena, &map->entries);
	*e = (struct entry){arena_strndup(map->arena, key, len), len, hash, value};
	*slot = (struct slot){part_of(hash), (uint32_t)map->entries.count};
	if (map->entries.count * 2 > map->slot_count)
		double_slots(map);
	return NULL;
}

void *map_find(const struct map *map, const char *key, size_t len)
{
	const struct slot *slot = slot_of(map, key, len, hash_of(key, len));

	return slot->entry ? map->entries.items[slot->entry - 1].value : NULL;
}

size_t map_count(const struct map *map)
{
	return map->entries.count;
}

const char *map_key_at(const struct map *map, size_t index)
{
	return map->entries.items[index].key;
}

void *map_value_at(const struct map *map, size_t index)
{
	return map->entries.items[index].value;
}
