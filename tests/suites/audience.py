"""Variants with proof: what is not for an audience stands nowhere in its file, and what pages are marked with stands on each.

Secret words go into a copy of the reference pack and of the gallery at every kind of place. An edition for the minister
must show them to each way of looking (the control), one for the public or the press to none: in no stream, packed or
not, in no string, in no text, no font and no attached file.
"""

import re
import shutil
import zlib

from .harness import PACK, TOP, call

EN, KO, RARE = "Zyxsecret", "뷁비밀", "뷁"  # the last: a syllable that no other text has, for the maps of fonts
SECRET = f"{{en: {EN} %s, ko: {KO} %s}}"
GALLERY = "data/gallery"
ARRANGEMENTS = ("parallel", "blocks", "facing", "sequence")
LIFT = 1700665200  # 2023-11-22T15:00 in London


def run(tests):
    work = tests.folder("audience")
    pack, gallery = reference(work), charts(work)
    control(tests, work, pack)
    templates = [row.split("\t")[0].split(" ")[0] for row in tests.run("templates").text.split("\n") if row]
    for template in templates:
        for arrangement in ARRANGEMENTS:
            silent(tests, work, pack, f"{template}, {arrangement}", "--template", template, "--arrange", arrangement)
        silent(tests, work, pack, f"{template}, ko", "--template", template, "--lang", "ko", "--conform", "ua2-a4f")
        silent(tests, work, pack, f"{template}, press", "--template", template, "--audience", "press")
    silent(tests, work, gallery, "all charts")
    drawn(tests, work, gallery)
    copies(tests, work, pack)
    names(tests, work, pack)
    marks(tests, work, pack)
    embargo(tests, work)


# ---- packs with secrets ----

def secret(number):
    return SECRET % (number, number)


def insert(text, after, *lines):
    assert after in text, after
    return text.replace(after, after + "".join(f"{line}\n" for line in lines), 1)


def reference(work):
    folder = work / "pack"
    shutil.copytree(TOP / PACK, folder)
    path = folder / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    text = insert(text, "languages: [en-GB, ko-KR]\n", f"# {EN} in a comment", "audiences:",
                  f"  - {{id: minister, name: {secret(0)}, marking: official-sensitive}}", "  - id: press", "marking: draft")
    text = insert(text, "headlines:\n", f"  - {{en: {EN} 1, ko: {KO} 1, source: p0, audience: minister}}")
    text = insert(text, "figures:\n", f"  - {{id: zyx-figure, value: 987654, label: {secret(2)}, source: p1, audience: minister}}")
    text = insert(text, "charts:\n", "  - id: zyx-chart", "    kind: bar", f"    title: {secret(3)}", f"    subtitle: {secret(4)}",
                  "    source: p1", "    file: zyx.csv", "    audience: minister")
    text = text.replace("    source: p0\n", f"    source: [p0, {{value: zyx-paragraph, audience: minister}}]\n"
                        f"    note: {{en: {EN} 5, ko: {KO} 5, audience: minister}}\n", 1)
    path.write_text(text, encoding="utf-8")
    (folder / "zyx.csv").write_text(f"label,value\n{EN} 6,987654\n{KO} 7,12\n", encoding="utf-8")
    (folder / "zyx.yaml").write_text(f"audience: minister\nremarks:\n  - {{speaker: zyx-person, text: {{en: {EN} 8, ko: {KO} 8, source: p1}}}}\n",
                                     encoding="utf-8")
    for name, after, *lines in (
            ("people.yaml", "parties:\n", f"  - {{id: zyx-party, name: {secret(9)}, short: {secret(10)}, audience: minister}}"),
            ("people.yaml", "bodies:\n", f"  - {{id: zyx-body, name: {secret(11)}, audience: [minister]}}"),
            ("people.yaml", "people:\n", f"  - {{id: zyx-person, name: {secret(12)}, office: {secret(13)}, audience: minister}}"),
            ("events.yaml", "events:\n", f"  - {{id: zyx-event, date: 1801, title: {secret(14)}, source: p1, audience: minister}}"),
            ("glossary.yaml", "glossary:\n", f"  - {{term: {secret(15)}, audience: minister}}"),
            ("sources.yaml", "    paragraphs:\n", f"      - {{id: zyx-paragraph, about: {secret(16)}, audience: minister}}"),
            ("instruments.yaml", "instruments:\n", "  - id: zyx-instrument", f"    kind: {secret(17)}", f"    title: {secret(18)}",
             f"    short: {secret(19)}", "    signed: 2023-11-22", "    source: p1",
             f"    summary: {{en: {EN} 20, ko: {KO} 20, source: p1}}", "    topics:",
             f"      - {{id: zyx-topic, name: {secret(21)}, source: p1}}", "    audience: minister")):
        path = folder / name
        path.write_text(insert(path.read_text(encoding="utf-8"), after, *lines), encoding="utf-8")
    # Remarks stand in a file of their own now.
    people = (folder / "people.yaml").read_text(encoding="utf-8")
    (folder / "people.yaml").write_text(re.sub(r"\nremarks:\n(?:(?:[ #].*)?\n)*", "\n", people), encoding="utf-8")
    return folder


