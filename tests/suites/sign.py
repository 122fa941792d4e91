"""bifolio sign: pdfsig and OpenSSL find the signature valid and notice a changed byte, veraPDF the file still what it claims."""

import re

from . import audience, tools
from .harness import PACK, call

KEYS = {"RSA": ("rsa:2048",), "EC": ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")}
TARGETS = {"ua1-a3a": ("ua1", "3a"), "ua2-a4f": ("ua2", "4f", "wt1a")}
PASSWORD = "비밀 word"


def run(tests):
    work = tests.folder("sign")
    (work / "password").write_text(f"{PASSWORD}\n")
    keys = {name: key(tests, work, name, kind) for name, kind in KEYS.items()}
    plain = {target: build(tests, work, target) for target in TARGETS}
    signed = {}
    for target, path in plain.items():
        for name, store in keys.items():
            file = work / f"{target}.{name}.pdf"
            result = sign(tests, work, path, store, file, "--reason", "Approved, 승인")
            tests.check(f"{target}, {name}: is signed", result.status == 0 and not result.out and not result.err, result)
            tests.check(f"{target}, {name}: the file that was built is inside", file.read_bytes().startswith(path.read_bytes()))
            valid(tests, work, f"{target}, {name}", file, store)
            signed[target, name] = file
    signed["ua1-a3a", "marked"] = marked(tests, work, keys["EC"])
    judged(tests, signed)
    again(tests, work, plain["ua1-a3a"], keys["RSA"], signed["ua1-a3a", "RSA"])
    refused(tests, work, plain["ua1-a3a"], keys["RSA"], signed["ua1-a3a", "RSA"])


def marked(tests, work, store):
    """What is for an audience, marked, under embargo and with filtered sources attached is signed as it is."""
    pack, path, file = audience.reference(work), work / "marked.pdf", work / "ua1-a3a.marked.pdf"
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("\nmarking:", "\nembargo: {until: 2023-11-22T15:00, zone: Europe/London}\nmarking:", 1),
                                    encoding="utf-8")
    result = tests.run("build", pack, "--audience", "press", "-o", path)
    tests.check("for an audience: is built", result.status == 0, result)
    result = sign(tests, work, path, store, file)
    tests.check("for an audience: is signed", result.status == 0, result)
    valid(tests, work, "for an audience", file, store)
    seen = audience.found(file, work)
    tests.check("for an audience: no secret in the signed file", not seen, sorted(seen))
    shown = audience.pages(file)
    tests.check("for an audience: every page is marked", shown and all("DRAFT" in page and "Embargoed" in page for page in shown))
    result = tests.run("extract", file, "--verify", "--audience", "press")
    tests.check("for an audience: what was signed can be made again", result.status == 0 and "[VERIFY_ADDED]" in result.errors, result)
    return file


def key(tests, work, name, kind):
    pem, cert, store = work / f"{name}.pem", work / f"{name}.crt", work / f"{name}.p12"
    made = call(["openssl", "req", "-x509", "-newkey", *kind, "-nodes", "-utf8", "-keyout", pem, "-out", cert, "-days", "36500",
                 "-subj", f"/CN=Desk 한 {name}", "-addext", "keyUsage=digitalSignature,nonRepudiation"])
    packed = call(["openssl", "pkcs12", "-export", "-inkey", pem, "-in", cert, "-out", store, "-passout", f"pass:{PASSWORD}"])
    tests.check(f"a key is there: {name}", made.status == 0 and packed.status == 0, f"{made}{packed}")
    return store


def build(tests, work, target):
    path = work / f"{target}.pdf"
    result = tests.run("build", PACK, "--conform", target, "-o", path)
    tests.check(f"{target}: is built", result.status == 0, result)
    return path


def sign(tests, work, path, store, out, *more, password="password"):
    return tests.run("sign", path, "--key", store, "--password-file", work / password, "-o", out, *more)


