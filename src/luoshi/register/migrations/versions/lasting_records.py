"""Ids that records keep, versions of a document, a person's corrections; the usual spans beside their record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from luoshi.model import Span
from luoshi.record_ids import Namer

revision = "0002"
down_revision = "0001"

_RECORDS = ("figures", "people", "remarks", "commitments", "programmes", "findings")
_INLINE = {"figures": ("evidence", "indicator", "period", "place"), "commitments": ("evidence",)}
_SPANS = {"figures": "figure_spans", "commitments": "commitment_spans"}


def upgrade() -> None:
    """Adds what is new, fills it from what is there, and then makes the indexes."""
    op.execute("ALTER TABLE documents ADD COLUMN superseded_by INTEGER REFERENCES documents (id)")
    for table in _RECORDS:
        op.add_column(table, sa.Column("record_id", sa.String(40), nullable=False, server_default=sa.text("''")))
    for table, parts in _INLINE.items():
        _put_inline(table, parts)
    op.add_column("figures", sa.Column("speaks_of", sa.Text, nullable=False, server_default=sa.text("''")))
    op.execute(
        "UPDATE figures SET speaks_of = CASE WHEN place <> '' THEN place ELSE "
        "coalesce((SELECT d.place FROM documents d WHERE d.id = figures.document_id), '') END"
    )
    _name_records(op.get_bind())
    op.create_table(
        "user_corrections",
        sa.Column("record_id", sa.String(40), primary_key=True),
        sa.Column("field", sa.String(40), primary_key=True),
        sa.Column("record_table", sa.String(40), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("extracted", sa.Text),
        sa.Column("corrected_at", sa.Text, nullable=False),
        sa.Column("corrected_by", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    _index()
    op.drop_table("register_meta")


def _put_inline(table: str, parts: tuple[str, ...]) -> None:
    """Moves the first span of each part into columns of its record."""
    spans = _SPANS[table]
    for part in parts:
        for end in ("start", "end"):
            op.add_column(table, sa.Column(f"{part}_{end}", sa.Integer))
            op.execute(
                f"UPDATE {table} SET {part}_{end} = (SELECT s.{end}_offset FROM {spans} s WHERE s.role = '{part}' "
                f"AND s.position = 0 AND s.document_id = {table}.document_id AND s.number = {table}.number)"
            )
        op.execute(f"DELETE FROM {spans} WHERE role = '{part}' AND position = 0")


def _name_records(connection: sa.Connection) -> None:
    for document, digest, text in connection.execute(sa.text("SELECT id, digest, text FROM documents")).all():
        read, namer = _Reader(connection, document), Namer(digest, text)
        own = {table: [_span(row) for row in read.rows(table)] for table in ("figures", "commitments")}
        indicators = [
            None if row.indicator_start is None else Span(row.indicator_start, row.indicator_end)
            for row in read.rows("figures")
        ]
        words, questions = read.first_spans("remark_spans", "words"), read.first_spans("finding_spans", "span")
        ids = {
            "figures": namer.figures(list(zip(own["figures"], indicators, strict=True))),
            "people": read.named(namer, "people", "person"),
            "remarks": [namer.at("remark", words.get(row.number, Span(0, 0))) for row in read.rows("remarks")],
            "commitments": [namer.at("commitment", span) for span in own["commitments"]],
            "programmes": read.named(namer, "programmes", "programme"),
            "findings": [
                namer.at(row.kind, questions[row.number]) if row.number in questions else namer.named(row.kind, "")
                for row in read.rows("findings")
            ],
        }
        for table, found in ids.items():
            read.name(table, found)


class _Reader:
    """The rows of one document."""

    def __init__(self, connection: sa.Connection, document: int) -> None:
        self._connection = connection
        self._document = document

    def rows(self, table: str) -> list[sa.Row[Any]]:
        asked = sa.text(f"SELECT * FROM {table} WHERE document_id = :document ORDER BY number")
        return list(self._connection.execute(asked, {"document": self._document}))

    def first_spans(self, table: str, role: str) -> dict[int, Span]:
        return {row.number: _span(row) for row in self.rows(table) if (row.role, row.position) == (role, 0)}

    def named(self, namer: Namer, table: str, kind: str) -> list[str]:
        mentions = self.first_spans(f"{kind}_spans", "mention")
        return [
            namer.mentioned(kind, [mentions[row.number]] if row.number in mentions else [], row.name)
            for row in self.rows(table)
        ]

    def name(self, table: str, ids: list[str]) -> None:
        asked = sa.text(f"UPDATE {table} SET record_id = :id WHERE document_id = :document AND number = :number")
        rows = [{"id": id_, "document": self._document, "number": number} for number, id_ in enumerate(ids)]
        if rows:
            self._connection.execute(asked, rows)


def _span(row: sa.Row[Any]) -> Span:
    return Span(row.start_offset, row.end_offset)


def _index() -> None:
    op.create_index("documents_by_source", "documents", ["source"])
    op.create_index("documents_by_head", "documents", ["title", "date", "issuer"])
    for name in ("indicator", "indicator_id", "period"):
        op.drop_index(f"figures_by_{name}", "figures")
    op.create_index("figures_by_indicator", "figures", ["indicator", "period", "speaks_of"])
    op.create_index(
        "figures_by_indicator_id",
        "figures",
        ["indicator_id", "period", "speaks_of"],
        sqlite_where=sa.text("indicator_id != ''"),
        postgresql_where=sa.text("indicator_id != ''"),
    )
    op.create_index("figures_by_place", "figures", ["speaks_of", "status", "period"])
