"""The tables of a register. A record's key is its document with its number in it.

Exact decimals are text (``value``) beside a real number for sorting (``value_real``). Offsets are characters of
``documents.text``. Words that SQL reserves are no column names, so that a register is easily asked by hand.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    func,
    text,
)

from luoshi.register.words import Text
from luoshi.rows import FIGURE_PARTS, STATED

REVISION = "0005"
"""The newest revision in migrations/versions; a change of a table is a new one."""

metadata = MetaData()

EMPTY = text("''")

_WORDING = ("title", "action", "object", "theme")
"""What a commitment and an accomplishment say in their own words, and their theme."""

_BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}  # rows lie in the order of their key: one tree, not two

version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""The revision that a register has; Alembic's own table, and no part of what it compares."""


def _stated(name: str) -> list[Column[Any]]:
    return [
        Column(name, Text),
        Column(f"{name}_origin", String(10)),
        Column(f"{name}_start", Integer),
        Column(f"{name}_end", Integer),
    ]


documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("slug", Text, nullable=False, unique=True),  # the name, made unique: the name of the document's page
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    # the corrected version of this document, where there is one; before the texts, which fill pages of their own
    Column("superseded_by", Integer, ForeignKey("documents.id")),
    # what the caller gave and the version that read it: when any of them differs, the records are made anew
    Column("given_date", Text),
    Column("given_place", Text),
    Column("version", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    *(column for name in STATED for column in _stated(name)),
    Column("text", Text, nullable=False),
    Column("flow_text", Text),  # the repaired reading order; NULL where flow_pieces give it
)


def _of_document(name: str, *columns: Column[Any]) -> Table:
    """A table whose rows belong to a document and are numbered in it from 0."""
    return Table(
        name,
        metadata,
        Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        *columns,
        **_BY_KEY,
    )


