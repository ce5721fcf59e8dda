"""Mappings that the school has confirmed: remembered by their headings, shown, forgotten."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.rolls import Arrival
from roster.mapping import Entry, Kept, Mapping
from roster.vocabulary import Field


def keep(session: Session, mapping: Mapping, arrival: Arrival) -> None:
    """Remember a mapping; one for the same headings is replaced."""
    session.merge(
        tables.Columns(
            fingerprint=mapping.fingerprint,
            file=arrival.file,
            confirmed_at=arrival.at,
            day=arrival.day,
            columns=as_cells(mapping),
        )
    )


def every(session: Session) -> tuple[Kept, ...]:
    """Every mapping that is kept, the newest first."""
    rows = session.scalars(select(tables.Columns).order_by(col(tables.Columns.confirmed_at).desc()))
    return tuple(Kept(from_cells(row.columns), row.day) for row in rows)


def forget(session: Session, fingerprint: str) -> bool:
    """Forget a mapping; says whether there was one."""
    row = session.get(tables.Columns, fingerprint)
    if row is None:
        return False
    session.delete(row)
    session.flush()
    return True


def as_cells(mapping: Mapping) -> dict[str, Any]:
    """Give a mapping as JSON: `entries` are [heading, the name of what it holds, whose], `relations` [whose, relation]."""
    entries = [[entry.heading, entry.holds.name, entry.who] for entry in mapping.entries]
    return {"entries": entries, "relations": [list(pair) for pair in mapping.relations]}


def from_cells(cells: dict[str, Any]) -> Mapping:
    """Give the mapping that JSON holds."""
    entries = tuple(Entry(heading, Field[holds], who) for heading, holds, who in cells["entries"])
    return Mapping(entries, tuple((who, relation) for who, relation in cells["relations"]))
