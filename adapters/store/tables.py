"""Every table, so that the migrations can be held against all of them at once."""

from sqlmodel import SQLModel

from adapters.store.decision_tables import Exemption, GroupScope, Hint, Link, SaidNo
from adapters.store.judgement_tables import Judgement, Precedent
from adapters.store.kept_tables import Columns, Original
from adapters.store.list_tables import Member, MemberList
from adapters.store.mail_tables import Letter
from adapters.store.roll_tables import Child, Contact, Gap, Pupil, Roll, Tie
from adapters.store.run_tables import Flag, GroupRun, Objection, Release, Run, Verdict

METADATA = SQLModel.metadata

__all__ = [
    "METADATA", "Child", "Columns", "Contact", "Exemption", "Flag", "Gap", "GroupRun", "GroupScope", "Hint", "Judgement",
    "Letter", "Link", "Member", "MemberList", "Objection", "Original", "Precedent", "Pupil", "Release", "Roll", "Run", "SaidNo", "Tie",
    "Verdict",
]  # fmt: skip
