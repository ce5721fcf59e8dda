"""Every table, so that the migrations can be held against all of them at once."""

from sqlmodel import SQLModel

from adapters.store.kept_tables import Columns, Original
from adapters.store.list_tables import Member, MemberList
from adapters.store.mail_tables import Letter
from adapters.store.roll_tables import Contact, Gap, Pupil, Roll, Tie
from adapters.store.run_tables import Flag, GroupRun, Objection, Release, Run, Verdict

METADATA = SQLModel.metadata

__all__ = [
    "METADATA", "Columns", "Contact", "Flag", "Gap", "GroupRun", "Letter", "Member", "MemberList", "Objection", "Original",
    "Pupil", "Release", "Roll", "Run", "Tie", "Verdict",
]  # fmt: skip
