/*
 * Inside of source: source.c checks the bytes, yaml.c and csv.c make the tree, yaml_words.c puts libyaml's
 * troubles into words.
 */
#ifndef SOURCE_INT_H
#define SOURCE_INT_H

#include "source.h"

enum {
	SOURCE_MIB = 8,           /* a file at most */
	SOURCE_DEPTH = 64,        /* collections inside each other, aliases expanded */
	SOURCE_NODES = 200 * 1000 /* nodes of a file, aliases expanded */
};

/* Where lines start, in characters: libyaml's marks count other line ends than editors do, its index can be trusted. */
struct source_lines {
	const struct source_file *file;
	const uint32_t *starts;
	size_t count;
};

struct pos source_pos(const struct source_lines *, size_t index);

/* NULL after a finding. */
const struct node *yaml_to_tree(struct arena *, struct diag *, const struct source_lines *);

/* A list of rows, each a list of scalars; NULL after a finding. */
const struct node *csv_to_tree(struct arena *, struct diag *, const struct source_lines *);

/* One trouble as libyaml tells it: words and places, either place as an index of characters. */
struct yaml_trouble {
	const char *problem, *context; /* context may be NULL */
	size_t problem_index, context_index;
};
void yaml_words_report(struct diag *, const struct source_lines *, const struct yaml_trouble *);

#endif
