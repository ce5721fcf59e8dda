"""Which letters there are already: by their key, to a volunteer, and about which group."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from roster.letters import Audience

_LETTER, _ABOUT = tables.Letter, tables.LetterGroup
_ON_THE_WAY = frozenset({"pending", "claimed"})


@dataclass(frozen=True, slots=True)
class LastOf:
    """Whether a letter to somebody waits, and when the last one went."""

    waits: bool
    went: datetime | None


def is_written(session: Session, key: str) -> bool:
    """Whether there is a letter of a key, wherever it is."""
    return session.scalar(select(col(_LETTER.id)).where(col(_LETTER.key) == key)) is not None


def last_written(session: Session, recipient: str, key: str) -> datetime | None:
    """When the last letter to somebody about a group was written that went or waits; None if there is none."""
    found = (
        select(func.max(col(_LETTER.written_at)))
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .where(
            col(_ABOUT.group_key) == key,
            col(_LETTER.recipient) == recipient,
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            col(_LETTER.state).not_in(("dead", "withdrawn")),
        )
    )
    return session.scalar(found)


def last_to(session: Session, recipient: str) -> LastOf:
    """What is on its way to a volunteer, and when the last letter reached the server."""
    to_them = select(col(_LETTER.state), func.max(col(_LETTER.ended_at))).where(
        col(_LETTER.recipient) == recipient, col(_LETTER.audience) == Audience.VOLUNTEER.value
    )
    rows = session.execute(to_them.group_by(col(_LETTER.state))).all()
    went = next((ended for state, ended in rows if state == "sent"), None)
    return LastOf(any(state in _ON_THE_WAY for state, _ in rows), went)
