"""Programs nobody here wrote judge every PDF of the run, and prove first that they can say no.

Controls come before the verdicts: a hand-made untagged file, and copies of a good file with one key spoilt, must be
refused for the reason expected. A referee that lets them pass is no referee.
"""

import json
import re
import tempfile

from . import tools
from .harness import KO, built_files, call

FLAVOURS = ("ua1", "3a")
# Key to spoil, its replacement of the same length, who must object, and what the objection must contain.
SPOILT = (
    ("alternative text", b"/Alt ", b"/Xlt ", "ua1", "7.3-1"),
    ("alternative text", b"/Alt ", b"/Xlt ", "pdf.js", "Figure without Alt"),
    ("annotation of a link", b"/OBJR", b"/OXJR", "pdf.js", "Link without its annotation"),
    ("language of Korean", b"(ko-KR)", b"(en-GB)", "pdf.js", "Korean under /Lang en-GB"),
    ("way from cells to headers", b"/Scope", b"/Xcope", "ua1", "7.5-1"),
    ("output intent", b"/DestOutputProfile", b"/XestOutputProfile", "3a", "6.2.4.3"),
    ("text of glyphs", b"/ToUnicode", b"/XoUnicode", "3a", "6.2.11.7.2-1"),
)
# A cell that lists its headers needs no scope, so that goes too.
SPOILT_TOO = {b"/Scope": (b"/Headers", b"/Xeaders")}


def run(tests):
    files = built_files(tests)
    tests.check("there are PDFs to judge", files)
    untagged = tests.folder("referees") / "untagged.pdf"
    untagged.write_bytes(untagged_pdf())
    spoilt = spoil(tests, [path for edition, path in files if edition.name == KO])
    judged = [path for _, path in files]
    pairs = [(flavour, path) for flavour in FLAVOURS for path in [*judged, untagged]]
    pairs += [(referee, spoilt[key]) for _, key, _, referee, _ in SPOILT if key in spoilt and referee in FLAVOURS]
    verdicts = attempt(tests, "veraPDF", lambda: tools.verapdf(tests, pairs))
    trees = attempt(tests, "pdf.js", lambda: tools.pdfjs(tests, judged + [untagged, *spoilt.values()]))
    controls(tests, untagged, spoilt, verdicts, trees)
    for edition, path in files:
        for flavour in FLAVOURS:
            verdict, detail = verdicts.get((flavour, str(path)), ("error", "veraPDF did not run"))
            tests.check(f"{edition.name}: veraPDF {flavour}", verdict == "pass", detail)
        tree = trees.get(str(path), {"faults": ["pdf.js did not run"], "counts": {}})
        tests.check(f"{edition.name}: pdf.js, tree", not tree["faults"], "\n".join(tree["faults"]))
        missing = [role for role in roles(edition) if not tree["counts"].get(role)]
        tests.check(f"{edition.name}: pdf.js, kinds of elements", not missing, f"{missing} not in {tree['counts']}")
        for name, judge in JUDGES.items():
            faults = judge(path)
            tests.check(f"{edition.name}: {name}", not faults, "\n".join(faults))


def roles(edition):
    """What the tree of an edition must have, lest a check of it passes for want of anything to check."""
    some = ["Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Link"]
    return some if edition.name.startswith("summary.") else [*some, "H3", "THead", "TBody", "Figure", "Caption", "TOC", "TOCI"]


def attempt(tests, name, use):
    try:
        return use()
    except tools.Unavailable as problem:
        tests.check(f"{name} is there", False, problem)
        return {}


def controls(tests, untagged, spoilt, verdicts, trees):
    for flavour in FLAVOURS:
        verdict, detail = verdicts.get((flavour, str(untagged)), ("error", "veraPDF did not run"))
        tests.check(f"control: veraPDF {flavour} refuses an untagged PDF", verdict == "fail", detail)
    tests.check("control: pdf.js refuses an untagged PDF",
                "not marked as tagged" in trees.get(str(untagged), {"faults": []})["faults"])
    for name in ("pdffonts", "pdfinfo", "page labels and outline"):
        tests.check(f"control: {name} refuses an untagged PDF", JUDGES[name](untagged))
    for title, key, _, referee, reason in SPOILT:
        path = spoilt.get(key)
        if referee == "pdf.js":
            said = "\n".join(trees.get(str(path), {"faults": []})["faults"])
        else:
            said = verdicts.get((referee, str(path)), ("", ""))[1]
        tests.check(f"control: {referee} misses a spoilt {title}", reason in said,
                    said or ("it did not run" if path else f"no file has {key}"))
    broken = untagged.with_name("cut.pdf")
    broken.write_bytes(untagged.read_bytes()[:-60])
    for name in ("qpdf", "mutool"):
        tests.check(f"control: {name} refuses a cut PDF", JUDGES[name](broken))


