"""Compiles pack.typ to a tagged PDF. usage: typst_pack.py TREE OUT.pdf"""

import sys

import typst

tree, target = sys.argv[1:]
typst.compile(f"{tree}/tests/bench/pack.typ", output=target, root=tree, font_paths=[f"{tree}/fonts"],
              ignore_system_fonts=True, pdf_standards=["ua-1", "a-3a"])
