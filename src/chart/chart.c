/*
 * A chart record to a drawing or to words, by its kind.
 */
#include "chart_int.h"

#include <string.h>

enum { SMALLEST_TEXT = 9000 }; /* mpt */

static const char *const timeline_phrases[] = {
	"list_separator",
	"chart_about",
	"chart_yearly",
	"chart_gap",
	"chart_key_exact",
	"chart_key_year",
	"chart_key_about",
	"chart_key_yearly",
	"chart_event",
	"chart_event_note",
	"chart_alt_timeline",
	"chart_alt_timeline_main",
	NULL,
};
static const char *const governance_phrases[] = {
	"list_separator",
	"chart_before",
	"chart_after",
	"chart_members",
	"chart_chairs",
	"chart_alt_governance",
	"chart_alt_governance_names",
	NULL,
};
static const char *const matrix_phrases[] = {
	"list_separator",          "chart_row", "chart_row_rest", "chart_row_count", "chart_alt_matrix",
	"chart_alt_matrix_counts", NULL,
};

static const char *const number_phrases[] = {
	"list_separator", "chart_unit",        "chart_amount",      "chart_each",       "chart_row_count",
	"chart_point",    "chart_point_total", "chart_change",      "chart_kind_bar",   "chart_kind_stacked",
	"chart_kind_dot", "chart_kind_line",   "chart_kind_waffle", "chart_kind_units", "chart_alt_values",
	"chart_alt_ends", "chart_alt_series",  "chart_alt_line",    "chart_alt_rows",   NULL,
};
static const char *const roadmap_phrases[] = {
	"list_separator",          "chart_span", "chart_span_open", "chart_event", "chart_alt_roadmap",
	"chart_alt_roadmap_names", NULL,
};
static const char *const network_phrases[] = {
	"list_separator", "chart_point", "chart_alt_network", "chart_alt_network_names", NULL,
};
static const char *const strengths_phrases[] = {
	"list_separator", "chart_point", "chart_alt_strengths", "chart_alt_strengths_names", NULL,
};

static const char *const map_phrases[] = {
	"list_separator",      "chart_point", "chart_alt_map",
	"chart_alt_map_names", "chart_north", "chart_south",
	"chart_east",          "chart_west",  NULL,
};

