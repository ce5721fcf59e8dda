"""Whom somebody means who names a member or a contact in words: every one who fits as well as the best does."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from roster.groups import BETWEEN_NAMES, Member
from roster.names import is_the_name, shown_words
from roster.people import Contact
from roster.shown import label, plain
from roster.text import folded, words
from roster.tokens import name_in, phone_in

T = TypeVar("T")

_ENDING_AT_LEAST = 3
_A_ROW = re.compile(r"row (\d{1,7})", re.ASCII)
_BEFORE_AN_ENDING = re.compile(r"^(?:number )?ending ")
_WITH_A_CHILD = re.compile(r"(.+), (?:contact|carer) of (.+)")


def members_meant(said: str, members: Iterable[Member], region: str = "GB") -> tuple[Member, ...]:
    """Give the members named by exactly what the group shows, the row, a number in any spelling or an address.

    If there are none: by what the group shows, by a number's ending of three digits, or by a part of the name.
    """
    phone, parts, row = phone_in(said, region), shown_words(said), _row_in(said)
    given, shown, ending = said.strip(), folded(name_in(said)), _ending_in(said)
    return _best(
        tuple(members),
        lambda one: (
            (bool(given) and given in (one.shown_as.strip(), plain(one.shown_as)))
            or (phone is not None and phone in one.phones)
            or given.casefold() in map(str.casefold, one.emails)
            or (row is not None and row == one.row)
        ),
        lambda one: bool(given) and _caseless(given) in map(_caseless, (one.shown_as, label(one.shown_as))),
        lambda one: bool(shown) and shown in _ways_shown(one),
        lambda one: bool(ending) and any(number.e164.endswith(ending) for number in one.phones),
        lambda one: bool(parts) and parts <= shown_words(one.name),
    )


def contacts_meant(said: str, contacts: Iterable[Contact], region: str = "GB") -> tuple[Contact, ...]:
    """Give the contacts named by the MIS's id, a number or its ending of three digits; with a child; by exactly their name; or by a name that fits."""
    whole, parts = folded(said), shown_words(said)
    if _WITH_A_CHILD.fullmatch(whole):
        return tuple(one for one in contacts if _is_named_with_a_child(whole, one))
    phone, ending = phone_in(said, region), _ending_in(said)
    return _best(
        tuple(contacts),
        lambda one: (
            said.strip() in one.ids
            or (phone is not None and phone in one.phones)
            or (bool(ending) and any(number.e164.endswith(ending) for number in one.phones))
        ),
        lambda one: bool(whole) and whole == folded(one.shown),
        lambda one: bool(parts) and any(parts == name.all for name in one.names),
        lambda one: any(is_the_name(parts, name) for name in one.names),
    )


def _best(people: Sequence[T], *ways: Callable[[T], bool]) -> tuple[T, ...]:
    """Everybody who fits in the first of the ways in which anybody does."""
    for fits in ways:
        found = tuple(one for one in people if fits(one))
        if found:
            return found
    return ()


def _caseless(shown: str) -> str:
    return name_in(shown).casefold()


def _ways_shown(member: Member) -> set[str]:
    shown = (member.shown_as, member.name, label(member.shown_as), *member.name.split(BETWEEN_NAMES))
    return {way for one in shown for way in (folded(name_in(one)), " ".join(words(one)))} - {""}


def _row_in(said: str) -> int | None:
    found = _A_ROW.fullmatch(folded(said))
    return int(found[1]) if found else None


def _ending_in(said: str) -> str:
    """Give the last digits that somebody names a number by: "950", "…950", "number ending 950"; "" if it is nothing of the kind."""
    digits = _BEFORE_AN_ENDING.sub("", said.strip().casefold()).lstrip("…")
    return digits if len(digits) >= _ENDING_AT_LEAST and digits.isascii() and digits.isdigit() else ""


def _is_named_with_a_child(said: str, contact: Contact) -> bool:
    """Whether "Ola Bello, contact of Tola Bello" says who somebody is, with the child's class or without it."""
    found = _WITH_A_CHILD.fullmatch(said)
    if not found or found[1] != folded(contact.shown):
        return False
    return any(found[2] in (folded(tie.pupil.name), folded(tie.pupil.placed)) for tie in contact.ties)
