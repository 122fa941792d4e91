"""Slips put into clean packs: check sees nearly all of them, and nothing in the clean packs. tests/mutations.py prints the
whole table; here fewer of each kind are tried."""

import sys

from .harness import TOP

sys.path.insert(0, str(TOP / "tests"))

SHARE = 0.98  # of the slips of all kinds
ALARMS = 0.01  # findings a text of the clean packs


def run(tests):
    import mutations
    rows, alarms, count = mutations.measure(tests.program, seed=7, packs=2, each=6)
    put, seen = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(f"mutation: {seen} of {put} slips of {len(rows)} kinds seen, {alarms} findings in {count} clean texts")
    for kind, tried, found in rows:
        tests.check(f"{kind}: tried, and most are seen", tried and found * 2 > tried, f"{found} of {tried}")
    tests.check(f"at least {SHARE:.0%} of the slips are seen", seen >= SHARE * put, f"{seen} of {put}")
    tests.check(f"at most {ALARMS:.0%} of the clean texts have a finding", alarms <= ALARMS * count, f"{alarms} of {count}")
