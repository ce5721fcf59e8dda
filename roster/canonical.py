"""One order for one roll: however an export's rows are sorted, its people stand in the same places."""

from dataclasses import replace

from roster.gaps import Gap
from roster.names import Name
from roster.people import Contact, Tie
from roster.snapshot import Snapshot


def canonical(snapshot: Snapshot) -> Snapshot:
    """Give the same people in an order that depends on nothing but them, without the rows that they stood in.

    A gap keeps its row, for whoever mends it has to find it.
    """
    return replace(
        snapshot,
        pupils=tuple(sorted(snapshot.pupils, key=lambda pupil: pupil.key)),
        contacts=tuple(sorted(map(_orderly, snapshot.contacts), key=contact_order)),
        gaps=tuple(sorted(map(_as_left, snapshot.gaps), key=_gap_order)),
    )


def tie_order(tie: Tie) -> tuple[str, ...]:
    """What a contact's ties are sorted by."""
    said = (tie.role.value, tie.relation, tie.responsibility, tie.lives_with, tie.restricted)
    return (tie.pupil.key, *map(str, said))


def contact_order(contact: Contact) -> tuple[object, ...]:
    """What a roll's contacts are sorted by."""
    return (
        contact.shown,
        _names_order(contact.names),
        contact.ids,
        contact.phones,
        contact.emails,
        tuple(map(tie_order, contact.ties)),
    )


def _orderly(contact: Contact) -> Contact:
    ties = dict.fromkeys(tie if tie.counts is None else replace(tie, counts=None) for tie in contact.ties)
    return replace(contact, ties=tuple(sorted(ties, key=tie_order)), rows=())


def _as_left(gap: Gap) -> Gap:
    return replace(gap, pupils=tuple(sorted(gap.pupils, key=lambda pupil: pupil.key)))


def _gap_order(gap: Gap) -> tuple[object, ...]:
    return (
        gap.row,
        gap.lost.value,
        gap.why,
        gap.words,
        _names_order(gap.names),
        sorted(gap.phones),
        tuple((piece.text, piece.digits, piece.span or ()) for piece in gap.fragments),
        tuple(pupil.key for pupil in gap.pupils),
        gap.explained,
    )


def _names_order(names: tuple[Name, ...]) -> tuple[object, ...]:
    return tuple((name.given, name.family, name.title) for name in names)
