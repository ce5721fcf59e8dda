"""The made-up world: children, adults, what they are to each other, and what the school's list has of them."""

from dataclasses import dataclass, field
from datetime import date

from tests.eval.pools import Given, Origin, plain


@dataclass(slots=True, eq=False)
class Child:
    """A child. `dropped` says that the school's list has them no more, since two rolls."""

    key: str
    given: Given
    family: str
    year: int
    room: str
    left_on: date | None = None
    dropped: bool = False

    @property
    def here(self) -> bool:
        """Whether the child is on roll."""
        return self.left_on is None

    @property
    def name(self) -> str:
        """The name in full."""
        return f"{self.given.formal} {self.family}"


@dataclass(slots=True, eq=False)
class Link:
    """What an adult is to a child. `unrecorded` says that the school's list does not know it."""

    child: Child
    relation: str
    carer: bool = True
    restricted: bool = False
    unrecorded: bool = False


@dataclass(slots=True, eq=False)
class Adult:
    """An adult as the school's list has them, and the number they really use now.

    `recorded` is how the list writes the forename; `before` are family names that they have gone by. `once` is a number
    that an earlier roll had for them and this one has not.
    """

    key: str
    given: Given
    recorded: str
    family: str
    origin: Origin
    woman: bool
    links: list[Link] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    middle: Given | None = None
    before: tuple[str, ...] = ()
    once: str = ""
    twice: bool = False
    story: str = "ordinary"
    known_as: frozenset[str] = frozenset()

    @property
    def here(self) -> list[Link]:
        """The links to children who are on roll, as the list has them."""
        return [link for link in self.links if link.child.here and not link.unrecorded]

    def families(self) -> frozenset[str]:
        """Every part of the family names that they or their children have in the list."""
        if not self.known_as:
            names = (self.family, *(link.child.family for link in self.links))
            self.known_as = frozenset(plain(part) for name in names for part in name.replace("-", " ").split())
        return self.known_as


@dataclass(slots=True)
class School:
    """A school with everybody whom its list has."""

    number: int
    day: date
    children: list[Child] = field(default_factory=list)
    adults: list[Adult] = field(default_factory=list)
    rolled_over: bool = False
    spare: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def rooms(self) -> list[str]:
        """The classes on the roll."""
        return sorted({child.room for child in self.children if child.here})

    def in_scope(self, rooms: set[str]) -> list[Adult]:
        """The carers of the children here in some classes, as the list has them."""
        return [adult for adult in self.adults if any(link.carer and link.child.room in rooms for link in adult.here)]

    def another_number(self) -> str:
        """A number that nobody has."""
        return self.spare.pop()
