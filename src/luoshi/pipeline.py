"""The way of the data for one file: read, repair, extract, check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from luoshi.checks import check
from luoshi.extraction import extract_records
from luoshi.extraction.figures import explain
from luoshi.extraction.reasons import Reasons
from luoshi.inputs import Input, legible
from luoshi.model import Case, Document, Finding, Span
from luoshi.repair import repair


def process(item: Input | str | Path, *, date: str | None = None, place: str | None = None) -> Case:
    """Reads, repairs, extracts and checks one document: an input, or a file by its path ("-" is standard input).

    Raises ReadError when it cannot be read.
    """
    document = _legible(_input(item).read(date=date, place=place))
    flow, damage = repair(document)
    case = Case(document, flow, extract_records(document, flow), damage)
    return replace(case, findings=(*damage, *check(case)))


def reasons_of(case: Case) -> dict[Span, Reasons]:
    """Which rule gave each field of the figures of a case, by the span of the figure."""
    return {figure.span: reasons for figure, reasons in explain(case.document, case.flow)}


def examine(item: Input | str | Path) -> tuple[Document, tuple[Finding, ...]]:
    """Reads one document and says only where its text is damaged. Raises ReadError when it cannot be read."""
    document = _legible(_input(item).read())
    return document, repair(document)[1]


def _input(item: Input | str | Path) -> Input:
    return item if isinstance(item, Input) else Input(str(item))


def _legible(document: Document) -> Document:
    return replace(document, name=legible(document.name), source=legible(document.source))
