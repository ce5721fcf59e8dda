"""One group on one night: judged, held against what was told before, and what is to be said now. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from roster.calendar import paused
from roster.changes import Changeset, Flag
from roster.comparison import Judged
from roster.groups import Member, MemberList, Presence, Shown
from roster.guard import Objection
from roster.policy import Limits, Policy
from roster.rollover import Proposal
from roster.runs import Released, State, removal_digest
from roster.service_guards import RollFacts, first_run, list_is_old, read_as, roll_old, roll_shrunk, still_surprising
from roster.shown import address_of, label, phone_of
from roster.verdicts import Standing, Verdict

REMOVE = Standing.REMOVE.value


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a group: the flags last told to volunteers, those of the last run, and its releases.

    `released` are the releases in force; `read` says whether there ever was one.
    """

    told: tuple[Flag, ...] = ()
    last: tuple[Flag, ...] = ()
    released: tuple[Released, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class Received:
    """A member list, the day it came, and whether anybody can be written to."""

    listed: MemberList
    on: date
    addressed: bool = True


@dataclass(frozen=True, slots=True)
class AgainstRoll:
    """What speaks against the roll itself, whichever group it is held against; `roll` tells it from other rolls."""

    roll: int = 0
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """What the school has decided."""

    policy: Policy
    limits: Limits


@dataclass(frozen=True, slots=True)
class GroupNight:
    """What a night makes of a group.

    `verdicts` are the flagged ones, those of people whom a partial list does not show included; `flags` the same as
    told from night to night. `changes` are the removals, against what volunteers were last told; `gone` the
    identities of those among the cleared who are proved to have left the group. `paused` is the last day of the summer's
    pause, if it is that; `proposal` the class that the group should be for, since its own has moved on.
    """

    received: Received
    judged: Judged
    verdicts: tuple[Verdict, ...]
    flags: tuple[Flag, ...]
    changes: Changeset
    gone: frozenset[str]
    objections: tuple[Objection, ...]
    state: State
    digest: str
    paused: date | None = None
    proposal: Proposal | None = None

    @property
    def name(self) -> str:
        """The group's name."""
        return self.judged.listed.name

    @property
    def tells(self) -> bool:
        """Whether volunteers are written to."""
        return self.state in {State.TOLD, State.RELEASED} and not self.changes.noop


def roll_objections(facts: RollFacts, accepted: RollFacts | None, on: date, limits: Limits) -> tuple[Objection, ...]:
    """What speaks against the roll itself, whichever group it is held against."""
    found = (roll_shrunk(facts, accepted, limits), roll_old(facts, on, limits))
    return tuple(objection for objection in found if objection)


class Sitting(Protocol):
    """A group judged on a day, and whoever judges further people of it."""

    @property
    def day(self) -> date:
        """The day that is judged for."""

    @property
    def judged(self) -> Judged:
        """The group with a verdict on each of its members."""

    @property
    def proposal(self) -> Proposal | None:
        """The class that the group should be for, since its own has moved on."""

    def verdicts(self, members: Iterable[Member]) -> tuple[Verdict, ...]:
        """Give a verdict on each of these, in their order."""


def night_of(received: Received, sitting: Sitting, memory: Memory, rules: Rules, against: AgainstRoll) -> GroupNight:
    """Decide what may be said to whom of a group that has been judged."""
    judged = sitting.judged
    flagged = (*filter(_flagged, judged.verdicts), *_unseen(sitting, memory))
    flags = tuple(dict.fromkeys(map(flag_of, flagged)))
    removals = tuple(flag for flag in flags if flag.standing == REMOVE)
    first = first_run(judged.listed.name, read=memory.read)
    every = (*judged.held, *against.objections, *((first,) if first else ()))
    objections = still_surprising(every, removals, memory.told)
    changes = Changeset.between(memory.told, removals)
    digest = removal_digest(judged.listed.name, removals)
    stale = list_is_old(received.on, sitting.day, rules.limits)
    read = [read_as(objection.guard, against.roll) for objection in objections]
    released = any(release.lets_out(digest, read) for release in memory.released)
    pause = paused(sitting.day, rules.policy)
    state = _said_now(
        _state(stale, objections, released, changes, addressed=received.addressed), changes, paused=bool(pause)
    )
    gone = _gone(judged.listed, changes, memory)
    return GroupNight(
        received, judged, flagged, flags, changes, gone, objections, state, digest, pause, sitting.proposal
    )


def flag_of(verdict: Verdict) -> Flag:
    """Keep of a verdict what tells it from night to night."""
    return Flag(verdict.member.identity, verdict.standing.value, verdict.reason.name, verdict.member.shown_as)


def _flagged(verdict: Verdict) -> bool:
    return verdict.flagged


def _unseen(sitting: Sitting, memory: Memory) -> Iterable[Verdict]:
    """Those flagged before whom a list does not show that cannot prove absence: they are judged again."""
    listed = sitting.judged.listed
    if _proves_absence(listed, memory):
        return ()
    seen = {member.identity for member in listed.members} | _left(listed)
    told = {(flag.identity, flag.standing) for flag in memory.told}
    absent = [
        flag
        for flag in memory.last
        if flag.identity not in seen and (flag.standing != REMOVE or (flag.identity, flag.standing) in told)
    ]
    verdicts = sitting.verdicts(map(_as_member, absent))
    return (
        verdict
        for flag, verdict in zip(absent, verdicts, strict=True)
        if verdict.flagged and (verdict.standing.value != REMOVE or flag.standing == REMOVE)
    )


def _as_member(flag: Flag) -> Member:
    phone = phone_of(flag)
    shown = Shown.NUMBER if phone else Shown.NO_NUMBER
    return Member(flag.shown_as, 0, name=label(flag.shown_as), phone=phone, email=address_of(flag), shown=shown)


def _gone(listed: MemberList, changes: Changeset, memory: Memory) -> frozenset[str]:
    """Those among the cleared who are proved to have left: told to have gone, or not on a list that shows everybody."""
    told, seen = _left(listed), {member.identity for member in listed.members}
    absent = _proves_absence(listed, memory)
    return frozenset(
        flag.identity for flag in changes.cleared if flag.identity in told or (absent and flag.identity not in seen)
    )


def _left(listed: MemberList) -> set[str]:
    return {member.identity for member in listed.gone if member.presence is Presence.GONE}


def _proves_absence(listed: MemberList, memory: Memory) -> bool:
    """Whether nobody can be in the group under another sight of themselves.

    Whoever an admin has saved shows a name instead of a number from then on: a name that was not there before may be
    anybody who was.
    """
    known = {flag.identity for flag in memory.last}
    hidden = (one for one in listed.members if not one.own and not one.phone and not one.email)
    return listed.proves_absence and all(one.identity in known for one in hidden)


def _state(
    stale: bool, objections: tuple[Objection, ...], released: bool, changes: Changeset, *, addressed: bool
) -> State:
    if stale:
        return State.STALE
    if objections and not released:
        return State.HELD
    if not changes.noop and not addressed:
        return State.UNADDRESSED
    if objections:
        return State.RELEASED
    return State.CLEAR if changes.noop else State.TOLD


def _said_now(state: State, changes: Changeset, *, paused: bool) -> State:
    """Put off to the end of the pause what volunteers would be told."""
    return State.PAUSED if paused and not changes.noop and state not in {State.STALE, State.HELD} else state
