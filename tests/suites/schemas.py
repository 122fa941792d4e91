"""What `bifolio schema` prints, judged by the package jsonschema: every good file here is valid, files with faults that a schema can
know are not. And the SARIF of `bifolio check` by the schema of SARIF 2.1.0."""

import json

from .harness import PACK, TOP
from .tools import json_schema, sarif_schema

CASES = TOP / "tests/cases"
WHOLE = (TOP / "data/gallery/pack.yaml", TOP / "templates/starter/pack.yaml", CASES / "minimal/pack.yaml",
         CASES / "artwork/pack.yaml")
# Folders of tests/cases/broken with faults of form; most others are of references and facts.
BROKEN = ("unknown-keys", "missing-keys", "wrong-types", "addresses", "ids", "empty-lists")


def written(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def schema(tests, folder, name, root=None):
    """The schema of a kind of file; root: another of its definitions as what a file is."""
    result = tests.run("schema", name)
    tree = json.loads(result.text)
    if root:
        tree["$ref"] = f"#/$defs/{root}"
    return written(folder, f"{root or name}.json", json.dumps(tree))


def judge(tests, verdicts, good, bad):
    for path in good:
        tests.equal(f"{path.relative_to(TOP) if path.is_relative_to(TOP) else path.name}: valid", [], verdicts[str(path)])
    for path in bad:
        name = path.relative_to(TOP) if path.is_relative_to(TOP) else path.name
        tests.check(f"{name}: refused", verdicts[str(path)], "nothing is wrong by the schema")


def packs(tests, folder):
    whole = [*WHOLE, *sorted((CASES / "lint").glob("*/pack.yaml"))]
    parts = sorted((TOP / PACK).glob("*.yaml"))
    broken = [path for name in BROKEN for path in sorted((CASES / "broken" / name).glob("*.yaml"))]
    verdicts = json_schema(tests, [(schema(tests, folder, "pack"), whole + broken),
                                   (schema(tests, folder, "pack", "part"), parts)])
    judge(tests, verdicts, whole + parts, broken)


FAULTY_JOBS = {
    "no-jobs": "out: x",
    "empty": "jobs: []",
    "no-pack": "jobs: [{editions: [en]}]",
    "no-edition": "jobs: [{pack: p, editions: []}]",
    "unknown-key": "jobs: [{pack: p, edition: [en]}]",
    "unknown-arrangement": "jobs: [{pack: p, editions: [en], arrange: sideways}]",
    "unknown-target": "jobs: [{pack: p, editions: [en], conform: ua3}]",
    "pages-as-a-word": "jobs: [{pack: p, editions: [en], pages: two}]",
    "flag-as-a-word": "jobs: [{pack: p, editions: [en], unchecked: perhaps}]",
}


def jobs(tests, folder):
    full = ("out: x\njobs:\n  - {pack: p, editions: [en, en+ko], template: t, arrange: facing, pages: 2, conform: ua2, audience: a, "
            "embargoed: true, unchecked: true, timestamp: 1700611200, name: n}\n")
    good = [TOP / "data/jobs.yaml", written(folder, "full.jobs.yaml", full)]
    bad = [written(folder, f"{name}.jobs.yaml", text + "\n") for name, text in FAULTY_JOBS.items()]
    judge(tests, json_schema(tests, [(schema(tests, folder, "jobs"), [*good, *bad])]), good, bad)


def sarif(tests, folder):
    runs = {"parity": ["parity"], "several": ["parity", "style", "terms"], "clean": ["../minimal"],
            "broken": ["../broken/unknown-keys"]}
    good = []
    for name, cases in runs.items():
        for messages in ("en", "ko"):
            result = tests.run("check", *(CASES / "lint" / case for case in cases), "--format", "sarif", "--messages", messages)
            good.append(written(folder, f"{name}.{messages}.sarif", result.text))
    bad = written(folder, "bad.sarif", good[0].read_text(encoding="utf-8").replace('"warning"', '"severe"'))
    judge(tests, json_schema(tests, [(sarif_schema(tests), [*good, bad])]), good, [bad])


def run(tests):
    folder = tests.folder("schemas")
    packs(tests, folder)
    jobs(tests, folder)
    sarif(tests, folder)
