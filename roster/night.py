"""One group on one night: judged, held against what was told before, and what is to be said now. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from roster.calendar import paused
from roster.changes import Changeset, Flag
from roster.comparison import Judged
from roster.groups import Member, MemberList, Presence, Shown
from roster.guard import LIST_GUARDS, Objection
from roster.named import Memory, may_be_named, news_for
from roster.policy import Limits, Policy
from roster.rollover import Proposal
from roster.runs import State, removal_digest
from roster.service_guards import first_run, list_is_old, read_as, still_surprising
from roster.shown import address_of, label, phone_of
from roster.verdicts import Standing, Verdict

REMOVE = Standing.REMOVE.value
_SPEAKING = frozenset({State.TOLD, State.RELEASED, State.HELD})


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
    kept from night to night. `withheld` are the removals that are for the office alone, each identity with why:
    "restricted", "admin" or "household". `told` are the removals that volunteers know of once tonight's letters are out,
    `changes` what is different from what they knew, `news` the same for each of them to whom there is something to say, by
    the address; `gone` the identities of those among the cleared who are proved to have left the group. `paused` is the
    last day of the summer's pause, if it is that; `proposal` the class that the group should be for, since its own has
    moved on.
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
    withheld: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Flag, ...] = ()
    news: Mapping[str, Changeset] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The group's name."""
        return self.judged.listed.name

    @property
    def tells(self) -> bool:
        """Whether volunteers are written to; of a held group they hear who may stay, and whom somebody has released."""
        return self.state in _SPEAKING and not self.paused and bool(self.news)

    @property
    def fresh(self) -> frozenset[str]:
        """The identities of the removals that volunteers could be told of and were not told of before."""
        open_ = {flag.identity for flag in self.flags if flag.standing == REMOVE} - self.withheld.keys()
        raised = {flag.identity for flag in self.changes.raised}
        return frozenset(raised | (open_ - {flag.identity for flag in self.told}))

    def as_for(self, address: str) -> "GroupNight":
        """The same night with the changes as one volunteer has yet to hear them."""
        return replace(self, changes=self.news.get(address, Changeset()))


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

    def withheld(self, removals: Iterable[Verdict]) -> Mapping[str, str]:
        """Those of these removals who are for the office alone, each identity with why."""


def night_of(received: Received, sitting: Sitting, memory: Memory, rules: Rules, against: AgainstRoll) -> GroupNight:
    """Decide what may be said to whom of a group that has been judged."""
    judged = sitting.judged
    here = tuple(filter(_flagged, judged.verdicts))
    going = tuple(flag for flag in map(flag_of, here) if flag.standing == REMOVE)
    alone = sitting.withheld(filter(_goes, here))
    first = first_run(judged.listed.name, read=memory.read)
    every = (*judged.held, *against.objections, *((first,) if first else ()))
    objections = still_surprising(every, [one for one in going if one.identity not in alone], memory.told)
    # Of whom the list does not show only those are kept who were told of before: a release has nothing to say of them.
    digest = removal_digest(judged.listed.name, going)
    read = [read_as(objection.guard, against.roll) for objection in objections]
    held = bool(objections) and not memory.lets_out(digest, read)
    proves = _proves_absence(judged, memory, held=held)
    unseen = () if proves else tuple(_unseen(sitting, memory))
    flagged = (*here, *unseen)
    flags = tuple(dict.fromkeys(map(flag_of, flagged)))
    removals = tuple(flag for flag in flags if flag.standing == REMOVE)
    withheld = {**alone, **sitting.withheld(filter(_goes, unseen))}
    let_out = memory.let_out(digest, read) if held else None
    named = may_be_named(removals, memory, withheld, let_out)
    changes, news = Changeset.between(memory.told, named), news_for(memory, named)
    noop = not news if memory.heard else changes.noop
    stale, pause = list_is_old(received.on, sitting.day, rules.limits), paused(sitting.day, rules.policy)
    silent = stale or bool(pause) or not received.addressed
    state = _state(objections, stale=stale, held=held, noop=noop, addressed=received.addressed)
    return GroupNight(
        received, judged, flagged, flags, changes, _gone(judged.listed, changes, proves=proves), objections,
        _said_now(state, noop=noop, paused=bool(pause)), digest, pause, sitting.proposal, withheld,
        memory.told if silent else named, news,
    )  # fmt: skip


def flag_of(verdict: Verdict) -> Flag:
    """Keep of a verdict what tells it from night to night."""
    return Flag(verdict.member.identity, verdict.standing.value, verdict.reason.name, verdict.member.shown_as)


def _flagged(verdict: Verdict) -> bool:
    return verdict.flagged


def _unseen(sitting: Sitting, memory: Memory) -> Iterable[Verdict]:
    """Those flagged before whom a list does not show that cannot prove absence: they are judged again."""
    listed = sitting.judged.listed
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


def _gone(listed: MemberList, changes: Changeset, *, proves: bool) -> frozenset[str]:
    """Those among the cleared who are proved to have left: told to have gone, or not on a list that shows everybody."""
    told, seen = _left(listed), {member.identity for member in listed.members}
    return frozenset(
        flag.identity for flag in changes.cleared if flag.identity in told or (proves and flag.identity not in seen)
    )


def _left(listed: MemberList) -> set[str]:
    return {member.identity for member in listed.gone if member.presence is Presence.GONE}


def _goes(verdict: Verdict) -> bool:
    return verdict.standing is Standing.REMOVE


def _proves_absence(judged: Judged, memory: Memory, *, held: bool) -> bool:
    """Whether nobody can be in the group under another sight of themselves, and no doubt about the list itself holds it.

    Whoever an admin has saved shows a name instead of a number from then on: a name that was not there before may be
    anybody who was.
    """
    listed = judged.listed
    known = {flag.identity for flag in memory.last}
    hidden = (one for one in listed.members if not one.own and not one.phone and not one.email)
    doubted = held and any(one.guard in LIST_GUARDS for one in judged.held)
    return listed.proves_absence and not doubted and all(one.identity in known for one in hidden)


def _state(objections: tuple[Objection, ...], *, stale: bool, held: bool, noop: bool, addressed: bool) -> State:
    if stale:
        return State.STALE
    if held:
        return State.HELD
    if not noop and not addressed:
        return State.UNADDRESSED
    if objections:
        return State.RELEASED
    return State.CLEAR if noop else State.TOLD


def _said_now(state: State, *, noop: bool, paused: bool) -> State:
    """Put off to the end of the pause what volunteers would be told."""
    return State.PAUSED if paused and not noop and state not in {State.STALE, State.HELD} else state
