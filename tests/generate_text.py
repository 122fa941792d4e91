"""Texts of generated packs: words, names and sentences in English and Korean that say about the same, all invented.

What is a number or a date in one language is one in the other, so that a check of both sides finds nothing.
"""

import re
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
LONG_EN = ("inter", "trans", "counter", "supra", "hydro", "electro", "thermo", "meteoro", "geo", "photo", "semi")
LONG_TAIL = ("conductivity", "governmentalisation", "communications", "interoperability", "standardisation", "logical")
LONG_KO = ("국제", "해양", "과학", "기술", "정보", "통신", "협력", "연구", "관측", "자료", "표준", "산업", "진흥", "위원회")
SLUGS = ("release", "tides", "annex-b", "2031", "full_text", "v2.1", "harbours(north)", "a%20b", "index.html", "en",
         "ko")
MONTHS = ("January February March April May June July August September October November December").split()

FINAL_DIGITS = {"0": True, "1": "l", "2": False, "3": True, "4": False, "5": False, "6": True, "7": "l",
                "8": "l", "9": False}
PARTICLES = {"은": ("은", "는"), "이": ("이", "가"), "을": ("을", "를"), "과": ("과", "와"), "으로": ("으로", "로")}


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
        return r.choice((
            (f"{value:,}", f"{value:,}"), (f"{value}%", f"{value}%"), (f"{value / 10:.1f} million", f"{value * 10:,}만"),
            (f"${value:,}", f"{value:,}달러"), (f"−{value} °C", f"−{value}°C"), (f"{value} km", f"{value}km")))

    def day(self):
        r = self.rng
        year, month, day = r.randint(1890, 2045), r.randint(1, 12), r.randint(1, 28)
        return f"{day} {MONTHS[month - 1]} {year}", f"{year}년 {month}월 {day}일"

    def url(self, parts=None):
        r = self.rng
        part, office = r.choice(("www", "data", "archive", "media")), r.choice(("tides", "office", "lumen", "kelp"))
        path = "/".join(r.choice(SLUGS) for _ in range(parts or r.randint(1, 4)))
        query = f"?id={r.randint(1, 99999)}&lang={r.choice(('en', 'ko'))}" if self.chance(0.3) else ""
        return f"https://{part}.{office}.example/{path}{query}{'#top' if self.chance(0.2) else ''}"

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
            (f"the text is at {url} in full", f"전문은 {url} 주소에 있다"),
            (f"see [{thing}]({url}) for {name}", f"{particle(name_ko, '은')} [{thing_ko}]({url}) 참조"),
            (f"{name} depends on {word}, [as it is called] in the annex",
             f"{particle(name_ko, '은')} 부속서에서 말하는 [{word_ko}]에 달려 있다"),
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
