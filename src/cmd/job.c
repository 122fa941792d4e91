/*
 * One pack to one file: source and model, template, layout, pdf. Each stage reports all it finds; the job stops between
 * stages, and the file is written only when nothing failed.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cmd_int.h"
#include "layout.h"
#include "template.h"

static const char *const job_arrangements[] = {
	[ARRANGE_PARALLEL] = "parallel", [ARRANGE_BLOCKS] = "blocks",
	[ARRANGE_FACING] = "facing",     [ARRANGE_SEQUENCE] = "sequence",
};

bool job_arrangement(const char *name, enum arrangement *arrangement)
{
	for (size_t i = 0; i < COUNT_OF(job_arrangements); i++)
		if (!strcmp(job_arrangements[i], name)) {
			*arrangement = (enum arrangement)i;
			return true;
		}
	return false;
}

const char *job_arrangement_name(enum arrangement arrangement)
{
	return job_arrangements[arrangement];
}

static const char *job_known_langs(struct arena *a, const struct pack *pack)
{
	const char *known = pack->langs[0].key;
	for (size_t i = 1; i < pack->lang_count; i++)
		known = arena_printf(a, "%s, %s", known, pack->langs[i].key);
	return known;
}

/* The edition that --lang and --arrange ask of the pack. */
static bool job_edition(struct arena *a, struct diag *diag, const struct job_spec *spec, const struct pack *pack,
			struct edition *edition)
{
	char *rest = NULL;
	size_t n = 0;
	if (!spec->langs)
		for (; n < pack->lang_count && n < FLOW_LANGS; n++)
			edition->langs[n] = pack->langs[n].key;
	char *key = spec->langs ? strtok_r(arena_strdup(a, spec->langs), "+", &rest) : NULL;
	for (; key; key = strtok_r(NULL, "+", &rest)) {
		bool twice = n > 0 && !strcmp(edition->langs[0], key);
		if (n == FLOW_LANGS || twice || pack_lang_index(pack, key) < 0) {
			DIAG(diag, NO_SUCH_LANGUAGE, pack->root->pos, spec->langs, job_known_langs(a, pack));
			return false;
		}
		edition->langs[n++] = key;
	}
	if (!n) {
		DIAG(diag, NO_SUCH_LANGUAGE, pack->root->pos, spec->langs, job_known_langs(a, pack));
		return false;
	}
	edition->lang_count = n;
	edition->arrangement = n == 1 ? ARRANGE_SINGLE : ARRANGE_PARALLEL;
	if (n > 1 && spec->arrange && !job_arrangement(spec->arrange, &edition->arrangement))
		BUG("arrangement \"%s\" was not checked", spec->arrange);
	return true;
}

static const char *job_edition_name(struct arena *a, const struct edition *e)
{
	return e->lang_count == 1 ? e->langs[0] : arena_printf(a, "%s+%s", e->langs[0], e->langs[1]);
}

/* What binds a pack, to do it again with levers moved. */
struct job_binding {
	struct arena *arena;
	struct job_bound *bound;
	const struct locale_set *locales;
	const struct land *land; /* NULL: no chart is a map */
	struct edition edition;
};

static const struct flow *job_bind_levers(const struct job_binding *b, struct diag *diag, const struct levers *levers)
{
	struct edition edition = b->edition;
	edition.levers = *levers;
	const struct flow *flow = template_bind(b->arena, diag, b->bound->text, b->locales, b->bound->template_path,
						b->bound->pack, &edition);
	if (!flow)
		return NULL;
	struct flow *own = arena_alloc(b->arena, sizeof *own);
	*own = *flow;
	own->chart_theme.land = b->land;
	if (b->bound->spec->max_pages)
		own->max_pages = b->bound->spec->max_pages;
	return own;
}

/* What a template says of a pack it has said already. */
static const struct flow *job_bind_again(void *user, struct diag *diag, const struct levers *levers)
{
	const struct job_binding *b = user;
	(void)diag;
	return job_bind_levers(b, diag_new(b->arena), levers);
}

static bool job_has_maps(const struct pack *pack)
{
	const struct value *charts = value_field(pack->root, "charts");
	for (size_t i = 0; i < value_count(charts); i++)
		if (!strcmp(value_text(value_field(value_at(charts, i), "kind"), 0), "map"))
			return true;
	return false;
}

/* Leaves out->flow NULL if a stage failed. */
static bool job_bind_pack(struct arena *a, struct diag *diag, const struct job_spec *spec, struct job_bound *out)
{
	struct job_binding binding = {.arena = a, .bound = out};
	const char *path = home_template(a, diag, out->home, spec->template_name);
	const struct locale_set *locales = locale_read(a, diag, home_path(a, out->home, "templates/languages.yaml"));
	if (!path || !locales || !job_edition(a, diag, spec, out->pack, &binding.edition))
		return false;
	out->text = text_new(a, diag, home_path(a, out->home, "fonts"));
	out->template_name = spec->template_name;
	out->template_path = path;
	out->langs = job_edition_name(a, &binding.edition);
	binding.locales = locales;
	if (job_has_maps(out->pack))
		binding.land = chart_land(a, diag, home_path(a, out->home, "templates/land.txt"));
	binding.edition.embargoed = spec->embargoed;
	out->flow = job_bind_levers(&binding, diag, &binding.edition.levers);
	if (out->flow)
		out->flow = budget_fit(a, diag, out->text, out->flow,
				       &(struct budget){.user = &binding, .bind = job_bind_again}, &out->draft);
	return out->flow != NULL;
}

