/*
 * bifolio check: what is wrong in packs, in the form that was asked for; --fix corrects, --accept remembers.
 */
#include <errno.h>
#include <string.h>

#include "cmd_int.h"
#include "lint.h"

enum { CHECK_ROUNDS = 4 }; /* of corrections: one may bring the next to light */

struct check {
	struct diag_print print;
	bool fix, accept, accept_all, html;
	const char *audience; /* NULL: all of the pack, and what is left of it for each audience */
};

/* A pack that was read and looked at. */
struct checked {
	const struct pack *pack; /* NULL: it has errors */
	struct lint_result result;
};

/* What is left for each audience has to be a pack too. */
static void cmd_check_audiences(struct arena *arena, struct diag *diag, const struct pack *pack)
{
	if (!pack->restricted && pack->audience_count)
		model_read_for(arena, diag, pack->path, NULL);
	for (size_t i = 0; i < pack->audience_count; i++)
		model_read_for(arena, diag, pack->path, pack->audiences[i]);
}

static struct checked cmd_check_pack(struct arena *arena, struct diag *diag, const char *path, const char *audience)
{
	struct checked checked = {.pack = audience ? model_read_for(arena, diag, path, audience)
						   : model_read(arena, diag, path)};
	const char *home = checked.pack ? home_find(arena, diag) : NULL;
	struct lint_options options = {
		.rules = home ? home_path(arena, home, "data/rules") : NULL,
		.reviewed = lint_reviewed_path(arena, path),
	};

	if (checked.pack && !audience)
		cmd_check_audiences(arena, diag, checked.pack);
	if (checked.pack)
		embargo_check(arena, diag, checked.pack);
	if (checked.pack)
		checked.result = lint_pack(arena, diag, checked.pack, &options);
	return checked;
}

static bool cmd_check_write(struct diag *diag, const char *path, const struct buf *text)
{
	if (file_write(path, text->data ? text->data : "", text->len))
		return true;
	DIAG(diag, CANNOT_WRITE, ((struct pos){0}), path, strerror(errno));
	return false;
}

/* ---- corrections ---- */

/* Whether the file on disk is still the one that was read; `mark` says whether it begins with a byte order mark. */
static bool cmd_check_unchanged(struct arena *arena, const struct source_file *file, bool *mark)
{
	char *text = NULL;
	size_t len = 0;
	if (file_read(arena, file->path, SIZE_MAX / 2, &text, &len) != FILE_OK)
		return false;
	*mark = len == file->len + 3;
	size_t skip = *mark ? 3 : 0;
	return len == file->len + skip && !memcmp(text + skip, file->text, file->len);
}

static size_t cmd_check_fix_file(struct arena *arena, struct diag *diag, const struct source_file *file,
				 const struct lint_result *result)
{
	struct buf corrected = {0}, text = {0};
	bool mark = false;
	size_t count = lint_correct(arena, file, result, &corrected);
	if (count && !cmd_check_unchanged(arena, file, &mark)) {
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), file->path,
		     DIAG_BOTH("another program changed it meanwhile", "그사이 다른 프로그램이 바꾸었습니다"));
		count = 0;
	}
	if (count) {
		buf_puts(&text, mark ? "\xEF\xBB\xBF" : "");
		buf_put(&text, corrected.data, corrected.len);
		count = cmd_check_write(diag, file->path, &text) ? count : 0;
	}
	buf_free(&corrected);
	buf_free(&text);
	return count;
}

/* Corrects until nothing is left to correct; the findings of the last round are those that are shown. */
static void cmd_check_fix(const char *path, const struct check *check)
{
	size_t total = 0, round = 1;
	for (int i = 0; i < CHECK_ROUNDS && round; i++) {
		struct arena *arena = arena_new();
		struct diag *found = diag_new(arena), *wrong = diag_new(arena);
		struct checked checked = cmd_check_pack(arena, found, path, check->audience);
		round = 0;
		for (size_t f = 0; checked.pack && f < checked.pack->file_count; f++)
			round += cmd_check_fix_file(arena, wrong, checked.pack->files[f], &checked.result);
		total += round;
		report_print(wrong, check->print);
		arena_free(arena);
	}
	if (total)
		fprintf(stderr, check->print.korean ? "%s: %zu곳을 고쳤습니다\n" : "%s: %zu corrected\n", path, total);
}

/* ---- accepted translations ---- */

