"""Whom a group is for, by the office's word."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import tables
from adapters.store.ending import Word, end, unended


@dataclass(frozen=True, slots=True)
class Rescoped:
    """The office's word on whom a group is for: `scope` as a group's name would say it, None to leave it as it was."""

    scope: str | None
    by: str
    on: date
    group: str = ""


def decide(session: Session, word: Word, *, group_key: str, group: str, scope: str | None) -> None:
    """Keep the office's word; what it said before ends."""
    undo(session, word, group_key, why="decided anew")
    session.add(tables.GroupScope(**word.cells, group_key=group_key, group_name=group, scope=scope))


def undo(session: Session, word: Word, group_key: str, *, why: str = "undone") -> bool:
    """End what was decided about a group; says whether there was anything."""
    found = unended(session, tables.GroupScope, group_key=group_key)
    for row in found:
        end(row, by=word.by, at=word.at, why=why)
    return bool(found)


def decided(session: Session, group_key: str) -> Rescoped | None:
    """What the office has said of a group."""
    found = unended(session, tables.GroupScope, group_key=group_key)
    return _rescoped(found[-1]) if found else None


def every(session: Session) -> tuple[Rescoped, ...]:
    """Everything that the office has said of groups, oldest first."""
    return tuple(map(_rescoped, unended(session, tables.GroupScope)))


def _rescoped(row: tables.GroupScope) -> Rescoped:
    return Rescoped(row.scope, row.by, row.day, row.group_name)
