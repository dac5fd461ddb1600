"""Places of China (provinces, prefectures, counties, districts): by name, and where their names stand in a text.

The rows are those of places.tsv (GB/T 2260). Short names come from them by rule: 山东省 → 山东,
宁夏回族自治区 → 宁夏, 恩施土家族苗族自治州 → 恩施州 and 恩施.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from luoshi.catalogue import settings, table, words
from luoshi.model import Span

Level = Literal["province", "prefecture", "county"]

_RANKS = {"province": 0, "prefecture": 1, "county": 2}

SHORT_NAMES = (  # a full name, and the short names that the rule gives it
    ("山东省", ("山东",)),
    ("重庆市", ("重庆",)),
    ("内蒙古自治区", ("内蒙古",)),
    ("宁夏回族自治区", ("宁夏",)),
    ("新疆维吾尔自治区", ("新疆",)),
    ("香港特别行政区", ("香港",)),
    ("恩施土家族苗族自治州", ("恩施州", "恩施")),
    ("大兴安岭地区", ("大兴安岭",)),
    ("锡林郭勒盟", ("锡林郭勒",)),
    ("海拉尔区", ("海拉尔",)),
    ("赵县", ()),
    ("鄂温克族自治旗", ("鄂温克旗", "鄂温克")),
    ("准格尔旗", ("准格尔",)),
    ("阿拉善左旗", ()),
    ("神农架林区", ("神农架",)),
)

EXAMPLES = (  # a sentence, and the names in it
    ("全省新开工项目集中在济南、青岛两市。", ("济南", "青岛")),
    ("恩施土家族苗族自治州与宜昌市签约，恩施州先行。", ("恩施土家族苗族自治州", "宜昌市", "恩施州")),
    ("湖北省武汉市江岸区", ("湖北省", "武汉市", "江岸区")),
    ("海拉尔口岸开放", ("海拉尔",)),
    ("武汉市场主体总量增长", ("武汉",)),
    ("各市和县区要抓好落实，让富县强镇走得更稳", ()),
    ("安徽省和县、河北省赵县", ("安徽省", "和县", "河北省", "赵县")),
    ("洛阳市老城区改造，加快老城区更新", ("洛阳市", "老城区")),
    ("整治文山会海，确保长治久安", ()),
    ("昆明、文山、红河三地", ("昆明", "文山", "红河")),
    ("长江西岸和黄河南岸绿化，出海口清淤", ()),
    ("建设美丽江苏，新增城市绿道", ("江苏",)),
    ("青海湖裸鲤增殖，北京路改造", ()),
    ("云南怒江边检站", ("云南", "怒江")),
)


class Place(NamedTuple):
    """A place that has a government.

    ``code`` is its GB/T 2260 code, ``parent`` that of the place it belongs to ("" for a province), ``until`` the
    last year in which a source lists the name ("" while it is in force).
    """

    code: str
    name: str
    level: Level
    parent: str
    until: str = ""


_ENDINGS = {  # by their last character, the longest first
    "省": ("省",),
    "市": ("市",),
    "区": ("特别行政区", "自治区", "地区", "林区", "特区", "区"),
    "州": ("自治州",),
    "盟": ("盟",),
    "县": ("自治县", "县"),
    "旗": ("自治旗", "旗"),
}
_SIDES = frozenset("左右前中后")  # the banners of a league are told apart by them: 阿拉善左旗


@cache
def places() -> tuple[Place, ...]:
    """All places, ascending by code; names no longer in force among them."""
    return tuple(map(Place._make, table("places")))


def short_names(name: str) -> tuple[str, ...]:
    """The shorter names in daily use for a place of that full name, the most complete first; perhaps none.

    A stem of one character is no name (赵县 is never 赵); neither is that of a banner told apart by its side.
    """
    for ending in _ENDINGS.get(name[-1], ()):
        if name.endswith(ending):
            break
    else:
        return ()
    stem = name[: -len(ending)]
    if not ending.startswith("自治"):
        return () if len(stem) < 2 or (ending == "旗" and stem[-1] in _SIDES) else (stem,)
    stem = _without_peoples(stem)
    return (stem,) if ending == "自治区" else (stem + ending[-1], stem)


@cache
def _peoples() -> tuple[str, ...]:
    return words("place_words", "peoples")


def _without_peoples(stem: str) -> str:
    """恩施土家族苗族 → 恩施; a stem that is only a people's name keeps it without 族 (鄂温克族自治旗 → 鄂温克)."""
    while stem.endswith(_peoples()):
        people = next(people for people in _peoples() if stem.endswith(people))
        if len(stem) < len(people) + 2:
            return stem.removesuffix("族")
        stem = stem.removesuffix(people)
    return stem


