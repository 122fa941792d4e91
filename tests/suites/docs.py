"""The documents that are made from the program say what the program says."""

from .harness import TOP, call

MADE = (("docs/format.md", ("schema", "pack", "--markdown")), ("docs/jobs.md", ("schema", "jobs", "--markdown")),
        ("docs/findings.md", ("explain", "--markdown")))


def run(tests):
    for name, command in MADE:
        result = call([tests.program, *command])
        path = TOP / name
        held = path.read_text(encoding="utf-8") if path.exists() else ""
        tests.check(f"{name} is up to date", result.status == 0 and result.text == held,
                    "make docs writes it anew")
