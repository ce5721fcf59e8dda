"""Answers about members: given, replaced, undone, lapsed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.ending import Word, end, unended
from adapters.store.whos import who_cells, who_in
from roster.decisions import Answer, Decided, Decisions, Link, Who
from roster.lapses import why_over
from roster.roll import Roll

_LAPSED = "Roster"


@dataclass(frozen=True, slots=True)
class About:
    """The member whom an answer is about: who they are from list to list, as shown in which group, and who had the number then."""

    member: str
    shown_as: str
    group_key: str
    group: str
    held_by: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as the office reads it, with the member as shown in the group; `why` it ended, if it has.

    `held` says that the roll had the member's number for somebody when it was given.
    """

    link: Link
    shown_as: str
    group: str
    why: str = ""
    held: bool = False


def answer(
    session: Session, word: Word, about: About, said: Answer, who: Who | None, evidence: Iterable[str] = ()
) -> None:
    """Keep an answer. Whatever it contradicts, or says again, ends."""
    before = _about(session, about)
    for link in _replaced(before, said, who):
        end(session.get_one(tables.Link, link.number), by=word.by, at=word.at, why="answered anew")
    session.add(
        tables.Link(
            **word.cells, member=about.member, shown_as=about.shown_as, group_key=about.group_key,
            group_name=about.group, answer=said.name, contact=who_cells(who) if who else None, evidence=list(evidence),
            held_by=list(map(who_cells, about.held_by)),
        )
    )  # fmt: skip


def undo(session: Session, word: Word, about: About) -> int:
    """End every answer about a member; says how many there were."""
    found = _every(_about(session, about))
    for link in found:
        end(session.get_one(tables.Link, link.number), by=word.by, at=word.at, why="undone")
    return len(found)


def in_force(session: Session) -> tuple[Link, ...]:
    """Every answer that holds, oldest first."""
    return tuple(map(_link, unended(session, tables.Link)))


def every(session: Session) -> tuple[Answered, ...]:
    """Every answer that holds, oldest first, with the members as shown."""
    return tuple(map(_answered, unended(session, tables.Link)))


def lapse(session: Session, roll: Roll, at: datetime) -> None:
    """End the answers whose evidence a roll has changed."""
    for row in unended(session, tables.Link):
        why = why_over(_link(row), roll, tuple(map(who_in, row.held_by)))
        if why:
            end(row, by=_LAPSED, at=at, why=why)


def unreported(session: Session) -> Sequence[tuple[int, Answered]]:
    """The answers that have lapsed and of which the office does not know, with their numbers."""
    lapsed = select(tables.Link).where(
        col(tables.Link.ended_by) == _LAPSED,
        col(tables.Link.ended_at).is_not(None),
        col(tables.Link.reported_in).is_(None),
    )
    return [(row.id or 0, _answered(row)) for row in session.scalars(lapsed.order_by(col(tables.Link.id)))]


def reported(session: Session, numbers: Collection[int], run: tables.Run) -> None:
    """Remember which run's digest told the office of them."""
    session.execute(update(tables.Link).where(col(tables.Link.id).in_(numbers)).values(reported_in=run.id))


def _about(session: Session, about: About) -> Decided:
    known = Decisions(links=in_force(session))
    return known.about((about.member,), about.group_key, date.min)


def _every(decided: Decided) -> tuple[Link, ...]:
    return tuple(link for link in (decided.same, decided.no_parent, *decided.others) if link)


def _replaced(before: Decided, said: Answer, who: Who | None) -> tuple[Link, ...]:
    """The earlier answers that cannot stand beside a new one."""
    if said is Answer.NO_PARENT:
        return _every(before)
    of_the_same = [link for link in before.others if link.contact == who]
    positive = before.same if said is Answer.SAME or (before.same and before.same.contact == who) else None
    negative = before.no_parent if said is Answer.SAME else None
    return tuple(link for link in (positive, negative, *of_the_same) if link)


def _link(row: tables.Link) -> Link:
    contact = who_in(row.contact) if row.contact else None
    return Link(
        row.member, row.group_key, Answer[row.answer], contact, row.by, row.day, tuple(row.evidence), row.id or 0
    )


def _answered(row: tables.Link) -> Answered:
    return Answered(_link(row), row.shown_as, row.group_name, row.why, bool(row.held_by))
