"""The reference pack in HTML, from the same YAML files, or another page, set by WeasyPrint.

usage: weasy_pack.py TREE OUT.pdf [FILE.html]

The content and its order are those of pack.typ: two languages in two columns, pair by pair, without charts.
"""

import html
import sys

import weasyprint
import yaml

LANGS = {"en": "en-GB", "ko": "ko-KR"}
FILES = ("pack", "people", "instruments", "events", "glossary", "sources")
WORDS = {
    "summary": ("Summary", "요약"), "contents": ("Contents", "차례"), "signed": ("Signed", "서명일"),
    "background": ("Background", "경위"), "provisions": ("What it provides", "주요 내용"),
    "next": ("What happens next", "향후 계획"), "setting": ("Context", "참고"),
    "governance": ("Bodies before and after", "협의체 변화"), "before": ("Before", "이전"), "after": ("After", "이후"),
    "timeline": ("Timeline", "연표"), "date": ("Date", "날짜"), "event": ("Event", "내용"), "people": ("People", "관련 인물"),
    "remarks": ("Statements", "발언"), "glossary": ("Glossary", "용어"), "meaning": ("Meaning", "뜻"),
    "name": ("Name", "이름"), "links": ("Full texts and links", "전문과 링크"), "sources": ("Sources", "출처"),
    "about": ("What it is about", "내용"), "contact": ("Contact", "문의"),
}
STYLE = """
@font-face { font-family: Pretendard; src: url(fonts/pretendard/Pretendard-Regular.ttf) }
@font-face { font-family: Pretendard; font-weight: 600; src: url(fonts/pretendard/Pretendard-SemiBold.ttf) }
@font-face { font-family: Pretendard; font-weight: 700; src: url(fonts/pretendard/Pretendard-Bold.ttf) }
@font-face { font-family: Nanum; font-weight: 700; src: url(fonts/nanum-myeongjo/NanumMyeongjo_700Bold.ttf) }
@page { size: A4; margin: 90.3pt 70pt 84pt; @bottom-right { content: counter(page); font: 8.5pt Pretendard } }
body { font: 10.5pt/14.7pt Pretendard; hyphens: auto; margin: 0 }
:lang(ko) { line-height: 16.8pt; hyphens: none; word-break: keep-all }
.pair { display: grid; grid-template-columns: 1fr 1fr; column-gap: 25.2pt }
p { margin: 0 0 6.3pt }
h1 { font: bold 21pt/28pt Nanum, Pretendard; color: #12436d; margin: 0 0 14.7pt }
h2 { font-size: 13.5pt; line-height: 19pt; color: #12436d; margin: 14.7pt 0 6.3pt }
h3 { font-size: 11.5pt; margin: 10pt 0 4.2pt }
ul, ol { margin: 0 0 6.3pt; padding-left: 14pt }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 13pt }
th, td { border-bottom: 0.5pt solid #cecece; padding: 4.2pt; text-align: left; vertical-align: top }
.new { break-before: page }
.cover { font: bold 30pt/40pt Nanum, Pretendard; color: #12436d; padding-top: 126pt }
"""


def text(pair, lang):
    if isinstance(pair, tuple):
        pair = dict(zip(LANGS, pair))
    return html.escape(str(pair[lang]))


def cite(item):
    source = item.get("source", []) if isinstance(item, dict) else []
    return "".join(f" [{name}]" for name in (source if isinstance(source, list) else [source]))


class Page:
    def __init__(self):
        self.parts = []

    def pair(self, make, new=False):
        cells = "".join(f'<div lang="{tag}">{make(lang)}</div>' for lang, tag in LANGS.items())
        self.parts.append(f'<div class="pair{" new" if new else ""}">{cells}</div>')

    def head(self, level, title, new=False):
        self.pair(lambda lang: f"<h{level}>{text(title, lang)}</h{level}>", new)

    def para(self, item):
        self.pair(lambda lang: f"<p>{text(item, lang)}{cite(item)}</p>")

    def paras(self, items):
        for item in items:
            self.para(item)

    def items(self, items, tag="ul"):
        self.pair(lambda lang: f"<{tag}>" + "".join(f"<li>{text(i, lang)}{cite(i)}</li>" for i in items) + f"</{tag}>")

    def rows(self, heads, items, cells):
        def make(lang):
            head = "".join(f'<th scope="col">{text(WORDS[name], lang)}</th>' for name in heads)
            body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells(item, lang)) + "</tr>" for item in items)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        self.pair(make)


def count(pack, path):
    at = pack
    for key in path.split("."):
        at = next(item for item in at if item["id"] == key) if isinstance(at, list) else at[key]
    return len(at)


