"""A snapshot to rows and back again: of each roll only what differs from the one before is written."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import tables
from adapters.store.cells import (
    contact_cells,
    contact_of,
    gap_cells,
    gap_of,
    pupil_cells,
    pupil_of,
    tie_cells,
    tie_of,
)  # fmt: skip
from adapters.store.settling import Cells, ids_by_key, open_rows, settle
from roster.canonical import canonical
from roster.people import Contact, Pupil, Tie
from roster.snapshot import Snapshot


def keep(session: Session, roll: tables.Roll, snapshot: Snapshot) -> None:
    """Write what a roll's people differ in from those of the roll before it."""
    now, number = canonical(snapshot), roll.id or 0
    children = ids_by_key(session, tables.Child, (pupil.key for pupil in now.pupils))
    settle(session, tables.Pupil, number, [pupil_cells(pupil, children) for pupil in now.pupils])
    _keep_contacts(session, number, now.contacts, children)
    gaps = settle(session, tables.Gap, number, [gap_cells(gap, children) for gap in now.gaps])
    roll.gap_rows = {str(one): gap.row for one, gap in zip(gaps, now.gaps, strict=True)}


def rebuilt(session: Session, roll: tables.Roll) -> Snapshot:
    """Give the snapshot that a roll is, in canonical order: whichever roll it is, as long as it is kept."""
    number = roll.id or 0
    pupils = _pupils(session, number)
    ties: dict[int, list[Tie]] = {}
    for row in _rows(session, tables.Tie, number):
        ties.setdefault(row.contact_id, []).append(tie_of(row, pupils[row.child_id]))
    contacts = tuple(contact_of(row, tuple(ties.get(row.id, ()))) for row in _rows(session, tables.Contact, number))
    gaps = tuple(gap_of(row, roll.gap_rows[str(row.id)], pupils) for row in _rows(session, tables.Gap, number))
    return canonical(Snapshot(tuple(pupils.values()), contacts, gaps, roll.rows, roll.set_aside, roll.cut_short))


def pupils_on(session: Session, roll: tables.Roll) -> tuple[Pupil, ...]:
    """Give the pupils of a roll alone, in canonical order."""
    return canonical(Snapshot(tuple(_pupils(session, roll.id or 0).values()))).pupils


def holding(table: Any, number: int) -> tuple[Any, Any]:
    """What rows are asked for that hold on a roll."""
    return col(table.since) <= number, or_(col(table.until).is_(None), col(table.until) > number)


def _pupils(session: Session, number: int) -> dict[int, Pupil]:
    keys = {row.id: row.key for row in session.execute(select(*tables.Child.__table__.columns))}  # type: ignore[attr-defined]
    return {row.child_id: pupil_of(row, keys[row.child_id]) for row in _rows(session, tables.Pupil, number)}


def _rows(session: Session, table: Any, number: int) -> Any:
    # Rows, not objects: thousands of them are read, and none is changed.
    return session.execute(select(*table.__table__.columns).where(*holding(table, number)))


def _keep_contacts(session: Session, number: int, contacts: Sequence[Contact], children: Mapping[str, int]) -> None:
    """Write contacts and their ties; of two who are alike in everything else, each stays with the children they have."""
    wanted = [[tie_cells(tie, children) for tie in contact.ties] for contact in contacts]
    before: dict[int, set[int]] = {}
    for row in open_rows(session, tables.Tie):
        before.setdefault(row.contact_id, set()).add(row.child_id)

    def nearest(at: int, ids: Sequence[int]) -> int:
        theirs = {cells["child_id"] for cells in wanted[at]}
        return max(ids, key=lambda one: len(theirs & before.get(one, set())))

    ids = settle(session, tables.Contact, number, list(map(contact_cells, contacts)), nearest)
    ties: list[Cells] = [
        {"contact_id": whose, **cells} for whose, found in zip(ids, wanted, strict=True) for cells in found
    ]
    settle(session, tables.Tie, number, ties)
