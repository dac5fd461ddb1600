"""Texts of our own: sentences drawn from templates with invented names and figures, the same for the same seed."""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"
PLACE = "青澜市"
THEMES = ("economy", "industry", "livelihood", "ecology", "farming", "city")

_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+(?:\.(\d))?)-(\d+(?:\.\d)?)")
_QUOTED = 4  # every so many paragraphs somebody speaks
_COMMON = 0.2  # the share of sentences that are of no theme
_LONG = 900  # characters of an article with headings in its text

Templates = Mapping[str, list[str]]


@cache
def templates(name: str) -> Templates:
    """The templates of a file in words/, each list by its name."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Story:
    """A newspaper article: headlines ("" where there is none) and paragraphs as lists of sentences.

    ``heads`` are headings within the text, by the number of the paragraph that follows.
    """

    headline: str
    kicker: str = ""
    subtitle: str = ""
    paragraphs: list[list[str]] = field(default_factory=list)
    heads: dict[int, str] = field(default_factory=dict)


class Writer:
    """Draws sentences. Each list of templates is used up before any of it comes again."""

    def __init__(self, seed: str) -> None:
        self.draw = random.Random(seed)
        self._decks: dict[tuple[str, str], list[str]] = {}
        self._used: Counter[tuple[str, str]] = Counter()

    def one(self, name: str, theme: str = "common") -> str:
        """A text of the list ``name`` of a theme with its slots filled."""
        deck = self._decks.setdefault((theme, name), [])
        if not deck:
            deck += templates(theme)[name]
            self.draw.shuffle(deck)
        return _SLOT.sub(lambda slot: self._filled(slot[1], theme), deck.pop())

    def some(self, name: str, theme: str, number: int) -> list[str]:
        """``number`` texts of a list."""
        return [self.one(name, theme) for _ in range(number)]

    def _filled(self, slot: str, theme: str) -> str:
        if number := _RANGE.fullmatch(slot):
            low, decimals, high = number.groups()
            if decimals is None:
                return str(self.draw.randint(int(low), int(high)))
            return f"{self.draw.randint(round(float(low) * 10), round(float(high) * 10)) / 10:.1f}"
        return self.one(slot, theme if slot in templates(theme) else "common")

    def sentence(self, name: str, theme: str) -> str:
        """A sentence of a theme; one that fits every theme where all of its own have been used."""
        if self._used[theme, name] >= len(templates(theme)[name]) or self.draw.random() < _COMMON:
            return self.one("combined", "combined")
        self._used[theme, name] += 1
        return self.one(name, theme)

    def story(self, theme: str) -> Story:
        """The headlines of an article of a theme."""
        story = Story(self.one("headlines", theme))
        if self.draw.random() < 0.5:
            story.kicker = self.one("kickers", theme)
        if self.draw.random() < 0.6:
            story.subtitle = self.one("subtitles", theme)
        return story

    def fill(self, story: Story, theme: str, characters: int) -> None:
        """Writes the text of an article, somewhat longer than ``characters``."""
        story.paragraphs.append([self.one("leads", theme)])
        length = len(story.paragraphs[0][0])
        while length < characters:
            paragraph = self._paragraph(theme, len(story.paragraphs))
            length += sum(map(len, paragraph))
            story.paragraphs.append(paragraph)
        if characters > _LONG:
            every = self.draw.randint(4, 6)
            chosen = self.some("heads", theme, min(len(templates(theme)["heads"]), len(story.paragraphs) // every))
            story.heads = {1 + every * number: head for number, head in enumerate(chosen)}

    def _paragraph(self, theme: str, number: int) -> list[str]:
        if number % _QUOTED == _QUOTED - 1:
            return [self.sentence("quotes", theme), self.sentence(self.draw.choice(("facts", "actions")), theme)]
        kinds = self.draw.choices(("facts", "actions"), (3, 2), k=self.draw.randint(1, 4))
        return [self.sentence(kind, theme) for kind in kinds]
