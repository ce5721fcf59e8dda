"""A made-up school for a year: who is in which group and who should be, whatever Roster may think."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from tests.jobs.school import GIVEN, HEADINGS, a_csv

CLASSES = ("3B", "4A", "5C")
A_CLASS = 20
ROLLOVER = date(2027, 9, 2)
# A school enters a number that has changed so many days later.
_SLOWLY = timedelta(days=16)


@dataclass(eq=False)
class Child:
    """A pupil: the group of the carers, and the last day, once it is known."""

    number: int
    group: str
    known_from: date
    left: date | None = None

    def form(self, day: date) -> str:
        year = int(self.group[0]) + (day >= ROLLOVER)
        return f"{year}{self.group[1:]}"


@dataclass(eq=False)
class Person:
    """Somebody who has a telephone, and the child they care for, if any; `listed` is the number that the school has."""

    name: str
    phone: str
    child: Child | None = None
    listed: str = ""

    def belongs(self, day: date) -> bool:
        return bool(self.child and (self.child.left is None or day <= self.child.left))


@dataclass
class School:
    """All of it on one day. `seen` are the lists that have been handed in: by group, the day, the people, whether it was all."""

    chance: Random
    day: date
    pace: int = 1
    people: list[Person] = field(default_factory=list)
    here: dict[str, list[Person]] = field(default_factory=lambda: {group: [] for group in CLASSES})
    coming: list[tuple[date, str, Person]] = field(default_factory=list)
    seen: dict[str, list[tuple[date, frozenset[str], bool]]] = field(
        default_factory=lambda: {group: [] for group in CLASSES}
    )
    _numbers: Iterator[int] = field(default_factory=lambda: iter(range(1000)))

    def __post_init__(self) -> None:
        for group in CLASSES:
            for _ in range(A_CLASS):
                self.here[group].append(self.a_carer(group))

    def a_number(self) -> tuple[int, str]:
        number = next(self._numbers)
        return number, f"07700 900{number:03}"

    def a_carer(self, group: str) -> Person:
        number, phone = self.a_number()
        person = Person(f"{GIVEN[number % 12]} Bello{number}", phone, Child(number, group, self.day), phone)
        self.people.append(person)
        return person

    def a_stranger(self) -> Person:
        number, phone = self.a_number()
        return Person(f"Charlie Nobody{number}", phone)

    def a_day(self) -> None:
        """What happens by itself: children come and leave, numbers change, strangers get in, people go."""
        for when, group, person in [one for one in self.coming if one[0] <= self.day]:
            self.coming.remove((when, group, person))
            if person not in self.here[group]:
                self.here[group].append(person)
        for group in CLASSES:
            self._in_group(group)

    def _in_group(self, group: str) -> None:
        luck, here = self.chance.random() / self.pace, self.here[group]
        carers = [one for one in here if one.belongs(self.day)]
        if luck < 0.03:
            here.append(self.a_stranger())
        elif luck < 0.04:
            self.coming.append((self.day + timedelta(days=9), group, self.a_carer(group)))
        elif luck < 0.05 and len(carers) > A_CLASS // 2:
            child = self.chance.choice(carers).child
            assert child
            child.left = self.day + timedelta(days=3)
        elif luck < 0.06:
            self._changes_number(self.chance.choice(carers))
        elif luck < 0.07:
            here.remove(self.chance.choice(here))

    def _changes_number(self, person: Person) -> None:
        if person.phone == person.listed:
            _, person.phone = self.a_number()

    def listed_on(self) -> None:
        """The office enters what it has been told."""
        for person in self.people:
            if self.chance.random() < 0.5:
                person.listed = person.phone

    def an_export(self) -> bytes:
        rows = [HEADINGS]
        for one in self.people:
            child = one.child
            if child and not (child.left and child.left < self.day - timedelta(days=60)):
                left = f"{child.left:%d/%m/%Y}" if child.left else ""
                pupil = (
                    f"A{child.number:04}",
                    f"Child{child.number}",
                    f"Bello{child.number}",
                    child.form(self.day),
                    left,
                )
                rows.append((*pupil, one.name, "Mother", one.listed, ""))
                if child.number % 5 == 0:
                    rows.append((*pupil, f"Pat Carer{child.number}", "Father", "", ""))
        return a_csv(rows)

    def a_list(self, group: str, *, missing: int = 0) -> list[Person]:
        """Whom a list of a group shows; remembered as seen."""
        shown = self.here[group][: len(self.here[group]) - missing]
        self.seen[group].append((self.day, frozenset(e164(one.phone) for one in shown), not missing))
        return shown


def e164(phone: str) -> str:
    return "+44" + phone.replace(" ", "")[1:]
