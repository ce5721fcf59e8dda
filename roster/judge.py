"""A group held against the roll: one verdict a member, in the list's order."""

from collections.abc import Iterable
from dataclasses import replace

from roster.groups import Member
from roster.match import match
from roster.policy import Policy
from roster.roll import Roll
from roster.rules import all_rules
from roster.scope import Scope
from roster.verdicts import Case, Reason, Rule, Standing, Verdict

# Somebody whom the roll restricts is not to reach a volunteer's letter because a school acts on other queries.
_FOR_THE_OFFICE_ALONE = "restricted"


def judge(
    members: Iterable[Member], roll: Roll, scope: Scope, policy: Policy, rules: tuple[Rule, ...] | None = None
) -> tuple[Verdict, ...]:
    """Judge every member by every rule; the gravest reason decides, and the rules' order makes no difference."""
    asked = all_rules() if rules is None else rules
    return tuple(
        _verdict(Case(member, match(member, roll, scope), scope, roll.day, policy), asked) for member in members
    )


def _verdict(case: Case, rules: tuple[Rule, ...]) -> Verdict:
    reasons = [reason for rule in rules if (reason := rule(case))]
    if not any(reason.name == _FOR_THE_OFFICE_ALONE for reason in reasons):
        reasons = [_raised(reason, case.policy) for reason in reasons]
    gravest = max(reasons, key=lambda reason: reason.weight)
    ids = dict.fromkeys(identity for holder in case.match.holders for identity in holder.ids)
    return Verdict(case.member, gravest, tuple(ids), case.known)


def _raised(reason: Reason, policy: Policy) -> Reason:
    """Apply the two reasons that a school may decide to act on."""
    raised = {"other-group": policy.other_group, "not-a-carer": policy.not_a_carer}.get(reason.name)
    return replace(reason, standing=Standing.REMOVE) if raised == "remove" else reason
