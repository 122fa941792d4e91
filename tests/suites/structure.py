"""The structure of finished files, element by element, as qpdf reads it: what veraPDF does not ask and a reader would miss.

Captions stand in their figures (PDF 2.0), cells know their headers and links their annotations, notes and marks lead to each
other, abbreviations say what they stand for once, and the language changes with the words.
"""

import json
import re

from .harness import PACK, TOP, call
from .targets import noted

ARRANGEMENTS = ("parallel", "facing")


class File:
    def __init__(self, path):
        result = call(["qpdf", "--json=2", "--json-key=qpdf", path])
        self.objects = json.loads(result.text)["qpdf"][1]
        self.elements = [value for value in map(self.plain, self.objects) if isinstance(value, dict) and value.get("/Type") == "/StructElem"]
        self.root = next(value for value in map(self.plain, self.objects)
                         if isinstance(value, dict) and value.get("/Type") == "/StructTreeRoot")

    def plain(self, name):
        return self.objects[name].get("value") if isinstance(self.objects[name], dict) else None

    def at(self, value):
        """What a reference leads to; anything else itself."""
        return self.plain(f"obj:{value}") if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value) else value

    def kids(self, element):
        kids = self.at(element.get("/K", []))
        return [self.at(kid) for kid in (kids if isinstance(kids, list) else [kids])]

    def of(self, role):
        return [element for element in self.elements if element["/S"] == f"/{role}"]

    def attributes(self, element):
        found = self.at(element.get("/A", {}))
        return found if isinstance(found, dict) else {}

    def below(self, element, role):
        for kid in self.kids(element):
            if isinstance(kid, dict) and "/S" in kid:
                if kid["/S"] == f"/{role}":
                    yield kid
                yield from self.below(kid, role)

    def lang(self, element):
        while element and "/Lang" not in element:
            element = self.at(element.get("/P"))
        return text(element["/Lang"]) if element else ""

    def ids(self):
        names = self.at(self.root.get("/IDTree", {})).get("/Names", [])
        return dict(zip(names[::2], map(self.at, names[1::2])))


def text(value):
    return value[2:] if isinstance(value, str) and value[:2] in ("u:", "b:") else value


def run(tests):
    work = tests.folder("structure")
    for conform in ("ua1-a3a", "ua2-a4f"):
        for arrangement in ARRANGEMENTS:
            path = work / f"{conform}.{arrangement}.pdf"
            result = tests.run("build", noted(work), "--conform", conform, "--arrange", arrangement, "-o", path)
            if tests.check(f"{path.name} is built", result.status == 0, result):
                judge(tests, path.stem, File(path), conform.startswith("ua2"))
    covered(tests, work)
    loose = tests.run("build", PACK, "--lang", "en", "--dump", "flow").text
    meanings = re.findall(r"\{means: ([^}]+)\}", loose)
    tests.check("each abbreviation is explained once", meanings and len(meanings) == len(set(meanings)), meanings)
    tests.check("none where the text has just said it", "Ministry of Science and ICT" not in meanings, meanings)


def covered(tests, work):
    """A table with cells that cover rows: each cell names what heads it, across the rows."""
    path = work / "covered.pdf"
    case = TOP / "tests/cases/tables"
    result = tests.run("build", case / "pack.yaml", "--template", case / "template.yaml", "--lang", "en+de", "-o", path)
    if not tests.check("a table with covered rows is built", result.status == 0, result):
        return
    file = File(path)
    table = file.of("Table")[-1]
    spans = [file.attributes(head).get("/RowSpan", 1) for head in file.below(table, "TH")]
    named = [len(file.attributes(cell).get("/Headers", [])) for cell in file.below(table, "TD")]
    tests.check("cells cover rows", sorted(spans) == [1, 1, 1, 1, 1, 1, 2, 2, 3], spans)
    tests.check("each cell has a header above it and two beside it", named == [3] * 5, named)
    tests.check("covered rows: headers of cells", not headers(file), "\n".join(headers(file)))


def judge(tests, name, file, second):
    for title, faults in (("captions", captions(file, second)), ("headers of cells", headers(file)), ("links", links(file)),
                          ("notes", notes(file, second)), ("abbreviations", abbreviations(file)), ("languages", languages(file))):
        tests.check(f"{name}: {title}", not faults, "\n".join(faults[:10]))


def captions(file, second):
    found, faults = file.of("Caption"), []
    if not found:
        return ["no captions"]
    for caption in found if second else []:
        parent = file.at(caption["/P"])
        if parent["/S"] != "/Figure" or file.kids(parent)[0] is not caption:
            faults.append(f"a caption in {parent['/S']}, not first in a figure")
        elif file.lang(parent) != file.lang(caption):
            faults.append("a caption in the figure of another language")
    if second and len(found) != len(file.of("Figure")):
        faults.append(f"{len(found)} captions of {len(file.of('Figure'))} figures")
    return faults


def headers(file):
    ids, faults, cells = file.ids(), [], 0
    for table in file.of("Table"):
        heads = {head.get("/ID"): head for head in file.below(table, "TH")}
        for cell in file.below(table, "TD"):
            named = file.attributes(cell).get("/Headers", [])
            cells += 1
            if heads and not named:
                faults.append("a cell without headers in a table that has some")
            faults += [f"{head} is no header of the table" for head in named if head not in heads or ids.get(head) is not heads[head]]
    faults += ["a header cell without scope" for head in file.of("TH") if "/Scope" not in file.attributes(head)]
    return faults if cells else ["no cells"]


def links(file):
    faults, count = [], 0
    for link in file.of("Link"):
        held = [kid for kid in file.kids(link) if isinstance(kid, dict) and kid.get("/Type") == "/OBJR"]
        count += len(held)
        for kid in held:
            annotation = file.at(kid["/Obj"])
            if not text(annotation.get("/Contents", "")).strip():
                faults.append("a link without contents")
        if not held:
            faults.append("a link without its annotation")
    annotations = [value for value in map(file.plain, file.objects) if isinstance(value, dict) and value.get("/Subtype") == "/Link"]
    if len(annotations) != count:
        faults.append(f"{len(annotations)} links on the pages, {count} in the structure")
    return faults if count else ["no links"]


def notes(file, second):
    found = file.of("FENote" if second else "Note")
    faults = [] if found else ["no notes"]
    for note in found:
        if "/ID" not in note:
            faults.append("a note without ID")
        back = [file.at(ref) for ref in note.get("/Ref", [])]
        if second and not any(note is file.at(ref) for mark in back for ref in mark.get("/Ref", [])):
            faults.append("a note whose mark does not lead to it")
        if not list(file.below(note, "Link")):
            faults.append("a note without a link back to its mark")
    return faults


def abbreviations(file):
    found = [(text(element["/E"]), file.lang(element)) for element in file.elements if "/E" in element]
    faults = [f"{means} stands at a {element['/S']}" for element in file.elements if "/E" in element
              for means in [text(element["/E"])] if element["/S"] != "/Span" or not means.strip()]
    faults += [f"{means} ({lang}) is said twice" for means, lang in set(found) if found.count((means, lang)) > 1]
    return faults if len({lang for _, lang in found}) > 1 else ["no abbreviations in both languages"]


def languages(file):
    """Alternative texts and expansions in Hangul stand under Korean, others do not."""
    faults = []
    for element in file.elements:
        for key in ("/Alt", "/E"):
            said = text(element.get(key, ""))
            if said and bool(re.search("[가-힣]", said)) != file.lang(element).startswith("ko"):
                faults.append(f"{key} {said[:40]} under {file.lang(element)}")
    return faults
