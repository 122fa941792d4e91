"""docs/yaml.md, which says what the reader takes of yaml-test-suite, is up to date. `tests/run.py --regen yaml` writes it."""

import sys

from .harness import TOP
from .tools import yaml_cases

sys.path.insert(0, str(TOP / "tests"))


def run(tests):
    import yamlsuite
    cases = yaml_cases(tests)
    tests.check("all cases are there", len(cases) > 400 and sum(case["fail"] for case in cases) > 90, len(cases))
    tests.expected("docs/yaml.md", TOP / "docs/yaml.md", yamlsuite.page(yamlsuite.measure(tests.program, cases)))
