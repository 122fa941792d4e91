"""Random packs under a limit of pages: each keeps to it, with the same levers in both languages, or is refused with a right
reason: what it says is too much is enough to cut, and no more than is needed.

BIFOLIO_BUDGETS is the number of packs (default 8), BIFOLIO_SEED the first seed (default 1).
"""

import collections
import os
import re

import generate
import generate_yaml

from .generated import REFUSALS, Result, Stream, Wide, columns, crashed, geometry_faults, tree_faults
from .harness import call
from .readings import Flow, Layout, Tags, folded, shown

# One run of text on pages of one kind, so that what is cut anywhere is saved at the end.
TEMPLATE = """\
template: budget
about: {en: A test, ko: 시험}
grid: 2.1
shrink: 4
fonts: {plain: pretendard/Pretendard-Regular.ttf, bold: pretendard/Pretendard-Bold.ttf}
styles:
  body: {face: plain, strong: bold, size: 10.5, least: {ko: 9.5, default: 9}, leading: {en: 14.7, default: 16.8},
         after: 6.3, hyphenate: true}
  heading-1: {like: body, face: bold, size: 14, leading: 18.9, before: 12.6, keep_with_next: true}
  cell: {like: body, size: 9.5, leading: {en: 12.6, default: 14.7}, padding: 4.2, after: 0, rule_below: 0.5,
         rule_color: "#cecece"}
masters:
  page: {size: a4, margins: {top: 84, right: 70, bottom: 84, left: 70}, gap: 21}
body:
  - section: page
    do:
      - heading: "{title}"
      - paragraph: "{lead}"
      - table:
        columns: [{column: 1, header: true}, 3]
        rows:
          - row: ["{event.date}", "{event.title}"]
            for: event in events
      - for: instrument in instruments
        do:
          - heading: "{instrument.title}"
          - paragraph: "{instrument.summary}"
          - paragraphs: instrument.background
          - for: topic in instrument.topics
            do:
              - paragraphs: topic.points
              - list: bullet
                items: topic.actions
"""
EDITIONS = (("--lang", "en+ko"), ("--lang", "en+ko", "--arrange", "facing"), ("--lang", "en"), ("--lang", "ko"),
            ("--lang", "en+ko", "--arrange", "sequence"), ("--lang", "en+ko", "--arrange", "blocks"))
SHARES = (0.97, 0.9, 0.8, 0.6, 1)
LEAVE = 1.15  # so much more than what a refusal names is cut ...
MORE = 6      # ... and so many lines: pages end where paragraphs, rows and headings let them
OVER = 0.5    # what is named is not more than twice what is needed ...
LESS = 6      # ... and so many lines


def run(tests):
    work = tests.folder("budgets")
    (work / "budget.yaml").write_text(TEMPLATE, encoding="utf-8")
    first, count = int(os.environ.get("BIFOLIO_SEED", "1")), int(os.environ.get("BIFOLIO_BUDGETS", "8"))
    kinds = collections.Counter(one(tests, work, seed) for seed in range(first, first + count))
    tests.check("some keep to their limit as they are, some by levers, some are refused",
                count < 8 or all(kinds[kind] for kind in ("met", "moved", "refused")), kinds)
    print(f"budgets: {dict(kinds)}")


def one(tests, work, seed):
    folder, options = work / f"pack-{seed}", EDITIONS[seed % len(EDITIONS)] + ("--template", "budget.yaml")
    tree = generate.generate(seed, "medium", folder, True)
    build = Build(tests, work, folder, options)
    free = build(f"{seed}.free.pdf")
    each = pages_each(free.pages, options)
    limit = max(1, int(each * SHARES[seed % len(SHARES)]))
    result = Result(seed, "medium", options + ("--pages", str(limit)))
    limited = build(f"{seed}.pdf", "--pages", str(limit))
    if limited.status:
        kind, faults = "refused", refusal_faults(build, free, limited, tree, limit)
    else:
        kind = "moved" if "[LAYOUT_LEVERS]" in limited.errors else "met"
        faults = met_faults(build, free, limited, limit)
    tests.check(result.name, not faults, "\n".join([*faults, f"{each} pages without a limit", limited.errors]))
    return kind


class Build:
    """Builds a pack; the result knows its pages, counted in the PDF."""

    def __init__(self, tests, work, folder, options):
        self.tests, self.work, self.folder, self.options = tests, work, folder, options

    def __call__(self, name, *more, pack=None):
        pdf = self.work / name
        done = self.tests.run("build", pack or self.folder, *self.options, *more, "-o", pdf, cwd=self.work)
        done.pages = 0
        if pdf.exists():
            info = call(["pdfinfo", pdf]).text
            done.pages = int(re.search(r"^Pages: +(\d+)", info, re.M)[1])
            done.pages -= "facing" in self.options  # an empty page goes before the first left-hand one
        return done

    def dump(self, stage, *more):
        return self.tests.run("build", self.folder, *self.options, *more, "--dump", stage, cwd=self.work).text


def langs_in(options):
    return options[1].split("+")


