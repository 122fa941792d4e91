"""What `bifolio check` finds in good packs with slips: the findings of tests/cases/lint, word for word; its reports for
machines and for reviewers; corrections in place; accepted translations. A case is a folder with pack.yaml and
expected.diag; a file `status` holds the exit status if it is not 0."""

import html.parser
import json
import os
import shutil
import sys
import xml.dom.minidom

from .harness import PACK, TOP

sys.path.insert(0, str(TOP / "tests"))

CASES = TOP / "tests/cases/lint"


def run(tests):
    for case in sorted(CASES.glob("*/expected.diag")):
        one(tests, case.parent)
    sarif(tests)
    junit(tests)
    page(tests)
    corrections(tests)
    random_packs(tests)
    accepted(tests)
    long_texts(tests)
    builds(tests)


def one(tests, case):
    result = tests.run("check", "pack.yaml", cwd=case)
    status = int((case / "status").read_text()) if (case / "status").exists() else 0
    tests.expected(f"{case.name}: findings", case / "expected.diag", result.errors)
    tests.check(f"{case.name}: exit status {status}, nothing on standard output",
                result.status == status and not result.out, result)


def findings(tests, case="parity"):
    return json.loads(tests.run("check", CASES / case / "pack.yaml", "--format", "json").text)["findings"]


# ---- reports ----

def sarif(tests):
    found = findings(tests)
    result = tests.run("check", "pack.yaml", "--format", "sarif", cwd=CASES / "parity")
    report = json.loads(result.text)
    one_run = report["runs"][0]
    rules = [rule["id"] for rule in one_run["tool"]["driver"]["rules"]]
    places = [(item["locations"][0]["physicalLocation"]["region"]["startLine"],
               item["locations"][0]["physicalLocation"]["region"]["startColumn"]) for item in one_run["results"]]
    tests.check("sarif: version, rules without repetition, each result with its rule",
                report["version"] == "2.1.0" and len(set(rules)) == len(rules)
                and all(rules[item["ruleIndex"]] == item["ruleId"] for item in one_run["results"]), report)
    tests.check("sarif: the places and words of the JSON report",
                places == [(item["line"], item["column"]) for item in found]
                and [item["message"]["text"] for item in one_run["results"]] == [item["message"] for item in found])
    tests.check("sarif: levels are those of SARIF",
                {item["level"] for item in one_run["results"]} == {"note", "warning", "error"} and result.status == 1)
    uris = {item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in one_run["results"]}
    tests.check("sarif: notes are related locations, paths are URIs",
                any("relatedLocations" in item for item in one_run["results"]) and uris == {"pack.yaml"}, uris)


def junit(tests):
    found = findings(tests)
    result = tests.run("check", CASES / "parity", TOP / PACK, "--format", "junit")
    suites = xml.dom.minidom.parseString(result.out).getElementsByTagName("testsuite")
    failures = xml.dom.minidom.parseString(result.out).getElementsByTagName("failure")
    tests.check("junit: a suite a pack, a clean one with a test that passed",
                [suite.getAttribute("tests") for suite in suites] == [str(len(found)), "1"], result.text[:600])
    tests.check("junit: errors have failed, warnings have not",
                len(failures) == sum(item["level"] == "error" for item in found)
                and suites[0].getAttribute("failures") == str(len(failures)))


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack, self.faults, self.ids, self.described, self.langs = [], [], set(), set(), set()
        self.headings, self.marks = [], 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in ("meta", "input"):
            self.stack.append(tag)
        if "id" in attrs and attrs["id"] in self.ids:
            self.faults.append(f"id {attrs['id']} twice")
        self.ids.add(attrs.get("id"))
        self.described.add(attrs.get("aria-describedby"))
        self.langs.add(attrs.get("lang"))
        self.marks += tag == "mark"
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if any(name.startswith("on") or name in ("src", "href") and not (value or "").startswith("#")
               for name, value in attrs.items()):
            self.faults.append(f"{tag} {attrs} needs something outside the page")

    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def page(tests):
    for messages in ("en", "ko"):
        result = tests.run("check", CASES / "parity", "--format", "html", "--messages", messages)
        seen = Page()
        seen.feed(result.text)
        tests.check(f"html {messages}: well formed, stands alone", not seen.faults and not seen.stack, seen.faults)
        tests.check(f"html {messages}: language of the page and of each side",
                    {messages, "en-GB", "ko-KR"} <= seen.langs, seen.langs)
        tests.check(f"html {messages}: headings in order, one of the first level",
                    seen.headings[0] == 1 and seen.headings.count(1) == 1
                    and all(b - a <= 1 for a, b in zip(seen.headings, seen.headings[1:])), seen.headings)
        tests.check(f"html {messages}: marks, each with what it says below",
                    seen.marks > 10 and seen.described - {None} <= seen.ids, seen.described - seen.ids)
    two = tests.run("check", CASES / "parity", CASES / "terms", "--format", "html")
    tests.check("html: one pack a page", two.status == 2 and not two.out, two)


# ---- corrections ----

