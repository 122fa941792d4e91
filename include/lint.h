/*
 * lint: what a valid pack says wrongly. A pack in, findings out: differences between its languages, contradictions,
 * terms, house style. Included by cmd. Nothing of it is needed to build a pack.
 *
 * Every text that two languages of the pack share is a pair. Each language has an analyser (tok_en.c, tok_ko.c), known
 * by the key of the language; a pair is compared if both sides have one. An analyser makes tokens of a text: numbers,
 * dates, names and so on, each with its bytes. The comparison knows tokens, no language.
 */
#ifndef LINT_H
#define LINT_H

#include "model.h"

struct lint_options {
	const char *rules;    /* folder of the files of house style, one a language tag; NULL: no house style */
	const char *reviewed; /* file of accepted translations; NULL or not there: none */
	bool errors;          /* only what is an error: no house style, terms, lengths */
};

/* A text in two languages; lang and other are indices of the pack's languages, lang < other. */
struct lint_pair {
	const struct value *text;
	const char *path; /* from the pack's root: instruments.digital.background[1] */
	size_t lang, other;
};

/* Where a finding was made in a text, for those who show the texts themselves. */
struct lint_mark {
	const struct value *text;
	size_t lang;
	uint32_t start, end; /* bytes of the text; equal: the text as a whole */
	struct pos pos;      /* of the finding */
	enum diag_code code;
};

/* A correction that cannot change what is meant: with is written in place of start .. end of a text. */
struct lint_fix {
	const struct value *text;
	size_t lang;
	uint32_t start, end;
	const char *with, *rule;
};

struct lint_result {
	const struct lint_pair *pairs; /* in the order of the schema */
	size_t pair_count;
	const struct lint_mark *marks; /* in the order of being found */
	size_t mark_count;
	const struct lint_fix *fixes;
	size_t fix_count;
};

struct lint_result lint_pack(struct arena *, struct diag *, const struct pack *, const struct lint_options *);

/*
 * The text of a file of the pack with the corrections that fall into it, into out; how many they are, 0: out is left alone.
 * Nothing but the corrected stretches of texts is changed, and that is proved by reading the result.
 */
size_t lint_correct(struct arena *, const struct source_file *, const struct lint_result *, struct buf *out);

/* A page with all texts of a pack, both languages side by side and the findings marked, as HTML that needs no other file. */
void lint_review(struct arena *, const struct diag *, const struct pack *, const struct lint_result *, bool korean,
		 struct buf *out);

/* ---- accepted translations (reviewed.c) ---- */

/* Where the accepted translations of a pack are kept: PACK/reviewed.lock, or PACK.yaml.reviewed beside a pack of one file. */
const char *lint_reviewed_path(struct arena *, const char *pack);
/*
 * What that file holds once all texts are accepted, into out. Texts about which a difference was found are left out
 * unless `all`; returns how many were.
 */
size_t lint_accept(struct arena *, const struct pack *, const struct lint_result *, bool all, struct buf *out);

#endif
