"""The command line: exit statuses, what goes to which output, and that a failure leaves things as they were."""

import json
import re
import shutil
import xml.dom.minidom

from .harness import EDITIONS, PACK, TOP

COMMANDS = ("build", "check", "chart", "batch", "extract", "sign", "init", "templates", "schema", "explain")
BROKEN = "tests/cases/broken/dates/pack.yaml"
USAGE = (
    [],
    ["no-such-command"],
    ["build"],
    ["build", PACK, "too", "many"],
    ["build", PACK, "--no-such-option"],
    ["build", PACK, "--lang"],
    ["build", PACK, "--arrange", "spiral"],
    ["build", PACK, "--dump", "entrails"],
    ["build", PACK, "--conform", "nothing"],
    ["build", PACK, "--password-file", "README.md"],
    ["build", PACK, "--password-file", "README.md", "--conform", "ua2-a4f"],
    ["build", PACK, "--messages", "fr"],
    ["build", PACK, "--pages", "none"],
    ["check"],
    ["check", PACK, "--format", "verse"],
    ["chart", PACK],
    ["chart", PACK, "timeline", "-o", "chart.gif"],
    ["batch"],
    ["batch", "data/jobs.yaml", "-j", "0"],
    ["batch", "data/jobs.yaml", "--shard", "3/2"],
    ["batch", "data/jobs.yaml", "--fail-fast", "--keep-going"],
    ["schema", "no-such-schema"],
    ["explain", "NO_SUCH_CODE"],
    ["init"],
    ["templates", "extra"],
)


def run(tests):
    about(tests)
    usage(tests)
    missing(tests)
    pack_error(tests)
    outputs(tests)
    knowledge(tests)
    init(tests)
    charts(tests)
    unsound_font(tests)


def shown(args):
    return " ".join(args) or "no arguments"


def about(tests):
    for option in ("--help", "-h", "help"):
        result = tests.run(option)
        tests.check(f"{option}: exit status 0, names every command on standard output",
                    result.status == 0 and not result.err and all(f"bifolio {c}" in result.text for c in COMMANDS), result)
    result = tests.run("--version")
    tests.check("--version", result.status == 0 and re.fullmatch(r"bifolio \d+\.\d+\.\d+\n", result.text), result)


def usage(tests):
    for args in USAGE:
        result = tests.run(*args)
        tests.check(f"usage: {shown(args)}: exit status 2 and a word on standard error",
                    result.status == 2 and result.err and not result.out, result)
    tests.check("usage: nothing is drawn", not (TOP / "chart.gif").exists())


def missing(tests):
    for args in (["build", "no/such/pack"], ["check", "no/such/pack.yaml"], ["batch", "no/such/jobs.yaml"],
                 ["chart", "no/such/pack", "timeline", "-o", tests.work / "none.svg"], ["check", PACK, "no/such/pack"]):
        result = tests.run(*args)
        tests.check(f"missing file: {args[0]} {args[1]}: exit status 3 and its name",
                    result.status == 3 and "no/such" in result.errors and not result.out, result)
    result = tests.run("build", PACK, env={"BIFOLIO_HOME": "/no/such/home"})
    tests.check("missing resources: exit status 3", result.status == 3 and "[NO_HOME]" in result.errors, result)
    home = tests.folder("cli-home")
    shutil.copytree(TOP / "templates", home / "templates")
    (home / "fonts").mkdir()
    (home / "templates/index.yaml").write_text("{}\n")
    result = tests.run("build", PACK, "-o", home / "none.pdf", env={"BIFOLIO_HOME": str(home)})
    tests.check("no default template: exit status 3",
                result.status == 3 and "[NO_DEFAULT_TEMPLATE]" in result.errors, result)


