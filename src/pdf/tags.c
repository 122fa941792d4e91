/*
 * The structure tree: one object an element, with what it holds in reading order, and the parent tree that leads back
 * from marked content and annotations to their elements.
 */
#include "pdf_int.h"

#include <string.h>

/* One caption may explain a drawing that is two figures, one a language: it stands beside them, not in one of them. */
static bool is_outer_caption(const struct tag *tag)
{
	return tag->role == TAG_CAPTION && tag->parent && tag->parent->role != TAG_FIGURE &&
	       tag->parent->role != TAG_TABLE;
}

const char *tags_role(const struct writer *w, const struct tag *tag)
{
	const struct target *target = w->target;

	if (target->captions_inside && is_outer_caption(tag) && !w->tags[tag->index].figure)
		return tag_role_name(TAG_P);
	return target->renamed[tag->role] ? target->renamed[tag->role] : tag_role_name(tag->role);
}

static struct tag_state *state_of(const struct writer *w, const struct tag *tag)
{
	if (tag->index >= w->layout->tag_count)
		BUG("tag %zu is not among the %zu of the layout", tag->index, w->layout->tag_count);
	return &w->tags[tag->index];
}

/* Elements are numbered in reading order. */
static void number_tag(struct writer *w, const struct tag *tag)
{
	struct tag_state *state = state_of(w, tag);

	if (state->object)
		BUG("a %s has two places in the structure tree", tags_role(w, tag));
	state->tag = tag;
	state->object = object_new(w->objects);
	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		if (m->kind == MARK_CHILD)
			number_tag(w, m->child);
}

uint32_t tags_element(const struct writer *w, const struct tag *tag)
{
	const struct object *o = tag ? state_of(w, tag)->object : NULL;

	return (o ? o : state_of(w, w->layout->root)->object)->number;
}

void tags_number(struct writer *w)
{
	w->structure = object_new(w->objects);
	if (w->target->namespace)
		w->namespace = object_new(w->objects);
	number_tag(w, w->layout->root);
	headers_join(w, w->layout->root);
	if (w->target->captions_inside)
		captions_join(w, w->layout->root);
}

unsigned tags_ink(struct writer *w, const struct tag *tag, unsigned chunk, size_t page)
{
	struct page_state *at = &w->pages[page];
	struct tag_state *state = state_of(w, tag);
	struct tag_ink *ink = arena_alloc(w->arena, sizeof *ink);

	*ink = (struct tag_ink){.page = page, .chunk = chunk, .mcid = (unsigned)at->owners.count};
	*LIST_ADD(w->arena, &at->owners) = tag;
	if (state->last)
		state->last->next = ink;
	else
		state->first = ink;
	state->last = ink;
	return ink->mcid;
}

/* ---- what an element holds ---- */

struct kids {
	struct writer *w;
	const struct tag *tag;
	struct buf text;
	size_t count;
	size_t page; /* of the element: content there needs no page of its own */
	bool has_page;
};

static void add_content(struct kids *k, const struct tag_ink *ink)
{
	if (!k->has_page)
		k->page = ink->page;
	k->has_page = true;
	if (ink->page == k->page) {
		buf_printf(&k->text, " %u", ink->mcid);
	} else {
		buf_puts(&k->text, "<</Type/MCR/Pg ");
		token_ref(&k->text, k->w->pages[ink->page].object->number);
		buf_printf(&k->text, "/MCID %u>>", ink->mcid);
	}
	k->count++;
}

/* How many sequences of the tag on that page come before the mark: the mark's chunk. */
static unsigned chunk_of(const struct tag *tag, const struct tag_mark *mark)
{
	unsigned chunk = 0;

	for (const struct tag_mark *m = tag->marks; m != mark; m = m->next)
		if (m->kind == MARK_INK && m->page == mark->page)
			chunk++;
	return chunk;
}

/* More than one if other ink came between in painting order; none if nothing was drawn. */
static void add_ink(struct kids *k, const struct tag_mark *mark)
{
	unsigned chunk = chunk_of(k->tag, mark);

	for (struct tag_ink *ink = state_of(k->w, k->tag)->first; ink; ink = ink->next)
		if (ink->page == mark->page && ink->chunk == chunk) {
			ink->placed = true;
			add_content(k, ink);
		}
}

