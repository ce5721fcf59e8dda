"""A group held against the roll: one verdict a member, in the list's order."""

from collections.abc import Iterable
from dataclasses import replace

from roster.decisions import NO_DECISIONS, Decisions
from roster.groups import Member, shared_labels
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
    groups: tuple[tuple[str, Scope], ...] = (),
) -> tuple[Verdict, ...]:
    """Judge every member by every rule; the gravest reason decides, and the rules' order makes no difference.

    `group` is the group's key, by which `decisions` know it; `groups` are all the groups that somebody could be moved to,
    each by its name with the children it is for.
    """
    asked = all_rules() if rules is None else rules
    judged = tuple(members)
    known = decisions.without(shared_labels(judged))
    cases = (case_of(member, roll, scope, policy, group=group, decisions=known, groups=groups) for member in judged)
    return tuple(verdict_on(case, asked) for case in cases)


def case_of(
    member: Member,
    roll: Roll,
    scope: Scope,
    policy: Policy,
    *,
    group: str = "",
    decisions: Decisions = NO_DECISIONS,
    groups: tuple[tuple[str, Scope], ...] = (),
) -> Case:
    """Put together all that the rules may see of a member."""
    decided = decisions.about(member.identities, group, roll.day)
    return Case(member, match(member, roll, scope, decided, policy), scope, roll.day, policy, decided, groups)


def verdict_on(case: Case, rules: tuple[Rule, ...]) -> Verdict:
    """Ask every rule; an exemption excuses whatever is not a restriction."""
    reasons = [reason for rule in rules if (reason := rule(case))]
    restricted = any(reason.name == _FOR_THE_OFFICE_ALONE for reason in reasons)
    if not restricted:
        reasons = [_raised(reason, case) for reason in reasons]
        if any(reason.name == _EXCUSES for reason in reasons):
            reasons = [reason for reason in reasons if reason.standing is Standing.BELONGS]
    gravest = max(reasons, key=lambda reason: reason.weight)
    who = case.match.holders or tuple(candidate.contact for candidate in case.match.candidates)
    ids = dict.fromkeys(identity for contact in who for identity in contact.ids)
    return Verdict(case.member, gravest, tuple(ids), case.known)


def _raised(reason: Reason, case: Case) -> Reason:
    """Apply what the school has decided to act on; on somebody known by a name alone, never."""
    if case.by_name_alone:
        return reason
    acts = {"other-group": _moves, "not-a-carer": _takes_out}.get(reason.name)
    return replace(reason, standing=Standing.REMOVE) if acts and acts(case) else reason


def _moves(case: Case) -> bool:
    """Whether whoever is in the wrong group is to go; never somebody who may have a child in scope.

    Who minds other people's children here as well is asked about, unless those who are no carers are to go.
    """
    minds = not all(tie.carer for tie in case.here) and case.policy.not_a_carer != "remove"
    return case.policy.other_group == "remove" and not case.doubted and not minds


def _takes_out(case: Case) -> bool:
    """Whether somebody who is no carer is to go; a carer of any child here never is, and for staff the school has a word."""
    if case.doubted or any(tie.carer for tie in case.here):
        return False
    decided = case.policy.staff_who_are_not if case.as_staff else case.policy.not_a_carer
    return decided == "remove"
