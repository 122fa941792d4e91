/*
 * cmd: the commands of the program, and the job, which is one pack to one file. Included by main.c and by tests.
 *
 * Data goes to standard output, talk to standard error. Exit statuses: enum exit_status in base.h.
 */
#ifndef CMD_H
#define CMD_H

#include "diag.h"
#include "flow.h"
#include "layout.h"
#include "pdf.h"

#define CMD_VERSION "0.1.0"

struct command {
	const char *name;
	enum exit_status (*run)(int argc, char **argv); /* argv[0] is the command's name */
	const char *usage;                              /* what follows the name */
	const char *summary;
};
extern const struct command commands[]; /* ends with a NULL name */

/* ---- job: one pack to one file; reads as the pipeline ---- */

enum job_dump { JOB_DUMP_NONE, JOB_DUMP_MODEL, JOB_DUMP_FLOW, JOB_DUMP_LAYOUT, JOB_DUMP_TAGS };

struct job_spec {
	const char *pack;          /* path of a file or folder */
	const char *template_name; /* name in templates/ or a path ending in .yaml; NULL: the default template */
	const char *langs;         /* "en", "ko+en"; NULL: the pack's first two */
	const char *audience;      /* id of one of the pack's audiences; NULL: the public */
	bool embargoed;            /* may be built before the pack's embargo ends: every page says when that is */
	bool unchecked;            /* built though the check finds errors, such as a number that differs between the languages */
	const char *arrange;       /* name of an arrangement; NULL: parallel, or the language alone */
	int max_pages;             /* 0: as the template says */
	enum pdf_conform conform;
	const char *password;      /* NULL: none; only where pdf_conform_locks() */
	bool dated;                /* timestamp is set: seconds since 1970 for the metadata */
	int64_t timestamp;         /* not dated: SOURCE_DATE_EPOCH, or midnight UTC of the pack's date */
	const char *out;           /* file, "-" for standard output, NULL: <id>[.<template>][.<audience>].<langs>.pdf in the working folder */
	enum job_dump dump;        /* print a stage's result on standard output in place of a PDF */
};

struct job_result {
	enum exit_status status;
	const char *out;           /* what was written; NULL if nothing was */
	size_t pages, bytes;
};

/* Runs one job. Findings go to diag; result strings live in the arena. */
struct job_result job_run(struct arena *, struct diag *, const struct job_spec *);

/* "parallel", "blocks", "facing", "sequence"; false if it is none of them. */
bool job_arrangement(const char *name, enum arrangement *);

#endif
