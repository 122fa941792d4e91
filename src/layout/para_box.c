/*
 * para_box: a text of one language as lines of ink, with its links. Leading and the place of the baseline in a line
 * come from the style's size, never from font tables: a fallback glyph moves nothing.
 */
#include "layout_int.h"

#include <string.h>

enum { UNDERLINE = 400 }; /* mpt, thickness of the line under a link */

/* ---- measures of a style ---- */

int32_t para_box_leading(const struct galley *g, const struct style *style, size_t lang)
{
	int32_t leading = style->leading[lang] > 0 ? style->leading[lang] : style->size[lang] * 6 / 5;

	return galley_snap(g, leading > 0 ? leading : g->grid);
}

/* The capitals stand in the middle of the line, moved to the nearest step of the grid. */
int32_t para_box_baseline(const struct galley *g, const struct style *style, size_t lang)
{
	int32_t leading = para_box_leading(g, style, lang);
	const struct font_info *info = style->face[lang] ? face_info(style->face[lang]) : NULL;
	int64_t cap = info && info->upem > 0 ? (int64_t)style->size[lang] * info->cap_height / info->upem : 0;
	int32_t middle = (int32_t)((leading + cap) / 2);
	int32_t base = (middle + g->grid / 2) / g->grid * g->grid;

	return base < leading ? base : leading;
}

struct text_style para_box_style(const struct galley *g, const struct style *style, size_t lang, bool strong)
{
	const struct face *face = strong && style->strong_face[lang] ? style->strong_face[lang] : style->face[lang];

	return (struct text_style){
		.face = face,
		.size = style->size[lang],
		.lang = g->flow->langs[lang].key,
		.tag = g->flow->langs[lang].tag,
		.tabular = style->tabular,
	};
}

/* ---- text without guise ---- */

const char *para_box_plain(struct galley *g, const struct inline_text *text)
{
	struct buf out = {0};
	const char *plain;

	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i].kind == RUN_TEXT)
			buf_put(&out, text->runs[i].text, text->runs[i].len);
	plain = arena_strndup(g->arena, out.data ? out.data : "", out.len);
	buf_free(&out);
	return plain;
}

bool para_box_same(struct galley *g, const struct pair *pair)
{
	if (!pair->text[0].count || !pair->text[1].count)
		return false;
	return !strcmp(para_box_plain(g, &pair->text[0]), para_box_plain(g, &pair->text[1]));
}

const struct shaped *para_box_shape(struct galley *g, const struct style *style, size_t lang,
				    const struct inline_text *text)
{
	const struct text_style how = para_box_style(g, style, lang, text->count && text->runs[0].strong);
	const char *plain = para_box_plain(g, text);

	return text_shape(g->text, &how, plain, strlen(plain), text->pos);
}

/* ---- spans ---- */

static const char *lang_of(const struct galley *g, const struct para_spec *spec, const struct run *run)
{
	return run->lang ? run->lang->tag : g->flow->langs[spec->lang].tag;
}

/* The language of a text that is all in one; else that of its place. */
static const char *lang_of_all(const struct galley *g, const struct para_spec *spec)
{
	const char *first = lang_of(g, spec, &spec->text->runs[0]);

	for (size_t i = 1; i < spec->text->count; i++)
		if (strcmp(lang_of(g, spec, &spec->text->runs[i]), first))
			return g->flow->langs[spec->lang].tag;
	return first;
}

static bool same_target(const struct run *a, const struct run *b)
{
	const char *x = a->url ? a->url : a->dest, *y = b->url ? b->url : b->dest;

	return x && y && !a->url == !b->url && !strcmp(x, y);
}

/* What a link says: the text of all runs in a row that lead to the same place. */
static const char *link_contents(struct galley *g, const struct inline_text *text, size_t first)
{
	size_t end = first;

	while (end < text->count && same_target(&text->runs[first], &text->runs[end]))
		end++;
	return para_box_plain(g, &(struct inline_text){.runs = text->runs + first, .count = end - first});
}

/* Links to one place in a row are one, and the last of them may name its page. */
static struct anchor *where_of(struct galley *g, const struct para_spec *spec, size_t first)
{
	const struct run *runs = spec->text->runs;

	for (size_t i = first; i < spec->text->count && same_target(&runs[first], &runs[i]); i++)
		if (runs[i].kind == RUN_WHERE)
			return whereabouts_at(g, &runs[i], spec->lang);
	return NULL;
}

static const struct link_target *new_link(struct galley *g, const struct para_spec *spec, struct tag *parent,
					  size_t first)
{
	const struct run *run = &spec->text->runs[first];
	struct link_target *link = arena_alloc(g->arena, sizeof *link);

	link->url = run->url;
	link->dest = run->url ? NULL : galley_dest(g, run->dest, spec->lang);
	link->contents = link_contents(g, spec->text, first);
	link->lang = lang_of(g, spec, run);
	link->tag = tag_new(g, parent, TAG_LINK, run->pos);
	tag_name_lang(link->tag, link->lang);
	link->pos = run->pos;
	link->where = where_of(g, spec, first);
	*LIST_ADD(g->arena, &g->links) = link;
	return link;
}

