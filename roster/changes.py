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

    @property
    def key(self) -> tuple[str, str]:
        """What is told of whom, whatever the reason."""
        return self.identity, self.standing


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
    def between(cls, told: Iterable[Flag], now: Iterable[Flag], *, reasons: bool = False) -> "Changeset":
        """Compare what was told with what is so now; a member whose standing changed is new.

        With `reasons`, for readers who are told why: so is one whose reason changed. Whoever is still flagged, for whatever
        reason and in whatever standing, is then not cleared besides.
        """

        def key(flag: Flag) -> tuple[str, ...]:
            return (*flag.key, flag.reason) if reasons else flag.key

        def known_by(flag: Flag) -> tuple[str, ...]:
            return (flag.identity,) if reasons else flag.key

        before = {key(flag): flag for flag in told}
        after = {key(flag): flag for flag in now}
        still = {known_by(flag) for flag in after.values()}
        return cls(
            raised=tuple(flag for one, flag in after.items() if one not in before),
            remaining=tuple(flag for one, flag in after.items() if one in before),
            cleared=tuple(flag for flag in before.values() if known_by(flag) not in still),
        )
