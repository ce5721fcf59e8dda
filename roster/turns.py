"""The days on which time alone can change a verdict: nothing else does between them."""

from collections.abc import Iterable, Iterator
from datetime import date

from roster.calendar import grace_end, moved, years_from
from roster.decisions import NO_DECISIONS, Decisions
from roster.people import Pupil
from roster.policy import Policy
from roster.scope import Kind, Scope
from roster.verdicts import Case

_SCHOOL_YEAR_BEGINS = (9, 1)


def next_turn(case: Case, decisions: Decisions = NO_DECISIONS, group: str = "") -> date | None:
    """Give the first day after the case's on which its verdict can be another, though roll, list and decisions stay as they are.

    `decisions` are all there are, for an exemption may yet begin; `group` is the group's key.
    """
    days = {
        *(day for pupil in _pupils(case) for day in turns_of(pupil, case.policy)),
        *_of_exemptions(case, decisions, group),
        *_of_scopes((case.scope, *(scope for _, scope in case.groups)), case.today),
    }
    return min((day for day in days if day > case.today), default=None)


def turns_of(pupil: Pupil, policy: Policy) -> Iterator[date]:
    """Give the days on which a pupil becomes something else: expected, on roll, a leaver, and one without grace."""
    if pupil.left_on:
        yield moved(pupil.left_on, 1)
        yield moved(grace_end(pupil.left_on, policy), 1)
    if pupil.starts_on:
        yield pupil.starts_on
        yield moved(pupil.starts_on, -policy.starters_window_days)


def _pupils(case: Case) -> Iterator[Pupil]:
    """Every pupil by whom anybody may stand for the member, or a gap be theirs."""
    found = case.match
    held = (*found.holders, *(former.contact for former in found.formers))
    for contact in (*held, *found.namesakes, *found.kin):
        yield from (tie.pupil for tie in contact.ties)
    for gap in found.gaps:
        yield from gap.pupils


def _of_exemptions(case: Case, decisions: Decisions, group: str) -> Iterator[date]:
    for one in decisions.exemptions:
        if one.names(case.member.identities, group):
            yield one.granted_on
            if one.until:
                yield moved(one.until, 1)


def _of_scopes(scopes: Iterable[Scope], day: date) -> Iterator[date]:
    """A cohort is of other year groups from September on."""
    if any(scope.kind is Kind.COHORT for scope in scopes):
        yield from (date(year, *_SCHOOL_YEAR_BEGINS) for year in years_from(day.year))
