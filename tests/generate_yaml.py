"""Writes the tree of a generated pack as YAML, in a random mixture of its styles."""

import random
import re

from generate_text import Text

# What may stand without quotation marks; inside braces without commas, too.
PLAIN = re.compile(r"[A-Za-z가-힣][^:#\\\"'`{}\[\]|>%@&*!?\t\n]*[^:#\\\"'`{}\[\]|>%@&*!?\s,]")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


class Yaml:
    """Writes a tree in a random mixture of YAML's styles."""

    def __init__(self, rng):
        self.rng = rng

    def scalar(self, text, indent):
        """One of the styles; what follows the key and its colon."""
        pad = " " * indent
        styles = [self.double, self.single, self.folded, self.literal]
        if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
            styles += [self.plain] * 6
        return self.rng.choice(styles)(text, pad)

    def wrap(self, text, pad, cut=r"(?<! ) (?! )"):
        """Lines of about the same length, divided at single blanks."""
        words, lines, width = re.split(cut, text), [], self.rng.choice((40, 90, 100000))
        for word in words:
            if lines and len(lines[-1]) + len(word) < width:
                lines[-1] += " " + word
            else:
                lines.append(word)
        return ("\n" + pad).join(lines)

    def plain(self, text, pad):
        return self.wrap(text, pad, r"(?<! ) (?=[A-Za-z가-힣])")

    def single(self, text, pad):
        return "'" + self.wrap(text.replace("'", "''"), pad) + "'"

    def double(self, text, pad):
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u00a0", "\\_")
        if self.rng.random() < 0.2:
            text = text.replace("—", "\\u2014").replace("가", "\\uac00").replace("°", "\\xB0")
        return '"' + self.wrap(text, pad) + '"'

    def folded(self, text, pad):
        return self.rng.choice((">-", ">", ">+")) + "\n" + pad + self.wrap(text, pad)

    def literal(self, text, pad):
        return self.rng.choice(("|-", "|")) + "\n" + pad + text

    def short(self, text):
        """Inside braces, on one line."""
        if PLAIN.fullmatch(text) and "," not in text and text.lower() not in RESERVED:
            return text
        return self.rng.choice((self.double, self.single))(text, " ")

    def text(self, text, indent):
        entries = [("en", text.en), ("ko", text.ko)]
        self.rng.shuffle(entries)
        source = text.source
        if len(text.en) < 60 and self.rng.random() < 0.6:
            parts = [f"{key}: {self.short(value)}" for key, value in entries]
            if source:
                parts.append(f"source: {self.words(source)}")
            return " {" + ", ".join(parts) + "}\n"
        pad = " " * indent
        rows = [f"{pad}{key}: {self.scalar(value, indent + 2)}\n" for key, value in entries]
        if source:
            rows.insert(self.rng.randint(0, 2), f"{pad}source: {self.words(source)}\n")
        return "\n" + "".join(rows)

    def words(self, value):
        if isinstance(value, list):
            return "[" + ", ".join(value) + "]"
        return value

    def items(self, values, indent):
        rows = []
        for value in values:
            if isinstance(value, str):
                rows.append(f"{' ' * indent}- {value}\n")
                continue
            inner = self.value(value, indent + 2)
            if inner.startswith("\n"):
                inner = f" {inner[1:].lstrip()}"
            rows.append(f"{' ' * indent}-{inner}")
        return "\n" + "".join(rows)

    def value(self, value, indent):
        if isinstance(value, Text):
            return self.text(value, indent)
        if isinstance(value, dict):
            return "\n" + self.mapping(value, indent)
        if not isinstance(value, list):
            return f" {value}\n"
        if not value or (isinstance(value[0], str) and self.rng.random() < 0.7):
            return f" {self.words(value)}\n"
        if indent > 1 and (indent == 2 or self.rng.random() < 0.5):
            indent -= 2  # dashes may stand below the key itself
        return self.items(value, indent)

    def mapping(self, record, indent):
        keys, rows = list(record), []
        if self.rng.random() < 0.3:
            self.rng.shuffle(keys)
        for key in keys:
            if not indent:
                rows.append("\n")
            elif self.rng.random() < 0.01:
                rows.append(f"{' ' * indent}# a note: [not] {{data}}\n")
            rows.append(f"{' ' * indent}{key}:{self.value(record[key], indent + 2)}")
        # A note may not be the first line: it would follow the dash of a list.
        while indent and rows[0].lstrip().startswith("#"):
            rows.append(rows.pop(0))
        return "".join(rows)


FILES = (
    ("pack.yaml", None),
    ("instruments.yaml", {"instruments", "fields"}),
    ("events.yaml", {"events", "governance"}),
    ("people.yaml", {"people", "parties", "bodies", "remarks"}),
    ("glossary.yaml", {"glossary"}),
    ("sources.yaml", {"sources"}),
)


def write(tree, folder, seed, one_file=False):
    rng = random.Random(f"yaml/{seed}")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    taken = set().union(*(keys for _, keys in FILES[1:]))
    for name, keys in FILES[:1] if one_file else FILES:
        part = {key: value for key, value in tree.items() if one_file or (key in keys if keys else key not in taken)}
        if part:
            text = f"# A generated pack: seed {seed}. Every name in it is invented.\n" + Yaml(rng).mapping(part, 0)
            (folder / name).write_text(text, encoding="utf-8")
