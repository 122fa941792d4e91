"""The cmocka programs that make builds of tests/unit/u_*.c: each of their tests counts as one."""

import re

from .harness import TOP

LINE = re.compile(r"^(ok|not ok) \d+ - (.*)$", re.M)


def run(tests):
    for source in sorted((TOP / "tests/unit").glob("u_*.c")):
        program = tests.out / "unit" / source.stem
        if not tests.check(f"{source.stem} is built", program.exists(), f"{program} is missing: make units"):
            continue
        result = run_program(tests, program)
        results = LINE.findall(result.text)
        for verdict, name in results:
            tests.check(f"{source.stem}: {name}", verdict == "ok", result.errors)
        tests.check(f"{source.stem} runs to its end", results and result.status in (0, failures(results)), result)


def run_program(tests, program):
    from .harness import call
    return call([program], env=tests.env | {"CMOCKA_MESSAGE_OUTPUT": "TAP"})


def failures(results):
    return sum(verdict != "ok" for verdict, _ in results)