def charts(work):
    """A secret row in each chart with rows of its own, a hidden record in each list that charts draw, a column in the CSV files."""
    folder = work / "gallery"
    shutil.copytree(TOP / GALLERY, folder)
    path = folder / "pack.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("languages:", "audiences: [{id: minister}, {id: press}]\nlanguages:", 1)
    row = f"      - {{label: {secret(1)}, value: 987654, values: [987654, 1], start: 1801, audience: minister}}"
    text, rows = re.subn(r"(\n    rows:)", rf"\1\n{row}", text)
    assert rows > 5, rows
    for after, line in (
            ("\nparties:\n", f"  - {{id: zyx-party, name: {secret(2)}, audience: minister}}"),
            ("\nbodies:\n", f"  - {{id: zyx-body, name: {secret(3)}, audience: minister}}"),
            ("\nfields:\n", f"  - {{id: zyx-field, name: {secret(4)}, audience: minister}}"),
            ("\nevents:\n", f"  - {{id: zyx-event, date: 1801, title: {secret(5)}, source: p1, audience: minister}}"),
            ("  before:\n", f"    - {{id: zyx-forum, name: {secret(6)}, members: [zyx-body], source: p1, audience: minister}}"),
            ("    topics:\n", f"      - {{id: zyx-topic, name: {secret(7)}, source: p1, audience: minister}}"),
            ("        strengths:\n", f"          - {{party: zyx-party, text: {{en: {EN} 8, ko: {KO} 8, source: p1}}, audience: minister}}"),
            ("        actions:\n", f"          - {{en: {EN} 9, ko: {KO} 9, source: p1, audience: minister}}"),
            ("        milestones:\n", f"          - {{date: 2030-03, label: {secret(10)}, audience: minister}}"),
            ("    series:\n", ""),
    ):
        text = insert(text, after, line) if line else text
    text = text.replace("between: [harbour-office,", "between: [{value: zyx-body, audience: minister}, harbour-office,", 1)
    text = text.replace("fields: [tides,", "fields: [{value: zyx-field, audience: minister}, tides,", 1)
    path.write_text(text, encoding="utf-8")
    for name in ("energy.csv", "level.csv"):
        head, *body = (folder / name).read_text(encoding="utf-8").splitlines()
        cells = head.split(",")
        row = ",".join({"label.en": EN, "label.ko": KO, "date": "1801"}.get(cell, "987654") for cell in cells)
        body = [f"{row},minister"] + [f"{line}," for line in body]
        (folder / name).write_text("\n".join([f"{head},audience", *body]) + "\n", encoding="utf-8")
    return folder


# ---- ways of looking ----

def streams(data):
    """Every stream of a PDF, unpacked where it is packed; and what stands outside of them."""
    yield data
    for found in re.finditer(rb"stream\r?\n", data):
        packed = zlib.decompressobj()
        try:
            yield packed.decompress(data[found.end():])
        except zlib.error:
            pass


