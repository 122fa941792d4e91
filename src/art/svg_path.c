/*
 * Path data and transforms (SVG 1.1, 8.3 and 7.6). Quadratic curves become cubic ones; arcs become curves of an eighth
 * of a circle and less.
 */
#include "art_int.h"

#include <math.h>
#include <string.h>

static const double PI = 3.14159265358979323846;

/* ---- numbers ---- */

static void skip_gap(const char **at)
{
	*at += strspn(*at, " \t\r\n");
	if (**at == ',')
		*at += 1 + strspn(*at + 1, " \t\r\n");
}

static int exponent_of(const char **at)
{
	const char *from = *at + 1;
	bool minus = *from == '-';
	int value = 0;

	if ((**at != 'e' && **at != 'E'))
		return 0;
	from += *from == '-' || *from == '+';
	if (*from < '0' || *from > '9') /* the unit em */
		return 0;
	for (; *from >= '0' && *from <= '9'; from++)
		value = value < 100 ? value * 10 + *from - '0' : value;
	*at = from;
	return minus ? -value : value;
}

/* By hand: strtod() goes by the locale, and takes "inf" and "0x". */
bool svg_number(const char **at, double *number)
{
	const char *from;
	double value = 0, sign = 1;
	int places = 0, exponent;
	bool digits = false, point = false;

	skip_gap(at);
	from = *at;
	if (*from == '-' || *from == '+')
		sign = *from++ == '-' ? -1 : 1;
	for (; (*from >= '0' && *from <= '9') || (*from == '.' && !point); from++) {
		if (*from == '.') {
			point = true;
			continue;
		}
		digits = true;
		value = value * 10 + (*from - '0');
		places += point;
	}
	if (!digits)
		return false;
	exponent = exponent_of(&from) - places;
	value *= sign * pow(10, exponent);
	if (!isfinite(value) || fabs(value) > 1e9)
		return false;
	*at = from;
	*number = value;
	return true;
}

/* A 0 or 1 of an arc may stand without white space behind it. */
static bool read_flag(const char **at, bool *flag)
{
	skip_gap(at);
	if (**at != '0' && **at != '1')
		return false;
	*flag = *(*at)++ == '1';
	return true;
}

/* ---- arcs ---- */

struct ellipse {
	double cx, cy, rx, ry, turn, start, sweep;
};

static double angle_of(double x, double y)
{
	return atan2(y, x);
}

/* SVG 1.1, F.6.5 and F.6.6: the middle and the angles from the two ends. */
static struct ellipse find_ellipse(const double from[2], double rx, double ry, double turn, bool large, bool sweep,
				   const double to[2])
{
	double dx = (from[0] - to[0]) / 2, dy = (from[1] - to[1]) / 2, c = cos(turn), s = sin(turn);
	double x = c * dx + s * dy, y = c * dy - s * dx, k, left, cx, cy, end;
	struct ellipse e = {.rx = fabs(rx), .ry = fabs(ry), .turn = turn};

	k = x * x / (e.rx * e.rx) + y * y / (e.ry * e.ry);
	if (k > 1) {
		e.rx *= sqrt(k);
		e.ry *= sqrt(k);
	}
	k = e.rx * e.rx * y * y + e.ry * e.ry * x * x;
	left = (e.rx * e.rx * e.ry * e.ry - k) / k;
	k = sqrt(left > 0 ? left : 0) * (large == sweep ? -1 : 1);
	cx = k * e.rx * y / e.ry;
	cy = -k * e.ry * x / e.rx;
	e.cx = c * cx - s * cy + (from[0] + to[0]) / 2;
	e.cy = s * cx + c * cy + (from[1] + to[1]) / 2;
	e.start = angle_of((x - cx) / e.rx, (y - cy) / e.ry);
	end = angle_of((-x - cx) / e.rx, (-y - cy) / e.ry);
	e.sweep = end - e.start;
	if (sweep && e.sweep < 0)
		e.sweep += 2 * PI;
	if (!sweep && e.sweep > 0)
		e.sweep -= 2 * PI;
	return e;
}

/* A point of the ellipse at an angle, moved along its tangent by `along`. */
static void ellipse_point(const struct ellipse *e, double angle, double along, double *x, double *y)
{
	double u = e->rx * (cos(angle) - along * sin(angle)), v = e->ry * (sin(angle) + along * cos(angle));

	*x = e->cx + cos(e->turn) * u - sin(e->turn) * v;
	*y = e->cy + sin(e->turn) * u + cos(e->turn) * v;
}

