#!/usr/bin/env python3
"""Every file that can leave, judged by programs nobody here wrote: `make conform`.

Builds each pack of the tree (and two with audiences, marks and an embargo) in every template, arrangement, language and
audience for both targets, each chart by itself, and random packs (tests/generate.py); then veraPDF, qpdf, MuPDF and
pdfcpu judge them all. Prints a table; the exit status is 1 if any of them objects.

usage: tests/conform.py [--out OUT] [--packs N] [--seed N]
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

import generate  # noqa: E402
from suites import audience, generated, tools  # noqa: E402
from suites.harness import PACK, TOP, Tests, call  # noqa: E402

FLAVOURS = {"ua1-a3a": ("ua1", "3a"), "ua2-a4f": ("ua2", "4f", "wt1a")}
EDITIONS = (("--lang", "en"), ("--lang", "ko"), ("--lang", "ko+en"), ("--arrange", "parallel"), ("--arrange", "blocks"),
            ("--arrange", "facing"), ("--arrange", "sequence"))
GALLERY, STARTER = "data/gallery", "templates/starter"
CORES = os.cpu_count() or 1


class File:
    def __init__(self, group, conform, path, *command):
        self.group, self.conform, self.path = group, conform, path
        self.command = (*command, "--conform", conform, "-o", path)
        self.refused, self.faults = False, []

    def __str__(self):
        return " ".join(str(word) for word in self.command)


def plan(tests, work, packs, seed):
    templates = [row.split("\t")[0].split(" ")[0] for row in tests.run("templates").text.split("\n") if row]
    marked, secret = audience.reference(work), audience.charts(work)
    audience_names = ((), ("--audience", "press"), ("--audience", "minister"))
    for conform in FLAVOURS:
        for pack in (PACK, GALLERY, STARTER):
            for template in templates:
                yield from ((f"{pathlib.Path(pack).name}", conform, "build", pack, "--template", template, *edition)
                            for edition in EDITIONS)
        for template in templates:
            yield from (("audiences, marks, embargo", conform, "build", marked, "--template", template, *who, *edition)
                        for who in audience_names for edition in EDITIONS[3:])
        yield from (("audiences, marks, embargo", conform, "build", secret, *who) for who in audience_names[:2])
        yield from (("charts alone", conform, "chart", GALLERY, row.split("\t")[0], "--lang", "en+ko")
                    for row in tests.run("chart", GALLERY, "--list").text.splitlines())
    long = work / generated.LONG
    long.write_text(re.sub(r"(?m)^ *max_pages:.*\n", "", (TOP / "templates/briefing.yaml").read_text(encoding="utf-8")), encoding="utf-8")
    editions = [generated.PARALLEL, *generated.OTHERS]
    for number in range(seed, seed + packs):
        folder = work / f"pack-{number}"
        generate.generate(number, "small" if number % 3 else "medium", folder)
        options = [str(long) if option == generated.LONG else option for option in editions[number % len(editions)]]
        # Both targets meet every edition: there are ten of these and two of those.
        yield ("random packs", list(FLAVOURS)[number // len(editions) % 2], "build", folder, *options)


def build(tests, file):
    done = tests.run(*file.command, limit=300)
    codes = set(re.findall(r"\[([A-Z_]+)\]$", done.errors, re.M))
    # What was added to a pack for a test may be too much for a limit of pages; that is a refusal, not a fault.
    grown = file.group in ("random packs", "audiences, marks, embargo")
    file.refused = bool(done.status and grown and codes & generated.REFUSALS)
    if done.status and not file.refused or not done.status and not file.path.exists():
        file.faults.append(f"is not built: {done}")


def timed(seconds, name, work):
    start = time.monotonic()
    result = work()
    seconds[name] = time.monotonic() - start
    return result


def in_parallel(function, items):
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(function, items))


def verapdf(tests, files):
    """One virtual machine for each core, the largest files first, so that all end at about one time."""
    pairs = [(flavour, file.path) for file in sorted(files, key=lambda file: -file.path.stat().st_size)
             for flavour in FLAVOURS[file.conform]]
    tools.verapdf_jar(tests)
    verdicts = {}
    for share in in_parallel(lambda core: tools.verapdf(tests, pairs[core::CORES], 3600), range(CORES)):
        verdicts |= share
    for file in files:
        for flavour in FLAVOURS[file.conform]:
            verdict, detail = verdicts[flavour, str(file.path)]
            yield file, f"veraPDF {flavour}", [] if verdict == "pass" else [detail]


def qpdf(file):
    done = call(["qpdf", "--check", file.path])
    return [] if done.status == 0 and "WARNING" not in done.text + done.errors else [str(done)]


def mutool(file):
    target = file.path.with_suffix(".clean.pdf")
    done = call(["mutool", "clean", file.path, target])
    said = [row for row in done.errors.splitlines() if re.match(r"\s*(warning|error)", row) and "ICC support" not in row]
    well = done.status == 0 and target.exists() and not said
    target.unlink(missing_ok=True)
    return [] if well else [f"mutool clean: {done}"]


def judge(tests, files, seconds):
    results = timed(seconds, "veraPDF", lambda: list(verapdf(tests, files)))
    for name, look in (("qpdf --check", qpdf), ("mutool clean", mutool)):
        results += timed(seconds, name, lambda: [(file, name, faults) for file, faults in zip(files, in_parallel(look, files))])
    try:
        program = tools.pdfcpu(tests)
    except tools.Unavailable as problem:
        print(f"pdfcpu is not there and judges nothing: {problem}")
        return results
    # It knows PDF/A-3's associated files when it is lenient, and none of PDF 2.0's.
    old = [file for file in files if file.conform == "ua1-a3a"]
    def look(file):
        done = call([program, "validate", "-mode", "relaxed", file.path], env=tests.env | {"HOME": str(program.parent)})
        return [] if done.status == 0 and "validation ok" in done.text + done.errors else [str(done)]
    return results + timed(seconds, "pdfcpu", lambda: [(file, "pdfcpu", faults) for file, faults in zip(old, in_parallel(look, old))])


def table(files, results, seconds):
    groups = list(dict.fromkeys(file.group for file in files))
    names = list(dict.fromkeys(name for _, name, _ in results))
    rows = [["", "files", "refused", "pages 1.7/2.0", *names]]
    for group in [*groups, "all"]:
        own = [file for file in files if group in (file.group, "all")]
        cells = []
        for name in names:
            faults = [bool(found) for file, referee, found in results if referee == name and group in (file.group, "all")]
            cells.append(f"{len(faults)}, {sum(faults)} failed" if sum(faults) else f"{len(faults)}")
        kinds = [sum(file.conform == conform and not file.refused for file in own) for conform in FLAVOURS]
        rows.append([group, str(len(own)), str(sum(file.refused for file in own)), "/".join(map(str, kinds)), *cells])
    rows[0][3] = "1.7/2.0"
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    print("seconds: " + ", ".join(f"{name} {taken:.0f}" for name, taken in seconds.items()) + f"; cores: {CORES}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", default="out", help="make's OUT")
    parser.add_argument("--packs", type=int, default=200, help="random packs")
    parser.add_argument("--seed", type=int, default=1, help="of the first of them")
    args = parser.parse_args()
    tests = Tests(args.out, None, False)
    work, seconds = tests.folder("conform"), {}
    files = [File(group, conform, work / f"{number}.pdf", *command)
             for number, (group, conform, *command) in enumerate(plan(tests, work, args.packs, args.seed))]
    timed(seconds, "building", lambda: in_parallel(lambda file: build(tests, file), files))
    built = [file for file in files if file.path.exists()]
    results = judge(tests, built, seconds)
    table(files, results, seconds)
    failed = [(file, "build", file.faults) for file in files if file.faults] + [row for row in results if row[2]]
    for file, name, faults in failed[:50]:
        print(f"FAIL {name}: bifolio {file}\n    " + "\n    ".join(faults)[:600])
    print(f"{len(results) + len(files) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
