"""A group held against the roll: one verdict a member, in the list's order."""

from collections.abc import Iterable
from dataclasses import replace

from roster.decisions import NO_DECISIONS, Decisions
from roster.groups import Member
from roster.match import match
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.scope import Scope
from roster.verdicts import Case, Reason, Rule, Standing, Verdict

# Somebody whom the roll restricts is not to reach a volunteer's letter because a school acts on other queries.
_FOR_THE_OFFICE_ALONE = "restricted"
_EXCUSES = "exempt"


def judge(
    members: Iterable[Member],
    roll: Roll,
    scope: Scope,
    policy: Policy,
    rules: tuple[Rule, ...] | None = None,
    *,
    group: str = "",
    decisions: Decisions = NO_DECISIONS,
) -> tuple[Verdict, ...]:
    """Judge every member by every rule; the gravest reason decides, and the rules' order makes no difference.

    `group` is the group's key, by which `decisions` know it.
    """
    asked = all_rules() if rules is None else rules
    cases = (case_of(member, roll, scope, policy, group=group, decisions=decisions) for member in members)
    return tuple(verdict_on(case, asked) for case in cases)


def case_of(
    member: Member, roll: Roll, scope: Scope, policy: Policy, *, group: str = "", decisions: Decisions = NO_DECISIONS
) -> Case:
    """Put together all that the rules may see of a member."""
    decided = decisions.about(member.identities, group, roll.day)
    return Case(member, match(member, roll, scope, decided), scope, roll.day, policy, decided)


def verdict_on(case: Case, rules: tuple[Rule, ...]) -> Verdict:
    """Ask every rule; an exemption excuses whatever is not a restriction."""
    reasons = [reason for rule in rules if (reason := rule(case))]
    restricted = any(reason.name == _FOR_THE_OFFICE_ALONE for reason in reasons)
    if not restricted:
        reasons = [_raised(reason, case.policy) for reason in reasons]
        if any(reason.name == _EXCUSES for reason in reasons):
            reasons = [reason for reason in reasons if reason.standing is Standing.BELONGS]
    gravest = max(reasons, key=lambda reason: reason.weight)
    ids = dict.fromkeys(identity for holder in case.match.holders for identity in holder.ids)
    return Verdict(case.member, gravest, tuple(ids), case.known)


def _raised(reason: Reason, policy: Policy) -> Reason:
    """Apply the two reasons that a school may decide to act on."""
    raised = {"other-group": policy.other_group, "not-a-carer": policy.not_a_carer}.get(reason.name)
    return replace(reason, standing=Standing.REMOVE) if raised == "remove" else reason
