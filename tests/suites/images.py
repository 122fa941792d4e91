"""Each chart of the gallery in each language looks as it did: tests/cases/charts/ID.LANG.png, drawn by `bifolio chart`.

Two pictures are alike if no more than a few pixels differ clearly: another version of cairo may smooth an edge otherwise,
but no word or bar may move. What differs is shown side by side in OUT/test/images/index.html. --regen takes the new picture.
"""

import html
import shutil
import struct
import zlib

from .harness import TOP, agreed

CASES = TOP / "tests/cases/charts"
GALLERY = "data/gallery"
LANGS = ("en", "ko", "en+ko")
DPI = 48
CLEARLY = 64  # of 255, in one colour
FEW = 8       # pixels


def run(tests):
    out = tests.folder("images")
    charts = [row.split("\t")[0] for row in tests.run("chart", GALLERY, "--list").text.splitlines()]
    kinds = {row.split("\t")[1] for row in tests.run("chart", GALLERY, "--list").text.splitlines()}
    tests.check("the gallery has charts", charts)
    tests.check("the gallery has every kind", kinds == every_kind(tests), f"{kinds ^ every_kind(tests)}")
    CASES.mkdir(exist_ok=True)
    rows = [row for chart in charts for lang in LANGS if (row := one(tests, out, f"{chart}.{lang}", chart, lang))]
    if rows:
        (out / "index.html").write_text(page(rows), encoding="utf-8")
        print(f"    pictures that differ: {out / 'index.html'}")
    wanted = {f"{chart}.{lang}.png" for chart in charts for lang in LANGS}
    extra = sorted(path.name for path in CASES.glob("*.png") if path.name not in wanted)
    tests.check("no picture of a chart that is gone", not extra, extra)
    if charts:
        controls(tests, Picture.read(CASES / f"{charts[0]}.{LANGS[0]}.png"))


def every_kind(tests):
    schema = tests.run("schema", "pack").text
    words = schema[schema.index('"chart": {'):]
    words = words[words.index('"enum": [') + 9:]
    return {word.strip(' "') for word in words[:words.index("]")].split(",")}


def one(tests, out, name, chart, lang):
    """None, or the row of the page that shows how the picture differs."""
    new, wanted = out / f"{name}.png", CASES / f"{name}.png"
    result = tests.run("chart", GALLERY, chart, "--lang", lang, "--dpi", str(DPI), "-o", new)
    if not tests.check(f"{name}: is drawn", result.status == 0 and new.exists(), result):
        return None
    faults = differences(wanted, new)
    if faults and tests.regen:
        print(f"{wanted.relative_to(TOP)}: {faults}")
        if agreed(wanted):
            shutil.copyfile(new, wanted)
            faults = None
    if tests.check(f"{name}: looks as it did", not faults, faults):
        return None
    if wanted.exists():
        shutil.copyfile(wanted, out / f"{name}.expected.png")
        Picture.read(wanted).difference(Picture.read(new)).write(out / f"{name}.difference.png")
    return name, faults


def differences(wanted, new):
    if not wanted.exists():
        return "there is no picture to compare with: make regen"
    if wanted.read_bytes() == new.read_bytes():
        return None
    return Picture.read(wanted).compare(Picture.read(new))


def page(rows):
    out = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts that differ</title>',
           "<style>body{font:16px sans-serif;margin:2em}td{vertical-align:top;padding:.5em}img{border:1px solid #888}</style>",
           "<h1>Charts that differ</h1><table><tr><th>Expected<th>Drawn now<th>Difference (black)</tr>"]
    for name, faults in rows:
        out.append(f'<tr><td colspan="3"><strong>{html.escape(name)}</strong>: {html.escape(faults)}</tr><tr>' + "".join(
            f'<td><img src="{html.escape(name)}{kind}.png" alt="{what} of {html.escape(name)}">'
            for kind, what in ((".expected", "expected picture"), ("", "new picture"), (".difference", "difference"))) + "</tr>")
    return "\n".join([*out, "</table></html>\n"])


# ---- the suite can say no ----

