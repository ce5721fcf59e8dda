"""Rolls: landed, remembered, accepted."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import snapshots, tables
from roster.roll import present
from roster.service_guards import RollFacts
from roster.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that arrived: what it is called, its bytes' SHA-256, when, and the school's day."""

    file: str
    sha256: str
    at: datetime
    day: date

    @classmethod
    def of(cls, file: str, content: bytes, at: datetime, day: date) -> "Arrival":
        """Take a file in hand."""
        return cls(file, hashlib.sha256(content).hexdigest(), at, day)


def receive(
    session: Session,
    arrival: Arrival,
    snapshot: Snapshot,
    *,
    format_: str,
    problems: int,
    columns: dict[str, Any] | None = None,
) -> tables.Roll | None:
    """Keep a roll; None if it is the newest one already, whose age then stays what it is.

    `columns` is the confirmed mapping that it was read by. The newest file, read by other columns than before, is a new
    roll, and no younger than its file.
    """
    latest = newest(session)
    again = latest if latest and latest.sha256 == arrival.sha256 else None
    if again and again.columns == columns:
        return None
    roll = tables.Roll(
        sha256=arrival.sha256,
        file=arrival.file,
        format=format_,
        received_at=arrival.at,
        day=(again.confirmed_on or again.day) if again else arrival.day,
        pupils=len(snapshot.pupils),
        on_roll=sum(present(pupil, arrival.day) for pupil in snapshot.pupils),
        contacts=len(snapshot.contacts),
        ringable=sum(bool(contact.phones) for contact in snapshot.contacts),
        problems=problems,
        rows=snapshot.rows,
        set_aside=snapshot.set_aside,
        cut_short=snapshot.cut_short,
        same_as=again.same_as if again else _same(session, arrival),
        columns=columns,
    )
    session.add(roll)
    session.flush()
    snapshots.keep(session, roll, snapshot)
    return roll


def confirm(session: Session, arrival: Arrival) -> bool:
    """Note that the MIS itself has handed over the newest roll once more; says whether that makes it younger."""
    latest = newest(session)
    if latest is None or arrival.day <= (latest.confirmed_on or latest.day):
        return False
    latest.confirmed_on = arrival.day
    return True


def newest(session: Session) -> tables.Roll | None:
    """The roll that came last."""
    return session.scalars(select(tables.Roll).order_by(col(tables.Roll.id).desc()).limit(1)).first()


def last_accepted(session: Session) -> tables.Roll | None:
    """The newest roll that a run was made from without an objection to it, or that was released for every group."""
    accepted = select(tables.Roll).where(col(tables.Roll.accepted_at).is_not(None))
    return session.scalars(accepted.order_by(col(tables.Roll.id).desc()).limit(1)).first()


def accept(session: Session, roll: tables.Roll, at: datetime) -> None:
    """Remember that a roll proved good."""
    unaccepted = update(tables.Roll).where(col(tables.Roll.id) == roll.id, col(tables.Roll.accepted_at).is_(None))
    session.execute(unaccepted.values(accepted_at=at))


def facts(session: Session, roll: tables.Roll) -> RollFacts:
    """What the guards ask about a roll."""
    older = session.get(tables.Roll, roll.same_as) if roll.same_as else None
    return RollFacts(roll.confirmed_on or roll.day, roll.on_roll, roll.ringable, older.day if older else None)


def known_before(session: Session, roll: tables.Roll) -> frozenset[str]:
    """The keys of all pupils whom any earlier roll had."""
    earlier = select(col(tables.Child.key)).join(tables.Pupil).where(col(tables.Pupil.since) < roll.id)
    return frozenset(session.scalars(earlier.distinct()))


def _same(session: Session, arrival: Arrival) -> int | None:
    """The first roll of the very same bytes."""
    same = select(col(tables.Roll.id)).where(col(tables.Roll.sha256) == arrival.sha256).order_by(col(tables.Roll.id))
    return session.scalars(same).first()