def instrument(page, one):
    page.head(1, one["title"], new=True)
    page.pair(lambda lang: f"<p>{text(WORDS['signed'], lang)}: {one['signed']}</p>")
    page.para(one["summary"])
    for key, word in (("background", "background"), ("provisions", "provisions")):
        if key in one:
            page.head(2, WORDS[word])
            page.paras(one[key])
    if "topics" in one:
        page.head(2, one["topics_title"])
        page.items([topic["name"] for topic in one["topics"]], "ol")
        for topic in one["topics"]:
            if topic.keys() & {"points", "strengths", "actions"}:
                page.head(3, topic["name"])
                page.paras(topic.get("points", []))
                if "strengths" in topic:
                    page.items([s["text"] for s in topic["strengths"]])
                if "actions" in topic:
                    page.para(topic["actions_title"])
                    page.items(topic["actions"])
    if "mechanisms" in one:
        page.head(2, one["mechanisms_title"])
        page.items([m["name"] for m in one["mechanisms"]])
    for key, word in (("follow_up", "next"), ("context", "setting")):
        if key in one:
            page.head(2, WORDS[word])
            page.paras(one[key])


def contents(page, pack):
    titles = [one["title"] for one in pack["instruments"]]
    titles += [WORDS[name] for name in ("governance", "timeline", "people", "glossary", "links", "sources", "contact")]
    page.head(1, WORDS["contents"], new=True)
    page.items(titles, "ol")


def build(pack):
    page = Page()
    page.pair(lambda lang: f'<p class="cover">{text(pack["title"], lang)}</p><p>{text(pack["subtitle"], lang)}</p>')
    page.head(1, WORDS["summary"], new=True)
    page.para(pack["lead"])
    page.para(pack["occasion"])
    page.items(pack["headlines"])
    page.rows(("about", "event"), pack["figures"], lambda f, lang: (
        text(f["label"], lang), count(pack, f["count"]) if "count" in f else f["value"]))
    contents(page, pack)
    for one in pack["instruments"]:
        instrument(page, one)
    page.head(1, WORDS["governance"], new=True)
    page.para(pack["governance"]["intro"])
    for key in ("before", "after"):
        page.rows((key,), pack["governance"][key], lambda forum, lang: (text(forum["name"], lang),))
    page.head(1, WORDS["timeline"], new=True)
    page.rows(("date", "event"), pack["events"], lambda e, lang: (
        e["date"], text(e["title"], lang) + (". " + text(e["note"], lang) if "note" in e else "") + cite(e)))
    page.head(1, WORDS["people"], new=True)
    page.rows(("name", "about"), pack["people"], lambda p, lang: (
        f"{text(p['name'], lang)}, {text(p['office'], lang)}", text(p["role"], lang) + cite(p["role"])))
    page.head(2, WORDS["remarks"])
    page.paras([remark["text"] for remark in pack["remarks"]])
    page.head(1, WORDS["glossary"], new=True)
    page.rows(("name", "meaning"), pack["glossary"], lambda t, lang: (
        text(t["term"], lang) + (f" ({text(t['short'], lang)})" if "short" in t else ""),
        text(t["meaning"], lang) if "meaning" in t else ""))
    last_pages(page, pack)
    return page.parts


def last_pages(page, pack):
    page.head(1, WORDS["links"], new=True)
    for item in pack["links"]:
        page.pair(lambda lang: f'<p><a href="{item["url"]}">{text(item["title"], lang)}</a></p>')
        page.para(item["note"])
    page.head(1, WORDS["sources"])
    for source in pack["sources"]:
        page.para(source["title"])
        page.rows(("name", "about"), source["paragraphs"], lambda p, lang: (p["id"], text(p["about"], lang)))
    page.head(1, WORDS["contact"])
    for office in pack["contact"]:
        page.para(office["unit"])
        page.pair(lambda lang: f'<p><a href="tel:{office["phone"]}">{office["phone"]}</a></p>')
        page.pair(lambda lang: f'<p><a href="mailto:{office["email"]}">{office["email"]}</a></p>')


def main():
    tree, target = sys.argv[1:3]
    if len(sys.argv) > 3:
        weasyprint.HTML(filename=sys.argv[3], base_url=f"{tree}/").write_pdf(target, pdf_variant="pdf/ua-1")
    else:
        weasyprint.HTML(string=reference(tree), base_url=f"{tree}/").write_pdf(target, pdf_variant="pdf/ua-1")


def reference(tree):
    pack = {}
    for name in FILES:
        with open(f"{tree}/data/rok-uk-2023/{name}.yaml", encoding="utf-8") as file:
            pack |= yaml.load(file, yaml.CSafeLoader)
    title = f"{pack['title']['en']} · {pack['title']['ko']}"
    return (f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
            f"<style>{STYLE}</style></head><body>{''.join(build(pack))}</body></html>")


main()
