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
import unicodedata

PARTIES = (("Vellmark", "벨마르크"), ("Ostrey", "오스트레이"), ("the Tarrow Isles", "타로 제도"), ("Calderay", "칼더레이"),
           ("Ilmond", "일몬드"), ("the Sorrel Coast", "소렐 해안국"), ("Marroby", "매로비"), ("the United Lenns", "렌 연합"))
NOUNS = (
    ("tidal power", "조력 발전"), ("harbour", "항만"), ("coral", "산호"), ("weather radar", "기상 레이더"), ("grain", "곡물"),
    ("night train", "야간열차"), ("sensor", "감지기"), ("glacier", "빙하"), ("battery", "전지"), ("archive", "기록물"),
    ("satellite", "위성"), ("bridge", "교량"), ("seed bank", "종자은행"), ("language data", "언어 자료"), ("ferry", "여객선"),
    ("quantum clock", "양자 시계"), ("water quality", "수질"), ("soil map", "토양 지도"), ("early warning", "조기 경보"),
    ("standard", "표준"), ("wind farm", "풍력단지"), ("market access", "시장 접근"), ("supply chain", "공급망"),
    ("fisheries", "어업"), ("telescope", "망원경"), ("patent", "특허"), ("open data", "공개 자료"), ("robot", "로봇"),
    ("lighthouse", "등대"), ("medicine", "의약품"), ("rail freight", "철도 화물"), ("recycling", "재활용"),
    ("cyber security", "사이버보안"), ("forest", "산림"), ("hydrogen", "수소"), ("semiconductor", "반도체"))
KINDS = (("project", "사업"), ("research", "연구"), ("network", "연결망"), ("programme", "과제"), ("policy", "정책"),
         ("survey", "조사"), ("exchange", "교류"), ("training", "교육"), ("laboratory", "실험실"), ("guidance", "지침"))
VERBS = (("study", "연구"), ("measure", "관측"), ("share", "공유"), ("extend", "확대"), ("test", "시험"), ("review", "점검"),
         ("publish", "공개"), ("support", "지원"), ("protect", "보호"), ("describe", "기술"), ("compare", "비교"),
         ("improve", "개선"), ("prepare", "준비"), ("develop", "개발"))
QUALITIES = (("joint", "공동"), ("safe", "안전한"), ("new", "새로운"), ("long-term", "장기"), ("open", "개방형"),
             ("small-scale", "소규모"), ("cross-border", "국경 간"), ("well-founded", "근거 있는"), ("low-cost", "저비용"))
WAYS = (("by way of pilot projects", "시범 사업을 통해"), ("in two languages", "두 언어로"), ("every two years", "2년마다"),
        ("at sea and on land", "바다와 육지에서"), ("with industry and academia", "산업계·학계와 함께"),
        ("in stages (from the north to the south)", "단계적으로(북부에서 남부로)"),
        ("without further cost", "추가 비용 없이"), ("as set out in Article 3", "제3조에 따라"))
NAMES = (("K-Network 2030", "K-네트워크 2030"), ("LUMSAT-1", "룸샛 1호"), ("5G", "5G"), ("R&D", "R&D"), ("Open RAN", "오픈랜"),
         ("VELSAT-2B", "벨샛 2B호"), ("N-Grid 2040", "N-그리드 2040"), ("artificial intelligence (AI)", "인공지능(AI)"),
         ("6G", "6G"), ("the “Blue Line” plan", "‘푸른 선’ 계획"), ("TIDE-X", "타이드-X"), ("No 10 Quay", "제10부두"),
         ("the report ‘Rivers, 1901–1950’", "보고서 「하천, 1901–1950」"), ("Version 2.0.1", "2.0.1판"))
CHAIRS = (("Vice Minister", "차관"), ("Chief Adviser", "수석자문관"), ("Director General", "국장"), ("President", "원장"))
GIVEN = (("Ada", "에이다"), ("Orm", "오름"), ("Lise", "리즈"), ("Tavi", "타비"), ("Noor", "누르"), ("Elin", "엘린"), ("Bram", "브람"))
FAMILY = (("Hollin", "홀린"), ("Vask", "바스크"), ("Merrow", "메로"), ("Dahl-Rhee", "달리"), ("O’Tarn", "오탄"), ("Quill", "퀼"))
LONG_EN = ("inter", "trans", "counter", "supra", "hydro", "electro", "thermo", "meteoro", "geo", "photo", "micro", "semi")
LONG_TAIL = ("conductivity", "governmentalisation", "communications", "interoperability", "standardisation", "logical")
LONG_KO = ("국제", "해양", "과학", "기술", "정보", "통신", "협력", "연구", "관측", "자료", "표준", "산업", "진흥", "위원회")
SLUGS = ("release", "tides", "annex-b", "2031", "full_text", "v2.1", "harbours(north)", "a%20b", "index.html", "en", "ko")
MONTHS = ("January February March April May June July August September October November December").split()

