/*
 * The two ways the program ends itself: a broken invariant and no memory. Neither allocates.
 */
#include "base.h"

#include <stdarg.h>
#include <stdlib.h>

void fatal_bug(const char *file, int line, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "bifolio: fault of the program at %s:%d: ", file, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputs("\nbifolio: please report this with the pack that causes it\n", stderr);
	exit(EXIT_FAULT);
}

void fatal_memory(size_t wanted)
{
	fprintf(stderr, "bifolio: out of memory (%zu bytes wanted)\n", wanted);
	exit(EXIT_FAULT);
}
