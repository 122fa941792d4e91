/*
 * diag: what is wrong, where, and what to do about it. Every stage may include it and adds to the one list of a job.
 *
 * Codes are a closed list (diag_list.h): name, level, English and Korean phrase, help. A phrase names the remedy; {0}
 * {1} ... stand for the arguments. A stage goes on after an error and reports all it finds; the job stops between
 * stages if diag_worst() is DIAG_ERROR or above. Printing is sorted by file, line, column; equal findings appear once.
 * The first DIAG_KEPT findings are kept, any more are counted: nobody reads them, and a hostile file has no end of
 * them.
 */
#ifndef DIAG_H
#define DIAG_H

#include "base.h"

/* A file that was read: its text lives as long as the job's arena. text is NULL if there is none to show. */
struct source_file {
	const char *path; /* as the user would type it */
	const char *text;
	size_t len;
};

/* A place in a file. line and column start at 1 and count characters (code points); line 0: the file as a whole; file
 * NULL: no place. */
struct pos {
	const struct source_file *file;
	uint32_t line, column;
};

enum diag_level {
	DIAG_STYLE,   /* a matter of taste that the house style settles */
	DIAG_WARNING, /* the result is complete but look at it */
	DIAG_ERROR,   /* the pack is wrong: nothing is written, exit status 1 */
	DIAG_REFUSAL, /* a promise cannot be kept (does not fit, not accessible): nothing is written, exit status 1 */
	DIAG_SYSTEM   /* files, resources: exit status 3 */
};

enum diag_code {
#define X(code, level, en, ko, help) DIAG_##code,
#include "diag_list.h"
#undef X
	DIAG_CODES
};

enum { DIAG_KEPT = 1000 };

struct diag_entry {
	const char *name;
	enum diag_level level;
	const char *en, *ko, *help;
};

struct diag;

struct diag *diag_new(struct arena *);

/* Arguments are strings, copied: DIAG(d, UNKNOWN_KEY, pos, key, nearest). */
#define DIAG(diag, code, pos, ...) diag_add((diag), DIAG_##code, (pos), (const char *const[]){__VA_ARGS__, NULL})
#define DIAG0(diag, code, pos) diag_add((diag), DIAG_##code, (pos), (const char *const[]){NULL})
/* An argument that is itself a word of the message is given in both languages: DIAG_BOTH("a list", "목록"). */
#define DIAG_BOTH(en, ko) en "\037" ko
/* args ends with NULL. */
void diag_add(struct diag *, enum diag_code, struct pos, const char *const *args);
/* Adds all findings of another list, as if they were found now. */
void diag_take(struct diag *, const struct diag *from);
/* A second mark for the last finding added: where the other half of the story stands, e.g. "first defined here". */
void diag_note(struct diag *, struct pos, const char *en, const char *ko);

enum diag_level diag_worst(const struct diag *); /* DIAG_STYLE if there is none */
size_t diag_count(const struct diag *, enum diag_level at_least);
bool diag_failed(const struct diag *);           /* DIAG_ERROR or worse */
/* How often an error or worse was added, equal ones counted again: did a call find any, whatever was found before? */
size_t diag_errors_added(const struct diag *);
enum exit_status diag_exit_status(const struct diag *);

enum diag_form { DIAG_TEXT, DIAG_JSON, DIAG_SARIF, DIAG_JUNIT };
struct diag_print {
	enum diag_form form;
	bool korean;  /* messages in Korean */
	bool colour;  /* terminal colours */
	const char *version;           /* SARIF: of the program; NULL: not said */
	const char *const *subjects;   /* JUnit: the files and folders that were looked at, each a suite of its own */
	size_t subject_count;
};
/*
 * Text: "file:line:column: level: phrase [CODE]", the source line, a caret, then the notes likewise. Caret placement
 * counts East Asian wide characters as two columns and keeps tabs.
 * JSON: {"findings": [{file, line, column, level, code, message, notes: [{file, line, column, message}]}]}; file, line
 * and column are null where there is no place. "more" after the list says how many were only counted, if any were.
 * SARIF 2.1.0: one run, a rule for each code that was found. Style is a note, refusal and system are errors.
 * JUnit: a suite for each subject, a test for each finding; those from DIAG_ERROR on have failed.
 */
void diag_print(const struct diag *, const struct diag_print *, struct buf *out);

/* One finding for those who show it themselves, in the order of printing; message is in the list's arena. */
struct diag_view {
	const struct diag_entry *entry;
	struct pos pos;
	const char *message;
};
size_t diag_total(const struct diag *);
struct diag_view diag_at(const struct diag *, size_t index, bool korean);

/* For `bifolio explain`: NULL if there is no such code. */
const struct diag_entry *diag_entry_find(const char *name);
const struct diag_entry *diag_entry_at(enum diag_code);

#endif
