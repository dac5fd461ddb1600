"""What the styles and lists of a Word document say of a paragraph (ECMA-376-1, 17.7 and 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from luoshi.readers.numbering import Counter, Level

# lxml has no types of its own; an element of its tree is Any here
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录) ?\d", re.IGNORECASE)
_BODY_TEXT = 9  # the outline level of what is no heading
_OFF = frozenset(("0", "false", "off"))


def value(element: Any, path: str, default: str = "") -> str:
    """The w:val of the element below ``element`` to which the path (a/b) leads; ``default`` where it has none."""
    found = element.find("/".join(W + step for step in path.split("/"))) if element is not None else None
    return default if found is None else str(found.get(W + "val", default))


def switched(element: Any, path: str) -> bool | None:
    """Whether a property is on (<w:vanish/>) or off (w:val="0"); None where it is not mentioned."""
    found = element.find("/".join(W + step for step in path.split("/"))) if element is not None else None
    return None if found is None else found.get(W + "val", "true") not in _OFF


class Styles:
    """The styles of a document; ``root`` is that of its part styles.xml, None where it has none."""

    def __init__(self, root: Any) -> None:
        found = root.findall(W + "style") if root is not None else []
        self._styles: dict[str, Any] = {style.get(W + "styleId", ""): style for style in found}
        self._default = next(
            (
                id_
                for id_, style in self._styles.items()
                if style.get(W + "default") and style.get(W + "type") == "paragraph"
            ),
            "",
        )
        self.titled = False  # whether a paragraph had the style of titles: headings stand one level lower then

    def numbering(self, id_: str) -> str:
        """The list (w:numId) of a style of lists."""
        return next((num for style in self._chain(id_) if (num := value(style, "pPr/numPr/numId"))), "")

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(name) for name in self._names(paragraph))

    def heading(self, paragraph: Any) -> int:
        """The level of a heading, 1 for the title; 0 for what is no heading."""
        if (own := value(paragraph, "pPr/outlineLvl")).isdigit():
            return self._level(int(own))
        for style in self._chain(self._style_of(paragraph)):
            name = value(style, "name")
            if _TITLE.fullmatch(name):
                self.titled = True
                return 1
            if (outline := value(style, "pPr/outlineLvl")).isdigit():
                return self._level(int(outline))
            if match := _HEADING.fullmatch(name):
                return self._level(int(match[1]) - 1)
        return 0

    def list_of(self, paragraph: Any) -> tuple[str, int | None, str]:
        """The list that numbers a paragraph ("" for none), the level if it is stated, and the style that says so."""
        num, level = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        by = ""
        for style in self._chain(self._style_of(paragraph)):
            if num and level:
                break
            if not num and (num := value(style, "pPr/numPr/numId")):
                by = style.get(W + "styleId", "")
            level = level or value(style, "pPr/numPr/ilvl")
        return num if num != "0" else "", int(level) if level.isdigit() else None, by

    def hides(self, run: Any, paragraph: Any) -> bool:
        """Whether a run is hidden, by itself, its style or that of its paragraph."""
        if (own := switched(run, "rPr/vanish")) is not None:
            return own
        styles = [*self._chain(value(run, "rPr/rStyle")), *self._chain(self._style_of(paragraph))]
        return next((on for style in styles if (on := switched(style, "rPr/vanish")) is not None), False)

    def _style_of(self, paragraph: Any) -> str:
        return value(paragraph, "pPr/pStyle") or self._default

    def _names(self, paragraph: Any) -> Iterator[str]:
        return (value(style, "name") for style in self._chain(self._style_of(paragraph)))

    def _chain(self, id_: str) -> Iterator[Any]:
        """A style and those that it is based on; a ring of them is followed once."""
        seen: set[str] = set()
        while id_ in self._styles and id_ not in seen:
            seen.add(id_)
            yield self._styles[id_]
            id_ = value(self._styles[id_], "basedOn")

    def _level(self, outline: int) -> int:
        return 0 if outline >= _BODY_TEXT else outline + 1 + self.titled


class Lists:
    """The lists of a document, counted through; ``root`` is that of its part numbering.xml, None where it has none."""

    def __init__(self, root: Any, styles: Styles) -> None:
        nothing: list[Any] = []
        abstract = root.findall(W + "abstractNum") if root is not None else nothing
        self._abstract = {one.get(W + "abstractNumId", ""): one for one in abstract}
        self._nums = {
            one.get(W + "numId", ""): one for one in (root.findall(W + "num") if root is not None else nothing)
        }
        self._styles = styles
        self._levels: dict[str, tuple[str, dict[int, Level], dict[str, int]]] = {}
        self._counters: dict[str, Counter] = {}

    def number(self, paragraph: Any) -> tuple[str, bool]:
        """The number before a paragraph ("" for none), counted on, and whether the paragraph has a bullet."""
        num, level, by = self._styles.list_of(paragraph)
        if num not in self._nums:
            return "", False
        first = num not in self._levels
        if first:
            self._levels[num] = self._read(num)
        abstract, levels, linked = self._levels[num]
        at = level if level is not None else linked.get(by, 0)
        counter = self._counters.setdefault(abstract, Counter())
        if first:
            for override in self._nums[num].findall(W + "lvlOverride"):
                if (start := value(override, "startOverride")).isdigit():
                    counter.restart(int(override.get(W + "ilvl", "0")), int(start))
        return counter.count(at, levels), at in levels and levels[at].bullet

    def _read(self, num: str) -> tuple[str, dict[int, Level], dict[str, int]]:
        """The abstract list behind a list, its levels, and those linked with styles."""
        id_ = value(self._nums[num], "abstractNumId")
        abstract = self._abstract.get(id_)
        style = value(abstract, "numStyleLink")
        if style and (other := self._nums.get(self._styles.numbering(style))) is not None:
            id_ = value(other, "abstractNumId")
            abstract = self._abstract.get(id_)
        found = abstract.findall(W + "lvl") if abstract is not None else []
        overriding = [
            one for override in self._nums[num].findall(W + "lvlOverride") for one in override.findall(W + "lvl")
        ]
        levels: dict[int, Level] = {}
        linked: dict[str, int] = {}
        for one in (*found, *overriding):
            if (at := one.get(W + "ilvl", "")).isdigit():
                levels[int(at)] = _level(one)
                if style := value(one, "pStyle"):
                    linked[style] = int(at)
        return id_, levels, linked


def _level(one: Any) -> Level:
    start = value(one, "start", "1")
    return Level(
        value(one, "numFmt", "decimal"),
        value(one, "lvlText"),
        int(start) if start.isdigit() else 1,
        switched(one, "isLgl") or False,
    )
