"""The worked examples of docs/records.md are what extraction gives; its tables name every field, measure and kind."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from markdown_blocks import tables

from luoshi.extraction.figures import find_figures
from luoshi.flows import plain_flow
from luoshi.model import Bound, Figure, FindingKind, Measure
from luoshi.publishing.jsonl import TYPES
from luoshi.readers import from_text

PAGE = Path(__file__).resolve().parents[2] / "docs" / "records.md"
Row = dict[str, str]


def worked_examples() -> list[tuple[str, list[Row]]]:
    """Each sentence with the rows that stand for its figures; a row with no words goes on with the one above."""
    found: list[tuple[str, list[Row]]] = []
    for table in tables(PAGE):
        for row in table:
            words = row.pop("words", None)
            if words:
                found.append((words, [row]))
            elif words == "":
                found[-1][1].append(row)
    return found


def field_of(figure: Figure, name: str) -> str:
    value = getattr(figure, name)
    return "" if value is None else str(value)


@pytest.mark.parametrize(
    ("words", "rows"), worked_examples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_worked_example(words: str, rows: list[Row]) -> None:
    document = from_text(words, date="2026-01-15", place="青澜市")
    figures = find_figures(document, plain_flow(document))
    assert [{name: field_of(figure, name) for name in row} for figure, row in zip(figures, rows, strict=False)] == rows
    assert len(figures) == len(rows)
    for row in rows:
        assert "value" not in row or Decimal(row["value"]).is_finite()


def test_there_are_worked_examples() -> None:
    assert len(worked_examples()) > 10


def first_column(header: str) -> set[str]:
    """The code words in the first column of the tables whose first column has that header."""
    cells = [row[header] for table in tables(PAGE) for row in table if header in row and next(iter(row)) == header]
    return {word.strip(" `") for cell in cells for word in cell.split(",")}


def test_every_measure_kind_and_type_is_explained() -> None:
    assert first_column("measure") == {measure.value for measure in Measure}
    assert first_column("kind") == {kind.value for kind in FindingKind}
    assert first_column("type") == set(TYPES)


def test_every_field_of_a_figure_is_explained() -> None:
    assert first_column("field") == {field.name for field in dataclasses.fields(Figure)}


def test_every_bound_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [bound for bound in Bound if f"`{bound.value}`" not in page] == []
