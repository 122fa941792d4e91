/*
 * Random data of every kind of chart: no two labels meet, none leaves the frame, and each text drawn stands in the
 * description and each value in the table; or the chart is refused with a reason. 200 seeds a kind and language.
 */
#include "chart_fixture.h"

enum { SEEDS = 200 };

/* ---- data ---- */

/* The same numbers in every run. */
static unsigned int roll(unsigned int *seed, unsigned int sides)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % sides;
}

static void put_label(struct buf *out, unsigned int *seed)
{
	static const char *const en[] = {"Sea", "Harbour office", "Grain", "of the northern islands",
					 "interoperability"};
	static const char *const ko[] = {"바다", "항만청", "곡물", "북부 섬 지역의", "상호운용성"};
	unsigned int words = 1 + roll(seed, 3), first = roll(seed, COUNT_OF(en));

	buf_puts(out, "{en: ");
	for (unsigned int i = 0; i < words; i++)
		buf_printf(out, "%s%s", i ? " " : "", en[(first + i) % COUNT_OF(en)]);
	buf_puts(out, ", ko: ");
	for (unsigned int i = 0; i < words; i++)
		buf_printf(out, "%s%s", i ? " " : "", ko[(first + i) % COUNT_OF(ko)]);
	buf_puts(out, "}");
}

static void put_value(struct buf *out, unsigned int *seed, bool negative, bool small)
{
	static const unsigned int sides[] = {10, 100, 10000, 2000000000};
	unsigned int places = small ? 0 : roll(seed, 4);

	if (negative && roll(seed, 4) == 0)
		buf_putc(out, '-');
	buf_printf(out, "%u", roll(seed, small ? 40 : sides[roll(seed, COUNT_OF(sides))]));
	if (places)
		buf_printf(out, ".%0*u", (int)places, roll(seed, places == 1 ? 10 : places == 2 ? 100 : 1000));
}

static void put_row(struct buf *out, unsigned int *seed, const char *kind, unsigned int series)
{
	bool parts = !strcmp(kind, "stacked") || !strcmp(kind, "waffle") || !strcmp(kind, "units");
	bool small = !strcmp(kind, "waffle") || !strcmp(kind, "units");

	buf_puts(out, "      - {label: ");
	put_label(out, seed);
	if (!strcmp(kind, "roadmap")) {
		unsigned int year = 2000 + roll(seed, 60);

		buf_printf(out, ", start: %u-%02u", year, 1 + roll(seed, 12));
		if (roll(seed, 3))
			buf_printf(out, ", end: %u", year + roll(seed, 20));
		buf_printf(out, ", milestones: [{date: %u-02-28, label: ", 2000 + roll(seed, 70));
		put_label(out, seed);
		buf_puts(out, "}]}\n");
		return;
	}
	buf_puts(out, ", values: [");
	for (unsigned int i = 0; i < series; i++) {
		buf_puts(out, i ? ", " : "");
		put_value(out, seed, !parts, small);
	}
	buf_printf(out, "]%s}\n", roll(seed, 6) ? "" : ", main: true");
}

static const char *random_rows(struct fixture *f, unsigned int *seed, const char *kind)
{
	bool single = !strcmp(kind, "waffle") || !strcmp(kind, "units") || !strcmp(kind, "roadmap");
	unsigned int series = single ? 1 : !strcmp(kind, "stacked") ? 2 + roll(seed, 3) : 1 + roll(seed, 4);
	static const char *const units[] = {"", "    unit: {en: \"%\", ko: \"%\"}\n",
					    "    unit: {en: tonnes of freight, ko: 톤}\n",
					    "    unit: {en: \"£{number}m\", ko: \"{number*100}만 파운드\"}\n"};
	unsigned int rows = !strcmp(kind, "waffle") ? 1 + roll(seed, 4) : 2 + roll(seed, 13);
	struct buf out = {0};
	const char *text;

	if (series > 1)
		buf_puts(&out, "    series:\n");
	for (unsigned int i = 0; series > 1 && i < series; i++) {
		buf_puts(&out, "      - label: ");
		put_label(&out, seed);
		buf_putc(&out, '\n');
	}
	if (strcmp(kind, "roadmap") != 0)
		buf_puts(&out, units[roll(seed, COUNT_OF(units))]);
	buf_puts(&out, "    rows:\n");
	for (unsigned int i = 0; i < rows; i++)
		put_row(&out, seed, kind, series);
	text = arena_strndup(f->arena, out.data, out.len);
	buf_free(&out);
	return text;
}

/* ---- data of the pack ---- */

static void put_text(struct buf *out, unsigned int *seed, const char *key)
{
	buf_printf(out, "%s: ", key);
	put_label(out, seed);
}

