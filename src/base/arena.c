/*
 * Arena and growing list. An arena is a chain of zeroed chunks; the newest serves requests from its free end. A
 * request larger than a chunk gets one of its own, put behind the newest so that its free end stays in use.
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

struct chunk {
	struct chunk *next;
	size_t len, cap;
	max_align_t data[];
};

struct arena {
	struct chunk *newest;
	size_t used;
};

struct arena *arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		fatal_memory(sizeof *arena);
	return arena;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct chunk *c = arena->newest, *next; c; c = next) {
		next = c->next;
		free(c);
	}
	free(arena);
}

void arena_join(struct arena *arena, struct arena *other)
{
	struct chunk **last = &other->newest;

	while (*last)
		last = &(*last)->next;
	if (arena->newest) {
		*last = arena->newest->next;
		arena->newest->next = other->newest;
	} else {
		arena->newest = other->newest;
	}
	arena->used += other->used;
	free(other);
}

/* Adds a chunk with room for `size` bytes and returns it. */
static struct chunk *add_chunk(struct arena *arena, size_t size)
{
	size_t cap = size > CHUNK_BYTES ? size : CHUNK_BYTES;
	struct chunk *c;

	if (cap > SIZE_MAX - sizeof *c || !(c = calloc(1, sizeof *c + cap)))
		fatal_memory(cap);
	c->cap = cap;
	if (cap > CHUNK_BYTES && arena->newest) {
		c->next = arena->newest->next;
		arena->newest->next = c;
	} else {
		c->next = arena->newest;
		arena->newest = c;
	}
	return c;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	struct chunk *c = arena->newest;
	void *start;

	if (size > SIZE_MAX - unit)
		fatal_memory(size);
	size = size ? (size + unit - 1) / unit * unit : unit;
	if (!c || c->cap - c->len < size)
		c = add_chunk(arena, size);
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
	void *larger;

	if (count < *cap)
		return items;
	if (*cap > SIZE_MAX / 2)
		fatal_memory(SIZE_MAX);
	*cap = *cap ? *cap * 2 : 8;
	larger = arena_array(arena, *cap, size);
	if (count)
		memcpy(larger, items, count * size);
	return larger;
}
