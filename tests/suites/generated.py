"""Random packs (tests/generate.py) in several editions: each builds or is refused for a documented reason, no text is
lost or doubled on its way from the flow to the PDF, no ink leaves its place, and outside referees pass a sample.

BIFOLIO_PACKS is the number of packs (default 40), BIFOLIO_SEED the first seed (default 1). BIFOLIO_EDITIONS=all builds
every pack in all five arrangements instead of some by turns; that is `make property`.
"""

import collections
import concurrent.futures
import os
import re
import xml.dom.minidom

import generate

from . import tools
from .harness import PACK, TOP, call
from .readings import Flow, Layout, Tags, folded, shown

LIMIT = 60  # seconds a call
# A pack may be too much for a page; nothing else may be said of one that is valid.
REFUSALS = {"LAYOUT_TOO_LONG", "LAYOUT_TOO_TALL", "LAYOUT_FIGURE_TALL", "LAYOUT_TABLE_WIDE", "CHART_TOO_NARROW",
            "CHART_TOO_MANY", "CHART_LONG_LABEL"}
LONG = "long.yaml"  # the template briefing without its limits of pages
PARALLEL = ("--lang", "en+ko", "--template", LONG)
# Every pack is built in the first edition and in some of the others by turns.
OTHERS = (
    ("--lang", "en", "--template", LONG),
    ("--lang", "ko", "--template", LONG),
    ("--lang", "en+ko", "--arrange", "blocks", "--template", LONG),
    ("--lang", "en+ko", "--arrange", "sequence", "--template", LONG),
    ("--lang", "en+ko", "--arrange", "facing", "--template", LONG),
    ("--lang", "ko+en", "--template", LONG),
    ("--lang", "en+ko"),
    ("--lang", "en+ko", "--template", "summary"),
    ("--lang", "ko", "--template", "summary"),
)
TURNS = 3
ARRANGEMENTS = (PARALLEL, *OTHERS[2:5])
SLACK = 0.02  # points
LEAST_LINES = 2  # of a paragraph at the head and foot of a page


def run(tests):
    work = tests.folder("generated")
    template = (TOP / "templates/briefing.yaml").read_text(encoding="utf-8")
    (work / LONG).write_text(re.sub(r"(?m)^ *max_pages:.*\n", "", template), encoding="utf-8")
    first, count = int(os.environ.get("BIFOLIO_SEED", "1")), int(os.environ.get("BIFOLIO_PACKS", "40"))
    controls(tests, work)
    made = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for results in pool.map(lambda seed: one_pack(tests, work, seed), range(first, first + count)):
            for result in results:
                tests.check(f"{result.name}", not result.faults, "\n".join(result.faults + [result.again]))
            made += results
    built = [result for result in made if result.pdf]
    wanted = count * len(editions_of(first))
    tests.check("most packs are not refused", len(built) > 0.8 * wanted, f"{len(built)} of {wanted} were built")
    if built:
        judge(tests, built)


class Result:
    """An edition of a pack, and what is wrong with it."""

    def __init__(self, seed, size, options):
        self.name = f"seed {seed}, {size}: {' '.join(options)}"
        self.again = (f"again: sed /max_pages/d templates/briefing.yaml >{LONG}; python3 tests/generate.py --seed "
                      f"{seed} --size {size} --out out/pack; bifolio build out/pack {' '.join(options)} -o pack.pdf")
        self.faults, self.pdf, self.tags = [], None, None


def editions_of(seed):
    """All five arrangements with one language by turns, or the first edition and some of the others by turns."""
    if os.environ.get("BIFOLIO_EDITIONS") == "all":
        return [*ARRANGEMENTS, OTHERS[seed % 2]]
    turn = seed * TURNS
    return [PARALLEL] + [OTHERS[(turn + i) % len(OTHERS)] for i in range(TURNS)]


