"""The whole comparison: one roll, any number of groups, a day. Pure, so that it can be made again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roster.carers import recast
from roster.decisions import NO_DECISIONS, Decisions
from roster.groups import MemberList
from roster.guard import Objection, objections
from roster.judge import judge
from roster.past import Past
from roster.policy import Limits, Policy
from roster.roll import Roll
from roster.runs import group_key
from roster.scope import Scope, scope_of
from roster.snapshot import Snapshot
from roster.verdicts import Standing, Verdict


@dataclass(frozen=True, slots=True)
class Judged:
    """A group with its verdicts, in the list's order, and what speaks against acting on them."""

    listed: MemberList
    scope: Scope
    verdicts: tuple[Verdict, ...]
    held: tuple[Objection, ...]

    @property
    def removals(self) -> tuple[Verdict, ...]:
        """Those to be asked to leave."""
        return tuple(verdict for verdict in self.verdicts if verdict.standing is Standing.REMOVE)

    @property
    def queries(self) -> tuple[Verdict, ...]:
        """Those whom the office should look at."""
        return tuple(verdict for verdict in self.verdicts if verdict.standing is Standing.QUERY)

    @property
    def clear(self) -> bool:
        """Whether everybody belongs and nothing objects."""
        return not self.held and not any(verdict.flagged for verdict in self.verdicts)


def compare(
    snapshot: Snapshot,
    lists: Iterable[MemberList],
    *,
    on: date,
    policy: Policy | None = None,
    limits: Limits | None = None,
    past: Past | None = None,
    decisions: Decisions = NO_DECISIONS,
) -> tuple[Judged, ...]:
    """Judge every list against the roll on a day, and guard the result."""
    decided, bounds = policy or Policy(), limits or Limits()
    roll = Roll(recast(snapshot, decided), on, past)
    everything = tuple(lists)
    groups = tuple((listed.name, _scope(listed, roll)) for listed in everything)
    return tuple(compare_one(roll, one, decided, bounds, decisions=decisions, groups=groups) for one in everything)


def compare_one(
    roll: Roll,
    listed: MemberList,
    policy: Policy,
    limits: Limits,
    scope_name: str | None = None,
    decisions: Decisions = NO_DECISIONS,
    groups: tuple[tuple[str, Scope], ...] = (),
) -> Judged:
    """Judge one list. `scope_name` says whom the group is for where its own name does not; `groups` are all there are.

    The roll's ties count as the policy has them only if its snapshot was recast.
    """
    scope = _scope(listed, roll, scope_name)
    group = group_key(listed.name)
    verdicts = judge(listed.members, roll, scope, policy, group=group, decisions=decisions, groups=groups)
    return Judged(listed, scope, verdicts, objections(listed, scope, roll, verdicts, limits))


def _scope(listed: MemberList, roll: Roll, name: str | None = None) -> Scope:
    return scope_of(name or listed.name, roll.snapshot.pupils, roll.day)
