"""What people have decided: exemptions, who somebody is, hints, whom a group is for, who said no."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exemption",
        *_decision(),
        sa.Column("who", sa.String(), nullable=True),
        sa.Column("shown_as", sa.String(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=True),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("capacity", sa.String(), nullable=False),
    )
    op.create_table(
        "link",
        *_decision(),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("shown_as", sa.String(), nullable=False),
        *_group(),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("contact", sa.JSON(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("held_by", sa.JSON(), nullable=False),
        *_reported(),
    )
    op.create_table(
        "hint",
        *_decision(),
        *_group(),
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("shown_as", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        *_reported(),
    )
    op.create_table("groupscope", *_decision(), *_group(), sa.Column("scope", sa.String(), nullable=True))
    op.create_table("saidno", *_decision(), *_group(), sa.Column("contact", sa.JSON(), nullable=False))


def _decision() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _group() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
    )


def _reported() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("reported_in", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reported_in"], ["run.id"]),
    )
