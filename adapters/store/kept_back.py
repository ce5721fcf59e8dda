"""Readers to whom the mail server lets nothing through, though every night takes back what did not go and writes it anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.outbox import Way
from roster.letters import Audience

_LETTER = tables.Letter
_A_DAY = timedelta(days=1)
_WAITING = (Way.PENDING.value, Way.CLAIMED.value)


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Whom letters do not reach, and when the first of those was written that were tried since one last went."""

    reader: str
    audience: Audience
    since: datetime


def kept_back(session: Session, now: datetime) -> tuple[KeptBack, ...]:
    """Every reader for whom something waits, of whom more than one letter, or one for more than a day, was tried in vain.

    What a run takes back at this very moment counts as waiting, for it is about to be written anew.
    """
    found = session.execute(_since_one_went(now)).all()
    by_reader = groupby(found, key=lambda row: (row.recipient, row.audience))
    return tuple(
        KeptBack(reader, Audience(audience), since)
        for (reader, audience), rows in by_reader
        if (since := _tried_since(tuple(rows), now))
    )


def _since_one_went(now: datetime) -> Any:
    """The letters to those readers since one last reached them, or came to an end without them, newest first."""
    ended = (Way.SENT.value, Way.DEAD.value)
    last = (
        select(col(_LETTER.recipient), col(_LETTER.audience), func.max(col(_LETTER.id)).label("id"))
        .where(col(_LETTER.state).in_(ended))
        .group_by(col(_LETTER.recipient), col(_LETTER.audience))
        .subquery()
    )
    theirs = and_(last.c.recipient == col(_LETTER.recipient), last.c.audience == col(_LETTER.audience))
    return (
        select(
            col(_LETTER.recipient), col(_LETTER.audience), col(_LETTER.state), col(_LETTER.attempts),
            col(_LETTER.written_at),
            func.coalesce(col(_LETTER.ended_at), col(_LETTER.written_at)).label("ended_at"),
        )
        .join(last, theirs, isouter=True)
        .where(or_(last.c.id.is_(None), col(_LETTER.id) > last.c.id))
        .order_by(col(_LETTER.recipient), col(_LETTER.audience), col(_LETTER.id).desc())
    )  # fmt: skip


def _tried_since(rows: Sequence[Any], now: datetime) -> datetime | None:
    if not any(row.state in _WAITING or row.ended_at >= now for row in rows):
        return None
    tried = [row for row in _in_a_row(rows, now) if row.attempts > (row.state == Way.CLAIMED.value)]
    if not tried:
        return None
    since: datetime = tried[-1].written_at
    again = len(tried) > 1 or tried[0].state in _WAITING
    return since if again and since < now - _A_DAY else None


def _in_a_row(rows: Sequence[Any], now: datetime) -> Iterable[Any]:
    """The letters back to the first after which for more than a day there was nothing to say."""
    after = now
    for row in rows:
        if row.state not in _WAITING and after - row.ended_at > _A_DAY:
            return
        yield row
        after = row.written_at
