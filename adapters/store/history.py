"""What the rolls say together: the roll to judge by, the people whom it no longer has, and what a roll changed."""

import json
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from sqlalchemy import String, cast, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from adapters.store import snapshots, tables
from adapters.store.cells import contact_of, pupil_of, tie_of
from roster.children import Children
from roster.earlier import Earlier
from roster.names import Name
from roster.past import Past, Sighting
from roster.people import Pupil, Tie
from roster.persons import People, Person
from roster.remembering import remember
from roster.snapshot import Snapshot
from roster.spans import Dated, Rolls, Span, Version

T = TypeVar("T")


def remembered(session: Session, roll: tables.Roll) -> tuple[Snapshot, Past]:
    """Give a roll as it is to be judged by: what it lacks for the first time carried over, and the people it has no more."""
    rolls = rolls_up_to(session, roll.id or 0)
    return remember(snapshots.rebuilt(session, roll), rolls, _earlier(session, rolls))


def sightings(session: Session, phones: Collection[str], emails: Collection[str]) -> tuple[Sighting, ...]:
    """Give everybody who ever had one of these numbers (E.164) or addresses, with the days they were on the roll."""
    newest = session.scalar(select(func.max(col(tables.Roll.id))))
    if newest is None or not (phones or emails):
        return ()
    rolls = rolls_up_to(session, newest)
    asked = or_(
        *(_holds(tables.Contact.phones, one) for one in phones), *(_holds(tables.Contact.emails, one) for one in emails)
    )
    had = set(session.scalars(select(col(tables.Contact.id)).where(asked)))
    people = People(())
    for version in _versions(session, rolls, col(tables.Tie.contact_id).in_(had)):
        people.known_as(version)
    now = snapshots.rebuilt(session, session.get_one(tables.Roll, newest))
    children = Children(now.pupils, rolls, Earlier(_pupils_gone(session, rolls), (), _lives(session, rolls)))
    return tuple(_sighted(person, rolls, children) for person in people.every)


def here_under_another_key(session: Session, number: int) -> frozenset[str]:
    """Give the keys that the roll of a number no longer has, of children whom it has under another."""
    rolls = rolls_up_to(session, number)
    now = snapshots.rebuilt(session, session.get_one(tables.Roll, number))
    lives = _lives(session, rolls)
    children = Children(now.pupils, rolls, Earlier(_pupils_gone(session, rolls), (), lives))
    here = {pupil.key for pupil in now.pupils}
    ties = ((one.thing, children.tied(Span(Tie(Pupil(one.thing, "", Name())), one.first, one.last))) for one in lives)
    return frozenset(
        key for key, tied in ties if key not in here and not tied.thing.pupil.dropped and tied.thing.pupil.key in here
    )


def _sighted(person: Person, rolls: Rolls, children: Children) -> Sighting:
    first, last = min(one.first for one in person.versions), max(one.last for one in person.versions)
    pupils = (children.tied(span).thing.pupil for span in person.ended)
    until = None if last == rolls.current else rolls.last_day(last)
    return Sighting(person.contact.shown, tuple(dict.fromkeys(pupils)), rolls.first_day(first), until)


def rolls_up_to(session: Session, number: int) -> Rolls:
    """Give the days of the rolls up to one of them."""
    return Rolls(
        Dated(
            row.id or 0,
            row.day,
            confirmed_on=row.confirmed_on,
            accepted=row.accepted_at is not None,
            cut_short=row.cut_short,
            again=row.same_as is not None,
        )
        for row in session.scalars(select(tables.Roll).where(col(tables.Roll.id) <= number))
    )


def _earlier(session: Session, rolls: Rolls) -> Earlier:
    ended = _versions(session, rolls, col(tables.Tie.until) <= rolls.current)
    return Earlier(_pupils_gone(session, rolls), tuple(ended), _lives(session, rolls))


def _pupils_gone(session: Session, rolls: Rolls) -> tuple[Span[Pupil], ...]:
    """The pupils whom the current roll lacks, as every roll that had them did."""
    here = select(col(tables.Pupil.child_id)).where(*snapshots.holding(tables.Pupil, rolls.current))
    gone = col(tables.Pupil.until) <= rolls.current, col(tables.Pupil.child_id).not_in(here)
    child = tables.Child.__table__  # type: ignore[attr-defined]
    rows = session.execute(select(*_columns(tables.Pupil), child.c.key.label("key")).join(child).where(*gone))
    return tuple(_spanned(rolls, ((row, pupil_of(row, row.key)) for row in rows)))


def _lives(session: Session, rolls: Rolls) -> tuple[Span[str], ...]:
    """The rolls on which each key stood, the current one included."""
    stood = (
        select(col(tables.Child.key), col(tables.Pupil.since), col(tables.Pupil.until))
        .join(tables.Pupil)
        .where(col(tables.Pupil.since) <= rolls.current)
    )
    lives: dict[str, Span[str]] = {}
    for span in _spanned(rolls, ((row, row.key) for row in session.execute(stood))):
        known = lives.get(span.thing, span)
        lives[span.thing] = Span(span.thing, min(known.first, span.first), max(known.last, span.last))
    return tuple(lives.values())


def _versions(session: Session, rolls: Rolls, which: Any) -> Iterable[Version]:
    """Contacts as they stood on the rolls up to the current one, with those of their ties that are asked for."""
    asked = which, col(tables.Tie.since) <= rolls.current
    child = tables.Child.__table__  # type: ignore[attr-defined]
    rows = session.execute(select(*_columns(tables.Tie), child.c.key.label("key")).join(child).where(*asked))
    ties: dict[int, list[Span[Tie]]] = {}
    for span in _spanned(rolls, ((row, (row.contact_id, tie_of(row, Pupil(row.key, "", Name())))) for row in rows)):
        whose, tie = span.thing
        ties.setdefault(whose, []).append(Span(tie, span.first, span.last))
    theirs = select(col(tables.Tie.contact_id)).where(*asked)
    contacts = session.execute(select(*_columns(tables.Contact)).where(col(tables.Contact.id).in_(theirs)))
    for found in _spanned(rolls, ((row, (row.id, contact_of(row))) for row in contacts)):
        number, contact = found.thing
        yield Version(contact, found.first, found.last, tuple(ties.get(number, ())))


def _spanned(rolls: Rolls, rows: Iterable[tuple[Any, T]]) -> Iterable[Span[T]]:
    """Give what rows hold with the rolls that tell of it; a row of rolls that tell nothing falls away."""
    for row, thing in rows:
        stood = rolls.within(row.since, row.until)
        if stood:
            yield Span(thing, *stood)


def _columns(table: Any) -> Iterable[Any]:
    return table.__table__.columns  # type: ignore[no-any-return]


def _holds(column: Any, value: str) -> Any:
    """Whether a column's list of texts holds one of them."""
    return cast(column, String).contains(json.dumps(value), autoescape=True)
