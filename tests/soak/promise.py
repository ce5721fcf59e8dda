"""What a piece of the soak gives: counts, and what was found wrong."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Kept:
    """Counts to be added up, by their names in the result, and a sentence for everything that was found wrong."""

    counts: dict[str, int]
    wrong: tuple[str, ...] = ()


class Work(Protocol):
    """A piece of work that a process of its own can do."""

    def __call__(self) -> Kept:
        """Do it."""
