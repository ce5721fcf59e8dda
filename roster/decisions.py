"""What people have decided about people: exemptions, and who somebody is. Kept with by whom, when and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import product

from roster.names import Name, same_person
from roster.people import Contact

_REACH = re.compile(r"\+\d+|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", re.ASCII)


class Capacity(Enum):
    """As what somebody may be in a group who is there for no child's sake."""

    STAFF = "staff"
    REPRESENTATIVE = "class representative"
    GOVERNOR = "governor"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Exemption:
    """A granted exception. `who` is a member's identity, None for everybody in the group; `group` a group's key, None for all groups.

    `until` is the last day it is in force, None for no end. `number` tells it from others.
    """

    who: str | None
    group: str | None
    reason: str
    granted_by: str
    granted_on: date
    until: date | None = None
    capacity: Capacity = Capacity.OTHER
    number: int = 0

    def names(self, identities: Iterable[str], group: str) -> bool:
        """Whether it is about somebody of these identities in a group, given by its key."""
        return (self.group is None or self.group == group) and (self.who is None or self.who in set(identities))

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day; the last day counts."""
        return self.granted_on <= day and (self.until is None or day <= self.until)


class Answer(Enum):
    """What the office says to "is this that person?"."""

    SAME = "same person"
    SOMEBODY_ELSE = "somebody else"
    NO_PARENT = "not a parent"


@dataclass(frozen=True, slots=True)
class Who:
    """A contact, said so that roll after roll can be asked for the same person. `children` are pupils' keys."""

    shown: str
    ids: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    children: tuple[str, ...] = ()

    @classmethod
    def of(cls, contact: Contact) -> "Who":
        """Say who a contact is."""
        return cls(
            contact.shown,
            contact.ids,
            contact.names,
            tuple(phone.e164 for phone in contact.phones),
            contact.emails,
            tuple(dict.fromkeys(tie.pupil.key for tie in contact.ties)),
        )

    def is_(self, contact: Contact) -> bool:
        """Whether a contact of some roll is this person: by the MIS's id, else by the name with a number, address or child."""
        if self.ids and contact.ids:
            return not set(self.ids).isdisjoint(contact.ids)
        return any(same_person(*pair) for pair in product(self.names, contact.names)) and self._is_tied_to(contact)

    def is_surely(self, contact: Contact) -> bool:
        """As `is_`, and by no less than the very name: of two parents of one child, "O Bello" need not be Ola Bello."""
        if self.ids and contact.ids:
            return not set(self.ids).isdisjoint(contact.ids)
        return not set(self.names).isdisjoint(contact.names) and self._is_tied_to(contact)

    def _is_tied_to(self, contact: Contact) -> bool:
        """Whether they have a number, an address or a child in common."""
        return (
            not set(self.phones).isdisjoint(phone.e164 for phone in contact.phones)
            or not set(self.emails).isdisjoint(contact.emails)
            or not set(self.children).isdisjoint(tie.pupil.key for tie in contact.ties)
        )


@dataclass(frozen=True, slots=True)
class Link:
    """One answer of the office about one member: that they are a contact, are not, or are nobody's parent.

    `member` is the member's identity, `group` the key of the group in which it was asked, `evidence` what was seen then.
    """

    member: str
    group: str
    answer: Answer
    contact: Who | None
    by: str
    on: date
    evidence: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """What has been decided about one member, in force on the day."""

    exemptions: tuple[Exemption, ...] = ()
    same: Link | None = None
    others: tuple[Link, ...] = ()
    no_parent: Link | None = None

    @property
    def exemption(self) -> Exemption | None:
        """The first of the exemptions."""
        return next(iter(self.exemptions), None)

    def refuses(self, contact: Contact) -> bool:
        """Whether the office has said that this contact is somebody else, or that the member is nobody's parent."""
        return self.no_parent is not None or any(
            link.contact and link.contact.is_surely(contact) for link in self.others
        )


NOTHING_DECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision that is not undone and has not lapsed."""

    exemptions: tuple[Exemption, ...] = ()
    links: tuple[Link, ...] = ()

    def without(self, labels: frozenset[str]) -> "Decisions":
        """Leave out what is decided about somebody by a label that several people of a list share: nobody knows about whom."""
        if not labels:
            return self
        return Decisions(
            tuple(one for one in self.exemptions if one.who not in labels),
            tuple(link for link in self.links if link.member not in labels),
        )

    def about(self, identities: Iterable[str], group: str, day: date) -> Decided:
        """What holds for a member, known by any of these identities, in a group (given by its key) on a day."""
        known = tuple(identities)
        exemptions = tuple(one for one in self.exemptions if one.in_force(day) and one.names(known, group))
        links = [link for link in self.links if link.member in known and (is_reach(link.member) or link.group == group)]
        return Decided(
            exemptions,
            next((link for link in reversed(links) if link.answer is Answer.SAME), None),
            tuple(link for link in links if link.answer is Answer.SOMEBODY_ELSE),
            next((link for link in reversed(links) if link.answer is Answer.NO_PARENT), None),
        )


NO_DECISIONS = Decisions()


def is_reach(identity: str) -> bool:
    """Whether an identity is a number or an address, which is one person's in every group; a label is the group's own."""
    return bool(_REACH.fullmatch(identity))
