/*
 * A pack whose languages give different numbers is not published by mistake: what the check calls an error stops a build,
 * unless somebody has accepted it or says that the edition is to be built unchecked. All languages of the pack are
 * compared, whatever edition is asked for, so that editions of one pack do not differ in this.
 */
#include <unistd.h>

#include "cmd_int.h"
#include "lint.h"

bool agree_check(struct arena *a, struct diag *diag, struct job_bound *bound)
{
	const char *rules = home_path(a, bound->home, "data/rules");
	const char *accepted = lint_reviewed_path(a, bound->pack->path);
	struct lint_options options = {
		.rules = file_is_dir(rules) ? rules : NULL, .reviewed = accepted, .errors = true};
	struct diag *found = diag_new(a);
	/* The accepted texts are not a part of the record, so it does not ask for them. */
	bound->unchecked = bound->spec->unchecked || access(accepted, F_OK) == 0;
	if (bound->spec->unchecked || bound->spec->dump)
		return true;
	lint_pack(a, found, bound->pack, &options);
	size_t errors = diag_count(found, DIAG_ERROR);
	diag_take(diag, found);
	if (errors)
		DIAG(diag, PACK_DIFFERS, bound->pack->root->pos,
		     arena_printf(a, errors == 1 ? DIAG_BOTH("%zu error", "%zu개") : DIAG_BOTH("%zu errors", "%zu개"),
				  errors, errors));
	return !errors;
}
