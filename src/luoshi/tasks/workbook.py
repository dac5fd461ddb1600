"""A task list as a workbook (.xlsx), set as offices set it: title row, frozen head, wrapped text, A4 landscape, a list of
statuses to choose from."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from luoshi.tasks.rows import (
    COLUMNS,
    DECISION,
    DECISIONS,
    NUMBER,
    PAGE,
    RECORD,
    RESULT_RECORD,
    STATUS,
    STATUSES,
    Column,
    TaskList,
)

_QUIET = (RECORD, RESULT_RECORD)
_A4 = 9  # Excel's number of the paper
_TITLE_HEIGHT, _HEAD_HEIGHT = 34, 24  # points
_LINE = 14.5  # points a line of 10-point type takes
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NAME_LENGTH = 31  # of a sheet, set by Excel


def workbook_of(lists: Sequence[TaskList], xlsxwriter: ModuleType) -> bytes:
    """The bytes of a workbook with a sheet for each document. ``xlsxwriter`` is the library, which comes with an extra."""
    buffer = io.BytesIO()
    # words of documents are words, whatever they begin with: neither formulas nor links
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    formats = _formats(book)
    taken: set[str] = set()
    for tasks in lists:
        _write(book.add_worksheet(_sheet_name(tasks.name, taken)), tasks, formats)
    if not lists:
        _write(book.add_worksheet(), TaskList("任务分解表", "", []), formats)
    book.close()
    return buffer.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    cell = {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "vcenter", "border": 1}
    return {
        "title": book.add_format(
            {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"}
        ),
        "head": book.add_format({**cell, "font_name": "黑体", "align": "center", "bg_color": "#E7EBF0"}),
        "cell": book.add_format(cell),
        "centred": book.add_format({**cell, "align": "center"}),
        "open": book.add_format({**cell, "bg_color": "#FFFBE6", "locked": False}),
        "quiet": book.add_format({**cell, "font_size": 7, "font_color": "#808080"}),
    }


def _write(sheet: Any, tasks: TaskList, formats: dict[str, Any]) -> None:
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, last, tasks.title, formats["title"])
    sheet.set_row(0, _TITLE_HEIGHT)
    sheet.set_row(1, _HEAD_HEIGHT)
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write_string(1, at, column.head, formats["head"])
    for number, row in enumerate(tasks.rows, start=2):
        sheet.set_row(number, _LINE * _lines(row) + 4)
        for at, (column, words) in enumerate(zip(COLUMNS, row, strict=True)):
            form = formats["open" if column.filled_in else _form(at)]
            if column is NUMBER or (column is PAGE and words):
                sheet.write_number(number, at, int(words), form)
            elif words:
                sheet.write_string(number, at, words, form)
            else:
                sheet.write_blank(number, at, None, form)
    for column, choices in ((STATUS, [*STATUSES.values()]), (DECISION, [*DECISIONS.values()])):
        if tasks.rows:
            at = COLUMNS.index(column)
            sheet.data_validation(2, at, len(tasks.rows) + 1, at, _choices(column, choices))
    sheet.autofilter(1, 0, max(len(tasks.rows) + 1, 1), last)
    _set_up_print(sheet, len(tasks.rows) + 1, last)


def _choices(column: Column, words: list[str]) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": words,
        "error_title": column.head,
        "error_message": "请从列表中选择：" + "、".join(words),
    }


def _set_up_print(sheet: Any, last_row: int, last_column: int) -> None:
    sheet.freeze_panes(2, 2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.set_footer("&C第&P页，共&N页")


def _form(at: int) -> str:
    column = COLUMNS[at]
    return "centred" if column in (NUMBER, PAGE) else "quiet" if column in _QUIET else "cell"


def _lines(row: Sequence[str]) -> int:
    """How many lines the fullest cell of a row takes: a Chinese character is two of a sheet's wide."""
    return (
        max(
            -(-(2 * len(words)) // max(column.width - 1, 1))
            for column, words in zip(COLUMNS, row, strict=True)
            if column not in _QUIET
        )
        or 1
    )


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes and no other sheet has."""
    base = _FORBIDDEN.sub("_", name).strip("' ")[:_NAME_LENGTH] or "任务"
    unique, count = base, 1
    while unique.lower() in taken or unique.lower() == "history":
        count += 1
        unique = f"{base[: _NAME_LENGTH - len(str(count)) - 1]}-{count}"
    taken.add(unique.lower())
    return unique
