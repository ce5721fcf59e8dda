"""What volunteers have said of members of their own groups: for the office to read, and nothing decided by it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.ending import Word, end, unended
from roster.lapses import is_number


@dataclass(frozen=True, slots=True)
class Hint:
    """A volunteer's word about a member. `member` is the member's identity, `by` the volunteer's address."""

    member: str
    shown_as: str
    group_key: str
    group: str
    said: str
    by: str
    on: date
    number: int = 0
    new: bool = True


def give(session: Session, word: Word, hint: Hint) -> None:
    """Keep a hint. The same volunteer's earlier one about the same member is replaced."""
    for row in unended(session, tables.Hint, group_key=hint.group_key, member=hint.member, by=word.by):
        end(row, by=word.by, at=word.at, why="said anew")
    session.add(
        tables.Hint(
            **word.cells, group_key=hint.group_key, group_name=hint.group, member=hint.member, shown_as=hint.shown_as,
            said=hint.said,
        )
    )  # fmt: skip


def unanswered(session: Session) -> tuple[Hint, ...]:
    """Every hint that the office has not answered, oldest first; `new` are those of which no digest has told."""
    return tuple(map(_hint, unended(session, tables.Hint)))


def answered(session: Session, word: Word, *, group_key: str, member: str) -> None:
    """End the hints about a member whom the office has given its answer about; a number's in every group."""
    for row in unended(session, tables.Hint, member=member):
        if is_number(member) or row.group_key == group_key:
            end(row, by=word.by, at=word.at, why="answered")


def reported(session: Session, numbers: Collection[int], run: tables.Run) -> None:
    """Remember which run's digest told the office of them."""
    session.execute(update(tables.Hint).where(col(tables.Hint.id).in_(numbers)).values(reported_in=run.id))


def _hint(row: tables.Hint) -> Hint:
    new = row.reported_in is None
    return Hint(row.member, row.shown_as, row.group_key, row.group_name, row.said, row.by, row.day, row.id or 0, new)