def spellings(word):
    wide = word.encode("utf-16-be")
    return {"UTF-8": word.encode(), "UTF-16": wide, "hexadecimal": wide.hex().encode(), "HEXADECIMAL": wide.hex().upper().encode(),
            "octal": "".join(f"\\{byte:03o}" for byte in wide).encode()}


def found(path, work):
    """Where secret words stand in a PDF: {way of looking}."""
    seen = set()
    plain = work / "plain.pdf"
    plain.unlink(missing_ok=True)
    call(["qpdf", "--qdf", "--object-streams=disable", path, plain])
    texts = {"walk": list(streams(path.read_bytes())), "qpdf": [plain.read_bytes()]}
    for way, datas in texts.items():
        for word in (EN, KO, "zyx-", "987654", "987,654", "zyx.csv"):
            for name, spelling in spellings(word).items():
                if any(spelling in data for data in datas):
                    seen.add(f"{way}, {name}: {word}")
        if any(f"<{RARE.encode('utf-16-be').hex().upper()}>".encode() in data.upper() for data in datas):
            seen.add(f"{way}, map of a font: {RARE}")
    for way, args in (("pdftotext", ["pdftotext", path, "-"]), ("mutool", ["mutool", "draw", "-F", "text", path])):
        text = re.sub(r"\s", "", call(args).text)
        seen |= {f"{way}: {word}" for word in (EN, KO, RARE, "987654", "987,654") if word in text}
    return seen


def build(tests, path, pack, *args, env=None):
    result = tests.run("build", pack, *args, "-o", path, env=env)
    tests.check(f"{path.name}: {' '.join(args) or 'for the public'} is built", result.status == 0 and path.exists(), result)
    return path


def control(tests, work, pack):
    path = build(tests, work / "control.pdf", pack, "--audience", "minister")
    seen = found(path, work) if path.exists() else set()
    for way in (f"walk, UTF-8: {EN}", f"walk, HEXADECIMAL: {KO}", f"walk, map of a font: {RARE}", f"qpdf, map of a font: {RARE}",
                f"qpdf, UTF-8: {KO}", "walk, UTF-8: zyx.csv", f"pdftotext: {EN}", f"pdftotext: {KO}", f"mutool: {EN}",
                "pdftotext: 987,654"):
        tests.check(f"control: {way} is found in the minister's edition", way in seen, sorted(seen))


def silent(tests, work, pack, name, *args):
    path = build(tests, work / "silent.pdf", pack, *args)
    if path.exists():
        seen = found(path, work)
        tests.check(f"{name}: no secret", not seen, "\n".join(sorted(seen)))
        path.unlink()


def drawn(tests, work, gallery):
    """Each kind of chart by itself, as a picture and as a PDF."""
    rows = tests.run("chart", gallery, "--list")
    tests.check("chart --list: no secret", rows.status == 0 and EN not in rows.text, rows)
    for row in rows.text.splitlines():
        chart = row.split("\t")[0]
        result = tests.run("chart", gallery, chart, "--lang", "en+ko", "-o", work / "chart.svg")
        svg = (work / "chart.svg").read_bytes() if result.status == 0 else b""
        tests.check(f"{chart}.svg: no secret", svg and EN.encode() not in svg and KO.encode() not in svg, result)
        result = tests.run("chart", gallery, chart, "--lang", "ko", "-o", work / "chart.pdf")
        seen = found(work / "chart.pdf", work) if result.status == 0 else {str(result)}
        tests.check(f"{chart}.pdf: no secret", not seen, "\n".join(sorted(seen)))


# ---- copies, names ----

