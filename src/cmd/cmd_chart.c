/* bifolio chart: one chart of a pack as SVG, PNG or PDF, from the drawing that the pack itself would hold. */
#include <errno.h>
#include <string.h>

#include "cmd_int.h"
#include "layout.h"

enum { CHART_DPI = 144 };

struct chart_order {
	struct job_spec spec;
	const char *id;
	int width; /* points; 0: the text width of the template's widest master */
	int dpi;
};

static const struct value *cmd_chart_find(struct arena *a, struct diag *diag, const struct pack *pack, const char *id)
{
	const struct value *charts = value_field(pack->root, "charts");
	const char *known = "";
	for (size_t i = 0; i < value_count(charts); i++) {
		const struct value *chart = value_at(charts, i);
		if (!strcmp(chart->as.record.id, id))
			return chart;
		known = arena_printf(a, "%s%s%s", known, i ? ", " : "", chart->as.record.id);
	}
	DIAG(diag, NO_SUCH_CHART, pack->root->pos, id, known);
	return NULL;
}

static int32_t cmd_chart_text_width(const struct flow *flow)
{
	int32_t widest = 0;
	for (size_t i = 0; i < flow->master_count; i++) {
		const struct page_master *m = &flow->masters[i];
		if (m->width - m->left - m->right > widest)
			widest = m->width - m->left - m->right;
	}
	return widest;
}

static struct chart_request cmd_chart_request(const struct job_bound *bound, const struct value *chart, int width)
{
	struct chart_request request = job_chart_request(bound, chart);
	request.width = width ? width * 1000 : cmd_chart_text_width(bound->flow);
	return request;
}

/* The chart's title in the edition's languages. */
static const char *cmd_chart_title(struct arena *a, const struct chart_request *r)
{
	const struct value *title = value_field(r->chart, "title");
	const char *text = value_plain(title, r->langs[0].pack_index);
	return r->lang_count == 1 ? text : arena_printf(a, "%s · %s", text, value_plain(title, r->langs[1].pack_index));
}

static void cmd_chart_pdf(struct arena *a, struct diag *diag, const struct job_bound *bound,
		      const struct chart_request *request, const struct drawing *drawing, const char *out)
{
	struct flow *meta = arena_alloc(a, sizeof *meta);
	const char *alts[CHART_LANGS] = {NULL};
	*meta = *bound->flow;
	for (size_t i = 0; i < request->lang_count; i++) {
		meta->title[i] = value_plain(value_field(request->chart, "title"), request->langs[i].pack_index);
		alts[i] = chart_alt(a, request, i);
	}
	(void)job_write(a, diag, bound, layout_drawing(a, meta, drawing, alts), out);
}

static void cmd_chart_picture(struct arena *a, struct diag *diag, const struct chart_request *request,
			  const struct drawing *drawing, enum chart_format format, const struct chart_order *order)
{
	struct buf out = {0}, about = {0};
	for (size_t i = 0; i < request->lang_count; i++)
		buf_printf(&about, "%s%s", i ? "\n" : "", chart_description(a, request, i));
	if (!chart_render(drawing, format, order->dpi, request->langs[0].tag, cmd_chart_title(a, request), about.data, &out) ||
	    !file_write(order->spec.out, out.data, out.len))
		DIAG(diag, CANNOT_WRITE, ((struct pos){0}), order->spec.out, strerror(errno ? errno : EIO));
	buf_free(&about);
	buf_free(&out);
}

static void cmd_chart_make(struct arena *a, struct diag *diag, const struct job_bound *bound,
		       const struct chart_order *order, const char *suffix)
{
	const struct value *chart = cmd_chart_find(a, diag, bound->pack, order->id);
	if (!chart)
		return;
	struct chart_request request = cmd_chart_request(bound, chart, order->width);
	const struct drawing *drawing = chart_draw(a, diag, bound->text, &request);
	if (!drawing || diag_failed(diag))
		return;
	if (!strcmp(suffix, ".pdf"))
		cmd_chart_pdf(a, diag, bound, &request, drawing, order->spec.out);
	else
		cmd_chart_picture(a, diag, &request, drawing, strcmp(suffix, ".svg") ? CHART_PNG : CHART_SVG, order);
}

