#!/usr/bin/env python3
"""Total demerits of bifolio's justified paragraphs beside TeX's own, on the same widths.

Paragraphs are made of sentences of the packs in data/, in an order drawn from a fixed seed. bifolio sets them and prints
every possible break with its widths (tests/bench/breaks.c). TeX gets the same widths as rules, glue, penalties and
discretionaries, with the parameters of plain TeX, so no font and no hyphenation of its own comes in; it breaks the
paragraphs, and the lines are read from its log. One evaluator, the formulas of The TeXbook, then counts the demerits of
both. Needs tex (Debian: texlive-binaries texlive-base). It asserts nothing: the numbers stand in docs/decisions.
"""

import argparse
import pathlib
import random
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
MEASURES = (160000, 200000, 260000, 340000, 430000)
SPACE, AFTER, HYPHEN = 1, 2, 3
PASSES = ((False, 100, 0), (True, 200, 0), (True, 10000, 100))  # hyphens, tolerance, the measure's part to stretch
LINE, HYPHEN_PENALTY, DOUBLE, FINAL, ADJACENT = 10, 50, 10000, 5000, 10000


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--out", default="out", help="where the objects of the build lie")
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=1981)
    options.add_argument("--show", action="store_true", help="list the paragraphs in which TeX is better")
    options = options.parse_args()
    texts = paragraphs(options.count, random.Random(options.seed))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        settings = read_breaks(run_ours(pathlib.Path(options.out), folder, texts))
        for setting in settings:
            setting.ours = [i for i, b in enumerate(setting.breaks) if b[6]]
            setting.tex, setting.stretch = None, 0
        for number in range(len(PASSES)):
            run_tex(folder, [s for s in settings if s.tex is None], number)
    report(settings, options.show)


def paragraphs(count, rng):
    sentences = []
    for path in sorted((TOP / "data").glob("**/*.yaml")):
        for text in re.findall(r"""\ben: (?:"([^"\n]*)"|([^"'|>\n][^\n]*))""", path.read_text("utf-8")):
            text = re.sub(r"[*_`{}\[\]]|\(http[^)]*\)", "", text[0] or text[1])
            text = text.split(", ko:")[0]
            sentences += [s for s in re.split(r"(?<=[.?!]) ", text) if s.count(" ") > 4 and not re.search("[가-힣]", s)]
    sentences = sorted(set(sentences))
    return [" ".join(rng.choice(sentences) for _ in range(rng.randint(3, 8))) for _ in range(count)]


# ---- bifolio ----

def run_ours(out, folder, texts):
    objects = sorted(str(path) for path in (out / "obj").glob("**/*.o") if path.name != "main.o")
    libraries = "yaml-0.1 harfbuzz harfbuzz-subset icu-uc icu-i18n cairo lcms2 zlib md4c".split()
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", *libraries], text=True).split()
    program = folder / "breaks"
    subprocess.check_call(["cc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", f"-I{TOP}/include", "-o", program,
                           TOP / "tests/bench/breaks.c", *objects, *flags, "-lhpdf", "-lm"])
    return subprocess.run([program, *map(str, MEASURES)], input="\n".join(texts) + "\n", text=True, cwd=TOP,
                          stdout=subprocess.PIPE, check=True).stdout


class Setting:
    def __init__(self, measure):
        self.measure, self.breaks = measure, []


def read_breaks(text):
    settings = []
    for row in text.splitlines():
        kind, *numbers = row.split()
        if kind == "P":
            settings.append(Setting(int(numbers[0])))
        else:
            settings[-1].breaks.append(tuple(map(int, numbers)))
    return settings


# ---- TeX ----

