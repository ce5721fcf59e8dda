"""The night by itself: job runs, the ledger, the audit, stopped addresses, partial releases, what a replay needs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _new_tables()
    _letters()
    _runs()
    op.add_column("judgement", sa.Column("withheld", sa.JSON(), nullable=False, server_default="[]"))
    # Nothing of who concerns the office alone is known of judgements of before: they are made again.
    op.execute("delete from precedent")
    op.execute("delete from judgement")


def _new_tables() -> None:
    op.create_table(
        "jobrun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("next_try", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "school", "slot"),
    )
    op.create_table(
        "ledgerentry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("shown_as", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("list_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"]),
        sa.ForeignKeyConstraint(["list_id"], ["memberlist.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ledgerentry_group_key", "ledgerentry", ["group_key"])
    op.create_table(
        "auditentry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("reported_in", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reported_in"], ["run.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_stop_address", "stop", ["address"])
    op.create_table(
        "secret",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "forgetting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "settingskept",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _letters() -> None:
    op.add_column("letter", sa.Column("kind", sa.String(), nullable=False, server_default="list"))
    op.add_column("letter", sa.Column("language", sa.String(), nullable=False, server_default="en"))
    op.add_column("letter", sa.Column("attached_as", sa.String(), nullable=False, server_default=""))
    op.add_column("letter", sa.Column("attached", sa.LargeBinary(), nullable=True))
    op.create_table(
        "lettergroup",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("group_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"]),
        sa.PrimaryKeyConstraint("letter_id", "group_key"),
    )
    op.create_index("ix_lettergroup_group_key", "lettergroup", ["group_key"])
    op.execute(
        "insert into lettergroup (letter_id, group_key, group_name) "
        "select id, group_key, group_name from letter where audience = 'volunteer'"
    )
    op.execute("update letter set kind = 'digest' where audience = 'office'")
    # Settings give addresses in small letters from here on; whoever was told of something must be found again.
    op.execute("update letter set recipient = lower(recipient)")


def _runs() -> None:
    op.add_column("run", _referring("settings", sa.String(), "settingskept.sha256"), inline_references=True)
    op.add_column("run", sa.Column("edition", sa.String(), nullable=False, server_default=""))
    op.add_column("run", sa.Column("roll_confirmed_on", sa.Date(), nullable=True))
    op.add_column("run", _referring("accepted_id", sa.Integer(), "roll.id"), inline_references=True)
    op.add_column("run", sa.Column("decided_at", sa.DateTime(), nullable=True))
    op.add_column("run", sa.Column("result", sa.String(), nullable=False, server_default=""))
    op.add_column("run", sa.Column("stood", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("grouprun", sa.Column("withheld", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("grouprun", _referring("told_id", sa.Integer(), "grouprun.id"), inline_references=True)
    op.add_column("grouprun", _referring("last_id", sa.Integer(), "grouprun.id"), inline_references=True)
    op.add_column("grouprun", sa.Column("release_ids", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("grouprun", sa.Column("addressed", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("grouprun", sa.Column("lists", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("flag", sa.Column("told", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        "update flag set told = 1 where standing = 'remove' "
        "and group_run_id in (select id from grouprun where told = 1)"
    )
    op.add_column("release", sa.Column("people", sa.JSON(), nullable=True))


def _referring(name: str, kind: sa.types.TypeEngine[Any], to: str) -> sa.Column[Any]:
    # Written with the column: a table that others refer to cannot be made anew in the middle of a transaction.
    return sa.Column(name, kind, sa.ForeignKey(to), nullable=True)
