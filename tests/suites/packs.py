"""The reference pack builds in every edition and arrangement, without a word."""

from .harness import built


def run(tests):
    for edition, path, result in built(tests):
        tests.check(f"{edition.name}: builds", result.status == 0 and path.exists(), result)
        tests.check(f"{edition.name}: nothing to say", not result.out and not result.err, result)
        if path.exists():
            data = path.read_bytes()
            tests.check(f"{edition.name}: is a whole PDF 1.7",
                        data.startswith(b"%PDF-1.7\n") and data.rstrip().endswith(b"%%EOF"), data[:20])
