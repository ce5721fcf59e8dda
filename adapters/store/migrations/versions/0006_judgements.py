"""Each group's last judgement, so that a night judges only what has changed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgement",
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("inputs", sa.String(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("listed", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("good_until", sa.Date(), nullable=False),
        sa.Column("scope", sa.JSON(), nullable=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.Column("anchor", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("proposal", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["anchor"], ["roll.id"]),
        sa.PrimaryKeyConstraint("group_key"),
    )
    op.create_table(
        "precedent",
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("contacts", sa.JSON(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["group_key"], ["judgement.group_key"]),
        sa.PrimaryKeyConstraint("group_key", "member"),
    )
