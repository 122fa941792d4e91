"""Reads what `bifolio build --dump flow|layout|tags` prints, as far as tests compare it."""

import json
import re
import unicodedata

KINDS = ("section heading para list item callout tiles tile table row cell figure contents space fill "
         "page_break logos logo").split()
ADDRESS = r"(?:#[a-z0-9.-]+|(?:https?://|mailto:|tel:)(?:[^()\s]|\([^()\s]*\))*)"
LINK = re.compile(r"\[([^\[\]]*)\]\(" + ADDRESS + r"\)")
MEANS = re.compile(r"\{means: [^}]*\}")
UNSEEN = re.compile(r"[\s\u00ad\u200b\u2060~]+")
TEXT = re.compile(r'  text (\S+) (\S+) "((?:[^"\\]|\\.)*)" (\S+) (\S+) w (\S+) #\w+ (.*)')
BOX = re.compile(r"  (rect|drawing) (\S+) (\S+) (\S+) (\S+)(.*)")
MEASURE = re.compile(r" (width|height|top|right|bottom|left|gap) (\S+)")


def folded(text):
    """Letters alone: no white space, no soft hyphens, no tildes (the dump of a flow marks text with them); a no-break
    hyphen is a hyphen."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\u2011", "-")


# ---- flow ----

class Block:
    def __init__(self, head):
        self.kind, _, self.facts = head.partition(" ")
        self.text, self.mark, self.children = {}, {}, []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


class Flow:
    def __init__(self, dump):
        rows = dump.splitlines()
        head = rows[0].split()
        self.arrangement, self.grid = head[1], float(head[3])
        self.langs = [row.split()[1] for row in rows if row.startswith("title ")]
        self.masters = [{name: float(value) for name, value in MEASURE.findall(row)} |
                        {"numbered": " unnumbered " not in row} for row in rows if row.startswith("page ")]
        first = next(i for i, row in enumerate(rows) if row.startswith("section"))
        path = [self.read(rows[first])]
        self.root = path[0]
        for row in rows[first + 1:]:
            self.add(path, row)

    @staticmethod
    def read(row):
        return Block(row.strip())

    def add(self, path, row):
        depth = (len(row) - len(row.lstrip(" "))) // 2
        match = re.match(r" *(mark )?(\w+): (.*)", row)
        if match and match.group(2) in self.langs:
            owner = path[depth - 1]
            (owner.mark if match.group(1) else owner.text)[match.group(2)] = match.group(3)
            return
        block = self.read(row)
        if block.kind not in KINDS:
            raise ValueError(f"not a block of a flow: {row!r}")
        path[depth - 1].children.append(block)
        path[depth:] = [block]

    def master(self, numbered):
        return next((master for master in self.masters if master["numbered"] == numbered), self.masters[0])

    def letters(self):
        """All that is to be read, by its own language: {lang: letters in order}."""
        out = {lang: [] for lang in self.langs}
        for langs in [[lang] for lang in self.langs] if self.arrangement == "sequence" else [self.langs]:
            self.gather(self.root, langs, False, out)
        return {lang: "".join(parts) for lang, parts in out.items()}

    def gather(self, block, langs, inside, out):
        """Inside a table or tile, what both languages say alike stands there one time."""
        if self.arrangement == "facing" and block.kind in ("table", "tiles") and len(langs) > 1:
            for lang in langs:
                self.gather(block, [lang], inside, out)
            return
        inside = inside or block.kind in ("cell", "tile")
        for pair in (block.mark if block.kind == "tile" else {}, block.text):
            said = set()
            for lang in langs:
                own, text = spoken(lang, pair.get(lang, ""))
                if not (inside and text in said):
                    out.setdefault(own, []).append(text)
                said.add(text)
        for child in block.children:
            self.gather(child, langs, inside, out)


OTHER = re.compile(r"^[~*\[]*\((en|ko)\)")


def spoken(lang, text):
    """The language that a text of the dump is in, and its letters."""
    other = OTHER.match(text)
    return other[1] if other else lang, folded(shown(text))


def shown(text):
    """A text of the dump without the marks that the dump adds for links, strong text, abbreviations and other
    languages."""
    text = MEANS.sub("", text)
    text = LINK.sub(r"\1", text).replace("**", "")
    return re.sub(r"\((?:en|ko)\)", "", text)


# ---- structure tree ----

class Tags:
    """Texts of the tree: [(lang, page, text, inside a table of contents, inside a figure)]."""

    def __init__(self, dump):
        self.texts = []
        self.roles = {}
        path = []  # (role, lang, facts)
        for row in dump.splitlines():
            depth = (len(row) - len(row.lstrip(" "))) // 2
            row = row.strip()
            if row.startswith('"'):
                text, page = re.fullmatch(r'(".*") page (\d+)', row).groups()
                self.add(path[:depth], json.loads(text), int(page))
            elif not row.startswith("->"):
                role, lang = re.match(r"(\w+)(?: \[([\w-]+)\])?", row).groups()
                path[depth:] = [(role, lang or (path[depth - 1][1] if depth else None), row)]
                self.roles[role] = self.roles.get(role, 0) + 1

    def add(self, path, text, page):
        roles = [role for role, _, _ in path]
        lists = [row for role, _, row in path if role == "L"]
        mark = "Lbl" in roles and lists and lists[-1] != "L"
        self.texts.append(dict(lang=path[-1][1].split("-")[0], page=page, text=text, contents="TOC" in roles,
                               figure="Figure" in roles, mark=mark))

    def letters(self, langs):
        """As Flow.letters(): without marks of lists, contents and drawings."""
        out = {lang: [] for lang in langs}
        for t in self.texts:
            if not (t["contents"] or t["figure"] or t["mark"]):
                out.setdefault(t["lang"], []).append(folded(t["text"]))
        return {lang: "".join(parts) for lang, parts in out.items()}

    def contents(self, langs):
        """Of each language, the letters of the table of contents."""
        return {lang: "".join(folded(t["text"]) for t in self.texts if t["contents"] and t["lang"] == lang)
                for lang in langs}

    def by_page(self):
        """All letters page by page, in reading order: what a reader of the PDF's tree finds."""
        pages = {}
        for t in self.texts:
            text = t["text"].replace("|", "") if t["figure"] else t["text"]
            pages.setdefault(t["page"], []).append(folded(text))
        return "".join("".join(pages[page]) for page in sorted(pages))

    def drawn(self):
        return "".join(folded(t["text"].replace("|", "")) for t in self.texts if t["figure"])