void svg_path_arc(struct svg *svg, const double from[2], double rx, double ry, double turn, bool large, bool sweep,
		  const double to[2])
{
	struct ellipse e;
	int pieces;

	if ((from[0] == to[0] && from[1] == to[1]) || rx == 0 || ry == 0) {
		svg_ink_line(svg, to[0], to[1]);
		return;
	}
	e = find_ellipse(from, rx, ry, turn * PI / 180, large, sweep, to);
	pieces = (int)ceil(fabs(e.sweep) / (PI / 4) - 1e-9);
	pieces = pieces > 0 ? pieces : 1;
	for (int i = 0; i < pieces; i++) {
		double one = e.sweep / pieces, at = e.start + one * i, k = 4.0 / 3 * tan(one / 4), x[3], y[3];

		ellipse_point(&e, at, k, &x[0], &y[0]);
		ellipse_point(&e, at + one, -k, &x[1], &y[1]);
		ellipse_point(&e, at + one, 0, &x[2], &y[2]);
		if (i + 1 == pieces) {
			x[2] = to[0];
			y[2] = to[1];
		}
		svg_ink_curve(svg, x[0], y[0], x[1], y[1], x[2], y[2]);
	}
}

/* ---- path data ---- */

struct tracing {
	struct svg *svg;
	double start[2], control[2]; /* of the subpath; of the last curve, for smooth ones */
	char last;                   /* command, in small letters */
	double n[7];
	bool relative, large, sweep;
};

/* The point in n[i], n[i + 1]. */
static void point(const struct tracing *t, int i, double out[2])
{
	out[0] = t->n[i] + (t->relative ? t->svg->x : 0);
	out[1] = t->n[i + 1] + (t->relative ? t->svg->y : 0);
}

/* The last control point mirrored, if the last command was one of `after`. */
static void mirrored(const struct tracing *t, const char *after, double out[2])
{
	bool smooth = t->last && strchr(after, t->last);

	out[0] = smooth ? 2 * t->svg->x - t->control[0] : t->svg->x;
	out[1] = smooth ? 2 * t->svg->y - t->control[1] : t->svg->y;
}

static void move(struct tracing *t)
{
	point(t, 0, t->start);
	svg_ink_move(t->svg, t->start[0], t->start[1]);
}

static void line(struct tracing *t)
{
	double to[2];

	point(t, 0, to);
	svg_ink_line(t->svg, to[0], to[1]);
}

static void horizontal(struct tracing *t)
{
	svg_ink_line(t->svg, t->n[0] + (t->relative ? t->svg->x : 0), t->svg->y);
}

static void vertical(struct tracing *t)
{
	svg_ink_line(t->svg, t->svg->x, t->n[0] + (t->relative ? t->svg->y : 0));
}

static void cubic(struct tracing *t, const double first[2], int at)
{
	double to[2];

	point(t, at, t->control);
	point(t, at + 2, to);
	svg_ink_curve(t->svg, first[0], first[1], t->control[0], t->control[1], to[0], to[1]);
}

static void curve(struct tracing *t)
{
	double first[2];

	point(t, 0, first);
	cubic(t, first, 2);
}

static void smooth_curve(struct tracing *t)
{
	double first[2];

	mirrored(t, "cs", first);
	cubic(t, first, 0);
}

static void quadratic(struct tracing *t, const double to[2])
{
	double x = t->svg->x, y = t->svg->y, *c = t->control;

	svg_ink_curve(t->svg, x + (c[0] - x) * 2 / 3, y + (c[1] - y) * 2 / 3, to[0] + (c[0] - to[0]) * 2 / 3,
		      to[1] + (c[1] - to[1]) * 2 / 3, to[0], to[1]);
}

static void quad(struct tracing *t)
{
	double to[2];

	point(t, 0, t->control);
	point(t, 2, to);
	quadratic(t, to);
}

static void smooth_quad(struct tracing *t)
{
	double to[2], first[2];

	mirrored(t, "qt", first);
	point(t, 0, to);
	memcpy(t->control, first, sizeof first);
	quadratic(t, to);
}

static void arc(struct tracing *t)
{
	double from[2] = {t->svg->x, t->svg->y}, to[2];

	point(t, 3, to);
	svg_path_arc(t->svg, from, t->n[0], t->n[1], t->n[2], t->large, t->sweep, to);
}

static void close_path(struct tracing *t)
{
	svg_ink_close(t->svg);
	t->svg->x = t->start[0];
	t->svg->y = t->start[1];
}

static const struct command {
	char letter;
	int numbers;
	void (*draw)(struct tracing *);
} commands[] = {
	{'m', 2, move},         {'l', 2, line}, {'h', 1, horizontal},  {'v', 1, vertical}, {'c', 6, curve},
	{'s', 4, smooth_curve}, {'q', 4, quad}, {'t', 2, smooth_quad}, {'a', 5, arc},      {'z', 0, close_path},
};

