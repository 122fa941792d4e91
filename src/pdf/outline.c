/*
 * Ways to a page: the outline, named destinations and page labels.
 */
#include "pdf_int.h"

#include <stdlib.h>
#include <string.h>

/* A place on a page: [target /XYZ left top zoom]; left NULL: as it is. The zoom stays. */
struct place {
	size_t page;
	const int32_t *left;
	int32_t top; /* from the page's top */
};

/* target: the page, or an element on it. */
static void put_place(const struct writer *w, const struct place *place, uint32_t target, struct buf *out)
{
	buf_putc(out, '[');
	token_ref(out, target);
	buf_puts(out, "/XYZ ");
	if (place->left)
		buf_mpt(out, *place->left);
	else
		buf_puts(out, "null");
	buf_putc(out, ' ');
	buf_mpt(out, writer_up(w, place->page, place->top));
	buf_puts(out, " null]");
}

/* The page for readers that know no structure destinations, the element for those that do (ISO 32000-2, 12.3.2.3). */
static void put_both(const struct writer *w, const struct place *place, const struct tag *tag, struct buf *out)
{
	buf_puts(out, "/D");
	put_place(w, place, w->pages[place->page].object->number, out);
	buf_puts(out, "/SD");
	put_place(w, place, tags_element(w, tag), out);
}

/* ---- outline ---- */

/* Entries by their number in the layout plus 1; 0: none, and as a parent the root. */
struct branch {
	struct object *object;
	int level;
	size_t parent, before, after, first, last, children;
};

static struct branch *make_branches(struct writer *w)
{
	size_t count = w->layout->outline_count, last = 0;
	struct branch *branches = arena_array(w->arena, count + 1, sizeof *branches);

	branches[0].object = w->outline;
	for (size_t i = 1; i <= count; i++) {
		struct branch *b = &branches[i];

		b->level = w->layout->outline[i - 1].level;
		b->object = object_new(w->objects);
		for (b->parent = last; b->parent && branches[b->parent].level >= b->level;)
			b->parent = branches[b->parent].parent;
		b->before = branches[b->parent].last;
		if (b->before)
			branches[b->before].after = i;
		else
			branches[b->parent].first = i;
		branches[b->parent].last = i;
		branches[b->parent].children++;
		last = i;
	}
	return branches;
}

/* Entries of the first level are shown with those under them, deeper ones are closed. */
static bool is_open(const struct branch *branches, size_t i)
{
	return !i || !branches[i].parent;
}

/* As the format counts: what is seen below an open entry; below a closed one what would be, negative. */
static void put_count(struct buf *out, const struct branch *branches, size_t i)
{
	size_t seen = branches[i].children;

	if (!seen)
		return;
	if (!i)
		for (size_t k = branches[0].first; k; k = branches[k].after)
			seen += branches[k].children;
	buf_printf(out, "/Count %s%zu", is_open(branches, i) ? "" : "-", seen);
}

static void put_branch(struct buf *out, const char *key, const struct branch *branches, size_t i)
{
	if (!i)
		return;
	buf_puts(out, key);
	token_ref(out, branches[i].object->number);
}

static void write_entry(struct writer *w, const struct branch *branches, size_t i)
{
	const struct outline_entry *entry = &w->layout->outline[i - 1];
	const struct place place = {entry->page, NULL, entry->y};
	struct buf *out = object_begin(w->objects, branches[i].object);

	buf_puts(out, "/Title");
	token_text(out, entry->title, strlen(entry->title));
	buf_puts(out, "/Parent ");
	token_ref(out, branches[branches[i].parent].object->number);
	put_branch(out, "/Prev ", branches, branches[i].before);
	put_branch(out, "/Next ", branches, branches[i].after);
	put_branch(out, "/First ", branches, branches[i].first);
	put_branch(out, "/Last ", branches, branches[i].last);
	put_count(out, branches, i);
	if (w->target->structure_places) {
		buf_puts(out, "/A<</S/GoTo");
		put_both(w, &place, entry->tag, out);
		buf_puts(out, ">>");
	} else {
		buf_puts(out, "/Dest");
		put_place(w, &place, w->pages[entry->page].object->number, out);
	}
	if (entry->tag && w->tags[entry->tag->index].object) {
		buf_puts(out, "/SE ");
		token_ref(out, w->tags[entry->tag->index].object->number);
	}
	object_end(w->objects, branches[i].object);
}

