/*
 * base: memory, text buffers, lists, maps, UTF-8 and files. Every stage may include it; it includes no stage.
 *
 * Memory. One arena holds all that a job makes; nothing in it is freed singly, arena_free() frees it all. Out of
 * memory never returns: the process ends with status 4 and a message (batch runs each job in a child for that reason).
 * Text is UTF-8. Strings are NUL-terminated; where a length stands beside a pointer the text may not be.
 */
#ifndef BASE_H
#define BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#if defined(__GNUC__)
#define BASE_PRINTF(f, a) __attribute__((format(printf, f, a)))
#define BASE_NORETURN __attribute__((noreturn))
#define BASE_USE_RESULT __attribute__((warn_unused_result))
#else
#define BASE_PRINTF(f, a)
#define BASE_NORETURN
#define BASE_USE_RESULT
#endif

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Exit statuses of the program; scripts rely on them. */
enum exit_status {
	EXIT_DONE = 0,
	EXIT_PACK = 1,   /* the pack has errors; nothing was written */
	EXIT_USAGE = 2,
	EXIT_IO = 3,
	EXIT_FAULT = 4   /* out of resources, or a fault of the program */
};

/* ---- fatal (fatal.c) ---- */

/* A broken invariant of the program: prints where, ends with EXIT_FAULT. */
#define BUG(...) fatal_bug(__FILE__, __LINE__, __VA_ARGS__)
BASE_NORETURN void fatal_bug(const char *file, int line, const char *format, ...) BASE_PRINTF(3, 4);
BASE_NORETURN void fatal_memory(size_t wanted);

/* ---- arena (arena.c) ---- */

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *);                       /* NULL is allowed */
void arena_clear(struct arena *);                      /* forgets all that it holds, to hold other things */
void arena_join(struct arena *, struct arena *other);  /* takes over all that the other holds; that one is gone */
void *arena_alloc(struct arena *, size_t size);        /* zeroed, aligned for any type; size 0 gives a valid pointer */
void *arena_array(struct arena *, size_t count, size_t size); /* zeroed; overflow of count * size is fatal */
char *arena_strdup(struct arena *, const char *);
char *arena_strndup(struct arena *, const char *, size_t len);
char *arena_printf(struct arena *, const char *format, ...) BASE_PRINTF(2, 3);
size_t arena_used(const struct arena *);               /* bytes handed out, for --stats and tests */

/* ---- list: a growing array in an arena (arena.c) ---- */

/* LIST(struct event) events; then: struct event *e = LIST_ADD(arena, &events); read .items[0 .. .count-1]. */
#define LIST(type)                                                                                                     \
	struct {                                                                                                       \
		type *items;                                                                                           \
		size_t count, cap;                                                                                     \
	}
/* The address of a new zeroed item (what stood there before, if count was set back); older items may have moved. */
#define LIST_ADD(arena, list)                                                                                          \
	(((list)->count < (list)->cap) ? (void)0                                                                       \
				       : (void)((list)->items = list_grow((arena), (list)->items, (list)->count,         \
									  &(list)->cap, sizeof *(list)->items)),         \
	 &(list)->items[(list)->count++])
void *list_grow(struct arena *, void *items, size_t count, size_t *cap, size_t size);

/* ---- map: text to pointer, insertion order kept (map.c) ---- */

struct map;

struct map *map_new(struct arena *);
/* Returns the value that stood under the key before, or NULL. The key is copied. */
void *map_put(struct map *, const char *key, size_t len, void *value);
void *map_find(const struct map *, const char *key, size_t len); /* NULL if absent */
size_t map_count(const struct map *);
const char *map_key_at(const struct map *, size_t index);        /* in order of insertion */
void *map_value_at(const struct map *, size_t index);

/* ---- buf: a growing byte buffer on the heap (buf.c) ---- */

/* Always NUL-terminated once something was put. Start with {0}; end with buf_free(). */
struct buf {
	char *data;
	size_t len, cap;
};
void buf_put(struct buf *, const void *data, size_t len);
char *buf_room(struct buf *, size_t len);        /* where len more bytes may be written; buf.len is the caller's to set */
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, char);
void buf_printf(struct buf *, const char *format, ...) BASE_PRINTF(2, 3);
void buf_uint(struct buf *, uint64_t);           /* decimal digits */
void buf_mpt(struct buf *, int64_t thousandths); /* a decimal number, no locale, no trailing zeros: 1500 -> 1.5 */
void buf_codepoint(struct buf *, uint32_t);      /* as UTF-8 */
void buf_json(struct buf *, const char *text);   /* with its quotes, escaped */
void buf_free(struct buf *);

/* ---- utf8 (utf8.c) ---- */

#define UTF8_BAD 0xFFFFFFFFu
/* Decodes the code point at *at and moves *at past it. Malformed, overlong or surrogate: UTF8_BAD, moves one byte. */
uint32_t utf8_multibyte(const char **at, const char *end); /* the same, for what is no ASCII */
static inline uint32_t utf8_next(const char **at, const char *end)
{
	return (unsigned char)**at < 0x80 ? (unsigned char)*(*at)++ : utf8_multibyte(at, end);
}
size_t utf8_invalid(const char *text, size_t len); /* offset of the first malformed byte; len if all is well */
size_t utf8_count(const char *text, size_t len);   /* code points */

/* ---- nfc (nfc.c) ---- */

/* A copy in Unicode normalisation form C; malformed bytes become U+FFFD if the text has to be changed at all. */
const char *nfc_text(struct arena *, const char *text, size_t len);

/* ---- file (file.c) ---- */

enum file_result { FILE_OK, FILE_MISSING, FILE_DENIED, FILE_TOO_LARGE, FILE_FAILED };

/* Reads a whole file (no more than `limit` bytes) into the arena, NUL-terminated. errno says more on failure. */
enum file_result file_read(struct arena *, const char *path, size_t limit, char **data, size_t *len) BASE_USE_RESULT;
/*
 * Writes data to a temporary file in the target's folder, syncs, renames over the target. A reader sees the old file
 * or the new one, never a part. On failure nothing is left behind and errno says why. "-" is standard output.
 */
bool file_write(const char *path, const void *data, size_t len) BASE_USE_RESULT;
bool file_is_dir(const char *path);
bool file_make_dirs(const char *path) BASE_USE_RESULT; /* like mkdir -p */
/* Sorted names (bytes order) of the entries of a folder that end in `suffix`, hidden ones left out; full paths, in the
 * arena. A folder that cannot be read has none. */
size_t file_list(struct arena *, const char *dir, const char *suffix, const char ***paths);
const char *file_join(struct arena *, const char *dir, const char *name);
/* Edit distance (Damerau) for "did you mean"; candidates further than len/3+1 give NULL (suggest.c). */
const char *suggest_nearest(const char *word, const char *const *candidates, size_t count);

#endif