static void add_link(struct kids *k, const struct tag_mark *mark)
{
	struct link_state *state = &k->w->pages[mark->page].links[mark->link];

	if (k->w->layout->pages[mark->page].links[mark->link].tag != k->tag)
		BUG("link %zu of page %zu is held by another tag than its own", mark->link, mark->page + 1);
	state->placed = true;
	buf_puts(&k->text, "<</Type/OBJR/Pg ");
	token_ref(&k->text, k->w->pages[mark->page].object->number);
	buf_puts(&k->text, "/Obj ");
	token_ref(&k->text, state->object->number);
	buf_puts(&k->text, ">>");
	k->count++;
}

static void add_element(struct kids *k, const struct tag *tag)
{
	buf_putc(&k->text, ' ');
	token_ref(&k->text, state_of(k->w, tag)->object->number);
	k->count++;
}

/* What stands in the place of a child: a figure in that of its caption, and nothing then in its own. */
static const struct tag *child_at(const struct writer *w, const struct tag_mark *mark)
{
	const struct tag_state *state = state_of(w, mark->child);

	if (state->figure)
		return state->figure;
	return state->caption ? NULL : mark->child;
}

static void add_child(struct kids *k, const struct tag_mark *mark)
{
	const struct tag *child = child_at(k->w, mark);

	if (child)
		add_element(k, child);
}

static void put_kids(struct writer *w, const struct tag *tag, struct buf *out)
{
	static void (*const add[])(struct kids *, const struct tag_mark *) = {
		[MARK_CHILD] = add_child, [MARK_INK] = add_ink, [MARK_LINK] = add_link};
	struct kids k = {.w = w, .tag = tag};

	if (state_of(w, tag)->caption)
		add_element(&k, state_of(w, tag)->caption);
	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		add[m->kind](&k, m);
	if (k.has_page) {
		buf_puts(out, "/Pg ");
		token_ref(out, w->pages[k.page].object->number);
	}
	if (k.count == 1)
		buf_printf(out, "/K%s", k.text.data);
	else if (k.count)
		buf_printf(out, "/K[%s]", k.text.data + (k.text.data[0] == ' '));
	buf_free(&k.text);
}

/* ---- attributes ---- */

/* Of equal length, so that their order as text is that of the tags. */
static void put_id(struct buf *out, const struct tag *tag)
{
	buf_printf(out, "(n%08zu)", tag->index);
}

static void put_heads(const struct tag_state *state, struct buf *out)
{
	for (size_t i = 0; i < state->heads.count; i++) {
		buf_puts(out, i ? "" : "/Headers[");
		put_id(out, state->heads.items[i]);
	}
	buf_puts(out, state->heads.count ? "]" : "");
}

static void put_cell(const struct writer *w, struct buf *out, const struct tag *tag)
{
	static const char *const scopes[] = {[SCOPE_ROW] = "/Scope/Row", [SCOPE_COLUMN] = "/Scope/Column"};
	bool scope = tag->role == TAG_TH;

	if (!scope && tag->col_span < 2 && tag->row_span < 2 && !state_of(w, tag)->heads.count)
		return;
	buf_puts(out, "/A<</O/Table");
	if (scope)
		buf_puts(out, scopes[tag->scope]);
	if (tag->col_span > 1)
		buf_printf(out, "/ColSpan %d", tag->col_span);
	if (tag->row_span > 1)
		buf_printf(out, "/RowSpan %d", tag->row_span);
	put_heads(state_of(w, tag), out);
	buf_puts(out, ">>");
}

static bool has_labels(const struct tag *list)
{
	for (const struct tag *item = list->first; item; item = item->next)
		for (const struct tag *part = item->first; part; part = part->next)
			if (part->role == TAG_LBL)
				return true;
	return false;
}