static const struct chart_kind kinds[] = {
	{"timeline", timeline_phrases, timeline_draw, events_alt, events_describe},
	{"governance", governance_phrases, governance_draw, forums_alt, forums_describe},
	{"matrix", matrix_phrases, matrix_draw, grid_alt, grid_describe},
	{"network", network_phrases, network_draw, ties_alt, ties_describe},
	{"strengths", strengths_phrases, strengths_draw, strengths_alt, strengths_describe},
	{"map", map_phrases, atlas_draw, places_alt, places_describe},
	{"roadmap", roadmap_phrases, roadmap_draw, plans_alt, plans_describe},
	{"bar", number_phrases, bar_draw, said_alt, said_describe},
	{"stacked", number_phrases, stacked_draw, said_alt, said_describe},
	{"dot", number_phrases, dot_draw, said_alt, said_describe},
	{"line", number_phrases, trend_draw, said_alt, said_describe},
	{"waffle", number_phrases, waffle_draw, said_alt, said_describe},
	{"units", number_phrases, units_draw, said_alt, said_describe},
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

bool chart_labelled(struct chart_job *job, const struct value *record)
{
	if (wording_label(record))
		return true;
	DIAG(job->diag, CHART_NO_LABEL, job->req->chart->pos, record->as.record.schema->name);
	return false;
}

bool chart_countable(struct chart_job *job, size_t count, size_t most)
{
	if (count == 0)
		DIAG(job->diag, CHART_EMPTY, job->req->chart->pos, chart_data_path(job->req));
	else if (count > most)
		DIAG(job->diag, CHART_TOO_MANY, job->req->chart->pos,
		     value_text(value_field(job->req->chart, "kind"), 0), arena_printf(job->arena, "%zu", most),
		     arena_printf(job->arena, "%zu", count));
	return count > 0 && count <= most;
}

const char *chart_points(struct arena *arena, int32_t mpt)
{
	struct buf buf = {0};

	buf_mpt(&buf, mpt);
	return wording_keep(arena, &buf);
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

int32_t chart_between(const struct chart_job *job, int32_t roomy, int32_t tight)
{
	return roomy - (roomy - tight) * job->tight / 100;
}

/* Whether each language has the phrases that the chart is put into words with. */
static bool has_phrases(struct diag *diag, const struct chart_request *req, const struct chart_kind *kind)
{
	bool ok = true;

	for (size_t i = 0; i < req->lang_count; i++) {
		for (size_t k = 0; kind->phrases[k]; k++) {
			if (locale_has_phrase(req->langs[i].locale, kind->phrases[k]))
				continue;
			DIAG(diag, CHART_NO_PHRASE, req->chart->pos, kind->phrases[k], req->langs[i].key);
			ok = false;
		}
	}
	return ok;
}

/* The chart's id and its languages: a page may show one chart in several of them. */
static const char *drawing_id(const struct chart_job *job)
{
	const char *id = job->req->chart->as.record.id;

	for (size_t i = 0; i < job->req->lang_count; i++)
		id = arena_printf(job->arena, "%s-%s", id, job->req->langs[i].key);
	return id;
}

/* One try at a drawing; NULL after a finding. */
static const struct drawing *draw_at(struct chart_job *job, const struct chart_kind *kind, int tight)
{
	const struct drawing *drawing;
	bool ok;

	job->tight = tight;
	job->height = 0;
	job->canvas = canvas_new(job->arena);
	ok = kind->draw(job);
	job->height = chart_larger(job->height, canvas_foot(job->canvas));
	drawing = canvas_drawing(job->canvas, drawing_id(job), job->width, job->height);
	ok = contrast_check(job->arena, job->diag, job->req->chart->pos, job->canvas, drawing, job->theme->paper) && ok;
	canvas_close(job->canvas);
	return ok ? drawing : NULL;
}

/* The roomiest drawing that is not too high; the closest one, with a finding, if there is none. */
static const struct drawing *draw_within(struct chart_job *job, const struct chart_kind *kind)
{
	enum { STEP = 10, CLOSEST = 100 };
	const struct drawing *drawing = draw_at(job, kind, 0);
	int32_t most = job->req->max_height;

	for (int tight = STEP; drawing && most > 0 && drawing->height > most && tight <= CLOSEST; tight += STEP)
		drawing = draw_at(job, kind, tight);
	if (drawing && most > 0 && drawing->height > most)
		DIAG(job->diag, CHART_TOO_TALL, job->req->chart->pos, chart_points(job->arena, drawing->height - most),
		     chart_points(job->arena, most));
	return drawing;
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
	const struct chart_kind *kind = find_kind(req);
	size_t errors = diag_errors_added(diag);
	const struct drawing *drawing;
	bool ok = readable(arena, diag, req);

	if (!has_phrases(diag, req, kind))
		return NULL;
	drawing = draw_within(&job, kind);
	return ok && diag_errors_added(diag) == errors ? drawing : NULL;
}

const char *chart_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const char *alt = find_kind(req)->alt(arena, req, lang);

	return alt ? alt : wording_text(req, lang, value_field(req->chart, "title"));
}

bool chart_has_numbers(const struct chart_request *req)
{
	return find_kind(req)->describe == said_describe;
}

const char *chart_number(struct arena *arena, const struct chart_request *req, size_t lang, const struct value *number)
{
	struct figures figures;
	int64_t value = number->kind == VALUE_NUMBER ? number->as.number.thousandths : number->as.integer * 1000;

	figures_read(arena, req, &figures);
	return said_number(arena, req, lang, value, figures.places);
}

const char *chart_unit(struct arena *arena, const struct chart_request *req, size_t lang)
{
	return said_unit(arena, req, lang);
}

const char *chart_description(struct arena *arena, const struct chart_request *req, size_t lang)
{
	struct buf out = {0};

	find_kind(req)->describe(arena, req, lang, &out);
	return wording_keep(arena, &out);
}
