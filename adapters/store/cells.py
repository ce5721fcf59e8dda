"""The people of a roll as cells of a row, and back again: whatever the judgement uses comes back as it was."""

from collections.abc import Mapping
from typing import Any

from roster.gaps import Gap, Lost
from roster.names import Name
from roster.people import Contact, Pupil, Registration, Tie
from roster.phone import Phone
from roster.relations import Role
from roster.telephones import Fragment


def pupil_cells(pupil: Pupil, children: Mapping[str, int]) -> dict[str, Any]:
    """Give a pupil as cells; `children` are the ids of pupils' keys."""
    return {
        "child_id": children[pupil.key],
        "name": pupil.name,
        "called": _name_cell(pupil.called),
        "year": pupil.year,
        "classes": sorted(pupil.classes),
        "starts_on": pupil.starts_on,
        "left_on": pupil.left_on,
        "has_left": pupil.has_left,
        "applicant": pupil.applicant,
        "registration": pupil.registration.value,
    }


def pupil_of(row: Any, key: str) -> Pupil:
    """Give the pupil that a row holds."""
    return Pupil(
        key, row.name, _name(row.called), row.year, frozenset(row.classes), row.starts_on, row.left_on, row.has_left,
        row.applicant, Registration(row.registration),
    )  # fmt: skip


def contact_cells(contact: Contact) -> dict[str, Any]:
    """Give a contact as cells, without their ties and the rows of the sheet that they stood in."""
    return {
        "ids": list(contact.ids),
        "names": list(map(_name_cell, contact.names)),
        "shown": contact.shown,
        "phones": [phone.e164 for phone in contact.phones],
        "emails": list(contact.emails),
    }


def contact_of(row: Any, ties: tuple[Tie, ...] = ()) -> Contact:
    """Give the contact that a row holds."""
    return Contact(
        tuple(row.ids), tuple(map(_name, row.names)), row.shown, tuple(map(Phone, row.phones)), tuple(row.emails), ties
    )


def tie_cells(tie: Tie, children: Mapping[str, int]) -> dict[str, Any]:
    """Give a tie as cells, without whose it is."""
    return {
        "child_id": children[tie.pupil.key],
        "role": tie.role.value,
        "relation": tie.relation,
        "responsibility": tie.responsibility,
        "lives_with": tie.lives_with,
        "restricted": tie.restricted,
    }


def tie_of(row: Any, pupil: Pupil) -> Tie:
    """Give the tie that a row holds."""
    return Tie(pupil, Role(row.role), row.relation, row.responsibility, row.lives_with, row.restricted)


def gap_cells(gap: Gap, children: Mapping[str, int]) -> dict[str, Any]:
    """Give a gap as cells, without its place in the sheet."""
    return {
        "lost": gap.lost.value,
        "why": gap.why,
        "names": list(map(_name_cell, gap.names)),
        "words": list(gap.words),
        "phones": sorted(phone.e164 for phone in gap.phones),
        "fragments": [[piece.text, piece.digits, piece.span and list(piece.span)] for piece in gap.fragments],
        "children": [children[pupil.key] for pupil in gap.pupils],
        "explained": gap.explained,
    }


def gap_of(row: Any, place: int, pupils: Mapping[int, Pupil]) -> Gap:
    """Give the gap that a row holds, `place` being the sheet's row; `pupils` are by their child's id."""
    return Gap(
        Lost(row.lost), place, row.why, tuple(map(_name, row.names)), tuple(row.words), frozenset(map(Phone, row.phones)),
        tuple(Fragment(text, digits, _span(span)) for text, digits, span in row.fragments),
        tuple(pupils[child] for child in row.children), row.explained,
    )  # fmt: skip


def _span(pair: list[int] | None) -> tuple[int, int] | None:
    return (pair[0], pair[1]) if pair else None


def _name_cell(name: Name) -> list[Any]:
    return [list(name.given), list(name.family), name.title]


def _name(cell: list[Any]) -> Name:
    given, family, title = cell
    return Name(tuple(given), tuple(family), title)