def spoil(tests, files):
    """One copy a key, of the Korean edition: {key: path}."""
    copies = {}
    for path in files:
        plain = tests.work / "referees" / f"plain-{path.name}"
        call(["qpdf", "--qdf", "--object-streams=disable", "--newline-before-endstream", path, plain])
        data = plain.read_bytes() if plain.exists() else b""
        for number, (_, key, other, *_) in enumerate(SPOILT):
            if key in data and key not in copies:
                copies[key] = tests.work / "referees" / f"spoilt-{number}.pdf"
                copies[key].write_bytes(data.replace(key, other).replace(*SPOILT_TOO.get(key, (key, other))))
    return copies


def untagged_pdf():
    """A correct PDF with text in a font that is not embedded, and nothing else."""
    stream = b"BT /F1 24 Tf 72 720 Td (No structure here) Tj ET"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)


# ---- judges: a path to a list of faults ----

def qpdf(path):
    result = call(["qpdf", "--check", path])
    return [] if result.status == 0 and "WARNING" not in result.text + result.errors else [str(result)]


def mutool(path):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for args in (["info", path], ["clean", path, f"{folder}/clean.pdf"],
                     ["draw", "-F", "stext", "-o", f"{folder}/text.xml", path]):
            result = call(["mutool", *args])
            # Debian builds MuPDF without colour management and it says so each time.
            said = [row for row in result.errors.splitlines()
                    if re.match(r"\s*(warning|error|mutool)\b", row) and "ICC support is not available" not in row]
            if result.status or said:
                faults.append(f"mutool {args[0]}: exit status {result.status} {' / '.join(said)[:500]}")
    return faults


def pdffonts(path):
    rows = call(["pdffonts", path]).text.splitlines()
    if len(rows) < 3:
        return ["no fonts are listed"]
    # The rule under the heads gives the columns: names may hold spaces.
    starts = [match.start() for match in re.finditer(r"-+", rows[1])]
    heads = rows[0]
    faults = []
    for row in rows[2:]:
        for head in ("emb", "sub", "uni"):
            at = max(start for start in starts if start <= heads.index(f" {head}") + 1)
            if row[at:at + 3].strip() != "yes":
                faults.append(f"{head}: {row}")
    return faults


def pdfinfo(path):
    result = call(["pdfinfo", path])
    info = dict(re.findall(r"^([^:]+):\s*(.*)$", result.text, re.M))
    wanted = {"Tagged": "yes", "UserProperties": "no", "Suspects": "no", "Form": "none", "JavaScript": "no",
              "Encrypted": "no", "PDF version": "1.7"}
    faults = [f"{key}: {info.get(key)}, not {value}" for key, value in wanted.items() if info.get(key) != value]
    faults += [f"{key} is missing" for key in ("Title", "Producer", "CreationDate") if not info.get(key)]
    return faults + result.errors.splitlines()


def labels_and_outline(path):
    result = call(["qpdf", "--json=latest", "--json-key=pagelabels", "--json-key=outlines", path])
    if result.status:
        return [str(result)]
    data = json.loads(result.text)
    faults = [] if data["pagelabels"] else ["no page labels"]
    if not data["outlines"]:
        faults.append("no outline")
    return faults + [f"outline entry without a page: {item['title']}" for item in entries(data["outlines"])
                     if not item["destpageposfrom1"]]


def entries(items):
    for item in items:
        yield item
        yield from entries(item["kids"])


JUDGES = {"qpdf": qpdf, "mutool": mutool, "pdffonts": pdffonts, "pdfinfo": pdfinfo,
          "page labels and outline": labels_and_outline}