def one_pack(tests, work, seed):
    size = "small" if seed % 3 == 0 else "medium"
    folder = work / f"pack-{seed}"
    tree = generate.generate(seed, size, folder)
    editions = editions_of(seed)
    results = [check_pack(tests, Result(seed, size, ("check",)), folder)]
    for number, chart in enumerate(tree.get("charts", [])):
        options = (chart["id"], "--lang", ("en+ko", "ko", "en")[(seed + number) % 3])
        results.append(draw_chart(tests, Result(seed, size, options), folder, options, work / f"{seed}.{number}.svg"))
    for number, options in enumerate(editions):
        result = Result(seed, size, options)
        try:
            one_edition(tests, result, folder, options, work / f"{seed}.{number}.pdf", tree)
        except Exception as problem:  # a dump that cannot be read is a fault of this edition alone
            result.faults.append(f"{type(problem).__name__}: {problem}")
        results.append(result)
    return results


def check_pack(tests, result, folder):
    done = tests.run("check", folder, cwd=folder.parent, limit=LIMIT)
    if done.status or done.out or "error" in done.errors:
        result.faults.append(f"a valid pack is not taken: {done}")
    return result


def draw_chart(tests, result, folder, options, svg):
    result.again = result.again.replace("bifolio build", "bifolio chart").replace("pack.pdf", "chart.svg")
    done = tests.run("chart", folder, *options, "-o", svg, cwd=folder.parent, limit=LIMIT)
    result.faults += crashed(done)
    if done.status:
        result.faults += refused(done)
    elif not svg.exists() or xml.dom.minidom.parse(str(svg)).documentElement.tagName != "svg":
        result.faults.append("no SVG was written")
    return result


def one_edition(tests, result, folder, options, pdf, tree):
    def program(*more):
        return tests.run("build", folder, *options, *more, cwd=folder.parent, limit=LIMIT)

    done = program("-o", pdf)
    result.faults += crashed(done)
    if done.status != 0:
        result.faults += refused(done)
        if pdf.exists():
            result.faults.append("refused, but a file was written")
        return
    dumps = {stage: program("--dump", stage) for stage in ("flow", "tags", "layout")}
    for stage, dump in dumps.items():
        if dump.status:
            result.faults.append(f"builds, but --dump {stage} does not: {dump}")
            return
    result.pdf = pdf
    flow, layout = Flow(dumps["flow"].text), Layout(dumps["layout"].text)
    result.tags = tags = Tags(dumps["tags"].text)
    result.pages = len(layout.pages)
    wide = result.wide = Wide(done)
    result.faults += tree_faults(flow, tags) + letter_faults(tags, layout, pdf, wide)
    if LONG in options:
        result.faults += data_faults(flow, tree)
    result.faults += list(geometry_faults(flow, layout, wide))[:12]
    result.faults += list(place_faults(flow, layout, tags))[:12]
    check = call(["qpdf", "--check", pdf])
    if check.status or "WARNING" in check.text + check.errors:
        result.faults.append(f"qpdf: {check}")


# ---- what the program says ----

def crashed(done):
    if done.status is None:
        return [f"no end after {LIMIT} s"]
    if done.status < 0 or done.status > 3:
        return [f"a fault of the program: {done}"]
    if re.search(r"Sanitizer|runtime error:", done.errors):
        return [f"a sanitizer's report: {done}"]
    return []


def refused(done):
    codes = set(re.findall(r"^\S.*?:\d+:\d+: (?:error|refusal): .*\[([A-Z_]+)\]$", done.errors, re.M))
    if done.status == 1 and codes and codes <= REFUSALS:
        return []
    return [f"neither built nor refused for one of {' '.join(sorted(REFUSALS))}: {done}"]


class Wide:
    """The words that the program says are too wide for their column: where they stand, places prove nothing."""

    def __init__(self, done):
        said = re.findall(r"warning: “(.*)” is \S+ pt wider than", done.errors) if done else []
        self.words = [folded(word.rstrip("…")) for word in said]

    def touches(self, item):
        return any(word in item.letters or (len(item.letters) > 2 and item.letters in word) or
                   any(len(part) > 7 and folded(part) in word for part in item.text.split()) for word in self.words)


# ---- text ----

