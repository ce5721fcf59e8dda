"""What a night makes of a group: held, told, or nothing to say."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from roster.changes import Flag
from roster.text import folded
from roster.verdicts import Standing


class State(Enum):
    """What became of a group in a run.

    `CLEAR`: nothing changed for the volunteers. `STALE`: the list is too old to act on. `UNADDRESSED`: there is
    something to say, and nobody to say it to. `PAUSED`: there is something to say, after the summer.
    """

    HELD = "held"
    CLEAR = "clear"
    RELEASED = "released"
    TOLD = "told"
    STALE = "stale"
    UNADDRESSED = "unaddressed"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Released:
    """A release in force: for exactly the removals of `digest`, against the objections that were read when it was given.

    `people` are the identities of those of them who may be named; None for everybody.
    """

    digest: str
    covers: frozenset[str]
    people: frozenset[str] | None = None

    def lets_out(self, digest: str, objections: Collection[str]) -> bool:
        """Whether all of these removals may go out in spite of these objections; one that nobody has read is not covered."""
        return self.people is None and self._read(digest, objections)

    def named(self, digest: str, objections: Collection[str]) -> frozenset[str]:
        """Those who may be named where only a part of these removals may go out."""
        return self.people if self.people and self._read(digest, objections) else frozenset()

    def _read(self, digest: str, objections: Collection[str]) -> bool:
        return self.digest == digest and self.covers.issuperset(objections)


def group_key(name: str) -> str:
    """What makes two spellings of a group's name one group: "3B", " 3b "."""
    return folded(name)


def removal_digest(group: str, flags: Iterable[Flag]) -> str:
    """Give the SHA-256 of exactly this list of removals; a release is bound to it."""
    going = sorted({flag.identity for flag in flags if flag.standing == Standing.REMOVE.value})
    return hashlib.sha256("\0".join((group_key(group), *going)).encode()).hexdigest()
