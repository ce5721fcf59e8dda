"""Rolls as received, and their people as what changed: each row holds from one roll on, until another no longer has it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from adapters.store.moments import Moment


class Roll(SQLModel, table=True):
    """An export that landed. `same_as` is the older roll of the very same bytes; `accepted_at` is set by its first good run.

    `confirmed_on` is the last later day on which the MIS itself handed over these very bytes. `columns` is the mapping
    that it was read by (see `adapters.store.columns`), NULL if by its headings alone. `gap_rows` are the rows of the
    sheet where each of its gaps stands, by the gap's id.
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
    confirmed_on: date | None = None
    gap_rows: dict[str, Any] = Field(default_factory=dict, sa_type=JSON, sa_column_kwargs={"server_default": "{}"})


class Lasting(SQLModel):
    """A fact that holds from the roll `since`; `until` is the roll that no longer has it, NULL while the newest has."""

    id: int | None = Field(default=None, primary_key=True)
    since: int = Field(foreign_key="roll.id")
    until: int | None = Field(default=None, foreign_key="roll.id", index=True)


class Child(SQLModel, table=True):
    """A pupil's key, once for all rolls."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)


class Pupil(Lasting, table=True):
    """What rolls say of a pupil; `called` is [given, family, title]."""

    child_id: int = Field(foreign_key="child.id", index=True)
    name: str
    called: list[Any] = Field(sa_type=JSON)
    year: int | None
    classes: list[str] = Field(sa_type=JSON)
    starts_on: date | None
    left_on: date | None
    has_left: bool
    applicant: bool
    registration: str


class Contact(Lasting, table=True):
    """What rolls say of a contact; `names` are [given, family, title], `phones` are E.164."""

    ids: list[str] = Field(sa_type=JSON)
    names: list[Any] = Field(sa_type=JSON)
    shown: str
    phones: list[str] = Field(sa_type=JSON)
    emails: list[str] = Field(sa_type=JSON)


class Tie(Lasting, table=True):
    """What a contact is to a pupil. The two flags are three-valued: NULL is "not recorded"."""

    contact_id: int = Field(foreign_key="contact.id", index=True)
    child_id: int = Field(foreign_key="child.id", index=True)
    role: str
    relation: str
    responsibility: bool | None
    lives_with: bool | None
    restricted: bool


class Gap(Lasting, table=True):
    """A hole in rolls, wherever it stands; `fragments` are [text, digits, span], `children` ids."""

    lost: str
    why: str
    names: list[Any] = Field(sa_type=JSON)
    words: list[str] = Field(sa_type=JSON)
    phones: list[str] = Field(sa_type=JSON)
    fragments: list[Any] = Field(sa_type=JSON)
    children: list[int] = Field(sa_type=JSON)
    explained: bool
