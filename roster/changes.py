"""What changed since the last letter: a diff is a value that knows when it says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flag:
    """A flagged member as a letter told of them: who they are from list to list, and what was said."""

    identity: str
    standing: str
    reason: str
    shown_as: str = ""


@dataclass(frozen=True, slots=True)
class Changeset:
    """What is new, what is still to do and what is over, since the last run that was told."""

    raised: tuple[Flag, ...] = ()
    remaining: tuple[Flag, ...] = ()
    cleared: tuple[Flag, ...] = ()

    @property
    def noop(self) -> bool:
        """Whether nothing changed, so that nobody is written to."""
        return not (self.raised or self.cleared)

    @classmethod
    def between(cls, told: Iterable[Flag], now: Iterable[Flag]) -> "Changeset":
        """Compare what was told with what is so now; a member whose standing changed is new."""
        before = {(flag.identity, flag.standing): flag for flag in told}
        after = {(flag.identity, flag.standing): flag for flag in now}
        return cls(
            raised=tuple(flag for key, flag in after.items() if key not in before),
            remaining=tuple(flag for key, flag in after.items() if key in before),
            cleared=tuple(flag for key, flag in before.items() if key not in after),
        )
