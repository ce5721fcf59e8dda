"""A roll as received. Its people are numbered in the roll's own order, so that it can be rebuilt exactly."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Roll(SQLModel, table=True):
    """An export that landed. `same_as` is the older roll of the very same bytes; `accepted_at` is set by its first good run.

    `columns` is the mapping that it was read by (see `adapters.store.columns`), NULL if by its headings alone.
    """

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(index=True)
    file: str
    format: str
    received_at: datetime = Field(sa_type=Moment)
    day: date
    pupils: int
    on_roll: int
    contacts: int
    ringable: int
    problems: int
    rows: int
    set_aside: int
    cut_short: bool
    same_as: int | None = Field(default=None, foreign_key="roll.id")
    accepted_at: datetime | None = Field(default=None, sa_type=Moment)
    columns: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))


class Pupil(SQLModel, table=True):
    """A pupil of a roll; `called` is [given, family, title]."""

    roll_id: int = Field(primary_key=True, foreign_key="roll.id")
    position: int = Field(primary_key=True)
    key: str
    name: str
    called: list[Any] = Field(sa_type=JSON)
    year: int | None
    classes: list[str] = Field(sa_type=JSON)
    starts_on: date | None
    left_on: date | None
    has_left: bool
    applicant: bool


class Contact(SQLModel, table=True):
    """A contact of a roll; `names` are [given, family, title], `phones` are E.164."""

    roll_id: int = Field(primary_key=True, foreign_key="roll.id")
    position: int = Field(primary_key=True)
    ids: list[str] = Field(sa_type=JSON)
    names: list[Any] = Field(sa_type=JSON)
    shown: str
    phones: list[str] = Field(sa_type=JSON)
    emails: list[str] = Field(sa_type=JSON)
    rows: list[int] = Field(sa_type=JSON)


class Tie(SQLModel, table=True):
    """What a contact is to a pupil. The two flags are three-valued: NULL is "not recorded"."""

    __table_args__ = (
        ForeignKeyConstraint(["roll_id", "contact"], ["contact.roll_id", "contact.position"]),
        ForeignKeyConstraint(["roll_id", "pupil"], ["pupil.roll_id", "pupil.position"]),
    )

    roll_id: int = Field(primary_key=True)
    contact: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    pupil: int
    role: str
    relation: str
    responsibility: bool | None
    lives_with: bool | None
    restricted: bool


class Gap(SQLModel, table=True):
    """A hole in a roll; `fragments` are [text, digits, span], `pupils` positions."""

    roll_id: int = Field(primary_key=True, foreign_key="roll.id")
    position: int = Field(primary_key=True)
    lost: str
    row: int
    why: str
    names: list[Any] = Field(sa_type=JSON)
    words: list[str] = Field(sa_type=JSON)
    phones: list[str] = Field(sa_type=JSON)
    fragments: list[Any] = Field(sa_type=JSON)
    pupils: list[int] = Field(sa_type=JSON)
    explained: bool
