"""The wording of commitments, who leads and who helps; accomplishments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_OF_COMMITMENTS = ("title", "action", "object", "theme", "programmes", "lead", "cooperating")
_OF_ACCOMPLISHMENTS = ("title", "action", "object", "theme", "programmes")


def upgrade() -> None:
    """Adds the columns, empty until the documents are read anew, and the tables."""
    for name in _OF_COMMITMENTS:
        op.add_column("commitments", _words(name))
    op.create_table(
        "accomplishments",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("record_id", sa.String(40), nullable=False, server_default=sa.text("''")),
        sa.Column("start_offset", sa.Integer, nullable=False),
        sa.Column("end_offset", sa.Integer, nullable=False),
        sa.Column("evidence_start", sa.Integer),
        sa.Column("evidence_end", sa.Integer),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("period", sa.Text, nullable=False),
        *map(_words, _OF_ACCOMPLISHMENTS),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "accomplishment_spans",
        sa.Column("document_id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("role", sa.String(12), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("start_offset", sa.Integer, nullable=False),
        sa.Column("end_offset", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "number"],
            ["accomplishments.document_id", "accomplishments.number"],
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=sa.text("''"))
