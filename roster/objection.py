"""What speaks against acting on a result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objection:
    """A sentence against acting on a run: who, how many of how many, the limit, the likely cause and the cure."""

    guard: str
    message: str
