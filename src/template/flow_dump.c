/* flow_dump: a flow as text, one block a line, indented; texts below in each language. Tests compare it. */
#include "template_int.h"

#include <string.h>

static const char *const kind_names[] = {
	[BLOCK_SECTION] = "section",   [BLOCK_HEADING] = "heading",
	[BLOCK_PARA] = "para",         [BLOCK_LIST] = "list",
	[BLOCK_ITEM] = "item",         [BLOCK_CALLOUT] = "callout",
	[BLOCK_TILES] = "tiles",       [BLOCK_TILE] = "tile",
	[BLOCK_TABLE] = "table",       [BLOCK_ROW] = "row",
	[BLOCK_CELL] = "cell",         [BLOCK_FIGURE] = "figure",
	[BLOCK_CONTENTS] = "contents", [BLOCK_SPACE] = "space",
	[BLOCK_FILL] = "fill",         [BLOCK_PAGE_BREAK] = "page_break",
	[BLOCK_NOTE] = "note",         [BLOCK_LOGOS] = "logos",
	[BLOCK_LOGO] = "logo",
};
_Static_assert(COUNT_OF(kind_names) == BLOCK_KINDS, "a name for each kind of block");

static const char *const arrangements[] = {"parallel", "blocks", "facing", "sequence", "single"};
static const char *const alignments[] = {"start", "justify", "end", "center"};
static const char *const widths[] = {"", " columns equal", " columns solved"};
static const char *const markers[] = {"none", "bullet", "number"};

static void put_indent(struct buf *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_puts(out, "  ");
}

static void put_measure(struct buf *out, const char *name, int32_t mpt)
{
	buf_printf(out, " %s ", name);
	buf_mpt(out, mpt);
}

static void put_run(const struct run *run, size_t lang, struct buf *out);

static void put_note(const struct inline_text *text, size_t lang, struct buf *out)
{
	buf_puts(out, "{note: ");
	for (size_t i = 0; i < text->count; i++)
		put_run(&text->runs[i], lang, out);
	buf_putc(out, '}');
}

static void put_run(const struct run *run, size_t lang, struct buf *out)
{
	static const char *const marks[] = {[RUN_PAGE] = "{page}", [RUN_PAGES] = "{pages}", [RUN_SECTION] = "{section}"};

	if (run->quiet)
		buf_putc(out, '~');
	if (run->strong)
		buf_puts(out, "**");
	if (run->url || run->dest)
		buf_putc(out, '[');
	if (run->lang)
		buf_printf(out, "(%s)", run->lang->key);
	if (run->kind == RUN_TEXT || run->kind == RUN_WHERE)
		buf_put(out, run->text, run->len);
	else if (run->kind == RUN_NOTE)
		put_note(&run->note->text.text[lang], lang, out);
	else
		buf_puts(out, marks[run->kind]);
	if (run->means)
		buf_printf(out, "{means: %s}", run->means);
	if (run->url)
		buf_printf(out, "](%s)", run->url);
	if (run->dest)
		buf_printf(out, "](#%s)", run->dest);
	if (run->strong)
		buf_puts(out, "**");
}

static void put_pair(const struct flow *flow, const char *name, const struct pair *pair, int depth, struct buf *out)
{
	for (size_t lang = 0; lang < flow->lang_count; lang++) {
		const struct inline_text *text = &pair->text[lang];

		if (!text->count)
			continue;
		put_indent(out, depth);
		buf_printf(out, "%s%s: ", name, flow->langs[lang].key);
		for (size_t i = 0; i < text->count; i++)
			put_run(&text->runs[i], lang, out);
		buf_putc(out, '\n');
	}
}

/* ---- blocks ---- */

static void put_table(const struct block *b, struct buf *out)
{
	buf_printf(out, " head %zu columns", b->head_rows);
	for (size_t i = 0; i < b->column_count; i++)
		buf_printf(out, " %d/%s", (int)b->columns[i].weight,
			   b->columns[i].figures == FIGURES_DECIMAL ? "decimal" : alignments[b->columns[i].align]);
}

