"""Groups, and the people in them as the platform shows them."""

from dataclasses import dataclass
from enum import Enum

from roster.phone import Phone


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


@dataclass(frozen=True, slots=True)
class Member:
    """A participant. `shown_as` is the text as it stood in the list; `row` the row or line a person would look in.

    `name` is the part of it that may be a name, empty if only a number is shown. `own` marks the person who made
    the list ("You").
    """

    shown_as: str
    row: int
    name: str = ""
    phone: Phone | None = None
    email: str | None = None
    shown: Shown = Shown.NO_NUMBER
    admin: bool = False
    own: bool = False

    @property
    def identity(self) -> str:
        """What stays the same about a member from one list to the next: the number if shown, else the text."""
        return self.phone.e164 if self.phone else self.shown_as.casefold().strip()


@dataclass(frozen=True, slots=True)
class MemberList:
    """A group's members at one moment. `said` is how many the platform says there are, where it says so."""

    name: str
    members: tuple[Member, ...]
    platform: str
    format: str
    completeness: Completeness = Completeness.COMPLETE
    said: int | None = None
    file: str = ""
    problems: tuple["Problem", ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be understood, for the office: where it stands, what it is, what was done.

    `level` is "file" (could not be used at all), "row" (the row was set aside) or "value" (the cell was ignored).
    """

    level: str
    message: str
    row: int | None = None
    column: str | None = None
