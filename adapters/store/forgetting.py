"""Whatever has been kept long enough is deleted, kind by kind, each in counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import audit, forgettings, tables
from adapters.store.families import forget_gone
from adapters.store.forgettings import drop
from adapters.store.old_lists import forget_replaced
from adapters.store.old_runs import forget_decisions, forget_names_on_releases, forget_nights
from roster.ledger import Event, What, folded

_BY = "Roster (its time was over)"


@dataclass(frozen=True, slots=True)
class Horizons:
    """What came, or ended, before these is forgotten. `now` and `today` are when that is done; moments are aware.

    `readers` are the addresses that are still written to: what each of them was told last is what the next letter adds to.
    """

    now: datetime
    today: date
    originals: datetime
    lists: date
    history: date
    runs: datetime
    ledger: datetime
    audit: datetime
    readers: frozenset[str] = frozenset()


def forget(session: Session, due: Horizons) -> tuple[tuple[str, int], ...]:
    """Delete all that is due, in one transaction, and remember how much of what: (what, rows) each, none left out."""
    found = tuple((what, rows(session, due)) for what, rows in KINDS)
    session.flush()
    for what, rows_gone in found:
        forgettings.remember(session, what, rows_gone, at=due.now, day=due.today)
    return found


def _originals(session: Session, due: Horizons) -> int:
    original = tables.Original
    over = or_(col(original.received_at) < due.originals, col(original.kept_until) < due.today)
    return drop(session, col(original.sha256), session.scalars(select(col(original.sha256)).where(over)).all())


def _ledger(session: Session, due: Horizons) -> int:
    """Episodes that have ended: whoever is still to be taken out, or may be asked about again, stays as they are."""
    entry, closed = tables.LedgerEntry, []
    for rows in _by_group(session.scalars(select(entry).order_by(col(entry.id)))):
        over = {who for who, item in folded(map(_event, rows)).items() if not item.unsettled}
        recent = {row.identity for row in rows if row.at >= due.ledger}
        closed += [row.id for row in rows if row.identity in over - recent]
    return drop(session, col(entry.id), closed)


def _by_group(rows: Iterable[tables.LedgerEntry]) -> Iterable[list[tables.LedgerEntry]]:
    found: dict[str, list[tables.LedgerEntry]] = {}
    for row in rows:
        found.setdefault(row.group_key, []).append(row)
    return found.values()


def _event(row: tables.LedgerEntry) -> Event:
    return Event(row.identity, row.shown_as, What(row.what), row.at, row.day, row.by, row.note, row.id or 0)


def _audit(session: Session, due: Horizons) -> int:
    # What this very job notes names nobody, and to erase it would be to note it again, day after day.
    named = (one for one in audit.entries(session) if one.payload and one.payload != {"by": _BY})
    return audit.erase(session, [one.id or 0 for one in named if one.at < due.audit], by=_BY, at=due.now)


Kind = Callable[[Session, Horizons], int]
KINDS: tuple[tuple[str, Kind], ...] = (
    ("originals", _originals),
    ("nights", lambda session, due: forget_nights(session, due.runs, due.readers)),
    ("decisions", lambda session, due: forget_decisions(session, due.runs)),
    ("releases", lambda session, due: forget_names_on_releases(session, due.runs)),
    ("ledger", _ledger),
    ("lists", lambda session, due: forget_replaced(session, due.lists)),
    ("history", lambda session, due: forget_gone(session, due.history)),
    ("audit", _audit),
)
"""What is forgotten, in the order in which one rests on another."""
