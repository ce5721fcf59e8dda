"""Whom somebody means who names a member or a contact in words: every one who fits as well as the best does."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from roster.groups import BETWEEN_NAMES, Member
from roster.names import is_the_name, shown_words
from roster.people import Contact
from roster.shown import label
from roster.text import folded, words
from roster.tokens import name_in, phone_in

T = TypeVar("T")

_ENDING_AT_LEAST = 3


def members_meant(said: str, members: Iterable[Member], region: str = "GB") -> tuple[Member, ...]:
    """Give the members named by a number in any spelling, an address, what the group shows, a number's ending of three digits, or a part of the name."""
    phone, parts = phone_in(said, region), shown_words(said)
    address, shown, ending = said.strip().casefold(), folded(name_in(said)), said.strip().lstrip("…")
    return _best(
        tuple(members),
        lambda one: phone is not None and phone in one.phones,
        lambda one: address in map(str.casefold, one.emails),
        lambda one: bool(shown) and shown in _ways_shown(one),
        lambda one: _is_ending(ending) and any(number.e164.endswith(ending) for number in one.phones),
        lambda one: bool(parts) and parts <= shown_words(one.name),
    )


def contacts_meant(said: str, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Give the contacts named by the MIS's id, by exactly their name, or by a name that fits theirs."""
    plain, parts = folded(said), shown_words(said)
    return _best(
        tuple(contacts),
        lambda one: said.strip() in one.ids,
        lambda one: bool(plain) and plain == folded(one.shown),
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


def _ways_shown(member: Member) -> set[str]:
    shown = (member.shown_as, member.name, label(member.shown_as), *member.name.split(BETWEEN_NAMES))
    return {way for one in shown for way in (folded(name_in(one)), " ".join(words(one)))} - {""}


def _is_ending(said: str) -> bool:
    return len(said) >= _ENDING_AT_LEAST and said.isascii() and said.isdigit()