bool job_bind(struct arena *a, struct diag *diag, const struct job_spec *spec, struct job_bound *out)
{
	*out = (struct job_bound){.spec = spec};
	out->pack = model_read_for(a, diag, spec->pack, spec->audience);
	out->home = home_find(a, diag);
	if (!out->pack || !out->home || !embargo_allows(a, diag, spec, out->pack) || !agree_check(a, diag, out))
		return false;
	return job_bind_pack(a, diag, spec, out) && !diag_failed(diag);
}

void job_unbind(struct job_bound *bound)
{
	layout_draft_drop(bound->draft);
	if (bound->text)
		text_free(bound->text);
	bound->draft = NULL;
	bound->text = NULL;
}

const struct layout *job_layout(struct arena *a, struct diag *diag, struct job_bound *bound)
{
	struct layout_draft *draft = bound->draft;
	bound->draft = NULL;
	return draft ? layout_draft_finish(draft, a, diag) : layout_make(a, diag, bound->text, bound->flow);
}

struct chart_request job_chart_request(const struct job_bound *bound, const struct value *chart)
{
	const struct flow *flow = bound->flow;
	struct chart_request request = {
		.chart = chart,
		.pack = bound->pack,
		.lang_count = flow->lang_count,
		.theme = &flow->chart_theme,
	};
	for (size_t i = 0; i < flow->lang_count; i++)
		request.langs[i] = (struct chart_lang){flow->langs[i].key, flow->langs[i].tag, flow->langs[i].pack_index,
						       flow->langs[i].locale};
	return request;
}

/* Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, "chrono-compatible low-level date algorithms"). */
static int64_t job_days(const struct date *d)
{
	int64_t month = d->month ? d->month : 1, day = d->day ? d->day : 1;
	int64_t y = d->year - (month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

bool job_epoch(int64_t *seconds)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	*seconds = epoch ? strtoll(epoch, &end, 10) : 0;
	return epoch && *epoch && !*end && *seconds >= 0;
}

int64_t job_timestamp(const struct job_spec *spec, const struct flow *flow)
{
	int64_t seconds = 0;
	if (spec->dated)
		return spec->timestamp;
	if (job_epoch(&seconds))
		return seconds;
	return job_days(&flow->date) * 86400;
}

static const char *job_base(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

struct job_result job_write(struct arena *a, struct diag *diag, const struct job_bound *bound,
			    const struct layout *layout, const char *out)
{
	struct job_result result = {.pages = layout->page_count};
	struct buf pdf = {0};
	struct pdf_options options = {
		.conform = bound->spec->conform,
		.timestamp = job_timestamp(bound->spec, layout->flow),
		.producer = "bifolio " CMD_VERSION,
		.password = bound->spec->password,
	};
	record_attachments(a, diag, bound, &options);
	if (pdf_write(a, diag, bound->text, layout, &options, &pdf) && !diag_failed(diag)) {
		result.bytes = pdf.len;
		if (file_write(out, pdf.data, pdf.len))
			result.out = out;
		else
			DIAG(diag, CANNOT_WRITE, ((struct pos){0}), out, strerror(errno));
	}
	buf_free(&pdf);
	return result;
}

static const char *job_out(struct arena *a, const struct job_spec *spec, const struct job_bound *bound)
{
	if (spec->out)
		return spec->out;
	const char *id = bound->pack->root->as.record.id;
	if (!spec->template_name && spec->audience)
		return arena_printf(a, "%s.%s.%s.pdf", id, spec->audience, bound->langs);
	if (!spec->template_name)
		return arena_printf(a, "%s.%s.pdf", id, bound->langs);
	char *name = arena_strdup(a, job_base(spec->template_name));
	name[strcspn(name, ".")] = '\0';
	if (spec->audience)
		name = arena_printf(a, "%s.%s", name, spec->audience);
	return arena_printf(a, "%s.%s.%s.pdf", id, name, bound->langs);
}

static void job_print_dump(struct diag *diag, struct buf *dump)
{
	if (!file_write("-", dump->data ? dump->data : "", dump->len))
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), "standard output", strerror(errno));
	buf_free(dump);
}

/* From the flow on. */
static struct job_result job_finish(struct arena *a, struct diag *diag, const struct job_spec *spec,
				    struct job_bound *bound)
{
	struct job_result result = {0};
	struct buf dump = {0};
	if (spec->dump == JOB_DUMP_FLOW) {
		flow_dump(bound->flow, &dump);
		job_print_dump(diag, &dump);
		return result;
	}
	const struct layout *layout = job_layout(a, diag, bound);
	if (!layout || diag_failed(diag))
		return result;
	if (spec->dump == JOB_DUMP_NONE)
		return job_write(a, diag, bound, layout, job_out(a, spec, bound));
	(spec->dump == JOB_DUMP_LAYOUT ? layout_dump : tags_dump)(layout, &dump);
	job_print_dump(diag, &dump);
	return result;
}

static void job_dump_model(struct arena *a, struct diag *diag, const struct job_spec *spec)
{
	struct buf dump = {0};
	const struct pack *pack = model_read_for(a, diag, spec->pack, spec->audience);
	if (!pack || !embargo_allows(a, diag, spec, pack))
		return;
	model_dump(pack, &dump);
	job_print_dump(diag, &dump);
}

struct job_result job_run(struct arena *a, struct diag *diag, const struct job_spec *spec)
{
	struct job_result result = {0};
	struct job_bound bound = {0};
	if (spec->dump == JOB_DUMP_MODEL)
		job_dump_model(a, diag, spec);
	else if (job_bind(a, diag, spec, &bound)) {
		bound.recorded = true;
		result = job_finish(a, diag, spec, &bound);
	}
	job_unbind(&bound);
	result.status = diag_exit_status(diag);
	return result;
}
