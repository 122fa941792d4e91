"""A long document for others: the text of a generated pack as Typst and as HTML, pair by pair in two columns.

The instruments of the pack with all that is said of them, its events, people and terms: nearly all of its text. Both forms
have the same blocks in the same order; charts and references to sources are left out.
"""

import html

LANGS = {"en": "en-GB", "ko": "ko-KR"}
SIGNED, EVENTS, PEOPLE, TERMS = ({"en": en, "ko": ko} for en, ko in (
    ("Signed", "서명일"), ("Timeline", "연표"), ("People", "관련 인물"), ("Glossary", "용어")))
TITLES = {"background": ("Background", "경위"), "provisions": ("What it provides", "주요 내용"),
          "follow_up": ("What happens next", "향후 계획"), "context": ("Context", "참고")}


def said(text, lang):
    return text[lang] if isinstance(text, dict) else getattr(text, lang)


def blocks(tree):
    """(kind, texts): h1, h2, h3, p with one text; ul with several; table with rows of two."""
    for one in tree["instruments"]:
        yield "h1", [one["title"]]
        yield "p", [{lang: f"{SIGNED[lang]}: {one['signed']}" for lang in LANGS}]
        yield "p", [one["summary"]]
        for key in ("background", "provisions"):
            yield from section(one, key)
        yield from topics(one)
        if "mechanisms" in one:
            yield "ul", [way["name"] for way in one["mechanisms"]]
        for key in ("follow_up", "context"):
            yield from section(one, key)
    yield from tables(tree)


def section(one, key):
    if one.get(key):
        yield "h2", [dict(zip(LANGS, TITLES[key]))]
        yield from (("p", [text]) for text in one[key])


def topics(one):
    if "topics_title" in one:
        yield "h2", [one["topics_title"]]
    for topic in one.get("topics", []):
        yield "h3" if "topics_title" in one else "h2", [topic["name"]]
        yield from (("p", [text]) for text in topic.get("points", []))
        if topic.get("strengths"):
            yield "ul", [strength["text"] for strength in topic["strengths"]]
        if topic.get("actions"):
            if "actions_title" in topic:
                yield "p", [topic["actions_title"]]
            yield "ul", topic["actions"]


def tables(tree):
    for title, key, cells in (
            (EVENTS, "events", lambda e: ({lang: e["date"] for lang in LANGS}, e["title"])),
            (PEOPLE, "people", lambda p: (p["name"], p["office"])),
            (TERMS, "glossary", lambda t: (t["term"], t.get("meaning", {"en": "", "ko": ""})))):
        if tree.get(key):
            yield "h1", [title]
            yield "table", [cells(record) for record in tree[key]]


# ---- Typst ----

TYPST = """#set document(title: "Long document")
#set page(paper: "a4", margin: (top: 90.3pt, bottom: 84pt, x: 70pt),
  footer: context align(right, text(8.5pt, counter(page).display())))
#set text(font: "Pretendard", size: 10.5pt, lang: "en", region: "GB", hyphenate: true)
#set par(leading: 0.62em, spacing: 6.3pt)
#show heading: set text(hyphenate: false)
#let pair(en, ko) = grid(columns: (1fr, 1fr), column-gutter: 25.2pt,
  { set text(lang: "en", region: "GB"); en }, { set text(lang: "ko", region: "KR"); ko })
#let h(level, en, ko) = pair(heading(level: level, en), heading(level: level, outlined: false, ko))
#let p(en, ko) = pair(par(en), par(ko))
#let ul(en, ko) = pair(list(..en), list(..ko))
#let tab(en, ko) = pair(table(columns: 2, ..en), table(columns: 2, ..ko))
"""


def typst_string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def typst(tree):
    lines = [TYPST]
    for kind, texts in blocks(tree):
        if kind == "table":
            cells = ["(" + "".join(typst_string(said(cell, lang)) + ", " for row in texts for cell in row) + ")"
                     for lang in LANGS]
            lines.append(f"#tab({', '.join(cells)})")
        elif kind == "ul":
            items = ["(" + "".join(typst_string(said(text, lang)) + ", " for text in texts) + ")" for lang in LANGS]
            lines.append(f"#ul({', '.join(items)})")
        else:
            both = ", ".join(typst_string(said(texts[0], lang)) for lang in LANGS)
            lines.append(f"#p({both})" if kind == "p" else f"#h({kind[1]}, {both})")
    return "\n".join(lines) + "\n"


# ---- HTML ----

STYLE = """
@font-face { font-family: Pretendard; src: url(fonts/pretendard/Pretendard-Regular.ttf) }
@font-face { font-family: Pretendard; font-weight: 700; src: url(fonts/pretendard/Pretendard-Bold.ttf) }
@page { size: A4; margin: 90.3pt 70pt 84pt; @bottom-right { content: counter(page); font: 8.5pt Pretendard } }
body { font: 10.5pt/14.7pt Pretendard; hyphens: auto; margin: 0 }
:lang(ko) { line-height: 16.8pt; hyphens: none; word-break: keep-all }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 25.2pt }
p, ul { margin: 0 0 6.3pt }
table { border-collapse: collapse; width: 100% }
td { border-bottom: 0.5pt solid; vertical-align: top }
"""


def html_inner(kind, texts, lang):
    def text(item):
        return html.escape(said(item, lang))

    if kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>" for row in texts)
        return f"<table><tbody>{rows}</tbody></table>"
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{text(item)}</li>" for item in texts) + "</ul>"
    return f"<{kind}>{text(texts[0])}</{kind}>"


def page(tree):
    pairs = ("".join(f'<div lang="{tag}">{html_inner(kind, texts, lang)}</div>' for lang, tag in LANGS.items())
             for kind, texts in blocks(tree))
    body = "".join(f'<div class="pair">{pair}</div>' for pair in pairs)
    return (f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Long document</title>'
            f"<style>{STYLE}</style></head><body>{body}</body></html>")
