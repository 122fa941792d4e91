/*
 * Sets paragraphs from standard input, one a line, at each measure of the command line (in mpt), justified and hyphenated.
 * For each it prints every place where a line may end and which were taken; tests/bench/paragraphs.py compares them with
 * what TeX makes of the same widths.
 *
 *   P MEASURE                                              a paragraph begins
 *   B END SOLID START GAP_END GAP_START KIND TAKEN WEIGHT_END WEIGHT_START    one place, see struct fit_break
 */
#include "../../src/text/text_int.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 1 << 16 };

static bool is_taken(const struct para_room *room, const struct fit_break *f)
{
	for (size_t i = 0; i < room->fit.taken.count; i++) {
		const struct fit_break *b = &room->candidates[room->fit.taken.items[i]];

		if (b->unit == f->unit && b->off == f->off && b->kind == f->kind)
			return true;
	}
	return false;
}

/* At a measure of nothing every break is listed, those inside words too; then the paragraph is set as it should be. */
static void show(struct text *text, struct text_para_spec spec, int32_t measure)
{
	struct para_room *room = text->room;
	struct fit_break *all;
	size_t count;

	spec.width = 1;
	text_para_set(text, &spec);
	count = room->breaks.count;
	all = arena_array(text->arena, count, sizeof *all);
	memcpy(all, room->breaks.items, count * sizeof *all);
	spec.width = measure;
	text_para_set(text, &spec);
	printf("P %d\n", (int)measure);
	for (size_t i = 0; i < count; i++)
		printf("B %d %d %d %d %d %d %d %d %d\n", (int)all[i].end, (int)all[i].solid, (int)all[i].start,
		       (int)all[i].gap_end, (int)all[i].gap_start, all[i].kind, is_taken(room, &all[i]),
		       (int)all[i].weight_end, (int)all[i].weight_start);
}

int main(int argc, char **argv)
{
	static char line[LINE_MAX_BYTES];
	const char *path = "pretendard/Pretendard-Regular.ttf";
	struct arena *arena = arena_new();
	struct text *text = text_new(arena, diag_new(arena), "fonts");
	struct text_style style = {.size = 10500, .lang = "en", .tag = "en-GB"};

	style.face = text_face(text, &path, 1, (struct pos){0});
	if (!style.face)
		return EXIT_IO;
	while (fgets(line, sizeof line, stdin)) {
		struct text_span span = {.text = line, .len = strcspn(line, "\n"), .style = style};
		struct text_para_spec spec = {
			.spans = &span, .count = 1, .align = ALIGN_JUSTIFY, .hyphenate = true, .trial = true};

		for (int i = 1; i < argc; i++)
			show(text, spec, (int32_t)strtol(argv[i], NULL, 10));
	}
	text_free(text);
	arena_free(arena);
	return 0;
}
