"""Groups, and the people in them as the platform shows them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from roster.phone import Phone
from roster.tokens import name_in

BETWEEN_NAMES = " / "
"""What stands between the names that one member goes by."""


class Completeness(Enum):
    """How much of a group a list shows. Absence means something only in a complete one."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    EVENTS = "events"


class Shown(Enum):
    """What the list shows where a number should be."""

    NUMBER = "number"
    NO_NUMBER = "no number"
    UNUSABLE = "unusable"


class Presence(Enum):
    """How sure it is that somebody was in the group when the list was made."""

    IN = "in"
    """The list is of those in the group, or the last thing it tells of them is that they came in."""

    MAY_BE = "may be"
    """They were in it at some time, and nothing proves that they are not in it now."""

    GONE = "gone"
    """The list tells that they left or were removed, and nothing in it can mean that they came back."""


@dataclass(frozen=True, slots=True)
class Member:
    """A participant. `shown_as` is the text as it stood in the list; `row` the row or line a person would look in.

    `name` is the part of it that may be a name, empty if only a number is shown. `own` marks the person who made
    the list ("You"). `more_phones` and `more_emails` are further ones that the list has for the same person. `went_at` is
    the moment (local, without a zone) at which somebody who is gone went, where that is told.
    """

    shown_as: str
    row: int
    name: str = ""
    phone: Phone | None = None
    email: str | None = None
    shown: Shown = Shown.NO_NUMBER
    admin: bool = False
    own: bool = False
    more_phones: tuple[Phone, ...] = ()
    more_emails: tuple[str, ...] = ()
    presence: Presence = Presence.IN
    went_at: datetime | None = None

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Every number that the list has for this person."""
        return (self.phone, *self.more_phones) if self.phone else self.more_phones

    @property
    def emails(self) -> tuple[str, ...]:
        """Every address that the list has for this person."""
        return (self.email, *self.more_emails) if self.email else self.more_emails

    @property
    def identity(self) -> str:
        """What stays the same about a member from one list to the next: the number, else the address, else the text."""
        if self.phone:
            return self.phone.e164
        return (self.email or name_in(self.shown_as) or self.shown_as).casefold().strip()

    @property
    def identities(self) -> tuple[str, ...]:
        """Everything by which decisions may know them: each number, each address, and else the text."""
        reached = (*(phone.e164 for phone in self.phones), *(address.casefold() for address in self.emails))
        return reached or (self.identity,)


def shared_labels(members: Iterable[Member]) -> frozenset[str]:
    """The texts by which several members of one list are shown who have neither number nor address: nobody can tell them apart."""
    shown = Counter(member.identity for member in members if not (member.phones or member.emails))
    return frozenset(label for label, many in shown.items() if many > 1)


@dataclass(frozen=True, slots=True)
class MemberList:
    """A group's members at one moment. `said` is how many the platform says there are, where it or the admin says so.

    `gone` are those of whom an event log tells that they left or were removed, and not that they came back. `as_of` is the
    last moment that the list tells of (local, without a zone), where it says so. `without_maker` says that whoever made the list may be missing
    from it, as some tools have it; `hides_people` that an event log tells of people who came without saying who, or may.
    """

    name: str
    members: tuple[Member, ...]
    platform: str
    format: str
    completeness: Completeness = Completeness.COMPLETE
    said: int | None = None
    file: str = ""
    problems: tuple["Problem", ...] = ()
    gone: tuple[Member, ...] = ()
    as_of: datetime | None = None
    without_maker: bool = False
    hides_people: bool = False

    @property
    def proves_absence(self) -> bool:
        """Whether somebody who is not on the list is not in the group."""
        return self.completeness is Completeness.COMPLETE and not self.without_maker


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be understood, for the office: where it stands, what it is, what was done.

    `level` is "file" (could not be used at all), "row" (the row was set aside) or "value" (the cell was ignored).
    """

    level: str
    message: str
    row: int | None = None
    column: str | None = None
