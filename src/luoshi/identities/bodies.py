"""Which party or government body a name means: its full name, its place and level, and what kind of body it is.

市发改委 and 市发展和改革委员会 in documents of one city are one body; 市发改委 in those of two cities are two.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from luoshi.catalogue import settings, table
from luoshi.catalogue.places import expand, lookup
from luoshi.progress.localities import Locality, locality, parent_codes, place_of

Level = Literal["central", "province", "city", "county", ""]

EXAMPLES = (
    # name, place of the document, place of the body, its full name, level, kind
    ("市发改委", "武汉市", "武汉市", "发展和改革委员会", "city", "government"),
    ("市发展和改革委员会", "武汉市", "武汉市", "发展和改革委员会", "city", "government"),
    ("武汉市发改委", "湖北省", "武汉市", "发展和改革委员会", "city", "government"),
    ("市发改委", "江岸区", "武汉市", "发展和改革委员会", "city", "government"),
    ("省发改委", "江岸区", "湖北省", "发展和改革委员会", "province", "government"),
    ("国家发改委", "武汉市", "中国", "国家发展和改革委员会", "central", "government"),
    ("财政局", "江岸区", "江岸区", "财政局", "county", "government"),
    ("区委组织部", "江岸区", "江岸区", "组织部", "county", "party"),
    ("市委", "武汉市", "武汉市", "委员会", "city", "party"),
    ("中共武汉市委", "", "武汉市", "委员会", "city", "party"),
    ("市政府", "武汉市", "武汉市", "人民政府", "city", "government"),
    ("武汉市人民政府", "", "武汉市", "人民政府", "city", "government"),
    ("自治区教育厅", "宁夏回族自治区", "宁夏回族自治区", "教育厅", "province", "government"),
    ("区教育局", "海拉尔区", "海拉尔区", "教育局", "county", "government"),
    ("市场监管局", "江岸区", "江岸区", "市场监督管理局", "county", "government"),
    ("硚口区委", "武汉市", "硚口区", "委员会", "county", "party"),
    ("青山区", "武汉市", "青山区", "", "county", "place"),
    ("市水务局", "青澜市", "青澜市", "水务局", "city", "government"),
    ("市纪委", "武汉市", "武汉市", "纪律检查委员会", "city", "supervision"),
    ("省教科创新联盟", "武汉市", "湖北省", "教科创新联盟", "province", "other"),
)

NOWHERE = Locality("")
"""The place of a document that names none."""

_COUNTRY = Locality("中国", "", "country")
_LONGEST_PLACE = 12  # characters
_LEVELS: dict[str, Level] = {"country": "central", "province": "province", "prefecture": "city", "county": "county"}
_BY_ENDING: dict[str, Level] = {
    "省": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    **dict.fromkeys("区县旗", "county"),
}


class Body(NamedTuple):
    """``name`` is the full name without the place, "" where the place itself is meant; ``kind`` is as in bodies.tsv, place or other.

    Where the place is unknown two bodies of one name need not be one.
    """

    name: str
    place: Locality
    level: Level
    kind: str

    @property
    def full_name(self) -> str:
        """The name with the place: 武汉市发展和改革委员会, 中共武汉市委员会."""
        if self.level == "central":
            return self.name
        committee = self.kind == "party" and self.name == settings("body_words")["root"][0]["name"]
        return f"{'中共' if committee else ''}{self.place.name}{self.name}"


COUNTRY = Body("", _COUNTRY, "central", "place")
"""The country itself: what a post is of that has no other body (总书记)."""


@lru_cache(maxsize=8192)
def body(words: str, home: Locality = NOWHERE) -> Body:
    """The body that ``words`` mean in a document that speaks for ``home``."""
    for before in settings("body_words")["owners"]["before"].split():
        words = words.removeprefix(before)
    if found := _forms("central").get(words):
        return Body(found[0], _COUNTRY, "central", found[1])
    own = _level(home)
    if found := _forms(own).get(words):
        return Body(found[0], home, own, found[1])
    place, rest = _owner(words, home)
    level = _level(place)
    if not rest:
        return Body("", place, level, "place")
    name, kind = _known(rest, level)
    return Body(name, place, level, kind)


def _owner(words: str, home: Locality) -> tuple[Locality, str]:
    """The place to which a body belongs, and what is left of its name."""
    if home.name and words.startswith(home.name):
        return home, words[len(home.name) :]
    place = home
    while (end := _place_end(words)) > 0:  # 湖北省武汉市江岸区财政局
        place, words = locality(words[:end], "", place), words[end:]
    if place is not home:
        return place, words
    owner = _generic().match(words)
    return (_meant(owner[0], home), words[owner.end() :]) if owner else (home, words)


def _place_end(words: str) -> int:
    """How many characters of the beginning are the full name of a place, or the short one of a province or city (湖北省, 武汉)."""
    for end in range(min(_LONGEST_PLACE, len(words)), 1, -1):
        name = words[:end]
        if lookup(name) and (words[end:] or expand(name) == name) and not words.startswith("场", end):
            return end
    return 0


def _meant(owner: str, home: Locality) -> Locality:
    """The place that 省, 市, 区, … mean in a document of a place: itself, or one that it belongs to."""
    around = [home, *(place for code in parent_codes(home.code) if (place := place_of(code)))]
    return next((place for place in around if place.name.endswith(owner)), NOWHERE)


@cache
def _generic() -> re.Pattern[str]:
    return re.compile("|".join(settings("body_words")["owners"]["words"].split()))


def _level(place: Locality) -> Level:
    if place.kind in _LEVELS:
        return _LEVELS[place.kind]
    return _BY_ENDING.get(place.name[-1:], "")


def _known(rest: str, level: Level) -> tuple[str, str]:
    """The full name and kind of a body called so behind its place; as it is called, and "other", where no list has it."""
    forms = _forms(level)
    if found := forms.get(rest):
        return found
    for root in settings("body_words")["root"]:
        for form in sorted(root["forms"].split(), key=len, reverse=True):
            inner = rest.removeprefix(form)
            if inner != rest:
                return next((row for row in _rows(level, inner) if row[1] == root["kind"]), (inner, root["kind"]))
    return rest, "other"


def _rows(level: Level, name: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in _of_level(level) if name == row[0] or name in row[3].split()]


@cache
def _forms(level: Level) -> dict[str, tuple[str, str]]:
    """Full names and short forms of bodies of a level, with the full name and kind: full names before short forms, and of
    what several are called the first in the list.
    """
    forms: dict[str, tuple[str, str]] = {}
    if level != "central":
        for root in settings("body_words")["root"]:
            forms |= dict.fromkeys(root["forms"].split(), (root["name"], root["kind"]))
    for row in _of_level(level):
        forms.setdefault(row[0], (row[0], row[1]))
    for row in _of_level(level):
        for short in row[3].split():
            forms.setdefault(short, (row[0], row[1]))
    return forms


def _of_level(level: Level) -> list[tuple[str, ...]]:
    """The rows of bodies.tsv of a level; of an unknown one all but the central ones."""
    rows = (row for row in table("bodies") if row[1] != "domain")
    return [row for row in rows if (level in row[2].split() if level else row[2] != "central")]
