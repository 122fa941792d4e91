/*
 * JPEG is kept as it is (PDF reads it); its segments are read for its size, colours and profile, and to see that it is
 * whole (ITU-T T.81, annex B).
 */
#include "art_int.h"

#include <string.h>

enum { M_SOI = 0xD8, M_EOI = 0xD9, M_SOS = 0xDA, M_APP1 = 0xE1, M_APP2 = 0xE2, M_APP14 = 0xEE, M_RST = 0xD0 };
enum { PROFILE_PARTS = 64 };

struct jpeg {
	struct arena *arena;
	struct diag *diag;
	const uint8_t *at, *end;
	struct art *art;
	struct bitmap *bitmap;
	bool frame, scan, whole, failed;
	struct {
		const uint8_t *data;
		size_t len;
	} parts[PROFILE_PARTS];
	size_t part_count;
};

static void fail(struct jpeg *j, const char *why)
{
	if (!j->failed)
		DIAG(j->diag, ART_DAMAGED, ((struct pos){j->art->file, 0, 0}), why);
	j->failed = true;
}

static void refuse(struct jpeg *j, const char *what, const char *remedy)
{
	if (!j->failed)
		DIAG(j->diag, ART_KEPT_OUT, ((struct pos){j->art->file, 0, 0}), what, remedy);
	j->failed = true;
}

static void too_large(struct jpeg *j)
{
	if (!j->failed)
		DIAG(j->diag, ART_LARGE, ((struct pos){j->art->file, 0, 0}),
		     arena_printf(j->arena, DIAG_BOTH("%d million pixels", "%d백만 픽셀"), ART_PIXELS / 1000000,
				  ART_PIXELS / 1000000));
	j->failed = true;
}

static size_t big16(const uint8_t *at)
{
	return (size_t)at[0] << 8 | at[1];
}

/* ---- segments ---- */

/* Sequential or progressive, 8 bits, by Huffman's codes: what PDF readers know. */
static void read_frame(struct jpeg *j, int marker, const uint8_t *data, size_t len)
{
	struct bitmap *b = j->bitmap;

	if (len < 6 || j->frame) {
		fail(j, DIAG_BOTH("its frame is malformed", "프레임이 잘못되었습니다"));
		return;
	}
	b->height = (int32_t)big16(data + 1);
	b->width = (int32_t)big16(data + 3);
	b->components = data[5];
	j->frame = true;
	if (marker > 0xC2 || data[0] != 8)
		refuse(j, DIAG_BOTH("this form of JPEG", "이 형식의 JPEG"),
		       DIAG_BOTH("save it as baseline JPEG with 8 bits", "8비트 기준(baseline) JPEG로 저장하십시오"));
	else if (b->components != 1 && b->components != 3)
		refuse(j, DIAG_BOTH("a picture in CMYK", "CMYK 그림"),
		       DIAG_BOTH("convert it to RGB (sRGB)", "RGB(sRGB)로 바꾸십시오"));
	else if (!b->width || !b->height)
		fail(j, DIAG_BOTH("it has no size", "크기가 없습니다"));
	else if ((int64_t)b->width * b->height > ART_PIXELS)
		too_large(j);
}

static uint32_t exif_number(const uint8_t *at, size_t bytes, bool little)
{
	uint32_t value = 0;

	for (size_t i = 0; i < bytes; i++)
		value = value << 8 | at[little ? bytes - 1 - i : i];
	return value;
}

/* A camera that was turned says so beside the picture, and PDF would show it lying. */
static void read_exif(struct jpeg *j, const uint8_t *data, size_t len)
{
	enum { HEAD = 6, ENTRY = 12, ORIENTATION = 0x0112 };
	const uint8_t *tiff = data + HEAD;
	size_t room = len > HEAD ? len - HEAD : 0, at, count;
	bool little;

	if (room < 8 || memcmp(data, "Exif\0", HEAD) != 0)
		return;
	little = tiff[0] == 'I';
	at = exif_number(tiff + 4, 4, little);
	if (at > room - 2)
		return;
	count = exif_number(tiff + at, 2, little);
	for (at += 2; count && at + ENTRY <= room; at += ENTRY, count--)
		if (exif_number(tiff + at, 2, little) == ORIENTATION && exif_number(tiff + at + 8, 2, little) > 1)
			refuse(j, DIAG_BOTH("a picture that is to be turned", "돌려서 보아야 하는 그림"),
			       DIAG_BOTH("turn it in an image program and save it",
					 "이미지 프로그램에서 돌려 저장하십시오"));
}

