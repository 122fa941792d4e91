/*
 * Ties: records that connect others by a list of references, and a network in words.
 */
#include "chart_int.h"

static size_t find_node(const struct ties *t, const struct value *record)
{
	size_t i = 0;

	while (i < t->node_count && t->nodes[i] != record)
		i++;
	return i;
}

static const struct value *list_of(const struct chart_request *req, const struct value *record)
{
	const char *by = value_text(value_field(req->chart, "by"), 0);

	return by ? value_field(record, by) : NULL;
}

static size_t add_node(struct ties *t, const struct value *record)
{
	size_t at = find_node(t, record);

	if (at < t->node_count)
		return at;
	t->nodes[at] = record;
	t->party[at] = value_deref(value_field(record, "party"));
	t->node_count++;
	return at;
}

static void read_tie(struct arena *arena, const struct chart_request *req, struct ties *t, struct tie *tie)
{
	const struct value *list = list_of(req, tie->record);

	tie->ends = arena_array(arena, value_count(list), sizeof *tie->ends);
	for (size_t i = 0; i < value_count(list); i++) {
		const struct value *end = value_deref(value_at(list, i));

		if (end && end->kind == VALUE_RECORD)
			tie->ends[tie->end_count++] = add_node(t, end);
	}
}

void ties_read(struct arena *arena, const struct chart_request *req, struct ties *t)
{
	const struct value *data = chart_data(req);
	size_t most = 0;

	*t = (struct ties){.count = value_count(data)};
	t->ties = arena_array(arena, t->count, sizeof *t->ties);
	for (size_t i = 0; i < t->count; i++) {
		t->ties[i].record = value_deref(value_at(data, i));
		most += value_count(list_of(req, t->ties[i].record));
	}
	t->nodes = arena_array(arena, most, sizeof *t->nodes);
	t->party = arena_array(arena, most, sizeof *t->party);
	for (size_t i = 0; i < t->count; i++)
		read_tie(arena, req, t, &t->ties[i]);
}

/* ---- in words ---- */

static const char *node_name(const struct chart_request *req, size_t lang, const struct ties *t, size_t node)
{
	return wording_text(req, lang, wording_label(t->nodes[node]));
}

static const char *ends_of(struct arena *arena, const struct chart_request *req, size_t lang, const struct ties *t,
			   const struct tie *tie)
{
	const char **texts = arena_array(arena, tie->end_count, sizeof *texts);

	for (size_t i = 0; i < tie->end_count; i++)
		texts[i] = node_name(req, lang, t, tie->ends[i]);
	return wording_join(arena, req->langs[lang].locale, texts, tie->end_count, NULL);
}

const char *ties_alt(struct arena *arena, const struct chart_request *req, size_t lang)
{
	const struct locale *locale = req->langs[lang].locale;
	const char *texts[2], **names, *ties, *nodes;
	struct ties t;

	ties_read(arena, req, &t);
	if (t.count == 0 || t.node_count == 0)
		return NULL;
	names = arena_array(arena, t.node_count, sizeof *names);
	for (size_t i = 0; i < t.node_count; i++)
		names[i] = node_name(req, lang, &t, i);
	ties = wording_number(arena, locale, t.count);
	nodes = wording_number(arena, locale, t.node_count);
	texts[0] = wording_phrase(arena, locale, "chart_alt_network_names", "ties", ties, "nodes", nodes, "names",
				  wording_join(arena, locale, names, t.node_count, NULL), NULL);
	texts[1] = wording_phrase(arena, locale, "chart_alt_network", "ties", ties, "nodes", nodes, NULL);
	return wording_fit(texts, COUNT_OF(texts));
}

/* The nodes of each party, then what connects them. */
static void describe_parties(struct arena *arena, const struct chart_request *req, size_t lang, const struct ties *t,
			     struct buf *out)
{
	bool *done = arena_array(arena, t->node_count, sizeof *done);
	const char **names = arena_array(arena, t->node_count, sizeof *names);

	for (size_t i = 0; i < t->node_count; i++) {
		size_t count = 0;

		if (done[i] || !t->party[i])
			continue;
		for (size_t k = i; k < t->node_count; k++) {
			if (t->party[k] != t->party[i])
				continue;
			done[k] = true;
			names[count++] = node_name(req, lang, t, k);
		}
		buf_puts(out, wording_phrase(arena, req->langs[lang].locale, "chart_point", "name",
					     wording_text(req, lang, wording_label(t->party[i])), "value",
					     wording_join(arena, req->langs[lang].locale, names, count, NULL), NULL));
		buf_putc(out, '\n');
	}
}

void ties_describe(struct arena *arena, const struct chart_request *req, size_t lang, struct buf *out)
{
	struct ties t;

	ties_read(arena, req, &t);
	describe_parties(arena, req, lang, &t, out);
	for (size_t i = 0; i < t.count; i++) {
		buf_puts(out, wording_phrase(arena, req->langs[lang].locale, "chart_point", "name",
					     wording_text(req, lang, wording_label(t.ties[i].record)), "value",
					     ends_of(arena, req, lang, &t, &t.ties[i]), NULL));
		buf_putc(out, '\n');
	}
}
