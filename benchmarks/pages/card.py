"""Picture cards: a few large words and numbers over a picture, slanted, with sizes mixed within a line."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

from pages.design import SANS, SERIF, Design
from pages.pictures import photograph
from pages.prose import Writer
from pages.truth import Kind

_WIDTH = 1080
_LARGE = re.compile(r"\*([^*]+)\*")
_COLOURS = (("#ffffff", "#ffe15a"), ("#ffffff", "#ffffff"), ("#fff6d6", "#ff9b2f"), ("#ffffff", "#7ff0c8"))
_SHADES = ("rgba(8,24,66,.62)", "rgba(90,10,10,.58)", "rgba(0,50,40,.58)", "rgba(0,0,0,.45)")


class Card:
    """A card in the making."""

    def __init__(self, seed: str, *, small: bool = False) -> None:
        self.writer = Writer(seed)
        self.draw = self.writer.draw
        self.design = Design(_WIDTH, self.draw.choice((1080, 1440, 1600)), picture=True)
        self.day = date(2026, 1, 12) + timedelta(self.draw.randrange(80))
        self.plain, self.loud = self.draw.choice(_COLOURS)
        self.font = self.draw.choice((SANS, SANS, SERIF))
        self.slant = self.draw.choice(("", "transform:skewX(-10deg)", "transform:rotate(-3deg)", "font-style:italic"))
        self._most = 2 if small else 6

    def make(self) -> Design:
        """The whole card."""
        height = self.design.height
        self.design.put(0, photograph(self.draw, _WIDTH, height), 0, 0, _WIDTH)
        self.design.put(0, "", 0, 0, _WIDTH, f"height:{height}px;background:{self.draw.choice(_SHADES)}")
        top = self._title()
        number = self.draw.randint(2, min(self._most, int((height - top) / 190)))
        if number >= 4 and self.draw.random() < 0.5:
            self._tiles(number, top)
        else:
            self._rows(number, top)
        self._print(Kind.PARAGRAPH, 1, [self.writer.one("sources", "cards")], 60, height - 60, 960, 26, "left")
        return self.design

    def _title(self) -> float:
        words = self.writer.one("titles", "cards")
        size = min(104.0, 960 / len(words))
        self._print(Kind.HEADING, 1, [words], 60, 70, 960, size, self.draw.choice(("left", "center")), self.slant)
        return 110 + size * 1.4

    def _rows(self, number: int, top: float) -> None:
        """Statements one below the other, perhaps each farther to the right."""
        room = (self.design.height - top - 90) / number
        step = self.draw.choice((0, 0, 40))
        for row in range(number):
            lines = self._statement()
            size = min(room / (len(lines) * 1.9), 62)
            left = 70 + step * row
            self._print(
                Kind.PARAGRAPH, row + 2, lines, left, top + room * row, 940 - step * row, size, "left", self.slant
            )

    def _tiles(self, number: int, top: float) -> None:
        """Statements in two columns, row by row."""
        rows = -(-number // 2)
        room = (self.design.height - top - 90) / rows
        for tile in range(number):
            left, above = 50 + 500 * (tile % 2), top + room * (tile // 2)
            style = f"height:{room - 24:.0f}px;border-radius:18px;background:rgba(255,255,255,.16)"
            self.design.put(0, "", left, above, 480, style)
            lines = self._statement()
            size = min((room - 30) / (len(lines) * 2), 46)
            self._print(Kind.PARAGRAPH, tile + 2, lines, left + 16, above + 16, 448, size, "center")

    def _statement(self) -> list[str]:
        return self.writer.one("statements", "cards").split("/")

    def _print(
        self,
        kind: Kind,
        article: int,
        lines: list[str],
        left: float,
        top: float,
        width: float,
        size: float,
        align: str,
        slant: str = "",
    ) -> None:
        """Lines one below the other, what stands in * about twice as large; as small as the width wants."""
        scale = self.draw.choice((1.6, 2.0, 2.4))
        longest = max(_length(line, scale) for line in lines)
        size = min(size, width * 0.94 / longest)
        piece = self.design.add(kind, article, "".join(line.replace("*", "") for line in lines))
        large = f'<b style="font-size:{scale}em;color:{self.loud};line-height:1.1">'
        content = "".join(
            f'<div data-piece="{piece}">{_LARGE.sub(lambda m: f"{large}{m[1]}</b>", html.escape(line))}</div>'
            for line in lines
        )
        shadow = "text-shadow:2px 3px 6px rgba(0,0,0,.55);white-space:nowrap"
        style = f"font:bold {size:.1f}px/1.35 {self.font};color:{self.plain};text-align:{align};{shadow};{slant}"
        self.design.put(0, content, left, top, width, style)


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
