"""Packs with faults: the findings, word for word, and nothing written.

A case is a folder below tests/cases/broken. `bifolio check .` runs inside it (`check pack.yaml` where that is its only
YAML file), so that the paths in expected.diag are short. Arguments in a file `args` follow. Where `args` names a command
line that begins with `build` or another command, that is run instead.
"""

import re
import shlex

from .harness import TOP

CASES = TOP / "tests/cases/broken"


def run(tests):
    for case in sorted(path for path in CASES.iterdir() if path.is_dir()):
        one(tests, case)
    every_code_has_a_case(tests)


def command(case):
    if (case / "command").exists():
        return shlex.split((case / "command").read_text())
    sources = sorted(path.name for path in case.glob("*.yaml"))
    return ["check", sources[0] if sources == ["pack.yaml"] else "."]


def one(tests, case):
    args = command(case)
    result = tests.run(*args, cwd=case)
    tests.expected(f"{case.name}: findings", case / "expected.diag", result.errors)
    tests.check(f"{case.name}: exit status 1, nothing on standard output",
                result.status == 1 and not result.out, result)
    if args[0] == "check":
        target = tests.folder("broken") / "none.pdf"
        result = tests.run("build", args[1], "-o", target, cwd=case)
        tests.check(f"{case.name}: build writes nothing", result.status == 1 and not target.exists(), result)


def every_code_has_a_case(tests):
    listed = re.findall(r"^X\((\w+),\s*(?:DIAG_)?(\w+)", (TOP / "include/diag_list.h").read_text(), re.M)
    shown = set()
    for path in (TOP / "tests/cases").rglob("*.diag"):
        shown |= set(re.findall(r"\[([A-Z][A-Z0-9_]+)\]$", path.read_text(encoding="utf-8"), re.M))
    sources = "".join(path.read_text(encoding="utf-8") for path in (TOP / "tests/unit").glob("u_*.c"))
    for code, level in listed:
        held = code in shown or re.search(rf"\b(?:DIAG_)?{code}\b", sources)
        tests.check(f"{code} ({level.lower()}) has a test", held, "no expected finding and no unit test names it")
