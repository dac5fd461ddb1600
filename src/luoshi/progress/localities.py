"""Which place a name means: provinces, cities and counties by their code of GB/T 2260, zones and regions as kinds of their own.

A name that several places bear (鼓楼区) is decided by the document: by the place that it speaks for, or by the names of
higher places in its title and opening. What they leave open stays open; it is joined to nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from luoshi.catalogue import words
from luoshi.catalogue.places import Place, ancestors, lookup, places, short_names

Kind = Literal["province", "prefecture", "county", "zone", "region", "country", "unknown"]

EXAMPLES = (  # name, words of the document around it, code, kind
    ("山东", "", "370000", "province"),
    ("鼓楼区", "福州市鼓楼区人民政府", "350102", "county"),
    ("鼓楼区", "南京市鼓楼区2025年政府工作报告", "320106", "county"),
    ("鼓楼区", "", "", "county"),
    ("海拉尔区", "", "150702", "county"),
    ("武汉都市圈", "", "", "region"),
    ("光谷", "", "", "zone"),
    ("东湖高新区", "", "", "zone"),
    ("青澜市", "", "", "unknown"),
)


class Locality(NamedTuple):
    """A place as a figure speaks of it. ``code`` is "" for what has none and for a name that stays ambiguous."""

    name: str
    code: str = ""
    kind: Kind = "unknown"

    @property
    def key(self) -> str:
        """The same for two names of one place."""
        return self.code or self.name


@lru_cache(maxsize=4096)
def locality(name: str, beside: str = "", home: Locality | None = None) -> Locality:
    """The place that ``name`` means in a document that speaks for ``home``; ``beside`` are its title and opening."""
    found = _meant(name)
    if not found:
        return Locality(name, kind=_kind(name))
    if len(found) > 1:
        found = _near(found, home) or _named(found, beside) or found
    levels = {place.level for place in found}
    if len({place.code for place in found}) > 1:
        return Locality(name, kind=levels.pop() if len(levels) == 1 else "unknown")
    return Locality(found[0].name, found[0].code, found[0].level)


def parent_codes(code: str) -> tuple[str, ...]:
    """The codes of the places that a place belongs to, the nearest first."""
    place = _by_code().get(code)
    return tuple(above.code for above in ancestors(place)) if place else ()


def place_of(code: str) -> Locality | None:
    """The place in force that has a code."""
    place = _by_code().get(code)
    return Locality(place.name, place.code, place.level) if place else None


def parts_of(code: str) -> tuple[Locality, ...]:
    """The places in force that belong directly to a place."""
    return tuple(Locality(p.name, p.code, p.level) for p in places() if p.parent == code and not p.until)


def _meant(name: str) -> tuple[Place, ...]:
    """Full names before short ones, what is in force before what was, of short names the widest (吉林 is the province)."""
    found = lookup(name)
    full = tuple(place for place in found if place.name == name)
    named = full or tuple(place for place in found if place.level == found[0].level)
    return tuple(place for place in named if not place.until) or named


def _near(found: tuple[Place, ...], home: Locality | None) -> tuple[Place, ...]:
    if home is None or not home.code:
        return ()
    own = tuple(place for place in found if place.code == home.code)
    inside = tuple(place for place in found if home.code in {above.code for above in ancestors(place)})
    over = tuple(place for place in found if place.code in parent_codes(home.code))
    return own or inside or over


def _named(found: tuple[Place, ...], beside: str) -> tuple[Place, ...]:
    """Those of which a higher place is named beside."""

    def names(place: Place) -> Iterable[str]:
        for above in ancestors(place):
            yield above.name
            yield from short_names(above.name)

    return tuple(place for place in found if any(name in beside for name in names(place)))


def _kind(name: str) -> Kind:
    if name in words("zones", "countries"):
        return "country"
    if name in words("zones", "regions") or name.endswith(words("zones", "region")):
        return "region"
    if name in words("zones", "zones") or name.endswith(words("zones", "zone")):
        return "zone"
    return "unknown"


@cache
def _by_code() -> dict[str, Place]:
    return {place.code: place for place in places() if not place.until}
