"""Exemptions: granted, listed, ended."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from adapters.store import tables
from adapters.store.ending import Word, end, unended
from roster.decisions import Capacity, Exemption


@dataclass(frozen=True, slots=True)
class Granted:
    """An exemption as the office reads it: whom it names as their group shows them, and in which group; "" is everybody, or all."""

    exemption: Exemption
    shown_as: str
    group: str


def grant(session: Session, word: Word, granted: Granted) -> Granted:
    """Keep an exemption, and give it with its number. One for the same people in the same group is replaced."""
    new = granted.exemption
    for row in unended(session, tables.Exemption, who=new.who, group_key=new.group):
        end(row, by=word.by, at=word.at, why="granted anew")
    row = tables.Exemption(
        **word.cells, who=new.who, shown_as=granted.shown_as, group_key=new.group, group_name=granted.group,
        reason=new.reason, until=new.until, capacity=new.capacity.name,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return _granted(row)


def every(session: Session) -> tuple[Granted, ...]:
    """Every exemption that nobody has ended, run out or not, oldest first."""
    return tuple(map(_granted, unended(session, tables.Exemption)))


def in_force(session: Session, day: date) -> tuple[Exemption, ...]:
    """Those that hold on a day, or will."""
    known = (granted.exemption for granted in every(session))
    return tuple(one for one in known if one.until is None or day <= one.until)


def over(session: Session, number: int, word: Word, why: str = "") -> bool:
    """End an exemption; says whether there was one of this number."""
    found = unended(session, tables.Exemption, id=number)
    for row in found:
        end(row, by=word.by, at=word.at, why=why)
    return bool(found)


def run_out(session: Session, word: Word, before: date) -> int:
    """End the exemptions whose last day was before a day; gives how many there were."""
    over_by_now = [row for row in unended(session, tables.Exemption) if row.until and row.until < before]
    for row in over_by_now:
        end(row, by=word.by, at=word.at, why="its time was over")
    return len(over_by_now)


def _granted(row: tables.Exemption) -> Granted:
    exemption = Exemption(
        row.who, row.group_key, row.reason, row.by, row.day, row.until, Capacity[row.capacity], row.id or 0
    )
    return Granted(exemption, row.shown_as, row.group_name)
