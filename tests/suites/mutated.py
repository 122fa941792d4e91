"""The reference pack and its template with random damage: a finding with its place or a result, never a crash or a
hang.

BIFOLIO_MUTATIONS is their number (default 150), BIFOLIO_SEED the first seed (default 1). A failure leaves its files.
"""

import concurrent.futures
import os
import random
import re
import shutil

from .harness import PACK, TOP

PACK_NAME = "pack"
TEMPLATE = "template.yaml"
# What an editor, a converter or an attacker may put into a file.
PIECES = (
    ": ", " #", "- ", "-", "{", "}", "[", "]", "{}", "[]", '"', "'", "|", ">-", ">", "&a ", "*a", "*a: ", "!!str ",
    "!x ", "%", "@", "`", "---\n", "...\n", "? ", "<<: ", "\t", "\n", "\n\n", "\r", "\r\n", " ", "  ", "    ", "\\",
    "\\x", '"\\u12"', "~", "null", "true", "0", "-1", "99999999999999999999", "1e9", "0x10", "2023-02-30", "2023-13",
    "0000", "\ufeff", "\u00ad", "\u200b", "\u202e", "\u2028", "\u0301", "\ue000", "\U0010fffd", "\U000f0000",
    "\U0001f600", "漢字", "العربية", "\u1112\u1161\u11ab", "**", "**a**", "[a](b)", "[a](https://a.example)",
    "[a](#p1)", "](", "{title}", "{{", "<b>", "x" * 300, "긴" * 300, "a " * 500, "https://" + "a/" * 200, "[" * 70,
    "- " * 70, "en: ", "ko: ", "source: p1", "id: msit", "instruments.digital.topics", "p1", "\x00", "\x07", "\x7f",
)
BYTES = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x80", b"\x80", b"\xfe\xff", b"\x00")


def run(tests):
    work = tests.folder("mutated")
    first, count = int(os.environ.get("BIFOLIO_SEED", "1")), int(os.environ.get("BIFOLIO_MUTATIONS", "150"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, faults in pool.map(lambda seed: one(tests, work, seed), range(first, first + count)):
            tests.check(name, not faults, "\n".join(faults))


def one(tests, work, seed):
    rng = random.Random(seed)
    folder = work / str(seed)
    shutil.copytree(TOP / PACK, folder / PACK_NAME)
    shutil.copy(TOP / "templates/briefing.yaml", folder / TEMPLATE)
    in_template = rng.random() < 0.2
    files = [folder / TEMPLATE] if in_template else sorted((folder / PACK_NAME).glob("*.yaml"))
    told = []
    for _ in range(rng.choice((1, 1, 1, 2, 5, 20))):
        path = rng.choice(files)
        data, what = mutate(rng, path.read_bytes())
        path.write_bytes(data)
        told.append(f"{path.name}: {what}")
    options = ("--template", TEMPLATE) if in_template else ()
    faults = []
    for args in (("check", PACK_NAME), ("build", PACK_NAME, *options, "--dump", "tags"),
                 ("build", PACK_NAME, *options, "--lang", "ko", "-o", "x.pdf")):
        faults += [f"{' '.join(args)}: {fault}" for fault in judge(tests, folder, args, in_template)]
    if faults:
        faults += [f"the files are in {folder.relative_to(tests.out)}; damage: {'; '.join(told)[:600]}",
                   f"again: BIFOLIO_SEED={seed} BIFOLIO_MUTATIONS=1 python3 tests/run.py mutated"]
    else:
        shutil.rmtree(folder)
    return f"seed {seed}", faults


def judge(tests, folder, args, in_template):
    # A sanitizer makes the program several times slower.
    limit = 30 if "san" in tests.out.name else 5
    done = tests.run(*args, cwd=folder, limit=limit)
    if done.status is None:
        return [f"no end after {limit} s"]
    allowed = (0, 1, 3) if in_template else (0, 1)  # 3: a damaged name of a font
    if done.status not in allowed or re.search(r"Sanitizer|runtime error:", done.errors):
        return [f"a fault of the program: {done}"]
    if not re.search(r"(?m)^\S[^\n]*:\d+:\d+: (error|refusal): .*\[[A-Z0-9_]+\]$", done.errors) and done.status == 1:
        return [f"exit status 1 without a finding and its place: {done}"]
    if done.status and done.out:
        return [f"failed, but there is output: {done.text[:200]}"]
    if done.status and (folder / "x.pdf").exists():
        return ["failed, but a file was written"]
    return []


# ---- damage ----

def mutate(rng, data):
    """The data with one piece of damage, and what it is."""
    change = rng.choice(CHANGES)
    damaged = change(rng, data)
    return damaged, change.__name__


def place(rng, data):
    """Anywhere, more often where a value begins or a line ends than inside a word."""
    marks = [m.start() for m in re.finditer(rb"[:\-\n{},\[\]] ?", data)]
    if marks and rng.random() < 0.7:
        return rng.choice(marks) + rng.choice((0, 1, 2))
    return rng.randint(0, len(data))


def flip_byte(rng, data):
    at = rng.randrange(len(data)) if data else 0
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1:]


def insert_piece(rng, data):
    at = place(rng, data)
    return data[:at] + rng.choice(PIECES).encode("utf-8") + data[at:]


def insert_bytes(rng, data):
    at = place(rng, data)
    return data[:at] + rng.choice(BYTES) + data[at:]


def cut_bytes(rng, data):
    at = place(rng, data)
    return data[:at] + data[at + rng.choice((1, 1, 2, 5, 50, 400)):]


def cut_end(rng, data):
    return data[:rng.randint(0, len(data))]


def double_bytes(rng, data):
    at = place(rng, data)
    to = at + rng.choice((1, 10, 100, 2000))
    return data[:to] + data[at:to] * rng.choice((1, 1, 3)) + data[to:]


def with_lines(change):
    def changed(rng, data):
        lines = data.split(b"\n")
        change(rng, lines, rng.randrange(len(lines)))
        return b"\n".join(lines)

    changed.__name__ = change.__name__
    return changed


@with_lines
def cut_line(_rng, lines, at):
    del lines[at]


@with_lines
def double_line(_rng, lines, at):
    lines.insert(at, lines[at])


@with_lines
def move_line(rng, lines, at):
    lines.insert(rng.randrange(len(lines)), lines.pop(at))


@with_lines
def shift_line(rng, lines, at):
    blanks = len(lines[at]) - len(lines[at].lstrip())
    lines[at] = b" " * max(0, blanks + rng.choice((-4, -2, -1, 1, 2, 4))) + lines[at].lstrip()


@with_lines
def empty_value(_rng, lines, at):
    lines[at] = lines[at].split(b":")[0] + b":"


@with_lines
def other_value(rng, lines, at):
    """The value of another line, or a piece, after the key of this one."""
    values = [line.split(b": ", 1)[1] for line in lines if b": " in line] or [b"x"]
    value = rng.choice(values) if rng.random() < 0.6 else rng.choice(PIECES).encode("utf-8")
    lines[at] = lines[at].split(b": ")[0] + b": " + value


CHANGES = (flip_byte, insert_piece, insert_piece, insert_piece, insert_bytes, cut_bytes, cut_bytes, cut_end,
           double_bytes, cut_line, cut_line, double_line, move_line, shift_line, shift_line, empty_value, other_value,
           other_value, other_value)
