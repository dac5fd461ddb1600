"""One error put into a series of documents that agree; each way of going wrong is a function."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import NamedTuple

from checks.history import LEVELS, PLACE, WORKS, Year, bulletin, history, report
from checks.statements import swapped


class Text(NamedTuple):
    name: str
    date: str
    text: str


class Planted(NamedTuple):
    """Documents with an error: the changed words stand in document ``name`` from ``start`` to ``end``."""

    documents: list[Text]
    name: str
    start: int
    end: int


def series(chance: random.Random) -> tuple[list[Year], list[Text]]:
    """The reports and bulletins of an invented district, which agree with each other."""
    years = history(chance)
    documents = []
    for now, following in zip(years[1:], [*years[2:], None], strict=True):
        documents.append(Text(f"report-{now.year}", f"{now.year + 1}-01-12", report(chance, now, following)))
        documents.append(Text(f"bulletin-{now.year}", f"{now.year + 1}-03-20", bulletin(chance, now)))
    return years, documents


def _replaced(documents: list[Text], name: str, found: re.Match[str], new: str) -> Planted:
    start = found.start(1)
    changed = [
        document._replace(text=document.text[:start] + new + document.text[found.end(1) :])
        if document.name == name
        else document
        for document in documents
    ]
    return Planted(changed, name, start, start + len(new))


def _number(document: Text, pattern: str) -> re.Match[str]:
    found = re.search(pattern, document.text)
    assert found is not None, (pattern, document.name)
    return found


def _later(documents: list[Text], chance: random.Random, kind: str = "") -> Text:
    """A document that is not of the first year."""
    return chance.choice([document for document in documents[2:] if document.name.startswith(kind)])


def _slip(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    name = chance.choice([name for name, row in LEVELS.items() if row[0] != "元"])
    document = _later(documents, chance)
    found = _number(document, rf"{name}(?:达到)?[\d.]+([亿万])")
    return _replaced(documents, document.name, found, "万" if found[1] == "亿" else "亿")


def _point(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    name = chance.choice([name for name, row in LEVELS.items() if row[0] != "元"])
    document = _later(documents, chance)
    found = _number(document, rf"{name}(?:达到)?([\d.]+)[亿万]")
    return _replaced(documents, document.name, found, found[1].replace(".", ""))


def _level_digits(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    name, document = chance.choice(list(LEVELS)), _later(documents, chance)
    found = _number(document, rf"{name}(?:达到)?([\d.]+)[亿万元]")
    return _replaced(documents, document.name, found, swapped(found[1], chance))


def _growth_digits(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    name, document = chance.choice(list(LEVELS)), _later(documents, chance)
    found = _number(document, rf"{name}(?:达到)?[\d.]+[亿万元吨]+[，、](?:同比)?增长(-?[\d.]+)%")
    return _replaced(documents, document.name, found, swapped(found[1], chance))


def _other_growth(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    name, document = chance.choice(list(LEVELS)), _later(documents, chance)
    found = _number(document, rf"{name}(?:达到)?[\d.]+[亿万元吨]+[，、](?:同比)?增长(-?[\d.]+)%")
    return _replaced(documents, document.name, found, f"{float(found[1]) + chance.choice([9, 12, 20]):.1f}")


def _structure(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    document = _later(documents, chance, "report")
    found = _number(document, r"调整为([\d.]+∶[\d.]+∶[\d.]+)")
    parts = found[1].split("∶")
    parts[1] = swapped(parts[1], chance)
    return _replaced(documents, document.name, found, "∶".join(parts))


def _undelivered(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    work, document = chance.choice(list(WORKS)), _later(documents, chance, "report")
    year = next(year for year in years if document.name == f"report-{year.year}")
    found = _number(document, rf"[新建]建?(?:成)?{work}(\d+)")
    return _replaced(documents, document.name, found, str(max(1, int(year.goals[work] * chance.uniform(0.5, 0.93)))))


def _lowered(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    year, name = chance.choice(years[2:]), chance.choice(list(LEVELS))
    goal = year.goal_growths[name]
    lower = goal - chance.choice([1, 2])
    text = f"{PLACE}人民政府{year.year}年上半年工作报告\n{year.year}年，力争{name}增长{lower}%。"
    found = re.search(rf"{name}增长(-?[\d.]+)%", text)
    assert found is not None
    return Planted(
        [*documents, Text("half-year", f"{year.year}-07-20", text)], "half-year", found.start(1), found.end(1)
    )


def _dropped(chance: random.Random, years: list[Year], documents: list[Text]) -> Planted:
    year, name = chance.choice(years[2:]), chance.choice(list(LEVELS))
    clause = re.compile(rf"(?:全年|完成)?{name}(?:达到)?[\d.]+[亿万元吨]+[，、](?:同比)?增长-?[\d.]+%[；。]\n?")
    changed = [d._replace(text=clause.sub("", d.text)) if d.name.endswith(str(year.year)) else d for d in documents]
    before = next(d for d in changed if d.name == f"report-{year.year - 1}")
    found = _number(before, rf"目标是：.*?{name}增长(-?[\d.]+)%")
    return Planted(changed, before.name, found.start(1), found.end(1))


ERRORS: dict[str, Callable[[random.Random, list[Year], list[Text]], Planted]] = {
    "unit slip (亿, 万)": _slip,
    "lost decimal point of a level": _point,
    "digits of a level swapped": _level_digits,
    "digits of a growth swapped": _growth_digits,
    "growth of another indicator": _other_growth,
    "shares of the three industries": _structure,
    "fewer works done than announced": _undelivered,
    "target lowered": _lowered,
    "target dropped": _dropped,
}