def copies(tests, work, pack):
    for name, args in (("public", ()), ("press", ("--audience", "press")), ("minister", ("--audience", "minister"))):
        path = build(tests, work / f"{name}.pdf", pack, *args)
        result = tests.run("extract", path, "--verify", cwd=work)
        tests.check(f"{name}: made again with equal bytes", result.status == 0 and "are equal" in result.errors, result)
        folder = work / f"out-{name}"
        folder.mkdir()
        tests.run("extract", path, "-C", folder)
        text = "".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))
        secrets = EN in text or KO in text
        others = tuple(re.search(rf"(audience|id): {audience}\b", text) is not None for audience in ("minister", "press"))
        tests.check(f"{name}: copies hold what is for it", secrets == (name == "minister"))
        tests.check(f"{name}: copies name no other audience", others == (name == "minister", name == "press"), others)
        tests.check(f"{name}: copies have no comments", "in a comment" not in text)
        result = tests.run("extract", path, "--verify", "--audience", name, cwd=work)
        tests.check(f"{name}: is known to be for it", (result.status == 0) == (name != "public"), result)
        result = tests.run("extract", path, "--verify", "--audience", "others", cwd=work)
        tests.check(f"{name}: is for nobody else", result.status == 1 and "[VERIFY_AUDIENCE]" in result.errors, result)


def names(tests, work, pack):
    result = tests.run("build", pack, "--audience", "minster", "-o", work / "none.pdf")
    tests.check("an unknown audience: did you mean", result.status == 1 and "did you mean “minister”?" in result.errors
                and "[AUDIENCE_NEAR]" in result.errors, result)
    result = tests.run("build", PACK, "--audience", "press", "-o", work / "none.pdf")
    tests.check("a pack without audiences", result.status == 1 and "[AUDIENCE_NONE]" in result.errors, result)
    tests.check("nothing is written", not (work / "none.pdf").exists())
    result = tests.run("build", pack, "--audience", "press", "--lang", "en", cwd=work)
    tests.check("the file's name says for whom it is", (work / "rok-uk-2023.press.en.pdf").exists(), result)
    (work / "jobs.yaml").write_text("jobs:\n  - {pack: pack, editions: [en], audience: press, embargoed: true}\n"
                                    "  - {pack: pack, editions: [en]}\n")
    result = tests.run("batch", work / "jobs.yaml")
    tests.check("batch: an edition for each audience", result.status == 0 and (work / "pack.press.en.pdf").exists()
                and (work / "pack.en.pdf").exists(), result)
    result = tests.run("check", pack, "--audience", "press")
    tests.check("check --audience: what is left is right", result.status == 0 and EN not in result.errors, result)
    result = tests.run("check", pack)
    tests.check("check: every audience's edition is right", result.status == 0, result)


# ---- marks ----

def pages(path):
    return [re.sub(r"\s", "", page) for page in call(["pdftotext", path, "-"]).text.split("\f")[:-1]]


def marks(tests, work, pack):
    for args, words in (((), ("DRAFT", "초안")), (("--audience", "minister"), ("OFFICIAL-SENSITIVE", "공무용-민감")),
                        (("--arrange", "facing"), ("DRAFT", "초안")), (("--lang", "ko", "--template", "summary"), ("초안",))):
        path = build(tests, work / "marked.pdf", pack, *args)
        shown = pages(path)
        tests.check(f"{args}: each page is marked in all languages", shown and all(word in page for page in shown for word in words),
                    [number for number, page in enumerate(shown, 1) if not all(word in page for word in words)])
        tree = tests.run("build", pack, *args, "--dump", "tags").text
        tests.check(f"{args}: the marking is heard once, first", all(tree.count(word) == 1 for word in words)
                    and any(word in "".join(tree.splitlines()[:5]) for word in words), tree[:400])
    own = work / "own.yaml"
    own.write_text((TOP / "tests/cases/minimal/pack.yaml").read_text(encoding="utf-8").replace(
        "\nlead:", "\nmarking: {en: Eyes of the Tide Board only, ko: 조석위원회 한정}\nlead:", 1), encoding="utf-8")
    shown = pages(build(tests, work / "own.pdf", own))
    tests.check("a marking of the pack's own", shown and all("EyesoftheTideBoardonly" in page and "조석위원회한정" in page for page in shown))