def tree_faults(flow, tags):
    wanted, got = flow.letters(), tags.letters(flow.langs)
    return [f"{lang}: the structure tree has not the text of the flow\n{differ(wanted[lang], got[lang])}"
            for lang in wanted if wanted[lang] != got.get(lang)]


def letter_faults(tags, layout, pdf, wide):
    """pdftotext finds the letters of the layout. It drops some that lie on equal ones: where words are too wide, fewer
    will do."""
    read = call(["pdftotext", "-raw", pdf, "-"])
    ink, found = collections.Counter(layout.letters() + tags.drawn()), collections.Counter(folded(read.text))
    if read.status or found - ink or (ink - found and not wide.words):
        return [f"pdftotext: letters of the layout that are missing: {dict(ink - found)}; too many: "
                f"{dict(found - ink)}"]
    return []


def differ(wanted, got):
    at = next((i for i, (a, b) in enumerate(zip(wanted, got)) if a != b), min(len(wanted), len(got)))
    return "\n".join(f"{name}: …{text[max(0, at - 30):at]}|{text[at:at + 50]}…" for name, text in
                     (("wanted", wanted), ("got   ", got)))


def data_faults(flow, tree):
    """What the instruments of the pack state stands in the flow."""
    letters = flow.letters()
    for text in generate.texts(tree["instruments"]):
        for lang, words in (("en", text.en), ("ko", text.ko)):
            if text.source and lang in flow.langs and folded(shown(words)) not in letters[lang]:
                yield f"{lang}: not in the flow: {words[:100]}"


# ---- places ----

def geometry_faults(flow, layout, wide):
    for page in layout.pages:
        master = flow.master(page.label is not None)
        left, right = master["left"], page.width - master["right"]
        top, bottom = master["top"], page.height - master["bottom"]
        items = [item for item in page.items if item.letters]
        for item in items:
            if not item.tagged or wide.touches(item):
                continue
            if item.x < left - SLACK or item.right > right + SLACK:
                yield (f"page {page.number}: beyond the text area's sides {left:g} to {right:g}: {item} to "
                       f"{item.right:g}")
            if item.y - 0.6 * item.size < top - SLACK or item.y + 0.15 * item.size > bottom + SLACK:
                yield f"page {page.number}: above or below the text area {top:g} to {bottom:g}: {item}"
            if off_grid(item.y - top, flow.grid):
                yield f"page {page.number}: off the grid by {(item.y - top) % flow.grid:g}: {item}"
        for x, y, w, h in page.drawings:
            if x < left - SLACK or x + w > right + SLACK or y < top - SLACK or y + h > bottom + SLACK:
                yield f"page {page.number}: a drawing beyond the text area: {x} {y} {w} {h}"
            for item in items:
                if item.x < x + w and item.right > x and item.y > y and item.y - 0.6 * item.size < y + h:
                    yield f"page {page.number}: text on a drawing: {item}"
        yield from overlaps(page, [item for item in items if not wide.touches(item)])
        if not items and not page.drawings and flow.arrangement != "facing":
            yield f"page {page.number}: nothing on it"


def off_grid(distance, grid):
    rest = distance % grid
    return min(rest, grid - rest) > 0.002


def overlaps(page, items):
    """Two texts whose letters share a place; half a point is left to kerning."""
    items = sorted(items, key=lambda item: item.y)
    for i, one in enumerate(items):
        for other in items[i + 1:]:
            if other.y - one.y > 40:
                break
            if (other.y - 0.7 * other.size < one.y + 0.15 * one.size - SLACK and one.y - 0.7 * one.size < other.y
                    and one.x < other.right - 0.5 and other.x < one.right - 0.5):
                yield f"page {page.number}: one text on another: {one} and {other}"


