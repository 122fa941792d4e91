/* Inside cmd only: options, resources, findings on the terminal. */
#ifndef CMD_INT_H
#define CMD_INT_H

#include "cmd.h"

enum exit_status cmd_build_run(int argc, char **argv);
enum exit_status cmd_check_run(int argc, char **argv);
enum exit_status cmd_chart_run(int argc, char **argv);
enum exit_status cmd_batch_run(int argc, char **argv);
enum exit_status cmd_init_run(int argc, char **argv);
enum exit_status cmd_extract_run(int argc, char **argv);
enum exit_status cmd_sign_run(int argc, char **argv);
enum exit_status info_templates_run(int argc, char **argv);
enum exit_status info_schema_run(int argc, char **argv);
enum exit_status info_explain_run(int argc, char **argv);

/* ---- options (options.c): one table per command ---- */

enum option_kind { OPTION_TEXT, OPTION_COUNT, OPTION_FLAG };
struct option_row {
	const char *name;      /* long name, without dashes */
	char letter;           /* 0: none */
	enum option_kind kind;
	void *into;            /* const char **, int *, bool * */
};
struct options {
	const char *command;
	const struct option_row *rows;
	size_t count;
	size_t least, most;    /* operands */
};
/* Sets what the rows point to; operands come to the front of argv, their count is returned; -1 after a usage message. */
int options_read(const struct options *, int argc, char **argv);
/* "bifolio COMMAND: ..." on standard error. Returns EXIT_USAGE. */
enum exit_status options_wrong(const char *command, const char *format, ...) BASE_PRINTF(2, 3);

/* ---- findings (report.c) ---- */

/* Sets the message language of a print from --messages. False after a usage message. */
bool report_messages(const char *command, const char *name, struct diag_print *);
void report_print(const struct diag *, struct diag_print); /* on standard error, coloured on a terminal */
/* Writes all of a buffer to standard output; EXIT_IO after a message. Frees the buffer. */
enum exit_status report_output(const char *command, struct buf *);

/* ---- resources (home.c) ---- */

/*
 * The folder that holds templates/ and fonts/: $BIFOLIO_HOME, or found from where the program lies (beside it, above it,
 * or ../share/bifolio), or the working folder. NULL after a finding.
 */
const char *home_find(struct arena *, struct diag *);
const char *home_path(struct arena *, const char *home, const char *below); /* home/below */
/* The file of a template: a name in templates/, or a path: it has a slash or ends in .yaml. NULL name: the default. NULL after a finding. */
const char *home_template(struct arena *, struct diag *, const char *home, const char *name);
/* Names of all templates, sorted. */
size_t home_templates(struct arena *, const char *home, const char *const **names);

/* ---- the first stages of a job, shared by build, chart and batch (job.c) ---- */

struct job_bound {
	const char *home;
	const char *template_name;
	struct text *text;
	const struct pack *pack;
	const struct flow *flow;
	struct layout_draft *draft; /* of the flow; NULL: none was needed yet */
	const char *langs;        /* "en+ko", as bound */
	const struct job_spec *spec;
	const char *template_path;
	bool unchecked;           /* it was built so, or has accepted differences: so is it built again */
	bool recorded;            /* a job list can make the document: a record of it is attached */
};
/* Pack and template to flow. False after findings. job_unbind() is due in either case. */
bool job_bind(struct arena *, struct diag *, const struct job_spec *, struct job_bound *);
/* A chart in the edition's languages and colours, its width still to be set. */
struct chart_request job_chart_request(const struct job_bound *, const struct value *chart);
void job_unbind(struct job_bound *);
/* The pages of what is bound, once. NULL after findings. */
const struct layout *job_layout(struct arena *, struct diag *, struct job_bound *);
/* Layout to PDF to file; the attachments are the pack's files. */
struct job_result job_write(struct arena *, struct diag *, const struct job_bound *, const struct layout *,
			    const char *out);
bool job_epoch(int64_t *seconds); /* SOURCE_DATE_EPOCH; false if it is not set, or no number */
/* The date of a document: job_spec says where it comes from. */
int64_t job_timestamp(const struct job_spec *, const struct flow *);
const char *job_arrangement_name(enum arrangement);

/* ---- embargo.c ---- */

/* False after a finding: an edition for the public, before it may be published. */
void embargo_check(struct arena *, struct diag *, const struct pack *); /* whether its time is on the clocks once */
bool embargo_allows(struct arena *, struct diag *, const struct job_spec *, const struct pack *);

/* ---- jobs.c: the format of job lists; [0] is the list ---- */

extern const struct schema_record jobs_records[];
extern const size_t jobs_record_count;

/* ---- agree.c ---- */

/* False after findings: the check finds errors, and the job does not say that it is to be built unchecked. */
bool agree_check(struct arena *, struct diag *, struct job_bound *);

/* ---- password.c ---- */

/* The one line of a file. False after a finding. */
bool password_read(struct arena *, struct diag *, const char *path, const char **password);

/* ---- record.c: what is attached, and how a document was made ---- */

extern const char record_name[]; /* of the record's file */
/* Sets the attachments of options, whose timestamp is set. */
void record_attachments(struct arena *, struct diag *, const struct job_bound *, struct pdf_options *);
/* The job that a record says, with the pack and its record in folder `dir`. False after findings. */
bool record_read(struct arena *, struct diag *, const char *dir, struct job_spec *);

/* ---- a limit of pages (budget.c) ---- */

struct budget {
	void *user;
	/* Binds the same edition with levers moved; NULL after findings. */
	const struct flow *(*bind)(void *user, struct diag *, const struct levers *);
};
/*
 * The flow, or one that was bound again or set closer so that it keeps to its limits of pages, with a finding that says
 * what gave way. If nothing helps, the one with all levers moved: layout refuses it and says how much is too much.
 * *draft: the layout of the flow as far as it was made to find that it fits; NULL if it was not.
 */
const struct flow *budget_fit(struct arena *, struct diag *, struct text *, const struct flow *,
			      const struct budget *, struct layout_draft **draft);

/* ---- batch: jobs.c reads the list, runner.c runs it ---- */

struct batch_job {
	struct job_spec spec;
	const char *name;         /* "pack langs", for the report */
	struct pos pos;
};
struct batch_list {
	struct batch_job *items;
	size_t count, cap;
};
/* Reads JOBS.yaml; one entry per pack and edition. False after findings. */
bool jobs_read(struct arena *, struct diag *, const char *path, struct batch_list *);

struct batch_options {
	int parallel;             /* children at once, at least 1 */
	bool fail_fast;           /* start no further job after a failure */
	struct diag_print print;
};
struct batch_outcome {
	enum exit_status status;
	bool skipped;
	size_t pages, bytes;
	int64_t milliseconds;
	const char *findings_json; /* a JSON array */
};
/* Outcomes in the order of the list. Findings of failed jobs go to standard error in that order too. */
void runner_run(struct arena *, const struct batch_list *, const struct batch_options *, struct batch_outcome *outcomes);

#endif