def _spans(owner: Table, name: str) -> Table:
    """The stretches of text that prove the rows of ``owner``: ``role`` says what of, ``position`` counts from 0.

    Where the owner has columns for a role's first span, the others are here, from position 1 on.
    """
    return Table(
        name,
        metadata,
        Column("document_id", Integer, primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("role", String(12), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("start_offset", Integer, nullable=False),
        Column("end_offset", Integer, nullable=False),
        ForeignKeyConstraint(["document_id", "number"], [owner.c.document_id, owner.c.number], ondelete="CASCADE"),
        **_BY_KEY,
    )


def _record(name: str, *columns: Column[Any]) -> Table:
    """A table of records: ``record_id`` stays the same from run to run (``luoshi.record_ids``).

    It has no index, which would cost a fifth of each ingest: it begins as its document's digest, and that has one.
    """
    return _of_document(name, Column("record_id", String(40), nullable=False, server_default=EMPTY), *columns)


def _span(name: str) -> list[Column[Any]]:
    """A stretch of text that may be missing."""
    return [Column(f"{name}_start", Integer), Column(f"{name}_end", Integer)]


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _words(name: str) -> Column[Any]:
    """Words that may be missing, in a table that had no such column once."""
    return Column(name, Text, nullable=False, server_default=EMPTY)


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _real(name: str) -> Column[Any]:
    return Column(name, Float, nullable=False)


blocks = _of_document(
    "blocks",
    _text("kind"),
    _number("start_offset"),
    _number("end_offset"),
    *map(_number, ("level", "table_number", "row_number", "column_number")),
)
flow_pieces = _of_document("flow_pieces", _number("flow_offset"), _number("start_offset"), _number("length"))
repetitions = _of_document(
    "repetitions",
    *map(_number, ("start_offset", "end_offset", "original_start", "original_end")),
)
pages = _of_document("pages", _number("page"), _real("width"), _real("height"))
regions = _of_document(
    "regions",
    *map(_number, ("start_offset", "end_offset", "page")),
    *map(_real, ("box_left", "box_top", "box_right", "box_bottom", "confidence")),
)
corrections = _of_document("corrections", _number("start_offset"), _number("end_offset"), _text("seen"))
further_metadata = _of_document("metadata", _text("name"), _text("value"))
wordings = Table(
    "wordings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    *map(_text, ("indicator", "indicator_id")),
)
"""What indicators are called, each name with each id that figures have with it; also those that no figure has any more.

Figures are looked up by its number, in one narrow index instead of two of words.
"""

figures = _record(
    "figures",
    *map(_text, ("indicator", "indicator_id", "measure")),
    Column("value", Text),
    Column("value_real", Float),
    Column("high", Text),
    Column("high_real", Float),
    *map(_text, ("unit", "bound", "status", "period", "place", "base", "relation")),
    _number("start_offset"),
    _number("end_offset"),
    *(column for part in ("evidence", *FIGURE_PARTS) for column in _span(part)),
    # the place that it speaks of: its own, or else its document's
    Column("speaks_of", Text, nullable=False, server_default=EMPTY),
    # its indicator and indicator_id as a row of wordings
    Column("wording", Integer, nullable=False, server_default=text("0")),
)
figure_spans = _spans(figures, "figure_spans")
people = _record("people", _text("name"))
person_spans = _spans(people, "person_spans")
posts = Table(
    "posts",
    metadata,
    Column("document_id", Integer, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("name"),
    _number("start_offset"),
    _number("end_offset"),
    ForeignKeyConstraint(["document_id", "number"], [people.c.document_id, people.c.number], ondelete="CASCADE"),
    **_BY_KEY,
)
remarks = _record("remarks", _text("speaker"), Column("direct", Boolean, nullable=False))
remark_spans = _spans(remarks, "remark_spans")
commitments = _record(
    "commitments",
    _number("start_offset"),
    _number("end_offset"),
    *_span("evidence"),
    _text("actor"),
    _text("deadline"),
    Column("checkable", Boolean, nullable=False),
    *map(_words, _WORDING),
    # lists of names, one a line
    *map(_words, ("programmes", "lead", "cooperating")),
)
commitment_spans = _spans(commitments, "commitment_spans")
accomplishments = _record(
    "accomplishments",
    _number("start_offset"),
    _number("end_offset"),
    *_span("evidence"),
    _text("actor"),
    _text("period"),
    *map(_words, (*_WORDING, "programmes")),
)
accomplishment_spans = _spans(accomplishments, "accomplishment_spans")
programmes = _record("programmes", _text("name"))
programme_spans = _spans(programmes, "programme_spans")
findings = _record(
    "findings",
    *map(_text, ("kind", "message", "message_en", "expected")),
    Column("confidence", Float, nullable=False),
)
finding_spans = _spans(findings, "finding_spans")

user_corrections = Table(
    "user_corrections",
    metadata,
    Column("record_id", String(40), primary_key=True),
    Column("field", String(40), primary_key=True),
    Column("record_table", String(40), nullable=False),
    Column("value", Text),  # NULL where the field is to be empty
    Column("extracted", Text),  # what the rules gave last
    _text("corrected_at"),  # ISO 8601, UTC
    _text("corrected_by"),
    **_BY_KEY,
)

task_notes = Table(
    "task_notes",
    metadata,
    Column("record_id", String(40), primary_key=True),  # of a commitment
    *map(_text, ("status", "remark")),  # "" where nothing was said
    *map(_text, ("said_at", "said_by")),
    **_BY_KEY,
)
result_decisions = Table(
    "result_decisions",
    metadata,
    Column("record_id", String(40), primary_key=True),  # of a commitment
    Column("result_id", String(40), primary_key=True),  # of an accomplishment
    *map(_text, ("decision", "said_at", "said_by")),
    **_BY_KEY,
)

indicator_decisions = Table(
    "indicator_decisions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(10), nullable=False),  # merge or split
    Column("forced", Boolean, nullable=False),  # although the definitions differ
    _text("decided_at"),  # ISO 8601, UTC
    _text("decided_by"),
    Column("undone_at", Text),
    Column("undone_by", Text),
    **_BY_KEY,
)
"""What persons decided of indicators, also what was undone since; the last decision on a wording counts."""

indicator_choices = Table(
    "indicator_choices",
    metadata,
    Column("decision", Integer, ForeignKey("indicator_decisions.number", ondelete="CASCADE"), primary_key=True),
    Column("wording", Text, primary_key=True),  # what figures call it, or the id of a known indicator
    _text("indicator"),  # the name or id of the indicator that it is from now on; of a split its own
    **_BY_KEY,
)

Index("documents_by_slug", func.lower(documents.c.slug))
Index("documents_by_source", documents.c.source)
Index("documents_by_head", documents.c.title, documents.c.date, documents.c.issuer)
Index("wordings_by_indicator", wordings.c.indicator, wordings.c.indicator_id, unique=True)
Index("wordings_by_id", wordings.c.indicator_id)
# where the first column finds too much, the others pick without a look at the figure itself
Index("figures_by_wording", figures.c.wording, figures.c.period, figures.c.speaks_of)
Index("figures_by_place", figures.c.speaks_of, figures.c.status, figures.c.period)

OWNED = (
    blocks,
    flow_pieces,
    repetitions,
    pages,
    regions,
    corrections,
    further_metadata,
    figures,
    people,
    remarks,
    commitments,
    accomplishments,
    programmes,
    findings,
)
"""What is emptied when a document's records are replaced; the spans and posts go with their owners."""