class Stream:
    """The tagged text of a column (or of whole pages) as one string, and where each item of it begins."""

    def __init__(self, items, facing=False):
        self.items, self.facing = items, facing
        self.begins, at = {}, 0
        for number, (_, item) in enumerate(items):
            self.begins[at] = number
            at += len(item.letters)
        self.text = "".join(item.letters for _, item in items)
        self.cursor = 0

    def places(self, letters):
        """Where the letters stand from the cursor on: offsets at which an item begins."""
        found, at = [], self.text.find(letters, self.cursor)
        while at >= 0 and len(found) < 8:
            if at in self.begins:
                found.append(at)
            at = self.text.find(letters, at + 1)
        return found

    def opening(self, page):
        """Two facing pages are one place."""
        return page // 2 * 2 if self.facing else page

    def lines(self, at, letters):
        """Of the letters at an offset: [(page, y)]."""
        rows = []
        for page, item in self.items[self.begins[at]:]:
            page = self.opening(page)
            if not rows or rows[-1] != (page, item.y):
                rows.append((page, item.y))
            letters = letters[len(item.letters):]
            if not letters:
                break
        return rows


def find(streams, block, level):
    """Letters and lines of a block by language. level: where a text stands at several places (a table between has it
    too) the first one counts that is at one height in all languages."""
    texts = {lang: folded(shown(block.text[lang])) for lang in streams if block.text.get(lang)}
    places = {lang: streams[lang].places(letters) for lang, letters in texts.items()}
    lines = {lang: {at: streams[lang].lines(at, texts[lang]) for at in places[lang]} for lang in texts}
    heights = [{rows[0] for rows in found.values()} for found in lines.values()]
    common = set.intersection(*heights) if level and heights else set()
    out = {}
    for lang, found in lines.items():
        at = next((at for at in found if found[at][0] in common), next(iter(found), None))
        if at is None:
            continue
        out[lang] = found[at]
        streams[lang].cursor = at + len(texts[lang])
    return texts, out


def columns(flow, layout):
    """A stream for each language: its column, its side of facing pages, or all of the pages where languages do not stand
    side by side."""
    streams, facing = {}, flow.arrangement == "facing"
    for number, lang in enumerate(flow.langs):
        items = []
        for page in layout.pages:
            apart = flow.arrangement == "parallel" or (facing and page.columns)
            second = page.columns[1] - SLACK if page.columns else 0
            if facing and not apart and page.number % 2 != number:
                continue
            items += [(page.number, item) for item in page.items if item.tagged and item.letters and
                      (not apart or (item.x > second) == bool(number))]
        streams[lang] = Stream(items, facing)
    return streams


def place_faults(flow, layout, tags):
    """Pairs start on one baseline, paragraphs are not parted from their last line, headings from their text."""
    streams, heading, level = columns(flow, layout), None, flow.arrangement in ("parallel", "facing")
    for block in texts_in_columns(flow.root):
        if block.kind == "contents":
            block.text = tags.contents(flow.langs)
            find(streams, block, level)
        if block.kind not in ("heading", "para"):
            heading = None
            continue
        texts, found = find(streams, block, level)
        for lang, letters in texts.items():
            if lang in found:
                yield from torn(lang, letters, found[lang])
            else:
                yield f"{lang}: {block.kind} is not in its column in one piece: {letters[:60]}"
        if level and len({lines[0] for lines in found.values()}) > 1:
            starts = {lang: lines[0] for lang, lines in found.items()}
            yield f"the languages of a {block.kind} start at different places: {starts} {block.text}"
        if heading and alone(heading, found, flow.arrangement):
            foot = min(lines[-1][0] for lines in heading.values())
            yield f"a heading stands alone at the foot of page {foot}, before {block.text}"
        heading = found if block.kind == "heading" else None


def alone(heading, found, arrangement):
    """Whether a page ends between a heading and what follows; in blocks the heading of both languages stands before
    both."""
    if arrangement == "blocks" and found:
        return max(lines[-1][0] for lines in heading.values()) != min(lines[0][0] for lines in found.values())
    return any(heading[lang][-1][0] != found[lang][0][0] for lang in found if lang in heading)


def texts_in_columns(block):
    """Blocks whose text stands in the columns; of those that span them, only the block itself."""
    if block.kind in ("heading", "para", "contents", "table", "tiles", "figure"):
        yield block
    else:
        for child in block.children:
            yield from texts_in_columns(child)


