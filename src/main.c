/* The program: finds the command and runs it. Commands are a table in src/cmd. */
#include <string.h>

#include "cmd.h"

static void print_help(FILE *to)
{
	fputs("bifolio turns YAML data about signed instruments into bilingual, accessible PDF briefing packs.\n\n", to);
	for (const struct command *c = commands; c->name; c++)
		fprintf(to, "  bifolio %-9s %s\n            %s\n", c->name, c->usage, c->summary);
	fputs("\n  bifolio --version\n\n"
	      "Exit status: 0 done; 1 the pack has errors; 2 wrong usage; 3 input or output failed; 4 internal fault.\n",
	      to);
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "";
	if (!strcmp(name, "--help") || !strcmp(name, "-h") || !strcmp(name, "help")) {
		print_help(stdout);
		return fflush(stdout) ? EXIT_IO : EXIT_DONE;
	}
	if (!strcmp(name, "--version")) {
		puts("bifolio " CMD_VERSION);
		return fflush(stdout) ? EXIT_IO : EXIT_DONE;
	}
	for (const struct command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c->run(argc - 1, argv + 1);
	if (*name)
		fprintf(stderr, "bifolio: there is no command \"%s\"\n\n", name);
	print_help(stderr);
	return EXIT_USAGE;
}
