/* Command-line options from a table, over getopt_long. */
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cmd_int.h"

enum { OPTIONS_MOST = 16 };

enum exit_status options_wrong(const char *command, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "bifolio %s: ", command);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry: bifolio --help\n");
	return EXIT_USAGE;
}

static bool option_set(const char *command, const struct option_row *row, const char *value)
{
	char *end = NULL;
	long n = 0;
	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)row->into = true;
		return true;
	case OPTION_TEXT:
		*(const char **)row->into = value;
		return true;
	case OPTION_COUNT:
		n = strtol(value, &end, 10);
		if (end == value || *end || n < 1 || n > 100000) {
			options_wrong(command, "--%s takes a number from 1 to 100000, not \"%s\"", row->name, value);
			return false;
		}
		*(int *)row->into = (int)n;
		return true;
	}
	return false;
}

/* getopt's tables; an option is known by its place in the rows, plus one. */
static void options_tables(const struct options *o, struct option *longs, char *shorts)
{
	*shorts++ = ':';
	for (size_t i = 0; i < o->count; i++) {
		bool takes = o->rows[i].kind != OPTION_FLAG;
		longs[i] = (struct option){o->rows[i].name, takes ? required_argument : no_argument, NULL, 256 + (int)i};
		if (o->rows[i].letter) {
			*shorts++ = o->rows[i].letter;
			if (takes)
				*shorts++ = ':';
		}
	}
	longs[o->count] = (struct option){NULL, 0, NULL, 0};
	*shorts = '\0';
}

static const struct option_row *option_find(const struct options *o, int got)
{
	if (got >= 256)
		return &o->rows[got - 256];
	for (size_t i = 0; i < o->count; i++)
		if (o->rows[i].letter == got)
			return &o->rows[i];
	return NULL;
}

int options_read(const struct options *o, int argc, char **argv)
{
	struct option longs[OPTIONS_MOST + 1];
	char shorts[2 * OPTIONS_MOST + 2];
	if (o->count > OPTIONS_MOST)
		BUG("too many options");
	options_tables(o, longs, shorts);
	optind = 1;
	opterr = 0;
	for (int got; (got = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		const struct option_row *row = got == '?' || got == ':' ? NULL : option_find(o, got);
		if (!row) {
			options_wrong(o->command, got == ':' ? "%s needs a value" : "unknown option %s", argv[optind - 1]);
			return -1;
		}
		if (!option_set(o->command, row, optarg))
			return -1;
	}
	size_t operands = (size_t)(argc - optind);
	if (operands < o->least || operands > o->most) {
		options_wrong(o->command, operands < o->least ? "something is missing" : "too many operands");
		return -1;
	}
	memmove(argv, argv + optind, operands * sizeof *argv);
	return (int)operands;
}
