#!/usr/bin/env python3
"""Measures how time and memory grow with the document: generated packs of about 125 to 1,000 pages, en+ko side by side.

usage: tests/bench/thousand.py [--out DIR] [--runs N] [--seed N] [PAGES...]

Each build is a process of its own, from the YAML files to the PDF on disk. Time is the median of the runs, by the clock
and of the processor; memory is the largest resident set. Packs and PDFs stay in DIR/bench. Nothing is asserted but that
every build succeeds and gives the same bytes each time.
"""

import argparse
import hashlib
import os
import pathlib
import re
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True

import generate  # noqa: E402
from suites.harness import TOP, Tests  # noqa: E402

PAGES = (125, 250, 500, 1000)
EDITION = ("--lang", "en+ko")


def main():
    parser = argparse.ArgumentParser(description="Measure builds of long documents.")
    parser.add_argument("pages", nargs="*", type=int, default=list(PAGES), help="about so many pages each")
    parser.add_argument("--out", default="out", help="make's OUT")
    parser.add_argument("--runs", default=5, type=int)
    parser.add_argument("--seed", default=1, type=int)
    args = parser.parse_args()
    tests = Tests(args.out, None, False)
    work = tests.out / "bench"
    print(f"{'pages':>6} {'source KB':>10} {'PDF KB':>8} {'seconds':>8} {'CPU s':>7} {'ms/page':>8} {'memory MB':>10}")
    for pages in args.pages:
        row(tests, work / f"pack-{pages}", pages, args)
    return 0


def row(tests, folder, pages, args):
    generate.generate(args.seed, pages, folder)
    target = folder.with_suffix(".pdf")
    runs = [once(tests, folder, target) for _ in range(args.runs)]
    if len({run["digest"] for run in runs}) > 1:
        sys.exit(f"{target.relative_to(TOP) if target.is_relative_to(TOP) else target}: not the same bytes each time")
    wall, cpu = (statistics.median(run[key] for run in runs) for key in ("wall", "cpu"))
    source = sum(path.stat().st_size for path in folder.glob("*.yaml"))
    size = target.stat().st_size
    print(f"{runs[0]['pages']:>6} {source / 1000:>10,.0f} {size / 1000:>8,.0f} {wall:>8.2f} {cpu:>7.2f} "
          f"{1000 * cpu / runs[0]['pages']:>8.2f} {max(run['memory'] for run in runs) / 1000:>10.0f}", flush=True)


def once(tests, folder, target):
    """One cold build: seconds, memory in kB, pages, and a digest of the file."""
    command = [str(tests.program), "build", str(folder), *EDITION, "-o", str(target)]
    start = time.monotonic()
    child = subprocess.Popen(command, cwd=TOP, env=tests.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    told = re.search(r": (\d+) pages?, \d+ bytes", said)
    if child.returncode or not told:
        sys.exit(f"{' '.join(command)}: exit status {child.returncode}\n{said[-2000:]}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss, "pages": int(told[1]),
            "digest": hashlib.sha256(target.read_bytes()).hexdigest()}


if __name__ == "__main__":
    sys.exit(main())