static void put_facts(const struct block *b, struct buf *out)
{
	static const char *const headers[] = {"", " column-header", " row-header"};

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CONTENTS)
		buf_printf(out, " %d", b->level);
	if (b->kind == BLOCK_HEADING && !b->outline)
		buf_puts(out, " hidden");
	buf_printf(out, " .%s", b->style->name);
	if (b->second_style)
		buf_printf(out, " .%s", b->second_style->name);
	if (b->mark_style)
		buf_printf(out, " .%s", b->mark_style->name);
	if (b->label)
		buf_printf(out, " #%s", b->label);
	if (b->master)
		buf_printf(out, " on %s", b->master);
	if (b->max_pages)
		buf_printf(out, " max_pages %d", b->max_pages);
	if (b->kind == BLOCK_LIST)
		buf_printf(out, " %s", markers[b->marker]);
	if (b->list_columns > 1)
		buf_printf(out, " in %d columns", b->list_columns);
	if (b->above)
		buf_printf(out, " above %zu", b->above);
	if (b->kind == BLOCK_TILES)
		buf_printf(out, " per_row %d", b->per_row);
	if (b->kind == BLOCK_TABLE)
		put_table(b, out);
	buf_puts(out, headers[b->header]);
	if (b->span > 1)
		buf_printf(out, " span %d", b->span);
	if (b->row_span > 1)
		buf_printf(out, " rows %d", b->row_span);
	if (b->height)
		put_measure(out, "height", b->height);
	if (b->chart)
		buf_printf(out, " chart %s", b->chart->as.record.id ? b->chart->as.record.id : "-");
	if (b->gap)
		put_measure(out, "gap", b->gap);
	if (b->artwork)
		buf_printf(out, " artwork %s", b->artwork->as.record.id ? b->artwork->as.record.id : "-");
}

static void put_block(const struct flow *flow, const struct block *b, int depth, struct buf *out)
{
	put_indent(out, depth);
	buf_puts(out, kind_names[b->kind]);
	put_facts(b, out);
	buf_putc(out, '\n');
	put_pair(flow, "mark ", &b->mark, depth + 1, out);
	put_pair(flow, "", &b->text, depth + 1, out);
	for (size_t i = 0; i < b->count; i++)
		put_block(flow, b->children[i], depth + 1, out);
}

/* ---- pages and the whole ---- */

static void put_master(const struct flow *flow, const struct page_master *m, struct buf *out)
{
	buf_printf(out, "page %s", m->name);
	put_measure(out, "width", m->width);
	put_measure(out, "height", m->height);
	put_measure(out, "top", m->top);
	put_measure(out, "right", m->right);
	put_measure(out, "bottom", m->bottom);
	put_measure(out, "left", m->left);
	put_measure(out, "gap", m->gap);
	buf_puts(out, widths[m->columns]);
	buf_puts(out, m->mirrored ? " mirrored" : "");
	buf_printf(out, "%s decorations %zu\n", m->numbered ? "" : " unnumbered", m->decoration_count);
	for (size_t i = 0; i < m->running_count; i++) {
		const struct running *r = &m->running[i];

		buf_printf(out, "  running .%s", r->style->name);
		put_measure(out, "baseline", r->baseline);
		buf_putc(out, '\n');
		put_pair(flow, "start ", &r->start, 2, out);
		put_pair(flow, "end ", &r->end, 2, out);
	}
}

void flow_dump(const struct flow *flow, struct buf *out)
{
	buf_printf(out, "flow %s grid ", arrangements[flow->arrangement]);
	buf_mpt(out, flow->grid);
	if (flow->max_pages)
		buf_printf(out, " max_pages %d", flow->max_pages);
	buf_putc(out, '\n');
	for (size_t i = 0; i < flow->lang_count; i++)
		buf_printf(out, "title %s (%s): %s\n", flow->langs[i].key, flow->langs[i].tag,
			   flow->title[i] ? flow->title[i] : "");
	buf_printf(out, "author: %s\ndate: %04d-%02d-%02d\n", flow->author ? flow->author : "-", flow->date.year,
		   flow->date.month, flow->date.day);
	for (size_t i = 0; i < flow->master_count; i++)
		put_master(flow, &flow->masters[i], out);
	put_block(flow, flow->root, 0, out);
}
