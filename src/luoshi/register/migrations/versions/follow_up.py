"""What people say of tasks, and of the results that are proposed for commitments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the two tables, empty."""
    op.create_table(
        "task_notes",
        sa.Column("record_id", sa.String(40), primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("status", "remark", "said_at", "said_by")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "result_decisions",
        sa.Column("record_id", sa.String(40), primary_key=True),
        sa.Column("result_id", sa.String(40), primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("decision", "said_at", "said_by")),
        sqlite_with_rowid=False,
    )
