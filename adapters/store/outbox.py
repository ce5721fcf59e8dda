"""The outbox: a letter is written once, claimed by one sender at a time, and ends as sent or dead, never lost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from adapters.store import tables
from roster.letters import Attached, Audience, Kind, Letter, Words
from roster.runs import group_key

_LETTER = tables.Letter
PERHAPS_ARRIVED = "may have arrived, not repeated again"
"""Why a letter is given up that a server may have taken twice without saying so."""


class Way(Enum):
    """Where a letter is."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"


_FRESH = (Way.PENDING, Way.CLAIMED, Way.SENT)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to send a letter until the lease ends. `attempt` tells this claim from a later one of the same letter.

    `repeats` counts the times that the server may have taken the letter without saying so.
    """

    id: int
    attempt: int
    repeats: int
    letter: Letter


def write(session: Session, run: tables.Run, letter: Letter) -> None:
    """Put a letter into the outbox, in the transaction of the run that it tells of."""
    assert run.id is not None  # noqa: S101 - given by the database
    only = letter.groups[0] if len(letter.groups) == 1 else ""
    row = _LETTER(
        key=letter.key,
        run_id=run.id,
        run=letter.run,
        audience=letter.audience.value,
        group_key=group_key(only),
        group_name=only,
        recipient=letter.recipient,
        message_id=letter.message_id,
        thread=letter.thread,
        subject=letter.words.subject,
        text=letter.words.text,
        html=letter.words.html,
        attached_as=letter.words.attached.name if letter.words.attached else "",
        attached=letter.words.attached.content if letter.words.attached else None,
        written_at=letter.written_at,
        next_try=letter.written_at,
        kind=letter.kind.value,
        language=letter.language,
    )
    session.add(row)
    session.flush()
    for name in letter.groups:
        session.add(tables.LetterGroup(letter_id=row.id or 0, group_key=group_key(name), group_name=name))


def due(session: Session, now: datetime) -> Sequence[tuple[int, Audience]]:
    """The letters to be sent now and whom each is for, oldest first: waiting ones, and those whose sender died."""
    found = select(col(_LETTER.id), col(_LETTER.audience)).where(_is_due(now)).order_by(col(_LETTER.id))
    return [(one, Audience(audience)) for one, audience in session.execute(found) if one is not None]


def postpone(session: Session, letter_id: int, *, at: datetime) -> None:
    """Leave a letter that nobody is at work on until a moment comes."""
    waiting = (col(_LETTER.id) == letter_id, col(_LETTER.state) == Way.PENDING.value)
    session.execute(update(_LETTER).where(*waiting).values(next_try=at))


def claim(session: Session, letter_id: int, *, now: datetime, lease: timedelta) -> Claim | None:
    """Take a letter to send; None if another sender was quicker, or it is not its turn.

    A claim whose sender died after the final dot may have been taken by the server: that counts as a repeat. What a
    volunteer reads last must be what the newest run says: a letter waits while an older one to the same reader is in
    somebody's hands, and an older one that comes late is withdrawn.
    """
    mine = col(_LETTER.id) == letter_id, _is_due(now)
    session.execute(update(_LETTER).where(*mine, _another_to_the_reader(_FRESH, newer=True)).values(**_taken_back(now)))
    taken = session.execute(
        update(_LETTER)
        .where(*mine, ~_another_to_the_reader((Way.CLAIMED,), newer=False))
        .values(
            state=Way.CLAIMED.value,
            attempts=col(_LETTER.attempts) + 1,
            repeats=col(_LETTER.repeats) + col(_LETTER.dotted),
            dotted=False,
            lease_until=now + lease,
        )
    )
    if _count(taken) != 1:
        return None
    row = session.get_one(_LETTER, letter_id)
    return Claim(letter_id, row.attempts, row.repeats, letter_of(session, row))


def dotted(session: Session, claimed: Claim) -> bool:
    """Remember that the final dot is about to be sent; False if the claim is no longer ours."""
    return _count(session.execute(_ours(claimed).values(dotted=True))) == 1


def sent(session: Session, claimed: Claim, *, now: datetime) -> None:
    """The server has taken the letter."""
    session.execute(_ours(claimed).values(state=Way.SENT.value, ended_at=now, lease_until=None, error="", dotted=False))


def later(session: Session, claimed: Claim, *, at: datetime, error: str, repeated: bool = False) -> None:
    """Try again later. `repeated` says that the server may have taken the letter already."""
    session.execute(
        _ours(claimed).values(
            state=Way.PENDING.value,
            next_try=at,
            lease_until=None,
            error=error,
            dotted=False,
            repeats=claimed.repeats + repeated,
        )
    )


def dead(session: Session, claimed: Claim, *, now: datetime, error: str) -> None:
    """Give a letter up; the office's next digest says so."""
    session.execute(
        _ours(claimed).values(state=Way.DEAD.value, ended_at=now, lease_until=None, error=error, dotted=False)
    )


