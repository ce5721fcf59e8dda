"""Every table, so that the migrations can be held against all of them at once."""

from sqlmodel import SQLModel

from adapters.store.decision_tables import Exemption, GroupScope, Hint, Link, SaidNo
from adapters.store.judgement_tables import Judgement, Precedent
from adapters.store.kept_tables import Columns, Original
from adapters.store.list_tables import Member, MemberList
from adapters.store.mail_tables import Letter, LetterGroup
from adapters.store.night_tables import AuditEntry, Forgetting, JobRun, LedgerEntry, Secret, SettingsKept, Stop
from adapters.store.roll_tables import Child, Contact, Gap, Pupil, Roll, Tie
from adapters.store.run_tables import Flag, GroupRun, Objection, Release, Run, Verdict

METADATA = SQLModel.metadata

__all__ = [
    "METADATA", "AuditEntry", "Child", "Columns", "Contact", "Exemption", "Flag", "Forgetting", "Gap", "GroupRun",
    "GroupScope", "Hint", "JobRun", "Judgement", "LedgerEntry", "Letter", "LetterGroup", "Link", "Member", "MemberList",
    "Objection", "Original", "Precedent", "Pupil", "Release", "Roll", "Run", "SaidNo", "Secret", "SettingsKept", "Stop",
    "Tie", "Verdict",
]  # fmt: skip
