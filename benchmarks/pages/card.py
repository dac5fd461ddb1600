"""Picture cards: a few large words and numbers over a picture, slanted, with sizes mixed within a line."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta
from typing import NamedTuple

from pages.design import SANS, SERIF, Design
from pages.pictures import photograph
from pages.prose import Writer
from pages.truth import Kind

_WIDTH = 1080
_LARGE = re.compile(r"\*([^*]+)\*")
_SLANTS = (
    "",
    "transform:skewX(-14deg)",
    "transform:rotate(-3deg)",
    "transform:rotate(-6deg) skewX(-8deg)",
    "font-style:italic",
)
_STROKES = ("", "", "-webkit-text-stroke:2px rgba(20,20,60,.7)", "letter-spacing:-.04em")
_COLOURS = (("#ffffff", "#ffe15a"), ("#ffffff", "#ffffff"), ("#fff6d6", "#ff9b2f"), ("#ffffff", "#7ff0c8"))
_SHADES = ("rgba(8,24,66,.62)", "rgba(90,10,10,.58)", "rgba(0,50,40,.58)", "rgba(0,0,0,.45)")


class _Room(NamedTuple):
    """A place for words, in pixels."""

    left: float
    top: float
    width: float
    height: float


class Card:
    """A card in the making."""

    def __init__(self, seed: str, *, small: bool = False) -> None:
        self.writer = Writer(seed)
        self.draw = self.writer.draw
        self.design = Design(_WIDTH, self.draw.choice((1080, 1440, 1600)), picture=True)
        self.day = date(2026, 1, 12) + timedelta(self.draw.randrange(80))
        self.plain, self.loud = self.draw.choice(_COLOURS)
        self.font = self.draw.choice((SANS, SANS, SERIF))
        self.slant = self.draw.choice(_SLANTS)
        self.stroke = self.draw.choice(_STROKES)
        self._most = 2 if small else 6

    def make(self) -> Design:
        """The whole card."""
        height = self.design.height
        self.design.put(0, photograph(self.draw, _WIDTH, height), 0, 0, _WIDTH)
        self.design.put(0, "", 0, 0, _WIDTH, f"height:{height}px;background:{self.draw.choice(_SHADES)}")
        top = self._title()
        most = min(self._most, int((height - top) / 180))
        number = self.draw.randint(min(3, most), most)
        if number >= 4 and self.draw.random() < 0.5:
            self._tiles(number, top)
        else:
            self._rows(number, top)
        self._print(
            Kind.PARAGRAPH,
            number + 2,
            [self.writer.one("sources", "cards")],
            _Room(60, height - 60, 960, 50),
            26,
            "left",
        )
        return self.design

    def _title(self) -> float:
        words = self.writer.one("titles", "cards")
        size = min(104.0, 960 / len(words))
        where = _Room(60, 70, 960, size * 1.5)
        self._print(Kind.HEADING, 1, [words], where, size, self.draw.choice(("left", "center")), self.slant)
        return 110 + size * 1.4

    def _rows(self, number: int, top: float) -> None:
        """Statements one below the other, perhaps each farther to the right."""
        high = (self.design.height - top - 90) / number
        step = self.draw.choice((0, 0, 40))
        for row in range(number):
            where = _Room(70 + step * row, top + high * row, 940 - step * row, high * 0.94)
            self._print(Kind.PARAGRAPH, row + 2, self._statement(), where, 84, "left", self.slant)

    def _tiles(self, number: int, top: float) -> None:
        """Statements in two columns, row by row."""
        rows = -(-number // 2)
        high = (self.design.height - top - 90) / rows
        for tile in range(number):
            left, above = 50 + 500 * (tile % 2), top + high * (tile // 2)
            style = f"height:{high - 24:.0f}px;border-radius:18px;background:rgba(255,255,255,.16)"
            self.design.put(0, "", left, above, 480, style)
            where = _Room(left + 16, above + 12, 448, high - 48)
            self._print(Kind.PARAGRAPH, tile + 2, self._statement(), where, 60, "center")

    def _statement(self) -> list[str]:
        return self.writer.one("statements", "cards").split("/")

    def _print(
        self, kind: Kind, article: int, lines: list[str], room: _Room, size: float, align: str, slant: str = ""
    ) -> None:
        """Lines one below the other, what stands in * larger; not larger than ``size`` and than the room wants."""
        scale = self.draw.choice((1.6, 2.2, 3.0))
        longest = max(_length(line, scale) for line in lines)
        ems = sum(1.2 * scale + 0.35 if "*" in line else 1.4 for line in lines)
        size = min(size, room.width * 0.94 / longest, room.height / ems)
        piece = self.design.add(kind, article, "".join(line.replace("*", "") for line in lines))
        gap = f"margin:0 {self.draw.choice((0, 0.04, 0.12))}em"
        large = f'<b style="font-size:{scale}em;color:{self.loud};line-height:1.1;{gap}">'
        content = "".join(
            f'<div data-piece="{piece}">{_LARGE.sub(lambda m: f"{large}{m[1]}</b>", html.escape(line))}</div>'
            for line in lines
        )
        shadow = "text-shadow:2px 3px 6px rgba(0,0,0,.55);white-space:nowrap"
        style = f"font:bold {size:.1f}px/1.35 {self.font};color:{self.plain};text-align:{align};{shadow};{slant};{self.stroke}"
        self.design.put(0, content, room.left, room.top, room.width, style)


def _length(line: str, scale: float) -> float:
    """About how wide a line is, in characters of its plain size."""

    def width(words: str) -> float:
        return sum(0.6 if character.isascii() else 1.0 for character in words)

    large = "".join(_LARGE.findall(line))
    return width(_LARGE.sub("", line)) + scale * width(large)


def card(seed: str, *, small: bool = False) -> tuple[Design, str]:
    """A card and its date."""
    made = Card(seed, small=small)
    return made.make(), made.day.isoformat()
