"""Whom a volunteer believes to be to take out, by every letter that they had of a group, whatever they were in it then."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import runs, tables
from adapters.store.ledger import event_of
from adapters.store.needles import ERASED
from adapters.store.outbox import PERHAPS_ARRIVED, Way
from roster.ledger import State, What, folded
from roster.letters import Audience, Kind

_LETTER, _ABOUT, _ENTRY, _GROUP_RUN = tables.Letter, tables.LetterGroup, tables.LedgerEntry, tables.GroupRun
_LOST = (Way.DEAD.value, Way.WITHDRAWN.value)


def believed(session: Session, key: str, reader: str) -> dict[str, str]:
    """Those of a group of whom a volunteer has not yet heard that nothing is asked any more: each identity with how the group showed them.

    A letter that was given up, or taken back before it went, told nothing; but one that may have arrived may have.
    """
    known: dict[str, str] = {}
    for letter in _letters(session, key, reader):
        told = _told(session, key, letter.run_id)
        if letter.kind == Kind.CO_ADMIN.value:
            known |= _escalated(session, key, letter.written_at)
        elif letter.kind == Kind.NUDGE.value or letter.state in _LOST:
            known |= told
        elif _is_to_an_admin(session, key, reader, letter.run_id):
            known = told
        else:
            known = {identity: shown_as for identity, shown_as in known.items() if identity in told}
    # A word that stands in the place of somebody who was erased is nobody.
    return {identity: shown_as for identity, shown_as in known.items() if not identity.startswith(ERASED)}


def _letters(session: Session, key: str, reader: str) -> Sequence[Any]:
    perhaps = and_(col(_LETTER.state) == Way.DEAD.value, col(_LETTER.error) == PERHAPS_ARRIVED)
    found = (
        select(col(_LETTER.kind), col(_LETTER.state), col(_LETTER.written_at), col(_LETTER.run_id))
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .where(
            col(_ABOUT.group_key) == key,
            col(_LETTER.recipient) == reader,
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            or_(col(_LETTER.state).not_in(_LOST), perhaps),
        )
    )
    return session.execute(found.order_by(col(_LETTER.id))).all()


def _told(session: Session, key: str, run_id: int) -> dict[str, str]:
    of_run = select(_GROUP_RUN).where(col(_GROUP_RUN.run_id) == run_id, col(_GROUP_RUN.group_key) == key)
    return {flag.identity: flag.shown_as for flag in runs.told(session, session.scalars(of_run).first())}


def _escalated(session: Session, key: str, at: datetime) -> dict[str, str]:
    """Those of whom the co-admins had been told, or were just then, and whom nobody had said anything of."""
    found = select(_ENTRY).where(col(_ENTRY.group_key) == key, col(_ENTRY.at) <= at).order_by(col(_ENTRY.id))
    items = folded(map(event_of, session.scalars(found)))
    return {
        item.identity: item.shown_as
        for item in items.values()
        if item.state is State.OPEN and item.was_told(What.TO_CO_ADMIN)
    }


def _is_to_an_admin(session: Session, key: str, reader: str, run_id: int) -> bool:
    """Whether somebody was an admin of a group by the settings of a run; before that was kept there was nobody else to write to."""
    asked = session.get_one(tables.Run, run_id).stood.get("asked")
    return asked is None or reader in asked.get(key, ())