HEAD = r"""\batchmode\hoffset=0pt\tracingonline=0\showboxbreadth=100000\showboxdepth=3\hfuzz=1000pt\hbadness=10000
\parindent=0pt\linepenalty=10\hyphenpenalty=50\exhyphenpenalty=50\adjdemerits=10000\doublehyphendemerits=10000
\finalhyphendemerits=5000\baselineskip=20pt\lineskip=0pt\lineskiplimit=-1000pt\tracingparagraphs=0
\def\b#1#2{\vrule width #1pt height #2pt depth 0pt\relax}
\def\g#1#2#3{\hskip #1pt plus #2pt minus #3pt\relax}
\def\d#1#2{\discretionary{\vrule width #1pt height 0pt depth 0pt}{\vrule width #2pt height 0pt depth 0pt}{}}
"""


def points(mpt):
    return f"{mpt / 1000:.3f}"


def glue(mpt):
    return rf"\g{{{points(mpt)}}}{{{mpt // 2 / 1000:.3f}}}{{{mpt // 3 / 1000:.3f}}}"


def tex_paragraph(setting, number, hyphens, tolerance, stretch):
    """Each piece between breaks is a rule whose height tells its number; spaces that hold stand inside of it."""
    rows = [rf"\setbox0=\vbox{{\hsize={points(setting.measure)}pt\pretolerance=-1\tolerance={tolerance}"
            rf"\emergencystretch={points(setting.measure // stretch if stretch else 0)}pt\noindent"]
    before = setting.breaks[0]
    for index, b in enumerate(setting.breaks[1:], 1):
        end, solid, start, gap_end, gap_start, kind = b[:6]
        if kind == HYPHEN and not hyphens:
            continue
        held = gap_end - before[4]
        width = solid - before[2] - held
        rows.append(rf"\b{{{points(width - width // 2 if held else width)}}}{{{index / 100:.2f}}}")
        if held:
            rows.append(rf"\nobreak{glue(held)}\b{{{points(width // 2)}}}{{0}}")
        if kind == SPACE:
            rows.append(glue(gap_start - gap_end))
            if start - solid != gap_start - gap_end:
                rows.append(rf"\kern{points(start - solid - gap_start + gap_end)}pt")
        elif kind == AFTER:
            rows.append(r"\penalty50")
        elif kind == HYPHEN:
            rows.append(rf"\d{{{points(end - solid)}}}{{{points(solid - start)}}}")
        before = b
    return "%\n".join(rows) + rf"\par}}\immediate\write-1{{setting {number}}}\showbox0" + "\n"


def run_tex(folder, settings, number):
    hyphens, tolerance, stretch = PASSES[number]
    (folder / "p.tex").write_text(HEAD + "".join(tex_paragraph(s, i, *PASSES[number]) for i, s in enumerate(settings))
                                  + r"\end")
    subprocess.run(["tex", "p.tex"], cwd=folder, stdout=subprocess.DEVNULL, check=False)
    for place, part in enumerate(re.split(r"^setting \d+$", (folder / "p.log").read_text(), flags=re.M)[1:]):
        setting = settings[place]
        taken = [previous(setting, piece, hyphens) for piece in first_pieces(part)[1:]] + [len(setting.breaks) - 1]
        setting.stretch = setting.measure // stretch if stretch else 0
        if tolerance == 10000 or worst(setting, taken) <= tolerance:
            setting.tex, setting.passed = taken, number


def first_pieces(log):
    """The number of the first piece in each line."""
    pieces, wanted = [], False
    for entry in log.splitlines():
        rule = re.match(r"\.\.\\rule\(([\d.]+)\+", entry)
        if entry.startswith(".\\hbox("):
            wanted = True
        elif wanted and rule and float(rule[1]) > 0:
            pieces.append(round(float(rule[1]) * 100))
            wanted = False
    return pieces


def previous(setting, piece, hyphens):
    """The break before a piece: hyphens are no breaks in the first pass."""
    piece -= 1
    while not hyphens and setting.breaks[piece][5] == HYPHEN:
        piece -= 1
    return piece


# ---- the evaluator ----

def badness(part, whole):
    if part <= 0:
        return 0
    if whole <= 0:
        return 10000
    ratio = part * 297 // whole
    return 10000 if ratio > 1290 else (ratio ** 3 + 0o400000) // 0o1000000


