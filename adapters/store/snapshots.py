"""A snapshot to rows and back again, exactly: whatever the judgement uses comes back as it was."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from sqlmodel import SQLModel, col

from adapters.store import tables
from roster.gaps import Gap, Lost
from roster.names import Name
from roster.people import Contact, Pupil, Tie
from roster.phone import Phone
from roster.relations import Role
from roster.snapshot import Snapshot
from roster.telephones import Fragment


def keep(session: Session, roll_id: int, snapshot: Snapshot) -> None:
    """Write a snapshot's people, in few and large inserts."""
    places = {pupil: position for position, pupil in enumerate(snapshot.pupils)}
    rows: tuple[tuple[type[SQLModel], list[dict[str, Any]]], ...] = (
        (tables.Pupil, [_pupil_row(pupil) for pupil in snapshot.pupils]),
        (tables.Contact, [_contact_row(contact) for contact in snapshot.contacts]),
        (tables.Gap, [_gap_row(gap, places) for gap in snapshot.gaps]),
    )
    for table, found in rows:
        if found:
            session.execute(
                insert(table), [{"roll_id": roll_id, "position": at, **row} for at, row in enumerate(found)]
            )
    ties = [
        {"roll_id": roll_id, "contact": whose, "position": at, **_tie_row(tie, places)}
        for whose, contact in enumerate(snapshot.contacts)
        for at, tie in enumerate(contact.ties)
    ]
    if ties:
        session.execute(insert(tables.Tie), ties)


def rebuilt(session: Session, roll: tables.Roll) -> Snapshot:
    """Give the snapshot that a roll's rows hold."""
    pupils = tuple(map(_pupil, _rows(session, tables.Pupil, roll.id)))
    ties: dict[int, list[Tie]] = {}
    for row in _rows(session, tables.Tie, roll.id):
        ties.setdefault(row.contact, []).append(_tie(row, pupils))
    contacts = tuple(_contact(row, ties.get(row.position, ())) for row in _rows(session, tables.Contact, roll.id))
    gaps = tuple(_gap(row, pupils) for row in _rows(session, tables.Gap, roll.id))
    return Snapshot(pupils, contacts, gaps, roll.rows, roll.set_aside, roll.cut_short)


def _rows(session: Session, table: Any, roll_id: int | None) -> Iterable[Any]:
    # Rows, not objects: thousands of them are read, and none is changed.
    order = (table.contact, table.position) if table is tables.Tie else (table.position,)
    return session.execute(select(*table.__table__.columns).where(col(table.roll_id) == roll_id).order_by(*order))


def _pupil_row(pupil: Pupil) -> dict[str, Any]:
    return {
        "key": pupil.key,
        "name": pupil.name,
        "called": _name_cell(pupil.called),
        "year": pupil.year,
        "classes": sorted(pupil.classes),
        "starts_on": pupil.starts_on,
        "left_on": pupil.left_on,
        "has_left": pupil.has_left,
        "applicant": pupil.applicant,
    }


def _pupil(row: Any) -> Pupil:
    return Pupil(
        row.key, row.name, _name(row.called), row.year, frozenset(row.classes), row.starts_on, row.left_on,
        row.has_left, row.applicant,
    )  # fmt: skip


def _contact_row(contact: Contact) -> dict[str, Any]:
    return {
        "ids": list(contact.ids),
        "names": list(map(_name_cell, contact.names)),
        "shown": contact.shown,
        "phones": [phone.e164 for phone in contact.phones],
        "emails": list(contact.emails),
        "rows": list(contact.rows),
    }


def _contact(row: Any, ties: Iterable[Tie]) -> Contact:
    return Contact(
        tuple(row.ids), tuple(map(_name, row.names)), row.shown, tuple(map(Phone, row.phones)), tuple(row.emails),
        tuple(ties), tuple(row.rows),
    )  # fmt: skip


def _tie_row(tie: Tie, places: dict[Pupil, int]) -> dict[str, Any]:
    return {
        "pupil": places[tie.pupil],
        "role": tie.role.value,
        "relation": tie.relation,
        "responsibility": tie.responsibility,
        "lives_with": tie.lives_with,
        "restricted": tie.restricted,
    }


def _tie(row: Any, pupils: tuple[Pupil, ...]) -> Tie:
    return Tie(pupils[row.pupil], Role(row.role), row.relation, row.responsibility, row.lives_with, row.restricted)


def _gap_row(gap: Gap, places: dict[Pupil, int]) -> dict[str, Any]:
    return {
        "lost": gap.lost.value,
        "row": gap.row,
        "why": gap.why,
        "names": list(map(_name_cell, gap.names)),
        "words": list(gap.words),
        "phones": sorted(phone.e164 for phone in gap.phones),
        "fragments": [[piece.text, piece.digits, piece.span] for piece in gap.fragments],
        "pupils": [places[pupil] for pupil in gap.pupils],
        "explained": gap.explained,
    }


def _gap(row: Any, pupils: tuple[Pupil, ...]) -> Gap:
    return Gap(
        Lost(row.lost), row.row, row.why, tuple(map(_name, row.names)), tuple(row.words), frozenset(map(Phone, row.phones)),
        tuple(Fragment(text, digits, _span(span)) for text, digits, span in row.fragments),
        tuple(pupils[position] for position in row.pupils), row.explained,
    )  # fmt: skip


def _span(pair: list[int] | None) -> tuple[int, int] | None:
    return (pair[0], pair[1]) if pair else None


def _name_cell(name: Name) -> list[Any]:
    return [list(name.given), list(name.family), name.title]


def _name(cell: list[Any]) -> Name:
    given, family, title = cell
    return Name(tuple(given), tuple(family), title)
