"""bifolio extract: the sources come back as they were, make the same file again, and a hostile PDF reaches no other folder."""

import shutil
import zlib

from .harness import PACK, TOP, call

EDITIONS = (("both languages", PACK, ()), ("one language", PACK, ("--lang", "ko", "--template", "summary")),
            ("PDF 2.0", PACK, ("--conform", "ua2-a4f", "--arrange", "facing", "--pages", "90")),
            ("data beside it", "data/gallery", ("--lang", "en")))


def run(tests):
    work = tests.folder("extract")
    built = {name: build(tests, work / f"{number}.pdf", *args) for number, (name, *args) in enumerate(EDITIONS)}
    for name, path in built.items():
        verified(tests, name, path)
    first = built["both languages"]
    sources(tests, work, first)
    own_template(tests, work)
    one_file(tests, work)
    record(tests, work, first)
    values(tests, work, built["data beside it"])
    refused(tests, work, first)
    passwords(tests, work)
    hostile(tests, work, first)
    library(tests, work, first)


def build(tests, path, pack, args, env=None):
    result = tests.run("build", pack, *args, "-o", path, env=env)
    tests.check(f"{path.name} is built", result.status == 0, result)
    return path


def verified(tests, name, path, env=None):
    result = tests.run("extract", path, "--verify", cwd=path.parent, env=env)
    tests.check(f"{name}: made again with equal bytes", result.status == 0 and "are equal" in result.errors, result)


def sources(tests, work, path):
    for name in ("here", "there"):
        (work / name).mkdir()
    result = tests.run("extract", path, cwd=work / "here")
    tests.check("extract: exit status 0", result.status == 0 and not result.out, result)
    for source in sorted((TOP / PACK).glob("*.yaml")):
        copy = work / "here" / source.name
        tests.check(f"extract: {source.name} is as it was", copy.exists() and copy.read_bytes() == source.read_bytes())
    result = tests.run("extract", path, "-C", work / "here")
    tests.check("extract: writes over nothing", result.status == 3 and "[EXTRACT_EXISTS]" in result.errors, result)
    (work / "here/pack.yaml").write_text("changed")
    result = tests.run("extract", path, "-C", work / "here", "--force")
    tests.check("extract --force: writes over files", result.status == 0
                and (work / "here/pack.yaml").read_bytes() == (TOP / PACK / "pack.yaml").read_bytes(), result)
    result = tests.run("extract", path, "-C", work / "there/deep")
    tests.check("extract -C: makes the folder", result.status == 0 and (work / "there/deep/pack.yaml").exists(), result)


def own_template(tests, work):
    """Another clock and a template that is nobody else's: both are in the PDF."""
    shutil.copy(TOP / "templates/summary.yaml", work / "my own.yaml")
    path = build(tests, work / "own.pdf", PACK, ("--lang", "en", "--template", work / "my own.yaml"),
                 env={"SOURCE_DATE_EPOCH": "1000000000"})
    (work / "my own.yaml").unlink()
    verified(tests, "own template", path)


def one_file(tests, work):
    source = TOP / "tests/cases/minimal/pack.yaml"
    shutil.copy(source, work / "pack.yml")
    verified(tests, "pack of one file", build(tests, work / "one.pdf", work / "pack.yml", ()))


def record(tests, work, path):
    """The record is a job list that runs as it is."""
    result = tests.run("batch", "edition.bifolio", cwd=work / "here")
    made = list((work / "here").glob("*.pdf"))
    tests.check("the record runs", result.status == 0 and len(made) == 1 and made[0].read_bytes() == path.read_bytes(), result)