def pages_each(pages, options):
    """Of one language: each has as many of the pages as the others."""
    return -(-pages // len(langs_in(options)))


# ---- limits that are met ----

def met_faults(build, free, limited, limit):
    faults = crashed(limited)
    langs = langs_in(build.options)
    if limited.pages > limit * len(langs):
        faults.append(f"{limited.pages} pages, but {limit} are allowed for each of {len(langs)} languages")
    flow, layout = Flow(build.dump("flow", "--pages", str(limit))), Layout(build.dump("layout", "--pages", str(limit)))
    tags = Tags(build.dump("tags", "--pages", str(limit)))
    for lang in langs if flow.arrangement == "sequence" else []:
        own = {text["page"] for text in tags.texts if text["lang"] == lang}
        if len(own) > limit:
            faults.append(f"{len(own)} pages of {lang}, where {limit} are allowed")
    faults += tree_faults(flow, tags) + list(geometry_faults(flow, layout, Wide(limited)))[:12]
    steps = {lang: sizes(stream) for lang, stream in columns(flow, layout).items()}
    whole = {lang: sizes(stream) for lang, stream in columns(flow, Layout(build.dump("layout"))).items()}
    shrunk = {lang: round(whole[lang] - steps[lang], 3) for lang in steps}
    if flow.arrangement in ("parallel", "facing") and len(set(shrunk.values())) > 1:
        faults.append(f"type is smaller by {shrunk}")
    return faults


def sizes(stream):
    """The size in which most letters of a language are set."""
    count = collections.Counter()
    for _, item in stream.items:
        count[item.size] += len(item.letters)
    return count.most_common(1)[0][0] if count else 0


# ---- refusals ----

def refusal_faults(build, free, limited, tree, limit):
    faults, langs = crashed(limited), langs_in(build.options)
    codes = set(re.findall(r"\[([A-Z_]+)\]$", limited.errors, re.M))
    said = re.search(r"this takes (\d+) pages where (\d+) are allowed: shorten it by so many lines: (.*), or allow",
                     limited.errors)
    if not codes & REFUSALS or not said:
        return faults + ["refused without saying by how many lines"]
    lines = {lang: int(count) for count, lang in re.findall(r"(\d+) \((\w+)\)", said[3])}
    if set(lines) != set(langs):
        faults.append(f"lines of {sorted(lines)} are named, not of {langs}")
    flow, layout = Flow(build.dump("flow")), Layout(build.dump("layout"))
    count = measured(flow, layout)
    enough = Cut(tree, count, {lang: LEAVE * n + MORE for lang, n in lines.items()}, True)
    little = Cut(tree, count, {lang: OVER * n - LESS for lang, n in lines.items()}, False)
    for cut, good, fault in ((enough, 0, "without what is said to be too much it is refused still"),
                             (little, 1, "half of what is said to be too much is enough")):
        done = build_without(build, tree, cut, limit)
        if cut.proves and done.status != good:
            faults.append(f"{fault}: {said[3]}; cut {dict(cut.lost)} {done.errors[-400:]}")
    return faults


def measured(flow, layout):
    """How many lines a text takes without a limit, by language and letters."""
    streams = columns(flow, layout)

    def lines(lang, text):
        letters = folded(shown(text))
        at = streams[lang].text.find(letters)
        if at < 0:
            return 0
        rows, end = set(), at + len(letters)
        begin = 0
        for page, item in streams[lang].items:
            if begin < end and begin + len(item.letters) > at:
                rows.add((page, item.y))
            begin += len(item.letters)
        return len(rows)
    return lines


def statements(tree):
    """Lists of statements in the order of the template, last first, with where each stands."""
    for instrument in reversed(tree["instruments"]):
        for topic in reversed(instrument.get("topics", [])):
            for key in ("actions", "points"):
                if key in topic:
                    yield topic, key
        if "background" in instrument:
            yield instrument, "background"


class Cut:
    """The last statements of a pack, so many that each language loses as many lines as are wanted (whole), or as many as
    there are without one losing more."""

    def __init__(self, tree, lines, wanted, whole):
        self.lost, self.left = collections.Counter(), []
        for record, key in statements(tree):
            texts = list(record[key])
            while texts and any(self.lost[lang] < wanted[lang] for lang in wanted):
                own = {lang: lines(lang, getattr(texts[-1], lang)) for lang in wanted}
                if not whole and any(self.lost[lang] + own[lang] > wanted[lang] for lang in wanted):
                    break
                self.lost.update(own)
                texts.pop()
            self.left.append((record, key, texts))
        # Where there is not so much to cut, nothing is proved.
        self.proves = not whole or all(self.lost[lang] >= wanted[lang] for lang in wanted)


def build_without(build, tree, cut, limit):
    kept = [(record, key, record[key]) for record, key, _ in cut.left]
    for record, key, texts in cut.left:
        record[key] = texts
        if not texts:
            del record[key]
    generate_yaml.write(tree, build.work / "cut", 1, True)
    for record, key, texts in kept:
        record[key] = texts
    done = build("cut.pdf", "--pages", str(limit), pack=build.work / "cut")
    (build.work / "cut.pdf").unlink(missing_ok=True)
    return done
