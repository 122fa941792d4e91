"""Packs with faults: the findings, word for word, and nothing written.

A case is a folder of tests/cases/broken (a pack that `check` refuses) or of tests/cases/refused (a pack or template that
only `build` can refuse). `bifolio check .` runs inside it, `check pack.yaml` where that is its only YAML file, so that
the paths in expected.diag are short; a file `command` holds another command line. Warnings are findings too: the file
`status` holds the exit status if it is not 1.
"""

import shlex

from .harness import TOP

CASES = ("tests/cases/broken", "tests/cases/refused")


def run(tests):
    for folder in CASES:
        for case in sorted(path for path in (TOP / folder).iterdir() if path.is_dir()):
            one(tests, case)


def command(case):
    if (case / "command").exists():
        return shlex.split((case / "command").read_text())
    sources = sorted(path.name for path in case.glob("*.yaml"))
    return ["check", sources[0] if sources == ["pack.yaml"] else "."]


def one(tests, case):
    args = command(case)
    target = tests.folder("broken") / "none.pdf"
    output = ["-o", target] if args[0] == "build" else []
    result = tests.run(*args, *output, cwd=case)
    status = int((case / "status").read_text()) if (case / "status").exists() else 1
    found = "".join(row for row in result.errors.splitlines(True) if not row.startswith(f"{target}: "))
    tests.expected(f"{case.name}: findings", case / "expected.diag", found.replace(f"{TOP}/", ""))
    tests.check(f"{case.name}: exit status {status}, nothing on standard output",
                result.status == status and not result.out, result)
    tests.check(f"{case.name}: {'writes' if output and not status else 'nothing is written'}",
                target.exists() == (bool(output) and not status))
    if args[0] == "check":
        result = tests.run("build", args[1], "-o", target, cwd=case)
        tests.check(f"{case.name}: build writes nothing", result.status == 1 and not target.exists(), result)
