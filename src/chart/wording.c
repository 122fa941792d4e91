/*
 * Texts of charts: values in a language of the edition, and phrases of that language round them.
 */
#include "chart_int.h"

#include <stdarg.h>
#include <string.h>

enum { PAIRS = 8, ALT_CHARACTERS = 150 };

const char *wording_keep(struct arena *arena, struct buf *buf)
{
	const char *text = arena_strndup(arena, buf->data ? buf->data : "", buf->len);

	buf_free(buf);
	return text;
}

const char *wording_phrase(struct arena *arena, const struct locale *locale, const char *key, ...)
{
	const char *pairs[2 * PAIRS + 1] = {0};
	struct buf out = {0};
	va_list args;

	va_start(args, key);
	for (size_t i = 0; i < 2 * PAIRS && (pairs[i] = va_arg(args, const char *)); i++)
		;
	va_end(args);
	if (!locale_has_phrase(locale, key))
		return ""; /* reported when the chart is drawn */
	locale_phrase(locale, key, &out, pairs);
	return wording_keep(arena, &out);
}

const char *wording_number(struct arena *arena, const struct locale *locale, size_t number)
{
	struct buf out = {0};

	locale_number(locale, (int64_t)number, &out);
	return wording_keep(arena, &out);
}

const char *wording_text(const struct chart_request *req, size_t lang, const struct value *value)
{
	const char *text = value_plain(value, req->langs[lang].pack_index);

	return text ? text : "";
}

const struct value *wording_label(const struct value *record)
{
	static const char *const names[] = {"short", "name", "title"};

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const struct value *value = value_field(record, names[i]);

		if (value)
			return value;
	}
	return NULL;
}

const char *wording_join(struct arena *arena, const struct locale *locale, const char *const *texts, size_t count,
			 const char *by)
{
	struct buf out = {0};

	if (!by)
		by = wording_phrase(arena, locale, "list_separator", NULL);
	for (size_t i = 0; i < count; i++) {
		buf_puts(&out, i ? by : "");
		buf_puts(&out, texts[i]);
	}
	return wording_keep(arena, &out);
}

const char *wording_fit(const char *const *texts, size_t count)
{
	const char *last = NULL;

	for (size_t i = 0; i < count; i++) {
		if (!texts[i])
			continue;
		last = texts[i];
		if (utf8_count(last, strlen(last)) <= ALT_CHARACTERS)
			break;
	}
	return last;
}