static void put_events(struct buf *out, unsigned int *seed)
{
	unsigned int year = 1950 + roll(seed, 50), count = 1 + roll(seed, 12), about = roll(seed, 12);

	buf_puts(out, "events:\n");
	for (unsigned int i = 0; i < count; i++) {
		year += 1 + roll(seed, 3) * roll(seed, 9);
		buf_printf(out, "  - {id: e%u, source: p1, date: %u%s%s, ", i, year, roll(seed, 2) ? "" : "-03",
			   i == about ? ", about: true" : "");
		put_text(out, seed, "title");
		if (!roll(seed, 4)) {
			buf_puts(out, ", ");
			put_text(out, seed, "note");
		}
		if (!roll(seed, 5))
			buf_puts(out, ", repeats: yearly");
		if (i == count / 2)
			buf_puts(out, ", main: true");
		buf_puts(out, "}\n");
	}
}

/* Bodies b0 .. b9 of two parties, fields f0 .. f5. */
static void put_world(struct buf *out, unsigned int *seed)
{
	buf_puts(out, "bodies:\n");
	for (unsigned int i = 0; i < 10; i++) {
		buf_printf(out, "  - {id: b%u, party: %s, ", i, i % 2 ? "south" : "a");
		put_text(out, seed, "name");
		buf_puts(out, "}\n");
	}
	buf_puts(out, "fields:\n");
	for (unsigned int i = 0; i < 6; i++) {
		buf_printf(out, "  - {id: f%u, ", i);
		put_text(out, seed, "name");
		buf_puts(out, "}\n");
	}
}

/* Some of the first `most` ids, each once. */
static void put_ids(struct buf *out, unsigned int *seed, const char *prefix, unsigned int least, unsigned int most)
{
	unsigned int first = roll(seed, most - least + 1), count = least + roll(seed, most - first - least + 1);

	for (unsigned int i = 0; i < count; i++)
		buf_printf(out, "%s%s%u", i ? ", " : "", prefix, first + i);
}

static void put_topics(struct buf *out, unsigned int *seed)
{
	unsigned int count = 1 + roll(seed, 6);

	buf_puts(out, "    topics:\n");
	for (unsigned int i = 0; i < count; i++) {
		unsigned int side = roll(seed, 3);

		buf_printf(out, "      - {id: t%u, source: p1, ", i);
		put_text(out, seed, "name");
		buf_puts(out, ", strengths: [");
		for (unsigned int k = 0; k < 2; k++) {
			if (side == 1 - k && i)
				continue;
			buf_printf(out, "%s{party: %s, text: {source: p1, en: Strong in",
				   k && !(side == 1 && i) ? ", " : "", k ? "south" : "a");
			buf_printf(out, " %s, ko: %s}}",
				   roll(seed, 2) ? "gauges" : "satellites and models of the sea floor",
				   roll(seed, 2) ? "검조기" : "위성과 해저 지형 모형");
		}
		buf_puts(out, "]}\n");
	}
}

static void put_instruments(struct buf *out, unsigned int *seed)
{
	unsigned int count = 1 + roll(seed, 7);

	buf_puts(out, "instruments:\n");
	for (unsigned int i = 0; i < count; i++) {
		buf_printf(out, "  - id: i%u\n    kind: {en: plan, ko: 계획}\n    signed: 2023\n    source: p1\n    ",
			   i);
		put_text(out, seed, "title");
		buf_puts(out, "\n    ");
		put_text(out, seed, "short");
		buf_puts(out, "\n    summary: {en: Short., ko: 짧다., source: p1}\n    fields: [");
		put_ids(out, seed, "f", 1, 6);
		buf_puts(out, "]\n    between: [");
		put_ids(out, seed, "b", 2, 10);
		buf_puts(out, "]\n");
		if (!i)
			put_topics(out, seed);
	}
}

static void put_forums(struct buf *out, unsigned int *seed, const char *side, unsigned int most)
{
	unsigned int count = 1 + roll(seed, most);

	buf_printf(out, "  %s:\n", side);
	for (unsigned int i = 0; i < count; i++) {
		buf_printf(out, "    - {id: %s%u, source: p1, members: [b%u, b%u], ", side, i, roll(seed, 5) * 2,
			   roll(seed, 5) * 2 + 1);
		put_text(out, seed, "name");
		buf_puts(out, "}\n");
	}
}

static void put_governance(struct buf *out, unsigned int *seed)
{
	buf_puts(out, "governance:\n  intro: {en: It changes., ko: 바뀐다., source: p1}\n");
	put_forums(out, seed, "before", 4);
	put_forums(out, seed, "after", 3);
}

static void put_places(struct buf *out, unsigned int *seed)
{
	unsigned int count = 2 + roll(seed, 5);

	buf_puts(out, "places:\n");
	for (unsigned int i = 0; i < count; i++) {
		buf_printf(out, "  - {id: p%u, latitude: %d, longitude: %d, ", 100 + i, (int)roll(seed, 160) - 80,
			   (int)roll(seed, 360) - 180);
		put_text(out, seed, "name");
		buf_puts(out, "}\n");
	}
}

