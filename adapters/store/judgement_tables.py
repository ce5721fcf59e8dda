"""Each group's last judgement."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class Judgement(SQLModel, table=True):
    """What a group was last judged by, as digests (see `jobs.judging`), on which day, and the first day on which time alone
    may make it another: `good_until`.

    `scope` is [kind, value, years, guessed]; `held` are [guard, message]. `anchor` is the last roll on which the group's
    scope stood unquestioned, `word` a digest of the office's word on it then; `proposal` is [old, new, children, of], or empty.
    `withheld` are those who concern the office alone, whatever their standing: [identity, why].
    """

    group_key: str = Field(primary_key=True)
    inputs: str
    context: str
    listed: str
    day: date
    good_until: date
    scope: list[Any] = Field(sa_type=JSON)
    held: list[Any] = Field(sa_type=JSON)
    anchor: int = Field(foreign_key="roll.id")
    word: str
    proposal: list[Any] = Field(sa_type=JSON)
    withheld: list[Any] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})


class Precedent(SQLModel, table=True):
    """What was said of a member, by a digest of the member and of what is decided about them.

    `grounds` are [question, about what, digest of the roll's answer].
    """

    group_key: str = Field(primary_key=True, foreign_key="judgement.group_key")
    member: str = Field(primary_key=True)
    standing: str
    reason: str
    evidence: list[str] = Field(sa_type=JSON)
    contacts: list[str] = Field(sa_type=JSON)
    known: bool
    grounds: list[Any] = Field(sa_type=JSON)
