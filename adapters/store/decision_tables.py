"""What people have decided about people and groups. Nothing is deleted: what is undone, or lapses, is ended."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Decision(SQLModel):
    """Who decided and when; by whom, when and why it ended, where it has. `day` is the school's day of `at`."""

    id: int | None = Field(default=None, primary_key=True)
    by: str
    at: datetime = Field(sa_type=Moment)
    day: date
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_by: str = ""
    why: str = ""


class Exemption(Decision, table=True):
    """A granted exception. NULL for `who` is everybody, for `group_key` every group; `until` is the last day."""

    who: str | None
    shown_as: str
    group_key: str | None
    group_name: str
    reason: str
    until: date | None
    capacity: str


class Link(Decision, table=True):
    """An answer of the office about a member: `contact` says who is meant, so that other rolls can be asked for them.

    `held_by` are those who had the member's number on the roll when the answer was given. `reported_in` is the run whose digest told the office that the link has lapsed.
    """

    member: str
    shown_as: str
    group_key: str
    group_name: str
    answer: str
    contact: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    evidence: list[str] = Field(sa_type=JSON)
    held_by: list[dict[str, Any]] = Field(sa_type=JSON)
    reported_in: int | None = Field(default=None, foreign_key="run.id")


class Hint(Decision, table=True):
    """A volunteer's word about a member of their own group. `by` is the admin's address; nothing of the roll is in it."""

    group_key: str
    group_name: str
    member: str
    shown_as: str
    said: str
    reported_in: int | None = Field(default=None, foreign_key="run.id")


class GroupScope(Decision, table=True):
    """Whom a group is for by the office's word; NULL leaves it as its name and the settings say."""

    group_key: str
    group_name: str
    scope: str | None


class SaidNo(Decision, table=True):
    """A contact who does not want to be in a group."""

    group_key: str
    group_name: str
    contact: dict[str, Any] = Field(sa_type=JSON)
