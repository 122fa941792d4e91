/* The table of commands: name, function, usage, summary. The help is made of it. */
#include "cmd_int.h"

const struct command commands[] = {
	{"build", cmd_build_run,
	 "PACK [--template NAME] [--lang en|ko|en+ko|...] [--arrange parallel|blocks|facing|sequence]\n"
	 "                    [--audience NAME] [--embargoed] [--unchecked] [--pages N] [--conform ua1-a3a|ua2-a4f|ua1|ua2] [--password-file FILE] [-o FILE]\n"
	 "                    [--dump model|flow|layout|tags] [--messages en|ko]",
	 "writes the PDF of a pack"},
	{"check", cmd_check_run,
	 "PACK... [--format text|json|sarif|junit|html] [--fix] [--accept | --accept-all] [--audience NAME] [--messages en|ko]",
	 "says what is wrong in packs, and where"},
	{"chart", cmd_chart_run, "PACK ID [--lang en|ko|en+ko] [--audience NAME] [--width POINTS] [--dpi N] [--conform ...] -o FILE.{svg,png,pdf} | PACK --list",
	 "draws one chart of a pack"},
	{"batch", cmd_batch_run, "JOBS.yaml [-j N] [--shard I/N] [--report FILE] [--fail-fast] [--messages en|ko]",
	 "builds many packs and editions in parallel"},
	{"extract", cmd_extract_run, "FILE.pdf [-C DIR] [--force] [--password-file FILE] | FILE.pdf --verify [--audience NAME]",
	 "gives back the sources of a PDF, or makes it again from them and compares"},
	{"sign", cmd_sign_run, "FILE.pdf --key FILE.p12 [--password-file FILE] [--reason TEXT] -o OUT.pdf",
	 "signs a PDF"},
	{"init", cmd_init_run, "DIR", "starts a new pack"},
	{"templates", info_templates_run, "", "lists the templates"},
	{"schema", info_schema_run, "pack|jobs [--markdown]", "prints the JSON Schema of a pack or a job list, or its reference"},
	{"explain", info_explain_run, "[CODE] [--markdown]", "explains a finding, or lists them all"},
	{NULL, NULL, NULL, NULL},
};
