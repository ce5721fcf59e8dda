"""A group's member list as received."""

from datetime import date, datetime

from sqlalchemy import JSON, DateTime, false, true
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class MemberList(SQLModel, table=True):
    """A list that landed, one for each group of a file. `group_key` makes spellings of one name one group.

    `as_of` is the moment it shows, by the school's clock, and NULL where nobody knows it.
    """

    id: int | None = Field(default=None, primary_key=True)
    group_key: str = Field(index=True)
    group_name: str
    sha256: str = Field(index=True)
    file: str
    received_at: datetime = Field(sa_type=Moment)
    day: date
    format: str
    platform: str
    completeness: str
    said: int | None
    members: int
    problems: int
    same_as: int | None = Field(default=None, foreign_key="memberlist.id")
    as_of: datetime | None = Field(default=None, sa_type=DateTime)
    without_maker: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    hides_people: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Member(SQLModel, table=True):
    """A member of a list, in the list's order; those who are not `here` any more come last."""

    list_id: int = Field(primary_key=True, foreign_key="memberlist.id")
    position: int = Field(primary_key=True)
    shown_as: str
    row: int
    name: str
    phone: str | None
    email: str | None
    shown: str
    admin: bool
    own: bool
    more_phones: list[str] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    more_emails: list[str] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    presence: str = Field(default="in", sa_column_kwargs={"server_default": "in"})
    here: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    went_at: datetime | None = Field(default=None, sa_type=DateTime)
