"""What a stage makes of a small pack: each file NAME.model, .flow, .layout or .tags beside NAME.yaml (or a folder NAME)
is compared with `bifolio build NAME.yaml --dump STAGE`. Options stand in NAME.args."""

import shlex

from .harness import TOP

STAGES = ("model", "flow", "layout", "tags")


def run(tests):
    for stage in STAGES:
        for wanted in sorted((TOP / "tests/cases").rglob(f"*.{stage}")):
            one(tests, wanted, stage)


def one(tests, wanted, stage):
    base = wanted.with_suffix("")
    pack = f"{base.name}.yaml" if wanted.with_suffix(".yaml").exists() else base.name
    options = wanted.with_suffix(".args")
    args = shlex.split(options.read_text()) if options.exists() else []
    name = f"{base.relative_to(TOP / 'tests/cases')}: {stage}"
    result = tests.run("build", pack, *args, "--dump", stage, cwd=wanted.parent)
    if tests.check(f"{name}: exit status 0", result.status == 0, result):
        tests.expected(name, wanted, result.text)
