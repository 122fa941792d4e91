/*
 * Findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), which forges and editors read.
 */
#include "diag.h"
#include "diag_int.h"

#include <string.h>

static const char *sarif_level(enum diag_level level)
{
	return level == DIAG_STYLE ? "note" : level == DIAG_WARNING ? "warning" : "error";
}

/* A path as the reference of a URI (RFC 3986). */
static void sarif_uri(const char *path, struct buf *out)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

	buf_puts(out, path[0] == '/' ? "\"file://" : "\"");
	for (; *path; path++) {
		if (strchr(plain, *path))
			buf_putc(out, *path);
		else
			buf_printf(out, "%%%02X", (unsigned int)(unsigned char)*path);
	}
	buf_putc(out, '"');
}

static void sarif_place(struct pos pos, struct buf *out)
{
	buf_puts(out, "\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
	sarif_uri(pos.file->path, out);
	buf_putc(out, '}');
	if (pos.line)
		buf_printf(out, ", \"region\": {\"startLine\": %u, \"startColumn\": %u}", (unsigned int)pos.line,
			   (unsigned int)pos.column);
	buf_putc(out, '}');
}

static void sarif_text(const char *text, struct buf *out)
{
	buf_puts(out, "{\"text\": ");
	buf_json(out, text);
	buf_putc(out, '}');
}

static void sarif_notes(const struct finding *f, const struct diag_print *how, struct buf *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < f->notes.count; i++) {
		const struct finding_note *note = &f->notes.items[i];

		if (!note->pos.file)
			continue;
		buf_puts(out, shown++ ? ", {" : ",\n       \"relatedLocations\": [{");
		sarif_place(note->pos, out);
		buf_puts(out, ", \"message\": ");
		sarif_text(how->korean ? note->ko : note->en, out);
		buf_putc(out, '}');
	}
	if (shown)
		buf_putc(out, ']');
}

static void sarif_result(const struct finding *f, size_t rule, const struct diag_print *how, struct buf *out)
{
	const struct diag_entry *entry = diag_entry_at(f->code);
	struct buf phrase = {0};

	diag_phrase(f, how->korean, &phrase);
	buf_printf(out, "      {\"ruleId\": \"%s\", \"ruleIndex\": %zu, \"level\": \"%s\", \"message\": ", entry->name,
		   rule, sarif_level(entry->level));
	sarif_text(phrase.data, out);
	if (f->pos.file) {
		buf_puts(out, ",\n       \"locations\": [{");
		sarif_place(f->pos, out);
		buf_puts(out, "}]");
	}
	sarif_notes(f, how, out);
	buf_putc(out, '}');
	buf_free(&phrase);
}

static void sarif_rule(const struct diag_entry *entry, const struct diag_print *how, struct buf *out)
{
	buf_printf(out, "      {\"id\": \"%s\", \"shortDescription\": ", entry->name);
	sarif_text(how->korean ? entry->ko : entry->en, out);
	buf_puts(out, ", \"fullDescription\": ");
	sarif_text(entry->help, out);
	buf_printf(out, ", \"defaultConfiguration\": {\"level\": \"%s\"}}", sarif_level(entry->level));
}

/* The codes that were found, each once, in order; rules[code] is 1 + its place. */
static size_t sarif_rules(const struct finding **sorted, size_t count, size_t rules[DIAG_CODES],
			  enum diag_code order[DIAG_CODES])
{
	size_t known = 0;

	for (size_t i = 0; i < count; i++)
		if (!rules[sorted[i]->code]) {
			order[known++] = sorted[i]->code;
			rules[sorted[i]->code] = known;
		}
	return known;
}

void diag_sarif(const struct diag *diag, const struct diag_print *how, struct buf *out)
{
	const struct finding **sorted = diag_sorted(diag);
	size_t count = map_count(diag->known), rules[DIAG_CODES] = {0}, known;
	enum diag_code order[DIAG_CODES];

	known = sarif_rules(sorted, count, rules, order);
	buf_puts(
		out,
		"{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [\n"
		"  {\"tool\": {\"driver\": {\"name\": \"bifolio\", ");
	if (how->version)
		buf_printf(out, "\"version\": \"%s\", ", how->version);
	buf_puts(out, "\"rules\": [");
	for (size_t i = 0; i < known; i++) {
		buf_puts(out, i ? ",\n" : "\n");
		sarif_rule(diag_entry_at(order[i]), how, out);
	}
	buf_puts(out, "]}},\n   \"columnKind\": \"unicodeCodePoints\",\n   \"results\": [");
	for (size_t i = 0; i < count; i++) {
		buf_puts(out, i ? ",\n" : "\n");
		sarif_result(sorted[i], rules[sorted[i]->code] - 1, how, out);
	}
	buf_puts(out, "]}]}\n");
}
