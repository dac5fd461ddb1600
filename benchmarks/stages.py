"""The stages that a text goes through, each with all that it needs, so that it can be measured alone."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import luoshi
from luoshi.checks import check
from luoshi.extraction.accomplishments import find_accomplishments
from luoshi.extraction.commitments import find_commitments
from luoshi.extraction.figures import find_figures
from luoshi.extraction.passages import spoken_in
from luoshi.extraction.people import find_people
from luoshi.extraction.programmes import find_programmes
from luoshi.flows import plain_flow
from luoshi.model import Case, Document, Finding, Flow, Records
from luoshi.readers import from_text
from luoshi.repair import repair


@dataclass(slots=True)
class Work:
    """One text with what is known of it so far: each stage reads some of it and adds its own.

    ``whole`` says that the stages after repair read the text as it stands: repair takes a phrase that stands there very
    often for a loop, and would leave them nothing to do.
    """

    text: str
    date: str
    whole: bool = False
    document: Document = field(init=False)
    flow: Flow = field(init=False)
    damage: tuple[Finding, ...] = ()
    records: Records = field(default_factory=Records)

    def __post_init__(self) -> None:
        self.document = Document("", "", self.text, "")
        self.flow = plain_flow(self.document)


def _read(work: Work) -> None:
    work.document = from_text(work.text, date=work.date)


def _repair(work: Work) -> None:
    flow, work.damage = repair(work.document)
    work.flow = plain_flow(work.document) if work.whole else flow


def _figures(work: Work) -> None:
    work.records.figures = find_figures(work.document, work.flow)


def _people(work: Work) -> None:
    work.records.people, work.records.remarks = find_people(work.document, work.flow)


def _programmes(work: Work) -> None:
    work.records.programmes = find_programmes(work.document, work.flow, work.records.figures)


def _commitments(work: Work) -> None:
    known = work.records
    given = (work.document, work.flow, known.figures, known.people, known.remarks, known.programmes)
    known.commitments = find_commitments(*given)


def _accomplishments(work: Work) -> None:
    known = work.records
    spoken = spoken_in(work.flow, known.people, known.remarks)
    known.accomplishments = find_accomplishments(work.document, work.flow, known.figures, spoken, known.programmes)


def _check(work: Work) -> None:
    check(Case(work.document, work.flow, work.records, work.damage))


def _extract(work: Work) -> None:
    luoshi.extract(work.text, date=work.date)


STAGES: dict[str, Callable[[Work], None]] = {
    "read": _read,
    "repair": _repair,
    "figures": _figures,
    "people": _people,
    "programmes": _programmes,
    "commitments": _commitments,
    "accomplishments": _accomplishments,
    "check": _check,
}
"""In the order in which a text goes through them."""

EXTRACT = "luoshi.extract"
ALL = {**STAGES, EXTRACT: _extract}
"""The stages, and ``luoshi.extract``, which is the first three."""


def forget() -> None:
    """Empties the bounded caches of Luoshi, so that no text profits from having been measured before.

    What is kept for good (catalogues, patterns) stays, as it does in a run over many files.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "luoshi":
            for item in vars(module).values():
                if isinstance(item, functools._lru_cache_wrapper) and item.cache_parameters()["maxsize"] is not None:
                    item.cache_clear()
