"""Whom volunteers never hear of, though they are to be taken out: restricted people, admins, and admins' own households. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from roster.groups import Member
from roster.household import share_a_line
from roster.match import Match
from roster.people import Contact
from roster.phone import Phone
from roster.roll import Roll

RESTRICTED, ADMIN, HOUSEHOLD = "restricted", "admin", "household"


@dataclass(frozen=True)
class Discretion:
    """Who looks after a group: the members marked so in its list, and the volunteers by their e-mail addresses.

    Everything about themselves and their families goes to the office alone: nobody is asked to throw out a friend's
    husband, and nobody reads of their own.
    """

    roll: Roll
    admins: tuple[Member, ...]
    addresses: frozenset[str]

    def over(self, removals: Iterable[tuple[Member, Match]]) -> Mapping[str, str]:
        """Give those of these who are for the office alone, each identity with why; the gravest why decides."""
        found = ((member.identity, self._why(member, match)) for member, match in removals)
        return {identity: why for identity, why in found if why}

    def _why(self, member: Member, match: Match) -> str:
        held = _held(match)
        if any(tie.restricted for one in (*held, *match.namesakes) for tie in one.ties):
            return RESTRICTED
        if self._is_an_admin(member) or any(one in self._contacts for one in held):
            return ADMIN
        return HOUSEHOLD if self._is_of_the_house(member) or any(map(self._lives_with, held)) else ""

    def _is_an_admin(self, member: Member) -> bool:
        return member.admin or not self.addresses.isdisjoint(map(str.casefold, member.emails))

    def _is_of_the_house(self, member: Member) -> bool:
        """Whether the list itself shows a number or an address that an admin has too."""
        mails = frozenset(map(str.casefold, member.emails))
        return bool(self._phones.intersection(member.phones) or self._emails & mails)

    def _lives_with(self, contact: Contact) -> bool:
        """Whether a contact shares a child, a number or an address with an admin."""
        children = {tie.pupil.key for tie in contact.ties}
        return any(
            share_a_line(contact, admin) or not children.isdisjoint(tie.pupil.key for tie in admin.ties)
            for admin in self._contacts
        )

    @cached_property
    def _contacts(self) -> tuple[Contact, ...]:
        """The admins as the roll has them, or had them."""
        emails = {*self.addresses, *(one.casefold() for admin in self.admins for one in admin.emails)}
        phones = [phone for admin in self.admins for phone in admin.phones]
        here = [one for email in emails for one in self.roll.with_email(email)]
        here += [one for phone in phones for one in self.roll.with_phone(phone)]
        once = [one.contact for email in emails for one in self.roll.past.with_email(email)]
        once += [one.contact for phone in phones for one in self.roll.past.with_phone(phone)]
        return tuple(dict.fromkeys((*here, *once)))

    @cached_property
    def _phones(self) -> frozenset[Phone]:
        shown = (phone for admin in self.admins for phone in admin.phones)
        return frozenset((*shown, *(phone for one in self._contacts for phone in one.phones)))

    @cached_property
    def _emails(self) -> frozenset[str]:
        shown = (email for admin in self.admins for email in admin.emails)
        recorded = (email for one in self._contacts for email in one.emails)
        return frozenset(map(str.casefold, (*shown, *recorded)))


def _held(match: Match) -> tuple[Contact, ...]:
    return (*match.holders, *(former.contact for former in match.formers))