def pack_error(tests):
    folder = tests.folder("cli-error")
    target = folder / "old.pdf"
    target.write_text("what was there")
    for code, args in (("DATE_FORM", [BROKEN]), ("NO_TEMPLATE", [PACK, "--template", "no-such-template"]),
                       ("NO_SUCH_LANGUAGE", [PACK, "--lang", "xx"]), ("NO_SUCH_LANGUAGE", [PACK, "--lang", "en+en"]),
                       ("NO_SUCH_LANGUAGE", [PACK, "--lang", "+"]), ("LAYOUT_TOO_LONG", [PACK, "--pages", "1"])):
        result = tests.run("build", *args, "-o", target)
        tests.check(f"pack error: {shown(args[1:]) if args[1:] else args[0]}: exit status 1, {code} on standard error",
                    result.status == 1 and not result.out and f"[{code}]" in result.errors, result)
    tests.check("pack error: the file that was there is left alone", target.read_text() == "what was there")
    tests.check("pack error: no other file is left behind", [path.name for path in folder.iterdir()] == ["old.pdf"])
    result = tests.run("check", BROKEN, "--messages", "ko")
    tests.check("check --messages ko: findings in Korean",
                result.status == 1 and re.search("[가-힣]{2,}", result.errors), result)
    result = tests.run("check", BROKEN, "--format", "json")
    found = parsed(tests, "check --format json", result)
    if found:
        first = found["findings"][0]
        tests.check("check --format json: code, level and place of each finding",
                    result.status == 1 and first["file"].endswith("pack.yaml") and first["line"] > 0 and first["code"]
                    and first["level"] == "error", first)


def parsed(tests, name, result):
    try:
        data = json.loads(result.text)
    except ValueError as problem:
        tests.check(f"{name}: valid JSON", False, f"{problem}\n{result}")
        return None
    tests.check(f"{name}: valid JSON", True)
    return data


def outputs(tests):
    folder = tests.folder("cli-output")
    option = EDITIONS[0].options
    for target in ("/dev/full", folder / "no-such-folder" / "x.pdf", folder):
        result = tests.run("build", PACK, *option, "-o", target)
        tests.check(f"unwritable: -o {'/dev/full' if target == '/dev/full' else target.name}: exit status 3",
                    result.status == 3 and not result.out and "[CANNOT_WRITE]" in result.errors, result)
    for args in (["build", PACK, *option, "-o", "-"], ["build", PACK, "--dump", "model"], ["schema", "pack"],
                 ["explain"], ["templates"], ["--help"], ["--version"], ["chart", PACK, "--list"],
                 ["check", PACK, "--format", "json"]):
        with open("/dev/full", "wb") as full:
            result = tests.run(*args, stdout=full)
        tests.check(f"full standard output: {shown(args)}: exit status 3", result.status == 3, result)
    tests.check("unwritable: nothing is left behind", not list(folder.iterdir()))

    piped = tests.run("build", PACK, *option, "-o", "-")
    result = tests.run("build", TOP / PACK, *option, cwd=folder)
    written = sorted(path.name for path in folder.iterdir())
    if tests.check("build without -o writes <id>.<languages>.pdf",
                   result.status == 0 and written == ["rok-uk-2023.en.pdf"], f"{written}\n{result}"):
        tests.check("-o - writes the same bytes to standard output",
                    piped.status == 0 and piped.out == (folder / written[0]).read_bytes(), piped.errors)
    result = tests.run("check", PACK)
    tests.check("check of a good pack: exit status 0 and silence",
                result.status == 0 and not result.out and not result.err, result)
    for stage in ("model", "flow", "layout", "tags"):
        result = tests.run("build", PACK, "--dump", stage, cwd=TOP)
        tests.check(f"--dump {stage}: text on standard output alone",
                    result.status == 0 and len(result.text.splitlines()) > 20 and not result.err, result)