def lines(setting, taken):
    """Badness, class and kind of each line."""
    before = setting.breaks[0]
    for index in taken:
        b = setting.breaks[index]
        spare, gaps = setting.measure - (b[0] - before[2]), b[3] - before[4]
        last = index == len(setting.breaks) - 1
        if spare < 0:
            bad = badness(-spare, gaps // 3)
            if -spare > gaps // 3 + 1:
                bad = 1000000
            yield bad, 3 if bad > 12 else 2, b[5], last
        else:
            bad = 0 if last else badness(spare, gaps // 2 + setting.stretch)
            yield bad, 2 if bad <= 12 else 1 if bad < 100 else 0, b[5], last
        before = b


def worst(setting, taken):
    return max(line[0] for line in lines(setting, taken))


def demerits(setting, taken):
    total, fitness, hyphened = 0, 2, False
    for bad, own, kind, last in lines(setting, taken):
        total += (LINE + bad) ** 2 + (HYPHEN_PENALTY ** 2 if kind in (AFTER, HYPHEN) else 0)
        total += DOUBLE if hyphened and kind == HYPHEN else FINAL if hyphened and last else 0
        total += ADJACENT if abs(own - fitness) > 1 else 0
        fitness, hyphened = own, kind == HYPHEN
    return total


def short_last(setting, taken):
    """Rule E4: less than 12 letters and less than a quarter of the measure in the last line."""
    if len(taken) < 2:
        return False
    last, before = setting.breaks[-1], setting.breaks[taken[-2]]
    return last[7] - before[8] < 12 and (last[0] - before[2]) * 4 < setting.measure


def running(setting, taken):
    """Rule E1: more than two hyphens in a row."""
    kinds = "".join("h" if setting.breaks[i][5] == HYPHEN else "." for i in taken)
    return "hhh" in kinds


def row(name, settings):
    ours, tex = (sum(demerits(s, getattr(s, who)) for s in settings) for who in ("ours", "tex"))
    better = sum(demerits(s, s.ours) < demerits(s, s.tex) for s in settings)
    worse = sum(demerits(s, s.ours) > demerits(s, s.tex) for s in settings)
    share = 100 * ours / tex if tex else 100
    print(f"{name:<34}{len(settings):>6}{ours:>14,}{tex:>14,}{share:>8.1f}%{better:>8}{worse:>7}")


def report(settings, show):
    print(f"{'settings':<34}{'number':>6}{'ours':>14}{'TeX':>14}{'ours/TeX':>9}{'better':>8}{'worse':>7}")
    for number, name in enumerate(("first pass", "second pass, hyphens", "third pass, loose lines")):
        row(name, [s for s in settings if s.passed == number])
    for measure in MEASURES:
        row(f"measure {measure / 1000:g} pt", [s for s in settings if s.measure == measure])
    row("all", settings)
    kept = [s for s in settings if not short_last(s, s.tex) and not running(s, s.tex)]
    row("where TeX's lines keep E1 and E4", kept)
    row("... in the first two passes", [s for s in kept if s.passed < 2])
    for who in "ours", "tex":
        print(f"{who}: {sum(len(getattr(s, who)) for s in settings)} lines, {hyphens(settings, who)} hyphens,",
              f"{sum(short_last(s, getattr(s, who)) for s in settings)} short last lines,",
              f"{sum(running(s, getattr(s, who)) for s in settings)} paragraphs with three hyphens running")
    for s in settings if show else ():
        if demerits(s, s.ours) > demerits(s, s.tex) and not short_last(s, s.tex) and not running(s, s.tex):
            print(s.measure, s.passed, demerits(s, s.ours), demerits(s, s.tex))
            print("   ", *lines(s, s.ours))
            print("   ", *lines(s, s.tex))


def hyphens(settings, who):
    return sum(s.breaks[i][5] == HYPHEN for s in settings for i in getattr(s, who))


if __name__ == "__main__":
    sys.exit(main())
