"""Names of indicators as numbers, by which figures are looked up; what persons decide of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Makes the tables, gives every name a number, and the figures one narrow index instead of two of words."""
    _make_decisions()
    op.create_table(
        "wordings",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("indicator_id", sa.Text, nullable=False),
    )
    op.execute(
        "INSERT INTO wordings (id, indicator, indicator_id) "
        "SELECT row_number() OVER (ORDER BY indicator, indicator_id), indicator, indicator_id "
        "FROM (SELECT DISTINCT indicator, indicator_id FROM figures) AS names"
    )
    op.create_index("wordings_by_indicator", "wordings", ["indicator", "indicator_id"], unique=True)
    op.create_index("wordings_by_id", "wordings", ["indicator_id"])
    op.add_column("figures", sa.Column("wording", sa.Integer, nullable=False, server_default=sa.text("0")))
    op.execute(
        "UPDATE figures SET wording = (SELECT w.id FROM wordings w "
        "WHERE w.indicator = figures.indicator AND w.indicator_id = figures.indicator_id)"
    )
    for name in ("figures_by_indicator", "figures_by_indicator_id"):
        op.drop_index(name, "figures")
    op.create_index("figures_by_wording", "figures", ["wording", "period", "speaks_of"])


def _make_decisions() -> None:
    op.create_table(
        "indicator_decisions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("forced", sa.Boolean, nullable=False),
        sa.Column("decided_at", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=False),
        sa.Column("undone_at", sa.Text),
        sa.Column("undone_by", sa.Text),
        sqlite_with_rowid=False,
    )
    owner = sa.ForeignKey("indicator_decisions.number", ondelete="CASCADE")
    op.create_table(
        "indicator_choices",
        sa.Column("decision", sa.Integer, owner, primary_key=True),
        sa.Column("wording", sa.Text, primary_key=True),
        sa.Column("indicator", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
