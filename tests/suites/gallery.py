"""The gallery of charts and the pictures of every form, in every edition, as outside programs see them: veraPDF accepts
them, pdf.js finds each Figure with its alternative text, poppler gives back every label of a chart."""

import re

from . import tools
from .harness import EDITIONS, call
from .readings import Tags, folded

GALLERY, PICTURES = "data/gallery", "tests/cases/artwork/pack.yaml"
TARGETS = (((), ("ua1", "3a")), (("--conform", "ua2-a4f"), ("ua2", "4f", "wt1a")))
ALT = re.compile(r'^ *Figure(?: \[([\w-]+)\])? alt "((?:[^"\\]|\\.)*)"$', re.M)


def run(tests):
    folder = tests.folder("gallery")
    files = [file for edition in EDITIONS if not edition.name.startswith("summary.") for file in built(tests, folder, edition)]
    try:
        verdicts = tools.verapdf(tests, [(flavour, path) for path, flavours, _ in files for flavour in flavours])
        trees = tools.pdfjs(tests, [path for path, _, _ in files])
    except tools.Unavailable as problem:
        tests.check("the referees are there", False, problem)
        return
    for path, flavours, dump in files:
        for flavour in flavours:
            verdict, detail = verdicts[flavour, str(path)]
            tests.check(f"{path.name}: veraPDF {flavour}", verdict == "pass", detail)
        figures(tests, path, trees[str(path)], dump)
        labels(tests, path, dump)
    if files:
        controls(tests, *files[0])


def built(tests, folder, edition):
    """The gallery and the pictures for both targets, each with the dump of its tags: [(path, flavours, dump)]."""
    files = []
    for name, pack, more in (("gallery", GALLERY, ()), ("pictures", PICTURES, ("--template", "tests/cases/artwork/template.yaml"))):
        for target, flavours in TARGETS:
            args = ("build", pack, *edition.options, *more, *target)
            path = folder / f"{name}.{edition.name}.{flavours[0]}.pdf"
            result = tests.run(*args, "-o", path)
            if tests.check(f"{path.name}: is built", result.status == 0 and path.exists(), result):
                files.append((path, flavours, tests.run(*args, "--dump", "tags").text))
    return files


def wanted_alts(dump):
    """Alternative texts of the dump with their languages: the figure's own or the one around it."""
    path, alts = [], []
    for row in dump.splitlines():
        depth, row = (len(row) - len(row.lstrip(" "))) // 2, row.strip()
        if row.startswith('"') or row.startswith("->"):
            continue
        own = re.match(r"\w+ \[([\w-]+)\]", row)
        path[depth:] = [own[1] if own else path[depth - 1]]
        if match := ALT.match(row):
            alts.append(f"{path[depth]}: {match[2]}")
    return alts


def figures(tests, path, tree, dump):
    wanted = wanted_alts(dump)
    tests.check(f"{path.name}: pdf.js, tree", not tree["faults"], "\n".join(tree["faults"]))
    tests.check(f"{path.name}: there are figures", len(wanted) > 9, wanted)
    tests.equal(f"{path.name}: each Figure has its Alt", "\n".join(sorted(wanted)), "\n".join(sorted(tree["alts"])))


def missing(path, dump):
    text = folded(call(["pdftotext", "-raw", path, "-"]).text)
    return [t["text"] for t in Tags(dump).texts if t["figure"] for label in t["text"].split("|") if folded(label) not in text]


def labels(tests, path, dump):
    lost = missing(path, dump)
    tests.check(f"{path.name}: labels of charts can be extracted", not lost, lost)


def controls(tests, path, _, dump):
    """A picture without its Alt, and a label that is not there, are seen."""
    plain, spoilt = path.with_name("plain.pdf"), path.with_name("spoilt.pdf")
    call(["qpdf", "--qdf", "--object-streams=disable", path, plain])
    spoilt.write_bytes(plain.read_bytes().replace(b"/Alt ", b"/Xlt "))
    tree = tools.pdfjs(tests, [spoilt])[str(spoilt)]
    tests.check("control: a Figure without Alt is seen", tree["faults"] and tree["alts"] != wanted_alts(dump))
    other = dump.replace('Figure alt', 'Figure [en-GB] alt', 1)
    tests.check("control: a label that is missing is seen", missing(path, re.sub(r'(Figure.*\n *")', r"\1unseen|", other)))
