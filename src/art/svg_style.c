/*
 * How an element is painted: its own attributes, then the rules of style sheets in their order, then its attribute
 * style; what none of them says comes from the element around it. What a drawing cannot hold is refused, unless it is
 * switched off.
 */
#include "art_int.h"

#include <stdlib.h>
#include <string.h>

const struct svg_style svg_style_first = {
	.fill = 0x000000, .stroke = PAINT_NONE, .color = 0x000000, .width = 1, .miter = 4};

/* A declaration: one property with its value. */
struct given {
	struct svg *svg;
	struct svg_style *style;
	const char *name, *value;
	struct pos pos;
};

static void unread(const struct given *g, const char *what)
{
	svg_unread(g->svg, &(struct xml_attr){g->name, g->value, g->pos}, what);
}

/* ---- paint ---- */

static const char gradient_remedy[] = DIAG_BOTH("give it one plain colour", "한 가지 색으로 칠하십시오");

static void set_paint(const struct given *g, int32_t *paint, bool *current)
{
	*current = !strcmp(g->value, "currentColor") || !strcmp(g->value, "currentcolor");
	if (*current || !strcmp(g->value, "inherit"))
		return;
	if (!strcmp(g->value, "none") || !strcmp(g->value, "transparent"))
		*paint = PAINT_NONE;
	else if (!strncmp(g->value, "url(", 4))
		svg_refuse(g->svg, g->pos, g->value, gradient_remedy);
	else if (!svg_color(g->value, paint))
		unread(g, DIAG_BOTH("a colour", "색"));
}

static void set_fill(const struct given *g)
{
	set_paint(g, &g->style->fill, &g->style->current_fill);
}

static void set_stroke(const struct given *g)
{
	set_paint(g, &g->style->stroke, &g->style->current_stroke);
}

static void set_color(const struct given *g)
{
	bool current = false;

	set_paint(g, &g->style->color, &current);
}

/* ---- numbers ---- */

/* One number and nothing behind it but a unit of pixels or a percent sign. */
static bool number_of(const struct given *g, double *number)
{
	const char *at = g->value;

	if (!strcmp(at, "inherit"))
		return false;
	if (svg_number(&at, number)) {
		if (*at == '%')
			*number /= 100;
		if (!*at || !strcmp(at, "px") || !strcmp(at, "%"))
			return true;
	}
	unread(g, DIAG_BOTH("a number", "수"));
	return false;
}

static void set_width(const struct given *g)
{
	double width;

	if (number_of(g, &width))
		g->style->width = width > 0 ? width : 0;
}

static void set_miter(const struct given *g)
{
	double miter;

	if (number_of(g, &miter) && miter >= 1)
		g->style->miter = miter;
}

/* True if nothing can be seen of it; what is half clear is refused. */
static bool is_clear(const struct given *g)
{
	double opacity;

	if (!number_of(g, &opacity))
		return false;
	if (opacity > 0 && opacity < 0.999)
		svg_refuse(g->svg, g->pos, arena_printf(g->svg->arena, "%s: %s", g->name, g->value),
			   DIAG_BOTH("paint it in the colour that shows, without transparency",
				     "투명도 없이 보이는 색 그대로 칠하십시오"));
	return opacity <= 0;
}

static void set_fill_opacity(const struct given *g)
{
	g->style->clear_fill = is_clear(g);
}

static void set_stroke_opacity(const struct given *g)
{
	g->style->clear_stroke = is_clear(g);
}

static void set_opacity(const struct given *g)
{
	if (is_clear(g))
		g->style->gone = true;
}

static void set_dash(const struct given *g)
{
	const char *at = g->value;
	double numbers[3] = {0};
	size_t count = 0;

	g->style->dash[0] = g->style->dash[1] = 0;
	if (!strcmp(at, "none"))
		return;
	while (count < COUNT_OF(numbers) && svg_number(&at, &numbers[count]))
		count += 1 + (size_t)(strncmp(at, "px", 2) ? 0 : (at += 2, 0));
	if (*at || !count || count > 2 || numbers[0] < 0 || numbers[1] < 0) {
		svg_refuse(g->svg, g->pos, arena_printf(g->svg->arena, "%s: %s", g->name, g->value),
			   DIAG_BOTH("use dashes of one length and gaps of one length",
				     "선과 틈의 길이를 각각 하나로 하십시오"));
		return;
	}
	if (numbers[0] + numbers[1] <= 0)
		return;
	g->style->dash[0] = numbers[0];
	g->style->dash[1] = count == 2 ? numbers[1] : numbers[0];
}

