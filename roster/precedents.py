"""The judge of one group, who leaves standing what still holds, and judges anew only whom a change touches."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from roster.calendar import moved, years_from
from roster.decisions import Decided, Decisions
from roster.digests import digest_of
from roster.groups import Member, shared_labels
from roster.judge import case_of, verdict_on
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.scope import Scope
from roster.touched import Digests, Grounds, Watched
from roster.turns import turns_of
from roster.verdicts import Reason, Verdict

_SEPTEMBER = 9
_NOT_JUDGED_BY = frozenset({"row"})


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was said of a member, and what the roll answered to every question that was asked for it."""

    reason: Reason
    contacts: tuple[str, ...]
    known: bool
    grounds: Grounds

    def over(self, member: Member) -> Verdict:
        """Say the same of a member."""
        return Verdict(member, self.reason, self.contacts, self.known)


@dataclass(frozen=True, slots=True)
class Court:
    """All that a group is judged by besides its list: the roll with its digests, whom it is for, the policy, all groups."""

    roll: Roll
    digests: Digests
    scope: Scope
    policy: Policy
    groups: tuple[tuple[str, Scope], ...] = ()


@dataclass(frozen=True, slots=True)
class Docket:
    """What is known of a group before the roll is looked at: its key, the day, what is decided, and what was said before.

    `settled` says that neither the roll nor anything else that a verdict rests on has changed, so that nothing need be
    asked again.
    """

    group: str
    day: date
    decisions: Decisions
    precedents: Mapping[str, Precedent]
    settled: bool = False


class Bench:
    """Judges members of one group. `precedents` are what it has said; `anew` how many of them it had to judge.

    The court is asked for when it is needed first; of a settled group in which nobody is new it never is.
    """

    def __init__(self, docket: Docket, court: Callable[[], Court]) -> None:
        self._docket = docket
        self._court = court
        self.precedents: dict[str, Precedent] = {}
        self.anew = 0

    def verdicts(self, members: Iterable[Member]) -> tuple[Verdict, ...]:
        """Give a verdict on each, in their order."""
        judged = tuple(members)
        decisions = self._docket.decisions.without(shared_labels(judged))
        return tuple(self._precedent(member, decisions).over(member) for member in judged)

    def _precedent(self, member: Member, decisions: Decisions) -> Precedent:
        docket = self._docket
        decided = decisions.about(member.identities, docket.group, docket.day)
        key = digest_of((_facts(member), decided))
        before = self.precedents.get(key) or docket.precedents.get(key)
        stands = before and (docket.settled or _holds(before, decided, self._court()))
        self.precedents[key] = before if before and stands else self._judged(member, decisions, decided)
        return self.precedents[key]

    def _judged(self, member: Member, decisions: Decisions, decided: Decided) -> Precedent:
        self.anew += 1
        court, docket = self._court(), self._docket
        roll = Watched(court.roll, court.scope)
        case = case_of(
            member, roll, court.scope, court.policy, group=docket.group, decisions=decisions, groups=court.groups
        )
        verdict = verdict_on(case, all_rules())
        grounds = tuple((*asked, court.digests.answer(asked, court.scope, decided)) for asked in roll.asked)
        return Precedent(verdict.reason, verdict.contacts, verdict.known, grounds)


def member_digest(member: Member) -> str:
    """Digest all of a member that judging looks at: whoever has merely moved to another row is the same."""
    return digest_of(_facts(member))


def good_until(roll: Roll, policy: Policy, decisions: Decisions) -> date:
    """Give the first day on which time alone may change a verdict, or whom a group is for."""
    return min((day for day in _turns(roll, policy, decisions) if day > roll.day), default=date.max)


def _holds(before: Precedent, decided: Decided, court: Court) -> bool:
    return all(
        court.digests.answer((kind, what), court.scope, decided) == answer for kind, what, answer in before.grounds
    )


def _facts(member: Member) -> list[object]:
    return [getattr(member, field.name) for field in fields(member) if field.name not in _NOT_JUDGED_BY]


def _turns(roll: Roll, policy: Policy, decisions: Decisions) -> Iterator[date]:
    for pupil in roll.snapshot.pupils:
        yield from turns_of(pupil, policy)
    for former in roll.past.formers:
        for tie in former.contact.ties:
            yield from turns_of(tie.pupil, policy)
    for exemption in decisions.exemptions:
        yield exemption.granted_on
        if exemption.until:
            yield moved(exemption.until, 1)
    # A cohort is another year's from September on.
    yield from (date(year, _SEPTEMBER, 1) for year in years_from(roll.day.year))