void outline_write(struct writer *w)
{
	const struct branch *branches;
	struct buf *out;

	if (!w->layout->outline_count)
		return;
	w->outline = object_new(w->objects);
	branches = make_branches(w);
	for (size_t i = 1; i <= w->layout->outline_count; i++)
		write_entry(w, branches, i);
	out = object_begin(w->objects, w->outline);
	buf_puts(out, "/Type/Outlines");
	put_branch(out, "/First ", branches, branches[0].first);
	put_branch(out, "/Last ", branches, branches[0].last);
	put_count(out, branches, 0);
	object_end(w->objects, w->outline);
}

/* ---- named destinations ---- */

static int by_name(const void *name, const void *destination)
{
	return strcmp(name, ((const struct destination *)destination)->name);
}

const struct destination *outline_find(const struct layout *layout, const char *name)
{
	if (!layout->destination_count)
		return NULL;
	return bsearch(name, layout->destinations, layout->destination_count, sizeof *layout->destinations, by_name);
}

static struct place place_of(const struct destination *d)
{
	return (struct place){d->page, &d->x, d->y};
}

void outline_element(const struct writer *w, const struct destination *d, struct buf *out)
{
	const struct place place = place_of(d);

	put_place(w, &place, tags_element(w, d->tag), out);
}

static void put_destination(const struct writer *w, const struct destination *d, struct buf *out)
{
	const struct place place = place_of(d);

	token_bytes(out, d->name, strlen(d->name));
	if (w->target->structure_places) {
		buf_puts(out, "<<");
		put_both(w, &place, d->tag, out);
		buf_puts(out, ">>");
	} else {
		put_place(w, &place, w->pages[d->page].object->number, out);
	}
}

void outline_destinations(const struct writer *w, struct buf *out)
{
	const struct layout *layout = w->layout;

	buf_puts(out, "<</Names[");
	for (size_t i = 0; i < layout->destination_count; i++) {
		const struct destination *d = &layout->destinations[i];

		if (i && strcmp(layout->destinations[i - 1].name, d->name) >= 0)
			BUG("destination \"%s\" is not in order", d->name);
		put_destination(w, d, out);
	}
	buf_puts(out, "]>>");
}

/* ---- page labels ---- */

/* A label ends in a number that counts on, after a prefix that stays: "12", "A-3". */
struct label {
	const char *text;
	size_t prefix;        /* bytes */
	unsigned long number; /* 0: none */
};

static struct label label_of(const struct page *page)
{
	struct label label = {.text = page->label ? page->label : ""};
	size_t len = strlen(label.text), at = len;

	while (at && label.text[at - 1] >= '0' && label.text[at - 1] <= '9' && len - at < 9)
		at--;
	while (at < len && label.text[at] == '0')
		at++;
	label.prefix = at;
	if (at < len)
		label.number = strtoul(label.text + at, NULL, 10);
	return label;
}

static bool counts_on(const struct page *before, const struct page *page)
{
	struct label a = label_of(before), b = label_of(page);

	if (!*a.text || !*b.text)
		return *a.text == *b.text;
	return a.number && b.number == a.number + 1 && a.prefix == b.prefix && !strncmp(a.text, b.text, a.prefix);
}

/* Unnumbered pages count apart in small roman numerals, so that no two pages are called the same. */
static void put_label(struct buf *out, const struct page *page, size_t unnumbered)
{
	struct label label = label_of(page);

	buf_puts(out, "<<");
	if (label.prefix) {
		buf_puts(out, "/P");
		token_text(out, label.text, label.prefix);
	}
	if (!*label.text)
		buf_printf(out, "/S/r/St %zu", unnumbered + 1);
	else if (label.number)
		buf_printf(out, "/S/D/St %lu", label.number);
	buf_puts(out, ">>");
}

void outline_labels(const struct writer *w, struct buf *out)
{
	const struct page *pages = w->layout->pages;
	size_t unnumbered = 0;

	buf_puts(out, "<</Nums[");
	for (size_t i = 0; i < w->layout->page_count; i++) {
		if (!i || !counts_on(&pages[i - 1], &pages[i])) {
			buf_printf(out, "%zu", i);
			put_label(out, &pages[i], unnumbered);
		}
		if (!pages[i].label || !*pages[i].label)
			unnumbered++;
	}
	buf_puts(out, "]>>");
}