FINAL_DIGITS = {"0": True, "1": "l", "2": False, "3": True, "4": False, "5": False, "6": True, "7": "l", "8": "l", "9": False}
PARTICLES = {"은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로")}
CHARS_A_PAGE = 1750  # English characters on a page of the edition en+ko with its headings and tables


def particle(word, kind):
    """The word with the form of a Korean particle that its last sound asks for."""
    last = re.sub(r"[)\]’”」』〉]+$", "", re.sub(r"\([^)]*\)$", "", word))[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        final = "l" if final == 8 else final != 0
    else:
        final = FINAL_DIGITS.get(last, "l" if last in "LlRr" else last in "MmNn")
    if kind == "으로" and final == "l":
        final = False
    return word + PARTICLES[kind][0 if final else 1]


def capital(text):
    return text[0].upper() + text[1:]


class Text:
    """A text in both languages; `source` is a paragraph, several, or None."""

    def __init__(self, en, ko, source=None):
        self.en, self.ko, self.source = en, ko, source


class Writer:
    """Sentences in two languages that say about the same."""

    def __init__(self, rng):
        self.rng = rng

    def chance(self, share):
        return self.rng.random() < share

    def noun(self):
        return self.rng.choice(NOUNS)

    def phrase(self):
        """A thing: a quality, a noun and what is done with it."""
        r, (noun, noun_ko), (kind, kind_ko) = self.rng, self.noun(), self.rng.choice(KINDS)
        if self.chance(0.45):
            quality, quality_ko = r.choice(QUALITIES)
            return f"{quality} {noun} {kind}", f"{quality_ko} {noun_ko} {kind_ko}"
        if self.chance(0.2):
            other, other_ko = self.noun()
            return f"{noun} and {other} {kind}", f"{noun_ko}·{other_ko} {kind_ko}"
        if self.chance(0.2):
            name, name_ko = r.choice(NAMES)
            return f"{kind} on {name}", f"{name_ko} {kind_ko}"
        return f"{noun} {kind}", f"{noun_ko} {kind_ko}"

    def number(self):
        r = self.rng
        value = r.choice((r.randint(2, 40), r.randint(100, 999), r.randint(1, 90) * 100))
        return r.choice(((f"{value:,}", f"{value:,}"), (f"{value}%", f"{value}%"), (f"{value / 10:.1f} million", f"{value * 10:,}만"),
                         (f"${value:,}", f"{value:,}달러"), (f"−{value} °C", f"−{value}°C"), (f"{value} km", f"{value}km")))

    def day(self):
        r = self.rng
        year, month, day = r.randint(1890, 2045), r.randint(1, 12), r.randint(1, 28)
        return f"{day} {MONTHS[month - 1]} {year}", f"{year}년 {month}월 {day}일"

    def url(self, parts=None):
        r = self.rng
        host = f"{r.choice(('www', 'data', 'archive', 'media'))}.{r.choice(('tides', 'office', 'lumen', 'kelp'))}.example"
        path = "/".join(r.choice(SLUGS) for _ in range(parts or r.randint(1, 4)))
        query = f"?id={r.randint(1, 99999)}&lang={r.choice(('en', 'ko'))}" if self.chance(0.3) else ""
        return f"https://{host}/{path}{query}{'#top' if self.chance(0.2) else ''}"

    def long_word(self):
        r, n = self.rng, self.rng.randint(3, 6)
        return ("".join(r.choice(LONG_EN) for _ in range(n)) + r.choice(LONG_TAIL),
                "".join(r.choice(LONG_KO) for _ in range(n + 3)))

    def plain(self):
        """One sentence without its full stop."""
        r = self.rng
        (a, a_ko), (b, b_ko) = r.sample(PARTIES, 2)
        (thing, thing_ko), (other, other_ko) = self.phrase(), self.phrase()
        verb, verb_ko = r.choice(VERBS)
        way, way_ko = r.choice(WAYS)
        day, day_ko = self.day()
        count, count_ko = self.number()
        return r.choice((
            (f"{a} and {b} are to {verb} {thing} {way}",
             f"{particle(a_ko, '과')} {particle(b_ko, '은')} {way_ko} {particle(thing_ko, '을')} {verb_ko}한다"),
            (f"since {day}, {a} has set aside {count} for {thing}",
             f"{particle(a_ko, '은')} {day_ko}부터 {particle(thing_ko, '을')} 위해 {particle(count_ko, '을')} 마련했다"),
            (f"the work covers {thing}, {other} and, from {day} on, {self.noun()[0]}",
             f"이 일은 {particle(thing_ko, '과')} {particle(other_ko, '을')} 다룬다. {day_ko}에 시작했다"),
            (f"{other} shows that {thing} can be {verb.rstrip('e')}ed — {way}",
             f"{particle(other_ko, '은')} {particle(thing_ko, '을')} {verb_ko}할 수 있음을 보여 준다 — {way_ko} 그러하다"),
            (f"experts of {a} said that “{thing} needs {other}”, and {b} agreed",
             f"{a_ko} 전문가들은 “{thing_ko}에 {particle(other_ko, '이')} 필요하다”고 말했고 {b_ko}도 동의했다"),
        ))

    def special(self):
        """A sentence with something that is hard to set."""
        r = self.rng
        word, word_ko = self.long_word()
        name, name_ko = r.choice(NAMES)
        url, (thing, thing_ko) = self.url(r.randint(1, 9)), self.phrase()
        return r.choice((
            (f"the text is at {url} and nowhere else", f"전문은 {url} 주소에 있다"),
            (f"see [{thing}]({url}) for {name}", f"{particle(name_ko, '은')} [{thing_ko}]({url}) 참조"),
            (f"{name} depends on {word}, [as it is called] in the annex", f"{particle(name_ko, '은')} 부속서에서 말하는 [{word_ko}]에 달려 있다"),
            (f"**{name}** leads; {thing} follows", f"**{name_ko}** 먼저, {thing_ko} 다음"),
            (f"it runs from 9:30am to 5:30pm, a ratio of 3/4: that of {name} (see No 10; pp 4–7)",
             f"운영 시간은 09:30~17:30이며 비율은 3/4이다(「{name_ko}」, 제10호 4~7쪽 참조)"),
            (f"{word}, {word} and {name}", f"{word_ko}·{word_ko}·{name_ko}"),
            (f"the co\u00adoperation of 12\u00a0bodies on non\u2011binding {thing}", f"12개\u00a0기관의 {thing_ko} 협력"),
            (f"this is {thing} …\u2009or “‘{name}’ and more”!", f"이것은 {thing_ko} … 또는 “‘{name_ko}’ 등”이다!"),
        ))

    def sentence(self):
        en, ko = self.special() if self.chance(0.12) else self.plain()
        if self.chance(0.01):
            ko = unicodedata.normalize("NFD", ko)
        return f"{en if en.startswith('**') else capital(en)}.", f"{ko}."

    def statement(self, least=1, most=3):
        """Sentences joined; now and then a very long paragraph, now and then one word."""
        r = self.rng
        count = r.randint(least, most)
        if most > 2 and self.chance(0.03):
            count = r.randint(20, 60)
        pairs = [self.sentence() for _ in range(count)]
        if least == 1 and self.chance(0.02):
            pairs = [(capital(r.choice(NOUNS)[0].split()[0]), r.choice(NOUNS)[1].split()[0])]
        return Text(" ".join(en for en, _ in pairs), " ".join(ko for _, ko in pairs))

    def title(self, long=0.1):
        en, ko = self.phrase()
        if self.chance(long):
            (more, more_ko), (name, name_ko) = self.phrase(), self.rng.choice(NAMES)
            en, ko = f"{en}, {more} and {name}", f"{particle(ko, '과')} {more_ko} 및 {name_ko}"
        return Text(capital(en), ko)


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
            record["paragraphs"] = [{"id": self.id("p"), "about": self.w.title(0.02)} for _ in range(self.rng.randint(1, 15))]
            self.paragraphs += [paragraph["id"] for paragraph in record["paragraphs"]]
            records.append(record)
        return records

    def bodies(self, parties):
        records = []
        for party in parties:
            for _ in range(self.rng.randint(1, 4)):
                (noun, noun_ko), name = self.w.noun(), party["name"]
                form, form_ko = self.rng.choice((("Ministry of {}", "{}부"), ("Office for {}", "{}청"), ("Institute of {}", "{}연구원"),
                                                 ("{} Agency", "{}원"), ("Department for {}, Ports and Land", "{}항만국토부")))
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
        self.maybe(record, "strengths", 0.25, lambda: [{"party": p["id"], "text": self.statement(1, 2)} for p in self.parties])
        if self.w.chance(0.7):
            self.maybe(record, "actions_title", 0.7, lambda: self.w.title(0))
            record["actions"] = self.statements(least, most * more, 1)
        return record

    def instrument(self, people, bodies, fields, topics):
        kind = self.rng.choice((("Memorandum of understanding", "양해각서"), ("Partnership", "파트너십"), ("Arrangement", "이행약정")))
        name, noun = self.w.phrase(), self.w.noun()
        record = {"id": self.id(name[0]), "kind": Text(*kind), "signed": self.day(), "source": self.source(),
                  "title": Text(f"{kind[0]} on {name[0]}", f"{name[1]} {kind[1]}"),
                  "short": Text(f"{capital(noun[0])} {kind[0].split()[0].lower()}", f"{noun[1]} {kind[1]}"),
                  "summary": self.statement(1, 2)}
        self.maybe(record, "between", 0.7, lambda: [b["id"] for b in self.rng.sample(bodies, min(len(bodies), 2))])
        if people:
            self.maybe(record, "signatories", 0.6, lambda: [p["id"] for p in self.rng.sample(people, min(len(people), 2))])
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
            return [self.instrument(people, bodies, fields, self.range("topics")) for _ in range(self.range("instruments"))]
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
        members = self.rng.sample(bodies, min(len(bodies), self.rng.randint(1, 2)))
        record = {"id": self.id("forum"), "name": self.w.title(0), "members": [m["id"] for m in members], "source": self.source()}
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
        record = {"body": self.rng.choice(bodies)["id"], "unit": self.w.title(0), "source": self.source()}
        self.maybe(record, "phone", 0.7, lambda: f"+{self.rng.randint(1, 99)}-{self.rng.randint(10, 999)}-{self.rng.randint(1000, 9999999)}")
        self.maybe(record, "email", 0.7, lambda: f"press.{self.rng.randint(1, 99)}@office-{self.rng.randint(1, 9)}.example")
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
        fields = [{"id": self.id(f"field-{en}"), "name": Text(capital(en), ko)} for en, ko in self.rng.sample(NOUNS, self.rng.randint(1, 9))]
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
            self.maybe(tree, "remarks", 0.5, lambda: [{"speaker": self.rng.choice(people)["id"], "text": self.statement()}])
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


# ---- YAML ----

# What may stand without quotation marks anywhere; the second form also inside braces.
PLAIN = re.compile(r"[A-Za-z가-힣][^:#\\\"'`{}\[\]|>%@&*!?\t\n]*[^:#\\\"'`{}\[\]|>%@&*!?\s,]")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


class Yaml:
    """Writes a tree in a random mixture of YAML's styles."""

    def __init__(self, rng):
        self.rng = rng

    def scalar(self, text, indent):
        """One of the styles; what follows the key and its colon."""
        pad = " " * indent
        styles = [self.double, self.single, self.folded, self.literal]
        if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
            styles += [self.plain] * 6
        return self.rng.choice(styles)(text, pad)

    def wrap(self, text, pad, cut=r"(?<! ) (?! )"):
        """Lines of about the same length, divided at single blanks."""
        words, lines, width = re.split(cut, text), [], self.rng.choice((40, 90, 100000))
        for word in words:
            if lines and len(lines[-1]) + len(word) < width:
                lines[-1] += " " + word
            else:
                lines.append(word)
        return ("\n" + pad).join(lines)

    def plain(self, text, pad):
        return self.wrap(text, pad, r"(?<! ) (?=[A-Za-z가-힣])")

    def single(self, text, pad):
        return "'" + self.wrap(text.replace("'", "''"), pad) + "'"

    def double(self, text, pad):
        text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u00a0", "\\_")
        if self.rng.random() < 0.2:
            text = text.replace("—", "\\u2014").replace("가", "\\uac00").replace("°", "\\xB0")
        return '"' + self.wrap(text, pad) + '"'

    def folded(self, text, pad):
        return self.rng.choice((">-", ">", ">+")) + "\n" + pad + self.wrap(text, pad)

    def literal(self, text, pad):
        return self.rng.choice(("|-", "|")) + "\n" + pad + text

    def short(self, text):
        """Inside braces, on one line."""
        if PLAIN.fullmatch(text) and "," not in text and text.lower() not in RESERVED:
            return text
        return self.rng.choice((self.double, self.single))(text, " ")

    def text(self, text, indent):
        entries = [("en", text.en), ("ko", text.ko)]
        self.rng.shuffle(entries)
        source = text.source
        if len(text.en) < 60 and self.rng.random() < 0.6:
            parts = [f"{key}: {self.short(value)}" for key, value in entries]
            if source:
                parts.append(f"source: {self.words(source)}")
            return " {" + ", ".join(parts) + "}\n"
        pad = " " * indent
        rows = [f"{pad}{key}: {self.scalar(value, indent + 2)}\n" for key, value in entries]
        if source:
            rows.insert(self.rng.randint(0, 2), f"{pad}source: {self.words(source)}\n")
        return "\n" + "".join(rows)

    def words(self, value):
        if isinstance(value, list):
            return "[" + ", ".join(value) + "]"
        return value

    def items(self, values, indent):
        rows = []
        for value in values:
            if isinstance(value, str):
                rows.append(f"{' ' * indent}- {value}\n")
                continue
            inner = self.value(value, indent + 2)
            if inner.startswith("\n"):
                inner = f" {inner[1:].lstrip()}"
            rows.append(f"{' ' * indent}-{inner}")
        return "\n" + "".join(rows)

    def value(self, value, indent):
        if isinstance(value, Text):
            return self.text(value, indent)
        if isinstance(value, dict):
            return "\n" + self.mapping(value, indent)
        if not isinstance(value, list):
            return f" {value}\n"
        if not value or (isinstance(value[0], str) and self.rng.random() < 0.7):
            return f" {self.words(value)}\n"
        return self.items(value, indent if self.rng.random() < 0.5 and indent > 2 else indent - 2 if indent > 1 else indent)

    def mapping(self, record, indent):
        keys, rows = list(record), []
        if self.rng.random() < 0.3:
            self.rng.shuffle(keys)
        for key in keys:
            if not indent:
                rows.append("\n")
            elif self.rng.random() < 0.01:
                rows.append(f"{' ' * indent}# a note: [not] {{data}}\n")
            rows.append(f"{' ' * indent}{key}:{self.value(record[key], indent + 2)}")
        # A note may not be the first line: it would follow the dash of a list.
        while indent and rows[0].lstrip().startswith("#"):
            rows.append(rows.pop(0))
        return "".join(rows)


FILES = (("pack.yaml", None), ("instruments.yaml", {"instruments", "fields"}), ("events.yaml", {"events", "governance"}),
         ("people.yaml", {"people", "parties", "bodies", "remarks"}), ("glossary.yaml", {"glossary"}), ("sources.yaml", {"sources"}))


def write(tree, folder, seed, one_file=False):
    rng = random.Random(f"yaml/{seed}")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    taken = set().union(*(keys for _, keys in FILES[1:]))
    for name, keys in FILES[:1] if one_file else FILES:
        part = {key: value for key, value in tree.items() if one_file or (key in keys if keys else key not in taken)}
        if part:
            text = f"# A generated pack: seed {seed}. Every name in it is invented.\n" + Yaml(rng).mapping(part, 0)
            (folder / name).write_text(text, encoding="utf-8")


def generate(seed, size, folder, one_file=None):
    """Writes the pack and returns its tree."""
    tree = Pack(seed, size).tree()
    write(tree, pathlib.Path(folder), seed, seed % 5 == 0 and not isinstance(size, int) if one_file is None else one_file)
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
    parser.add_argument("--size", type=size_of, default="medium", help="small, medium, large (about 1,000 pages) or a number of pages")
    parser.add_argument("--one-file", action="store_true", default=None, help="one YAML file; default: by the seed")
    parser.add_argument("--out", required=True, type=pathlib.Path, help="the pack's folder; its YAML files are replaced")
    args = parser.parse_args()
    generate(args.seed, args.size, args.out, args.one_file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
