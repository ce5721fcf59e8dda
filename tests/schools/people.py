"""Who there is in a made-up school: adults, pupils, and what ties one to the other."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

STRONG = frozenset(
    {"mother", "father", "stepmother", "stepfather", "foster mother", "foster father", "guardian", "carer"}
)
PROFESSIONAL = frozenset({"childminder", "doctor", "social worker"})


@dataclass(frozen=True)
class Phone:
    """A number in E.164, and the slot the office typed it under: mobile, home or work."""

    slot: str
    number: str


@dataclass(frozen=True)
class Adult:
    """Somebody the school may ring; the full name is unique in the school."""

    key: str
    title: str
    forename: str
    surname: str
    email: str
    phones: tuple[Phone, ...]

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}"

    def under(self, *slots: str) -> tuple[str, ...]:
        return tuple(phone.number for slot in slots for phone in self.phones if phone.slot == slot)

    @property
    def numbers(self) -> tuple[str, ...]:
        return self.under("mobile", "home", "work")


@dataclass(frozen=True)
class Link:
    """What an adult is to one pupil; `None` is what nobody recorded."""

    adult: Adult
    relation: str
    responsibility: bool | None
    lives_with: bool | None
    restricted: bool = False

    @property
    def is_carer(self) -> bool:
        return self.relation in STRONG


@dataclass(frozen=True)
class Pupil:
    """A child with a place in one form, from the first day to the last, both included."""

    key: str
    upn: str
    forename: str
    surname: str
    born: date
    year: int
    form: str
    starts: date
    leaves: date | None
    links: tuple[Link, ...]

    @property
    def name(self) -> str:
        return f"{self.forename} {self.surname}"

    def has_left(self, day: date) -> bool:
        return self.leaves is not None and self.leaves < day

    def is_yet_to_start(self, day: date) -> bool:
        return self.starts > day

    def is_on_roll(self, day: date) -> bool:
        return not self.has_left(day) and not self.is_yet_to_start(day)


@dataclass(frozen=True)
class Form:
    name: str
    year: int


@dataclass(frozen=True)
class School:
    """A school on the day it is judged."""

    seed: int
    name: str
    day: date
    forms: tuple[Form, ...]
    pupils: tuple[Pupil, ...]

    @cached_property
    def pupil(self) -> dict[str, Pupil]:
        return {pupil.key: pupil for pupil in self.pupils}

    @cached_property
    def adults(self) -> dict[str, Adult]:
        return {link.adult.key: link.adult for pupil in self.pupils for link in pupil.links}

    def links_of(self, adult: str) -> list[tuple[Pupil, Link]]:
        return [(pupil, link) for pupil in self.pupils for link in pupil.links if link.adult.key == adult]

    def is_live(self, pupil: str) -> bool:
        """Whether the pupil is on roll or soon will be."""
        return not self.pupil[pupil].has_left(self.day)

    @cached_property
    def live_numbers(self) -> frozenset[str]:
        """Every number of everybody who is a contact of a pupil on roll or starting soon."""
        return frozenset(
            number
            for pupil in self.pupils
            if not pupil.has_left(self.day)
            for link in pupil.links
            for number in link.adult.numbers
        )