@cache
def _by_code() -> dict[str, Place]:
    """A code whose name changed gives the name in force."""
    former = {place.code: place for place in places() if place.until}
    return former | {place.code: place for place in places() if not place.until}


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    """Full and short names; those in force first, then the wider place, then by code."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in sorted(places(), key=lambda place: (place.until != "", _RANKS[place.level])):
        for name in (place.name, *short_names(place.name)):
            found[name] = (*found[name], place) if name in found else (place,)
    return found


def lookup(name: str, within: Place | None = None) -> tuple[Place, ...]:
    """The places of that full or short name, several where it is ambiguous (鼓楼区), none where it is unknown.

    Full names come before short ones, names in force before former ones, wider places before narrower ones.
    ``within`` leaves only those that belong to it.
    """
    found = _by_name().get(name, ())
    if within is not None:
        found = tuple(place for place in found if within in ancestors(place))
    return tuple(sorted(found, key=lambda place: place.name != name)) if len(found) > 1 else found


def ancestors(place: Place) -> tuple[Place, ...]:
    """The places that it belongs to, the nearest first: 江岸区 → 武汉市, 湖北省."""
    above: list[Place] = []
    while place.parent and (parent := _by_code().get(place.parent)):
        above.append(parent)
        place = parent
    return tuple(above)


def expand(name: str) -> str:
    """The full name of a province or prefecture from its short one (山东 → 山东省); any other name as it is."""
    return next((place.name for place in lookup(name) if place.level != "county"), name)


class _Index(NamedTuple):
    starts: re.Pattern[str]  # the first two characters of any name, sought by the regular expression engine
    names: dict[str, tuple[str, ...]]  # by those two characters, the longest first
    short: frozenset[str]
    common: frozenset[str]
    weak: frozenset[str]
    not_after: dict[str, tuple[str, ...]]
    not_before: dict[str, tuple[str, ...]]


@cache
def _index() -> _Index:
    short: set[str] = set()
    for place in places():
        if place.level != "county":
            short.update(short_names(place.name))
        elif not place.until and len(place.name) > 3:
            short.update(name for name in short_names(place.name) if len(name) > 2)
    by_pair: dict[str, list[str]] = {}
    for name in sorted(short.union(place.name for place in places()), key=len, reverse=True):
        by_pair.setdefault(name[:2], []).append(name)
    first, second = ("".join(sorted({pair[place] for pair in by_pair})) for place in (0, 1))
    guards = settings("place_words")
    return _Index(
        re.compile(f"[{first}](?=[{second}])"),
        {pair: tuple(same) for pair, same in by_pair.items()},
        frozenset(short),
        frozenset(words("place_words", "common")),
        frozenset(words("place_words", "weak")),
        {name: tuple(others.split()) for name, others in guards["not_after"].items()},
        {name: tuple(others.split()) for name, others in guards["not_before"].items()},
    )


# What goes on with one of these characters is another word or a feature of the land: 朝阳区域, 黄河南岸, 青海湖.
_ENDS = {"区": "域块划间别位", "市": "场值盈", **dict.fromkeys("东西南北", "岸麓侧端翼")}
_FEATURES = "河湖湾山岭路街"
_LIST = frozenset(("", "、", "和", "与", "及", "到", "至", "—", "-", "–", "～"))


def find_places(text: str, home: Place | None = None) -> Iterator[tuple[Span, str]]:
    """Each name of a place with where it stands, in order and without overlaps; one linear pass.

    Found are full names, the short names of provinces and prefectures, and those of counties from three characters
    on; shorter ones are mostly ordinary words. Names that are ordinary words all the same (place_words.toml) count
    only where what stands beside them says that a place is meant, or where they belong to ``home``, the place of the
    document. 武汉大学 and 湖北日报 hold names of places too.
    """
    index = _index()
    waiting: list[tuple[Span, str]] = []  # weak names of a list in which no certain name has come yet
    certain = False  # whether the list at hand holds a certain name
    last, last_name = 0, ""
    for match in index.starts.finditer(text):
        start = match.start()
        if start < last:
            continue
        name = _name_at(text, start, index)
        if not name:
            continue
        gap = text[last:start] if last_name and start - last < 2 else None
        beside = gap == "" and _related(name, last_name)
        if (name in index.common or (len(name) == 2 and name[1] == "县")) and not beside:
            continue
        if gap not in _LIST:
            waiting, certain = [], False
        last, last_name = start + len(name), name
        waiting.append((Span(start, last), name))
        if name not in index.weak:
            certain = True
        elif gap == "" and not beside:
            waiting.pop()
        elif home is not None and any(home in (place, *ancestors(place)) for place in lookup(name)):
            certain = True
        if certain:
            yield from waiting
            waiting = []


def may_begin_place(words: str) -> bool:
    """Whether the first two characters are those of a name."""
    return words[:2] in _index().names


def _name_at(text: str, start: int, index: _Index) -> str:
    """The longest name that begins at ``start`` and is not part of another word; "" if there is none."""
    for name in index.names.get(text[start : start + 2], ()):
        if not text.startswith(name, start):
            continue
        end = start + len(name)
        behind = text[end : end + 1]
        if behind and behind in (_ENDS.get(name[-1], "") + (_FEATURES if name in index.short else "")):
            continue
        if name in index.not_before and text.startswith(index.not_before[name], end):
            continue
        if name in index.not_after and text.endswith(index.not_after[name], 0, start):
            continue
        return name
    return ""


def _related(name: str, other: str) -> bool:
    """Whether a place of that name belongs to one called ``other`` (老城区 to 洛阳市) or to the same place as it."""
    over = lookup(other)
    parents = {place.parent for place in over}
    return any(parent in over for place in lookup(name) for parent in ancestors(place)) or any(
        place.parent in parents for place in lookup(name) if place.parent
    )