static void cmd_check_accept(struct arena *arena, struct diag *diag, const char *path, const struct checked *checked,
			     const struct check *check)
{
	struct buf text = {0};
	const char *lock = lint_reviewed_path(arena, path);
	size_t left = lint_accept(arena, checked->pack, &checked->result, check->accept_all, &text);
	const char *words = check->print.korean ? "%s: 글 %zu개를 확인 처리했고 %zu개가 남았습니다\n"
						: "%s: %zu texts accepted, %zu left\n";
	if (cmd_check_write(diag, lock, &text))
		fprintf(stderr, words, lock, checked->result.pair_count - left, left);
	buf_free(&text);
}

/* ---- reports ---- */

static void cmd_check_one(struct arena *arena, struct diag *diag, const char *path, const struct check *check,
			  struct buf *html)
{
	if (check->fix)
		cmd_check_fix(path, check);
	struct checked checked = cmd_check_pack(arena, diag, path, check->audience);
	if (checked.pack && (check->accept || check->accept_all))
		cmd_check_accept(arena, diag, path, &checked, check);
	if (checked.pack && html)
		lint_review(arena, diag, checked.pack, &checked.result, check->print.korean, html);
}

/* Findings are printed pack by pack, so that memory stays that of one pack. */
static enum exit_status cmd_check_text(const char *const *packs, size_t count, const struct check *check)
{
	enum exit_status worst = EXIT_DONE;
	for (size_t i = 0; i < count; i++) {
		struct arena *arena = arena_new();
		struct diag *diag = diag_new(arena);
		struct buf html = {0};
		cmd_check_one(arena, diag, packs[i], check, check->html ? &html : NULL);
		if (!html.len)
			report_print(diag, check->print);
		else if (report_output("check", &html) != EXIT_DONE)
			worst = EXIT_IO;
		if (diag_exit_status(diag) > worst)
			worst = diag_exit_status(diag);
		arena_free(arena);
	}
	return worst;
}

/* One document on standard output, whatever the number of packs. */
static enum exit_status cmd_check_document(const char *const *packs, size_t count, struct check *check)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	struct buf out = {0};
	for (size_t i = 0; i < count; i++)
		cmd_check_one(arena, diag, packs[i], check, NULL);
	check->print.version = CMD_VERSION;
	check->print.subjects = packs;
	check->print.subject_count = count;
	diag_print(diag, &check->print, &out);
	enum exit_status worst = diag_exit_status(diag), written = report_output("check", &out);
	arena_free(arena);
	return written != EXIT_DONE ? written : worst;
}

static bool cmd_check_form(const char *name, struct check *check)
{
	static const struct {
		const char *name;
		enum diag_form form;
	} forms[] = {{"text", DIAG_TEXT},
		     {"html", DIAG_TEXT},
		     {"json", DIAG_JSON},
		     {"sarif", DIAG_SARIF},
		     {"junit", DIAG_JUNIT}};
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		if (!strcmp(forms[i].name, name)) {
			check->print.form = forms[i].form;
			check->html = !strcmp(name, "html");
			return true;
		}
	return false;
}

enum exit_status cmd_check_run(int argc, char **argv)
{
	const char *format = "text", *messages = NULL;
	struct check check = {0};
	const struct option_row rows[] = {
		{"format", 'f', OPTION_TEXT, &format},       {"messages", 0, OPTION_TEXT, &messages},
		{"fix", 0, OPTION_FLAG, &check.fix},         {"accept", 0, OPTION_FLAG, &check.accept},
		{"accept-all", 0, OPTION_FLAG, &check.accept_all},
		{"audience", 0, OPTION_TEXT, &check.audience},
	};
	struct options options = {"check", rows, COUNT_OF(rows), 1, SIZE_MAX};
	int count = options_read(&options, argc, argv);
	if (count < 0 || !report_messages("check", messages, &check.print))
		return EXIT_USAGE;
	if (!cmd_check_form(format, &check))
		return options_wrong("check", "--format takes text, json, sarif, junit or html, not \"%s\"", format);
	if (check.html && count > 1)
		return options_wrong("check", "--format html takes one pack");
	if (check.audience && (check.accept || check.accept_all || check.fix))
		return options_wrong("check", "--fix and --accept look at all of a pack: leave out --audience");
	const char *const *packs = (const char *const *)argv;
	if (check.print.form == DIAG_TEXT)
		return cmd_check_text(packs, (size_t)count, &check);
	return cmd_check_document(packs, (size_t)count, &check);
}
