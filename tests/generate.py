#!/usr/bin/env python3
"""Writes a random but valid pack: fictional parties, invented names, text in English and Korean from word lists.

usage: tests/generate.py [--seed N] [--size small|medium|large|PAGES] [--one-file] --out DIR

The same seed and size give the same bytes; no clock is read. `large` is about 1,000 pages and a number about as many
pages, counted in the edition en+ko. Parts that the format makes optional are left out at random; paragraphs may be very
long, words and addresses too; the YAML uses every style of scalar. Every name is invented; none means a real place.
"""

import argparse
import pathlib
import random
import re
import sys

sys.dont_write_bytecode = True

from generate_text import CHAIRS, FAMILY, GIVEN, NAMES, NOUNS, PARTIES, Text, Writer, capital  # noqa: E402
from generate_yaml import write  # noqa: E402

CHARS_A_PAGE = 1750  # English characters on a page of the edition en+ko with its headings and tables

OFFICES = (("Ministry of {}", "{}부"), ("Office for {}", "{}청"), ("Institute of {}", "{}연구원"), ("{} Agency", "{}원"),
           ("Department for {}, Ports and Land", "{}항만국토부"))
FORMS = (("Memorandum of understanding", "양해각서"), ("Partnership", "파트너십"), ("Arrangement", "이행약정"))
SIZES = {"small": dict(instruments=(1, 2), topics=(0, 3), lines=(0, 2), events=(0, 6), terms=(0, 8), people=(0, 3)),
         "medium": dict(instruments=(1, 6), topics=(0, 20), lines=(0, 3), events=(0, 40), terms=(0, 80), people=(0, 8)),
         "large": 1000}


