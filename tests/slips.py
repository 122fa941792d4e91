"""Kinds of slip that a translator or an editor makes: a name, a function and whether only statements are changed, not names
and titles. A function takes both sides of a text and gives them back with one changed, or None where it does not apply.
Used by mutations.py."""

import re

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "(?:" + "|".join(MONTHS) + ")"
WORDS = "two three four five six seven eight nine eleven twelve".split()
NATIVE = ["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

CARRIERS_PACK = {
    "id": "carriers", "languages": ["en-GB", "ko-KR"], "date": "2021-05-04", "publisher": "msit",
    "title": '{en: "Sentences for tests", ko: "시험용 문장"}', "lead": '{en: "Two offices met.", ko: "두 기관이 만났다.", source: p1}',
    "sources": [{"id": "release", "title": '{en: "Press release", ko: "보도자료"}', "date": "2021-05-05",
                 "paragraphs": [{"id": "p1", "about": '{en: "All", ko: "전체"}'}]}],
    "parties": [{"id": "rok", "name": '{en: "Republic of Korea", ko: "대한민국"}', "short": '{en: "Korea", ko: "한국"}'},
                {"id": "uk", "name": '{en: "United Kingdom", ko: "영국"}', "short": '{en: "UK", ko: "영국"}'}],
    "bodies": [{"id": "msit", "name": '{en: "Ministry of Science and ICT", ko: "과학기술정보통신부"}',
                "short": '{en: "MSIT", ko: "과기정통부"}'},
               {"id": "moe", "name": '{en: "Ministry of Environment", ko: "환경부"}', "short": '{en: "ME", ko: "환경부"}'}],
    "people": [{"id": "lee", "name": '{en: "Lee Jong Ho", ko: "이종호"}', "office": '{en: "Minister", ko: "장관"}'},
               {"id": "donelan", "name": '{en: "Michelle Donelan", ko: "미셸 도넬란"}',
                "office": '{en: "Secretary of State", ko: "장관"}'}],
    "instruments": [{"id": "plan", "kind": '{en: "plan", ko: "계획"}', "title": '{en: "Tide Plan", ko: "조석 계획"}',
                     "short": '{en: "Tide Plan", ko: "조석 계획"}', "signed": "2021-05-04", "source": "p1",
                     "summary": '{en: "Both sides measure tides.", ko: "양측은 조석을 관측한다.", source: p1}'}],
    "figures": [{"id": "sectors", "value": 11, "label": '{en: "priority sectors of the plan", ko: "계획의 중점 분야"}',
                 "source": "p1"}],
    "glossary": [{"term": '{en: "supply chain resilience", ko: "공급망 복원력"}'},
                 {"term": '{en: "joint commission", ko: "혼성위원회"}'},
                 {"term": '{en: "state visit", ko: "국빈 방문"}', "avoid": ["국가 방문"]}],
}

# What the packs lack: sums, times, shares, limits, addresses, enumerations.
CARRIERS = (
    ("The fund is £1.6 million a year.", "기금은 연 160만 파운드이다."),
    ("It received US$5 billion in aid.", "50억 달러를 지원받았다."),
    ("They spent €3 million on ships.", "선박에 300만 유로를 썼다."),
    ("The budget is 120 million won.", "예산은 1억 2,000만 원이다."),
    ("Doors open at 5:30pm Korean time.", "한국시간 오후 5시 30분에 문을 연다."),
    ("The embargo ends at 09:30 GMT.", "보도 유예는 09:30(GMT)에 끝난다."),
    ("The talk begins at 9am local time.", "강연은 현지 시각 오전 9시에 시작한다."),
    ("The vote is at noon.", "표결은 정오에 있다."),
    ("Half of the firms and 50% of the towns agreed.", "기업의 절반과 도시의 50%가 동의했다."),
    ("Prices rose by 3 percentage points.", "가격이 3%p 올랐다."),
    ("Two thirds of the members came.", "회원의 3분의 2가 왔다."),
    ("More than 500 firms took part.", "500개 이상의 기업이 참여했다."),
    ("Up to 10 people may speak.", "최대 10명이 말할 수 있다."),
    ("It takes at least 3 years to build.", "짓는 데 최소 3년이 걸린다."),
    ("It took about 6 months and around 40 people.", "약 6개월이 걸렸고 40명가량이 참여했다."),
    ("Three bodies met.", "3개 협의체가 만났다."),
    ("Eleven firms came.", "11개 기업이 왔다."),
    ("Seven experts of two offices wrote it.", "두 기관의 전문가 일곱 명이 썼다."),
    ("The fifth meeting followed the 15th forum.", "제15차 포럼에 이어 제5차 회의가 열렸다."),
    ("It was agreed in June 2022 and signed on Friday 5 May 2023.", "2022년 6월에 합의하고 2023년 5월 5일(금)에 서명했다."),
    ("The forum runs from 14 to 16 November 2023.", "포럼은 2023년 11월 14~16일에 열린다."),
    ("They met on 22 November 2023.", "2023. 11. 22. 만났다."),
    ("It began about 2024.", "2024년경 시작되었다."),
    ("It is not binding.", "구속력이 없다."),
    ("The text is public. It does not cover prices.", "문서는 공개된다. 가격은 다루지 않는다."),
    ("They work without a budget.", "예산 없이 일한다."),
    ("No firm has left.", "떠난 기업은 없다."),
    ("It must never be sold.", "결코 팔아서는 안 된다."),
    ("See https://www.tides.example/plan for the text.", "전문은 https://www.tides.example/plan 참조."),
    ("Write to press@tides.example or call +82-44-202-4034.", "press@tides.example 또는 +82-44-202-4034로 문의."),
    ("She called it “a new chapter” for the coast.", "그는 이를 해안의 “새 장”이라 불렀다."),
    ("**Deadline**: 3 May.", "**마감**: 5월 3일."),
    ("The rule* applies to ships.", "규칙*은 선박에 적용된다."),
    ("The Ministry of Science and ICT (MSIT) is new.", "과학기술정보통신부(과기정통부)는 새 부처이다."),
    ("MSIT leads the talks with the UK.", "과기정통부가 영국과의 협의를 이끈다."),
    ("The Ministry of Environment joined MSIT.", "환경부가 과기정통부와 함께했다."),
    ("Lee Jong Ho met Michelle Donelan in Korea.", "이종호는 한국에서 미셸 도넬란을 만났다."),
    ("Supply chain resilience was a topic of the state visit.", "공급망 복원력은 국빈 방문의 의제였다."),
    ("The joint commission replaced the OECD group.", "혼성위원회가 OECD 모임을 대신했다."),
    ("The Global Partnership on AI (GPAI) met.", "글로벌 인공지능(AI) 파트너십(GPAI)이 모였다."),
    ("The plan covers 11 priority sectors.", "계획은 11대 중점 분야를 다룬다."),
    ("The network (first part) is 5 km long.", "통신망(첫 부분)의 길이는 5km이다."),
    ("The channel is 12 metres deep and 30 m wide.", "수로는 깊이 12미터, 너비 30m이다."),
    ("It fell to −5 °C for 8 days.", "8일 동안 -5°C까지 내려갔다."),
    ("They cover telecommunications, semiconductors, AI and space.", "통신, 반도체, AI, 우주를 다룬다."),
    ("They share data, test ships and train crews.", "자료를 나누고 선박을 시험하고 선원을 교육한다."),
    ("The areas are fisheries, harbours, tides and weather.", "분야는 어업, 항만, 조석, 기상이다."),
    ("The offices will exchange data, staff and equipment.", "기관들은 자료·인력·장비를 교환한다."),
    ("Ports, ships and crews are inspected every year.", "항만, 선박 및 선원은 해마다 점검한다."),
    ("Safety, training and research are the goals of the plan, which is public.", "이 계획은 공개되며 안전과 교육, 연구를 목표로 한다."),
    ("In the north, fishing, tourism and wind power matter most.", "북부에서는 어업, 관광, 풍력이 가장 중요하다."),
    ("The panel chose, tested and published 4 methods.", "위원회는 방법 4가지를 고르고 시험하고 공개했다."),
    ("Schools, libraries, museums and archives may take part.", "학교, 도서관, 박물관, 기록관이 참여할 수 있다."),
    ("Applications may be sent by post, by fax or by hand.", "신청서는 우편, 팩스 또는 방문으로 낼 수 있다."),
    ("See {ref:plan} for the stages.", "단계는 {ref:plan} 참조."),
    ("The plan and {ref:lee} are described below.", "계획과 {ref:lee|josa:은/는} 아래에서 설명한다."),
    ("It is open and free for all.", "모두에게 열려 있다."),
    ("The offices share what they measure.", "기관들은 관측한 것을 공유한다."),
)

# Texts with notes of their own.
NOTED_CARRIERS = (
    (("The survey covers all ports.", "조사는 모든 항만을 다룬다."), ("Without the 18 islands.", "섬 18개는 제외한다.")),
    (("Fees are set every spring.", "요금은 봄마다 정한다."), ("First set on 4 May 2019.", "2019년 5월 4일에 처음 정했다.")),
)

SLIPS = []


def swap(text, pattern, change, rng):
    """One match of a pattern, chosen at random, changed; None if there is none."""
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    match = rng.choice(found)
    new = change(match)
    return None if new is None or new == match.group() else text[:match.start()] + new + text[match.end():]


def in_en(pattern, change):
    return lambda en, ko, rng: (new, ko) if (new := swap(en, pattern, lambda m: change(m, rng), rng)) else None


def in_ko(pattern, change):
    return lambda en, ko, rng: (en, new) if (new := swap(ko, pattern, lambda m: change(m, rng), rng)) else None


def add(kind, function, statements=False):
    SLIPS.append((kind, function, statements))


def add_name(kind, function):
    add(kind, function, True)


def other(rng, words, word):
    return rng.choice([w for w in words if w != word])


def more(match, rng):
    value = int(match.group().replace(",", ""))
    return str(value + rng.choice((1, 2, 3, 10)))


# A number of its own: not in an address, a name such as 5G, a date or a decimal.
BARE_EN = r"(?<![\w.,/:=£$€−–+-])\d{1,3}(?![\w.,/:–]|-\d)(?! " + MONTH + r")(?!%)"
BARE_KO = r"(?<![\w.,/:=~−+-])\d{1,3}(?=[개명건대차주곳가])"

# ---- numbers ----
add("number in digits, English", in_en(BARE_EN, more))
add("number in digits, Korean", in_ko(BARE_KO, more))
add("number left out, English", in_en(BARE_EN + " (?=[a-z])", lambda m, r: "many "))
add("number left out, Korean", in_ko(r"(?<![\w.,/])\d{1,3}[개대건명] ?", lambda m, r: "여러 "))
add("number in words, English", in_en(r"\b(?:[Tt]wo|[Tt]hree|[Ss]even|[Ee]leven)\b(?! thirds)",
                                      lambda m, r: other(r, WORDS, m.group().lower())))
add("native numeral, Korean", in_ko(r"(?<![가-힣])(?:두|세|일곱)(?= )", lambda m, r: other(r, NATIVE, m.group())))
add("ordinal, English", in_en(r"\b\d+th\b|\bfifth\b", lambda m, r: "16th" if m.group() != "16th" else "17th"))
add("ordinal, Korean", in_ko(r"제\d+(?=[차조호])", lambda m, r: f"제{int(m.group()[1:]) + 1}"))
add("a nought too many", in_en(r"(?<![\w.,/:=-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<=\$)\d{3}\b",
                               lambda m, r: f"{int(m.group().replace(',', '')) * 10:,}"))
add("digits transposed", in_ko(r"(?<![\w.,/:=~−+-])(\d)(\d)(?=[0-9]?[개명건대차주년km%])",
                               lambda m, r: m.group(2) + m.group(1)))
add("decimal point moved", in_en(r"(?<![\w.,/:=-])\d+\.\d(?= million)", lambda m, r: m.group().replace(".", "")))
add("million for billion", in_en(r"\b(?:million|billion)\b", lambda m, r: "billion" if m.group() == "million" else "million"))
add("만 for 억", in_ko(r"(?<=\d)[만억]", lambda m, r: "억" if m.group() == "만" else "만"))
add("share", in_ko(r"(?<![\d.,])\d+(?=%)", more))
add("percentage points", in_ko(r"%p", lambda m, r: "%"))
add("fraction", in_ko(r"3분의 2|(?<!\d)3/4(?!\d)", lambda m, r: "3분의 1" if m.group() == "3분의 2" else "2/3"))

# ---- dates and times ----
add("day of a date", in_ko(r"(?<=월 )\d{1,2}(?=일)", lambda m, r: str(int(m.group()) % 28 + 1)))
add("month of a date, English", in_en(r"\b" + MONTH + r"\b", lambda m, r: other(r, MONTHS, m.group())))
add("month of a date, Korean", in_ko(r"(?<=년 )\d{1,2}(?=월)", lambda m, r: str(int(m.group()) % 12 + 1)))
add("year of a date, English", in_en(r"(?<=[a-z] )(?:19|20)\d{2}\b(?! Strategy)", lambda m, r: str(int(m.group()) + 1)), True)
add("year of a date, Korean", in_ko(r"(?:18|19|20)\d{2}(?=년)", lambda m, r: str(int(m.group()) - 1)))
add("day left out", in_en(r"\b\d{1,2} (?=" + MONTH + r" \d{4})", lambda m, r: ""))
add("date left out, Korean", in_ko(r"\d{4}년 \d{1,2}월(?: \d{1,2}일)?(?:\([가-힣]\))?(?:에|부터)? ?", lambda m, r: "그날 "))
add("date in points", in_ko(r"(?<=\d{4}\. )\d{1,2}(?=\. \d)", lambda m, r: str(int(m.group()) % 12 + 1)))
add("last day of a range", in_ko(r"(?<=~)\d{1,2}(?=일)", lambda m, r: str(int(m.group()) + 1)))
add("day of the week, English", in_en("|".join(DAYS), lambda m, r: other(r, DAYS, m.group())))
add("day of the week, Korean", in_ko(r"(?<=\()[월화수목금토일](?=\))", lambda m, r: other(r, "월화수목금토일", m.group())))
add("day of the week left out", in_ko(r"\([월화수목금토일]\)", lambda m, r: ""))
add("time", in_ko(r"(?<=[0-2]\d:)\d{2}|(?<=시 )\d{2}(?=분)", lambda m, r: "45"))
add("morning for afternoon", in_ko(r"오후|오전", lambda m, r: "오전" if m.group() == "오후" else "오후"))
add("time zone", in_ko(r"GMT|한국시간", lambda m, r: "KST" if m.group() == "GMT" else "현지시간"))

# ---- sums, units, limits ----
add("currency", in_ko(r"파운드|달러|유로", lambda m, r: other(r, ["파운드", "달러", "유로", "엔"], m.group())))
add("amount", in_en(r"(?<=[£$€])\d[\d,.]*(?=\b)", lambda m, r: str(int(re.sub(r"\D", "", m.group())) + 7)))
add("unit of time", in_en(r"(?<=\d )(?:months|years|days|weeks)\b", lambda m, r: other(r, ["months", "years", "days", "weeks"], m.group())))
add("unit of length", in_ko(r"(?<=\d)km(?![a-z])|(?<=\d)미터|(?<=\d)m(?![a-z])", lambda m, r: other(r, ["km", "m", "cm"], m.group())))
add("minus lost", in_en(r"−(?=\d)", lambda m, r: ""))
add("about lost, English", in_en(r"\b(?:about|around|About) (?=\d)", lambda m, r: ""))
add("약 lost, Korean", in_ko(r"약 (?=\d)|가량|(?<=년)경", lambda m, r: ""))
add("약 added, Korean", in_ko(r"(?<![\w.,/:~−약제-])(?<!약 )\d{1,3}(?=[개명년km])(?!명가량)", lambda m, r: "약 " + m.group()))
add("more for less", in_en(r"\b(?:More than|Up to|at least)\b", lambda m, r: {"More than": "Fewer than", "Up to": "At least", "at least": "at most"}[m.group()]))
add("limit lost, Korean", in_ko(r" 이상의|최대 |최소 ", lambda m, r: "" if m.group() != " 이상의" else "의"))

# ---- names and terms ----
BODIES_KO = ["과기정통부", "산업부", "복지부", "환경부", "과학기술정보통신부"]
add_name("body swapped, Korean", in_ko("|".join(BODIES_KO), lambda m, r: "국방부"))
add_name("body left out, English", in_en(r"\b(?:MSIT|DSIT|MOTIE|MOHW)\b", lambda m, r: "they"))
add_name("person misspelt, Korean", in_ko(r"이종호|도넬란|윤석열", lambda m, r: {"이종호": "이정호", "도넬란": "더넬런", "윤석열": "윤석렬"}[m.group()]))
add_name("person misspelt, English", in_en(r"\b(?:Donelan|Yoon Suk Yeol|Lee Jong Ho)\b", lambda m, r: {"Donelan": "Donnelan", "Yoon Suk Yeol": "Yun Seok Yol", "Lee Jong Ho": "Lim Jeong Hu"}[m.group()]))
add_name("party swapped, Korean", in_ko(r"(?<![가-힣])영국(?=[은이의과 ])(?! 정부)(?! 과학)(?! 서리)", lambda m, r: "일본"))
add_name("party swapped, English", in_en(r"(?<!–)\b(?:UK|Korea)\b(?! Department)(?! Government)(?!–)", lambda m, r: "Japan"))
add_name("term rendered otherwise, Korean", in_ko(r"복원력|양해각서|파트너십|혼성위원회|오픈랜|정상회의|국빈 방문",
    lambda m, r: {"복원력": "회복성", "양해각서": "각서", "파트너십": "동반관계", "혼성위원회": "공동위", "오픈랜": "개방망",
                  "정상회의": "고위회담", "국빈 방문": "공식 방문"}[m.group()]))
add_name("forbidden rendering", in_ko("국빈 방문", lambda m, r: "국가 방문"))
add_name("spelling of a term", in_ko(r"국빈 방문|공급망 복원력|디지털 파트너십", lambda m, r: m.group().replace(" ", "")))
add_name("letters of an acronym", in_ko(r"(?<=\()[A-Z]{3,5}(?=\))|OECD", lambda m, r: m.group()[1] + m.group()[0] + m.group()[2:]))
add_name("acronym left out, Korean", in_ko(r"\((?:GPAI|IAC|NATO|GCSA)\)", lambda m, r: ""))
add_name("name with a digit", in_ko(r"(?<![\w])[56]G", lambda m, r: "4G"))

# ---- negation ----
add("not lost, English", in_en(r"\bis not\b|\bdoes not cover\b|\bnever \b", lambda m, r: {"is not": "is", "does not cover": "covers", "never ": ""}[m.group()]))
add("not added, English", in_en(r"\b(?:is|are|can|will)\b(?! not)", lambda m, r: m.group() + " not"))
add("denied, Korean", in_ko(r"(?<=[가-힣])한다(?=\.)", lambda m, r: "하지 않는다"))
add("denial lost, Korean", in_ko(r"구속력이 없다|다루지 않는다|기업은 없다|예산 없이|추가 비용 없이", lambda m, r: {
    "구속력이 없다": "구속력이 있다", "다루지 않는다": "다룬다", "기업은 없다": "기업이 있다", "예산 없이": "예산으로",
    "추가 비용 없이": "추가 비용으로"}[m.group()]))

# ---- marks ----
add("web address", in_ko(r"(?<=https://)\w+", lambda m, r: m.group() + "2"))
add("mail address", in_ko(r"press(?=@)", lambda m, r: "pres"))
add("telephone number", in_ko(r"4034", lambda m, r: "4043"))
add("quotation marks lost", in_ko(r"[“”]", lambda m, r: ""))
add("emphasis lost", in_ko(r"\*\*[^*]+\*\*", lambda m, r: m.group().strip("*")))
add("mark of a note lost", in_ko(r"(?<=[가-힣])\*(?=[가-힣])", lambda m, r: ""))
add("reference to something else", in_ko(r"(?<=\{ref:)(?:plan|lee)", lambda m, r: "msit"))
add("reference left out", in_en(r" (?:and )?\{ref:\w+\}", lambda m, r: ""))
add("bracket left out", in_en(r" \((?:first part|diversification|see [^()]*|first in [^()]*)\)", lambda m, r: ""))


# ---- omissions ----
def last_sentence(text):
    parts = re.split(r"(?<=[a-z가-힣)”][.!?]) (?=\S)", text)
    return " ".join(parts[:-1]) if len(parts) > 1 and len(text) > 60 else None


add("last sentence left out, English", lambda en, ko, r: (new, ko) if (new := last_sentence(en)) else None)
add("last sentence left out, Korean", lambda en, ko, r: (en, new) if (new := last_sentence(ko)) else None)
add("item of an enumeration left out, Korean", in_ko(r"(?<=[가-힣]), [가-힣 ]{2,12}(?=, )", lambda m, r: ""))
add("item between middle dots left out, Korean", in_ko(r"(?<=[가-힣]{2})·[가-힣]{2,8}(?=·)", lambda m, r: ""))
add("first item of an enumeration left out, Korean", in_ko(r"(?<= )[가-힣]{2,6}, (?=[가-힣]{2,6}, )|^[가-힣]{2,6}, (?=[가-힣A-Z]{2,6}, )",
                                                        lambda m, r: ""))
add("item of an enumeration left out, English", lambda en, ko, rng: in_en(
    r"(?<=[a-z]), [a-z]+(?=(?:, [a-z]+)* (?:and|or) [a-z]+)", lambda m, r: "")(en, ko, rng)
    if len(en) < 80 and "," in ko and " and, " not in en else None)
add("name left out where it stands twice, Korean", in_ko(r"(?<![가-힣])(?:과기정통부와|한국과|양국은) (?=[가-힣])", lambda m, r: ""))
add("not translated", lambda en, ko, r: (en, en) if len(en.split()) > 5 else None)
add("cut in the middle, Korean", lambda en, ko, r: (en, ko[:len(ko) // 3] + ".") if len(ko) > 60 else None)


def both_counts(en, ko, rng):
    if "11 priority sectors" in en and "11대 중점 분야" in ko:
        return en.replace("11 priority", "12 priority"), ko.replace("11대", "12대")
    return None


add("count wrong on both sides", both_counts)
add("day of the week wrong on both sides", lambda en, ko, r: (
    en.replace("Friday", "Monday").replace("Wednesday", "Monday"), re.sub(r"\([금수]\)", "(월)", ko))
    if re.search("Friday|Wednesday", en) and re.search(r"\([금수]\)", ko) else None)

# ---- house style ----
add("style: date with ordinal", in_en(r"\b\d{1,2}(?= " + MONTH + ")", lambda m, r: m.group() + "th"))
add("style: date with comma", in_en(r"\b\d{1,2} " + MONTH + r"(?= \d{4})", lambda m, r: m.group() + ","))
add("style: per cent", in_en(r"(?<=\d)%", lambda m, r: " per cent"))
add("style: straight quotation marks", in_ko(r"“([^”]*)”", lambda m, r: f'"{m.group(1)}"'))
add("style: straight apostrophe", in_en(r"(?<=[a-zA-Z])’(?=s)", lambda m, r: "'"))
add("style: -ize", in_en(r"\borganis(?=ation|ed|e\b)|\brecognis|\bstandardis(?=ed)", lambda m, r: m.group()[:-1] + "z"))
add("style: word twice", in_en(r"\b(?:the|of|and|in) ", lambda m, r: m.group() * 2))
add("style: space before a comma", in_en(r"(?<=[a-z]), ", lambda m, r: " , "))
add("style: middle dot", in_ko("·(?=[가-힣])", lambda m, r: "ㆍ"))
add("style: wide brackets", in_ko(r"\(([^()]*)\)", lambda m, r: f"（{m.group(1)}）"))
add("style: space before a bracket", in_ko(r"(?<=[가-힣])\((?=[A-Z])", lambda m, r: " ("))
add("style: date in points, tight", in_ko(r"(\d{4})년 (\d{1,2})월 (\d{1,2})일", lambda m, r: "{}.{}.{}".format(*m.groups())))
add("style: register", in_ko(r"한다(?=\.$)", lambda m, r: "합니다"))
add("style: loan word", in_ko("파트너십|데이터|워크숍", lambda m, r: {"파트너십": "파트너쉽", "데이터": "데이타", "워크숍": "워크샵"}[m.group()]))
OTHER_FORM = {"은": "는", "을": "를", "과": "와", "가": "이", "와": "과", "는": "은", "를": "을", "이": "가"}
add("style: particle after an acronym", in_ko(r"\((?:MOU|NATO|OECD|AI)\)[를는가와](?= )|OECD[를가는](?= )",
                                             lambda m, r: m.group()[:-1] + OTHER_FORM[m.group()[-1]]))
add("style: particle after a name", in_ko(r"(?:파트너십[은을과]|과기정통부[가와는]|양해각서[는를]|복원력은|혼성위원회가)(?= )",
                                          lambda m, r: m.group()[:-1] + OTHER_FORM[m.group()[-1]]))
add("style: comma without a space, Korean", in_ko(r"(?<=[가-힣]), (?=[가-힣])", lambda m, r: ","))
