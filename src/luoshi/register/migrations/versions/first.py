"""The first schema that has migrations (``register_meta`` called it 2)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_metadata = sa.MetaData()
_BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _real(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Float, nullable=False)


def _key(name: str, kind: Any = sa.Integer) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _stated(name: str) -> list[sa.Column[Any]]:
    return [
        sa.Column(name, sa.Text),
        sa.Column(f"{name}_origin", sa.String(10)),
        sa.Column(f"{name}_start", sa.Integer),
        sa.Column(f"{name}_end", sa.Integer),
    ]


def _of_document(name: str, *columns: sa.Column[Any]) -> None:
    owner = sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    sa.Table(name, _metadata, owner, _key("number"), *columns, **_BY_KEY)


def _of_record(owner: str, name: str, *columns: sa.Column[Any]) -> None:
    ends = sa.ForeignKeyConstraint(
        ["document_id", "number"], [f"{owner}.document_id", f"{owner}.number"], ondelete="CASCADE"
    )
    sa.Table(name, _metadata, sa.Column("document_id", sa.Integer, primary_key=True), *columns, ends, **_BY_KEY)


def _spans(owner: str, name: str) -> None:
    keys = _key("number"), _key("role", sa.String(12)), _key("position")
    _of_record(owner, name, *keys, _number("start_offset"), _number("end_offset"))


def _describe() -> None:
    sa.Table(
        "documents",
        _metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(64), nullable=False, unique=True),
        sa.Column("slug", sa.Text, nullable=False, unique=True),
        *map(_text, ("name", "source")),
        sa.Column("given_date", sa.Text),
        sa.Column("given_place", sa.Text),
        *map(_text, ("version", "media_type", "encoding")),
        *(column for name in ("title", "issuer", "date", "place") for column in _stated(name)),
        _text("text"),
        sa.Column("flow_text", sa.Text),
    )
    _of_document(
        "blocks",
        _text("kind"),
        *map(_number, ("start_offset", "end_offset", "level", "table_number", "row_number", "column_number")),
    )
    _of_document("flow_pieces", *map(_number, ("flow_offset", "start_offset", "length")))
    _of_document("repetitions", *map(_number, ("start_offset", "end_offset", "original_start", "original_end")))
    _of_document("pages", _number("page"), _real("width"), _real("height"))
    _of_document(
        "regions",
        *map(_number, ("start_offset", "end_offset", "page")),
        *map(_real, ("box_left", "box_top", "box_right", "box_bottom", "confidence")),
    )
    _of_document("corrections", _number("start_offset"), _number("end_offset"), _text("seen"))
    _of_document("metadata", _text("name"), _text("value"))
    _of_document(
        "figures",
        *map(_text, ("indicator", "indicator_id", "measure")),
        *(sa.Column(n, kind) for v in ("value", "high") for n, kind in ((v, sa.Text), (f"{v}_real", sa.Float))),
        *map(_text, ("unit", "bound", "status", "period", "place", "base", "relation")),
        _number("start_offset"),
        _number("end_offset"),
    )
    _of_document("people", _text("name"))
    _of_document("remarks", _text("speaker"), sa.Column("direct", sa.Boolean, nullable=False))
    _of_document(
        "commitments",
        _number("start_offset"),
        _number("end_offset"),
        _text("actor"),
        _text("deadline"),
        sa.Column("checkable", sa.Boolean, nullable=False),
    )
    _of_document("programmes", _text("name"))
    _of_document("findings", *map(_text, ("kind", "message", "message_en", "expected")), _real("confidence"))
    for owner, spans in (
        ("figures", "figure_spans"),
        ("people", "person_spans"),
        ("remarks", "remark_spans"),
        ("commitments", "commitment_spans"),
        ("programmes", "programme_spans"),
        ("findings", "finding_spans"),
    ):
        _spans(owner, spans)
    named = _key("number"), _key("position"), _text("name"), _number("start_offset"), _number("end_offset")
    _of_record("people", "posts", *named)


_describe()


def upgrade() -> None:
    """Makes every table."""
    documents, figures = _metadata.tables["documents"], _metadata.tables["figures"]
    _metadata.create_all(op.get_bind())
    op.create_index("documents_by_slug", "documents", [sa.func.lower(documents.c.slug)])
    for name in ("indicator", "indicator_id", "period"):
        op.create_index(f"figures_by_{name}", figures.name, [name])
    # what runs of that time asked for the version, and the next migration takes away
    meta = op.create_table("register_meta", _key("name", sa.String(40)), _text("value"))
    op.bulk_insert(meta, [{"name": "schema", "value": "2"}])
