/*
 * The elements of an SVG from the root on: groups, shapes and what is used again. What a picture may leave out (titles,
 * notes of drawing programs) is passed over; what would be missing in print is refused where it stands.
 */
#include "art_int.h"

#include <math.h>
#include <string.h>

enum { USES_MOST = 2000, DEPTH_MOST = 100 };

static void walk(struct svg *, const struct xml_node *, const struct svg_style *, const struct matrix *);

/* ---- findings ---- */

void svg_unread(struct svg *svg, const struct xml_attr *attr, const char *what)
{
	DIAG(svg->diag, ART_VALUE, attr->pos, attr->name, attr->value, what);
	svg->failed = true;
}

void svg_refuse(struct svg *svg, struct pos pos, const char *what, const char *remedy)
{
	DIAG(svg->diag, ART_KEPT_OUT, pos, what, remedy);
	svg->failed = true;
}

void svg_outside(struct svg *svg, struct pos pos, const char *address)
{
	DIAG(svg->diag, ART_OUTSIDE, pos, address);
	svg->failed = true;
}

/* ---- lengths ---- */

double svg_length(struct svg *svg, const struct xml_node *node, const char *name, int axis, double otherwise)
{
	static const struct {
		const char *unit;
		double pixels;
	} units[] = {{"", 1}, {"px", 1}, {"pt", 4.0 / 3}, {"pc", 16}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}};
	const struct xml_attr *attr = xml_attr(node, name);
	const char *at = attr ? attr->value : "";
	double number;

	if (!attr || !strcmp(at, "auto"))
		return otherwise;
	if (svg_number(&at, &number)) {
		for (size_t i = 0; i < COUNT_OF(units); i++)
			if (!strcmp(units[i].unit, at))
				return number * units[i].pixels;
		if (!strcmp(at, "%") && svg->view[axis] > 0)
			return number / 100 * svg->view[axis];
	}
	svg_unread(svg, attr, DIAG_BOTH("a length", "길이"));
	return otherwise;
}

/* ---- elements ---- */

static const char *address_of(const struct xml_node *node, struct pos *pos)
{
	const struct xml_attr *attr = xml_attr(node, "href");

	attr = attr ? attr : xml_attr(node, "xlink:href");
	*pos = attr ? attr->pos : node->pos;
	return attr ? attr->value : "";
}

static void element_children(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			     const struct matrix *matrix)
{
	for (const struct xml_node *child = node->first; child; child = child->next)
		walk(svg, child, style, matrix);
}

static void element_use(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			const struct matrix *matrix)
{
	struct pos pos;
	const char *address = address_of(node, &pos);
	const struct xml_node *used = *address == '#' ? map_find(svg->ids, address + 1, strlen(address + 1)) : NULL;
	struct matrix moved = {.a = 1, .d = 1};

	if (*address != '#') {
		svg_outside(svg, pos, address);
		return;
	}
	if (!used || ++svg->uses > USES_MOST) {
		svg_refuse(svg, pos, address,
			   DIAG_BOTH("let it name an element of this file", "이 파일의 요소를 가리키게 하십시오"));
		return;
	}
	moved.e = svg_length(svg, node, "x", 0, 0);
	moved.f = svg_length(svg, node, "y", 1, 0);
	moved = svg_path_multiply(matrix, &moved);
	if (strcmp(used->name, "symbol") != 0) {
		walk(svg, used, style, &moved);
		return;
	}
	if (xml_attr(used, "viewBox") && (xml_attr(node, "width") || xml_attr(node, "height")))
		svg_refuse(svg, node->pos, DIAG_BOTH("a symbol that is scaled", "크기를 바꾼 심벌"),
			   DIAG_BOTH("paste its shapes in place", "그 도형을 제자리에 붙여 넣으십시오"));
	element_children(svg, used, style, &moved);
}

static void element_text(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			 const struct matrix *matrix)
{
	(void)style;
	(void)matrix;
	DIAG0(svg->diag, ART_TEXT, node->pos);
	svg->failed = true;
}

static void element_image(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			  const struct matrix *matrix)
{
	struct pos pos;
	const char *address = address_of(node, &pos);

	(void)style;
	(void)matrix;
	if (*address && strncmp(address, "data:", 5) != 0)
		svg_outside(svg, pos, address);
	else
		svg_refuse(svg, node->pos, DIAG_BOTH("a picture of pixels inside a drawing", "그림 안의 픽셀 그림"),
			   DIAG_BOTH("save the whole as PNG, or trace it", "전체를 PNG로 저장하거나 윤곽을 따십시오"));
}

static void element_foreign(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			    const struct matrix *matrix)
{
	(void)style;
	(void)matrix;
	svg_refuse(svg, node->pos, arena_printf(svg->arena, "<%s>", node->name),
		   DIAG_BOTH("save a plain, still picture", "움직이지 않는 단순한 그림으로 저장하십시오"));
}

static void element_nothing(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			    const struct matrix *matrix)
{
	(void)svg;
	(void)node;
	(void)style;
	(void)matrix;
}

