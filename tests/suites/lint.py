"""What `bifolio check` finds in good packs with slips: the findings of tests/cases/lint, word for word, and reports for
machines. A case is a folder with pack.yaml and expected.diag; a file `status` holds the exit status if it is not 0."""

from .harness import TOP

CASES = TOP / "tests/cases/lint"


def run(tests):
    for case in sorted(CASES.glob("*/expected.diag")):
        one(tests, case.parent)


def one(tests, case):
    result = tests.run("check", "pack.yaml", cwd=case)
    status = int((case / "status").read_text()) if (case / "status").exists() else 0
    tests.expected(f"{case.name}: findings", case / "expected.diag", result.errors)
    tests.check(f"{case.name}: exit status {status}, nothing on standard output",
                result.status == status and not result.out, result)