static const struct link_target *link_of(struct galley *g, const struct para_spec *spec, struct tag *parent, size_t i,
					 const struct link_target *before)
{
	const struct run *runs = spec->text->runs;

	if (spec->link)
		return spec->link;
	if (!parent || (!runs[i].url && !runs[i].dest))
		return NULL;
	return before && i > 0 && same_target(&runs[i - 1], &runs[i]) ? before : new_link(g, spec, parent, i);
}

/* Words of another language than the paragraph's are a Span that names it; so is an abbreviation that is explained. */
static struct tag *span_tag(struct galley *g, const struct para_spec *spec, struct tag *tag, const struct run *run)
{
	struct tag *span;

	if (!tag || (!run->means && !strcmp(lang_of(g, spec, run), tag_lang(tag))))
		return tag;
	span = tag_new(g, tag, TAG_SPAN, run->pos);
	span->means = run->means;
	tag_name_lang(span, lang_of(g, spec, run));
	return span;
}

static const struct span_ink *make_ink(struct galley *g, const struct para_spec *spec, struct tag *tag,
				       const struct run *run, const struct link_target *link)
{
	struct span_ink *ink = arena_alloc(g->arena, sizeof *ink);

	ink->link = link;
	ink->tag = span_tag(g, spec, link ? link->tag : tag, run);
	ink->color = run->quiet ? spec->style->quiet_color : spec->style->color;
	ink->underline = link && !spec->link && !run->quiet;
	return ink;
}

/* A language of the edition has its own face; any other takes that of its place. */
static struct text_style run_style(const struct galley *g, const struct para_spec *spec, const struct run *run)
{
	struct text_style style = para_box_style(g, spec->style, spec->lang, run->strong);

	if (!run->lang)
		return style;
	for (size_t l = 0; l < g->flow->lang_count; l++)
		if (!strcmp(g->flow->langs[l].key, run->lang->key))
			style.face = para_box_style(g, spec->style, l, run->strong).face;
	style.lang = run->lang->key;
	style.tag = run->lang->tag;
	return style;
}

/* False if a reference says nothing of its page. In a list of contents none does. */
static bool where_span(struct galley *g, const struct para_spec *spec, struct tag *tag, const struct run *run,
		       const struct link_target *link, struct text_span *span)
{
	const char *text = spec->link ? "" : whereabouts_text(g, run, spec->lang);

	if (!*text)
		return false;
	*span = (struct text_span){
		.text = text,
		.len = strlen(text),
		.style = run_style(g, spec, run),
		.pos = run->pos,
		.user = make_ink(g, spec, tag, run, link),
	};
	return true;
}

/* Returns the number of spans; a run that only running lines know is a finding. */
static size_t make_spans(struct galley *g, const struct para_spec *spec, struct tag *tag, struct text_span *spans)
{
	const struct link_target *link = NULL;
	size_t count = 0;

	for (size_t i = 0; i < spec->text->count; i++) {
		const struct run *run = &spec->text->runs[i];

		if (run->kind == RUN_NOTE) {
			count += notes_mark(g, spec, tag, run, &spans[count]);
			link = NULL;
			continue;
		}
		if (run->kind == RUN_WHERE) {
			link = link_of(g, spec, tag, i, link);
			count += where_span(g, spec, tag, run, link, &spans[count]);
			continue;
		}
		if (run->kind != RUN_TEXT && tag)
			DIAG0(g->diag, LAYOUT_RUN_PLACE, run->pos);
		if (run->kind != RUN_TEXT || !run->len)
			continue;
		link = link_of(g, spec, tag, i, link);
		spans[count++] = (struct text_span){
			.text = run->text,
			.len = run->len,
			.style = run_style(g, spec, run),
			.pos = run->pos,
			.user = make_ink(g, spec, tag, run, link),
		};
	}
	return count;
}

/* ---- setting ---- */

struct para_spec para_box_spec(const struct style *style, const struct pair *text, size_t lang, enum tag_role role,
			       struct pos pos)
{
	return (struct para_spec){
		.style = style,
		.text = &text->text[lang],
		.lang = lang,
		.align = style->align,
		.role = role,
		.pos = pos,
	};
}

static struct tag *make_tag(struct galley *g, const struct para_spec *spec)
{
	struct tag *tag = spec->tag;

	if (!tag && spec->parent) {
		tag = tag_new(g, spec->parent, spec->role, spec->pos);
		tag_name_lang(tag, lang_of_all(g, spec));
	}
	return tag;
}