static void put_list(const struct writer *w, struct buf *out, const struct tag *tag)
{
	static const char *const numberings[] = {
		[MARKER_NONE] = "None", [MARKER_BULLET] = "Disc", [MARKER_NUMBER] = "Decimal"};
	bool terms = tag->marker == MARKER_NONE && has_labels(tag);

	buf_puts(out, "/A<</O/List/ListNumbering/");
	buf_puts(out, terms ? w->target->term_list : numberings[tag->marker]);
	buf_puts(out, ">>");
}

static void put_figure(struct writer *w, struct buf *out, const struct tag *tag)
{
	int64_t top = writer_up(w, tag->box_page, tag->box[1]);

	buf_puts(out, "/A<</O/Layout/Placement/Block/BBox");
	token_box(out, tag->box[0], top - tag->box[3], tag->box[0] + (int64_t)tag->box[2], top);
	buf_puts(out, ">>");
}

static const char *put_ref(const struct writer *w, struct buf *out, const char *before, const struct tag *to)
{
	buf_puts(out, before);
	token_ref(out, tags_element(w, to));
	return " ";
}

static bool is_in_contents(const struct tag *tag)
{
	while (tag && tag->role != TAG_TOCI)
		tag = tag->parent;
	return tag != NULL;
}

/*
 * What PDF/UA-2 wants to know of an element: of an entry in the contents, what its link leads to; of a mark its note, and
 * of a note its marks, and no others.
 */
static void put_refs(const struct writer *w, struct buf *out, const struct tag *tag)
{
	const char *before = "/Ref[";

	for (const struct tag_mark *m = is_in_contents(tag) ? tag->marks : NULL; m; m = m->next)
		if (m->kind == MARK_LINK && w->layout->pages[m->page].links[m->link].dest)
			before = put_ref(w, out, before,
					 outline_find(w->layout, w->layout->pages[m->page].links[m->link].dest)->tag);
	for (const struct tag_ref *ref = tag->refs; ref; ref = ref->next)
		before = put_ref(w, out, before, ref->to);
	if (*before == ' ')
		buf_putc(out, ']');
	if (tag->role == TAG_NOTE)
		buf_puts(out, "/A<</O/FENote/NoteType/Footnote>>");
}

static bool has_id(const struct writer *w, const struct tag *tag)
{
	return tag->role == TAG_NOTE || state_of(w, tag)->named;
}

static void put_attributes(struct writer *w, struct buf *out, const struct tag *tag)
{
	if (tag->role == TAG_TH || tag->role == TAG_TD)
		put_cell(w, out, tag);
	else if (tag->role == TAG_L)
		put_list(w, out, tag);
	else if (tag->role == TAG_FIGURE)
		put_figure(w, out, tag);
	if (w->target->structure_places)
		put_refs(w, out, tag);
	if (has_id(w, tag)) {
		buf_puts(out, "/ID");
		put_id(out, tag);
	}
}

static void put_string(struct buf *out, const char *key, const char *text)
{
	if (!text)
		return;
	buf_puts(out, key);
	token_text(out, text, strlen(text));
}

static void write_tag(struct writer *w, const struct tag *tag, uint32_t parent)
{
	struct object *o = state_of(w, tag)->object;
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Type/StructElem/S/");
	buf_puts(out, tags_role(w, tag));
	buf_puts(out, "/P ");
	token_ref(out, parent);
	if (w->namespace && !w->target->unnamed[tag->role]) {
		buf_puts(out, "/NS ");
		token_ref(out, w->namespace->number);
	}
	put_string(out, "/Lang", tag->lang);
	put_string(out, "/Alt", tag->alt);
	put_string(out, "/E", tag->means);
	put_string(out, "/T", tag->title);
	put_attributes(w, out, tag);
	put_kids(w, tag, out);
	object_end(w->objects, o);
	if (state_of(w, tag)->caption)
		write_tag(w, state_of(w, tag)->caption, o->number);
	for (const struct tag_mark *m = tag->marks; m; m = m->next)
		if (m->kind == MARK_CHILD && child_at(w, m))
			write_tag(w, child_at(w, m), o->number);
}

/* ---- root and parent tree ---- */

