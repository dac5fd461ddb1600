"""Tables with a text in each row (CSV, TSV, JSON Lines, Parquet): each row is a document.

Rows come one after the other: a table may be larger than the memory.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from luoshi.errors import ReadError
from luoshi.readers.csv_table import delimiter_of
from luoshi.readers.encodings import decode
from luoshi.readers.extras import need
from luoshi.readers.isolation import isolated
from luoshi.readers.refusals import MAX_BYTES

_HEAD = 2**20  # bytes that tell a table's encoding
_SAMPLE = 100_000  # characters that tell what stands between its cells
_MOST_COLUMNS = 10_000
_LARGEST_GROUP = 2**30  # bytes; a Parquet file is read one row group after the other


class Columns(NamedTuple):
    """Which column of a table of texts holds what; without ``id``, the number of the row names the document."""

    text: str
    id: str | None = None
    date: str | None = None
    place: str | None = None


class Row(NamedTuple):
    """One text of a table, with what the other columns say. ``number`` counts from 1, without the head."""

    number: int
    text: str
    id: str = ""
    date: str = ""
    place: str = ""
    metadata: tuple[tuple[str, str], ...] = ()


def rows(path: Path, columns: Columns) -> Iterator[Row | ReadError]:
    """Each row of the file, or why it gives none.

    Raises ReadError if the file cannot be read or has no such column, or where it breaks off.
    """
    try:
        for number, record in enumerate(TEXT_TABLES[path.suffix.lower()](path, columns), start=1):
            yield record if isinstance(record, ReadError) else _row(path, number, record, columns)
    except PermissionError:
        raise ReadError(f"{path} cannot be read: permission denied.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.") from None


def _row(path: Path, number: int, record: Mapping[str, Any], columns: Columns) -> Row | ReadError:
    named = {column for column in columns if column}
    if columns.text not in record:
        return ReadError(_no_column(f"{path}, row {number},", columns.text, list(record)))
    text = record[columns.text]
    if not isinstance(text, str) or not text.strip():
        return ReadError(f"{path}, row {number}, holds no text in column {columns.text!r}.")
    name, date, place = (_shown(record.get(column)) if column else "" for column in columns[1:])
    further = ((column, _shown(value)) for column, value in record.items() if column not in named)
    return Row(number, text, name, date, place, tuple((column, value) for column, value in further if value))


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str).strip('"')


def _check_columns(path: Path, columns: Columns, present: Sequence[str]) -> None:
    for name in columns:
        if name and name not in present:
            raise ReadError(_no_column(str(path), name, present))


def _no_column(where: str, name: str, present: Sequence[str]) -> str:
    shown = ", ".join(present[:20]) + (", …" if len(present) > 20 else "")
    return f"{where} has no column {name!r} (columns: {shown})."


# --------------------------------------------------------------------------------------------- CSV


def _from_csv(path: Path, columns: Columns) -> Iterator[dict[str, str] | ReadError]:
    csv.field_size_limit(MAX_BYTES)
    with _opened(path) as file:
        sample = file.read(_SAMPLE)
        file.seek(0)
        reader = csv.reader(_without_nul(file), delimiter=delimiter_of(sample))
        try:
            head = [name.strip().removeprefix("\ufeff") for name in next(reader, [])]
            _check_columns(path, columns, head)
            for cells in reader:
                if cells:
                    yield dict(zip(head, cells, strict=False))
        except csv.Error as error:
            raise ReadError(f"{path} is damaged in line {reader.line_num}: {error}.") from None


def _without_nul(file: Iterable[str]) -> Iterator[str]:
    return (line.replace("\0", "") for line in file)


def _opened(path: Path) -> IO[str]:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise ReadError(f"{path} is empty.")
    whole = head[: head.rfind(b"\n") + 1] or head
    decoded = decode(whole)
    if decoded is None:
        raise ReadError(f"{path} cannot be decoded: it is neither UTF-8 nor GB18030, Big5 or UTF-16.")
    encoding = decoded[1]
    if encoding.startswith(("utf-16", "utf-32")) and head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        encoding = encoding[:6]  # the name without -le takes the mark off
    return path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline="")


# --------------------------------------------------------------------------------------------- JSON Lines


def _from_json_lines(path: Path, columns: Columns) -> Iterator[dict[str, Any] | ReadError]:
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            yield record if isinstance(record, dict) else ReadError(f"{path}, line {number}, is no JSON object.")


# --------------------------------------------------------------------------------------------- Parquet


def _from_parquet(path: Path, columns: Columns) -> Iterator[dict[str, Any] | ReadError]:
    need("pyarrow", "corpora", f"{path} is a Parquet file")
    names, groups = isolated(str(path), _parquet_outline, str(path))
    _check_columns(path, columns, names)
    for group in range(groups):
        yield from isolated(str(path), _parquet_rows, str(path), group)


def _parquet_outline(path: str) -> tuple[list[str], int]:
    with _parquet(path) as file:
        largest = max((file.metadata.row_group(n).total_byte_size for n in range(file.num_row_groups)), default=0)
        if largest > _LARGEST_GROUP or len(file.schema_arrow.names) > _MOST_COLUMNS:
            raise ReadError(f"{path} is too large: a row group of {largest / 2**20:.0f} MiB, where 1024 MiB are read.")
        return list(file.schema_arrow.names), file.num_row_groups


def _parquet_rows(path: str, group: int) -> list[dict[str, Any]]:
    with _parquet(path) as file:
        records: list[dict[str, Any]] = file.read_row_group(group).to_pylist()
        return records


def _parquet(path: str) -> Any:
    import pyarrow
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(path)
    except pyarrow.ArrowException:
        raise ReadError(f"{path} is no Parquet file, or a damaged one.") from None


TEXT_TABLES = MappingProxyType(
    {
        ".csv": _from_csv,
        ".tsv": _from_csv,
        ".jsonl": _from_json_lines,
        ".ndjson": _from_json_lines,
        ".parquet": _from_parquet,
    }
)
"""What takes the records of a table out of a file, by its ending in small letters."""