/* Parts of a profile come in segments that say their number from 1 and how many there are. */
static void read_profile(struct jpeg *j, const uint8_t *data, size_t len)
{
	static const char name[] = "ICC_PROFILE";
	enum { HEAD = sizeof name + 2 };

	if (len < HEAD || memcmp(data, name, sizeof name) != 0)
		return;
	if (data[12] != j->part_count + 1 || j->part_count == PROFILE_PARTS) {
		fail(j, DIAG_BOTH("its colour profile is malformed", "색 프로파일이 잘못되었습니다"));
		return;
	}
	j->parts[j->part_count].data = data + HEAD;
	j->parts[j->part_count++].len = len - HEAD;
}

static void read_segment(struct jpeg *j, int marker, const uint8_t *data, size_t len)
{
	if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
		read_frame(j, marker, data, len);
	else if (marker == M_APP1)
		read_exif(j, data, len);
	else if (marker == M_APP2)
		read_profile(j, data, len);
}

/* Past the coded pixels to the next marker; a byte FF in them is followed by 00 or a restart. */
static void skip_pixels(struct jpeg *j)
{
	j->scan = true;
	while (j->at + 1 < j->end && !(j->at[0] == 0xFF && j->at[1] && (j->at[1] & ~7) != M_RST && j->at[1] != 0xFF))
		j->at++;
}

static void read_marker(struct jpeg *j)
{
	int marker;
	size_t len;

	while (j->at < j->end && *j->at == 0xFF)
		j->at++;
	marker = j->at < j->end ? *j->at++ : M_EOI;
	if (marker == M_EOI) {
		j->whole = j->scan && j->at <= j->end && j->at[-1] == M_EOI;
		j->at = j->end;
		return;
	}
	len = j->end - j->at >= 2 ? big16(j->at) : 0;
	if (len < 2 || len > (size_t)(j->end - j->at)) {
		j->at = j->end;
		return;
	}
	read_segment(j, marker, j->at + 2, len - 2);
	j->at += len;
	if (marker == M_SOS)
		skip_pixels(j);
}

/* ---- colours ---- */

static bool is_profile(const uint8_t *p, size_t len, int components)
{
	return len > 128 && !memcmp(p + 36, "acsp", 4) && p[8] < 5 &&
	       !memcmp(p + 16, components == 1 ? "GRAY" : "RGB ", 4) &&
	       (!memcmp(p + 12, "mntr", 4) || !memcmp(p + 12, "scnr", 4) || !memcmp(p + 12, "prtr", 4) ||
		!memcmp(p + 12, "spac", 4));
}

static void keep_profile(struct jpeg *j)
{
	size_t len = 0;
	uint8_t *profile, *to;

	for (size_t i = 0; i < j->part_count; i++)
		len += j->parts[i].len;
	profile = to = arena_alloc(j->arena, len);
	for (size_t i = 0; i < j->part_count; i++) {
		memcpy(to, j->parts[i].data, j->parts[i].len);
		to += j->parts[i].len;
	}
	if (!is_profile(profile, len, j->bitmap->components)) {
		refuse(j, DIAG_BOTH("this colour profile", "이 색 프로파일"),
		       DIAG_BOTH("convert the picture to sRGB", "그림을 sRGB로 바꾸십시오"));
		return;
	}
	j->bitmap->profile = profile;
	j->bitmap->profile_len = len;
}

bool jpeg_take(struct arena *arena, struct diag *diag, struct art *art)
{
	struct jpeg j = {.arena = arena, .diag = diag, .art = art, .at = (const uint8_t *)art->file->text};

	j.end = j.at + art->file->len;
	j.bitmap = arena_alloc(arena, sizeof *j.bitmap);
	j.bitmap->jpeg = true;
	j.bitmap->data = j.at;
	j.bitmap->len = art->file->len;
	j.at += 2; /* the start, which was looked at */
	while (j.at + 1 < j.end && !j.failed)
		if (*j.at == 0xFF)
			read_marker(&j);
		else
			fail(&j, DIAG_BOTH("a marker is missing", "마커가 없습니다"));
	if (!j.whole || !j.frame)
		fail(&j, DIAG_BOTH("it ends too early", "중간에 끝납니다"));
	if (!j.failed && j.part_count)
		keep_profile(&j);
	art->bitmap = j.bitmap;
	art->width = j.bitmap->width;
	art->height = j.bitmap->height;
	return !j.failed;
}