/* One line per chart: id, kind, title in the pack's first language. */
static enum exit_status cmd_chart_list(struct arena *a, struct diag *diag, const struct job_spec *spec)
{
	const struct pack *pack = model_read_for(a, diag, spec->pack, spec->audience);
	struct buf out = {0};
	const struct value *charts = pack ? value_field(pack->root, "charts") : NULL;
	for (size_t i = 0; i < value_count(charts); i++) {
		const struct value *chart = value_at(charts, i);
		buf_printf(&out, "%s\t%s\t%s\n", chart->as.record.id, value_text(value_field(chart, "kind"), 0),
			   value_text(value_field(chart, "title"), 0));
	}
	return report_output("chart", &out);
}

static enum exit_status cmd_chart_one(struct arena *a, struct diag *diag, const struct chart_order *order, const char *suffix)
{
	struct job_bound bound;
	if (job_bind(a, diag, &order->spec, &bound))
		cmd_chart_make(a, diag, &bound, order, suffix);
	job_unbind(&bound);
	return diag_exit_status(diag);
}

static const char *cmd_chart_suffix(const char *out)
{
	const char *dot = out ? strrchr(out, '.') : NULL;
	bool known = dot && (!strcmp(dot, ".svg") || !strcmp(dot, ".png") || !strcmp(dot, ".pdf"));
	return known ? dot : NULL;
}

enum exit_status cmd_chart_run(int argc, char **argv)
{
	struct chart_order order = {.dpi = CHART_DPI};
	const char *messages = NULL, *conform = NULL;
	bool list = false;
	const struct option_row rows[] = {
		{"lang", 'l', OPTION_TEXT, &order.spec.langs},   {"output", 'o', OPTION_TEXT, &order.spec.out},
		{"width", 'w', OPTION_COUNT, &order.width},      {"dpi", 0, OPTION_COUNT, &order.dpi},
		{"template", 't', OPTION_TEXT, &order.spec.template_name},
		{"conform", 0, OPTION_TEXT, &conform},           {"audience", 0, OPTION_TEXT, &order.spec.audience},
		{"list", 0, OPTION_FLAG, &list},                 {"messages", 0, OPTION_TEXT, &messages},
	};
	struct options options = {"chart", rows, COUNT_OF(rows), 1, 2};
	struct diag_print print = {0};
	int count = options_read(&options, argc, argv);
	const char *suffix = cmd_chart_suffix(order.spec.out);
	if (count < 0 || !report_messages("chart", messages, &print))
		return EXIT_USAGE;
	if (!list && count < 2)
		return options_wrong("chart", "name the chart, or ask for --list");
	if (!list && !suffix)
		return options_wrong("chart", "-o takes a file that ends in .svg, .png or .pdf");
	if (order.dpi < 36 || order.dpi > 1200)
		return options_wrong("chart", "--dpi takes 36 to 1200");
	if (conform && !pdf_conform_find(conform, &order.spec.conform))
		return options_wrong("chart", "--conform takes " PDF_CONFORM_NAMES ", not \"%s\"", conform);
	order.spec.pack = argv[0];
	order.spec.unchecked = true; /* a drawing is no edition */
	order.id = argv[1];

	struct arena *arena = arena_new();
	struct diag *diag = diag_new(arena);
	enum exit_status status = list ? cmd_chart_list(arena, diag, &order.spec) : cmd_chart_one(arena, diag, &order, suffix);
	report_print(diag, print);
	if (status == EXIT_DONE)
		status = diag_exit_status(diag);
	arena_free(arena);
	return status;
}
