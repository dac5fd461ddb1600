"""Headlines: up to three lines of type of different sizes over an article."""

from __future__ import annotations

import random
from typing import NamedTuple

from pages.design import POINT, SANS, SERIF, marked
from pages.grid import Region
from pages.paper import Paper
from pages.prose import Story
from pages.truth import Kind

_SIZES = (22, 26, 30, 36)  # points, where the columns are wide enough
_FONTS = (f"bold {{:.1f}}px {SANS}", f"bold {{:.1f}}px {SERIF}", f"900 {{:.1f}}px {SERIF}")


class HeadlineLine(NamedTuple):
    """A line with its CSS and its height."""

    words: str
    style: str
    height: float


def headline(story: Story, width: float, draw: random.Random) -> list[HeadlineLine]:
    """The lines of a story's headline, one above the other, as large as the width allows."""

    def fit(words: str, most: float) -> float:
        return min(most * POINT, width * 0.97 / len(words))

    main = fit(story.headline, draw.choice(_SIZES))
    lines = [(story.headline, draw.choice(_FONTS).format(main), main * 1.35)]
    if story.kicker:
        size = min(fit(story.kicker, 13), main * 0.7)
        lines.insert(0, (story.kicker, f"{size:.1f}px {SANS}", size * 1.5))
    if story.subtitle:
        size = min(fit(story.subtitle, 12.5), main * 0.7)
        lines.append((story.subtitle, f"{size:.1f}px {draw.choice((SERIF, SANS))}", size * 1.6))
    where = draw.choice(("center", "left"))
    return [
        HeadlineLine(words, f"font:{font};line-height:{height:.1f}px;text-align:{where};white-space:nowrap", height)
        for words, font, height in lines
    ]


def set_headline(paper: Paper, story: Story, article: int, region: Region, inset: float) -> int:
    """Sets the headline of a region, ``inset`` pixels from its sides; gives its height in rows."""
    width = paper.width(region.last - region.first) - 2 * inset
    lines = headline(story, width, paper.draw)
    high = sum(line.height for line in lines)
    rows = int(-(-high // paper.look.leading))
    y = paper.y(region.top) + (rows * paper.look.leading - high) / 3
    for line in lines:
        piece = paper.design.add(Kind.HEADING, article, line.words)
        content = marked(piece, line.words)
        paper.design.put(0, content, paper.x(region.first) + inset, y, width, line.style, paper.draw.random())
        y += line.height
    return rows
