"""Addresses that are not written to any more: refused, bounced, or because their owner asked for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from roster.runs import group_key

_STOP = tables.Stop


class Why(Enum):
    """Why an address is not written to."""

    REFUSED = "refused"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"


@dataclass(frozen=True, slots=True)
class Stopped:
    """All that is stopped: addresses for every group, and addresses for one, as (address, group's key). All are folded."""

    everywhere: frozenset[str] = frozenset()
    somewhere: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def covers(self, address: str, *groups: str) -> bool:
        """Whether an address must not be written to about any of some groups, given by their names; without one, at all."""
        folded = _folded(address)
        return folded in self.everywhere or any((folded, group_key(group)) in self.somewhere for group in groups)


NOTHING_STOPPED = Stopped()
"""Where every address may be written to."""


def stop(session: Session, address: str, why: Why, *, at: datetime, detail: str = "", group: str | None = None) -> bool:
    """Stop an address, for one group or for all; False, and nothing changed, if that is so already.

    `detail` is a status code ("550", "5.1.1"), never a server's words.
    """
    known = _covering(session, address)
    key = group_key(group) if group else None
    if any(one.group_key in {None, key} for one in known):
        return False
    session.add(_STOP(address=address, group_key=key, why=why.value, detail=detail, at=at))
    session.flush()
    return True


def in_force(session: Session) -> Stopped:
    """Everything that is stopped now."""
    rows = standing(session)
    return Stopped(
        frozenset(_folded(one.address) for one in rows if one.group_key is None),
        frozenset((_folded(one.address), one.group_key) for one in rows if one.group_key is not None),
    )


def standing(session: Session) -> Sequence[tables.Stop]:
    """The stops that nobody has ended, oldest first."""
    return session.scalars(select(_STOP).where(col(_STOP.ended_at).is_(None)).order_by(col(_STOP.id))).all()


def lift(session: Session, address: str, *, by: str, at: datetime) -> tuple[tables.Stop, ...]:
    """End every stop of an address, and give those that were ended."""
    ended = _covering(session, address)
    for one in ended:
        one.ended_at, one.ended_by = at, by
    session.flush()
    return ended


def unreported(session: Session) -> Sequence[tables.Stop]:
    """The stops in force that no digest has told the office of, oldest first."""
    return [one for one in standing(session) if one.reported_in is None]


def reported(session: Session, stops: Iterable[tables.Stop], run: tables.Run) -> None:
    """Remember which digest told the office of some stops."""
    ids = [one.id for one in stops]
    session.execute(update(_STOP).where(col(_STOP.id).in_(ids)).values(reported_in=run.id))


def _covering(session: Session, address: str) -> tuple[tables.Stop, ...]:
    return tuple(one for one in standing(session) if _folded(one.address) == _folded(address))


def _folded(address: str) -> str:
    return address.strip().casefold()
