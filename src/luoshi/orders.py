"""What is done with one file, in this process or another: all that depends on the file alone.

What it takes is imported by the process that does it: the one that only hands out orders goes without.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from luoshi.counts import Counts, counts_of
from luoshi.failures import Failure, failure_of
from luoshi.inputs import Input
from luoshi.model import Case
from luoshi.rows import CaseRows, rows_of

if TYPE_CHECKING:
    from luoshi.publishing.page import IndexEntry
    from luoshi.said import Said


class Order(NamedTuple):
    """Read a document, unless its case is known; ``draw`` its page, and write its ``lines`` as JSON.

    ``said`` is what people said of its commitments, by their ids.
    """

    item: Input
    date: str | None
    place: str | None
    draw: bool
    lines: bool
    case: Case | None = None
    said: Mapping[str, Said] | None = None


class Page(NamedTuple):
    """A page in UTF-8, and its entry in the overview, without the address."""

    html: bytes
    entry: IndexEntry


class Done(NamedTuple):
    """What is kept of a file: ``rows`` are None where the case was known, ``page`` a failure where drawing failed."""

    counts: Counts
    rows: CaseRows | None
    lines: tuple[str, ...]
    page: Page | Failure | None


def prepare() -> None:
    """Imports what carrying out an order takes, for a process that has to wait for its first."""
    import luoshi.pipeline
    import luoshi.publishing.page  # noqa: F401


def carry_out(order: Order) -> Done | Failure:
    """Carries out an order; whatever happens to the file comes back as a failure."""
    try:
        case = order.case or _read(order)
        rows = None if order.case else rows_of(case)
        done = Done(counts_of(case), rows, _lines(case) if order.lines else (), page=None)
    except Exception as error:
        return failure_of(order.item.source, error)
    try:
        return done._replace(page=_draw(case, order)) if order.draw else done
    except Exception as error:
        return done._replace(page=failure_of(order.item.source, error))


def _read(order: Order) -> Case:
    from luoshi.pipeline import process

    return process(order.item, date=order.date, place=order.place)


def _lines(case: Case) -> tuple[str, ...]:
    from luoshi.publishing.jsonl import encode, lines

    return tuple(encode(line) for line in lines(case))


def _draw(case: Case, order: Order) -> Page:
    from luoshi.publishing.addresses import PROGRAMMES
    from luoshi.publishing.page import entry, render
    from luoshi.publishing.sheets import pages_to_show

    pictures = order.item.facsimiles(case.document, pages_to_show(case))
    return Page(render(case, pictures, order.said or {}, PROGRAMMES).encode(), entry(case, href=""))