def controls(tests, good):
    def refused(name, bad):
        tests.check(f"control: {name} is seen", good.compare(bad))

    noise = good.changed(lambda x, y, pixel: bytes(min(255, value + (x + y) % 9) for value in pixel))
    tests.check("control: slightly other smoothing passes", not good.compare(noise), good.compare(noise))
    refused("a shift by one pixel", good.changed(lambda x, y, pixel: good.at(max(x - 1, 0), y)))
    x, y = good.darkest_word()
    refused("a word that is missing", good.changed(
        lambda at, row, pixel: b"\xff\xff\xff" if x <= at < x + 24 and y <= row < y + 8 else pixel))
    refused("another size", Picture(good.width, good.height - 1, good.rows[:-1]))
    refused("another colour", good.changed(lambda at, row, pixel: pixel[::-1]))


# ---- pictures ----

class Picture:
    """A PNG of 8 bits of RGB, without interlacing, as cairo writes it: rows of bytes."""

    def __init__(self, width, height, rows):
        self.width, self.height, self.rows = width, height, rows

    @classmethod
    def read(cls, path):
        data, at, packed = path.read_bytes(), 8, b""
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            body = data[at + 8:at + 8 + size]
            if kind == b"IHDR":
                width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", body)
                if (depth, colour, interlaced) != (8, 2, 0):
                    raise ValueError(f"{path}: not 8 bits of RGB")
            elif kind == b"IDAT":
                packed += body
            at += 12 + size
        return cls(width, height, unfiltered(zlib.decompress(packed), width, height))

    def at(self, x, y):
        return self.rows[y][3 * x:3 * x + 3]

    def changed(self, change):
        return Picture(self.width, self.height,
                       [b"".join(change(x, y, self.at(x, y)) for x in range(self.width)) for y in range(self.height)])

    def clearly(self, other):
        """Pixels that differ clearly."""
        for y, (left, right) in enumerate(zip(self.rows, other.rows)):
            if left == right:
                continue
            for x in range(self.width):
                if max(abs(a - b) for a, b in zip(left[3 * x:3 * x + 3], right[3 * x:3 * x + 3])) > CLEARLY:
                    yield x, y

    def compare(self, other):
        """What differs, in words; None if they are alike."""
        if (self.width, self.height) != (other.width, other.height):
            return f"{other.width} by {other.height} pixels, not {self.width} by {self.height}"
        count = sum(1 for _ in self.clearly(other))
        return f"{count} pixels differ clearly" if count > FEW else None

    def difference(self, other):
        width, height = max(self.width, other.width), max(self.height, other.height)
        if (self.width, self.height) == (other.width, other.height):
            black = set(self.clearly(other))
        else:
            black = {(x, y) for x in range(width) for y in range(height) if x >= min(self.width, other.width)
                     or y >= min(self.height, other.height)}
        return Picture(width, height, [b"".join(b"\0\0\0" if (x, y) in black else b"\xff\xff\xff" for x in range(width))
                                       for y in range(height)])

    def darkest_word(self):
        """Where 24 by 8 pixels hold most dark ones."""
        def dark(x, y):
            return sum(1 for row in range(y, y + 8) for at in range(x, x + 24) if sum(self.at(at, row)) < 384)
        places = [(x, y) for y in range(0, self.height - 8, 4) for x in range(0, self.width - 24, 8)]
        return max(places, key=lambda place: dark(*place))

    def write(self, path):
        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
                         + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in self.rows)))
                         + chunk(b"IEND", b""))


def unfiltered(data, width, height):
    """Rows without PNG's filters (PNG specification, 9.2)."""
    size, before, rows = 3 * width, bytes(3 * width), []
    for y in range(height):
        kind, row = data[y * (size + 1)], bytearray(data[y * (size + 1) + 1:(y + 1) * (size + 1)])
        for i in range(size):
            left, up, corner = row[i - 3] if i >= 3 else 0, before[i], before[i - 3] if i >= 3 else 0
            row[i] = (row[i] + (0, left, up, (left + up) // 2, paeth(left, up, corner))[kind]) & 0xFF
        before = bytes(row)
        rows.append(before)
    return rows


def paeth(left, up, corner):
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))
