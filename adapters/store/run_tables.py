"""A night's run: what went in, what was found, what was held, what was released, what was told."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint, false, true
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Run(SQLModel, table=True):
    """One pass over all groups. `slot` is the school's local date, `inputs` the SHA-256 of all that went in.

    `notes` are what the office should know besides the groups' results (a group without a list), as keys. The rest is
    what it needs to be made again: the settings, the code's `edition`, the roll's confirmation and the last accepted roll
    as they were then, and the moment up to which decisions counted. `stood` are the numbers of what stood as it began (see
    `adapters.store.replaying`), `result` is the SHA-256 of what it found.
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
    settings: str | None = Field(default=None, foreign_key="settingskept.sha256")
    edition: str = Field(default="", sa_column_kwargs={"server_default": ""})
    roll_confirmed_on: date | None = None
    accepted_id: int | None = Field(default=None, foreign_key="roll.id")
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    result: str = Field(default="", sa_column_kwargs={"server_default": ""})
    stood: dict[str, Any] = Field(default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": "{}"})


class GroupRun(SQLModel, table=True):
    """What a run made of a group. `digest` names exactly its removals; `told` says that volunteers were written to.

    `withheld` are those of its removals that go to the office alone: [identity, why]. The rest is what the run needs to be
    made again: the result last told and the last before, the releases in force, whether anybody could be written to, and
    the lists that it was made from, each as [id, day, as of when, SHA-256].
    """

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
    withheld: list[Any] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    told_id: int | None = Field(default=None, foreign_key="grouprun.id")
    last_id: int | None = Field(default=None, foreign_key="grouprun.id")
    release_ids: list[int] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    addressed: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    lists: list[Any] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})


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
    """A flag as told from night to night, by which the next night knows what is new.

    `told` says that it is a removal that volunteers know of once this run's letters are out.
    """

    group_run_id: int = Field(primary_key=True, foreign_key="grouprun.id")
    position: int = Field(primary_key=True)
    identity: str
    standing: str
    reason: str
    shown_as: str
    told: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Release(SQLModel, table=True):
    """Somebody's word that a held list may go out: for exactly the removals of this digest, until they change.

    `covers` are the objections that were read: a guard's name, with the roll's number where it is about the roll.
    `people` are the identities of those who may be named, NULL for everybody on the list.
    """

    id: int | None = Field(default=None, primary_key=True)
    group_key: str = Field(index=True)
    digest: str
    covers: list[str] = Field(sa_type=JSON)
    people: list[str] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    by: str
    at: datetime = Field(sa_type=Moment)
    void_at: datetime | None = Field(default=None, sa_type=Moment)
