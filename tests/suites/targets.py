"""The targets that jobs.yaml does not build: veraPDF judges PDF 2.0 in every template and arrangement and for charts, and the
two targets without PDF/A."""

import shutil

from . import tools
from .harness import PACK, TOP, call

ARRANGEMENTS = ("parallel", "blocks", "facing", "sequence")
CHARTS = "data/gallery"
ARCHIVE = ("ua2", "4f", "wt1a")


def run(tests):
    work = tests.folder("targets")
    templates = tests.run("templates").text.split("\n")
    names = [row.split("\t")[0].split(" ")[0] for row in templates if row]
    jobs = [(f"{name}, {arrangement}", ["build", PACK, "--template", name, "--arrange", arrangement])
            for name in names for arrangement in ARRANGEMENTS]
    jobs += [(f"{name}, {lang}", ["build", PACK, "--template", name, "--lang", lang]) for name in names for lang in ("en", "ko")]
    jobs += [(f"{name}, a footnote", ["build", noted(work), "--template", name]) for name in names]
    jobs += [(f"chart {chart}", ["chart", CHARTS, chart, "--lang", "en+ko"]) for chart in charts(tests)]
    tests.check("there are templates and charts", len(names) > 1 and len(jobs) > 15, jobs)
    built = [(f"ua2-a4f, {name}", build(tests, work / f"{number}.pdf", [*args, "--conform", "ua2-a4f"]), ARCHIVE)
             for number, (name, args) in enumerate(jobs)]
    built += [("ua1", build(tests, work / "ua1.pdf", ["build", PACK, "--conform", "ua1"]), ("ua1",)),
              ("ua1-a3a, a footnote", build(tests, work / "noted.pdf", ["build", noted(work)]), ("ua1", "3a")),
              ("ua2", build(tests, work / "ua2.pdf", ["build", PACK, "--conform", "ua2"]), ("ua2", "wt1a"))]
    judge(tests, [entry for entry in built if entry[1].exists()])


def charts(tests):
    return [row.split("\t")[0] for row in tests.run("chart", CHARTS, "--list").text.splitlines()]


def noted(work):
    """The reference pack with a note on its first headline."""
    folder = work / "noted"
    if not folder.exists():
        shutil.copytree(TOP / PACK, folder)
        head, headlines, rest = (folder / "pack.yaml").read_text(encoding="utf-8").partition("headlines:\n  - ")
        first, following, others = rest.partition("\n  - ")
        first += "\n    note: {en: As both sides have said., ko: 양측이 밝힌 대로다.}"
        (folder / "pack.yaml").write_text(head + headlines + first + following + others, encoding="utf-8")
    return folder


def build(tests, path, args):
    result = tests.run(*args, "-o", path)
    tests.check(f"{' '.join(str(arg) for arg in args)}: is built", result.status == 0, result)
    return path


def judge(tests, built):
    try:
        verdicts = tools.verapdf(tests, [(flavour, path) for _, path, flavours in built for flavour in flavours])
    except tools.Unavailable as problem:
        tests.check("veraPDF is there", False, problem)
        return
    for name, path, flavours in built:
        for flavour in flavours:
            verdict, detail = verdicts.get((flavour, str(path)), ("error", "veraPDF did not run"))
            tests.check(f"{name}: veraPDF {flavour}", verdict == "pass", detail)
        sound = call(["qpdf", "--check", path])
        tests.check(f"{name}: qpdf --check", sound.status == 0, sound)
