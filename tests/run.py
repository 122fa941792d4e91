#!/usr/bin/env python3
"""Runs the tests: a line for each failure with what differed, then "N passed, N failed" alone on the last line.

usage: tests/run.py [--out DIR] [--bin FILE] [--regen] [SUITE...]

Suites, in the order they run without arguments, are the names of the table below; each is a module of tests/suites.
--out is make's OUT: the program is DIR/bin/bifolio, everything a test writes goes to DIR/test.
--regen (suites broken, dumps and images) shows how the expected files differ and rewrites those you say yes to; REGEN=yes in
the environment says yes to all.
"""

import argparse
import importlib
import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from suites.harness import Tests  # noqa: E402

SUITES = ("tree", "docs", "codes", "unit", "broken", "dumps", "images", "cli", "batch", "extract", "audience", "sign", "packs",
          "gallery", "referees", "targets", "structure", "facts", "determinism", "generated", "budgets", "mutated", "lint",
          "schemas", "yaml", "mutation")


def main():
    parser = argparse.ArgumentParser(description="Run bifolio's tests.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=" ".join(SUITES))
    parser.add_argument("--out", default="out", help="make's OUT")
    parser.add_argument("--bin", help="the program, if it is not OUT/bin/bifolio")
    parser.add_argument("--regen", action="store_true", help="offer to rewrite expected files")
    args = parser.parse_args()
    unknown = [name for name in args.suites if name not in SUITES]
    if unknown:
        parser.error(f"no such suite: {' '.join(unknown)}; suites: {' '.join(SUITES)}")
    tests = Tests(args.out, args.bin, args.regen)
    for name in args.suites or SUITES:
        start, passed, failed = time.monotonic(), tests.passed, tests.failed
        tests.begin(name)
        try:
            importlib.import_module(f"suites.{name}").run(tests)
        except Exception as problem:  # a fault of one suite must not hide the results of the others
            tests.check("the suite runs to its end", False, f"{type(problem).__name__}: {problem}")
        print(f"{name}: {tests.passed - passed} passed, {tests.failed - failed} failed in "
              f"{time.monotonic() - start:.1f} s", flush=True)
    print(f"{tests.passed} passed, {tests.failed} failed")
    return 1 if tests.failed else 0


if __name__ == "__main__":
    sys.exit(main())
