"""What the office and the safeguarding lead have been told: by letters that went, or are about to go."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from roster.ledger import What
from roster.letters import Audience, Kind

_LETTER, _RUN = tables.Letter, tables.Run
_REPORTED = (tables.Hint, tables.Link, tables.Letter, tables.Stop)


def last_told(session: Session, audience: Audience) -> tables.Run | None:
    """The last run whose digest one of the two was sent, unless it was given up or taken back before it went."""
    found = select(_RUN).where(col(_RUN.id).in_(_told(audience))).order_by(col(_RUN.id).desc()).limit(1)
    return session.scalars(found).first()


def untell(session: Session) -> None:
    """Count as not reported what only digests report that were given up, or taken back before they went."""
    told = select(col(_LETTER.run_id)).where(
        col(_LETTER.audience) == Audience.OFFICE.value, col(_LETTER.kind) == Kind.DIGEST.value
    )
    alive = _told(Audience.OFFICE)
    for table in _REPORTED:
        session.execute(
            update(table)
            .where(col(table.reported_in).in_(told), col(table.reported_in).not_in(alive))
            .values(reported_in=None)
            .execution_options(synchronize_session="fetch")
        )


def seen_gone_since(session: Session, key: str, day: date) -> int:
    """How many people lists have shown to be gone from a group, of those who were to be taken out, since a day."""
    entry = tables.LedgerEntry
    found = select(func.count(func.distinct(col(entry.identity)))).where(
        col(entry.group_key) == key, col(entry.what) == What.SEEN_GONE.value, col(entry.day) >= day
    )
    return session.scalar(found) or 0


def withheld_in(session: Session, run: tables.Run | None) -> dict[str, dict[str, str]]:
    """Who was for the office alone in a run: by the group's key and the identity, with why."""
    if run is None:
        return {}
    rows: Collection[tables.GroupRun] = session.scalars(
        select(tables.GroupRun).where(col(tables.GroupRun.run_id) == run.id)
    ).all()
    return {row.group_key: dict(row.withheld) for row in rows}


def _told(audience: Audience) -> Select[Any]:
    return select(col(_LETTER.run_id)).where(
        col(_LETTER.audience) == audience.value,
        col(_LETTER.kind) == Kind.DIGEST.value,
        col(_LETTER.state).not_in(("dead", "withdrawn")),
    )
