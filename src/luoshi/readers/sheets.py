"""Workbooks (.xlsx, .xls, .ods): each visible sheet under its name, its rows as lines of cells.

python-calamine gives values, not what is shown: of formats, dates and (in .xlsx) percentages are known.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from xml.etree.ElementTree import ParseError

from luoshi.errors import ReadError
from luoshi.model import BlockKind
from luoshi.readers.extras import need
from luoshi.readers.isolation import isolated
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import Passage, parsed_passages, tidied
from luoshi.readers.sheet_passages import passages_of
from luoshi.readers.xlsx_cells import Cells, cells_of
from luoshi.readers.zipped import open_zip, refuse_entities

MAX_CELLS = 2_000_000  # of one sheet, empty ones between others included

_UNNAMED = re.compile(r"(?:sheet|工作表|表|table)[ _]?\d{0,3}", re.IGNORECASE)
_MIDNIGHT = datetime.time()

Value = int | float | str | bool | datetime.date | datetime.time | datetime.timedelta
Sheet = tuple[str, list[list[str]]]


def read_workbook(data: bytes, source: str) -> Parsed:
    """Raises ReadError for what is no workbook, is damaged, protected or too large, or holds no words."""
    cells = _looked_through(data, source) if data.startswith(b"PK") else {}
    need("python_calamine", "office", f"{source} is a workbook")
    found: list[Passage] = []
    for name, rows in isolated(source, parse, data, source, cells):
        tables = max((passage.table + 1 for passage in found), default=0)
        if inside := passages_of(rows, tables):
            heading = tidied(name)
            if not _UNNAMED.fullmatch(heading):
                found.append(Passage(heading, BlockKind.HEADING, 2))
            found += inside
    if not found:
        raise ReadError(f"{source} is a workbook without words.")
    return parsed_passages(found, "utf-8", _media_type(data))


def _media_type(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return "application/vnd.ms-excel"
    opendocument = "application/vnd.oasis.opendocument.spreadsheet"
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return opendocument if opendocument.encode() in data[:200] else excel


def _looked_through(data: bytes, source: str) -> dict[str, Cells]:
    archive = open_zip(data, source)
    refuse_entities(archive, source)
    try:
        cells = cells_of(archive, source) if "xl/workbook.xml" in archive.namelist() else {}
    except (ParseError, ValueError):
        raise ReadError(f"{source} is damaged: it cannot be opened as a workbook.") from None
    for name, sheet in cells.items():
        _check_extent(sheet.rows, sheet.columns, name, source)
    return cells


def _check_extent(rows: int, columns: int, name: str, source: str) -> None:
    if rows * columns > MAX_CELLS:
        raise ReadError(
            f"{source} is too large: its sheet {name!r} spans {rows * columns:,} cells, where at most {MAX_CELLS:,} are read."
        )


def parse(data: bytes, source: str, cells: Mapping[str, Cells]) -> list[Sheet]:
    """The visible sheets: their names and rows of cells. Raises ReadError."""
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets: list[Sheet] = []
            for metadata in workbook.sheets_metadata:
                if (
                    metadata.visible == calamine.SheetVisibleEnum.Visible
                    and metadata.typ == calamine.SheetTypeEnum.WorkSheet
                ):
                    sheet = workbook.get_sheet_by_name(metadata.name)
                    row, column = sheet.end or (0, 0)
                    _check_extent(row + 1, column + 1, metadata.name, source)
                    percentages = cells[metadata.name].percentages if metadata.name in cells else frozenset()
                    sheets.append((metadata.name, _rows(sheet.to_python(skip_empty_area=False), percentages)))
            return sheets
    except calamine.PasswordError:
        raise ReadError(f"{source} is protected by a password.") from None
    except (calamine.CalamineError, OSError, ValueError):
        raise ReadError(f"{source} is damaged: it cannot be opened as a workbook.") from None


def _rows(rows: Sequence[Sequence[Value]], percentages: frozenset[tuple[int, int]]) -> list[list[str]]:
    return [
        [shown(value, (at, column) in percentages) for column, value in enumerate(row)] for at, row in enumerate(rows)
    ]


def shown(value: Value, percentage: bool = False) -> str:
    """A value as a sheet shows it without a format of its own: 1234.0 as 1234, dates as in ISO 8601."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        exact = Decimal(f"{value:.15g}") * (100 if percentage else 1)
        return f"{exact.normalize():f}" + ("%" if percentage else "")
    if isinstance(value, datetime.datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat(" ", "seconds") if isinstance(value, datetime.datetime) else value.isoformat()
    return str(value)
