"""What earlier rolls said: the people whom the school's list no longer has, with the days they were on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roster.people import Contact, Pupil
from roster.phone import Phone


@dataclass(frozen=True, slots=True)
class Former:
    """A contact as an earlier roll had them, and no later one: their numbers, names and children as they were then.

    `since` and `until` are the days of the first and the last roll that had them so. A child who is on no roll any more
    has `left_on`, the day of the last roll that had the child, unless the MIS gave a leaving date.
    """

    contact: Contact
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person who had some number or address: how they were shown last, their children, and the days they were on the roll.

    `until` is None for somebody whom the newest roll has.
    """

    contact_shown: str
    children: tuple[Pupil, ...]
    since: date
    until: date | None


class Past:
    """Everybody whom earlier rolls had, ready for looking up by number and by e-mail address."""

    def __init__(self, formers: Iterable[Former] = ()) -> None:
        self.formers = tuple(formers)

    def with_phone(self, phone: Phone) -> tuple[Former, ...]:
        """Everybody who once had this number."""
        return tuple(self._by_phone.get(phone.e164, ()))

    def with_email(self, email: str) -> tuple[Former, ...]:
        """Everybody who once had this address."""
        return tuple(self._by_email.get(email.casefold(), ()))

    @cached_property
    def _by_phone(self) -> dict[str, list[Former]]:
        index: dict[str, list[Former]] = defaultdict(list)
        for former in self.formers:
            for phone in former.contact.phones:
                index[phone.e164].append(former)
        return dict(index)

    @cached_property
    def _by_email(self) -> dict[str, list[Former]]:
        index: dict[str, list[Former]] = defaultdict(list)
        for former in self.formers:
            for email in former.contact.emails:
                index[email.casefold()].append(former)
        return dict(index)
