"""Users, what each is at the school, and who belongs to whom, as OneRoster and School Data Sync both hand them over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """What a user is at the school: "student", "guardian" ... `gone` says that the record is marked as no longer so.

    The days are as they stand; "" is not said.
    """

    role: str
    begins: str = ""
    ends: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class User:
    """Anybody with an account. `row` is their line; `gone` says that it is marked as inactive or to be deleted.

    `name` is for a standard that has only the whole name. An `id` that is only made up has a `shown_id` beside it.
    """

    id: str
    row: int
    forename: str = ""
    surname: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    gone: bool = False
    shown_id: str | None = None

    @property
    def roles(self) -> frozenset[str]:
        """Every role they have, in small letters."""
        return frozenset(office.role for office in self.offices if office.role)


@dataclass(frozen=True, slots=True)
class Bond:
    """Two users who belong together, by their ids; which of them is the child is told by their roles.

    `relation` is what one is to the other, where the standard says more than that there is a bond.
    """

    one: str
    other: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Class:
    """A class, by the name that people call it. A homeroom is where the register is taken."""

    id: str
    name: str
    homeroom: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """All that a set holds. `places` are pairs of a user's id and the id of a class that they are a student of;
    `terms` are the last days of the academic sessions, as they stand.
    """

    users: tuple[User, ...]
    bonds: tuple[Bond, ...] = ()
    classes: tuple[Class, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    terms: tuple[str, ...] = ()