/* ---- a chart of a kind ---- */

static const struct random_kind {
	const char *kind, *data; /* data NULL: it has rows */
} kinds[] = {
	{"timeline", "events"},
	{"governance", "governance"},
	{"matrix", "instruments\n    by: fields"},
	{"network", "instruments\n    by: between"},
	{"strengths", "instruments.i0.topics"},
	{"map", "places"},
	{"roadmap", NULL},
	{"bar", NULL},
	{"stacked", NULL},
	{"dot", NULL},
	{"line", NULL},
	{"waffle", NULL},
	{"units", NULL},
};

static const struct pack *random_pack(struct fixture *f, const struct random_kind *kind, unsigned int *seed)
{
	struct buf out = {0};
	const char *text;

	if (kind->data) {
		put_world(&out, seed);
		put_places(&out, seed);
		put_events(&out, seed);
		put_instruments(&out, seed);
		put_governance(&out, seed);
		buf_puts(&out, chart_yaml(f, kind->kind, kind->data, ""));
	} else {
		buf_puts(&out, own_yaml(f, kind->kind, random_rows(f, seed, kind->kind)));
	}
	text = arena_strdup(f->arena, out.data);
	buf_free(&out);
	return pack_of(f, text);
}

/* The colours are good: what is refused is too long or too many for its room. */
static void assert_refused_for_room(struct fixture *f)
{
	static const char *const codes[] = {"CHART_TOO_NARROW", "CHART_LONG_LABEL", "CHART_MANY_SIGNS",
					    "CHART_TOO_MANY", "CHART_CROWDED"};
	struct buf out = {0};
	bool found = false;

	diag_print(f->diag, &(struct diag_print){.form = DIAG_TEXT}, &out);
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		found |= out.len && strstr(out.data, codes[i]);
	if (!found || strstr(out.data, "_CONTRAST"))
		fail_msg("%s", out.len ? out.data : "no finding");
	buf_free(&out);
}

/* What the table shows of each value is said of it too, and its CSV has a line for each row. */
static void check_table(struct fixture *f, const struct chart_request *req)
{
	const struct value *rows = value_field(req->chart, "rows");
	const char *csv = chart_csv(f->arena, req), *said = chart_description(f->arena, req, 0);
	size_t lines = 0;

	for (const char *at = csv ? csv : ""; *at; at++)
		lines += *at == '\n';
	assert_int_equal(lines, csv ? value_count(rows) + 1 : 0);
	for (size_t i = 0; csv && i < value_count(rows); i++) {
		const struct value *values = value_field(value_at(rows, i), "values");

		for (size_t k = 0; k < value_count(values); k++)
			assert_non_null(strstr(said, chart_number(f->arena, req, 0, value_at(values, k))));
	}
}

/* True if it was drawn; of what is refused the reason is known. */
static bool check_one(struct fixture *f, const struct random_kind *kind, const char *lang, unsigned int seed)
{
	const struct pack *pack = random_pack(f, kind, &seed);
	int32_t width = (int32_t)(300 + roll(&seed, 350)) * 1000;
	struct chart_request req = request(f, pack, "drawn", lang, width);
	const struct drawing *drawing;

	f->diag = diag_new(f->arena);
	req.max_height = roll(&seed, 2) ? 200000 : 0;
	drawing = draw(f, &req);
	if (!drawing) {
		assert_refused_for_room(f);
		return false;
	}
	check_labels(drawing);
	check_shapes(drawing);
	check_words(f, &req, drawing);
	check_table(f, &req);
	return true;
}

static void check_kind(struct fixture *f, const struct random_kind *kind)
{
	static const char *const langs[] = {"en", "ko"};
	unsigned int drawn = 0;

	for (unsigned int i = 0; i < SEEDS; i++)
		for (size_t l = 0; l < COUNT_OF(langs); l++)
			drawn += check_one(f, kind, langs[l], i * 13 + (unsigned int)(kind - kinds) + 1);
	if (drawn < SEEDS)
		fail_msg("of %s only %u of %d were drawn", kind->kind, drawn, 2 * SEEDS);
}

static void random_data_keep_apart(void **state)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		struct fixture *f;

		tear_down(state);
		assert_int_equal(set_up(state), 0);
		f = *state;
		check_kind(f, &kinds[i]);
	}
}

/* Both languages in one drawing have twice as many labels. */
static void random_data_keep_apart_in_two_languages(void **state)
{
	unsigned int drawn = 0;

	for (unsigned int i = 0; i < SEEDS; i++)
		drawn += check_one(*state, &kinds[i % COUNT_OF(kinds)], i % 2 ? "en+ko" : "ko+en", i + 1);
	assert_true(drawn > SEEDS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(random_data_keep_apart, set_up, tear_down),
		cmocka_unit_test_setup_teardown(random_data_keep_apart_in_two_languages, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
