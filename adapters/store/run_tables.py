"""A night's run: what went in, what was found, what was held, what was released, what was told."""

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Run(SQLModel, table=True):
    """One pass over all groups. `slot` is the school's local date, `inputs` the SHA-256 of all that went in.

    `notes` are what the office should know besides the groups' results (a group without a list), as keys.
    """

    __table_args__ = (UniqueConstraint("slot", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    slot: date
    number: int
    started_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    roll_id: int = Field(foreign_key="roll.id")
    inputs: str
    notes: list[str] = Field(sa_type=JSON)


class GroupRun(SQLModel, table=True):
    """What a run made of a group. `digest` names exactly its removals; `told` says that volunteers were written to."""

    __table_args__ = (UniqueConstraint("run_id", "group_key"),)

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="run.id")
    group_key: str = Field(index=True)
    group_name: str
    list_id: int = Field(foreign_key="memberlist.id")
    state: str
    digest: str
    members: int
    told: bool


class Objection(SQLModel, table=True):
    """A sentence against acting on a group's result."""

    group_run_id: int = Field(primary_key=True, foreign_key="grouprun.id")
    position: int = Field(primary_key=True)
    guard: str
    message: str


class Verdict(SQLModel, table=True):
    """A flagged member of a group. Those who belong are not kept: the roll and the list can say so again."""

    group_run_id: int = Field(primary_key=True, foreign_key="grouprun.id")
    position: int = Field(primary_key=True)
    identity: str
    shown_as: str
    phone: str | None
    row: int
    admin: bool
    standing: str
    reason: str
    evidence: list[str] = Field(sa_type=JSON)
    contacts: list[str] = Field(sa_type=JSON)


class Flag(SQLModel, table=True):
    """A flag as told from night to night, by which the next night knows what is new."""

    group_run_id: int = Field(primary_key=True, foreign_key="grouprun.id")
    position: int = Field(primary_key=True)
    identity: str
    standing: str
    reason: str
    shown_as: str


class Release(SQLModel, table=True):
    """Somebody's word that a held list may go out: for exactly the removals of this digest, until they change.

    `covers` are the objections that were read: a guard's name, with the roll's number where it is about the roll.
    """

    id: int | None = Field(default=None, primary_key=True)
    group_key: str = Field(index=True)
    digest: str
    covers: list[str] = Field(sa_type=JSON)
    by: str
    at: datetime = Field(sa_type=Moment)
    void_at: datetime | None = Field(default=None, sa_type=Moment)