def valid(tests, work, name, file, store):
    seen = call(["pdfsig", file])
    tests.check(f"{name}: pdfsig", "Signature is Valid." in seen.text and "Total document signed" in seen.text
                and "ETSI.CAdES.detached" in seen.text, seen)
    data = file.read_bytes()
    changed = work / "changed.pdf"
    changed.write_bytes(data.replace(b"/MediaBox", b"/MediaBux", 1) if b"/MediaBox" in data else data[:900] + b"\0" + data[901:])
    seen = call(["pdfsig", changed])
    tests.check(f"{name}: pdfsig notices a changed byte", "Signature is Valid." not in seen.text, seen)
    ranges = [int(number) for number in re.search(rb"/ByteRange\[([\d ]+)\]", data).group(1).split()]
    tests.check(f"{name}: all but the signature is covered", ranges[0] == 0 and ranges[2] + ranges[3] == len(data)
                and data[ranges[1]:ranges[1] + 1] == b"<" and data[ranges[2] - 1:ranges[2]] == b">", ranges)
    der = bytes.fromhex(data[ranges[1] + 1:ranges[2] - 1].decode())
    der = der[:4 + int.from_bytes(der[2:4], "big")]
    (work / "signature.der").write_bytes(der)
    (work / "content").write_bytes(data[:ranges[1]] + data[ranges[2]:])
    result = call(["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", work / "signature.der", "-content", work / "content",
                   "-CAfile", store.with_suffix(".crt"), "-purpose", "any", "-cades", "-out", "/dev/null"])
    tests.check(f"{name}: OpenSSL, with the signer's certificate bound to it", result.status == 0, result)
    shown = call(["openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", work / "signature.der"])
    tests.check(f"{name}: no time but that of the PDF", "signingTime" not in shown.text and "signingCertificateV2" in shown.text
                and b"/M(D:20231123000000Z)" in data, shown)


def judged(tests, signed):
    pairs = [(flavour, file) for (target, _), file in signed.items() for flavour in TARGETS[target]]
    try:
        verdicts = tools.verapdf(tests, pairs)
    except tools.Unavailable as problem:
        tests.check("veraPDF is there", False, problem)
        return
    for flavour, file in pairs:
        verdict, detail = verdicts.get((flavour, str(file)), ("error", "veraPDF did not run"))
        tests.check(f"{file.name}: veraPDF {flavour}", verdict == "pass", detail)
    for file in signed.values():
        sound = call(["qpdf", "--check", file])
        tests.check(f"{file.name}: qpdf --check", sound.status == 0, sound)


def again(tests, work, path, store, signed):
    """One key, one time: RSA gives equal bytes. What lies under a signature can still be made again."""
    sign(tests, work, path, store, work / "again.pdf", "--reason", "Approved, 승인")
    tests.equal("signed again: equal bytes", signed.read_bytes(), (work / "again.pdf").read_bytes())
    result = tests.run("extract", signed, "--verify")
    tests.check("extract --verify: what was built is equal, something follows",
                result.status == 0 and "[VERIFY_ADDED]" in result.errors, result)
    result = tests.run("sign", path, "--key", store, "--password-file", work / "password", "-o", work / "now.pdf",
                       env={"SOURCE_DATE_EPOCH": ""})
    tests.check("without SOURCE_DATE_EPOCH the clock says when", result.status == 0
                and re.search(rb"/M\(D:20[2-9]\d", (work / "now.pdf").read_bytes()), result)


def refused(tests, work, path, store, signed):
    text, wrong, locked, table, bare = (work / name for name in ("text.pdf", "wrong", "locked.pdf", "table.pdf", "bare.p12"))
    text.write_text("no PDF\n")
    wrong.write_text("another\n")
    tests.run("build", PACK, "--conform", "ua1", "--password-file", wrong, "-o", locked)
    call(["qpdf", "--object-streams=disable", path, table])
    call(["openssl", "pkcs12", "-export", "-nokeys", "-in", store.with_suffix(".crt"), "-out", bare, "-passout", f"pass:{PASSWORD}"])
    for name, code, status, file, key_, password in (
            ("a wrong password", "SIGN_KEY", 1, path, store, "wrong"),
            ("no key store", "SIGN_KEY", 1, path, text, "password"),
            ("a store without key", "SIGN_KEY", 1, path, bare, "password"),
            ("no PDF", "PDF_UNREADABLE", 3, text, store, "password"),
            ("a locked PDF", "PDF_UNSIGNABLE", 1, locked, store, "password"),
            ("a second signature", "PDF_UNSIGNABLE", 1, signed, store, "password"),
            ("another program's cross-references", "PDF_UNSIGNABLE", 1, table, store, "password"),
            ("no such file", "FILE_UNREADABLE", 3, work / "none.pdf", store, "password"),
            ("no such key", "FILE_UNREADABLE", 3, path, work / "none.p12", "password"),
            ("no password file", "FILE_UNREADABLE", 3, path, store, "none")):
        out = work / "none-signed.pdf"
        result = sign(tests, work, file, key_, out, password=password)
        tests.check(f"refused: {name}: {code}", result.status == status and f"[{code}]" in result.errors and not out.exists(), result)
    result = tests.run("sign", path, "--key", store)
    tests.check("refused: no output named", result.status == 2, result)
