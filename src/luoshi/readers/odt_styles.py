"""What the styles and lists of an OpenDocument text say (OpenDocument 1.3, part 3, sections 16 and 19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from luoshi.readers.numbering import Level

if TYPE_CHECKING:
    from odfdo import Element

_FORMATS = {  # style:num-format → as ECMA-376 calls it
    "": "none",
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "１, ２, ３, ...": "decimalFullWidth",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}


def attribute(element: Element, name: str) -> str:
    """An attribute, "" where the element has none of that name."""
    return str(element.attributes.get(name, ""))


def counted(element: Element, name: str, otherwise: int = 1) -> int:
    """An attribute that is a number, at most 1,000."""
    value = attribute(element, name)
    return min(int(value), 1000) if value.isascii() and value.isdigit() else otherwise


class Styles:
    """The styles and lists in the roots of content.xml and styles.xml."""

    def __init__(self, roots: Iterable[Element]) -> None:
        roots = list(roots)
        self._styles = {
            (attribute(style, "style:family"), attribute(style, "style:name")): style
            for root in roots
            for style in _all(root, "//style:style")
        }
        self._lists = {
            attribute(one, "style:name"): _levels(one) for root in roots for one in _all(root, "//text:list-style")
        }
        outline = next((one for root in roots for one in _all(root, "//text:outline-style")), None)
        self.outline = _levels(outline) if outline is not None else {}

    def levels(self, list_style: str) -> dict[int, Level]:
        """The levels of a list from 0; none where the style is not there."""
        return self._lists.get(list_style, {})

    def is_title(self, style: str) -> bool:
        return any(attribute(one, "style:name") == "Title" for one in self._chain("paragraph", style))

    def hides(self, family: str, style: str) -> bool:
        """Whether a style hides its text."""
        for one in self._chain(family, style):
            for properties in _all(one, "style:text-properties"):
                if display := attribute(properties, "text:display"):
                    return display == "none"
        return False

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = attribute(self._styles[family, name], "style:parent-style-name")


def _all(element: Element, path: str) -> list[Element]:
    return [found for found in element.xpath(path) if not isinstance(found, str)]


def _levels(style: Element) -> dict[int, Level]:
    return {counted(one, "text:level") - 1: _level(one) for one in style.children if "text:level" in one.attributes}


def _level(one: Element) -> Level:
    if not one.tag.endswith(("list-level-style-number", "outline-level-style")):
        return Level("bullet")
    format_ = attribute(one, "style:num-format")
    if not format_:
        return Level("none")
    last = counted(one, "text:level")
    first = max(1, last - counted(one, "text:display-levels") + 1)
    numbers = ".".join(f"%{level}" for level in range(first, last + 1))
    template = attribute(one, "style:num-prefix") + numbers + attribute(one, "style:num-suffix")
    return Level(_FORMATS.get(format_, "decimal"), template, counted(one, "text:start-value"))
