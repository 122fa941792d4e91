"""What every suite uses: counting, running the program, comparing with expected files, the list of editions."""

import difflib
import os
import pathlib
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
PACK = "data/rok-uk-2023"
TIME_LIMIT = 120  # seconds a call; a sanitizer build is slow, a hang is a failure


class Result:
    """One finished call: status, and both outputs as bytes."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def text(self):
        return self.out.decode("utf-8", "replace")

    @property
    def errors(self):
        return self.err.decode("utf-8", "replace")

    def __str__(self):
        return f"exit status {self.status}\n{tail(self.text)}{tail(self.errors)}"


def tail(text, lines=12):
    rows = text.splitlines()[-lines:]
    return "".join(f"{row[:300]}\n" for row in rows)


def call(args, cwd=TOP, env=None, limit=TIME_LIMIT, **more):
    """Runs a command; one that hangs gives status None, one that is not installed 127 as in a shell."""
    try:
        done = subprocess.run([str(arg) for arg in args], cwd=cwd, env=env, timeout=limit, stdin=subprocess.DEVNULL,
                              stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, **more)
    except FileNotFoundError as missing:
        return Result(127, b"", f"{missing}\n".encode())
    except subprocess.TimeoutExpired as slow:
        return Result(None, slow.stdout or b"", (slow.stderr or b"") + b"\ntimed out\n")
    return Result(done.returncode, done.stdout or b"", done.stderr)


class Tests:
    def __init__(self, out, program, regen):
        self.out = (TOP / out).resolve()
        self.program = pathlib.Path(program).resolve() if program else self.out / "bin" / "bifolio"
        self.work = self.out / "test"
        self.regen = regen
        self.passed = self.failed = 0
        self.suite = ""
        # One clock for all, and no setting of the caller's that could show in an output.
        keep = ("PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "JAVA_HOME")
        self.env = {name: os.environ[name] for name in keep if name in os.environ}
        self.env |= {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": "1700697600"}
        if not self.program.is_relative_to(TOP):
            self.env["BIFOLIO_HOME"] = str(TOP)  # else it finds templates and fonts above itself

    def begin(self, suite):
        self.suite = suite

    def check(self, name, good, detail=""):
        if good:
            self.passed += 1
            return True
        self.failed += 1
        print(f"FAIL {self.suite}: {name}", flush=True)
        for row in str(detail).rstrip().splitlines()[:40]:
            print(f"    {row}")
        return False

    def equal(self, name, wanted, got):
        if wanted == got:
            return self.check(name, True)
        return self.check(name, False, diff(wanted, got, "expected", "got"))

    def run(self, *args, cwd=TOP, env=None, **more):
        return call([self.program, *args], cwd=cwd, env=self.env | (env or {}), **more)

    def folder(self, *parts):
        """An empty folder for what a test writes."""
        path = self.work.joinpath(*parts)
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path

    def expected(self, name, path, got):
        """Compares with an expected file, or rewrites it under --regen."""
        wanted = path.read_text(encoding="utf-8") if path.exists() else ""
        if self.regen and wanted != got:
            print(diff(wanted, got, f"old {path.relative_to(TOP)}", "new"))
            if agreed(path):
                path.write_text(got, encoding="utf-8")
                wanted = got
        return self.equal(name, wanted, got)


def diff(wanted, got, left, right):
    rows = difflib.unified_diff(wanted.splitlines(), got.splitlines(), left, right, lineterm="", n=1)
    return "\n".join(rows) or "they differ in white space at the end of lines"


def agreed(path):
    if os.environ.get("REGEN") == "yes":
        return True
    if not sys.stdin.isatty():
        print("not rewritten: no terminal to ask on; REGEN=yes rewrites all")
        return False
    return input(f"rewrite {path.relative_to(TOP)}? [y/N] ").strip().lower() in ("y", "yes")


class Edition:
    """One way to build the reference pack, and what is known of the result."""

    def __init__(self, name, langs, *options):
        self.name, self.langs, self.options = name, langs, ("--lang", "+".join(langs), *options)


EN, KO = "en", "ko"
EDITIONS = (
    Edition("en", [EN]),
    Edition("ko", [KO]),
    Edition("en+ko", [EN, KO]),
    Edition("ko+en", [KO, EN]),
    Edition("en+ko.blocks", [EN, KO], "--arrange", "blocks"),
    Edition("en+ko.facing", [EN, KO], "--arrange", "facing"),
    Edition("en+ko.sequence", [EN, KO], "--arrange", "sequence"),
    Edition("summary.en", [EN], "--template", "summary"),
    Edition("summary.ko", [KO], "--template", "summary"),
    Edition("summary.en+ko", [EN, KO], "--template", "summary"),
)


def built(tests):
    """The reference pack in all editions: [(edition, path, result of the build)]. Built once a run."""
    if not hasattr(tests, "_built"):
        folder = tests.folder("packs")
        tests._built = []
        for edition in EDITIONS:
            path = folder / f"rok-uk-2023.{edition.name}.pdf"
            result = tests.run("build", PACK, *edition.options, "-o", path)
            tests._built.append((edition, path, result))
    return tests._built


def built_files(tests):
    """The editions that there are; one that is missing is a failure here too, not a file less to judge."""
    files = []
    for edition, path, result in built(tests):
        if path.exists() or tests.check(f"{edition.name}: there is a PDF", False, result):
            files.append((edition, path))
    return files
