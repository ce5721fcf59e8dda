"""One group in the office's digest."""

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from adapters.mail.findings import Finding, Findings, Part, part
from adapters.mail.lines import Line
from roster.changes import Changeset, Flag
from roster.night import REMOVE, GroupNight
from roster.proof import strength
from roster.runs import State
from roster.shown import plain
from roster.words import counted, spoken

_STATES = {
    State.HELD: "Held: no volunteer was written to about anybody new.",
    State.CLEAR: "Nothing new for the volunteers.",
    State.RELEASED: "Released by the office.",
    State.TOLD: "The volunteers are written to on the next school morning.",
    State.STALE: "The member list is too old to act on: no volunteer was written to. Send a new one.",
    State.PAUSED: "It is the pause: no volunteer is written to until it is over.",
    State.UNADDRESSED: "Nobody to write to: no admin's address is known, or every one was refused. See [groups] in the settings.",
}
_OWN = {
    "admin": "Is an admin of this very group.",
    "household": "Is of the household of an admin of this group.",
}
_IN_SPITE = "Released in spite of this: "
_RESTRICTED = "restricted"
_RESTRICTED_ADVICE = (
    "The school's list restricts them, so no volunteer is told anything. Let the safeguarding lead see to it; with "
    "school.safeguarding_email in the settings this goes there alone."
)
_OWN_ADVICE = (
    "No volunteer is told. Speak to them yourselves; if an admin is to go, let somebody else be made admin first, and take "
    "them out then."
)


@dataclass(frozen=True, slots=True)
class Told:
    """A group's night, and what changed in it for the office.

    `missing` is a sentence on the carers who are not in it, `health` one on how the group stands; `answered` has a
    sentence on each whom the office has answered about and who stays in question all the same, by the identity.
    `followed` are sentences on those who were to be taken out: what volunteers say of them, and what lists show.
    """

    night: GroupNight
    changes: Changeset
    missing: str = ""
    answered: Mapping[str, str] = field(default_factory=dict)
    followed: tuple[str, ...] = ()
    health: str = ""

    @property
    def news(self) -> bool:
        """Whether anything changed but for what the office has answered."""
        return bool(self.changes.cleared) or any(not self.settles(flag) for flag in self.changes.raised)

    def settles(self, flag: Flag) -> bool:
        """Whether the office has answered, so that nothing is asked any more."""
        return flag.standing != REMOVE and flag.identity in self.answered


@dataclass(frozen=True, slots=True)
class Section:
    """One group. `removals` and `looks` count those to take out and those to look at; `fresh` says that some are new to take out."""

    name: str
    about: str
    state: str
    held: bool
    objections: tuple[str, ...]
    release: str
    queries: str
    parts: tuple[Part, ...]
    followed: tuple[str, ...]
    cleared: tuple[Line, ...]
    missing: str
    health: str
    removals: int
    looks: int
    gravity: tuple[bool, ...]

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to read about the group."""
        return not (self.held or self.parts or self.followed or self.cleared)

    @property
    def summary(self) -> str:
        """All of it in a line, where there is nothing to read."""
        return " ".join(one for one in (f"{self.name}: {self.state}", self.missing, self.health) if one)


def is_restricted(night: GroupNight, flag: Flag) -> bool:
    """Whether somebody is flagged whom the school's list restricts."""
    return flag.reason == _RESTRICTED or (flag.standing == REMOVE and night.withheld.get(flag.identity) == _RESTRICTED)


def section_of(told: Told) -> Section:
    """Choose what the digest says of a group, worst first."""
    night, changes = told.night, told.changes
    sorted_out = _Sorted(told)
    held = night.state is State.HELD
    asks = bool(sorted_out.queries_new or sorted_out.queries_open or sorted_out.restricted_queries)
    name = shlex.quote(plain(night.name, 200))
    return Section(
        name=plain(night.name),
        about=_about(night),
        state=_state(night),
        held=held,
        objections=tuple(_objections(night)),
        release=f"roster release {name}" if held else "",
        queries=f"roster queries {name}" if asks else "",
        parts=tuple(one for one in sorted_out.parts(held=held) if one.found),
        followed=told.followed,
        cleared=tuple(map(sorted_out.findings.line, changes.cleared)),
        missing=plain(told.missing, 200),
        health=plain(told.health, 300),
        removals=len(sorted_out.removals_new) + len(sorted_out.removals_open) + len(sorted_out.own),
        looks=len(sorted_out.queries_new) + len(sorted_out.queries_open) + len(sorted_out.restricted),
        gravity=(not sorted_out.restricted, not held, not sorted_out.removals_new, not sorted_out.queries_new),
    )


