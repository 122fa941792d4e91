#!/usr/bin/env python3
"""Puts slips into clean packs, one kind after another, and counts how many `bifolio check` sees.

usage: tests/mutations.py [--bin FILE] [--seed N] [--packs N] [--each N] [--kinds PATTERN] [--missed]

Clean texts come from the reference pack, from generated packs and from a list of pairs with what those lack. A slip
changes one side of one text; it counts as seen if a finding stands at that text that the clean pack does not have there.
Prints a row a kind: how many were put in, how many were seen, and the share; then the total, and how many findings the
clean packs give (false alarms). The same seed gives the same slips.
"""

import argparse
import collections
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
from slips import CARRIERS, CARRIERS_PACK, NOTED_CARRIERS, SLIPS  # noqa: E402


class Text:
    def __init__(self, en="", ko="", source=None, note=None):
        self.en, self.ko, self.source, self.note = en, ko, source, note
        self.line = 0


# ---- packs as trees ----

def read_dump(text):
    """The tree of `build --dump model`: records are dicts, texts are Text, all else is a list or a word of YAML."""
    rows = []
    for row in text.splitlines()[1:]:
        bare = row.lstrip(" ")
        name, _, rest = bare.partition(" ")
        rows.append(((len(row) - len(bare)) // 2, name, rest))
    return value_at(rows, 0)[0]


def value_at(rows, at):
    depth, _, rest = rows[at]
    at += 1
    if rest == "text":
        text = Text()
        while at < len(rows) and rows[at][0] == depth + 1:
            _, name, word = rows[at]
            if name == "source":
                text.source = word.split()
            else:
                setattr(text, name, json.loads(word))
            at += 1
        return text, at
    is_list, is_record = rest.startswith("list of "), re.fullmatch(r"[a-z_]+", rest) and rest not in ("true", "false")
    if not is_list and not is_record:
        return scalar(rest), at
    result = [] if is_list else {}
    while at < len(rows) and rows[at][0] == depth + 1:
        name = rows[at][1]
        value, at = value_at(rows, at)
        if is_list:
            result.append(value)
        else:
            result[name] = value
    return result, at


def scalar(rest):
    if rest.startswith('"'):
        return rest
    return rest.removeprefix("ref ").removeprefix("path ").split(" (")[0]


def write_yaml(tree):
    """Block style with a line for each side of a text; notes the line of each text's key."""
    rows = []

    def put(value, indent, lead):
        if isinstance(value, Text) or type(value).__name__ == "Text":
            sides = [f"en: {json.dumps(value.en, ensure_ascii=False)}", f"ko: {json.dumps(value.ko, ensure_ascii=False)}"]
            if value.source:
                source = value.source if isinstance(value.source, list) else [value.source]
                sides.append(f"source: [{', '.join(source)}]")
            if getattr(value, "note", None):
                sides.append(f"note: {{en: {json.dumps(value.note.en)}, ko: {json.dumps(value.note.ko, ensure_ascii=False)}}}")
                value.note.line = len(rows) + 1
            value.line = len(rows) + 1
            rows.append(lead + "{" + ", ".join(sides) + "}")
        elif isinstance(value, dict):
            first = True
            for key, item in value.items():
                put_key(key, item, indent, lead if first and lead.endswith("- ") else " " * indent)
                first = False
        elif isinstance(value, list):
            for item in value:
                put(item, indent + 2, " " * indent + "- ")
        else:
            rows.append(lead + str(value))

    def put_key(key, item, indent, lead):
        if isinstance(item, (dict, list)) and item:
            rows.append(f"{lead}{key}:")
            put(item, indent + 2, " " * (indent + 2))
        elif isinstance(item, list):
            rows.append(f"{lead}{key}: []")
        else:
            put(item, indent, f"{lead}{key}: ")

    put(tree, 0, "")
    return "\n".join(rows) + "\n"


def texts_of(value):
    if type(value).__name__ == "Text":
        yield value
        if getattr(value, "note", None):
            yield value.note
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of(item)


def reference(program, env):
    done = subprocess.run([program, "build", TOP / "data/rok-uk-2023", "--dump", "model"], env=env, check=True,
                          capture_output=True, encoding="utf-8")
    return read_dump(done.stdout)


def generated(seed):
    tree = generate.Pack(seed, "medium").tree()
    # Its dates are random; a pack is clean only if its sources are newer than what they state.
    for source in tree["sources"]:
        source["date"] = "2046-01-01"
    tree["prepared"] = "2046-02-01"
    return tree


def carriers():
    return CARRIERS_PACK | {"headlines": [Text(en, ko, ["p1"]) for en, ko in CARRIERS] + [
        Text(*text, ["p1"], Text(*note)) for text, note in NOTED_CARRIERS]}


# ---- the program ----

class Checker:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "BIFOLIO_HOME": str(TOP)}

    def findings(self, tree):
        """Line -> the codes and messages of its findings."""
        path = self.folder / "pack.yaml"
        path.write_text(write_yaml(tree), encoding="utf-8")
        done = subprocess.run([self.program, "check", path, "--format", "json"], env=self.env, capture_output=True,
                              encoding="utf-8", timeout=120)
        if done.returncode not in (0, 1):
            raise SystemExit(f"check ended with status {done.returncode}:\n{done.stderr}")
        found = collections.defaultdict(set)
        for finding in json.loads(done.stdout)["findings"]:
            for place in [finding, *finding["notes"]]:
                found[place["line"]].add((finding["code"], finding["message"]))
        return found


def put_slips(checker, tree, clean, slip, wanted, rng, missed):
    """Puts up to `wanted` slips of a kind into copies of a tree, one at a time; returns how many were put in and seen."""
    kind, function, statements = slip
    texts = [text for text in texts_of(tree) if text.source or not statements]
    rng.shuffle(texts)
    put = seen = 0
    for text in texts:
        if put == wanted:
            break
        clean_sides = text.en, text.ko
        changed = function(*clean_sides, rng)
        if not changed or changed == clean_sides:
            continue
        text.en, text.ko = changed
        found = checker.findings(tree)
        put += 1
        if found[text.line] - clean[text.line]:
            seen += 1
        elif missed:
            print(f"missed {kind}:\n    {clean_sides[0]}\n    {clean_sides[1]}\n  > {text.en}\n  > {text.ko}")
        text.en, text.ko = clean_sides
    return put, seen


def measure(program, seed=1, packs=4, each=30, missed=False, kinds=None):
    """[(kind, put in, seen)] in the order of SLIPS, the findings of the clean packs and their number of texts."""
    with tempfile.TemporaryDirectory() as folder:
        checker = Checker(program, pathlib.Path(folder))
        trees = [reference(program, checker.env), carriers()] + [generated(seed * 1000 + n) for n in range(packs)]
        clean, alarms, count = [], 0, 0
        for tree in trees:
            found = checker.findings(tree)
            clean.append(found)
            count += sum(1 for _ in texts_of(tree))
            alarms += sum(len(rows) for rows in found.values())
            if missed:
                for line, rows in found.items():
                    print(f"clean: line {line}: {rows}")
        rows = []
        for slip in SLIPS:
            if kinds and not re.search(kinds, slip[0]):
                continue
            rng = random.Random(f"{seed}/{slip[0]}")
            put = seen = 0
            for tree, found in zip(trees, clean):
                if put < each:
                    more = put_slips(checker, tree, found, slip, each - put, rng, missed)
                    put, seen = put + more[0], seen + more[1]
            rows.append((slip[0], put, seen))
        return rows, alarms, count


def table(rows, alarms, count):
    put, seen = sum(row[1] for row in rows), sum(row[2] for row in rows)
    lines = [f"{'kind of slip':44} put in   seen   share"]
    lines += [f"{kind:44} {n:6} {k:6} {100 * k / n if n else 0:6.1f}%" for kind, n, k in rows]
    lines += [f"{'total, ' + str(len(rows)) + ' kinds':44} {put:6} {seen:6} {100 * seen / max(put, 1):6.1f}%",
              f"clean packs: {alarms} findings in {count} texts ({100 * alarms / count:.2f}%)"]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description="Count the slips that check sees.")
    parser.add_argument("--bin", default=TOP / "out/bin/bifolio", help="the program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--packs", type=int, default=4, help="generated packs")
    parser.add_argument("--each", type=int, default=30, help="slips of a kind")
    parser.add_argument("--kinds", help="only kinds of slip whose name matches this pattern")
    parser.add_argument("--missed", action="store_true", help="show what was not seen, and what was found in clean packs")
    args = parser.parse_args()
    print(table(*measure(args.bin, args.seed, args.packs, args.each, args.missed, args.kinds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
