"""Same input, same bytes: whatever the locale, the zone, the working folder, the home or the place of the tree."""

import shutil

from .harness import EDITIONS, PACK, TOP, call


def run(tests):
    work = tests.folder("determinism")
    for edition in EDITIONS[2], EDITIONS[-1]:
        surroundings(tests, edition, work)
    clock(tests, work)
    elsewhere(tests, work)


def build(tests, edition, path, env=None, pack=PACK, program=None, **more):
    args = [program or tests.program, "build", pack, *edition.options, "-o", path]
    env = {name: value for name, value in (tests.env | (env or {})).items() if value is not None}
    result = call(args, env=env, **more)
    return path.read_bytes() if result.status == 0 and path.exists() else None, result


def same(tests, name, wanted, got):
    data, result = got
    if not tests.check(f"{name}: builds", data is not None, result):
        return
    where = next((i for i, (a, b) in enumerate(zip(wanted, data)) if a != b), min(len(wanted), len(data)))
    tests.check(f"{name}: same bytes", wanted == data, f"{len(wanted)} and {len(data)} bytes, first at {where}")


def surroundings(tests, edition, work):
    first, result = build(tests, edition, work / "first.pdf")
    if not tests.check(f"{edition.name}: builds", first is not None, result):
        return
    home = tests.folder("determinism-home")
    for name, more in {
        "again": {},
        "LC_ALL=ko_KR.UTF-8": {"env": {"LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8"}},
        "LC_ALL=tr_TR.UTF-8": {"env": {"LC_ALL": "tr_TR.UTF-8"}},
        "LC_ALL=C": {"env": {"LC_ALL": "C"}},
        "no locale": {"env": {"LC_ALL": None}},
        "TZ=Asia/Seoul": {"env": {"TZ": "Asia/Seoul"}},
        "another HOME": {"env": {"HOME": str(home)}},
        "no HOME": {"env": {"HOME": None}},
        "memory filled": {"env": {"MALLOC_PERTURB_": "165"}},
    }.items():
        same(tests, f"{edition.name}, {name}", first, build(tests, edition, work / "second.pdf", **more))
    same(tests, f"{edition.name}, another working folder", first,
         build(tests, edition, work / "third.pdf", pack=TOP / PACK, cwd=work))


def clock(tests, work):
    """Without SOURCE_DATE_EPOCH the pack's own date counts, so two days give the same bytes too."""
    edition = EDITIONS[0]
    first, result = build(tests, edition, work / "unset-1.pdf", env={"SOURCE_DATE_EPOCH": None})
    if tests.check("SOURCE_DATE_EPOCH unset: builds", first is not None, result):
        same(tests, "SOURCE_DATE_EPOCH unset", first,
             build(tests, edition, work / "unset-2.pdf", env={"SOURCE_DATE_EPOCH": None}))
    one, result = build(tests, edition, work / "epoch-1.pdf", env={"SOURCE_DATE_EPOCH": "1000000000"})
    if tests.check("SOURCE_DATE_EPOCH set: builds", one is not None, result):
        dates = call(["pdfinfo", "-isodates", work / "epoch-1.pdf"], env=tests.env).text
        tests.check("SOURCE_DATE_EPOCH sets the date in the file", "2001-09-09T01:46:40" in dates, dates)


def elsewhere(tests, work):
    copy = work / "a copy of the tree" / "deeper"
    for name in ("templates", "fonts", "data"):
        shutil.copytree(TOP / name, copy / name)
    program = copy / "out/bin/bifolio"
    program.parent.mkdir(parents=True)
    shutil.copy2(tests.program, program)
    edition = EDITIONS[2]
    first, result = build(tests, edition, work / "here.pdf")
    if tests.check("here: builds", first is not None, result):
        same(tests, "a copy of the tree in another place", first,
             build(tests, edition, work / "there.pdf", env={"BIFOLIO_HOME": None}, program=program, cwd=copy))
    data = tests.program.read_bytes()
    tests.check("the program holds no path of this machine", str(TOP).encode() + b"/" not in data, TOP)
