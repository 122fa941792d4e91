"""Every fact of tests/facts/LANG.txt stands in the text of each edition that has the language.

A line of such a file is a paragraph of the source, a tab, and the words to find. The text is what pdftotext extracts, and
what pdf.js reads in the order of the structure tree; soft hyphens, line ends and runs of white space are folded. Korean
is compared without any space, since its lines may break inside a word. A web address may be the target of a link instead.
"""

import re

from . import tools
from .harness import KO, TOP, built_files, call

SUMMARY = "summary."


def run(tests):
    needles = {path.stem: read(path) for path in sorted((TOP / "tests/facts").glob("*.txt"))}
    tests.check("there are facts to look for", needles and all(needles.values()), TOP / "tests/facts")
    editions = [(e, path) for e, path in built_files(tests) if not e.name.startswith(SUMMARY)]
    tests.check("there are editions to look in", editions)
    trees = tools.pdfjs(tests, [path for _, path in editions])
    for edition, path in editions:
        tree = trees[str(path)]
        texts = {"pdftotext": call(["pdftotext", "-raw", path, "-"]).text, "tree": tree["text"]}
        for reader, text in texts.items():
            for lang in edition.langs:
                held = fold(text, lang)
                for where, needle in needles.get(lang, []):
                    linked = needle.startswith("https://") and any(needle in url for url in tree["targets"])
                    tests.check(f"{edition.name}: {lang} {where}: {needle}", linked or fold(needle, lang) in held,
                                f"not in the text that {reader} gives")


def read(path):
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("#")]
    return [tuple(row.split("\t", 1)) for row in rows]


def fold(text, lang):
    text = re.sub("\u00ad\\s*", "", text)
    return re.sub(r"\s+", "" if lang == KO else " ", text)
