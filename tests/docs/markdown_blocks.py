"""Fenced blocks, tables and links of a Markdown file, as the tests of the documentation need them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_ROW = re.compile(r"^\|(.*)\|$")


class FencedBlock(NamedTuple):
    """A fenced block: its language, its words, the line on which it begins, and the ``text`` block right after it."""

    language: str
    body: str
    line: int
    shown: str | None


def fenced_blocks(path: Path) -> list[FencedBlock]:
    """All fenced blocks in order; a ``text`` block directly behind another is the output that is shown of it."""
    words = path.read_text(encoding="utf-8")
    found = list(_FENCE.finditer(words))
    blocks = []
    for number, here in enumerate(found):
        after, shown = next(iter(found[number + 1 :]), None), None
        if after is not None and after[1] == "text" and not words[here.end() : after.start()].strip():
            shown = after[2]
        blocks.append(FencedBlock(here[1], here[2], words.count("\n", 0, here.start()) + 1, shown))
    return blocks


def rewrite_shown(path: Path, outputs: list[str | None]) -> None:
    """Puts outputs, one a ``sh`` or ``python`` block (None: none is shown), into the ``text`` blocks behind these."""
    waiting, replacement = iter(outputs), None

    def with_output(found: re.Match[str]) -> str:
        nonlocal replacement
        if found[1] in ("sh", "python"):
            replacement = next(waiting)
            return found[0]
        if found[1] != "text" or replacement is None:
            return found[0]
        words, replacement = f"```text\n{replacement}```", None
        return words

    path.write_text(_FENCE.sub(with_output, path.read_text(encoding="utf-8")), encoding="utf-8")


def links(path: Path) -> list[str]:
    """The targets of all links and pictures outside fenced blocks."""
    return _LINK.findall(_FENCE.sub("", path.read_text(encoding="utf-8")))


def anchors(path: Path) -> set[str]:
    """The anchors that GitHub makes from the headings."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def tables(path: Path) -> list[list[dict[str, str]]]:
    """The tables outside fenced blocks: a list of rows, each by column name."""
    found: list[list[dict[str, str]]] = []
    header: list[str] | None = None
    for line in _FENCE.sub("", path.read_text(encoding="utf-8")).splitlines():
        row = _ROW.match(line.strip())
        if row is None:
            header = None
            continue
        cells = [cell.strip() for cell in row[1].split("|")]
        if header is None:
            header = cells
            found.append([])
        elif not set("".join(cells)) <= set("-: "):
            found[-1].append(dict(zip(header, cells, strict=True)))
    return found