def values(tests, work, path):
    """The values of a chart whose author wants them attached: CSV that `file` of a chart reads, and nobody else's."""
    folder = tests.folder("extract", "values")
    tests.run("extract", path, "-C", folder)
    got = sorted(file.name for file in folder.glob("*.values.csv"))
    tests.check("values: only of charts that want it", got == ["money.values.csv", "units.values.csv"], got)
    text = (folder / "money.values.csv").read_bytes() if got else b""
    tests.check("values: as they are", text == b"label.en,value\r\nInstitute,3.6\r\nGauges,1.25\r\nFees earned,-0.4\r\n", text)
    call(["qpdf", "--qdf", "--object-streams=disable", path, work / "values.pdf"])
    data = (work / "values.pdf").read_bytes()
    tests.check("values: text/csv, associated as data", data.count(b"/text#2fcsv") == 4
                and data.count(b"/AFRelationship /Data") == 4, data.count(b"/text#2fcsv"))
    pack = (TOP / "data/gallery/pack.yaml").read_text(encoding="utf-8")
    start, end = pack.index("  - id: money"), pack.index("    rows:", pack.index("  - id: money"))
    for name in ("harbour-office.svg", "sea-agency.svg", "gauge.png", "energy.csv", "level.csv"):
        shutil.copy(TOP / "data/gallery" / name, folder / name)
    text = text.replace(b"label.en", b"label.en,label.ko").replace(b",3", b",A,3").replace(b",1", b",B,1").replace(b",-", b",C,-")
    (folder / "money.values.csv").write_bytes(text)
    (folder / "pack.yaml").write_text(pack[:end] + "    file: money.values.csv\n", encoding="utf-8")
    for pack_dir, name in (("data/gallery", "rows"), (folder, "file")):
        result = tests.run("chart", pack_dir, "money", "--lang", "en", "-o", work / f"{name}.svg")
        tests.check(f"values: drawn from {name}", result.status == 0, result)
    tests.check("values: a chart of that file is the same drawing",
                (work / "rows.svg").read_bytes() == (work / "file.svg").read_bytes())


def refused(tests, work, path):
    chart = work / "chart.pdf"
    tests.run("chart", PACK, "timeline", "-o", chart)
    changed, bare, locked, text = work / "changed.pdf", work / "bare.pdf", work / "locked.pdf", work / "text.pdf"
    data = path.read_bytes()
    changed.write_bytes(data.replace(b"<pdf:Producer>bifolio 0", b"<pdf:Producer>bifolio 9"))
    text.write_text("no PDF\n")
    call(["qpdf", "--empty", bare])
    call(["qpdf", "--encrypt", "secret", "owner", "256", "--", path, locked])
    open_ = work / "open.pdf"
    call(["qpdf", "--encrypt", "", "owner", "256", "--", path, open_])
    for name, code, status, args in (
            ("a chart has no record", "VERIFY_NO_RECORD", 1, (chart, "--verify")),
            ("a changed byte", "VERIFY_DIFFERS", 1, (changed, "--verify")),
            ("no attachments", "PDF_NO_SOURCES", 1, (bare,)),
            ("no PDF", "PDF_UNREADABLE", 3, (text,)),
            ("a cut file", "PDF_", None, (cut(work, data),)),
            ("no file", "FILE_UNREADABLE", 3, (work / "none.pdf",)),
            ("a password", "PDF_LOCKED", 1, (locked,)),
            ("encrypted for all", "VERIFY_LOCKED", 1, (open_, "--verify"))):
        result = tests.run("extract", *args, cwd=tests.folder("extract", "refused"))
        tests.check(f"refused: {name}", result.status == status if status else result.status in (0, 1, 3), result)
        tests.check(f"refused: {name}: {code}", f"[{code}" in result.errors or not status, result)
    result = tests.run("extract", path, "--verify", "-C", work)
    tests.check("--verify takes no folder", result.status == 2, result)