class _Sorted:
    """The flagged of a group, sorted by what the office should do."""

    def __init__(self, told: Told) -> None:
        night, changes = told.night, told.changes
        now = (*changes.raised, *changes.remaining)
        self._told, self._night = told, night
        self.findings = Findings(night, (*now, *changes.cleared))
        self.restricted = tuple(flag for flag in now if is_restricted(night, flag))
        self.restricted_queries = any(flag.standing != REMOVE for flag in self.restricted)
        self.own = tuple(
            flag for flag in now
            if flag.standing == REMOVE and flag.identity in night.withheld and flag not in self.restricted
        )  # fmt: skip
        apart = {*self.restricted, *self.own}
        self.settled = tuple(flag for flag in now if told.settles(flag) and flag not in apart)
        apart |= set(self.settled)
        raised, remaining = ([one for one in of if one not in apart] for of in (changes.raised, changes.remaining))
        self.removals_new, self.removals_open = (_removals(of) for of in (raised, remaining))
        self.queries_new, self.queries_open = (_queries(of) for of in (raised, remaining))

    def parts(self, *, held: bool) -> Iterator[Part]:
        """Everybody under a heading, worst first."""
        yield part("Restricted by the school's list", self._described(self.restricted), _RESTRICTED_ADVICE)
        asked = {flag.identity for flag in self._night.told} if held else frozenset()
        fresh, open_ = (_those(of, asked, among=False) for of in (self.removals_new, self.removals_open))
        if held:
            yield part("Would be asked to leave", self._described(fresh))
            yield part("Would be asked to leave, as said before", self._described(open_))
            fresh, open_ = (_those(of, asked, among=True) for of in (self.removals_new, self.removals_open))
        yield part("To take out, new", self._described(fresh))
        yield part("To take out, still in the group", self._described(open_))
        yield part("For the office alone: admins and their households", self._own_described(), _OWN_ADVICE)
        yield part("Please look at, new", self._described(self.queries_new))
        yield part("Please look at, still open", self._described(self.queries_open))
        yield part("Answered; nothing is asked of you", self._settled_described())

    def _described(self, flags: Iterable[Flag]) -> Iterator[Finding]:
        return map(self.findings.of, flags)

    def _own_described(self) -> Iterator[Finding]:
        for flag in self.own:
            one = self.findings.of(flag)
            why = _OWN[self._night.withheld[flag.identity]]
            yield Finding(one.line, one.row, f"{why} {one.sentence}", one.evidence, one.reason)

    def _settled_described(self) -> Iterator[Finding]:
        return (self.findings.saying(flag, f"{self._told.answered[flag.identity]}.") for flag in self.settled)


def _removals(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for flag in flags if flag.standing == REMOVE)


def _those(flags: Iterable[Flag], who: Collection[str], *, among: bool) -> tuple[Flag, ...]:
    return tuple(flag for flag in flags if (flag.identity in who) is among)


def _queries(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for flag in flags if flag.standing != REMOVE)


def _state(night: GroupNight) -> str:
    until = f" The last day of it is {spoken(night.paused)}." if night.state is State.PAUSED and night.paused else ""
    return f"{_STATES[night.state]}{until}"


def _objections(night: GroupNight) -> Iterator[str]:
    """What speaks against the night; after a release, that it was read and let out all the same."""
    released = night.state is State.RELEASED
    return (f"{_IN_SPITE if released else ''}{plain(one.message, 900)}" for one in night.objections)


def _about(night: GroupNight) -> str:
    judged = night.judged
    guessed = " (its name does not say; scope under [groups] may)" if judged.scope.guessed else ""
    members = counted(len(judged.listed.members), "member")
    short = strength(judged.listed)
    seen = f"{members} in the list of {spoken(night.received.on)}{f' ({short})' if short else ''}"
    return f"for {plain(judged.scope.said)}{guessed}; {seen}"