# ---- embargo ----

def embargoed(work, name, embargo):
    path = work / f"{name}.yaml"
    text = (TOP / "tests/cases/minimal/pack.yaml").read_text(encoding="utf-8")
    text = text.replace("\nlead:", f"\naudiences: [{{id: press}}]\nembargo: {embargo}\nlead:", 1)
    path.write_text(text.replace("name: {en: The Coast, ko: 해안}", "name: {en: The Coast, ko: 해안}\n    zone: Asia/Seoul"), encoding="utf-8")
    return path


def embargo(tests, work):
    pack = embargoed(work, "lift", "{until: 2023-11-22T15:00, zone: Europe/London}")
    around(tests, work, pack, "London", LIFT)
    # In summer the clocks of London are an hour ahead; a day later in Sydney.
    around(tests, work, embargoed(work, "summer", "{until: 2023-07-22T00:01, zone: Europe/London}"), "London in summer", 1689980460)
    around(tests, work, embargoed(work, "south", "{until: 2023-11-22T00:01, zone: Australia/Sydney}"), "Sydney in summer", 1700571660)
    # Of an hour that comes twice the second counts.
    around(tests, work, embargoed(work, "twice", "{until: 2023-10-29T01:30, zone: Europe/London}"), "an hour that comes twice", 1698543000)
    early = {"SOURCE_DATE_EPOCH": str(LIFT - 60)}
    text = "".join(pages(build(tests, work / "marked.pdf", pack, "--embargoed", env=early)))
    for words in ("Embargoeduntil15:00(GreenwichMeanTime),22November2023/00:00(KoreanStandardTime),23November2023",
                  "2023년11월22일15:00(그리니치표준시)", "2023년11월23일00:00(대한민국표준시)까지"):
        tests.check(f"the page says {words}", words in text, text[:600])
    one, two = (build(tests, work / f"{name}.pdf", pack, "--audience", "press", env={"SOURCE_DATE_EPOCH": str(clock)})
                for name, clock in (("before", LIFT - 60), ("after", LIFT + 60)))
    strip = re.compile(rb"20231122\d{6}|2023-11-22T\d\d:\d\d:\d\d|timestamp: \d+")
    tests.check("an audience is always told of the embargo", "Embargoed" in "".join(pages(one)) and "Embargoed" in "".join(pages(two)))
    same = [tests.run("build", pack, "--audience", "press", "--dump", "layout", env={"SOURCE_DATE_EPOCH": str(clock)}).out
            for clock in (LIFT - 60, LIFT + 60)]
    tests.check("the clock changes nothing on the pages", same[0] and strip.sub(b"", same[0]) == strip.sub(b"", same[1]))
    result = tests.run("chart", pack, "none", "-o", work / "x.svg", env=early)
    tests.check("no chart comes out before", result.status == 1 and "[EMBARGO_EARLY]" in result.errors, result)


def around(tests, work, pack, name, lift):
    path = work / "early.pdf"
    for clock, well in ((lift - 60, False), (lift - 1, False), (lift, True), (lift + 60, True)):
        path.unlink(missing_ok=True)
        result = tests.run("build", pack, "-o", path, env={"SOURCE_DATE_EPOCH": str(clock)})
        tests.check(f"{name}: {clock - lift:+} s: {'is built' if well else 'is refused'}", result.status == (0 if well else 1)
                    and path.exists() == well and ("[EMBARGO_EARLY]" in result.errors) != well, result)
    result = tests.run("build", pack, "--embargoed", "-o", path, env={"SOURCE_DATE_EPOCH": str(lift - 60)})
    shown = pages(path) if path.exists() else []
    tests.check(f"{name}: --embargoed marks each page", result.status == 0 and shown
                and all("Embargoed" in page and "엠바고" in page for page in shown), result)
    result = tests.run("build", pack, "-o", path, env={"SOURCE_DATE_EPOCH": str(lift)})
    tests.check(f"{name}: nothing is said of it afterwards", "Embargoed" not in "".join(pages(path)), result)
