"""Every finding of include/diag_list.h is held by a test: an expected.diag, a unit test or a suite names its code."""

import re

from .harness import TOP

# What no test of reasonable size can provoke, and why.
UNPROVOKED = {"PDF_TOO_LARGE": "needs 8,388,608 objects or 2 GiB"}
ENTRY = re.compile(r"^X\((\w+),\s*(\w+)", re.M)


def run(tests):
    shown = set()
    for path in (TOP / "tests/cases").rglob("expected.diag"):
        shown |= set(re.findall(r"\[([A-Z][A-Z0-9_]+)\]$", path.read_text(encoding="utf-8"), re.M))
    named = "".join(path.read_text(encoding="utf-8") for pattern in ("unit/u_*.c", "suites/*.py")
                    for path in (TOP / "tests").glob(pattern))
    for code, level in ENTRY.findall((TOP / "include/diag_list.h").read_text(encoding="utf-8")):
        held = code in shown or code in UNPROVOKED or re.search(rf"\b(?:DIAG_)?{code}\b", named)
        tests.check(f"{code} ({level.lower()}) has a test", held, "no expected.diag, unit test or suite names it")
