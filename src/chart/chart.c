/*
 * A chart record to a drawing or to words, by its kind.
 */
#include "chart_int.h"

#include <string.h>

enum { SMALLEST_TEXT = 9000 }; /* mpt */

static const struct chart_kind kinds[] = {
	{"timeline", timeline_draw, events_alt, events_describe},
	{"governance", governance_draw, forums_alt, forums_describe},
	{"matrix", matrix_draw, grid_alt, grid_describe},
};

static const struct chart_kind *find_kind(const struct chart_request *req)
{
	const char *name = value_text(value_field(req->chart, "kind"), 0);

	for (size_t i = 0; name && i < COUNT_OF(kinds); i++)
		if (!strcmp(kinds[i].name, name))
			return &kinds[i];
	BUG("the schema allows a kind of chart that cannot be drawn: %s", name ? name : "none");
}

const struct value *chart_data(const struct chart_request *req)
{
	return value_deref(value_field(req->chart, "data"));
}

const char *chart_data_path(const struct chart_request *req)
{
	const struct value *id = value_field(req->chart, "id");
	const struct schema_record *schema = req->chart->as.record.schema;

	for (size_t i = 0; i < schema->count; i++) {
		const struct value *field = req->chart->as.record.fields[i];

		if (field && field->kind == VALUE_PATH)
			return field->as.path.path;
	}
	return id ? value_text(id, 0) : "";
}

bool chart_labelled(struct chart_job *job, const struct value *record, const struct value *text, const char *field)
{
	bool ok = true;

	for (size_t i = 0; i < job->req->lang_count; i++) {
		if (*words_text(job->req, i, text))
			continue;
		DIAG(job->diag, CHART_NO_LABEL, record->pos, field, job->req->langs[i].key);
		ok = false;
	}
	return ok;
}

bool chart_countable(struct chart_job *job, size_t count, size_t most)
{
	const char *path = chart_data_path(job->req);

	if (count == 0)
		DIAG(job->diag, CHART_EMPTY, job->req->chart->pos, path);
	else if (count > most)
		DIAG(job->diag, CHART_TOO_MANY, job->req->chart->pos,
		     value_text(value_field(job->req->chart, "kind"), 0), arena_printf(job->arena, "%zu", most), path,
		     arena_printf(job->arena, "%zu", count));
	return count > 0 && count <= most;
}

const char *chart_points(struct arena *arena, int32_t mpt)
{
	struct buf buf = {0};

	buf_mpt(&buf, mpt);
	return words_keep(arena, &buf);
}

static bool readable(struct arena *arena, struct diag *diag, const struct chart_request *req)
{
	bool ok = true;

	for (size_t i = 0; i < req->lang_count; i++) {
		if (req->theme->size[i] >= SMALLEST_TEXT)
			continue;
		DIAG(diag, CHART_SMALL_TEXT, req->chart->pos, chart_points(arena, req->theme->size[i]),
		     chart_points(arena, SMALLEST_TEXT));
		ok = false;
	}
	return ok;
}

const struct drawing *chart_draw(struct arena *arena, struct diag *diag, struct text *text,
				 const struct chart_request *req)
{
	struct chart_job job = {
		.arena = arena,
		.diag = diag,
		.text = text,
		.req = req,
		.theme = req->theme,
		.width = req->width,
	};
	size_t errors = diag_errors_added(diag);
	const struct drawing *drawing;
	bool ok = readable(arena, diag, req);

	job.canvas = canvas_new(arena);
	ok = find_kind(req)->draw(&job) && ok;
	drawing = canvas_drawing(job.canvas, req->width, job.height);
	ok = contrast_check(arena, diag, req->chart->pos, job.canvas, drawing, req->theme->paper) && ok;
	canvas_close(job.canvas);
	return ok && diag_errors_added(diag) == errors ? drawing : NULL;
}

const char *chart_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const char *alt = find_kind(req)->alt(arena, req, lang);

	return alt ? alt : words_text(req, lang, value_field(req->chart, "title"));
}

const char *chart_description(struct arena *arena, const struct chart_request *req, size_t lang)
{
	struct buf out = {0};

	find_kind(req)->describe(arena, req, lang, &out);
	return words_keep(arena, &out);
}