def knowledge(tests):
    result = tests.run("templates")
    names = {row.split()[0] for row in result.text.splitlines() if row.strip()}
    files = {path.stem for path in (TOP / "templates").glob("*.yaml")} - {"index", "languages"}
    tests.check("templates: every template, each with a line about it",
                result.status == 0 and names == files and all(len(r.split()) > 3 for r in result.text.splitlines()), result)
    schema = parsed(tests, "schema pack", tests.run("schema", "pack"))
    if schema:
        tests.check("schema pack: a JSON Schema of a closed mapping", "$schema" in schema and names_of(schema), schema)
    result = tests.run("schema", "pack", "--markdown")
    tests.check("schema pack --markdown: a heading a record", result.status == 0 and result.text.count("\n## ") > 5, result)
    listed = re.findall(r"^X\((\w+),", (TOP / "include/diag_list.h").read_text(encoding="utf-8"), re.M)
    result = tests.run("explain")
    tests.check("explain: lists every code", result.status == 0 and
                [row.split()[0] for row in result.text.splitlines()] == listed, result)
    for code in listed:
        result = tests.run("explain", code)
        tests.check(f"explain {code}: both languages and help", result.status == 0 and result.text.startswith(code)
                    and re.search("[가-힣]", result.text) and len(result.text.strip().split("\n\n")) == 3, result)


def names_of(schema):
    return "instruments" in json.dumps(schema)


def init(tests):
    folder = tests.folder("cli-init") / "new"
    result = tests.run("init", folder)
    tests.check("init: exit status 0", result.status == 0 and list(folder.glob("*.yaml")), result)
    result = tests.run("check", folder)
    tests.check("init: what it writes passes check", result.status == 0 and not result.err, result)
    result = tests.run("build", folder, "-o", folder.parent / "new.pdf")
    tests.check("init: what it writes builds", result.status == 0, result)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = tests.run("init", folder)
    tests.check("init: never over a pack that is there", result.status == 3 and "[INIT_NOT_EMPTY]" in result.errors and
                before == {path: path.read_bytes() for path in folder.iterdir()}, result)


def charts(tests):
    result = tests.run("chart", PACK, "--list")
    ids = [row.split("\t")[0] for row in result.text.splitlines()]
    tests.check("chart --list: a line a chart", result.status == 0 and ids and not result.err, result)
    folder = tests.folder("cli-chart")
    for name in ids:
        for suffix, judge in {"svg": svg_faults, "png": png_faults, "pdf": pdf_faults}.items():
            target = folder / f"{name}.{suffix}"
            result = tests.run("chart", PACK, name, "--lang", "en+ko", "-o", target)
            faults = judge(target) if target.exists() else ["not written"]
            tests.check(f"chart {name}.{suffix}", result.status == 0 and not faults, f"{faults}\n{result}")
    target = folder / "none.svg"
    result = tests.run("chart", PACK, "no-such-chart", "-o", target)
    tests.check("chart: an unknown id is exit status 1 and names the charts there are",
                result.status == 1 and "[NO_SUCH_CHART]" in result.errors and not target.exists() and all(name in result.errors for name in ids), result)


def svg_faults(path):
    root = xml.dom.minidom.parse(str(path)).documentElement
    return [] if root.tagName == "svg" and root.getElementsByTagName("title") else ["no svg with a title"]


def png_faults(path):
    data = path.read_bytes()
    return [] if data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"IEND\xaeB`\x82") else ["no whole PNG"]


def pdf_faults(path):
    return [] if path.read_bytes().startswith(b"%PDF-1.7\n") else ["no PDF 1.7"]


def unsound_font(tests):
    """A font whose table of heads is missing can be measured but not embedded."""
    folder = tests.folder("cli-font")
    font = (TOP / "fonts/pretendard/Pretendard-Regular.ttf").read_bytes()
    (folder / "unsound.ttf").write_bytes(font.replace(b"head", b"none", 1))
    template = (TOP / "tests/cases/refused/loose/template.yaml").read_text(encoding="utf-8")
    (folder / "template.yaml").write_text(template.replace("pretendard/Pretendard-Regular.ttf", f"{folder}/unsound.ttf"),
                                          encoding="utf-8")
    result = tests.run("build", "tests/cases/minimal/pack.yaml", "--template", folder / "template.yaml", "--lang", "en",
                       "-o", folder / "none.pdf")
    tests.check("an unsound font: exit status 3, PDF_SUBSET, nothing written", result.status == 3 and
                "[PDF_SUBSET]" in result.errors and not (folder / "none.pdf").exists(), result)
