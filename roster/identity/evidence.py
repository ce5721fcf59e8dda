"""What speaks for and against somebody being a carer, each sign with its weight and its words."""

from dataclasses import dataclass
from enum import Enum

from roster.people import Contact, Pupil


class Likelihood(Enum):
    """How likely a candidate is, said to the office."""

    VERY_LIKELY = "very likely"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: which feature, at which level it agrees or differs, its weight in bits (below nought speaks against), and its words."""

    feature: str
    level: str
    bits: float
    said: str


@dataclass(frozen=True, slots=True)
class Person:
    """A carer with the children through whom they belong to the group, and their other children here."""

    contact: Contact
    children: tuple[Pupil, ...]
    siblings: tuple[Pupil, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A carer whom a label fits. `share` is the probability, 0 to 1, that it is this carer and none of the others, nor nobody."""

    person: Person
    share: float
    likelihood: Likelihood
    signs: tuple[Sign, ...]

    @property
    def contact(self) -> Contact:
        """The carer."""
        return self.person.contact