static const struct element {
	const char *name;
	void (*draw)(struct svg *, const struct xml_node *, const struct svg_style *, const struct matrix *);
} elements[] = {
	{"g", element_children},
	{"a", element_children},
	{"use", element_use},
	{"text", element_text},
	{"flowRoot", element_text},
	{"image", element_image},
	{"svg", element_foreign},
	{"switch", element_foreign},
	{"foreignObject", element_foreign},
	{"script", element_foreign},
	{"animate", element_foreign},
	{"animateMotion", element_foreign},
	{"animateTransform", element_foreign},
	{"set", element_foreign},
	/* These show nothing of themselves; what refers to them is refused there. */
	{"defs", element_nothing},
	{"symbol", element_nothing},
	{"style", element_nothing},
	{"title", element_nothing},
	{"desc", element_nothing},
	{"metadata", element_nothing},
	{"clipPath", element_nothing},
	{"mask", element_nothing},
	{"filter", element_nothing},
	{"pattern", element_nothing},
	{"marker", element_nothing},
	{"linearGradient", element_nothing},
	{"radialGradient", element_nothing},
	{"font", element_nothing},
	{"cursor", element_nothing},
	{"view", element_nothing},
};

static const struct element *element_of(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(elements); i++)
		if (!strcmp(elements[i].name, name))
			return &elements[i];
	return NULL;
}

static void draw_element(struct svg *svg, const struct xml_node *node, const struct svg_style *style,
			 const struct matrix *matrix)
{
	const struct element *element = element_of(node->name);

	if (element) {
		element->draw(svg, node, style, matrix);
		return;
	}
	svg_ink_begin(svg, matrix);
	if (!svg_basic(svg, node) && !strchr(node->name, ':')) /* with a colon: notes of drawing programs */
		element_foreign(svg, node, style, matrix);
	svg_ink_end(svg, style, node->pos);
}

static void walk(struct svg *svg, const struct xml_node *node, const struct svg_style *outer,
		 const struct matrix *around)
{
	struct svg_style style = svg_style_of(svg, node, outer);
	struct matrix matrix;

	if (style.gone || svg->full)
		return;
	if (++svg->depth > DEPTH_MOST) {
		svg_refuse(svg, node->pos, DIAG_BOTH("groups in so many groups", "겹겹이 묶인 그룹"),
			   DIAG_BOTH("ungroup them", "그룹을 푸십시오"));
		svg->full = true;
		return;
	}
	matrix = svg_path_matrix(svg, xml_attr(node, "transform"));
	matrix = svg_path_multiply(around, &matrix);
	draw_element(svg, node, &style, &matrix);
	svg->depth--;
}

/* ---- the whole ---- */

/* Each element once, in the order of the file. */
static const struct xml_node *next_node(const struct xml_node *node)
{
	if (node->first)
		return node->first;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}

static void gather(struct svg *svg, const struct xml_node *root)
{
	for (const struct xml_node *node = root; node; node = next_node(node)) {
		const struct xml_attr *id = xml_attr(node, "id");

		if (id && !map_find(svg->ids, id->value, strlen(id->value)))
			map_put(svg->ids, id->value, strlen(id->value), (void *)(uintptr_t)node);
		if (!strcmp(node->name, "style"))
			svg_style_sheet(svg, node);
	}
}

/* Only the ink counts, so a view box says no more than what percentages are of. */
static void read_view(struct svg *svg, const struct xml_node *root)
{
	const struct xml_attr *box = xml_attr(root, "viewBox"), *width = xml_attr(root, "width"),
			      *height = xml_attr(root, "height");
	const char *at = box ? box->value : "";
	double skipped;

	if (box && svg_number(&at, &skipped) && svg_number(&at, &skipped) && svg_number(&at, &svg->view[0]) &&
	    svg_number(&at, &svg->view[1]))
		return;
	if (width && height && !strchr(width->value, '%') && !strchr(height->value, '%')) {
		svg->view[0] = svg_length(svg, root, "width", 0, 0);
		svg->view[1] = svg_length(svg, root, "height", 1, 0);
	}
}

bool svg_read(struct arena *arena, struct diag *diag, struct art *art)
{
	struct svg svg = {.arena = arena, .diag = diag, .ids = map_new(arena)};
	const struct xml_node *root = xml_read(arena, diag, art->file);
	const struct matrix as_is = {.a = 1, .d = 1};
	struct svg_style style;

	if (!root)
		return false;
	if (strcmp(root->name, "svg") != 0) {
		DIAG(diag, ART_KIND, root->pos, "SVG");
		return false;
	}
	gather(&svg, root);
	read_view(&svg, root);
	style = svg_style_of(&svg, root, &svg_style_first);
	if (!svg.failed && !style.gone)
		element_children(&svg, root, &style, &as_is);
	if (svg.full && !svg.failed)
		DIAG(diag, ART_LARGE, root->pos,
		     arena_printf(arena, DIAG_BOTH("%d shapes, %d steps of paths", "도형 %d개, 경로 단계 %d개"),
				  ART_SHAPES, ART_STEPS, ART_SHAPES, ART_STEPS));
	return !svg.failed && !svg.full && svg_ink_finish(&svg, art);
}