# ---- layout ----

class Item:
    def __init__(self, x, y, text, face, size, width, owner):
        self.x, self.y, self.size, self.width = float(x), float(y), float(size), float(width)
        self.face, self.owner = face, owner
        self.text = re.sub(r'\\(x[0-9a-f]{2}|.)', lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 3 else m[1], text)
        self.letters = folded(self.text)
        self.tagged = owner.startswith("tag ")

    @property
    def right(self):
        """End of the ink, by estimate where blanks stand at the end: they may lie beyond the measure."""
        blanks = len(self.text) - len(self.text.rstrip(" \u00a0\u2009"))
        return self.x + self.width * (1 - blanks / max(len(self.text), 1)) if blanks else self.x + self.width

    def __str__(self):
        return f"({self.x:g}, {self.y:g}) {self.text[:60]!r}"


class Page:
    def __init__(self, row):
        number, label, width, height = re.fullmatch(r"page (\d+)(?: \((.*)\))? (\S+) (\S+)", row).groups()
        self.number, self.label, self.width, self.height = int(number), label, float(width), float(height)
        self.items, self.drawings, self.columns = [], [], []


class Layout:
    def __init__(self, dump):
        self.pages = []
        for row in dump.splitlines():
            if row.startswith("page "):
                self.pages.append(Page(row))
            elif row.startswith("  columns "):
                self.pages[-1].columns = [float(value) for value in row.split()[1:]]
            elif row.startswith("  text "):
                self.pages[-1].items.append(Item(*TEXT.fullmatch(row).groups()))
            elif row.startswith("  drawing "):
                self.pages[-1].drawings.append([float(value) for value in BOX.fullmatch(row).groups()[1:5]])

    def letters(self):
        return "".join(item.letters for page in self.pages for item in page.items)