/* Keys rise: pages by number, then annotations in the order in which they got theirs. */
static struct object *write_parents(struct writer *w)
{
	struct object *o = object_new(w->objects);
	struct buf *out = object_begin(w->objects, o);

	buf_puts(out, "/Nums[");
	for (size_t i = 0; i < w->layout->page_count; i++) {
		buf_printf(out, "%zu[", i);
		for (size_t k = 0; k < w->pages[i].owners.count; k++) {
			token_ref(out, state_of(w, w->pages[i].owners.items[k])->object->number);
			buf_putc(out, ' ');
		}
		buf_puts(out, "]\n");
	}
	for (size_t i = 0; i < w->layout->page_count; i++)
		for (size_t k = 0; k < w->layout->pages[i].link_count; k++) {
			buf_printf(out, "%zu ", w->pages[i].links[k].parent_key);
			token_ref(out, state_of(w, w->layout->pages[i].links[k].tag)->object->number);
			buf_putc(out, '\n');
		}
	buf_putc(out, ']');
	object_end(w->objects, o);
	return o;
}

/* By number of the tag, which is the order of their IDs. */
static void put_ids(const struct writer *w, struct buf *out)
{
	buf_puts(out, "/IDTree<</Names[");
	for (size_t i = 0; i < w->layout->tag_count; i++)
		if (w->tags[i].object && has_id(w, w->tags[i].tag)) {
			put_id(out, w->tags[i].tag);
			token_ref(out, w->tags[i].object->number);
		}
	buf_puts(out, "]>>");
}

static bool has_role(const struct writer *w, enum tag_role role)
{
	for (size_t i = 0; i < w->layout->tag_count; i++)
		if (w->tags[i].object && w->tags[i].tag->role == role)
			return true;
	return false;
}

static bool has_ids(const struct writer *w)
{
	for (size_t i = 0; i < w->layout->tag_count; i++)
		if (w->tags[i].object && has_id(w, w->tags[i].tag))
			return true;
	return false;
}

static void write_root(struct writer *w)
{
	const struct object *parents = write_parents(w);
	struct buf *out = object_begin(w->objects, w->structure);

	buf_puts(out, "/Type/StructTreeRoot/K ");
	token_ref(out, state_of(w, w->layout->root)->object->number);
	buf_puts(out, "/ParentTree ");
	token_ref(out, parents->number);
	buf_printf(out, "/ParentTreeNextKey %zu", w->next_key);
	if (w->target->role_map && has_role(w, TAG_ASIDE))
		buf_printf(out, "/RoleMap<<%s>>", w->target->role_map);
	if (w->namespace) {
		buf_puts(out, "/Namespaces[");
		token_ref(out, w->namespace->number);
		buf_putc(out, ']');
	}
	if (has_ids(w))
		put_ids(w, out);
	object_end(w->objects, w->structure);
}

/* veraPDF sees neither ink outside the tree nor a link without its OBJR, so it is looked at here. */
static void check_placed(const struct writer *w)
{
	for (size_t i = 0; i < w->layout->tag_count; i++)
		for (const struct tag_ink *ink = w->tags[i].first; ink; ink = ink->next)
			if (!ink->placed)
				BUG("ink of tag %zu (chunk %u) on page %zu stands nowhere in the structure tree", i,
				    ink->chunk, ink->page + 1);
	for (size_t i = 0; i < w->layout->page_count; i++)
		for (size_t k = 0; k < w->layout->pages[i].link_count; k++)
			if (!w->pages[i].links[k].placed)
				BUG("link %zu of page %zu stands nowhere in the structure tree", k, i + 1);
}

static void write_namespace(struct writer *w)
{
	struct buf *out;

	if (!w->namespace)
		return;
	out = object_begin(w->objects, w->namespace);
	buf_puts(out, "/Type/Namespace/NS");
	token_bytes(out, w->target->namespace, strlen(w->target->namespace));
	object_end(w->objects, w->namespace);
}

void tags_write(struct writer *w)
{
	write_namespace(w);
	write_tag(w, w->layout->root, w->structure->number);
	check_placed(w);
	write_root(w);
}
