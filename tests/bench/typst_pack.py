"""Compiles pack.typ, or another file, to a tagged PDF. usage: typst_pack.py TREE OUT.pdf [FILE.typ]"""

import sys

import typst

tree, target, source = (*sys.argv[1:], f"{sys.argv[1]}/tests/bench/pack.typ")[:3]
typst.compile(source, output=target, root=tree, font_paths=[f"{tree}/fonts"],
              ignore_system_fonts=True, pdf_standards=["ua-1", "a-3a"])
