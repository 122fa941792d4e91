#!/usr/bin/env python3
"""Measures bifolio beside Typst and WeasyPrint, and how its time grows with pages and charts.

usage: tests/bench/bench.py [--out DIR] [--runs N] [reference|long|linear|charts|check]...

reference: one cold build of the reference pack, English and Korean side by side
long:      about 1,000 pages in one run; the others set the same texts (long.py). WeasyPrint sets fewer pages, its row is scaled
linear:    500, 1,000 and 2,000 pages
charts:    what one chart of each kind in the gallery adds, and packs of 25 to 100 charts
check:     `bifolio check` of the reference pack

Each build is a process of its own, from the files to the PDF. hyperfine times the reference pack; elsewhere processor time is
the least of some runs, which is what others on the machine disturb least. Peak memory is the largest resident set. The files
stay in DIR/bench. Nothing is asserted.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1])]
sys.dont_write_bytecode = True

import charts  # noqa: E402
import generate  # noqa: E402
import long  # noqa: E402
from suites import tools  # noqa: E402
from suites.harness import PACK, TOP, Tests, call  # noqa: E402

HERE = TOP / "tests/bench"
LONG, LONG_HTML, LINEAR = 1100, 25, (540, 1075, 2150)  # asked of generate.py, which fills a tenth fewer


def main():
    parser = argparse.ArgumentParser(description="Measure bifolio beside Typst and WeasyPrint.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure; default: all")
    parser.add_argument("--out", default="out", help="make's OUT")
    parser.add_argument("--runs", default=10, type=int)
    args = parser.parse_args()
    if unknown := set(args.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    tests = Tests(args.out, None, False)
    work = tests.out / "bench"
    work.mkdir(parents=True, exist_ok=True)
    for part in args.parts or PARTS:
        print(f"{part}:")
        PARTS[part](tests, work, args.runs)
        print(flush=True)
    return 0


# ---- the reference pack ----

def reference(tests, work, runs):
    python = environment(tests)
    ways = {
        "bifolio": [tests.program, "build", PACK, "--lang", "en+ko", "-o", work / "bifolio.pdf"],
        f"Typst {version('typst')}": [python, HERE / "typst_pack.py", TOP, work / "typst.pdf"],
        f"WeasyPrint {version('weasyprint')}": [python, HERE / "weasy_pack.py", TOP, work / "weasyprint.pdf"],
    }
    times = timed(tests, ways, work, runs)
    memory = {name: run(tests, command)[1] for name, command in ways.items()}
    table(tests, ways, times, memory)


def version(package):
    return re.search(rf"^{package}==(\S+)$", (HERE / "requirements.txt").read_text(), re.M).group(1)


def environment(tests):
    """A Python with the pinned versions, made once."""
    folder = tools.tools(tests) / "bench"
    stamp = folder / "requirements.txt"
    wanted = (HERE / "requirements.txt").read_text()
    if not stamp.exists() or stamp.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([folder / "bin/pip", "install", "-q", "--disable-pip-version-check", "-r",
                        HERE / "requirements.txt"], check=True)
        stamp.write_text(wanted)
    return folder / "bin/python"


def timed(tests, ways, work, runs):
    """Seconds by name: (median, standard deviation, processor time)."""
    report = work / "times.json"
    names = [word for name in ways for word in ("--command-name", name)]
    commands = [" ".join(f"'{word}'" for word in command) for command in ways.values()]
    subprocess.run(["hyperfine", "--shell=none", "--warmup", "1", "--runs", str(runs), "--export-json", report, *names,
                    *commands], check=True, cwd=TOP, env=tests.env, stdout=sys.stderr)
    return {row["command"]: (row["median"], row["stddev"] or 0, row["user"] + row["system"])
            for row in json.loads(report.read_text())["results"]}


def run(tests, command):
    """Processor time in seconds and the largest resident set in MB of one run."""
    child = subprocess.Popen([str(word) for word in command], cwd=TOP, env=tests.env, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(str(word) for word in command)}: exit status {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def least(tests, command, runs):
    measured = [run(tests, command) for _ in range(runs)]
    return min(time for time, _ in measured), max(memory for _, memory in measured)


def page_count(path):
    pages = re.search(r"^Pages:\s+(\d+)", call(["pdfinfo", path]).text, re.M)
    return int(pages.group(1)) if pages else 0


def table(tests, ways, times, memory):
    paths = {name: command[-1] for name, command in ways.items()}
    verdicts = judged(tests, paths.values())
    first = times["bifolio"][0]
    head = ("", "median ms", "± ms", "ratio", "CPU ms", "peak RSS MB", "file KB", "pages", "PDF/UA-1", "PDF/A-3a")
    print("{:<18}{:>10}{:>8}{:>8}{:>8}{:>13}{:>9}{:>7}{:>10}{:>10}".format(*head))
    for name, path in paths.items():
        median, spread, processor = times[name]
        print(f"{name:<18}{median * 1000:>10.0f}{spread * 1000:>8.0f}{median / first:>8.1f}{processor * 1000:>8.0f}"
              f"{memory[name]:>13.0f}{path.stat().st_size / 1024:>9.0f}{page_count(path):>7}"
              f"{verdicts.get(('ua1', str(path)), '?'):>10}{verdicts.get(('3a', str(path)), '?'):>10}")


def judged(tests, paths):
    """veraPDF's verdicts where there is a Java machine to run it."""
    if not shutil.which("java"):
        return {}
    pairs = [(flavour, path) for path in paths for flavour in ("ua1", "3a")]
    return {pair: verdict for pair, (verdict, _) in tools.verapdf(tests, pairs).items()}


