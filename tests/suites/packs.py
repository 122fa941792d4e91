"""The reference pack builds in every edition and arrangement, without a word."""

import re

from .harness import built


def run(tests):
    for edition, path, result in built(tests):
        tests.check(f"{edition.name}: builds", result.status == 0 and path.exists(), result)
        told = re.fullmatch(r".*\.pdf: \d+ pages?, \d+ bytes\n", result.errors)
        tests.check(f"{edition.name}: no finding, one line on what was written", not result.out and told, result)
        if path.exists():
            data = path.read_bytes()
            tests.check(f"{edition.name}: is a whole PDF 1.7",
                        data.startswith(b"%PDF-1.7\n") and data.rstrip().endswith(b"%%EOF"), data[:20])
