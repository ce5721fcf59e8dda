"""Letters that somebody answers to: by a bounce, or by the link that stops them."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.outbox import Way, letter_of
from roster.letters import Letter

_LETTER = tables.Letter


def by_number(session: Session, letter_id: int) -> Letter | None:
    """Give a letter; None if it was never written, or has been deleted since."""
    row = session.get(_LETTER, letter_id)
    return letter_of(session, row) if row else None


def by_message(session: Session, random_part: str) -> tuple[int, Letter] | None:
    """Give the letter whose Message-ID begins with 32 hexadecimal digits, and its number."""
    row = session.scalars(select(_LETTER).where(col(_LETTER.message_id).startswith(f"<{random_part}@"))).first()
    return (row.id or 0, letter_of(session, row)) if row else None


def came_back(session: Session, letter_id: int, *, now: datetime, error: str) -> bool:
    """Take a letter for lost though a server took it; False, and nothing changed, if that is known already.

    A letter that is to be tried again, because a server may have it, is not: the server has, and sent it back.
    """
    known = (Way.DEAD.value, Way.WITHDRAWN.value)
    lost = update(_LETTER).where(col(_LETTER.id) == letter_id, col(_LETTER.state).not_in(known))
    done = session.execute(
        lost.values(
            state=Way.DEAD.value, ended_at=now, lease_until=None, dotted=False, error=error, reported_in=None
        )
    )  # fmt: skip
    return int(done.rowcount) == 1  # type: ignore[attr-defined]
