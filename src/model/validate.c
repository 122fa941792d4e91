/*
 * The forms of strings. Each accepts what works everywhere the string is used (links in a PDF, names of files), which
 * is less than the standards allow.
 */
#include "locale.h"
#include "model_int.h"

#include <string.h>

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
	return is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
}

bool validate_id(const char *text)
{
	if (!is_lower(*text))
		return false;
	while (is_lower(*text) || is_digit(*text) || *text == '-')
		text++;
	return !*text;
}

bool validate_language(const char *text, size_t *key_len)
{
	size_t len = 0;

	while (is_lower(text[len]))
		len++;
	*key_len = len;
	if (len < 2 || len > 3)
		return false;
	for (text += len; *text == '-'; text += len) {
		text++;
		for (len = 0; is_alnum(text[len]); len++)
			;
		if (len < 2 || len > 8)
			return false;
	}
	return !*text;
}

/* The length of a domain name with at least one dot at the start of the text; 0 if there is none. */
static size_t domain(const char *text)
{
	size_t len = 0, label = 0, dots = 0;

	for (;; len++) {
		if (is_alnum(text[len]) || (text[len] == '-' && label)) {
			label++;
		} else if (text[len] == '.' && label && text[len - 1] != '-' && is_alnum(text[len + 1])) {
			label = 0;
			dots++;
		} else {
			break;
		}
		if (label > 63)
			return 0;
	}
	return dots && label && text[len - 1] != '-' ? len : 0;
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool validate_url(const char *text)
{
	static const char others[] = "-._~:/?#[]@!$&'()*+,;=";
	size_t len;

	if (!strncmp(text, "https://", 8))
		text += 8;
	else if (!strncmp(text, "http://", 7))
		text += 7;
	else
		return false;
	len = domain(text);
	text += len;
	if (*text == ':' && is_digit(text[1]))
		for (text++; is_digit(*text);)
			text++;
	if (!len || (*text && !strchr("/?#", *text)))
		return false;
	for (; *text; text++) {
		if (*text == '%' && !(is_hex(text[1]) && is_hex(text[2])))
			return false;
		if (*text != '%' && !is_alnum(*text) && !strchr(others, *text))
			return false;
	}
	return true;
}

bool validate_email(const char *text)
{
	static const char others[] = "!#$%&'*+/=?^_`{|}~-";
	size_t len = 0, host;

	while (is_alnum(text[len]) || (text[len] && strchr(others, text[len])) ||
	       (text[len] == '.' && len && text[len - 1] != '.'))
		len++;
	if (!len || len > 64 || text[len - 1] == '.' || text[len] != '@')
		return false;
	host = domain(text + len + 1);
	return host && !text[len + 1 + host];
}

bool validate_phone(const char *text)
{
	size_t digits = 0;

	if (*text++ != '+' || *text < '1' || *text > '9')
		return false;
	for (; *text; text++) {
		if (is_digit(*text))
			digits++;
		else if ((*text != '-' && *text != ' ') || !is_digit(text[1]))
			return false;
	}
	return digits >= 7 && digits <= 15;
}

bool validate_time(const char *text)
{
	struct zone_time unused;

	return zone_time_read(text, &unused);
}