STYLES = """\
# A comment that stays.
id: minimal   # and this one
languages: [en-GB, ko-KR]
title: {en: 'A memorandum on tides', ko: "조석 양해각서"}
date: 2021-05-04
lead: &lead {en: "It\\x27s \\"new\\" on 4th May\\u0020 2021.", ko: '''이것''은 2021.05.04. 체결했다.', source: p1}
occasion: *lead
headlines:
  - en: >-
      They met on 22nd
      of November, 2023
      and 50 per cent agreed.   
    ko: |
      2023.11.22. 만나
      50 %가 동의했다.
    source: p1
  - {en: plain text ..., ko: 보안ㆍ복원력, source: p1}
  - {en: It took 3 years, ko: '3 ~ 5년', source: p1}
sources:
  - id: release
    title: {en: Press release, ko: 보도자료}
    date: 2021-05
    paragraphs: [{id: p1, about: {en: The signing, ko: 체결}}]
parties: [{id: coast, name: {en: The Coast, ko: 해안}}]
instruments:
  - {id: tides, kind: {en: memorandum, ko: 양해각서}, title: {en: Tides, ko: 조석}, short: {en: Tides, ko: 조석}, signed: 2021-05-04,
     source: p1, summary: {en: Both measure tides., ko: 양측이 조석을 관측한다., source: p1}}
"""

CORRECTED = (
    ('"It\\x27s \\"new\\" on 4th May\\u0020 2021."', '"It’s “new” on 4 May\\u0020 2021."'),
    ("'''이것''은 2021.05.04. 체결했다.'", "'‘이것’은 2021. 5. 4. 체결했다.'"),
    ("They met on 22nd\n      of November, 2023\n      and 50 per cent", "They met on 22\n      November 2023\n      and 50%"),
    ("2023.11.22. 만나\n      50 %가", "2023. 11. 22. 만나\n      50%가"),
    ("plain text ...", "plain text …"),
    ("보안ㆍ복원력", "보안·복원력"),
    ("'3 ~ 5년'", "'3~5년'"),
)


def corrections(tests):
    folder = tests.folder("lint-fix")
    path = folder / "pack.yaml"
    wanted = STYLES
    for old, new in CORRECTED:
        assert old in wanted, old
        wanted = wanted.replace(old, new)
    for name, mark in (("", b""), (" after a byte order mark", b"\xef\xbb\xbf")):
        path.write_bytes(mark + STYLES.encode())
        os.chmod(path, 0o640)
        result = tests.run("check", folder, "--fix")
        tests.equal(f"fix{name}: only what is wrong changes, in every style of scalar", wanted,
                    path.read_bytes().removeprefix(mark).decode())
        tests.check(f"fix{name}: the count is said, rights stay, nothing else is left behind",
                    "corrected" in result.errors and path.stat().st_mode & 0o777 == 0o640
                    and [item.name for item in folder.iterdir()] == ["pack.yaml"]
                    and path.read_bytes().startswith(mark), result)
    before = path.stat().st_mtime_ns
    tests.run("check", folder, "--fix")
    tests.check("fix: a file without slips is not written", path.stat().st_mtime_ns == before)
    copy = tests.folder("lint-fix-reference")
    shutil.copytree(TOP / PACK, copy, dirs_exist_ok=True)
    result = tests.run("check", copy, "--fix")
    same = all(item.read_bytes() == (TOP / PACK / item.name).read_bytes() for item in copy.glob("*.yaml"))
    tests.check("fix: the reference pack stays as it is", same and not result.errors, result)


# ---- builds ----

def builds(tests):
    """An error of the check stops a build of any edition, unless it is accepted or the build is unchecked."""
    folder = tests.folder("lint-build")
    out, pack, jobs = folder / "out.pdf", folder / "pack.yaml", folder / "jobs.yaml"
    pack.write_text(STYLES.replace("'3 ~ 5년'", "4년이 걸렸다"), encoding="utf-8")
    for options in (["--lang", "en"], ["--lang", "en+ko"], ["--lang", "ko"]):
        result = tests.run("build", pack, *options, "-o", out)
        tests.check(f"build {options[1]}: refused for a number that differs, nothing written",
                    result.status == 1 and not out.exists() and "[PARITY_NUMBER]" in result.errors
                    and "[PACK_DIFFERS]" in result.errors and "STYLE" not in result.errors, result)
    result = tests.run("build", pack, "--unchecked", "-o", out)
    tests.check("build --unchecked: written", result.status == 0 and out.exists(), result)
    result = tests.run("extract", out, "--verify")
    tests.check("build --unchecked: made again from its sources", result.status == 0, result)
    for words, status in (("", 1), (", unchecked: true", 0), (", unchecked: perhaps", 1)):
        jobs.write_text(f"jobs: [{{pack: pack.yaml, editions: [en]{words}}}]\n", encoding="utf-8")
        result = tests.run("batch", jobs)
        tests.check(f"batch{words}: exit status {status}", result.status == status
                    and (folder / "pack.en.pdf").exists() == (not status), result)
        (folder / "pack.en.pdf").unlink(missing_ok=True)
    out.unlink()
    tests.run("check", pack, "--accept-all")
    result = tests.run("build", pack, "-o", out)
    tests.check("build: written once the difference is accepted", result.status == 0 and out.exists(), result)
    result = tests.run("extract", out, "--verify")
    tests.check("build of accepted texts: made again without the list of them", result.status == 0, result)


