/*
 * Arena and growing list. An arena is a chain of zeroed chunks; the newest serves requests from its free end. A
 * request larger than a chunk gets a block of its own.
 */
#include "base.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_SANITIZER
#endif
#endif
#if defined(WITH_SANITIZER) || defined(__SANITIZE_ADDRESS__)
enum { CHUNK_BYTES = 1 }; /* every request alone, so that the sanitizer sees its ends */
#else
enum { CHUNK_BYTES = 64 * 1024 };
#endif
enum { LARGE_LIST = 1 << 20 }; /* bytes from which a list grows by a quarter: half of it would stay empty */

struct chunk {
	struct chunk *next;
	size_t len, cap;
	max_align_t data[];
};

/* Blocks of their own stand in a ring. */
struct ring {
	struct ring *next, *before;
};

struct block {
	struct ring ring;
	max_align_t data[];
};

struct arena {
	struct chunk *newest, *spare;
	struct ring blocks;
	size_t used;
};

struct arena *arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		fatal_memory(sizeof *arena);
	arena->blocks.next = arena->blocks.before = &arena->blocks;
	return arena;
}

static void free_chunks(struct chunk *c)
{
	for (struct chunk *next; c; c = next) {
		next = c->next;
		free(c);
	}
}

static void free_blocks(struct arena *arena)
{
	for (struct ring *b = arena->blocks.next, *next; b != &arena->blocks; b = next) {
		next = b->next;
		free(b);
	}
	arena->blocks.next = arena->blocks.before = &arena->blocks;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	free_chunks(arena->newest);
	free_chunks(arena->spare);
	free_blocks(arena);
	free(arena);
}

void arena_clear(struct arena *arena)
{
	free_blocks(arena);
	for (struct chunk *c = arena->newest, *next; c; c = next) {
		next = c->next;
		memset(c->data, 0, c->len);
		c->len = 0;
		c->next = arena->spare;
		arena->spare = c;
	}
	arena->newest = NULL;
	arena->used = 0;
}

void arena_join(struct arena *arena, struct arena *other)
{
	struct chunk **last = &other->newest;
	struct ring *ring = &arena->blocks, *first = other->blocks.next, *final = other->blocks.before;

	while (*last)
		last = &(*last)->next;
	*last = arena->newest;
	arena->newest = other->newest;
	if (first != &other->blocks) {
		first->before = ring->before;
		ring->before->next = first;
		final->next = ring;
		ring->before = final;
	}
	arena->used += other->used;
	free_chunks(other->spare);
	free(other);
}

static struct chunk *add_chunk(struct arena *arena)
{
	struct chunk *c = arena->spare;

	if (c)
		arena->spare = c->next;
	else if (!(c = calloc(1, sizeof *c + CHUNK_BYTES)))
		fatal_memory(CHUNK_BYTES);
	c->cap = CHUNK_BYTES;
	c->next = arena->newest;
	return arena->newest = c;
}

static void *add_block(struct arena *arena, size_t size)
{
	struct block *b = size > SIZE_MAX - sizeof *b ? NULL : calloc(1, sizeof *b + size);

	if (!b)
		fatal_memory(size);
	b->ring = (struct ring){&arena->blocks, arena->blocks.before};
	b->ring.before->next = arena->blocks.before = &b->ring;
	arena->used += size;
	return b->data;
}

static size_t rounded(size_t size)
{
	const size_t unit = _Alignof(max_align_t);

	if (size > SIZE_MAX - unit)
		fatal_memory(size);
	return size ? (size + unit - 1) / unit * unit : unit;
}

void *arena_alloc(struct arena *arena, size_t wanted)
{
	size_t size = rounded(wanted);
	struct chunk *c = arena->newest;
	void *start;

	if (size > CHUNK_BYTES)
		return add_block(arena, size);
	if (!c || c->cap - c->len < size)
		c = add_chunk(arena);
	start = (char *)c->data + c->len;
	c->len += size;
	arena->used += size;
	return start;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		fatal_memory(SIZE_MAX);
	return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		fatal_memory(len);
	copy = arena_alloc(arena, len + 1);
	if (len)
		memcpy(copy, text, len);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		BUG("format \"%s\" cannot be printed", format);
	text = arena_alloc(arena, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}

void *list_grow(struct arena *arena, void *items, size_t count, size_t *cap, size_t size)
{
	size_t len = *cap * size;
	void *larger;

	if (count < *cap)
		return items;
	if (*cap > SIZE_MAX / 2 / size)
		fatal_memory(SIZE_MAX);
	*cap = !*cap ? 8 : len < LARGE_LIST ? *cap * 2 : *cap + *cap / 4;
	larger = arena_array(arena, *cap, size);
	if (count)
		memcpy(larger, items, count * size);
	return larger;
}
