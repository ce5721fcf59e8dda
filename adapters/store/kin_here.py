"""Whom earlier rolls had who may speak for somebody here today: to forget them could throw out a parent."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from adapters.store import tables
from adapters.store.cells import contact_of
from roster.household import are_namesakes, share_a_line
from roster.people import Contact
from roster.spans import Rolls


@dataclass(frozen=True, slots=True)
class Here:
    """Contacts, by number: those on the roll, and those it has no more who are `alike`: who have a name, a number or an address
    of somebody on it.
    """

    present: frozenset[int]
    alike: frozenset[int]


def may_be_here(session: Session, rolls: Rolls, near: Collection[int] = ()) -> Here:
    """Say who is on the roll, and who may be.

    "On the roll" is whoever the newest one has, or seems to lack only once, and whoever is `near`: was a contact of a child
    who is here. The rest are what a number that is no longer on
    the roll is asked about for: the same person may be here under another record.
    """
    rows = session.execute(select(*tables.Contact.__table__.columns)).all()  # type: ignore[attr-defined]
    every = {row.id: contact_of(row) for row in rows}
    present = frozenset(row.id for row in rows if row.id in near or is_here(rolls, row.since, row.until))
    known: dict[Hashable, list[Contact]] = defaultdict(list)
    for number in present:
        for key in _keys(every[number]):
            known[key].append(every[number])
    alike = {number for number, one in every.items() if number in present or _is_like_any(one, known)}
    return Here(present, frozenset(_with_all_records(alike, every) - present))


def _with_all_records(numbers: set[int], every: Mapping[int, Contact]) -> set[int]:
    """Add every record that has an id, a number or an address in common with one of these, or with one so added."""
    by_line: dict[Hashable, set[int]] = defaultdict(set)
    for number, one in every.items():
        for line in (*one.ids, *one.phones, *one.emails):
            by_line[line].add(number)
    found, new = set(numbers), set(numbers)
    while new:
        lines = {line for number in new for line in (*every[number].ids, *every[number].phones, *every[number].emails)}
        new = {number for line in lines for number in by_line.pop(line, ())} - found
        found |= new
    return found


def is_here(rolls: Rolls, since: int, until: int | None) -> bool:
    """Whether the newest roll has what stood from one roll to before another, or lacks it only once."""
    stood = rolls.within(since, until)
    return until is None or (stood is not None and not rolls.gone(stood[1]))


def _is_like_any(one: Contact, known: dict[Hashable, list[Contact]]) -> bool:
    alike = chain.from_iterable(known[key] for key in _keys(one) if key in known)
    return any(share_a_line(one, other) or are_namesakes(one, other) for other in alike)


def _keys(contact: Contact) -> Iterator[Hashable]:
    """By what two may be alike: a number, an address, or a word of the family name."""
    yield from contact.phones
    yield from contact.emails
    yield from {word for name in contact.names for word in name.family}
