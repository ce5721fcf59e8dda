"""Somebody's word, as every decision is kept with it, and how a decision ends: it stays, and is in force no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.decision_tables import Decision

T = TypeVar("T", bound=Decision)

TABLES: tuple[type[Decision], ...] = (
    tables.Exemption,
    tables.Link,
    tables.Hint,
    tables.GroupScope,
    tables.SaidNo,
)


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, when, and on which of the school's days."""

    by: str
    at: datetime
    day: date

    @property
    def cells(self) -> dict[str, Any]:
        """What every decision's row holds of it."""
        return {"by": self.by, "at": self.at, "day": self.day}


def unended(session: Session, table: type[T], **known: object) -> Sequence[T]:
    """The decisions of one kind that are not ended, oldest first; `known` narrows them by column."""
    found = select(table).where(col(table.ended_at).is_(None)).filter_by(**known)
    return session.scalars(found.order_by(col(table.id))).all()


def end(row: Decision, *, by: str, at: datetime, why: str) -> None:
    """End a decision. It is kept."""
    row.ended_at, row.ended_by, row.why = at, by, why


def stamp(session: Session) -> tuple[int, ...]:
    """Numbers that are others as soon as anything is decided, undone or lapses: of each kind how many, and how many ended."""
    return tuple(
        session.scalar(select(func.count(column))) or 0
        for table in TABLES
        for column in (col(table.id), col(table.ended_at))
    )