static const struct command *command_of(char letter)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if ((letter | 0x20) == commands[i].letter)
			return &commands[i];
	return NULL;
}

static bool read_numbers(struct tracing *t, const struct command *c, const char **at)
{
	for (int i = 0; i < c->numbers; i++) {
		if (c->letter == 'a' && i == 3 && (!read_flag(at, &t->large) || !read_flag(at, &t->sweep)))
			return false;
		if (!svg_number(at, &t->n[i]))
			return false;
	}
	return true;
}

/* One letter with all its groups of numbers; after the first group a move goes on as lines. */
static bool run_command(struct tracing *t, const char **at)
{
	const struct command *c = command_of(**at);
	const char *next;

	if (!c || (!t->last && c->letter != 'm'))
		return false;
	t->relative = **at == c->letter;
	(*at)++;
	do {
		if (!read_numbers(t, c, at))
			return false;
		c->draw(t);
		t->last = c->letter;
		if (c->letter == 'm')
			c = command_of('l');
		next = *at;
		skip_gap(&next);
	} while (c->numbers && *next && strchr("+-.0123456789", *next));
	*at = next;
	return true;
}

void svg_path(struct svg *svg, const struct xml_attr *d)
{
	struct tracing t = {.svg = svg};
	const char *at = d->value + strspn(d->value, " \t\r\n");

	while (*at && !svg->full)
		if (!run_command(&t, &at)) {
			svg_unread(svg,
				   &(struct xml_attr){"d",
						      arena_strndup(svg->arena, at,
								    strcspn(at, "\n") < 24 ? strcspn(at, "\n") : 24),
						      d->pos},
				   DIAG_BOTH("path data", "경로 자료"));
			return;
		}
}

/* ---- transforms ---- */

struct matrix svg_path_multiply(const struct matrix *o, const struct matrix *i)
{
	return (struct matrix){o->a * i->a + o->c * i->b,        o->b * i->a + o->d * i->b,
			       o->a * i->c + o->c * i->d,        o->b * i->c + o->d * i->d,
			       o->a * i->e + o->c * i->f + o->e, o->b * i->e + o->d * i->f + o->f};
}

static struct matrix rotation(double degrees, double x, double y)
{
	double c = cos(degrees * PI / 180), s = sin(degrees * PI / 180);

	return (struct matrix){c, s, -s, c, x - c * x + s * y, y - s * x - c * y};
}

static bool one_transform(const char *name, const double *n, size_t count, struct matrix *m)
{
	*m = (struct matrix){.a = 1, .d = 1};
	if (!strcmp(name, "matrix") && count == 6)
		*m = (struct matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
	else if (!strcmp(name, "translate") && (count == 1 || count == 2))
		*m = (struct matrix){1, 0, 0, 1, n[0], n[1]};
	else if (!strcmp(name, "scale") && (count == 1 || count == 2))
		*m = (struct matrix){n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
	else if (!strcmp(name, "rotate") && (count == 1 || count == 3))
		*m = rotation(n[0], n[1], n[2]);
	else if (!strcmp(name, "skewX") && count == 1)
		m->c = tan(n[0] * PI / 180);
	else if (!strcmp(name, "skewY") && count == 1)
		m->b = tan(n[0] * PI / 180);
	else
		return false;
	return true;
}

static bool next_transform(struct svg *svg, const char **at, struct matrix *m)
{
	size_t len = strcspn(*at, " \t\r\n(");
	const char *name = arena_strndup(svg->arena, *at, len);
	double n[6] = {0};
	size_t count = 0;

	*at += len;
	*at += strspn(*at, " \t\r\n");
	if (*(*at)++ != '(')
		return false;
	while (count < COUNT_OF(n) && svg_number(at, &n[count]))
		count++;
	*at += strspn(*at, " \t\r\n");
	if (**at != ')')
		return false;
	(*at)++;
	skip_gap(at);
	return one_transform(name, n, count, m);
}

struct matrix svg_path_matrix(struct svg *svg, const struct xml_attr *attr)
{
	struct matrix all = {.a = 1, .d = 1}, one;
	const char *at = attr ? attr->value + strspn(attr->value, " \t\r\n") : "";

	while (*at) {
		if (!next_transform(svg, &at, &one)) {
			svg_unread(svg, attr, DIAG_BOTH("a transform", "변환"));
			break;
		}
		all = svg_path_multiply(&all, &one);
	}
	return all;
}