/* ---- words ---- */

static bool is_value(const struct given *g, const char *word)
{
	return !strcmp(g->value, word);
}

static void set_rule(const struct given *g)
{
	if (!is_value(g, "inherit"))
		g->style->even_odd = is_value(g, "evenodd");
}

static void set_cap(const struct given *g)
{
	g->style->cap = is_value(g, "round") ? CAP_ROUND : is_value(g, "square") ? CAP_SQUARE : CAP_BUTT;
}

static void set_join(const struct given *g)
{
	g->style->join = is_value(g, "round") ? JOIN_ROUND : is_value(g, "bevel") ? JOIN_BEVEL : JOIN_MITER;
}

static void set_display(const struct given *g)
{
	g->style->gone |= is_value(g, "none");
}

static void set_visibility(const struct given *g)
{
	if (!is_value(g, "inherit"))
		g->style->hidden = !is_value(g, "visible");
}

static void set_dash_offset(const struct given *g)
{
	double offset;

	if (number_of(g, &offset) && (offset > 0 || offset < 0))
		svg_refuse(g->svg, g->pos, g->name,
			   DIAG_BOTH("turn the line into an outline", "선을 윤곽선으로 바꾸십시오"));
}

static void refuse_effect(const struct given *g)
{
	if (!is_value(g, "none") && !is_value(g, "normal") && !is_value(g, "auto"))
		svg_refuse(g->svg, g->pos, arena_printf(g->svg->arena, "%s: %s", g->name, g->value),
			   DIAG_BOTH("flatten the effect in the drawing program",
				     "그리기 프로그램에서 효과를 병합하십시오"));
}

static const struct property {
	const char *name;
	void (*set)(const struct given *);
} properties[] = {
	{"fill", set_fill},
	{"stroke", set_stroke},
	{"color", set_color},
	{"stroke-width", set_width},
	{"fill-rule", set_rule},
	{"fill-opacity", set_fill_opacity},
	{"stroke-opacity", set_stroke_opacity},
	{"opacity", set_opacity},
	{"stroke-linecap", set_cap},
	{"stroke-linejoin", set_join},
	{"stroke-miterlimit", set_miter},
	{"stroke-dasharray", set_dash},
	{"stroke-dashoffset", set_dash_offset},
	{"display", set_display},
	{"visibility", set_visibility},
	{"filter", refuse_effect},
	{"mask", refuse_effect},
	{"clip-path", refuse_effect},
	{"mix-blend-mode", refuse_effect},
	{"marker", refuse_effect},
	{"marker-start", refuse_effect},
	{"marker-mid", refuse_effect},
	{"marker-end", refuse_effect},
	{"vector-effect", refuse_effect},
};

/* Other properties paint nothing of a shape. */
static void set_property(struct svg *svg, struct svg_style *style, const char *name, const char *value, struct pos pos)
{
	const struct given given = {svg, style, name, value, pos};
	const char *address = strstr(value, "url(");

	if (address && address[4 + strspn(address + 4, " \"'")] != '#') {
		svg_outside(svg, pos, value);
		return;
	}
	for (size_t i = 0; i < COUNT_OF(properties); i++)
		if (!strcmp(properties[i].name, name))
			properties[i].set(&given);
}

/* ---- declarations and rules ---- */

/* The text without white space at either end and without "!important". */
static const char *trimmed(struct arena *arena, const char *from, size_t len)
{
	static const char important[] = "!important", space[] = " \t\r\n";

	while (len && strchr(space, *from)) {
		from++;
		len--;
	}
	if (len >= sizeof important - 1 &&
	    !strncmp(from + len - (sizeof important - 1), important, sizeof important - 1))
		len -= sizeof important - 1;
	while (len && strchr(space, from[len - 1]))
		len--;
	return arena_strndup(arena, from, len);
}

static void declare(struct svg *svg, struct svg_style *style, const char *text, struct pos pos)
{
	while (*text) {
		size_t len = strcspn(text, ";"), name = strcspn(text, ":;");

		if (name < len)
			set_property(svg, style, trimmed(svg->arena, text, name),
				     trimmed(svg->arena, text + name + 1, len - name - 1), pos);
		text += len + (text[len] == ';');
	}
}

