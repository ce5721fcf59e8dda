"""What makes the night run by itself and answer for itself: job runs, the ledger, the audit, stopped addresses, keys."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment
from adapters.store.payloads import Payload


class JobRun(SQLModel, table=True):
    """One job in one slot of one school: there is never a second row of the three, so it is claimed by inserting it.

    `slot` is the school's local date ("2026-11-22"), week ("2026-W47") or a moment in UTC. `state` is "running", "done",
    "failed" (tried again at `next_try`), "parked" (given up; the office is told) or "skipped" (too long ago to be worth it).
    `outcome` is a sentence in counts, `error` a class and a place; neither has anybody in it.
    """

    __table_args__ = (UniqueConstraint("kind", "school", "slot"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    school: str
    slot: str
    state: str
    attempt: int
    owner: str
    lease_until: datetime | None = Field(default=None, sa_type=Moment)
    started_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    next_try: datetime | None = Field(default=None, sa_type=Moment)
    outcome: str = ""
    error: str = ""


class LedgerEntry(SQLModel, table=True):
    """One thing that happened to somebody whom volunteers were asked to take out. Rows are added, never changed.

    `what` is a word of `roster.ledger.What`. `by` is who said it, where somebody did; `list_id` the list that proves it,
    where one does; `note` a sentence of whoever said it.
    """

    id: int | None = Field(default=None, primary_key=True)
    group_key: str = Field(index=True)
    group_name: str
    identity: str
    shown_as: str
    what: str
    at: datetime = Field(sa_type=Moment)
    day: date
    by: str = ""
    note: str = ""
    run_id: int | None = Field(default=None, foreign_key="run.id")
    list_id: int | None = Field(default=None, foreign_key="memberlist.id")


class AuditEntry(SQLModel, table=True):
    """Somebody did something. `hash` is SHA-256 over the hash before, the number, the moment, the act and `digest`.

    `digest` is SHA-256 over `salt` and `payload` (who did it, about what), so that these two can be erased, to NULL, and
    the chain still holds; without the salt nobody can guess what was there.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    act: str
    digest: str
    hash: str
    salt: str | None = None
    payload: dict[str, Any] | None = Field(default=None, sa_type=Payload)


class Stop(SQLModel, table=True):
    """An address that is not written to any more: for one group, or NULL for all. `why` is "refused", "bounced" or
    "unsubscribed", `detail` a status code. `reported_in` is the run whose digest told the office."""

    id: int | None = Field(default=None, primary_key=True)
    address: str = Field(index=True)
    group_key: str | None = None
    why: str
    detail: str = ""
    at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_by: str = ""
    reported_in: int | None = Field(default=None, foreign_key="run.id")


class Secret(SQLModel, table=True):
    """A key of Roster's own, made when first needed: it signs return paths and links."""

    name: str = Field(primary_key=True)
    value: str


class Forgetting(SQLModel, table=True):
    """What was deleted because its time was over, or somebody was erased: how many rows of which table."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    day: date
    what: str
    rows: int


class SettingsKept(SQLModel, table=True):
    """The settings that a run was made with, by the SHA-256 of their JSON."""

    sha256: str = Field(primary_key=True)
    content: dict[str, Any] = Field(sa_type=JSON)
