/* The basic shapes of SVG as paths. */
#include "art_int.h"

#include <math.h>
#include <string.h>

static void ellipse(struct svg *svg, double cx, double cy, double rx, double ry)
{
	const double left[2] = {cx - rx, cy}, right[2] = {cx + rx, cy};

	if (rx <= 0 || ry <= 0)
		return;
	svg_ink_move(svg, right[0], right[1]);
	svg_path_arc(svg, right, rx, ry, 0, false, true, left);
	svg_path_arc(svg, left, rx, ry, 0, false, true, right);
	svg_ink_close(svg);
}

static void basic_circle(struct svg *svg, const struct xml_node *node)
{
	double r = svg_length(svg, node, "r", 0, 0);

	ellipse(svg, svg_length(svg, node, "cx", 0, 0), svg_length(svg, node, "cy", 1, 0), r, r);
}

static void basic_ellipse(struct svg *svg, const struct xml_node *node)
{
	ellipse(svg, svg_length(svg, node, "cx", 0, 0), svg_length(svg, node, "cy", 1, 0),
		svg_length(svg, node, "rx", 0, 0), svg_length(svg, node, "ry", 1, 0));
}

/* A corner from one point to another. */
static void corner(struct svg *svg, double x1, double y1, double rx, double ry, double x2, double y2)
{
	const double from[2] = {x1, y1}, to[2] = {x2, y2};

	if (rx > 0 && ry > 0)
		svg_path_arc(svg, from, rx, ry, 0, false, true, to);
}

static void basic_rect(struct svg *svg, const struct xml_node *node)
{
	double x = svg_length(svg, node, "x", 0, 0), y = svg_length(svg, node, "y", 1, 0);
	double w = svg_length(svg, node, "width", 0, 0), h = svg_length(svg, node, "height", 1, 0);
	double rx = svg_length(svg, node, "rx", 0, -1), ry = svg_length(svg, node, "ry", 1, -1);

	if (w <= 0 || h <= 0)
		return;
	rx = rx < 0 ? ry : rx;
	ry = ry < 0 ? rx : ry;
	rx = rx < 0 ? 0 : rx > w / 2 ? w / 2 : rx;
	ry = ry < 0 ? 0 : ry > h / 2 ? h / 2 : ry;
	svg_ink_move(svg, x + rx, y);
	svg_ink_line(svg, x + w - rx, y);
	corner(svg, x + w - rx, y, rx, ry, x + w, y + ry);
	svg_ink_line(svg, x + w, y + h - ry);
	corner(svg, x + w, y + h - ry, rx, ry, x + w - rx, y + h);
	svg_ink_line(svg, x + rx, y + h);
	corner(svg, x + rx, y + h, rx, ry, x, y + h - ry);
	svg_ink_line(svg, x, y + ry);
	corner(svg, x, y + ry, rx, ry, x + rx, y);
	svg_ink_close(svg);
}

static void basic_line(struct svg *svg, const struct xml_node *node)
{
	svg_ink_move(svg, svg_length(svg, node, "x1", 0, 0), svg_length(svg, node, "y1", 1, 0));
	svg_ink_line(svg, svg_length(svg, node, "x2", 0, 0), svg_length(svg, node, "y2", 1, 0));
}

static void points(struct svg *svg, const struct xml_node *node, bool closed)
{
	const struct xml_attr *attr = xml_attr(node, "points");
	const char *at = attr ? attr->value : "";
	double x, y;
	bool first = true;

	while (svg_number(&at, &x)) {
		if (!svg_number(&at, &y)) {
			at = ",";
			break;
		}
		(first ? svg_ink_move : svg_ink_line)(svg, x, y);
		first = false;
	}
	if (at[strspn(at, " \t\r\n")])
		svg_unread(svg, attr, DIAG_BOTH("a list of points", "점의 목록"));
	if (closed && !first)
		svg_ink_close(svg);
}

static void basic_polyline(struct svg *svg, const struct xml_node *node)
{
	points(svg, node, false);
}

static void basic_polygon(struct svg *svg, const struct xml_node *node)
{
	points(svg, node, true);
}

static void basic_path(struct svg *svg, const struct xml_node *node)
{
	const struct xml_attr *d = xml_attr(node, "d");

	if (d && strcmp(d->value, "none") != 0)
		svg_path(svg, d);
}

bool svg_basic(struct svg *svg, const struct xml_node *node)
{
	static const struct {
		const char *name;
		void (*draw)(struct svg *, const struct xml_node *);
	} basics[] = {
		{"path", basic_path},       {"rect", basic_rect}, {"circle", basic_circle},
		{"ellipse", basic_ellipse}, {"line", basic_line}, {"polyline", basic_polyline},
		{"polygon", basic_polygon},
	};

	for (size_t i = 0; i < COUNT_OF(basics); i++)
		if (!strcmp(basics[i].name, node->name)) {
			basics[i].draw(svg, node);
			return true;
		}
	return false;
}
