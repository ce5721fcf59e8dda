"""Who of a group's removals may be named to its volunteers, and what is left to be said to each of them. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from roster.changes import Changeset, Flag
from roster.runs import Released


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a group: the removals that its volunteers know of, the flags of the last run, and its releases.

    `heard` has the removals that each volunteer who can be written to was told of last, by the address; `told` are all of
    these together; `stood` are the identities of those who stood to be done after the last run, sent or not, where there was
    one. `released` are the releases in force; `read` says whether a whole result was ever released.
    """

    told: tuple[Flag, ...] = ()
    last: tuple[Flag, ...] = ()
    released: tuple[Released, ...] = ()
    read: bool = False
    heard: Mapping[str, tuple[Flag, ...]] = field(default_factory=dict)
    stood: frozenset[str] | None = None

    def lets_out(self, digest: str, objections: Collection[str]) -> bool:
        """Whether a release in force lets all of these removals out in spite of these objections."""
        return any(one.lets_out(digest, objections) for one in self.released)

    def let_out(self, digest: str, objections: Collection[str]) -> frozenset[str]:
        """The identities of those of these removals whom a partial release in force lets out."""
        return frozenset[str]().union(*(one.named(digest, objections) for one in self.released))


def may_be_named(
    removals: Iterable[Flag], memory: Memory, withheld: Collection[str], let_out: Collection[str] | None
) -> tuple[Flag, ...]:
    """Those whom volunteers may hear of, never anybody `withheld`.

    Where the group is held, `let_out` are those whom somebody has released all the same: besides them only those who are
    known to the volunteers already, for a hold stops what is new. It is None where nothing holds the group.
    """
    open_ = tuple(flag for flag in removals if flag.identity not in withheld)
    if let_out is None:
        return open_
    known = {flag.identity for flag in memory.told}
    # Whom the last run cleared, though the letter that says so has not gone, a hold does not ask for again.
    known = known if memory.stood is None else known & memory.stood
    return tuple(flag for flag in open_ if flag.identity in known or flag.identity in let_out)


def news_for(memory: Memory, named: Iterable[Flag]) -> dict[str, Changeset]:
    """What each volunteer has yet to hear, by the address: only those for whom there is something."""
    now = tuple(named)
    found = {address: Changeset.between(heard, now) for address, heard in memory.heard.items()}
    return {address: changes for address, changes in found.items() if not changes.noop}
