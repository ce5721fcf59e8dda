"""What was forgotten: how many rows of what, and when; and how rows are deleted."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables

_AT_ONCE = 500


def remember(session: Session, what: str, rows: int, *, at: datetime, day: date) -> None:
    """Keep that so many rows of something were deleted, unless there were none."""
    if rows:
        session.add(tables.Forgetting(at=at, day=day, what=what, rows=rows))
        session.flush()


def last(session: Session) -> int:
    """The last forgetting's number, 0 if there is none: another as soon as anything is forgotten, so that a night judges anew."""
    return session.scalar(select(func.max(col(tables.Forgetting.id)))) or 0


def drop(session: Session, column: Any, values: Iterable[Any]) -> int:
    """Delete the rows whose column has one of these values; gives how many there were."""
    found = 0
    for some in _parted(values):
        result: Any = session.execute(delete(column.class_).where(column.in_(some)))
        found += int(result.rowcount)
    return found


def held_by(session: Session, *columns: Any) -> frozenset[Any]:
    """Everything that any of these columns refers to."""
    found = (session.scalars(select(column).where(column.is_not(None)).distinct()) for column in columns)
    return frozenset(value for values in found for value in values)


def _parted(values: Iterable[Any]) -> Iterable[list[Any]]:
    known = list(values)
    return (known[at : at + _AT_ONCE] for at in range(0, len(known), _AT_ONCE))