static void add_rule(struct svg *svg, const char *selector, const char *body, struct pos pos)
{
	struct svg_rule rule = {.body = body, .pos = pos};
	size_t len = strcspn(selector, ".#");

	if (len && strcmp(selector, "*") != 0)
		rule.element = arena_strndup(svg->arena, selector, len);
	if (selector[len]) {
		const char *name = arena_strdup(svg->arena, selector + len + 1);

		*(selector[len] == '.' ? &rule.klass : &rule.id) = name;
	}
	if (strpbrk(selector + len + (selector[len] != 0), ".#:[>+~ \t\n@"))
		svg_refuse(svg, pos, selector,
			   DIAG_BOTH("save with presentation attributes in place of style sheets",
				     "스타일 시트 대신 표현 속성으로 저장하십시오"));
	else
		*LIST_ADD(svg->arena, &svg->rules) = rule;
}

static void add_rules(struct svg *svg, const char *selectors, size_t len, const char *body, struct pos pos)
{
	const char *end = selectors + len;

	while (selectors < end) {
		size_t one = strcspn(selectors, ",");

		one = one < (size_t)(end - selectors) ? one : (size_t)(end - selectors);
		add_rule(svg, trimmed(svg->arena, selectors, one), body, pos);
		selectors += one + 1;
	}
}

static char *without_comments(struct arena *arena, const char *text)
{
	char *out = arena_strdup(arena, text), *start;

	while ((start = strstr(out, "/*")) != NULL) {
		char *end = strstr(start + 2, "*/");

		memset(start, ' ', end ? (size_t)(end + 2 - start) : strlen(start));
	}
	return out;
}

void svg_style_sheet(struct svg *svg, const struct xml_node *style)
{
	const char *text = without_comments(svg->arena, style->text);

	for (text += strspn(text, " \t\r\n"); *text; text += strspn(text, " \t\r\n")) {
		size_t len = strcspn(text, "{;"), body = strcspn(text + len, "}");

		if (*text == '@') {
			svg_outside(svg, style->text_pos, trimmed(svg->arena, text, len));
			return;
		}
		if (text[len] != '{' || !text[len + body]) {
			svg_unread(svg, &(struct xml_attr){"style", trimmed(svg->arena, text, len), style->text_pos},
				   DIAG_BOTH("a style sheet", "스타일 시트"));
			return;
		}
		add_rules(svg, text, len, arena_strndup(svg->arena, text + len + 1, body - 1), style->text_pos);
		text += len + body + 1;
	}
}

/* ---- an element ---- */

static bool has_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	while (*words) {
		size_t n;

		words += strspn(words, " \t\r\n");
		n = strcspn(words, " \t\r\n");
		if (n == len && !strncmp(words, word, n))
			return true;
		words += n;
	}
	return false;
}

static bool rule_fits(const struct svg_rule *rule, const struct xml_node *node)
{
	const struct xml_attr *klass = xml_attr(node, "class"), *id = xml_attr(node, "id");

	return (!rule->element || !strcmp(rule->element, node->name)) &&
	       (!rule->klass || (klass && has_word(klass->value, rule->klass))) &&
	       (!rule->id || (id && !strcmp(id->value, rule->id)));
}

/* Rules of elements give way to those of classes, and these to those of ids. */
static int rule_weight(const struct svg_rule *rule)
{
	return rule->id ? 2 : rule->klass ? 1 : 0;
}

static void apply_rules(struct svg *svg, const struct xml_node *node, struct svg_style *style)
{
	for (int weight = 0; weight <= 2; weight++)
		for (size_t i = 0; i < svg->rules.count; i++)
			if (rule_weight(&svg->rules.items[i]) == weight && rule_fits(&svg->rules.items[i], node))
				declare(svg, style, svg->rules.items[i].body, svg->rules.items[i].pos);
}

struct svg_style svg_style_of(struct svg *svg, const struct xml_node *node, const struct svg_style *outer)
{
	struct svg_style style = *outer;
	const struct xml_attr *own = xml_attr(node, "style");

	for (size_t i = 0; i < node->attrs.count; i++) {
		const struct xml_attr *attr = &node->attrs.items[i];
		const char *value = trimmed(svg->arena, attr->value, strlen(attr->value));

		set_property(svg, &style, attr->name, value, attr->pos);
	}
	apply_rules(svg, node, &style);
	if (own)
		declare(svg, &style, own->value, own->pos);
	if (style.current_fill)
		style.fill = style.color;
	if (style.current_stroke)
		style.stroke = style.color;
	return style;
}
