"""A group's member list as received."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class MemberList(SQLModel, table=True):
    """A list that landed, one for each group of a file. `group_key` makes spellings of one name one group."""

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


class Member(SQLModel, table=True):
    """A member of a list, in the list's order."""

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