def passwords(tests, work):
    """Built with a password: locked for others, whole for who has it, no archive."""
    secret, wrong, two = work / "secret", work / "wrong", work / "two"
    secret.write_text("두 나라 secret\n")
    wrong.write_text("another\n")
    two.write_text("one\ntwo\n")
    for target in ("ua1", "ua2"):
        path = build(tests, work / f"locked-{target}.pdf", PACK, ("--conform", target, "--password-file", secret))
        for name, args, status, code in (("no password", (), 1, "PDF_LOCKED"),
                                         ("a wrong one", ("--password-file", wrong), 1, "PDF_LOCKED"),
                                         ("two lines", ("--password-file", two), 1, "PASSWORD_FORM"),
                                         ("no file", ("--password-file", work / "none"), 3, "FILE_UNREADABLE")):
            result = tests.run("extract", path, *args, cwd=tests.folder("extract", "locked"))
            tests.check(f"{target}, {name}: {code}", result.status == status and f"[{code}]" in result.errors, result)
        folder = tests.folder("extract", "locked")
        result = tests.run("extract", path, "-C", folder, "--password-file", secret)
        same = all((folder / file.name).read_bytes() == file.read_bytes() for file in (TOP / PACK).glob("*.yaml"))
        tests.check(f"{target}, the password: the sources are there", result.status == 0 and same, result)
        result = tests.run("extract", path, "--verify", "--password-file", secret)
        tests.check(f"{target}: VERIFY_LOCKED", result.status == 1 and "[VERIFY_LOCKED]" in result.errors, result)
        shown = call(["qpdf", "--show-encryption", "--password-mode=unicode", f"--password={secret.read_text().strip()}", path])
        tests.check(f"{target}: AES-256", "R = 6" in shown.text and "AESv3" in shown.text, shown)
        tests.check(f"{target}: no claim to be an archive", b"pdfaid:part>" not in open_copy(work, path, secret))


def open_copy(work, path, secret):
    call(["qpdf", "--decrypt", "--qdf", f"--password={secret.read_text().strip()}", path, work / "opened.pdf"])
    return (work / "opened.pdf").read_bytes()


def cut(work, data):
    path = work / "cut.pdf"
    path.write_bytes(data[:len(data) // 2])
    return path


def hostile(tests, work, path):
    """Names that lead elsewhere, a name twice, a stream that unpacks to 1 GiB, and one that is damaged."""
    plain = work / "plain.pdf"
    call(["qpdf", "--qdf", "--object-streams=disable", path, plain])
    data = plain.read_bytes()
    bomb = zlib.compress(bytes(1 << 30), 9)
    for name, spoilt in (("a path", data.replace(b"(events.yaml)", b"(../ents.yaml)")),
                         ("a hidden file", data.replace(b"(events.yaml)", b"(.vents.yaml)")),
                         ("a name twice", data.replace(b"(events.yaml)", b"(people.yaml)")),
                         ("too large", one_attachment(bomb)), ("damaged", one_attachment(b"no zlib stream"))):
        folder = tests.folder("extract", "hostile", "inner")
        file = work / "hostile.pdf"
        file.write_bytes(spoilt)
        result = tests.run("extract", file, cwd=folder)
        tests.check(f"hostile: {name}: PDF_ATTACHED_FORM, nothing is written",
                    result.status == 1 and "[PDF_ATTACHED_FORM]" in result.errors and not list(folder.iterdir())
                    and len(list(folder.parent.iterdir())) == 1, result)


def one_attachment(packed):
    return (b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AF[3 0 R]>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
            b"3 0 obj<</Type/Filespec/F(a.yaml)/UF(a.yaml)/EF<</F 4 0 R>>>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
            + str(len(packed)).encode() + b">>stream\n" + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")


def library(tests, work, path):
    folder = tests.folder("extract", "library")
    (folder / "libqpdf.so.29").write_text("none")
    result = tests.run("extract", path, "-C", folder / "x", env={"LD_LIBRARY_PATH": str(folder)})
    tests.check("without libqpdf: PDF_LIBRARY", result.status == 3 and "[PDF_LIBRARY]" in result.errors, result)
    result = tests.run("build", PACK, "-o", folder / "x.pdf", env={"LD_LIBRARY_PATH": str(folder)})
    tests.check("without libqpdf: build works", result.status == 0, result)