def random_packs(tests):
    """tests/fixes.py corrects a hundred by itself."""
    import fixes
    faults, lines = fixes.measure(tests.program, 6)
    for seed, found in faults:
        tests.check(f"fix: random pack {seed}", False, found)
    tests.check("fix: random packs with slips come out clean, their comments kept", not faults and lines > 20, lines)


# ---- accepted translations ----

LONG = 200000  # bytes of each side
LONG_LIMIT = 60  # seconds; all of them take one or two, or half a minute under a sanitizer

def long_texts(tests):
    """Texts of one pattern over and over: the time grows with their length, not with its square."""
    path = tests.folder("lint-long") / "pack.yaml"
    for english, korean in (("12 13 ", "14 15 "), ("1, 2, 3, ", "1일, 2일 "), ("(abc def) ", "가 "), ("“a” ‘b’ ", "'가' \"나\" "),
                            ("ABC DEF ", "가나 다라 "), ("not. Not ", "가. 나 "), ("a , b -- c ", "가 , 나 "), ("...", "'"),
                            ("1 May 2020 ", "2020년 5월 2일 "), ("9,999", "9.9"), ("It is UK ", "양해각서(MOU) ")):
        sides = [json.dumps(f"{start} " + part * (LONG // len(part.encode())), ensure_ascii=False)
                 for start, part in (("x", english), ("가", korean))]
        path.write_text(STYLES + f"remarks: [{{speaker: p, text: {{en: {sides[0]}, ko: {sides[1]}, source: p1}}}}]\n"
                        "people: [{id: p, name: {en: Person, ko: 사람}, office: {en: Minister, ko: 장관}}]\n", encoding="utf-8")
        result = tests.run("check", path, "--format", "json", limit=LONG_LIMIT)
        tests.check(f"long: {english!r} and {korean!r}", result.status in (0, 1) and b'"findings"' in result.out,
                    f"status {result.status}")


def accepted(tests):
    folder = tests.folder("lint-accept")
    path, lock = folder / "pack.yaml", folder / "reviewed.lock"
    text = STYLES
    for old, new in CORRECTED:
        text = text.replace(old, new)
    text = text.replace("It took 3 years", "It took 3 to 5 years")

    def check(words, *options):
        path.write_text(words, encoding="utf-8")
        return tests.run("check", folder, *options)

    def codes(result):
        return [row.rsplit("[", 1)[1].rstrip("]") for row in result.errors.splitlines() if row.endswith("]") and "[" in row]

    result = check(text, "--accept")
    tests.check("accept: all clean texts, beside the pack", lock.exists() and "0 left" in result.errors
                and len(lock.read_text().splitlines()) > 10, result)
    tests.check("accept: nothing is stale at once", not codes(check(text)), check(text).errors)
    result = check(text.replace("plain text …", "plainer text …"))
    tests.check("accept: one side changed is stale, at its place",
                codes(result) == ["PARITY_STALE"] and "pack.yaml:17:10:" in result.errors, result)
    result = check(text.replace("plain text …", "plainer text …").replace("보안·복원력", "안전·복원력"))
    tests.check("accept: both sides changed is a new text", not codes(result), result)
    moved = text.replace("  - {en: plain text …, ko: 보안·복원력, source: p1}\n", "", 1).replace(
        "headlines:\n", "headlines:\n  - {en: plain text …, ko: 보안·복원력, source: p1}\n")
    tests.check("accept: an entry may move in its list", not codes(check(moved)), check(moved).errors)
    wrong = text.replace("'3~5년'", "'3~6년'")
    lock.unlink()
    result = check(wrong, "--accept")
    tests.check("accept: a text with a difference is left out", "1 left" in result.errors
                and codes(check(wrong)) == ["PARITY_NUMBER"], result)
    result = check(wrong, "--accept-all")
    tests.check("accept-all: a difference that was accepted is not shown again",
                "0 left" in result.errors and not codes(check(wrong)), check(wrong).errors)
    tests.check("accept: it comes back when a side changes", "PARITY_NUMBER" in codes(check(wrong.replace("3 to 5", "4 to 5"))))
    lock.write_text(lock.read_text() + "nonsense\n", encoding="utf-8")
    tests.check("accept: a damaged line is a warning with its place",
                codes(check(wrong)) == ["REVIEWED_FORM"], check(wrong).errors)
    single = tests.folder("lint-accept-file") / "one.yaml"
    single.write_text(text, encoding="utf-8")
    tests.run("check", single, "--accept")
    tests.check("accept: a pack of one file has its own file beside it", (single.parent / "one.yaml.reviewed").exists())
