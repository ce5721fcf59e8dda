"""Pupils, the adults the school may ring about them, and the ties between the two."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from roster.names import Name
from roster.phone import Phone
from roster.relations import Role


class Registration(Enum):
    """How a pupil is registered here, and whether elsewhere too."""

    SOLE = "here alone"
    """Here and nowhere else, or nobody recorded it."""

    MAIN = "here and at another school"
    """Dual-registered, and this is the main school."""

    SUBSIDIARY = "at another school, and here beside it"
    """Dual-registered, and another is the main school."""

    SHARED = "here and with another provider"
    """Also at a college or with another provider, or dual-registered without a word about which school is the main one."""

    GUEST = "at another school, and a guest here"
    """At another school, and in some lessons of this one."""

    @property
    def dual(self) -> bool:
        """Whether the pupil is registered in two places, this school being one."""
        return self in {Registration.MAIN, Registration.SUBSIDIARY, Registration.SHARED}


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child on one of the school's lists. `year` is the year group: Nursery -1, Reception 0, Year 1 is 1.

    `dropped` says that the MIS gave no leaving date, so that `left_on` is the day of the last roll that had the child.
    """

    key: str
    name: str
    called: Name
    year: int | None = None
    classes: frozenset[str] = frozenset()
    starts_on: date | None = None
    left_on: date | None = None
    has_left: bool = False
    applicant: bool = False
    registration: Registration = Registration.SOLE
    dropped: bool = False

    def left(self, day: date) -> bool:
        """Whether the pupil's last day is over on `day`; the last day itself still counts as on roll."""
        return self.has_left or (self.left_on is not None and self.left_on < day)

    def upcoming(self, day: date) -> bool:
        """Whether the pupil has been admitted and has not started on `day`."""
        if self.left(day):
            return False
        return self.starts_on > day if self.starts_on else self.applicant

    def on_roll(self, day: date) -> bool:
        """Whether the pupil is on roll on `day`."""
        return not self.left(day) and not self.upcoming(day)

    @property
    def placed(self) -> str:
        """The name with the class, as the office says it: "Tola Bello (3B)"."""
        return f"{self.name} ({', '.join(sorted(self.classes))})" if self.classes else self.name


@dataclass(frozen=True, slots=True)
class Tie:
    """What one contact is to one pupil. `responsibility` and `lives_with` are three-valued: None is "not recorded".

    `counts` is the school's own decision about this relation, None where the contract's holds.
    """

    pupil: Pupil
    role: Role = Role.UNKNOWN
    relation: str = ""
    responsibility: bool | None = None
    lives_with: bool | None = None
    restricted: bool = False
    counts: bool | None = None

    @property
    def carer(self) -> bool:
        """Whether this makes the contact a carer of the pupil, as the contract defines it or the school decided."""
        if self.counts is not None:
            return self.counts
        if self.role is Role.PROFESSIONAL:
            return False
        if self.role is Role.RELATIVE:
            return bool(self.responsibility or self.lives_with)
        return True


@dataclass(frozen=True, slots=True)
class Contact:
    """One adult on the school's list, however many rows they take."""

    ids: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    shown: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    rows: tuple[int, ...] = ()