bool para_box_set(struct galley *g, const struct para_spec *spec, struct para_box *box)
{
	struct text_span *spans = arena_array(g->scratch, spec->text->count, sizeof *spans);
	struct text_para_spec para = {
		.spans = spans,
		.width = spec->w > 0 ? spec->w : 1,
		.align = spec->align,
		.hyphenate = spec->style->hyphenate,
		.divide = true,
		.balance = spec->style->balance,
		.hang = true,
		.trial = g->sketch != NULL,
		.bare = g->sketch != NULL,
		.diag = g->diag,
		.arena = g->scratch,
		.pos = spec->text->pos.file ? spec->text->pos : spec->pos,
	};

	*box = (struct para_box){.style = spec->style, .lang = spec->lang, .x = spec->x};
	box->leading = para_box_leading(g, spec->style, spec->lang);
	box->baseline = para_box_baseline(g, spec->style, spec->lang);
	if (!spec->text->count)
		return false;
	box->tag = make_tag(g, spec);
	para.count = make_spans(g, spec, box->tag, spans);
	if (!para.count)
		return false;
	box->para = text_para_set(g->text, &para);
	box->count = box->para->count;
	return box->count > 0;
}

int32_t para_box_height(const struct para_box *box)
{
	return (int32_t)box->count * box->leading;
}

/* ---- ink ---- */

/* The part of a line that is one link, as far as its ink goes. */
struct link_part {
	const struct span_ink *span;
	int32_t from, to;
};

static void underline_ink(struct galley *g, size_t lane, const struct para_box *box, const struct link_part *part,
			  int32_t y)
{
	struct ink *ink = galley_ink(g, lane);

	ink->kind = INK_RECT;
	ink->behind = true;
	ink->x = box->x + part->from;
	ink->y = y + box->baseline + box->style->size[box->lang] / 7;
	ink->color = part->span->color;
	ink->as.box.w = part->to - part->from;
	ink->as.box.h = UNDERLINE;
}

static void link_ink(struct galley *g, size_t lane, unsigned order, const struct para_box *box,
		     const struct link_part *part, int32_t y)
{
	const struct link_target *link = part->span ? part->span->link : NULL;
	struct ink *ink;

	if (!link || part->to <= part->from)
		return;
	if (link->where)
		whereabouts_use(g, lane, link->where);
	ink = galley_ink(g, lane);
	ink->kind = INK_LINK;
	ink->order = order;
	ink->x = box->x + part->from;
	ink->y = y;
	ink->tag = link->tag;
	ink->as.box.w = (link->right ? link->right - box->x : part->to) - part->from;
	ink->as.box.h = box->leading;
	ink->as.box.target = link;
	if (part->span->underline)
		underline_ink(g, lane, box, part, y);
}

/* A copy of a run whose glyphs stand higher: its baseline stays where it was. */
static struct glyph_run raised(struct galley *g, const struct glyph_run *run, int32_t by)
{
	struct glyph *glyphs = arena_array(g->arena, run->count, sizeof *glyphs);
	struct glyph_run copy = *run;

	for (size_t i = 0; i < run->count; i++) {
		glyphs[i] = run->glyphs[i];
		glyphs[i].dy += by;
	}
	copy.glyphs = glyphs;
	return copy;
}

static void piece_ink(struct galley *g, size_t lane, unsigned order, const struct para_box *box,
		      const struct text_piece *piece, int32_t y)
{
	const struct span_ink *span = piece->span->user;
	struct ink *ink = galley_ink(g, lane);

	ink->kind = INK_TEXT;
	ink->order = order;
	ink->x = box->x + piece->x;
	ink->y = y + box->baseline;
	ink->tag = span->tag;
	ink->color = span->color;
	ink->as.run = span->raise ? raised(g, &piece->run, span->raise) : piece->run;
	if (span->note)
		notes_use(g, lane, span->note);
}

static bool same_link(const struct link_part *part, const struct span_ink *span)
{
	return part->span && part->span->link == span->link;
}

void para_box_line(struct galley *g, size_t lane, unsigned order, const struct para_box *box, size_t index, int32_t y)
{
	const struct text_line *line = &box->para->lines[index];
	struct link_part part = {0};

	for (size_t i = 0; i < line->count; i++) {
		const struct text_piece *piece = &line->pieces[i];
		int32_t end = piece->x + piece->run.width, ink_end = line->x + line->width;

		if (!same_link(&part, piece->span->user)) {
			link_ink(g, lane, order, box, &part, y);
			part = (struct link_part){.span = piece->span->user, .from = piece->x};
		}
		part.to = end < ink_end ? end : ink_end;
		piece_ink(g, lane, order, box, piece, y);
	}
	link_ink(g, lane, order, box, &part, y);
}

void para_box_lines(struct galley *g, size_t lane, unsigned order, const struct para_box *box, int32_t y)
{
	for (size_t i = 0; i < box->count; i++)
		para_box_line(g, lane, order, box, i, y + (int32_t)i * box->leading);
}
