/*
 * The key: signs and what they mean, above the drawing. The languages of a sign stand side by side if the whole key
 * then takes one line, else one below the other; a line that is full is ended.
 */
#include "chart_int.h"

enum {
	GAP = 16000,     /* between signs */
	TEXT_GAP = 6000, /* from a sign to its words */
	LINE_GAP = 6000,
	BELOW = 11000,
	BELOW_TIGHT = 8000
};

static int32_t sign_width(const struct stack *words, bool flat)
{
	return KEY_SIGN + TEXT_GAP + (flat ? label_beside_width(words) : words->width);
}

static bool is_flat(const struct chart_job *job, const struct key *key)
{
	int32_t width = -GAP;

	for (size_t i = 0; i < key->count; i++)
		width += sign_width(&key->words[i], true) + GAP;
	return width <= job->width;
}

static void draw_words(struct chart_job *job, const struct stack *words, bool flat, int32_t x, int32_t y)
{
	if (flat)
		label_draw_beside(job, words, x, y);
	else
		label_draw_stack(job, words, x, y);
}

int32_t key_draw(struct chart_job *job, const struct key *key)
{
	bool flat = is_flat(job, key);
	int32_t x = 0, y = 0, bottom = 0;

	for (size_t i = 0; i < key->count; i++) {
		const struct stack *words = &key->words[i];
		int32_t width = sign_width(words, flat);

		if (x > 0 && x + width > job->width) {
			x = 0;
			y = bottom + LINE_GAP;
		}
		key->draw(job, key->which[i], x + KEY_SIGN / 2, y + words->of[0].leading / 2);
		draw_words(job, words, flat, x + KEY_SIGN + TEXT_GAP, y);
		x += width + GAP;
		bottom = chart_larger(bottom, y + (flat ? words->of[0].height : words->height));
	}
	return bottom + chart_between(job, BELOW, BELOW_TIGHT);
}