# ---- long documents ----

LONG_HEAD = "{:<28}{:>8}{:>9}{:>10}{:>8}{:>13}{:>10}"
LONG_ROW = "{:<28}{:>8}{:>9.2f}{:>10.2f}{:>8.1f}{:>13.0f}{:>10.0f}"


def build(tests, folder):
    return [tests.program, "build", folder, "--lang", "en+ko", "-o", folder.with_suffix(".pdf")]


def long_document(tests, work, _):
    python, folder = environment(tests), work / "long"
    tree = generate.generate(1, LONG, folder)
    (work / "long.typ").write_text(long.typst(tree), encoding="utf-8")
    (work / "long.html").write_text(long.page(generate.Pack(1, LONG_HTML).tree()), encoding="utf-8")
    ours, memory = least(tests, build(tests, folder), 5)
    print(LONG_HEAD.format("", "pages", "CPU s", "ms/page", "ratio", "peak RSS MB", "file KB"))
    long_row("bifolio", folder.with_suffix(".pdf"), ours, memory, ours)
    target = work / "long.typst.pdf"
    long_row(f"Typst {version('typst')}", target,
             *run(tests, [python, HERE / "typst_pack.py", TOP, target, work / "long.typ"]), ours)
    target = work / "long.weasyprint.pdf"
    time, memory = run(tests, [python, HERE / "weasy_pack.py", TOP, target, work / "long.html"])
    scale = page_count(folder.with_suffix(".pdf")) / page_count(target)
    long_row(f"WeasyPrint {version('weasyprint')}, {page_count(target)} pages", target, time, memory, ours / scale)


def long_row(name, path, time, memory, ours):
    pages = page_count(path)
    print(LONG_ROW.format(name, pages, time, 1000 * time / pages, time / ours, memory, path.stat().st_size / 1024), flush=True)


def linear(tests, work, _):
    print(LONG_HEAD.format("", "pages", "CPU s", "ms/page", "MB/page", "peak RSS MB", "file KB"))
    for size in LINEAR:
        folder = work / f"linear-{size}"
        generate.generate(1, size, folder)
        time, memory = least(tests, build(tests, folder), 3)
        path = folder.with_suffix(".pdf")
        pages = page_count(path)
        print(LONG_ROW.format("bifolio", pages, time, 1000 * time / pages, memory / pages, memory,
                              path.stat().st_size / 1024), flush=True)


# ---- charts ----

def all_charts(tests, work, _):
    gallery, template = charts.Gallery(TOP / "data/gallery"), work / "charts.yaml"
    template.write_text(charts.template(TOP / "templates/briefing.yaml"), encoding="utf-8")

    def cost(names):
        return least(tests, build(tests, gallery.write(work / "charts", names)) + ["--template", template], 5)[0]

    print("{:<28}{:>8}{:>12}".format("", "charts", "ms/chart"))
    for name in gallery.names:
        print("{:<28}{:>8}{:>12.2f}".format(name, 40, 25 * (cost([name] * 41) - cost([name]))), flush=True)
    base = cost(gallery.names[:1])
    for count in (25, 50, 100):
        names = [gallery.names[i % len(gallery.names)] for i in range(count)]
        print("{:<28}{:>8}{:>12.2f}".format("all kinds in turn", count, 1000 * (cost(names) - base) / (count - 1)), flush=True)


# ---- check ----

def check(tests, work, runs):
    report = work / "check.json"
    subprocess.run(["hyperfine", "--shell=none", "--warmup", "3", "--runs", str(5 * runs), "--export-json", report,
                    f"'{tests.program}' check '{PACK}'"], check=True, cwd=TOP, env=tests.env, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    row = json.loads(report.read_text())["results"][0]
    print(f"bifolio check: median {1000 * row['median']:.1f} ms, least {1000 * row['min']:.1f} ms, "
          f"processor {1000 * (row['user'] + row['system']):.1f} ms")


PARTS = {"reference": reference, "long": long_document, "linear": linear, "charts": all_charts, "check": check}

if __name__ == "__main__":
    sys.exit(main())
