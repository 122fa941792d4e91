#!/usr/bin/env python3
"""Corrects random packs with slips and comments put in, and says what `bifolio check --fix` did wrong.

usage: tests/fixes.py [--bin FILE] [--packs N] [--first SEED]

Of each pack: nothing that can be corrected is left, no comment is lost, lines change only from such a finding on, and a second
run changes nothing.
"""

import argparse
import difflib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "tests"))
sys.dont_write_bytecode = True

import generate  # noqa: E402
from slips import SLIPS  # noqa: E402

SLIPS_A_PACK = 60
LINES_OF_A_SLIP = 4


def rules_with_fixes():
    """Ids of the rules that correct, and those that program code corrects."""
    found = {"ko-particle"}
    for path in (TOP / "data/rules").glob("??-??.yaml"):
        rule = None
        for line in path.read_text(encoding="utf-8").splitlines():
            begins = re.match(r"\s*- id: (\S+)", line)
            rule = begins.group(1) if begins else rule
            if re.match(r"\s*fix:", line) and rule:
                found.add(rule)
    return found


def spoilt(seed, folder):
    """A pack in one file, with slips of style in its texts, and comments wherever a block of YAML takes one."""
    rng = random.Random(f"fixes/{seed}")
    tree = generate.Pack(seed, "medium").tree()
    texts = [text for text in generate.texts(tree) if text.source]
    kinds = [function for kind, function, _ in SLIPS if kind.startswith("style:")]
    for _ in range(SLIPS_A_PACK):
        text, slip = rng.choice(texts), rng.choice(kinds)
        changed = slip(text.en, text.ko, rng)
        if changed:
            text.en, text.ko = changed
    generate.write(tree, folder, seed, True)
    path = next(folder.glob("*.yaml"))
    rows, count = [], 0
    for row in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"[a-z_]+:", row) and rng.random() < 0.5:
            rows.append(f"# comment {count} ends here")
            count += 1
        if re.fullmatch(r" *(?:- )?(?:id|date|signed|source): [a-z0-9-]+", row) and rng.random() < 0.5:
            row += f"   # comment {count} ends here"
            count += 1
        rows.append(row)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path, count


class Fixer:
    def __init__(self, program):
        self.program = program
        self.env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "BIFOLIO_HOME": str(TOP)}
        self.rules = rules_with_fixes()

    def call(self, *args):
        done = subprocess.run([self.program, "check", *args], env=self.env, capture_output=True, encoding="utf-8", timeout=120)
        if done.returncode not in (0, 1):
            raise SystemExit(f"check ended with status {done.returncode}:\n{done.stderr}")
        return done.stdout

    def findings(self, path):
        """Line -> the first column of a finding that can be corrected; and the rest of what was found, by line."""
        fixable, errors = {}, []
        for item in json.loads(self.call(path, "--format", "json"))["findings"]:
            rule = re.search(r"\(rule (\S+)\)$", item["message"])
            if item["code"] == "STYLE_RULE" and rule and rule.group(1) in self.rules:
                fixable[item["line"]] = min(item["column"], fixable.get(item["line"], item["column"]))
            if item["level"] == "error":
                errors.append((item["line"], item["message"]))
        return fixable, errors

    def faults(self, seed, folder):
        """What was done wrong, as words; and how many lines were corrected."""
        path, comments = spoilt(seed, folder)
        before, (fixable, errors) = path.read_text(encoding="utf-8").split("\n"), self.findings(path)
        self.call(path, "--fix")
        after = path.read_text(encoding="utf-8").split("\n")
        left, new_errors = self.findings(path)
        found = [f"line {line}: not corrected: {after[line - 1]}" for line in left]
        found += [f"new error {error}" for error in new_errors if error not in errors]
        found += [f"comment {n} is lost" for n in range(comments) if f"# comment {n} ends here" not in "\n".join(after)]
        changed = 0
        blocks = difflib.SequenceMatcher(None, before, after, False).get_opcodes()
        for _, first, last, new_first, new_last in (block for block in blocks if block[0] != "equal"):
            changed += last - first
            # A quotation ends on a later line than its finding begins.
            near = [n for n in range(first + 1 - LINES_OF_A_SLIP, last + 1) if n in fixable]
            if not near:
                found.append(f"line {first + 1} changed without a finding: {before[first]} > {after[new_first:new_last]}")
            elif near[0] == first + 1 and len(os.path.commonprefix((before[first], after[new_first]))) < fixable[near[0]] - 1:
                found.append(f"line {near[0]} changed before column {fixable[near[0]]}, where the finding is")
        self.call(path, "--fix")
        if path.read_text(encoding="utf-8").split("\n") != after:
            found.append("a second run changes more")
        return found, changed


def measure(program, packs, first=1):
    """[(seed, faults)] of the packs that have any, and the number of lines that were corrected."""
    fixer, faults, lines = Fixer(program), [], 0
    for seed in range(first, first + packs):
        with tempfile.TemporaryDirectory() as folder:
            found, count = fixer.faults(seed, pathlib.Path(folder))
        lines += count
        if found:
            faults.append((seed, found))
    return faults, lines


def main():
    parser = argparse.ArgumentParser(description="Correct random packs and look at what changed.")
    parser.add_argument("--bin", default=TOP / "out/bin/bifolio", help="the program")
    parser.add_argument("--packs", type=int, default=100)
    parser.add_argument("--first", type=int, default=1, help="seed of the first pack")
    args = parser.parse_args()
    faults, lines = measure(args.bin, args.packs, args.first)
    for seed, found in faults:
        for fault in found:
            print(f"pack {seed}: {fault}")
    print(f"{args.packs} packs, {lines} lines corrected, {len(faults)} packs with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
