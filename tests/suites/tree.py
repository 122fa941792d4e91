"""The tree itself: what stands at its top, fonts as listed, no address of a workplace or a registry in any file."""

import re

from .harness import TOP, call

ALLOWED = {"Makefile", "src", "include", "templates", "fonts", "data", "tests", "out", "README.md", "LICENSE",
           "CHANGELOG.md", "CONTRIBUTING.md", "docs"}

# Spelled so that this file does not match itself.
HOSTS = re.compile(rb"(?i)\b(?:" + rb"|".join([
    rb"registry\.npm" + rb"js\.org", rb"repo1?\.maven(?:\.apache)?" + rb"\.org", rb"(?:files\.)?pythonhosted" + rb"\.org",
    rb"pypi" + rb"\.org", rb"(?:static\.|index\.)?crates" + rb"\.io", rb"proxy\.golang" + rb"\.org",
    rb"(?:deb|security|ftp)\.debian" + rb"\.org"]) + rb")")
PLACES = re.compile(rb"(?<![\w.])/(?:work" + rb"|root" + rb"|home)/[\w.]")


def run(tests):
    names = files(tests)
    top = {name.split("/")[0] for name in names}
    strange = sorted(name for name in top if name not in ALLOWED and not name.startswith("."))
    tests.check("only the agreed names stand at the top", not strange, " ".join(strange))
    for title, pattern in (("no registry host is named", HOSTS), ("no path of a machine is named", PLACES)):
        tests.check(title, not (hits := list(grep(names, pattern))), "\n".join(hits))
    result = call(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=TOP / "fonts")
    tests.check("the fonts are the listed ones", result.status == 0, result)
    unique_names(tests, names)


def files(tests):
    listed = call(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
    if listed.status == 0:
        return sorted(name for name in listed.text.split("\0") if name and (TOP / name).is_file())
    return sorted(str(path.relative_to(TOP)) for path in TOP.rglob("*")
                  if path.is_file() and not path.is_relative_to(tests.out) and ".git" not in path.parts)


def grep(names, pattern):
    for name in names:
        if name.startswith("fonts/"):
            continue
        for number, row in enumerate((TOP / name).read_bytes().splitlines(), 1):
            if pattern.search(row):
                yield f"{name}:{number}: {row[:120].decode('utf-8', 'replace')}"


def unique_names(tests, names):
    """Debuggers, coverage and object lists stay readable: no two C files share a name."""
    seen, twice = {}, []
    for name in names:
        if name.startswith(("src/", "include/")) and name.endswith((".c", ".h")):
            base = name.rsplit("/", 1)[1]
            if base in seen:
                twice.append(f"{seen[base]} and {name}")
            seen[base] = name
    tests.check("names of C files are unique", not twice, "\n".join(twice))
