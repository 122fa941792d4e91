#!/usr/bin/env python3
"""Measures one cold build of the reference pack, English and Korean side by side, by bifolio, Typst and WeasyPrint.

usage: tests/bench/bench.py [--out DIR] [--runs N]

Each build is a process of its own, from the YAML files to the PDF. hyperfine times all of them in one go; peak memory is
the largest resident set of one more run each. The PDFs stay in DIR/bench. Nothing is asserted.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True

from suites import tools  # noqa: E402
from suites.harness import PACK, TOP, Tests, call  # noqa: E402

HERE = TOP / "tests/bench"


def main():
    parser = argparse.ArgumentParser(description="Measure bifolio beside Typst and WeasyPrint.")
    parser.add_argument("--out", default="out", help="make's OUT")
    parser.add_argument("--runs", default=10, type=int)
    args = parser.parse_args()
    tests = Tests(args.out, None, False)
    work = tests.out / "bench"
    work.mkdir(parents=True, exist_ok=True)
    python = environment(tests)
    ways = {
        "bifolio": [tests.program, "build", PACK, "--lang", "en+ko", "-o", work / "bifolio.pdf"],
        f"Typst {version('typst')}": [python, HERE / "typst_pack.py", TOP, work / "typst.pdf"],
        f"WeasyPrint {version('weasyprint')}": [python, HERE / "weasy_pack.py", TOP, work / "weasyprint.pdf"],
    }
    times = timed(tests, ways, work, args.runs)
    memory = {name: peak(tests, command) for name, command in ways.items()}
    table(tests, ways, times, memory)
    return 0


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


def peak(tests, command):
    """Largest resident set of one run in MB."""
    child = subprocess.Popen([str(word) for word in command], cwd=TOP, env=tests.env, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[0]} failed")
    return usage.ru_maxrss / 1024


def table(tests, ways, times, memory):
    paths = {name: command[-1] for name, command in ways.items()}
    verdicts = judged(tests, paths.values())
    first = times["bifolio"][0]
    head = ("", "median ms", "± ms", "ratio", "CPU ms", "peak RSS MB", "file KB", "pages", "PDF/UA-1", "PDF/A-3a")
    print("{:<18}{:>10}{:>8}{:>8}{:>8}{:>13}{:>9}{:>7}{:>10}{:>10}".format(*head))
    for name, path in paths.items():
        pages = re.search(r"^Pages:\s+(\d+)", call(["pdfinfo", path]).text, re.M)
        median, spread, processor = times[name]
        print(f"{name:<18}{median * 1000:>10.0f}{spread * 1000:>8.0f}{median / first:>8.1f}{processor * 1000:>8.0f}"
              f"{memory[name]:>13.0f}{path.stat().st_size / 1024:>9.0f}{pages.group(1) if pages else '?':>7}"
              f"{verdicts.get(('ua1', str(path)), '?'):>10}{verdicts.get(('3a', str(path)), '?'):>10}")


def judged(tests, paths):
    """veraPDF's verdicts where there is a Java machine to run it."""
    if not shutil.which("java"):
        return {}
    pairs = [(flavour, path) for path in paths for flavour in ("ua1", "3a")]
    return {pair: verdict for pair, (verdict, _) in tools.verapdf(tests, pairs).items()}


if __name__ == "__main__":
    sys.exit(main())
