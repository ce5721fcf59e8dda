"""What a heading means by the cells under it and the headings beside it: a "Contact" may be a name, or a number."""

from collections.abc import Iterable
from dataclasses import replace

from adapters.platforms.headings.columns import claiming
from adapters.platforms.persons.addresses import addresses_in
from adapters.platforms.persons.numbers import is_id, read_number, says_hidden
from roster.digits import digits_in
from roster.export import Sheet
from roster.groups import Shown
from roster.headings import NAME_FIELDS, Heading, Subject, squashed, understood
from roster.lines import Lines
from roster.text import clean, words
from roster.vocabulary import CONTACT_WORDS, ROLE_WORDS, Field

_PHONE, _EMAIL, _A_CHILD = "Phone", "Email", "Child name"
_CONTACTS = frozenset(map(squashed, ("Contact", "Contacts", "Contact details", "Contact info")))
_OF_WHATSAPP = frozenset(map(squashed, ("WhatsApp", "WhatsApp number")))
_NUMBERS = frozenset(map(squashed, ("Number", "Numbers")))
_CHILDREN = {
    squashed(f"{whose} {part}"): f"Child {meant}"
    for whose in ("Member", "Participant", "Player")
    for part, meant in {
        "": "name", "name": "name", "full name": "name", "first name": "first name", "forename": "first name",
        "last name": "surname", "surname": "surname",
    }.items()
}  # fmt: skip
_GUARDIANS = (CONTACT_WORDS - {"contact", "contacts", "adult", "adults"}) | ROLE_WORDS.keys()
_REACHED = {Field.PHONE: _PHONE, Field.EMAIL: _EMAIL}
_LOOKED_THROUGH = 200
_DIGITS_OF_WHAT_WAS_A_NUMBER = 5


def as_meant(sheet: Sheet, position: int) -> Sheet:
    """Give the sheet with headings that say what they mean; those of a known format are left as they are.

    A "Contact" over numbers is the number of whoever the row is of, so that their name is not taken for a child's. A
    "Member" beside guardians, as clubs write it, is a child.
    """
    row, headings = sheet.rows[position]
    if claiming(headings):
        return sheet
    told = tuple(_A_CHILD if _is_of_a_parent(heading) else heading for heading in headings)
    meant = _with_children(_with_numbers(sheet, position, told))
    if meant == headings:
        return sheet
    return replace(sheet, rows=sheet.rows[:position] + Lines.of([(row, meant)]) + sheet.rows[position + 1 :])


def _with_numbers(sheet: Sheet, position: int, headings: tuple[str, ...]) -> tuple[str, ...]:
    known = list(map(understood, headings))
    of_a_child = any(map(_is_a_child, headings)) and not any(map(_names_whoever_it_is, known))
    held = {
        index: _held(sheet, position, index)
        for index, heading in enumerate(headings)
        if squashed(heading) in _CONTACTS | _OF_WHATSAPP | _NUMBERS or _names_a_contact(known[index])
    }
    named = any(_names_a_contact(one) and not held[index] for index, one in enumerate(known))
    meant = list(headings)
    for index, (heading, one) in enumerate(zip(headings, known, strict=True)):
        if squashed(heading) in _CONTACTS:
            kind = held[index]
            meant[index] = (f"Contact {kind}" if of_a_child else kind) if kind else heading
        elif squashed(heading) in _OF_WHATSAPP:
            meant[index] = _PHONE if held[index] == _PHONE else heading
        elif _names_a_contact(one) and held[index] == _PHONE and _is(understood(f"{heading} number"), Field.PHONE):
            meant[index] = f"{heading} number"
        elif one and not (of_a_child or named) and _reaches_whoever_it_is(heading, one):
            meant[index] = _REACHED[one.field]
    if not any(_is(understood(heading), Field.PHONE) for heading in meant):
        return tuple(
            _PHONE if squashed(heading) in _NUMBERS and held[index] == _PHONE else heading
            for index, heading in enumerate(meant)
        )
    return tuple(meant)


def _with_children(headings: tuple[str, ...]) -> tuple[str, ...]:
    guardians = [
        one for heading in headings if _GUARDIANS & set(words(heading)) and (one := understood(heading)) is not None
    ]
    reached = [one for one in guardians if one.field in _REACHED]
    told = any(one.number for one in reached) or any(map(_names_a_contact, guardians))
    if not (reached and told) or any(_is_a_child(heading) for heading in headings):
        return headings
    return tuple(_CHILDREN.get(squashed(heading), heading) for heading in headings)


def _is_a_child(heading: str) -> bool:
    told = understood(heading)
    return told is not None and told.subject is Subject.PUPIL


def _is_of_a_parent(heading: str) -> bool:
    """Whether a heading is "Parent of", with a child under it."""
    said = words(heading)
    return said[-1:] == ["of"] and bool(_GUARDIANS & set(said))


def _names_whoever_it_is(told: Heading | None) -> bool:
    return told is not None and told.subject is None and told.field in NAME_FIELDS


def _is(told: Heading | None, kind: Field) -> bool:
    return told is not None and told.field is kind


def _names_a_contact(told: Heading | None) -> bool:
    return told is not None and told.subject is Subject.CONTACT and told.field in NAME_FIELDS


def _reaches_whoever_it_is(heading: str, told: Heading) -> bool:
    """Whether a heading is a "Contact number" of nobody but whoever the row is of."""
    return told.field in _REACHED and not told.slot and words(heading)[:1] == ["contact"]


def _held(sheet: Sheet, position: int, index: int) -> str:
    """Say what stands in most of a column's cells: numbers, addresses, or neither."""
    under = sheet.rows[position + 1 : position + 1 + _LOOKED_THROUGH]
    kinds = list(_kinds(cells[index] for _, cells in under if index < len(cells)))
    most = max((_PHONE, _EMAIL), key=kinds.count)
    return most if 0 < len(kinds) <= 2 * kinds.count(most) else ""


def _kinds(cells: Iterable[str]) -> Iterable[str]:
    for cell in cells:
        text = clean(cell)
        if not text or says_hidden(text):
            continue
        yield _EMAIL if addresses_in(text) else _PHONE if _is_a_number(text) else ""


def _is_a_number(text: str) -> bool:
    """Whether a cell has a number and no name, or what a spreadsheet has left of a number."""
    if is_id(text):
        return True
    worded = sum(map(str.isalpha, text)) > 1
    shown = read_number(text, region="ZZ").shown
    return not worded and shown is not Shown.NO_NUMBER and digits_in(text) >= _DIGITS_OF_WHAT_WAS_A_NUMBER