def torn(lang, letters, lines):
    pages = collections.Counter(page for page, _ in lines)
    if len(pages) > 1 and min(pages.values()) < LEAST_LINES:
        few = [page for page, count in pages.items() if count < LEAST_LINES]
        yield f"{lang}: {min(pages.values())} line alone on page {few}: {letters[:60]}"


# ---- referees ----

def judge(tests, built):
    # Not where words are too wide: pdf.js leaves out what is beyond the page.
    small = [result for result in built if result.pages <= 16 and not result.wide.words] or built[:1]
    sample = small[::max(1, len(small) // 12)][:12]
    try:
        verdicts = tools.verapdf(tests, [(flavour, result.pdf) for flavour in ("ua1", "3a") for result in sample])
        trees = tools.pdfjs(tests, [result.pdf for result in sample])
    except tools.Unavailable as problem:
        tests.check("the referees are there", False, problem)
        return
    for result in sample:
        for flavour in ("ua1", "3a"):
            verdict, detail = verdicts[flavour, str(result.pdf)]
            tests.check(f"{result.name}: veraPDF {flavour}", verdict == "pass", f"{detail}\n{result.again}")
        tree = trees[str(result.pdf)]
        tests.check(f"{result.name}: pdf.js, tree", not tree["faults"], "\n".join(tree["faults"] + [result.again]))
        wanted, got = result.tags.by_page(), folded(tree["text"])
        tests.check(f"{result.name}: pdf.js reads the text of the structure tree in its order", wanted == got,
                    f"{differ(wanted, got)}\n{result.again}")


# ---- controls ----

SPOILT = (
    # What is done to which dump of the reference pack, and what must be said of it.
    ("a word is lost", "tags", lambda dump: dump.replace(" both countries ", " both ", 1),
     "has not the text of the flow"),
    ("a word is doubled", "tags", lambda dump: dump.replace("양국은", "양국은 양국은", 1), "has not the text of the flow"),
    ("a line is beyond the margin", "layout", lambda dump: moved(dump, 450, 0), "beyond the text area's sides"),
    ("a line is below the margin", "layout", lambda dump: moved(dump, 0, 682.5), "above or below the text area"),
    ("a line is off the grid", "layout", lambda dump: moved(dump, 0, 1), "off the grid"),
    ("a line lies on the next", "layout", lambda dump: moved(dump, 0, 10.5), "one text on another"),
    ("a language starts lower", "layout", lambda dump: moved(dump, 0, -2.1), "start at different places"),
    ("a column lacks a line", "layout", lambda dump: re.sub(LINE, "", dump, count=1), "not in its column in one piece"),
)
# The first line of the first long paragraph of the reference pack in the left column.
LINE = re.compile(r"(?m)^  text (\S+) (\S+) \"On Wednesday .*\n")


def moved(dump, right, down):
    match = LINE.search(dump)
    row = match[0].replace(f"{match[1]} {match[2]}", f"{float(match[1]) + right:g} {float(match[2]) + down:g}", 1)
    return dump[:match.start()] + row + dump[match.end():]


def controls(tests, work):
    """The judges object to spoilt dumps, and to nothing in the dumps as they are."""
    dumps = {stage: tests.run("build", TOP / PACK, "--lang", "en+ko", "--dump", stage, cwd=work).text
             for stage in ("flow", "tags", "layout")}
    for name, stage, spoil, reason in (("nothing is spoilt", "flow", lambda dump: dump, ""), *SPOILT):
        try:
            with_one = dumps | {stage: spoil(dumps[stage])}
            flow, tags, layout = Flow(with_one["flow"]), Tags(with_one["tags"]), Layout(with_one["layout"])
            said = "\n".join([*tree_faults(flow, tags), *geometry_faults(flow, layout, Wide(None)),
                              *place_faults(flow, layout, tags)])
        except Exception as problem:
            said = f"{type(problem).__name__}: {problem}"
        good = (reason in said and said) if reason else not said
        tests.check(f"control: {name}", good, said or "nothing is said of it")
