"""What a co-admin knows: whom they were asked about, and of whom they have not yet heard that nothing is asked any more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.ledger import told_in
from roster.ledger import What
from roster.letters import Audience, Kind

_LETTER, _ABOUT, _ENTRY, _GROUP_RUN = tables.Letter, tables.LetterGroup, tables.LedgerEntry, tables.GroupRun


def asked_of(session: Session, key: str, reader: str) -> dict[str, str]:
    """Those of a group whom a co-admin believes are to be taken out: each identity with how the group showed them.

    A letter that was given up, or taken back before it went, told nothing.
    """
    known: dict[str, str] = {}
    for kind, written_at, run_id in _letters(session, key, reader):
        if kind == Kind.CO_ADMIN.value:
            known |= _named(session, key, written_at)
        elif kind == Kind.LIST.value:
            still = _still_asked(session, key, run_id)
            known = {identity: shown_as for identity, shown_as in known.items() if identity in still}
    return known


def _letters(session: Session, key: str, reader: str) -> Sequence[Any]:
    found = (
        select(col(_LETTER.kind), col(_LETTER.written_at), col(_LETTER.run_id))
        .join(_ABOUT, col(_ABOUT.letter_id) == col(_LETTER.id))
        .where(
            col(_ABOUT.group_key) == key,
            col(_LETTER.recipient) == reader,
            col(_LETTER.audience) == Audience.VOLUNTEER.value,
            col(_LETTER.state).not_in(("dead", "withdrawn")),
        )
    )
    return session.execute(found.order_by(col(_LETTER.id))).all()


def _named(session: Session, key: str, at: datetime) -> dict[str, str]:
    found = select(col(_ENTRY.identity), col(_ENTRY.shown_as)).where(
        col(_ENTRY.group_key) == key, col(_ENTRY.what) == What.TO_CO_ADMIN.value, col(_ENTRY.at) == at
    )
    return {row.identity: row.shown_as for row in session.execute(found)}


def _still_asked(session: Session, key: str, run_id: int) -> frozenset[str]:
    of_run = select(_GROUP_RUN).where(col(_GROUP_RUN.run_id) == run_id, col(_GROUP_RUN.group_key) == key)
    kept = session.scalars(of_run).first()
    return told_in(session, kept) if kept else frozenset()
