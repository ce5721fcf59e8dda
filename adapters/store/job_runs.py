"""Which job has run in which slot: claimed by inserting the row, kept by a lease, taken over when its owner is gone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables

SCHOOL = "school"
"""The school that a job ran for. A database is one school's, so there is one; the key keeps room for more."""
LEASE = timedelta(minutes=10)
"""How long a job belongs to whoever claimed it, unless they say that they are still there."""
RUNNING, DONE, FAILED, PARKED, SKIPPED = "running", "done", "failed", "parked", "skipped"
_RUN = tables.JobRun
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=1)
# How often in a row its process has ended in the middle; after the last of them nobody tries it again.
_CRASHES = ("its process ended in the middle", "twice its process ended in the middle")
POISON = "three times its process ended in the middle"


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do one slot of a job until the lease ends. `attempt` tells it from a later claim of the same slot."""

    id: int
    kind: str
    slot: str
    attempt: int
    owner: str


def known(session: Session, kind: str, *, since: str, now: datetime) -> frozenset[str]:
    """The slots of a job that somebody has had: all from one on, and the oldest there is.

    A slot that was skipped by a clock that ran ahead of this one has not been had.
    """
    had = select(col(_RUN.slot)).where(*_of(kind), ~_skipped_ahead(now))
    oldest = session.scalars(had.order_by(col(_RUN.slot)).limit(1)).first()
    found = session.scalars(had.where(col(_RUN.slot) >= since))
    return frozenset((*found, *((oldest,) if oldest else ())))


def claim(session: Session, kind: str, slot: str, *, owner: str, now: datetime) -> Claim | None:
    """Take a slot that nobody has had; None if somebody was quicker."""
    values = {
        "state": RUNNING, "attempt": 1, "owner": owner, "lease_until": now + LEASE, "started_at": now, "ended_at": None,
        "next_try": None, "outcome": "", "error": "",
    }  # fmt: skip
    made = insert(_RUN).values(kind=kind, school=SCHOOL, slot=slot, **values)
    if _count(session.execute(made.on_conflict_do_nothing())) != 1:
        again = update(_RUN).where(*_of(kind), col(_RUN.slot) == slot, _skipped_ahead(now)).values(**values)
        if _count(session.execute(again)) != 1:
            return None
    row = session.scalars(select(_RUN).where(*_of(kind), col(_RUN.slot) == slot)).one()
    return _claim_of(row)


def left_over(session: Session, kind: str, now: datetime) -> Sequence[str]:
    """The slots of a job to be tried again: those that failed and have waited, and those whose owner is gone; oldest first."""
    found = select(col(_RUN.slot)).where(*_of(kind), or_(_waited(now), _abandoned(now)))
    return session.scalars(found.order_by(col(_RUN.slot))).all()


def take_over(session: Session, kind: str, slot: str, *, owner: str, now: datetime) -> Claim | None:
    """Take a slot that failed or whose owner is gone; None if somebody was quicker, or it has ended a process three times."""
    theirs = select(_RUN).where(*_of(kind), col(_RUN.slot) == slot, or_(_waited(now), _abandoned(now)))
    row = session.scalars(theirs.execution_options(populate_existing=True)).first()
    if row is None:
        return None
    if row.state == RUNNING:
        crashes = _CRASHES.index(row.error) + 1 if row.error in _CRASHES else 0
        if crashes == len(_CRASHES):
            row.state, row.ended_at, row.lease_until, row.error = PARKED, now, None, POISON
            session.flush()
            return None
        row.error = _CRASHES[crashes]
    row.state, row.owner, row.attempt = RUNNING, owner, row.attempt + 1
    row.lease_until, row.next_try, row.ended_at = now + LEASE, None, None
    session.flush()
    return _claim_of(row)


def still_mine(session: Session, claimed: Claim) -> bool:
    """Whether a claim holds: nobody has taken the slot over. In a writing transaction nobody can until it ends."""
    return session.execute(select(col(_RUN.id)).where(*_ours(claimed))).first() is not None


def beat(session: Session, claimed: Claim, *, now: datetime) -> bool:
    """Say that the owner is still there; False if the claim is lost."""
    return _change(session, claimed, lease_until=now + LEASE)


def done(session: Session, claimed: Claim, *, now: datetime, outcome: str) -> bool:
    """The slot is done; False if the claim is lost."""
    return _change(session, claimed, state=DONE, ended_at=now, lease_until=None, outcome=outcome, error="")


def failed(session: Session, claimed: Claim, *, now: datetime, error: str, outcome: str = "") -> bool:
    """It could not be done, and is tried again after a while: `error` is a class and a place, `outcome` a plain sentence."""
    at = now + wait_after(claimed.attempt)
    return _change(
        session, claimed, state=FAILED, ended_at=now, lease_until=None, next_try=at, outcome=outcome, error=error
    )


def finish(session: Session, kind: str, *, now: datetime, outcome: str) -> None:
    """Whatever slot of a job is at work, it is done: a back-up holds its own row as it was while it was made."""
    at_work = update(_RUN).where(*_of(kind), col(_RUN.state) == RUNNING)
    session.execute(at_work.values(state=DONE, ended_at=now, lease_until=None, outcome=outcome, error=""))


def park(session: Session, kind: str, slots: Iterable[str], *, now: datetime) -> None:
    """Give slots up that failed, or whose owner is gone, for they are too long ago to be worth another try."""
    over = or_(col(_RUN.state) == FAILED, _abandoned(now))
    failing = update(_RUN).where(*_of(kind), over, col(_RUN.slot).in_(list(slots)))
    session.execute(failing.values(state=PARKED, ended_at=now, next_try=None, lease_until=None))


def skip(session: Session, kind: str, slots: Iterable[str], *, now: datetime) -> int:
    """Note slots that came and went while nothing ran; gives how many are new."""
    rows = [
        {
            "kind": kind, "school": SCHOOL, "slot": slot, "state": SKIPPED, "attempt": 0, "owner": "",
            "started_at": now, "ended_at": now, "outcome": "", "error": "",
        }
        for slot in slots
    ]  # fmt: skip
    return sum(_count(session.execute(insert(_RUN).values(**row).on_conflict_do_nothing())) for row in rows)


def every(session: Session, kind: str | None = None) -> Sequence[tables.JobRun]:
    """Every slot of a job (or of all), oldest first."""
    found = select(_RUN).where(col(_RUN.kind) == kind) if kind else select(_RUN)
    return session.scalars(found.order_by(col(_RUN.slot), col(_RUN.id))).all()


def unwell(session: Session, since: datetime) -> Sequence[tables.JobRun]:
    """Every slot since a moment that was not simply done, oldest first: those still at work too."""
    lately = or_(col(_RUN.ended_at) >= since, and_(col(_RUN.ended_at).is_(None), col(_RUN.started_at) >= since))
    found = select(_RUN).where(col(_RUN.state) != DONE, lately)
    return session.scalars(found.order_by(col(_RUN.slot), col(_RUN.id))).all()


def forget(session: Session, kind: str, *, before: datetime) -> None:
    """Forget the slots of a job that were done before a moment: of one that comes every quarter of an hour nobody asks."""
    session.execute(delete(_RUN).where(*_of(kind), col(_RUN.state) == DONE, col(_RUN.started_at) < before))


def of_slot(session: Session, kind: str, slot: str) -> tables.JobRun | None:
    """What became of one slot; None if it has not begun."""
    return session.scalars(select(_RUN).where(*_of(kind), col(_RUN.slot) == slot)).first()


def last_done(session: Session, kind: str) -> tables.JobRun | None:
    """The newest slot of a job that was done."""
    found = select(_RUN).where(*_of(kind), col(_RUN.state) == DONE)
    return session.scalars(found.order_by(col(_RUN.slot).desc()).limit(1)).first()


def wait_after(attempt: int) -> timedelta:
    """How long to wait after so many attempts: 5 minutes, then twice as long each time, an hour at most."""
    doublings: int = 2 ** min(attempt - 1, 10)
    return min(_FIRST_WAIT * doublings, _LONGEST_WAIT)


def _of(kind: str) -> tuple[Any, ...]:
    return col(_RUN.kind) == kind, col(_RUN.school) == SCHOOL


def _skipped_ahead(now: datetime) -> Any:
    return and_(col(_RUN.state) == SKIPPED, col(_RUN.started_at) > now)


def _waited(now: datetime) -> Any:
    # Further ahead than anybody waits: the clock has been set back since.
    over = or_(col(_RUN.next_try) <= now, col(_RUN.next_try) > now + _LONGEST_WAIT)
    return and_(col(_RUN.state) == FAILED, over)


def _abandoned(now: datetime) -> Any:
    over = or_(col(_RUN.lease_until) <= now, col(_RUN.lease_until) > now + 2 * LEASE)
    return and_(col(_RUN.state) == RUNNING, over)


def _claim_of(row: tables.JobRun) -> Claim:
    return Claim(row.id or 0, row.kind, row.slot, row.attempt, row.owner)


def _ours(claimed: Claim) -> tuple[Any, ...]:
    return (
        col(_RUN.id) == claimed.id,
        col(_RUN.state) == RUNNING,
        col(_RUN.attempt) == claimed.attempt,
        col(_RUN.owner) == claimed.owner,
    )


def _change(session: Session, claimed: Claim, **values: Any) -> bool:
    return _count(session.execute(update(_RUN).where(*_ours(claimed)).values(**values))) == 1


def _count(result: Any) -> int:
    return int(result.rowcount)