def withdraw_unsent(session: Session, now: datetime) -> int:
    """Take back what a new run says anew: every letter to volunteers and every digest that no server can have. Gives their number.

    A letter that a server may have taken, or that a sender is at work on, stays as it is; so does an alert.
    """
    rewritten = or_(col(_LETTER.audience) == Audience.VOLUNTEER.value, col(_LETTER.kind) == Kind.DIGEST.value)
    # A sender whose lease has ended and who comes back is told at the dot that the letter is no longer his.
    left = and_(
        col(_LETTER.state) == Way.CLAIMED.value, col(_LETTER.lease_until) <= now, col(_LETTER.dotted).is_(False)
    )
    untaken = and_(or_(col(_LETTER.state) == Way.PENDING.value, left), col(_LETTER.repeats) == 0)
    return _count(session.execute(update(_LETTER).where(rewritten, untaken).values(**_taken_back(now))))


def unreported(session: Session) -> Sequence[tables.Letter]:
    """The volunteers' letters that were given up and of which the office does not know."""
    found = select(_LETTER).where(
        col(_LETTER.state) == Way.DEAD.value,
        col(_LETTER.reported_in).is_(None),
        col(_LETTER.audience) == Audience.VOLUNTEER.value,
    )
    return session.scalars(found.order_by(col(_LETTER.id))).all()


def reported(session: Session, letters: Sequence[tables.Letter], run: tables.Run) -> None:
    """Remember which digest told the office of letters that were given up."""
    ids = [letter.id for letter in letters]
    session.execute(update(_LETTER).where(col(_LETTER.id).in_(ids)).values(reported_in=run.id))


def every(session: Session) -> Sequence[tables.Letter]:
    """Every letter, oldest first."""
    return session.scalars(select(_LETTER).order_by(col(_LETTER.id))).all()


def waiting(session: Session) -> int:
    """How many letters have yet to arrive."""
    found = select(col(_LETTER.id)).where(col(_LETTER.state).in_((Way.PENDING.value, Way.CLAIMED.value)))
    return len(session.scalars(found).all())


def untried(session: Session) -> int:
    """How many letters to volunteers have never been tried."""
    found = select(col(_LETTER.id)).where(
        col(_LETTER.state) == Way.PENDING.value,
        col(_LETTER.attempts) == 0,
        col(_LETTER.audience) == Audience.VOLUNTEER.value,
    )
    return len(session.scalars(found).all())


def letter_of(session: Session, row: tables.Letter) -> Letter:
    """Give the letter that a row holds."""
    groups = select(col(tables.LetterGroup.group_name)).where(col(tables.LetterGroup.letter_id) == row.id)
    return Letter(
        row.key, row.run, Audience(row.audience), tuple(session.scalars(groups.order_by("group_key"))), row.recipient,
        row.message_id, row.thread, _words_of(row), row.written_at, Kind(row.kind), row.language,
    )  # fmt: skip


def _words_of(row: tables.Letter) -> Words:
    attached = Attached(row.attached_as, row.attached) if row.attached is not None else None
    return Words(row.subject, row.text, row.html, attached)


def _is_due(now: datetime) -> Any:
    return or_(
        and_(col(_LETTER.state) == Way.PENDING.value, col(_LETTER.next_try) <= now),
        and_(col(_LETTER.state) == Way.CLAIMED.value, col(_LETTER.lease_until) <= now),
    )


def _taken_back(now: datetime) -> dict[str, Any]:
    return {"state": Way.WITHDRAWN.value, "ended_at": now, "lease_until": None, "error": ""}


def _another_to_the_reader(ways: Iterable[Way], *, newer: bool) -> Any:
    """Whether there is another letter to the same volunteer, newer or older than this one."""
    other = aliased(_LETTER)
    return (
        select(col(other.id))
        .where(
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            col(other.audience) == Audience.VOLUNTEER.value,
            col(other.recipient) == col(_LETTER.recipient),
            col(other.id) > col(_LETTER.id) if newer else col(other.id) < col(_LETTER.id),
            col(other.state).in_([way.value for way in ways]),
        )
        .exists()
    )


def _ours(claimed: Claim) -> Any:
    return update(_LETTER).where(
        col(_LETTER.id) == claimed.id,
        col(_LETTER.state) == Way.CLAIMED.value,
        col(_LETTER.attempts) == claimed.attempt,
    )


def _count(result: Any) -> int:
    return int(result.rowcount)
