/* Pictures from files beside the pack, and what their records must say. */
#include "model_int.h"

#include <string.h>

/* The file as it was read before for another record; a file is attached to the document once. */
static const struct art *read_picture(struct builder *b, const char *path, struct pos named)
{
	const struct art *art;

	for (size_t i = 0; i < b->pictures.count; i++)
		if (!strcmp(b->pictures.items[i]->file->path, path))
			return b->pictures.items[i];
	art = art_read(b->arena, b->diag, path, named);
	if (art)
		*LIST_ADD(b->arena, &b->pictures) = art;
	return art;
}

struct value *artfile_build(struct builder *b, const struct schema_field *field, const struct node *node)
{
	const char *name = build_scalar(b, node, field->name);
	const struct art *art;
	struct value *value;

	if (!name)
		return NULL;
	if (!art_is_name(name)) {
		DIAG(b->diag, ARTWORK_FILE, node->pos, name);
		return NULL;
	}
	art = read_picture(b, chartfile_beside(b, node->pos, name), node->pos);
	if (!art)
		return NULL;
	value = build_new(b, VALUE_PICTURE, node->pos);
	value->as.picture.name = name;
	value->as.picture.art = art;
	return value;
}

void artfile_check(struct builder *b, const struct value *artwork)
{
	const struct value *alt = value_field(artwork, "alt"), *decorative = value_field(artwork, "decorative");
	bool silent = decorative && decorative->as.truth;

	if (rules_is_flawed(b, artwork))
		return;
	if (!alt && !silent)
		DIAG0(b->diag, ARTWORK_NO_ALT, artwork->pos);
	else if (alt && silent)
		DIAG0(b->diag, ARTWORK_ALT_UNUSED, alt->pos);
}
