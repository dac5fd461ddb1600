"""What a document says of itself: title, issuer, date and place, each with the words that say so."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from luoshi.model import Stated
from luoshi.readers.dates import document_date
from luoshi.readers.issuers import completed, issuer
from luoshi.readers.lines import SPACE, Line, head, lines
from luoshi.readers.own_place import own_place
from luoshi.readers.titles import title

_OPENING = 8  # lines of the body in which a speaker says for whom he speaks, and a wire report where it comes from
_ENDING = 8  # lines at the end among which a signature stands
_ENDING_CHARACTERS = 2_000


_ANNEX = re.compile(rf"^[{SPACE}]*附[{SPACE}]?件[\d一二三四五六七八九十]{{0,2}}[:：]?[{SPACE}]*$", re.MULTILINE)
"""The head of an annex (GB/T 9704-2012, 7.3.7): it stands behind the signature and the date."""


class Metadata(NamedTuple):
    """What the text says. ``date_is_own`` and ``issuer_is_own`` tell the document's own from those of the page or
    newspaper that shows it (发布时间：…, 来源：…)."""

    title: Stated | None
    issuer: Stated | None
    date: Stated | None
    place: Stated | None
    issuer_is_own: bool
    date_is_own: bool


def read_metadata(text: str) -> Metadata:
    """Title, issuer, date and place as the head, the opening and the ending of the text state them."""
    top = head(text)
    body = top[-1].end if top else 0
    opening = (*top, *(Line(line.start, line.end, line.words[:200]) for line in islice(lines(text, body), _OPENING)))
    annex = _ANNEX.search(text, body)
    ending = _ending(text[: annex.start()] if annex else text, body)
    found_title = title(text, top)
    found_issuer, issuer_is_own = issuer(text, found_title, top, opening, ending)
    found_date, date_is_own = document_date(top, opening, ending)
    found_place = own_place(text, found_title, found_issuer, top, opening)
    if not issuer_is_own and (full := completed(opening, found_place)):
        found_issuer, issuer_is_own = full, True
    return Metadata(found_title, found_issuer, found_date, found_place, issuer_is_own, date_is_own)


def _ending(text: str, body: int) -> tuple[Line, ...]:
    """The last lines of a text whose body begins at ``body``."""
    start = text.rfind("\n", 0, max(0, len(text) - _ENDING_CHARACTERS)) + 1
    return tuple(lines(text, max(body, start)))[-_ENDING:]