class Pack:
    """Builds the tree of a pack: mappings are dicts, texts are Text, all else is a list or a plain word."""

    def __init__(self, seed, size):
        self.rng = random.Random(f"{seed}/{size}")
        self.w = Writer(self.rng)
        self.target = size if isinstance(size, int) else None
        self.size = SIZES["medium"] if self.target else SIZES[size]
        self.ids = set()
        self.seed = seed

    def range(self, name):
        least, most = self.size[name]
        # Small numbers are more often worth a test than large ones.
        return least + round((most - least) * self.rng.random() ** 2)

    def id(self, stem):
        stem = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "x"
        stem = stem[:30].strip("-") if stem[0].isalpha() else f"x-{stem[:28].strip('-')}"
        name, number = stem, 2
        while name in self.ids:
            name, number = f"{stem}-{number}", number + 1
        self.ids.add(name)
        return name

    def maybe(self, record, key, share, make):
        if self.w.chance(share):
            record[key] = make()

    def source(self):
        found = self.rng.sample(self.paragraphs, min(len(self.paragraphs), 1 + (self.rng.random() < 0.25)))
        return found if len(found) > 1 or self.w.chance(0.3) else found[0]

    def statement(self, least=1, most=3):
        text = self.w.statement(least, most)
        text.source = self.source()
        return text

    def statements(self, least, most, sentences=3):
        return [self.statement(1, sentences) for _ in range(self.rng.randint(least, most))]

    def some(self, records, most):
        return [record["id"] for record in self.rng.sample(records, min(len(records), most))]

    def date(self, year=None):
        year, month, day = year or self.rng.randint(1890, 2045), self.rng.randint(1, 12), self.rng.randint(1, 28)
        return self.rng.choice((f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}"))

    def day(self):
        return f"{self.rng.randint(1990, 2040)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    # ---- records ----

    def sources(self):
        records = []
        for _ in range(self.rng.randint(1, 3)):
            record = {"id": self.id("source"), "title": self.w.title(), "date": self.date()}
            self.maybe(record, "url", 0.4, self.w.url)
            record["paragraphs"] = [{"id": self.id("p"), "about": self.w.title(0.02)}
                                    for _ in range(self.rng.randint(1, 15))]
            self.paragraphs += [paragraph["id"] for paragraph in record["paragraphs"]]
            records.append(record)
        return records

    def bodies(self, parties):
        records = []
        for party in parties:
            for _ in range(self.rng.randint(1, 4)):
                (noun, noun_ko), name = self.w.noun(), party["name"]
                form, form_ko = self.rng.choice(OFFICES)
                en, ko = form.format(capital(noun)), form_ko.format(noun_ko.replace(" ", ""))
                record = {"id": self.id(en), "name": Text(f"{name.en} {en}", f"{name.ko} {ko}")}
                self.maybe(record, "short", 0.6, lambda: Text("".join(w[0] for w in en.split() if w[0].isupper()), ko))
                self.maybe(record, "party", 0.8, lambda: party["id"])
                records.append(record)
        return records

    def people(self, parties, bodies):
        records = []
        for _ in range(self.range("people")):
            (given, given_ko), (family, family_ko) = self.rng.choice(GIVEN), self.rng.choice(FAMILY)
            (noun, noun_ko), (chair, chair_ko) = self.w.noun(), self.rng.choice(CHAIRS)
            record = {"id": self.id(family), "name": Text(f"{given} {family}", f"{given_ko} {family_ko}"),
                      "office": Text(f"{chair} for {capital(noun)}", f"{noun_ko} {chair_ko}")}
            self.maybe(record, "body", 0.5, lambda: self.rng.choice(bodies)["id"])
            self.maybe(record, "party", 0.5, lambda: self.rng.choice(parties)["id"])
            self.maybe(record, "role", 0.6, self.statement)
            records.append(record)
        return records

    def topic(self):
        title = self.w.title()
        record = {"id": self.id(title.en), "name": title, "source": self.source()}
        more = 4 if self.target else 1
        least, most = self.size["lines"]
        self.maybe(record, "points", 0.8, lambda: self.statements(least, most * more))
        self.maybe(record, "strengths", 0.25, lambda: [{"party": party["id"], "text": self.statement(1, 2)}
                                                       for party in self.parties])
        if self.w.chance(0.7):
            self.maybe(record, "actions_title", 0.7, lambda: self.w.title(0))
            record["actions"] = self.statements(least, most * more, 1)
        return record

    def instrument(self, people, bodies, fields, topics):
        kind = self.rng.choice(FORMS)
        name, noun = self.w.phrase(), self.w.noun()
        record = {"id": self.id(name[0]), "kind": Text(*kind), "signed": self.day(), "source": self.source(),
                  "title": Text(f"{kind[0]} on {name[0]}", f"{name[1]} {kind[1]}"),
                  "short": Text(f"{capital(noun[0])} {kind[0].split()[0].lower()}", f"{noun[1]} {kind[1]}"),
                  "summary": self.statement(1, 2)}
        self.maybe(record, "between", 0.7, lambda: self.some(bodies, 2))
        if people:
            self.maybe(record, "signatories", 0.6, lambda: self.some(people, 2))
        if fields:
            record["fields"] = [f["id"] for f in self.rng.sample(fields, self.rng.randint(1, len(fields)))]
        for key, share in (("background", 0.5), ("provisions", 0.4), ("follow_up", 0.4), ("context", 0.3)):
            self.maybe(record, key, share, lambda: self.statements(1, 3))
        if topics or self.w.chance(0.1):
            self.maybe(record, "topics_title", 0.6, lambda: self.w.title(0))
            record["topics"] = [self.topic() for _ in range(topics)]
        if self.w.chance(0.4):
            self.maybe(record, "mechanisms_title", 0.5, lambda: self.w.title(0))
            record["mechanisms"] = [{"id": self.id("way"), "name": self.w.title(), "source": self.source()}
                                    for _ in range(self.rng.randint(1, 6))]
        return record

    def instruments(self, people, bodies, fields):
        """As many as the size says, or until about as much is written as the pages hold."""
        if not self.target:
            return [self.instrument(people, bodies, fields, self.range("topics"))
                    for _ in range(self.range("instruments"))]
        records, left = [], (self.target - 12) * CHARS_A_PAGE
        while left > 0 or not records:
            records.append(self.instrument(people, bodies, fields, 0))
            left -= length(records[-1])
            topics = records[-1]["topics"] = []
            while left > 0 and len(topics) < 60:
                topics.append(self.topic())
                left -= length(topics[-1])
            if not topics:
                del records[-1]["topics"]
        return records

    def events(self, instruments):
        records, year = [], self.rng.randint(1850, 1990)
        for _ in range(self.range("events")):
            year += self.rng.choice((0, 1, 1, 2, 3, 9, 30))
            record = {"id": self.id("event"), "date": self.date(year), "title": self.w.title(), "source": self.source()}
            self.maybe(record, "about", 0.15, lambda: "true")
            self.maybe(record, "repeats", 0.1, lambda: "yearly")
            self.maybe(record, "note", 0.3, lambda: self.w.title())
            self.maybe(record, "instrument", 0.4, lambda: self.rng.choice(instruments)["id"])
            records.append(record)
        # Within a year those of a less precise date come first or last: either is in order.
        records.sort(key=lambda record: (record["date"] + "-00-00")[:10])
        if records:
            self.maybe(self.rng.choice(records), "main", 0.7, lambda: "true")
        return records

    def forum(self, bodies):
        members = self.some(bodies, self.rng.randint(1, 2))
        record = {"id": self.id("forum"), "name": self.w.title(0), "members": members, "source": self.source()}
        self.maybe(record, "chairs", 0.4, lambda: [Text(*self.rng.choice(CHAIRS)) for _ in members])
        return record

    def governance(self, bodies):
        return {"intro": self.statement(1, 3), "before": [self.forum(bodies) for _ in range(self.rng.randint(1, 8))],
                "after": [self.forum(bodies) for _ in range(self.rng.randint(1, 3))]}

    def figures(self, tree):
        lists = [key for key in ("instruments", "events", "glossary", "parties") if tree.get(key)]
        lists += [f"instruments.{i['id']}.topics" for i in tree["instruments"] if i.get("topics")][:2]
        lists += ["governance.before"] if "governance" in tree else []
        records = []
        for _ in range(self.rng.randint(0, 3 if self.target else 6)):
            record = {"id": self.id("figure"), "label": self.w.title(0), "source": self.source()}
            if self.w.chance(0.6):
                record["count"] = self.rng.choice(lists)
            else:
                record["value"] = str(self.rng.choice((0, 1, 7, 140, 9999, 10000, 1234567)))
            records.append(record)
        return records

    def charts(self, tree):
        """Mostly of so much data as fits on a page: charts are never divided."""
        kinds, wide = [], self.w.chance(0.1)
        if 0 < len(tree.get("events", [])) <= (30 if wide else 11):
            kinds.append(("timeline", "events", None))
        if "governance" in tree and len(tree["governance"]["before"]) <= (6 if wide else 3):
            kinds.append(("governance", "governance", None))
        # It stands on the page of the summary; one for measuring shall not be refused for want of room there.
        if "fields" in tree and not self.target and len(tree["instruments"]) <= (14 if wide else 6):
            kinds.append(("matrix", "instruments", "fields"))
        records = []
        for kind, data, by in kinds:
            if self.w.chance(0.7):
                record = {"id": self.id(f"chart-{kind}"), "kind": kind, "data": data, "title": self.w.title(),
                          "subtitle": self.w.title(), "source": self.source()}
                records.append(record | ({"by": by} if by else {}))
        return records

    def term(self):
        (en, ko), record = self.w.phrase(), {}
        if self.w.chance(0.1):
            en, ko = self.rng.choice(NAMES)
        record["term"] = Text(en, ko)
        if not re.search(r"\d", en):
            letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", en)).upper()
            self.maybe(record, "short", 0.3, lambda: Text(f"{letters}X", f"{letters}X"))
        self.maybe(record, "meaning", 0.6, lambda: self.w.statement(1, 1))
        return record

    def link(self):
        record = {"title": self.w.title(), "url": self.w.url(self.rng.choice((1, 3, 12))), "source": self.source()}
        self.maybe(record, "note", 0.5, lambda: self.w.title(0.5))
        return record

    def contact(self, bodies):
        r, record = self.rng, {"body": self.rng.choice(bodies)["id"], "unit": self.w.title(0), "source": self.source()}
        self.maybe(record, "phone", 0.7, lambda: f"+{r.randint(1, 99)}-{r.randint(10, 999)}-{r.randint(1000, 9999999)}")
        self.maybe(record, "email", 0.7, lambda: f"press.{r.randint(1, 99)}@office-{r.randint(1, 9)}.example")
        return record

    def tree(self):
        w, self.paragraphs = self.w, []
        tree = {"id": self.id(f"pack-{self.seed}"), "languages": ["en-GB", "ko-KR"], "title": w.title(0.3)}
        tree["sources"] = self.sources()
        self.parties = tree["parties"] = [{"id": self.id(en), "name": Text(capital(en), ko)}
                                          for en, ko in self.rng.sample(PARTIES, self.rng.randint(1, 3))]
        for party in self.parties:
            self.maybe(party, "short", 0.4, lambda: Text(party["name"].en.split()[-1], party["name"].ko.split()[0]))
        bodies = tree["bodies"] = self.bodies(self.parties)
        self.maybe(tree, "subtitle", 0.7, lambda: w.title(0.3))
        tree |= {"date": self.day() if w.chance(0.8) else self.date(), "lead": self.statement(1, 2)}
        self.maybe(tree, "prepared", 0.7, self.day)
        self.maybe(tree, "publisher", 0.7, lambda: self.rng.choice(bodies)["id"])
        self.maybe(tree, "occasion", 0.5, self.statement)
        self.maybe(tree, "headlines", 0.8, lambda: self.statements(0, 3 if self.target else 5, 1))
        people = self.people(self.parties, bodies)
        if people or w.chance(0.3):
            tree["people"] = people
        fields = [{"id": self.id(f"field-{en}"), "name": Text(capital(en), ko)}
                  for en, ko in self.rng.sample(NOUNS, self.rng.randint(1, 9))]
        self.maybe(tree, "fields", 0.7, lambda: fields)
        tree["instruments"] = self.instruments(people, bodies, tree.get("fields"))
        self.maybe(tree, "events", 0.8, lambda: self.events(tree["instruments"]))
        self.maybe(tree, "governance", 0.6, lambda: self.governance(bodies))
        self.maybe(tree, "glossary", 0.7, lambda: [self.term() for _ in range(self.range("terms"))])
        self.maybe(tree, "figures", 0.7, lambda: self.figures(tree))
        self.maybe(tree, "charts", 0.8, lambda: self.charts(tree))
        self.maybe(tree, "links", 0.6, lambda: [self.link() for _ in range(self.rng.randint(0, 4))])
        self.maybe(tree, "contact", 0.6, lambda: [self.contact(bodies) for _ in range(self.rng.randint(0, 3))])
        if people:
            self.maybe(tree, "remarks", 0.5, lambda: [{"speaker": self.some(people, 1)[0], "text": self.statement()}])
        return tree


def length(value):
    """English characters of all texts; a little is added for the white space around each."""
    if isinstance(value, Text):
        return len(value.en) + 40
    if isinstance(value, dict):
        return sum(length(item) for item in value.values())
    return sum(length(item) for item in value) if isinstance(value, list) else 0


def texts(value):
    """All texts of a tree."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, (dict, list)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)


def generate(seed, size, folder, one_file=None):
    """Writes the pack and returns its tree."""
    tree = Pack(seed, size).tree()
    if one_file is None:
        one_file = seed % 5 == 0 and not isinstance(size, int)
    write(tree, pathlib.Path(folder), seed, one_file)
    return tree


def size_of(word):
    if word.isdigit() and int(word):
        return int(word)
    if word not in SIZES:
        raise argparse.ArgumentTypeError(f"small, medium, large or a number of pages, not {word}")
    return SIZES[word] if isinstance(SIZES[word], int) else word


def main():
    parser = argparse.ArgumentParser(description="Write a random but valid pack.")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same pack")
    parser.add_argument("--size", type=size_of, default="medium",
                        help="small, medium, large (about 1,000 pages) or a number of pages")
    parser.add_argument("--one-file", action="store_true", default=None, help="one YAML file; default: by the seed")
    parser.add_argument("--out", required=True, type=pathlib.Path,
                        help="the pack's folder; its YAML files are replaced")
    args = parser.parse_args()
    generate(args.seed, args.size, args.out, args.one_file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
