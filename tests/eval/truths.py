"""What is right for a member, known because the member was made so."""

from dataclasses import dataclass
from enum import Enum

from tests.eval.sights import Sight


class Right(Enum):
    """What must become of a member."""

    GO = "must be removed"
    STAY = "must not be removed"
    EITHER = "either is right"  # by what the eval knows of the names, never by what the product makes of them
    UNTELLABLE = "has a child here, and nothing shown says so"


@dataclass(frozen=True, slots=True)
class Told:
    """A member of a group with the truth: what is right, why, who it is in the school's list, and whether the sight tells.

    `answerable` says that no number is shown and that the sight could be of one carer in scope alone, who it is.
    """

    kind: str
    sight: Sight
    number: str | None
    right: Right
    who: str | None = None
    answerable: bool = False
    why: str = ""
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group for some classes with everybody in it."""

    name: str
    rooms: frozenset[str]
    members: tuple[Told, ...]
