#!/usr/bin/env python3
"""What a file is made of: the reference pack by bifolio with and without its structure and its attached sources, and by Typst.

usage: tests/bench/size.py [--out DIR]

Every variant is written anew by pikepdf with object streams, so that they differ in content alone. Without structure there
is no structure tree and no mark in the content of pages. The aims: structure takes at most 15 % of the file, and
the file half of what Typst writes. Nothing is asserted.
"""

import argparse
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

import bench  # noqa: E402
from suites.harness import PACK, TOP, Tests  # noqa: E402

STRIP = """
import sys, pikepdf
source, target, tags, files = sys.argv[1], sys.argv[2], sys.argv[3] == "tags", sys.argv[4] == "files"
pdf = pikepdf.open(source)
def drop(thing, *keys):
    for key in keys:
        if key in thing:
            del thing[key]
if not files:
    drop(pdf.Root, "/AF")
    if "/Names" in pdf.Root:
        drop(pdf.Root.Names, "/EmbeddedFiles")
if not tags:
    drop(pdf.Root, "/StructTreeRoot", "/MarkInfo")
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            drop(thing, "/SE", "/SD")
    for page in pdf.pages:
        drop(page.obj, "/StructParents", "/Tabs")
        for note in page.obj.get("/Annots", []):
            drop(note, "/StructParent")
        kept = [row for row in pikepdf.parse_content_stream(page)
                if str(row.operator) not in ("BDC", "BMC", "EMC", "DP", "MP")]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)
"""


def main():
    parser = argparse.ArgumentParser(description="Measure what files are made of.")
    parser.add_argument("--out", default="out", help="make's OUT")
    args = parser.parse_args()
    tests = Tests(args.out, None, False)
    work = tests.out / "bench"
    work.mkdir(parents=True, exist_ok=True)
    python = bench.environment(tests)
    files = {"bifolio": work / "size-bifolio.pdf", f"Typst {bench.version('typst')}": work / "size-typst.pdf"}
    first, second = files.values()
    subprocess.run([tests.program, "build", PACK, "--lang", "en+ko", "-o", first], check=True, cwd=TOP, env=tests.env, stderr=subprocess.DEVNULL)
    subprocess.run([python, bench.HERE / "typst_pack.py", TOP, second], check=True, cwd=TOP, env=tests.env)
    print("{:<18}{:>10}{:>10}{:>14}{:>16}{:>18}{:>14}".format("", "bytes", "anew", "no structure", "structure, %", "no sources", "neither"))
    for name, path in files.items():
        whole, bare, alone, least = (variant(python, path, tags, attached) for tags, attached in
                                     ((True, True), (False, True), (True, False), (False, False)))
        print(f"{name:<18}{path.stat().st_size:>10}{whole:>10}{bare:>14}{100 * (whole - bare) / whole:>16.1f}{alone:>18}{least:>14}")
    ratio = first.stat().st_size / second.stat().st_size
    print(f"bifolio writes {100 * ratio:.0f} % of Typst's bytes")
    return 0


def variant(python, path, tags, files):
    target = path.with_name(f"variant-{path.name}")
    subprocess.run([python, "-c", STRIP, path, target, "tags" if tags else "", "files" if files else ""], check=True)
    return target.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
